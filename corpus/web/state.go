package web

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// state is the memory of a crawl on disk: a journal to which a line is added for each address that is found and for each that is
// finished, so that a run that is killed loses nothing but what was under way. When a run has ended, the next one keeps of it what
// conditional requests need, and what failed for a passing reason.
type state struct {
	mu  sync.Mutex
	f   *os.File
	buf bytes.Buffer
}

// stateLine is a line of the journal; one of its first five fields is set.
type stateLine struct {
	Version int    `json:"xinwen_fetch,omitempty"` // the first line
	Known   string `json:"known,omitempty"`        // fetched in an earlier run
	Found   string `json:"found,omitempty"`
	Done    string `json:"done,omitempty"`
	End     bool   `json:"end,omitempty"` // the run has ended by itself

	Kind  kind   `json:"kind,omitempty"` // of what was found
	Depth int    `json:"depth,omitempty"`
	Site  string `json:"site,omitempty"`

	validator // of what is known or done
}

// validator is what a server needs to know to answer that a page has not changed.
type validator struct {
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`
}

// past is what a journal tells.
type past struct {
	found      []stateLine          // and not done, in order
	done       map[string]bool      // in the run that goes on; empty where a new one begins
	validators map[string]validator // of pages that were fetched, in whatever run
}

const (
	stateHead    = `{"xinwen_fetch":1}` + "\n"
	maxStateLine = 32 << 10 // bytes; a line holds one address and validators of bounded length
	maxValidator = 1 << 10
)

// openState opens a journal, or begins one, and tells what it holds.
func openState(path string) (*state, past, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, past{}, fmt.Errorf("web: state: %w", err)
	}
	p, size, ended, err := replay(f)
	if err == nil && ended {
		f.Close()
		f, err = renewState(path, p)
	} else if err == nil {
		err = f.Truncate(size) // without a line that was cut when the run was killed
		if err == nil && size == 0 {
			_, err = f.WriteAt([]byte(stateHead), 0)
		}
		if err == nil {
			_, err = f.Seek(0, io.SeekEnd)
		}
	}
	if err != nil {
		f.Close()
		return nil, past{}, fmt.Errorf("web: state %s: %w", path, err)
	}
	return &state{f: f}, p, nil
}

// replay reads a journal. It returns how many bytes of it are whole lines, and whether the run has ended. Lines that are damaged
// are passed over: at worst something is fetched once more.
func replay(r io.Reader) (p past, size int64, ended bool, err error) {
	p = past{done: map[string]bool{}, validators: map[string]validator{}}
	br := bufio.NewReaderSize(r, maxStateLine)
	for {
		line, err := br.ReadSlice('\n')
		n := len(line)
		for errors.Is(err, bufio.ErrBufferFull) {
			line, err = br.ReadSlice('\n')
			n += len(line)
			line = nil
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return p, 0, false, err
		}
		var l stateLine
		broken := err != nil || json.Unmarshal(line, &l) != nil
		if size == 0 && n > 0 && l.Version != 1 && !(err != nil && strings.HasPrefix(stateHead, string(line))) {
			return p, 0, false, errors.New("the file is there and is no state of a crawl: name another")
		}
		if err != nil { // what has no line end is not whole
			break
		}
		size += int64(n)
		if broken {
			continue
		}
		ended = l.End
		switch {
		case l.Done != "":
			p.done[l.Done] = true
			p.remember(l.Done, l.validator)
		case l.Known != "":
			p.remember(l.Known, l.validator)
		case l.Found != "":
			p.found = append(p.found, l)
		}
	}
	p.found = slices.DeleteFunc(p.found, func(l stateLine) bool { return p.done[l.Found] })
	if ended {
		clear(p.done)
	}
	return p, size, ended, nil
}

func (p past) remember(address string, v validator) {
	if v != (validator{}) {
		p.validators[address] = v
	}
}

// renewState writes the journal of a new run, in the place of the one that has ended.
func renewState(path string, p past) (*os.File, error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return nil, err
	}
	w := bufio.NewWriter(f)
	w.WriteString(stateHead)
	enc := newEncoder(w)
	for address, v := range p.validators {
		enc.Encode(stateLine{Known: address, validator: v})
	}
	for _, l := range p.found {
		enc.Encode(l)
	}
	err = errors.Join(w.Flush(), f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return nil, err
	}
	return os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
}

func newEncoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// add writes lines to the journal, in one piece: a process that is killed leaves the last one torn at worst. A nil state keeps
// nothing.
func (s *state) add(lines ...stateLine) error {
	if s == nil || len(lines) == 0 {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.buf.Reset()
	enc := newEncoder(&s.buf)
	for _, l := range lines {
		if err := enc.Encode(l); err != nil {
			return fmt.Errorf("web: state: %w", err)
		}
	}
	if _, err := s.buf.WriteTo(s.f); err != nil {
		return fmt.Errorf("web: state: %w", err)
	}
	return nil
}

func (s *state) close() error {
	if s == nil {
		return nil
	}
	return s.f.Close()
}

package batch

import (
	"bufio"
	"bytes"

	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/xinwen-go/xinwen/dedupe"
)

// packing is a form of compression. Each part is a member of its own, so that the file can go on after any part.
type packing int

const (
	plain packing = iota
	gzipPacking
	zstdPacking
)

func (p packing) pack(b []byte) ([]byte, error) {
	switch p {
	case gzipPacking:
		var out bytes.Buffer
		w := gzip.NewWriter(&out)
		w.Write(b) // a bytes.Buffer never fails
		err := w.Close()
		return out.Bytes(), err
	case zstdPacking:
		w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		defer w.Close()
		return w.EncodeAll(b, nil), nil
	}
	return b, nil
}

func (p packing) unpack(r io.Reader) (io.ReadCloser, error) {
	switch p {
	case gzipPacking:
		return gzip.NewReader(r)
	case zstdPacking:
		d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		return d.IOReadCloser(), nil
	}
	return io.NopCloser(r), nil
}

// disk opens files for appending; tests put one in that fails.
var disk = func(path string) (file, error) { return os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666) }

type file interface {
	io.Writer
	io.ReaderAt
	io.Seeker
	Truncate(int64) error
	Sync() error
	Close() error
}

// appender is a file that grows by parts.
type appender struct {
	path string
	file file
	pack packing
	size int64  // of what is on the disk
	buf  []byte // the part at hand, not packed
}

func openAppender(path string, size int64, p packing) (*appender, error) {
	f, err := disk(path)
	if err != nil {
		return nil, err
	}
	if end, err := f.Seek(0, io.SeekEnd); err == nil && end < size {
		f.Close()
		return nil, fmt.Errorf("%s has %d bytes, and had %d: it was changed", path, end, size)
	}
	if err := f.Truncate(size); err != nil {
		f.Close()
		return nil, err
	}
	_, err = f.Seek(size, io.SeekStart)
	return &appender{path: path, file: f, pack: p, size: size}, err
}

// flush puts the part on the disk.
func (a *appender) flush() error {
	if len(a.buf) == 0 {
		return nil
	}
	b, err := a.pack.pack(a.buf)
	if err != nil {
		return err
	}
	if _, err := a.file.Write(b); err != nil {
		return err
	}
	a.size += int64(len(b))
	a.buf = a.buf[:0]
	return a.file.Sync()
}

// state is what a line of the manifest says: what is on the disk and what it holds.
type state struct {
	Summary
	Lines int64   // of the log
	Sizes []int64 // of the files of the run
	Done  bool    // all documents are in the log
}

// log is the files of a run: the log proper, the errors, the originals of copies, and the manifest.
type log struct {
	dir      string
	files    []*appender // records, errors, originals
	manifest file
	state    state
	out      io.Writer // where lines go at once instead; nil for the file
}

const (
	records = iota
	failures
	originals
)

var logNames = []string{"records", "errors", "originals"}

const manifestName = "manifest"

// header is the first line of the manifest.
type header struct {
	Stamp []string `json:"stamp"`
}

// createLog starts a run in a folder that is not there yet.
func createLog(dir string, stamp []string, p packing) (*log, error) {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return nil, err
	}
	l := &log{dir: dir, state: state{Sizes: make([]int64, len(logNames))}}
	if err := l.open(p); err != nil {
		return nil, err
	}
	b, err := json.Marshal(header{stamp})
	if err != nil {
		return nil, err
	}
	if err := l.note(b); err != nil {
		return nil, err
	}
	return l, errors.Join(syncDir(dir), syncDir(filepath.Dir(dir)))
}

// resumeLog goes on with a run.
func resumeLog(dir string, stamp []string, p packing) (*log, error) {
	b, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	l := &log{dir: dir, state: state{Sizes: make([]int64, len(logNames))}}
	kept := 0 // bytes of the manifest that are whole lines
	for n := 0; ; n++ {
		line, _, ok := bytes.Cut(b[kept:], []byte("\n"))
		if !ok {
			break
		}
		if n == 0 {
			var h header
			if err := json.Unmarshal(line, &h); err != nil {
				return nil, fmt.Errorf("%s: %w", manifestName, err)
			}
			if err := sameStamp(h.Stamp, stamp); err != nil {
				return nil, err
			}
		} else {
			var s state
			if err := json.Unmarshal(line, &s); err != nil || len(s.Sizes) != len(logNames) {
				break // cut short by the end of the disk
			}
			l.state = s
		}
		kept += len(line) + 1
	}
	if kept == 0 { // stopped before the first line was whole
		if err := os.RemoveAll(dir); err != nil {
			return nil, err
		}
		return createLog(dir, stamp, p)
	}
	if err := os.Truncate(filepath.Join(dir, manifestName), int64(kept)); err != nil {
		return nil, err
	}
	if l.state.Done { // the files are only read again, and may be in their places already
		return l, nil
	}
	return l, l.open(p)
}

func sameStamp(was, now []string) error {
	if slices.Equal(was, now) {
		return nil
	}
	for i := range max(len(was), len(now)) {
		a, b := "nothing", "nothing"
		if i < len(was) {
			a = was[i]
		}
		if i < len(now) {
			b = now[i]
		}
		if a != b {
			return fmt.Errorf("%w: it has %q where there was %q; start again with --force, or give what it was started with", ErrChanged, b, a)
		}
	}
	return nil
}

func (l *log) open(p packing) (err error) {
	if l.manifest, err = disk(filepath.Join(l.dir, manifestName)); err != nil {
		return err
	}
	if _, err := l.manifest.Seek(0, io.SeekEnd); err != nil {
		return err
	}
	for i, name := range logNames {
		pack := plain
		if i == records {
			pack = p
		}
		a, err := openAppender(filepath.Join(l.dir, name), l.state.Sizes[i], pack)
		if err != nil {
			return err
		}
		l.files = append(l.files, a)
	}
	return nil
}

// commit puts the part at hand on the disk.
func (l *log) commit() error {
	for i, a := range l.files {
		if err := a.flush(); err != nil {
			return fmt.Errorf("%s: %w", a.path, err)
		}
		l.state.Sizes[i] = a.size
	}
	b, err := json.Marshal(&l.state)
	if err != nil {
		return err
	}
	return l.note(b)
}

func (l *log) note(line []byte) error {
	if _, err := l.manifest.Write(append(line, '\n')); err != nil {
		return err
	}
	return l.manifest.Sync()
}

func (l *log) close() (err error) {
	for _, a := range l.files {
		err = errors.Join(err, a.file.Close())
	}
	if l.manifest != nil {
		err = errors.Join(err, l.manifest.Close())
	}
	return err
}

// add appends the line of an outcome, and that of a failure to the errors too. For an original it returns a reference, which
// grows from one to the next.
func (l *log) add(o *outcome, original bool) (ref uint64, err error) {
	o.line = append(o.line, '\n')
	if l.out != nil {
		if _, err := l.out.Write(o.line); err != nil {
			return 0, err
		}
	} else {
		l.files[records].buf = append(l.files[records].buf, o.line...)
	}
	if o.err != nil {
		l.files[failures].buf = append(l.files[failures].buf, o.line...)
	}
	if original {
		a := l.files[originals]
		ref = uint64(a.size) + uint64(len(a.buf))
		a.buf, _ = o.print.AppendBinary(a.buf) // it has no errors
		a.buf = binary.LittleEndian.AppendUint32(a.buf, uint32(len(o.id)))
		a.buf = append(a.buf, o.id...)
	}
	return ref, nil
}

// id reads the ID of an original back: in memory there would be too many.
func (l *log) id(ref uint64) (string, error) {
	a := l.files[originals]
	read := func(b []byte, at int64) error {
		if at >= a.size {
			copy(b, a.buf[at-a.size:])
			return nil
		}
		_, err := a.file.ReadAt(b, at)
		return err
	}
	at := int64(ref) + dedupe.Bytes
	var n [4]byte
	if err := read(n[:], at); err != nil {
		return "", fmt.Errorf("%s: %w", a.path, err)
	}
	id := make([]byte, binary.LittleEndian.Uint32(n[:]))
	if err := read(id, at+int64(len(n))); err != nil {
		return "", fmt.Errorf("%s: %w", a.path, err)
	}
	return string(id), nil
}

// originals calls add for each original that is on the disk, in order.
func (l *log) originals(add func(f *dedupe.Fingerprint, ref uint64)) error {
	a := l.files[originals]
	in := bufio.NewReaderSize(io.NewSectionReader(a.file, 0, a.size), 1<<20)
	var head [dedupe.Bytes + 4]byte
	var f dedupe.Fingerprint
	for at := int64(0); at < a.size; {
		_, err := io.ReadFull(in, head[:])
		n := int(binary.LittleEndian.Uint32(head[dedupe.Bytes:]))
		if err == nil {
			_, err = in.Discard(n)
		}
		if err == nil {
			err = f.UnmarshalBinary(head[:dedupe.Bytes])
		}
		if err != nil {
			return fmt.Errorf("%s: %w", a.path, err)
		}
		add(&f, uint64(at))
		at += int64(len(head) + n)
	}
	return nil
}

// syncDir makes the names of a folder safe.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}

package batch

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"time"

	"github.com/xinwen-go/xinwen/dedupe"
	"github.com/xinwen-go/xinwen/export"
	"github.com/xinwen-go/xinwen/internal/stream"
)

// partDocuments is how many documents make a part; tests make parts shorter.
var partDocuments = 1000

const (
	partBytes = 4 << 20 // bytes of its lines, after which it ends in any case
	underWay  = 4 << 20 // bytes of documents that are analysed at once: each takes up to a hundred times its size
)

// Run runs the pipeline over the documents and writes what it finds. Documents that fail are counted, told, and never stop the
// run. When ctx is done Run returns its error; what is then on the disk is whole, and a run with Resume goes on from there.
func Run(ctx context.Context, c Config) (Summary, error) {
	if err := c.check(); err != nil {
		return Summary{}, err
	}
	w, err := newWorker(&c)
	if err != nil {
		return Summary{}, err
	}
	l, err := openWork(&c)
	if err != nil {
		return Summary{}, fmt.Errorf("batch: %w", err)
	}
	if c.Out == Stdout {
		defer os.RemoveAll(filepath.Dir(l.dir))
	}
	s, err := analyze(ctx, &c, l, w)
	if err = errors.Join(err, l.close()); err != nil {
		return s, err
	}
	if s.Untenured, err = finish(ctx, &c, l); err != nil {
		return s, fmt.Errorf("batch: %w", err)
	}
	return s, nil
}

// openWork opens the folder of the run.
func openWork(c *Config) (*log, error) {
	if c.Out == Stdout {
		parent, err := os.MkdirTemp("", "xinwen")
		if err != nil {
			return nil, err
		}
		l, err := createLog(filepath.Join(parent, "work"), c.Stamp, plain)
		if err == nil {
			l.out = c.Stdout
		}
		return l, err
	}
	work := c.Out + ".work"
	there := func(path string) bool { _, err := os.Lstat(path); return err == nil }
	switch {
	case c.Force:
		if err := removeOutput(c.Out); err != nil {
			return nil, err
		}
		if err := os.RemoveAll(work); err != nil {
			return nil, err
		}
	case there(work) && !c.Resume:
		return nil, fmt.Errorf("%s %w: a run was stopped; go on with it with --resume, or replace it with --force", work, ErrExists)
	case there(work) && there(c.Out) && !there(filepath.Join(work, manifestName)): // stopped while it was removed
		if err := os.RemoveAll(work); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("%s: %w", c.Out, ErrComplete)
	case there(work):
		return resumeLog(work, c.Stamp, c.packing())
	case there(c.Out) && c.Resume:
		return nil, fmt.Errorf("%s: %w", c.Out, ErrComplete)
	case there(c.Out):
		return nil, fmt.Errorf("%s %w: replace it with --force", c.Out, ErrExists)
	}
	return createLog(work, c.Stamp, c.packing())
}

// analyze takes the documents that the log does not have yet.
func analyze(ctx context.Context, c *Config, l *log, w *worker) (Summary, error) {
	st := &l.state
	if st.Dropped == nil {
		st.Dropped, st.Skipped = map[string]int64{}, map[string]int64{}
	}
	st.Resumed = st.In
	if st.Done {
		return st.Summary, nil
	}
	r := run{c: c, log: l, state: st}
	var err error
	if c.Remember > 0 {
		if r.index, err = dedupe.NewIndex(c.Remember); err != nil {
			return st.Summary, err
		}
		if err := l.originals(r.index.Add); err != nil {
			return st.Summary, fmt.Errorf("batch: %w", err)
		}
	}
	limits := stream.Limits[input]{Workers: c.Workers, MaxBytes: underWay, Size: func(in input) int64 { return in.doc.Size() }, Grouped: true}
	for o := range stream.Map(ctx, c.rest(st.In), limits, w.timed) {
		if o.fatal != nil {
			err = o.fatal
			break
		}
		if err = r.take(&o); err != nil {
			break
		}
	}
	switch {
	case ctx.Err() != nil:
		return st.Summary, ctx.Err()
	case err != nil:
		return st.Summary, fmt.Errorf("batch: %w", err)
	}
	st.Done = true
	if err := l.commit(); err != nil {
		return st.Summary, fmt.Errorf("batch: %w", err)
	}
	return st.Summary, nil
}

// rest yields the documents after the first n.
func (c *Config) rest(n int64) iter.Seq[input] {
	return func(yield func(input) bool) {
		if c.Limit > 0 && n >= int64(c.Limit) {
			return
		}
		for doc, err := range c.Documents(n) {
			n++
			if !yield(input{doc, err}) || n == int64(c.Limit) {
				return
			}
		}
	}
}

// run is what knows the documents before the one at hand.
type run struct {
	c     *Config
	log   *log
	state *state
	index *dedupe.Index
	part  int // documents of the part at hand
	bytes int
	told  time.Time
}

// take decides what becomes of the next document.
func (r *run) take(o *outcome) error {
	s := r.state
	s.In++
	write, original := true, false
	switch {
	case o.drop != "":
		s.Dropped[o.drop]++
		write = false
	case o.err != nil:
		s.Failed++
		if r.c.Failed != nil {
			r.c.Failed(o.err)
		}
	default:
		copyOf := ""
		if r.index != nil && !o.print.Empty() {
			if ref, ok := r.index.Find(&o.print); ok {
				id, err := r.log.id(ref)
				if err != nil {
					return err
				}
				copyOf = id
				s.Copies++
			} else {
				original = true
			}
		}
		if copyOf != "" && r.c.DropCopies {
			s.Dropped[DropCopy]++
			write = false
			break
		}
		s.Out++
		if o.skip != "" {
			s.Skipped[o.skip]++
		}
		s.Characters += int64(o.characters)
		s.Bytes += int64(o.bytes)
		o.line = export.AppendFate(o.line, copyOf, o.skip)
	}
	if write {
		s.Lines++
		ref, err := r.log.add(o, original)
		if err != nil {
			return err
		}
		if original {
			r.index.Add(&o.print, ref)
		}
		r.bytes += len(o.line)
	}
	r.part++
	if r.part >= partDocuments || r.bytes >= partBytes {
		r.part, r.bytes = 0, 0
		if err := r.log.commit(); err != nil {
			return err
		}
	}
	if r.c.Progress != nil && time.Since(r.told) > 100*time.Millisecond {
		r.told = time.Now()
		r.c.Progress(Progress{Summary: s.Summary})
	}
	return nil
}

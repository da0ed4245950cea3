package batch

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync/atomic"
	"time"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/dedupe"
	"github.com/xinwen-go/xinwen/export"
	"github.com/xinwen-go/xinwen/internal/stream"
	"github.com/xinwen-go/xinwen/text"
)

// input is what a reader yields.
type input struct {
	doc *xinwen.Input
	err error
}

// outcome is what a worker makes of a document. Its line lacks what only the order of documents decides.
type outcome struct {
	line       []byte
	id         string
	print      dedupe.Fingerprint
	characters int
	bytes      int
	drop, skip string        // reasons
	err        *xinwen.Error // why it failed
	fatal      error         // why the run must end
}

// dropped and skipped are errors of the filter that are no failures.
type (
	dropped string
	skipped string
)

func (d dropped) Error() string { return string(d) }
func (s skipped) Error() string { return string(s) }

// worker makes outcomes. It is safe for concurrent use.
type worker struct {
	c        *Config
	pipeline *xinwen.Pipeline
	running  chan struct{} // a token for each document under way, those included that nobody waits for any more
}

// stuck is how many documents that ran out of time may still be under way.
const stuck = 8

func newWorker(c *Config) (*worker, error) {
	w := &worker{c: c, running: make(chan struct{}, c.Workers+stuck)}
	opts := append(c.Pipeline[:len(c.Pipeline):len(c.Pipeline)], xinwen.WithFilter(w.filter))
	var err error
	w.pipeline, err = xinwen.New(opts...)
	return w, err
}

// filter drops documents outside the time asked for, and skips those that are not Chinese.
func (w *worker) filter(r *xinwen.Record) error {
	if h := hook.Load(); h != nil {
		(*h)(r)
	}
	if w.c.Since != "" || w.c.Until != "" {
		published := r.Published[:min(len(r.Published), len(time.DateOnly))]
		// Where one of two days is known less exactly, they are compared as far as both are known.
		before := func(a, b string) bool { n := min(len(a), len(b)); return a[:n] < b[:n] }
		switch {
		case published == "":
			return dropped(DropUndated)
		case w.c.Since != "" && before(published, w.c.Since):
			return dropped(DropBefore)
		case w.c.Until != "" && before(w.c.Until, published):
			return dropped(DropAfter)
		}
	}
	if r.Script == text.Other {
		return skipped(export.NotChinese)
	}
	return nil
}

// hook is where tests make a stage panic or wait; documents that were given up may still be on their way when it is changed.
var hook atomic.Pointer[func(*xinwen.Record)]

// timed is what the workers do with documents: process, within the time allowed. Where several take longer than one may, each
// is given its time alone.
func (w *worker) timed(ctx context.Context, docs []input) []outcome {
	if w.c.Timeout == 0 {
		return w.process(ctx, docs)
	}
	if err := w.acquire(ctx); err != nil {
		return all(docs, outcome{fatal: err})
	}
	limited, cancel := context.WithTimeout(ctx, w.c.Timeout)
	defer cancel()
	done := make(chan []outcome, 1)
	go func() {
		defer func() { <-w.running }()
		done <- w.process(limited, docs)
	}()
	select {
	case out := <-done:
		if !slices.ContainsFunc(out, func(o outcome) bool { return o.err != nil && errors.Is(o.err, context.DeadlineExceeded) }) {
			return out
		}
	case <-limited.Done():
		if !errors.Is(limited.Err(), context.DeadlineExceeded) {
			return all(docs, outcome{fatal: limited.Err()})
		}
	}
	if len(docs) > 1 {
		return stream.Each(func(ctx context.Context, in input) outcome { return w.timed(ctx, []input{in})[0] })(ctx, docs)
	}
	// Stages look at the context between them only: what does not end is left behind, up to a bound.
	return []outcome{failedOutcome(docs[0].doc, "timeout", fmt.Errorf("it took longer than %v", w.c.Timeout))}
}

// all gives every document the same outcome.
func all(docs []input, o outcome) []outcome { return slices.Repeat([]outcome{o}, len(docs)) }

// acquire waits until fewer than the allowed number of documents are under way.
func (w *worker) acquire(ctx context.Context) error {
	select {
	case w.running <- struct{}{}:
		return nil
	default:
	}
	patience := time.NewTimer(10 * w.c.Timeout)
	defer patience.Stop()
	select {
	case w.running <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-patience.C:
		return fmt.Errorf("batch: %w: %d of them ran out of their %v and are still under way", ErrStuck, stuck, w.c.Timeout)
	}
}

// failedOutcome is a document that failed outside of the pipeline.
func failedOutcome(doc *xinwen.Input, stage string, err error) outcome {
	rec, _ := xinwen.Failed(doc, err)
	o := outcome{id: rec.ID, err: &xinwen.Error{ID: rec.ID, Stage: stage, Err: err}}
	o.line, _ = (&export.Document{Record: rec, Err: o.err}).AppendJSON(nil) // strings never fail
	return o
}

// process runs the pipeline on documents and makes their lines.
func (w *worker) process(ctx context.Context, docs []input) []outcome {
	read := make([]*xinwen.Input, 0, len(docs))
	for _, in := range docs {
		if in.err == nil {
			read = append(read, in.doc)
		}
	}
	results := w.pipeline.ProcessAll(ctx, read)
	out := make([]outcome, len(docs))
	for i, in := range docs {
		var r xinwen.Result
		if in.err != nil {
			r.Record, r.Err = xinwen.Failed(in.doc, in.err)
		} else {
			r, results = results[0], results[1:]
		}
		out[i] = w.outcome(in, r)
	}
	return out
}

// outcome makes the line of a document. A panic in what comes after the pipeline is the document's failure too.
func (w *worker) outcome(in input, r xinwen.Result) (o outcome) {
	defer func() {
		if v := recover(); v != nil {
			o = failedOutcome(in.doc, "export", fmt.Errorf("%w: %v", xinwen.ErrPanic, v))
			o.err.Stack = debug.Stack()
		}
	}()
	rec, err := r.Record, r.Err
	o.id = rec.ID
	var drop dropped
	var skip skipped
	switch {
	case errors.As(err, &drop):
		o.drop = string(drop)
		return o
	case errors.As(err, &skip):
		o.skip = string(skip)
	case errors.Is(err, context.Canceled):
		o.fatal = err
		return o
	case err != nil:
		o.err = xinwen.AsError(err, rec.ID, "read")
	}
	doc := export.Document{Record: rec, Skipped: o.skip, Err: o.err}
	if o.err == nil && o.skip == "" {
		t := rec.Document()
		o.characters, o.bytes = t.Len(), len(rec.Text)
		if w.c.Remember > 0 {
			o.print = dedupe.New(t)
		}
	}
	if o.line, err = doc.AppendJSON(nil); err != nil {
		return failedOutcome(in.doc, "export", err)
	}
	return o
}

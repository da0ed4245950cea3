package xinwen

import (
	"context"
	"iter"

	"github.com/xinwen-go/xinwen/internal/stream"
)

// underWay is how many bytes of documents Run takes in at once: while it is analysed, a document takes up to about a hundred
// times its size in memory.
const underWay = 4 << 20

// Run analyses a stream of documents, several at a time, and yields their records in input order. A document that cannot be
// read or handled is yielded as an *[Error] beside its record (which then has little more than an ID), and the run goes
// on. When ctx is done, Run yields what is finished and ends. It holds no more than a few dozen documents for each worker, 4 MB of
// them at most unless one alone is larger, and when the caller breaks off it waits for the documents under way, so nothing
// is left running.
func (p *Pipeline) Run(ctx context.Context, in iter.Seq2[*Input, error]) iter.Seq2[*Record, error] {
	type document struct {
		input *Input
		err   error
	}
	docs := func(yield func(document) bool) {
		for input, err := range in {
			if !yield(document{input, err}) {
				return
			}
		}
	}
	limits := stream.Limits[document]{
		Workers: p.workers, MaxBytes: underWay, Grouped: true,
		Size: func(d document) int64 { return d.input.Size() },
	}
	results := stream.Map(ctx, docs, limits, func(ctx context.Context, docs []document) []Result {
		inputs := make([]*Input, 0, len(docs))
		for _, d := range docs {
			if d.err == nil {
				inputs = append(inputs, d.input)
			}
		}
		done := p.ProcessAll(ctx, inputs)
		out := make([]Result, len(docs))
		for i, d := range docs {
			if d.err != nil {
				out[i].Record, out[i].Err = Failed(d.input, d.err)
				continue
			}
			out[i], done = done[0], done[1:]
		}
		return out
	})
	return func(yield func(*Record, error) bool) {
		for r := range results {
			if ctx.Err() != nil && r.Err != nil {
				return // interrupted: what was cut short is not a failed document
			}
			if !yield(r.Record, r.Err) {
				return
			}
		}
	}
}

// Failed returns what stands for a document that could not be read: a record with its ID, and err as an *[Error] of the stage
// "read" unless it is an *Error already. in may be nil.
func Failed(in *Input, err error) (*Record, error) {
	rec := &Record{}
	if in != nil {
		rec.ID, rec.URL = recordID(in), in.URL
	}
	return rec, AsError(err, rec.ID, "read")
}

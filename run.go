package xinwen

import (
	"context"
	"iter"
	"sync"
)

// Run analyses a stream of documents, several at a time, and yields their records in input order. A document that cannot be
// read or handled is yielded as an *[Error] beside its record (which then has little more than an ID), and the run goes
// on. When ctx is done, Run yields what is finished and ends. It holds no more than a few documents for each worker, and
// when the caller breaks off it waits for the documents under way, so nothing is left running.
func (p *Pipeline) Run(ctx context.Context, in iter.Seq2[*Input, error]) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var wg sync.WaitGroup
		defer wg.Wait()
		defer cancel()

		work := make(chan *job)
		queue := make(chan *job, 2*p.workers) // in input order
		wg.Go(func() {
			defer close(queue)
			defer close(work)
			for input, err := range in {
				j := &job{input: input, err: err, done: make(chan struct{})}
				select {
				case queue <- j:
				case <-ctx.Done():
					return
				}
				if err != nil {
					j.fail()
					continue
				}
				select {
				case work <- j:
				case <-ctx.Done():
					j.err = ctx.Err()
					j.fail()
					return
				}
			}
		})
		for range p.workers {
			wg.Go(func() {
				for j := range work {
					j.rec, j.err = p.Process(ctx, j.input)
					close(j.done)
				}
			})
		}
		for j := range queue {
			<-j.done
			if ctx.Err() != nil && j.err != nil {
				return // interrupted: what was cut short is not a failed document
			}
			if !yield(j.rec, j.err) {
				return
			}
		}
	}
}

// job is one document on its way. done is closed once rec and err are final.
type job struct {
	input *Input
	rec   *Record
	err   error
	done  chan struct{}
}

// fail finishes a job that never reached a worker.
func (j *job) fail() {
	j.rec = &Record{}
	if j.input != nil {
		j.rec.ID, j.rec.URL = recordID(j.input), j.input.URL
	}
	j.err = AsError(j.err, j.rec.ID, "read")
	close(j.done)
}

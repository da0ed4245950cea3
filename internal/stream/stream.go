// Package stream maps a sequence on several workers and keeps its order.
package stream

import (
	"context"
	"iter"
	"sync"

	"golang.org/x/sync/semaphore"
)

// Limits bound what is under way at once.
type Limits[In any] struct {
	Workers  int            // elements worked on at once; twice as many wait or are finished before their turn
	MaxBytes int64          // size of all elements under way; a larger one is let in alone
	Size     func(In) int64 // size of one element
}

// Map calls f for each element of in, several at a time, and yields what it returns in the order of in. An element counts as
// under way until the caller has taken its result. When ctx is done, elements that no worker has taken are dropped and the
// sequence ends at the first of them; f sees the context and may cut its work short. When the caller breaks off, Map
// cancels the context of f and waits, so that nothing is left running.
func Map[In, Out any](ctx context.Context, in iter.Seq[In], lim Limits[In], f func(context.Context, In) Out) iter.Seq[Out] {
	type job struct {
		in   In
		out  Out
		size int64
		ran  bool
		done chan struct{} // closed once out and ran are final
	}
	return func(yield func(Out) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var wg sync.WaitGroup
		defer wg.Wait()
		defer cancel()

		bytes := semaphore.NewWeighted(lim.MaxBytes)
		work := make(chan *job)
		queue := make(chan *job, 2*lim.Workers) // in input order
		wg.Go(func() {
			defer close(queue)
			defer close(work)
			for v := range in {
				j := &job{in: v, size: min(lim.Size(v), lim.MaxBytes), done: make(chan struct{})}
				if bytes.Acquire(ctx, j.size) != nil {
					return
				}
				select {
				case queue <- j:
				case <-ctx.Done():
					return
				}
				select {
				case work <- j:
				case <-ctx.Done():
					close(j.done)
					return
				}
			}
		})
		for range lim.Workers {
			wg.Go(func() {
				for j := range work {
					j.out, j.ran = f(ctx, j.in), true
					var none In
					j.in = none // what waits for its turn need not hold its input
					close(j.done)
				}
			})
		}
		for j := range queue {
			<-j.done
			if !j.ran || !yield(j.out) {
				return
			}
			bytes.Release(j.size)
		}
	}
}

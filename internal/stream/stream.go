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
	Workers  int            // groups of elements worked on at once
	MaxBytes int64          // size of all elements under way; a larger one is let in alone
	Size     func(In) int64 // size of one element
	Grouped  bool           // whether a worker is given several elements at once where they are small
}

// Groups are large enough for a processor's cache to pay, and small enough to hold.
const (
	groupSize = 32        // elements at most
	groupMax  = 256 << 10 // size from which on nothing is added
)

// Each makes of what is to be done with one element what is to be done with a group.
func Each[In, Out any](f func(context.Context, In) Out) func(context.Context, []In) []Out {
	return func(ctx context.Context, in []In) []Out {
		out := make([]Out, len(in))
		for i, v := range in {
			out[i] = f(ctx, v)
		}
		return out
	}
}

// Map calls f for groups of the elements of in, several at a time, and yields what it returns for each in the order of in. What
// a worker is given is what has been read by then, so nothing waits for a group to be full, and no worker takes what others
// could begin with. An element counts as under way until the caller has taken its result. When ctx is done, elements that no
// worker has taken are dropped and the sequence ends at the first of them; f sees the context and may cut its work short.
// When the caller breaks off, Map cancels the context of f and waits, so that nothing is left running.
func Map[In, Out any](ctx context.Context, in iter.Seq[In], lim Limits[In], f func(context.Context, []In) []Out) iter.Seq[Out] {
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

		group := 1
		if lim.Grouped {
			group = groupSize
		}
		bytes := semaphore.NewWeighted(lim.MaxBytes)
		queue := make(chan *job, 2*lim.Workers*group) // in input order
		work := make(chan *job, lim.Workers*(group-1))
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
					jobs, ins, size := []*job{j}, []In{j.in}, j.size
				fill:
					for share := min(len(work)/lim.Workers, group-1); share > 0 && size < groupMax; share-- {
						select {
						case j, ok := <-work:
							if !ok {
								break fill
							}
							jobs, ins, size = append(jobs, j), append(ins, j.in), size+j.size
						default:
							break fill
						}
					}
					var outs []Out
					if ctx.Err() == nil {
						outs = f(ctx, ins)
					}
					for i, j := range jobs {
						if outs != nil {
							j.out, j.ran = outs[i], true
						}
						var none In
						j.in = none // what waits for its turn need not hold its input
						close(j.done)
					}
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

package stream

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
)

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func one(int) int64 { return 1 }

func TestOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		square := func(_ context.Context, i int) int {
			time.Sleep(time.Duration(i*7%13) * time.Millisecond)
			return i * i
		}
		got := slices.Collect(Map(t.Context(), count(100), Limits[int]{4, 1000, one}, square))
		for i, v := range got {
			assert.Equal(t, i*i, v)
		}
		assert.Len(t, got, 100)
	})
}

// Elements under way are bounded by their size, and one that is larger than the bound is let in alone.
func TestBytes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var now, most atomic.Int64
		sizes := []int64{3, 3, 3, 3, 50, 3, 3, 10, 1}
		f := func(_ context.Context, i int) int {
			n := now.Add(min(sizes[i], 10))
			most.Store(max(most.Load(), n))
			time.Sleep(time.Millisecond)
			now.Add(-min(sizes[i], 10))
			return i
		}
		got := slices.Collect(Map(t.Context(), count(len(sizes)), Limits[int]{8, 10, func(i int) int64 { return sizes[i] }}, f))
		assert.Len(t, got, len(sizes))
		assert.LessOrEqual(t, most.Load(), int64(10))
	})
}

// An early break and a cancelled context leave no goroutine behind: synctest fails where one is left.
func TestBreakAndCancel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		wait := func(_ context.Context, i int) int { time.Sleep(time.Millisecond); return i }
		for v := range Map(t.Context(), count(1000), Limits[int]{3, 2, one}, wait) {
			if v == 5 {
				break
			}
		}
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var got []int
		for v := range Map(ctx, count(1000), Limits[int]{3, 100, one}, wait) {
			got = append(got, v)
			if v == 10 {
				cancel()
			}
		}
		assert.Less(t, len(got), 30)
		for i, v := range got {
			assert.Equal(t, i, v)
		}
	})
}

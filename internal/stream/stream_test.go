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
		got := slices.Collect(Map(t.Context(), count(100), Limits[int]{Workers: 4, MaxBytes: 1000, Size: one}, Each(square)))
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
		got := slices.Collect(Map(t.Context(), count(len(sizes)), Limits[int]{Workers: 8, MaxBytes: 10, Size: func(i int) int64 { return sizes[i] }}, Each(f)))
		assert.Len(t, got, len(sizes))
		assert.LessOrEqual(t, most.Load(), int64(10))
	})
}

// An early break and a cancelled context leave no goroutine behind: synctest fails where one is left.
func TestBreakAndCancel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		wait := func(_ context.Context, i int) int { time.Sleep(time.Millisecond); return i }
		for v := range Map(t.Context(), count(1000), Limits[int]{Workers: 3, MaxBytes: 2, Size: one}, Each(wait)) {
			if v == 5 {
				break
			}
		}
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var got []int
		for v := range Map(ctx, count(1000), Limits[int]{Workers: 3, MaxBytes: 100, Size: one}, Each(wait)) {
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

// Groups keep the order, take no more than is there, and leave work for the other workers.
func TestGroups(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var groups, largest, alone atomic.Int64
		f := func(_ context.Context, in []int) []int {
			groups.Add(1)
			largest.Store(max(largest.Load(), int64(len(in))))
			if len(in) == 1 {
				alone.Add(1)
			}
			time.Sleep(time.Duration(len(in)) * time.Millisecond)
			return in
		}
		got := slices.Collect(Map(t.Context(), count(500), Limits[int]{Workers: 2, MaxBytes: 1 << 20, Size: one, Grouped: true}, f))
		assert.Len(t, got, 500)
		assert.True(t, slices.IsSorted(got))
		assert.Greater(t, largest.Load(), int64(4))
		assert.LessOrEqual(t, largest.Load(), int64(groupSize))
		assert.Less(t, groups.Load(), int64(200))

		// A source that is slower than the work is not waited for.
		groups.Store(0)
		slow := func(yield func(int) bool) {
			for i := 0; i < 20 && yield(i); i++ {
				time.Sleep(time.Second)
			}
		}
		start := time.Now()
		for v := range Map(t.Context(), slow, Limits[int]{Workers: 2, MaxBytes: 1 << 20, Size: one, Grouped: true}, f) {
			assert.Less(t, time.Since(start), time.Duration(v)*time.Second+100*time.Millisecond)
		}
		assert.EqualValues(t, 20, groups.Load())

		// Large elements go alone.
		alone.Store(0)
		large := func(int) int64 { return groupMax }
		got = slices.Collect(Map(t.Context(), count(40), Limits[int]{Workers: 2, MaxBytes: 1 << 30, Size: large, Grouped: true}, f))
		assert.Len(t, got, 40)
		assert.EqualValues(t, 40, alone.Load())
	})
}

package bench

import (
	"math"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
)

// TestScale logs how much faster Run is on two processors than on one, over the articles of the extraction cases: the best
// times of several rounds in turn.
func TestScale(t *testing.T) {
	docs := slices.Repeat(caseArticles(t), 4)
	if !testing.Verbose() || docs == nil {
		t.Skip("a figure to read: run with -v and XINWEN_CASES")
	}
	all := func(yield func(*xinwen.Input, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	best := [3]float64{1: math.Inf(1), 2: math.Inf(1)}
	for range 5 {
		for n := 1; n <= 2; n++ {
			runtime.GOMAXPROCS(n)
			p, err := xinwen.New(xinwen.WithWorkers(n))
			require.NoError(t, err)
			start := time.Now()
			for range p.Run(t.Context(), all) {
			}
			best[n] = min(best[n], time.Since(start).Seconds())
		}
	}
	t.Logf("one processor %.2f s, two %.2f s: %.2f times as fast", best[1], best[2], best[1]/best[2])
}

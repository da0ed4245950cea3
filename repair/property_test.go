package repair

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ownTexts are the training texts without their tags, a file each, with a line break after every fifth sentence.
func ownTexts(tb testing.TB) map[string]string {
	tb.Helper()
	files, err := filepath.Glob("../internal/annotated/*.txt")
	require.NoError(tb, err)
	require.NotEmpty(tb, files)
	out := map[string]string{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		require.NoError(tb, err)
		var s strings.Builder
		n := 0
		for line := range strings.Lines(string(b)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for _, token := range strings.Fields(line) {
				if i := strings.LastIndexByte(token, '/'); i > 0 {
					s.WriteString(token[:i])
				}
			}
			if n++; n%5 == 0 {
				s.WriteByte('\n')
			}
		}
		out[filepath.Base(file)] = s.String()
	}
	return out
}

func TestOwnTextsAreClean(t *testing.T) {
	r := newRepairer(t)
	for name, s := range ownTexts(t) {
		for _, s := range []string{s, shared().toTraditional(s), normalise(s)} {
			got, edits := r.Repair(s)
			assert.Equal(t, s, got, name)
			assert.Nil(t, edits, name)
		}
	}
}

// Simulated damage of our own texts comes back. The model knows these texts: how well it does on others is measured by
// TestSimulatedNews.
func TestSimulated(t *testing.T) {
	texts := ownTexts(t)
	var articles []string
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		articles = append(articles, texts[name])
	}
	r := newRepairer(t)
	for _, c := range []struct {
		name  string
		s     simulation
		floor float64
	}{
		{"A", simulation{}, 0.95},
		{"A+P", simulation{cuts: 0.6}, 0.9},
		{"A, normalised", simulation{normalised: true}, 0.85},
		{"A+P, normalised", simulation{cuts: 0.6, normalised: true}, 0.74},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.s.run(t, r, articles)
			t.Logf("%+v", got)
			assert.Equal(t, got.whole, got.wholeExact, "annotation without byte damage")
			assert.GreaterOrEqual(t, float64(got.exact), c.floor*float64(got.broken))
		})
	}
}

// Family B, with every annotation doubled or not, and family C.
func TestSimulatedTonelessAndCommas(t *testing.T) {
	r := newRepairer(t)
	for name, s := range ownTexts(t) {
		for _, double := range []bool{false, true} {
			f := newFarm(uint64(len(s)))
			clean := f.toTraditional(s)
			damaged := f.toneless(clean, double)
			got, edits := r.Repair(damaged)
			assert.Equal(t, clean, got, name)
			requireAligned(t, damaged, got, edits)

			damaged = strings.ReplaceAll(damaged, "。", ",。")
			got, edits = r.Repair(damaged)
			assert.Equal(t, clean, got, name)
			requireAligned(t, damaged, got, edits)
		}
	}
}

package repair

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/internal/cases"
	"github.com/xinwen-go/xinwen/text"
)

func readCase(tb testing.TB, parts ...string) string {
	tb.Helper()
	b, err := os.ReadFile(cases.Path(tb, parts...))
	require.NoError(tb, err)
	return string(b)
}

func newRepairer(tb testing.TB, opts ...Option) *Repairer {
	tb.Helper()
	r, err := New(opts...)
	require.NoError(tb, err)
	return r
}

// aligned checks that the edits account for every difference and are as documented.
func requireAligned(tb testing.TB, raw, got string, edits []Edit) {
	tb.Helper()
	var runs []text.Run
	for _, e := range edits {
		runs = append(runs, e.Run)
		require.Contains(tb, []Kind{Pinyin, GBK, Entity, Mojibake, Invisible, Compat, Comma}, e.Kind)
		if e.Kind == Pinyin {
			require.True(tb, e.Text.Empty(), "an annotation is removed")
		}
	}
	_, err := text.NewAligned(raw, got, runs)
	require.NoError(tb, err)
}

func TestSeed(t *testing.T) {
	raw, want := readCase(t, "..", "seed", "article.txt"), readCase(t, "..", "seed", "restored.txt")
	r := newRepairer(t)
	got, edits := r.Repair(raw)
	assert.Equal(t, want, got)
	requireAligned(t, raw, got, edits)
	kinds := map[Kind]int{}
	for _, e := range edits {
		kinds[e.Kind]++
		assert.True(t, e.Certain)
	}
	assert.Equal(t, 3, kinds[GBK], "places with byte damage")
	report := r.Detect(raw)
	assert.Equal(t, []Family{Annotation}, report.Families)
	assert.Equal(t, QuestionMark, report.Decoder)
	assert.True(t, report.Normalised)
}

// Each piece of the seed article must come out as it does in the whole.
func TestSeedInPieces(t *testing.T) {
	raw, want := readCase(t, "..", "seed", "article.txt"), readCase(t, "..", "seed", "restored.txt")
	r := newRepairer(t)
	for _, sep := range []string{"\n", "。", ","} {
		pieces, whole := strings.Split(raw, sep), strings.Split(want, sep)
		require.Len(t, whole, len(pieces))
		for i, p := range pieces {
			got, _ := r.Repair(p)
			assert.Equal(t, whole[i], got)
		}
	}
}

func TestPlaces(t *testing.T) {
	r := newRepairer(t)
	n, raw, normalised := 0, 0, 0
	type place struct {
		ID             int
		Damaged, Clean string
		Raw            string `json:"damaged_raw"`
	}
	for _, p := range cases.Lines[place](t, cases.Path(t, "repair", "places.jsonl")) {
		n++
		for _, c := range []struct {
			s     string
			count *int
			same  func(string) string
		}{{p.Raw, &raw, func(s string) string { return s }}, {p.Damaged, &normalised, normalise}} {
			got, edits := r.Repair(c.s)
			requireAligned(t, c.s, got, edits)
			if c.same(got) == c.same(p.Clean) {
				*c.count++
			} else {
				t.Logf("%d %s\n got %s\nwant %s", p.ID, c.s, got, p.Clean)
			}
		}
	}
	t.Logf("real places: %d of %d with full-width punctuation kept, %d after a normaliser", raw, n, normalised)
	assert.GreaterOrEqual(t, raw, 50)
	assert.GreaterOrEqual(t, normalised, 47)
}

// newsBodies are articles that the model was not trained on.
func newsBodies(tb testing.TB) []string {
	var out []string
	for _, p := range cases.Lines[struct{ Body string }](tb, cases.Path(tb, "extract", "gold.jsonl")) {
		if len(p.Body) > 300 {
			out = append(out, p.Body)
		}
	}
	return out
}

// TestSimulatedNews damages news articles as the farms do and counts the paragraphs with byte damage that come back
// exactly.
func TestSimulatedNews(t *testing.T) {
	bodies := newsBodies(t)
	r := newRepairer(t)
	for _, c := range []struct {
		name  string
		s     simulation
		floor float64
	}{
		{"A", simulation{}, 0.97},
		{"A+P", simulation{cuts: 0.6}, 0.96},
		{"A, normalised", simulation{normalised: true}, 0.93},
		{"A+P, normalised", simulation{cuts: 0.6, normalised: true}, 0.89},
		{"A, bytes dropped", simulation{decoder: Ignoring}, 0.92},
		{"A, replacement characters", simulation{decoder: Replacing}, 0.92},
		{"A+P, bytes dropped", simulation{cuts: 0.6, decoder: Ignoring}, 0.7},
		{"A+P, replacement characters", simulation{cuts: 0.6, decoder: Replacing}, 0.9},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.s.run(t, r, bodies)
			t.Logf("%+v", got)
			assert.Equal(t, got.whole, got.wholeExact, "annotation without byte damage")
			assert.GreaterOrEqual(t, float64(got.exact), c.floor*float64(got.broken))
		})
	}
}

// TestCleanCases repairs every string of all cases, as it stands and turned to traditional characters: none is damaged.
func TestCleanCases(t *testing.T) {
	r := newRepairer(t)
	n := 0
	// Two articles hold C1 controls that were bytes of windows-1252: they are damaged in that.
	try := func(s string) {
		s = strings.Map(func(c rune) rune {
			if c >= 0x80 && c < 0xA0 {
				return -1
			}
			return c
		}, s)
		n += len(s)
		got, edits := r.Repair(s)
		if !assert.Equal(t, s, got) {
			t.Logf("%+v", edits)
		}
	}
	for _, name := range []string{"extract/gold.jsonl", "segmentation/dev.jsonl", "officials/dev.jsonl", "officials/hard_cases.jsonl",
		"numbers/examples.jsonl", "numbers/cn2an.jsonl", "numbers/jionlp.jsonl", "numbers/minlp-duckling.jsonl", "numbers/wetextprocessing.jsonl"} {
		for _, m := range cases.Lines[map[string]any](t, cases.Path(t, filepath.FromSlash(name))) {
			if words, ok := m["words"].([]any); ok {
				var b strings.Builder
				for _, w := range words {
					b.WriteString(w.(string))
				}
				m = map[string]any{"text": b.String()}
			}
			for _, v := range m {
				if s, ok := v.(string); ok {
					try(s)
					try(shared().toTraditional(s))
				}
			}
		}
	}
	t.Logf("%d bytes of clean text unchanged", n)
	assert.Greater(t, n, 1<<20)
}

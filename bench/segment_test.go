package bench

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-ego/gse"
	"github.com/stretchr/testify/require"
	"github.com/yanyiwu/gojieba"

	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// cutter cuts a text into words, which together are the text.
type cutter struct {
	name string
	cut  func(string) []string
}

func cutters(tb testing.TB) []cutter {
	ours, err := segment.New()
	require.NoError(tb, err)
	untagged, err := segment.New(segment.WithoutPOS())
	require.NoError(tb, err)
	dict, err := segment.New(segment.WithDictionaryOnly())
	require.NoError(tb, err)
	var g gse.Segmenter
	require.NoError(tb, g.LoadDictEmbed())
	j := gojieba.NewJieba()
	tb.Cleanup(j.Free)
	with := func(s *segment.Segmenter) func(string) []string {
		var tokens []segment.Token
		return func(str string) []string {
			t := text.New(str)
			tokens = s.Append(tokens[:0], t)
			words := make([]string, len(tokens))
			for i, tok := range tokens {
				words[i] = t.Slice(tok.Span)
			}
			return words
		}
	}
	return []cutter{
		{"xinwen", with(ours)},
		{"xinwen-untagged", with(untagged)},
		{"xinwen-dictionary", with(dict)},
		{"gse", func(s string) []string { return g.Cut(s, false) }},
		{"gse-hmm", func(s string) []string { return g.Cut(s, true) }},
		{"gojieba", func(s string) []string { return j.Cut(s, false) }},
		{"gojieba-hmm", func(s string) []string { return j.Cut(s, true) }},
	}
}

func newspaper(tb testing.TB) [][]string {
	dir := os.Getenv("XINWEN_CASES")
	if dir == "" {
		return nil
	}
	f, err := os.Open(filepath.Join(dir, "segmentation", "dev.jsonl"))
	require.NoError(tb, err)
	defer f.Close()
	var lines [][]string
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var l struct{ Words []string }
		require.NoError(tb, json.Unmarshal(sc.Bytes(), &l))
		lines = append(lines, l.Words)
	}
	require.NoError(tb, sc.Err())
	return lines
}

// TestSegmentQuality prints the word F of each segmenter against the newspaper standard as it is: our standard keeps names
// whole where it splits them, so we are scored below what we reach on our own.
func TestSegmentQuality(t *testing.T) {
	lines := newspaper(t)
	if lines == nil {
		t.Skip("XINWEN_CASES names no folder of cases")
	}
	for _, c := range cutters(t) {
		hit, got, want := 0, 0, 0
		for _, words := range lines {
			gold := bounds(words)
			cut := bounds(c.cut(strings.Join(words, "")))
			for b := range cut {
				if gold[b] {
					hit++
				}
			}
			got, want = got+len(cut), want+len(gold)
		}
		t.Logf("%-18s F %.2f", c.name, 200*float64(hit)/float64(got+want))
	}
}

func bounds(words []string) map[[2]int]bool {
	out := map[[2]int]bool{}
	at := 0
	for _, w := range words {
		if strings.TrimSpace(w) != "" {
			out[[2]int{at, at + len(w)}] = true
		}
		at += len(w)
	}
	return out
}

func BenchmarkSegment(b *testing.B) {
	doc := news(b)
	for _, c := range cutters(b) {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(doc)))
			b.ReportAllocs()
			for b.Loop() {
				c.cut(doc)
			}
		})
	}
}

// news is the text of the extraction cases where XINWEN_CASES names their folder, and else about 100 kB of the repository's
// sample articles: these over and over, which flatters whatever looks words up in tables.
func news(tb testing.TB) string {
	var s strings.Builder
	for _, d := range caseArticles(tb) {
		s.WriteString(d.Text)
	}
	if s.Len() > 0 {
		return s.String()
	}
	for _, d := range samples(tb) {
		s.WriteString(d.Text)
	}
	return strings.Repeat(s.String(), 100_000/s.Len()+1)
}

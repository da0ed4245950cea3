package bench

import (
	"os"
	"testing"

	"github.com/go-ego/gse"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
)

// BenchmarkPipeline measures all stages on the sample articles, with and without the JSON form, beside a
// segmenter's cut of the same text, on one core.
func BenchmarkPipeline(b *testing.B) {
	docs := articles(b)
	size := int64(0)
	for _, d := range docs {
		size += d.Size()
	}
	p, err := xinwen.New()
	require.NoError(b, err)
	var g gse.Segmenter
	require.NoError(b, g.LoadDictEmbed())
	b.Run("xinwen", func(b *testing.B) {
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			for _, d := range docs {
				p.Process(b.Context(), d)
			}
		}
	})
	b.Run("xinwen-json", func(b *testing.B) {
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			for _, d := range docs {
				if rec, err := p.Process(b.Context(), d); err == nil {
					rec.MarshalJSON()
				}
			}
		}
	})
	b.Run("gse-hmm", func(b *testing.B) {
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			for _, d := range docs {
				g.Cut(d.Text, true)
			}
		}
	})
}

// articles are the sample articles.
func articles(tb testing.TB) (docs []*xinwen.Input) {
	for _, name := range []string{"meeting.txt", "economy.txt", "appointment.txt", "taiwan.txt"} {
		b, err := os.ReadFile("../testdata/" + name)
		require.NoError(tb, err)
		docs = append(docs, &xinwen.Input{ID: name, Text: string(b), Published: "2025-10-01"})
	}
	return docs
}

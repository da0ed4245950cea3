package bench

import (
	"testing"
	"time"

	"github.com/markusmobius/go-dateparser"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/text"
)

// BenchmarkTimes finds the times of a news text: ours with the quantities, the peer the dates alone.
func BenchmarkTimes(b *testing.B) {
	doc := news(b)[:8<<10] // the peer is slow: a few kilobytes are enough
	at := time.Date(2025, 7, 18, 0, 0, 0, 0, time.UTC)
	b.Run("xinwen", func(b *testing.B) {
		r, err := numbers.New()
		require.NoError(b, err)
		b.SetBytes(int64(len(doc)))
		b.ReportAllocs()
		for b.Loop() {
			r.Read(text.New(doc), numbers.Context{Published: at})
		}
	})
	b.Run("go-dateparser", func(b *testing.B) {
		cfg := &dateparser.Configuration{CurrentTime: at, Languages: []string{"zh"}}
		b.SetBytes(int64(len(doc)))
		b.ReportAllocs()
		for b.Loop() {
			_, _, _ = dateparser.Search(cfg, doc)
		}
	})
}

package gazetteer

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(packed); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPrefixes(b *testing.B) {
	g := Load()
	s := strings.Repeat("甘肃省天水市清水县与天津市河北区召开东西部协作联席会议,县委副书记、县长介绍情况。", 100)
	text := []rune(s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		for i := range text {
			g.Prefixes(text[i:], func(int, NameID) bool { return true })
		}
	}
}

func BenchmarkCandidates(b *testing.B) {
	g := Load()
	n, _ := g.Lookup("朝阳")
	at := time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC)
	b.ReportAllocs()
	for b.Loop() {
		g.Candidates(n, at)
	}
}

func TestDecodeBroken(t *testing.T) {
	_, err := decode(nil)
	require.Error(t, err)
	_, err = decode(packed[:len(packed)/2])
	require.Error(t, err)
}

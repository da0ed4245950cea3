package segment_test

import (
	"strings"
	"testing"
	"time"

	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// Time must grow with the length of a text, whatever is in it.
func TestHostileTexts(t *testing.T) {
	s := build(t, segment.WithWords(segment.Word{Text: "一一一"}, segment.Word{Text: strings.Repeat("一", 64)}))
	for _, piece := range []string{"1", "1,", "1.", "1,111,", "一", "十", "几百", "三十六", "百分之", "第", "·", "一·", "a-", "1/1", "2021-", "王", "\xff", "字", "1年", "—", " "} {
		str := strings.Repeat(piece, 300_000/len(piece))
		start := time.Now()
		n := len(s.Append(nil, text.New(str)))
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%q: %v for %d tokens", piece, d, n)
		}
	}
}

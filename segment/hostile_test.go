package segment_test

import (
	"strings"
	"testing"
	"time"

	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// Time must grow with the length of a text, whatever is in it. The time of a long text is compared with that of a short one,
// the best of a few tries each, so that it holds on a busy machine and under the race detector: where time grew with the
// square it would be 256 times as long.
func TestHostileTexts(t *testing.T) {
	const short, times, most = 4_000, 16, 100
	s := build(t, segment.WithWords(segment.Word{Text: "一一一"}, segment.Word{Text: strings.Repeat("一", 64)}))
	var tokens []segment.Token
	took := func(str string) time.Duration {
		tx := text.New(str)
		start := time.Now()
		tokens = s.Append(tokens[:0], tx)
		return time.Since(start)
	}
	for _, piece := range []string{"1", "1,", "1.", "1,111,", "一", "十", "几百", "三十六", "百分之", "第", "·", "一·", "a-", "1/1", "2021-", "王", "\xff", "字", "1年", "—", " ", "李建勇说",
		"县长李建勇，", "李建勇李建", "欧阳"} {
		str := strings.Repeat(piece, times*short/len(piece))
		took(str) // the scratch memory grows
		base, long := time.Hour, time.Hour
		for range 5 {
			base = min(base, took(str[:short/len(piece)*len(piece)]))
		}
		base = max(base, 100*time.Microsecond)
		for try := 0; try < 5 && long > most*base; try++ {
			long = min(long, took(str))
		}
		if long > most*base {
			t.Errorf("%q: %v for a text %d times as long as one of %v", piece, long, times, base)
		}
	}
}

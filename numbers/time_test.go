package numbers

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/xinwen-go/xinwen/text"
)

func read(s, published string) []Time {
	var c Context
	if published != "" {
		layout := "2006-01-02T15:04:05"
		c.Published, _ = time.Parse(layout[:len(published)], published)
	}
	return readTimes(nil, text.New(s), c)
}

type timeWant struct {
	text, published string
	want            []string // surface, EDTF, anchor
}

func checkTimes(t *testing.T, cases []timeWant) {
	t.Helper()
	for _, c := range cases {
		tx := text.New(c.text)
		var got []string
		for _, m := range read(c.text, c.published) {
			got = append(got, tx.Slice(m.Span)+" "+m.EDTF+" "+string(m.Anchor))
		}
		assert.Equal(t, c.want, got, "%s (%s)", c.text, c.published)
	}
}

func TestTimesWithoutReference(t *testing.T) {
	checkTimes(t, []timeWant{
		{"4月28日上午，甲县召开会议。2017年以来，两地合作。", "", []string{"4月28日上午 XXXX-04-28 none", "2017年以来 2017/.. absolute"}},
		{"公元前221年，距今已逾2200年。", "", []string{"公元前221年 -0220 absolute"}},
		{"“十四五”期间，该县每年投入不足1亿元，5年合计4.65亿元。", "", []string{"“十四五”期间 2021/2025 absolute"}},
	})
}

func TestTimesByReference(t *testing.T) {
	checkTimes(t, []timeWant{
		{"截至6月底，余额为3万亿元，较5月末增加。", "2026-07-07", []string{"截至6月底 ../2026-06-30 reference", "5月末 2026-05-31 reference"}},
		{"民國112年底，人口較10年前減少。", "2026-06-15", []string{"民國112年底 2023-12 absolute", "10年前 2013-12 text"}},
		{"大会将于本月28日至30日举行。", "2026-06-15", []string{"本月28日至30日 2026-06-28/2026-06-30 reference"}},
		{"2021年4月28日下午3时30分至5时", "2026-06-15", []string{"2021年4月28日下午3时30分至5时 2021-04-28T15:30/2021-04-28T17:00 absolute"}},
	})
}

package repair

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func FuzzRepair(f *testing.F) {
	for _, s := range []string{
		"這是一部?jī)傻財(cái)y手共奔小康", "要?jiǎng)?chuàng)造良好環(huán)境", "均(jun)(jun) 速行驶", "進行視察？？h政府", "堅(jiān)持,。發(fā)展,,",
		"&amp;nbsp;&#x4e2d;\u200b\uF90A⻓江", "ä¸\u00adå›½", "锟斤拷", "鎴戠殑鐢佃剳鍧忎簡", "\u0093好\u0094\xff", "要\uFFFD(jiǎng)造",
		"任何其他地方?！?/p>", "村e(cuò)郵", "金\uF90A&nbsp(jiān)?！？；，", "ÖÐ¹ú", "踏毞奻敁ㄛ瓮巹",
	} {
		f.Add(s)
	}
	r, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		got, edits := r.Repair(raw)
		requireAligned(t, raw, got, edits)
		if len(edits) == 0 {
			require.Equal(t, raw, got)
		}
		if utf8.ValidString(raw) {
			require.True(t, utf8.ValidString(got))
		}
		for _, e := range edits {
			for _, off := range []int{e.Raw.Start, e.Raw.End} {
				require.True(t, off == len(raw) || !utf8.ValidString(raw) || utf8.RuneStart(raw[off]))
			}
			for _, off := range []int{e.Text.Start, e.Text.End} {
				require.True(t, off == len(got) || !utf8.ValidString(raw) || utf8.RuneStart(got[off]))
			}
		}
		again, more := r.Repair(raw)
		require.Equal(t, got, again)
		require.Equal(t, edits, more)
		r.Detect(raw)
	})
}

func FuzzCompose(f *testing.F) {
	f.Add("a&amp;\u200b堅(jiān)", "b\uF90A")
	f.Fuzz(func(t *testing.T, a, b string) {
		raw := a + "&amp;\u200bnbsp;" + b
		one, first := decodeEntities(raw)
		two, second := removeInvisible(one)
		requireAligned(t, raw, two, compose(first, second))
	})
}

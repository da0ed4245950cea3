package text_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/text"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"區委書記劉志強，說：「１．７億元」": "区委书记刘志强,说:“1.7亿元”",
		"ＧＤＰ增長５％　全年":        "gdp增长5% 全年",
		"『里』裡裏，阿卜杜拉‧居爾":     "‘里’里里,阿卜杜拉·居尔",
		"伊爾塞﹒艾格納":           "伊尔塞·艾格纳",
		"二○二一年":             "二〇二一年",
		"金\uF90A":           "金金", // a compatibility ideograph
		"妝粧 爲為 衞":           "妆妆 为为 卫",
		"乾隆年間於此":            "干隆年间于此",
	} {
		assert.Equal(t, want, text.FoldString(in))
		assert.Equal(t, utf8.RuneCountInString(in), utf8.RuneCountInString(text.FoldString(in)))
	}
}

func TestFoldIsStable(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		f := text.Fold(r)
		if g := text.Fold(f); g != f {
			// One step may lead from a compatibility form to a character that is itself folded, never further.
			require.Equal(t, g, text.Fold(g), "%U → %U → %U", r, f, g)
		}
	}
}

func TestSimplify(t *testing.T) {
	assert.Equal(t, "陈润华，GDP１", text.Simplify("陳潤華，GDP１"))
}

func TestScript(t *testing.T) {
	for in, want := range map[string]text.Script{
		"清水縣委書記出席聯席會議":        text.Hant,
		"清水县委书记出席联席会议":        text.Hans,
		"中共中央":                text.Hans,
		"The quick brown fox": text.Other,
		"":                    text.Other,
		"これは日本語の文章です、漢字もあります": text.Other,
		"GDP增長5.3%": text.Hant,
	} {
		assert.Equal(t, want, text.New(in).Script(), in)
	}
}

func TestSentencesAndClauses(t *testing.T) {
	sentences := func(s string) (out []string) {
		d := text.New(s)
		d.Sentences(func(i, j int) bool { out = append(out, d.SliceRunes(i, j)); return true })
		return out
	}
	assert.Equal(t, []string{"他說：「好！」", "會議結束。\n", "完"}, sentences("他說：「好！」會議結束。\n完"))
	assert.Equal(t, []string{"全力抢救.", "查明原因.", "增长5.3%"}, sentences("全力抢救.查明原因.增长5.3%"))
	assert.Equal(t, []string{"真的吗？！……", "是。"}, sentences("真的吗？！……是。"))
	d := text.New("营收3,499.00元，增长5%；书记、县长10:30到会。")
	var clauses []string
	d.Clauses(0, d.Len(), func(i, j int) bool { clauses = append(clauses, d.SliceRunes(i, j)); return true })
	assert.Equal(t, []string{"营收3,499.00元，", "增长5%；", "书记、县长10:30到会。"}, clauses)
}

func TestAlignment(t *testing.T) {
	raw, str := "鄉(xiāng)村振興", "鄉村振興"
	d, err := text.NewAligned(raw, str, []text.Run{{Raw: text.Span{Start: 3, End: 11}, Text: text.Span{Start: 3, End: 3}}})
	require.NoError(t, err)
	assert.Equal(t, raw, d.Raw())
	assert.Equal(t, "鄉", raw[d.RawSpan(text.Span{Start: 0, End: 3}).Start:d.RawSpan(text.Span{Start: 0, End: 3}).End])
	assert.Equal(t, "村", raw[d.RawSpan(text.Span{Start: 3, End: 6}).Start:d.RawSpan(text.Span{Start: 3, End: 6}).End])
	whole := d.RawSpan(text.Span{Start: 0, End: 6})
	assert.Equal(t, "鄉(xiāng)村", raw[whole.Start:whole.End])
	assert.Equal(t, "鄉村", d.Slice(d.TextSpan(whole)))
}

func TestBadAlignment(t *testing.T) {
	for name, runs := range map[string][]text.Run{
		"outside":      {{Raw: text.Span{Start: 0, End: 99}, Text: text.Span{Start: 0, End: 1}}},
		"backwards":    {{Raw: text.Span{Start: 2, End: 1}, Text: text.Span{Start: 2, End: 2}}},
		"unaccounted":  {{Raw: text.Span{Start: 0, End: 1}, Text: text.Span{Start: 0, End: 0}}},
		"out of order": {{Raw: text.Span{Start: 2, End: 3}, Text: text.Span{Start: 2, End: 3}}, {Raw: text.Span{Start: 0, End: 1}, Text: text.Span{Start: 0, End: 1}}},
	} {
		_, err := text.NewAligned("abcd", "abcd", runs)
		assert.Error(t, err, name)
	}
}

// edit makes a random alignment: parts of raw kept, removed, replaced or added to.
func edit(rng *rand.Rand, raw string) (string, []text.Run) {
	var b strings.Builder
	var runs []text.Run
	for i := 0; i < len(raw); {
		_, size := utf8.DecodeRuneInString(raw[i:])
		n := min(len(raw)-i, size*(1+rng.IntN(3)))
		for i+n < len(raw) && !utf8.RuneStart(raw[i+n]) {
			n++
		}
		if rng.IntN(3) > 0 {
			b.WriteString(raw[i : i+n])
		} else {
			start := b.Len()
			b.WriteString(strings.Repeat("新", rng.IntN(3)))
			runs = append(runs, text.Run{Raw: text.Span{Start: i, End: i + n}, Text: text.Span{Start: start, End: b.Len()}})
		}
		i += n
	}
	return b.String(), runs
}

func checkAligned(t *testing.T, d *text.Text) {
	t.Helper()
	require.Equal(t, utf8.RuneCountInString(d.String()), d.Len())
	require.Len(t, d.Folded(), d.Len())
	require.Equal(t, len(d.String()), d.Offset(d.Len()))
	for i := range d.Len() {
		require.Equal(t, i, d.Rune(d.Offset(i)))
		s := d.Span(i, i+1)
		back := d.TextSpan(d.RawSpan(s))
		require.True(t, back.Contains(s), "rune %d: %v → %v → %v", i, s, d.RawSpan(s), back)
		inRun := false
		for _, r := range d.Runs() {
			inRun = inRun || r.Text.Contains(s)
		}
		if !inRun { // verbatim runes map exactly
			require.Equal(t, s, back)
			raw := d.RawSpan(s)
			require.Equal(t, d.Slice(s), d.Raw()[raw.Start:raw.End])
		}
	}
	whole := text.Span{Start: 0, End: len(d.String())}
	if len(d.Runs()) == 0 {
		require.Equal(t, whole, d.RawSpan(whole))
	}
	n := 0
	d.Sentences(func(i, j int) bool {
		require.Equal(t, n, i)
		require.Less(t, i, j)
		c := i
		d.Clauses(i, j, func(a, b int) bool {
			require.Equal(t, c, a)
			c = b
			return true
		})
		require.Equal(t, j, c)
		n = j
		return true
	})
	require.Equal(t, d.Len(), n)
	d.Script()
}

func TestAlignmentProperty(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	words := []string{"鄉", "(xiāng)", "村", "a", "。", "\xff", "1.5", "𠮷", "，", "“", "\n"}
	for range 500 {
		var b strings.Builder
		for range rng.IntN(30) {
			b.WriteString(words[rng.IntN(len(words))])
		}
		str, runs := edit(rng, b.String())
		d, err := text.NewAligned(b.String(), str, runs)
		require.NoError(t, err)
		checkAligned(t, d)
	}
}

func FuzzText(f *testing.F) {
	f.Add("清水縣委書記說:「GDP增長5.3%。」\n完", uint64(1))
	f.Add("\xff\xfe\x00鄉", uint64(2))
	f.Add("", uint64(3))
	f.Fuzz(func(t *testing.T, raw string, seed uint64) {
		if len(raw) > 2000 {
			return
		}
		checkAligned(t, text.New(raw))
		str, runs := edit(rand.New(rand.NewPCG(seed, 1)), raw)
		d, err := text.NewAligned(raw, str, runs)
		require.NoError(t, err)
		checkAligned(t, d)
	})
}

var article = strings.Repeat("清水縣委書記周明遠說，全縣上半年實現生產總值38.6億元，同比增長5.3%。\n", 1000)

func BenchmarkNew(b *testing.B) {
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		text.New(article)
	}
}

func BenchmarkScript(b *testing.B) {
	d := text.New(article)
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		d.Script()
	}
}

func BenchmarkSentences(b *testing.B) {
	d := text.New(article)
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		d.Sentences(func(i, j int) bool {
			d.Clauses(i, j, func(int, int) bool { return true })
			return true
		})
	}
}

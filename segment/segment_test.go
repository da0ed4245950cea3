package segment_test

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/internal/annotated"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

func build(t testing.TB, opts ...segment.Option) *segment.Segmenter {
	t.Helper()
	s, err := segment.New(opts...)
	require.NoError(t, err)
	return s
}

func spaced(s *segment.Segmenter, str string) string {
	var out []string
	for _, w := range cut(s, str) {
		out = append(out, w.text)
	}
	return strings.Join(out, " ")
}

// What rules decide is cut the same with and without the model.
func TestFigures(t *testing.T) {
	for in, want := range map[string]string{
		"1.7亿元":         "1.7亿 元",
		"3,499.00元":     "3,499.00 元",
		"2萬9500元":       "2萬9500 元",
		"1億8600萬元":      "1億8600萬 元",
		"5.3%":          "5.3%",
		"百分之三十":         "百分之三十",
		"三分之二":          "三分之二",
		"20多年":          "20 多 年",
		"50余万":          "50余万",
		"2021年4月28日上午":  "2021年 4月 28日 上午",
		"二〇二一年":         "二〇二一年",
		"民國112年":        "民國 112年",
		"下午3时30分":       "下午 3时 30分",
		"8点半":           "8点半",
		"20世纪90年代":      "20 世纪 90年代",
		"九十年代":          "九十年代",
		"第14届":          "第14 届",
		"第十五届":          "第十五 届",
		"5千克":           "5 千克",
		"30兆瓦":          "30 兆瓦",
		"几十万":           "几十万",
		"A股":            "A股",
		"5G":            "5G",
		"5km":           "5 km",
		"COVID-19":      "COVID-19",
		"A&B":           "A&B",
		"10:30":         "10:30",
		"2021-04-28":    "2021-04-28",
		"3个月":           "3 个 月",
		"11月份":          "11月份",
		"3天":            "3 天",
		"——":            "——",
		"……":            "……",
		"さくら":           "さくら",
		"安娜·卡特琳":        "安娜·卡特琳",
		"１２３４万":         "１２３４万",
		" \t\n\u3000 ":  "",
		"":              "",
		"\xff\xfe":      "\xff \xfe",
		"👍👍":            "👍 👍",
		"https://a.b/c": "https : / / a.b/c",
	} {
		require.Equal(t, want, spaced(build(t), in), in)
	}
}

func TestScriptsAgree(t *testing.T) {
	sentences, err := annotated.Sentences()
	require.NoError(t, err)
	s := build(t)
	same, all := 0, 0
	for _, sent := range sentences {
		hant := cut(s, sent.Text())
		hans := cut(s, text.Simplify(sent.Text()))
		for i := range hant {
			all++
			if i < len(hans) && hans[i].start == hant[i].start && hans[i].end == hant[i].end && hans[i].tag == hant[i].tag {
				same++
			}
		}
	}
	t.Logf("%d of %d words cut and tagged alike after simplification", same, all)
	require.Equal(t, all, same) // the analysis reads folded runes
}

func TestUserWords(t *testing.T) {
	in := "白云计算机公司"
	for _, c := range []struct {
		words []segment.Word
		want  string
	}{
		{[]segment.Word{{Text: "云计算"}}, "白 云计算 机 公司"},
		{[]segment.Word{{Text: "云计算"}, {Text: "白云", Weight: 1}}, "白云 计算机 公司"},
		{[]segment.Word{{Text: "云计算", Weight: 3}, {Text: "白云", Weight: 1}}, "白 云计算 机 公司"},
		{[]segment.Word{{Text: "白雲"}, {Text: "白云计算"}}, "白云计算 机 公司"},
	} {
		require.Equal(t, c.want, spaced(build(t, segment.WithWords(c.words...)), in), "%v", c.words)
		require.Equal(t, c.want, spaced(build(t, segment.WithWords(c.words...), segment.WithDictionaryOnly()), in), "%v", c.words)
	}
	tx := text.New("云计算和5G")
	tokens := build(t, segment.WithWords(segment.Word{Text: "云计算", POS: segment.NZ})).Append(nil, tx)
	require.Equal(t, segment.Token{Span: text.Span{Start: 0, End: 9}, POS: segment.NZ, Source: segment.FromUser}, tokens[0])
	require.Equal(t, segment.FromModel, tokens[1].Source)
	require.Equal(t, segment.FromRule, tokens[2].Source)
}

func TestBadUserWords(t *testing.T) {
	for _, w := range []segment.Word{
		{}, {Text: "两 词"}, {Text: "\xff"}, {Text: strings.Repeat("长", 65)}, {Text: "词", Weight: -1}, {Text: "词", Weight: 2e6},
		{Text: "词", POS: 200},
	} {
		_, err := segment.New(segment.WithWords(segment.Word{Text: "好词"}, w))
		require.ErrorContains(t, err, "segment: word 1: ", "%v", w)
	}
	_, err := segment.New(segment.WithWords(segment.Word{Text: "云"}), segment.WithWords(segment.Word{Text: "雲"}))
	require.ErrorContains(t, err, `segment: word 1: "雲" is word 0 already`)
}

func TestReadWordsErrors(t *testing.T) {
	for in, want := range map[string]string{
		"词\n词 1 n x y":                     "line 2",
		"词\n\n词":                           "line 3: \"词\" is on line 1 already",
		"词\n\t5 n":                         "line 2: empty word",
		"词\x00 n":                          "line 1: \"词\\x00\" contains a control character",
		"词 nn":                             "line 1: \"nn\" is neither a weight nor a part of speech",
		"词 0":                              "line 1: \"词\" has weight 0",
		"词 -3":                             "line 1",
		"词 NaN":                            "line 1",
		"词 99999999999":                    "line 1",
		"\xd4\xc6\xbc\xc6":                 "line 1: not UTF-8",
		"词\n" + strings.Repeat("长", 40000): "line 2",
	} {
		_, err := segment.ReadWords(strings.NewReader(in))
		require.ErrorContains(t, err, "segment: words, "+want, in[:min(len(in), 20)])
	}
	words, err := segment.ReadWords(strings.NewReader("\uFEFF词 v\r\n \n"))
	require.NoError(t, err)
	require.Equal(t, []segment.Word{{Text: "词", POS: segment.V}}, words)
}

func TestConcurrent(t *testing.T) {
	s := build(t)
	tx := text.New(benchText(t))
	want := s.Append(nil, tx)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 5 {
				got := s.Append(nil, tx)
				if len(got) != len(want) || got[len(got)-1] != want[len(want)-1] {
					t.Error("differs")
				}
			}
		})
	}
	wg.Wait()
}

func TestNoAllocationPerToken(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector, which runs short tests, makes sync.Pool forget")
	}
	s := build(t)
	tx := text.New(benchText(t))
	dst := s.Append(nil, tx)
	n := testing.AllocsPerRun(20, func() { dst = s.Append(dst[:0], tx) })
	require.LessOrEqual(t, n, 1.0, "%d tokens", len(dst))
}

func FuzzAppend(f *testing.F) {
	for _, s := range []string{"", "清水县副县长李建勇说,今年投入1.06亿元。", "安娜·卡特琳", "\xff一\xf0", "2021年4月", "a股5G３３%", "百分之", "第", "·一·", "二十十百万几"} {
		f.Add(s)
	}
	plain := build(f, segment.WithWords(segment.Word{Text: "李建"}, segment.Word{Text: "5g", Weight: 2}))
	dict := build(f, segment.WithDictionaryOnly())
	search := build(f, segment.WithSearch())
	f.Fuzz(func(t *testing.T, str string) {
		tx := text.New(str)
		for _, s := range []*segment.Segmenter{plain, dict} {
			at := 0
			for _, k := range s.Append(nil, tx) {
				if k.Start < at || k.End <= k.Start || k.End > len(str) || int(k.POS) >= segment.NumPOS {
					t.Fatalf("token %v after %d", k, at)
				}
				for _, r := range text.FoldString(str[at:k.Start]) {
					if !isSpace(r) {
						t.Fatalf("%q is in no token", str[at:k.Start])
					}
				}
				if tx.Offset(tx.Rune(k.Start)) != k.Start || tx.Offset(tx.Rune(k.End)) != k.End {
					t.Fatalf("token %v is not on rune bounds", k)
				}
				at = k.End
			}
			for _, r := range text.FoldString(str[at:]) {
				if !isSpace(r) {
					t.Fatalf("%q is in no token", str[at:])
				}
			}
		}
		for _, k := range search.Append(nil, tx) {
			if k.Start < 0 || k.End <= k.Start || k.End > len(str) || !utf8.ValidString(tx.Slice(k.Span)) && utf8.ValidString(str) {
				t.Fatalf("token %v", k)
			}
		}
	})
}

func isSpace(r rune) bool {
	return r <= ' ' || r == 0x7F || r == 0x85 || 0x2000 <= r && r <= 0x200B || r == 0x2028 || r == 0x2029 || r == 0xFEFF || r == 0xA0 || r == 0x3000
}

// benchText is some 100 kB of our text.
func benchText(t testing.TB) string {
	sentences, err := annotated.Sentences()
	require.NoError(t, err)
	var b strings.Builder
	for _, s := range sentences {
		if b.Len() > 100_000 {
			break
		}
		b.WriteString(s.Text())
	}
	return b.String()
}

func benchmark(b *testing.B, opts ...segment.Option) {
	s := build(b, opts...)
	tx := text.New(benchText(b))
	dst := s.Append(nil, tx)
	b.SetBytes(int64(len(tx.String())))
	b.ReportAllocs()
	for b.Loop() {
		dst = s.Append(dst[:0], tx)
	}
}

func BenchmarkAppend(b *testing.B) { benchmark(b) }

func BenchmarkAppendCutOnly(b *testing.B) { benchmark(b, segment.WithoutPOS()) }

func BenchmarkAppendDictionary(b *testing.B) { benchmark(b, segment.WithDictionaryOnly()) }

func BenchmarkAppendParallel(b *testing.B) {
	s := build(b)
	tx := text.New(benchText(b))
	b.SetBytes(int64(len(tx.String())))
	b.RunParallel(func(pb *testing.PB) {
		var dst []segment.Token
		for pb.Next() {
			dst = s.Append(dst[:0], tx)
		}
	})
}

// A name that one place of a text shows is known in the rest of it, but a word stays a word where a person has it for a name.
func TestNamesOfText(t *testing.T) {
	s := build(t)
	count := func(str, name string) (n int) {
		tx := text.New(str)
		for _, k := range s.Append(nil, tx) {
			if k.POS == segment.NR && tx.Slice(k.Span) == name {
				n++
			}
		}
		return n
	}
	require.Zero(t, count("能友田里有水。", "能友田"), "not to be told without the text")
	require.Equal(t, 2, count("农民能友田说，今年丰收。能友田里有水。", "能友田"))
	require.Equal(t, 1, count("县长高峰说，工程已经完工。车流高峰已经过去。", "高峰"))
}

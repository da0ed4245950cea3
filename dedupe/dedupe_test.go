package dedupe_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/dedupe"
	"github.com/xinwen-go/xinwen/internal/annotated"
	"github.com/xinwen-go/xinwen/text"
)

func Example() {
	first := "县政府昨日召开会议，部署今年的春耕备耕工作，要求各乡镇落实种子和化肥的储备，全县计划播种小麦12.6万亩。会议由副县长主持，农业农村局负责人介绍了墒情。"
	copied := "春耕備耕工作會召開\n（來源：某某網）\n" + "縣政府昨日召開會議，部署今年的春耕備耕工作，要求各鄉鎮落實種子和化肥的儲備，全縣計劃播種小麥12.6萬畝。會議由副縣長主持，農業農村局負責人介紹了墒情。"
	index, err := dedupe.NewIndex(1000)
	if err != nil {
		fmt.Println(err)
		return
	}
	f, g := dedupe.New(text.New(first)), dedupe.New(text.New(copied))
	index.Add(&f, 1)
	fmt.Println(index.Find(&g))
	// Output: 1 true
}

// articles are texts made of sentences that stand together in our own annotated text, of 6 to 14 sentences each.
func articles(t testing.TB) (out []string) {
	sentences, err := annotated.Sentences()
	require.NoError(t, err)
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	n, want, file := 0, 6, ""
	for _, s := range sentences {
		if n == want || s.File != file {
			if n >= 5 {
				out = append(out, b.String())
			}
			b.Reset()
			n, want, file = 0, 6+r.IntN(9), s.File
		}
		if n > 0 {
			b.WriteString([]string{"", "\n"}[r.IntN(2)])
		}
		b.WriteString(s.Text())
		n++
	}
	return out
}

// variants are the ways in which outlets copy.
var variants = map[string]func(r *rand.Rand, s string) string{
	"same":     func(_ *rand.Rand, s string) string { return s },
	"headline": func(r *rand.Rand, s string) string { return headline(r) + "\n" + s },
	"outlet line": func(r *rand.Rand, s string) string {
		return fmt.Sprintf("2023-0%d-1%d 08:3%d　来源：青江在线\n", 1+r.IntN(9), r.IntN(9), r.IntN(9)) + s
	},
	"trailer": func(r *rand.Rand, s string) string {
		return s + "\n（青江在线 记者 段明瑞　责任编辑：卓玛）\n上一篇：" + headline(r) + "\n下一篇：" + headline(r)
	},
	"simplified": func(_ *rand.Rand, s string) string { return string(text.New(s).Folded()) },
	"cut": func(r *rand.Rand, s string) string {
		runes := []rune(s)
		return string(runes[:len(runes)-len(runes)*(5+r.IntN(16))/100])
	},
	"damaged": func(r *rand.Rand, s string) string { // what repair leaves of a dense farm copy: one character in a hundred
		return string(damage(r, []rune(s), 100))
	},
	"all": func(r *rand.Rand, s string) string {
		runes := text.New(s).Folded()
		runes = damage(r, slices.Clone(runes[:len(runes)-len(runes)/5]), 200)
		return headline(r) + "\n来源：青江在线　2023-08-12 10:26\n" + string(runes) + "……\n（责任编辑：卓玛）"
	},
}

// damage loses one Han character in n.
func damage(r *rand.Rand, runes []rune, n int) []rune {
	for range len(runes) / n {
		if i := r.IntN(len(runes)); text.IsHan(runes[i]) {
			runes[i] = '?'
		}
	}
	return runes
}

func headline(r *rand.Rand) string {
	parts := []string{"青江市", "全省", "各地", "召开", "推进", "启动", "工作会议", "重点项目", "专项行动", "新进展"}
	return parts[r.IntN(3)] + parts[3+r.IntN(3)] + parts[6+r.IntN(4)]
}

func TestRecall(t *testing.T) {
	texts := articles(t)
	index, err := dedupe.NewIndex(len(texts))
	require.NoError(t, err)
	for i, s := range texts {
		f := dedupe.New(text.New(s))
		if ref, ok := index.Find(&f); ok {
			t.Errorf("%d is said to be a copy of %d", i, ref)
		}
		index.Add(&f, uint64(i))
	}
	r := rand.New(rand.NewPCG(3, 4))
	found, all := 0, 0
	for _, name := range names() {
		hits := 0
		for i, s := range texts {
			f := dedupe.New(text.New(variants[name](r, s)))
			ref, ok := index.Find(&f)
			if ok {
				assert.EqualValues(t, i, ref, "%s: another article was found", name)
				hits++
			}
		}
		t.Logf("%-12s %d of %d", name, hits, len(texts))
		assert.GreaterOrEqual(t, hits*100, len(texts)*map[bool]int{true: 92, false: 97}[name == "all"], name)
		found, all = found+hits, all+len(texts)
	}
	t.Logf("recall %.4f", float64(found)/float64(all))
}

func names() (out []string) {
	for name := range variants {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// Texts that have much in common and are no copies: other figures in one pattern, a report that quotes another, two reports
// of one event around common statements.
func TestPrecision(t *testing.T) {
	texts := articles(t)
	r := rand.New(rand.NewPCG(5, 6))
	kinds := map[string]func(i int, s string) string{
		"other figures": func(_ int, s string) string {
			if strings.Count(s, "0")+strings.Count(s, "1")+strings.Count(s, "5") < 6 {
				return "" // too few figures to make another article
			}
			var b strings.Builder
			for _, c := range s {
				if '0' <= c && c <= '9' {
					c = rune(strconv.Itoa(r.IntN(10))[0])
				}
				b.WriteRune(c)
			}
			return b.String()
		},
		"quotes half": func(i int, s string) string {
			a, b := []rune(s), []rune(texts[(i+7)%len(texts)])
			return string(b[:len(b)/2]) + "。" + string(a[:len(a)/2]) + "。" + string(b[len(b)/2:])
		},
		"half in common": func(i int, s string) string {
			a, b := []rune(s), []rune(texts[(i+7)%len(texts)])
			return string(b[:min(len(b), len(a)/2)]) + "。" + string(a[len(a)/2:])
		},
	}
	for name, make := range kinds {
		wrong, n := 0, 0
		for i, s := range texts {
			other := make(i, s)
			if other == "" {
				continue
			}
			n++
			f, g := dedupe.New(text.New(s)), dedupe.New(text.New(other))
			if f.Copy(&g) {
				wrong++
			}
		}
		t.Logf("%-15s %d of %d taken for copies", name, wrong, n)
		assert.LessOrEqual(t, wrong*100, n*2, name)
	}
}

func TestEviction(t *testing.T) {
	texts := articles(t)[:50]
	index, err := dedupe.NewIndex(20)
	require.NoError(t, err)
	for i, s := range texts {
		f := dedupe.New(text.New(s))
		index.Add(&f, uint64(i))
	}
	known := 0
	for i, s := range texts {
		f := dedupe.New(text.New(s))
		if ref, ok := index.Find(&f); ok {
			assert.EqualValues(t, i, ref)
			known++
		}
	}
	assert.LessOrEqual(t, known, 20)
	assert.GreaterOrEqual(t, known, 18)
	_, err = dedupe.NewIndex(0)
	assert.Error(t, err)
}

func TestLittleText(t *testing.T) {
	for _, s := range []string{"", "。", "好", "!!!!!!!!!!!!", "\n\n\n"} {
		f := dedupe.New(text.New(s))
		assert.True(t, f.Empty(), s)
		assert.False(t, f.Copy(&f), s)
	}
}

func FuzzFingerprint(f *testing.F) {
	f.Add("县政府昨日召开会议。\n来源：网")
	f.Add("\xff\xfe.1.2.3")
	f.Fuzz(func(t *testing.T, s string) {
		p := dedupe.New(text.New(s))
		if !p.Empty() && !p.Copy(&p) {
			t.Error("a text is no copy of itself")
		}
		b, err := p.AppendBinary(nil)
		require.NoError(t, err)
		require.Len(t, b, dedupe.Bytes)
		var q dedupe.Fingerprint
		require.NoError(t, q.UnmarshalBinary(b))
		require.Equal(t, p, q)
	})
}

func BenchmarkNew(b *testing.B) {
	t := text.New(strings.Join(articles(b)[:20], "\n"))
	b.SetBytes(int64(len(t.String())))
	b.ReportAllocs()
	for b.Loop() {
		dedupe.New(t)
	}
}

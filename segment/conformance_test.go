package segment_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/internal/annotated"
	"github.com/xinwen-go/xinwen/internal/cases"
	"github.com/xinwen-go/xinwen/segment"
)

type line struct {
	Text  string
	Words []string
}

func pkuLines(t *testing.T) []line {
	return cases.Lines[line](t, cases.Path(t, "segmentation", "dev.jsonl"))
}

// TestPKU measures against newspaper text of the PKU standard, which cuts a person name into surname and given name: once
// as our tokens stand, once with our Chinese names of two and three characters cut so.
func TestPKU(t *testing.T) {
	for _, mode := range modes {
		s, err := segment.New(mode.opts...)
		require.NoError(t, err)
		var raw, converted score
		diffs := map[string]int{}
		for _, l := range pkuLines(t) {
			gold, str := wordsOf(l.Words, nil)
			got := cut(s, str)
			raw.add(gold, got)
			got = splitNames(got)
			converted.add(gold, got)
			for d, n := range differences(gold, got) {
				diffs[d] += n
			}
		}
		crossing := float64(converted.crossing) / float64(converted.got)
		t.Logf("%s: F %.4f as it stands, %.4f with names cut; crossing %.2f %%", mode.name, raw.f(), converted.f(), 100*crossing)
		logTop(t, diffs)
		require.GreaterOrEqual(t, converted.f(), mode.pku)
		require.LessOrEqual(t, crossing, 0.003)
	}
}

// TestHeldOut measures on the tenth of our own text that training does not see.
func TestHeldOut(t *testing.T) {
	sentences, err := annotated.Sentences()
	require.NoError(t, err)
	for _, mode := range modes {
		s, err := segment.New(mode.opts...)
		require.NoError(t, err)
		var all, names score
		diffs := map[string]int{}
		figures, whole := 0, 0
		for _, sent := range sentences {
			if !sent.HeldOut() {
				continue
			}
			var texts, tags []string
			for _, w := range sent.Words {
				texts, tags = append(texts, w.Text), append(tags, w.Tag)
			}
			gold, str := wordsOf(texts, tags)
			got := cut(s, str)
			all.add(gold, got)
			names.add(only(gold, "nr"), only(got, "nr"))
			for _, g := range gold {
				if (g.tag == "m" || g.tag == "t") && strings.ContainsAny(g.text, "0123456789") {
					figures++
					if slices.ContainsFunc(got, func(w word) bool { return w.start == g.start && w.end == g.end }) {
						whole++
					} else {
						diffs["figure "+g.text]++
					}
				}
			}
			for d, n := range differences(gold, got) {
				diffs[d] += n
			}
		}
		t.Logf("%s: %d words: F %.4f, with POS %.4f; names F %.4f of %d; figures whole %.4f of %d", mode.name, all.gold, all.f(), all.fTagged(),
			names.f(), names.gold, float64(whole)/float64(figures), figures)
		logTop(t, diffs)
		require.GreaterOrEqual(t, float64(whole)/float64(figures), 0.99)
		require.GreaterOrEqual(t, all.f(), mode.heldOut)
		require.GreaterOrEqual(t, all.fTagged(), mode.heldOutPOS)
		require.GreaterOrEqual(t, names.f(), mode.names)
	}
}

func only(words []word, tag string) []word {
	return slices.DeleteFunc(slices.Clone(words), func(w word) bool { return w.tag != tag })
}

// splitNames cuts a Chinese person name of two to four characters that begins with a surname into surname and given name,
// as the PKU standard has it.
func splitNames(words []word) []word {
	var out []word
	for _, w := range words {
		r := []rune(w.text)
		n := 1
		if len(r) == 4 || len(r) == 3 && strings.Contains("欧阳 司马 上官 诸葛 歐陽 諸葛", string(r[:2])) {
			n = 2
		}
		if w.tag != "nr" || len(r) < 2 || len(r) > 4 || !strings.Contains("王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚欧汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳祝纪尚毕耿芦左季管符辛苗詹曲靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉", string(r[0])) {
			out = append(out, w)
			continue
		}
		out = append(out, word{w.start, w.start + n, string(r[:n]), w.tag}, word{w.start + n, w.end, string(r[n:]), w.tag})
	}
	return out
}

// differences counts the stretches that are cut differently, as "standard ← ours".
func differences(gold, got []word) map[string]int {
	out := map[string]int{}
	i, j := 0, 0
	for i < len(gold) && j < len(got) {
		if gold[i].start == got[j].start && gold[i].end == got[j].end {
			i++
			j++
			continue
		}
		a, b := i, j
		for i, j = i+1, j+1; gold[i-1].end != got[j-1].end; {
			if gold[i-1].end < got[j-1].end {
				i++
			} else {
				j++
			}
		}
		out[surface(gold[a:i])+" ← "+surface(got[b:j])]++
	}
	return out
}

func surface(words []word) string {
	var s []string
	for _, w := range words {
		s = append(s, w.text)
	}
	return strings.Join(s, " ")
}

// logTop logs the commonest differences, where the environment asks for them.
func logTop(t *testing.T, diffs map[string]int) {
	if os.Getenv("XINWEN_DIFFS") == "" {
		return
	}
	var keys []string
	for k := range diffs {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if diffs[a] != diffs[b] {
			return diffs[b] - diffs[a]
		}
		return strings.Compare(a, b)
	})
	var b strings.Builder
	for _, k := range keys[:min(len(keys), 150)] {
		fmt.Fprintf(&b, "%d %s | ", diffs[k], k)
	}
	t.Log(b.String())
}

// modes are what is measured, with floors a little below what was measured: F of words on PKU text with names cut, on the
// held-out text, there with parts of speech, and of person names.
var modes = []struct {
	name                            string
	opts                            []segment.Option
	pku, heldOut, heldOutPOS, names float64
}{
	{"dictionary", []segment.Option{segment.WithDictionaryOnly()}, 0.9, 0.84, 0.695, 0.3},
	{"model", nil, 0.933, 0.955, 0.92, 0.905},
}

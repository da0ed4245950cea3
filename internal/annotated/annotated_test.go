package annotated

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSentences(t *testing.T) {
	sentences, err := Sentences()
	require.NoError(t, err)
	words, held := 0, 0
	scripts := map[string]int{}
	for _, s := range sentences {
		words += len(s.Words)
		script := "hant"
		if strings.Contains(s.File, "hans-") {
			script = "hans"
		}
		scripts[script] += len(s.Words)
		if s.HeldOut() {
			held += len(s.Words)
		}
	}
	t.Logf("%d sentences, %d words (%v), %d held out", len(sentences), words, scripts, held)
	require.InDelta(t, 0.1, float64(held)/float64(words), 0.03)
}

// The text must be cut alike throughout: where a string is one word here and several there, the rarer way is likely a
// slip, unless the context tells (才能, 将来).
func TestConsistency(t *testing.T) {
	sentences, err := Sentences()
	require.NoError(t, err)
	words, minority, same := 0, 0, 0
	for _, s := range sentences {
		words += len(s.Words)
	}
	for i, c := range Conflicts(sentences) {
		minority += min(c.Joined, c.Apart)
		if c.SameContext {
			same++
		}
		if i < 60 || c.SameContext && i < 1000 {
			t.Logf("%d × %s, %d × %s, same context %v: %v", c.Joined, c.Text, c.Apart, c.Split, c.SameContext, c.Where)
		}
	}
	t.Logf("%d of %d words cut in the rarer of two ways (%.2f %%); %d strings in the same context", minority, words, 100*float64(minority)/float64(words), same)
	require.Less(t, float64(minority)/float64(words), 0.02)
}

// The text must be tagged alike throughout: a word with two tags between neighbours of the same tags is a slip more often
// than not, though 与 and 过 and the like need a wider context.
func TestTagConsistency(t *testing.T) {
	sentences, err := Sentences()
	require.NoError(t, err)
	words, minority := 0, 0
	for _, s := range sentences {
		words += len(s.Words)
	}
	for i, c := range TagConflicts(sentences) {
		minority += c.Rare
		if i < 80 {
			t.Logf("%s between %q and %q: %d × %s, %d × %s: %v", c.Word, c.Before, c.Next, c.Count, c.Tag, c.Rare, c.Rarer, c.Where)
		}
	}
	t.Logf("%d of %d words with the rarer of two tags (%.2f %%)", minority, words, 100*float64(minority)/float64(words))
	require.Less(t, float64(minority)/float64(words), 0.01)
}

func TestTagContexts(t *testing.T) {
	for in, want := range map[string]string{
		"三/m 小时/n 后/f":        "三/m 小时/q 后/f",
		"几/m 个/q 小时/q":        "几/m 个/q 小时/n",
		"2/m 比/v 1/m":         "2/m 比/p 1/m",
		"他/r 来/v 了/u 。/w":     "他/r 来/v 了/y 。/w",
		"吃/v 了/u 饭/n":         "吃/v 了/u 饭/n",
		"一/m 所/u 小学/n":        "一/m 所/q 小学/n",
		"没有/v 来/v":            "没有/d 来/v",
		"沒有/d 人/n":            "沒有/v 人/n",
		"进行/v 了/u 调查/v":       "进行/v 了/u 调查/vn",
		"主要/d 原因/n 各/r 有/v":   "主要/b 原因/n 各/d 有/v",
		"全/d 村/n 主要/b 看/v":    "全/a 村/n 主要/d 看/v",
		"最/d 难/a 写/v 坏/v 的/u": "最/d 难/ad 写/v 坏/a 的/u",
		"受/p 影响/vn 最后/d 输/v":  "受/v 影响/vn 最后/f 输/v",
		"调查/vn 他/r 调查/v 我/r":  "调查/vn 他/r 调查/v 我/r",
	} {
		words, err := parse(in)
		require.NoError(t, err)
		action, err := parse("调查/vn")
		require.NoError(t, err)
		sentences := []Sentence{{Words: words}, {Words: action}}
		tagContexts(sentences)
		var got []string
		for _, w := range sentences[0].Words {
			got = append(got, w.Text+"/"+w.Tag)
		}
		require.Equal(t, want, strings.Join(got, " "))
	}
}

func TestTagConflicts(t *testing.T) {
	line := func(n int, s string) Sentence {
		words, err := parse(s)
		require.NoError(t, err)
		return Sentence{File: "a", Line: n, Words: words}
	}
	got := TagConflicts([]Sentence{line(1, "他/r 来/v"), line(2, "我/r 来/v"), line(3, "你/r 來/f"), line(4, "去/v 来/f")})
	require.Equal(t, []TagConflict{{Word: "来", Before: "r", Tag: "v", Rarer: "f", Count: 2, Rare: 1, Where: []string{"a:3"}}}, got)
}

func TestSettle(t *testing.T) {
	words, err := parse("第/h 2/m 季/q 约/d 四成/m 成/v")
	require.NoError(t, err)
	require.Equal(t, []Word{{"第2", "m"}, {"季", "q"}, {"约", "d"}, {"四", "m"}, {"成", "q"}, {"成", "v"}}, settle(words))
	words, err = parse("邓/nr 某/r 陆/nr 太/n 陆/nr 太/d 富贵/nr 叔/n 匡大姐/nr 李建勇/nr 总/b")
	require.NoError(t, err)
	require.Equal(t, []Word{{"邓某", "nr"}, {"陆太", "nr"}, {"陆", "nr"}, {"太", "d"}, {"富贵叔", "nr"}, {"匡", "nr"}, {"大姐", "n"}, {"李建勇", "nr"}, {"总", "b"}}, settle(words))
}

func TestParseErrors(t *testing.T) {
	for _, line := range []string{"词", "/n", "词/zz", "词/", "\xff/n", "县委/n→县委/n"} {
		_, err := parse(line)
		require.Error(t, err, line)
	}
	words, err := parse("2024/25/m 年/q")
	require.NoError(t, err)
	require.Equal(t, "2024/25", words[0].Text)
}

func TestConflicts(t *testing.T) {
	line := func(s string) Sentence {
		words, err := parse(s)
		require.NoError(t, err)
		return Sentence{File: "a", Line: 1, Words: words}
	}
	got := Conflicts([]Sentence{line("去/v 县委/n 开会/v"), line("去/v 縣/n 委/n 開會/v"), line("县委/n")})
	require.Equal(t, []Conflict{{Text: "县委", Split: "县 委", Joined: 2, Apart: 1, SameContext: true, Where: []string{"a:1"}}}, got)
}

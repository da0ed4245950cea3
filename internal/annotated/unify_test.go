package annotated

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestUnify(t *testing.T) {
	read := func(lines ...string) []Sentence {
		var out []Sentence
		for _, l := range lines {
			words, err := parse(l)
			require.NoError(t, err)
			out = append(out, Sentence{Words: settle(words)})
		}
		unify(out)
		return out
	}
	got := read("行政长官/n 说/v", "行政長官/n 到/v", "行政/n 长官/n 说/v", "就/d 是/v", "就是/v 他/r", "就/d 是/v 他/r")
	require.Equal(t, []Word{{"行政长官", "n"}, {"说", "v"}}, got[2].Words)
	require.Len(t, got[4].Words, 2, "adverbs stay as they are")
	got = read("中小/b 企业/n", "中小/b 企业/n", "中小企業/n")
	require.Equal(t, []Word{{"中小", "b"}, {"企業", "n"}}, got[2].Words)
	got = read("的/u 工作/vn", "的/u 工作/vn", "的/u 工作/n", "工作/v 了/u", "晨光/t 在/v", "晨光/n 在/v", "晨光/n 在/v", "苹果/nz 公司/n")
	require.Equal(t, "vn", got[2].Words[1].Tag)
	require.Equal(t, "v", got[3].Words[0].Tag)
	require.Equal(t, "n", got[4].Words[0].Tag)
	require.Equal(t, "nz", got[7].Words[0].Tag, "a brand is no fruit")
}

func TestOneWord(t *testing.T) {
	for in, want := range map[string][]Word{
		"队员/n 们/k 每/r 月/n 来/v 一/m 个/q": {{"队员们", "n"}, {"每月", "r"}, {"来", "v"}, {"一个", "m"}},
		"那/r 天/q 9月/t 份/n 这/r 位/q":     {{"那天", "r"}, {"9月份", "t"}, {"这", "r"}, {"位", "q"}},
	} {
		words, err := parse(in)
		require.NoError(t, err)
		require.Equal(t, want, settle(words), in)
	}
}

func TestSettleTimes(t *testing.T) {
	for in, want := range map[string][]Word{
		"2000/m 多/m 万/m 人/n": {{"2000多万", "m"}, {"人", "n"}},
		"七/m 时/n":            {{"七时", "t"}},
		"下午/t 三/m 点/q":       {{"下午", "t"}, {"三点", "t"}},
		"有/v 三/m 点/q":        {{"有", "v"}, {"三", "m"}, {"点", "q"}},
		"三/m 季度/n":           {{"三季度", "t"}},
	} {
		words, err := parse(in)
		require.NoError(t, err)
		require.Equal(t, want, settle(words), in)
	}
}

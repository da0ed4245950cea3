package extract_test

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/extract"
)

func TestRules(t *testing.T) {
	const body = `<div class="x">青江二期过关</div><div class="y">青江日报</div><div class="z">方知远 / 卓玛</div><div class="t">2023-11-08 09:26</div>
<div id="a"><p>这里是很长的一段介绍，讲的是别的事情，总投资十八亿元，受益群众三十万人，比正文还要长得多。</p></div><div id="b"><p>十一月七日，青江大桥合龙，两岸群众奔走相告。</p><p class="ad">限时优惠，欢迎选购，先到先得。</p></div>`
	rule := extract.Rule{Host: "Example.com", Body: "#b", Drop: ".ad, script", Title: ".x", Outlet: ".y", Authors: ".z", Published: ".t"}
	a := read(t, "<title>青江在线</title>"+body, extract.WithRules(rule))
	assert.Equal(t, "十一月七日，青江大桥合龙，两岸群众奔走相告。", a.Body)
	assert.Equal(t, "青江二期过关", a.Title)
	assert.Equal(t, "青江日报", a.Outlet)
	assert.Equal(t, []string{"方知远", "卓玛"}, a.Authors)
	assert.Equal(t, "2023-11-08T09:26:00+08:00", a.Published.String())
	assert.Equal(t, extract.Origin{From: extract.FromRule, Confidence: 1}, a.Origins.Title)

	// What a rule does not find is left to the extractor.
	a = read(t, body, extract.WithRules(extract.Rule{Host: "news.example.com", Body: "#none", Title: "h6"}))
	assert.Contains(t, a.Body, "这里是很长的一段介绍")

	for _, bad := range []extract.Rule{{Body: "p"}, {Host: "a.com", Body: "p["}} {
		_, err := extract.New(extract.WithRules(bad))
		require.ErrorContains(t, err, "extract: rule for")
	}
	_, err := extract.New(extract.WithSite("", nil))
	require.ErrorContains(t, err, "extract: ")
}

func TestReadRules(t *testing.T) {
	rules, err := extract.ReadRules(strings.NewReader("# 青江\n[\"news.Example.com\"]\nbody = '#b' # 正文\ndrop = \"\"\"\n.ad,\nscript\"\"\"\n\n['example.net']\ntitle = 'h1'\noutlet = '.y'\nauthors = '.z'\neditors = '.e'\npublished = '.t'\n"))
	require.NoError(t, err)
	assert.Equal(t, []extract.Rule{{Host: "news.Example.com", Body: "#b", Drop: ".ad,\nscript"}, {Host: "example.net", Title: "h1", Outlet: ".y", Authors: ".z", Editors: ".e", Published: ".t"}}, rules)
	_, err = extract.New(extract.WithRules(rules...))
	require.NoError(t, err)

	rules, err = extract.ReadRules(strings.NewReader(""))
	require.NoError(t, err)
	assert.Empty(t, rules)

	for name, c := range map[string]struct{ file, want string }{
		"syntax":      {"['a.com']\nbody = #b\n", "line 2"},
		"selector":    {"['a.com']\nbody = '#b'\n\n['b.com']\nbody = 'p['\n", `line 5: rule for "b.com": selector "p["`},
		"unknown key": {"['a.com']\nbody = '#b'\ntitel = 'h1'\n", `line 3: rule for "a.com": unknown key "titel"`},
		"no host":     {"['']\nbody = 'p'\n", "line 1: rule for \"\": no host"},
		"no table":    {"body = 'p'\n", "line 1"},
		"no quotes":   {"[a.com]\nbody = 'p'\n", "line 1"},
		"no string":   {"['a.com']\nbody = 3\n", "line 2"},
		"twice":       {"['a.com']\nbody = 'p'\n['a.com']\n", "line 3"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := extract.ReadRules(strings.NewReader(c.file))
			require.ErrorContains(t, err, "extract: rules: ")
			require.ErrorContains(t, err, c.want)
		})
	}
	_, err = extract.ReadRules(iotest.ErrReader(io.ErrUnexpectedEOF))
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
}

func TestLearner(t *testing.T) {
	const common = "本栏目由青江电信冠名播出，欢迎拨打热线，更多精彩内容请到本地服务网点领取，数量有限，先到先得。"
	article := func(i int) string {
		return page(fmt.Sprintf("青江要闻第%d篇今日刊出", i), "", fmt.Sprintf("<p>第%d座大桥合龙，两岸群众奔走相告，受益群众三十万人。</p><p>%s</p>", i, common), "")
	}
	l := extract.NewLearner()
	for i := range 4 {
		require.NoError(t, l.Observe([]byte(article(i)), extract.Page{}))
	}
	require.ErrorIs(t, l.Observe([]byte("%PDF-1.4"), extract.Page{}), extract.ErrNotHTML)
	with, without := read(t, article(9), extract.WithSite("example.com", l.Site())), read(t, article(9))
	assert.Contains(t, without.Body, common)
	assert.NotContains(t, with.Body, common)
	assert.True(t, strings.HasPrefix(with.Body, "第9座大桥合龙"))
}

package extract_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/extract"
	"github.com/xinwen-go/xinwen/text"
)

const story = `<p>　　本报讯 十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收，受益群众三十万人。</p><p>　　据介绍，该工程开工以来，沿线各县筹集资金四千万元，新增灌溉面积十二万亩。</p>`

// TestBadInput gives pages that no one should write: each must end soon, in an error that says why or in what text there is.
func TestBadInput(t *testing.T) {
	t.Parallel()
	const body = "青江水利枢纽二期工程通过竣工验收"
	for name, c := range map[string]struct {
		page string
		err  error
		want string // a part of the body
	}{
		"empty":                {"", extract.ErrNoText, ""},
		"blank":                {" \n\t", extract.ErrNoText, ""},
		"no text":              {"<html><body></body></html>", extract.ErrNoText, ""},
		"frameset":             {`<html><frameset cols="20%,80%"><frame src="a.html"><frame src="b.html"></frameset></html>`, extract.ErrNoText, ""},
		"PDF":                  {"%PDF-1.4\n" + story, extract.ErrNotHTML, ""},
		"picture":              {"\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\x01\x02", 100), extract.ErrNotHTML, ""},
		"control bytes":        {strings.Repeat("\x01\x00\x02abc", 1000), extract.ErrNotHTML, ""},
		"large":                {story + strings.Repeat("<!-- 字 -->"+strings.Repeat(" ", 1000), 50<<10), nil, body}, // 50 MB
		"nested":               {strings.Repeat("<div>", 100_000) + story, nil, body},
		"nested and closed":    {strings.Repeat("<div>", 100_000) + story + strings.Repeat("</div>", 100_000), nil, body},
		"nested fonts":         {strings.Repeat("<font size=1>", 100_000) + story, nil, body},
		"nested tables":        {strings.Repeat("<table><tr><td>", 20_000) + story, nil, body},
		"open elements":        {manyOpen(400) + strings.Repeat("<div>x</div>", 200_000) + story, nil, body},
		"unclosed":             {"<html><body><div><h1>标题<p>" + strings.NewReplacer("</p>", "").Replace(story) + "<div><b><i", nil, body},
		"NUL bytes":            {strings.ReplaceAll(story, "，", "\x00，"), nil, body},
		"two ends":             {"<html><body>" + story + "</body></html></body></html><p>版权所有 青江在线</p></html>", nil, body},
		"text behind the end":  {"<html><head><title>x</title></head><body></body></html>" + story, nil, body},
		"data left open":       {"<script>" + strings.Repeat(`"content":"\\`, 80_000) + "</script><p></p>", extract.ErrNoText, ""},
		"no elements":          {strings.NewReplacer("<p>", "", "</p>", "\n").Replace(story), nil, body},
		"comment left open":    {story + "<!-- " + strings.Repeat("<p>字", 1000), nil, body},
		"script left open":     {story + "<script>" + strings.Repeat("var a = '<p>字';", 1000), nil, body},
		"attributes":           {"<div " + strings.Repeat(`a="b" `, 100_000) + ">" + story + "</div>", nil, body},
		"long title":           {"<title>" + strings.Repeat("题_", 100_000) + "</title>" + strings.Repeat("<p>题</p>", 10_000) + story, nil, body},
		"lines after the text": {story + strings.Repeat("<div>更多</div>", 300_000), nil, body},
		"one long line":        {story + "<p>" + strings.Repeat("字", 3<<20) + "</p>", nil, ""},
		"lists in JSON-LD":     {`<script type="application/ld+json">` + strings.Repeat("[", 100_000) + "</script>" + story, nil, body},
		"values in scripts":    {"<script>" + strings.Repeat(`content='time:"`, 60_000) + "</script>" + story, nil, body},
		"images":               {strings.Repeat(`<p><img src="a.jpg">图</p>`, 100_000) + story, nil, ""},
		"names":                {"<p>记者" + strings.Repeat("张三李四", 20_000) + "</p>" + story, nil, body},
		"tools within tools":   {strings.Repeat(`<div class="ad">`, 300) + story + strings.Repeat("</div>", 300), nil, body},
		"JPEG":                 {"\xFF\xD8\xFF\xE0" + strings.Repeat("\x10JFIF", 1000), extract.ErrNotHTML, ""},
		"gzip":                 {"\x1F\x8B\x08" + strings.Repeat("abc", 1000), extract.ErrNotHTML, ""},
		"lone bytes":           {story + "\xE9\x9D\xFF\xFE\x80", nil, body},
	} {
		t.Run(name, func(t *testing.T) {
			x, err := extract.New()
			require.NoError(t, err)
			begun := time.Now()
			a, err := x.Extract([]byte(c.page), extract.Page{})
			assert.Less(t, time.Since(begun), 30*time.Second) // about one on a machine that has nothing else to do
			if c.err != nil {
				require.ErrorIs(t, err, c.err)
				return
			}
			require.NoError(t, err)
			assert.Contains(t, a.Body, c.want)
			assert.Equal(t, len(c.page) > 16<<20, a.Truncated)
			checkArticle(t, a)
		})
	}
}

// manyOpen are formatting elements that are all different, so that a parser has to keep each of them.
func manyOpen(n int) string {
	var b strings.Builder
	b.WriteString("<div>")
	for i := range n {
		b.WriteString("<font color=c")
		b.WriteString(strings.Repeat("x", i))
		b.WriteString(">")
	}
	b.WriteString("</div>")
	return b.String()
}

// checkArticle holds what is true of every article.
func checkArticle(t testing.TB, a *extract.Article) {
	for _, s := range append([]string{a.Title, a.Body, a.Outlet, a.Charset}, append(a.Authors, a.Editors...)...) {
		require.True(t, utf8.ValidString(s), "%q", s)
		require.NotContains(t, s, "\x1F")
		require.Equal(t, strings.TrimSpace(s), s)
	}
	require.NotEmpty(t, a.Body)
	require.NotContains(t, a.Title, "\n")
	for p := range strings.SplitSeq(a.Body, "\n") {
		require.NotEmpty(t, strings.TrimSpace(p), "an empty paragraph")
	}
	for _, n := range append(a.Authors, a.Editors...) {
		require.NotEmpty(t, n)
	}
	require.Len(t, a.Kinds, strings.Count(a.Body, "\n")+1)
	before := 0
	for _, m := range a.Images {
		require.NotEmpty(t, m.URL)
		require.True(t, m.Before >= before && m.Before <= len(a.Kinds), "in order")
		before = m.Before
	}
	require.True(t, utf8.ValidString(a.Markdown()))
	if y := a.Published.Time.Year(); !a.Published.Time.IsZero() {
		require.True(t, y >= 1990 && y <= 2100, "year %d", y)
	}
}

func FuzzExtract(f *testing.F) {
	f.Add([]byte("<title>青江二期通过验收_青江在线</title><h1>青江二期通过验收</h1><p>2023年11月08日 09:26 来源：青江日报 作者：段明瑞</p>"+story+"<p>责任编辑：卓玛</p>"), "text/html; charset=utf-8")
	f.Add([]byte("<title>a</title>\x1f<p>\x1f文/\x1f</p><p>記者段明瑞╱花蓮報導</p>"+story), "")
	f.Add([]byte("<html><meta charset=gbk><pre>\xb1\xb1\xbe\xa9\n\xa1\xa3</pre><a href=x><br><br>"), "")
	f.Add([]byte(`<script type="application/ld+json">[{"@graph":[{"datePublished":"2024-06-25T18:40:00+08:00"}]}]</script><script>var d = {"pubtime":"2024-06-25 18:40"}</script>`+story), "")
	if p, err := os.ReadFile(filepath.Join("..", "testdata", "notice.html")); err == nil {
		f.Add(p, "")
	}
	f.Add([]byte(`<h1>青江</h1><p>1. 工程*概况*</p><img data-src="a(1).jpg" src=x><p>图为大坝。卓玛 摄</p><ol><li>一<li>二</ol><table><tr><td><td>亩<tr><td>县<td>3|4</table>`+story), "")
	f.Add([]byte("<title>记者手记(2)</title><h3>引题在此处</h3><h1>记者手记</h1><p>【16:15】</p><p>3/5 20:31 更新</p><p>文/方知远段明瑞</p>"+story), "")
	f.Add([]byte(`<script>var a = {content: '&quot;\u003Cp\u003E中&quot;', ct = "1583303280", time: '06-21 07:00'}</script><div class="ad">`+story), "")
	f.Add([]byte(`<script>var d = {"content":"<p>`+strings.NewReplacer("<", `\u003c`).Replace(story)+`","text":"\"content\":\"中"}</script><body></body>`), "")
	x, err := extract.New()
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, page []byte, contentType string) {
		a, err := x.Extract(page, extract.Page{ContentType: contentType, URL: "http://example.com/20240101/1.html"})
		if err != nil {
			if !errors.Is(err, extract.ErrNoText) && !errors.Is(err, extract.ErrNotHTML) {
				require.ErrorContains(t, err, "extract: ")
			}
			return
		}
		checkArticle(t, a)
		again, err := x.Extract(page, extract.Page{ContentType: contentType, URL: "http://example.com/20240101/1.html"})
		require.NoError(t, err)
		require.Equal(t, a, again)
		checkArticle(t, extract.Stitch(a, again))
		links, err := x.Links(page, extract.Page{ContentType: contentType, URL: "http://example.com/20240101/1.html"})
		require.NoError(t, err)
		for _, l := range links {
			require.True(t, utf8.ValidString(l.Title) && l.URL != "")
		}
	})
}

func FuzzReadRules(f *testing.F) {
	f.Add("['a.com']\nbody = '#b'\ndrop = '.ad'\n")
	f.Add("['a.com']\nbody = 'p['\n")
	f.Add("[a]\n[a.b]\nbody = 3\n")
	f.Fuzz(func(t *testing.T, file string) {
		rules, err := extract.ReadRules(strings.NewReader(file))
		if err != nil {
			require.ErrorContains(t, err, "extract: rules: ")
			return
		}
		_, err = extract.New(extract.WithRules(rules...))
		require.NoError(t, err, "rules that were read can be followed")
	})
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "中文", "\xd6\xd0\xce\xc4", "\xa4\xa4\xa4\xe5", "~{VPND~}", "<\x00p\x00>\x00", "\xef\xbb\xbfa", "\xff\xfea\x00", "<meta charset=big5>\xa4\xa4", "caf\xe9", "\xc1\xaa\xcd\xa8"} {
		f.Add([]byte(s), "text/html; charset=gb2312")
		f.Add([]byte(s), "")
	}
	f.Fuzz(func(t *testing.T, b []byte, contentType string) {
		s, charset := extract.Decode(b, contentType)
		require.True(t, utf8.ValidString(s))
		require.NotEmpty(t, charset)
		name, sure := extract.DetectCharset(b, contentType)
		require.Equal(t, charset, name)
		require.True(t, sure >= 0 && sure <= 1, "confidence %v", sure)
		if utf8.Valid(b) && charset == "utf-8" {
			require.Equal(t, strings.TrimPrefix(string(b), "\uFEFF"), s)
		}
	})
}

func FuzzReadCredits(f *testing.F) {
	for _, s := range []string{"(天水在線編輯:康翠霞)", "記者魏宜君╱花蓮報導", "（記者書維台北3日電）", "文/", "责任编辑：", "来源：《", "李 明\n作者 李 明", "记者：a·b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		d := text.New(s)
		c := extract.ReadCredits(d)
		last := 0
		for _, p := range c.Spans {
			require.True(t, p.Start < p.End && p.Start >= 0 && p.End <= len(s), "span %v", p)
			require.True(t, utf8.RuneStart(s[p.Start]) && (p.End == len(s) || utf8.RuneStart(s[p.End])))
			require.GreaterOrEqual(t, p.Start, last, "in order")
			last = p.Start
		}
		for _, n := range append(append(c.Authors, c.Editors...), c.Outlet) {
			require.Contains(t, squash(s), squash(n)) // 李 明 is written without the blank
		}
	})
}

package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/xinwen-go/xinwen/extract"
)

func read(t testing.TB, page string, opts ...extract.Option) *extract.Article {
	x, err := extract.New(opts...)
	require.NoError(t, err)
	a, err := x.Extract([]byte(page), extract.Page{URL: "http://news.example.com/2023/1108/c12-345.html"})
	require.NoError(t, err)
	checkArticle(t, a)
	return a
}

func sample(t testing.TB, name string) []byte {
	b, err := os.ReadFile(filepath.Join("..", "testdata", name))
	require.NoError(t, err)
	return b
}

func TestNotice(t *testing.T) {
	a := read(t, string(sample(t, "notice.html")))
	assert.Equal(t, "gb18030", a.Charset)
	assert.Equal(t, "青江水利枢纽二期工程通过验收", a.Title)
	assert.Equal(t, "西川日报", a.Outlet)
	assert.Equal(t, []string{"段明瑞"}, a.Authors)
	assert.Equal(t, []string{"卓玛", "孟凡"}, a.Editors)
	assert.Equal(t, "2023-11-08T09:26:00+08:00", a.Published.String())
	assert.Equal(t, 4, strings.Count(a.Body, "\n")+1)
	assert.True(t, strings.HasPrefix(a.Body, "本报讯（记者 段明瑞）11月7日"))
	assert.True(t, strings.HasSuffix(a.Body, "建成全部支渠。"))
	assert.Equal(t, extract.FromLabel, a.Origins.Outlet.From)
}

func TestHongkong(t *testing.T) {
	a := read(t, string(sample(t, "hongkong.html")))
	assert.Equal(t, "施政報告公眾諮詢展開 李灝然：聚焦房屋與創科", a.Title)
	assert.Equal(t, []string{"周穎琳"}, a.Authors)
	assert.Equal(t, "2024-06-25T18:40:00+08:00", a.Published.String())
	assert.Equal(t, 3, strings.Count(a.Body, "\n")+1)
	assert.NotContains(t, a.Body, "記者：")
}

// page puts an article into the furniture of a site.
func page(title, head, body, tail string) string {
	return `<html><head><meta charset="utf-8"><title>` + title + `</title></head><body>
<div id="nav"><a href="/">首页</a> <a href="/a/">要闻</a> <a href="/b/">社会</a></div>
<div class="wrap">` + head + `<div class="text">` + body + `</div>` + tail + `</div>
<div class="side"><h3>热点新闻</h3><ul><li><a href="/1">我市举办秋季招聘会提供岗位八千个</a></li><li><a href="/2">全省气温骤降十度，注意防寒保暖</a></li></ul></div>
<div id="footer">版权所有 青江在线 青ICP备00000000号</div></body></html>`
}

func TestPages(t *testing.T) {
	const h = "<h1>青江水利枢纽二期工程通过验收</h1>"
	const one, two = "十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收。", "据介绍，该工程开工以来，沿线各县筹集资金四千万元，新增灌溉面积十二万亩。"
	const want = one + "\n" + two
	const p = "<p>" + one + "</p><p>" + two + "</p>"
	for name, c := range map[string]struct {
		page  string
		title string // "" for that of the heading
		body  string
	}{
		"paragraphs":         {page("青江水利枢纽二期工程通过验收_要闻_青江在线", h, p, ""), "", want},
		"breaks":             {page("青江水利枢纽二期工程通过验收 - 青江在线", h, "　　"+one+"<br><br>　　"+two+"<br>", ""), "", want},
		"divisions":          {page("青江水利枢纽二期工程通过验收|青江在线", h, "<div>"+one+"</div><div>"+two+"</div>", ""), "", want},
		"tables":             {page("青江水利枢纽二期工程通过验收-青江在线", "<table><tr><td align=center><b>青江水利枢纽二期工程通过验收</b></td></tr><tr><td>2023年11月08日 09:26</td></tr></table>", "<table><tr><td><font size=3>"+one+"<br>"+two+"</font></td></tr></table>", ""), "", want},
		"wrapped source":     {page("青江水利枢纽二期工程通过验收", h, strings.ReplaceAll(p, "，", "，\n  "), ""), "", want},
		"words of an office": {page("青江水利枢纽二期工程通过验收", h, strings.ReplaceAll(p, "十一月七日", "<st1:chsdate>十一月</st1:chsdate><o:p>七日</o:p>"), ""), "", want},
		"shown by a script":  {page("青江水利枢纽二期工程通过验收", h, `<div style="visibility:hidden">`+p+"</div>", ""), "", want},
		"nothing but hidden": {page("青江水利枢纽二期工程通过验收", h, `<div style="display: none">`+p+"</div>", ""), "", want},
		"hidden advert":      {page("青江水利枢纽二期工程通过验收", h, p+`<p style="display:none">立即购买，优惠多多，欢迎选购，先到先得，送完为止。</p>`, ""), "", want},
		"site before title":  {page("青江在线--青江水利枢纽二期工程通过验收", h, p, ""), "", want},
		"path in title":      {page("青江在线 > 要闻 > 青江水利枢纽二期工程通过验收", h, p, ""), "", want},
		"site for title":     {page("青江在线", h, p, ""), "", want},
		"no heading":         {page("青江水利枢纽二期工程通过验收_要闻_青江在线", "", p, ""), "", want},
		"no title":           {page("", h, p, ""), "", want},
		"head in the text":   {page("青江水利枢纽二期工程通过验收_青江在线", "", h+"<p>2023-11-08 09:26　来源：青江日报　字号：大 中 小</p>"+p, ""), "", want},
		"tail in the text":   {page("青江水利枢纽二期工程通过验收_青江在线", h, p+"<p>责任编辑：卓玛</p><p>相关新闻</p><p><a href=/3>全省气温骤降十度，注意防寒</a></p><p>分享到：微博 微信</p>", ""), "", want},
		"disclaimer":         {page("青江水利枢纽二期工程通过验收_青江在线", h, p+"<p>免责声明：文中看法只属作者本人，不代表本网立场，读者据此行事，后果自负。</p>", ""), "", want},
		"comments":           {page("青江水利枢纽二期工程通过验收_青江在线", h, p, `<div id="comments"><p>这个工程真好，我们村里用水方便多了，感谢建设者，希望早日完工！</p><p>什么时候轮到我们县啊，盼望很久了，年年都说，年年没有消息。</p></div>`), "", want},
		"byline":             {page("青江水利枢纽二期工程通过验收_青江在线", h, "<p>記者段明瑞／台北報導</p>"+p, ""), "", want},
		"linked text":        {page("青江水利枢纽二期工程通过验收_青江在线", h, strings.ReplaceAll(p, "灌溉面积", `<a href="/k">灌溉面积</a>`), ""), "", want},
		"preformatted":       {page("青江水利枢纽二期工程通过验收", h, "<pre>　　"+one+"\n　　"+two+"</pre>", ""), "", want},
		"form around it all": {"<form>" + page("青江水利枢纽二期工程通过验收", h, p, "") + "</form>", "", want},
	} {
		t.Run(name, func(t *testing.T) {
			a := read(t, c.page)
			assert.Equal(t, "青江水利枢纽二期工程通过验收", a.Title)
			assert.Equal(t, c.body, a.Body)
		})
	}
}

func TestShortStoryKeepsItsCaption(t *testing.T) {
	a := read(t, page("大桥合龙", "<h1>大桥合龙</h1>", `<p align="center"><img src="1.jpg"></p><p align="center" class="caption">青江大桥合龙现场，方知远摄</p><p>十一月七日，青江大桥合龙，两岸群众奔走相告。</p>`, ""))
	assert.Contains(t, a.Body, "青江大桥合龙现场")
	long := strings.Repeat("<p>据介绍，该工程开工以来，沿线各县筹集资金四千万元，新增灌溉面积十二万亩，两岸群众奔走相告。</p>", 5)
	a = read(t, page("大桥合龙", "<h1>大桥合龙</h1>", `<p align="center"><img src="1.jpg"></p><p align="center" class="caption">青江大桥合龙现场，方知远摄</p>`+long, ""))
	assert.NotContains(t, a.Body, "青江大桥合龙现场")
	assert.Equal(t, []string{"青江大桥合龙现场，方知远摄"}, a.Captions)
}

func TestFields(t *testing.T) {
	const body = "<p>十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收。</p><p>据介绍，该工程开工以来，沿线各县筹集资金四千万元，新增灌溉面积十二万亩。</p>"
	for head, want := range map[string]extract.Article{
		`<div>2023-11-08 09:26 来源：青江日报 作者：方知远</div>`:                                                                           {Outlet: "青江日报", Authors: []string{"方知远"}},
		`<div>2023年11月08日09:26<span>来源：</span><a href="/x">人民网-《青江日报》</a> <a>手机看新闻</a></div>`:                                  {Outlet: "人民网-《青江日报》"},
		`<div><span class="where">青江商报</span><span class="auth">方知远</span><span class="pubTime">2023年11月08日09:26</span></div>`: {Outlet: "青江商报", Authors: []string{"方知远"}},
		`<div>青江晚報 (2023-11-08 09:26)</div>`:                                                                                   {Outlet: "青江晚報"},
		`<p>方知远</p><p>2023年11月8日 上午 09:26</p>`:                                                                                 {Authors: []string{"方知远"}},
		`<div>发布时间：２０２３－１１－０８　０９：２６　责任编辑：卓玛</div>`:                                                                             {Editors: []string{"卓玛"}},
		`<div>民國112年11月08日 09:26 記者：方知遠</div>`:                                                                                 {Authors: []string{"方知遠"}},
		`<div>Nov 8, 2023 9:26 am</div>`:                                                                                       {},
		`<div>2023-11-08 09:26 <a href="/c">复制链接</a> <a href="/d">打印</a></div>`:                                                {},
		`<div>2023/11/8 09:26:05 更新时间：2023-11-09 10:00</div>`:                                                                  {},
	} {
		a := read(t, page("青江水利枢纽二期工程通过验收_青江在线", "<h1>青江水利枢纽二期工程通过验收</h1>"+head, body, ""))
		assert.Equal(t, "2023-11-08 09:26", a.Published.Time.Format("2006-01-02 15:04"), head)
		assert.True(t, a.Published.Minute, head)
		assert.Equal(t, want.Outlet, a.Outlet, head)
		assert.Equal(t, want.Authors, a.Authors, head)
		assert.Equal(t, want.Editors, a.Editors, head)
		assert.NotContains(t, a.Body, "09:26", head)
	}
}

func TestDeclared(t *testing.T) {
	a := read(t, strings.Replace(page("青江水利枢纽二期工程通过验收", "<h1>青江水利枢纽二期工程通过验收</h1>", "<p>十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收，受益群众三十万人。</p><p>（原标题：青江二期过关）</p>", ""), "</head>",
		`<link rel="canonical" href="/a/1.html"><meta name="keywords" content="水利,青江"><meta property="article:section" content="要闻"><meta name="source" content="来源：青江日报"><meta name="editor" content="卓玛">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-11-08T01:26:00Z","dateModified":"2023-11-09T10:00:00+08:00"}</script></head>`, 1))
	assert.Equal(t, "http://news.example.com/a/1.html", a.URL)
	assert.Equal(t, []string{"水利", "青江"}, a.Keywords)
	assert.Equal(t, "要闻", a.Section)
	assert.Equal(t, "青江日报", a.Outlet)
	assert.Equal(t, []string{"卓玛"}, a.Editors)
	assert.Equal(t, "2023-11-08T09:26:00+08:00", a.Published.String())
	assert.Equal(t, "2023-11-09T10:00:00+08:00", a.Updated.String())
	assert.Equal(t, "青江二期过关", a.OriginalTitle)
	assert.NotContains(t, a.Body, "原标题")
	assert.Equal(t, extract.Origin{From: extract.FromData, Confidence: 0.9}, a.Origins.Published)
}

func TestHeadlines(t *testing.T) {
	const body = "<p>十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收，受益群众三十万人。</p>"
	a := read(t, page("青江水利枢纽二期工程通过验收_青江在线", "<h3>三省携手治水十年</h3><h1>青江水利枢纽二期工程通过验收</h1><h3>——受益群众三十万人</h3><div>2023-11-08 09:26</div>", body, ""))
	assert.Equal(t, "三省携手治水十年", a.LeadIn)
	assert.Equal(t, []string{"——受益群众三十万人"}, a.Subtitles)
	a = read(t, page("青江水利枢纽二期工程通过验收_青江在线", "<h1>青江水利枢纽二期工程通过验收</h1><div>2023-11-08 09:26</div>", "<p>受益群众三十万人</p>"+body, ""))
	assert.Empty(t, a.LeadIn)
	assert.Empty(t, a.Subtitles)
	assert.True(t, strings.HasPrefix(a.Body, "受益群众三十万人"))
}

func TestDataBody(t *testing.T) {
	const first, second = "十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收，受益群众三十万人。", "据介绍，该工程开工以来，沿线各县筹集资金四千万元，新增灌溉面积十二万亩。"
	for name, script := range map[string]string{
		"JSON-LD": `<script type="application/ld+json">{"@type":"NewsArticle","headline":"青江水利枢纽二期工程通过验收","datePublished":"2023-11-08T09:26:00+08:00","articleBody":"` + first + `\n` + second + `"}</script>`,
		"state":   `<script>window.__STATE__ = {"content":"短","news":{"pubTime":"2023-11-08 09:26","content": "\u003cp\u003e` + first + `\u003c/p><p>` + second + `</p>"}}</script>`,
	} {
		t.Run(name, func(t *testing.T) {
			a := read(t, `<html><head><title>青江水利枢纽二期工程通过验收_青江在线</title>`+script+`</head><body><div id="app"></div></body></html>`, extract.WithPaths())
			assert.Equal(t, first+"\n"+second, a.Body)
			assert.Equal(t, "青江水利枢纽二期工程通过验收", a.Title)
			assert.Equal(t, "2023-11-08T09:26:00+08:00", a.Published.String())
			assert.Empty(t, a.Paths)
		})
	}
	x, err := extract.New()
	require.NoError(t, err)
	for _, script := range []string{`{"content":"太短"}`, `{"content":"`, `{"content":3}`, `{"content":"` + strings.Repeat(`\u4e2d`, 100), `{"content":"` + strings.Repeat("a", 1000) + `"}`} {
		_, err = x.Extract([]byte("<script>var a = "+script+"</script>"), extract.Page{})
		require.ErrorIs(t, err, extract.ErrNoText, script)
	}
}

func TestSection(t *testing.T) {
	const body = "<p>十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收，受益群众三十万人。</p>"
	for above, want := range map[string]string{
		`<div>您的位置：<a href="/">青江在线</a> &gt; <a href="/yw/">要闻</a> &gt; <a href="/yw/sl/">水利</a> &gt; 正文</div>`: "水利",
		`<a href="/">首页</a> » <a href="/cj/">财经</a> » 青江水利枢纽二期工程通过验收`:                                           "财经",
		`<a href="/">首页</a>＞<a href="/cj/">财经</a> 正文`:                                                           "财经",
		`<a href="/">首页</a> <a href="/cj/">财经</a>`:                                                              "",
		`<a href="/">首页</a> &gt; 正文`:                                                                            "",
	} {
		a := read(t, page("青江水利枢纽二期工程通过验收_青江在线", above+"<h1>青江水利枢纽二期工程通过验收</h1><div>2023-11-08 09:26</div>", body, ""))
		assert.Equal(t, want, a.Section, above)
	}
	a := read(t, page("青江水利枢纽二期工程通过验收", "<h1>青江水利枢纽二期工程通过验收</h1><div>发布时间：2023-11-08 09:26 更新时间：2023-11-09 10:00</div>", body, ""))
	assert.Equal(t, extract.Origin{From: extract.FromLabel, Confidence: 0.9}, a.Origins.Updated)
	assert.Empty(t, a.Origins.Section)
}

func TestTableRows(t *testing.T) {
	a := read(t, page("青江水利枢纽二期工程通过验收_青江在线", "<h1>青江水利枢纽二期工程通过验收</h1>", "<p>十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收，沿线各县受益情况如下。</p><table><tr><td>县</td><td>亩数</td></tr><tr><td>青江县</td><td>12万</td></tr></table>", ""))
	assert.True(t, strings.HasSuffix(a.Body, "\n县\t亩数\n青江县\t12万"), a.Body)
}

func TestAgo(t *testing.T) {
	x, err := extract.New()
	require.NoError(t, err)
	fetched := time.Date(2023, 11, 8, 2, 30, 0, 0, time.UTC)
	for ago, want := range map[string]string{"4分钟前": "2023-11-08T10:26:00+08:00", "昨天 09:26": "2023-11-07T09:26:00+08:00", "3小时前": "2023-11-08", "2天前": "2023-11-06"} {
		a, err := x.Extract([]byte(page("大桥今日合龙", "<h1>大桥今日合龙</h1><p>"+ago+"</p>", "<p>十一月七日，青江大桥合龙，两岸群众奔走相告，受益群众三十万人。</p>", "")), extract.Page{Fetched: fetched})
		require.NoError(t, err)
		assert.Equal(t, want, a.Published.String(), ago)
	}
}

func TestNextPage(t *testing.T) {
	const story = "<p>十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收，受益群众三十万人。</p>"
	for links, want := range map[string]string{
		`<a href="c12-345-2.html">下一页</a>`:                                         "http://news.example.com/2023/1108/c12-345-2.html",
		`【1】<a href="c12-345_2.html">【2】</a>`:                                      "http://news.example.com/2023/1108/c12-345_2.html",
		`<a href="?page=2">下一頁</a>`:                                                "http://news.example.com/2023/1108/c12-345.html?page=2",
		`<a href="c12-346.html">下一篇：大桥合龙</a>`:                                      "",
		`<a href="c12-346.html">下一页</a>`:                                           "",
		`<a href="javascript:next()">下一页</a> <a href="http://other.com/2">下一页</a>`: "",
	} {
		a := read(t, page("青江水利枢纽二期工程通过验收", "<h1>青江水利枢纽二期工程通过验收</h1>", story, "<div>"+links+"</div>"))
		assert.Equal(t, want, a.NextPage, links)
	}
	first := read(t, page("青江水利枢纽二期工程通过验收", "", story, ""))
	second := read(t, page("青江水利枢纽二期工程通过验收", "", strings.ReplaceAll(story, "验收", "检查")+"<p>责任编辑：卓玛</p>", ""))
	whole := extract.Stitch(first, second)
	assert.Equal(t, first.Body+"\n"+second.Body, whole.Body)
	assert.Equal(t, []string{"卓玛"}, whole.Editors)
	assert.Nil(t, extract.Stitch())
}

func TestLinks(t *testing.T) {
	x, err := extract.New()
	require.NoError(t, err)
	links, err := x.Links([]byte(`<ul><li><a href="/a/1.html">青江水利枢纽二期工程通过验收</a> 2023-11-08</li><li><a href="/2023/1107/2.html">全省气温骤降十度注意防寒</a></li>
<li><a href="/a/1.html">图</a></li><li><a href="#">返回顶部返回顶部返回</a></li><li><a href="/b">要闻</a></li></ul>`), extract.Page{URL: "http://news.example.com/list.html"})
	require.NoError(t, err)
	require.Len(t, links, 2)
	assert.Equal(t, "http://news.example.com/a/1.html", links[0].URL)
	assert.Equal(t, "青江水利枢纽二期工程通过验收", links[0].Title)
	assert.Equal(t, "2023-11-08", links[0].Date.String())
	assert.Equal(t, "2023-11-07", links[1].Date.String())
}

func TestPaths(t *testing.T) {
	a := read(t, page("青江水利枢纽二期工程通过验收", "", `<div id="content"><p>十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收。</p><p>据介绍，该工程开工以来，沿线各县筹集资金四千万元。</p></div>`, ""), extract.WithPaths())
	assert.Equal(t, []string{"div#content > p:nth-of-type(1)", "div#content > p:nth-of-type(2)"}, a.Paths)
}

func TestDecode(t *testing.T) {
	const hans, hant = "十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收。", "十一月七日，總投資十八億元的青江水利樞紐二期工程通過竣工驗收，立法會議員說，裏面有嘢。"
	gb := func(s string) []byte {
		b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
		require.NoError(t, err)
		return b
	}
	big5 := func(s string) []byte {
		b, err := traditionalchinese.Big5.NewEncoder().Bytes([]byte(s))
		require.NoError(t, err)
		return b
	}
	hz, err := simplifiedchinese.HZGB2312.NewEncoder().Bytes([]byte(hans))
	require.NoError(t, err)
	wide := func(e unicode.Endianness) []byte {
		b, err := unicode.UTF16(e, unicode.IgnoreBOM).NewEncoder().Bytes([]byte("<html><body>" + hans + "</body></html>"))
		require.NoError(t, err)
		return b
	}
	for _, c := range []struct {
		name          string
		bytes         []byte
		contentType   string
		want, charset string
	}{
		{"utf-8", []byte(hans), "", hans, "utf-8"},
		{"utf-8 with a mark", []byte("\uFEFF" + hans), "", hans, "utf-8"},
		{"utf-8 declared as gb2312", []byte(hans), "text/html; charset=gb2312", hans, "utf-8"},
		{"utf-8 with a broken byte", []byte(hans + "\xE6" + hans + hant), "text/html; charset=gb2312", hans + "\uFFFD" + hans + hant, "utf-8"},
		{"gbk", gb(hans), "", hans, "gb18030"},
		{"gbk in traditional characters", gb(hant), "", hant, "gb18030"},
		{"gbk declared as gb2312", gb(hans), "text/html; charset=gb2312", hans, "gb18030"},
		{"gbk declared as big5", gb(hans), "text/html; charset=big5", hans, "gb18030"},
		{"gbk declared as utf-8", gb(hans), "text/html; charset=utf-8", hans, "gb18030"},
		{"gbk that is valid utf-8", gb("联通"), "text/html; charset=gbk", "联通", "gb18030"},
		{"big5", big5(hant), "", hant, "big5"},
		{"big5 declared as gb2312", big5(hant), "text/html; charset=gb2312", hant, "big5"},
		{"big5 declared in a meta tag", big5(`<meta http-equiv="Content-Type" content="text/html; charset=big5">` + "車"), "", `<meta http-equiv="Content-Type" content="text/html; charset=big5">車`, "big5"},
		{"hz", hz, "", hans, "hz-gb-2312"},
		{"utf-16 without a mark", wide(unicode.LittleEndian), "", "<html><body>" + hans + "</body></html>", "utf-16le"},
		{"utf-16, big end first", wide(unicode.BigEndian), "", "<html><body>" + hans + "</body></html>", "utf-16be"},
		{"utf-16 without a mark or an element", wide(unicode.LittleEndian)[24 : len(wide(unicode.LittleEndian))-28], "", hans, "utf-16le"},
		{"western", []byte("caf\xe9"), "", "café", "windows-1252"},
		{"japanese", []byte("\x83\x65\x83\x58\x83\x67"), "text/html; charset=shift_jis", "テスト", "shift_jis"},
		{"empty", nil, "", "", "utf-8"},
	} {
		got, charset := extract.Decode(c.bytes, c.contentType)
		assert.Equal(t, c.charset, charset, c.name)
		assert.Equal(t, c.want, got, c.name)
	}
	// A byte lost anywhere changes nothing.
	page := strings.Repeat("<p>"+hans+"</p>\n", 5)
	for i, b := 0, gb(page); i < len(b); i++ {
		_, charset := extract.Decode(append(append([]byte{}, b[:i]...), b[i+1:]...), "")
		require.Equal(t, "gb18030", charset, "without byte %d", i)
	}
	page = strings.Repeat("<p>"+hant+"</p>\n", 5)
	for i, b := 0, big5(page); i < len(b); i++ {
		_, charset := extract.Decode(append(append([]byte{}, b[:i]...), b[i+1:]...), "")
		require.Equal(t, "big5", charset, "without byte %d", i)
	}
}

func BenchmarkExtract(b *testing.B) {
	for _, name := range []string{"notice.html", "hongkong.html"} {
		b.Run(name, func(b *testing.B) {
			p := sample(b, name)
			x, err := extract.New()
			require.NoError(b, err)
			b.SetBytes(int64(len(p)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := x.Extract(p, extract.Page{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDetectCharset(b *testing.B) {
	text := strings.Repeat("<p>十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收。</p>\n", 2000)
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String(text)
	big5, _ := traditionalchinese.Big5.NewEncoder().String(strings.Repeat("<p>十一月七日，二期工程通過竣工驗收。</p>\n", 4000))
	for name, s := range map[string]string{"utf-8": text, "gb18030": gb, "big5": big5, "utf-8 broken": text[:len(text)/2] + "\xE6" + text[len(text)/2:]} {
		b.Run(name, func(b *testing.B) {
			p := []byte(s)
			b.SetBytes(int64(len(p)))
			b.ReportAllocs()
			for b.Loop() {
				extract.DetectCharset(p, "")
			}
		})
	}
}

package extract_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/extract"
)

const (
	first  = "<p>十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收，受益群众三十万人，灌区亩均节水三成左右。</p>"
	second = "<p>据介绍，该工程开工以来，沿线各县筹集资金四千万元，新增灌溉面积十二万亩，改善灌溉面积三十万亩，沿江两岸的防洪标准由十年一遇提高到五十年一遇。</p>"
)

// illustrated is a page with what stands between and behind two paragraphs.
func illustrated(between, behind string) string {
	return page("青江水利枢纽二期工程通过验收_青江在线", `<img src="/logo.png"><h1>青江水利枢纽二期工程通过验收</h1><div>2023-11-08 09:26 <img src="/img/print.gif"></div>`,
		first+between+second+behind, `<div><a href="/2.html"><img src="/upload/2023/9999.jpg">别的新闻也在这里</a></div>`)
}

func TestImages(t *testing.T) {
	for name, c := range map[string]struct {
		between string
		want    []extract.Image
	}{
		"plain":        {`<p><img src="../pic/1.jpg"></p>`, []extract.Image{{URL: "http://news.example.com/pic/1.jpg", Before: 1}}},
		"caption":      {`<p><img src="1.jpg"></p><p>图为大坝。卓玛 摄</p>`, []extract.Image{{URL: "http://news.example.com/a/1.jpg", Caption: "图为大坝。卓玛 摄", Before: 1}}},
		"figure":       {`<figure><img src="1.jpg"><figcaption>大坝全景</figcaption></figure>`, []extract.Image{{URL: "http://news.example.com/a/1.jpg", Caption: "大坝全景", Before: 1}}},
		"two of one":   {`<p><img src="1.jpg"><img src="2.jpg"></p><p>大坝全景。资料图</p>`, []extract.Image{{URL: "http://news.example.com/a/1.jpg", Before: 1}, {URL: "http://news.example.com/a/2.jpg", Caption: "大坝全景。资料图", Before: 1}}},
		"lazy":         {`<img src="data:image/gif;base64,R0lGOD" data-src="//cdn.example.com/1.jpg"><img src="/loading.gif" data-original="/2.jpg"><img lazy="loaded" data-lazyload="true" src="/3.jpg">`, []extract.Image{{URL: "http://cdn.example.com/1.jpg", Before: 1}, {URL: "http://news.example.com/2.jpg", Before: 1}, {URL: "http://news.example.com/3.jpg", Before: 1}}},
		"sets":         {`<img srcset="/s.jpg 480w, /l.jpg 1200w"><picture><source srcset="/p.webp"><img></picture>`, []extract.Image{{URL: "http://news.example.com/l.jpg", Before: 1}, {URL: "http://news.example.com/p.webp", Before: 1}}},
		"icons":        {`<img src="/1.jpg" width="16"><img src="/images/qrcode_1.png"><img src="/images/line.gif"><img src="javascript:1"><img>`, nil},
		"advert":       {`<a href="http://shop.example.org/x"><img src="/1.jpg"></a><div class="ad"><img src="/2.jpg"></div>`, nil},
		"enlarged":     {`<a href="http://img.example.org/large.jpg"><img src="/1.jpg"></a>`, []extract.Image{{URL: "http://news.example.com/1.jpg", Before: 1}}},
		"twice":        {`<img src="/1.jpg"><img src="/1.jpg">`, []extract.Image{{URL: "http://news.example.com/1.jpg", Before: 1}}},
		"in paragraph": {`<p>工程位于青江上游，<img src="/1.jpg">距县城十二公里。</p>`, []extract.Image{{URL: "http://news.example.com/1.jpg", Before: 2}}},
	} {
		t.Run(name, func(t *testing.T) {
			x, err := extract.New()
			require.NoError(t, err)
			a, err := x.Extract([]byte(illustrated(c.between, "")), extract.Page{URL: "http://news.example.com/a/b.html"})
			require.NoError(t, err)
			assert.Equal(t, c.want, a.Images)
			checkArticle(t, a)
		})
	}
	a := read(t, illustrated("", `<p><img src="/1.jpg"></p><p>图为大坝。卓玛 摄</p><p>责任编辑：卓玛</p><p><img src="/upload/8888.jpg"></p>`))
	require.Len(t, a.Images, 1)
	assert.Equal(t, 2, a.Images[0].Before)
	assert.Equal(t, "图为大坝。卓玛 摄", a.Images[0].Caption)
}

func TestMarkdown(t *testing.T) {
	a := read(t, illustrated(`<h3>工程概况</h3><ul><li>全长*两*公里</li><li>总投资18亿元</li></ul><ol><li>先建坝</li><li>后修渠</li></ol><p><strong>沿线受益</strong></p><p>1. 亩数如下</p>
<table><tr><th>县</th><th>亩数</th><th>户数</th></tr><tr><td>青江县</td><td></td><td>3|4</td></tr><tr><td>白河县</td><td>12万</td></tr></table><img src="/1_(1).jpg"><p>大坝。卓玛 摄</p>`, ""))
	assert.Equal(t, []extract.Kind{extract.Paragraph, extract.Heading, extract.Item, extract.Item, extract.Numbered, extract.Numbered, extract.Heading, extract.Paragraph, extract.Row, extract.Row, extract.Row, extract.Paragraph}, a.Kinds)
	assert.Equal(t, strings.Join([]string{
		"# 青江水利枢纽二期工程通过验收", "",
		"十一月七日，总投资十八亿元的青江水利枢纽二期工程通过竣工验收，受益群众三十万人，灌区亩均节水三成左右。", "",
		"## 工程概况", "",
		`- 全长\*两\*公里`, "- 总投资18亿元", "",
		"1. 先建坝", "2. 后修渠", "",
		"## 沿线受益", "",
		`1\. 亩数如下`, "",
		"| 县 | 亩数 | 户数 |", "| --- | --- | --- |", `| 青江县 |  | 3\|4 |`, "| 白河县 | 12万 |  |", "",
		"![大坝。卓玛 摄](http://news.example.com/1_%281%29.jpg)", "",
		"据介绍，该工程开工以来，沿线各县筹集资金四千万元，新增灌溉面积十二万亩，改善灌溉面积三十万亩，沿江两岸的防洪标准由十年一遇提高到五十年一遇。", "",
	}, "\n"), a.Markdown())
	assert.Empty(t, (&extract.Article{}).Markdown())
	assert.Equal(t, "\\# 号\n\n+\n", (&extract.Article{Body: "# 号\n+"}).Markdown()[:len("\\# 号\n\n")]+"+\n")
}

func TestStitchImages(t *testing.T) {
	whole := extract.Stitch(
		&extract.Article{Body: "导语。\n第一页。", Kinds: []extract.Kind{extract.Heading, extract.Paragraph}, Images: []extract.Image{{URL: "a", Before: 1}}},
		&extract.Article{Body: "导语。\n第二页。", Kinds: []extract.Kind{extract.Heading, extract.Item}, Images: []extract.Image{{URL: "a"}, {URL: "b", Before: 1}, {URL: "c", Before: 2}}, Truncated: true})
	assert.Equal(t, []extract.Kind{extract.Heading, extract.Paragraph, extract.Item}, whole.Kinds)
	assert.Equal(t, []extract.Image{{URL: "a", Before: 1}, {URL: "b", Before: 2}, {URL: "c", Before: 3}}, whole.Images)
	assert.True(t, whole.Truncated)
}

package extract_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/xinwen-go/xinwen/extract"
	"github.com/xinwen-go/xinwen/text"
)

const examplePage = `<html><head><title>青江水利枢纽二期工程通过验收_要闻_西川日报网</title></head><body>
<a href="/">首页</a> <a href="/yw/">要闻</a>
<h1>青江水利枢纽二期工程通过验收</h1>
<div>2023年11月08日 09:26　来源：西川日报　作者：段明瑞　字号：大 中 小</div>
<p>　　11月7日，总投资18.6亿元的青江水利枢纽二期工程通过竣工验收。</p>
<p>　　“工程投运后，灌区亩均节水三成左右。”有关负责人说。</p>
<p>责任编辑：卓玛</p>
<p>相关新闻</p><ul><li><a href="/1">全省气温骤降10度，注意防寒</a></li></ul>
</body></html>`

func ExampleExtractor_Extract() {
	x, err := extract.New()
	if err != nil {
		log.Fatal(err)
	}
	a, err := x.Extract([]byte(examplePage), extract.Page{URL: "http://news.example.com/1.html"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(a.Title)
	fmt.Println(a.Outlet, a.Authors, a.Editors, a.Published)
	fmt.Println(a.Body)
	// Output:
	// 青江水利枢纽二期工程通过验收
	// 西川日报 [段明瑞] [卓玛] 2023-11-08T09:26:00+08:00
	// 11月7日，总投资18.6亿元的青江水利枢纽二期工程通过竣工验收。
	// “工程投运后，灌区亩均节水三成左右。”有关负责人说。
}

func ExampleWithPaths() {
	x, err := extract.New(extract.WithPaths())
	if err != nil {
		log.Fatal(err)
	}
	a, err := x.Extract([]byte(`<div id="content"><p>11月7日，青江大桥合龙，两岸群众奔走相告。</p><p>据介绍，大桥全长两公里，总投资18亿元。</p></div>`), extract.Page{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Join(a.Paths, "\n"))
	// Output:
	// div#content > p:nth-of-type(1)
	// div#content > p:nth-of-type(2)
}

func ExampleArticle_PathAt() {
	x, err := extract.New(extract.WithPaths())
	if err != nil {
		log.Fatal(err)
	}
	a, err := x.Extract([]byte(`<div id="content"><p>11月7日，青江大桥合龙，两岸群众奔走相告。</p><p>据介绍，大桥全长两公里，总投资18亿元。</p></div>`), extract.Page{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(a.PathAt(strings.Index(a.Body, "两公里")))
	// Output: div#content > p:nth-of-type(2)
}

func ExampleOrigins_All() {
	x, err := extract.New()
	if err != nil {
		log.Fatal(err)
	}
	a, err := x.Extract([]byte(examplePage), extract.Page{URL: "http://news.example.com/1.html"})
	if err != nil {
		log.Fatal(err)
	}
	for field, o := range a.Origins.All() {
		if o.From == extract.FromLabel {
			fmt.Println(field, o.Confidence)
		}
	}
	// Output:
	// authors 0.95
	// editors 0.9
	// outlet 0.95
}

func ExampleLearner() {
	const banner = "<p>本栏目由青江电信冠名播出，欢迎拨打热线，更多精彩内容请到本地服务网点领取。</p>"
	page := func(story string) []byte { return []byte("<div><p>" + story + "</p>" + banner + "</div>") }
	l := extract.NewLearner()
	for _, story := range []string{"第一座桥昨日合龙，两岸群众奔走相告。", "第二座桥也已动工，计划两年建成通车。", "第三座桥还在勘察，专家们看法不一。"} {
		if err := l.Observe(page(story), extract.Page{}); err != nil {
			log.Fatal(err)
		}
	}
	x, err := extract.New(extract.WithSite("example.com", l.Site()))
	if err != nil {
		log.Fatal(err)
	}
	a, err := x.Extract(page("第四座桥今天封顶，明年元旦通车。"), extract.Page{URL: "http://news.example.com/4.html"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(a.Body)
	// Output: 第四座桥今天封顶，明年元旦通车。
}

func ExampleReadRules() {
	rules, err := extract.ReadRules(strings.NewReader(`
["news.example.com"]
body = "#text"
drop = ".ad, .share"
`))
	if err != nil {
		log.Fatal(err)
	}
	x, err := extract.New(extract.WithRules(rules...))
	if err != nil {
		log.Fatal(err)
	}
	a, err := x.Extract([]byte(`<p>这里是栏目的介绍，比正文还要长得多。</p><div id="text"><p class="ad">限时优惠。</p><p>青江大桥合龙。</p></div>`), extract.Page{URL: "http://news.example.com/1.html"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(a.Body)
	// Output: 青江大桥合龙。
}

func ExampleArticle_Markdown() {
	a := extract.Article{
		Title:  "大桥合龙",
		Body:   "青江大桥昨日合龙。\n工程概况\n全长两公里\n总投资18亿元\n县\t亩数\n青江县\t12万",
		Kinds:  []extract.Kind{extract.Paragraph, extract.Heading, extract.Item, extract.Item, extract.Row, extract.Row},
		Images: []extract.Image{{URL: "http://example.com/1.jpg", Caption: "合龙现场", Before: 1}},
	}
	fmt.Print(a.Markdown())
	// Output:
	// # 大桥合龙
	//
	// 青江大桥昨日合龙。
	//
	// ![合龙现场](http://example.com/1.jpg)
	//
	// ## 工程概况
	//
	// - 全长两公里
	// - 总投资18亿元
	//
	// | 县 | 亩数 |
	// | --- | --- |
	// | 青江县 | 12万 |
}

func ExampleExtractor_Links() {
	x, err := extract.New()
	if err != nil {
		log.Fatal(err)
	}
	links, err := x.Links([]byte(`<ul><li><a href="/2023/1108/1.html">青江水利枢纽二期工程通过验收</a></li></ul>`), extract.Page{URL: "http://news.example.com/"})
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range links {
		fmt.Println(l.Date, l.Title, l.URL)
	}
	// Output: 2023-11-08 青江水利枢纽二期工程通过验收 http://news.example.com/2023/1108/1.html
}

func ExampleStitch() {
	whole := extract.Stitch(&extract.Article{Title: "大桥合龙", Body: "第一页。"}, &extract.Article{Title: "大桥合龙(2)", Body: "第二页。", Editors: []string{"卓玛"}})
	fmt.Printf("%s %q %v\n", whole.Title, whole.Body, whole.Editors)
	// Output: 大桥合龙 "第一页。\n第二页。" [卓玛]
}

func ExampleReadCredits() {
	c := extract.ReadCredits(text.New("记者方知远╱花莲报导\n大桥合龙，两岸群众奔走相告。\n(西川在线编辑:卓玛)"))
	fmt.Println(c.Authors, c.Editors, c.Outlet)
	// Output: [方知远] [卓玛] 西川在线
}

func ExampleDecode() {
	s, charset := extract.Decode([]byte("\xd6\xd0\xce\xc4\xd0\xc2\xce\xc5"), "text/html; charset=utf-8")
	fmt.Println(s, charset)
	// Output: 中文新闻 gb18030
}

func ExampleDetectCharset() {
	charset, _ := extract.DetectCharset([]byte("\xa4\xa4\xa4\xe5\xb7\x73\xbb\x44"), "")
	fmt.Println(charset)
	// Output: big5
}

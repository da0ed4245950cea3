package web_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus"
	"github.com/xinwen-go/xinwen/corpus/web"
)

func (s *site) file(path, contentType, content string) {
	s.mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		io.WriteString(w, content)
	})
}

func zipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

// paths strips the address of the site.
func paths[V any](s *site, m map[string]V) []string {
	out := keys(m)
	for i := range out {
		out[i] = strings.TrimPrefix(out[i], s.URL)
	}
	return out
}

func TestFeedsAndSitemaps(t *testing.T) {
	s := newSite(t)
	for i := range 20 {
		s.page(fmt.Sprintf("/p%d", i), fmt.Sprintf("第%d座大桥合龙", i))
	}
	rss, _ := simplifiedchinese.GB18030.NewEncoder().String(`<?xml version="1.0" encoding="gb2312"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>要闻</title>
		<link>` + s.URL + `/front</link><atom:link href="` + s.URL + `/feed" rel="self"/>
		<item><title>大桥合龙</title><link> ` + s.URL + `/p0 </link><description>两岸群众奔走相告<br>据介绍&nbsp;工程</description></item>
		<item><link><![CDATA[/p1?a=1&b=2]]></link><guid isPermaLink="false">x1</guid></item>
		<item><guid>` + s.URL + `/p2</guid></item><item><title>没有地址</title></item></channel></rss>`)
	s.file("/rss", "text/html; charset=gb2312", rss) // the wrong type, as it is often found
	s.file("/atom", "application/atom+xml", `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="`+s.URL+`/"><link href="front"/>
		<entry><link rel="enclosure" href="p19"/><link rel="alternate" href="p3"/><source><link href="p19"/></source></entry>
		<entry><link href="`+s.URL+`/p4"/></entry>
		<entry><link href="javascript:alert(1)"/></entry><entry><link href="/p5"/>`) // and cut off
	s.file("/rdf", "application/rdf+xml", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><link>`+s.URL+`/front</link></channel>
		<item rdf:about="`+s.URL+`/p6"><link>`+s.URL+`/p6</link></item></rdf:RDF>`)
	s.file("/index.xml", "text/xml", `<?xml version="1.0"?><sm:sitemapindex xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9"><sm:sitemap><sm:loc>`+s.URL+`/map1.xml.gz</sm:loc></sm:sitemap>
		<sm:sitemap><sm:loc>`+s.URL+`/map2.txt</sm:loc></sm:sitemap><sm:sitemap><sm:loc>`+s.URL+`/index.xml</sm:loc></sm:sitemap></sm:sitemapindex>`)
	s.file("/map1.xml.gz", "application/octet-stream", zipped(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
		<url><loc>`+s.URL+`/p7</loc><image:image><image:loc>`+s.URL+`/p19</image:loc></image:image><lastmod>2021-04-28</lastmod></url><url><loc>`+s.URL+`/p8</loc></url></urlset>`))
	s.file("/map2.txt", "text/plain", "\uFEFF"+s.URL+"/p9\r\n\r\n"+s.URL+"/p10\r\n")
	s.file("/other.xml", "application/xml", "<root><loc>http://a.test/</loc></root>")

	pages, errs := crawl(t, rude(), s.URL+"/rss", s.URL+"/atom", s.URL+"/rdf")
	assert.Empty(t, errs)
	assert.Equal(t, []string{"/p0", "/p1?a=1&b=2", "/p2", "/p3", "/p4", "/p5", "/p6"}, paths(s, pages))
	pages, errs = crawl(t, rude(web.WithExclude(regexp.MustCompile(`/p8$`))), s.URL+"/index.xml", s.URL+"/other.xml", s.URL+"/p11")
	assert.Equal(t, []string{"/other.xml"}, paths(s, errs))
	assert.Equal(t, []string{"/p10", "/p11", "/p7", "/p9"}, paths(s, pages))
	assert.Equal(t, 1, s.count("/index.xml"))
	assert.Zero(t, s.count("/front"))
}

func TestListAndDepth(t *testing.T) {
	s := newSite(t)
	a := func(path, title string) string { return `<li><a href="` + path + `">` + title + `</a></li>` }
	s.file("/list", "text/html", `<html><body><a href="/about">关于</a><ul>`+a("/1", "青江大桥昨日正式合龙通车")+a("/2", "龙门水库二期工程开始下闸蓄水")+a(s.on("elsewhere.test", "/3"), "外省媒体关注青江大桥合龙通车")+`</ul></body></html>`)
	s.page("/1", "青江大桥昨日正式合龙通车", a("/2", "相关"), a("/deep", "更多"), `<a rel="nofollow" href="/no">不</a>`, a("http://elsewhere.test/x", "外站"), a("#top", "回顶"), a("mailto:a@b.test", "信"))
	s.page("/2", "龙门水库二期工程开始下闸蓄水", a("/away", "走"))
	s.page("/3", "外省媒体关注青江大桥合龙通车")
	s.page("/deep", "更深一层的网页", a("/deeper", "再深"))
	s.page("/deeper", "再深一层的网页", a("/1", "回去"))
	s.mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, s.on("elsewhere.test", "/3"), http.StatusFound)
	})

	f, err := web.New(rude()...)
	require.NoError(t, err)
	got := map[string]bool{}
	for p, err := range f.Fetch(context.Background(), func(yield func(web.Seed) bool) { yield(web.Seed{URL: s.URL + "/list", List: true}) }) {
		require.NoError(t, err)
		got[p.URL] = true
	}
	assert.Equal(t, []string{s.URL + "/1", s.URL + "/2", s.on("elsewhere.test", "/3")}, keys(got))

	depth := func(n int, more ...web.Option) []string {
		pages, errs := crawl(t, rude(append(more, web.WithDepth(n))...), s.URL+"/1")
		assert.Empty(t, errs) // to be led away is no failure of a link
		return paths(s, pages)
	}
	assert.Equal(t, []string{"/1"}, depth(0))
	assert.Equal(t, []string{"/1", "/2", "/deep"}, depth(1))
	assert.Equal(t, []string{"/1", "/2", "/deep", "/deeper"}, depth(2))
	assert.Equal(t, []string{"/1", "/2", "/deep", "/deeper"}, depth(9))
	assert.Equal(t, []string{"/1", "/deep", "/deeper"}, depth(9, web.WithInclude(regexp.MustCompile("deep"))))
	assert.Equal(t, []string{"/1", "/2"}, depth(9, web.WithExclude(regexp.MustCompile("deep"))))
	assert.Equal(t, []string{"/1", "/2"}, depth(9, web.WithLimit(2)))
	assert.Zero(t, s.count("/no"))
}

func TestArticleOfSeveralPages(t *testing.T) {
	s := newSite(t)
	next := func(to, text string) string { return `<p><a href="` + to + `">` + text + `</a></p>` }
	s.page("/a/1.html", "青江大桥合龙", next("1_2.html", "下一页"), next("1_3.html", "3"), `<a href="/other">其他</a>`)
	s.page("/a/1_2.html", "龙门水库下闸", next("1_3.html", "下一页"))
	s.page("/a/1_3.html", "渡口改建工程", next("1_2.html", "上一页"))
	s.page("/b/1.html", "缺页的文章", next("1_2.html", "下一页"))
	s.page("/c/1.html", "没有尽头的文章", next("1_2.html", "下一页"))
	s.mux.HandleFunc("/c/", func(w http.ResponseWriter, r *http.Request) {
		var n int
		fmt.Sscanf(r.URL.Path, "/c/1_%d.html", &n)
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, pageOf(fmt.Sprintf("第%d页的内容", n), next(fmt.Sprintf("1_%d.html", n+1), "下一页")))
	})
	s.page("/other", "其他")
	pages, errs := crawl(t, rude(web.WithDepth(1), web.WithMaxPages(5)), s.URL+"/a/1.html", s.URL+"/b/1.html", s.URL+"/c/1.html")
	assert.Equal(t, []string{"/a/1.html", "/b/1.html", "/c/1.html", "/other"}, paths(s, pages))
	assert.Equal(t, []string{"/b/1.html"}, paths(s, errs))
	assert.ErrorIs(t, errs[s.URL+"/b/1.html"], web.ErrNextPage)
	assert.ErrorIs(t, errs[s.URL+"/b/1.html"], web.ErrStatus)
	p := pages[s.URL+"/a/1.html"]
	require.Len(t, p.More, 2)
	require.Len(t, p.Exchanges, 3)
	for _, want := range []string{"青江大桥合龙，两岸", "龙门水库下闸，两岸", "渡口改建工程，两岸"} {
		assert.Contains(t, p.Article.Body, want)
	}
	assert.Len(t, pages[s.URL+"/c/1.html"].More, 4)
	for _, n := range []string{"/a/1_2.html", "/a/1_3.html"} {
		assert.Equal(t, 1, s.count(n))
	}

	// As a line of JSON it is read as one page that holds all of the article.
	line, err := json.Marshal(p)
	require.NoError(t, err)
	doc := readBack(t, line)
	pipe, err := xinwen.New(xinwen.Only())
	require.NoError(t, err)
	rec, err := pipe.Process(context.Background(), doc)
	require.NoError(t, err)
	assert.Equal(t, s.URL+"/a/1.html", rec.ID)
	assert.Equal(t, p.Article.Body, rec.Text)
	assert.Equal(t, "青江大桥合龙", rec.Title)

	pages, _ = crawl(t, rude(web.WithMaxPages(1)), s.URL+"/a/1.html")
	assert.Empty(t, pages[s.URL+"/a/1.html"].More)
}

func readBack(t *testing.T, lines []byte) *xinwen.Input {
	t.Helper()
	r, err := corpus.New(corpus.WithFormat(corpus.JSONL), corpus.WithStdin(bytes.NewReader(lines)))
	require.NoError(t, err)
	for doc, err := range r.Files(corpus.Stdin) {
		require.NoError(t, err)
		return doc
	}
	t.Fatal("no document")
	return nil
}

func TestJSON(t *testing.T) {
	s := newSite(t)
	gbk, _ := simplifiedchinese.GB18030.NewEncoder().String("青江大桥昨日合龙，两岸群众奔走相告。")
	s.file("/plain", "text/plain; charset=gbk", gbk)
	s.page("/1", "青江大桥合龙")
	pages, errs := crawl(t, rude(), s.URL+"/plain", s.URL+"/1")
	require.Empty(t, errs)
	line, err := json.Marshal(pages[s.URL+"/1"])
	require.NoError(t, err)
	doc := readBack(t, line)
	assert.Equal(t, pageOf("青江大桥合龙"), string(doc.HTML))
	assert.Equal(t, s.URL+"/1", doc.URL)
	line, err = json.Marshal(pages[s.URL+"/plain"])
	require.NoError(t, err)
	assert.Equal(t, "青江大桥昨日合龙，两岸群众奔走相告。", readBack(t, line).Text)
}

package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/xinwen-go/xinwen/extract"
)

// perturbations make of a page another that holds the same article, as another site or crawl might have it.
var perturbations = []struct {
	name  string
	alter func(*testing.T, string) string
	least float64 // mean F1 of the body, a little below what was measured
}{
	{"as it is", func(_ *testing.T, page string) string { return page }, 0.97},
	{"no class, no id", rewrite(func(n *html.Node) {
		kept := n.Attr[:0]
		for _, a := range n.Attr {
			if a.Key != "class" && a.Key != "id" && a.Key != "itemprop" && a.Key != "bosszone" {
				kept = append(kept, a)
			}
		}
		n.Attr = kept
	}), 0.97},
	{"no headings", rewrite(func(n *html.Node) {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			n.Data, n.DataAtom = "div", atom.Div
		}
	}), 0.97},
	{"paragraphs as divisions", rewrite(func(n *html.Node) {
		if n.DataAtom == atom.P {
			n.Data, n.DataAtom = "div", atom.Div
		}
	}), 0.97},
	{"no meta, no data", func(t *testing.T, page string) string {
		return prune(t, page, func(n *html.Node) bool { return n.DataAtom == atom.Meta || n.DataAtom == atom.Script })
	}, 0.97},
	{"no title element", func(t *testing.T, page string) string {
		return prune(t, page, func(n *html.Node) bool { return n.DataAtom == atom.Title })
	}, 0.97},
	{"all in a table", func(_ *testing.T, page string) string {
		return strings.NewReplacer("<article", "<div", "</article", "</div", "<main", "<div", "</main", "</div", "<body", "<body><table><tr><td>菜单</td><td><div ", "</body>", "</div></td></tr></table></body>").Replace(page)
	}, 0.97},
	{"comments behind", func(_ *testing.T, page string) string {
		const comment = `<div><span><a href="/u/1">江上客</a></span><span>2小时前</span><div>说得太好了，支持一下！我们这里也是这样的情况，希望有关部门早点解决，不要只是说说而已。</div></div>
<div><span><a href="/u/2">路人乙</a></span><span>3小时前</span><div>不同意楼上的看法，这件事情没有那么简单，要看具体情况，不能一概而论吧？</div></div>`
		i := strings.LastIndex(strings.ToLower(page), "</body>")
		if i < 0 {
			i = len(page)
		}
		return page[:i] + "<div><h3>网友评论</h3>" + strings.Repeat(comment, 4) + "</div>" + page[i:]
	}, 0.97},
}

func rewrite(change func(*html.Node)) func(*testing.T, string) string {
	return func(t *testing.T, page string) string {
		root, err := html.Parse(strings.NewReader(page))
		require.NoError(t, err)
		for n := range root.Descendants() {
			if n.Type == html.ElementNode {
				change(n)
			}
		}
		var out strings.Builder
		require.NoError(t, html.Render(&out, root))
		return out.String()
	}
}

func prune(t *testing.T, page string, drop func(*html.Node) bool) string {
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	var doomed []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && drop(n) {
			doomed = append(doomed, n)
		}
	}
	for _, n := range doomed {
		n.Parent.RemoveChild(n)
	}
	var out strings.Builder
	require.NoError(t, html.Render(&out, root))
	return out.String()
}

// TestCasesPerturbed scores the gold pages after changes that leave the article what it is.
func TestCasesPerturbed(t *testing.T) {
	if testing.Short() {
		t.Skip("nine times the pages")
	}
	t.Parallel()
	dir, pages := goldPages(t)
	x, err := extract.New()
	require.NoError(t, err)
	for _, p := range perturbations {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			var all score
			for _, g := range pages {
				page, err := os.ReadFile(filepath.Join(dir, "pages", g.ID+".html"))
				require.NoError(t, err)
				s, _ := extract.Decode(page, "")
				a, err := x.Extract([]byte(p.alter(t, s)), extract.Page{URL: g.URL, ContentType: "text/html; charset=utf-8"})
				if err != nil {
					a = &extract.Article{}
				}
				all.add(g, a)
			}
			all.log(t, p.name)
			assert.Greater(t, all.f1/float64(all.pages), p.least)
		})
	}
}

// TestCasesCut cuts the gold pages at four fifths of their bytes, in the middle of whatever stands there: what is read of the rest is
// still the article.
func TestCasesCut(t *testing.T) {
	t.Parallel()
	dir, pages := goldPages(t)
	x, err := extract.New()
	require.NoError(t, err)
	sum, n := 0.0, 0
	for _, g := range pages {
		page, err := os.ReadFile(filepath.Join(dir, "pages", g.ID+".html"))
		require.NoError(t, err)
		a, err := x.Extract(page[:len(page)*4/5], extract.Page{URL: g.URL})
		if err != nil { // the article stood behind the cut, or is data of a script that was cut
			continue
		}
		checkArticle(t, a)
		got, want := shingles(a.Body), shingles(g.Body)
		hit, all := 0, 0
		for k, c := range got {
			all += c
			hit += min(c, want[k])
		}
		sum += float64(hit) / float64(all)
		n++
	}
	t.Logf("%d of %d pages, precision %.3f", n, len(pages), sum/float64(n))
	assert.Greater(t, sum/float64(n), 0.95)
	assert.Greater(t, n, len(pages)*9/10)
}

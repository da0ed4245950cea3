package extract

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// nextWords are the texts of links that lead to the next page of an article, folded.
var nextWords = map[string]bool{"下一页": true, "下页": true, "后一页": true, "下一页>": true, "下一页>>": true, "下一页»": true, "接下一页": true, "(接下一页)": true, "next": true, "next page": true, "[下一页]": true, "【下一页】": true, "阅读下一页": true}

// nextPage fills in the address of the next page of the article among the links at its end: one that says so, or the number behind
// that of this page. Both have to lead to an address that is made from the one of this page.
func (s *scan) nextPage(a *Article, r region, address string) {
	const reach = 10
	for _, l := range s.links {
		if l.line >= 0 && (l.line < r.first || l.line > r.last+reach) {
			continue
		}
		href := resolve(address, s.base, l.href)
		if href == "" || !samePages(address, href) {
			continue
		}
		f := strings.Join(strings.Fields(text.FoldString(l.text)), " ")
		if nextWords[f] {
			a.NextPage, a.Origins.NextPage = href, Origin{FromLink, 0.95}
			return
		}
		if n := strings.Trim(f, "[]【】() "); a.NextPage == "" && n == strconv.Itoa(max(pageNumber(address), 1)+1) {
			a.NextPage, a.Origins.NextPage = href, Origin{FromLink, 0.8}
		}
	}
}

// resolve makes an address absolute; it returns "" for what leads nowhere, and the address as it is where that of the page is
// not known.
func resolve(address, base, href string) string {
	href = strings.TrimSpace(href)
	if href == "" || href[0] == '#' || strings.HasPrefix(strings.ToLower(href), "javascript:") || len(href) > 2000 {
		return ""
	}
	u, err := url.Parse(href)
	if err != nil {
		return ""
	}
	for _, from := range []string{base, address} {
		if b, err := url.Parse(from); err == nil && b.IsAbs() {
			u = b.ResolveReference(u)
		}
	}
	if u.IsAbs() && u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// samePages reports whether two addresses are pages of one article: the same but for a number behind the name or in the query.
func samePages(a, b string) bool {
	if a == b {
		return false
	}
	if a == "" {
		return true
	}
	u, err1 := url.Parse(a)
	v, err2 := url.Parse(b)
	if err1 != nil || err2 != nil || u.Host != "" && v.Host != "" && u.Host != v.Host {
		return false
	}
	if u.Path == v.Path {
		return u.RawQuery != v.RawQuery
	}
	if pageName(u.Path) == pageStem(v.Path) {
		return true
	}
	return pageStem(u.Path) == pageStem(v.Path) && pageNumber(b) == pageNumber(a)+1
}

// pageName is a path without ending.
func pageName(p string) string {
	slash := strings.LastIndexByte(p, '/')
	if dot := strings.LastIndexByte(p, '.'); dot > slash {
		return p[:dot]
	}
	return p
}

// pageStem is a path without ending and page number: /a/123_2.html and /a/123.html are both /a/123.
func pageStem(p string) string {
	p = pageName(p)
	if n := pageDigits(p); n > 0 {
		return strings.TrimRight(p[:len(p)-n], "_-")
	}
	return p
}

// pageDigits is the length of the page number that a path without ending closes with: at most two digits behind _ or -.
func pageDigits(p string) int {
	n := 0
	for n < len(p) && p[len(p)-1-n] >= '0' && p[len(p)-1-n] <= '9' {
		n++
	}
	if n == 0 || n > 2 || n == len(p) || p[len(p)-1-n] != '_' && p[len(p)-1-n] != '-' {
		return 0
	}
	return n
}

func pageNumber(address string) int {
	u, err := url.Parse(address)
	if err != nil {
		return 0
	}
	p := pageName(u.Path)
	_, v := digits([]rune(p[len(p)-pageDigits(p):]), 2)
	for _, key := range []string{"page", "p", "pageno", "page_no", "pageindex"} {
		if n, err := strconv.Atoi(u.Query().Get(key)); err == nil && n > 0 && n < 100 {
			return n
		}
	}
	return v
}

// Stitch joins the pages of one article, in order, to one: the bodies one behind the other, and what a page tells that those
// before it have not. It returns nil for no page.
func Stitch(pages ...*Article) *Article {
	if len(pages) == 0 {
		return nil
	}
	whole := *pages[0]
	seen := map[string]bool{}
	var body []string
	whole.Kinds, whole.Images = nil, nil
	for i, p := range pages {
		k, images := 0, p.Images
		take := func() { // the images before paragraph k of the page
			for len(images) > 0 && images[0].Before <= k {
				image := images[0]
				image.Before, images = len(body), images[1:]
				if !slices.ContainsFunc(whole.Images, func(m Image) bool { return m.URL == image.URL }) {
					whole.Images = append(whole.Images, image)
				}
			}
		}
		for l := range strings.SplitSeq(p.Body, "\n") {
			take()
			if i == 0 || !seen[l] || len(body) == 0 { // a lead is repeated on each page
				seen[l] = true
				body = append(body, l)
				whole.Kinds = append(whole.Kinds, p.kind(k))
			}
			k++
		}
		take()
		whole.Truncated = whole.Truncated || p.Truncated
		if i == 0 {
			continue
		}
		whole.Captions = appendNew(whole.Captions, p.Captions)
		whole.take(Credits{Authors: p.Authors}, p.Origins.Authors)
		whole.take(Credits{Editors: p.Editors}, p.Origins.Editors)
		whole.takeOutlet(p.Outlet, p.Origins.Outlet)
		if whole.Published.Time.IsZero() {
			whole.Published, whole.Origins.Published = p.Published, p.Origins.Published
		}
		if whole.OriginalTitle == "" {
			whole.OriginalTitle, whole.Origins.OriginalTitle = p.OriginalTitle, p.Origins.OriginalTitle
		}
		whole.NextPage, whole.Origins.NextPage = p.NextPage, p.Origins.NextPage
	}
	whole.Body = strings.Join(body, "\n")
	whole.Paths = nil
	return &whole
}

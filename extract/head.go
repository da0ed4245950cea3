package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// headElement reads an element of the head of a page, wherever it stands.
func (s *scan) headElement(n *html.Node) {
	if n.Type != html.ElementNode {
		return
	}
	switch n.DataAtom {
	case atom.Title:
		if s.title == "" && n.FirstChild != nil {
			s.title = n.FirstChild.Data
		}
	case atom.Base:
		s.base = attr(n, "href")
	case atom.Meta:
		key := ""
		for _, k := range []string{"property", "name", "itemprop", "http-equiv"} {
			if key = attr(n, k); key != "" {
				break
			}
		}
		key = strings.ToLower(strings.TrimSpace(key))
		if v := clean(attr(n, "content")); key != "" && v != "" && s.meta[key] == "" {
			s.meta[key] = v
		}
	case atom.Link:
		switch rel := attr(n, "rel"); {
		case rel == "canonical" && s.canonical == "":
			s.canonical = attr(n, "href")
		case rel == "next":
			s.links = append(s.links, link{text: "下一页", href: attr(n, "href"), line: -1})
		}
	case atom.Script:
		if n.FirstChild == nil || len(n.FirstChild.Data) > 1<<20 {
			return
		}
		if d := n.FirstChild.Data; strings.EqualFold(attr(n, "type"), "application/ld+json") {
			s.jsonLD.add(d)
		} else {
			s.scripts = append(s.scripts, d)
		}
	}
}

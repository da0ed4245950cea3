package extract

import (
	"html"
	"strings"
	"time"
)

// HTML writes the article as a plain page in UTF-8, with what Extract reads from a page in the places where it looks: several pages
// of an article that [Stitch] has joined can go on as one. Images are left out.
func (a *Article) HTML() string {
	var b strings.Builder
	put := func(parts ...string) {
		for i, p := range parts {
			if i%2 == 1 {
				p = html.EscapeString(p)
			}
			b.WriteString(p)
		}
	}
	put("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>", a.Title, "</title>\n")
	if a.URL != "" {
		put("<link rel=\"canonical\" href=\"", a.URL, "\">\n")
	}
	if when := a.Published.String(); when != "" {
		put("<meta property=\"article:published_time\" content=\"", when, "\">\n")
	}
	put("</head><body>\n<h1>", a.Title, "</h1>\n<div>")
	if a.Published.Minute {
		b.WriteString(a.Published.Time.Format(time.DateTime))
	} else {
		b.WriteString(a.Published.String())
	}
	if a.Outlet != "" {
		put("　来源：", a.Outlet)
	}
	if len(a.Authors) > 0 {
		put("　作者：", strings.Join(a.Authors, " "))
	}
	b.WriteString("</div>\n<div id=\"content\">\n")
	k := 0
	for p := range strings.SplitSeq(a.Body, "\n") {
		kind := a.kind(k)
		open := k == 0 || a.kind(k-1) != kind
		k++
		last := k >= len(a.Kinds) || a.kind(k) != kind
		switch kind {
		case Heading:
			put("<h2>", p, "</h2>\n")
		case Item, Numbered:
			list := "ul"
			if kind == Numbered {
				list = "ol"
			}
			if open {
				b.WriteString("<" + list + ">\n")
			}
			put("<li>", p, "</li>\n")
			if last {
				b.WriteString("</" + list + ">\n")
			}
		case Row:
			if open {
				b.WriteString("<table>\n")
			}
			b.WriteString("<tr><td>" + strings.ReplaceAll(html.EscapeString(p), "\t", "</td><td>") + "</td></tr>\n")
			if last {
				b.WriteString("</table>\n")
			}
		default:
			put("<p>", p, "</p>\n")
		}
	}
	b.WriteString("</div>\n")
	if len(a.Editors) > 0 {
		put("<p>责任编辑：", strings.Join(a.Editors, " "), "</p>\n")
	}
	b.WriteString("</body></html>\n")
	return b.String()
}

package extract

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// picture is an img element outside of what is no part of an article.
type picture struct {
	node   *html.Node
	line   int  // index of the line it stands before, or in
	inside bool // text of that line stands before it
}

// images are the pictures between the first and the last paragraph of the body, and those that touch them.
func (s *scan) images(r region, body []*line, address string) (images []Image) {
	captions := func(i int) bool {
		if i < 0 || i >= len(s.lines) {
			return false
		}
		l := s.lines[i]
		return isCaption(l) && !l.linkLine() && !isCreditLine(l) && !isBoilerplate(l)
	}
	first, last := body[0].index, body[len(body)-1]
	for captions(first - 1) {
		first--
	}
	end := last.index + 1
	for captions(end) {
		end++
	}
	seen := map[string]bool{}
	before := 0
	for k, p := range s.pictures {
		if p.line < first || p.line > end || p.inside && p.line == end || p.line == end && !beside(p.node, last.block) {
			continue
		}
		for before < len(body) && (body[before].index < p.line || p.inside && body[before].index == p.line) {
			before++
		}
		src := imageAddress(p.node, s.base, address)
		if src == "" || seen[src] || isIcon(p.node, src) || advertises(p.node, s.base, address) {
			continue
		}
		seen[src] = true
		m := Image{URL: src, Before: before}
		at := p.line // of what is under it
		if p.inside {
			at++
		}
		switch {
		case k+1 < len(s.pictures) && s.pictures[k+1].line == p.line && at == p.line: // the text stands under the next
		case captions(at) && at < end:
			m.Caption = s.lines[at].text
		case captions(p.line-1) && strings.HasPrefix(s.lines[p.line-1].folded, "▼"): // the text stands above
			m.Caption = s.lines[p.line-1].text
		}
		images = append(images, m)
	}
	return images
}

// beside reports whether an image stands in a block or next to it, and leads to no other page.
func beside(img, block *html.Node) bool {
	around := blockAround(img)
	if around != block && around.Parent != block.Parent && around != block.Parent {
		return false
	}
	for n := img.Parent; n != nil && n != around; n = n.Parent {
		if n.DataAtom == atom.A && !imageFile(attr(n, "href")) {
			return false
		}
	}
	return true
}

// lazyAttributes hold the address of an image that a script loads later; src has a placeholder then.
var lazyAttributes = []string{"data-src", "data-original", "data-lazy-src", "data-lazyload", "data-lazy", "data-actualsrc", "data-echo", "data-url", "data-original-src", "data-hi-res-src", "original", "_src", "zoomfile", "file"}

// imageAddress is the absolute address of an image, "" where it has none.
func imageAddress(img *html.Node, base, address string) string {
	for _, key := range lazyAttributes {
		if v := attr(img, key); strings.ContainsAny(v, "/.") {
			if v = resolve(address, base, v); v != "" {
				return v
			}
		}
	}
	sets := []string{attr(img, "data-srcset"), attr(img, "srcset")}
	if img.Parent != nil && img.Parent.DataAtom == atom.Picture {
		for c := img.Parent.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Source {
				sets = append(sets, attr(c, "data-srcset"), attr(c, "srcset"))
			}
		}
	}
	for _, v := range append([]string{attr(img, "src")}, sets...) {
		if v = resolve(address, base, largest(v)); v != "" {
			return v
		}
	}
	return ""
}

// largest is the address of the largest image of a srcset, and src itself where that names but one.
func largest(set string) (src string) {
	most := -1.0
	for candidate := range strings.SplitSeq(set, ", ") {
		f := strings.Fields(candidate)
		if len(f) == 0 || len(f) > 2 {
			return set
		}
		size := 0.0
		if len(f) == 2 {
			n, err := strconv.ParseFloat(strings.TrimRight(f[1], "wx,"), 64)
			if err != nil {
				return set
			}
			size = n
		}
		if size > most {
			most, src = size, f[0]
		}
	}
	return src
}

// iconWords are words in the file names of images that are no part of an article, and in those of their folders.
var iconWords = wordSet(`icon icons ico logo logos blank spacer space qrcode erweima ewm qr btn button arrow loading placeholder pixel avatar dot bullet emoji emoticon smiley
 share sharing weixin wechat weibo qzone tousu print comment comments bg background rss transparent ad ads adv advert banner banners sprite default nopic noimage skin skins`)

// isIcon reports whether an image belongs to the page and not to the article, by its size or by words in its address.
func isIcon(img *html.Node, src string) bool {
	const smallest = 60
	for _, key := range []string{"width", "height"} {
		if n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(attr(img, key)), "px")); err == nil && n > 0 && n <= smallest {
			return true
		}
	}
	u, err := url.Parse(src)
	if err != nil {
		return true
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(u.Path), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if iconWords()[w] {
			return true
		}
	}
	// Small drawings of the page are GIFs, and not numbered as uploads are.
	return strings.HasSuffix(u.Path, ".gif") && !numbered(u.Path[strings.LastIndexByte(u.Path, '/')+1:])
}

// numbered reports whether a name holds three digits in a row.
func numbered(name string) bool {
	n := 0
	for _, c := range name {
		if n++; c < '0' || c > '9' {
			n = 0
		}
		if n == 3 {
			return true
		}
	}
	return false
}

// advertises reports whether an image is a link to another site.
func advertises(img *html.Node, base, address string) bool {
	for n, k := img.Parent, 0; n != nil && k < 3; n, k = n.Parent, k+1 {
		if n.DataAtom != atom.A {
			continue
		}
		href := resolve(address, base, attr(n, "href"))
		there, here := hostOf(href), hostOf(address)
		return there != "" && here != "" && !imageFile(href) && siteOf(there) != siteOf(here)
	}
	return false
}

// imageFile reports whether an address is that of an image, by its ending.
func imageFile(address string) bool {
	address = strings.ToLower(address)
	for _, e := range []string{".jpg", ".jpeg", ".png", ".gif", ".webp"} {
		if strings.HasSuffix(address, e) {
			return true
		}
	}
	return false
}

// siteOf is the part of a host that the hosts of one site share: its last labels, one more where those are as short as in com.cn.
func siteOf(host string) string {
	labels := strings.Split(host, ".")
	n := 2
	if k := len(labels); k > 2 && len(labels[k-1]) == 2 && len(labels[k-2]) <= 3 {
		n = 3
	}
	return strings.Join(labels[max(0, len(labels)-n):], ".")
}

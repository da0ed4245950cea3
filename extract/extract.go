package extract

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// maxPage is how many bytes of a page are read.
const maxPage = 16 << 20

// Causes of failure that a caller may branch on.
var (
	ErrNoText  = errors.New("extract: the page has no article text")
	ErrNotHTML = errors.New("extract: not a page: binary data")
)

// Page is what is known of a page beside its bytes.
type Page struct {
	ContentType string // HTTP header; names the charset
	URL         string
	Fetched     time.Time // when the page was fetched; tells what 3小时前 means
}

// Option changes how an extractor works.
type Option func(*Extractor) error

// Extractor reads articles out of pages. It is immutable and safe for concurrent use.
type Extractor struct {
	paths bool
	rules map[string]*compiledRule
	sites map[string]*Site
}

// WithPaths makes the extractor tell where in the page each paragraph stands, in [Article.Paths].
func WithPaths() Option {
	return func(x *Extractor) error {
		x.paths = true
		return nil
	}
}

// New returns an extractor.
func New(opts ...Option) (*Extractor, error) {
	x := &Extractor{}
	for _, o := range opts {
		if err := o(x); err != nil {
			return nil, fmt.Errorf("extract: %w", err)
		}
	}
	return x, nil
}

// Extract reads the article of a page, of its first 16 MB where it is larger. It fails with ErrNoText or ErrNotHTML.
func (x *Extractor) Extract(page []byte, p Page) (*Article, error) {
	root, charset, sure, err := x.open(page, p)
	if err != nil {
		return nil, err
	}
	done := func(a *Article) (*Article, error) {
		a.Charset, a.Origins.Charset, a.Truncated = charset, Origin{FromBytes, sure}, len(page) > maxPage
		return a, nil
	}
	rule, ruled := forHost(x.rules, hostOf(p.URL))
	if ruled {
		rule.prune(root)
	}
	// What is hidden, and what stands in elements named after lists or comments, is read only where there is nothing else.
	s := scanPage(root, false, false)
	for _, again := range []func() *scan{func() *scan { return s }, func() *scan { return scanPage(root, false, true) }, func() *scan { return scanPage(root, true, true) }} {
		if a := x.read(again(), root, rule, p); a != nil {
			return done(a)
		}
	}
	if a := x.readData(s, p); a != nil {
		return done(a)
	}
	if s.frames > 0 {
		return nil, fmt.Errorf("%w: it is a set of %d frames", ErrNoText, s.frames)
	}
	return nil, ErrNoText
}

// open decodes and parses a page, or as much of it as is read.
func (x *Extractor) open(page []byte, p Page) (root *html.Node, charset string, sure float64, err error) {
	if len(page) > maxPage {
		page = page[:maxPage]
		if i := bytes.LastIndexByte(page, '<'); i > maxPage/2 { // not inside a tag or a character
			page = page[:i]
		}
	}
	if isBinary(page) {
		return nil, "", 0, ErrNotHTML
	}
	charset, sure = DetectCharset(page, p.ContentType)
	if root, err = parse(decode(page, charset)); err != nil {
		return nil, "", 0, fmt.Errorf("extract: %w", err)
	}
	return root, charset, sure, nil
}

// parse parses a page. One that nests too deeply for the parser, or leaves so many elements open that parsing would take long,
// is parsed without the elements that only group others.
func parse(src string) (*html.Node, error) {
	if !openTooMany(src) {
		if root, err := html.Parse(strings.NewReader(src)); err == nil {
			return root, nil
		}
	}
	return html.Parse(strings.NewReader(flatten(src)))
}

// openTooMany reports whether a page leaves many formatting elements open. A parser opens each of them again in every block, so
// that a page costs their number times that of its blocks.
func openTooMany(src string) bool {
	const limit = 2_000_000
	open, most, tags := 0, 0, 0
	for i := 0; ; {
		k := strings.IndexByte(src[i:], '<')
		if k < 0 || i+k+2 >= len(src) {
			return most > 8 && most*tags > limit
		}
		i += k + 1
		tags++
		step := 1
		if src[i] == '/' {
			step = -1
			i++
		}
		n := i
		for n < len(src) && n-i < 8 && (src[n]|0x20 >= 'a' && src[n]|0x20 <= 'z') {
			n++
		}
		switch strings.ToLower(src[i:n]) {
		case "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u":
			open = max(0, open+step)
			most = max(most, open)
		}
	}
}

// flatten rewrites a page as paragraphs, without any element around them.
func flatten(src string) string {
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		t := z.Next()
		switch t {
		case html.ErrorToken:
			return out.String()
		case html.TextToken:
			out.Write(z.Raw())
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "title", "script", "style", "textarea", "meta", "link", "a", "h1", "h2", "h3", "br":
				out.Write(z.Raw())
			case "div", "p", "td", "tr", "li", "table", "section", "article":
				out.WriteString("<p>")
			}
		}
	}
}

// isBinary reports whether a page is no text at all: a document or picture by its first bytes, or bytes of which many are
// control characters that no text holds.
func isBinary(page []byte) bool {
	for _, magic := range []string{"%PDF-", "\x89PNG", "\xFF\xD8\xFF", "PK\x03\x04", "GIF8", "\xD0\xCF\x11\xE0", "\x1F\x8B\x08", "\x7FELF", "Rar!\x1A"} {
		if bytes.HasPrefix(page, []byte(magic)) {
			return true
		}
	}
	head := page[:min(len(page), 4096)]
	if wideCharset(head) != "" || bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		return false
	}
	control := 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B {
			control++
		}
	}
	return control*10 > len(head)
}

// read makes the article of what was found on a page, nil where there is no body.
func (x *Extractor) read(s *scan, root *html.Node, rule *compiledRule, p Page) *Article {
	if site, ok := forHost(x.sites, hostOf(p.URL)); ok {
		site.mark(s.lines)
	}
	var r region
	found := false
	if rule != nil {
		r, found = rule.region(root, s.lines)
	}
	named := found
	if !named {
		r, found = findRegion(s.lines, s.title)
	}
	if !found {
		return nil
	}
	a := &Article{}
	s.address(a, p)
	a.Title, a.Origins.Title = s.pageTitle(r, found)
	a.Title = withoutPage(a.Title, p.URL)
	a.Origins.Body = Origin{FromPlace, r.share}
	if rule != nil {
		rule.fields(root, a)
	}
	if named {
		a.Origins.Body = Origin{FromRule, 1}
	} else {
		r.lead(s.lines, a.Title)
	}
	head, body, tail := r.body(a.Title)
	if len(body) == 0 {
		return nil
	}
	r.first = body[0].index
	s.credits(a, r, body, tail, p.Fetched)
	s.headlines(a, r)
	s.nextPage(a, r, p.URL)
	s.topics(a, r, append(head, tail...))
	for _, l := range tail {
		if isCaption(l) {
			a.Captions = append(a.Captions, l.text)
		}
	}
	paragraphs := make([]string, len(body))
	for i, l := range body {
		paragraphs[i] = l.text
		if x.paths {
			a.Paths = append(a.Paths, path(l.block))
		}
	}
	a.Body = strings.Join(paragraphs, "\n")
	a.Kinds = kinds(body)
	if a.Images = s.images(r, body, p.URL); len(a.Images) > 0 {
		a.Origins.Images = Origin{FromPlace, 0.8}
	}
	return a
}

// readData makes the article of the data for the scripts of a page, with what the head of the page says; nil where there is none.
func (x *Extractor) readData(s *scan, p Page) *Article {
	src := s.dataBody()
	if src == "" {
		return nil
	}
	root, err := parse(src)
	if err != nil {
		return nil
	}
	d := scanPage(root, false, false)
	d.data = true
	d.meta, d.title, d.canonical, d.base, d.jsonLD, d.scripts = s.meta, s.title, s.canonical, s.base, s.jsonLD, s.scripts
	a := x.read(d, root, nil, p)
	if a != nil {
		a.Paths = nil // they lead nowhere in the page
		a.Origins.Body.From = FromData
	}
	return a
}

// path is a CSS selector of an element: from the nearest element with an id, or else from the root, down to it.
func path(n *html.Node) string {
	var steps []string
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		if id := attr(n, "id"); id != "" && !strings.ContainsAny(id, " \t\n.:#>[]()\"'\\/+~*,=@") && (id[0] < '0' || id[0] > '9') {
			steps = append(steps, n.Data+"#"+id)
			break
		}
		k := 1
		for c := n.PrevSibling; c != nil; c = c.PrevSibling {
			if c.Type == html.ElementNode && c.Data == n.Data {
				k++
			}
		}
		steps = append(steps, fmt.Sprintf("%s:nth-of-type(%d)", n.Data, k))
	}
	slices.Reverse(steps)
	return strings.Join(steps, " > ")
}

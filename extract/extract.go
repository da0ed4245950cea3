package extract

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// maxPage is the size of the largest page, in bytes, that is parsed.
const maxPage = 16 << 20

// Causes of failure that a caller may branch on.
var (
	ErrNoText   = errors.New("extract: the page has no article text")
	ErrTooLarge = fmt.Errorf("extract: the page is larger than %d bytes", maxPage)
	ErrNotHTML  = errors.New("extract: not a page: binary data")
)

// Page is what is known of a page beside its bytes.
type Page struct {
	ContentType string // HTTP header; names the charset
	URL         string
}

// Option changes how an extractor works.
type Option func(*Extractor) error

// Extractor reads articles out of pages. It is immutable and safe for concurrent use.
type Extractor struct{}

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

// Extract reads the article of a page. It fails with ErrNoText, ErrTooLarge or ErrNotHTML.
func (x *Extractor) Extract(page []byte, p Page) (*Article, error) {
	if len(page) > maxPage {
		return nil, ErrTooLarge
	}
	if isBinary(page) {
		return nil, ErrNotHTML
	}
	src, charset := Decode(page, p.ContentType)
	root, err := parse(src)
	if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	a := &Article{Charset: charset}
	s := scanPage(root, false, false)
	if a.read(s, p) || a.read(scanPage(root, false, true), p) || a.read(scanPage(root, true, true), p) {
		return a, nil
	}
	if s.frames > 0 {
		return nil, fmt.Errorf("%w: it is a set of %d frames", ErrNoText, s.frames)
	}
	return nil, ErrNoText
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

// read fills the article from what was found on a page, and reports whether there was a body.
func (a *Article) read(s *scan, p Page) bool {
	r, found := findRegion(s.lines, s.title)
	if !found {
		return false
	}
	a.URL = p.URL
	if strings.HasPrefix(s.canonical, "http") {
		a.URL = s.canonical
	}
	a.Title, _ = s.pageTitle(r, found)
	r.lead(s.lines, a.Title)
	head, body, tail := r.body(a.Title)
	if len(body) == 0 {
		return false
	}
	s.credits(a, r, head, tail)
	for _, key := range updatedKeys {
		if m, ok := parseMoment(s.meta[key]); ok {
			a.Updated = m
			break
		}
	}
	a.Section = s.meta["article:section"]
	a.Keywords = strings.FieldsFunc(s.meta["keywords"], func(r rune) bool { return strings.ContainsRune(",，;；、| \u3000", r) })
	paragraphs := make([]string, len(body))
	for i, l := range body {
		paragraphs[i] = l.text
	}
	a.Body = strings.Join(paragraphs, "\n")
	return true
}

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
	if !a.read(scanPage(root, false, false), p) && !a.read(scanPage(root, false, true), p) && !a.read(scanPage(root, true, true), p) {
		return nil, ErrNoText
	}
	return a, nil
}

// parse parses a page. One that nests too deeply for the parser is parsed again without the elements that only group others.
func parse(src string) (*html.Node, error) {
	root, err := html.Parse(strings.NewReader(src))
	if err == nil {
		return root, nil
	}
	return html.Parse(strings.NewReader(flatten(src)))
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

// isBinary reports whether a page is no text at all: a document or picture, or bytes that no charset of text has.
func isBinary(page []byte) bool {
	for _, magic := range []string{"%PDF-", "\x89PNG", "\xFF\xD8\xFF", "PK\x03\x04", "GIF8", "RIFF", "\xD0\xCF\x11\xE0", "\x1F\x8B", "\x00\x00\x01\x00", "\x7FELF", "BM", "II*\x00", "MM\x00*", "ID3", "Rar!", "7z\xBC\xAF"} {
		if bytes.HasPrefix(page, []byte(magic)) && !bytes.Contains(page[:min(len(page), 4096)], []byte("<html")) {
			return true
		}
	}
	return false
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

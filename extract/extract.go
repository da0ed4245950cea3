package extract

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/xinwen-go/xinwen/text"
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

// Extractor reads articles out of pages. It is immutable and safe for concurrent use.
type Extractor struct{}

// New returns an extractor.
func New() (*Extractor, error) { return &Extractor{}, nil }

// Extract reads the article of a page. It fails with ErrNoText, ErrTooLarge or ErrNotHTML, or where the page nests too deeply
// to be parsed.
func (x *Extractor) Extract(page []byte, p Page) (*Article, error) {
	if len(page) > maxPage {
		return nil, ErrTooLarge
	}
	if bytes.HasPrefix(page, []byte("%PDF-")) || bytes.HasPrefix(page, []byte("\x89PNG")) || bytes.HasPrefix(page, []byte("\xFF\xD8\xFF")) || bytes.HasPrefix(page, []byte("PK\x03\x04")) {
		return nil, ErrNotHTML
	}
	src, charset := Decode(page, p.ContentType)
	root, err := html.Parse(strings.NewReader(src))
	if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	doc := goquery.NewDocumentFromNode(root)
	a := &Article{Charset: charset}
	readMeta(a, doc, p.URL)
	blocks := blocksOf(root)
	body := articleBlocks(blocks)
	if len(body) == 0 {
		return nil, ErrNoText
	}
	readHead(a, blocks, body[0])
	lines := make([]string, 0, len(body))
	for _, b := range body {
		lines = append(lines, b.text)
	}
	lines = cutCredits(a, lines)
	a.Body = strings.Join(lines, "\n")
	if strings.TrimSpace(a.Body) == "" {
		return nil, ErrNoText
	}
	return a, nil
}

// cutCredits reads the credits at the foot of a body and drops the lines that hold nothing else.
func cutCredits(a *Article, lines []string) []string {
	t := text.New(strings.Join(lines, "\n"))
	c := ReadCredits(t)
	a.fill(c)
	for len(lines) > 0 {
		last := lines[len(lines)-1]
		start := len(t.String()) - len(last)
		covered := 0
		for _, s := range c.Spans {
			if s.Start >= start && s.End <= start+len(last) {
				covered += s.Len()
			}
		}
		if covered*2 <= len(last) {
			break
		}
		lines = lines[:len(lines)-1]
		t = text.New(strings.Join(lines, "\n"))
	}
	return lines
}

// fill takes from credits what the page has not told yet.
func (a *Article) fill(c Credits) {
	if len(a.Authors) == 0 {
		a.Authors = c.Authors
	}
	if len(a.Editors) == 0 {
		a.Editors = c.Editors
	}
	if a.Outlet == "" {
		a.Outlet = c.Outlet
	}
	if a.Published.Time.IsZero() {
		a.Published = c.Published
	}
}

package web

import (
	"encoding/json"
	"mime"
	"net/http"
	"time"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus/warc"
	"github.com/xinwen-go/xinwen/extract"
)

// Page is a page that was fetched, or an article of several pages.
type Page struct {
	Asked   string      // the address that was asked for
	URL     string      // where redirects led to
	Status  int         // of the last response; 0 where there was none
	Header  http.Header // of the response that brought the page
	Body    []byte      // content codings undone, in the charset it came in; nil where nothing could be fetched
	Fetched time.Time

	// More are the pages that follow the first of an article.
	More []Part

	// Article is what extraction reads from the page, joined over all pages of the article. It is nil for a plain text, for a page
	// without an article, and where WithMaxPages(1) makes looking for more pages needless.
	Article *extract.Article

	// Exchanges are the requests and responses, in order, that brought the page: redirects, the page, the pages that follow. They
	// can be written to a WARC file as they are.
	Exchanges []*warc.Exchange
}

// Part is a page of an article behind its first.
type Part struct {
	URL    string
	Header http.Header
	Body   []byte
}

// MediaType is the type of the page as the server named it, in lower case and without parameters.
func (p *Page) MediaType() string { return mediaType(p.Header) }

func mediaType(h http.Header) string {
	t, _, _ := mime.ParseMediaType(h.Get("Content-Type")) // with an error the type may be there all the same
	return t
}

// Input is the page as a document to analyse. An article of several pages is joined to one page.
func (p *Page) Input() *xinwen.Input {
	in := &xinwen.Input{ID: p.Asked, URL: p.URL, ContentType: p.Header.Get("Content-Type")}
	switch {
	case len(p.More) > 0 && p.Article != nil:
		in.HTML, in.ContentType = []byte(p.Article.HTML()), "text/html; charset=utf-8"
	case p.MediaType() == "text/plain":
		in.Plain = p.Body
	default:
		in.HTML = p.Body
	}
	return in
}

// MarshalJSON writes the page as an input record, which xinwen analyze reads: its bytes as html_base64; the text of a plain text
// and the page that several were joined to as strings.
func (p *Page) MarshalJSON() ([]byte, error) {
	in := p.Input()
	var line struct {
		ID         string `json:"id"`
		URL        string `json:"url"`
		HTMLBase64 []byte `json:"html_base64,omitempty"`
		HTML       string `json:"html,omitempty"`
		Text       string `json:"text,omitempty"`
	}
	line.ID, line.URL = in.ID, in.URL
	switch {
	case in.Plain != nil:
		line.Text, _ = extract.Decode(in.Plain, in.ContentType)
	case len(p.More) > 0 && p.Article != nil:
		line.HTML = string(in.HTML)
	default:
		line.HTMLBase64 = in.HTML
	}
	return json.Marshal(line)
}

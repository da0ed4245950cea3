package web

import (
	"bytes"
	"encoding/xml"
	"io"
	"net/url"
	"strings"

	"github.com/xinwen-go/xinwen/extract"
)

// maxEntries bounds what is taken from one feed or sitemap; the sitemap protocol allows as many.
const maxEntries = 50_000

// entries are the addresses that a feed or sitemap lists.
type entries struct {
	pages    []string
	sitemaps []string // of a sitemap index
}

// readEntries reads a feed (RSS 0.9 to 2.0, Atom) or a sitemap (also an index, and a plain list of addresses). It reports false
// for anything else. Of broken XML it takes what stands before the fault.
func readEntries(body []byte, contentType, address string) (entries, bool) {
	src, _ := extract.Decode(body, contentType)
	src = strings.TrimLeft(src, "\uFEFF \t\r\n")
	if !strings.HasPrefix(src, "<") {
		return plainEntries(src)
	}
	d := xml.NewDecoder(strings.NewReader(src))
	d.Strict, d.Entity, d.AutoClose = false, xml.HTMLEntity, []string{"br", "hr", "img", "input"}
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is decoded
	r := entryReader{base: address}
	for {
		t, err := d.Token()
		if err != nil || !r.token(t) {
			break
		}
	}
	r.close() // where the document is cut
	return r.entries, r.root != ""
}

// entryReader walks over the elements of a document. Of their names only the local part counts: a prefix may be any.
type entryReader struct {
	entries
	root  string
	base  string // xml:base of a feed, or its address
	depth int    // of open elements

	in    int    // depth of the open entry; 0 outside
	field string // element of the entry whose text is read
	text  []byte
	link  string // of the entry
	guid  string // of an RSS item, where it is an address
}

const maxXMLDepth = 100

// token takes the next piece of the document; it returns false where nothing more is wanted.
func (r *entryReader) token(t xml.Token) bool {
	switch t := t.(type) {
	case xml.StartElement:
		r.depth++
		name := strings.ToLower(t.Name.Local)
		if r.root == "" {
			switch name {
			case "rss", "rdf", "feed", "urlset", "sitemapindex":
				r.root = name
			default:
				return false
			}
		}
		r.start(name, t)
		return r.depth < maxXMLDepth
	case xml.CharData:
		if r.field != "" && len(r.text) <= maxAddress {
			r.text = append(r.text, t...)
		}
	case xml.EndElement:
		r.depth--
		return r.end() && len(r.pages)+len(r.sitemaps) < maxEntries
	}
	return true
}

func (r *entryReader) start(name string, t xml.StartElement) {
	r.field = ""
	switch {
	case r.in == 0 && (name == "item" || name == "entry" || name == "url" || name == "sitemap"):
		r.in, r.guid = r.depth, ""
		r.link = attribute(t, "about") // of RSS 1.0, whose link says the same
	case r.in == 0 && r.root == "feed" && name == "feed":
		if b := attribute(t, "base"); b != "" {
			r.base = absolute(b, r.base)
		}
	case r.depth != r.in+1: // of an extension: the address of an image
	case name == "loc", name == "guid" && attribute(t, "isPermaLink") != "false":
		r.field = name
	case name == "link" && r.root != "feed":
		r.field = name
	case name == "link":
		rel := attribute(t, "rel")
		if href := attribute(t, "href"); href != "" && (rel == "" || rel == "alternate") && r.link == "" {
			r.link = href
		}
	}
	r.text = r.text[:0]
}

// end closes the innermost element.
func (r *entryReader) end() bool {
	if s := strings.TrimSpace(string(r.text)); r.field != "" && s != "" && len(s) <= maxAddress {
		if r.field == "guid" {
			r.guid = s
		} else {
			r.link = s
		}
	}
	r.field = ""
	if r.depth < r.in {
		r.close()
	}
	return r.depth > 0
}

// close ends the open entry.
func (r *entryReader) close() {
	if r.in == 0 {
		return
	}
	r.in = 0
	if r.link == "" && strings.HasPrefix(r.guid, "http") {
		r.link = r.guid
	}
	if u := absolute(r.link, r.base); u != "" {
		if r.root == "sitemapindex" {
			r.sitemaps = append(r.sitemaps, u)
		} else {
			r.pages = append(r.pages, u)
		}
	}
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// absolute returns an address in the form of parseAddress, or nothing for what is none.
func absolute(s, base string) string {
	if s == "" {
		return ""
	}
	b, err := url.Parse(base)
	if err != nil {
		return ""
	}
	u, err := parseAddress(s, b)
	if err != nil {
		return ""
	}
	return u.String()
}

// plainEntries reads a sitemap that is a list of addresses, one a line.
func plainEntries(src string) (e entries, ok bool) {
	for line := range strings.Lines(src) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		u, err := parseAddress(line, nil)
		if err != nil {
			return entries{}, false
		}
		if len(e.pages) == maxEntries {
			break
		}
		e.pages = append(e.pages, u.String())
	}
	return e, len(e.pages) > 0
}

// listType reports whether a body of that type may be a feed or sitemap, also a compressed one.
func listType(mediaType string) bool {
	switch mediaType {
	case "text/plain", "application/xml", "text/xml", "application/gzip", "application/x-gzip", "application/octet-stream", "":
		return true
	}
	return strings.HasSuffix(mediaType, "+xml")
}

func isGzip(b []byte) bool { return bytes.HasPrefix(b, []byte("\x1F\x8B\x08")) }

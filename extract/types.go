package extract

import (
	"iter"
	"strings"
	"time"

	"github.com/xinwen-go/xinwen/text"
)

// Credits are the metadata that the text of an article itself carries, in a head or trailer line: 责任编辑, 来源, 记者,
// (天水在线编辑:康翠霞).
type Credits struct {
	Authors   []string
	Editors   []string
	Outlet    string
	Published Moment
	Spans     []text.Span // the places they were read from
}

// Moment is a time as precise as the page gives it.
type Moment struct {
	Time   time.Time // zero where the page has none
	Minute bool      // hour and minute are given, not the day alone
	Zone   bool      // the zone is given; otherwise it is taken as UTC+8
}

// Article is what was read from a page.
type Article struct {
	Charset   string // WHATWG name of the charset the bytes were read in
	Title     string
	Authors   []string
	Editors   []string
	Outlet    string
	Published Moment
	Updated   Moment
	Body      string // paragraphs separated by one "\n"; the cells of a table row by "\t"
	Kinds     []Kind // what each paragraph of the body is
	Images    []Image
	URL       string // canonical address, if the page names it
	Section   string
	Keywords  []string
	NextPage  string // address of the next page of the same article
	Truncated bool   // the page is larger than what is read of it, 16 MB

	LeadIn        string   // 引题: the line above the title
	Subtitles     []string // 副题: the lines below it
	OriginalTitle string   // 原标题
	Captions      []string // texts under pictures that were kept out of the body
	Origins       Origins
	Paths         []string // with WithPaths: where in the page each paragraph of the body stands, as a CSS selector; none of data for scripts
}

// PathAt is where in the page the paragraph stands that holds byte offset of the body, so that a span of the text can be shown in
// the page; "" without WithPaths, or where the offset lies outside of the body.
func (a *Article) PathAt(offset int) string {
	if offset < 0 || offset > len(a.Body) {
		return ""
	}
	if i := strings.Count(a.Body[:offset], "\n"); i < len(a.Paths) {
		return a.Paths[i]
	}
	return ""
}

// Kind is what a paragraph of a body is.
type Kind string

// The kinds of paragraphs.
const (
	Paragraph Kind = "paragraph"
	Heading   Kind = "heading"  // within the body, below the title
	Item      Kind = "item"     // the first line of an item of a list
	Numbered  Kind = "numbered" // the same, of a list that the page numbers
	Row       Kind = "row"      // of a table
)

// Image is a picture of an article.
type Image struct {
	URL     string // absolute, if the address of the page is known
	Caption string // the text under it, if it has one
	Before  int    // index of the paragraph of the body that it stands before; behind the last, their number
}

// Origins say where the fields of an article come from. Those of Images are of the pictures in the body and of those declared.
type Origins struct {
	Charset, Title, Authors, Editors, Outlet, Published, Updated, Body, Images, URL, Section, Keywords, NextPage, LeadIn, Subtitles, OriginalTitle Origin
}

// All yields the origin of each field by its name in the JSON form of an article, original_title for OriginalTitle.
func (o *Origins) All() iter.Seq2[string, Origin] {
	return func(yield func(string, Origin) bool) {
		for _, f := range []struct {
			name string
			Origin
		}{
			{"charset", o.Charset}, {"title", o.Title}, {"authors", o.Authors}, {"editors", o.Editors}, {"outlet", o.Outlet}, {"published", o.Published},
			{"updated", o.Updated}, {"body", o.Body}, {"images", o.Images}, {"url", o.URL}, {"section", o.Section}, {"keywords", o.Keywords},
			{"next_page", o.NextPage}, {"lead_in", o.LeadIn}, {"subtitles", o.Subtitles}, {"original_title", o.OriginalTitle},
		} {
			if !yield(f.name, f.Origin) {
				return
			}
		}
	}
}

// Origin is where a field was read, and how sure that is.
type Origin struct {
	From       Source
	Confidence float64 // 0 where the field is empty, up to 1
}

// Source is a kind of place that fields are read from.
type Source string

// The places that fields are read from.
const (
	FromRule    Source = "rule"    // a Rule
	FromHeading Source = "heading" // a line of the page that the title element agrees with
	FromTitle   Source = "title"   // the title element, without site and channel
	FromLabel   Source = "label"   // a line that names the field: 来源:
	FromElement Source = "element" // an element that is named after the field: class="source"
	FromMeta    Source = "meta"    // a meta element
	FromData    Source = "data"    // JSON-LD, or data for the scripts of the page
	FromPlace   Source = "place"   // the place near title or time, without a label
	FromText    Source = "text"    // the text of the article
	FromURL     Source = "url"     // the address of the page
	FromLink    Source = "link"    // a link element or a link to another page
	FromBytes   Source = "bytes"   // the bytes of the page
	FromGiven   Source = "given"   // what the caller said of the page
)

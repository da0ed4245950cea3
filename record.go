package xinwen

import (
	"time"

	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/repair"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// Input is one document to analyse: a string as it was scraped, or the bytes of a page or of a plain text. Where more than
// one is given, HTML comes first, then Plain.
type Input struct {
	ID          string // identifies the record; falls back to URL, then to Source, then to a hash of the content
	Text        string // the text as it was scraped; it may be damaged
	HTML        []byte // the bytes of a page in any charset
	Plain       []byte // the bytes of a plain text in any charset
	ContentType string // HTTP Content-Type of HTML or Plain, where known
	URL         string
	Published   string // a date (2021-04-28) or an RFC 3339 time: the reference time of 去年, 4月28日
	Title       string
	Source      string // where the document was read from: path, or path#record

	// Captured is when an archive fetched the page, where known. Only what the page itself tells from that moment (3小时前) is resolved
	// against it: a page may have been published years before.
	Captured time.Time
}

// Size is how many bytes of content the document holds; that of a nil Input is 0.
func (in *Input) Size() int64 {
	if in == nil {
		return 0
	}
	return int64(len(in.Text) + len(in.HTML) + len(in.Plain))
}

// Record is what one document was found to say. All spans are byte ranges of Text; its JSON form, which is that of the
// project's record definition, has code points instead. A slice is nil where its stage was switched off and empty where
// it found nothing.
type Record struct {
	ID        string
	URL       string
	Charset   string // charset the bytes were read in; empty for text that came as a string
	Script    text.Script
	Title     string
	Authors   []string
	Editors   []string
	Outlet    string
	Published string // a date or an RFC 3339 time

	Text string // the article after repair, in its own script
	Raw  string // the same before repair; not part of the JSON form

	Repairs    []repair.Edit
	Tokens     []segment.Token
	People     []entities.Person
	Quantities []numbers.Quantity
	Times      []numbers.Time
	Claims     []claims.Claim

	doc *text.Text // Text and Raw aligned; made on demand for records that were read back
}

// Slice returns the surface string of a span of the text.
func (r *Record) Slice(s text.Span) string { return r.Text[s.Start:s.End] }

// Document returns the aligned text of the record.
func (r *Record) Document() *text.Text {
	if r.doc != nil {
		return r.doc
	}
	runs := make([]text.Run, len(r.Repairs))
	for i, e := range r.Repairs {
		runs[i] = e.Run
	}
	if t, err := text.NewAligned(r.Raw, r.Text, runs); err == nil {
		return t
	}
	return text.New(r.Text)
}

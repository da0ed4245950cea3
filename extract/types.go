package extract

import (
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
	Charset   string // IANA name of the charset the bytes were read in
	Title     string
	Authors   []string
	Editors   []string
	Outlet    string
	Published Moment
	Updated   Moment
	Body      string // paragraphs separated by one "\n"
	URL       string // canonical address, if the page names it
	Section   string
	Keywords  []string
	NextPage  string // address of the next page of the same article
}

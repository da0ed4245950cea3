package entities

import (
	"time"

	"github.com/xinwen-go/xinwen/text"
)

// MentionKind tells how a text refers to a person.
type MentionKind string

// The ways to refer to a person.
const (
	Full         MentionKind = "full"
	Short        MentionKind = "short"
	SurnameTitle MentionKind = "surname_title"
	Pronoun      MentionKind = "pronoun"
)

// Status tells how a post is held at the time the text tells of.
type Status string

// The ways a post may be held.
const (
	Current   Status = "current"
	Former    Status = "former"
	Acting    Status = "acting"
	Appointed Status = "appointed"
	Dismissed Status = "dismissed"
	Proposed  Status = "proposed"
	Suspended Status = "suspended"
)

// How tells by what a place was identified.
type How string

// The ways a place may be identified.
const (
	Explicit How = "explicit" // named in full beside the post
	ByText   How = "context"  // restored or decided by the rest of the text
	Unique   How = "unique"   // the only place of that name
	ByHint   How = "hint"     // decided by outlet, address or another hint of the caller
)

// Person is one person to whom the text gives at least one post.
type Person struct {
	Name       string // fullest form in the text, without title
	NameHans   string // the same in simplified characters
	Partial    bool   // only a surname is known
	Mentions   []Mention
	Posts      []Post
	Attributes map[string]string // gender, ethnicity, birth, native_place, military_rank, party; nil where none is given
}

// Mention is one place where the text refers to a person.
type Mention struct {
	text.Span
	Kind MentionKind
}

// Post is one office of a person. Its span is the string that names the office for this person; several persons may share it.
type Post struct {
	text.Span
	Org      string // in simplified news short form, with the elided place restored and with its department
	Dept     string // the department part alone
	Position string
	Place    *Place // nil where the organisation has no territory
	Status   Status
	Rank     string // administrative rank where the rule is certain
	RankWhy  string // the rule

	rule    rule   // of the grammar, for Trace
	orgRule string // by which the organisation was named, for Trace
}

// Place is the territory of an organisation.
type Place struct {
	Code       string   // GB/T 2260 in force at the text's date; empty where undecidable
	Name       string   // short news form, simplified
	Path       []string // full names from the province down
	Candidates []string // codes, where Code is empty
	How        How
}

// Context is what is known of a document outside its text.
type Context struct {
	Date   time.Time // publication, which decides which codes are in force; the zero Time where unknown
	Outlet string    // name of the outlet, which may name a place
	Hints  []string  // names of places the caller knows the document to be about
}

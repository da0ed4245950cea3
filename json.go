package xinwen

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/repair"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// The types below are the JSON form of a record: offsets are code points, and the surface string stands beside each.

type wireRecord struct {
	ID         string         `json:"id"`
	URL        string         `json:"url"`
	Charset    string         `json:"charset"`
	Script     text.Script    `json:"script"`
	Title      string         `json:"title"`
	Authors    []string       `json:"authors"`
	Editors    []string       `json:"editors"`
	Outlet     string         `json:"outlet"`
	Published  string         `json:"published"`
	Text       string         `json:"text"`
	Repairs    []wireRepair   `json:"repairs,omitzero"`
	Tokens     []wireToken    `json:"tokens,omitzero"`
	People     []wirePerson   `json:"people,omitzero"`
	Quantities []wireQuantity `json:"quantities,omitzero"`
	Times      []wireTime     `json:"times,omitzero"`
	Claims     []wireClaim    `json:"claims,omitzero"`
}

type wireSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type wireRepair struct {
	Start    int         `json:"start"`
	End      int         `json:"end"`
	RawStart int         `json:"raw_start"`
	RawEnd   int         `json:"raw_end"`
	Raw      string      `json:"raw"`
	Kind     repair.Kind `json:"kind"`
	Certain  bool        `json:"certain"`
}

type wireToken struct {
	wireSpan
	POS string `json:"pos"`
}

type wirePerson struct {
	Name       string            `json:"name"`
	NameHans   string            `json:"name_hans"`
	Partial    bool              `json:"partial"`
	Mentions   []wireMention     `json:"mentions"`
	Posts      []wirePost        `json:"posts"`
	Attributes map[string]string `json:"attributes"`
}

type wireMention struct {
	wireSpan
	Kind entities.MentionKind `json:"kind"`
}

type wirePost struct {
	wireSpan
	Org      string          `json:"org"`
	Dept     string          `json:"dept"`
	Position string          `json:"position"`
	Place    *wirePlace      `json:"place"`
	Status   entities.Status `json:"status"`
	Rank     string          `json:"rank"`
	RankWhy  string          `json:"rank_why"`
}

type wirePlace struct {
	Code       string       `json:"code"`
	Name       string       `json:"name"`
	Path       []string     `json:"path"`
	Candidates []string     `json:"candidates"`
	How        entities.How `json:"how"`
}

type wireQuantity struct {
	wireSpan
	Kind   numbers.Kind   `json:"kind"`
	Value  *string        `json:"value"`
	Lo     *string        `json:"lo"`
	Hi     *string        `json:"hi"`
	LoOpen bool           `json:"lo_open"`
	HiOpen bool           `json:"hi_open"`
	Approx numbers.Approx `json:"approx"`
	Unit   wireUnit       `json:"unit"`
	Per    *string        `json:"per"`
	Role   numbers.Role   `json:"role"`
}

type wireUnit struct {
	Text       string   `json:"text"`
	Code       string   `json:"code"`
	Dimension  string   `json:"dimension"`
	SI         *string  `json:"si,omitempty"`
	Candidates []string `json:"candidates,omitempty"`
}

type wireTime struct {
	wireSpan
	Kind   numbers.TimeKind `json:"kind"`
	Grain  string           `json:"grain"`
	From   *string          `json:"from"`
	To     *string          `json:"to"`
	EDTF   *string          `json:"edtf"`
	Anchor numbers.Anchor   `json:"anchor"`
}

type wireClaim struct {
	wireSpan
	Subject  *wirePart       `json:"subject"`
	Measure  *wirePart       `json:"measure"`
	Relation claims.Relation `json:"relation"`
	Quantity int             `json:"quantity"`
	From     *int            `json:"from"`
	Change   *int            `json:"change"`
	Basis    *claims.Basis   `json:"basis"`
	Aspect   *claims.Aspect  `json:"aspect"`
	Time     *int            `json:"time"`
	Speaker  *wirePart       `json:"speaker"`
	Modality claims.Modality `json:"modality"`
}

type wirePart struct {
	Text  string     `json:"text"`
	Start int        `json:"start"`
	End   int        `json:"end"`
	How   claims.How `json:"how"`
}

// MarshalJSON writes the record in its public JSON form, with offsets in code points. An invalid byte of the text becomes
// one U+FFFD, so offsets hold.
func (r *Record) MarshalJSON() ([]byte, error) {
	doc := r.Document()
	w := wireRecord{
		ID: r.ID, URL: r.URL, Charset: r.Charset, Script: r.Script, Title: r.Title,
		Authors: notNil(r.Authors), Editors: notNil(r.Editors), Outlet: r.Outlet, Published: r.Published, Text: r.Text,
	}
	span := func(s text.Span) wireSpan { return wireSpan{doc.Rune(s.Start), doc.Rune(s.End), doc.Slice(s)} }
	part := func(p *claims.Part) *wirePart {
		if p == nil {
			return nil
		}
		return &wirePart{p.Text, doc.Rune(p.Start), doc.Rune(p.End), p.How}
	}
	w.Repairs = wireRepairs(r, doc)
	w.Tokens = each(r.Tokens, func(t segment.Token) wireToken { return wireToken{span(t.Span), t.POS.String()} })
	w.People = each(r.People, func(p entities.Person) wirePerson {
		attributes := p.Attributes
		if attributes == nil {
			attributes = map[string]string{}
		}
		return wirePerson{
			p.Name, p.NameHans, p.Partial,
			each(notNil(p.Mentions), func(m entities.Mention) wireMention { return wireMention{span(m.Span), m.Kind} }),
			each(notNil(p.Posts), func(o entities.Post) wirePost {
				return wirePost{span(o.Span), o.Org, o.Dept, o.Position, wirePlaceOf(o.Place), o.Status, o.Rank, o.RankWhy}
			}),
			attributes,
		}
	})
	w.Quantities = each(r.Quantities, func(q numbers.Quantity) wireQuantity {
		return wireQuantity{
			span(q.Span), q.Kind, number(q.Value), number(q.Lo), number(q.Hi), q.LoOpen, q.HiOpen, q.Approx,
			wireUnit{q.Unit.Text, q.Unit.Code, q.Unit.Dimension, number(q.Unit.SI), q.Unit.Candidates}, orNull(q.Per), q.Role,
		}
	})
	w.Times = each(r.Times, func(t numbers.Time) wireTime {
		return wireTime{span(t.Span), t.Kind, t.Grain, orNull(t.From), orNull(t.To), orNull(t.EDTF), t.Anchor}
	})
	w.Claims = each(r.Claims, func(c claims.Claim) wireClaim {
		return wireClaim{
			span(c.Span), part(c.Subject), part(c.Measure), c.Relation, c.Quantity, index(c.From), index(c.Change),
			orNull(c.Basis), orNull(c.Aspect), index(c.Time), part(c.Speaker), c.Modality,
		}
	})
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(w); err != nil {
		return nil, fmt.Errorf("xinwen: %w", err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte{'\n'}), nil
}

func wireRepairs(r *Record, doc *text.Text) []wireRepair {
	byteAt, runeAt := 0, 0 // code points are counted once along the raw text
	count := func(off int) int {
		runeAt += utf8.RuneCountInString(r.Raw[byteAt:off])
		byteAt = off
		return runeAt
	}
	return each(r.Repairs, func(e repair.Edit) wireRepair {
		return wireRepair{
			doc.Rune(e.Text.Start), doc.Rune(e.Text.End), count(e.Raw.Start), count(e.Raw.End),
			r.Raw[e.Raw.Start:e.Raw.End], e.Kind, e.Certain,
		}
	})
}

func wirePlaceOf(p *entities.Place) *wirePlace {
	if p == nil {
		return nil
	}
	return &wirePlace{p.Code, p.Name, notNil(p.Path), notNil(p.Candidates), p.How}
}

// each maps a slice and keeps nil apart from empty.
func each[T, W any](s []T, f func(T) W) []W {
	if s == nil {
		return nil
	}
	out := make([]W, len(s))
	for i, v := range s {
		out[i] = f(v)
	}
	return out
}

func number(n numbers.Number) *string {
	if !n.Valid() {
		return nil
	}
	s := n.String()
	return &s
}

func orNull[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}

func index(i int) *int {
	if i < 0 {
		return nil
	}
	return &i
}

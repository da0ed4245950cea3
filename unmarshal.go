package xinwen

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/repair"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// UnmarshalJSON reads a record in its public JSON form. Raw is made again from the text and its repairs; it equals Text
// where the record was written without them. Offsets outside the text are an error.
func (r *Record) UnmarshalJSON(b []byte) error {
	var w wireRecord
	if err := json.Unmarshal(b, &w); err != nil {
		return fmt.Errorf("xinwen: record: %w", err)
	}
	d := decoder{doc: text.New(w.Text)}
	*r = Record{
		ID: w.ID, URL: w.URL, Charset: w.Charset, Script: w.Script, Title: w.Title,
		Authors: w.Authors, Editors: w.Editors, Outlet: w.Outlet, Published: w.Published, Text: w.Text,
	}
	r.Raw, r.Repairs = d.repairs(w.Text, w.Repairs)
	r.Tokens = each(w.Tokens, func(t wireToken) segment.Token {
		pos, _ := segment.ParsePOS(t.POS)
		return segment.Token{Span: d.span(t.Start, t.End), POS: pos}
	})
	r.People = each(w.People, d.person)
	r.Quantities = each(w.Quantities, d.quantity)
	r.Times = each(w.Times, func(t wireTime) numbers.Time {
		return numbers.Time{Span: d.span(t.Start, t.End), Kind: t.Kind, Grain: t.Grain, From: orEmpty(t.From), To: orEmpty(t.To), EDTF: orEmpty(t.EDTF), Anchor: t.Anchor}
	})
	r.Claims = each(w.Claims, func(c wireClaim) claims.Claim {
		return claims.Claim{
			Span: d.span(c.Start, c.End), Subject: d.part(c.Subject), Measure: d.part(c.Measure), Speaker: d.part(c.Speaker),
			Relation: c.Relation, Quantity: d.index(&c.Quantity, len(w.Quantities)), From: d.index(c.From, len(w.Quantities)),
			Change: d.index(c.Change, len(w.Quantities)), Time: d.index(c.Time, len(w.Times)),
			Basis: orEmpty(c.Basis), Aspect: orEmpty(c.Aspect), Modality: c.Modality,
		}
	})
	return d.err
}

// decoder turns code points back into byte offsets and keeps the first thing that was wrong.
type decoder struct {
	doc *text.Text
	err error
}

func (d *decoder) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("xinwen: record: "+format, args...)
	}
}

func (d *decoder) span(start, end int) text.Span {
	if start < 0 || end < start || end > d.doc.Len() {
		d.fail("span %d–%d lies outside the text of %d characters", start, end, d.doc.Len())
		return text.Span{}
	}
	return d.doc.Span(start, end)
}

func (d *decoder) index(i *int, n int) int {
	if i == nil {
		return claims.None
	}
	if *i < 0 || *i >= n {
		d.fail("a claim names element %d of %d", *i, n)
		return claims.None
	}
	return *i
}

func (d *decoder) number(s *string) numbers.Number {
	if s == nil {
		return numbers.Number{}
	}
	n, err := numbers.ParseNumber(*s)
	if err != nil {
		d.fail("%w", err)
	}
	return n
}

func (d *decoder) part(p *wirePart) *claims.Part {
	if p == nil {
		return nil
	}
	return &claims.Part{Span: d.span(p.Start, p.End), Text: p.Text, How: p.How}
}

func (d *decoder) person(p wirePerson) entities.Person {
	attributes := p.Attributes
	if len(attributes) == 0 {
		attributes = nil
	}
	return entities.Person{
		Name: p.Name, NameHans: p.NameHans, Partial: p.Partial, Attributes: attributes,
		Mentions: each(p.Mentions, func(m wireMention) entities.Mention {
			return entities.Mention{Span: d.span(m.Start, m.End), Kind: m.Kind}
		}),
		Posts: each(p.Posts, func(o wirePost) entities.Post {
			post := entities.Post{Span: d.span(o.Start, o.End), Org: o.Org, Dept: o.Dept, Position: o.Position, Status: o.Status, Rank: o.Rank, RankWhy: o.RankWhy}
			if o.Place != nil {
				post.Place = &entities.Place{Code: o.Place.Code, Name: o.Place.Name, Path: o.Place.Path, Candidates: o.Place.Candidates, How: o.Place.How}
			}
			return post
		}),
	}
}

func (d *decoder) quantity(q wireQuantity) numbers.Quantity {
	return numbers.Quantity{
		Span: d.span(q.Start, q.End), Kind: q.Kind, Value: d.number(q.Value), Lo: d.number(q.Lo), Hi: d.number(q.Hi),
		LoOpen: q.LoOpen, HiOpen: q.HiOpen, Approx: q.Approx, Per: orEmpty(q.Per), Role: q.Role,
		Unit: numbers.Unit{Text: q.Unit.Text, Code: q.Unit.Code, Dimension: q.Unit.Dimension, SI: d.number(q.Unit.SI), Candidates: q.Unit.Candidates},
	}
}

// repairs builds the raw text: what lies between two repairs is the same in both.
func (d *decoder) repairs(str string, repairs []wireRepair) (string, []repair.Edit) {
	if len(repairs) == 0 {
		return str, each(repairs, func(wireRepair) repair.Edit { return repair.Edit{} })
	}
	var raw strings.Builder
	at := 0
	edits := make([]repair.Edit, len(repairs))
	for i, e := range repairs {
		s := d.span(e.Start, e.End)
		if s.Start < at {
			d.fail("repair %d is out of order", i)
			return str, nil
		}
		raw.WriteString(str[at:s.Start])
		start := raw.Len()
		raw.WriteString(e.Raw)
		edits[i] = repair.Edit{Run: text.Run{Raw: text.Span{Start: start, End: raw.Len()}, Text: s}, Kind: e.Kind, Certain: e.Certain}
		at = s.End
	}
	raw.WriteString(str[at:])
	return raw.String(), edits
}

func orEmpty[S ~string](s *S) S {
	if s == nil {
		return ""
	}
	return *s
}

package export

import (
	"iter"
	"reflect"
	"strings"
	"time"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/tenure"
	"github.com/xinwen-go/xinwen/text"
)

// Rows are rows of all tables, those of one document behind those of the one before.
type Rows struct {
	Articles   []Article
	People     []Person
	Mentions   []Mention
	Posts      []Post
	Quantities []Quantity
	Times      []Time
	Claims     []Claim
	Repairs    []Repair
	Errors     []Failure
	Tenures    []Tenure
}

// Tables are the names of the tables, in the order of the fields of Rows.
var Tables = func() []string {
	var names []string
	for f := range reflect.TypeFor[Rows]().Fields() {
		names = append(names, strings.ToLower(f.Name))
	}
	return names
}()

// tables yields the rows of each table, as a pointer to a slice.
func (r *Rows) tables() iter.Seq2[int, any] {
	return func(yield func(int, any) bool) {
		v := reflect.ValueOf(r).Elem()
		for i := range v.NumField() {
			if !yield(i, v.Field(i).Addr().Interface()) {
				return
			}
		}
	}
}

// Reset empties the tables and keeps their memory.
func (r *Rows) Reset() {
	v := reflect.ValueOf(r).Elem()
	for i := range v.NumField() {
		v.Field(i).Clear()
		v.Field(i).SetLen(0)
	}
}

// Append appends the rows of the document with the given number, which is that of its line in JSON Lines, from 1.
func (r *Rows) Append(number int64, d *Document) {
	if d.Err != nil {
		r.Errors = append(r.Errors, Failure{number, d.Err.ID, d.Err.Stage, d.Err.Message()})
		return
	}
	rec := d.Record
	doc := rec.Document()
	r.Articles = append(r.Articles, Article{
		Article: number, ID: rec.ID, URL: rec.URL, Charset: rec.Charset, Script: string(rec.Script), Title: rec.Title,
		Authors: rec.Authors, Editors: rec.Editors, Outlet: rec.Outlet, Published: rec.Published, PublishedDate: day(rec.Published),
		DuplicateOf: d.DuplicateOf, Skipped: d.Skipped, Characters: int64(doc.Len()), Text: rec.Text,
	})
	r.people(number, rec, doc)
	for i := range rec.Quantities {
		q := &rec.Quantities[i]
		start, end := runes(doc, q.Span)
		r.Quantities = append(r.Quantities, Quantity{
			Article: number, Quantity: int64(i), SpanStart: start, SpanEnd: end, Text: doc.Slice(q.Span), Kind: string(q.Kind),
			Value: q.Value.String(), ValueNum: double(q.Value), Lo: q.Lo.String(), LoNum: double(q.Lo), Hi: q.Hi.String(), HiNum: double(q.Hi),
			LoOpen: q.LoOpen, HiOpen: q.HiOpen, Approx: string(q.Approx), UnitText: q.Unit.Text, UnitCode: q.Unit.Code,
			UnitDimension: q.Unit.Dimension, UnitSI: q.Unit.SI.String(), UnitCandidates: q.Unit.Candidates, Per: q.Per, Role: string(q.Role),
		})
	}
	for i := range rec.Times {
		t := &rec.Times[i]
		start, end := runes(doc, t.Span)
		r.Times = append(r.Times, Time{
			Article: number, Time: int64(i), SpanStart: start, SpanEnd: end, Text: doc.Slice(t.Span), Kind: string(t.Kind), Grain: t.Grain,
			FromISO: t.From, ToISO: t.To, FromDate: day(t.From), ToDate: day(t.To), EDTF: t.EDTF, Anchor: string(t.Anchor),
		})
	}
	for i := range rec.Claims {
		r.Claims = append(r.Claims, claimRow(number, i, &rec.Claims[i], doc))
	}
	r.repairs(number, rec, doc)
}

func (r *Rows) people(number int64, rec *xinwen.Record, doc *text.Text) {
	for i := range rec.People {
		p := &rec.People[i]
		a := p.Attributes
		r.People = append(r.People, Person{
			Article: number, Person: int64(i), Name: p.Name, NameHans: p.NameHans, Partial: p.Partial, Gender: a["gender"], Ethnicity: a["ethnicity"],
			Birth: a["birth"], NativePlace: a["native_place"], MilitaryRank: a["military_rank"], Party: a["party"],
		})
		for k, m := range p.Mentions {
			start, end := runes(doc, m.Span)
			r.Mentions = append(r.Mentions, Mention{number, int64(i), int64(k), start, end, doc.Slice(m.Span), string(m.Kind)})
		}
		for k := range p.Posts {
			o := &p.Posts[k]
			start, end := runes(doc, o.Span)
			row := Post{
				Article: number, Person: int64(i), Post: int64(k), SpanStart: start, SpanEnd: end, Text: doc.Slice(o.Span), Org: o.Org, Dept: o.Dept,
				Position: o.Position, Status: string(o.Status), Rank: o.Rank, RankWhy: o.RankWhy,
			}
			if o.Place != nil {
				row.PlaceCode, row.PlaceName, row.PlacePath = o.Place.Code, o.Place.Name, o.Place.Path
				row.PlaceCandidates, row.PlaceHow = o.Place.Candidates, string(o.Place.How)
			}
			r.Posts = append(r.Posts, row)
		}
	}
}

func claimRow(number int64, i int, c *claims.Claim, doc *text.Text) Claim {
	start, end := runes(doc, c.Span)
	row := Claim{
		Article: number, Claim: int64(i), SpanStart: start, SpanEnd: end, Text: doc.Slice(c.Span), Relation: string(c.Relation),
		Quantity: int64(c.Quantity), FromQuantity: index(c.From), ChangeQuantity: index(c.Change), Basis: string(c.Basis),
		Aspect: string(c.Aspect), Time: index(c.Time), Modality: string(c.Modality),
	}
	row.Subject, row.SubjectStart, row.SubjectEnd, row.SubjectHow = part(doc, c.Subject)
	row.Measure, row.MeasureStart, row.MeasureEnd, row.MeasureHow = part(doc, c.Measure)
	row.Speaker, row.SpeakerStart, row.SpeakerEnd, row.SpeakerHow = part(doc, c.Speaker)
	return row
}

func (r *Rows) repairs(number int64, rec *xinwen.Record, doc *text.Text) {
	if len(rec.Repairs) == 0 {
		return
	}
	raw := text.New(rec.Raw)
	for i := range rec.Repairs {
		e := &rec.Repairs[i]
		start, end := runes(doc, e.Text)
		rawStart, rawEnd := runes(raw, e.Raw)
		r.Repairs = append(r.Repairs, Repair{number, int64(i), start, end, rawStart, rawEnd, raw.Slice(e.Raw), string(e.Kind), e.Certain})
	}
}

// AppendTenures appends the rows of a table of tenures.
func (r *Rows) AppendTenures(rows iter.Seq[tenure.Row]) {
	for t := range rows {
		changes := make([]Change, len(t.Changes))
		for i, c := range t.Changes {
			changes[i] = Change{day(c.Date), string(c.Status)}
		}
		r.Tenures = append(r.Tenures, Tenure{t.Person, t.Name, t.Org, t.Position, t.Code, day(t.First), day(t.Last), int64(t.Articles), changes})
	}
}

// runes gives a span in code points.
func runes(doc *text.Text, s text.Span) (start, end int64) {
	return int64(doc.Rune(s.Start)), int64(doc.Rune(s.End))
}

func part(doc *text.Text, p *claims.Part) (words string, start, end *int64, how string) {
	if p == nil {
		return "", nil, nil, ""
	}
	i, j := runes(doc, p.Span)
	return p.Text, &i, &j, string(p.How)
}

func index(i int) *int64 {
	if i < 0 {
		return nil
	}
	v := int64(i)
	return &v
}

func double(n numbers.Number) *float64 {
	if !n.Valid() {
		return nil
	}
	f := n.Float64()
	return &f
}

// day is the day of an ISO 8601 date or time, or nil where it tells no full day.
func day(s string) *Date {
	if len(s) > len(time.DateOnly) {
		s = s[:len(time.DateOnly)]
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return nil
	}
	d := Date(t.Unix() / 86400)
	return &d
}

package export

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/text"
)

// label is the kind of an annotation, by the name that annotation tools show.
type label string

const (
	personLabel   label = "Person"
	postLabel     label = "Post"
	quantityLabel label = "Quantity"
	timeLabel     label = "Time"
	partLabel     label = "Phrase" // a subject, measure or speaker of a claim that is none of the above
)

// annotation is a span with a label.
type annotation struct {
	id         string
	start, end int // code points
	span       text.Span
	label      label
	attribute  string // status of a post, kind of a mention, quantity or time
	note       string // what is known of it
}

// relation leads from one annotation to another.
type relation struct{ name, from, to string }

// marks are the annotations and relations of a record.
type marks struct {
	doc         *text.Text
	annotations []annotation
	relations   []relation
	same        [][]string // mentions of one person
	events      []event
	quantities  []string // ids, by index in the record
	times       []string
	bySpan      map[text.Span]string
}

// event is a claim: its figure and its parts.
type event struct {
	figure   string
	relation claims.Relation
	parts    []relation // name and to
}

func marksOf(rec *xinwen.Record) *marks {
	m := &marks{doc: rec.Document(), bySpan: map[text.Span]string{}}
	posts := map[text.Span]string{} // people may share one
	for i := range rec.People {
		p := &rec.People[i]
		var mentions []string
		for _, n := range p.Mentions {
			mentions = append(mentions, m.add(n.Span, personLabel, string(n.Kind), p.Name))
		}
		if len(mentions) > 1 {
			m.same = append(m.same, mentions)
		}
		for k := range p.Posts {
			o := &p.Posts[k]
			id, ok := posts[o.Span]
			if !ok {
				note := strings.TrimSpace(o.Org + " " + o.Position)
				if o.Place != nil && o.Place.Code != "" {
					note += " " + o.Place.Code
				}
				id = m.add(o.Span, postLabel, string(o.Status), note)
				posts[o.Span] = id
			}
			if len(mentions) > 0 {
				m.relations = append(m.relations, relation{"holds", mentions[0], id})
			}
		}
	}
	for i := range rec.Quantities {
		q := &rec.Quantities[i]
		note := strings.TrimSpace(cmp.Or(q.Value.String(), q.Lo.String()+".."+q.Hi.String()) + " " + q.Unit.Code)
		m.quantities = append(m.quantities, m.add(q.Span, quantityLabel, string(q.Kind), note))
	}
	for i := range rec.Times {
		t := &rec.Times[i]
		m.times = append(m.times, m.add(t.Span, timeLabel, string(t.Kind), t.EDTF))
	}
	for i := range rec.Claims {
		m.claim(&rec.Claims[i])
	}
	return m
}

func (m *marks) add(s text.Span, l label, attribute, note string) string {
	id := fmt.Sprint("T", len(m.annotations)+1)
	m.annotations = append(m.annotations, annotation{id, m.doc.Rune(s.Start), m.doc.Rune(s.End), s, l, attribute, note})
	if m.bySpan[s] == "" {
		m.bySpan[s] = id
	}
	return id
}

func (m *marks) claim(c *claims.Claim) {
	e := event{figure: m.quantities[c.Quantity], relation: c.Relation}
	for _, p := range []struct {
		name string
		part *claims.Part
	}{{"subject", c.Subject}, {"measure", c.Measure}, {"speaker", c.Speaker}} {
		if p.part == nil || p.part.Empty() {
			continue
		}
		id := m.bySpan[p.part.Span]
		if id == "" {
			id = m.add(p.part.Span, partLabel, "", "")
		}
		e.parts = append(e.parts, relation{p.name, e.figure, id})
	}
	for _, i := range []struct {
		name string
		ids  []string
		at   int
	}{{"from", m.quantities, c.From}, {"change", m.quantities, c.Change}, {"time", m.times, c.Time}} {
		if i.at != claims.None {
			e.parts = append(e.parts, relation{i.name, e.figure, i.ids[i.at]})
		}
	}
	m.events = append(m.events, e)
}

// Brat writes the annotations of a record as brat standoff (an .ann file for the record's text as .txt): Person, Post, Quantity,
// Time and Phrase with notes, a Kind attribute of each, holds from a person to a post, Equiv between mentions of one person,
// and an event for each claim, named by its relation and triggered by its figure, with subject, measure, speaker, from, change
// and time. Offsets are code points.
func Brat(w io.Writer, rec *xinwen.Record) error {
	m := marksOf(rec)
	var b bytes.Buffer
	attributes, notes := 0, 0
	for _, a := range m.annotations {
		fmt.Fprintf(&b, "%s\t%s %s\t%s\n", a.id, a.label, m.fragments(a), strings.ReplaceAll(m.doc.Slice(a.span), "\n", " "))
		if a.attribute != "" {
			attributes++
			fmt.Fprintf(&b, "A%d\tKind %s %s\n", attributes, a.id, a.attribute)
		}
		if a.note != "" {
			notes++
			fmt.Fprintf(&b, "#%d\tAnnotatorNotes %s\t%s\n", notes, a.id, strings.ReplaceAll(a.note, "\n", " "))
		}
	}
	for _, ids := range m.same {
		fmt.Fprintf(&b, "*\tEquiv %s\n", strings.Join(ids, " "))
	}
	for i, r := range m.relations {
		fmt.Fprintf(&b, "R%d\t%s Arg1:%s Arg2:%s\n", i+1, r.name, r.from, r.to)
	}
	for i, e := range m.events {
		fmt.Fprintf(&b, "E%d\t%s:%s", i+1, e.relation, e.figure)
		for _, p := range e.parts {
			fmt.Fprintf(&b, " %s:%s", p.name, p.to)
		}
		b.WriteByte('\n')
	}
	_, err := b.WriteTo(w)
	return err
}

// fragments are the code points of an annotation, in pieces where it goes over a line break, as brat wants them.
func (m *marks) fragments(a annotation) string {
	var b strings.Builder
	start := a.start
	for i, r := range []rune(m.doc.Slice(a.span) + "\n") {
		if r != '\n' {
			continue
		}
		if end := a.start + i; end > start {
			if b.Len() > 0 {
				b.WriteByte(';')
			}
			fmt.Fprintf(&b, "%d %d", start, end)
		}
		start = a.start + i + 1
	}
	return b.String()
}

// LabelStudio writes a record as a Label Studio task with a prediction, for a Labels tag named label over a Text tag named
// text. Offsets are UTF-16 code units, which is what a browser counts.
func LabelStudio(w io.Writer, rec *xinwen.Record) error {
	m := marksOf(rec)
	type object = map[string]any
	units := make([]int, 1, m.doc.Len()+1) // UTF-16 units before each code point
	for _, r := range rec.Text {
		n := 1
		if r > 0xFFFF {
			n = 2
		}
		units = append(units, units[len(units)-1]+n)
	}
	results := []object{}
	for _, a := range m.annotations {
		results = append(results, object{
			"id": a.id, "from_name": "label", "to_name": "text", "type": "labels",
			"value": object{"start": units[a.start], "end": units[a.end], "text": m.doc.Slice(a.span), "labels": []label{a.label}},
			"meta":  object{"text": []string{strings.TrimSpace(a.attribute + " " + a.note)}},
		})
	}
	relate := func(r relation, name string) {
		results = append(results, object{"type": "relation", "from_id": r.from, "to_id": r.to, "direction": "right", "labels": []string{name}})
	}
	for _, r := range m.relations {
		relate(r, r.name)
	}
	for _, e := range m.events {
		for _, p := range e.parts {
			relate(p, p.name)
		}
	}
	return writeJSON(w, []object{{
		"data":        object{"text": rec.Text, "title": rec.Title, "id": rec.ID},
		"predictions": []object{{"model_version": "xinwen", "result": results}},
	}})
}

// Displacy writes a record as displaCy's manual input for entities: displacy.render(doc, style="ent", manual=True). Entities
// may not overlap there, so of those that do the first is kept, and of those that start together the longest. Offsets are code
// points.
func Displacy(w io.Writer, rec *xinwen.Record) error {
	type entity struct {
		Start int   `json:"start"`
		End   int   `json:"end"`
		Label label `json:"label"`
	}
	m := marksOf(rec)
	slices.SortStableFunc(m.annotations, func(a, b annotation) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	ents := []entity{}
	for _, a := range m.annotations {
		if a.label != partLabel && (len(ents) == 0 || ents[len(ents)-1].End <= a.start) {
			ents = append(ents, entity{a.start, a.end, a.label})
		}
	}
	return writeJSON(w, map[string]any{"text": rec.Text, "ents": ents, "title": rec.Title})
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

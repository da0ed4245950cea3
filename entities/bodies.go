package entities

import (
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// PlaceMention is one place where the text names a territory.
type PlaceMention struct {
	text.Span
	Place
}

// Organisation is one place where the text names an organisation.
type Organisation struct {
	text.Span
	Name  string // in simplified news short form, with the elided place restored and with its department
	Dept  string // the department part alone
	Place *Place // nil where the organisation has no territory
}

// Places returns the names of territories in the text, in order, with what they mean at the date of the context. A place
// that the text leaves undecided has candidates and no code. Tokens may be nil.
func (e *Extractor) Places(t *text.Text, tokens []segment.Token, c Context) []PlaceMention {
	d := newDocument(t, tokens, c)
	defer d.release()
	d.readAll(func([]item) {})
	d.findPlaces()
	var out []PlaceMention
	for _, m := range d.textPlaces() {
		out = append(out, PlaceMention{d.t.Span(m.i, m.j), *d.place(m.div, d.candidates(m.id, nil), d.surface(m.i, m.j), m.how)})
	}
	return out
}

// Organisations returns the organisations that the text names, in order, with their territories. Tokens may be nil.
func (e *Extractor) Organisations(t *text.Text, tokens []segment.Token, c Context) []Organisation {
	d := newDocument(t, tokens, c)
	defer d.release()
	var found []holding
	p := &d.par
	d.readAll(func(items []item) {
		p.items = items
		floor := 0
		for k := range items {
			if p.kind(k) != kOrgan || p.goesOn(k+1) {
				continue
			}
			start := p.orgStart(k+1, floor)
			if start == k && items[k].j-items[k].i < 3 && !levelOrgan(p.runes(k)) {
				continue
			}
			o := office{i: items[start].i, j: items[k].j, pos: items[k].j, head: items[k].j, org: [][2]int{{items[start].i, items[k].j}}}
			found = append(found, holding{office: o, sentence: d.sentence})
			floor = k + 1
		}
	})
	d.findPlaces()
	var out []Organisation
	nobody := &bearer{}
	for i := range found {
		h := &found[i]
		o := d.resolve(nobody, h, nil)
		org := Organisation{Span: d.t.Span(h.office.i, h.office.j), Name: o.name, Dept: o.dept}
		if !o.noPlace && (o.div != nil || len(o.cands) > 0) {
			org.Place = d.place(o.div, o.cands, o.at, o.how)
			if o.div != nil {
				d.lastPlaced = &o
			}
		}
		if org.Name != "" {
			out = append(out, org)
		}
	}
	return out
}

// goesOn tells that the name of an organisation that ends before item k has another organ behind it.
func (p *parser) goesOn(k int) bool {
	for ; orgable(p.kind(k)); k++ {
		if p.kind(k) == kOrgan {
			return true
		}
		if p.kind(k) == kPlace || p.kind(k) == kLevel {
			return false
		}
	}
	return false
}

// readAll reads every stretch of the text and hands its items to f.
func (d *document) readAll(f func([]item)) {
	d.t.Sentences(func(i, j int) bool {
		for i < j {
			end := d.stretchEnd(i, j)
			d.sentence = [2]int{i, end}
			items := d.lat.read(d.t, i, end)
			d.placesOf(items)
			d.namesOf(items)
			d.covered = append(d.covered, d.sentence)
			f(items)
			i = end
		}
		return true
	})
}

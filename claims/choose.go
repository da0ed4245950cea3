package claims

import (
	_ "embed"
	"slices"

	"github.com/xinwen-go/xinwen/internal/whose"
)

//go:embed whose.bin
var ownerWeights []byte

//go:embed when.bin
var timeWeights []byte

// chooser is what a model is asked, and by which features.
type chooser struct {
	what      whose.Question
	weights   []byte
	templates [][]attribute
	byRules   [2]uint64 // the templates that ask what the rules found
}

var (
	ownerChooser = newChooser(whose.Owner, ownerWeights, templates[:], aRule, aRules)
	timeChooser  = newChooser(whose.Time, timeWeights, timeTemplates[:], tRule)
)

func newChooser(what whose.Question, weights []byte, templates [][]attribute, rules ...attribute) *chooser {
	c := &chooser{what: what, weights: weights, templates: templates}
	for t, tmpl := range templates {
		for _, a := range rules {
			if slices.Contains(tmpl, a) {
				c.byRules[t/64] |= 1 << (t % 64)
			}
		}
	}
	return c
}

// WithTrainer asks t whose a figure is, and of when, in place of the models. It is for internal/gen/claims, which trains them.
func WithTrainer(t whose.Trainer) Option {
	return func(e *Extractor) error { e.trainer = t; return nil }
}

// origin tells where a claim was made.
type origin struct {
	paragraph, sent, clause int32
	firstSent               int32 // of the paragraph
	start, sentence, before int32 // runes: of its paragraph, its sentence, the sentence before
	heldFrom, heldTo        int   // noun phrases of its paragraph
	among                   bool  // shares are told of some
}

// choose decides whose the claims are, one after the other, since whose a figure is depends on whose those before it are. An owner
// that stands after the figure (33万清水人民) or around the measure (国际油价), or is one of several that 分别 tells apart, is left as
// the rules found it.
func (x *run) choose() {
	x.accounts = x.accounts[:0]
	paragraph, sent := int32(-1), int32(-1)
	for n := x.from; n < len(x.out); n++ {
		place := &x.origins[n-x.from]
		if place.paragraph != paragraph {
			paragraph, x.accounts, x.previous, x.measuredBefore = place.paragraph, x.accounts[:0], phrase{}, phrase{}
		}
		if x.earlier++; place.sent != sent {
			sent, x.earlier = place.sent, 0
		}
		x.firstHeld, x.lastHeld = max(place.heldFrom, place.heldTo-maxHeld), place.heldTo
		u := x.ask(n)
		x.options(&u)
		at := x.ruled
		if _, sure := slices.BinarySearch(x.certain, int32(n)); !sure && u.subject.i < u.q.j && u.attrs[aHow] != foundElsewhere {
			at = x.best(ownerChooser, &x.out[n])
		}
		x.settle(&u, at)
	}
}

// best returns the option to take for claim c.
func (x *run) best(by *chooser, c *Claim) int {
	x.features = x.features[:0]
	for k := range x.opts {
		x.features = appendFeatures(x.features, by.templates, &x.opts[k].attrs)
	}
	if x.trainer != nil {
		return x.train(by, c)
	}
	n := len(by.templates)
	best, at := 0, -1
	for k := range x.opts {
		if s := x.models[by.what].Score(x.features[k*n : k*n+n]); at < 0 || s > best {
			best, at = s, k
		}
	}
	return at
}

// appendFeatures appends the features of an option, one for each template.
func appendFeatures(dst []uint32, templates [][]attribute, attrs *[attributes]uint32) []uint32 {
next:
	for t, tmpl := range templates {
		h := uint32(t+1) * 0x9E3779B1
		for _, a := range tmpl {
			v := attrs[a]
			if v == 0 {
				dst = append(dst, 0)
				continue next
			}
			h = (h ^ v) * 0x85EBCA6B
			h ^= h >> 15
		}
		dst = append(dst, h*0xC2B2AE35|1)
	}
	return dst
}

// train asks the trainer.
func (x *run) train(by *chooser, c *Claim) int {
	t := x.doc.Text
	n := len(by.templates)
	options := make([]whose.Option, len(x.opts))
	for k := range x.opts {
		o := &x.opts[k]
		w := whose.Option{Measure: c.Measure.Text, Features: x.features[k*n : k*n+n], Rules: k == x.ruled, ByRules: by.byRules}
		if o.measure.ok {
			w.Measure = t.SliceRunes(int(o.measure.i), int(o.measure.j))
		}
		switch {
		case by.what == whose.Time:
			if o.time != None {
				w.Subject = t.Slice(x.doc.Times[o.time].Span)
			}
		case w.Rules && c.Subject != nil:
			w.Subject = c.Subject.Text
		case o.subject.ok:
			w.Subject = t.SliceRunes(int(o.subject.i), int(o.subject.j))
		}
		options[k] = w
	}
	return x.trainer.Choose(by.what, c.Quantity, options)
}

// settle writes option k into claim u, and keeps account of it.
func (x *run) settle(u *question, k int) {
	c, o := &x.out[u.n], &x.opts[k]
	if k != x.ruled {
		c.Subject = nil
		if s := o.subject; s.ok {
			how := Inherited
			if s.i >= int32(x.doc.Text.Rune(c.Span.Start)) {
				how = Explicit
			}
			c.Subject = x.part(s, how)
		}
	}
	before := u.measure
	if m := o.measure; m.ok && (m.i != before.i || m.j != before.j) {
		c.Measure = x.part(m, c.Measure.How)
		x.remeasured = append(x.remeasured, renamed{before, m})
	} else if c.Measure.How == Inherited {
		for k := len(x.remeasured) - 1; k >= max(0, len(x.remeasured)-maxHeld); k-- {
			if r := &x.remeasured[k]; r.from.i == before.i && r.from.j == before.j {
				c.Measure = x.part(r.to, Inherited)
				break
			}
		}
	}
	x.measuredBefore, _ = x.runesOf(c.Measure)
	x.previous = o.subject
	if !o.subject.ok {
		return
	}
	a := account{phrase: o.subject, times: 1, claim: u.n, sent: u.sent, held: x.listed(o.subject.i, o.subject.j), named: o.subject.i >= int32(x.doc.Text.Rune(c.Span.Start))}
	for k := range x.accounts {
		b := &x.accounts[k]
		if !x.same(b.phrase, a.phrase) {
			continue
		}
		a.times += b.times
		if a.held == nil {
			a.held = b.held
		}
		x.accounts = slices.Delete(x.accounts, k, k+1)
		break
	}
	if len(x.accounts) == maxAccounts {
		x.accounts = x.accounts[:maxAccounts-1]
	}
	x.accounts = slices.Insert(x.accounts, 0, a)
}

// renamed tells that what is measured was cut otherwise.
type renamed struct{ from, to phrase }

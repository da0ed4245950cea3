package entities

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// Option changes how an Extractor works.
type Option func(*Extractor)

// Extractor finds people and their posts, organisations and places. It is immutable and safe for concurrent use.
type Extractor struct{}

// New returns an Extractor. It reads its tables, once for the process, at the first use.
func New(opts ...Option) (*Extractor, error) {
	e := &Extractor{}
	for _, o := range opts {
		o(e)
	}
	return e, nil
}

// People returns the people to whom the text gives a post, in order of first mention. Tokens may be nil: they are further
// evidence for where names and words end. All spans are bytes of t.String().
func (e *Extractor) People(t *text.Text, tokens []segment.Token, c Context) []Person {
	d := newDocument(t, tokens, c)
	defer d.release()
	d.read()
	d.findPlaces()
	d.endOffices()
	return d.assemble()
}

// Trace tells by which rules and evidence each post of each person was found: one Trace for a post, in the order of People.
func (e *Extractor) Trace(t *text.Text, tokens []segment.Token, c Context) []Trace {
	var traces []Trace
	for _, person := range e.People(t, tokens, c) {
		for _, p := range person.Posts {
			traces = append(traces, Trace{Person: person.Name, Post: p, Steps: p.Steps()})
		}
	}
	return traces
}

// assemble makes the public form of what was collected.
func (d *document) assemble() []Person {
	d.merge()
	var held []*bearer
	for _, b := range d.people {
		if slices.ContainsFunc(b.holdings, func(h holding) bool { return !h.profession }) {
			held = append(held, b)
		}
	}
	posts := d.posts(held)
	mentions := d.mentions(held)
	var out []Person
	for x, b := range held {
		if len(posts[x]) == 0 {
			continue
		}
		p := Person{Name: b.name, NameHans: text.Simplify(b.name), Partial: b.partial, Posts: posts[x], Mentions: mentions[x], Attributes: b.attrs}
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b Person) int { return firstMention(a) - firstMention(b) })
	return out
}

// merge gives what is told of 张局长 to the Zhang of the text who is 局长: he is no person of his own.
func (d *document) merge() {
	d.mergeShort()
	for _, b := range d.people {
		if !b.partial || len(b.holdings) == 0 {
			continue
		}
		var whole *bearer
		n := 0
		for _, o := range d.people {
			if o == b || o.partial || o.foreign || len(o.holdings) == 0 || len(o.folded) <= len(b.folded) || o.folded[:len(b.folded)] != b.folded {
				continue
			}
			if slices.ContainsFunc(o.holdings, func(h holding) bool { return d.sameTitle(h.office, b.holdings[0].office) }) {
				whole = o
				n++
			}
		}
		if n == 1 {
			b.holdings = nil
			if b.first < whole.first {
				whole.first = b.first
			}
		}
	}
}

// mergeShort gives what is told of 卡斯特罗 to the one person of the text whose full name ends so: 菲德尔·卡斯特罗.
func (d *document) mergeShort() {
	last := map[string]*bearer{} // by the last part of a name, nil where several share it
	for _, b := range d.people {
		if p := b.last; p != "" && len(b.holdings) > 0 {
			if o, ok := last[p]; ok && o != b {
				b = nil
			}
			last[p] = b
		}
	}
	for _, b := range d.people {
		if whole := last[b.folded]; whole != nil && len(b.holdings) > 0 {
			whole.holdings = append(whole.holdings, b.holdings...)
			b.holdings = nil
			whole.first = min(whole.first, b.first)
		}
	}
}

// lastPart is the part behind the last dot of a transliterated name, empty where there is none of two characters or more.
func lastPart(name string) string {
	at := strings.LastIndexFunc(name, isDot)
	if at < 0 {
		return ""
	}
	_, n := utf8.DecodeRuneInString(name[at:])
	if part := name[at+n:]; utf8.RuneCountInString(part) > 1 {
		return part
	}
	return ""
}

func (d *document) sameTitle(a, b office) bool {
	return string(d.s[a.head:a.j]) == string(d.s[b.head:b.j])
}

// aliases are short forms by which one body is named twice in a text.
var aliases = strings.NewReplacer("侨务办公室", "侨办", "台湾事务办公室", "台办", "港澳事务办公室", "港澳办", "新闻办公室", "新闻办", "互联网信息办公室", "网信办", "科学技术协会", "科协", "发展改革委", "发改委", "办公室", "办")

func firstMention(p Person) int {
	if len(p.Mentions) == 0 {
		return p.Posts[0].Start
	}
	return p.Mentions[0].Start
}

// posts resolves the holdings of all people in the order of the text, for each office may be told by the one before.
func (d *document) posts(held []*bearer) [][]Post {
	type at struct{ b, h int }
	var order []at
	for b := range held {
		for h := range held[b].holdings {
			order = append(order, at{b, h})
		}
	}
	slices.SortStableFunc(order, func(x, y at) int {
		return held[x.b].holdings[x.h].office.i - held[y.b].holdings[y.h].office.i
	})
	out := make([][]Post, len(held))
	orgs := make([][]organisation, len(held))
	var last *organisation
	var told [2]int   // runes of the office before
	var before Status // of the office before in the same list
	for _, o := range order {
		b := held[o.b]
		h := &b.holdings[o.h]
		if h.sentence != d.lastSentence {
			last, d.lastSentence, d.lastBearer, d.lastPlaced = nil, h.sentence, nil, nil
		}
		var org organisation
		if last != nil && h.bracket[1] == 0 && told == [2]int{h.office.i, h.office.j} && !h.trailing && d.shared(&h.office) == 0 && last.position == d.surface(h.office.pos, h.office.j) {
			org = *last // an office shared by several people
		} else {
			org = d.resolve(b, h, last)
		}
		told = [2]int{h.office.i, h.office.j}
		l := org
		l.chain = h.chain
		if last == nil || last.chain != h.chain || b != d.lastBearer {
			before = ""
		}
		d.lastBearer = b
		d.remember(&l, h)
		if l.div != nil {
			d.lastPlaced = &l
		}
		if defunct(org.name) && (h.status == "" || h.status == Current) {
			h.status = Former
		}
		last = &l
		if h.profession {
			continue
		}
		if h.trailing && org.name == "" && slices.ContainsFunc(orgs[o.b], func(e organisation) bool { return e.position == org.position || policeRank(org.position) }) {
			continue // the same office, called by its title again
		}
		if h.status == "" && l.chain == h.chain && len(h.org) == 0 && before == Former {
			h.status = Former // 原 reaches over the next office of the same organisation
		}
		before = h.status
		status := h.status
		if status == "" {
			status = Current
		}
		if x := slices.IndexFunc(orgs[o.b], func(e organisation) bool {
			return e.position == org.position && (e.name == org.name || aliases.Replace(e.name) == aliases.Replace(org.name))
		}); x >= 0 {
			if h.verb && out[o.b][x].Status == Current {
				out[o.b][x].Status = status // what is reported outweighs what the person is called
			}
			continue
		}
		p := Post{Span: d.t.Span(h.i, h.j), Org: org.name, Dept: org.dept, Position: org.position, Status: status, rule: h.by, orgRule: org.by}
		if !org.noPlace && (org.div != nil || len(org.cands) > 0) {
			p.Place = d.place(org.div, org.cands, org.at, org.how)
		}
		orgs[o.b] = append(orgs[o.b], org)
		out[o.b] = append(out[o.b], p)
	}
	for x := range out {
		rank(out[x], orgs[x])
	}
	return out
}

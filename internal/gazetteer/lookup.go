package gazetteer

import (
	"cmp"
	"slices"
	"time"
)

// NameID stands for one name, that is one string, of the gazetteer.
type NameID int32

// Form tells how a name names a division.
type Form uint8

// The forms, the surest first.
const (
	Full   Form = iota + 1 // 清水县, 内蒙古自治区, 法国
	Alias                  // usual other form: 伊犁州, 察布查尔县, 法兰西共和国, 浦东
	Short                  // 清水, 内蒙古, 天津
	Abbrev                 // one character, or a pair made of such: 津, 甘, 沪, 美
)

// State tells how a candidate stands to the date asked for.
type State uint8

// The states.
const (
	InForce   State = iota // at the date
	Abolished              // before the date
	Future                 // not yet at the date
)

// Candidate is a division that a name can mean.
type Candidate struct {
	Division *Division
	Form     Form
	State    State
}

// Info says what a name is without looking at dates.
type Info struct {
	Level  Level // the most prominent level among what it can mean
	Form   Form  // the surest form
	Count  int   // divisions, of all times
	Common bool  // also an ordinary word or a surname (和平, 友谊, 高, 解放): needs more evidence than its own presence
}

// Prefixes calls yield with the length in runes of each name at the start of folded text, shortest first, until yield returns
// false. It does not allocate.
func (g *Gazetteer) Prefixes(folded []rune, yield func(length int, n NameID) bool) {
	g.trie.Prefixes(folded, func(length int, value uint32) bool { return yield(length, NameID(value)) })
}

// Longest is the longest name at the start of folded text.
func (g *Gazetteer) Longest(folded []rune) (length int, n NameID, ok bool) {
	length, v, ok := g.trie.Longest(folded)
	return length, NameID(v), ok
}

// Lookup is the name that is the whole of s (folded).
func (g *Gazetteer) Lookup(s string) (NameID, bool) {
	v, ok := g.trie.Get([]rune(s))
	return NameID(v), ok
}

// Info describes a name.
func (g *Gazetteer) Info(n NameID) Info {
	if n < 0 || int(n) >= len(g.info) {
		return Info{}
	}
	return g.info[n]
}

// Each calls yield with each division a name has ever meant, the most prominent first, until yield returns false. It does
// not allocate.
func (g *Gazetteer) Each(n NameID, yield func(d *Division, f Form) bool) {
	if n < 0 || int(n)+1 >= len(g.first) {
		return
	}
	for _, p := range g.postings[g.first[n]:g.first[n+1]] {
		if !yield(&g.divisions[p.division], p.form) {
			return
		}
	}
}

// Candidates is what a name can mean at a date: those in force first, then those abolished before and those not yet there;
// within each the surer form, then the more prominent division first. Of a division and its successor that share the name
// only one is given: the one in force. The zero date stands for the present and gives abolished ones too.
func (g *Gazetteer) Candidates(n NameID, at time.Time) []Candidate {
	year := 0
	if !at.IsZero() {
		year = at.Year()
	}
	var cs []Candidate
	g.Each(n, func(d *Division, f Form) bool {
		c := Candidate{Division: d, Form: f}
		switch {
		case d.InForce(year):
		case year != 0 && d.From > year:
			c.State = Future
		default:
			c.State = Abolished
		}
		cs = append(cs, c)
		return true
	})
	if len(cs) > 1 {
		all := slices.Clone(cs)
		cs = slices.DeleteFunc(cs, func(c Candidate) bool { return slices.ContainsFunc(all, c.yields) })
	}
	slices.SortStableFunc(cs, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.State, b.State), cmp.Compare(a.Form, b.Form))
	})
	return cs
}

// yields tells whether o makes c superfluous: both are the same territory at different times, and o is nearer to the date.
func (c Candidate) yields(o Candidate) bool {
	const depth = 4
	switch {
	case c.Division == o.Division:
		return false
	case c.State == Future:
		return o.Division.becomes(c.Division, depth)
	case o.State == Future:
		return false
	default:
		return c.Division.becomes(o.Division, depth)
	}
}

// ByCode is the division that had a code at a date, or else the last that had it before, or the first after; nil for a code
// never given. The zero date stands for the present.
func (g *Gazetteer) ByCode(code string, at time.Time) *Division {
	year := 0
	if !at.IsZero() {
		year = at.Year()
	}
	i, ok := slices.BinarySearchFunc(g.byCode, code, func(i int32, code string) int { return cmp.Compare(g.divisions[i].Code, code) })
	if !ok {
		return nil
	}
	var best *Division
	for ; i < len(g.byCode) && g.divisions[g.byCode[i]].Code == code; i++ { // in order of From
		d := &g.divisions[g.byCode[i]]
		if best == nil || year == 0 || d.From <= year {
			best = d
		}
	}
	return best
}

// Children is the divisions right under d that were in force at a date (zero: the present), in order of code.
// The codes that group and name no place (市辖区, 县, 省直辖县级行政区划) are left out: the districts of 天津市 are its children.
func (g *Gazetteer) Children(d *Division, at time.Time) []*Division {
	year := 0
	if !at.IsZero() {
		year = at.Year()
	}
	var out []*Division
	for _, i := range g.below[g.firstBelow[d.index]:g.firstBelow[d.index+1]] {
		if c := &g.divisions[i]; c.InForce(year) {
			out = append(out, c)
		}
	}
	return out
}

// All calls yield with every division, in order of code, until yield returns false.
func (g *Gazetteer) All(yield func(*Division) bool) {
	for i := range g.divisions {
		if !yield(&g.divisions[i]) {
			return
		}
	}
}

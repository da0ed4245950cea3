package entities

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
	"github.com/xinwen-go/xinwen/text"
)

// mentionedPlace is a name of a place in the text.
type mentionedPlace struct {
	i, j int
	id   gazetteer.NameID
	div  *gazetteer.Division // nil while or where undecided
	how  How
	done bool
	hint bool // from the caller, not from the text
	// where people come from or go to rather than where the offices are
	aside, visited bool
}

// placesOf keeps the places among the items of the lattice.
func (d *document) placesOf(items []item) {
	for _, it := range items {
		if it.kind == kPlace && it.j-it.i > 1 {
			m := mentionedPlace{i: it.i, j: it.j, id: it.name}
			if it.j < len(d.s) && (d.s[it.j] == '镇' || d.s[it.j] == '乡') { // 顺河|镇党委 names 顺河镇, not 顺河区
				if n, id, ok := d.lat.gaz.Longest(d.s[it.i:]); ok && it.i+n == it.j+1 {
					m.j, m.id = it.j+1, id
				}
			}
			d.places = append(d.places, m)
		}
	}
}

// findPlaces collects the names of places in the whole text: those the lattice found, and elsewhere the longest at each
// position.
func (d *document) findPlaces() {
	g := d.lat.gaz
	next := 0
	for i := 0; i < len(d.s); {
		for next < len(d.covered) && d.covered[next][1] <= i {
			next++
		}
		if next < len(d.covered) && d.covered[next][0] <= i {
			i = d.covered[next][1]
			continue
		}
		n, id, ok := g.Longest(d.s[i:])
		if !ok || n < 2 {
			i++
			continue
		}
		info := g.Info(id)
		if info.Common && n < 3 || n < 3 && d.afterSurname(i) || info.Form == gazetteer.Abbrev || info.Level == gazetteer.Township && info.Form != gazetteer.Full {
			i++
			continue
		}
		d.places = append(d.places, mentionedPlace{i: i, j: i + n, id: id})
		i += n
	}
	slices.SortFunc(d.places, func(a, b mentionedPlace) int { return a.i - b.i })
	d.notInNames()
	d.setAside()
	d.doubt()
	for _, h := range append([]string{d.ctx.Outlet}, d.ctx.Hints...) {
		s := []rune(text.FoldString(h))
		for i := 0; i < len(s); {
			n, id, ok := g.Longest(s[i:])
			if !ok || n < 2 {
				i++
				continue
			}
			d.places = append(d.places, mentionedPlace{i: -1, j: -1, id: id, hint: true})
			i += n
		}
	}
	// First what is beyond doubt, then what the rest decides.
	for x := range d.places {
		m := &d.places[x]
		if cs := d.candidates(m.id, nil); len(cs) == 1 {
			m.div, m.how, m.done = cs[0], Unique, true
		}
	}
	for x := range d.places {
		m := &d.places[x]
		if m.done {
			continue
		}
		m.done = true
		if r, ok := d.resolved[m.id]; ok {
			m.div, m.how = r.div, r.how
			continue
		}
		m.div, m.how = d.byEvidence(d.candidates(m.id, nil))
		d.resolved[m.id] = restored{div: m.div, how: m.how}
	}
}

// candidates is what a name can mean at the date of the text: of the best state and form that leave any.
func (d *document) candidates(id gazetteer.NameID, want func(*gazetteer.Division) bool) []*gazetteer.Division {
	var out []*gazetteer.Division
	var state gazetteer.State
	var form gazetteer.Form
	for _, c := range d.lat.gaz.Candidates(id, d.at) {
		if want != nil && !want(c.Division) {
			continue
		}
		if len(out) > 0 && (c.State != state || c.Form != form) {
			break
		}
		state, form = c.State, c.Form
		if !slices.Contains(out, c.Division) {
			out = append(out, c.Division)
		}
	}
	if d.region != "" && d.region != "台湾" { // 中区 of a text on Hong Kong is not that of Taichung
		out = slices.DeleteFunc(out, func(c *gazetteer.Division) bool {
			t := c.Territory()
			return t != nil && strings.HasPrefix(t.Code, "71") && c.Level > gazetteer.Prefecture
		})
	}
	if len(out) > 1 && d.script() != text.Hant { // 和平区 of a mainland paper is not that of Taichung
		if n := slices.IndexFunc(out, mainland); n >= 0 {
			out = slices.DeleteFunc(out, func(c *gazetteer.Division) bool { return !mainland(c) && c.Level > gazetteer.Province })
		}
	}
	return out
}

// mainland tells that a division lies in mainland China.
func mainland(d *gazetteer.Division) bool {
	t := d.Territory()
	return t != nil && t.Code[0] < '7'
}

// script is the script of the text.
func (d *document) script() text.Script {
	if d.scriptTold == "" {
		d.scriptTold = d.t.Script()
	}
	return d.scriptTold
}

// byEvidence picks the candidate that the other places of the text, or else the caller's hints, speak for; nil where none
// stands out.
func (d *document) byEvidence(cs []*gazetteer.Division) (*gazetteer.Division, How) {
	if len(cs) == 0 {
		return nil, ""
	}
	if len(cs) == 1 {
		return cs[0], Unique
	}
	// The most prominent of different levels: 吉林 is the province before the city.
	for _, hints := range []bool{false, true} {
		best, second := 0, 0
		var div *gazetteer.Division
		for _, c := range cs {
			score := 0
			counted := 0
			for x := range d.places {
				m := &d.places[x]
				if m.div == nil || m.hint != hints || m.aside || slices.Contains(cs, m.div) || counted > 200 {
					continue
				}
				counted++
				score += kinship(m.div, c)
			}
			switch {
			case score > best:
				best, second, div = score, best, c
			case score > second:
				second = score
			}
		}
		if best > second {
			if hints {
				return div, ByHint
			}
			return div, ByText
		}
	}
	top := cs[0]
	for _, c := range cs[1:] {
		if c.Level == top.Level {
			return nil, ""
		}
		if c.Level < top.Level {
			top = c
		}
	}
	if top.Level <= gazetteer.Prefecture || top.Level == gazetteer.County && top.Kind != gazetteer.Zone { // a county before townships of its name
		return top, Unique
	}
	return nil, ""
}

// kinship is how much the mention of a speaks for c.
func kinship(a, c *gazetteer.Division) int {
	if a.Kind == gazetteer.Nation {
		if a.Name != "中国" && gazetteer.Contains(a, c) {
			return 2
		}
		return 0
	}
	switch {
	case gazetteer.Contains(a, c), gazetteer.Contains(c, a):
		return 3
	}
	if p := a.Up(gazetteer.Prefecture); p != nil && p == c.Up(gazetteer.Prefecture) {
		return 2
	}
	if p := a.Up(gazetteer.Province); p != nil && p == c.Up(gazetteer.Province) {
		return 1
	}
	return 0
}

// levelName is the word for a territory's level that a text uses alone: 市, 县, 自治区.
type levelName struct {
	word string
	up   bool // a territory above a named one may be meant
	fits func(*gazetteer.Division) bool
}

var levelNames = []levelName{
	{"自治区", true, func(d *gazetteer.Division) bool { return d.Kind == gazetteer.AutonomousRegion }},
	{"自治州", true, func(d *gazetteer.Division) bool { return d.Kind == gazetteer.AutonomousPref }},
	{"自治县", false, func(d *gazetteer.Division) bool { return d.Kind == gazetteer.AutonomousCounty }},
	{"自治旗", false, func(d *gazetteer.Division) bool { return d.Kind == gazetteer.AutonomousBanner }},
	{"地区", true, func(d *gazetteer.Division) bool { return d.Kind == gazetteer.Area }},
	{"街道", false, func(d *gazetteer.Division) bool { return d.Kind == gazetteer.Street }},
	{"省", true, func(d *gazetteer.Division) bool { return d.Kind == gazetteer.ProvinceProper }},
	{"市", true, func(d *gazetteer.Division) bool {
		return d.Kind == gazetteer.City || d.Kind == gazetteer.Municipality || d.Kind == gazetteer.CountyCity
	}},
	{"县", true, func(d *gazetteer.Division) bool {
		return d.Kind == gazetteer.CountyProper || d.Kind == gazetteer.AutonomousCounty
	}},
	{"区", true, func(d *gazetteer.Division) bool {
		return d.Level == gazetteer.County && strings.HasSuffix(d.Name, "区")
	}},
	{"州", true, func(d *gazetteer.Division) bool {
		return d.Kind == gazetteer.AutonomousPref || d.Foreign() && strings.HasSuffix(d.Name, "州")
	}},
	{"旗", true, func(d *gazetteer.Division) bool {
		return d.Kind == gazetteer.Banner || d.Kind == gazetteer.AutonomousBanner
	}},
	{"盟", true, func(d *gazetteer.Division) bool { return d.Kind == gazetteer.League }},
	{"地", true, func(d *gazetteer.Division) bool { return d.Kind == gazetteer.Area }},
	{"苏木", false, func(d *gazetteer.Division) bool {
		return d.Level == gazetteer.Township && strings.HasSuffix(d.Name, "苏木")
	}},
	{"镇", false, func(d *gazetteer.Division) bool { return d.Kind == gazetteer.Town }},
	{"乡", false, func(d *gazetteer.Division) bool { return d.Kind == gazetteer.TownshipProper }},
}

// levelAt is the level word at the start of s, with its length in runes; 我省, 全市 and the like count their first rune.
func levelAt(s []rune) (*levelName, int) {
	skip := 0
	if len(s) > 1 && strings.ContainsRune("我全该本", s[0]) {
		skip = 1
	}
	for x := range levelNames {
		l := &levelNames[x]
		n := utf8.RuneCountInString(l.word)
		if len(s) >= skip+n && equal(s[skip:skip+n], l.word) {
			return l, skip + n
		}
	}
	return nil, 0
}

// target is the division of a level that the mention of div speaks of: itself, or one above it.
func (l *levelName) target(div *gazetteer.Division) *gazetteer.Division {
	if div == nil {
		return nil
	}
	for e := div; e != nil; e = e.Parent {
		if l.fits(e) {
			return e
		}
		if !l.up {
			return nil
		}
	}
	return nil
}

// restored is a territory that the text elides, with the name it bears there.
type restored struct {
	div  *gazetteer.Division
	name string
	how  How
	// undecided names: the place is told by name but which one it is remains open
	cands []*gazetteer.Division
	via   *gazetteer.Division // what the text names there, which lies in it
}

// restore finds the territory that a level word at rune pos stands for: in the same sentence to the left, then to the right,
// then in the text to the left, then to the right; last in the hints.
// The goal of a journey is not where the traveller holds office, and a Chinese name not that of a foreign mayor while the
// text knows other places.
func (d *document) restore(l *levelName, b *bearer, pos int, sentence [2]int) (restored, bool) {
	type pass struct {
		from, to int
		left     bool
		ahead    bool // right of the office in its sentence
	}
	for round := range 3 { // places that are only visited come last
		abroad, visited := b.foreign || round > 0, round == 2
		for _, p := range []pass{{sentence[0], pos, true, false}, {pos, sentence[1], false, true}, {0, sentence[0], true, false}, {sentence[1], len(d.s), false, false}} {
			if r, ok := d.nearest(l, p.from, p.to, p.left, func(m *mentionedPlace) bool {
				switch {
				case m.aside, m.visited && (p.ahead || !visited) && d.travels(m):
					return false
				case m.div != nil && m.div.Foreign():
					return abroad && (b.foreign || !m.visited)
				case b.foreign && m.div != nil && d.abroad():
					return frontier(m.div)
				}
				return true
			}); ok {
				return r, true
			}
		}
	}
	for x := range d.places {
		if m := &d.places[x]; m.hint {
			if t := l.target(m.div); t != nil {
				return restored{div: t, name: t.Name, how: ByHint}, true
			}
		}
	}
	return restored{}, false
}

// travels tells that the place m is the goal of a delegation (率团赴天津市), which is not where its members hold office, while an
// official who comes to a county (赴清水县调研) tells where the others are.
func (d *document) travels(m *mentionedPlace) bool {
	from := m.i
	for from > 0 && m.i-from < 40 && !isSentenceEnd(d.s[from-1]) && d.s[from-1] != '\n' {
		from--
	}
	return d.has(from, min(len(d.s), m.j+8), "率团", "代表团", "考察团", "党政代表团", "考察学习", "学习考察", "赴"+string(d.s[m.i:m.j])+"考察", "招商", "出访", "访问")
}

// abroad tells that the text names places of foreign states.
func (d *document) abroad() bool {
	return slices.ContainsFunc(d.textPlaces(), func(m mentionedPlace) bool { return m.div != nil && m.div.Foreign() })
}

// frontier tells that a division lies where many people have names without a Chinese surname.
func frontier(d *gazetteer.Division) bool {
	t := d.Territory()
	return t != nil && (strings.HasPrefix(t.Code, "15") || strings.HasPrefix(t.Code, "54") || strings.HasPrefix(t.Code, "63") || strings.HasPrefix(t.Code, "65"))
}

// placeFrom is the index of the first place of the text at or after rune i.
func (d *document) placeFrom(i int) int {
	x, _ := slices.BinarySearchFunc(d.textPlaces(), i, func(m mentionedPlace, at int) int { return m.i - at })
	return x
}

func (d *document) nearest(l *levelName, from, to int, left bool, counts func(*mentionedPlace) bool) (restored, bool) {
	ms := d.textPlaces()[d.placeFrom(from):d.placeFrom(to)]
	const reach = 200 // mentions looked at: beyond them nothing is near
	for n := 0; n < len(ms) && n < reach; n++ {
		m := &ms[n]
		if left {
			m = &ms[len(ms)-1-n]
		}
		if !counts(m) {
			continue
		}
		if t := l.target(m.div); t != nil {
			return restored{div: t, name: d.nameOf(t, m), how: ByText, via: m.div}, true
		}
		if m.div == nil && strings.HasSuffix(string(d.s[m.i:m.j]), l.word) { // the name is known, the territory not
			return restored{name: d.surface(m.i, m.j), how: ByText, cands: d.candidates(m.id, l.fits)}, true
		}
	}
	return restored{}, false
}

// textPlaces is the places of the text itself, in order; the hints stand behind them.
func (d *document) textPlaces() []mentionedPlace {
	n := len(d.places)
	for n > 0 && d.places[n-1].hint {
		n--
	}
	return d.places[:n]
}

// nameOf is the name of a division as the mention has it, if it has its level, and otherwise the full one.
func (d *document) nameOf(div *gazetteer.Division, m *mentionedPlace) string {
	if m.div != div { // as another mention names it: 贡山县
		ms := d.textPlaces()
		for x := d.placeFrom(m.i) - 1; x >= 0 && m.i-ms[x].i < 400; x-- {
			if ms[x].div == div {
				m = &ms[x]
				break
			}
		}
	}
	if m.div == div {
		s := d.surface(m.i, m.j)
		if l, _ := utf8.DecodeLastRuneInString(div.Name); strings.HasSuffix(s, string(l)) {
			return s
		}
	}
	return div.Name
}

// place is the public form of a division.
func (d *document) place(div *gazetteer.Division, cands []*gazetteer.Division, name string, how How) *Place {
	p := &Place{Name: name, How: how}
	if div != nil {
		if t := div.Territory(); t != nil {
			p.Code = t.CodeAt(d.year(), div)
		}
		p.Path = div.PathAt(d.year())
		if len(p.Path) > 0 && p.Path[0] == "中国" {
			p.Path = p.Path[1:]
		}
		return p
	}
	for _, c := range cands {
		if t := c.Territory(); t != nil {
			if code := t.CodeAt(d.year(), c); code != "" && !slices.Contains(p.Candidates, code) {
				p.Candidates = append(p.Candidates, code)
			}
		}
	}
	return p
}

// year is the year of the text, 0 where unknown.
func (d *document) year() int {
	if d.at.IsZero() {
		return 0
	}
	return d.at.Year()
}

package entities

import (
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
)

// chainOfPlaces reads the places an organisation's name begins with. It returns the lowest, what it may be, its name, and the rest.
func (d *document) chainOfPlaces(x orgText, head string, o *office) (div *gazetteer.Division, cands []*gazetteer.Division, how How, name string, rest orgText) {
	g := d.lat.gaz
	type link struct {
		id   gazetteer.NameID
		hans string
		n    int
	}
	var links []link
	rest = x
	for len(rest.s) > 0 {
		n, id, ok := g.Longest(rest.s)
		if !ok {
			break
		}
		info := g.Info(id)
		organ := d.organAt(rest.s)
		if equal(rest.s[:n], "中国") || organ > n || n == 1 && (len(links) > 0 || len(rest.s) == 1 && !stateTitle(head) && !d.servesState(o) || organ > 0 && info.Level != gazetteer.Country) {
			break
		}
		if n == 1 && len(rest.s) > 1 && !ministry(rest.s[1:]) {
			break
		}
		if organ == n && (info.Form > gazetteer.Alias || len(links) > 0) { // 林业局 is a place too
			break
		}
		if len(links) > 0 && info.Form > gazetteer.Alias && !d.inside(links[len(links)-1].id, id) { // 甘肃省|中西医
			break
		}
		if info.Form == gazetteer.Short && len(rest.s) > n && info.Level >= gazetteer.County && (rest.s[n] == '村' || features.has(rest.s[n]) && organ == 0 && d.organAt(rest.s[n:]) == 0) { // 龙凤村 is not in 龙凤区, 缙云山 not in 缙云县
			break
		}
		if info.Form == gazetteer.Short && n == 2 && len(rest.s) > 2 && !levelRunes.has(rest.s[2]) { // 共和国卫队
			if _, ok := d.lat.lex.words.Get(rest.s[:3]); ok {
				break
			}
		}
		// A short name whose last rune is needed for an organ is fine; 朝阳|区委 is taken as 朝阳区|委 by Longest.
		links = append(links, link{id, string(rest.hans[:n]), n})
		rest.drop(n)
	}
	if len(links) == 0 {
		return nil, nil, "", "", rest
	}
	want, missing := levelWanted(rest.s, head), ""
	last := links[len(links)-1]
	if want != nil && len(d.candidates(last.id, want.fits)) == 0 {
		if id, ok := g.Lookup(last.hans + want.word); ok && len(d.candidates(id, want.fits)) > 0 { // 潮州|镇长: the town has no short name
			last.id = id
		} else {
			if (head == "镇长" || head == "乡长") && len(rest.s) == 0 && !strings.HasSuffix(last.hans, want.word) { // 员林|镇长, of a town that has become a city
				missing = want.word
			}
			want = nil
		}
	}
	var fits func(*gazetteer.Division) bool
	if want != nil {
		fits = want.fits
	}
	cs := d.candidates(last.id, fits)
	if head == "书记" || head == "常委" { // the party has no committees in Taiwan's counties
		cs = slices.DeleteFunc(cs, func(c *gazetteer.Division) bool {
			return !c.Foreign() && c.Level > gazetteer.Province && !mainland(c)
		})
	}
	if historical(rest.s) {
		cs = nil
	}
	name = last.hans + missing
	if len(links) > 1 {
		above := d.candidates(links[0].id, nil)
		for _, l := range links[1 : len(links)-1] {
			if in := within(d.candidates(l.id, nil), above); len(in) > 0 {
				above = in
			}
		}
		if in := within(cs, above); len(in) > 0 {
			cs, how = in, Explicit
		} else if g.Info(last.id).Level == gazetteer.Township { // a township of that name is known elsewhere only
			cs, how = above, Explicit
		}
	}
	div, by := d.byEvidence(cs)
	if div == nil {
		cands = cs
	}
	if how == "" {
		how = by
	}
	if div != nil && how == Unique && div.Level <= gazetteer.Province {
		how = Explicit
	}
	// The level may stand apart from the name: 清水|县长, 齐齐哈尔市|市委.
	if want != nil {
		if strings.HasPrefix(string(rest.s), want.word) && (len(rest.s) == len([]rune(want.word)) || !d.wholeOrgan(rest.s, len([]rune(want.word)))) {
			rest.drop(len([]rune(want.word)))
		}
		if !strings.HasSuffix(name, want.word) && !strings.HasSuffix(name, "盟") {
			switch {
			case want.word == "地": // 喀什地委
				name = strings.TrimSuffix(name, "地区") + "地"
			case div != nil:
				name = div.Name
			default:
				name += want.word
			}
		}
	} else if div != nil && g.Info(last.id).Form == gazetteer.Abbrev {
		name = div.Name
	}
	return div, cands, how, name, rest
}

// within is those of the divisions that lie in one of the others.
func within(cs, above []*gazetteer.Division) []*gazetteer.Division {
	var in []*gazetteer.Division
	for _, c := range cs {
		if slices.ContainsFunc(above, func(p *gazetteer.Division) bool { return gazetteer.Contains(p, c) }) {
			in = append(in, c)
		}
	}
	return in
}

// inside tells that some place of the name b lies in one of the name a.
func (d *document) inside(a, b gazetteer.NameID) bool {
	for _, p := range d.candidates(a, nil) {
		for _, c := range d.candidates(b, nil) {
			if gazetteer.Contains(p, c) {
				return true
			}
		}
	}
	return false
}

// stateTitle tells that a title is one of a state, whose name may be one character before it: 俄外长.
func stateTitle(head string) bool {
	switch head {
	case "外长", "防长", "财长", "总统", "总理", "首相", "国务卿", "外相":
		return true
	}
	return false
}

// servesState tells that a position is that of one who serves the head of a state: 总统新闻秘书.
func (d *document) servesState(o *office) bool {
	for n := 2; n <= 3 && o.pos+n < o.j; n++ {
		if stateTitle(string(d.s[o.pos : o.pos+n])) {
			return true
		}
	}
	return false
}

// ministry tells that a body of a state follows its one-character name: 美|国防部, 俄|外交部.
func ministry(s []rune) bool {
	for _, w := range []string{"国防部", "外交部", "财政部", "商务部", "能源部", "司法部", "内政部", "国会", "参议院", "众议院", "总统", "总理", "国务院", "国务卿", "外长", "防长", "财长", "军方", "驻华", "联邦储备委员会", "外交", "国防", "财政"} {
		if prefix(s, w) > 0 {
			return true
		}
	}
	return false
}

// historical tells that what follows a place makes a body of the past that is not the place's own: 南通中心县委, 某特委.
func historical(rest []rune) bool {
	for _, w := range []string{"中心县委", "中心市委", "特委", "工作委员会书记处", "边区", "专署", "行署区", "游击", "学委", "党学委"} {
		if prefix(rest, w) > 0 {
			return true
		}
	}
	return false
}

// levelWanted is the level that the rest of a name or the title asks of its place: 县 in 县委 and 县长.
func levelWanted(rest []rune, head string) *levelName {
	if l, n := levelAt(rest); l != nil && (n == len(rest) || levelOrgan(rest)) {
		return l
	}
	if len(rest) > 0 {
		return nil
	}
	if !slices.Contains(levelTitleList, head) {
		return nil
	}
	l, _ := levelAt([]rune(head))
	return l
}

var levelTitleList = strings.Fields(levelTitles)

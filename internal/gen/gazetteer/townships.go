package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
)

// townLists are the years whose statistics list the townships, oldest first, with the packages that have the lists. They are
// as of the autumn of their year; those of 2016, 2020 and 2023 as of its middle.
var townLists = []struct{ year, pkg int }{{2015, towns2015}, {2016, towns2016}, {2017, towns2017}, {2018, towns2018}, {2019, towns2019},
	{2020, towns2020}, {2021, towns2021}, {2022, towns2022}, {2023, division}}

// townList is the units at township level of a year by code of nine digits, and the zones counted beside the counties by
// code of six.
type townList struct {
	names, zones map[string]string
	areas        map[string]bool // the beginnings of the codes of the units
}

func readTowns() ([]townList, error) {
	var out []townList
	for _, l := range townLists {
		b, err := npm(l.pkg, "dist/streets.json")
		if err != nil {
			return nil, err
		}
		var towns []struct{ Code, Name string }
		if err := json.Unmarshal(b, &towns); err != nil {
			return nil, fmt.Errorf("townships of %d: %w", l.year, err)
		}
		above, err := readLists(l.year, l.pkg, "dist/cities.json", "dist/areas.json")
		if err != nil {
			return nil, err
		}
		names, areas := map[string]string{}, map[string]bool{}
		for _, x := range towns {
			if len(x.Code) < 9 {
				return nil, fmt.Errorf("townships of %d: code %q", l.year, x.Code)
			}
			area, code := x.Code[:6], x.Code[:9]
			if right := statisticalCodes[area]; right != "" {
				code = right + code[6:]
			}
			name := townName(code, x.Name, above.names[area[:4]+"00"], above.names[area])
			if strings.ContainsAny(name, "?\ue000\ufffd") { // a character was lost: as in the list before
				name = ""
				if n := len(out); n > 0 {
					name = out[n-1].names[code]
				}
			}
			if name != "" && !nameless[name] {
				names[code], areas[code[:6]] = name, true
			}
		}
		out = append(out, townList{names, above.zones, areas})
	}
	return out, nil
}

// nameless are units whose name says only what they are.
var nameless = set("街道 街道办事处 开发区 高新区 林场 农场 园艺场 原种场 良种场 种畜场 工业园区 工业园 经济开发区 经济技术开发区 农牧场 牧场 渔场 果园场 茶场")

// townName takes from the name of a township what is none of it: notes, the names of its city and county, 办事处. The older
// lists name the offices of streets (城南街道办事处, 城南办事处), the newer ones the streets.
func townName(code, name string, above ...string) string {
	name = strings.ReplaceAll(name, " ", "")
	whole := name
	if s, _, ok := strings.Cut(name, "（"); ok && s != "" && strings.HasSuffix(name, "）") {
		name = s
	}
	if _, s, ok := strings.Cut(name, "）"); ok && s != "" && strings.HasPrefix(name, "（") {
		name = s
	}
	if s, ok := strings.CutSuffix(name, "办事处"); ok && utf8.RuneCountInString(s) > 1 {
		switch {
		case strings.HasSuffix(s, "街道"):
			name = s
		case code[6] == '0' && !strings.HasSuffix(s, "地区"): // the codes of streets
			name = strings.TrimSuffix(s, "街") + "街道"
		}
	}
	if townKind(name) == gazetteer.OtherTownship {
		return whole
	}
	for _, a := range above {
		if s, ok := strings.CutPrefix(name, a); ok && a != "" && utf8.RuneCountInString(s) > 2 {
			name = s
		}
	}
	return name
}

func townKind(name string) gazetteer.Kind {
	switch {
	case strings.HasSuffix(name, "街道"):
		return gazetteer.Street
	case strings.HasSuffix(name, "镇"):
		return gazetteer.Town
	case strings.HasSuffix(name, "乡"), strings.HasSuffix(name, "苏木"):
		return gazetteer.TownshipProper
	}
	return gazetteer.OtherTownship
}

// townships adds the units at township level: a unit for each run of lists that give a code the same name. Those that are no
// townships by law (farms, zones) or have names of two characters (城镇) are added only where the last list has them.
func (t *table) townships(lists []townList) error {
	last := len(lists) - 1
	zones, codes := map[string]*unit{}, map[string]bool{}
	for i := last; i >= 0; i-- {
		for _, z := range sorted(lists[i].zones) {
			if zones[z] == nil {
				zones[z] = t.zone(strings.TrimSuffix(lists[i].zones[z], "管委会"), t.current(z[:4]+"00"))
			}
		}
		for code := range lists[i].names {
			codes[code] = true
		}
	}
	var towns []*unit
	for _, code := range sorted(codes) {
		var cur *unit
		for i, l := range lists {
			switch name := l.names[code]; {
			case name == "":
			case cur != nil && cur.name == name:
				cur.last = i
			default:
				cur = &unit{code: code, name: name, short: name, level: gazetteer.Township, kind: townKind(name), first: i, last: i}
				towns = append(towns, cur)
			}
		}
	}
	for _, u := range towns {
		if u.parent = zones[u.code[:6]]; u.parent == nil {
			u.parent = t.county(u.code, townLists[u.last].year)
		}
	}
	followers, err := townSuccession(towns)
	if err != nil {
		return err
	}
	left := func(u *unit) bool {
		return u.last < last && (u.kind == gazetteer.OtherTownship || utf8.RuneCountInString(u.name) < 3)
	}
	for _, u := range towns {
		if left(u) {
			continue
		}
		for len(u.successors) > 0 && left(u.successors[0]) {
			u.successors = u.successors[0].successors
		}
		u.from, u.to = since(u, lists, followers[u]), until(u, last)
		t.add(u)
	}
	return nil
}

// county is the division that a township lay in in a year: a county, or a city that the statistics count as its own
// district.
func (t *table) county(code string, year int) *unit {
	var best *unit
	for _, p := range t.byCode[code[:6]] {
		if best == nil || p.from <= year {
			best = p
		}
	}
	if best == nil {
		best = t.current(code[:4] + "00")
	}
	return best
}

// since is the first year of a township. A change lies between two lists, so that the old and the new are in force in the
// years of both. What the lists could not have before was there: the units of the first, those with codes from 400 (in zones)
// of the second, and all of a zone or county that is new to them and not to the standard.
func since(u *unit, lists []townList, follows bool) int {
	switch {
	case u.kind == gazetteer.OtherTownship, u.first == 0, u.first == 1 && u.code[6] >= '4':
		return 0
	case !follows && !lists[u.first-1].areas[u.code[:6]]:
		if p := u.parent.from; p > townLists[0].year {
			return p
		}
		return 0
	}
	return max(townLists[u.first-1].year, min(u.parent.from, townLists[u.first].year))
}

// until is the last year of a township, 0 where the last list has it.
func until(u *unit, last int) int {
	if u.last == last {
		return 0
	}
	year := townLists[u.last+1].year
	if p := u.parent.to; p >= townLists[u.last].year {
		year = min(year, p)
	}
	return year
}

// townSuccession finds what followed the townships that ended: what the next list is the first to have, of the same name or
// of the same name but for the level (乡 → 镇) in the same county or one that followed it; what got its villages; what the
// next list is the first to have of the same name in the same prefecture, or of the same code where no other township went
// there by name. Where several fit none is sure. It returns what is new and follows.
func townSuccession(towns []*unit) (map[*unit]bool, error) {
	begun, byCode := map[townKey][]*unit{}, map[string][]*unit{}
	ended := make([][]*unit, len(townLists)+1)
	for _, u := range towns {
		if u.kind == gazetteer.OtherTownship {
			continue
		}
		ended[u.last+1] = append(ended[u.last+1], u)
		byCode[u.code] = append(byCode[u.code], u)
		for _, k := range []townKey{{u.first, u.code[:6], u.name}, {u.first, u.code[:6], "-" + townStem(u)}, {u.first, u.code[:4], u.name}, {u.first, u.code, ""}} {
			begun[k] = append(begun[k], u)
		}
	}
	only := func(k townKey) *unit {
		if us := begun[k]; len(us) == 1 {
			return us[0]
		}
		return nil
	}
	follows := map[*unit]bool{}
	note := func(u, next *unit) {
		if next != nil {
			u.successors = []*unit{next}
			follows[next] = follows[next] || next.first == u.last+1
		}
	}
	var was, is *villages
	for list := 1; list < len(townLists); list++ {
		var err error
		was = is
		if is, err = readVillages(townLists[list].pkg); err != nil {
			return nil, err
		}
		for _, u := range ended[list] {
			next := sameName(u, only)
			if next == nil {
				for _, v := range byCode[heir(u.code, was, is)] {
					if v.first <= list && list <= v.last {
						next = v
					}
				}
			}
			if next == nil {
				next = only(townKey{list, u.code[:4], u.name})
			}
			note(u, next)
		}
		for _, u := range ended[list] {
			if next := only(townKey{list, u.code, ""}); u.successors == nil && !follows[next] {
				note(u, next)
			}
		}
	}
	return follows, nil
}

// townKey finds townships that began in a list: by the beginning of the code and the name, or the stem after a hyphen.
type townKey struct {
	list       int
	code, name string
}

// sameName is what the list after u is the first to have of its name, or else its stem, in its county or one that followed.
func sameName(u *unit, only func(townKey) *unit) *unit {
	for _, name := range []string{u.name, "-" + townStem(u)} {
		if next := only(townKey{u.last + 1, u.code[:6], name}); next != nil {
			return next
		}
		for _, c := range u.parent.successors {
			if next := only(townKey{u.last + 1, c.code, name}); next != nil {
				return next
			}
		}
	}
	return nil
}

// townStem is the name of a township without its level and its people.
func townStem(u *unit) string {
	s := u.name
	for _, level := range []string{"街道", "苏木", "镇", "乡"} {
		if stem, ok := strings.CutSuffix(s, level); ok {
			s = stem
			break
		}
	}
	return withoutPeoples(s)
}

package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
)

// unit is a division in the making.
type unit struct {
	code, name, short string
	level             gazetteer.Level
	kind              gazetteer.Kind
	grade             gazetteer.Grade
	parent            *unit
	from, to          int
	successors        []*unit
	first, last       int // snapshots it was first and last seen in
	id                int
	aliases           []string // other names, surer than the short one
	abbrevs           []string
}

// table holds the units.
type table struct {
	divisions []*unit
	byCode    map[string][]*unit // in order of time
	snaps     []*snapshot
}

func newTable() *table { return &table{byCode: map[string][]*unit{}} }

func (t *table) add(u *unit) *unit {
	t.divisions = append(t.divisions, u)
	if u.code != "" {
		t.byCode[u.code] = append(t.byCode[u.code], u)
	}
	return u
}

// current is the last unit of a code, nil if there is none.
func (t *table) current(code string) *unit {
	us := t.byCode[code]
	if len(us) == 0 {
		return nil
	}
	return us[len(us)-1]
}

// undatedTo is the last year given to units that only the undated collection knows: all had gone when the standard of 1999
// was made.
const undatedTo = 1998

// timeline makes a unit of each run of snapshots that give a code the same name.
func (t *table) timeline(snaps []*snapshot) {
	t.snaps = snaps
	codes := map[string]bool{}
	for _, s := range snaps {
		for c := range s.names {
			codes[c] = true
		}
	}
	last := len(snaps) - 1
	for _, code := range sorted(codes) {
		var cur *unit
		known := map[string]bool{}
		for _, s := range snaps[1:] {
			known[s.names[code]] = true
		}
		for i, s := range snaps {
			name := s.names[code]
			if i == 0 && (name == "" || known[name]) { // the dated snapshots know it better
				continue
			}
			if name == "" || cur != nil && cur.name != name {
				if cur != nil && cur.last == i-1 && i > 0 {
					cur.to = endYear(snaps, i, code)
				}
				cur = nil
			}
			if name == "" {
				continue
			}
			if cur == nil {
				cur = t.add(&unit{code: code, name: name, first: i, from: startYear(snaps, i, code)})
			}
			cur.last = i
		}
		if cur != nil && cur.last < last && cur.to == 0 {
			cur.to = endYear(snaps, cur.last+1, code)
		}
	}
	for _, u := range t.divisions {
		t.classify(u)
	}
}

// startYear is the first year of what snapshot i is the first to have.
func startYear(snaps []*snapshot, i int, code string) int {
	if y, ok := sinceYear[code]; ok && (i == 2 && y <= 2002 || i >= len(snaps)-2 && y > 2002) {
		return y
	}
	switch {
	case i <= 1:
		for prefix, y := range bornYear {
			if strings.HasPrefix(code, prefix) {
				return y
			}
		}
		return 0
	case snaps[i].year == 2002:
		if y, ok := became[code[:4]]; ok {
			return y
		}
		return 2001
	default:
		return snaps[i].year
	}
}

// endYear is the last year of what snapshot i is the first to lack.
func endYear(snaps []*snapshot, i int, code string) int {
	if y, ok := untilYear[code]; ok && i >= len(snaps)-2 {
		return y
	}
	switch {
	case i == 1:
		for prefix, y := range goneYear {
			if strings.HasPrefix(code, prefix) {
				return y
			}
		}
		return undatedTo
	case snaps[i].year == 2002:
		if y, ok := gonePrefecture[code[:4]]; ok {
			return y
		}
		return 2001
	default:
		return snaps[i].year
	}
}

// classify sets level, kind and short name by code and name.
func (t *table) classify(u *unit) {
	has := func(suffix string) bool { return strings.HasSuffix(u.name, suffix) }
	switch {
	case strings.HasSuffix(u.code, "0000"):
		u.level = gazetteer.Province
		switch {
		case has("特别行政区"):
			u.kind = gazetteer.SpecialRegion
		case has("自治区"):
			u.kind = gazetteer.AutonomousRegion
		case has("市"):
			u.kind = gazetteer.Municipality
		default:
			u.kind = gazetteer.ProvinceProper
		}
	case strings.HasSuffix(u.code, "00"):
		u.level = gazetteer.Prefecture
		switch {
		case has("市"):
			u.kind = gazetteer.City
		case has("自治州"):
			u.kind = gazetteer.AutonomousPref
		case has("盟"):
			u.kind = gazetteer.League
		default:
			u.kind = gazetteer.Area
		}
	default:
		u.level = gazetteer.County
		switch {
		case has("特区"), u.name == "神农架林区":
			u.kind = gazetteer.SpecialDistrict
		case has("自治县"):
			u.kind = gazetteer.AutonomousCounty
		case has("自治旗"):
			u.kind = gazetteer.AutonomousBanner
		case has("区"):
			u.kind = gazetteer.District
		case has("市"):
			u.kind = gazetteer.CountyCity
		case has("县"):
			u.kind = gazetteer.CountyProper
		case has("旗"):
			u.kind = gazetteer.Banner
		default:
			u.kind = gazetteer.SpecialDistrict
		}
	}
	u.short = shorten(u.name, u.kind)
}

// succession finds what followed each unit that ended: the same name under another code, the same stem, the same code, in
// the same province and right after.
func (t *table) succession(snaps int) {
	type key struct{ province, stem string }
	byName, byStem := map[key][]*unit{}, map[key][]*unit{}
	for _, u := range t.divisions {
		byName[key{province(u.code), u.name}] = append(byName[key{province(u.code), u.name}], u)
		byStem[key{province(u.code), stem(u)}] = append(byStem[key{province(u.code), stem(u)}], u)
	}
	for _, u := range t.divisions {
		if u.to == 0 {
			continue
		}
		next := u.last + 1
		follows := func(v *unit) bool {
			if v == u || v.last < next && (u.first > 0 || v.last > 0 || v.code[2] >= '2') {
				return false
			}
			// A snapshot made of two sources may have both the old and the new.
			return u.first == 0 || v.first >= u.last && v.first <= next+1 && (v.first > u.first || v.name == u.name)
		}
		pick := func(list []*unit, sameLevel bool) *unit {
			var found []*unit
			for _, v := range list {
				if follows(v) && (!sameLevel || v.level == u.level) {
					found = append(found, v)
				}
			}
			if len(found) > 1 { // the same prefecture by code, or by its name
				near := slices.DeleteFunc(slices.Clone(found), func(v *unit) bool { return !t.sameAbove(u, v) })
				if len(near) > 0 {
					found = near
				}
			}
			if len(found) > 1 && u.first == 0 { // of those of all years the earliest
				slices.SortStableFunc(found, func(a, b *unit) int { return cmp.Compare(a.first, b.first) })
				if found[0].first < found[1].first {
					found = found[:1]
				}
			}
			if len(found) != 1 || generic[u.name] && !t.sameAbove(u, found[0]) {
				return nil
			}
			return found[0]
		}
		p := province(u.code)
		var best *unit
		if u.first == 0 && u.code[2] >= '2' && u.code[2] <= '5' {
			// Of two codes of the past, that of a prefecture of the old kind is the older, since cities took these over.
			best = pick(slices.DeleteFunc(slices.Clone(byName[key{p, u.name}]), func(v *unit) bool { return v.last > 0 || v.code[2] > '1' }), true)
		}
		if best == nil {
			best = pick(byName[key{p, u.name}], false)
		}
		if best == nil {
			best = pick(byStem[key{p, stem(u)}], true)
		}
		if best == nil {
			best = pick(slices.DeleteFunc(slices.Clone(t.byCode[u.code]), func(v *unit) bool { return u.first == 0 && stem(v) != stem(u) }), true)
		}
		if best == nil { // 郫县 → 郫都区
			if r := []rune(u.name); len(r) == 2 && u.kind == gazetteer.CountyProper {
				var list []*unit
				for _, v := range t.divisions {
					near := v.code[:4] == u.code[:4] || v.code[:2] == u.code[:2] && (u.first == 0 || u.code[3] == '2' && u.code[2] == '0')
					if w := []rune(v.name); v.level == u.level && near && len(w) == 3 && w[0] == r[0] && v.kind != gazetteer.CountyProper && strings.ContainsRune("州城县都阳泽江", w[1]) {
						list = append(list, v)
					}
				}
				best = pick(list, true)
			}
		}
		if best == nil && u.first == 0 { // 宿迁县 → 宿迁市, a prefecture
			best = pick(byStem[key{p, stem(u)}], false)
		}
		if best != nil {
			u.successors = append(u.successors, best)
			if best.from != 0 && best.first > 0 && (u.first == 0 || best.first == next || best.first == u.last) {
				u.to = best.from
			}
		}
	}
}

// sameAbove tells whether the divisions above two units are the same: by code, or by stem (定西地区, 定西市).
func (t *table) sameAbove(u, v *unit) bool {
	if u.code[:4] == v.code[:4] {
		return true
	}
	a, b := t.current(u.code[:4]+"00"), t.current(v.code[:4]+"00")
	return a != nil && b != nil && stem(a) == stem(b)
}

// province is the province a code belongs to today: what became Chongqing and Hainan is counted there.
func province(code string) string {
	for prefix, p := range movedProvince {
		if strings.HasPrefix(code, prefix) {
			return p
		}
	}
	return code[:2]
}

func stem(u *unit) string {
	if u.short != u.name {
		return u.short
	}
	r := []rune(u.name)
	return string(r[:len(r)-1])
}

// finish sets parents and ranks and puts the units in order.
func (t *table) finish() {
	for _, u := range t.divisions {
		if len(u.code) == 6 && u.parent == nil && u.level > gazetteer.Province {
			u.parent = t.above(u)
		}
	}
	for changed := true; changed; { // what was followed had ended when its successor ended
		changed = false
		for _, u := range t.divisions {
			for _, v := range u.successors {
				if v.to != 0 && v.to < u.to {
					u.to, changed = max(v.to, u.from), v.to >= u.from
				}
			}
		}
	}
	for _, u := range t.divisions {
		u.grade = grade(u)
	}
	slices.SortStableFunc(t.divisions, func(a, b *unit) int {
		if (a.code == "") != (b.code == "") {
			return cmp.Compare(b.code, a.code)
		}
		return cmp.Or(cmp.Compare(a.code, b.code), cmp.Compare(a.from, b.from))
	})
	for i, u := range t.divisions {
		u.id = i
	}
}

// above is the division that held u: of those that had the code of the prefecture, the one of the same years.
func (t *table) above(u *unit) *unit {
	for _, code := range []string{u.code[:4] + "00", u.code[:2] + "0000"} {
		var best *unit
		for _, p := range t.byCode[code] {
			if p == u || code == u.code {
				continue
			}
			if best == nil || p.from <= lastYear(u) && p.from > best.from || lastYear(p) < u.from {
				best = p
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

func lastYear(u *unit) int {
	if u.to == 0 {
		return 9999
	}
	return u.to
}

func sorted[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

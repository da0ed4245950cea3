package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
	"github.com/xinwen-go/xinwen/text"
)

// name is one string and what it can mean, the most prominent first.
type name struct {
	text     string // folded
	common   bool
	meanings []meaning
}

type meaning struct {
	unit *unit
	form gazetteer.Form
}

// peoples are the names of peoples as they stand in names of autonomous divisions, longest first where one ends another.
var peoples = []string{"柯尔克孜族", "柯尔克孜", "维吾尔族", "维吾尔", "哈萨克族", "哈萨克", "达斡尔族", "鄂伦春族", "鄂温克族", "塔吉克族", "塔吉克", "乌孜别克族", "乌孜别克", "塔塔尔族", "塔塔尔", "俄罗斯族", "锡伯族", "锡伯", "蒙古族",
	"蒙古", "布依族", "拉祜族", "哈尼族", "土家族", "傈僳族", "纳西族", "景颇族", "仫佬族", "毛南族", "仡佬族", "布朗族", "阿昌族", "普米族", "独龙族", "保安族", "撒拉族", "东乡族", "裕固族", "朝鲜族", "德昂族", "基诺族", "赫哲族", "门巴族", "珞巴族",
	"各族", "民族", "汉族", "藏族", "回族", "壮族", "瑶族", "苗族", "侗族", "白族", "傣族", "彝族", "羌族", "怒族", "佤族", "满族", "黎族", "畲族", "水族", "土族", "京族"}

// directions are stems of districts that are words of the language and would be found everywhere; their names are kept whole.
var directions = set("市中 市北 市南 市东 市西 城中 城东 城西 城北 城南 市郊 老城 南市 北市 东市 西市 中市 南城 北城 北站 站前 城 郊 矿 新 东 西 南 北 中")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// shorten takes the level, and the people of autonomous divisions, from a name; where less than two characters would stay,
// or no name, it stays whole.
func shorten(name string, kind gazetteer.Kind) string {
	var suffixes []string
	autonomous := false
	switch kind {
	case gazetteer.ProvinceProper:
		suffixes = []string{"省"}
	case gazetteer.Municipality, gazetteer.City, gazetteer.CountyCity:
		suffixes = []string{"市"}
	case gazetteer.AutonomousRegion:
		suffixes, autonomous = []string{"自治区"}, true
	case gazetteer.SpecialRegion:
		suffixes = []string{"特别行政区"}
	case gazetteer.AutonomousPref:
		suffixes, autonomous = []string{"自治州"}, true
	case gazetteer.Area:
		suffixes = []string{"地区", "行政区"}
	case gazetteer.League:
		suffixes = []string{"盟"}
	case gazetteer.District:
		suffixes, autonomous = []string{"新区", "矿区", "区"}, strings.HasSuffix(name, "族区")
	case gazetteer.CountyProper:
		suffixes = []string{"县"}
	case gazetteer.AutonomousCounty:
		suffixes, autonomous = []string{"自治县"}, true
	case gazetteer.Banner:
		suffixes = []string{"旗"}
	case gazetteer.AutonomousBanner:
		suffixes, autonomous = []string{"自治旗"}, true
	case gazetteer.SpecialDistrict:
		suffixes = []string{"特区", "林区"}
	}
	for _, s := range suffixes {
		st, ok := strings.CutSuffix(name, s)
		if !ok || utf8.RuneCountInString(st) < 2 {
			continue
		}
		if autonomous {
			st = withoutPeoples(st)
		}
		if kind == gazetteer.District && directions[st] || kind == gazetteer.Banner && strings.ContainsAny(st[len(st)-3:], "左右前中后合") {
			return name
		}
		return st
	}
	return name
}

func withoutPeoples(st string) string {
	for {
		cut := false
		for _, p := range peoples {
			if rest, ok := strings.CutSuffix(st, p); ok && utf8.RuneCountInString(rest) >= 2 {
				st, cut = rest, true
				break
			}
		}
		if !cut {
			break
		}
	}
	if st != "东乡族" && st != "鄂温克族" {
		return st
	}
	return strings.TrimSuffix(st, "族")
}

// usual are the other names of a unit that follow by rule.
func usual(u *unit) []string {
	switch u.kind {
	case gazetteer.AutonomousPref:
		return []string{u.short + "州", u.short + "自治州"}
	case gazetteer.AutonomousCounty:
		return []string{u.short + "县", u.short + "自治县"}
	case gazetteer.AutonomousBanner:
		return []string{u.short + "旗", u.short + "自治旗"}
	case gazetteer.SpecialRegion:
		return []string{u.short + "特区"}
	case gazetteer.AutonomousRegion:
		if u.short != "内蒙古" {
			return []string{u.short + "自治区"}
		}
	case gazetteer.District:
		if strings.HasSuffix(u.name, "族区") {
			return []string{u.short + "区"}
		}
		if s, ok := strings.CutSuffix(u.name, "新区"); ok && utf8.RuneCountInString(s) > 1 {
			return []string{s + "区"}
		}
	case gazetteer.TownshipProper, gazetteer.Town:
		r := []rune(u.name)
		if strings.HasSuffix(u.name, "族乡") || strings.HasSuffix(u.name, "族镇") {
			if s := withoutPeoples(string(r[:len(r)-1])); s != string(r[:len(r)-1]) && utf8.RuneCountInString(s) > 1 {
				return []string{s + string(r[len(r)-1:])}
			}
		}
	case gazetteer.Street:
		return []string{u.name + "办事处", u.name + "办"}
	case gazetteer.Zone:
		return zoneNames(u)
	}
	return nil
}

// names collects all names of all units.
func (t *table) names(words map[string]bool) []*name {
	index := map[string]*name{}
	put := func(s string, u *unit, form gazetteer.Form) {
		s = text.FoldString(s)
		if s == "" {
			return
		}
		n := index[s]
		if n == nil {
			n = &name{text: s}
			index[s] = n
		}
		for i, m := range n.meanings {
			if m.unit == u {
				n.meanings[i].form = min(m.form, form)
				return
			}
		}
		n.meanings = append(n.meanings, meaning{u, form})
	}
	for _, u := range t.divisions {
		put(u.name, u, gazetteer.Full)
		for _, s := range usual(u) {
			put(s, u, gazetteer.Alias)
		}
		for _, s := range u.aliases {
			put(s, u, gazetteer.Alias)
		}
		for _, s := range otherNames[u.name] {
			put(s, u, gazetteer.Alias)
		}
		if u.short != u.name {
			put(u.short, u, gazetteer.Short)
		}
		for _, s := range u.abbrevs {
			put(s, u, gazetteer.Abbrev)
		}
		if len(u.code) == 6 && u.level <= gazetteer.Prefecture {
			for _, s := range abbreviations[u.name] {
				put(s, u, gazetteer.Abbrev)
			}
		}
	}
	var out []*name
	for _, s := range sorted(index) {
		n := index[s]
		slices.SortStableFunc(n.meanings, func(a, b meaning) int {
			past := func(u *unit) int { return min(u.to, 1) }
			coded := func(u *unit) int { return min(len(u.code), 1) }
			return cmp.Or(cmp.Compare(a.unit.level, b.unit.level), cmp.Compare(past(a.unit), past(b.unit)), cmp.Compare(coded(b.unit), coded(a.unit)), cmp.Compare(a.unit.kind, b.unit.kind),
				cmp.Compare(a.unit.id, b.unit.id))
		})
		first := n.meanings[0].unit
		n.common = utf8.RuneCountInString(s) == 1 || words[s] && (first.level > gazetteer.Prefecture || first.to != 0 || everyday[s])
		out = append(out, n)
	}
	return out
}

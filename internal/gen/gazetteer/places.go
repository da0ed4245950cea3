package main

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
)

// zone adds a development zone or new area, once.
func (t *table) zone(name string, parent *unit, aliases ...string) *unit {
	for _, u := range t.divisions {
		if u.kind == gazetteer.Zone && u.name == name && u.parent == parent {
			u.aliases = append(u.aliases, aliases...)
			return u
		}
	}
	return t.add(&unit{name: name, short: name, level: gazetteer.County, kind: gazetteer.Zone, parent: parent, aliases: aliases})
}

// zoneNames are the usual other names of a zone: without the province and 市, and with the short word for its kind.
func zoneNames(u *unit) []string {
	base := []string{u.name}
	add := func(s string) {
		for _, b := range base {
			if b == s {
				return
			}
		}
		base = append(base, s)
	}
	for p := u.parent; p != nil; p = p.parent {
		for _, s := range base {
			if rest, ok := strings.CutPrefix(s, p.short); ok && p.level == gazetteer.Province && utf8.RuneCountInString(rest) > 5 {
				add(rest)
			}
		}
	}
	for _, s := range base {
		if u.parent != nil && strings.HasPrefix(s, u.parent.name) && strings.HasSuffix(u.parent.name, "市") {
			rest := strings.TrimPrefix(s, u.parent.name)
			add(u.parent.short + rest)
			if utf8.RuneCountInString(strings.TrimSuffix(rest, "管理区")) >= 2 && strings.HasSuffix(rest, "管理区") {
				add(rest)
			}
		}
	}
	for _, s := range base {
		for _, w := range [][2]string{{"高新技术产业开发区", "高新区"}, {"高新技术产业开发区", "高新技术开发区"}, {"高新技术开发区", "高新区"}, {"高新技术产业园区", "高新区"}, {"经济技术开发区", "经开区"},
			{"经济技术开发区", "开发区"}, {"经济开发区", "经开区"}, {"经济开发区", "开发区"}, {"城乡一体化示范区", "示范区"}, {"航空港经济综合实验区", "航空港区"}} {
			if rest, ok := strings.CutSuffix(s, w[0]); ok && rest != "" {
				add(rest + w[1])
			}
		}
	}
	return base[1:]
}

// zones adds the new areas and zones that no snapshot counts.
func (t *table) zones() {
	for _, z := range newAreas {
		t.zone(z.name, t.current(z.code), z.aliases...)
	}
}

// taiwan adds what lies below 710000, 810000 and 820000. The standard gives it no codes.
func (t *table) taiwan() error {
	b, err := npm(division, "dist/HK-MO-TW.json")
	if err != nil {
		return err
	}
	var all map[string]map[string][]string
	if err := json.Unmarshal(b, &all); err != nil {
		return err
	}
	codes := map[string]string{"台湾省": "710000", "香港特别行政区": "810000", "澳门特别行政区": "820000"}
	for _, region := range sorted(all) {
		top := t.current(codes[region])
		for _, part := range sorted(all[region]) {
			p := t.add(&unit{name: part, short: part, level: gazetteer.Prefecture, kind: gazetteer.Area, parent: top})
			switch {
			case strings.HasSuffix(part, "市"):
				p.kind = gazetteer.City
			case strings.HasSuffix(part, "县"):
				p.kind = gazetteer.CountyProper
			}
			if r := []rune(part); p.kind != gazetteer.Area {
				p.short = string(r[:len(r)-1])
			} else {
				p = top // the parts of Hong Kong and Macau have no bodies of their own
			}
			for _, d := range all[region][part] {
				d, note, _ := strings.Cut(strings.TrimSuffix(d, "）"), "（")
				u := t.add(&unit{name: d, short: d, level: gazetteer.County, kind: gazetteer.District, parent: p})
				if note != "" {
					u.aliases = append(u.aliases, note)
				}
				switch {
				case strings.HasSuffix(d, "市"):
					u.kind = gazetteer.CountyCity
				case strings.HasSuffix(d, "镇"):
					u.kind, u.level = gazetteer.Town, gazetteer.Township
				case strings.HasSuffix(d, "乡"):
					u.kind, u.level = gazetteer.TownshipProper, gazetteer.Township
				}
				if u.level == gazetteer.County {
					u.short = shorten(d, u.kind)
				}
			}
		}
		if region == "台湾省" {
			for _, c := range []string{"金门县", "连江县"} {
				t.add(&unit{name: c, short: strings.TrimSuffix(c, "县"), level: gazetteer.Prefecture, kind: gazetteer.CountyProper, parent: top})
			}
			t.formerCounties(top)
		}
	}
	return nil
}

// formerCounties adds the counties of Taiwan that became, or were merged into, special municipalities.
func (t *table) formerCounties(top *unit) {
	for _, c := range []struct {
		name, to string
		year     int
	}{{"台北县", "新北市", 2010}, {"台中县", "台中市", 2010}, {"台南县", "台南市", 2010}, {"高雄县", "高雄市", 2010}, {"桃园县", "桃园市", 2014}} {
		old := &unit{name: c.name, short: c.name, level: gazetteer.Prefecture, kind: gazetteer.CountyProper, parent: top, to: c.year}
		for _, u := range t.divisions {
			if u.parent == top && u.name == c.to {
				old.successors = []*unit{u}
				if c.to == "新北市" || c.to == "桃园市" {
					u.from = c.year
				}
			}
		}
		t.add(old)
	}
}

// foreign adds China itself, foreign states and their cities.
func (t *table) foreign() {
	china := t.add(&unit{name: "中国", short: "中国", level: gazetteer.Country, kind: gazetteer.Nation, abbrevs: []string{"中"}})
	china.aliases = []string{"中华人民共和国"}
	for line := range strings.Lines(states) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) < 4 {
			continue
		}
		s := t.add(&unit{name: f[0], short: f[0], level: gazetteer.Country, kind: gazetteer.Nation})
		s.aliases, s.abbrevs = words(f[1]), words(f[2])
		for i, c := range words(f[3]) {
			other := strings.Split(c, "=")
			u := t.add(&unit{name: other[0], short: other[0], level: gazetteer.Prefecture, kind: gazetteer.City, parent: s, aliases: other[1:]})
			if i > 0 && (strings.HasSuffix(other[0], "州") || strings.HasSuffix(other[0], "省") || strings.HasSuffix(other[0], "郡")) && other[0] != "广州" {
				u.kind = gazetteer.Area
				if r := []rune(other[0]); len(r) > 3 && r[len(r)-1] == '州' {
					u.aliases = append(u.aliases, string(r[:len(r)-1]))
				}
			}
		}
	}
}

func words(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ",")
}

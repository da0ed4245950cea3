package gazetteer

import "strings"

// Level is the level of a division in the hierarchy. A lower Level is more prominent.
type Level uint8

// The levels. A development zone or new area has the level of what it stands beside: a zone of a city is County.
const (
	Country    Level = iota + 1 // China and foreign states
	Province                    // 省 自治区 直辖市 特别行政区
	Prefecture                  // 地级市 地区 自治州 盟; a foreign city or state of a federation
	County                      // 县 县级市 市辖区 旗; the counties, cities of Taiwan are Prefecture, their districts County
	Township                    // 街道 镇 乡 苏木
)

// Kind is what a division is called by law.
type Kind uint8

// The kinds, from the most prominent within a level.
const (
	NoKind           Kind = iota
	Nation                // a country, China among them
	Municipality          // 直辖市
	ProvinceProper        // 省
	AutonomousRegion      // 自治区
	SpecialRegion         // 特别行政区
	City                  // 地级市, and foreign or Taiwanese city
	AutonomousPref        // 自治州
	Area                  // 地区
	League                // 盟
	District              // 市辖区, and the districts of Hong Kong, Macau and Taiwan
	CountyCity            // 县级市
	CountyProper          // 县
	AutonomousCounty      // 自治县
	Banner                // 旗
	AutonomousBanner      // 自治旗
	SpecialDistrict       // 特区 林区 矿区 and other units at county level
	Zone                  // development zone, new area, management area: no division by law
	Street                // 街道
	Town                  // 镇
	TownshipProper        // 乡, 民族乡, 苏木
	OtherTownship         // farm, park or zone at township level
)

// Grade is the administrative rank of a division's own party committee and government.
type Grade uint8

// The grades. The zero Grade is unknown or none.
const (
	NoGrade        Grade = iota
	Provincial           // 正部级
	SubProvincial        // 副部级
	Prefectural          // 正厅级
	SubPrefectural       // 副厅级
	CountyGrade          // 正处级
	SubCounty            // 副处级
	TownshipGrade        // 正科级
)

// Division is a territory during the years it had one code and one name. Divisions are shared and must not be changed.
type Division struct {
	Code       string      // GB/T 2260: six digits, nine for townships; empty for zones and foreign places
	Name       string      // full name, simplified: 清水县
	Short      string      // without the level where at least two characters stay: 清水, 内蒙古, 察布查尔, but 礼县
	Level      Level       //
	Kind       Kind        //
	Grade      Grade       // rank by rule where certain
	Parent     *Division   // the division above; nil for provinces and states
	From       int         // first year in force, 0 if before the sources begin (or, of farms and the like, unknown)
	To         int         // last year in force, 0 if still
	Successors []*Division // what followed it, most like it first; nil where still in force or unknown

	index        int32
	predecessors []*Division // the divisions that d followed
	before       *Division   // what had the code before
}

// Foreign tells whether d lies outside China.
func (d *Division) Foreign() bool {
	for d.Parent != nil {
		d = d.Parent
	}
	return d.Kind == Nation && d.Name != "中国"
}

// InForce tells whether d was in force in a year; year 0 asks for the present.
func (d *Division) InForce(year int) bool {
	if year == 0 {
		return d.To == 0
	}
	return d.From <= year && (d.To == 0 || year <= d.To)
}

// Path is the full names from the province (or the foreign state) down to d, those above d as they were last known with it.
func (d *Division) Path() []string { return d.PathAt(0) }

// PathAt is the path with the names that those above d had in a year: 洪泽县 lay in 淮阴市 in 1998 and in 淮安市 after. Year
// 0 asks for the last names.
func (d *Division) PathAt(year int) []string {
	n := 0
	for p := d; p != nil; p = p.Parent {
		n++
	}
	path := make([]string, n)
	for p := d; p != nil; p = p.Parent {
		n--
		path[n] = p.Name
		if p != d {
			path[n] = p.at(year).Name
		}
	}
	return path
}

// at is the division that had the code of d in a year.
func (d *Division) at(year int) *Division {
	for year != 0 && d.From > year && d.before != nil {
		d = d.before
	}
	return d
}

// String is the path without separators: 甘肃省天水市清水县.
func (d *Division) String() string { return strings.Join(d.Path(), "") }

// Territory is the nearest division, d itself or above it, that has a code of six digits: the county of a township, the city of a zone,
// the region for a unit of Hong Kong, Macau or Taiwan. It is nil for foreign places. Its Code is that of d's organs.
func (d *Division) Territory() *Division {
	for ; d != nil; d = d.Parent {
		if len(d.Code) == 6 {
			return d
		}
	}
	return nil
}

// CodeAt is the code in a year of the organs of the territory d as they were over the division part of it. 洛阳镇 lies in
// 曾都区 421303, whose predecessor in 2004 was 421302; 巨各庄镇, listed in 密云县 until 2016, has the code of 密云区 after. Where
// several divisions went into d and none bore its name, or several followed it and nothing tells which has part, none is sure
// and the code is empty. In year 0, and for d itself, it is the code of d.
func (d *Division) CodeAt(year int, part *Division) string {
	switch {
	case part == d || year == 0:
		return d.Code
	case d.To != 0 && d.To < year:
		if t := part.Latest(year).Territory(); t != nil && t.InForce(year) {
			return t.Code
		}
		return d.follower(year)
	case d.From <= year:
		return d.Code
	}
	was := d.predecessor(year, 4)
	if was == nil {
		return ""
	}
	return was.Code
}

// follower is the code of the one division in force in a year that d became, its own where none is known.
func (d *Division) follower(year int) string {
	for range 8 { // as in Latest
		if d.To == 0 || year <= d.To || len(d.Successors) == 0 {
			break
		}
		if len(d.Successors) > 1 {
			return ""
		}
		d = d.Successors[0]
	}
	return d.Code
}

// predecessor is the division in force in a year that became d: the one of its name, or the only one; nil where none is sure.
func (d *Division) predecessor(year, depth int) *Division {
	if d.InForce(year) {
		return d
	}
	if depth == 0 {
		return nil
	}
	var one *Division
	n := 0
	for _, p := range d.predecessors {
		if was := p.predecessor(year, depth-1); was != nil {
			if was.Short == d.Short {
				return was
			}
			one, n = was, n+1
		}
	}
	if n > 1 {
		return nil
	}
	return one
}

// Up is the nearest division of a level, d itself or above it, zones left out, or nil.
func (d *Division) Up(level Level) *Division {
	for ; d != nil; d = d.Parent {
		if d.Level == level && d.Kind != Zone {
			return d
		}
	}
	return nil
}

// Latest follows the first successors of d to the one in force in a year (0: the present), or to the last known.
func (d *Division) Latest(year int) *Division {
	for range 8 { // chains are short, and a table with a circle must not hang
		if d.InForce(year) && (d.To == 0 || d.To != year) || len(d.Successors) == 0 || year != 0 && d.Successors[0].From > year {
			return d
		}
		d = d.Successors[0]
	}
	return d
}

// becomes tells whether d was followed, at once or through others, by o.
func (d *Division) becomes(o *Division, depth int) bool {
	for _, s := range d.Successors {
		if s == o || depth > 0 && s.becomes(o, depth-1) {
			return true
		}
	}
	return false
}

// Contains tells whether a is b or lies above it at any time. Two divisions that had one code one after the other are the
// same place here: 淮阴市 contains 洪泽县 though it was 淮安市 at the end.
func Contains(a, b *Division) bool {
	for ; b != nil; b = b.Parent {
		if a == b || a.Code != "" && a.Code == b.Code {
			return true
		}
	}
	return false
}

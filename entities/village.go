package entities

import (
	"strings"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
	"github.com/xinwen-go/xinwen/text"
)

// Villages, communities and many townships are in no gazetteer; their names are read by their form.

// aboveVillage and aboveTownship end what stands before the name of a village or township.
var aboveVillage, aboveTownship = newRuneSet("乡镇县市"), newRuneSet("省市县区州乡镇村")

// numerals begin many names of villages and townships: 七里村, 五里铺村, 十八里店乡, 三间房乡.
var numerals = newRuneSet("一二三四五六七八九十百")

// counted are the measures after which a numeral counts rather than names: 三个村, 五名村干部.
const counted = "个名位座户条片处多余几万千年月日次批届种类天大级支所岁元人点分代组排成项件两省市县区乡镇村州旗中小"

// numeralPlace is the length of the name of a village or township at the start of s that begins with a numeral, with its
// last word; 0 where there is none.
func numeralPlace(s []rune) int {
	n := 0
	for n < len(s) && n < 3 && numerals.has(s[n]) {
		n++
	}
	if n == 0 || n >= len(s) || strings.ContainsRune(counted, s[n]) {
		return 0
	}
	const most = 3 // runes between the numeral and the last word
	for k := n + 1; k < len(s) && k <= n+most+1; k++ {
		if !text.IsHan(s[k-1]) {
			return 0
		}
		switch s[k] {
		case '村':
			return k + 1
		case '乡', '镇':
			if k > n+1 || s[n] == '里' {
				return k + 1
			}
		case '社', '街':
			if k+1 < len(s) && (s[k+1] == '区' || s[k+1] == '道') {
				return k + 2
			}
		}
	}
	return 0
}

// numeralPlaceAt adds the name of a village or township that begins with a numeral, and that name without its last word.
func (l *lattice) numeralPlaceAt(i int, s []rune) {
	n := numeralPlace(s)
	if n == 0 {
		return
	}
	last := 1
	if s[n-1] == '区' || s[n-1] == '道' {
		last = 2
	}
	const cost = 1000
	none := item{entry: -1, class: 'n'}
	l.add(i, i+n-last, kWord, cost, none)
	l.add(i, i+n, kWord, cost+400, none)
}

// villageAt adds the name of a village that is in no table, where a body or title of villages follows: 车巴村|党支部, 猪嘴岭村|老支书.
func (l *lattice) villageAt(i int, s []rune) {
	if !text.IsHan(s[0]) {
		return
	}
	for n := 2; n <= 5 && n+1 < len(s) && text.IsHan(s[n-1]) && !aboveVillage.has(s[n-1]); n++ {
		if s[n] != '嘎' || s[n+1] != '查' {
			continue
		}
		for _, w := range []string{"党支部", "党总支", "支书", "书记", "委员会", "嘎查达", "主任"} { // 布日都嘎查|党支部
			if prefix(s[n+2:], w) > 0 {
				l.add(i, i+n+2, kWord, 1450, item{entry: -1, class: 'n'})
				return
			}
		}
	}
	for n := 2; n <= 4 && n < len(s); n++ {
		if !text.IsHan(s[n-1]) || aboveVillage.has(s[n-1]) || joinsTwo(s, n) {
			return
		}
		if s[n] != '村' {
			continue
		}
		for _, w := range []string{"党支部", "党总支", "党委", "支书", "老支书", "支部书记", "书记", "第一书记", "村委会", "主任", "村主任", "妇女主任", "治安主任", "监委会", "驻村"} {
			if prefix(s[n+1:], w) > 0 {
				cost := 1450
				if n > 2 && (s[0] == '和' || s[0] == '与') { // 吴丽娟|和|黄坛村
					cost += 500
				}
				l.add(i, i+n+1, kWord, cost, item{entry: -1, class: 'n'})
				return
			}
		}
		return
	}
}

// joinsTwo tells that a conjunction stands inside the n runes before the last word of a name, with two at least behind it: it
// ends the name of a person and a village follows, 吴丽|娟和黄坛|村, while 太和村 has its own.
func joinsTwo(s []rune, n int) bool {
	for k := 0; k+2 < n; k++ {
		if s[k] == '和' && k > 0 || s[k] == '与' || s[k] == '及' {
			return true
		}
	}
	return false
}

// townshipAt adds the name of a township that is in no table, where a body or title of townships or a village follows:
// 寿山寺乡|党委, 梅岭镇|镇长, 双河苏木|党委.
func (l *lattice) townshipAt(i int, s []rune) {
	if len(s) < 4 || !bureauRune(s[0]) || !bureauRune(s[1]) {
		return
	}
	for n := 2; n <= 4 && n < len(s); n++ {
		if !text.IsHan(s[n-1]) || aboveTownship.has(s[n-1]) || joinsTwo(s, n) {
			return
		}
		end := n + 1
		switch {
		case s[n] == '乡' || s[n] == '镇':
		case s[n] == '区' && n == 2 && l.districtAt(i, s):
			l.add(i, i+n+2, kOrgan, 1500, item{entry: -1, class: 'n'})
			return
		case s[n] == '苏' && n+1 < len(s) && s[n+1] == '木':
			end++
		default:
			continue
		}
		rest := s[end:]
		for _, w := range []string{"党委", "党政", "政府", "人民政府", "党工委", "纪委", "人大", "乡长", "镇长", "副乡长", "副镇长", "原", "书记", "副书记", "武装部", "派出所", "财政所", "司法所", "苏木达", "团委", "妇联", "中心"} {
			if prefix(rest, w) > 0 {
				l.add(i, i+end, kWord, 1450, item{entry: -1, class: 'n'})
				return
			}
		}
		for k := 2; k <= 4 && k < len(rest); k++ {
			if rest[k] == '村' || rest[k] == '厂' {
				l.add(i, i+end, kWord, 1500, item{entry: -1, class: 'n'})
			}
		}
		return
	}
}

// ordinalAt adds a long ordinal: 第七十六, which the tables of words cut.
func (l *lattice) ordinalAt(i int, s []rune) {
	if s[0] != '第' {
		return
	}
	n := 1
	for n < len(s) && n < 7 && (numerals.has(s[n]) || s[n] == '零' || s[n] == '〇') {
		n++
	}
	if n > 2 {
		l.add(i, i+n, kFunc, 500, item{entry: -1, class: 'm'})
	}
}

// termAt adds a term of an assembly, or several: 第九届, 第七、八、九届, 第十届、十一届.
func (l *lattice) termAt(i int, s []rune) {
	if s[0] != '第' && !numerals.has(s[0]) && !isDigit(s[0]) {
		return
	}
	n, end := 0, 0
	for n < len(s) && n < 24 {
		if s[n] == '第' {
			n++
		}
		from := n
		for n < len(s) && n-from < 4 && (numerals.has(s[n]) || isDigit(s[n])) {
			n++
		}
		if n == from || n == len(s) {
			break
		}
		if s[n] == '届' {
			n++
			end = n
			if n == len(s) {
				break
			}
		}
		if s[n] != '、' && s[n] != '和' && s[n] != '至' {
			break
		}
		n++
	}
	if end > 1 {
		l.add(i, i+end, kFunc, 400, item{entry: -1, class: 'm'})
	}
}

// villageOf is the village or community that the name of a body begins with, empty where it begins with none: 七里村 of
// 七里村党支部.
func villageOf(name string) string {
	r := []rune(name)
	from := 0
	for k := 1; k < len(r) && k < 12 && k-from < 8; k++ {
		switch {
		case k+2 < len(r) && (k-from > 1 && (r[k] == '乡' || r[k] == '镇') || r[k] == '街' && r[k+1] != '道') && r[k+1] != '村' && r[k+1] != '镇': // 寿山寺乡|寿东村
			from = k + 1
		case r[k] == '村' && k > from && r[k-1] != '乡' && r[k-1] != '农' && !strings.HasPrefix(string(r[k:]), "村镇") && !strings.HasPrefix(string(r[k:]), "村民"):
			return string(r[from : k+1])
		case r[k] == '嘎' && k+1 < len(r) && r[k+1] == '查' && k > from:
			return string(r[from : k+2])
		case r[k] == '社' && k+1 < len(r) && r[k+1] == '区' && k > from+1:
			return string(r[from : k+2])
		case r[k] == '县' || r[k] == '市' || r[k] == '农':
			return ""
		}
	}
	return ""
}

// localBefore is the name of the last township or village of a kind (乡, 镇, 村) that the text names before rune i, as it stands
// after a place or at the beginning of a phrase: 敦操乡, 打召村. It returns its runes.
func (d *document) localBefore(i int, kind rune) (from, to int) {
	const reach, longest = 300, 4 // runes looked at, and of a name without its last word
	for k := i - 1; k > 1 && i-k < reach; k-- {
		if d.s[k] != kind || k+1 < len(d.s) && strings.ContainsRune("村镇民里亲土间", d.s[k+1]) && (d.s[k+1] != kind || k+2 == len(d.s) || d.s[k+2] != '长') || strings.ContainsRune("家老下农", d.s[k-1]) && kind == '乡' {
			continue
		}
		for from = k; from > 0 && k-from < longest && bureauRune(d.s[from-1]) && !strings.ContainsRune("全我该各本", d.s[from-1]); from-- {
			if strings.ContainsRune("旗盟村社乡镇", d.s[from-1]) {
				break
			}
		}
		if k-from >= 2 && (from == 0 || strings.ContainsRune("省市县区州旗乡镇、,。:;\n“ 到在", d.s[from-1])) {
			return from, k + 1
		}
	}
	return 0, 0
}

// county is where a township or village that is in no table, and is named at rune at, lies: the county named nearest. It reports whether the text names one.
func (d *document) county(org *organisation, at int) bool {
	county := levelName{word: "县", up: true, fits: func(c *gazetteer.Division) bool {
		return c.Level == gazetteer.County && c.Kind != gazetteer.Zone && mainland(c)
	}}
	r, ok := d.restore(&county, &bearer{}, at, d.sentenceAround(at, at))
	if ok {
		org.div, org.cands, org.how, org.at = r.div, r.cands, ByText, org.name
		if t := r.via; t != nil && t.Level == gazetteer.Township && t.Territory().CodeAt(d.year(), t) != r.div.Territory().CodeAt(d.year(), r.div) {
			org.div = t // it lay in another county in the year of the text
		}
	}
	return ok
}

// otherCounty is the county that a text means by a township that is of another prefecture than every county the text names: one of
// the same name, in no table, and of the county named last before rune at. It is nil where the township is the one of the table.
func (d *document) otherCounty(t *gazetteer.Division, at int) *gazetteer.Division {
	const reach = 100 // mentions looked at
	var county *gazetteer.Division
	for x, m := range d.textPlaces() {
		if x == reach {
			break
		}
		if m.div == nil || m.aside || m.visited || m.div.Level != gazetteer.County || !mainland(m.div) {
			continue
		}
		if kinship(m.div, t) > 1 {
			return nil
		}
		if county == nil || m.i < at {
			county = m.div
		}
	}
	return county
}

// countiesCompete tells that the sentence of a holding, or the text before it where it names none, names two counties side by
// side, so that neither is nearest: 甲县和乙县.
func (d *document) countiesCompete(h *holding) bool {
	const between, reach = 2, 200 // runes
	ms := d.textPlaces()
	for x := d.placeFrom(h.office.i) - 1; x > 0 && h.office.i-ms[x].i < reach; x-- {
		m, before := &ms[x], &ms[x-1]
		if m.div == nil || m.div.Level != gazetteer.County {
			continue
		}
		return before.div != nil && before.div.Level == gazetteer.County && before.div != m.div && m.i-before.j > 0 && m.i-before.j <= between
	}
	return false
}

// localOffice tells that a body is an office of a township or street, named without its county: 安平镇派出所, 东关街道办.
func localOffice(core string) bool {
	for _, end := range []string{"派出所", "司法所", "财政所", "土管所", "国土所", "工商所", "税务所", "街道办", "街道办事处", "街道党工委", "街道工委", "镇政府", "乡政府", "镇党委", "乡党委", "乡人大", "镇人大", "综治办", "农技站", "文化站"} {
		if strings.HasSuffix(core, end) {
			return true
		}
	}
	return false
}

// localHead gives a bare title of a township or village (乡长, 村支书) to the one the text named last; it reports whether there
// is one that no table has.
func (d *document) localHead(org *organisation, h *holding, head string) bool {
	kind, body := rune(0), ""
	switch head {
	case "乡长", "镇长":
		kind, body = []rune(head)[0], "政府"
	case "村支书", "村主任", "村支部书记", "老支书", "村长":
		kind = '村'
	default:
		return false
	}
	from, to := d.localBefore(h.office.i, kind)
	if to == from {
		return false
	}
	if kind != '村' { // a township of the tables that stands nearer is found by its level
		for x := d.placeFrom(h.office.i) - 1; x >= 0 && d.places[x].i >= from; x-- {
			if s := d.s[d.places[x].i:d.places[x].j]; s[len(s)-1] == kind {
				return false
			}
		}
	}
	org.name, org.by = d.surface(from, to)+body, "township or village named before"
	org.core = org.name
	d.county(org, from)
	return true
}

// localBody names a body of a township or village that is in no table; its territory is the county named nearest.
func (d *document) localBody(org *organisation, h *holding, core string) bool {
	at := h.office.i
	if from, to := d.localBefore(h.office.i, '村'); to > from && (strings.HasPrefix(core, "村") && villageBody(core) || (core == "党支部" || core == "党总支") && h.office.i-to < 20) { // 村委会 of the village named before
		if strings.HasPrefix(core, "村党") {
			core = strings.TrimPrefix(core, "村")
		}
		core, at = d.surface(from, to)+core, from
	} else if v := villageOf(core); v != "" {
		core = core[strings.Index(core, v):]
	} else if !townshipBody(core) {
		return false
	}
	org.name, org.by = shorten(core), "named in full"
	if !d.countiesCompete(h) && d.county(org, at) {
		org.by = "county named nearest"
	}
	return true
}

// townshipBody tells that a name is that of a township, with a body of it: 寿山寺乡党委.
func townshipBody(core string) bool {
	r := []rune(core)
	for k := 2; k < len(r)-1 && k < 6; k++ {
		if r[k] == '乡' || r[k] == '镇' || r[k] == '木' && r[k-1] == '苏' {
			rest := string(r[k+1:])
			for _, w := range []string{"党委", "政府", "人民政府", "党工委", "纪委", "人大"} {
				if strings.HasPrefix(rest, w) {
					return true
				}
			}
		}
	}
	return false
}

// villageBody tells that a body is one that villages and communities have, named without the village: 村委会, 居委会.
func villageBody(core string) bool {
	switch core {
	case "村委会", "村党支部", "村党总支", "村支部", "村民委员会", "村监委会", "村务监督委员会", "社区居委会", "居委会", "村党委", "社区党委", "社区党总支", "社区党支部", "党支部", "党总支", "党委":
		return true
	}
	return false
}

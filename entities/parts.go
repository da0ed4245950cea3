package entities

import (
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
)

// ministryOf is the ministry that a name begins with: 地质部 of 地质部政治部.
func ministryOf(name string) string {
	for _, u := range []string{"部", "委员会", "委"} {
		if at := strings.Index(name, u); at > 0 && at+len(u) < len(name) && !strings.HasPrefix(name[at:], "部队") {
			return name[:at+len(u)]
		}
	}
	return ""
}

// innerBody tells that a body lies inside another: 党组 of a bureau, 办公室 of a committee.
func innerBody(core string) bool { return slices.Contains(innerBodies, core) }

var innerBodies = []string{"党组", "党委", "党支部", "党总支", "机关党委", "纪检组", "纪检监察组", "纪委", "团委", "工会", "董事会", "监事会", "董事局", "办公室", "办公厅", "政治部", "研究室", "秘书处", "理事会", "审判委员会", "检察委员会", "执行局", "立案庭"}

// massOrganisation tells that a body is one of those with a 书记处 of their own.
func massOrganisation(name string) bool {
	for _, end := range []string{"联", "协", "总工会", "团中央", "学会", "协会", "联合会"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// sectionOf tells that a body is a section of an institution: 护理部 of a hospital, 财务处 of a university.
func sectionOf(core string) bool {
	n := len([]rune(core))
	for _, end := range []string{"部", "科", "处", "室", "中心", "车间", "系", "教研室", "门诊"} {
		if strings.HasSuffix(core, end) && n > 1 && n < 6 {
			return true
		}
	}
	return false
}

// withoutInner is the name of a body without the inner body it ends with: 中国科学院 of 中国科学院党组.
func withoutInner(name string) string {
	for _, w := range innerBodies {
		if rest, ok := strings.CutSuffix(name, w); ok && len(rest) >= len("某某") {
			return rest
		}
	}
	return name
}

// nationalBody tells that the name of a body shows that it is one of the whole state, whatever place it names: 中央台湾工作办公室.
func nationalBody(core string) bool {
	for _, w := range []string{"全国", "国家", "中国", "中央", "中共中央", "国务院", "中华", "外交部驻"} {
		if strings.HasPrefix(core, w) {
			return true
		}
	}
	return false
}

// innerPlace reads a body whose place stands behind its first words: 武警广东省总队, 民盟河南省委, 政协福建省委员会.
func (d *document) innerPlace(org *organisation, core string) bool {
	if strings.HasPrefix(core, "中央") || strings.HasPrefix(core, "中共中央") || strings.HasPrefix(core, "国务院") || strings.HasPrefix(core, "外交部驻") {
		return false
	}
	r := []rune(core)
	from := 2
	if r[0] == '团' { // 团上海市委
		from = 1
	}
	for x := from; x < len(r)-1 && x < 12; x++ {
		n, id, ok := d.lat.gaz.Longest(r[x:])
		if !ok || x+n >= len(r) {
			continue
		}
		if info := d.lat.gaz.Info(id); n < 2 || info.Common || info.Level > gazetteer.County || n < 3 && info.Form != gazetteer.Full && info.Level != gazetteer.Province {
			continue
		}
		prefix := false
		d.lat.lex.trie.Prefixes(r[:x], func(k int, v uint32) bool {
			w := &d.lat.lex.entry[v]
			prefix = prefix || k == x && (w.is(kOrgan) || w.is(kOrgWord))
			return true
		})
		if !prefix || d.isInstitution(core) {
			continue
		}
		cs := d.candidates(id, nil)
		at := x
		for { // 共青团重庆市江北区委: the lowest of several
			k, next, ok := d.lat.gaz.Longest(r[at+n:])
			if !ok || k < 2 || at+n+k >= len(r) {
				break
			}
			in := within(d.candidates(next, nil), cs)
			if len(in) == 0 {
				break
			}
			cs, at, n = in, at+n, k
		}
		if at > x {
			org.name = shorten(string(r[:x]) + string(r[at:]))
		}
		div, how := d.byEvidence(cs)
		org.div, org.how, org.at = div, how, string(r[at:at+n])
		if div == nil {
			org.cands = cs
		}
		return true
	}
	return false
}

// innerLevel restores the territory that stands inside a name: 团县委 → 团榆中县委, 民盟省委 → 民盟甘肃省委.
func (d *document) innerLevel(b *bearer, org *organisation, h *holding, core string) bool {
	for _, w := range []string{"共青团", "团", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟", "武警", "农行", "工行", "建行", "中行", "人行", "人民银行", "农业银行", "工商银行", "建设银行", "农发行"} {
		rest, ok := strings.CutPrefix(core, w)
		if !ok {
			continue
		}
		l, n := levelAt([]rune(rest))
		if l == nil || n != 1 || len(rest) == len(l.word) || l.word == "团" || l.word == "地" {
			return false
		}
		r, ok := d.restore(l, b, h.office.i, h.sentence)
		if !ok {
			return false
		}
		org.name, org.by = w+r.name+rest[len(l.word):], "territory restored from the text"
		org.div, org.cands, org.how, org.at = r.div, r.cands, r.how, r.name
		org.noPlace = d.isInstitution(core) // of a bank
		return true
	}
	return false
}

// policeUnit tells that a body lies inside a police department.
func policeUnit(core string) bool {
	for _, w := range []string{"交通管理局", "交管局", "分局", "支队", "总队", "大队", "派出所", "政治部", "指挥中心", "看守所", "警务督察"} {
		if strings.Contains(core, w) {
			return true
		}
	}
	return false
}

// defunct tells that a body is one of the past, which has no code and whose offices are over.
func defunct(core string) bool {
	for _, w := range []string{"民主联军", "国民革命军", "八路军", "新四军", "工农红军", "志愿军", "野战军", "国民政府", "伪", "苏维埃", "晋察冀", "晋冀鲁豫", "陕甘宁边区"} {
		if strings.Contains(core, w) {
			return true
		}
	}
	return strings.HasPrefix(core, "红军") && !strings.Contains(core, "学")
}

// institutionBefore is the nearest name of an organisation before rune i that ends in a unit: 中国空间技术研究院 for 院. It
// looks at the sentence and a few before it, and returns its runes.
func (d *document) institutionBefore(i int, unit rune) (from, to int) {
	return d.institutionLike(i, func(s []rune) bool { return s[len(s)-1] == unit || unit == '校' && school(s) })
}

// institutionLike is the nearest name before rune i whose organ fits.
func (d *document) institutionLike(i int, fits func(organ []rune) bool) (from, to int) {
	const reach = 400 // runes looked at
	d.lookups++
	if d.lookups > 64 {
		return 0, 0
	}
	from = max(0, i-reach)
	best := [2]int{}
	for from > 0 && d.s[from-1] != '\n' && !isSentenceEnd(d.s[from-1]) && from > i-2*reach {
		from--
	}
	p := &d.par
	p.items = d.lat.read(d.t, from, i)
	for k := len(p.items) - 1; k >= 0; k-- {
		it := p.items[k]
		s := d.s[it.i:it.j]
		named := it.kind == kPlace || it.kind == kWord && (it.class == 'z' || len(s) > 2) // 红星农场, 机械厂
		if it.kind != kOrgan && !(named && institution(s)) || !fits(s) {
			continue
		}
		start := p.orgStart(k+1, 0)
		if start < k && it.j-p.items[start].i > 3-min(it.j-it.i, 2)+1 {
			return p.items[start].i, it.j
		}
		if best[1] == 0 && it.j-it.i > 2 {
			best = [2]int{it.i, it.j} // the nearest without a name of its own
		}
	}
	return best[0], best[1]
}

// sentenceAround is the runes of the sentence in which the runes [i, j) stand, or of the part of it around them.
func (d *document) sentenceAround(i, j int) [2]int {
	const reach = 500 // to either side: text may have no end of a sentence at all
	from, to := max(0, i-reach), min(len(d.s), j+reach)
	for i > from && d.s[i-1] != '\n' && !isSentenceEnd(d.s[i-1]) {
		i--
	}
	for j < to && d.s[j] != '\n' && !isSentenceEnd(d.s[j]) {
		j++
	}
	return [2]int{i, j}
}

// school tells that an organ has a 校长.
func school(s []rune) bool {
	w := string(s)
	for _, end := range []string{"大学", "学院", "交大", "科大", "师大", "农大", "工大", "财大", "中学", "小学", "一中", "二中", "三中", "高中", "学校", "师范", "国小", "国中"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

func isSentenceEnd(r rune) bool { return r == '。' || r == '!' || r == '?' }

package entities

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/text"
)

// wholeName tells that item n, a verb, adjective or numeral elsewhere, is part of the name of a company whose head item m
// is: 鸿海精密总裁, 知道创宇董事长. Only a short name between the beginning of a phrase and the title can be one.
func (p *parser) wholeName(n, m, floor int) bool {
	if !p.businessTitleAt(m) || !p.nameWord(n) {
		return false
	}
	const most = 8 // runes of such a name
	x := n
	for x-1 >= floor && p.nameWord(x-1) {
		x--
	}
	noun := false
	for y := x; y < m; y++ {
		noun = noun || p.kind(y) != kFunc
		if _, place := p.d.lat.gaz.Lookup(string(p.runes(x))); y > x && !(place && y == x+1) && p.kind(y) == kFunc && p.items[y].class == 'v' && p.items[y].j-p.items[y].i > 1 { // 董事会|收到|独立董事
			return false
		}
	}
	if !noun || p.items[m].i-p.items[x].i > most {
		return false
	}
	if x == 0 {
		return true
	}
	switch p.kind(x - 1) {
	case kStart, kComma, kSep, kSepName, kSepTitle, kOpen, kClose, kPlace:
		return true
	case kFunc:
		return p.is(x-1, "了", "由", "对", "向", "为", "是", "据", "在", "被", "请")
	}
	return false
}

// nameAsCompany tells that the transliterated name before item m, where a title of companies begins, is that of a company, for
// its officer follows: 格兰仕副总裁张三.
func (p *parser) nameAsCompany(m, floor int) bool {
	if m-1 < floor || p.kind(m-1) != kName || aloneSurnames.has(p.d.s[p.items[m-1].i]) || !p.businessTitleAt(m) || slices.Contains(p.d.s[p.items[m-1].i:p.items[m-1].j], '·') {
		return false
	}
	k := m
	for p.kind(k) == kMod {
		k++
	}
	for k++; p.isSpace(k); k++ {
	}
	return p.kind(k) == kName
}

// nameWord tells that item n may stand in the name of a company.
func (p *parser) nameWord(n int) bool {
	switch p.kind(n) {
	case kWord, kOrgWord, kOrgan, kUnknown:
		return true
	case kFunc:
		s := p.runes(n)
		return strings.IndexByte("vazmbdifq", p.items[n].class) >= 0 && !strings.Contains(sentenceVerbs, " "+string(s)+" ") && p.word(n) == nil && !strings.ContainsRune("年月日时", s[len(s)-1])
	}
	return false
}

// businessTitleAt tells that item m begins a title of companies: 总裁, 副总经理.
func (p *parser) businessTitleAt(m int) bool {
	for p.kind(m) == kMod {
		m++
	}
	return p.kind(m) == kTitle && (businessTitle(string(p.runes(m))) || p.is(m, "ceo", "cfo", "cto", "coo", "执行长", "营运长", "财务长", "董事局主席", "董事会主席"))
}

// companyHead tells that a title without organisation is one of a company.
func companyHead(head string) bool {
	if businessTitle(head) || strings.HasSuffix(head, "总监") {
		return true
	}
	switch head {
	case "董事长助理", "总经理助理", "总裁助理", "执行长", "财务长", "营运长", "技术长", "策略长", "行销长", "资讯长", "法务长", "协理", "ceo", "cfo", "cto", "coo", "总工程师", "总会计师", "总经济师", "总设计师", "总工", "监事长", "监事", "首席专家":
		return true
	}
	return false
}

// goOn gives an office to the institution whose officers the text told of last, a few sentences before.
func (d *document) goOn(org *organisation, h *holding, core string) bool {
	const reach = 500 // runes
	o := d.lastInstitution
	if o == nil || h.office.i-d.lastInstitutionAt > reach {
		return false
	}
	org.within(o, withoutInner(o.name)+core, "institution of the offices before")
	org.core, org.noPlace = withoutInner(o.core)+core, true
	return true
}

// generic names the institution that a text calls by its kind alone: 医院党委 of the hospital named before.
func (d *document) generic(org *organisation, h *holding, core string) bool {
	const reach = 500 // runes
	o := d.lastInstitution
	if o == nil || h.office.i-d.lastInstitutionAt > reach {
		return d.namedBefore(org, h, core)
	}
	whole := withoutInner(o.name)
	for _, w := range genericInstitutions {
		rest, ok := strings.CutPrefix(core, w)
		if !ok || rest != "" && !innerBody(rest) && !sectionOf(rest) {
			continue
		}
		if whole == w || !strings.HasSuffix(whole, w) && !(w == "学校" && school([]rune(whole))) && !(w == "公司" && strings.HasSuffix(whole, "集团")) {
			return false
		}
		org.within(o, whole+rest, namedBefore)
		org.core, org.noPlace = whole+rest, true
		return true
	}
	return false
}

// genericInstitutions are the kinds by which a text calls an institution once it has been named.
var genericInstitutions = []string{"医院", "学校", "公司", "集团", "学院", "银行", "大学"}

// namedBefore names the institution that a text calls by its kind alone after one that the text named without an officer:
// 西川药业(600999.SH)公告称,公司董事会秘书, or 某某大学…学校党委书记.
func (d *document) namedBefore(org *organisation, h *holding, core string) bool {
	for _, w := range genericInstitutions {
		rest, ok := strings.CutPrefix(core, w)
		if !ok || rest != "" && !innerBody(rest) && !sectionOf(rest) {
			continue
		}
		from, to := 0, 0
		if w == "公司" {
			from, to = d.listedCompany(h.office.i)
		}
		if to == from {
			from, to = d.institutionLike(h.office.i, func(s []rune) bool {
				n := string(s)
				return n != w && (strings.HasSuffix(n, w) || w == "学校" && school(s) || w == "公司" && strings.HasSuffix(n, "集团") || w == "学院" && strings.HasSuffix(n, "大学"))
			})
		}
		if to == from {
			return false
		}
		org.name, org.by, org.noPlace = d.surface(from, to)+rest, namedBefore, true
		org.core = org.name
		return true
	}
	return false
}

// listedCompany is the name before the code of a share, the last before rune i: 西川药业(600999.SH).
func (d *document) listedCompany(i int) (from, to int) {
	const reach = 400
	for k := i - 1; k > 0 && i-k < reach; k-- {
		if d.s[k] != '(' || k+5 >= len(d.s) || !isDigit(d.s[k+1]) || !isDigit(d.s[k+4]) {
			continue
		}
		from = k
		for from > 0 && k-from < 8 && text.IsHan(d.s[from-1]) {
			from--
		}
		if k-from >= 2 && k-from < 8 {
			return from, k
		}
	}
	return 0, 0
}

// namedBefore is the rule by which an institution is found that the text named before without an officer.
const namedBefore = "institution named before"

// businessPosition tells that a position, with whatever qualifies it, is one of companies: 执行副总裁.
func businessPosition(position string) bool {
	r := []rune(strings.ToLower(position))
	for x := range r {
		if businessTitle(string(r[x:])) {
			return true
		}
	}
	return false
}

// remember keeps the institution of an office for the next ones; a body with a territory ends it.
func (d *document) remember(o *organisation, h *holding) {
	switch {
	case o.name == "":
	case o.noPlace && (d.isInstitution(o.name) || o.by == namedBefore || businessPosition(o.position) && o.core == o.name && utf8.RuneCountInString(o.name) > 2):
		d.lastInstitution, d.lastInstitutionAt = o, h.office.i
	case innerBody(o.name) || o.core == o.name && d.lastInstitution != nil && strings.HasPrefix(o.name, d.lastInstitution.name):
	default:
		d.lastInstitution = nil
	}
	if o.div != nil && !o.noPlace && (strings.HasSuffix(o.at, "县") || strings.HasSuffix(o.at, "市")) {
		if t := o.div.Territory(); t != nil && strings.HasPrefix(t.Code, "71") {
			d.lastTaiwan = o
		}
	}
}

package entities

import (
	"slices"
	"strings"
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
	}
	return false
}

// nameAsCompany tells that the transliterated name before item m, where a title of companies begins, is that of a company, for
// its officer follows: 格兰仕副总裁张三.
func (p *parser) nameAsCompany(m, floor int) bool {
	if m-1 < floor || p.kind(m-1) != kName || strings.ContainsRune(aloneSurnames, p.d.s[p.items[m-1].i]) || !p.businessTitleAt(m) || slices.Contains(p.d.s[p.items[m-1].i:p.items[m-1].j], '·') {
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
		return strings.IndexByte("vazmbdif", p.items[n].class) >= 0 && !strings.Contains(sentenceVerbs, " "+string(s)+" ") && p.word(n) == nil && !strings.ContainsRune("年月日时", s[len(s)-1])
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
	case "ceo", "cfo", "cto", "coo", "总工程师", "总会计师", "总经济师", "总设计师", "总工", "监事长", "监事", "首席专家":
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
		return false
	}
	whole := withoutInner(o.name)
	for _, w := range []string{"医院", "学校", "公司", "集团", "学院", "银行"} {
		rest, ok := strings.CutPrefix(core, w)
		if !ok || rest != "" && !innerBody(rest) && !sectionOf(rest) {
			continue
		}
		if whole == w || !strings.HasSuffix(whole, w) && !(w == "学校" && school([]rune(whole))) && !(w == "公司" && strings.HasSuffix(whole, "集团")) {
			return false
		}
		org.within(o, whole+rest, "institution named before")
		org.core, org.noPlace = whole+rest, true
		return true
	}
	return false
}

// remember keeps the institution of an office for the next ones; a body with a territory ends it.
func (d *document) remember(o *organisation, h *holding) {
	switch {
	case o.name == "":
	case o.noPlace && (d.isInstitution(o.name) || businessTitle(strings.ToLower(o.position)) && o.core == o.name):
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

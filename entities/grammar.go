package entities

import (
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// office is one expression that names an office: 市公安局原副局长.
type office struct {
	first, last int      // items
	i, j        int      // runes of the surface, with 原 and the organisation
	org         [][2]int // runes of the organisation as written, without status words and terms in it
	pos         int      // where the position begins: 副局长
	head        int      // where the head of the title begins: 局长
	status      Status   // of 原, 代 and the like, empty where unmarked
	profession  bool
	comma       bool // joined to the office before it by a comma
	owner       bool // of the office behind it: 总统 of 总统特使; nobody is given it
	verbal      bool // 现任 or the like stands before it, outside the surface
}

// parser reads one stretch of items.
type parser struct {
	d       *document
	items   []item
	offices []office
	nth, of int     // of the names that share the office at hand: which, and how many
	taken   bool    // a verb of office has been read in the stretch
	at      []int32 // item → office that starts there, -1 for none
}

func (p *parser) word(k int) *lexWord {
	if k < 0 || k >= len(p.items) || p.items[k].entry < 0 {
		return nil
	}
	return &p.d.lat.lex.entry[p.items[k].entry]
}

func (p *parser) kind(k int) kind {
	if k < 0 || k >= len(p.items) {
		return kStart
	}
	return p.items[k].kind
}

func (p *parser) runes(k int) []rune {
	if k < 0 || k >= len(p.items) {
		return nil
	}
	return p.d.s[p.items[k].i:p.items[k].j]
}

func (p *parser) is(k int, words ...string) bool {
	s := p.runes(k)
	return s != nil && slices.ContainsFunc(words, func(w string) bool { return equal(s, w) })
}

func equal(s []rune, w string) bool {
	n := 0
	for _, r := range w {
		if n >= len(s) || s[n] != r {
			return false
		}
		n++
	}
	return n == len(s)
}

// prefix returns the length of w in runes where s begins with it, else 0.
func prefix(s []rune, w string) int {
	n := 0
	for _, r := range w {
		if n >= len(s) || s[n] != r {
			return 0
		}
		n++
	}
	return n
}

// findOffices collects the offices of the stretch, left to right.
func (p *parser) findOffices() {
	p.offices = p.offices[:0]
	p.at = p.at[:0]
	for range p.items {
		p.at = append(p.at, -1)
	}
	floor := 0 // no office reaches left of the end of the one before
	for k := range p.items {
		if p.items[k].kind != kTitle && p.items[k].kind != kProfession {
			continue
		}
		if p.insideOrgan(k) || p.is(k, "相") && p.kind(k-1) != kPlace && p.kind(k-1) != kOrgan && p.kind(k-1) != kOrgWord && p.kind(k-1) != kMod { // 药|相公
			continue
		}
		candidate := p.is(k+1, "候选人", "参选人", "人选", "候选", "夫人", "参选") && p.kind(k-1) != kVerb
		if p.is(k, "领导") && (p.is(k+1, "职务", "岗位", "班子", "干部") || p.kind(k-1) == kMod) || p.is(k, "干部") && k > 0 && p.d.s[p.items[k].i-1] == '级' { // 拟任正厅级领导职务, 科级干部
			continue
		}
		o, ok := p.officeAt(k, floor)
		if !ok {
			continue
		}
		if w := p.word(o.first - 1); candidate && (w == nil || p.kind(o.first-1) != kVerb || w.status != Proposed && w.given != Proposed) { // but 提名为某市副市长人选
			continue
		}
		p.at[o.first] = int32(len(p.offices))
		p.offices = append(p.offices, o)
		floor = k + 1
	}
}

// insideOrgan tells that the title at k is part of the name of an organisation: 总统办公室, 主席团.
func (p *parser) insideOrgan(k int) bool {
	for n := k + 1; n < len(p.items) && n <= k+4; n++ {
		switch p.items[n].kind {
		case kOrgWord:
			continue
		case kOrgan:
			s := string(p.runes(n))
			if n == k+1 && institution(p.runes(n)) && !strings.HasSuffix(s, "公司") && !strings.HasSuffix(s, "集团") { // 威尔斯亲王医院
				return true
			}
			return strings.HasSuffix(s, "办公室") || strings.HasSuffix(s, "办公厅") || strings.HasSuffix(s, "委员会") || s == "府" || s == "办" || s == "学院" || s == "协会" || s == "联席会" || s == "培训班" || s == "联谊会"
		}
		return false
	}
	return false
}

// officeAt builds the office whose head is item k, reaching left no further than item floor.
func (p *parser) officeAt(k, floor int) (office, bool) {
	it := p.items[k]
	o := office{first: k, last: k, i: it.i, j: it.j, pos: it.i, head: it.i, profession: it.kind == kProfession}
	if it.entry < 0 { // 政务司|长: the head begins in the organ
		o.head = p.unitBefore(k)
		o.pos = o.head
	}
	if n := it.j - 3; n > o.i && equal(p.d.s[n:it.j], "当选人") { // 县长当选人
		o.j, o.status = n, Appointed
	}
	m := k
	for m-1 >= floor && p.kind(m-1) == kMod {
		m--
	}
	if m < k {
		o.pos = p.items[m].i
	}
	o.i, o.first = p.items[m].i, m
	m = p.takeStatus(&o, m, floor)
	if start := m - 1; it.kind == kTitle && start >= floor && p.is(k, "校长") && p.d.s[p.items[m].i-1] == '大' && p.kind(start) != kOrgan { // 港大校长
		for start-1 >= floor && p.items[m].i-p.items[start].i < 2 {
			start--
		}
		if p.items[m].i-p.items[start].i == 2 && !p.is(start, "很大", "最大", "较大", "巨大", "伟大") {
			o.org = [][2]int{{p.items[start].i, p.items[m].i}}
			o.first, o.i = start, p.items[start].i
			p.takeStatus(&o, start, floor)
			return o, true
		}
	}
	if n := p.counted(m, floor); n < m { // 市政协多名前副主席
		if start := p.orgStart(n, floor); start < n {
			o.org = [][2]int{{p.items[start].i, p.items[n].i}}
			o.first, o.i = start, p.items[start].i
			p.takeStatus(&o, start, floor)
			return o, true
		}
	}
	start := p.fromSeparator(p.orgStart(m, floor), floor)
	if open := p.quotedBody(m, floor); open >= 0 { // “硬骨头六连”连长
		o.org = [][2]int{{p.items[open].j, p.items[m-1].i}}
		o.first, o.i = open, p.items[open].i
		p.takeStatus(&o, open, floor)
		return o, true
	}
	if start < m && start == m-1 && p.is(start, "女", "男") { // 女州长
		start = m
	}
	if start+1 < m && p.is(start-1, "该", "本", "我") && p.kind(start) == kOrgan && len(p.runes(start)) == 1 { // 该旅|发射二营
		start++
	}
	if p.nameAsCompany(m, floor) {
		o.org = [][2]int{{p.items[m-1].i, p.items[m-1].j}}
		o.first, o.i = m-1, p.items[m-1].i
		p.takeStatus(&o, m-1, floor)
		return o, true
	}
	w := p.word(k)
	if w != nil && w.bare && o.status == "" && start == m && (m == k || !p.is(k-1, "副")) && !p.opensList(k) && !p.inChain(k) && !p.namesHolder(k) && !p.is(k-1, "担任", "出任", "现任", "兼任") {
		return o, false
	}
	if start < m {
		// Status words and terms inside divide the organisation: 齐齐哈尔市原市委, 甘肃省第十三届人大常委会.
		from := p.items[start].i
		for x := start; x < m; x++ {
			term := p.items[x].class == 'm' && p.d.s[p.items[x].j-1] == '届'
			if !term && (p.kind(x) != kStatus || p.is(x, "新")) { // 荣新诊所
				continue
			}
			if p.items[x].i > from {
				o.org = append(o.org, [2]int{from, p.items[x].i})
			}
			from = p.items[x].j
			if !term {
				o.status = firstStatus(o.status, p.word(x).status)
			}
		}
		if end := p.items[m].i; end > from {
			o.org = append(o.org, [2]int{from, end})
		}
		o.first, o.i = start, p.items[start].i
		m = p.takeStatus(&o, start, floor)
		m = p.takeTerm(&o, m, floor)
		p.takeStatus(&o, m, floor)
	} else {
		m = p.takeTerm(&o, m, floor)
		p.takeStatus(&o, m, floor)
	}
	return o, true
}

// counted skips what counts the holders of an office between their organisation and item m: 多名, 两位. It returns m where an
// organ does not stand before it.
func (p *parser) counted(m, floor int) int {
	n := m - 1
	if n > floor && (p.is(n, "名", "位")) && p.items[n-1].class == 'm' {
		n--
	} else if n <= floor || p.items[n].class != 'm' || !strings.ContainsRune("名位", p.d.s[p.items[n].j-1]) {
		return m
	}
	if n-1 < floor || p.kind(n-1) != kOrgan {
		return m
	}
	return n
}

// quotedBody is the opening quote of a body in quotes that ends right before item m, -1 where there is none.
func (p *parser) quotedBody(m, floor int) int {
	if p.kind(m-1) != kClose || m-2 < floor {
		return -1
	}
	switch r := p.d.s[p.items[m-1].i]; {
	case r == '”' && p.kind(m-2) == kOrgan:
	case (r == '》' || r == '>') && p.editorAt(m): // 《人民文学》主编
	default:
		return -1
	}
	for x := m - 2; x >= floor && m-x < 9; x-- {
		switch p.kind(x) {
		case kOpen:
			return x
		case kStart, kComma, kClose:
			return -1
		}
	}
	return -1
}

// editorAt tells that item m begins the title of one who makes a paper or a programme.
func (p *parser) editorAt(m int) bool {
	for p.kind(m) == kMod {
		m++
	}
	return p.is(m, "主编", "总编", "总编辑", "社长", "总监", "总裁", "董事长", "总经理", "出版人")
}

// fromSeparator moves the start of an organisation back to the separator that follows the office before, where what lies
// between are words that may stand in a name: in 主任、某边区抗联组织部干事 nothing else can be meant.
func (p *parser) fromSeparator(start, floor int) int {
	const most = 6
	if floor == 0 || start <= floor+1 || start-floor > most || p.kind(floor) != kSepTitle || p.kind(floor-1) != kTitle {
		return start
	}
	for x := floor + 1; x < start; x++ {
		switch k := p.kind(x); k {
		case kWord, kUnknown, kOrgWord, kOrgan, kMod, kPlace:
		case kFunc:
			if c := p.items[x].class; c != 'v' && c != 'a' && c != 'd' && c != 'm' && c != 'f' || strings.Contains(sentenceVerbs, " "+string(p.runes(x))+" ") {
				return start
			}
		default:
			return start
		}
	}
	return floor + 1
}

// unitBefore is where the unit begins that the organ before item k ends with: 司 of 政务司, 大队 of 交警大队.
func (p *parser) unitBefore(k int) int {
	end := p.items[k].i
	if end >= 2 && p.d.s[end-1] == '队' && strings.ContainsRune("总支大中", p.d.s[end-2]) {
		return end - 2
	}
	return end - 1
}

// inChain tells that the bare title at k goes on from another: 书记、常委、委员, or belongs to the person before it: 刘某秘书王勇.
func (p *parser) inChain(k int) bool {
	switch p.kind(k - 1) {
	case kSepTitle:
		return true
	case kName:
		return p.kind(k+1) == kName && p.is(k, "秘书", "助理")
	case kComma, kSepName:
		return p.kind(k+1) == kName && len(p.offices) > 0
	}
	return false
}

// namesHolder tells that the bare title at k is one that right before a name is always an office: 议员张三, 秘书李四.
func (p *parser) namesHolder(k int) bool {
	return p.kind(k+1) == kName && p.is(k, "议员", "秘书", "法官", "检察官", "审判长", "审判员", "教导员", "指导员", "参谋")
}

// opensList tells that a bare title may stand alone: 成员: 甲, 乙.
func (p *parser) opensList(k int) bool {
	return k+1 < len(p.items) && p.items[k+1].j-p.items[k+1].i == 1 && p.d.s[p.items[k+1].i] == ':'
}

func firstStatus(a, b Status) Status {
	if a == "" || a == Current {
		return b
	}
	return a
}

// takeStatus moves the start of the office at item m over status words before it.
func (p *parser) takeStatus(o *office, m, floor int) int {
	for m-1 >= floor && p.kind(m-1) == kStatus {
		m--
		o.status = firstStatus(o.status, p.word(m).status)
		if verbal(p.runes(m)) { // 现任, 曾任 are verbs and stay outside
			o.verbal = true
			continue
		}
		o.first, o.i = m, p.items[m].i
	}
	return m
}

// verbal tells that a status word is a verb of holding an office.
func verbal(s []rune) bool {
	return len(s) <= 3 && s[len(s)-1] == '任' && strings.ContainsRune("现曾历拟今至", s[0])
}

// takeTerm moves the start of the office over 第十四届 before it, and over the party's name before that.
func (p *parser) takeTerm(o *office, m, floor int) int {
	n := m - 1
	if n < floor || p.d.s[p.items[n].j-1] != '届' {
		return m
	}
	from := n
	for from-1 >= floor && n-from < 3 && (p.items[from-1].class == 'm' || p.is(from-1, "第", "新", "一", "本")) {
		from--
	}
	if from == n && p.items[n].j-p.items[n].i == 1 {
		return m
	}
	for from-2 >= floor && p.kind(from-1) != kName && p.is(from-1, "、") && p.items[from-2].class == 'm' { // 第四、五届
		from -= 2
		if from-1 >= floor && p.is(from-1, "第") {
			from--
		}
	}
	if from-1 >= floor && p.is(from-1, "中国共产党", "中共", "中国人民政治协商会议", "政协") {
		from--
		if equal(p.runes(from), "中国人民政治协商会议") || equal(p.runes(from), "政协") {
			o.org = append([][2]int{{p.items[from].i, p.items[from].j}}, o.org...)
		}
	}
	o.first, o.i = from, p.items[from].i
	return from
}

// surface is the text of runes [i, j) in simplified characters.
func (d *document) surface(i, j int) string { return text.Simplify(d.t.SliceRunes(i, j)) }

package entities

import (
	"slices"
	"strings"
	"sync"

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
	verbal      bool // 现任 or the like stands before it, outside the surface
}

// parser reads one stretch of items.
type parser struct {
	d       *document
	items   []item
	offices []office
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
		if p.insideOrgan(k) {
			continue
		}
		if p.is(k+1, "候选人", "参选人", "人选", "候选", "夫人", "参选") && p.kind(k-1) != kVerb {
			continue
		}
		o, ok := p.officeAt(k, floor)
		if !ok {
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
	start := p.fromSeparator(p.orgStart(m, floor), floor)
	w := p.word(k)
	if w != nil && w.bare && o.status == "" && start == m && (m == k || !p.is(k-1, "副")) && !p.opensList(k) && !p.inChain(k) {
		return o, false
	}
	if start < m {
		// Status words inside divide the organisation: 齐齐哈尔市原市委.
		from := p.items[start].i
		for x := start; x < m; x++ {
			if p.kind(x) != kStatus {
				continue
			}
			if p.items[x].i > from {
				o.org = append(o.org, [2]int{from, p.items[x].i})
			}
			from = p.items[x].j
			o.status = firstStatus(o.status, p.word(x).status)
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

// orgStart is the first item of the organisation that ends before item m; m where there is none.
func (p *parser) orgStart(m, floor int) int {
	a := m
	for a > floor {
		switch n := a - 1; p.kind(n) {
		case kStatus:
			if n > floor && orgable(p.kind(n-1)) && !verbal(p.runes(n)) {
				a = n
				continue
			}
		case kWord, kPlace, kLevel, kOrgan, kOrgWord, kUnknown, kMod:
			if p.kind(n) == kMod && p.kind(a) != kOrgan && p.kind(a) != kOrgWord && p.kind(a) != kWord {
				return p.trim(a, m)
			}
			a = n
			continue
		case kSep, kSepTitle:
			if n > floor && a < m && p.links(n) {
				a = n
				continue
			}
		case kClose:
			if open := p.openOf(n, floor); open > floor && a < m && orgable(p.kind(open-1)) {
				a = open
				continue
			}
		case kName:
			if a < m && p.kind(a) == kOrgan && institution(p.runes(a)) && (p.items[n].sur > 0 || n > floor && p.kind(n-1) == kPlace) {
				a = n
				continue
			}
		case kTitle, kProfession:
			if a < m && p.insideOrgan(n) {
				a = n
				continue
			}
		case kSpace:
			if a < m && n > floor && p.kind(n-1) == kOrgan && institution(p.runes(n-1)) {
				a = n
				continue
			}
		case kFunc:
			if p.wholeName(n, m, floor) {
				a = n
				continue
			}
			if a < m && (p.is(n, "某") || p.innerVerb(n, a, m, floor)) {
				a = n
				continue
			}
			if p.items[n].class == 'm' && a < m && n-1 >= floor && p.ordinal(n) || p.numbered(n, a, m, floor) {
				a = n
				continue
			}
		}
		break
	}
	return p.trim(a, m)
}

// innerVerb tells that a word of action or quality stands inside a name: 浙江省反走私办公室, 甘肃省中西医结合学会, 湖南省高管局,
// or begins the name of a company: 联讯证券.
func (p *parser) innerVerb(n, a, m, floor int) bool {
	it := p.items[n]
	if it.class != 'v' && it.class != 'a' && it.class != 'd' || p.d.s[p.items[a].i] == '某' || strings.Contains(sentenceVerbs, " "+string(p.runes(n))+" ") {
		return false
	}
	if it.j-it.i == 1 {
		switch p.kind(n - 1) {
		case kPlace:
			return n-1 >= floor && (p.kind(a) == kOrgan || p.closedOrg(a, m) && p.items[m].i-it.i <= 4)
		case kStart, kComma, kClose, kSep, kSepName:
			return it.class != 'd' && p.kind(a) != kPlace && p.kind(a) != kLevel && a+1 < m && p.closedOrg(a+1, m)
		}
		if k := p.kind(n - 1); k != kWord && k != kUnknown || p.items[n-1].j-p.items[n-1].i > 1 {
			return false
		}
	}
	if !p.closedOrg(a, m) {
		return false
	}
	for x := n - 1; x >= floor && n-x <= 4; x-- {
		switch k := p.kind(x); {
		case k == kPlace, k != kFunc && institution(p.runes(x)):
			return true
		case k != kWord && k != kOrgWord && k != kUnknown && k != kOrgan:
			return false
		}
	}
	return false
}

// sentenceVerbs are verbs that stand between a place and an organisation rather than in its name.
const sentenceVerbs = " 参加 出席 召开 举行 举办 任命 选举 会见 会晤 访问 考察 视察 调研 主持 率领 陪同 表示 指出 强调 要求 介绍 认为 宣布 决定 批准 同意 通知 通报 公布 发布 报道 前往 抵达 来到 到达 离开 赴 来 去 到 让 请 派 随 见 有 问 叫 找 经 称 说 是 任 免 选 调 听 看 给 使 被 据 作 原 应 受 当 由 向 把 将 会 能 要 想 可 已 曾 就 也 都 又 再 还 不 没 邀请 接见 接受 担任 成立 组织 代表 感谢 祝贺 欢迎 支持 反对 批评 指责 起诉 逮捕 调查 处分 通过 获 连 及 "

// ordinal tells that a numeral belongs to a name: 第一, 二十一 before 研究所.
func (p *parser) ordinal(n int) bool {
	s := p.runes(n)
	return (s[0] == '第' || isDigit(s[0])) && p.d.s[p.items[n].j] != '届' && orgable(p.kind(n-1)) && (p.kind(n+1) == kOrgan || p.kind(n+1) == kOrgWord)
}

// numbered tells that a numeral without 第 stands in a name that a place or level word begins: 市五运会, 县一中.
func (p *parser) numbered(n, a, m, floor int) bool {
	if a >= m || n-1 < floor || p.kind(n-1) != kPlace && p.kind(n-1) != kLevel || !orgable(p.kind(a)) {
		return false
	}
	for _, r := range p.runes(n) {
		if !strings.ContainsRune("一二三四五六七八九十", r) {
			return false
		}
	}
	return true
}

func orgable(k kind) bool {
	switch k {
	case kWord, kPlace, kLevel, kOrgan, kOrgWord, kUnknown:
		return true
	}
	return false
}

// closedOrg tells that the items [a, m) are the rest of an organisation's name and hold no other start of one.
func (p *parser) closedOrg(a, m int) bool {
	if p.kind(m-1) != kOrgan {
		return false
	}
	for x := a; x < m; x++ {
		if k := p.kind(x); k == kPlace || k == kLevel {
			return false
		}
	}
	return true
}

// links tells that a conjunction joins two words inside a name: 民政和卫生局.
func (p *parser) links(n int) bool {
	if p.is(n, "和", "与") && p.departmentJoint(n) {
		return true
	}
	return p.is(n, "和", "与", "及") && p.kind(n-1) == kOrgWord && (p.kind(n+1) == kOrgWord || p.kind(n+1) == kOrgan)
}

// departmentJoint tells that 和 at n joins the fields of a department that a place or level word begins: 市文体广电和旅游局. With
// no word but the place before it the place itself would be joined.
func (p *parser) departmentJoint(n int) bool {
	if k := p.kind(n + 1); k != kOrgan && k != kOrgWord && k != kWord {
		return false
	}
	end := n + 1
	for end+1 < len(p.items) && p.kind(end) != kOrgan && end < n+3 && (p.kind(end) == kOrgWord || p.kind(end) == kWord) {
		end++
	}
	if s := p.runes(end); p.kind(end) != kOrgan || len(s) < 2 && end == n+1 || !strings.ContainsRune("局委厅部处办署会", s[len(s)-1]) || levelOrgan(s) {
		return false
	}
	for x := n - 1; x >= 0 && n-x <= 4; x-- {
		switch p.kind(x) {
		case kPlace, kLevel:
			return x < n-1
		case kWord, kOrgWord, kUnknown:
		case kSep:
			if !p.is(x, "、") {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// openOf is the item of the opening bracket that item n closes, if all between may be part of a name; -1 otherwise.
func (p *parser) openOf(n, floor int) int {
	for x := n - 1; x >= floor && n-x < 6; x-- {
		switch k := p.kind(x); {
		case k == kOpen:
			return x
		case !orgable(k):
			return -1
		}
	}
	return -1
}

// trim drops from the items [a, m) what stands before the organisation: everything before its first place or level word,
// unless that is itself the beginning of a name (中国人民银行上海分行).
func (p *parser) trim(a, m int) int {
	for a < m && (p.kind(a) == kSep || p.kind(a) == kSepTitle || p.kind(a) == kClose || p.kind(a) == kMod) {
		a++
	}
	start := a
	for x := a; x < m; x++ {
		switch p.kind(x) {
		case kPlace:
			if p.items[x].j-p.items[x].i == 1 && x > a {
				continue // one character is seldom a place in the middle
			}
			return p.withPrefix(start, x)
		case kLevel:
			return p.withPrefix(start, x)
		case kOrgan:
			if x == a && levelOrgan(p.runes(x)) {
				return x
			}
			if levelOrgan(p.runes(x)) {
				return p.withPrefix(start, x)
			}
		}
	}
	for start < m && (p.kind(start) == kUnknown && p.kind(start+1) != kOrgan && start+1 == m) {
		start++
	}
	return start
}

// withPrefix is where the organisation with the place or level word x begins, given that [start, x) stands before it.
func (p *parser) withPrefix(start, x int) int {
	if start == x {
		return x
	}
	for y := start; y < x; y++ {
		switch p.kind(y) {
		case kPlace:
			return y
		case kOrgan:
			if institution(p.runes(y)) && p.kind(x) == kPlace {
				return start
			}
		}
	}
	if p.kind(x-1) == kOrgan && !levelOrgan(p.runes(x-1)) && p.kind(x) == kPlace && institutionOrBody(p.runes(x-1)) {
		return start
	}
	y := x
	for y-1 >= start {
		w := p.word(y - 1)
		if w == nil || !prefixWord(p.runes(y-1)) {
			break
		}
		y--
	}
	return y
}

var prefixes = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(partyPrefixes) {
		m[w] = true
	}
	return m
})

func prefixWord(s []rune) bool { return prefixes()[string(s)] }

// levelOrgan tells that an organ's name begins with the word for a level: 市委, 县政府.
func levelOrgan(s []rune) bool {
	if len(s) < 2 {
		return false
	}
	switch s[0] {
	case '省', '市', '县', '区', '州', '旗', '盟', '镇', '乡':
		return true
	}
	return false
}

// institution tells that an organ is a school, company or other institution without a territory of its own.
func institution(s []rune) bool {
	w := string(s)
	for _, end := range institutionEnds {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// institutionOrBody tells that a name may go on after it with the place of a branch.
func institutionOrBody(s []rune) bool {
	w := string(s)
	return institution(s) || strings.HasSuffix(w, "总局") || strings.HasSuffix(w, "海关") || strings.HasSuffix(w, "总会") || strings.HasSuffix(w, "兵团") ||
		strings.HasSuffix(w, "协会") || strings.HasSuffix(w, "军区") || strings.HasSuffix(w, "部队") || strings.HasSuffix(w, "党") || strings.HasSuffix(w, "军") && len(s) > 2
}

var institutionEnds = []string{"舰", "大学", "学院", "学校", "中学", "小学", "高中", "初中", "一中", "二中", "三中", "四中", "幼儿园", "公司", "集团", "银行", "分行", "支行", "农商行", "信用社", "联社", "医院", "卫生院", "研究院", "研究所", "研究总院", "设计院", "规划院", "科学院", "农科院", "社科院", "出版社", "杂志社",
	"报社", "日报", "晚报", "电视台", "电台", "广播电视台", "报业", "厂", "电厂", "矿", "煤矿", "油田", "剧院", "歌剧院", "交响乐团", "歌舞团", "艺术团", "博物馆", "美术馆", "图书馆", "纪念馆", "文化馆", "体育馆", "俱乐部", "事务所", "基金会", "寺", "寺院", "机场", "合作社", "农场", "林场", "牧场", "茶场", "实验室", "通讯社",
	"商会", "教会", "工程局", "铁路局", "分社", "编辑部", "卫生服务中心", "急救中心", "血站", "车间", "项目部", "事业部", "酒店", "宾馆", "饭店", "超市", "商场", "动物园", "植物园", "公园", "工厂", "总厂", "分厂", "联盟", "科技园", "学会", "同乡会", "国家队", "代表队", "车站", "火车站", "变电站", "收费站", "网站"}

// surface is the text of runes [i, j) in simplified characters.
func (d *document) surface(i, j int) string { return text.Simplify(d.t.SliceRunes(i, j)) }

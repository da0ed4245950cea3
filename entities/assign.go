package entities

import "strings"

// rule is the rule of the grammar that gave an office to a person.
type rule string

const (
	byTitleBefore rule = "title before the name"
	byTitleAfter  rule = "title behind the name"
	byVerbOf      rule = "verb of office"
	byApposition  rule = "in apposition or brackets behind the name"
	byDescription rule = "what the sentence says of its subject"
	byLife        rule = "list of a life"
	bySuccession  rule = "successor"
)

// holding is one office given to one person by the text, before its organisation is resolved.
type holding struct {
	office
	status   Status // of the office and of the verb together
	by       rule   // of the grammar that gave it
	appended bool   // the office stands right before or behind the name, not by a verb
	verb     bool   // the status was told by a verb
	moved    bool   // by one of rising or moving: 升任
	trailing bool   // the title follows the name: 习近平总书记
	i, j     int    // the surface for this person, with the name where the title follows it
	nth, of  int    // its place among the names that share it
	chain    int    // the chain of offices it belongs to
	bracket  [2]int // the organisation told in brackets after the name: 成员: 巫某(市府办)
	sentence [2]int
}

// appendedBefore tells that the person has an office named right beside the name before the holding.
func (h *holding) appendedBefore(b *bearer) bool {
	for x := range b.holdings {
		if o := &b.holdings[x]; o.appended && o.sentence == h.sentence && o.office.i < h.office.i {
			return true
		}
	}
	return false
}

// bearer is a person while the document is read.
type bearer struct {
	name     string // as in the text
	folded   string
	last     string // the last part of a transliterated name
	spaced   string // the name with the space that sets it apart: 王 强
	first    int    // rune
	partial  bool
	foreign  bool
	sur      int // runes of the surname
	holdings []holding
	attrs    map[string]string
}

// assign gives the offices of the stretch to the names beside them.
func (p *parser) assign() {
	p.taken = false
	for n := 0; n < len(p.offices); {
		end := p.chainEnd(n)
		p.chain(n, end)
		n = end
	}
	p.successors()
}

// chainEnd is the end of the chain of offices that begins at office n: those joined by 、 or 兼 or a comma.
func (p *parser) chainEnd(n int) int {
	for n+1 < len(p.offices) {
		next := p.offices[n].last + 1
		next = p.afterBrackets(next, 10)
		for p.isSpace(next) {
			next++
		}
		o := &p.offices[n+1]
		switch {
		case o.verbal && !p.isChainVerb(o, next):
			return n + 1
		case o.first == next && p.aides(o): // 美国总统|气候问题特使
			p.offices[n].owner = true
			p.serve(&p.offices[n], o)
		case o.first == next:
		case o.first == next+1 && (p.kind(next) == kSep || p.kind(next) == kSepTitle || p.kind(next) == kSepName):
		case o.first == next+1 && p.kind(next) == kComma:
			o.comma = true
		case o.first == next+2 && (p.kind(next) == kComma || p.kind(next) == kSepTitle) && (p.is(next+1, "兼任", "兼", "并", "现任", "同时兼任", "也是") || p.kind(next+1) == kSepTitle || p.kind(next+1) == kSep):
		default:
			return n + 1
		}
		n++
	}
	return n + 1
}

// aides tells that an office is one that serves the holder of another.
func (p *parser) aides(o *office) bool {
	switch string(p.d.s[o.head:o.j]) {
	case "特使", "特别代表", "助理", "顾问", "秘书", "发言人", "新闻秘书", "首席顾问", "高级顾问", "国家安全顾问", "国家安全事务助理":
		return true
	}
	return false
}

// serve makes the office o that of one who serves the holder of another: its organisation is the same, and the position holds
// the title of both, 日本 + 首相特使.
func (p *parser) serve(owner, o *office) {
	o.org, o.i, o.first, o.pos = owner.org, owner.i, owner.first, owner.pos
	if n := len(o.org) - 1; n >= 0 && o.org[n][1]-o.org[n][0] > 2 && equal(p.d.s[o.org[n][1]-2:o.org[n][1]], "国家") { // 中国国家主席特使
		o.org = append([][2]int(nil), o.org...)
		o.org[n][1] -= 2
		o.pos = o.org[n][1]
	}
}

// isChainVerb tells that the verb before office o only goes on with the list: 市长、现任书记张三.
func (p *parser) isChainVerb(o *office, next int) bool {
	return p.kind(next) == kSepTitle || p.kind(next) == kSep
}

// chain finds who holds the offices [n, end).
func (p *parser) chain(n, end int) {
	// What a verb gives ends at the comma: 李某接任司长, 处长邓某.
	if q := p.offices[n].first - 1; (p.kind(q) == kVerb || p.offices[n].verbal) && len(p.after(&p.offices[end-1]).names) > 0 {
		for x := n; x+1 < end; x++ {
			if p.offices[x+1].comma && p.before(n, x+1) {
				p.chain(x+1, end)
				return
			}
		}
	}
	last := &p.offices[end-1]
	if k := p.afterAge(last.last + 1); p.is(k, "的") && p.kind(k+1) == kName { // 时任市长的张三, 此前任市长、现年61岁的张三
		status := Status("")
		if v := p.offices[n].first - 1; p.kind(v) == kVerb {
			if w := p.word(v); w.take && (w.status == Former || w.status == Appointed && p.spanBefore(v)) { // 2006年至2011年担任书记的张三
				status = Former
			}
		}
		chain := p.d.newChain()
		for x := n; x < end; x++ {
			p.give(x, k+1, chain, status, true)
		}
		p.d.subject(p, []int{k + 1})
		return
	}
	if k := p.afterClause(last.last + 1); k >= 0 {
		p.giveNames([]int{k}, n, end, "", true)
		p.d.subject(p, []int{k})
		return
	}
	names := p.after(last)
	if len(names.names) > 0 && (end-n > 1 || p.ownerBefore(n)) && p.ownedBefore(n) && p.before(n, n+1) { // 蔡某市长、副市长王某; 张团长|却认真起来
		if n++; n == end {
			return
		}
	}
	if len(names.names) > 0 {
		p.giveAll(n, end, names)
		return
	}
	// A comma may part what is said of one person from what is said of the next.
	if p.before(n, end) {
		return
	}
	for x := n; x+1 < end; x++ {
		if p.offices[x+1].comma {
			if p.before(n, x+1) {
				p.chain(x+1, end)
				return
			}
		}
	}
	// In a curriculum what follows a verb of office goes on with it, whatever words the list holds.
	if o := &p.offices[n]; p.d.resume && p.d.lastSubject != nil && (p.taken || p.onlyOffices(n, end) || p.lifeStatus(p.offices[n].first) == Former) && (len(o.org) > 0 || p.separated(o.first-1)) {
		p.giveSubject(n, end, Former)
	}
}

func (p *parser) separated(k int) bool {
	switch p.kind(k) {
	case kComma, kSep, kSepName, kSepTitle, kStart, kSpace:
		return true
	}
	return false
}

// ownedBefore tells that office n is a bare title right behind a name that no title stands before: 蔡某市长.
func (p *parser) ownedBefore(n int) bool {
	o := &p.offices[n]
	k := p.nameEndingAt(o.first - 1)
	if k < 0 || len(o.org) > 0 || o.verbal {
		return false
	}
	switch p.kind(k - 1) {
	case kTitle, kProfession, kSepName, kUnknown, kWord:
		return false
	case kFunc:
		if p.items[k-1].class == 'a' {
			return false
		}
	}
	return !p.companyTitle(o)
}

// ownerBefore tells that what stands before office n is surely a person: a surname alone or a name of three characters. A
// shorter one may be a body (巴解主席某某).
func (p *parser) ownerBefore(n int) bool {
	k := p.nameEndingAt(p.offices[n].first - 1)
	if k < 0 {
		return false
	}
	it := p.items[k]
	return it.sur > 0 && it.j-it.i == int(it.sur)
}

// companyTitle tells that a title is one before which a name is rather a company's: 柯达总裁.
func (p *parser) companyTitle(o *office) bool {
	head := string(p.d.s[o.head:o.j])
	return businessTitle(head) || head == "发言人" || head == "新闻发言人" || head == "代表"
}

// after reads the names behind an office: 市长张三、李四, 主任: 王五, 院长为赵六, 主任由钱七担任.
func (p *parser) after(o *office) nameRun {
	plural := !p.single(o) || p.d.shared(o) > 0
	k := p.afterBrackets(o.last+1, 10)
	if run := p.namesFrom(k, plural); len(run.names) > 0 {
		return run
	}
	for p.isSpace(k) {
		k++
	}
	switch {
	case p.is(k, ":"), p.is(k, "为", "是", "系", "由", "分别为", "分别是", "即"):
		run := p.namesFrom(k+1, true)
		if len(run.names) == 0 {
			return run
		}
		if p.is(k, "是") && !p.endsClause(run.next) || p.is(k, "由") && p.kind(run.next) != kVerb && p.kind(run.next) != kSep {
			return nameRun{}
		}
		return run
	}
	return nameRun{}
}

// endsList tells that a list of offices ends before item k: at the end of the clause, or 等职, 职务.
func (p *parser) endsList(k int) bool {
	return p.endsClause(k) || p.is(k, "等", "等职", "职务", "等职务", "职", "期间", "一职", "的", "至今", "人选", "候选人")
}

func (p *parser) endsClause(k int) bool {
	switch p.kind(k) {
	case kStart, kComma, kClose:
		return true
	}
	return false
}

// single tells that an office has one holder, so that 市长张三和李四 does not make two mayors.
func (p *parser) single(o *office) bool {
	head := string(p.d.s[o.head:o.j])
	if o.profession || o.pos < o.head {
		return false
	}
	for _, w := range []string{"委员", "常委", "议员", "代表", "成员", "助理", "秘书", "理事", "董事", "监事", "委员长", "领导", "干部", "顾问", "参议", "大使", "法官", "检察官", "干事", "参事"} {
		if strings.HasSuffix(head, w) && head != "委员长" {
			return false
		}
	}
	return true
}

// giveAll gives the offices [n, end) to the names that follow them.
func (p *parser) giveAll(n, end int, run nameRun) {
	chain := p.d.newChain()
	if len(run.names) > 1 && end-n == len(run.names) && p.is(p.offices[end-1].last+1, "分别为", "分别是") {
		for x, name := range run.names {
			p.give(n+x, name, chain, "", true)
		}
		p.d.subject(p, run.names)
		return
	}
	status := p.leavingAfter(run.next)
	for y, name := range run.names {
		for x := n; x < end; x++ {
			p.nth, p.of = y, len(run.names)
			p.give(x, name, chain, status, true)
			p.nth, p.of = 0, 0
		}
	}
	p.d.subject(p, run.names)
}

// give records that the name at item k holds office x. status is what a verb says, or empty.
func (p *parser) give(x, k int, chain int, status Status, appended bool) {
	o := p.offices[x]
	if o.profession && len(o.org) == 0 || o.owner {
		return
	}
	b := p.d.bearer(p, k)
	if b == nil {
		return
	}
	h := holding{office: o, by: byVerbOf, status: o.status, appended: appended, i: o.i, j: o.j, chain: chain, sentence: p.d.sentence, nth: p.nth, of: p.of}
	if equal(p.d.s[o.pos:min(o.pos+2, o.j)], "正、") { // 正、副主席甲、乙
		if h.pos = o.head; p.nth > 0 {
			h.pos--
		}
	}
	switch {
	case appended && k > o.last:
		h.by = byTitleBefore
	case appended:
		h.by = byApposition
	case status == "" && !o.verbal:
		h.by = byDescription
	}
	if status != "" {
		h.verb = true
		if o.status == "" || o.status == Current {
			h.status = status
		}
	}
	if appended && k > o.last {
		h.bracket = p.bracketOrg(k)
	}
	b.holdings = append(b.holdings, h)
}

// bracketOrg is the organisation in brackets after the name at k, without a title: 巫某(市府办).
func (p *parser) bracketOrg(k int) [2]int {
	k = p.skipCourtesy(k + 1)
	end := p.afterBrackets(k, 8)
	if end == k || end-k < 3 {
		return [2]int{}
	}
	for x := k + 1; x < end-1; x++ {
		if !orgable(p.kind(x)) {
			return [2]int{}
		}
	}
	if kd := p.kind(end - 2); kd != kOrgan {
		return [2]int{}
	}
	return [2]int{p.items[k+1].i, p.items[end-2].j}
}

// before finds the person of the offices [n, end) to their left.
func (p *parser) before(n, end int) bool {
	o := &p.offices[n]
	q := o.first - 1
	for p.isSpace(q) {
		q--
	}
	if p.d.resume && p.d.lastSubject != nil && p.dated(q) && p.endsList(p.offices[end-1].last+1) { // 1985.03—1990.05 某县县长
		status := Former
		if p.is(q, "—", "-", "今", "~") {
			status = Current
		}
		p.taken = true
		p.giveSubject(n, end, status)
		return true
	}
	if o.verbal || p.is(o.first, "时任") {
		for q >= 0 && p.kind(q) == kStatus {
			q--
		}
		status := o.status
		if status == Current {
			status = "" // what the next offices say themselves counts
		}
		if names := p.subjectsBefore(q); len(names) > 0 && p.endsList(p.offices[end-1].last+1) {
			p.giveNames(names, n, end, status, false)
			return true
		}
		if p.d.lastSubject != nil && (p.d.subjectInSentence && p.kind(q) == kComma || p.d.resume || p.is(q, "他", "她") && p.kind(q-1) == kStart) {
			p.giveSubject(n, end, status)
			return true
		}
	}
	// 习近平总书记, 张三同志县长
	if k := p.nameEndingAt(q); k >= 0 && q >= 0 {
		if len(o.org) == 0 && p.nameBefore(k, o, n, end) {
			return true
		}
		if len(o.org) > 0 && p.endsList(p.offices[end-1].last+1) && p.removal(k, n, end) { // 免去张三某局局长职务
			return true
		}
		if len(o.org) > 0 && p.endsClause(p.offices[end-1].last+1) && p.items[k].sur > 0 && p.kind(k-1) == kStart {
			p.giveNames([]int{k}, n, end, "", true)
			return true
		}
		return false
	}
	switch p.kind(q) {
	case kVerb, kFunc, kSepName, kSep:
		return p.byVerb(q, n, end)
	case kComma, kOpen:
		return p.apposition(q, n, end)
	}
	return false
}

// nameEndingAt is the item of the name that ends, with courtesies and brackets, at item q; -1 where none does.
func (p *parser) nameEndingAt(q int) int {
	for q >= 0 {
		switch p.kind(q) {
		case kCourtesy:
			q--
			continue
		case kClose:
			open := q
			for open >= 0 && q-open < 24 && p.kind(open) != kOpen {
				open--
			}
			if open < 0 || p.kind(open) != kOpen || p.d.s[p.items[open].i] != '(' {
				return -1
			}
			q = open - 1
			continue
		case kName:
			return q
		}
		return -1
	}
	return -1
}

// nameBefore gives an office without organisation to the name before it: 蔡奇市长, 王主任, 杭州市蔡奇市长.
func (p *parser) nameBefore(k int, o *office, n, end int) bool {
	if o.profession || p.offices[n].pos != o.i || p.companyTitle(o) && p.items[k].j-p.items[k].i < 3 {
		return false
	}
	chain := p.d.newChain()
	for x := n; x < end; x++ {
		of := &p.offices[x]
		if x == n && (p.kind(k-1) == kPlace) {
			of.org = [][2]int{{p.items[k-1].i, p.items[k-1].j}}
		}
		if u := unit(string(p.d.s[of.head:of.j])); x == n && p.kind(k-1) == kOrgan && u != "" && strings.HasSuffix(string(p.runes(k-1)), u) { // 卫生署邱文达署长
			start := p.orgStart(k, p.floorOf(k))
			of.org = [][2]int{{p.items[start].i, p.items[k-1].j}}
		}
		b := p.d.bearer(p, k)
		if b == nil {
			return false
		}
		h := holding{office: *of, by: byTitleAfter, status: of.status, appended: true, trailing: true, i: of.i, j: of.j, chain: chain, sentence: p.d.sentence}
		if x == n {
			h.i = p.items[k].i
			if len(of.org) > 0 {
				h.i = of.org[0][0]
			}
			h.first = k
		}
		b.holdings = append(b.holdings, h)
	}
	p.d.subject(p, []int{k})
	return true
}

// floorOf is the item behind the last office before item k.
func (p *parser) floorOf(k int) int {
	floor := 0
	for x := range p.offices {
		if last := p.offices[x].last; last < k {
			floor = max(floor, last+1)
		}
	}
	return floor
}

func (p *parser) giveNames(names []int, n, end int, status Status, appended bool) {
	chain := p.d.newChain()
	for y, k := range names {
		for x := n; x < end; x++ {
			p.nth, p.of = y, len(names)
			p.give(x, k, chain, status, appended)
			p.nth, p.of = 0, 0
		}
	}
}

// apposition reads 甲, 某局局长, and 甲(某局局长).
func (p *parser) apposition(q, n, end int) bool {
	after := p.offices[end-1].last + 1
	k := p.nameEndingAt(q - 1)
	if k < 0 {
		if p.kind(q) != kComma || !p.endsClause(after) {
			return false
		}
		if k := p.listed(q); k >= 0 {
			p.giveNames([]int{k}, n, end, "", false)
			return true
		}
		if k := p.segmentName(q); k >= 0 {
			p.giveNames([]int{k}, n, end, "", false)
			p.d.subject(p, []int{k})
			return true
		}
		if k := p.described(); k >= 0 {
			p.giveNames([]int{k}, n, end, "", false)
			return true
		}
		if p.d.resume && p.d.lastSubject != nil {
			p.giveSubject(n, end, "")
			return true
		}
		return false
	}
	if p.kind(q) == kOpen {
		if p.kind(after) != kClose && p.kind(after) != kComma && p.kind(after) != kSep && p.kind(after) != kSepTitle {
			return false
		}
		p.giveNames([]int{k}, n, end, "", true)
		return true
	}
	if !p.endsClause(after) {
		return false
	}
	switch p.kind(k - 1) {
	case kStart, kComma, kClose, kOpen:
		p.giveNames([]int{k}, n, end, "", true)
		p.d.subject(p, []int{k})
		return true
	}
	return false
}

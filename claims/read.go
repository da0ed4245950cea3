package claims

import (
	"strings"

	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
)

// walk is what is known while one clause is read from left to right.
type walk struct {
	lo     int32 // items before it belong to an earlier figure or to who speaks
	time   int   // governing time named in this clause
	own    int   // time of the next figure only: 去年的
	per    bool  // 每年 as a time
	denied bool
	will   bool     // 将 alone tells that a clause looks ahead
	modal  Modality // of this clause; empty where no word tells
	tail   bool     // the word that tells ends the clause
	carry  bool     // the clauses after it are meant the same way
	from   int      // quantity a change starts from, or None
	held   left     // what stands before 由
	by     int      // claim of out whose figure may turn out to be a change: 下降0.8个百分点至4.1%
	n      int      // claims of the clause
	last   int32    // item of the figure of the last claim
	skip   bool     // a figure of a prepositional phrase was passed over
	seen   bool     // the clause has a figure
}

// clause reads the clause at hand.
func (x *run) clause() {
	w := walk{lo: x.lo, time: None, own: None, from: None, by: -1, last: -1}
	if x.breakdown(x.lo, x.hi) {
		x.st.time, x.st.split = x.st.frame, true
	}
	if x.st.soft && x.st.modality == Forecast && x.noun(x.lo) && x.work[x.lo].has(cOrg) || x.st.soft && x.st.modality == Forecast && (x.work[x.lo].pos == segment.NT || x.work[x.lo].pos == segment.NR) {
		x.st.modality, x.st.soft, x.st.time = Fact, false, None // 楼价下半年将跌，集团手头现金92亿元
	}
	before := x.st.time
	for k := x.lo; k < x.hi; k++ {
		it := &x.work[k]
		switch it.kind {
		case when:
			if w.n == 0 || k >= w.lo { // not in what is said of the figure: 三成网民在春节前出游
				x.when(&w, k)
			}
		case figure:
			w.seen = true
			k = x.figure(&w, k)
		case word:
			if it.has(cSay) && !it.has(cTo) && w.n == 0 && !w.seen {
				x.utters(k)
			}
			switch {
			case it.has(cGuess) && !it.has(cTarget) && k > x.lo && k+1 < x.hi && x.noun(k-1) && !x.work[k-1].has(cInd):
				w.lo = k + 1
				if it.has(cForecast) {
					w.modal, w.carry = Forecast, true // 业者估计成本增加
				}
			case it.has(cSay) && (k > x.lo && x.de(k-1) || it.has(cTo) && k+1 < x.hi && x.work[k+1].kind == figure):
				// 6月的预测
			case it.has(cSee) && k+1 == x.hi && w.n == 0:
				x.spoken(&w, k, before) // 记者13日获悉
			case it.has(cSay) && x.spoken(&w, k, before) && k+1 < x.hi, it.has(cSee) && k+1 < x.hi && x.is2(k, '显', '示'):
				w.lo = k + 1
				w.denied = w.denied || it.has(cDenied)
			case it.has(cForecast | cTarget):
				if it.has(cGuess) && it.has(cTarget) && k > x.lo && k+1 < x.hi && x.work[k+1].kind == figure && (x.noun(k-1) || x.verb(k-1)) {
					continue // 提出议案建议468件
				}
				if it.has(cWeak) && k+1 < x.hi && x.work[k+1].kind == figure {
					continue // 需要5万元
				}
				if it.has(cTarget) && k+1 < x.hi && (x.de(k+1) || k > x.lo && x.noun(k-1) && x.work[k+1].has(cInd) && x.runes(k+1, k+2) == 1) {
					x.st.plan = true
					continue // 完成年计划的102.9%, 计划量
				}
				if x.is2(k, '规', '划') && k > x.lo && k+1 < x.hi && x.noun(k-1) && x.noun(k+1) {
					continue // 城市规划设计院
				}
				if it.has(cGuess) && it.has(cTarget) && k+1 < x.hi && x.noun(k+1) && !x.figured(k+1) {
					continue // 提出认证申请
				}
				if it.has(cGuess) && k+1 < x.hi && x.noun(k+1) && !x.work[k+1].has(cInd) {
					w.lo = k + 1 // 他希望双方每年互访2次
				}
				w.will = w.modal == "" && it.j-it.i == 1 && x.fold[it.i] == '将'
				w.modal = Forecast
				if it.has(cTarget) {
					w.modal = Target
				}
				w.carry = !it.has(cWeak) && !(it.has(cGuess) && it.has(cTarget) && k+1 < x.hi)
				w.tail = x.ends(k + 1)
			case x.is2(k, '现', '有'), x.is2(k, '如', '今'), x.is2(k, '目', '前'), x.is2(k, '现', '在'), x.is2(k, '当', '前'):
				w.time, x.st.time = None, None
			case it.has(cDenied):
				if it.j-it.i > 1 || x.fold[it.i] != '非' || k+1 >= x.hi || !x.noun(k+1) {
					w.denied = true // but 非文保区
				}
			case it.has(cPast):
				w.modal, w.carry = Fact, true
			case w.modal == "" && it.has(cAdv) && (x.is(k, '可') || x.is2(k, '可', '以') || x.is(k, '能')) && x.built(k):
				w.modal, w.carry = Forecast, true // 完工后可增加
			}
		}
	}
	if w.n == 0 {
		if w.seen && !x.st.fresh && x.noun(x.lo) {
			x.st.measure = phrase{} // the sentence is about something else
		}
		if x.releases() {
			x.st.subject, x.st.time = phrase{}, before
		} else {
			x.topic()
		}
	}
	if w.carry && (w.n > 0 || w.tail || x.work[x.lo].has(cForecast|cTarget)) {
		x.st.modality, x.st.soft = w.modal, w.will
	}
}

// utters notes the office or the firm that says something with the word of item k: its own figures may follow.
func (x *run) utters(k int32) {
	o := x.lo
	for o < k && (x.work[o].kind == when || x.work[o].kind == word && x.work[o].has(cLink|cAdv)) {
		o++
	}
	if o >= k || !x.noun(o) {
		return
	}
	e := x.nounRight(o, k, false)
	m := x.whose(o, e-1)
	if m <= o {
		return
	}
	last := &x.work[m-1]
	switch s := (span{o, m}); {
	case x.agency(s) && m == e:
		x.st.actor = x.phrase(s)
	case last.has(cOrg) && !last.has(cOwner) && !x.agency(s):
		x.st.subject = x.phrase(s) // 昇达电机总经理说
	}
}

// spoken tells that item k is a word of saying, if the clause says that somebody speaks: a time before it is when, not of
// what is said.
func (x *run) spoken(w *walk, k int32, before int) bool {
	if w.n > 0 || w.seen {
		return true
	}
	w.time, w.own = None, None
	x.st.time = before
	if len(x.out) == x.st.first && x.cl.anchor < 0 {
		x.st.time = None // 在昨天的会上，张三说
	}
	return true
}

// figured reports whether the clause has a figure soon after item k.
func (x *run) figured(k int32) bool {
	for end := min(x.hi, k+2*maxPhrase); k < end; k++ {
		if x.work[k].kind == figure {
			return true
		}
	}
	return false
}

// ends reports whether from item k on the clause only tells when: 力争到2025年.
func (x *run) ends(k int32) bool {
	if x.hi-k > maxPhrase {
		return false
	}
	for ; k < x.hi; k++ {
		if it := &x.work[k]; it.kind != when && (it.kind != word || !it.has(cPrep|cTo) && !it.has(cAdv)) {
			return false
		}
	}
	return true
}

// when notes the time of item k.
func (x *run) when(w *walk, k int32) {
	it := &x.work[k]
	if x.fold[it.i] == '每' {
		w.per = true
		return
	}
	if t := &x.doc.Times[it.ref]; t.From == "" && t.To == "" && t.EDTF == "" {
		return
	}
	if k+2 < x.hi && x.de(k+1) && x.work[k+2].kind == figure {
		if kind := x.doc.Quantities[x.work[k+2].ref].Kind; k > x.lo && (rateKind(kind) || kind == numbers.KindMultiple) &&
			x.work[k-1].has(cLevel|cTo|cBelow|cAbove|cNear) {
			return // 恢复到2019年同期的六成
		}
		w.own = int(it.ref)
		return
	}
	if k+2 < x.hi && k > x.lo && x.verb(k+1) && x.de(k+2) {
		return // 2021年7月到期的债券
	}
	if k > x.lo && x.joins(k-1) && k+1 < x.hi && (x.is2(k+1, '相', '同') || x.is2(k+1, '持', '平') || x.is2(k+1, '一', '致') || x.is2(k+1, '相', '当')) {
		return // 与上月相同
	}
	if k > x.lo && x.work[k-1].kind == word && x.work[k-1].has(cAbove|cBelow) {
		return // 高于9月的49.8
	}
	if it.j-it.i == 2 && x.fold[it.i] == '后' && k > x.lo && x.verb(k-1) {
		return // 达产后年产值
	}
	if k+1 < x.hi && x.work[k+1].has(cBase) && k > x.lo && x.joins(k-1) {
		x.st.basis = "" // 与2011年相比
		switch f := x.basis(it.i, it.j); {
		case f&cYoY != 0:
			x.st.basis = YearOnYear
		case f&cQoQ != 0:
			x.st.basis = Sequential
		}
		return
	}
	if k > x.lo && x.is(k-1, '到') && w.modal == "" {
		w.modal, w.carry = Target, true // 到2030年
		w.tail = w.tail || x.st.plan && x.ends(k+1)
	}
	if k > x.lo {
		switch p := &x.work[k-1]; {
		case p.has(cBase):
			return
		case p.has(cLocal):
			w.time = int(it.ref)
			return
		case p.has(cFrom):
			if last := x.fold[it.j-1]; last != '来' && last != '起' {
				return
			}
		}
	}
	w.time = int(it.ref)
	if n := it.j - it.i; n > 2 && string(x.fold[it.j-2:it.j]) == "同期" && x.st.time != None {
		return // 去年同期为1.1亿元: of this clause alone
	}
	if x.st.time == None && !x.st.split && x.cl.anchor < 0 && !x.releases() {
		x.st.frame = w.time
	}
	x.st.time = w.time
}

// lead returns the noun phrase at the head of the clause where something is said of it, and the items up to its end.
func (x *run) lead(k int32) (s span, ok bool) {
	end := min(x.hi, k+maxPhrase)
	for k < end && (x.work[k].kind == when || x.work[k].kind == word && x.work[k].has(cLink|cAdv) && !x.noun(k)) {
		k++
	}
	head := k
	if k+1 < x.hi && x.work[k].kind == figure && x.fold[x.work[k].i] >= 0x4E00 && x.noun(k+1) {
		k++ // 两家医院
	}
	if k >= x.hi || !x.noun(k) {
		return span{}, false
	}
	e := x.nounRight(k, x.hi, true)
	k = head
	if x.lapse(&k, e-1) {
		return span{}, false
	}
	if e == x.hi && k == x.lo && e-k > 1 {
		return span{k, e}, x.nameable(span{k, e})
	}
	if e >= x.hi || x.work[e].has(cSay) || x.de(e) {
		return span{}, false
	}
	switch x.fold[x.work[e-1].j-1] {
	case '年', '月', '日', '天', '次', '周':
		return span{}, false // 第三个月
	}
	next := &x.work[e]
	if !(x.verb(e) || next.kind == word && x.fold[next.i] == '最' || next.has(cAdv|cPrep|cLevel) || next.pos == segment.D || next.pos == segment.AD || next.pos == segment.P || next.pos == segment.V || next.kind == when) {
		return span{}, false
	}
	return span{k, e}, x.nameable(span{k, e})
}

// topic lets a clause without claims name the subject, or the measure, of those after it.
func (x *run) topic() {
	switch last := &x.work[x.hi-1]; {
	case last.j-last.i >= 2 && string(x.fold[last.j-2:last.j]) == "期间":
		return // 两会期间
	case last.pos == segment.F && x.fold[last.i] == '后':
		s, ok := x.lead(x.lo)
		if ok && (x.strong(s) || x.work[s.j-1].has(cThing)) && !x.is2(x.hi-2, '发', '生') {
			x.st.subject = x.phrase(s) // 项目建成后
		}
		return // 地震发生后
	case last.pos == segment.F && x.fold[last.i] != '中':
		return
	case last.kind == word && x.hi-x.lo > 1 && (x.fold[last.j-1] == '电' || x.fold[last.j-1] == '讯') && x.cl.first && last.j-last.i <= 2:
		return // 新华网长春1月9日电
	}
	if last := x.hi - 1; last > x.lo && x.is(last, '中') && x.noun(last-1) {
		o := x.nounLeft(last-1, x.lo) // 受访的1200名家长中
		if e := x.nounRight(x.lo, last, false); e > x.lo && e < o && x.strong(span{x.lo, e}) {
			x.st.subject, x.st.among = x.phrase(span{x.lo, e}), true // 全市220个社区中
			return
		}
		x.st.subject, x.st.among = x.phrase(span{o, last}), true
		if x.st.subject.folk {
			x.st.crowd = x.st.subject
		}
		return
	}
	x.st.plan = x.st.plan || x.planned()
	s, ok := x.lead(x.lo)
	if !ok || x.work[x.hi-1].has(cSee|cSay|cGuess) || x.work[s.j-1].kind == word && x.work[s.j-1].ref >= 0 {
		return
	}
	for m := s.j; m < x.hi; m++ {
		if x.work[m].has(cSay) {
			return
		}
	}
	if s.j == x.hi {
		if n := s.j - 1; x.is2(n, '新', '高') || x.is2(n, '新', '低') {
			for n > s.i && !x.work[n].has(cInd) {
				n-- // 最大负荷四创新高
			}
			if n > s.i {
				s.j = n + 1
			}
		}
	}
	if s.j == x.hi {
		x.st.subject = x.phrase(s)
		return
	}
	x.st.list = x.st.list[:0]
	if x.list(s, strings.Count(string(x.fold[x.work[s.i].i:x.work[s.j-1].j]), "、")+2); len(x.parts) > 1 {
		for _, p := range x.parts {
			x.st.list = append(x.st.list, span{x.work[p.i].i, x.work[p.j-1].j}) // 甲类和乙类分列二、三位
		}
		x.st.measures = false
	}
	if next := &x.work[s.j]; x.work[s.j-1].has(cInd) && !(next.kind == word && next.has(cPrep)) {
		// 报名人数再创新高，达到1342万人
		m := x.whose(s.i, s.j-1)
		if m == s.i && !x.topical() {
			m = x.holder(s.i, s.j-1)
		}
		x.st.measure, x.st.fresh, x.st.kind, x.st.measured = x.phrase(span{m, s.j}), true, "", true
		if m > s.i {
			x.st.subject = x.phrase(trimJoin(x, span{s.i, m}))
			x.st.owner = x.st.subject
		}
		return
	}
	if !x.strong(s) && x.topical() && len(x.out) > x.st.first {
		return // 港铁盈利60亿元，车务营运转亏为盈
	}
	x.st.subject = x.phrase(s)
}

// releases reports whether the clause says that somebody publishes figures, of whoever it may be: 国家统计局15日发布数据. Those
// of a company's report are its own.
func (x *run) releases() bool {
	last := &x.work[x.hi-1]
	if last.kind != word || last.j-last.i > 4 || last.j-last.i < 2 {
		return false
	}
	switch string(x.fold[last.j-2 : last.j]) {
	case "数据", "公报", "报告", "通报", "结果", "快报", "简报", "月报", "情况":
	default:
		return false
	}
	for k := x.lo; k+1 < x.hi; k++ {
		it := &x.work[k]
		if it.kind == word && it.j-it.i >= 2 {
			switch string(x.fold[it.i : it.i+2]) {
			case "发布", "公布", "发表", "披露", "通报":
				return true
			}
		}
	}
	return false
}

// planned reports whether the clause names a plan that what follows is of: 根据方案.
func (x *run) planned() bool {
	if it := &x.work[x.lo]; it.kind != word || !it.has(cOther) {
		return false
	}
	it := &x.work[x.hi-1]
	if it.kind != word || it.j-it.i < 2 {
		return false
	}
	switch string(x.fold[it.j-2 : it.j]) {
	case "方案", "规划", "计划", "纲要", "目标", "意见", "要求", "部署":
		return true
	}
	return false
}

// figure reads the figure at item q and returns the last item it used.
func (x *run) figure(w *walk, q int32) int32 {
	l := x.parseLeft(w.lo, q)
	own := w.own
	w.own = None
	start := w.lo
	w.lo = q + 1
	id := int(x.work[q].ref)
	if q > x.lo && x.work[q-1].kind == figure && start == q && w.last == q-1 {
		// 5金3银2铜
		c := x.out[len(x.out)-1]
		if a, b := &x.doc.Quantities[c.Quantity], &x.doc.Quantities[id]; a.Kind == numbers.KindCount && b.Kind == numbers.KindCount {
			c.Quantity = id
			x.out = append(x.out, c)
			w.last = q
			return q
		}
	}
	if d := &x.doc.Quantities[id]; d.Kind == numbers.KindOrdinal && w.last >= 0 && start == w.last+1 && start < q && x.joins(start) && q-start <= 4 {
		if c := x.out[len(x.out)-1]; c.Relation == Rank {
			c.Quantity = id // 居全省第一、全国第三
			x.out = append(x.out, c)
			w.last = q
			return q
		}
	}
	if l.joined && w.by >= 0 && q-start == 1 && x.is(q-1, '或') {
		// 跌312点或1.43%
		c := x.out[w.by]
		c.Quantity = id
		x.out = append(x.out, c)
		return q
	}
	if l.from && x.later(q) {
		w.from = id
		w.held = x.parseBefore(start, l.stop)
		return q
	}
	if w.by >= 0 && l.to && (l.dir == 0 || l.dir == x.dirOf(w.by)) && l.measure.empty() && l.subject.empty() {
		c := &x.out[w.by]
		c.Change, c.Quantity = c.Quantity, id
		if c.Relation == IncreaseBy {
			c.Relation = IncreaseTo
		} else {
			c.Relation = DecreaseTo
		}
		x.remember(w.by)
		w.by = -1
		return q
	}
	w.by = -1
	if x.names(&l, q, start) {
		x.work[q].kind = word
		w.lo = start
		return q
	}
	l.total = w.n > 0 && l.flags&cTotal != 0
	if w.from != None {
		if l.measure.empty() {
			l.measure, l.verb = w.held.measure, w.held.verb
		}
		if l.subject.empty() {
			l.subject = w.held.subject
		}
		l.flags |= w.held.flags
	}
	if l.flags&cDist != 0 {
		x.group = append(x.group[:0], q)
		e := q + 1
		for e+1 < x.hi && x.joins(e) && x.work[e+1].kind == figure {
			x.group = append(x.group, e+1)
			e += 2
		}
		if len(x.group) > 1 {
			x.pair(w, &l)
			w.lo = e
			return e - 1
		}
	}
	c, ok := x.decide(w, &l, q, own)
	w.from = None
	if !ok {
		if x.doc.Quantities[id].Kind == numbers.KindDuration {
			w.lo = start
		}
		return q
	}
	x.out = append(x.out, c.claim)
	x.remember(len(x.out) - 1)
	w.n++
	w.last = q
	if c.claim.Relation == IncreaseBy || c.claim.Relation == DecreaseBy {
		w.by = len(x.out) - 1
	}
	if c.used > q {
		w.lo = c.used
	}
	return c.past
}

// is2 reports whether item k is the word of runes a and b.
func (x *run) is2(k int32, a, b rune) bool {
	it := &x.work[k]
	return it.j-it.i == 2 && x.fold[it.i] == a && x.fold[it.i+1] == b
}

func (x *run) dirOf(c int) class {
	if x.out[c].Relation == DecreaseBy {
		return cDown
	}
	return cUp
}

// parseBefore reads the phrase that ends with item k.
func (x *run) parseBefore(lo, k int32) left {
	for k >= lo && (x.work[k].kind == when || x.work[k].kind == word && !x.noun(k) && !x.verb(k) &&
		(x.work[k].has(cAdv) || x.work[k].pos == segment.D)) {
		k--
	}
	return x.parseLeft(lo, k+1)
}

// names reports whether a figure at the head of a clause that goes on to another only tells how many the subject is of:
// 两家医院去年营业收入32亿元.
func (x *run) names(l *left, q, start int32) bool {
	d := &x.doc.Quantities[x.work[q].ref]
	if x.qualifies(l, q) {
		return true
	}
	whose := x.where(l) // 全市38所公立幼儿园
	placed := q > whose.i && whose.j == q && l.verb < 0 && x.ownerOnly(q-1) && x.whose(whose.i, q-1) == q
	if d.Kind != numbers.KindCount || start != x.lo || l.joined || !placed && (!l.measure.empty() || !l.subject.empty()) || l.pred != 0 || l.dir != 0 || l.prep {
		return false
	}
	if r := x.fold[x.work[q].i]; r < 0x4E00 && !placed {
		return false
	}
	r := x.parseRight(q, x.hi, false)
	if s := x.quants[x.work[q].ref]; s.j-s.i == 2 && x.fold[s.j-1] == '家' && !placed && x.hasVerb(r.rest) && !r.noun.empty() {
		return true // 两家工厂满负荷运转
	}
	return r.next && !r.de && !r.in && !r.attr && !r.noun.empty() && !r.rest.empty() && !x.joins(r.rest.j) && !x.work[r.noun.j-1].has(cInd)
}

// qualifies reports whether a figure only tells which ones are counted by the figure after it: 10亿元以上项目2个,
// 居183个县第12位, 9市38个县区5万人受灾.
func (x *run) qualifies(l *left, q int32) bool {
	r := x.parseRight(q, x.hi, false)
	if k := q + 1; k < x.hi && x.work[k].kind == figure && l.verb < 0 && l.pred == 0 && x.heads(int(x.work[q].ref)) && x.heads(int(x.work[k].ref)) {
		return true // 127户356人
	}
	if r.noun.empty() || !r.next {
		return false
	}
	e := r.noun.j
	if x.doc.Quantities[x.work[q].ref].Kind == numbers.KindCount && !r.de && l.verb < 0 && l.pred == 0 && e+1 < x.hi && x.work[e].has(cPer|cMean) && x.measures(e+1) {
		return true // 32名快递员人均月收入
	}
	if r.de && e+1 < x.hi && x.work[e].has(cExist|cLevel) && x.work[e+1].kind == figure && x.doc.Quantities[x.work[e+1].ref].Kind == numbers.KindCount {
		return true // 注册率低于六成的学校有14所
	}
	if x.work[q].ref >= 0 {
		s := x.quants[x.work[q].ref]
		if n := s.j - s.i; n > 3 && (x.fold[s.j-2] == '以' && (x.fold[s.j-1] == '上' || x.fold[s.j-1] == '下')) {
			return e < x.hi && (x.work[e].kind == figure || e+1 < x.hi && x.work[e].has(cLevel) && x.work[e+1].kind == figure)
		}
	}
	if !r.de && x.doc.Quantities[x.work[q].ref].Kind == numbers.KindCount && l.verb < 0 && (l.measure.empty() || x.fold[x.work[e-1].j-1] == '数' && x.fold[x.work[e-1].j-2] == '指') && l.pred&^cLevel == 0 && l.dir == 0 &&
		r.noun.j-r.noun.i > 1 && x.work[e-1].has(cInd|cRise|cFall) && !x.joins(e-2) {
		for e < x.hi && x.work[e].kind == word && x.work[e].has(cAdv|cLevel|cTo|cChange) {
			e++
		}
		return e < x.hi && x.work[e].kind == figure // 8只股票涨幅超过10%
	}
	if r.de || e >= x.hi || x.work[e].kind != figure || x.doc.Quantities[x.work[q].ref].Kind != numbers.KindCount {
		return false
	}
	next := &x.doc.Quantities[x.work[e].ref]
	if next.Kind == numbers.KindOrdinal {
		return l.pred&cRank != 0
	}
	if next.Kind != numbers.KindCount || !l.measure.empty() && l.verb >= 0 {
		return false
	}
	switch x.fold[x.work[e-1].j-1] {
	case '市', '州', '县', '区', '乡', '镇', '村', '省':
		n := x.parseRight(e, x.hi, false)
		return x.bodies(next) && n.noun.empty() && x.hasVerb(n.rest)
	}
	return false
}

// later reports whether another figure follows q in the clause after a word of change.
func (x *run) later(q int32) bool {
	for k := q + 1; k < min(x.hi, q+maxPhrase); k++ {
		it := &x.work[k]
		if it.kind == figure {
			for m := q + 1; m < k; m++ {
				if x.work[m].has(cChange | cTo | cTimes) {
					return true
				}
			}
			return x.work[k].kind == figure && x.doc.Quantities[it.ref].Kind == numbers.KindMultiple
		}
	}
	return false
}

// within reports whether 其中 stands before item q.
func (x *run) within(q int32) bool { return q > x.lo && x.work[q-1].has(cWithin) }

// remember makes the claim at index c what the next ones may inherit from: its kind and unit too, where it gives a level and
// not a change.
func (x *run) remember(c int) {
	p := &x.out[c]
	x.st.last = c
	q := p.Quantity
	switch p.Relation {
	case IncreaseBy, DecreaseBy, MultiplyBy:
		if q = p.From; q == None {
			if p.Measure.How == Explicit {
				x.st.kind, x.st.code = "", ""
			}
			return
		}
	}
	d := &x.doc.Quantities[q]
	x.st.kind, x.st.code = d.Kind, d.Unit.Code
	if d.Kind == numbers.KindOrdinal {
		x.st.kind, x.st.code = "", ""
	}
}

// built reports whether what stands before item k in the clause tells that something will be ready: 完工后, 建成后.
func (x *run) built(k int32) bool {
	for m := max(x.lo+1, k-8); m < k; m++ {
		if !x.is(m, '后') && !x.is2(m, '之', '后') && !x.is2(m, '以', '后') && !(x.work[m].kind == when && x.fold[x.work[m].i] == '后') {
			continue
		}
		switch string(x.fold[x.work[m-1].i:x.work[m-1].j]) {
		case "完工", "建成", "投产", "竣工", "通车", "落成", "启用", "达产", "投用", "投运", "开通", "运营", "使用", "完成":
			return true
		}
	}
	return false
}

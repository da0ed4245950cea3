package claims

import (
	"strconv"

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
}

// clause reads the clause at hand.
func (x *run) clause() {
	w := walk{lo: x.lo, time: None, own: None, from: None, by: -1, last: -1}
	for k := x.lo; k < x.hi; k++ {
		it := &x.work[k]
		switch it.kind {
		case when:
			x.when(&w, k)
		case figure:
			k = x.figure(&w, k)
		case word:
			switch {
			case it.has(cGuess) && !it.has(cTarget) && k > x.lo && k+1 < x.hi && x.noun(k-1) && !x.work[k-1].has(cInd):
				w.lo, w.modal, w.carry = k+1, Forecast, true // 业者估计成本增加
			case it.has(cSay) && k+1 < x.hi, it.has(cSee) && k+1 < x.hi && x.is2(k, '显', '示'):
				w.lo = k + 1
				w.denied = w.denied || it.has(cDenied)
			case it.has(cForecast | cTarget):
				if it.has(cWeak) && k+1 < x.hi && x.work[k+1].kind == figure {
					continue // 需要5万元
				}
				w.will = w.modal == "" && it.j-it.i == 1 && x.fold[it.i] == '将'
				w.modal = Forecast
				if it.has(cTarget) {
					w.modal = Target
				}
				w.carry = !it.has(cWeak)
				w.tail = k+1 == x.hi
			case x.is2(k, '如', '今') || x.is2(k, '目', '前') || x.is2(k, '现', '在') || x.is2(k, '当', '前'):
				w.time, x.st.time = None, None
			case it.has(cDenied):
				w.denied = true
			case it.has(cPast):
				w.modal, w.carry = Fact, true
			}
		}
	}
	if w.n == 0 {
		x.topic()
	}
	if w.carry && (w.n > 0 || w.tail || x.work[x.lo].has(cForecast|cTarget)) {
		x.st.modality = w.modal
	}
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
		w.own = int(it.ref)
		return
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
	x.st.time = w.time
}

// lead returns the noun phrase at the head of the clause where something is said of it, and the items up to its end.
func (x *run) lead(k int32) (s span, ok bool) {
	end := min(x.hi, k+maxPhrase)
	for k < end && (x.work[k].kind == when || x.work[k].kind == word && x.work[k].has(cLink|cAdv) && !x.noun(k)) {
		k++
	}
	if k >= x.hi || !x.noun(k) {
		return span{}, false
	}
	e := x.nounRight(k, x.hi, true)
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
	if !(x.verb(e) || next.has(cAdv|cPrep|cLevel) || next.pos == segment.D || next.pos == segment.AD || next.pos == segment.P || next.pos == segment.V || next.kind == when) {
		return span{}, false
	}
	return span{k, e}, x.nameable(span{k, e})
}

// topic lets a clause without claims name the subject, or the measure, of those after it.
func (x *run) topic() {
	if last := &x.work[x.hi-1]; last.pos == segment.F && x.fold[last.i] != '中' {
		return // 地震发生后
	}
	if last := x.hi - 1; last > x.lo && x.is(last, '中') && x.noun(last-1) {
		o := x.nounLeft(last-1, x.lo) // 受访的1200名家长中
		if e := x.nounRight(x.lo, last, false); e > x.lo && e < o && x.strong(span{x.lo, e}) {
			x.st.subject, x.st.among = x.phrase(span{x.lo, e}), true // 全市220个社区中
			return
		}
		x.st.subject, x.st.among = x.phrase(span{o, last}), true
		return
	}
	s, ok := x.lead(x.lo)
	if !ok || x.work[x.hi-1].has(cSee|cSay|cGuess) {
		return
	}
	for m := s.j; m < x.hi; m++ {
		if x.work[m].has(cSay) {
			return
		}
	}
	if s.j == x.hi {
		x.st.subject = x.phrase(s)
		return
	}
	if next := &x.work[s.j]; x.work[s.j-1].has(cInd) && !(next.kind == word && next.has(cPrep)) {
		// 报名人数再创新高，达到1342万人
		m := x.owner(s.i, s.j-1)
		x.st.measure, x.st.fresh, x.st.kind, x.st.measured = x.phrase(span{m, s.j}), true, "", true
		if m > s.i {
			x.st.subject = x.phrase(trimJoin(x, span{s.i, m}))
		}
		return
	}
	x.st.subject = x.phrase(s)
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
	return q
}

// is2 reports whether item k is the word of runes a and b.
func (x *run) is2(k int32, a, b rune) bool {
	it := &x.work[k]
	return it.j-it.i == 2 && x.fold[it.i] == a && x.fold[it.i+1] == b
}

// modality is how the figures of the clause are meant. What somebody will do is a plan, what will be is a forecast.
func (x *run) modality(w *walk, l *left) Modality {
	if l.flags&cTarget != 0 && w.modal == "" {
		return Target // 目标为85座
	}
	if w.will && l.verb >= 0 && l.dir == 0 && l.pred == 0 {
		w.modal = Target
	}
	if w.modal != "" {
		return w.modal
	}
	return x.st.modality
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

// decided is a claim with how far to the right it reaches.
type decided struct {
	claim Claim
	used  int32
}

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

// decide makes the claim of figure q.
func (x *run) decide(w *walk, l *left, q int32, own int) (decided, bool) {
	id := int(x.work[q].ref)
	d := &x.doc.Quantities[id]
	var none decided
	r := x.parseRight(q, x.hi, l.verb >= 0)
	noun := !r.noun.empty()
	rate := rateKind(d.Kind)
	if l.prep && d.Kind == numbers.KindMoney && l.stop == q-1 && x.is(q-1, '以') && !r.rest.empty() && x.verb(r.rest.i) {
		// 以8.2亿港元购入工厦
		end := x.restEnd(r.rest)
		s, _ := x.subjectLeft(q-2, x.lo, &l.flags)
		c := Claim{Span: x.clauseSpan(), Quantity: id, From: None, Change: None, Time: None, Modality: x.modality(w, l), Relation: x.relation(l, d, false, q)}
		x.finish(w, &c, l, x.phrase(s), x.phrase(x.trim(span{r.rest.i, end})), Explicit, own)
		return decided{c, q + 1}, true
	}
	if l.prep && !(rate && r.de && noun && x.work[r.noun.j-1].has(cInd)) ||
		l.joined && noun && !r.rest.empty() && (x.is(q-1, '与') || x.is(q-1, '同') || x.is(q-1, '跟')) {
		w.skip = true
		return none, false
	}
	if l.over != 0 {
		switch d.Kind {
		case numbers.KindPercent, numbers.KindPercentPoint, numbers.KindFraction, numbers.KindMultiple:
			l.dir, l.base = cUp, true
			if l.over == cBelow {
				l.dir = cDown
			}
		default:
			return none, false
		}
	}
	if w.skip {
		if s, ok := x.lead(x.lo); ok {
			l.subject = s
		}
	}
	if d.Kind == numbers.KindCount && !noun && x.hasVerb(r.rest) && l.verb < 0 && l.pred == 0 {
		switch d.Unit.Code {
		case "次", "遍", "回", "趟", "度":
			return none, false // 四次刷新纪录
		}
	}
	if l.whole && !r.noun.empty() && d.Kind == numbers.KindCount {
		// 来自8个省份的160名学员: what stands before 的 only tells more of them.
		l.measure, l.verb, l.whole = span{}, -1, false
		l.subject, _ = x.lead(x.lo)
	}
	if r.attr && d.Kind != numbers.KindPercent && d.Kind != numbers.KindFraction && !(l.dir != 0) {
		return none, false
	}
	if !x.nameable(l.subject) {
		l.subject = span{}
	}
	if x.slight(l.subject) && !l.measure.empty() && l.subject.j == l.measure.i {
		if l.measure.i == l.verb {
			l.verb = l.subject.i
		}
		l.measure.i, l.subject = l.subject.i, span{}
		if l.measure.i > x.lo {
			l.subject, _ = x.subjectLeft(l.measure.i-1, x.lo, &l.flags)
			if !x.nameable(l.subject) {
				l.subject = span{}
			}
		}
	}
	if x.restates(l) || x.heading(q, &r, l) {
		return none, false
	}
	if r.de && !rateKind(d.Kind) && d.Kind != numbers.KindCount && d.Kind != numbers.KindNumber && l.verb < 0 && l.dir == 0 {
		return none, false // 700元的手机
	}
	if r.in || !x.asserted(l, &r, q) || x.vague(l, &r, q, d) {
		return none, false
	}
	var measure, subject phrase
	used := q + 1
	share := l.pred&cShare != 0
	switch {
	case l.give >= 0 && noun && !r.rest.empty() && x.hasVerb(r.rest):
		// 对500名学生进行体检
		end := x.restEnd(r.rest)
		measure = x.around(l.give, q, end, r.de)
		s, _ := x.subjectLeft(l.give-1, x.lo, &l.flags)
		subject = x.phrase(s)
		used = end
	case l.dir != 0:
		subject = x.phrase(l.subject)
		if !l.measure.empty() {
			measure = x.phrase(l.measure)
		} else if noun && !r.de && !rate && !l.to {
			measure = x.phrase(r.noun)
			if !subject.ok {
				subject = x.phrase(r.owner)
			}
			used = r.noun.j
		}
	case rate && r.de && noun && x.work[r.noun.j-1].has(cRise|cFall):
		return none, false // 0.2%的跌幅超出预期
	case rate && r.de && noun && l.measure.empty() && x.work[r.noun.j-1].has(cInd) && d.Kind == numbers.KindPercent:
		measure, subject = x.phrase(r.noun), x.phrase(r.owner) // 4%的利率
		used = r.noun.j
	case rate && noun && (l.verb < 0 && l.measure.empty() && (r.de || l.dir == 0 && l.pred&^cLevel == 0 && (x.hasVerb(r.rest) || !r.rest.empty() && x.work[r.noun.j-1].pos == segment.VN)) || r.de && l.joined):
		// 三分之二的受访者表示支持
		if r.rest.empty() || !x.hasVerb(r.rest) && r.rest.j-r.rest.i > 6 && x.work[r.noun.j-1].pos != segment.VN {
			return none, false
		}
		n := r.noun
		if !r.owner.empty() {
			n.i = r.owner.i
		}
		end := x.restEnd(r.rest)
		if n.j-n.i > 1 && x.work[n.j-1].pos == segment.VN && !x.hasVerb(r.rest) {
			n.j-- // 儿童生活在贫困线下
			r.rest.i = n.j
		}
		if x.st.among && !r.de {
			measure = x.phrase(x.trim(span{n.i, end})) // 六成私人执业
		} else {
			subject, measure = x.phrase(n), x.phrase(x.trim(span{r.rest.i, end}))
		}
		share = true
		used = end
	case rate && !r.de && !noun && !share && l.dir == 0 && l.measure.empty() && !r.rest.empty() && x.hasVerb(r.rest) &&
		(l.flags&cExist != 0 && !l.subject.empty() || x.st.among || x.within(q)):
		// 受访者中有43%支持修法，38%反对
		end := x.restEnd(r.rest)
		measure, subject = x.phrase(x.trim(span{r.rest.i, end})), x.phrase(l.subject)
		share = true
		used = end
	case noun && x.takesRight(l, &r, d):
		end := r.noun.j
		verb := l.verb >= 0
		if e := x.restEnd(r.rest); !r.next && e > r.rest.i && (verb && x.work[l.verb].has(cPivot) || !verb && x.runes(r.rest.i, e) <= 16 && x.hasVerb(r.rest)) {
			end = e
		}
		if verb {
			measure = x.around(l.verb, q, end, r.de)
			subject = x.phrase(l.subject)
		} else {
			measure = x.phrase(x.trim(span{r.noun.i, end}))
			if !l.joined {
				subject = x.phrase(x.where(l))
			}
			if !subject.ok {
				subject = x.phrase(r.owner)
			}
		}
		used = end
	case !noun && l.flags&cExist != 0 && l.verb < 0 && !r.rest.empty() && x.hasVerb(r.rest):
		// 全市共有28人死亡
		end := x.restEnd(r.rest)
		measure = x.phrase(x.trim(span{r.rest.i, end}))
		subject = x.phrase(x.where(l))
		used = end
	case x.contrasts(l, d):
		subject = x.phrase(x.where(l)) // 全国为29.8%，城镇为28.8%
		l.measure, l.subject = span{}, span{}
	case !l.measure.empty():
		measure, subject = x.phrase(l.measure), x.phrase(l.subject)
		if l.verb >= 0 && x.work[l.verb].has(cPivot) && !r.rest.empty() && x.hasVerb(r.rest) && l.measure.j-l.measure.i == 1 {
			// 造成3人死亡
			end := x.restEnd(r.rest)
			measure = x.around(l.verb, q, end, false)
			used = end
		}
	case !noun && x.bodies(d) && !r.rest.empty() && x.hasVerb(r.rest) && !l.whole:
		// 500人参加会议
		end := x.restEnd(r.rest)
		measure = x.phrase(x.trim(span{r.rest.i, end}))
		subject = x.phrase(l.subject)
		used = end
	}
	how := Explicit
	if !measure.ok {
		if noun && !rate && x.takesRight(l, &r, d) || !r.rest.empty() && l.dir == 0 && x.cl.anchor < 0 && x.hasVerb(r.rest) || !x.inherits(l, d) {
			return none, false
		}
		measure, how = x.st.measure, Inherited
		if !subject.ok {
			subject = x.phrase(l.subject)
		}
	}
	if how == Explicit && !x.fit(measure, l, d) {
		return none, false
	}
	c := Claim{Span: x.clauseSpan(), Quantity: id, From: None, Change: None, Time: None, Modality: x.modality(w, l), Relation: x.relation(l, d, share, q)}
	if w.from != None {
		c.From = w.from
	}
	x.finish(w, &c, l, subject, measure, how, own)
	return decided{c, used}, true
}

// within reports whether 其中 stands before item q.
func (x *run) within(q int32) bool { return q > x.lo && x.work[q-1].has(cWithin) }

// finish fills subject, measure, speaker, time, basis and aspect, and passes them on.
func (x *run) finish(w *walk, c *Claim, l *left, subject, measure phrase, how How, own int) {
	if w.denied {
		c.Modality = Denied
	}
	c.Measure = x.part(measure, how)
	if subject.ok {
		c.Subject = x.part(subject, Explicit)
		x.st.subject = subject
	} else if l.pred&cShare != 0 && l.measure.j-l.measure.i >= 1 && x.st.fresh && x.st.measured && x.st.measure.ok && x.st.measure.cutEnd == 0 {
		// 常住人口120万，占全省的三成: it is what was measured that is a share.
		c.Subject = x.part(x.st.measure, Inherited)
	} else if how == Inherited || !l.index {
		c.Subject = x.part(x.st.subject, Inherited)
	}
	x.st.fresh = true
	if l.pred&cShare == 0 || !x.st.measured {
		x.st.measure = measure
	}
	x.st.among = c.Relation == ShareOf
	x.st.measured = l.verb < 0 || l.pred&cShare != 0 && x.st.measured
	flags := l.flags | x.perUnit(measure)
	if w.per {
		flags |= cPer
	}
	switch {
	case flags&cCumul != 0:
		c.Aspect = Cumulative
	case flags&cMean != 0:
		c.Aspect = Mean
	case flags&cPer != 0:
		c.Aspect = PerUnit
	case flags&cTotal != 0:
		c.Aspect = Total
	}
	change := c.Relation == IncreaseBy || c.Relation == DecreaseBy || c.Relation == IncreaseTo || c.Relation == DecreaseTo
	if change {
		switch {
		case flags&cYoY != 0:
			x.st.basis = YearOnYear
		case flags&cQoQ != 0:
			x.st.basis = Sequential
		case l.baseTime != None && x.yearBefore(l.baseTime, w.time):
			x.st.basis = YearOnYear
		case l.base, w.time != None:
			x.st.basis = ""
		}
		if c.Aspect != Mean || flags&(cYoY|cQoQ) != 0 {
			c.Basis = x.st.basis
		}
		if l.baseTime != None && c.Basis == "" {
			x.st.time, w.time = None, None
		}
	}
	switch {
	case own != None:
		c.Time = own
	case w.time != None:
		c.Time = w.time
	default:
		c.Time = x.st.time
	}
	c.Speaker = x.speaker(int(x.quants[c.Quantity].i))
}

// yearBefore reports whether time a is the year before time b, or before the time that governs the sentence.
func (x *run) yearBefore(a, b int) bool {
	if b == None {
		b = x.st.time
	}
	if b == None {
		return false
	}
	p, q := &x.doc.Times[a], &x.doc.Times[b]
	if p.Grain != q.Grain || len(p.From) < 10 || len(q.From) < 10 || p.From[4:] != q.From[4:] {
		return false
	}
	m, err := strconv.Atoi(p.From[:4])
	n, err2 := strconv.Atoi(q.From[:4])
	return err == nil && err2 == nil && m+1 == n
}

// perUnit returns the aspect that the words of the measure tell: 人均收入, 平均工资.
func (x *run) perUnit(p phrase) class {
	if p.j-p.i < 3 {
		return 0
	}
	for k := p.i; k+2 < min(p.j, p.i+maxWord); k++ {
		if x.fold[k] == '每' {
			return cPer // 每股收益
		}
		if x.fold[k+1] != '均' {
			continue
		}
		switch x.fold[k] {
		case '人', '户', '亩', '平', '日', '年', '月':
			return cMean
		}
	}
	return 0
}

// relation tells how the figure relates to its measure.
func (x *run) relation(l *left, d *numbers.Quantity, share bool, q int32) Relation {
	up := l.dir == cUp
	switch {
	case (l.times || l.flags&cTimes != 0) && d.Kind != numbers.KindPercent && d.Kind != numbers.KindFraction:
		return MultiplyBy
	case d.Kind == numbers.KindMultiple && x.turns(q):
		return MultiplyBy
	case l.dir == cMove:
		return Is
	case l.dir != 0 && (l.to || l.flags&cTo != 0 && l.pred&cLevel == 0):
		if up {
			return IncreaseTo
		}
		return DecreaseTo
	case l.dir != 0:
		if up {
			return IncreaseBy
		}
		return DecreaseBy
	case d.Kind == numbers.KindOrdinal:
		return Rank
	case share, l.whole && (d.Kind == numbers.KindPercent || d.Kind == numbers.KindFraction):
		if l.flags&cBelow != 0 {
			return Below
		}
		return ShareOf
	case !l.measure.empty() && x.work[l.measure.j-1].has(cPart) && (d.Kind == numbers.KindPercent || d.Kind == numbers.KindFraction):
		return ShareOf
	}
	switch d.Approx {
	case numbers.Above:
		if l.flags&cMustNot != 0 {
			return AtMost // 不得超过
		}
		return Exceeds
	case numbers.AtLeast:
		return AtLeast
	case numbers.AtMost:
		return AtMost
	case numbers.Range:
		return Between
	case numbers.Below:
		switch s := x.quants[x.work[q].ref]; x.fold[s.i] {
		case '近', '将', '接':
			return Is
		}
		return Below
	}
	bound := l.gap
	if l.verb >= 0 {
		bound = l.flags
	}
	switch {
	case bound&cAtLeast != 0:
		return AtLeast
	case (bound&cAtMost != 0 || bound&cCap != 0 && l.verb >= 0) && d.Kind != numbers.KindTemperature:
		return AtMost
	case bound&cAbove != 0:
		return Exceeds
	case bound&cBelow != 0:
		return Below
	}
	return Is
}

// turns reports whether the figure holds its own 翻: 翻了一番.
func (x *run) turns(q int32) bool {
	it := &x.work[q]
	return x.fold[it.i] == '翻' || x.fold[it.j-1] == '番'
}

// takesRight reports whether the noun after the figure, not the phrase before it, is what is counted.
func (x *run) takesRight(l *left, r *right, d *numbers.Quantity) bool {
	if r.noun.j-r.noun.i == 1 && (x.is2(r.noun.i, '台', '阶') || x.is2(r.noun.i, '大', '关') || x.is2(r.noun.i, '关', '口') || x.is2(r.noun.i, '水', '平')) {
		return false // 站稳5000亿元台阶
	}
	if (r.de || d.Kind == numbers.KindPercent && l.dir == 0) && l.verb >= 0 && l.pred&cShare == 0 && x.verb(l.measure.j-1) && d.Kind != numbers.KindDuration {
		return true // 加征17.4%的关税
	}
	switch d.Kind {
	case numbers.KindPercent, numbers.KindPercentPoint, numbers.KindTemperature, numbers.KindOrdinal, numbers.KindMultiple, numbers.KindDuration:
		return false
	case numbers.KindFraction:
		return r.de && l.measure.empty()
	}
	if l.measure.empty() || l.joined {
		return true
	}
	if l.verb >= 0 {
		last := l.measure.j - 1
		return x.verb(last) || x.particle(last) || d.Kind == numbers.KindCount && !x.work[last].has(cInd) && l.pred == 0
	}
	if x.work[l.measure.j-1].has(cInd) {
		return false
	}
	return d.Kind == numbers.KindCount || d.Kind == numbers.KindNumber
}

// bodies reports whether the unit itself tells that people or households are counted.
func (x *run) bodies(d *numbers.Quantity) bool {
	switch d.Unit.Code {
	case "人", "户", "名", "家", "人次", "例", "所", "个", "辆", "架", "艘", "只", "头":
		return d.Kind == numbers.KindCount
	}
	return false
}

// inherits reports whether a figure without a measure of its own may have that of the claim before.
func (x *run) inherits(l *left, d *numbers.Quantity) bool {
	if !x.st.measure.ok || l.joined || l.whole && l.measure.empty() && !l.times {
		return false
	}
	if l.verb >= 0 {
		return false
	}
	if l.total && x.st.fresh {
		return true // 骗取130名老人养老钱共计2700万元
	}
	switch d.Kind {
	case numbers.KindPercent, numbers.KindPercentPoint, numbers.KindMultiple, numbers.KindFraction:
		if l.dir != 0 || l.times || d.Kind == numbers.KindMultiple {
			return true
		}
	case numbers.KindOrdinal:
		return l.pred&cRank != 0 && x.st.fresh
	case numbers.KindDuration:
		return false
	}
	if !x.st.fresh {
		return false
	}
	if x.cl.anchor >= 0 && (rateKind(x.st.kind) || d.Kind == x.st.kind) {
		return true
	}
	return x.st.kind == "" || (d.Kind == x.st.kind || d.Kind == numbers.KindNumber && l.dir != 0) && (d.Unit.Code == x.st.code || d.Unit.Code == "")
}

// fit reports whether a measure can be measured by the figure.
func (x *run) fit(p phrase, l *left, d *numbers.Quantity) bool {
	if p.j-p.i-(p.cutEnd-p.cut) < 1 {
		return false
	}
	if d.Kind == numbers.KindOrdinal {
		return l.pred&cRank != 0
	}
	if l.measure.empty() {
		return true
	}
	last := &x.work[l.measure.j-1]
	if l.verb < 0 {
		if l.flags&cQuote != 0 && !last.has(cInd|cIndex) {
			return false // 该股报收3.76元: a price, but the text does not say so
		}
		if d.Kind == numbers.KindMoney && !last.has(cInd) && x.fold[x.work[l.measure.i].i] == '一' {
			return false // 一板6.6元
		}
		if last.pos == segment.NR || last.pos == segment.R {
			return false
		}
		if d.Per != "" && d.Kind == numbers.KindMoney && !last.has(cInd|cIndex) && last.pos != segment.VN {
			return false // 汽油每升6.9元: the price is not named
		}
		return true
	}
	if d.Kind == numbers.KindPercentPoint && l.dir == 0 && l.measure.j-l.measure.i == 1 {
		return false // 超前2个百分点
	}
	if d.Kind == numbers.KindPercent && l.measure.j-l.measure.i == 1 && l.dir == 0 {
		switch x.fold[last.i] {
		case '增', '减':
			return false
		}
	}
	return true
}

// asserted reports whether a figure claims anything: lengths of time and ages do so only beside a word that asks for them.
func (x *run) asserted(l *left, r *right, q int32) bool {
	it := &x.work[q]
	d := &x.doc.Quantities[it.ref]
	if d.Kind == numbers.KindOrdinal {
		return l.pred&cRank != 0
	}
	if d.Kind != numbers.KindDuration {
		return true
	}
	if q+1 < x.hi && x.work[q+1].kind == word {
		n := &x.work[q+1]
		switch x.fold[n.i] {
		case '来', '内', '前', '后', '间', '里', '以', '之', '期', '中':
			return false
		}
	}
	if l.measure.empty() && l.dir == 0 {
		return false
	}
	if l.dir != 0 {
		return true
	}
	last := &x.work[l.measure.j-1]
	if x.fold[it.j-1] == '岁' {
		return l.verb < 0 && last.has(cTime)
	}
	if l.verb < 0 && last.has(cTime) || l.pred&cLevel != 0 || l.flags&(cBound|cLast) != 0 {
		return true
	}
	return l.verb >= 0 && (x.work[l.verb].has(cLast) || q+1 == x.hi)
}

// contrasts reports whether the phrase before a figure only names another subject for the measure of the claim before.
func (x *run) contrasts(l *left, d *numbers.Quantity) bool {
	if l.pred&cLevel == 0 || l.verb >= 0 || l.measure.empty() || l.dir != 0 || l.flags&cExist != 0 || l.measure.j-l.measure.i > 3 ||
		x.work[l.measure.j-1].has(cInd|cIndex) || !x.st.fresh || !x.st.measured || d.Kind != x.st.kind || d.Unit.Code != x.st.code {
		return false
	}
	switch d.Kind {
	case numbers.KindPercent, numbers.KindMoney, numbers.KindMeasure, numbers.KindTemperature, numbers.KindFraction:
		return true
	}
	return false
}

// where returns the whole phrase before a figure as the subject.
func (x *run) where(l *left) span {
	s := l.subject
	if l.measure.empty() {
		return s
	}
	if s.empty() || s.j > l.measure.i || l.measure.i-s.j > 1 {
		s.i = l.measure.i
	}
	s.j = l.measure.j
	return s
}

func rateKind(k numbers.Kind) bool { return k == numbers.KindPercent || k == numbers.KindFraction }

// restates reports whether the figure only counts the members of a list before it: 河北、陕西等9个省.
func (x *run) restates(l *left) bool {
	if l.verb >= 0 || l.pred != 0 || l.dir != 0 || l.flags&cDist != 0 || l.gap != 0 {
		return false
	}
	s := l.measure
	if !l.subject.empty() && l.subject.j >= s.i-1 {
		s.i = l.subject.i
	}
	if s.empty() || x.work[s.j-1].has(cInd) {
		return false
	}
	for k := s.i; k < s.j; k++ {
		if x.joins(k) {
			return true
		}
	}
	return false
}

// heading reports whether the figure and its noun are a whole sentence: a heading.
func (x *run) heading(q int32, r *right, l *left) bool {
	return x.cl.first && l.stop < x.lo && l.measure.empty() && x.cl.anchor < 0 && !r.noun.empty() && r.rest.empty() && !r.next &&
		x.cl.end != ',' && x.cl.end != ':' && l.flags == 0 && l.pred == 0
}

// vague reports whether a figure without a number of its own only fills a list: 上百家企业、几十个国家.
func (x *run) vague(l *left, r *right, q int32, d *numbers.Quantity) bool {
	switch s := x.quants[x.work[q].ref]; x.fold[s.i] {
	case '上', '数', '几', '好':
	default:
		if d.Value.Valid() || d.Approx == numbers.Range {
			return false
		}
	}
	if !l.measure.empty() {
		return false
	}
	return l.joined || r.next && r.rest.i < x.hi && x.joins(r.rest.i)
}

// hasVerb reports whether a verb stands in s.
func (x *run) hasVerb(s span) bool {
	if !s.empty() && x.work[s.i].has(cLevel) {
		return false
	}
	for k := s.i; k < s.j; k++ {
		if it := &x.work[k]; it.kind == word && (it.pos == segment.V || it.pos == segment.VN) {
			return true
		}
	}
	return false
}

// restEnd returns where the predicate after what is counted ends.
func (x *run) restEnd(s span) int32 {
	k := s.i
	for k < s.j && k-s.i < maxPhrase && !x.work[k].has(cLink|cStop) && x.work[k].kind != when {
		k++
	}
	return k
}

// runes is the length of the items [i, j) in runes.
func (x *run) runes(i, j int32) int32 {
	if j <= i {
		return 0
	}
	return x.work[j-1].j - x.work[i].i
}

// trim drops adverbs from the start and particles from the end of s.
func (x *run) trim(s span) span {
	for s.j > s.i+1 && x.work[s.i].kind == word && !x.noun(s.i) && !x.verb(s.i) && (x.work[s.i].has(cAdv) || x.work[s.i].pos == segment.D) {
		s.i++
	}
	for s.j > s.i+1 && (x.work[s.j-1].pos == segment.U || x.work[s.j-1].pos == segment.Y || x.joins(s.j-1)) {
		s.j--
	}
	return s
}

// around returns the items [i, end) without figure q, and without a 的 after it.
func (x *run) around(i, q, end int32, de bool) phrase {
	s := x.trim(span{i, end})
	p := x.phrase(s)
	p.cut, p.cutEnd = x.work[q].i, x.work[q].j
	if de {
		p.cutEnd = x.work[q+1].j
	}
	if p.cutEnd >= p.j {
		p.j = p.cut
		p.cut, p.cutEnd = 0, 0
	}
	return p
}

// bracket reads a clause in brackets: a figure alone there tells more of what was counted before it.
func (x *run) bracket() {
	x.clause()
}

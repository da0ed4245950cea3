package claims

import (
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
		x.st.time, x.st.split = x.st.report.time, true
	}
	if x.st.soft && x.st.modality == Forecast && x.noun(x.lo) && x.work[x.lo].has(cOrg) || x.st.soft && x.st.modality == Forecast && (x.work[x.lo].pos == segment.NT || x.work[x.lo].pos == segment.NR) {
		x.st.modality, x.st.soft, x.st.time = Fact, false, None // 楼价下半年将跌，集团手头现金92亿元
	}
	if x.work[x.lo].has(cWithin) && len(x.out) > x.st.first && x.out[len(x.out)-1].Modality == Target {
		x.st.modality = Target // 要办好十件实事，其中…
	}
	before := x.st.time
	w.denied = x.refuted()
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
			switch {
			case it.has(cForecast|cTarget) && k > x.lo && x.work[k-1].kind == figure && (x.st.among || x.st.crowd.ok) && rateKind(x.doc.Quantities[x.work[k-1].ref].Kind):
				// 约三成打算送子女留学
			case x.is(k, '料') && it.has(cForecast) && w.n == 0 && k > x.lo && k+1 < x.hi && (x.work[k+1].kind == when || x.noun(k+1)) && x.work[k-1].kind == word && (x.work[k-1].has(cOrg) || x.work[k-1].pos == segment.NT || x.work[k-1].pos == segment.NR || x.work[k-1].pos == segment.R || x.fold[x.work[k-1].j-1] == '行'):
				w.lo, w.modal, w.carry = k+1, Forecast, true // 外资银行料今年楼价升一成
			case it.has(cGuess) && !it.has(cTarget) && k > x.lo && k+1 < x.hi && x.noun(k-1) && !x.work[k-1].has(cInd) && (!it.has(cForecast) || x.guesses(&x.work[k-1])):
				w.lo = k + 1
				if it.has(cForecast) {
					w.modal, w.carry = Forecast, true // 业者估计成本增加
				}
			case it.has(cSay) && (k > x.lo && x.de(k-1) || it.has(cTo) && k+1 < x.hi && x.work[k+1].kind == figure):
				// 6月的预测
			case it.has(cSee) && k+1 == x.hi && w.n == 0:
				x.spoken(&w, k, before) // 记者13日获悉
			case it.has(cSay) && x.spoken(&w, k, before) && k+1 < x.hi, it.has(cSee) && k+1 < x.hi && (x.is2(k, '显', '示') || x.is2(k, '传', '出')):
				w.lo = k + 1
				w.denied = w.denied || it.has(cDenied)
			case it.has(cForecast | cTarget):
				if it.has(cGuess) && it.has(cTarget) && k > x.lo && k+1 < x.hi && x.work[k+1].kind == figure && (x.noun(k-1) || x.verb(k-1)) {
					continue // 提出议案建议468件
				}
				if it.has(cGuess) && !it.has(cTarget) && k+1 == x.hi && k > x.lo && (x.verb(k-1) || x.work[k-1].has(cLocal|cBase|cAbove|cBelow)) {
					continue // 优于预期
				}
				if k > x.lo && (x.is2(k-1, '初', '步') || x.work[k-1].has(cBase)) {
					continue // 初步估算: of what has been, 比预估多
				}
				if it.has(cWeak) && k+1 < x.hi && x.work[k+1].kind == figure {
					continue // 需要5万元
				}
				if it.has(cTarget) && k+1 == x.hi && k > x.lo && x.work[k-1].kind == word && x.work[k-1].pos == segment.A {
					continue // 推出新计划
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
				if it.has(cGuess) && k+1 < x.hi && (x.noun(k+1) && !x.work[k+1].has(cInd) || k > x.lo && x.noun(k-1) && (x.is2(k, '期', '望') || x.is2(k, '希', '望'))) {
					w.lo = k + 1 // 他希望双方每年互访2次
				}
				will := it.j-it.i == 1 && x.fold[it.i] == '将'
				if will && w.modal == Target && x.officeAt(it.i) {
					continue // 教育局表示，到2027年学位将增加1.5万个
				}
				w.will = w.modal == "" && x.st.modality != Forecast && (will || x.is(k, '会') && x.toCome(&w))
				w.modal = Forecast
				if it.has(cTarget) || will && k+1 < x.hi && x.decided(k+1) {
					w.modal = Target
				}
				w.carry = !it.has(cWeak) && !(it.has(cGuess) && it.has(cTarget) && k+1 < x.hi)
				w.tail = x.ends(k + 1)
			case x.is2(k, '现', '有'), x.is2(k, '如', '今'), x.is2(k, '目', '前'), x.is2(k, '现', '在'), x.is2(k, '当', '前'):
				w.time, x.st.time, *x.reportAt(it.i) = None, None, noReport
				if x.st.modality == Target && w.modal == "" {
					w.modal = Fact // 目标1.2万户，目前达成7800户
				}
			case it.has(cDenied):
				if !x.privative(k) {
					w.denied = true
				}
			case it.has(cPast):
				w.modal, w.carry = Fact, true
			case w.modal == "" && x.is(k, '再') && k+1 < x.hi && x.verb(k+1) && !x.work[k+1].has(cChange) && x.toCome(&w):
				w.modal = Target // 明年再建8个
			case w.modal == "" && x.is2(k, '届', '时'):
				w.modal, w.carry = Forecast, true
			case w.modal == "" && it.has(cAdv|cLevel) && (x.is(k, '可') || x.is2(k, '可', '以') || x.is2(k, '可', '达') || x.is(k, '能')) && x.built(k):
				w.modal, w.carry = Forecast, true // 完工后可增加
			}
		}
	}
	if w.n == 0 {
		if w.seen && !x.st.fresh && x.noun(x.lo) {
			x.st.measure = phrase{} // the sentence is about something else
		}
		if x.releases() {
			x.st.time = before
		} else {
			x.topic()
		}
	}
	if w.carry && (w.n > 0 || w.tail || x.work[x.lo].has(cForecast|cTarget)) {
		x.st.modality, x.st.soft = w.modal, w.will
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
		x.st.time, x.st.report = None, x.st.held // 在昨天的会上，张三说
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
	if d := &x.doc.Quantities[id]; l.joined && w.n > 0 && w.last == q-2 && q+1 == x.hi && d.Kind != numbers.KindCount {
		c := x.out[len(x.out)-1]
		if a := &x.doc.Quantities[c.Quantity]; a.Kind == d.Kind && a.Unit.Code == d.Unit.Code {
			c.Quantity = id // 下调至10元和20元
			x.out = append(x.out, c)
			w.last = q
			return q
		}
	}
	if l.from && x.later(q) {
		w.from = id
		if w.held = x.parseBefore(start, l.stop); !l.measure.empty() {
			w.held.subject, w.held.measure, w.held.verb = x.where(&w.held), l.measure, -1
		}
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
		if x.doc.Quantities[id].Kind == numbers.KindDuration || q+1 < x.hi && x.is(q+1, '者') {
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

// refuted reports whether the clause says that what it tells is not true: 网传裁员2000人不实.
func (x *run) refuted() bool {
	for k := x.lo; k < x.hi; k++ {
		if x.is2(k, '不', '实') || x.is2(k, '谣', '言') || x.is2(k, '失', '实') || x.is(k, '不') && k+1 < x.hi && (x.is(k+1, '实') || x.is2(k+1, '属', '实')) {
			return true
		}
	}
	return false
}

// privative reports whether the word of denial at item k only tells what something is not: 非文保区, 未偿余额.
func (x *run) privative(k int32) bool {
	if it := &x.work[k]; it.j-it.i > 1 || k+1 >= x.hi {
		return false
	}
	return x.is(k, '非') && x.noun(k+1) || x.is(k, '未') && k+2 < x.hi && x.runes(k+1, k+2) <= 2 && x.verb(k+1) && x.work[k+2].has(cInd)
}

// toCome reports whether the time that governs the clause at hand is to come.
func (x *run) toCome(w *walk) bool {
	t := w.time
	if t == None {
		t = x.st.time
	}
	return t != None && x.ahead(t)
}

// decided reports whether a change is one that somebody makes: 将调涨, but not 将上涨.
func (x *run) decided(k int32) bool {
	it := &x.work[k]
	if !it.has(cChange) || it.j-it.i < 2 {
		return false
	}
	return x.fold[it.i] == '调' || string(x.fold[it.i:it.i+2]) == "削减"
}

// officeAt reports whether an office or a firm speaks at rune i.
func (x *run) officeAt(i int32) bool {
	v := x.voiceAt(i)
	return v != nil && !v.person
}

package claims

import (
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
)

// finish fills subject, measure, speaker, time, basis and aspect, and passes them on.
func (x *run) finish(w *walk, c *Claim, l *left, subject, measure phrase, how How, own int) {
	if w.denied {
		c.Modality = Denied
	}
	c.Measure = x.part(measure, how)
	if subject.ok {
		c.Subject = x.part(subject, Explicit)
		if l.share || l.crowd {
			c.Subject.How = Inherited
		}
	}
	stale := !x.st.fresh // what was measured before is of another sentence
	x.st.fresh = true
	if stale && l.pred&cShare != 0 {
		x.st.measured = false
	}
	goal := c.Measure != nil && l.verb >= 0 && x.st.measured && x.goal(l)
	if (l.pred&cShare == 0 || !x.st.measured) && !goal {
		if how == Explicit && x.st.fresh {
			x.st.old = named{x.st.measure, x.st.kind, x.st.code}
		}
		x.st.measure = measure
		if how == Explicit {
			x.st.indicator = !l.measure.empty() && l.verb < 0 && x.work[l.measure.j-1].has(cInd|cIndex)
			if x.st.indicator {
				k := l.measure.j - 1
				for k > l.measure.i && x.work[k-1].has(cInd) {
					k--
				}
				x.st.head = x.work[k].i
			}
		}
	}
	x.st.among = c.Relation == ShareOf
	x.st.measured = l.verb < 0 || (l.pred&cShare != 0 || goal) && x.st.measured
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
	// The change is from a time that is named, or the size of one that was: 较5月末增加186亿美元，升幅0.56%.
	against := l.noun && how == Inherited && w.time == None && len(x.out) > x.st.first && x.out[len(x.out)-1].Time == None
	change := c.Relation == IncreaseBy || c.Relation == DecreaseBy || c.Relation == IncreaseTo || c.Relation == DecreaseTo
	if change {
		switch {
		case flags&cYoY != 0:
			x.st.basis = YearOnYear
		case flags&cQoQ != 0:
			x.st.basis = Sequential
		case l.baseTime != None && x.yearBefore(l.baseTime, w.time):
			x.st.basis = YearOnYear
		case l.base, w.time != None, how == Explicit && !x.likewise(l, c.Quantity):
			x.st.basis = "" // of the measure before
		}
		if c.Aspect != Mean || flags&(cYoY|cQoQ) != 0 {
			c.Basis = x.st.basis
		}
		if l.baseTime != None && c.Basis == "" {
			against = true
		}
	}
	if !change && (w.time != None || how == Explicit) {
		x.st.basis = "" // the figures of another time
	}
	switch {
	case against:
	case own != None:
		c.Time = own
	case w.time != None:
		c.Time = w.time
	case x.st.time != None:
		c.Time = x.st.time
	default:
		c.Time = x.carried(c, l, measure)
	}
	if r := x.reportAt(x.quants[c.Quantity].i); c.Time != None && c.Time == r.time && !x.st.taken {
		r.used = true
		r.level = r.level || !x.acts(measure)
		if c.Modality == Target || c.Modality == Forecast {
			*r = noReport // a plan for next year
		}
	}
	c.Speaker = x.speaker(int(x.quants[c.Quantity].i))
}

// heads reports whether people are counted.
func (x *run) heads(q int) bool {
	switch d := &x.doc.Quantities[q]; d.Unit.Code {
	case "人", "名", "位", "户", "戶":
		return d.Kind == numbers.KindCount
	}
	return false
}

// bare reports whether a measure is no more than a preposition (受访者年龄在) or an ordinal.
func (x *run) bare(p phrase) bool {
	n := p.j - p.i - (p.cutEnd - p.cut)
	if x.fold[p.i] == '第' && n <= 3 {
		return true // 第一
	}
	if n != 1 {
		return false
	}
	switch x.fold[p.i] {
	case '在', '于', '为', '从', '由', '对', '向', '与', '和', '就', '来', '去', '能', '成':
		return true
	}
	return false
}

// leads reports whether nothing names anybody before figure q in the clause: 首批100万剂疫苗抵港.
func (x *run) leads(l *left, q int32) bool {
	if s := x.where(l); !s.empty() {
		return s.i == x.lo && s.j == q && x.slight(s)
	}
	for k := x.lo; k < q; k++ {
		if it := &x.work[k]; it.kind != when && !(it.kind == word && it.has(cExist|cTotal|cPast)) {
			return false // but 共有1140名运动员参加比赛
		}
	}
	return true
}

// goal reports whether the measure is how much of a plan is done, after which figures are of the measure before again:
// 完成年度计划82.3%，同比增长15.3%.
func (x *run) goal(l *left) bool {
	last := l.measure.j - 1
	if last <= l.verb {
		return false
	}
	switch it := &x.work[last]; string(x.fold[max(it.i, it.j-2):it.j]) {
	case "计划", "任务", "目标", "预算":
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

// around returns the items [i, end) without those from figure q up to item to.
func (x *run) around(i, q, end, to int32) phrase {
	p := x.phrase(x.trim(span{i, end}))
	p.cut, p.cutEnd = x.work[q].i, x.work[to-1].j
	if p.cutEnd >= p.j {
		p.j = p.cut
		p.cut, p.cutEnd = 0, 0
	}
	return p
}

// trim drops adverbs from the start and particles from the end of s.
func (x *run) trim(s span) span {
	for s.j > s.i+1 && x.work[s.i].kind == word && x.work[s.i].has(cAdv) && !x.noun(s.i) && s.i+2 < s.j &&
		(x.work[s.i+1].kind == when || x.work[s.i+1].has(cLocal) && x.work[s.i+2].kind == when) {
		if s.i++; x.work[s.i].kind != when {
			s.i++
		}
		s.i++ // 已于昨日
	}
	for s.j > s.i+1 && x.work[s.i].kind == word && !x.noun(s.i) && !x.verb(s.i) && (x.work[s.i].has(cAdv) || x.work[s.i].pos == segment.D) {
		s.i++
	}
	for s.j > s.i+1 && (x.work[s.j-1].pos == segment.U || x.work[s.j-1].pos == segment.Y || x.joins(s.j-1)) {
		s.j--
	}
	return s
}

// restEnd returns where the predicate after what is counted ends.
func (x *run) restEnd(s span) int32 {
	k := s.i
	for k < s.j && k-s.i < maxPhrase && !x.work[k].has(cLink|cStop) && !(x.work[k].kind == when && k+1 == s.j) {
		k++
	}
	return k
}

// likewise reports whether a word before the figure of a change sets it beside the change before: 同比增长5.3%，净利润却下降8%.
func (x *run) likewise(l *left, q int) bool {
	for k := max(x.lo, l.measure.j); k < x.hi && x.work[k].j <= x.quants[q].i; k++ {
		if x.is(k, '却') || x.is(k, '则') || x.is(k, '也') || x.is(k, '亦') {
			return true
		}
	}
	return false
}

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
		if l.verb >= 0 && l.measure.i == l.verb && x.size(&x.work[l.verb]) && !subject.strong && x.st.subject.ok && len(x.out) > x.st.first {
			// 大桥全长2公里，桥塔高168米: a part of it
		} else if l.subject.j > l.subject.i && x.de(l.subject.j-1) {
			// 外出务工的占七成: no topic
		} else if subject.strong || l.verb >= 0 && c.Relation != ShareOf || !x.topical() || x.single(x.where(l), subject.j) {
			if m := x.whose(l.subject.i, l.subject.j-1); c.Relation == ShareOf && l.pred&cShare != 0 && !l.subject.empty() && m > l.subject.i && m < l.subject.j {
				subject = x.phrase(span{l.subject.i, m}) // 全县65岁以上人口占21.3%: of the county
			}
			if l.subject.j > l.subject.i && x.counts(l.subject.j-1) {
				if m := x.whose(l.subject.i, l.subject.j-1); m > l.subject.i {
					subject = x.phrase(span{l.subject.i, m}) // 全镇127户
				}
			}
			within := x.work[x.lo].has(cWithin)
			part := within || l.measure.empty() || l.pred&cShare != 0 || !x.work[l.measure.j-1].has(cPart)                                                                 // but 康达医药研发投入占比
			if !(within && (how == Inherited || !subject.strong && x.st.subject.ok)) && !(c.Relation == ShareOf && part && !subject.strong && (!subject.folk || within)) { // 其中城东区23例
				if o := l.subject; o.empty() || !x.work[o.j-1].has(cInd|cIndex) || x.work[o.j-1].has(cOwner|cFolk|cThing) || x.whose(o.i, o.j-1) > o.i {
					x.st.subject = subject // but CPI涨幅回落，服务价格上涨
				}
			}
			// what has only a measure of its own leaves the topic as it is: 茶农收入, 外籍选手占
		}
	} else if l.pred&cShare != 0 && l.measure.j-l.measure.i >= 1 && x.st.fresh && x.st.measured && !x.st.act && x.st.measure.ok && x.st.measure.cutEnd == 0 {
		// 常住人口120万，占全省的三成: it is what was measured that is a share.
		c.Subject = x.part(x.st.measure, Inherited)
	} else if l.verb < 0 && l.measure.j-l.measure.i == 1 && x.work[l.measure.i].has(cSplit) && x.work[l.measure.i].has(cPart) && c.Relation == ShareOf && x.st.fresh && x.st.measured && !x.st.act && x.st.measure.ok && x.st.measure.cutEnd == 0 && !rateKind(x.st.kind) && l.stop < x.lo {
		c.Subject = x.part(x.st.measure, Inherited) // 其中制造业项目31个，占比53.4%
	} else if n := len(x.out); l.verb < 0 && l.measure.j-l.measure.i == 1 && x.work[l.measure.i].has(cSplit) && x.work[l.measure.i].has(cPart) && n > x.st.first && x.out[n-1].Relation == ShareOf && l.dir != 0 && x.out[n-1].Subject != nil {
		c.Subject = inherit(x.out[n-1].Subject) // 其中服务消费占46.8%，比重提高0.6个百分点
	} else if how == Inherited {
		c.Subject = x.part(x.st.owner, Inherited)
		subject = x.st.owner
	} else if l.verb >= 0 && x.verb(l.verb) && !x.rateNoun(l.measure.j-1) && !x.st.subject.ok && x.st.actor.ok && !x.work[l.verb].has(cPivot|cShare|cLast) {
		c.Subject = x.part(x.st.actor, Inherited)
		subject = x.st.actor
	} else if l.second || l.verb >= 0 && how == Explicit && w.last >= 0 && w.last+1 < l.measure.i && x.joins(w.last+1) && w.last+2 == l.measure.i && len(x.out) > 0 {
		c.Subject = inherit(x.out[len(x.out)-1].Subject) // 违者最高罚款10万元及监禁6个月
		subject = phrase{}
	} else if x.st.object.ok && l.verb < 0 && how == Explicit && x.worth(l.measure) {
		c.Subject = x.part(x.st.object, Inherited) // 检获毒品4.5公斤，市值300万港元
		subject = x.st.object
	} else if !x.st.subject.strong && l.verb < 0 && !l.measure.empty() && x.work[l.measure.j-1].has(cMacro) {
		// 财测上修，失业率3%: the unemployment of a place
	} else if rateKind(x.doc.Quantities[c.Quantity].Kind) && c.Relation == ShareOf && l.pred&cShare == 0 && !x.st.crowd.ok && x.work[x.lo].has(cWithin) && l.stop <= x.lo {
		// 领有证明者13万人，其中八成居住家中: of those
	} else if !x.st.subject.strong && x.heads(c.Quantity) && x.work[x.lo].has(cWithin) {
		// 事故造成4人死亡，其中2人重伤: these are of those
	} else if x.st.subject.folk && !x.st.subject.strong && (x.heads(c.Quantity) || l.verb < 0 && rateKind(x.doc.Quantities[c.Quantity].Kind) && l.measure.j-l.measure.i > 1) {
		// 80名居民疏散，4人送院: these are others, or of them
	} else if x.st.subject.agency && !l.measure.empty() && (x.is2(l.measure.i, '合', '格') || x.fold[x.work[l.measure.i].i] == '不' && x.fold[x.work[l.measure.i].j-1] == '格') {
		// 市场监管部门抽检食品1860批次，不合格43批次
	} else if !l.index && !(x.st.subject.agency && l.verb < 0 && !l.measure.empty() && x.work[l.measure.j-1].has(cInd) && !(l.measure.j-l.measure.i > 1 && x.grants(l.measure.i))) {
		c.Subject = x.part(x.st.subject, Inherited)
		subject = x.st.subject
	}
	if how == Explicit && c.Subject == nil && l.verb < 0 && l.dir == 0 && !l.measure.empty() && !x.work[l.measure.j-1].has(cInd) && x.doc.Quantities[c.Quantity].Kind == numbers.KindCount && !x.heads(c.Quantity) {
		x.st.object = measure // 买卖合约共6842份，总值512亿元
	}
	subject = x.keep(c, l, subject, how)
	stale := !x.st.fresh // what was measured before is of another sentence
	x.st.fresh = true
	if stale && l.pred&cShare != 0 {
		x.st.measured = false
	}
	goal := c.Measure != nil && l.verb >= 0 && x.st.measured && x.goal(l)
	if (l.pred&cShare == 0 || !x.st.measured) && !goal {
		if how == Explicit && x.st.fresh {
			x.st.old = named{x.st.measure, x.st.owner, x.st.kind, x.st.code}
		}
		x.st.measure, x.st.owner = measure, subject
		if how == Explicit {
			x.st.act = !l.measure.empty() && x.act(l.measure.j-1) // 成交2103亿元，占12.4%: it is the subject's
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

// single reports whether s, a phrase up to rune j, brings in one of its kind, of which the sentence goes on to tell: 板桥一所老校.
func (x *run) single(s span, j int32) bool {
	if s.empty() || x.work[s.j-1].j != j {
		return false
	}
	for k := s.i; k+1 < s.j; k++ {
		if x.work[k].pos == segment.M && x.is(k, '一') && x.work[k+1].pos == segment.Q {
			return true
		}
	}
	return false
}

// heads reports whether people are counted.
func (x *run) heads(q int) bool {
	switch d := &x.doc.Quantities[q]; d.Unit.Code {
	case "人", "名", "位", "户", "戶":
		return d.Kind == numbers.KindCount
	}
	return false
}

// records reports whether 录得 stands before item q: what an office records is not its own.
func (x *run) records(q int32) bool {
	for k := max(x.lo, q-maxPhrase/2); k < q; k++ {
		if x.is2(k, '录', '得') {
			return true
		}
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

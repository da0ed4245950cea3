package claims

import "github.com/xinwen-go/xinwen/segment"

// nounBefore reads the phrase whose last word is item k, a noun.
func (x *run) nounBefore(l *left, lo, k int32) {
	o := x.nounLeft(k, lo)
	if o == lo {
		x.nounOnly(l, lo, o, k)
		return
	}
	p := o - 1
	it := &x.work[p]
	switch {
	case (x.is(p, '对') || x.is(p, '兑')) && p > lo && x.work[k].has(cInd|cIndex) && x.noun(p-1):
		x.nounOnly(l, lo, x.nounLeft(p-1, lo), k) // 人民币对美元汇率
	case x.de(p) && p > lo && l.dir == 0 && x.startOf(p-1, lo) >= lo && x.later(k+1):
		l.from, l.stop, l.measure = true, x.startOf(p-1, lo)-1, span{o, k + 1} // 由三年前的持股51%减至
	case x.de(p) && p > lo:
		x.possessed(l, lo, o, k)
	case it.has(cRank):
		l.pred |= cRank
		rest := x.parseLeft(lo, p)
		l.measure, l.subject, l.verb = rest.measure, rest.subject, rest.verb
		if l.measure.empty() && !(x.st.fresh && x.st.measured) {
			l.measure, l.verb = span{p, k + 1}, p
		}
		l.flags |= rest.flags
	case x.verb(p) && p-3 >= lo && x.is(p-1, '未') && x.joins(p-2) && x.noun(p-3):
		x.nounOnly(l, lo, x.nounLeft(p-3, lo), k) // 现金及未动用信贷
	case x.verb(p) || (it.pos == segment.U || x.particle(p)) && p > lo && x.verb(p-1):
		if !x.verb(p) {
			p--
		}
		x.verbBefore(l, lo, p, k)
	case it.has(cAbove|cBelow) && it.kind == word && !l.whole:
		// 高于全省平均水平6.2个百分点: a difference, where the kind of the figure allows it
		l.over = it.cls & (cAbove | cBelow)
		rest := x.parseLeft(lo, p)
		l.measure, l.subject, l.verb = rest.measure, rest.subject, rest.verb
		l.stop = p
		if rest.noun && rest.gap == rest.flags && x.work[p-1].has(cRise|cFall) {
			l.measure, l.subject = span{p - 1, p}, span{} // 增幅高于全省0.7个百分点
		}
	case it.has(cShare):
		l.pred |= cShare
		l.measure, l.verb = span{p, k + 1}, p
		l.subject, _ = x.subjectLeft(p-1, lo, &l.flags)
		l.stop = p
	case it.has(cLevel) && l.whole:
		// 是去年产量的3倍
		l.times = true
		rest := x.parseLeft(lo, p)
		l.measure, l.subject, l.verb = rest.measure, rest.subject, rest.verb
		l.flags |= rest.flags
	case it.kind == word && (l.pred&cLevel != 0 || l.dir != 0) && (x.is(p, '使') || x.is(p, '令') || x.is(p, '让') || x.is2(p, '使', '得')):
		x.nounOnly(l, p+1, o, k) // 使大学缺额达1.8万个
	case (x.is(p, '被') || x.is(p, '遭')) && x.work[k].has(cInd):
		l.measure, l.stop = span{o, k + 1}, p // 被罚款
		l.subject, _ = x.subjectLeft(p-1, lo, &l.flags)
	case x.is(p, '对') && k > o && x.abroad(k):
		l.measure, l.stop = span{p, k + 1}, p-1 // 对非洲出口
		l.subject, _ = x.subjectLeft(p-1, lo, &l.flags)
	case it.kind == word && it.has(cGive) && (l.dir != 0 || x.is(p, '将') || x.is(p, '把')):
		l.measure = span{o, k + 1} // 将存款利率下调
		if m := x.whose(o, k); m > o && m <= k {
			l.measure.i = m
		}
		l.subject, _ = x.subjectLeft(p-1, lo, &l.flags)
		l.stop = p
	case x.is(p, '因') && x.work[k].has(cInd) && l.dir != 0:
		l.measure, l.stop = span{p, k + 1}, p-1 // 因酒驾死亡人数
		l.subject, _ = x.subjectLeft(p-1, lo, &l.flags)
	case it.kind == word && it.has(cGive|cOther) && k > o && x.act(k) && !x.is(p, '在') && !x.is(p, '以'):
		l.measure, l.verb = span{k, k + 1}, k // 对企业奖励100万元, 因灾死亡2人
		l.subject, _ = x.subjectLeft(p-1, lo, &l.flags)
		l.stop = p
	case it.kind == word && it.has(cFrom|cGive) && x.trades(o, k) > o:
		m := x.trades(o, k) // 从该国进口大豆620万吨
		l.measure, l.verb = span{m, k + 1}, m
		l.subject, _ = x.subjectLeft(p-1, lo, &l.flags)
		l.stop = p
	case it.kind == word && it.has(cGive) && k > o && k+1 < x.hi && x.particle(k+1):
		l.measure, l.verb, l.stop = span{p, k + 1}, p, p-1 // 给食堂补贴了
		l.subject, _ = x.subjectLeft(p-1, lo, &l.flags)
	case it.kind == word && it.has(cGive) && !(it.has(cLevel) && it.pos == segment.V && x.work[k].has(cInd)):
		l.give = p
		l.stop = p
	case it.kind == word && it.has(cFrom) && x.later(k+1) && l.dir == 0:
		l.from = true // 由年产50万斤减至15万斤
		l.stop = p - 1
	case it.kind == word && (it.has(cPrep) || it.pos == segment.P) && l.pred&cRank != 0:
		rest := x.parseLeft(lo, p) // 在全国排名第6位
		l.measure, l.subject, l.verb, l.stop = rest.measure, rest.subject, rest.verb, rest.stop
		l.flags |= rest.flags
	case x.is(p, '在') && x.abbreviates(o, k):
		l.measure, l.stop = span{p, k + 1}, p-1 // 在台销量
		l.subject, _ = x.subjectLeft(p-1, lo, &l.flags)
	case x.is2(p, '通', '过') && k+2 >= x.hi && x.work[k].has(cInd):
		x.verbBefore(l, lo, p, k) // 三读通过预算3.2兆元
	case x.is(p, '以') && x.outdoes(k+2):
		l.measure, l.stop = span{o, k + 1}, p // 企业以制造业234家最多
		l.subject, _ = x.subjectLeft(p-1, lo, &l.flags)
	case it.kind == word && (it.has(cPrep) || it.pos == segment.P) && !(it.has(cLevel) && it.pos == segment.V && x.work[k].has(cInd)):
		l.prep = true
		l.stop = p
	case it.has(cSay) && x.shareLeft(p, lo) >= 0:
		b := x.shareLeft(p, lo) // 占全部通报件数
		l.pred |= cShare
		l.measure, l.verb = span{b, k + 1}, b
		l.subject, _ = x.subjectLeft(b-1, lo, &l.flags)
		l.stop = b
	case it.kind == when && x.dated(p, lo) >= 0:
		b := x.dated(p, lo) // 占公司2024年度营业收入
		l.pred |= cShare
		l.measure, l.verb = span{b, k + 1}, b
		l.subject, _ = x.subjectLeft(b-1, lo, &l.flags)
		l.stop = b
	case it.kind == when && p > lo && x.verb(p-1) && x.expected(k):
		x.verbBefore(l, lo, p-1, k) // 完成全年目标
	case it.kind == when && p > lo && (x.is(p-1, '将') || x.is(p-1, '把')):
		l.measure = span{o, k + 1}
		if m := x.whose(o, k); m > o && m <= k {
			l.subject, l.measure.i = trimJoin(x, span{o, m}), m // 把明年全球经济增长预测
		} else {
			l.subject, _ = x.subjectLeft(p-2, lo, &l.flags)
		}
		l.stop = p
	default:
		x.nounOnly(l, lo, o, k)
	}
}

// abroad reports whether item k is what is done with a country that 对 names: 进出口, 投资.
func (x *run) abroad(k int32) bool {
	return x.is2(k, '进', '口') || x.is2(k, '出', '口') || x.is2(k, '投', '资') || x.work[k].j-x.work[k].i == 3 && x.fold[x.work[k].i] == '进'
}

// trades returns the 进口 or 出口 with an object in the noun phrase [o, k], or -1.
func (x *run) trades(o, k int32) int32 {
	for ; o < k; o++ {
		if (x.is2(o, '进', '口') || x.is2(o, '出', '口')) && !x.work[k].has(cInd) {
			return o
		}
	}
	return -1
}

// shareLeft returns the 占 that no more than a few words separate from item k, or -1.
func (x *run) shareLeft(k, lo int32) int32 {
	for end := max(lo, k-3); k >= end && x.work[k].kind == word; k-- {
		if x.work[k].has(cShare) {
			return k
		}
	}
	return -1
}

// nounOnly reads a noun phrase [o, k] without a verb: whose and what.
func (x *run) nounOnly(l *left, lo, o, k int32) {
	for o <= k && x.work[o].has(cLink) {
		o++
	}
	if x.is(o, '本') {
		for e := o + 1; e < k && e < o+3; e++ {
			if x.period(e) {
				o = e + 1 // 本财政年度
			}
		}
	}
	l.stop = o - 1
	l.subject, l.measure = x.cutNoun(o, k, lo, &l.flags)
	if s := l.subject; !s.empty() && s.j < l.measure.i && l.measure.i-s.j <= 2 && x.work[s.j].has(cPer) && x.work[l.measure.i-1].has(cPer) {
		if m := x.whose(s.i, s.j-1); m > s.i && m < s.j && !x.work[m-1].has(cOrg) {
			l.subject.j, l.measure.i = m, m // 全镇二期稻作每公顷产量
		}
	}
	m := l.measure.i
	if m < k && x.is2(k, '目', '标') {
		l.flags |= cTarget
		l.measure.j = k
	}
	if e := o; x.lapse(&e, k) {
		l.measure = span{}
		if x.period(k) {
			l.subject = span{} // 本学年有28所小学
		}
	}
	if m < k && m > o && x.work[m].has(cCumul) && x.work[m].has(cAdv) {
		l.flags |= cCumul // 离岸风电累计装置容量
		l.measure.i++
	}
	if m < k && x.work[m].has(cCap) && x.penalty(m+1) {
		l.flags |= cAtMost // 违者最高罚款
		l.gap |= cAtMost
		l.measure.i++
	}
	if m == o && m < k && x.work[k].has(cIndex) && x.fold[x.work[k].j-1] == '价' && (x.is2(o, '国', '际') || x.is2(o, '国', '内')) {
		l.subject, l.measure.i = span{o, k + 1}, k // 国际油价
	}
}

func trimJoin(x *run, s span) span {
	for s.j > s.i && x.joins(s.j-1) {
		s.j--
	}
	return s
}

// possessed reads 公司的净利润 and 获得补贴的企业: the noun phrase [o, k] with 的 before it.
func (x *run) possessed(l *left, lo, o, k int32) {
	b := o - 2
	l.measure = span{o, k + 1}
	l.stop = o - 1
	switch {
	case x.points(o) && o < k:
		l.subject, l.measure = x.cutNoun(o, k, o, &l.flags) // 银行发放的这笔贷款金额
	case x.noun(b):
		p := x.nounLeft(b, lo)
		if x.work[b].pos == segment.M && x.work[b].ref >= 0 {
			for b = p; b > lo && x.work[b-1].kind == word && (x.noun(b-1) || x.work[b-1].has(cBound|cLevel)); {
				b-- // 注册率低于六成的学校
			}
			l.measure = span{b, k + 1} // 600分以上的考生
			l.subject, _ = x.subjectLeft(b-1, lo, &l.flags)
			return
		}
		if p > lo && x.work[p-1].has(cShare) {
			l.pred |= cShare
			l.measure, l.verb = span{p - 1, k + 1}, p-1
			l.subject, _ = x.subjectLeft(p-2, lo, &l.flags)
			return
		}
		if p > lo && x.verb(p-1) {
			v := x.verbStart(p-1, lo)
			if x.work[v].has(cLight) && x.work[k].has(cInd) {
				if v+1 < p {
					l.measure.i = v + 1 // 实现归属于母公司股东的净利润
				}
				l.subject, _ = x.subjectLeft(v-1, lo, &l.flags)
				return
			}
			l.measure, l.verb = span{v, k + 1}, v
			l.subject, _ = x.subjectLeft(v-1, lo, &l.flags)
			return
		}
		if p > lo && x.work[p-1].has(cExist) {
			l.measure = span{p - 1, k + 1} // 有进出口实绩的企业
			l.subject, _ = x.subjectLeft(p-2, lo, &l.flags)
			return
		}
		if p > lo && x.work[p-1].kind == word && (x.work[p-1].has(cPrep) || x.work[p-1].pos == segment.P) {
			// 对农村的投入: the phrase stays with its noun, but 对企业的最高奖励
			if l.measure = (span{p - 1, k + 1}); k > o && x.act(k) {
				l.measure.i, l.verb = k, k
			}
			l.subject, _ = x.subjectLeft(p-2, lo, &l.flags)
			return
		}
		l.subject = span{p, b + 1}
	case x.is2(b, '为', '主'):
		l.subject, _ = x.subjectLeft(b, lo, &l.flags) // 以中药材为主的销售额
	case x.verb(b):
		v := x.verbStart(b, lo)
		if n := v - 1; n > lo && x.noun(n) && x.is(max(x.nounLeft(n, lo)-1, lo), '由') {
			if l.subject, l.measure = x.cutNoun(o, k, o, &l.flags); l.subject.empty() {
				m := x.holder(o, k)
				l.subject, l.measure = span{o, m}, span{m, k + 1} // 由集团承建的管网工程总长
			}
			return
		}
		l.measure, l.verb = span{v, k + 1}, v
		l.subject, _ = x.subjectLeft(v-1, lo, &l.flags)
	case x.work[b].kind == when:
		l.subject, _ = x.subjectLeft(b, lo, &l.flags)
		m := x.whose(o, k)
		if s := l.subject; m == o && !s.empty() && x.points(s.i) && x.work[s.j-1].pos == segment.Q {
			m, l.subject = x.holder(o, k), span{} // 这座建于1958年的水库库容
		}
		if m > o {
			l.subject = trimJoin(x, span{o, m})
			l.measure = span{m, k + 1}
		}
	default:
		l.subject, _ = x.subjectLeft(b, lo, &l.flags)
	}
}

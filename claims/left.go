package claims

import (
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
)

// left is what stands before a figure and bears on it.
type left struct {
	flags    class // of what was passed over between the figure and its phrase, and before that
	gap      class // of the former alone
	pred     class // level, share and the like, from the figure leftwards
	measure  span  // items
	subject  span
	verb     int32 // first item of the verb of measure; -1 where measure is a noun phrase
	stop     int32 // item at which reading stopped
	dir      class // cUp, cDown or cMove
	to       bool
	from     bool // the figure is where a change starts: 由5.1%
	base     bool // 较5月末
	baseTime int  // the time a change is measured from
	whole    bool // 的 stands between the phrase and the figure
	prep     bool // the figure stands in a phrase that claims nothing
	give     int32
	joined   bool  // 和 or 、 stands before the figure
	times    bool  // 是…的3倍
	noun     bool  // a rise named by a noun: 涨幅
	over     class // 高于 or 低于 before a level that the figure is the distance from
	total    bool  // 共计 after another figure of the clause
	index    bool  // the measure is an index, which is nobody's
	crowd    bool  // the subject is the people at hand
	share    bool  // a share of the people at hand: 满意的仅三成
	itself   bool  // a share of what the measure was once: 不到高峰时期的一成
}

// parseLeft reads the items [lo, q) before figure q.
func (x *run) parseLeft(lo, q int32) left {
	l := left{verb: -1, give: -1, stop: q - 1, baseTime: None, times: x.turns(q)}
	d := &numbers.Quantity{} // what stands before 由 is read without a figure
	if int(q) < len(x.work) && x.work[q].kind == figure {
		d = &x.doc.Quantities[x.work[q].ref]
	}
	k := q - 1
	if k >= lo && x.joins(k) {
		l.joined = true
		return l
	}
	for ; k >= lo && q-k < maxPhrase; k-- {
		it := &x.work[k]
		switch {
		case it.kind == figure && x.doc.Quantities[it.ref].Kind == numbers.KindDuration:
			continue
		case (it.pos == segment.F || x.is(k, '来')) && k > lo && x.work[k-1].kind == figure:
			continue
		case x.is(k, '到') && k+1 < q && x.work[k+1].kind == when && (k == lo || !x.verb(k-1)):
			continue // 到2031学年将回落至
		case k == q-1 && x.size(it) && d.Kind == numbers.KindMeasure:
			l.measure, l.verb, l.stop = span{k, k + 1}, k, k-1 // 桥长1588米
			l.subject, _ = x.subjectLeft(k-1, lo, &l.flags)
			if s := l.subject; s.j == k && s.j-s.i > 1 && x.verb(s.i) {
				l.measure.i, l.verb, l.subject = s.i, -1, span{} // 新建跑道长
			}
			return l
		case x.is(k, '按') && k == q-1 && q+1 < x.hi && (x.is2(q+1, '安', '排') || x.is2(q+1, '核', '定')):
			l.pred |= cLevel // 赤字率拟按4%安排
			continue
		case x.is(k, '以') && k == q-1 && q+1 < x.hi && (x.is2(q+1, '作', '收') || x.is2(q+1, '收', '盘') || x.is2(q+1, '收', '市')):
			l.pred |= cLevel // 以31.985元作收
			continue
		case it.has(cLast) && it.has(cAdv) && d.Kind == numbers.KindDuration && (k == q-1 || x.particle(k+1)):
			l.measure, l.verb, l.stop, l.gap = span{k, k + 1}, k, k-1, l.flags // 手术持续了近7个小时
			l.subject, _ = x.subjectLeft(k-1, lo, &l.flags)
			return l
		case x.is(k, '时') && k > lo && x.work[k-1].kind == word && (x.verb(k-1) || x.work[k-1].pos == segment.A):
			if k--; k > lo && x.is(k-1, '最') {
				k-- // 最忙时一天达到2300人次
			}
			continue
		case it.pos == segment.F && k == q-1 && k > lo && it.j-it.i == 2 && x.work[k-1].has(cPivot):
			continue // 带动周边1100户农民
		case x.is(k, '过') && k == q-1 && k > lo && !x.verb(k-1):
			l.flags |= cAbove // 东北地区过七成
			continue
		case l.dir == 0 && x.more(it) != 0 && (x.baseLeft(k-1, lo) >= 0 || k > lo && x.work[k-1].has(cYoY|cQoQ)):
			if l.dir = x.more(it); d.Kind == numbers.KindDuration && (x.is(k, '快') || x.is(k, '慢')) {
				l.dir ^= cUp | cDown // 快0.11秒
			}
			continue
		case it.pos == segment.Q && x.is(k, '年') && k > lo && x.is(k-1, '一'):
			k-- // 违规案件一年高达
			continue
		case it.kind == when:
			if k > lo && x.work[k-1].has(cBase) {
				l.base, l.baseTime = true, int(it.ref)
				l.flags |= x.basis(it.i, it.j)
				k--
				l.stop = k - 1
			}
			continue
		case it.kind == word && x.de(k) && l.pred&cShare == 0 && l.dir == 0 && k > lo && q-k <= 3 && x.st.crowd.ok && rateKind(d.Kind) && (k < q-1 || l.pred != 0 || d.Approx != numbers.Exact) && (x.verb(k-1) || x.work[k-1].pos == segment.A):
			s := x.headless(k, lo) // 满意的仅三成一
			l.measure, l.verb, l.stop, l.share = s, s.i, s.i-1, true
			l.gap = l.flags
			return l
		case it.kind == word && x.de(k) && k == q-1:
			l.whole = true
			if k > lo && (x.work[k-1].kind == when || x.work[k-1].kind == word && (x.work[k-1].pos == segment.T || x.is2(k-1, '目', '前') || x.is2(k-1, '现', '在'))) || k > lo+1 && x.work[k-1].pos == segment.F && x.work[k-2].kind == figure {
				continue // 去年的, 十年前的
			}
			if k > lo+1 && (x.is(k-1, '前') || x.is(k-1, '后')) && x.noun(k-2) && x.work[k-2].cls == 0 {
				k = x.nounLeft(k-2, lo) // 疫情前的七成
				continue
			}
			if b := x.equals(k-1, lo); b >= lo && d.Kind == numbers.KindMultiple {
				rest := x.parseLeft(lo, b) // 是建交之初的600倍
				l.measure, l.subject, l.verb, l.stop, l.times = rest.measure, rest.subject, rest.verb, rest.stop, true
				l.flags |= rest.flags
				return l
			}
			if f := x.startOf(k-1, lo); f >= lo && l.dir == 0 && x.later(q) {
				l.from, l.stop = true, f-1 // 由成立时的20亿元增至
				return l
			}
			k--
			goto phrase
		case x.is(k, '者') && l.pred&cShare == 0 && l.dir == 0 && k > lo && x.st.crowd.ok && rateKind(d.Kind):
			s := x.headless(k, lo) // 月入过万者不足三成
			l.measure, l.verb, l.stop, l.share = s, s.i, s.i-1, true
			l.gap = l.flags
			return l
		case it.kind == word && x.de(k) && l.pred != 0 && k > lo:
			// 认为良好的占41.6%, 进入三期临床的有7个
			s := x.headless(k, lo)
			if l.pred&cShare != 0 {
				break
			}
			l.measure, l.verb, l.stop = s, s.i, s.i-1
			l.gap = l.flags
			return l
		case x.is(k, '在') && k == q-1 && k > lo && x.work[k-1].kind == word && (x.noun(k-1) || x.work[k-1].has(cAdv) || x.work[k-1].pos == segment.D) &&
			(rateKind(d.Kind) || d.Approx == numbers.Range || d.Approx == numbers.AtLeast || d.Approx == numbers.AtMost):
			l.pred |= cLevel // 利用率仍在八成以上
			continue
		case k-2 >= lo && d.Kind == numbers.KindMoney && x.st.fresh && x.noun(k) && !x.work[k].has(cInd) && x.work[k-1].kind == word && x.work[k-1].has(cPer) && x.fold[x.work[k-1].i] == '每' && x.work[k-2].has(cMean):
			l.flags |= cMean // 平均每个乡镇超过1200万元
			k -= 2
			continue
		case x.streak(k, lo) >= 0:
			k = x.streak(k, lo)
			continue
		case it.has(cBase) && (l.dir != 0 || l.times):
			l.base = true
			continue
		case it.has(cFrom) && l.dir == 0 && k == q-1 && d.Approx == numbers.Range:
			l.pred |= cLevel // 售价由150万至510万港元
			continue
		case it.has(cFrom) && l.dir == 0 && k == q-1 && q+1 < x.hi && x.is(q+1, '起'):
			l.pred |= cLevel // 呎价由18,900元起
			l.flags |= cAtLeast
			continue
		case x.is2(k, '不', '过') && k == q-1:
			continue
		case k == q-1 && k > lo && it.kind == word && d.Kind == numbers.KindOrdinal && (x.every(it) || it.has(cOwner) || it.pos == segment.NS || it.pos == segment.S) && !x.work[k-1].has(cRank):
			l.pred |= cRank // 规模全球第三
			continue
		case it.has(cFrom) && l.dir == 0:
			l.from = true
			l.stop = k - 1
			return l
		case it.has(cFrom) && q+1 < x.hi && x.is2(q+1, '转', '为'):
			l.from, l.stop = true, k-1 // 由上月上涨18.2%转为下降0.4%
			return l
		case it.has(cFrom):
			continue
		case it.has(cPer) && it.kind == word:
			l.flags |= it.cls // 提高到人均290元
			if !it.has(cAdv) {
				l.flags |= cMean
			}
			continue
		case it.has(cRise | cFall):
			if l.dir == 0 && !l.to {
				l.dir, l.noun = cUp, true
				if it.has(cFall) {
					l.dir = cDown
				}
				continue
			}
			goto phrase
		case it.has(cChange) && l.dir == 0 && it.has(cBased) && !x.based(k, lo) && !(k+1 < q && x.is(k+1, '了') && it.pos == segment.V && !it.has(cLast) && it.j-it.i == 1):
			if rateKind(d.Kind) && (x.fold[it.j-1] == '产' || x.fold[it.j-1] == '收') {
				l.dir = it.cls & cChange // 粮食减产三成
				l.measure, l.verb, l.stop, l.gap = span{k, k + 1}, k, k-1, l.flags
				l.subject, _ = x.subjectLeft(k-1, lo, &l.flags)
				return l
			}
			goto phrase
		case it.has(cChange) && !(l.dir != 0):
			if l.pred&(cAbove) != 0 && it.has(cLevel) {
				continue
			}
			l.dir = it.cls & cChange
			l.to = l.to || it.has(cTo)
			l.flags |= it.cls
			if it.has(cSelf) {
				l.measure, l.verb, l.stop, l.gap = span{k, k + 1}, k, k-1, l.flags
				l.subject, _ = x.subjectLeft(k-1, lo, &l.flags)
				return l
			}
			continue
		case it.has(cTimes):
			l.times = true
			l.flags |= it.cls
			continue
		case it.has(cTo) && !it.has(cLevel) && l.dir == 0:
			l.to = true
			continue
		case it.has(cShare):
			l.pred |= cShare
			k--
			goto shared
		case x.is2(k, '维', '持') && d.Kind == numbers.KindDuration && k > lo && (x.is(k-1, '够') || x.is(k-1, '能') || x.is(k-1, '可')):
			l.measure, l.verb, l.stop, l.gap = span{k, k + 1}, k, k-1, l.flags // 可用水量仅够维持45天
			l.subject, _ = x.subjectLeft(k-1, lo, &l.flags)
			return l
		case x.is(k, '收') && k+1 < q && x.particle(k+1):
			l.measure, l.verb, l.stop, l.gap = span{k, k + 1}, k, k-1, l.flags // 收了260亩水稻
			l.subject, _ = x.subjectLeft(k-1, lo, &l.flags)
			return l
		case it.has(cLevel):
			if it.has(cTo) { // 为
				if l.dir == 0 && k > lo && x.work[k-1].has(cChange) {
					l.to = true
				}
				if k == lo {
					l.give = k
				}
			}
			if l.whole && d.Kind == numbers.KindMultiple {
				l.times, l.give = true, -1 // 为上年的2.2倍
			}
			l.pred |= cLevel
			l.flags |= it.cls
			continue
		case it.has(cRank):
			l.pred |= cRank
			l.flags |= it.cls
			continue
		case it.has(cAdv):
			l.flags |= it.cls
			continue
		case it.pos == segment.D, it.pos == segment.AD, it.pos == segment.Y, it.pos == segment.VD, it.pos == segment.T && it.cls == 0 && it.kind == word:
			l.flags |= it.cls
			continue
		}
		if it.kind == word && it.ref >= 0 && x.doc.Quantities[it.ref].Kind == numbers.KindDuration {
			continue // 一年
		}
		if l.dir != 0 || l.times {
			if b := x.baseLeft(k, lo); b >= 0 {
				l.base = true
				for m := b + 1; m <= k; m++ {
					if x.work[m].kind == when {
						l.baseTime = int(x.work[m].ref)
					}
				}
				l.flags |= x.basis(x.work[b+1].i, x.work[k].j)
				k = b
				continue
			}
		}
		break
	}
phrase:
	if e := x.utmost(k, lo); e >= lo {
		k = e // 年龄最大的82岁
	}
	l.gap = l.flags
	l.stop = k
	if l.base && l.dir == 0 && l.pred == 0 && x.later(q) {
		l.from = true // 较3月的50亿美元增加2亿美元
		return l
	}
	if k < lo {
		return l
	}
	{
		it := &x.work[k]
		switch {
		case it.has(cSay | cLink):
			return l
		case it.has(cStop):
			l.prep = true // 河北、陕西等9个省
			return l
		case it.has(cGive):
			l.give = k
			return l
		case it.has(cPrep), it.pos == segment.P:
			l.prep = true
			return l
		case x.noun(k):
			x.nounBefore(&l, lo, k)
		case x.verb(k):
			x.verbBefore(&l, lo, k, k)
		case it.pos == segment.F && (l.flags&cExist != 0 || (rateKind(d.Kind) || d.Kind == numbers.KindCount) && k == q-1 && (x.is(k, '里') || x.is(k, '内') || x.is(k, '上'))) && k > lo && x.noun(k-1):
			l.subject = span{x.nounLeft(k-1, lo), k} // 受访者中有43%
			l.stop = l.subject.i - 1
		default:
			l.prep = it.pos == segment.F && !x.region(k) && !(x.is(k, '后') && k > lo && (x.verb(k-1) || x.work[k-1].pos == segment.VN)) // but 退耕后剩下
		}
	}
	return l
shared:
	l.stop = k
	l.gap = l.flags
	l.measure = span{k + 1, k + 2}
	l.verb = k + 1
	if w := k + 2; w < x.hi && (x.is2(w, '整', '体') || x.is2(w, '总', '体') || x.is2(w, '全', '部')) {
		l.measure.j++ // 占整体
	}
	if k > lo && x.de(k) {
		l.subject = x.headless(k, lo) // 认为良好的占41.6%
		l.subject.j = k + 1
		return l
	}
	if k-2 >= lo && (x.verb(k-1) && x.work[k-1].cls == 0 || x.is2(k-1, '投', '诉')) && x.work[k-1].j-x.work[k-1].i == 2 && x.noun(k-2) {
		l.subject = span{x.nounLeft(k-2, lo), k} // 网购投诉占四成
		return l
	}
	if k > lo && x.noun(k) {
		if o := x.nounLeft(k, lo) - 1; o >= lo && (o == lo || x.work[o-1].has(cLink)) && x.verb(o) && x.work[o].cls == 0 && x.work[o].j-x.work[o].i == 2 {
			l.subject = span{o, k + 1} // 滥收车资占四成
			return l
		}
	}
	l.subject, _ = x.subjectLeft(k, lo, &l.flags)
	return l
}

// based reports whether the word of item k tells of a change here, as 增产 does after 同比 and 延长 after 工期.
func (x *run) based(k, lo int32) bool {
	return x.baseLeft(k-1, lo) >= 0 || k > lo && (x.work[k-1].has(cYoY|cQoQ) || x.work[k].has(cLast) && (x.work[k-1].has(cInd) || x.work[k-1].j-x.work[k-1].i > 1 && x.fold[x.work[k-1].j-1] == '期'))
}

// startOf returns the 由 or 从 that words without a figure separate from item k, or -1.
func (x *run) startOf(k, lo int32) int32 {
	for end := max(lo, k-5); k >= end && (x.work[k].kind == word || x.work[k].kind == when); k-- {
		switch it := &x.work[k]; {
		case it.has(cFrom) && it.kind == word:
			return k
		case it.has(cChange | cLevel | cSay | cLink):
			return -1
		}
	}
	return -1
}

// equals returns the 是 or 为 that words separate from item k, or -1.
func (x *run) equals(k, lo int32) int32 {
	for end := max(lo, k-6); k >= end && (x.work[k].kind == word || x.work[k].kind == when); k-- {
		if x.is(k, '是') || x.is(k, '为') || x.is2(k, '约', '为') || x.is2(k, '达', '到') {
			return k
		}
	}
	return -1
}

// utmost returns the indicator of which the words up to item k tell the greatest or least (年龄最大, 树龄最大的一株), or -1.
func (x *run) utmost(k, lo int32) int32 {
	for k > lo && x.work[k].kind == word && (x.work[k].pos == segment.Q || x.work[k].pos == segment.M) {
		k--
	}
	if k > lo && x.de(k) {
		k--
	}
	switch {
	case k <= lo || x.work[k].kind != word:
		return -1
	case x.work[k].j-x.work[k].i == 2 && x.fold[x.work[k].i] == '最':
	case x.work[k].pos == segment.A && k-1 > lo && x.is(k-1, '最'):
		k--
	default:
		return -1
	}
	if k--; x.work[k].has(cInd) {
		return k
	}
	return -1
}

// streak returns the 连续 before an ordinal and a unit of time that end with item k: 连续第20个交易日, or -1.
func (x *run) streak(k, lo int32) int32 {
	if x.work[k].kind != word || x.work[k].pos != segment.N && x.work[k].pos != segment.Q && x.work[k].pos != segment.M {
		return -1
	}
	for b := k - 1; b >= lo && b >= k-2; b-- {
		if x.is2(b, '连', '续') && x.fold[x.work[b+1].i] == '第' {
			return b
		}
	}
	return -1
}

// headless returns what stands before the 的 of item k without a noun after it.
func (x *run) headless(k, lo int32) span {
	s := k
	for s > lo && k-s < maxPhrase/2 {
		if it := &x.work[s-1]; it.kind != word && it.kind != figure || it.has(cLink|cSay|cSee|cStop) || it.has(cAdv) && !it.has(cCap) {
			break
		}
		s--
	}
	return span{s, k}
}

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
	case x.is(p, '对') && k > o && (x.is2(k, '进', '口') || x.is2(k, '出', '口') || x.is2(k, '投', '资') || x.work[k].j-x.work[k].i == 3 && x.fold[x.work[k].i] == '进'):
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

// trades returns the 进口 or 出口 with an object in the noun phrase [o, k], or -1.
func (x *run) trades(o, k int32) int32 {
	for ; o < k; o++ {
		if (x.is2(o, '进', '口') || x.is2(o, '出', '口')) && !x.work[k].has(cInd) {
			return o
		}
	}
	return -1
}

// penalty reports whether item k is a sum that somebody pays or gets, of which 最高 is the bound.
func (x *run) penalty(k int32) bool {
	switch string(x.fold[x.work[k].i:x.work[k].j]) {
	case "罚款", "罚金", "补贴", "补助", "奖励", "奖金", "罚":
		return true
	}
	return false
}

// region reports whether item k, a locative, stands for a place: 下游.
func (x *run) region(k int32) bool {
	switch string(x.fold[x.work[k].i:x.work[k].j]) {
	case "上游", "下游", "周边", "沿线", "境内", "市内", "省内", "海外", "沿岸", "两岸":
		return true
	}
	return false
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

// abbreviates reports whether the noun phrase [o, k] starts with one character for a place: 华 of 在华门店.
func (x *run) abbreviates(o, k int32) bool {
	if x.work[o].j-x.work[o].i == 1 {
		return k > o
	}
	switch x.fold[x.work[o].i] {
	case '华', '台', '港', '沪', '京', '美', '日', '韩':
		return x.work[o].j-x.work[o].i == 3 && x.work[o].pos == segment.N
	}
	return false
}

// outdoes reports whether the words from item k on tell that what was named is ahead of the others: 最多, 居首.
func (x *run) outdoes(k int32) bool {
	if k >= x.hi || x.work[k].kind != word {
		return false
	}
	switch string(x.fold[x.work[k].i:x.work[k].j]) {
	case "最多", "最高", "最大", "最少", "最低", "居多", "居首", "为主", "为最", "领先", "称冠", "居冠", "最为":
		return true
	}
	return x.is(k, '最') || x.is(k, '居') || x.is(k, '为') && k+1 < x.hi && x.fold[x.work[k+1].i] == '最'
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
	l.index = m <= k && x.work[k].has(cIndex)
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
		if m > o {
			l.subject = trimJoin(x, span{o, m})
			l.measure = span{m, k + 1}
		}
	default:
		l.subject, _ = x.subjectLeft(b, lo, &l.flags)
	}
}

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
		case x.is2(k, '长', '达') && k > lo && x.timed(k-1, lo):
			l.pred |= cLevel // 塞车时间恐长达9小时
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
			(rateKind(d.Kind) || d.Approx != numbers.Exact):
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
		case k+1 < q && x.work[k+1].has(cRank) && d.Kind == numbers.KindOrdinal && it.has(cOwner) && (x.every(it) || x.is2(k, '世', '界')):
			continue // 全球排名第四
		case it.has(cRank):
			l.pred |= cRank
			l.flags |= it.cls
			if k == lo && k == x.lo && x.is2(k, '排', '名') && q == k+1 {
				l.measure, l.stop = span{k, q}, k-1 // 积61分，排名第三
				return l
			}
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
	if k > lo && (x.de(k) || x.is(k, '者') && !x.noun(k-1)) {
		l.subject = x.headless(k, lo) // 认为良好的占41.6%, 支持者占
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

// timed reports whether a noun that is measured in time stands before item k+1, past adverbs.
func (x *run) timed(k, lo int32) bool {
	for k > lo && x.work[k].kind == word && x.work[k].has(cAdv) && !x.noun(k) {
		k--
	}
	return x.work[k].kind == word && x.work[k].has(cTime) && x.work[k].has(cInd)
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

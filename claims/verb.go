package claims

import (
	"github.com/xinwen-go/xinwen/segment"
)

// verbStart returns the first of the verbs that end with item k.
func (x *run) verbStart(k, lo int32) int32 {
	for k > lo && x.verb(k-1) && !x.work[k-1].has(cNot|cChange|cLevel) {
		k--
	}
	return k
}

// verbBefore reads a verb phrase: verbs that end with item v and their object up to item k.
func (x *run) verbBefore(l *left, lo, v, k int32) {
	s := x.verbStart(v, lo)
	for s < v && x.work[s].has(cNot) {
		s++
	}
	if k > v && x.rumour(v) {
		x.nounOnly(l, lo, v+1, k) // 网传本市贷款额度
		return
	}
	if s > lo && x.work[s-1].kind == word && x.work[s-1].has(cFrom) && l.dir == 0 && l.pred == 0 && x.later(k+1) {
		l.from, l.stop = true, s-2 // 由年产50万斤减至15万斤
		return
	}
	if b := s - 1; b > lo && k == v && s == v && x.noun(b) {
		// 实现消费扶贫1.7亿元: a verb in the place of a noun.
		if o := x.nounLeft(b, lo); o > lo && (x.work[o-1].has(cLight) || x.holds(o-1) || x.is2(o-1, '新', '增')) {
			s, v = o-1, o-1
		}
	}
	if s < v && x.work[v].has(cPivot) && !x.work[s].has(cPivot) && x.runes(s, v) <= 4 && (s == lo || !x.noun(s-1)) {
		// 袭击造成: an event as the subject.
		l.measure, l.verb, l.subject, l.stop = span{v, k + 1}, v, span{s, v}, s-1
		return
	}
	if k == v && (l.pred&cLevel != 0 || l.dir != 0) && s > lo && x.noun(s-1) && !x.ownerOnly(s-1) && x.work[s].cls == 0 {
		x.nounOnly(l, lo, x.nounLeft(s-1, lo), k) // 用电尖峰负载为
		return
	}
	if k == v+1 && s == v && s > lo && x.noun(s-1) && x.compound(v, k) && !x.buys(v) && !x.placed(s-1, lo) && (l.pred&cLevel != 0 || l.dir != 0 || x.work[k].has(cPart) || x.rateNoun(k) || x.topical() && x.work[s-1].pos == segment.N || x.split(x.nounLeft(s-1, lo), s-1) || x.is(s-1, '日') || x.is(s-1, '年')) {
		x.nounOnly(l, lo, x.nounLeft(s-1, lo), k) // R&D经费投入强度
		return
	}
	if s > lo+1 && x.work[s-1].kind == word && (x.is(s-1, '日') || x.is(s-1, '年')) && x.noun(s-2) {
		s-- // 日处理
	}
	if k > v && s > lo && x.noun(s-1) && x.fold[x.work[k].j-1] == '率' && x.modifies(s, v) {
		x.nounOnly(l, lo, x.nounLeft(s-1, lo), k) // 农作物耕种收综合机械化率
		return
	}
	if k > v+1 && s == v && s == lo && x.work[v].cls == 0 && x.runes(v, v+1) == 2 && x.work[k].has(cPart) && x.folks(k-1, k) {
		x.nounOnly(l, lo, v, k) // 自驾游客占比
		return
	}
	head := &x.work[s]
	object := k > v
	if object && x.work[v].has(cPivot) && l.pred == 0 && l.dir == 0 && x.sites(v+1, k) {
		l.subject, l.stop = span{v + 1, k + 1}, v // 造成甘肃113人遇难
		return
	}
	l.stop = s - 1
	if object && x.orders(v) {
		m := v + 1
		for m < k && !x.work[m].has(cInd) && (x.work[m].has(cFolk) || x.work[m].pos == segment.NR) {
			m++
		}
		if m > v+1 {
			l.subject, l.measure, l.verb = span{v + 1, m}, span{m, k + 1}, -1 // 判处被告人有期徒刑
			return
		}
	}
	switch {
	case head.has(cNot) && !object:
		l.subject, _ = x.subjectLeft(s-1, lo, &l.flags)
		return
	case head.has(cNot):
		l.measure = span{v + 1, k + 1}
		l.subject, _ = x.subjectLeft(s-1, lo, &l.flags)
		return
	case head.has(cShare):
		l.pred |= cShare
	case x.work[v].has(cChange) && object && l.dir == 0 && l.pred&cLevel == 0:
		// 下调贷款利率0.5个百分点
		l.dir = x.work[v].cls & cChange
		for v < k && x.particle(v+1) {
			v++ // 下调了利率
		}
		l.measure = span{v + 1, k + 1}
		l.flags |= head.cls
		if m := x.whose(v+1, k); m > v+1 && m <= k {
			l.subject, l.measure.i = trimJoin(x, span{v + 1, m}), m // 调低该股目标价
			return
		}
		l.subject, _ = x.subjectLeft(s-1, lo, &l.flags)
		return
	}
	if !object && s == v && (head.has(cLight) || x.is2(s, '新', '增')) && s > lo {
		b := s - 1
		for b > lo && !x.noun(b) && (x.work[b].has(cAdv) || x.work[b].kind == when || x.work[b].pos == segment.D) {
			l.flags |= x.work[b].cls
			b--
		}
		if x.noun(b) && (x.work[b].has(cInd) || x.work[b].pos == segment.VN || x.is2(b, '投', '资') || x.is2(s, '发', '生')) && !x.work[b].has(cOwner) {
			x.nounBefore(l, lo, b) // 业务量完成171亿件
			return
		}
	}
	if b := s - 2; k == v && s == v && (l.dir != 0 || l.pred&cLevel != 0) && b >= lo && x.is2(s-1, '平', '均') && x.verb(b) && x.work[b].cls == 0 && x.work[b].j-x.work[b].i == 2 {
		s = b // 审评平均用时
		l.stop = s - 1
	}
	l.measure, l.verb = span{s, k + 1}, s
	if object && head.has(cLight) && (s == v || x.work[v].cls == 0) && x.work[k].has(cInd) {
		l.measure, l.verb = span{s + 1, k + 1}, -1 // 实现销售收入
		for x.work[l.measure.i].pos == segment.U && l.measure.i < k {
			l.measure.i++
		}
	}
	if b := s - 1; l.verb == s && b > lo && x.noun(b) && x.saves(s) {
		if o := x.nounLeft(b, lo) - 1; o >= lo && x.is(o, '为') && x.work[o].kind == word {
			l.measure.i, l.verb, l.stop, s = o, o, o-1, o // 为患者减负
		}
	}
	var pivot int32
	l.subject, pivot = x.subjectLeft(s-1, lo, &l.flags)
	if b := s - 1; l.subject.empty() && head.has(cPivot) && b >= lo {
		for b > lo && x.work[b].kind == word && x.work[b].has(cAdv) && !x.noun(b) {
			b--
		}
		if it := &x.work[b]; b == lo && it.kind == word && it.cls == 0 && it.j-it.i == 2 && (it.pos == segment.V || it.pos == segment.VN) {
			l.subject = span{b, b + 1} // 爆炸已致12人死亡
		}
	}
	if pivot >= 0 && pivot < s && l.verb >= 0 {
		l.measure.i, l.verb = pivot, pivot
	}
}

// modifies reports whether the verbs [s, v] are none that could have a rate for their object.
func (x *run) modifies(s, v int32) bool {
	for ; s <= v; s++ {
		if x.work[s].cls != 0 {
			return false
		}
	}
	return true
}

// takeIn gives a verb without an object what stands right before it (生猪 + 出栏) where whose it is is known apart from that:
// the place at the head of the phrase, the topic of the clause or the one in force.
func (x *run) takeIn(l *left, lo int32) {
	if l.verb < 0 || l.measure.i != l.verb || l.measure.j-l.measure.i != 1 || x.work[l.verb].has(cPivot|cShare) {
		return
	}
	k := l.verb - 1
	for k > lo && (x.is(k, '已') || x.is(k, '还') || x.is(k, '要') || x.work[k].has(cMean) && x.work[k].has(cAdv)) {
		k--
	}
	if k < lo || !x.noun(k) || x.period(k) {
		return
	}
	o := x.nounLeft(k, lo)
	if x.untimed(span{o, k + 1}) <= k {
		return
	}
	if o > lo && x.is(o-1, '最') {
		l.subject = span{} // 最重一家罚120万元
		return
	}
	if x.strong(span{o, k + 1}) || o > lo && (x.work[o-1].kind == word && x.work[o-1].has(cPrep) || x.de(o-1) || x.verb(o-1) && x.work[o-1].cls != 0) {
		return
	}
	for m := o; m <= k; m++ {
		if x.work[m].has(cFolk) {
			return // 茶农挣5万元
		}
	}
	switch m := x.whose(o, k); {
	case m > k && m-o > 1:
		return // 城关第五小学
	case m > o && m <= k:
		l.subject = trimJoin(x, span{o, m})
		o = m
	case l.subject.j == k+1 && !x.topical(): // nobody else is named
		return
	case l.subject.j == k+1:
		l.subject = span{}
	}
	if o > lo && x.verb(o-1) && x.work[o-1].j-x.work[o-1].i == 1 {
		o-- // 卖苹果挣
	}
	l.measure.i, l.verb = o, o
}

// dated returns the 占 before the time of item p, past a noun phrase, or -1.
func (x *run) dated(p, lo int32) int32 {
	b := p - 1
	if b > lo && x.noun(b) {
		b = x.nounLeft(b, lo) - 1
	}
	if b >= lo && x.work[b].kind == word && x.work[b].has(cShare) {
		return b
	}
	return -1
}

// act reports whether item k, a noun, names something done: 奖励, 死亡.
func (x *run) act(k int32) bool {
	it := &x.work[k]
	return it.cls == 0 && (it.pos == segment.VN || it.pos == segment.V)
}

// sites reports whether the items [i, k] are all names of places, before a figure of people and what happened to them.
func (x *run) sites(i, k int32) bool {
	for m := i; m <= k; m++ {
		it := &x.work[m]
		switch {
		case x.joins(m), it.kind == word && (it.pos == segment.NS || x.every(it) || x.divisions(it)):
		case m == i && i < k && it.kind == word && it.pos == segment.M: // 两个乡镇
		case m > i && it.kind == word && (it.ref >= 0 || it.pos == segment.M || x.is(m, '区') || x.is2(m, '省', '区')):
		default:
			return false
		}
	}
	if k+1 >= x.hi || x.work[k+1].kind != figure || !x.bodies(&x.doc.Quantities[x.work[k+1].ref]) {
		return false
	}
	r := x.parseRight(k+1, x.hi, false)
	return r.noun.empty() && x.hasVerb(r.rest)
}

// divisions reports whether a word is a common noun for divisions: 乡镇.
func (x *run) divisions(it *item) bool {
	switch string(x.fold[it.i:it.j]) {
	case "乡镇", "县市", "县区", "市县", "省份", "省区", "区县", "街道", "村庄", "乡村":
		return true
	}
	return false
}

// placed reports whether a preposition stands before the noun phrase that ends with item k: 在其住所.
func (x *run) placed(k, lo int32) bool {
	o := x.nounLeft(k, lo) - 1
	return o >= lo && x.work[o].kind == word && (x.work[o].has(cPrep) || x.work[o].pos == segment.P)
}

// split reports whether somebody is named at the head of the noun phrase [o, k] and more follows.
func (x *run) split(o, k int32) bool {
	m := x.whose(o, k)
	return m > o && m <= k
}

// compound reports whether item v, a verb, only tells more of item k, an indicator, as in 投入强度.
func (x *run) compound(v, k int32) bool {
	return x.verb(v) && (x.work[v].cls == 0 || x.is2(v, '发', '生')) && x.work[v].j-x.work[v].i == 2 && x.work[k].has(cInd)
}

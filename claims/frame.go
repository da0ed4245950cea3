package claims

import (
	"github.com/xinwen-go/xinwen/numbers"
)

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
	if e := r.noun.i; r.de && r.noun.empty() && e+1 < x.hi && x.work[e].has(cExist|cLevel|cShare) && x.work[e+1].kind == figure {
		return true // 延误超过3小时的有45架次
	}
	if r.noun.empty() || !r.next {
		return false
	}
	e := r.noun.j
	if k := x.doc.Quantities[x.work[q].ref].Kind; (k == numbers.KindMoney || k == numbers.KindMeasure) && !r.de && l.verb < 0 && e < x.hi && x.work[e].kind == figure &&
		x.doc.Quantities[x.work[e].ref].Kind == numbers.KindCount && (x.fold[x.work[q].i] == '超' || q > x.lo && x.fold[x.work[q-1].j-1] == '超') {
		return true // 超10亿元项目5个
	}
	if x.doc.Quantities[x.work[q].ref].Kind == numbers.KindCount && !r.de && l.verb < 0 && l.pred == 0 && e+1 < x.hi && x.work[e].has(cPer|cMean) && (x.measures(e+1) || e+2 < x.hi && x.compound(e+1, e+2)) {
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

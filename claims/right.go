package claims

import (
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
)

// right is what stands after a figure and bears on it.
type right struct {
	owner span // 清水 of 33万清水人民
	noun  span // items of the noun phrase
	rest  span // what follows it in the clause, up to the next figure
	de    bool // 的 stands between
	attr  bool // what is counted only tells more of another word: 9个国家的评级, 30家企业生产的40批次产品
	in    bool // a locative ends the phrase: 220余万亩耕地中
	next  bool // another figure follows in the clause
	over  bool // the noun stands after a clause with a figure of its own that tells more of it
}

// start returns the first item of what is counted by figure q.
func (r *right) start(q int32) int32 {
	switch {
	case r.over:
		return r.noun.i
	case r.de:
		return q + 2
	}
	return q + 1
}

// parseRight reads the items after figure q up to hi; verb tells that a verb stands before the figure.
func (x *run) parseRight(q, hi int32, verb bool) right {
	var r right
	end := q + 1
	for end < hi && x.work[end].kind != figure {
		end++
	}
	r.next = end < hi
	k := q + 1
	if k < end && x.de(k) {
		r.de = true
		k++
	}
	n := k
	if k < end && x.work[k].kind == word && x.work[k].cls == 0 && x.place(&x.work[k]) {
		x.work[k].pos = segment.NS // 33万清水人民
	}
	if k < end && x.work[k].kind == word && x.noun(k) && !x.work[k].has(cIndex) || k < end && x.relative(k, end) {
		n = x.nounRight(k, end, false)
		for m := k + 1; m < n && r.next; m++ {
			if x.work[m].has(cPer) {
				n = m // 农户户均增收
			}
		}
		if n == k {
			n = x.relativeEnd(k, end)
		}
	} else if verb && !r.de && x.doc.Quantities[x.work[q].ref].Kind == numbers.KindMoney && x.holds(q-1) && k+1 < end && x.verb(k) {
		for n = k + 1; n < end && (x.noun(n) || x.verb(n)); n++ {
		} // 开展3000亿元买断式逆回购操作
	} else if verb && !r.de && x.doc.Quantities[x.work[q].ref].Kind == numbers.KindCount && k+1 < end && x.verb(k) && x.noun(k+1) && !x.work[k].has(cPivot|cLight|cChange) {
		n = x.nounRight(k+1, end, false) // 执行3个往返航班
	} else if verb && !r.de && x.doc.Quantities[x.work[q].ref].Kind == numbers.KindCount && (k+1 == end || k+2 == end && x.verb(k+1)) && x.verb(k) && x.work[k].cls == 0 {
		n = end // 收到2500件投诉
	}
	if r.next && end+2 < hi && x.de(end+1) && x.noun(end+2) && x.doc.Quantities[x.work[q].ref].Kind == numbers.KindCount && n > k && !x.joins(end-1) {
		r.noun = span{end + 2, x.nounRight(end+2, hi, false)} // 3家年产值过亿元的企业
		r.rest, r.over, r.next = span{r.noun.j, hi}, true, false
		for m := r.noun.j; m < hi; m++ {
			if x.work[m].kind == figure {
				r.rest.j, r.next = m, true
				break
			}
		}
		return r
	}
	if n > k && x.work[k].pos == segment.M && x.work[k].ref < 0 && x.fold[x.work[k].i] < 'a' {
		n = k // 38胜24败
	}
	if n == k+1 && !r.de && x.work[k].has(cOwner) && x.points(k) {
		n = k // 800字我只用了50分钟
	}
	r.noun = span{k, n}
	if n > k && n < end && (x.work[n].pos == segment.F || x.amid(n)) {
		r.in = true
	}
	r.attr = n > k && n < end && x.de(n) || r.next && end > q+1 && x.de(end-1)
	if !r.noun.empty() {
		for m := k; m < n-1 && x.ownerOnly(m) && x.work[m].pos != segment.R; m++ {
			r.owner = span{k, m + 1}
		}
		if !r.owner.empty() {
			r.noun.i = r.owner.j
			if x.de(r.noun.i) && r.noun.i+1 < r.noun.j {
				r.noun.i++
			}
		}
	}
	r.rest = span{n, end}
	for r.rest.j > r.rest.i && (x.joins(r.rest.j-1) || x.work[r.rest.j-1].kind == mark) {
		r.rest.j--
	}
	return r
}

// relative reports whether a relative clause with a noun after it starts at item k: 5名涉嫌诈骗的嫌疑人.
func (x *run) relative(k, end int32) bool { return x.verb(k) && x.relativeEnd(k, end) > k }

func (x *run) relativeEnd(k, end int32) int32 {
	for d := k + 1; d < min(end, k+10); d++ {
		if x.de(d) && d+1 < end && x.noun(d+1) {
			return x.nounRight(d+1, end, false)
		}
		if x.work[d].kind != word {
			break
		}
	}
	return k
}

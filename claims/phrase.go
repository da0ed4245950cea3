package claims

import "github.com/xinwen-go/xinwen/segment"

// maxPhrase is how many items a phrase may have.
const maxPhrase = 24

// noun reports whether item k of work may be part of a noun phrase.
func (x *run) noun(k int32) bool {
	it := &x.work[k]
	if it.kind != word {
		return false
	}
	if it.has(cInd | cOwner | cOrg | cRise | cFall | cIndex) {
		return true
	}
	if it.has(cCumul) && it.has(cAdv) {
		return x.measures(k + 1) // 累计雨量
	}
	if x.is(k, '前') && k+1 < x.hi && x.work[k+1].kind == word && x.work[k+1].pos == segment.M {
		return true // 前十大股东
	}
	if x.is(k, '最') && k+2 < x.hi && x.work[k+1].pos == segment.A && x.work[k+1].j-x.work[k+1].i == 1 && (x.work[k+2].has(cInd) || x.measures(k+2)) {
		return true // 最大风力
	}
	if it.pos == segment.VN && it.has(cChange) && (x.fold[it.i] == '调' || x.fold[it.j-1] == '调') && k+1 < x.hi && x.work[k+1].has(cInd) {
		return false // 下调存款准备金率
	}
	if it.has(cMean) && it.has(cAdv) || it.pos == segment.VN && it.has(cChange) {
		return k+1 < x.hi && x.work[k+1].kind == word && !x.work[k+1].has(cChange) && x.noun(k+1) // 平均工资, 增长预期
	}
	if (it.has(cTarget) && k+1 < x.hi && x.de(k+1)) || it.has(cCap) && k+1 < x.hi && x.work[k+1].kind == word && x.noun(k+1) {
		return true // 计划的76%, 最高气温
	}
	if it.has(cSay | cAdv | cPrep | cLink | cJoin | cLevel | cTo | cNot | cStop | cShare | cRank) {
		return false
	}
	switch it.pos {
	case segment.N, segment.NR, segment.NS, segment.NT, segment.NZ, segment.NX, segment.VN, segment.AN, segment.J, segment.B,
		segment.L, segment.I, segment.S, segment.M, segment.Q, segment.H, segment.K, segment.R:
		return !it.has(cChange | cTimes | cLast | cPivot | cLight)
	case segment.F:
		return it.j-it.i > 1 && x.fold[it.j-1] != '来' && x.fold[it.j-1] != '后' && k+1 < x.hi && x.work[k+1].kind == word && x.noun(k+1)
	case segment.A, segment.Z:
		return k+1 < x.hi && x.work[k+1].kind == word && x.noun(k+1)
	case segment.AD, segment.VD:
		return it.cls == 0 && k > x.lo && k+1 < x.hi && x.work[k+1].kind == word && x.work[k+1].pos == segment.N && x.work[k-1].pos != segment.V && x.noun(k+1) // 央行公开市场
	}
	return false
}

// measures reports whether the words from item k on are a noun phrase whose head is an indicator.
func (x *run) measures(k int32) bool {
	for e := min(x.hi, k+4); k < e; k++ {
		it := &x.work[k]
		if it.kind != word || it.has(cAdv|cChange) || !x.noun(k) {
			return false
		}
		if it.has(cInd) {
			return true
		}
	}
	return false
}

// verb reports whether item k is a verb that may tell what a figure counts.
func (x *run) verb(k int32) bool {
	it := &x.work[k]
	if it.kind != word || it.has(cAdv|cSay|cPrep|cLink|cJoin|cLevel|cTo|cStop|cInd|cOwner|cOrg) {
		return false
	}
	return it.pos == segment.V || it.has(cChange|cPivot|cLight|cLast|cShare|cRank|cTimes)
}

// joins reports whether item k joins two nouns.
func (x *run) joins(k int32) bool {
	it := &x.work[k]
	return it.kind == mark && (it.mark == '、' || it.mark == '·') || it.kind == word && it.has(cJoin)
}

// de reports whether item k is the particle 的.
func (x *run) de(k int32) bool {
	it := &x.work[k]
	return it.kind == word && it.j-it.i == 1 && (x.fold[it.i] == '的' || x.fold[it.i] == '之')
}

func (x *run) is(k int32, r rune) bool {
	it := &x.work[k]
	return it.kind == word && it.j-it.i == 1 && x.fold[it.i] == r
}

// nounLeft returns the start of the noun phrase that ends with item k, not before lo.
func (x *run) nounLeft(k, lo int32) int32 {
	o := k
	for o > lo && k-o < maxPhrase {
		if x.points(o) {
			break
		}
		p := o - 1
		if x.noun(p) || x.is(p, '非') {
			o = p
			continue
		}
		if (x.joins(p) || x.line(p)) && p > lo && x.noun(p-1) {
			o = p - 1
			continue
		}
		break
	}
	return o
}

// line reports whether item k joins the ends of a line: 北京至上海高铁.
func (x *run) line(k int32) bool {
	if !x.is(k, '至') && !x.is(k, '到') || k == x.lo || k+1 >= x.hi || x.work[k-1].pos != segment.NS {
		return false
	}
	return x.work[k+1].pos == segment.NS || k+2 < x.hi && x.work[k+1].pos == segment.N && x.work[k+2].has(cThing) && x.facility(&x.work[k+2])
}

// points reports whether item k starts a noun phrase that points at something: 该, 这, 其; not 各类, 每.
func (x *run) points(k int32) bool {
	it := &x.work[k]
	if it.pos != segment.R || it.kind != word {
		return false
	}
	switch x.fold[it.i] {
	case '某':
		return k == x.lo || x.work[k-1].kind != word || x.work[k-1].j-x.work[k-1].i > 1 // but 李某
	case '这', '那', '该', '其', '此', '他', '她', '它', '我', '你', '自', '咱':
		return true
	case '本':
		return it.j-it.i == 1 || counter(x.fold[it.i+1])
	}
	return it.has(cOwner) // 各地
}

// nounRight returns the end of the noun phrase that starts with item k, not after hi; with whole, what 的 joins to it too.
func (x *run) nounRight(k, hi int32, whole bool) int32 {
	e := k
	for e < hi && e-k < maxPhrase {
		if x.noun(e) && (e == k || !x.points(e)) {
			e++
			continue
		}
		if e > k && e+1 < hi && (x.joins(e) || x.line(e) || whole && x.de(e)) && x.noun(e+1) {
			e += 2
			continue
		}
		break
	}
	return e
}

// plain reports whether the items [lo, hi) are words that may tell more of a noun, without times, figures and breaks.
func (x *run) plain(lo, hi int32) bool {
	for k := lo; k < hi; k++ {
		if it := &x.work[k]; it.kind != word || it.has(cLink|cSay|cSee|cLevel|cPrep) {
			return false
		}
	}
	return true
}

// particle reports whether item k is 了, 着 or 过 after a verb.
func (x *run) particle(k int32) bool { return x.is(k, '了') || x.is(k, '着') || x.is(k, '过') }

// lapse moves o past words for a time at the start of the noun phrase [o, k] (这几年, 一年, 事发时) and reports whether nothing
// is left.
func (x *run) lapse(o *int32, k int32) bool {
	for m := *o; m <= k && m-*o < 4; m++ {
		it := &x.work[m]
		if it.has(cInd) || it.j-it.i == 1 && m > 0 && counter(x.fold[it.i]) && x.points(m-1) {
			return false // 收入, 这家百年老店
		}
		if it.pos == segment.N && it.j-it.i > 2 && it.cls == 0 && !x.period(m) {
			return false // 医疗队全日
		}
		if x.period(m) {
			*o = m + 1 // 本学年, 上财政年度
			continue
		}
		switch x.fold[it.j-1] {
		case '年', '月', '天', '日', '时', '周', '季':
			if it.pos == segment.Q || it.pos == segment.T || it.pos == segment.N || it.pos == segment.M || it.pos == segment.F || it.pos == segment.R {
				if (it.j-it.i <= 2 || it.pos == segment.T) && !(m < k && x.fold[it.j] == '期') {
					*o = m + 1
				}
			}
		}
	}
	return *o > k
}

// period reports whether item k ends a period that is no date: 学年, 赛季.
func (x *run) period(k int32) bool {
	it := &x.work[k]
	if it.kind != word || it.j-it.i < 2 || it.j-it.i > 5 {
		return false
	}
	switch string(x.fold[it.j-2 : it.j]) {
	case "学年", "年度", "赛季", "财年", "学期", "财季", "雪季", "榨季", "连假", "长假", "假期", "春运", "暑运":
		return true
	}
	return false
}

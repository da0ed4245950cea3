package claims

import (
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
)

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
		return it.j-it.i > 1 && k+1 < x.hi && x.work[k+1].kind == word && x.noun(k+1)
	case segment.A, segment.Z:
		return k+1 < x.hi && x.work[k+1].kind == word && x.noun(k+1)
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
		if starts(&x.work[o]) {
			break
		}
		p := o - 1
		if x.noun(p) {
			o = p
			continue
		}
		if x.joins(p) && p > lo && x.noun(p-1) {
			o = p - 1
			continue
		}
		break
	}
	return o
}

// starts reports whether a word starts a noun phrase: 该, 这, 其.
func starts(it *item) bool { return it.pos == segment.R && it.kind == word }

// nounRight returns the end of the noun phrase that starts with item k, not after hi; with whole, what 的 joins to it too.
func (x *run) nounRight(k, hi int32, whole bool) int32 {
	e := k
	for e < hi && e-k < maxPhrase {
		if x.noun(e) && (e == k || !starts(&x.work[e])) {
			e++
			continue
		}
		if e > k && e+1 < hi && (x.joins(e) || whole && x.de(e)) && x.noun(e+1) {
			e += 2
			continue
		}
		break
	}
	return e
}

// owner splits the noun phrase [o, k] into whose the figure is, [o, m), and what is measured, [m, k].
func (x *run) owner(o, k int32) (m int32) {
	m = o
	if o+2 <= k && x.work[o].pos == segment.NS && x.work[o+1].pos == segment.F && x.thing(o+2) && o+2 < k {
		return o + 3 // 黄河以北灌区
	}
run:
	for m <= k {
		it := &x.work[m]
		switch {
		case it.has(cInd) && !(it.has(cOwner) && m < k):
			break run
		case it.has(cOrg) && m > o && x.work[m-1].has(cOwner) && !x.work[m-1].has(cOrg) && m < k:
			break run // 全省小微企业贷款
		case x.ownerOnly(m) && !starts(it), it.pos == segment.NZ && m == o && m < k && (x.work[m+1].has(cOrg) || x.work[k].has(cSplit)):
			m++
		case m > o && it.has(cThing|cOrg) && x.work[m-1].has(cOwner) && x.every(&x.work[m-1]):
			break run // 全省高速公路
		case it.has(cThing) && m < k && !(m == o && x.is2(m, '单', '位')), it.has(cFolk) && m == o && m < k && (x.work[m+1].has(cInd|cPer|cMean) || !x.thing(m+1)):
			m++
		case m+1 < k && x.work[m+1].has(cOrg) && x.thing(m) && it.pos != segment.N: // 桃花溪水库
			m += 2
		case starts(it): // 该县, 这家工厂
			n := m + 1
			for n < k && (x.work[n].pos == segment.Q || x.work[n].pos == segment.M) {
				n++
			}
			if n > k || x.work[n].has(cInd) {
				m = min(n, k+1)
				break run
			}
			m = n + 1
		case x.joins(m) && m > o && m+1 <= k && x.ownerOnly(m+1):
			m += 2
		default:
			break run
		}
	}
	if m > o && m <= k && x.work[k].has(cFolk) && o > x.lo && x.work[o-1].has(cWithin) {
		return o // 其中菲律宾旅客
	}
	for m > o && m <= k && x.runes(m, k+1) == 1 {
		m-- // 出生数
	}
	if m > k {
		return m
	}
	for b := max(m, o+1); b <= k && x.work[k].has(cInd); b++ {
		if x.whole(&x.work[b]) && (b < k || x.work[b].j-x.work[b].i > 1) && x.nameable(span{o, b}) {
			return b // 外资企业总人数
		}
	}
	for b := o + 1; m == o && b < k; b++ {
		if it := &x.work[b]; it.has(cMean) || it.has(cPer) {
			if x.nameable(span{o, b}) && x.fold[it.j] != '指' {
				return b // 试验田平均亩产
			}
			break
		}
	}
	if x.work[k].has(cPart) && m < k && (x.st.among || !x.st.subject.strong) {
		return k
	}
	if m == o && m < k && x.work[k].has(cSplit) && !x.st.subject.strong && !x.work[m].has(cPer) {
		b := k - 1
		for b > o && (x.work[b].pos == segment.VN || x.work[b].pos == segment.B) {
			b-- // 竣邦营造得标金额
		}
		if x.thing(b) {
			return b + 1 // what stands before 销量 is whose it is
		}
	}
	return m
}

// every reports whether a word names all of a place, whose parts a noun after it may tell: 全省, 我国.
func (x *run) every(it *item) bool {
	switch x.fold[it.i] {
	case '全', '我', '各', '本':
		return it.j-it.i == 2
	}
	return false
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
		if it.has(cInd) {
			return false
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

// whole reports whether a word starts with 总 as the mark of a whole (总人数), not of a sum (总额).
func (x *run) whole(it *item) bool {
	if it.kind != word || x.fold[it.i] != '总' {
		return false
	}
	if it.j-it.i == 1 {
		return true
	}
	switch x.fold[it.i+1] {
	case '额', '量', '值', '数', '和', '体', '计', '产':
		return false
	}
	return it.has(cInd)
}

// thing reports whether item k may be what a price or an output belongs to.
func (x *run) thing(k int32) bool {
	switch it := &x.work[k]; it.pos {
	case segment.N, segment.NR, segment.NS, segment.NT, segment.NZ, segment.NX, segment.J, segment.K, segment.S:
		return it.kind == word && !it.has(cInd) && x.fold[it.j-1] != '者'
	}
	return false
}

// ownerOnly reports whether item k is a word for whose a figure is and not for what is measured.
func (x *run) ownerOnly(k int32) bool {
	it := &x.work[k]
	if it.kind != word || it.has(cInd) {
		return false
	}
	return it.has(cOwner|cOrg) || it.pos == segment.NS || it.pos == segment.NT || it.pos == segment.NR || it.pos == segment.R ||
		it.pos == segment.N && x.place(it)
}

// place reports whether a noun is the short name of a division that the text names in full elsewhere: 清水 beside 清水县.
func (x *run) place(it *item) bool {
	n := it.j - it.i
	if n < 2 || n > 4 {
		return false
	}
	if x.places == nil {
		x.places = map[string]bool{}
		for k := range x.items {
			p := &x.items[k]
			if p.pos != segment.NS || p.kind != word || p.j-p.i < 3 {
				continue
			}
			switch x.fold[p.j-1] {
			case '省', '市', '县', '区', '州', '盟', '旗', '镇', '乡', '村':
				x.places[string(x.fold[p.i:p.j-1])] = true
			}
		}
	}
	return len(x.places) > 0 && x.places[string(x.fold[it.i:it.j])]
}

// subjectLeft finds the noun phrase that the clause is about, looking left from item k: adverbs, times and prepositional
// phrases between are passed over, and so are verbs that come before. flags collects the classes of what was passed.
func (x *run) subjectLeft(k, lo int32, flags *class) (s span, pivot int32) {
	pivot = -1
	for steps := 0; k >= lo && steps < maxPhrase; steps++ {
		it := &x.work[k]
		switch {
		case it.kind == when:
			k--
		case it.kind == figure:
			if x.doc.Quantities[it.ref].Kind != numbers.KindDuration {
				return span{}, pivot
			}
			k-- // 3年内
		case it.has(cSay):
			return span{}, pivot
		case it.has(cAgent) && !it.has(cFrom):
			k--
		case it.has(cPrep), it.pos == segment.P, it.has(cPer):
			*flags |= it.cls
			k--
		case it.has(cLink):
			return span{}, pivot
		case it.pos == segment.F && k > lo && x.work[k-1].kind == figure:
			k--
		case it.pos == segment.F && k > lo && x.noun(k-1):
			o := x.nounLeft(k-1, lo)
			if r := x.fold[it.j-1]; (r == '里' || r == '上' || r == '内') && (o == lo || x.work[o-1].kind != word) {
				return span{o, k + 1}, pivot // 村里
			}
			k = o - 1 // 检查中
		case x.noun(k):
			o := x.nounLeft(k, lo)
			if x.lapse(&o, k) {
				k = o - 1
				continue
			}
			if o > lo {
				p := &x.work[o-1]
				if p.has(cPer) && x.fold[p.i] == '每' {
					*flags |= cPer // 每百户
					k = o - 2
					continue
				}
				if p.kind == word && (p.has(cPrep) || p.pos == segment.P) {
					if p.has(cAgent) {
						return span{o, k + 1}, pivot
					}
					k = o - 2
					continue
				}
				if x.de(o-1) && o-2 >= lo && x.noun(o-2) {
					// 县里的农户: the whole phrase.
					o2 := x.nounLeft(o-2, lo)
					if o2 > lo && (x.work[o2-1].has(cPrep) || x.work[o2-1].pos == segment.P || x.verb(o2-1)) {
						k = o2 - 2
						continue
					}
					return span{o2, k + 1}, pivot
				}
				if x.verb(o-1) && o-1 == lo && x.work[o-1].cls == 0 && x.work[o-1].j-x.work[o-1].i == 2 && pivot < 0 && steps <= 4 {
					return span{o - 1, k + 1}, pivot // 退休教师
				}
				if x.verb(o - 1) {
					// The object of an earlier verb: go on to the left of that.
					k = o - 1
					continue
				}
				if x.de(o - 1) {
					if o-lo <= 6 && x.plain(lo, o) {
						return span{lo, k + 1}, pivot // 她所在的小学
					}
					return span{o, k + 1}, pivot
				}
			}
			return span{o, k + 1}, pivot
		case x.verb(k):
			if it.has(cPivot) {
				pivot = k
			}
			k--
		case it.kind == mark:
			return span{}, pivot
		default:
			*flags |= it.cls
			k--
		}
	}
	return span{}, pivot
}

// nameable reports whether the items of s may be a subject: a phrase with a noun, a name or a pronoun for its last word.
func (x *run) nameable(s span) bool {
	if s.empty() || s.j-s.i > maxPhrase/2 && !x.joins(s.i+1) && x.runes(s.i, s.j) > 40 {
		return false
	}
	if x.de(s.i) {
		return false
	}
	it := &x.work[s.j-1]
	if s.j-s.i == 1 && x.fold[it.i] < 'a' {
		return false // digits
	}
	if it.has(cOwner|cOrg|cThing|cFolk) || x.de(s.j-1) {
		return true
	}
	switch it.pos {
	case segment.N, segment.NR, segment.NS, segment.NT, segment.NZ, segment.NX, segment.J, segment.K, segment.R, segment.S, segment.F,
		segment.VN, segment.AN:
		return true
	case segment.V:
		return s.j-s.i == 1
	case segment.B:
		return s.j-s.i > 1 // 高三年级
	case segment.M, segment.Q:
		return s.j-s.i > 1 && (it.ref >= 0 || x.thing(s.i) || starts(&x.work[s.i]))
	}
	return false
}

// slight reports whether a subject is only a word that tells more of the measure right after it: 城镇, 研发.
func (x *run) slight(s span) bool {
	if s.empty() || s.j-s.i > 2 {
		return false
	}
	it := item{i: x.work[s.i].i, j: x.work[s.j-1].j, cls: x.work[s.i].cls, pos: x.work[s.i].pos}
	if it.has(cOwner | cOrg | cThing | cFolk) {
		return false
	}
	if s.j-s.i == 2 {
		it.pos = segment.X // 首 + 批
	}
	switch it.pos {
	case segment.VN, segment.AN, segment.V, segment.B, segment.A, segment.F, segment.S:
		return true
	}
	if it.j-it.i == 2 {
		switch string(x.fold[it.i:it.j]) {
		case "城镇", "农村", "年度", "私人", "公共", "广义", "狭义", "原生", "综合", "市场", "整体", "民间", "社会", "居民", "全民", "消费", "财政", "项目", "基础", "首期", "首批", "前期", "当期", "本期", "单月", "单季", "单日", "核心", "账上":
			return true
		}
	}
	return false
}

// strong reports whether a subject may be carried to the next sentence: a name, or a word such as 全省.
func (x *run) strong(s span) bool {
	if s.empty() {
		return false
	}
	it := &x.work[s.j-1]
	return it.has(cOwner|cOrg) || it.pos == segment.NS || it.pos == segment.NT || it.pos == segment.NR || x.fold[x.work[s.i].i] == '该'
}

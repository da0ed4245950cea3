package claims

import (
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
)

// The noun phrase that a clause is about: where it stands, whether it may be a subject, and whether it holds on.

// subjectLeft finds the noun phrase that the clause is about, looking left from item k: the nearest one before the
// predicate, or, where that names nobody, the place or organisation at the head of the clause before it (新北市去年
// 登革热…). flags collects the classes of what was passed; pivot is the first item of a verb passed whose object does what
// follows, or -1.
func (x *run) subjectLeft(k, lo int32, flags *class) (s span, pivot int32) {
	s, pivot = x.near(k, lo, flags)
	if s.j-s.i > 1 && x.rumour(s.i) {
		s.i++ // 网传全市
	}
	if e := s.j; s.j-s.i == 1 && x.demonstrative(s.i) && x.runes(s.i, e) > 1 && e < x.hi && x.work[e].kind == word && (x.work[e].pos == segment.V || x.work[e].pos == segment.VN) && x.work[e].j-x.work[e].i == 2 && e+1 < x.hi && x.verb(e+1) {
		s.j++ // 这场义卖筹得
	}
	if s.empty() || s.i <= lo || x.named(s) {
		return s, pivot
	}
	if t, _ := x.near(s.i-1, lo, flags); !t.empty() && x.strong(t) && x.apart(t.j, s.i) {
		return t, pivot
	}
	return s, pivot
}

// named reports whether the noun phrase s holds a name, or points at something named before.
func (x *run) named(s span) bool {
	return x.strong(s) || x.whose(s.i, s.j-1) > s.i || x.points(s.i)
}

// apart reports whether only times and adverbs stand in [i, j), between the topic of a clause and a noun phrase.
func (x *run) apart(i, j int32) bool {
	for ; i < j; i++ {
		if it := &x.work[i]; it.kind != when && !(it.kind == word && !x.verb(i) && (it.has(cAdv) || it.pos == segment.D || it.pos == segment.T)) {
			return false
		}
	}
	return true
}

// near finds the noun phrase nearest to the left of a predicate, from item k on: adverbs, times and prepositional
// phrases between are passed over, and so are verbs that come before. flags collects the classes of what was passed.
func (x *run) near(k, lo int32, flags *class) (s span, pivot int32) {
	pivot = -1
	var each span // 每列货车
	defer func() {
		if s.empty() {
			s = each
		}
	}()
	for steps := 0; k >= lo && steps < maxPhrase; steps++ {
		it := &x.work[k]
		switch {
		case it.kind == when:
			k--
		case it.kind == figure:
			if x.doc.Quantities[it.ref].Kind == numbers.KindMeasure && k-1 > lo && x.is(k-1, '个') && x.is(k-2, '一') || k > lo && x.is2(k-1, '一', '个') {
				k -= 2 // 九龙湾一个300呎单位
				continue
			}
			if x.doc.Quantities[it.ref].Kind != numbers.KindDuration {
				return span{}, pivot
			}
			k-- // 3年内
		case it.kind == word && it.pos == segment.Q && k > lo && x.is(k-1, '一') && (x.is(k, '年') || x.is(k, '天')):
			k -= 2 // 我们一年
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
			if r := x.fold[it.j-1]; (r == '里' || r == '上' || r == '内' || r == '间') && (o == lo || x.work[o-1].kind != word) {
				if x.lapse(&o, k); o <= k {
					return span{o, k + 1}, pivot // 村里
				}
			}
			k = o - 1 // 检查中
		case x.noun(k):
			o := x.nounLeft(k, lo)
			if e := o; x.lapse(&o, k) || k-o <= 1 && x.points(o) && x.now(k) && o > lo {
				k = e - 1 // 他此役敲出, 开放首周
				continue
			}
			if o > lo {
				p := &x.work[o-1]
				if p.has(cPer) && x.fold[p.i] == '每' {
					*flags |= cPer // 每百户
					if each.empty() && o-1 == lo && !x.topical() && x.thing(k) && x.work[o].pos != segment.M {
						each = span{o, k + 1}
					}
					k = o - 2
					continue
				}
				if (p.pos == segment.VD || p.pos == segment.AD) && o-2 >= lo && (x.work[o-2].has(cPrep) || x.work[o-2].pos == segment.P) {
					k = o - 3 // 向违规摊档发出
					continue
				}
				if p.kind == word && (p.has(cPrep) || p.pos == segment.P) {
					if x.is(o-1, '对') && x.abroad(k) {
						return span{o - 1, k + 1}, pivot // 对中亚五国进出口
					}
					if p.has(cAgent) {
						return span{o, k + 1}, pivot
					}
					k = o - 2
					continue
				}
				if p.has(cStop) && o-2 >= lo && x.noun(o-2) {
					if o2 := x.nounLeft(o-2, lo); o2 > lo && x.work[o2-1].kind == word && (x.work[o2-1].has(cOther|cGive) || x.work[o2-1].pos == segment.P) {
						k = o2 - 2 // 在南站等车站
						continue
					}
				}
				if x.de(o-1) && o-2 >= lo && x.work[o-2].pos == segment.M && x.work[o-2].cls == 0 && x.fold[x.work[o-2].i] < 'a' {
					return span{o, k + 1}, pivot // 统一编号12345678的商号
				}
				if x.de(o-1) && o-2 >= lo && x.noun(o-2) {
					// 县里的农户: the whole phrase.
					o2 := x.nounLeft(o-2, lo)
					if o2 == lo+1 && x.located(lo) {
						return span{o, k + 1}, pivot // 位于高新区的产业园
					}
					if o2 > lo && (x.work[o2-1].has(cPrep) || x.work[o2-1].pos == segment.P || x.verb(o2-1)) {
						k = o2 - 2
						continue
					}
					return span{o2, k + 1}, pivot
				}
				if x.verb(o-1) && o-1 == lo && x.work[o-1].cls == 0 && x.work[o-1].j-x.work[o-1].i == 2 && pivot < 0 && steps <= 4 && (x.address(k) || x.people(span{o, k + 1}) || x.strong(span{o, k + 1}) || it.has(cThing) || x.facility(it) || x.fold[it.j-1] == '所') {
					return span{o - 1, k + 1}, pivot // 退休教师
				}
				if x.orders(o - 1) {
					return span{o, k + 1}, pivot // 判决被告赔偿
				}
				if x.verb(o-1) && o-2 >= lo && x.points(o-2) && x.demonstrative(o-2) {
					return span{o - 2, k + 1}, pivot // 该犯罪团伙
				}
				if x.verb(o - 1) {
					// The object of an earlier verb: go on to the left of that.
					k = o - 1
					continue
				}
				if x.de(o - 1) {
					if o-lo <= 6 && x.plain(lo, o) && !(x.work[k].pos == segment.NS || x.work[k].pos == segment.NT || x.work[k].pos == segment.NR) {
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

// thing reports whether item k may be what a price or an output belongs to.
func (x *run) thing(k int32) bool {
	switch it := &x.work[k]; it.pos {
	case segment.N, segment.NR, segment.NS, segment.NT, segment.NZ, segment.NX, segment.J, segment.K, segment.S:
		return it.kind == word && !it.has(cInd) && x.fold[it.j-1] != '者'
	}
	return false
}

// nameable reports whether the items of s may be a subject: a phrase with a noun, a name or a pronoun for its last word.
func (x *run) nameable(s span) bool {
	if s.empty() || s.j-s.i > maxPhrase/2 && !x.joins(s.i+1) && x.runes(s.i, s.j) > 40 {
		return false
	}
	if x.de(s.i) || x.dateline(s) {
		return false
	}
	it := &x.work[s.j-1]
	if s.j-s.i == 1 && it.j-it.i == 1 && (it.pos == segment.N && it.cls == 0 || x.fold[it.i] == '该') {
		return false // 雨
	}
	if s.j-s.i == 1 && (x.is2(s.i, '线', '上') || x.is2(s.i, '线', '下') || x.is2(s.i, '网', '上')) {
		return false
	}
	if x.is2(s.j-1, '时', '候') || x.is2(s.j-1, '单', '笔') || x.is2(s.j-1, '单', '次') || x.is2(s.j-1, '其', '余') || x.is2(s.j-1, '其', '他') || x.is2(s.j-1, '主', '因') || x.is2(s.j-1, '原', '因') {
		return false // 最高单笔
	}
	if x.moment(s.j-1) || s.j-s.i == 1 && (it.pos == segment.R && it.j-it.i == 2 && x.now(s.i) || x.rumour(s.i)) {
		return false // 尖峰时段, 这次, 外传
	}
	if s.j-s.i == 1 && x.fold[it.i] < 'a' {
		return false // digits
	}
	if it.has(cOwner|cOrg|cThing|cFolk) || x.de(s.j-1) || s.j-s.i > 1 && x.demonstrative(s.i) {
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
		return s.j-s.i > 1 && (it.ref >= 0 || x.thing(s.i) || x.points(s.i))
	}
	return false
}

// moment reports whether item k names a time: 时段.
func (x *run) moment(k int32) bool {
	it := &x.work[k]
	if it.j-it.i < 2 {
		return false
	}
	switch string(x.fold[it.j-2 : it.j]) {
	case "时段", "时期", "期间", "阶段", "时刻":
		return true
	}
	return false
}

// untimed returns the end of s without a word for a time at its end: 全场, 首 + 周.
func (x *run) untimed(s span) int32 {
	e := s.j - 1
	if e <= s.i || x.work[e].kind != word {
		return s.j
	}
	it := &x.work[e]
	if it.j-it.i == 1 && e-1 > s.i && x.work[e-1].j-x.work[e-1].i == 1 && x.work[e-1].pos == segment.M {
		e--
	}
	if x.runes(e, s.j) != 2 {
		return s.j
	}
	switch x.fold[x.work[e].i] {
	case '全', '单', '首', '当', '翌', '次':
	default:
		return s.j
	}
	switch x.fold[it.j-1] {
	case '场', '季', '日', '天', '年', '周', '月', '晚':
		return e
	}
	return s.j
}

// now reports whether item k ends a word for when something was done: 此役, 这次.
func (x *run) now(k int32) bool {
	switch x.fold[x.work[k].j-1] {
	case '次', '役', '番', '回', '时':
		return true
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
	if it.j-it.i == 2 && x.fold[it.i] == '单' && counter(x.fold[it.i+1]) {
		return true // 单项
	}
	if it.j-it.i == 2 || it.j-it.i == 4 {
		switch string(x.fold[it.i:it.j]) {
		case "城镇", "农村", "年度", "个人", "私人", "公共", "广义", "狭义", "原生", "综合", "市场", "整体", "年度计划", "民间", "社会", "居民", "全民", "消费", "财政", "项目", "基础", "首期", "首批", "前期", "当期", "本期", "单月", "单季", "单日", "核心", "账上", "账面", "帐上", "帐面", "单店", "同店", "沿线", "全场", "单机", "单井", "线上", "线下":
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
	if s.j-s.i > 1 && x.work[s.j-2].pos == segment.NR && (x.address(s.j-1) || x.is(s.j-1, '家')) {
		return true // 胡兰香家
	}
	if s.j-s.i > 1 && x.work[s.j-2].pos == segment.NS && x.region(s.j-1) {
		return true // 沂河上游
	}
	return it.has(cOwner|cOrg) || it.pos == segment.NS || it.pos == segment.NT || it.pos == segment.NR || x.demonstrative(s.i)
}

// strand reports whether s names something that is done for a place or an organisation at its head: 老城区改造.
func (x *run) strand(s span) bool {
	return s.j-s.i > 1 && x.abstract(s.j-1) && x.whose(s.i, s.j-1) > s.i
}

// counts reports whether item k is a figure read as a word that counts things: 31个 in 31个大城市.
func (x *run) counts(k int32) bool {
	it := &x.work[k]
	return it.kind == word && it.ref >= 0 && it.j-it.i > 1 && x.fold[it.j-1] != '类' && x.doc.Quantities[it.ref].Kind == numbers.KindCount
}

// self reports whether item k is a word of its own for what has been named: 该厂, 该市; not 该项, 本次.
func (x *run) self(k int32) bool {
	it := &x.work[k]
	return it.kind == word && it.has(cOwner) && it.j-it.i == 2 && x.fold[it.i] == '该'
}

// demonstrative reports whether item k points at what has been named: 该, 这家, 本次.
func (x *run) demonstrative(k int32) bool {
	switch x.fold[x.work[k].i] {
	case '该', '此', '这', '那', '本':
		return x.points(k)
	}
	return false
}

package claims

import (
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
)

// Whose a figure is, and what is measured.
//
// A noun phrase before a figure is [whose][what]. A place, an organisation, a person or a pronoun at its head is whose it is
// and all the rest what is measured (全省 | 新能源汽车产量). Where the phrase names none, the topic of the clause before it
// is the subject (新北市 | 去年 | 登革热确诊), else the topic that the clauses before have left in force. Only where nothing of
// the kind is in force the phrase is cut again: the thing that has a price or an output is its owner (新能源汽车 | 产量).

// whose returns the end of the words at the head of the noun phrase [o, k] that name a place, an organisation or a person.
func (x *run) whose(o, k int32) int32 {
	if o+2 < k && (x.work[o].pos == segment.NS || x.work[o].pos == segment.NR) && (x.work[o+1].pos == segment.F || x.work[o+1].j-x.work[o+1].i == 2 && x.fold[x.work[o+1].i] == '以') && x.thing(o+2) {
		return o + 3 // 黄河以北灌区
	}
	m := o
	if x.counts(o) && o+2 <= k && x.thing(o+1) && !x.work[o+1].has(cFolk) && !(o > x.lo && x.work[o-1].has(cStop)) {
		m += 2 // 31个大城市城镇调查失业率
	}
	if x.work[o].j-x.work[o].i == 1 && o < k {
		switch x.fold[x.work[o].i] {
		case '省', '市', '县', '区', '州', '镇':
			for n := o + 1; n <= k && n < o+5 && !x.work[n].has(cInd); n++ {
				if x.work[n].has(cOrg) {
					m = n + 1 // 市公交集团
				}
			}
		}
	}
	for b := o + 1; b < k && b < o+5 && !x.work[b].has(cInd); b++ {
		if x.work[b].has(cOrg) && !x.work[b].has(cOwner) && x.work[b+1].pos == segment.VN && m == o {
			m = b + 1 // 市场监管部门抽检食品
		}
	}
run:
	for m <= k {
		it := &x.work[m]
		switch {
		case it.has(cInd) && !(it.has(cOwner) && m < k):
			break run
		case it.pos == segment.NR && m > o && x.every(&x.work[m-1]):
			break run // 全国冬小麦
		case it.has(cThing|cOrg) && m > o && x.work[m-1].has(cOwner) && !x.work[m-1].has(cOrg) && m < k:
			break run // 全省小微企业贷款, 全省高速公路
		case x.is(m, '前') && m+3 < k && x.work[m+1].pos == segment.M && x.is(m+2, '大'):
			m += 4 // 前十大股东
			break run
		case x.self(m) && m < k:
			m++ // 该厂党委书记
		case x.points(m): // 该县, 这家工厂
			n := m + 1
			for n < k && (x.work[n].pos == segment.Q || x.work[n].pos == segment.M || x.work[n].j-x.work[n].i == 1 && counter(x.fold[x.work[n].i])) {
				n++
			}
			for n < k && (x.work[n].pos == segment.VN || x.work[n].pos == segment.B) && x.work[n+1].has(cOrg|cThing|cOwner) {
				n++ // 这家上市公司
			}
			if n+1 < k && x.work[n].pos == segment.NX && x.thing(n+1) {
				n++ // 这款AI芯片
			}
			for n+1 < k && x.work[n].pos == segment.N && !x.work[n].has(cThing|cOrg) && x.work[n+1].pos == segment.N && !x.work[n+1].has(cInd) && x.facility(&x.work[n+1]) {
				n++ // 这条海滨步道
			}
			if n > k || x.work[n].has(cInd) {
				m = min(n, k+1)
				break run
			}
			m = n + 1
		case it.pos == segment.NR && m+1 <= k && x.address(m+1):
			m += 2 // 张先生
		case m == o && m+1 <= k && it.pos == segment.N && it.cls == 0 && it.j-it.i == 2 && (x.is2(m+1, '公', '司') || x.is2(m+1, '基', '金') || x.work[m+1].has(cOrg) && x.facility(&x.work[m+1])):
			m += 2 // 热力公司, 长照基金, 乡镇卫生院
		case m > o && m+1 <= k && it.has(cFolk) && x.work[m+1].pos == segment.NR:
			m++ // 证券客户王先生
		case m == o && m < k && it.has(cOrg) && it.pos == segment.N && x.work[m+1].has(cThing) && x.branch(it):
			break run // 科技企业
		case x.ownerOnly(m), it.pos == segment.NZ && m == o && m < k && (x.work[m+1].has(cOrg) || x.work[k].has(cSplit)):
			m++
		case m+1 <= k && it.kind == word && it.pos == segment.M && x.fold[it.i] == '第' && x.work[m+1].has(cThing|cOrg) && x.facility(&x.work[m+1]):
			m += 2 // 城关第五小学
		case m > o && m+1 < k && it.kind == word && it.pos == segment.M && x.fold[it.j-1] == '期' && x.work[m+1].has(cThing):
			m += 2 // 三门核电二期工程
		case m > o && m < k && it.has(cThing) && x.facility(it) && (x.work[m-1].pos == segment.NS || x.work[m-1].pos == segment.NZ || x.work[m-1].pos == segment.NR):
			m++ // 石门水库
		case m > o && x.work[m-1].pos == segment.NS && x.plant(m, k) > m:
			m = x.plant(m, k) // 城东污水处理厂
		case m == o && it.pos == segment.NZ && x.plant(m+1, k) > m+1:
			m = x.plant(m+1, k) // 金陵船厂
		case m > o && it.kind == word && (x.is2(m, '地', '区') || x.is2(m, '片', '区') || x.is2(m, '流', '域') || x.is2(m, '沿', '线') || x.is2(m, '大', '部') || x.is2(m, '中', '部') || x.is2(m, '沿', '海') || x.is2(m, '一', '带') || x.is2(m, '平', '原') || x.is2(m, '盆', '地') || x.is2(m, '半', '岛') || x.is2(m, '高', '原') || x.is2(m, '草', '原')):
			m++ // 黄淮海地区
		case m+1 < k && x.work[m+1].has(cOrg) && (x.thing(m) && it.pos != segment.N || m == o && it.pos == segment.VN && it.cls == 0 && x.work[m+2].has(cFolk)): // 桃花溪水库
			m += 2
		case m > o && m+1 < k && x.work[m+1].has(cOrg) && (x.thing(m) || it.pos == segment.B && it.cls == 0) && !x.every(&x.work[m-1]):
			m += 2 // 上海黄金交易所
		case (x.joins(m) || x.line(m)) && m > o && m+1 <= k && x.ownerOnly(m+1):
			line := !x.joins(m)
			m += 2
			for n := m; line && n < min(k, m+2); n++ {
				if x.facility(&x.work[n]) {
					m = n + 1 // 北京至上海城际铁路
				}
			}
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
	return min(m, k+1)
}

// plant returns the end of the words from item m on, before item k, that name a plant or a house after the place where it is,
// or m: 污水 + 处理厂.
func (x *run) plant(m, k int32) int32 {
	for n := m; n < k && n < m+3; n++ {
		it := &x.work[n]
		if it.kind != word || it.cls&^(cThing|cOrg) != 0 || it.pos != segment.N && it.pos != segment.VN && it.pos != segment.V && it.pos != segment.NZ && it.pos != segment.NS && it.pos != segment.B {
			return m
		}
		switch x.fold[it.j-1] {
		case '厂', '站', '馆', '院', '桥', '库', '校', '港', '园', '段':
			if it.pos == segment.N {
				return n + 1
			}
		}
	}
	return m
}

// holder returns the end of the words at the head of the noun phrase [o, k] that name a thing whose price, output or size
// the rest is, where nobody is named whose the figure is.
func (x *run) holder(o, k int32) int32 {
	m := o
	for b := o; b < k && !x.work[b].has(cInd) && !x.work[k].has(cThing); b++ {
		if it := &x.work[b]; it.has(cThing) && !x.is2(b, '单', '位') && x.fold[x.work[b+1].j-1] != '线' && x.numberedLine(b+1, k) == 0 && (m == b || x.facility(it)) {
			m = b + 1 // 产品出口额, 石门水库蓄水量
		} else if e := x.numberedLine(b+1, k); it.has(cThing) && m == b && e > 0 {
			m = e // 地铁4号线
		}
	}
	if m > o && m < k && x.fold[x.work[m].j-1] == '业' && !x.work[m].has(cInd) {
		m++ // 汽车制造业利润
	}
	if it := &x.work[o]; m == o && o < k && it.pos == segment.N && it.j-it.i > 2 && x.fold[it.j-1] == '业' && !it.has(cInd) {
		return o + 1 // 产险业获利
	}
	if m > o {
		return m
	}
	if k-1 > o && x.work[k].has(cPart) && x.compound(k-1, k) && x.thing(k-2) {
		return k - 1 // 国内供应商得标比例
	}
	for b := o + 1; b <= k && x.work[k].has(cInd); b++ {
		if x.whole(&x.work[b]) && (b < k || x.work[b].j-x.work[b].i > 1) && x.nameable(span{o, b}) {
			return b // 外资企业总人数
		}
	}
	for b := o + 1; b < k; b++ {
		if it := &x.work[b]; it.has(cMean) || it.has(cPer) || it.has(cCumul) && it.has(cAdv) {
			if x.nameable(span{o, b}) && x.fold[it.j] != '指' {
				return b // 试验田平均亩产
			}
			break
		}
	}
	if m < k && x.work[k].has(cSplit) && !x.work[m].has(cPer) {
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

// folk reports whether item m, in a noun phrase that ends with item k, names people whose income or the like the rest is,
// beside a place too: 茶农人均收入. The residents of a place are no other than the place.
func (x *run) folk(m, k int32) bool {
	for n := m; n < k && n < m+3; n++ {
		if x.work[n].has(cInd) {
			return false
		}
		if x.folks(n, k) && (n == m || x.work[m].ref >= 0 || x.work[n-1].pos == segment.M && x.work[n-1].j-x.work[n-1].i > 1 || !x.work[n+1].has(cInd) || n+1 == k && x.work[k].has(cPart)) {
			return true // 国内游客出游, 65岁以上长者
		}
	}
	return false
}

func (x *run) folks(m, k int32) bool {
	if m >= k || x.is2(m, '居', '民') || x.is2(m, '股', '东') && x.fold[x.work[m+1].i] == '应' || !x.work[m].has(cFolk) && !((x.work[m+1].has(cPer) || x.work[m+1].has(cCap)) && x.work[m].pos == segment.N && x.people(span{m, m + 1})) {
		return false
	}
	if m+2 <= k && x.verb(m+1) && x.carries(m+1) || x.numbersOf(m+1) {
		return false // 旅客吞吐能力, 学生人数
	}
	return (x.work[m+1].has(cInd|cPer|cMean|cCap) || !x.thing(m+1))
}

// cutNoun cuts the noun phrase [o, k] before a figure into whose it is and what is measured, with the topic of the clause
// from item lo on. flags collects the classes of what was passed over.
func (x *run) cutNoun(o, k, lo int32, flags *class) (subject, measure span) {
	m := x.whose(o, k)
	for e := m - 1; e >= o && m <= k; e-- {
		if x.exchange(e) {
			return span{}, span{e + 1, k + 1} // where it is traded is not whose it is
		}
	}
	if m > o && m <= k && (x.index(m, k) && !x.every(&x.work[m-1]) || m == o+1 && x.topical() && (x.is2(o, '全', '球') || x.work[k].has(cPart) && x.is2(o, '全', '国'))) {
		m = o // 费城半导体指数, 全球市场份额
	}
	if m > o {
		x.near(o-1, lo, flags) // for the flags
		return trimJoin(x, span{o, m}), span{m, k + 1}
	}
	measure = span{o, k + 1}
	if subject, _ = x.subjectLeft(o-1, lo, flags); !subject.empty() {
		return subject, measure
	}
	switch part := x.work[k].has(cPart) && x.work[k].has(cSplit) && o < k; {
	case x.folk(o, k):
		for m = o + 1; !x.folks(m-1, k); m++ {
		}
	case part && o+1 == k && x.maker(o):
		m = k // 台厂市占率
	case part && (x.st.among || !x.topical() || o > lo && x.work[o-1].has(cWithin)):
		if m = k; k-2 >= o && x.compound(k-1, k) && x.thing(k-2) {
			m = k - 1 // 高技术产业引资占比
		}
	case x.topical():
		return span{}, measure
	case x.index(o, k):
		m = o // 原油期货价格
	default:
		m = x.holder(o, k)
	}
	return trimJoin(x, span{o, m}), span{m, k + 1}
}

// index reports whether the items [m, k] end the name of an index of shares, which a place may begin: 费城 + 半导体指数.
func (x *run) index(m, k int32) bool {
	if x.is2(k, '价', '格') || x.work[k].has(cIndex) {
		for n := m; n < k; n++ {
			if x.is2(n, '期', '货') || x.is2(n, '原', '油') || x.is2(n, '现', '货') {
				return true // 伦敦布伦特原油期货价格
			}
		}
	}
	if !x.work[k].has(cIndex) || x.fold[x.work[k].j-1] == '价' {
		return false
	}
	for ; m < k; m++ {
		if x.work[m].has(cInd) || x.is2(m, '价', '格') {
			return false
		}
	}
	return true
}

// topical reports whether a place, an organisation or a person is in force as whose figures are.
func (x *run) topical() bool { return x.st.subject.ok && x.st.subject.strong && !x.st.subject.agency }

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

// ownerOnly reports whether item k is a word for whose a figure is and not for what is measured.
func (x *run) ownerOnly(k int32) bool {
	it := &x.work[k]
	if it.kind != word || it.has(cInd) {
		return false
	}
	return it.has(cOwner|cOrg) || it.pos == segment.NS || it.pos == segment.NT || it.pos == segment.NR || x.points(k) ||
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

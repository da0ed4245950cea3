package claims

import "github.com/xinwen-go/xinwen/segment"

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
	if x.counts(o) && !x.work[o].has(cOwner) && o+2 <= k && x.thing(o+1) && !x.work[o+1].has(cFolk) && !(o > x.lo && x.work[o-1].has(cStop)) {
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
		case m > o && x.company(m, k) > m:
			m = x.company(m, k) // 国泰机场快递服务公司
		case m > o && x.work[m-1].pos == segment.NS && x.plant(m, k) > m:
			m = x.plant(m, k) // 江北污水处理厂
		case m == o && (it.pos == segment.NZ || it.pos == segment.S) && x.plant(m+1, k) > m+1:
			m = x.plant(m+1, k) // 金陵船厂, 城东污水处理厂
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

// company returns the end of the words from item m on, before item k, that go on to 公司, or m.
func (x *run) company(m, k int32) int32 {
	for n := m; n < k && n < m+4; n++ {
		it := &x.work[n]
		switch {
		case n > m && x.is2(n, '公', '司'):
			return n + 1
		case it.kind != word || it.cls&^(cThing|cOrg) != 0 || it.pos != segment.N && it.pos != segment.VN && it.pos != segment.NZ:
			return m
		}
	}
	return m
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
	for b := o; b < k && !x.work[b].has(cInd) && (!x.work[k].has(cThing) || x.mishap(k)); b++ {
		if it := &x.work[b]; it.has(cThing) && !x.is2(b, '单', '位') && x.fold[x.work[b+1].j-1] != '线' && x.numberedLine(b+1, k) == 0 && (m == b || x.facility(it) || b == o+1 && x.sector(o)) {
			m = b + 1 // 产品出口额, 石门水库蓄水量, 第三产业用电量
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
	if x.dwellers(o) && o+2 <= k {
		return o + 2 // 城乡居民生活用电量
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
	for b := o + 1; b < k && m == o; b++ {
		if x.is(b, '最') && x.nameable(span{o, b}) {
			m = b // 国网系统最大用电负荷
		}
	}
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
func (x *run) topical() bool {
	for k := len(x.holdings) - 1; k >= x.here.heldFrom; k-- {
		if h := &x.holdings[k]; h.strong && !h.agency && h.lead && h.clause < x.here.clause {
			return true
		}
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

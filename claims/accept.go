package claims

import (
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
)

// takesRight reports whether the noun after the figure, not the phrase before it, is what is counted.
func (x *run) takesRight(l *left, r *right, d *numbers.Quantity) bool {
	if r.noun.j-r.noun.i == 1 && (x.is2(r.noun.i, '台', '阶') || x.is2(r.noun.i, '大', '关') || x.is2(r.noun.i, '关', '口') || x.is2(r.noun.i, '水', '平')) {
		return false // 站稳5000亿元台阶
	}
	if (r.de || d.Kind == numbers.KindPercent && l.dir == 0) && l.verb >= 0 && l.pred&cShare == 0 && x.verb(l.measure.j-1) && d.Kind != numbers.KindDuration {
		return true // 加征17.4%的关税
	}
	switch d.Kind {
	case numbers.KindPercent, numbers.KindPercentPoint, numbers.KindTemperature, numbers.KindOrdinal, numbers.KindMultiple, numbers.KindDuration:
		return false
	case numbers.KindFraction:
		return r.de && l.measure.empty()
	}
	if l.measure.empty() || l.joined {
		return true
	}
	if l.verb >= 0 {
		last := l.measure.j - 1
		return x.verb(last) || x.particle(last) || d.Kind == numbers.KindCount && !x.work[last].has(cInd) && l.pred == 0
	}
	if x.work[l.measure.j-1].has(cInd) {
		return false
	}
	return d.Kind == numbers.KindCount || d.Kind == numbers.KindNumber
}

// bodies reports whether the unit itself tells that people or households are counted.
func (x *run) bodies(d *numbers.Quantity) bool {
	switch d.Unit.Code {
	case "人", "户", "戶", "名", "位", "家", "人次", "例", "所", "个", "個", "辆", "輛", "架", "艘", "只", "隻", "头", "頭", "间", "間", "宗", "伙", "列次", "班次", "架次":
		return d.Kind == numbers.KindCount
	}
	return false
}

// inherits reports whether a figure without a measure of its own may have that of the claim before.
func (x *run) inherits(l *left, d *numbers.Quantity) bool {
	if l.itself && x.st.measure.ok {
		return true
	}
	if !x.st.measure.ok || l.joined || l.whole && l.measure.empty() && !l.times {
		return false
	}
	if l.verb >= 0 {
		return false
	}
	if l.total && x.st.fresh {
		return true // 骗取130名老人养老钱共计2700万元
	}
	switch d.Kind {
	case numbers.KindPercent, numbers.KindPercentPoint, numbers.KindMultiple, numbers.KindFraction:
		if l.dir != 0 || l.times || d.Kind == numbers.KindMultiple {
			return true
		}
	case numbers.KindOrdinal:
		return l.pred&cRank != 0 && x.st.fresh
	case numbers.KindDuration:
		return x.st.fresh && d.Kind == x.st.kind
	}
	if d.Kind == numbers.KindMoney && d.Kind == x.st.kind && x.st.fresh && l.dir != 0 {
		return true // 每吨485美元，比国产大豆低600元
	}
	if !x.st.fresh && !(x.cl.first && l.stop < x.lo && d.Kind == x.st.kind) { // 去年才3200元。
		return false
	}
	if x.cl.anchor >= 0 && (rateKind(x.st.kind) || d.Kind == x.st.kind) {
		return true
	}
	return x.st.kind == "" || (d.Kind == x.st.kind || d.Kind == numbers.KindNumber && l.dir != 0 && x.st.kind != numbers.KindDuration) && (d.Unit.Code == x.st.code || d.Unit.Code == "")
}

// fit reports whether a measure can be measured by the figure.
func (x *run) fit(p phrase, l *left, d *numbers.Quantity) bool {
	if p.j-p.i-(p.cutEnd-p.cut) < 1 {
		return false
	}
	if d.Kind == numbers.KindOrdinal {
		return l.pred&cRank != 0
	}
	if l.measure.empty() {
		return true
	}
	last := &x.work[l.measure.j-1]
	if l.verb < 0 {
		if l.flags&cQuote != 0 && !last.has(cInd|cIndex) {
			return false // 该股报收3.76元: a price, but the text does not say so
		}
		if rateKind(d.Kind) && l.flags&cExist != 0 && p.i == x.work[l.measure.i].i && !last.has(cInd|cIndex) {
			return false // 烟尘有60%是…: a share, not a level
		}
		if d.Kind == numbers.KindMoney && !last.has(cInd) && x.counts(l.measure.i) {
			return false // 全村126个棚一年就是250万元
		}
		if d.Kind == numbers.KindMoney && !last.has(cInd) && x.fold[x.work[l.measure.i].i] == '一' {
			return false // 一板6.6元
		}
		if last.pos == segment.NR || last.pos == segment.R {
			return false
		}
		if d.Per != "" && l.dir == 0 && !x.work[l.measure.i].has(cPer) && d.Kind == numbers.KindMoney && !last.has(cInd|cIndex) && last.pos != segment.VN {
			return false // 汽油每升6.9元: the price is not named
		}
		return true
	}
	if d.Kind == numbers.KindPercentPoint && l.dir == 0 && l.measure.j-l.measure.i == 1 {
		return false // 超前2个百分点
	}
	if d.Kind == numbers.KindPercent && l.measure.j-l.measure.i == 1 && l.dir == 0 {
		switch x.fold[last.i] {
		case '增', '减':
			return false
		}
	}
	return true
}

// asserted reports whether a figure claims anything: lengths of time and ages do so only beside a word that asks for them.
func (x *run) asserted(l *left, r *right, q int32) bool {
	it := &x.work[q]
	d := &x.doc.Quantities[it.ref]
	if d.Kind == numbers.KindOrdinal {
		return l.pred&cRank != 0
	}
	if d.Kind != numbers.KindDuration {
		return true
	}
	if q+1 < x.hi && x.work[q+1].kind == word {
		n := &x.work[q+1]
		switch x.fold[n.i] {
		case '来', '内', '前', '后', '间', '里', '以', '之', '期', '中':
			return false
		}
	}
	if r.noun.j-r.noun.i == 1 && x.spell(r.noun.i) && r.rest.empty() && !r.next {
		return true // 已有160年历史
	}
	if l.measure.empty() && l.dir == 0 {
		return false
	}
	if l.dir != 0 || x.contrasts(l, d) {
		return true
	}
	last := &x.work[l.measure.j-1]
	if d.Approx == numbers.AtMost || d.Approx == numbers.AtLeast || d.Approx == numbers.Above {
		return x.fold[it.j-1] != '岁' // 不少于两小时
	}
	if x.fold[it.j-1] == '岁' {
		return l.verb < 0 && last.has(cTime)
	}
	if l.verb < 0 && last.has(cTime) || l.pred&cLevel != 0 || l.flags&(cBound|cLast) != 0 {
		return true
	}
	return l.verb >= 0 && (x.work[l.verb].has(cLast) || q+1 == x.hi && !(x.work[l.verb].pos == segment.VN && l.verb > x.lo && x.work[l.verb-1].kind == when))
}

// restates reports whether the figure only counts the members of a list before it: 河北、陕西等9个省.
func (x *run) restates(l *left) bool {
	if l.verb >= 0 || l.pred != 0 || l.dir != 0 || l.flags&cDist != 0 || l.gap != 0 {
		return false
	}
	s := l.measure
	if !l.subject.empty() && l.subject.j >= s.i-1 {
		s.i = l.subject.i
	}
	if s.empty() || x.work[s.j-1].has(cInd) {
		return false
	}
	for k := s.i; k < s.j; k++ {
		if x.joins(k) {
			return true
		}
	}
	return false
}

// heading reports whether the figure and its noun are a whole sentence: a heading.
func (x *run) heading(q int32, r *right, l *left) bool {
	return x.cl.first && l.stop < x.lo && l.measure.empty() && x.cl.anchor < 0 && !r.noun.empty() && r.rest.empty() && !r.next &&
		x.cl.end != ',' && x.cl.end != ':' && l.flags == 0 && l.pred == 0
}

// vague reports whether a figure without a number of its own only fills a list: 上百家企业、几十个国家.
func (x *run) vague(l *left, r *right, q int32, d *numbers.Quantity) bool {
	switch s := x.quants[x.work[q].ref]; x.fold[s.i] {
	case '上', '数', '几', '好':
	default:
		if d.Value.Valid() || d.Approx == numbers.Range {
			return false
		}
	}
	if !l.measure.empty() {
		return false
	}
	return l.joined || r.next && r.rest.i < x.hi && x.joins(r.rest.i)
}

func rateKind(k numbers.Kind) bool { return k == numbers.KindPercent || k == numbers.KindFraction }

// contrasts reports whether the phrase before a figure only names another subject for the measure of the claim before.
func (x *run) contrasts(l *left, d *numbers.Quantity) bool {
	if l.dir != 0 && !l.to && !l.measure.empty() && l.verb < 0 && x.st.fresh && x.st.measured && x.st.indicator && rateKind(d.Kind) {
		if l.noun && l.subject.empty() && l.measure.j-l.measure.i <= 2 && !x.work[l.measure.j-1].has(cInd|cIndex) && !x.counts(l.measure.i) && x.st.measure.cutEnd == 0 {
			return true // 租金指数升5.8%，小型单位升幅达6.4%
		}
		return x.section(l.measure) // 制造业增长6.9%，城市下降0.7%
	}
	w := x.where(l)
	part := w.i > x.lo && x.work[w.i-1].has(cWithin) && w.i-1 == x.lo && d.Kind == numbers.KindMoney && !l.measure.empty() && l.measure.j-l.measure.i <= 3                                                                                                           // 其中私营单位5.4万元
	peers := x.st.indicator && l.subject.empty() && l.measure.j-l.measure.i == 1 && d.Kind != numbers.KindMoney && (x.people(l.measure) || x.work[l.measure.i].pos == segment.S || x.area(l.measure.i) || d.Kind == numbers.KindTemperature && x.thing(l.measure.i)) // 女性83.7岁, 平地150毫米
	if l.pred&cLevel == 0 && !part && !peers && !(x.strong(l.measure) && d.Approx != numbers.Exact) || l.verb >= 0 || l.measure.empty() || l.dir != 0 || l.flags&cExist != 0 || l.measure.j-l.measure.i > 3 && !x.strong(l.measure) && !x.people(l.measure) ||
		x.work[l.measure.j-1].has(cInd|cIndex) || !x.st.fresh || !x.st.measured || d.Kind != x.st.kind || d.Unit.Code != x.st.code {
		return false
	}
	switch d.Kind {
	case numbers.KindPercent, numbers.KindMoney, numbers.KindMeasure, numbers.KindTemperature, numbers.KindFraction, numbers.KindDuration:
		return true
	}
	return false
}

// nominal reports whether a quantity is read as a word: a part of a name, an ordinal that is no rank, 一 as an article.
func (x *run) nominal(q int) bool {
	d := &x.doc.Quantities[q]
	if d.Role == numbers.RoleName {
		return true
	}
	s := x.quants[q]
	if d.Kind == numbers.KindDuration && (x.ageGroup(s) || x.term(s) || x.pointed(s)) || x.per100k(s) {
		return true
	}
	if d.Kind == numbers.KindOrdinal {
		return !x.rank(s)
	}
	if d.Kind != numbers.KindCount && d.Kind != numbers.KindNumber {
		return false
	}
	switch r := x.fold[s.i]; {
	case r == '几' && s.j-s.i <= 2:
		return true
	case r == '一' && s.j-s.i <= 3 && s.j-s.i > 1:
		switch x.fold[s.i+1] {
		case '十', '百', '千', '万', '亿', '两', '二', '成', '半':
		default:
			return true
		}
	}
	if s.i > 0 && x.fold[s.i-1] == '家' && s.j-s.i > 1 && x.fold[s.i+1] == '口' {
		return true // 一家三口
	}
	switch x.fold[s.j-1] {
	case '国', '省', '市', '县':
		return true // 欧盟27国
	case '道':
		return s.j-s.i > 2 && x.fold[s.j-2] == '车' // 双向八车道
	}
	if s.j-s.i <= 2 {
		switch x.fold[s.i] {
		case '一', '两', '三', '四', '五', '六':
			if s.j-s.i == 1 {
				return true
			}
			if int(s.j) < len(x.fold) && x.fold[s.j-1] == '次' && x.fold[s.j] == '产' {
				return true // 三次产业
			}
			switch x.fold[s.j-1] {
			case '个', '种', '大', '点', '条', '方', '面', '步', '层', '类', '句', '端', '式', '国', '地', '会', '岸', '代', '者', '级', '番', '线', '江', '省', '市', '县', '区', '村', '校', '院', '届', '期':
				return true
			}
			return x.fold[s.i] == '一'
		}
	}
	return false
}

// ageGroup reports whether a length of time tells whom: 65岁以上人口, 60岁及以上.
func (x *run) ageGroup(s span) bool {
	f := x.fold
	if s.j-s.i > 3 && f[s.j-2] == '以' && (f[s.j-3] == '岁' || f[s.j-3] == '及' && f[s.j-4] == '岁') {
		return true
	}
	return f[s.j-1] == '岁' && int(s.j)+1 < len(f) && (f[s.j] == '及' || f[s.j] == '以')
}

// pointed reports whether a demonstrative stands before a length of time: 这家百年老店.
func (x *run) pointed(s span) bool {
	if len(x.items) == 0 {
		return false
	}
	it := &x.items[len(x.items)-1]
	if it.pos == segment.Q && len(x.items) > 1 {
		it = &x.items[len(x.items)-2]
	}
	return it.kind == word && it.pos == segment.R && (x.fold[it.i] == '这' || x.fold[it.i] == '那' || x.fold[it.i] == '该') && s.i-it.i <= 3
}

// term reports whether a length of time is part of a name: 7天期逆回购, 1年期.
func (x *run) term(s span) bool {
	f := x.fold
	if int(s.j) >= len(f) || f[s.j] != '期' {
		return false
	}
	if int(s.j)+1 < len(f) {
		switch f[s.j+1] {
		case '间', '限', '内', '满', '末', '望', '待':
			return false
		}
	}
	return true
}

// per100k reports whether a bare power of ten is part of the name of a rate: 百万吨死亡率, 十万人口发病率.
func (x *run) per100k(s span) bool {
	f := x.fold
	switch f[s.i] {
	case '百', '千', '万', '十':
	default:
		return false
	}
	for k := s.j; int(k) < len(f) && k < s.j+5 && f[k] >= 0x4E00; k++ {
		switch f[k] {
		case '率':
			return k > s.j+1
		case '的', '为', '达', '比':
			return false
		}
	}
	return false
}

// rank reports whether an ordinal is a place in an order: 第3位, or 第3 after 排名.
func (x *run) rank(s span) bool {
	switch x.fold[s.j-1] {
	case '位', '名':
		return true
	}
	if k := int(s.i) - 2; k >= 0 {
		switch string(x.fold[k:s.i]) {
		case "全球", "全国", "世界", "全省", "全市", "全台", "全港", "全县", "亚洲", "业内", "行业", "同业", "国内", "榜单", "联盟":
			return int(s.j) >= len(x.fold) || x.fold[s.j] != '大' && x.fold[s.j] != '个' && x.fold[s.j] != '届' && x.fold[s.j] != '次'
		}
	}
	for k := max(0, s.i-10); k+1 < s.i; k++ {
		switch string(x.fold[k : k+2]) {
		case "排名", "位居", "位列", "名列", "排在", "排行", "跃居", "升至", "稳居":
			return true
		}
	}
	for k := s.i - 1; k >= 0 && s.i-k <= 12; k-- {
		switch r := x.fold[k]; {
		case r == '居' && (s.i-k == 1 || s.i-k == 3 || x.fold[k+1] == '全'):
			return true
		case r < 0x4E00 && r != '、':
			return false
		}
	}
	return false
}

// section reports whether the items of s name a part of what was measured: 制造业, 农村, 东部地区.
func (x *run) section(s span) bool {
	it := &x.work[s.j-1]
	if it.has(cInd|cIndex) || it.j-it.i < 2 {
		return false
	}
	switch x.fold[it.j-1] {
	case '业':
		return it.pos == segment.N || it.pos == segment.NZ || it.pos == segment.NT || it.pos == segment.NR || it.pos == segment.J
	case '部', '区':
		return it.pos == segment.F || it.pos == segment.N || it.pos == segment.S
	}
	return x.is2(s.j-1, '城', '市') || x.is2(s.j-1, '农', '村') || x.is2(s.j-1, '城', '镇') || x.is2(s.j-1, '乡', '村')
}

// area reports whether item k is a noun for a part of a place: 平地, 山区.
func (x *run) area(k int32) bool {
	it := &x.work[k]
	if it.kind != word || it.j-it.i != 2 || it.has(cInd) {
		return false
	}
	switch x.fold[it.j-1] {
	case '地', '区', '岸', '陆', '海':
		return it.pos == segment.N || it.pos == segment.S || it.pos == segment.F
	}
	return false
}

// spell reports whether item k is a noun that a length of time before it measures: 历史, 经验.
func (x *run) spell(k int32) bool {
	return x.work[k].has(cTime) || x.is2(k, '历', '史') || x.is2(k, '经', '验') || x.is2(k, '路', '程')
}

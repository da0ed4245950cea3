package claims

import (
	"strings"

	"github.com/xinwen-go/xinwen/segment"
)

// lead returns the noun phrase at the head of the clause where something is said of it, and the items up to its end.
func (x *run) lead(k int32) (s span, ok bool) {
	end := min(x.hi, k+maxPhrase)
	for k < end && (x.work[k].kind == when || x.work[k].kind == word && x.work[k].has(cLink|cAdv) && !x.noun(k)) {
		k++
	}
	head := k
	if k+1 < x.hi && x.work[k].kind == figure && x.fold[x.work[k].i] >= 0x4E00 && x.noun(k+1) {
		k++ // 两家医院
	}
	if k >= x.hi || !x.noun(k) {
		return x.modified(x.lo)
	}
	e := x.nounRight(k, x.hi, true)
	if e+1 < x.hi && x.compound(e, e+1) {
		e = x.nounRight(e+1, x.hi, true) // 预付卡投诉占比最高
	} else if e+1 < x.hi && x.work[e-1].pos == segment.NS && x.region(e) {
		e++ // 沂河上游
	}
	if e < x.hi && e-k > 1 && x.work[e].has(cRun) && x.work[e-1].pos == segment.M {
		e-- // 期货三连涨
	}
	k = head
	if x.lapse(&k, e-1) {
		return span{}, false
	}
	if e == x.hi && k == x.lo && !(x.cl.end == ':' && x.work[e-1].pos == segment.NR) && (e-k > 1 || x.cl.end == ':' && (x.strong(span{k, e}) || x.work[k].pos == segment.NZ)) {
		for m := k + 1; m < e; m++ {
			if x.work[m].pos == segment.M && x.is(m, '一') {
				return span{}, false // 港区一艘货轮漏油
			}
		}
		return span{k, e}, x.nameable(span{k, e})
	}
	if e >= x.hi || x.work[e].has(cSay) || x.de(e) {
		return span{}, false
	}
	switch x.fold[x.work[e-1].j-1] {
	case '年', '月', '日', '天', '次', '周':
		return span{}, false // 第三个月
	}
	next := &x.work[e]
	if !x.predicates(next) && !x.verb(e) {
		return span{}, false
	}
	return span{k, e}, x.nameable(span{k, e})
}

// predicates reports whether what is said of a noun phrase may begin with the item.
func (x *run) predicates(it *item) bool {
	if it.kind == when {
		return true
	}
	if it.kind != word {
		return false
	}
	switch it.pos {
	case segment.T, segment.D, segment.AD, segment.P, segment.V, segment.VN, segment.VD, segment.A, segment.Z, segment.L, segment.I:
		return true
	}
	return it.has(cAdv|cPrep|cLevel) || x.fold[it.i] == '最'
}

// modified returns the noun phrase at the head of the clause that does not begin with a noun: after a relative clause
// (位于城东的体育中心), a place that the whole clause is (在江北新区), what something is told for (对该行来说).
func (x *run) modified(k int32) (s span, ok bool) {
	if x.is(k, '在') || x.is(k, '对') || x.is2(k, '对', '于') || x.is(k, '就') {
		e := x.nounRight(k+1, x.hi, true)
		s = span{k + 1, e}
		switch {
		case e == k+1:
		case x.is(k, '在') && (e == x.hi || e+1 == x.hi && x.work[e].pos == segment.F):
			return s, x.strong(s) && x.nameable(s)
		case !x.is(k, '在') && e+1 == x.hi && (x.is2(e, '来', '说') || x.is2(e, '来', '讲') || x.is2(e, '而', '言')):
			return s, x.nameable(s)
		}
	}
	acts := false
	for d := k; d+1 < min(x.hi, k+maxPhrase); d++ {
		it := &x.work[d]
		if it.kind == mark || it.has(cSay|cSee) {
			break
		}
		acts = acts || x.verb(d) || it.kind == word && (it.has(cPrep|cLevel) || it.pos == segment.P)
		if !acts || !x.de(d) || !x.noun(d+1) {
			continue
		}
		e := x.nounRight(d+1, x.hi, false)
		if e < x.hi && x.de(e) {
			continue
		}
		s = span{d + 1, e}
		if first := &x.work[k]; e == x.hi && !first.has(cPrep) && first.pos != segment.P && x.fold[first.j-1] != '于' && x.fold[first.j-1] != '有' {
			break // 走进双河村的大棚: its object
		}
		return s, (e == x.hi || e == x.hi-1 && x.is(e, '上') || x.predicates(&x.work[e])) && x.nameable(s) && !x.work[e-1].has(cInd)
	}
	return span{}, false
}

// headed lets a clause that is no more than a noun phrase be of its head: 老年人口占比达21%的东河街道.
func (x *run) headed() bool {
	k := x.hi - 1
	if k < x.lo+3 || !x.noun(k) {
		return false
	}
	o := x.nounLeft(k, x.lo)
	if o-2 <= x.lo || !x.de(o-1) || x.work[o-2].kind != figure || !x.strong(span{o, k + 1}) {
		return false
	}
	x.st.subject = x.phrase(span{o, k + 1})
	return true
}

// topic lets a clause without claims name the subject, or the measure, of those after it.
func (x *run) topic() {
	switch last := &x.work[x.hi-1]; {
	case last.j-last.i >= 2 && string(x.fold[last.j-2:last.j]) == "期间":
		return // 两会期间
	case last.pos == segment.F && x.fold[last.i] == '后':
		s, ok := x.lead(x.lo)
		if ok && (x.strong(s) || x.work[s.j-1].has(cThing) || x.whose(s.i, s.j-1) > s.i) && !x.is2(x.hi-2, '发', '生') {
			x.st.subject = x.phrase(s) // 项目建成后
		}
		return // 地震发生后
	case last.pos == segment.F && (last.j-last.i == 1 || x.fold[last.i] == '以' || x.fold[last.i] == '之') && x.fold[last.i] != '中':
		if s, ok := x.modified(x.lo); ok {
			x.st.subject = x.phrase(s) // 在江北新区内
		}
		return
	case last.kind == word && x.hi-x.lo > 1 && (x.fold[last.j-1] == '电' || x.fold[last.j-1] == '讯') && x.cl.first && last.j-last.i <= 2:
		return // 新华网长春1月9日电
	}
	if x.leader() || x.results() {
		return
	}
	if k := x.hi - 1; x.is(x.lo, '以') && k > x.lo+2 && x.is(k-1, '最') && x.work[k].pos == segment.A {
		if s := (span{x.lo + 1, x.nounRight(x.lo+1, k, false)}); x.nameable(s) {
			x.st.subject = x.phrase(s) // 以香蕉受损最重
			return
		}
	}
	last := x.hi - 1
	if it := &x.work[x.lo]; (last == x.lo+1 || last == x.lo+2 && x.counts(x.lo+1)) && x.work[last].kind == figure && it.kind == word && it.has(cOwner) && x.heads(int(x.work[last].ref)) {
		x.st.subject = x.phrase(span{x.lo, x.lo + 1}) // 全村2600人
		return
	}
	if last > x.lo && x.amid(last) && x.noun(last-1) {
		o := x.nounLeft(last-1, x.lo) // 受访的1200名家长中
		if e := x.nounRight(x.lo, last, false); e > x.lo && e < o && x.strong(span{x.lo, e}) {
			x.st.subject, x.st.among = x.phrase(span{x.lo, e}), true // 全市220个社区中
			if x.people(span{o, last}) {
				x.st.crowd = x.phrase(span{o, last})
			}
			return
		}
		x.st.subject, x.st.among = x.phrase(span{o, last}), true
		if x.st.subject.folk {
			x.st.crowd = x.st.subject
		} else if x.work[last-1].has(cInd) {
			x.st.measure, x.st.owner, x.st.fresh, x.st.kind, x.st.measured = x.st.subject, phrase{}, true, "", true // 输入病例中，菲律宾7例
		}
		return
	}
	x.st.plan = x.st.plan || x.planned()
	s, ok := x.lead(x.lo)
	if !ok || x.work[last].has(cSee|cSay|cGuess) && !(x.work[last].has(cGuess) && last > s.j && x.verb(last-1)) || x.work[s.j-1].kind == word && x.work[s.j-1].ref >= 0 {
		return
	}
	for m := s.j; m < x.hi; m++ {
		if x.work[m].has(cSay) {
			return
		}
	}
	if x.resolves(s) {
		x.st.subject = phrase{} // 立法会三读通过修例
		return
	}
	if s.j == x.hi {
		if n := s.j - 1; x.is2(n, '新', '高') || x.is2(n, '新', '低') {
			for n > s.i && !x.work[n].has(cInd) {
				n-- // 最大负荷四创新高
			}
			if n > s.i {
				s.j = n + 1
			}
		}
	}
	if s.j == x.hi && (x.is2(last, '数', '据') || x.is2(last, '统', '计') || x.is2(last, '消', '息') || x.is2(last, '资', '料')) {
		return // 海关总署数据
	}
	if s.j == x.hi && x.cl.end == ':' && x.agency(s) {
		x.st.actor = x.phrase(s) // 工信部：
		return
	}
	if s.j == x.hi {
		x.st.subject = x.phrase(s)
		return
	}
	x.st.list = x.st.list[:0]
	if x.list(s, strings.Count(string(x.fold[x.work[s.i].i:x.work[s.j-1].j]), "、")+2); len(x.parts) > 1 {
		for _, p := range x.parts {
			x.st.list = append(x.st.list, span{x.work[p.i].i, x.work[p.j-1].j}) // 甲类和乙类分列二、三位
		}
		x.st.measures = false
	}
	if next := &x.work[s.j]; x.work[s.j-1].has(cInd|cIndex) && !(next.kind == word && next.has(cPrep) && !next.has(cLevel)) {
		// 报名人数再创新高，达到1342万人
		m := x.whose(s.i, s.j-1)
		if m == s.i && !x.topical() {
			m = x.holder(s.i, s.j-1)
		}
		x.st.measure, x.st.fresh, x.st.kind, x.st.measured = x.phrase(span{m, s.j}), true, "", true
		if m > s.i {
			x.st.subject = x.phrase(trimJoin(x, span{s.i, m}))
			x.st.owner = x.st.subject
		} else if x.topical() {
			x.st.owner = x.st.subject
		}
		if x.work[s.j-1].has(cIndex) {
			x.st.owner = phrase{} // 沪指午后拉升，收盘上涨0.82%
		}
		return
	}
	if n := x.who(s); n.i > s.i {
		s = n // 水稻种植大户周建国
	} else if m := x.whose(s.i, s.j-1); m > s.i && m < s.j && (x.abstract(s.j-1) || m == s.j-1 && !x.work[m].has(cThing|cOrg|cFolk) && (x.thing(m) || x.work[m].pos == segment.I || x.work[m].pos == segment.L) && !x.facility(&x.work[m])) {
		if x.st.ledger == firmLedger && x.st.subject.strong && x.st.subject.i == x.st.keeper.i && !x.points(s.i) {
			return // 内地需求转强，营业额: of the firm
		}
		s.j = m // 该剧口碑走高, 全国老龄化程度加深
	} else if m+1 < s.j && x.de(m) && x.abstract(s.j-1) {
		s.j = m // 该村的食用菌产业发展迅速
	}
	if !x.strong(s) && x.topical() && (len(x.out) > x.st.first || x.numbered(s) || !x.work[s.j-1].has(cThing|cFolk) && !x.agency(s) && !x.section(s)) {
		return // 港铁盈利60亿元，车务营运转亏为盈, 房地产市场继续调整
	}
	x.st.subject = x.phrase(s)
}

// resolves reports whether the clause says that those of s, who meet, have resolved something: the figures of it are not theirs.
func (x *run) resolves(s span) bool {
	switch j := x.work[s.j-1].j; string(x.fold[max(0, j-2):j]) {
	case "会议", "议会", "法会", "法院", "人大", "国会", "事会":
	default:
		return false
	}
	for k := s.j; k < x.hi; k++ {
		if x.is2(k, '通', '过') || x.is2(k, '决', '议') || x.is2(k, '审', '议') || x.is2(k, '批', '准') {
			return true
		}
	}
	return false
}

// abstract reports whether item k tells how somebody or something does and names nothing that could have figures of its own.
func (x *run) abstract(k int32) bool {
	it := &x.work[k]
	if it.has(cOrg | cFolk | cOwner) {
		return false
	}
	switch x.fold[it.j-1] {
	case '度', '况', '势', '性', '业', '市':
		return it.pos == segment.N && it.j-it.i == 2 || it.pos == segment.N && x.fold[it.j-1] != '市'
	}
	return it.pos == segment.VN && it.cls == 0 || it.pos == segment.AN
}

// leader notes whose change a clause says is the largest, which the figure after it tells: 其中桃园跌最多，达18%.
func (x *run) leader() bool {
	k := x.hi - 1
	if k <= x.lo+1 || !x.st.measure.ok || !x.st.fresh {
		return false
	}
	if !(x.fold[x.work[k].i] == '最' && x.outdoes(k)) {
		if k--; !x.is(k, '最') || x.work[k+1].pos != segment.A {
			return false
		}
	}
	k--
	if x.noun(k) && !x.work[k].has(cInd|cRise|cFall|cChange) && x.outdoes(k+1) {
		s := span{x.nounLeft(k, x.lo), k + 1} // 以越南籍最多，约2.4万人
		if !x.nameable(s) {
			return false
		}
		x.st.leader, x.st.lean = x.phrase(s), cMove
		return true
	}
	it := &x.work[k]
	lean := it.cls & cChange
	if it.has(cRise) {
		lean = cUp
	} else if it.has(cFall) {
		lean = cDown
	}
	if k--; lean == 0 || k < x.lo || !x.noun(k) {
		return false
	}
	s := span{x.nounLeft(k, x.lo), k + 1}
	if !x.nameable(s) {
		return false
	}
	x.st.leader, x.st.lean = x.phrase(s), lean
	return true
}

// amid reports whether item k ends what a share is of: 受访市民当中.
func (x *run) amid(k int32) bool {
	return x.is(k, '中') || x.is2(k, '当', '中') || x.is2(k, '之', '中')
}

// numbered reports whether a figure read as a word stands in s: 生涯第12座冠军.
func (x *run) numbered(s span) bool {
	for k := s.i; k < s.j; k++ {
		if x.work[k].kind == word && x.work[k].ref >= 0 {
			return true
		}
	}
	return false
}

// releases reports whether the clause says that somebody publishes figures, of whoever it may be: 国家统计局15日发布数据. Those
// of a company's report are its own.
func (x *run) releases() bool {
	last := &x.work[x.hi-1]
	if last.kind != word || last.j-last.i > 4 || last.j-last.i < 2 {
		return false
	}
	switch string(x.fold[last.j-2 : last.j]) {
	case "数据", "公报", "报告", "通报", "结果", "快报", "简报", "月报", "情况":
	default:
		return false
	}
	for k := x.lo; k+1 < x.hi; k++ {
		it := &x.work[k]
		if it.kind == word && it.j-it.i >= 2 {
			switch string(x.fold[it.i : it.i+2]) {
			case "发布", "公布", "发表", "披露", "通报":
				return true
			}
		}
	}
	return false
}

// results notes the company that gives account of its results, and reports whether it is named: what follows is its own,
// beyond the sentence too.
func (x *run) results() bool {
	switch j := x.work[x.hi-1].j; string(x.fold[max(0, j-2):j]) {
	case "财报", "季报", "年报", "中报", "业绩", "快报", "说会":
	default:
		return false
	}
	o := x.lo
	for o < x.hi && x.work[o].kind == when {
		o++
	}
	if s := x.apposed(span{o, x.nounRight(o, x.hi, false)}); s.j > s.i && s.j < x.hi && x.nameable(s) && !x.agency(s) && x.predicates(&x.work[s.j]) && !x.work[s.j-1].has(cInd) {
		x.st.subject = x.phrase(s)
		x.st.subject.strong = true
		return true
	}
	x.st.subject.strong = x.st.subject.ok
	return false
}

// planned reports whether the clause names a plan that what follows is of: 根据方案.
func (x *run) planned() bool {
	if it := &x.work[x.lo]; it.kind != word || !it.has(cOther) {
		return false
	}
	it := &x.work[x.hi-1]
	if it.kind != word || it.j-it.i < 2 {
		return false
	}
	switch string(x.fold[it.j-2 : it.j]) {
	case "方案", "规划", "计划", "纲要", "目标", "意见", "要求", "部署":
		return true
	}
	return false
}

// utters notes the office or the firm that says something with the word of item k: its own figures may follow.
func (x *run) utters(k int32) {
	o := x.lo
	for o < k && (x.work[o].kind == when || x.work[o].kind == word && (x.work[o].has(cLink|cAdv) || x.work[o].pos == segment.D)) {
		o++
	}
	if o == k && x.st.subject.agency && x.published(k+1) {
		x.st.actor, x.st.subject = x.st.subject, phrase{} // 警方召开记者会，公布上半年诈骗案
	}
	if o >= k || !x.noun(o) {
		return
	}
	e := x.nounRight(o, k, false)
	if p := x.st.subject; p.ok && p.j-p.i == 1 && (x.fold[p.i] == '他' || x.fold[p.i] == '她') && !x.is(o, x.fold[p.i]) {
		x.st.subject = phrase{} // another speaks
	}
	if s := (span{o, e}); k+1 < x.hi && x.is2(k, '宣', '布') && x.work[e-1].pos != segment.NR && !x.people(s) && e == k && x.nameable(s) {
		x.st.subject = x.phrase(s) // 九巴宣布加价
		return
	}
	if s := (span{o, e}); x.work[k].has(cDenied) && x.work[e-1].pos != segment.NR && x.nameable(s) {
		x.st.subject = x.phrase(s) // 业者否认裁员500人
		return
	}
	m := x.whose(o, e-1)
	if m <= o && (x.owns(&x.work[e-1])) {
		m = e // 高铁公司
	}
	if s := x.apposed(span{o, e}); m <= o && (s.i > o || x.work[e-1].has(cThing) && x.work[k].has(cSay) && !x.agency(s)) {
		x.st.subject = x.phrase(s) // 车企岚驰, 海洋公园
		return
	}
	if m <= o || m < e && x.expert(m) {
		return
	}
	last := &x.work[m-1]
	s := span{o, m}
	if !x.work[k].has(cSay) {
		if k+1 == x.hi && m == e && (x.owns(last) || x.work[k].has(cTarget) && x.strong(s) && !x.agency(s)) {
			x.st.subject = x.phrase(s) // 高铁公司统计, 该省提出
		}
		return
	}
	switch {
	case x.self(o):
		x.st.subject = x.phrase(span{o, o + 1}) // 该厂党委书记说
	case x.agency(s) && m == e:
		x.st.actor = x.phrase(s)
	case x.is2(m-1, '央', '行') && m == e:
		x.st.subject = x.phrase(s)
	case (last.has(cOrg) || last.pos == segment.NT && (x.firm(last) || x.owns(last) || x.facility(last))) && !x.agency(s):
		x.st.subject = x.phrase(s) // 昇达电机总经理说
	}
}

// expert reports whether item k is one who speaks of others than those he works for: 学者.
func (x *run) expert(k int32) bool {
	switch string(x.fold[x.work[k].i:x.work[k].j]) {
	case "学者", "专家", "分析师", "研究员", "分析员", "教授", "经济学家", "顾问":
		return true
	}
	return false
}

// owns reports whether an organisation is one whose own figures are meant where it gives some: a firm.
func (x *run) owns(it *item) bool {
	if it.kind != word || it.j-it.i < 2 || !it.has(cOrg|cOwner) && it.pos != segment.NT {
		return false
	}
	switch string(x.fold[it.j-2 : it.j]) {
	case "公司", "集团", "邮政", "高铁", "商银", "金控", "股份", "控股", "电网", "电信", "航空":
		return true
	}
	return x.firm(it) && it.pos == segment.NT && x.trade(&item{i: it.j - 2, j: it.j})
}

// built reports whether what stands before item k in the clause tells that something will be ready: 完工后, 建成后.
func (x *run) built(k int32) bool {
	for m := max(x.lo+1, k-8); m < k; m++ {
		if !x.is(m, '后') && !x.is2(m, '之', '后') && !x.is2(m, '以', '后') && !(x.work[m].pos == segment.T && x.fold[x.work[m].i] == '后') { // 启用后, 启用后年吞吐能力
			continue
		}
		switch string(x.fold[x.work[m-1].i:x.work[m-1].j]) {
		case "完工", "建成", "投产", "竣工", "通车", "落成", "启用", "达产", "投用", "投运", "开通", "运营", "使用", "完成":
			return true
		}
	}
	return false
}

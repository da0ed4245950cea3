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

// topic lets a clause without claims name what is measured in those after it, or of whom shares are told.
func (x *run) topic() {
	switch last := &x.work[x.hi-1]; {
	case last.j-last.i >= 2 && string(x.fold[last.j-2:last.j]) == "期间":
		return // 两会期间
	case last.pos == segment.F && (last.j-last.i == 1 || x.fold[last.i] == '后' || x.fold[last.i] == '以' || x.fold[last.i] == '之') && x.fold[last.i] != '中':
		return // 地震发生后, 在江北新区内
	case last.kind == word && x.hi-x.lo > 1 && (x.fold[last.j-1] == '电' || x.fold[last.j-1] == '讯') && x.cl.first && last.j-last.i <= 2:
		return // 新华网长春1月9日电
	}
	if x.leader() {
		return
	}
	last := x.hi - 1
	if last > x.lo && x.amid(last) && x.noun(last-1) {
		o := x.nounLeft(last-1, x.lo)
		s := span{o, last}
		x.st.among = true
		switch e := x.nounRight(x.lo, last, false); {
		case x.people(s):
			x.st.crowd = x.phrase(s) // 受访的1200名家长中
		case e > x.lo && e < o && x.strong(span{x.lo, e}): // 全市220个社区中
		case x.work[last-1].has(cInd):
			x.st.measure, x.st.fresh, x.st.kind, x.st.measured = x.phrase(s), true, "", true // 输入病例中，菲律宾7例
		}
		return
	}
	x.st.plan = x.st.plan || x.planned()
	s, ok := x.lead(x.lo)
	if !ok || s.j == x.hi || x.work[last].has(cSee|cSay|cGuess) && !(x.work[last].has(cGuess) && last > s.j && x.verb(last-1)) || x.work[s.j-1].kind == word && x.work[s.j-1].ref >= 0 {
		return
	}
	for m := s.j; m < x.hi; m++ {
		if x.work[m].has(cSay) {
			return
		}
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
	}
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

package claims

import (
	"github.com/xinwen-go/xinwen/numbers"
)

// ends reports whether from item k on the clause only tells when: 力争到2025年.
func (x *run) ends(k int32) bool {
	if x.hi-k > maxPhrase {
		return false
	}
	for ; k < x.hi; k++ {
		if it := &x.work[k]; it.kind != when && (it.kind != word || !it.has(cPrep|cTo) && !it.has(cAdv)) {
			return false
		}
	}
	return true
}

// when notes the time of item k.
func (x *run) when(w *walk, k int32) {
	it := &x.work[k]
	if x.fold[it.i] == '每' {
		w.per = true
		return
	}
	if t := &x.doc.Times[it.ref]; t.From == "" && t.To == "" && t.EDTF == "" {
		return
	}
	if k+2 < x.hi && x.de(k+1) && x.work[k+2].kind == figure {
		if kind := x.doc.Quantities[x.work[k+2].ref].Kind; k > x.lo && (rateKind(kind) || kind == numbers.KindMultiple) &&
			x.work[k-1].has(cLevel|cTo|cBelow|cAbove|cNear) {
			return // 恢复到2019年同期的六成
		}
		w.own = int(it.ref)
		return
	}
	if k+2 < x.hi && k > x.lo && x.verb(k+1) && x.de(k+2) {
		switch string(x.fold[x.work[k+1].i:x.work[k+1].j]) {
		case "到期", "交货", "创下", "创出", "公布", "发布", "提出", "生效", "设定":
			return // 2021年7月到期的债券: of the bond, but 去年批出的资助
		}
	}
	if k+1 < x.hi && (x.is2(k+1, '纪', '录') || x.is2(k+1, '记', '录') || x.is2(k+1, '高', '位') || x.is2(k+1, '低', '位')) {
		return // 打破7月纪录
	}
	if string(x.fold[it.i:it.j]) == "同期" || k > x.lo && x.is(k-1, '连') {
		return // 较上届同期
	}
	if k > x.lo && x.joins(k-1) && k+1 < x.hi && (x.is2(k+1, '相', '同') || x.is2(k+1, '持', '平') || x.is2(k+1, '一', '致') || x.is2(k+1, '相', '当')) {
		return // 与上月相同
	}
	if k > x.lo && k+1 < x.hi && x.de(k+1) && x.work[k-1].kind == word && x.fold[x.work[k-1].j-1] == '于' {
		return // 成立于1995年的基金会
	}
	if k > x.lo && x.work[k-1].kind == word && x.work[k-1].has(cAbove|cBelow) {
		return // 高于9月的49.8
	}
	if it.j-it.i == 2 && x.fold[it.i] == '后' && k > x.lo && x.verb(k-1) {
		return // 达产后年产值
	}
	if k+1 < x.hi && x.work[k+1].has(cBase) && k > x.lo && x.joins(k-1) {
		x.st.basis = "" // 与2011年相比
		switch f := x.basis(it.i, it.j); {
		case f&cYoY != 0:
			x.st.basis = YearOnYear
		case f&cQoQ != 0:
			x.st.basis = Sequential
		}
		return
	}
	if k > x.lo && x.is(k-1, '到') && w.modal == "" {
		w.modal, w.carry = Target, true // 到2030年
		w.tail = w.tail || x.st.plan && x.ends(k+1)
	}
	if k > x.lo {
		switch p := &x.work[k-1]; {
		case p.has(cBase):
			return
		case p.has(cLocal):
			w.time = int(it.ref)
			return
		case p.has(cFrom):
			if last := x.fold[it.j-1]; last != '来' && last != '起' {
				return
			}
		}
	}
	w.time = int(it.ref)
	if n := it.j - it.i; n > 2 && string(x.fold[it.j-2:it.j]) == "同期" && x.st.time != None {
		return // 去年同期为1.1亿元: of this clause alone
	}
	x.governs(k)
	x.st.time = w.time
}

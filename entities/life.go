package entities

// spanBefore tells that dates from one to another stand before the verb at item k.
func (p *parser) spanBefore(k int) bool {
	span := false
	for x := k - 1; x >= 0 && k-x < 12 && (p.items[x].class == 'm' || p.is(x, "年", "月", "日", "至", "到", "—", "-", "~", "间", "期间")); x-- {
		span = span || p.is(x, "至", "到", "—", "-", "~", "间", "期间")
	}
	return span
}

// afterAge skips 、现年61岁 at item k.
func (p *parser) afterAge(k int) int {
	x := k
	if p.separated(x) {
		x++
	}
	if p.is(x, "现年", "时年", "年仅", "今年") {
		x++
	}
	if x < len(p.items) && p.items[x].class == 'm' && p.is(x+1, "岁") {
		return x + 2
	}
	if p.is(x, "年过", "年逾", "年近") {
		x++
	}
	if p.is(x, "高龄") {
		return x + 1
	}
	if x+1 < len(p.items) && p.is(x+1, "高龄", "旬", "古稀", "花甲") { // 原校长、九十高龄的张三
		return x + 2
	}
	return k
}

// afterClause is the name behind a clause that describes the holder of an office that ends before item k: 原副政委、1961年晋升少将军衔的
// 张三; -1 where there is none.
func (p *parser) afterClause(k int) int {
	const most = 14 // items
	if k >= len(p.items) || !p.is(k, "、") {
		return -1
	}
	for x := k + 1; x+1 < len(p.items) && x-k < most; x++ {
		switch p.kind(x) {
		case kStart, kComma, kName, kTitle, kSep, kSepName, kSepTitle, kOpen:
			return -1
		}
		if p.is(x, "的") && p.kind(x+1) == kName {
			return x + 1
		}
	}
	return -1
}

// onlyOffices tells that the stretch is a list that begins with office n and ends with office end-1, of nobody or of a pronoun:
// 第九届全国人大代表,政协委员. 他是第五届全国政协常委.
func (p *parser) onlyOffices(n, end int) bool {
	if n > 0 || end < len(p.offices) || !p.endsList(p.offices[end-1].last+1) {
		return false
	}
	for k := 0; k < p.offices[0].first; k++ {
		if w := p.word(k); !p.d.pronounAt(p, k) && !p.is(k, "是", "系", "还是", "曾是", "也是") && (w == nil || w.adverb == "") {
			return false
		}
	}
	return true
}

// dated tells that item q ends a span of dates: 1985.03—1990.05, or 2016.08—.
func (p *parser) dated(q int) bool {
	if q < 2 {
		return false
	}
	switch {
	case p.is(q, "—", "-", "~"):
		return p.items[q-1].class == 'm' || p.is(q-1, "—", "月", "年")
	case p.items[q].class == 'm' || p.is(q, "今", "至今", "月", "年", "起"):
		for k := q - 1; k >= 0 && q-k < 6; k-- {
			if p.is(k, "—", "-", "~", "至") {
				return true
			}
		}
	}
	return false
}

// listed is the name that the clause of the comma at item q begins with, where only what describes a person stands between:
// 张三,男,汉族,某市某局局长; -1 where there is none.
func (p *parser) listed(q int) int {
	const reach = 24
	for k := q; k > 0 && q-k < reach; k-- {
		if p.kind(k) != kName {
			if p.kind(k) == kStart {
				return -1
			}
			continue
		}
		if s := p.runes(k + 2); p.kind(k-1) == kStart && p.kind(k+1) == kComma && len(s) == 1 && (s[0] == '男' || s[0] == '女') {
			return k
		}
		return -1
	}
	return -1
}

// segmentName is the name that begins the part between semicolons that item q stands in, where lives are told one after another:
// 甲,1962年生,某县县委书记;乙(女),1968年生,某市市委常委. It is -1 where there is none.
func (p *parser) segmentName(q int) int {
	if !p.d.resume {
		return -1
	}
	k := q
	for k > 0 && p.kind(k-1) != kStart {
		k--
	}
	for p.isSpace(k) {
		k++
	}
	if p.kind(k) != kName || p.items[k].sur == 0 {
		return -1
	}
	if next := p.afterBrackets(k+1, 10); p.kind(next) == kComma {
		return k
	}
	return -1
}

// described is the name that the whole sentence describes: 张三同志是党的优秀党员, 某市原市长.
func (p *parser) described() int {
	if p.kind(0) != kName {
		return -1
	}
	k := p.skipCourtesy(1)
	if p.is(k, "是", "系", "为") {
		return 0
	}
	return -1
}

// lifeStatus is the status of an unmarked office at item k of a life, from the last verb of office before it in the sentence: what
// follows 先后任 is over, what follows 现任 is not.
func (p *parser) lifeStatus(k int) Status {
	for k--; k >= 0; k-- {
		w := p.word(k)
		switch {
		case w == nil:
		case p.kind(k) == kVerb && w.take && !p.is(k, "是", "为", "系"):
			if w.status == Appointed {
				return Former
			}
			return w.status
		case p.kind(k) == kStatus && verbal(p.runes(k)):
			return w.status
		}
	}
	return ""
}

func (p *parser) giveSubject(n, end int, status Status) {
	if status == "" && p.d.resume {
		status = p.lifeStatus(p.offices[n].first)
	}
	p.taken = true
	chain := p.d.newChain()
	b := p.d.lastSubject
	for x := n; x < end; x++ {
		o := p.offices[x]
		h := holding{office: o, by: byLife, status: o.status, i: o.i, j: o.j, chain: chain, sentence: p.d.sentence}
		if status != "" && (o.status == "" || o.status == Current || status == Former && o.status == Acting) {
			h.status, h.verb = status, true
		}
		b.holdings = append(b.holdings, h)
	}
}

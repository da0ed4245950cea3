package entities

// byVerb reads the offices [n, end) as what a verb at item q gives to, or takes from, a person.
func (p *parser) byVerb(q, n, end int) bool {
	var status Status
	var adverb Status
	verb := -1
	k := q
	for k >= 0 {
		w := p.word(k)
		switch {
		case p.kind(k) == kVerb && w.take && verb < 0 && !p.is(k, "为"):
			verb, status = k, w.status
		case p.kind(k) == kVerb && p.is(k, "为") && verb < 0:
			verb, status = k, Current
		case p.kind(k) == kSep && p.is(k, "兼任", "兼") && verb < 0, p.kind(k) == kSepName && p.is(k, "兼任", "兼") && verb < 0:
			verb, status = k, Current
		case p.is(k, "的") && verb < 0: // 免去张三的某职
			return p.removal(k-1, n, end)
		case p.kind(k) == kVerb && verb >= 0 && w.take:
			if status == Current || w.status == Dismissed {
				status = w.status
			} else if w.status == Former || w.status == Proposed {
				adverb = w.status
			}
		case verb >= 0 && w != nil && w.adverb != "":
			if adverb == "" || w.adverb != Current {
				adverb = w.adverb
			}
		case verb >= 0 && p.kind(k) == kFunc && (p.items[k].class == 't' || p.items[k].class == 'm' || p.items[k].class == 'd' || p.items[k].class == 'f' || p.items[k].class == 'p'):
		case verb >= 0 && p.is(k, "期间", "在职", "任内"):
			adverb = Former
		case verb >= 0 && (p.is(k, "年", "月", "日", "起", "至", "被", "获", "时", "在") || p.kind(k) == kSpace):
		case p.is(k, "了", "过") && verb < 0:
		case p.is(k, "其", "他", "她") && verb < 0:
		default:
			goto subject
		}
		k--
	}
subject:
	if verb < 0 {
		return false
	}
	if p.is(verb, "为") && p.object(verb, n, end) {
		return true
	}
	if status == Current && adverb != Current && p.d.resume && !p.is(verb, "现任", "现为", "现系", "系", "是", "为") { // 并兼任
		status = Former
	}
	if adverb == Former || adverb == Proposed || adverb == Dismissed {
		if !(status == Dismissed && adverb == Proposed) {
			status = adverb
		}
	}
	if p.is(verb, "为", "是", "系") && !p.copula(verb) {
		return false
	}
	names := p.subjectsBefore(k)
	if len(names) == 0 {
		if p.d.resume && p.d.lastSubject != nil && !p.is(verb, "是", "为", "系") {
			if status == Appointed && adverb != Current {
				status = Former
			}
			p.giveSubject(n, end, status)
			return true
		}
		if p.d.lastSubject != nil && p.is(p.offices[end-1].last+1, "期间", "时期", "任内") && (k < 0 || p.kind(k) == kStart) { // ;在担任某县县长期间
			p.giveSubject(n, end, Former)
			return true
		}
		if k < 0 || p.kind(k) == kStart || p.kind(k) == kComma || p.d.pronounAt(p, k) {
			if p.d.lastSubject != nil && (p.d.resume || p.d.pronounAt(p, k) || p.kind(k) == kComma && p.d.subjectInSentence) && !p.is(verb, "是", "为", "系") {
				if p.d.resume && status == Appointed {
					status = Former
				}
				p.giveSubject(n, end, status)
				return true
			}
		}
		return false
	}
	if next := p.offices[end-1].last + 1; status == Appointed && (p.is(next, "期间", "时", "时期") || p.is(next, "职务") && !p.endsClause(next+1) || p.is(next, "等") && p.is(next+1, "职务", "职务便利", "期间") && !p.endsClause(next+2)) {
		status = Former
	}
	if status == Appointed && p.d.resume && len(names) == 1 {
		status = Former
	}
	switch told := p.beforeSubject(names[0]); {
	case told == Former && (status == Appointed || status == Current) && p.is(verb, "任", "担任", "兼任", "是", "为"):
		status = Former
	case told == Proposed && status == Appointed:
		status = Proposed
	}
	p.takeOffices(names, verb, n, end, status)
	return true
}

// beforeSubject is what stands before the subject at item k and changes the status of what a verb behind it gives: Former for
// 此前,张三担任, Proposed for 将延揽某局局长张三出任; empty where nothing does.
func (p *parser) beforeSubject(k int) Status {
	if o := p.officeEndingAt(k - 1); o != nil {
		k = o.first
	}
	k--
	if p.kind(k) == kComma {
		k--
		if p.is(k, "此前", "之前", "早前", "在此之前", "从前", "以前") && (k == 0 || p.endsClause(k-1)) {
			return Former
		}
		return ""
	}
	if p.is(k, "此前", "之前", "早前", "以前") && (k == 0 || p.endsClause(k-1)) {
		return Former
	}
	if w := p.word(k); w != nil && p.kind(k) == kVerb && w.give || p.is(k, "由") {
		if w != nil && w.given == Proposed { // 提名张三出任
			return Proposed
		}
		if a := p.word(k - 1); a != nil && a.adverb == Proposed {
			return Proposed
		}
	}
	return ""
}

// copula tells that 是 or 为 joins a name right before it to an office.
func (p *parser) copula(verb int) bool {
	k := verb - 1
	for k >= 0 && (p.kind(k) == kFunc || p.kind(k) == kSpace || p.kind(k) == kStop) {
		k--
	}
	return p.nameEndingAt(k) >= 0
}

// takeOffices gives offices to the subjects of a verb, in order where 分别 says so.
func (p *parser) takeOffices(names []int, verb, n, end int, status Status) {
	p.taken = true
	moving := !p.offices[n].profession && p.is(verb, "接任", "升任", "调任", "转任", "改任", "荣升", "升为", "晋升为", "擢升为", "晋升", "升任为")
	pairs := false
	for x := names[len(names)-1] + 1; x < verb; x++ {
		pairs = pairs || p.is(x, "分别")
	}
	if pairs && len(names) == end-n {
		chain := p.d.newChain()
		for x, k := range names {
			p.give(n+x, k, chain, status, false)
		}
	} else {
		p.giveNames(names, n, end, status, false)
	}
	if moving {
		for _, k := range names {
			if b := p.d.bearer(p, k); b != nil {
				p.d.leaveOffices(b)
				for x := range b.holdings {
					if h := &b.holdings[x]; h.verb && h.sentence == p.d.sentence {
						h.moved = true
					}
				}
			}
		}
	}
	p.d.subject(p, names)
}

// object reads 任命甲为某职.
func (p *parser) object(verb, n, end int) bool {
	names := p.namesEndingAt(verb - 1)
	if len(names) == 0 {
		return false
	}
	k := names[0] - 1
	// Between the verb and the name may stand the office that the person leaves: 任命县议员黄某为副县长.
	if o := p.officeEndingAt(k); o != nil {
		k = o.first - 1
	}
	for k >= 0 && (p.is(k, "了", "由", "原", ":", "“") || p.isSpace(k)) {
		k--
	}
	w := p.word(k)
	if w == nil || !w.give || p.kind(k) != kVerb { // 任命甲为某职,乙为某职
		if p.kind(k) != kComma && p.kind(k) != kStart && p.kind(k) != kSep && p.kind(k) != kSepTitle {
			return false
		}
		for k >= 0 && (p.kind(k) != kVerb || !p.word(k).give || p.word(k).given == Dismissed) {
			k--
		}
		if k < 0 {
			status := p.fromHeading(Appointed, Proposed)
			if status == "" {
				return false
			}
			p.giveNames(names, n, end, status, false)
			p.d.subject(p, names)
			return true
		}
		w = p.word(k)
	}
	status := w.given
	for x := k - 1; x >= 0 && p.kind(x) == kFunc; x-- {
		if a := p.word(x); a != nil && a.adverb == Proposed {
			status = Proposed
		}
	}
	p.giveNames(names, n, end, status, false)
	for _, name := range names {
		if b := p.d.bearer(p, name); b != nil {
			p.d.leaveOffices(b)
		}
	}
	p.d.subject(p, names)
	return true
}

// removal reads 免去甲的某职.
func (p *parser) removal(k, n, end int) bool {
	names := p.namesEndingAt(k)
	if len(names) == 0 {
		return false
	}
	v := names[0] - 1
	for v >= 0 && (p.is(v, "了") || p.isSpace(v)) {
		v--
	}
	if p.is(v, "的") { // 任期届满的甲的某职
		const reach = 12
		for from := v; v >= 0 && from-v < reach && p.kind(v) != kStart; v-- {
			if w := p.word(v); p.kind(v) == kVerb && (w.given == Dismissed || w.take && w.status == Dismissed) {
				break
			}
		}
	}
	if p.separated(v) { // 免去甲的某职;乙的某职
		for v >= 0 && p.kind(v) != kVerb {
			v--
		}
	}
	w := p.word(v)
	var status Status
	switch {
	case v < 0:
		if status = p.fromHeading(Dismissed); status == "" {
			return false
		}
	case w == nil || p.kind(v) != kVerb:
		return false
	case w.give && w.given == Dismissed, w.take && w.status == Dismissed:
		status = Dismissed
	case w.take && w.status == Suspended:
		status = Suspended
	default:
		return false
	}
	p.giveNames(names, n, end, status, false)
	return true
}

// namesEndingAt is the list of names that ends at item k, in order.
func (p *parser) namesEndingAt(k int) []int {
	for p.isSpace(k) {
		k--
	}
	var names []int
	for {
		n := p.nameEndingAt(k)
		if n < 0 {
			break
		}
		names = append(names, n)
		if p.kind(n-1) != kSepName && p.kind(n-1) != kSep {
			break
		}
		k = n - 2
	}
	for i, j := 0, len(names)-1; i < j; i, j = i+1, j-1 {
		names[i], names[j] = names[j], names[i]
	}
	return names
}

func (p *parser) officeEndingAt(k int) *office {
	for i := range p.offices {
		if p.offices[i].last == k {
			return &p.offices[i]
		}
	}
	return nil
}

// subjectsBefore finds the subject of a verb: the names that end at item k, or the nearest name before it in the sentence
// that is not the object of another verb (接替李四任市长).
func (p *parser) subjectsBefore(k int) []int {
	const reach = 40
	for x := k; x >= 0 && k-x < reach; x-- {
		switch p.kind(x) {
		case kStart:
			return nil
		case kName:
		case kCourtesy, kClose:
		case kOpen:
			if x == k { // 周某(后任某部部长)
				return p.namesEndingAt(x - 1)
			}
			return nil
		default:
			continue
		}
		names := p.namesEndingAt(x)
		if len(names) == 0 {
			continue
		}
		before := names[0] - 1
		if o := p.officeEndingAt(before); o != nil { // 接替71岁的中央军委委员某某
			for before = o.first - 1; before >= 0 && (p.is(before, "的", "岁", "现年") || p.items[before].class == 'm'); before-- {
			}
		}
		if p.is(before, "将接替", "拟接替", "接替", "代替", "接", "替", "继", "向", "对", "替代", "取代", "陪同", "会见", "率") {
			x = before
			continue
		}
		// Lists that share different offices: 甲局长张三和副局长李四分别任.
		return p.moreSubjects(names)
	}
	return nil
}

// successors reads 由乙接任, 乙接替甲: the office is that told last in the stretch, or that of the person replaced.
func (p *parser) successors() {
	for k := range p.items {
		if p.kind(k) != kVerb || !p.is(k, "接任", "继任", "接替", "接棒") {
			continue
		}
		names := p.namesEndingAt(k - 1)
		if len(names) != 1 {
			continue
		}
		var from *bearer
		var chain int
		if n := p.namesFrom(k+1, false); p.is(k, "接替") && len(n.names) == 1 && !p.is(n.next, "担任", "任", "出任") && p.kind(n.next) != kVerb {
			from = p.d.bearer(p, n.names[0])
		} else if p.endsClause(k + 1) {
			for _, b := range p.d.people {
				for _, h := range b.holdings {
					if h.sentence == p.d.sentence && h.office.i < p.items[k].i && h.chain > chain {
						from, chain = b, h.chain
					}
				}
			}
		}
		to := p.d.bearer(p, names[0])
		if from == nil || from == to {
			continue
		}
		for _, h := range from.holdings {
			if chain == 0 || h.chain == chain {
				h.status, h.verb, h.appended, h.by = Appointed, true, false, bySuccession
				to.holdings = append(to.holdings, h)
			}
		}
	}
}

// moreSubjects extends a list of names to the left over 和 + office: 警务处长邓某和副处长萧某.
func (p *parser) moreSubjects(names []int) []int {
	for {
		o := p.officeEndingAt(names[0] - 1)
		if o == nil || p.kind(o.first-1) != kSepName {
			return names
		}
		more := p.namesEndingAt(o.first - 2)
		if len(more) == 0 {
			return names
		}
		names = append(more, names...)
	}
}

package claims

import (
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
)

// decided is a claim with how far to the right it reaches.
type decided struct {
	claim Claim
	used  int32
	past  int32 // last item of the claim where it takes in another figure
}

// decide makes the claim of figure q.
func (x *run) decide(w *walk, l *left, q int32, own int) (decided, bool) {
	id := int(x.work[q].ref)
	d := &x.doc.Quantities[id]
	var none decided
	r := x.parseRight(q, x.hi, l.verb >= 0)
	noun := !r.noun.empty()
	rate := rateKind(d.Kind)
	if l.prep && l.stop == q-1 && x.is(q-1, '以') && !noun && r.rest.j-r.rest.i == 1 && x.tops(r.rest.i) && x.st.fresh && x.st.measure.ok && d.Kind == x.st.kind && d.Unit.Code == x.st.code {
		l.subject, _ = x.subjectLeft(q-2, x.lo, &l.flags) // 北京以13890元居首
		l.prep, l.pred, r.rest = false, l.pred|cLevel, span{}
	}
	if m := x.with(l, &r, q, d); !m.empty() {
		s, _ := x.subjectLeft(q-2, x.lo, &l.flags)
		if !x.nameable(s) {
			s = span{} // 这次以4小时31分完赛
		}
		c := Claim{Span: x.clauseSpan(), Quantity: id, From: None, Change: None, Time: None, Modality: x.modality(w, l), Relation: x.relation(l, d, false, q)}
		x.finish(w, &c, l, x.phrase(x.who(s)), x.phrase(m), Explicit, own)
		return decided{c, max(q+1, r.noun.j), q}, true
	}
	if l.prep && !(rate && r.de && noun && x.rateNoun(r.noun.j-1)) ||
		l.joined && noun && !r.rest.empty() && (x.is(q-1, '与') || x.is(q-1, '同') || x.is(q-1, '跟')) {
		w.skip = true
		return none, false
	}
	if q+1 < x.hi && (x.is2(q+1, '计', '算') || x.is2(q+1, '测', '算')) || q > x.lo && x.work[q-1].kind == figure && w.skip && w.last < q-1 && !l.joined {
		w.skip = true // 按年开采500万吨计算, 以11胜5平
		return none, false
	}
	if l.give >= 0 && r.next && d.Kind == numbers.KindCount && noun && x.hasVerb(r.rest) {
		w.skip = true // 为56所学校更新课桌椅2.3万套
		return none, false
	}
	if d.Kind == numbers.KindCount && q > x.lo && x.amid(x.hi-1) && !r.next && x.cl.end == ',' && l.verb < 0 {
		return none, false // 全港1.2万名注册中医中
	}
	if d.Kind == numbers.KindCount && r.noun.j == x.hi && r.noun.j-r.noun.i > 2 && !r.de && x.releases() {
		return none, false // 公布70个大中城市住宅价格变动情况
	}
	split := int32(0)
	if d.Kind == numbers.KindMeasure && r.next && !r.de && l.verb < 0 {
		for b := r.noun.i + 1; b+1 < r.noun.j; b++ {
			if x.work[b].has(cMean|cPer) && x.measures(b+1) {
				r.noun.j, split = b, q+1 // 62.4万亩小麦平均亩产528公斤
			}
		}
	}
	if l.over != 0 {
		switch d.Kind {
		case numbers.KindPercent, numbers.KindPercentPoint, numbers.KindFraction, numbers.KindMultiple:
			l.dir, l.base = cUp, true
			if l.over == cBelow {
				l.dir = cDown
			}
		default:
			return none, false
		}
	}
	if rate && l.whole && l.verb < 0 && l.dir == 0 && l.flags&(cBelow|cAbove) != 0 && x.st.fresh && x.st.measured && !rateKind(x.st.kind) && (l.measure.empty() || x.former(l.measure.j-1)) {
		l.measure, l.subject, l.itself = span{}, span{}, true // 不到高峰时期的一成
	}
	if d.Kind == numbers.KindPercentPoint && l.dir == 0 && l.gap&(cAbove|cBelow) != 0 {
		if l.dir, l.base = cUp, true; l.gap&cBelow != 0 {
			l.dir = cDown // 快于去年同期9个百分点
		}
	}
	if l.prep && rate && l.subject.empty() && x.is(q-1, '以') && q-2 >= x.lo {
		l.subject, _ = x.subjectLeft(q-2, x.lo, &l.flags) // 林佳蓉以52.3%的得票率当选
	}
	if w.skip {
		if s, ok := x.lead(x.lo); ok {
			l.subject = s
		}
	}
	if l.flags&cRun != 0 && d.Kind == numbers.KindDuration {
		return none, false // 连升五个月
	}
	if d.Kind == numbers.KindCount && !noun && x.hasVerb(r.rest) && l.verb < 0 && l.pred == 0 {
		switch d.Unit.Code {
		case "次", "遍", "回", "趟", "度":
			return none, false // 四次刷新纪录
		}
	}
	if noun && d.Kind == numbers.KindMeasure && (r.de && l.verb >= 0 || !r.de && r.next) && q > x.lo && x.work[q-1].kind == word && (x.work[q-1].pos == segment.Q || x.work[q-1].pos == segment.M) {
		return none, false // 买了一套89平方米的房子, 一个300呎单位月租1.8万元
	}
	if r.de && noun && r.next && l.verb >= 0 && !r.rest.empty() && d.Kind == numbers.KindCount && !l.measure.empty() && l.measure.j == q || q+1 < x.hi && x.is(q+1, '者') {
		return none, false // 步行8000步的人死亡风险低51%
	}
	if r.de && rate && x.work[x.lo].has(cJoin) && w.n == 0 {
		return none, false // 与美国78.4%的利用率接近
	}
	if l.whole && noun && d.Kind == numbers.KindCount && r.rest.empty() && !r.next && x.cl.anchor < 0 && !(q-2 >= x.lo && x.ownerOnly(q-2)) {
		return none, false // 获得提名的5位运动员, but 惠及三台县的30万名群众
	}
	if l.whole && !r.noun.empty() && d.Kind == numbers.KindCount {
		// 来自8个省份的160名学员: what stands before 的 only tells more of them.
		l.measure, l.verb, l.whole = span{}, -1, false
		l.subject, _ = x.lead(x.lo)
	}
	if r.attr && d.Kind != numbers.KindPercent && d.Kind != numbers.KindFraction && (l.dir == 0 || d.Kind == numbers.KindCount && noun && (l.measure.empty() || !x.work[l.measure.j-1].has(cInd))) {
		return none, false
	}
	if noun && r.noun.j-r.noun.i > 1 && x.work[r.noun.j-1].pos == segment.NR && d.Kind == numbers.KindCount {
		return none, false // 三枚金牌得主田源
	}
	for l.measure.j-l.measure.i > 1 && x.particle(l.measure.i) {
		l.measure.i++ // 完成了价值130亿美元的拍卖
	}
	if m := l.measure; m.j-m.i == 1 && x.runes(m.i, m.j) == 1 {
		switch p := m.i - 1; {
		case l.verb < 0 && p >= x.lo && x.verb(p) && x.work[p].cls == 0 && x.work[p].j == x.work[m.i].i && x.work[p].j-x.work[p].i <= 2:
			l.measure.i = p // 收 + 案, 埋 + 深
			l.subject.j = min(l.subject.j, p)
		case l.verb >= 0 && !noun && !x.work[l.verb].has(cShare) && l.subject.j == m.i && !l.subject.empty() && x.work[p].has(cInd) && !x.work[p].has(cOwner):
			l.verb = -1 // 末期息派8港仙
			l.subject, l.measure = x.cutNoun(l.subject.i, p, x.lo, &l.flags)
		}
	}
	if s := l.subject; !s.empty() && x.exchange(s.j-1) && !l.measure.empty() && l.verb < 0 && x.work[l.measure.j-1].has(cInd|cIndex) {
		l.subject = span{} // where it is traded
	}
	if l.subject = x.who(x.apposed(l.subject)); !x.nameable(l.subject) || l.subject.j-l.subject.i == 1 && x.work[l.subject.i].has(cIndex) {
		l.subject = span{}
	}
	if s := l.subject; l.verb >= 0 && x.work[l.verb].has(cShare) && !s.empty() && s.j == l.verb && l.measure.i == l.verb && l.measure.j-l.verb > 2 && x.work[l.measure.j-1].has(cPart) {
		l.measure.i, l.verb, l.pred = s.i, -1, l.pred&^cShare // 研发投入占营业收入的比重: of the firm
		l.subject = span{}
		if m := x.whose(s.i, s.j-1); m > s.i && m < s.j {
			l.subject, l.measure.i = span{s.i, m}, m
		} else if m == s.j {
			l.subject, l.measure.i = s, s.j
		}
	}
	if l.whole && w.denied && l.measure.j-l.measure.i == 1 && x.rumour(l.measure.i) {
		l.measure, l.subject, l.verb, l.whole = span{}, span{}, -1, false // 并非外传的8亿元
	}
	if l.verb >= 0 && l.measure.j-l.measure.i == 1 && x.work[l.verb].has(cLight) && l.pred == 0 && l.dir == 0 && l.subject.empty() && !noun &&
		x.st.fresh && x.st.measured && d.Kind == x.st.kind && d.Unit.Code == x.st.code {
		l.measure, l.verb = span{}, -1 // 目标为85座，已完成62座
	}
	if v := l.verb; v >= 0 && l.measure.i == v && l.measure.j == v+1 && !noun && r.rest.empty() && l.pred == 0 && l.dir == 0 && l.flags&cMean == 0 && x.st.fresh && !x.st.verb.empty() &&
		d.Kind == x.st.kind && d.Unit.Code == x.st.code && x.fold[x.work[v].i] == x.fold[x.st.verb.i] {
		l.measure, l.verb = span{}, -1 // 建成农田32万亩，再建5万亩
	}
	if l.pred&cShare != 0 && d.Kind == numbers.KindCount && !noun && x.st.fresh && d.Kind == x.st.kind && d.Unit.Code == x.st.code && !l.subject.empty() {
		l.pred, l.measure, l.verb = l.pred&^cShare, span{}, -1 // 当中幼童占21宗
	}
	if m := l.measure; l.verb < 0 && !m.empty() && x.counts(m.j-1) && !noun && r.rest.empty() && x.heads(id) {
		return none, false // 全村860户3200人
	}
	if l.verb >= 0 && l.subject.j > l.measure.i && l.subject.j < l.measure.j && !l.subject.empty() {
		l.measure.i, l.verb = l.subject.j, l.subject.j // 这场义卖 + 筹得
	}
	if s := l.subject; s.j-s.i > 2 && x.work[s.i].has(cOwner) && x.work[s.i+1].pos == segment.VN && x.work[s.i+1].cls == 0 && !x.work[s.j-1].has(cOrg|cThing|cOwner|cFolk|cInd) && !x.de(s.j-1) {
		l.subject.j = s.i + 1 // 全镇发展稻虾
	}
	if e := l.subject.j - 1; e > l.subject.i && x.period(e) {
		if l.subject.j = e; e-1 > l.subject.i && x.work[e-1].pos == segment.M {
			l.subject.j = e - 1 // 公司第三财季
		}
	}
	if e := x.untimed(l.subject); e < l.subject.j {
		l.subject.j = e // 主队全场射门, 急症室首周求诊
	} else if e--; e > l.subject.i && x.work[e].kind == word && x.work[e].ref >= 0 && x.doc.Quantities[x.work[e].ref].Kind == numbers.KindMeasure && l.verb == e+1 {
		l.measure.i, l.verb, l.subject.j = e, e, e // 该车百公里加速
	}
	if s := (span{l.subject.j - 1, l.subject.j}); l.subject.j-l.subject.i > 1 && l.subject.j == l.measure.i && l.verb == l.measure.i && x.slight(s) && x.whose(l.subject.i, s.i) == s.i {
		l.measure.i, l.verb, l.subject.j = s.i, s.i, s.i // 该市 + 城镇新增就业
	}
	if x.slight(l.subject) && !l.measure.empty() && l.subject.j < l.measure.i && x.work[l.subject.i].pos != segment.V {
		l.subject = span{} // 年度计划投资
	}
	if x.slight(l.subject) && !l.measure.empty() && l.subject.j == l.measure.i && l.pred&cShare == 0 {
		if l.measure.i == l.verb {
			l.verb = l.subject.i
		}
		l.measure.i, l.subject = l.subject.i, span{}
		if l.measure.i > x.lo {
			l.subject, _ = x.subjectLeft(l.measure.i-1, x.lo, &l.flags)
			if !x.nameable(l.subject) {
				l.subject = span{}
			}
		}
	}
	if l.flags&cExist != 0 && d.Kind == numbers.KindCount && noun && !r.de && l.verb >= 0 && l.measure.j-l.measure.i > 1 && !x.verb(l.measure.j-1) {
		l.verb = -1 // 公屋轮候册有11.2万宗一般申请
	}
	if s := l.subject; d.Kind == numbers.KindCount && !noun && l.measure.empty() && l.dir == 0 && l.pred&^cLevel == 0 && s.j-s.i > 1 && x.demonstrative(s.i) && (x.is(s.i+1, '批') || x.fold[x.work[s.i].j-1] == '批') {
		l.subject, l.measure = span{}, s // 这批口罩共50万只
	}
	if d.Kind == numbers.KindMoney && l.verb < 0 && l.dir == 0 && l.measure.j-l.measure.i >= 2 && x.tariff(l.measure.j-2) && !x.work[l.measure.j-1].has(cInd) {
		if l.measure.j--; x.people(span{l.measure.j, l.measure.j + 1}) || x.work[l.measure.j].pos == segment.N && x.fold[x.work[l.measure.j].j-1] != '季' {
			l.subject = span{l.measure.j, l.measure.j + 1} // 门票成人30元
		}
	}
	if d.Kind == numbers.KindMoney && l.verb < 0 && !l.measure.empty() && !x.work[l.measure.j-1].has(cInd|cIndex) && x.priced() &&
		(l.flags&cPer != 0 || d.Per != "" || l.dir != 0 && l.to || x.st.kind == d.Kind && x.st.code == d.Unit.Code && !noun && (l.measure.j-l.measure.i <= 2 || x.runes(l.measure.i, l.measure.j) <= 5)) {
		l.subject, l.measure = x.where(l), span{} // 油价三连涨，汽油每升上调0.3元
	}
	led := x.st.lean != 0 && !noun && l.measure.empty() && l.subject.empty() && (l.dir == 0 || l.dir == x.st.lean) && r.rest.empty()
	if led && x.st.lean == cMove {
		led = l.dir == 0 && d.Kind == x.st.kind && d.Unit.Code == x.st.code // 罗湖口岸最多，为62万人次
	} else if led {
		l.dir = x.st.lean // 桃园跌最多，达18%
	}
	x.st.lean = 0
	hit := !noun && x.bodies(d) && x.hasVerb(r.rest) // 51.3万人受灾
	if x.restates(l) && !hit || x.heading(q, &r, l) {
		return none, false
	}
	if r.de && q+2 < x.hi && x.expected(max(r.noun.j-1, q+2)) && x.held(q) || x.compared(q) {
		return none, false // 低于此前3.1%的预期
	}
	whose := r.de && noun && !rate && l.verb < 0 && l.dir == 0 && l.pred == 0 && !l.measure.empty() && x.work[l.measure.j-1].has(cInd)
	if r.de && !whose && !rateKind(d.Kind) && d.Kind != numbers.KindCount && d.Kind != numbers.KindNumber && l.verb < 0 && l.dir == 0 {
		return none, false // 700元的手机
	}
	if r.in || !x.asserted(l, &r, q) || x.vague(l, &r, q, d) {
		return none, false
	}
	var measure, subject phrase
	used, past := q+1, q
	share := l.pred&cShare != 0 || l.share
	if rate && !noun && !r.rest.empty() && x.work[r.rest.i].kind == when && r.rest.j-r.rest.i > 1 {
		own = int(x.work[r.rest.i].ref) // 七成半今年增收
		r.rest.i++
	}
	switch {
	case whose:
		n := r.noun
		if !r.owner.empty() {
			n.i = r.owner.i
		}
		measure, subject = x.phrase(l.measure), x.phrase(n) // 总投资18.6亿元的二期工程
	case l.give >= 0 && noun && !r.rest.empty() && x.hasVerb(r.rest):
		// 对500名学生进行体检
		end := x.restEnd(r.rest)
		measure = x.around(l.give, q, end, r.start(q))
		s, _ := x.subjectLeft(l.give-1, x.lo, &l.flags)
		subject = x.phrase(s)
		used = end
	case l.dir != 0 && x.contrasts(l, d):
		subject = x.phrase(x.where(l)) // 采矿业增加值增长4.3%，制造业增长6.9%
		if h := x.st.head; h > x.st.measure.i && h < x.st.measure.j && x.fold[h-1] == '业' {
			x.st.measure.i = h
		}
		l.measure, l.subject = span{}, span{}
	case l.dir != 0:
		subject = x.phrase(l.subject)
		if !l.measure.empty() {
			measure = x.phrase(l.measure)
		} else if noun && !r.de && !rate && !l.to {
			measure = x.phrase(r.noun)
			if !subject.ok {
				subject = x.phrase(r.owner)
			}
			used = r.noun.j
		}
	case rate && r.de && noun && x.work[r.noun.j-1].has(cRise|cFall):
		return none, false // 0.2%的跌幅超出预期
	case rate && r.de && noun && l.measure.empty() && d.Kind == numbers.KindPercent && x.rateNoun(r.noun.j-1):
		measure, subject = x.phrase(r.noun), x.phrase(r.owner) // 4%的利率
		used = r.noun.j
	case rate && noun && (l.verb < 0 && (l.measure.empty() || r.de && !l.whole && l.pred == 0 && l.dir == 0 && !x.work[l.measure.j-1].has(cInd|cIndex)) && (r.de || l.dir == 0 && l.pred&^cLevel == 0 && (x.hasVerb(r.rest) || !r.rest.empty() && x.work[r.noun.j-1].pos == segment.VN)) || r.de && l.joined):
		// 三分之二的受访者表示支持
		if r.rest.empty() || !x.hasVerb(r.rest) && r.rest.j-r.rest.i > 6 && x.work[r.noun.j-1].pos != segment.VN {
			return none, false
		}
		n := r.noun
		if !r.owner.empty() {
			n.i = r.owner.i
		}
		end := x.restEnd(r.rest)
		if n.j-n.i > 1 && x.work[n.j-1].pos == segment.VN && !x.hasVerb(r.rest) {
			n.j-- // 儿童生活在贫困线下
			r.rest.i = n.j
		}
		if x.st.among && !r.de {
			measure = x.phrase(x.trim(span{n.i, end})) // 六成私人执业
		} else {
			subject, measure = x.phrase(n), x.phrase(x.trim(span{r.rest.i, end}))
		}
		if x.bare(measure) && r.de && r.next && n.j-n.i > 1 && x.work[n.j-1].has(cInd) && x.work[r.rest.j].kind == figure {
			past = r.rest.j // 45%的受访者年龄在26至34岁
			subject, measure = x.phrase(span{n.i, n.j - 1}), x.phrase(span{n.j - 1, past + 1})
			end = past + 1
		}
		if r.next && past == q && r.rest.j < x.hi && x.work[r.rest.j].kind == figure && x.lastFigure(r.rest.j) {
			past, end = r.rest.j, x.hi // 七成八受访者每天睡不到七小时
			if x.st.among && !r.de {
				measure = x.phrase(x.trim(span{n.i, end}))
			} else {
				measure = x.phrase(x.trim(span{r.rest.i, end}))
			}
		}
		if x.st.crowd = subject; !subject.folk {
			x.st.crowd = phrase{}
		}
		share = true
		used = end
	case rate && !r.de && !noun && !share && l.dir == 0 && l.measure.empty() && !r.rest.empty() && x.hasVerb(r.rest) &&
		(l.flags&cExist != 0 && !l.subject.empty() || x.st.among || x.st.crowd.ok || x.within(q) || l.stop < x.lo && x.verb(r.rest.i) && x.work[r.rest.i].cls&^cLight == 0 && d.Kind == numbers.KindFraction),
		rate && !r.de && !noun && l.verb < 0 && l.dir == 0 && l.flags&cExist != 0 && !l.measure.empty() && !x.work[l.measure.j-1].has(cInd) && x.hasVerb(r.rest):
		// 受访者中有43%支持修法，38%反对
		end := x.restEnd(r.rest)
		measure, subject = x.phrase(x.trim(span{r.rest.i, end})), x.phrase(x.where(l))
		if !subject.ok && x.st.crowd.ok {
			subject, l.crowd = x.st.crowd, true
		}
		share = true
		used = end
	case rate && noun && !r.de && x.st.among && r.rest.empty() && !r.next && l.measure.empty() && x.work[r.noun.j-1].pos == segment.VN:
		measure, share, used = x.phrase(r.noun), true, r.noun.j // 六成私人执业
		if x.st.crowd.ok {
			subject, l.crowd = x.st.crowd, true
		}
	case d.Kind == numbers.KindDuration && noun && r.noun.j-r.noun.i == 1 && x.spell(r.noun.i) && r.rest.empty() && !r.next && l.verb < 0:
		measure, subject = x.phrase(r.noun), x.phrase(x.where(l)) // 已有160年历史
		used = r.noun.j
	case rate && !r.de && !noun && !share && l.dir == 0 && l.pred == 0 && l.verb < 0 && x.people(l.measure) && x.hasVerb(r.rest):
		end := x.restEnd(r.rest) // 受访者六成表示支持
		measure, subject = x.phrase(x.trim(span{r.rest.i, end})), x.phrase(x.where(l))
		x.st.crowd = subject
		share = true
		used = end
	case x.second(w, l, q, d):
		// 投入救援力量3200余人、各类车辆460台: the verb is that of the figure before
		p := x.st.verb
		measure = phrase{i: p.i, j: x.work[l.measure.j-1].j, cut: p.j, cutEnd: x.work[l.measure.i].i, ok: true}
		subject = phrase{}
	case noun && x.takesRight(l, &r, d):
		end := r.noun.j
		if r.over {
			past = end - 1
		}
		if m := l.measure; l.verb < 0 && m.j-m.i == 1 && x.work[m.i].pos == segment.VN && l.pred == 0 && !x.work[m.i].has(cInd) {
			l.verb = m.i // 新建25所学校
		}
		verb := l.verb >= 0
		if e := x.restEnd(r.rest); !r.next && e > r.rest.i && (verb && x.work[l.verb].has(cPivot) || !verb && x.runes(r.rest.i, e) <= 16 && x.hasVerb(r.rest)) {
			end = e
		}
		if verb {
			measure = x.around(l.verb, q, end, r.start(q))
			subject = x.phrase(l.subject)
		} else if x.leads(l, q) && (l.flags == 0 || l.flags&^(cExist|cLevel|cTotal|cAdv) == 0 && x.people(r.noun)) && !l.joined && !r.de && (x.cl.first || !x.topical()) && end > r.noun.j && x.hasVerb(span{r.noun.j, end}) {
			n := r.noun // 230名选手参加比赛
			if !r.owner.empty() {
				n.i = r.owner.i
			}
			measure, subject = x.phrase(x.trim(span{r.noun.j, end})), x.phrase(n)
		} else {
			measure = x.phrase(x.trim(span{r.noun.i, end}))
			if !l.joined {
				subject = x.phrase(x.where(l))
			}
			if !subject.ok {
				subject = x.phrase(r.owner)
			}
		}
		used = end
	case d.Kind == numbers.KindMoney && !noun && !r.de && x.within(q) && l.measure.empty() && x.topical() && x.hasVerb(r.rest):
		end := x.restEnd(r.rest) // 其中9亿元用于扩建产线
		measure, used = x.phrase(x.trim(span{r.rest.i, end})), end
	case x.classed(l, &r, q):
		measure, subject = x.phrase(span{r.rest.i + 1, r.rest.j}), x.phrase(l.subject) // 其中5宗为输入个案
		share = rate
	case !noun && l.flags&cExist != 0 && l.verb < 0 && !r.rest.empty() && x.hasVerb(r.rest):
		// 全市共有28人死亡
		end := x.restEnd(r.rest)
		measure = x.phrase(x.trim(span{r.rest.i, end}))
		subject = x.phrase(x.where(l))
		used = end
	case x.contrasts(l, d):
		subject = x.phrase(x.where(l)) // 全国为29.8%，城镇为28.8%
		l.measure, l.subject = span{}, span{}
	case !l.measure.empty() && hit && l.verb < 0 && l.pred == 0 && !l.whole && !x.work[l.measure.j-1].has(cInd):
		end := x.restEnd(r.rest) // 38个县区51.3万人受灾
		s := x.where(l)
		if m := x.whose(s.i, s.j-1); x.counts(s.j-1) && x.heads(int(x.work[s.j-1].ref)) && m > s.i && m < s.j {
			s.j = m // 全镇127户356人被转移
		}
		measure, subject = x.phrase(x.trim(span{r.rest.i, end})), x.phrase(s)
		used = end
	case l.share:
		measure, subject = x.phrase(l.measure), x.st.crowd
	case !l.measure.empty():
		x.takeIn(l, x.lo)
		measure, subject = x.phrase(l.measure), x.phrase(l.subject)
		if l.verb >= 0 && x.work[l.verb].has(cPivot) && !r.rest.empty() && x.hasVerb(r.rest) && l.measure.j-l.measure.i == 1 {
			// 造成3人死亡
			end := x.restEnd(r.rest)
			measure = x.around(l.verb, q, end, q+1)
			used = end
		}
	case !noun && x.bodies(d) && !r.rest.empty() && x.hasVerb(r.rest) && !l.whole:
		// 500人参加会议
		end := x.restEnd(r.rest)
		measure = x.phrase(x.trim(span{r.rest.i, end}))
		subject = x.phrase(l.subject)
		used = end
	}
	how := Explicit
	if !measure.ok {
		if rate && x.st.among && l.dir == 0 && l.pred == 0 && x.cl.anchor < 0 && q+1 < x.hi {
			return none, false // 39%支持，16%没有意见
		}
		if o := &x.st.old; l.dir != 0 && x.st.measure.ok && x.fold[x.st.measure.j-1] == '幅' && o.measure.ok && !l.subject.empty() {
			x.st.measure, x.st.kind, x.st.code = o.measure, o.kind, o.code // 价格降1%，降幅扩大0.2个百分点，其中北京跌0.9%
		}
		if o := &x.st.old; (l.flags&(cMean|cTotal|cCap) != 0 && l.dir == 0 || l.dir != 0 && l.base && !rate) && l.verb < 0 && x.st.fresh && (d.Kind != x.st.kind || d.Unit.Code != x.st.code) && d.Kind == o.kind && d.Unit.Code == o.code {
			x.st.measure, x.st.kind, x.st.code = o.measure, o.kind, o.code // 专项资金8.5亿元，支持42个县，平均每县2000万元
		}
		if noun && !rate && x.takesRight(l, &r, d) || !r.rest.empty() && l.dir == 0 && x.cl.anchor < 0 && x.hasVerb(r.rest) || !x.inherits(l, d) {
			return none, false
		}
		measure, how = x.st.measure, Inherited
		if led {
			subject = x.st.leader
		}
		if !subject.ok {
			subject = x.phrase(l.subject)
		}
	}
	if how == Explicit && (!x.fit(measure, l, d) || x.bare(measure)) {
		return none, false
	}
	c := Claim{Span: x.clauseSpan(), Quantity: id, From: None, Change: None, Time: None, Modality: x.modality(w, l), Relation: x.relation(l, d, share, q)}
	if w.from != None {
		c.From = w.from
	}
	x.finish(w, &c, l, subject, measure, how, own)
	if x.st.verb = (span{}); l.verb >= 0 && how == Explicit && l.measure.i == l.verb && measure.cutEnd == 0 && l.measure.j-l.measure.i > 1 && x.verb(l.verb) && !x.work[l.verb].has(cShare) {
		v := l.verb
		for v+1 < l.measure.j && x.verb(v+1) {
			v++
		}
		x.st.verb = span{x.work[l.verb].i, x.work[v].j}
	}
	if split > 0 {
		used = split
	}
	return decided{c, used, past}, true
}

// second reports whether figure q is of a noun that 、 or 和 joins to the object of a verb before.
func (x *run) second(w *walk, l *left, q int32, d *numbers.Quantity) bool {
	b := w.last + 1
	return w.n > 0 && !x.st.verb.empty() && b+1 < q && x.joins(b) && l.verb < 0 && l.pred == 0 && l.dir == 0 && (d.Kind == numbers.KindCount || d.Kind == numbers.KindMeasure) &&
		!l.measure.empty() && l.measure.j == q && (l.measure.i == b+1 || l.subject.i == b+1 && !l.subject.empty()) && !x.work[q-1].has(cInd)
}

// classed reports whether what follows figure q says of what kind those are that it counts: 其中5宗为输入个案.
func (x *run) classed(l *left, r *right, q int32) bool {
	s := r.rest
	if !r.noun.empty() || r.de || l.verb >= 0 || l.dir != 0 || l.pred&^cLevel != 0 || !l.measure.empty() || s.j-s.i < 2 || r.next || !x.within(q) && !x.st.among {
		return false
	}
	it := &x.work[s.i]
	if !(it.has(cLevel) && it.kind == word) && !x.is(s.i, '属') && !x.is2(s.i, '属', '于') || it.has(cExist) {
		return false
	}
	return x.noun(s.j - 1)
}

// with returns what figure q measures where 以 stands before it: what is done for it (以8.2亿港元购入工厦), the record that is
// set (以11秒58刷新纪录), or the noun that follows (以9秒98的成绩夺冠).
func (x *run) with(l *left, r *right, q int32, d *numbers.Quantity) span {
	if !l.prep || l.stop != q-1 || !x.is(q-1, '以') || r.rest.empty() {
		return span{}
	}
	switch n := r.noun; {
	case r.de && !n.empty() && x.work[n.j-1].has(cInd) && x.hasVerb(r.rest) && !rateKind(d.Kind):
		return n
	case d.Kind != numbers.KindMoney && d.Kind != numbers.KindDuration && d.Kind != numbers.KindMeasure && x.fold[x.work[q].j-1] != '环' || !x.verb(r.rest.i):
		return span{}
	}
	s := span{r.rest.i, x.restEnd(r.rest)}
	if s.empty() {
		return s
	}
	s = x.trim(s)
	if last := x.work[s.j-1].j; s.j-s.i > 1 && last-x.work[s.j-1].i >= 2 && (x.fold[last-1] == '录' || x.fold[last-1] == '绩') {
		for s.i++; s.j-s.i > 1 && (x.particle(s.i) || x.verb(s.i)); {
			s.i++
		}
		return s
	}
	if d.Kind != numbers.KindMoney && x.fold[x.work[q].j-1] != '秒' && x.fold[x.work[q].j-1] != '环' && d.Kind != numbers.KindDuration {
		return span{}
	}
	return s
}

// tops reports whether item k says that a figure is the highest or lowest of several.
func (x *run) tops(k int32) bool {
	switch string(x.fold[x.work[k].i:x.work[k].j]) {
	case "居首", "领先", "领跑", "最高", "最低", "夺魁", "垫底", "登顶", "居冠", "称冠", "殿后":
		return true
	}
	return false
}

// held reports whether something is held against the figure of item q: 低于此前3.1%.
func (x *run) held(q int32) bool {
	for k := max(x.lo, q-6); k < q; k++ {
		if it := &x.work[k]; it.kind == word && it.has(cAbove|cBelow|cBase) {
			return true
		}
	}
	return false
}

// compared reports whether the figure of item q is what another time had: 低于去年11月4.8%的增速.
func (x *run) compared(q int32) bool {
	k := q - 1
	if k > x.lo && x.de(k) {
		k--
	}
	if k < q-1 && x.work[k].kind == word && x.expected(k) && x.held(q) && x.fold[x.work[q].j-1] != '成' {
		return true // 低于市场预期的2.0%
	}
	return k > x.lo && x.work[k].kind == when && x.work[k-1].kind == word && x.work[k-1].has(cAbove|cBelow) && x.doc.Quantities[x.work[q].ref].Kind != numbers.KindPercentPoint
}

// hasVerb reports whether a verb stands in s.
func (x *run) hasVerb(s span) bool {
	if !s.empty() && x.work[s.i].has(cLevel) {
		return x.work[s.i].has(cExist) && s.j-s.i > 1 && x.noun(s.i+1) // 有储蓄
	}
	for k := s.i; k < s.j; k++ {
		if it := &x.work[k]; it.kind == word && (it.pos == segment.V || it.pos == segment.VN) {
			return true
		}
	}
	return false
}

// runes is the length of the items [i, j) in runes.
func (x *run) runes(i, j int32) int32 {
	if j <= i {
		return 0
	}
	return x.work[j-1].j - x.work[i].i
}

// lastFigure reports whether no figure comes after item k in the clause.
func (x *run) lastFigure(k int32) bool {
	for k++; k < min(x.hi, k+maxPhrase); k++ {
		if x.work[k].kind == figure {
			return false
		}
	}
	return true
}

package claims

import (
	"cmp"
	"slices"

	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
)

// report is the time of what is reported. It holds over full stops for what goes on with the same report: 上半年，全市生产总值…。
// 固定资产投资….
type report struct {
	time  int   // None where nothing governs
	at    int32 // rune at which it stands
	used  bool  // a figure of its own sentence has it
	level bool  // one of those figures is of an indicator
}

var noReport = report{time: None}

// governs notes that the time of item k may govern the sentences after it, or ends the one that did.
func (x *run) governs(k int32) {
	t := int(x.work[k].ref)
	r := x.reportAt(x.times[t].i)
	switch {
	case x.cl.anchor >= 0 || x.work[x.lo].has(cWithin):
		return // 其中10月3日: of a part of what is told
	case x.published(k): // 今日公布8月份物价
	case x.releases():
		return
	case x.st.split || len(x.out) > x.st.first || x.st.time != None && x.inside(t, r.time):
		if !x.inside(t, r.time) {
			*r = noReport
		}
		return
	case x.narrow(t) && x.inside(t, r.time) && x.extreme(k):
		return // 10月1日客流最高: the report is of the whole holiday still
	}
	*r = report{time: t, at: x.times[t].i}
}

// reportAt returns what is reported at rune i: in a quotation, that of who speaks.
func (x *run) reportAt(i int32) *report {
	if x.quoteAt(i) >= 0 {
		return &x.st.quoted
	}
	return &x.st.report
}

// published reports whether item k is what a verb of publishing is about: 公布8月份.
func (x *run) published(k int32) bool {
	if k > x.lo && x.is(k-1, '了') {
		k--
	}
	if k == x.lo {
		return false
	}
	it := &x.work[k-1]
	if it.kind != word || it.j-it.i != 2 {
		return false
	}
	switch string(x.fold[it.i:it.j]) {
	case "发布", "公布", "发表", "披露", "通报", "公告":
		return true
	}
	return false
}

// extreme reports whether the clause tells of a highest or a lowest after item k.
func (x *run) extreme(k int32) bool {
	for end := min(x.hi, k+maxPhrase); k < end; k++ {
		if it := &x.work[k]; it.kind == word && x.fold[it.i] == '最' && !it.has(cPast) {
			return true
		}
	}
	return false
}

// inside reports whether time a lies in time b.
func (x *run) inside(a, b int) bool {
	if b == None {
		return false
	}
	p, q := &x.doc.Times[a], &x.doc.Times[b]
	if p.From == "" || p.To == "" || len(q.From) < len("2006-01-02") && len(q.To) < len("2006-01-02") {
		return false
	}
	return p.From >= q.From && (q.To == "" || day(p.To) <= day(q.To))
}

// day returns the day of a bound.
func day(s string) string { return s[:min(len(s), len("2006-01-02"))] }

// narrow reports whether a time is one of an event: a day, an hour, the first days of a month; not the end of a month, of which
// balances are.
func (x *run) narrow(t int) bool {
	s := x.times[t]
	switch x.fold[s.j-1] {
	case '初', '旬':
		return true
	case '期', '假', '间', '周':
		return false // 端午假期
	}
	d := &x.doc.Times[t]
	return !x.stock(t) && (d.Kind == numbers.TimeTime || d.Kind == numbers.TimeDate && d.Grain == "day")
}

// stock reports whether a time is one up to which things are counted: 截至6月, 9月末.
func (x *run) stock(t int) bool {
	s := x.times[t]
	switch x.fold[s.j-1] {
	case '底', '末', '止':
		return true
	}
	return s.j-s.i > 2 && x.fold[s.i] == '截'
}

// ahead reports whether a time is to come: what is planned for it ends with its sentence.
func (x *run) ahead(t int) bool {
	s := x.times[t]
	if s.j-s.i < 2 {
		return false
	}
	switch x.fold[s.i] {
	case '明', '未', '来':
		return true
	case '今', '下':
		return x.fold[s.i+1] == '后' || x.fold[s.i] == '下' && x.fold[s.i+1] != '半' && x.fold[s.i+1] != '午'
	}
	return false
}

// carried returns the time that a claim without one takes from the sentences before, and ends the report where the text goes on
// with something else.
func (x *run) carried(c *Claim, l *left, measure phrase) int {
	at := x.quants[c.Quantity].i
	r := x.reportAt(at)
	if r.time == None || x.st.beside || x.quoteAt(at) != x.quoteAt(r.at) {
		return None
	}
	switch {
	case x.lasts(r, at, measure, l):
		x.st.beside = true // the report may go on after this sentence
		return None
	case c.Modality == Target, c.Modality == Forecast, x.ahead(r.time), !x.goesOn(r, at, measure):
		*r = noReport
		return None
	}
	x.st.taken = true
	return r.time
}

// lasts reports whether a claim is of what no time governs: 占地1800亩, 全镇有860多户.
func (x *run) lasts(r *report, at int32, measure phrase, l *left) bool {
	if !x.st.within && x.stock(r.time) {
		return x.standing(measure) // 截至6月底
	}
	return x.standing(measure) || !x.st.within && l.flags&cExist != 0 && l.flags&cTotal == 0 && x.bareNoun(measure, at)
}

// goesOn reports whether the figure at rune at goes on with the report.
func (x *run) goesOn(r *report, at int32, measure phrase) bool {
	narrow := x.narrow(r.time)
	from, now := x.voiceAt(r.at), x.voiceAt(at)
	switch {
	case x.st.apart:
		return false
	case from == now || from != nil && now != nil && from.speaker.Text == now.speaker.Text:
	case from != nil && from.person && (narrow || now != nil):
		return false // what somebody else said of last year
	case now != nil && narrow:
		return false // of the day before, not of what he says
	}
	if x.st.within || x.st.taken {
		return true
	}
	return (x.stock(r.time) || !x.perfect(at)) && (!narrow || r.level || x.acts(measure))
}

// perfect reports whether 已 stands in the clause before rune at: what has been done up to now.
func (x *run) perfect(at int32) bool {
	end := x.itemAt(at)
	for k := max(x.lo, end-2*maxPhrase); k < end; k++ {
		it := &x.work[k]
		if it.kind == word && it.j-it.i <= 3 && (x.fold[it.i] == '已' || x.fold[it.j-1] == '已') {
			return true
		}
	}
	return false
}

// standing reports whether a measure is a fact that no time governs: 占地, 设计时速.
func (x *run) standing(p phrase) bool {
	for k := x.itemAt(p.i); k < x.hi && x.work[k].j <= p.j; k++ {
		it := &x.work[k]
		if it.kind != word {
			continue
		}
		switch x.fold[it.i] {
		case '设':
			if it.j-it.i == 1 || x.fold[it.i+1] == '计' || x.fold[it.i+1] == '有' {
				return true
			}
		case '辖':
			return true
		}
		if it.j-it.i < 2 {
			continue
		}
		switch string(x.fold[it.i : it.i+2]) {
		case "占地", "全长", "总长", "海拔", "下辖", "容纳", "可容", "拥有", "坐落", "配备", "配有", "总投", "编制", "总装", "装机":
			return true
		case "员工", "职工", "教师":
			if it.j == p.j && !x.acts(p) {
				return true
			}
		}
	}
	return false
}

// bareNoun reports whether a measure is no more than a noun, of which the clause tells nothing but the figure at rune at:
// 有企业300家, but not 有9所学校注册率不到六成.
func (x *run) bareNoun(p phrase, at int32) bool {
	for k := x.itemAt(p.i); k < x.hi; k++ {
		it := &x.work[k]
		if it.i == at || it.has(cExist) {
			continue
		}
		if it.i >= p.j && x.joins(k) {
			break
		}
		if it.kind == figure || it.has(cBound|cChange) || x.verb(k) {
			return false
		}
	}
	return true
}

// acts reports whether a measure tells of something done.
func (x *run) acts(p phrase) bool {
	for k := x.itemAt(p.i); k < x.hi && x.work[k].j <= p.j; k++ {
		if it := &x.work[k]; it.kind == word && (it.pos == segment.V || it.pos == segment.VN) && !it.has(cInd|cShare) && x.verb(k) {
			return true
		}
	}
	return false
}

// asides reports whether the sentence of the clauses at hand tells of something else than the report: what was done in answer to it
// (为此), what came out about somebody (经查).
func (x *run) asides() bool {
	c := &x.clauses[0]
	figures := false
	for k := c.lo; k < c.hi; k++ {
		figures = figures || x.work[k].kind == figure
		if x.is2(k, '为', '此') {
			return true
		}
	}
	first, last := &x.work[c.lo], &x.work[c.hi-1]
	if figures || first.kind != word || last.kind != word || c.end != ',' {
		return false
	}
	if x.st.report.used && c.hi-c.lo > 1 && !first.has(cOther) {
		switch string(x.fold[last.i:last.j]) {
		case "调查", "统计", "民调", "测算", "估算", "监测":
			return true // 好居网调查，…: of another survey
		}
	}
	switch x.fold[first.i] {
	case '为':
		return c.hi-c.lo > 1 && (first.j-first.i == 1 || x.is2(c.lo, '为', '了'))
	case '经':
		switch x.fold[last.j-1] {
		case '查', '明', '理', '定':
			return true
		}
	}
	return false
}

// quoteAt returns which of the quotes of the document holds rune i, or -1.
func (x *run) quoteAt(i int32) int {
	k, _ := slices.BinarySearchFunc(x.quotes, i+1, func(q span, i int32) int { return cmp.Compare(q.i, i) })
	if k > 0 && i < x.quotes[k-1].j {
		return k - 1
	}
	return -1
}

// itemAt returns the first item of the clause at hand that starts at rune i or after it.
func (x *run) itemAt(i int32) int32 {
	k, _ := slices.BinarySearchFunc(x.work[x.lo:x.hi], i, func(it item, i int32) int { return cmp.Compare(it.i, i) })
	return x.lo + int32(k)
}

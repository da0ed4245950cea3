package numbers

import "strings"

// yearPart reads a year, a century or decade, or a five-year plan.
func (s *timeReader) yearPart(p *point, prev int) {
	k := s.glue(p)
	if w, end, ok := s.word(k); ok {
		switch w.kind {
		case wordYear:
			p.yearBase, p.year, p.j = w.base, w.n, end
			if hasAt(s.f, end, "同期") {
				p.same, p.j = true, end+2
			} else if r := &s.lastYear; s.f[k] == '上' && r.set && r.sentence == s.sentence && r.yearSaid && r.anchor == Absolute && !r.openTo && !r.compared {
				p.yearBase = baseText // 2024年…比上年增长
			}
			return
		case wordSame:
			p.yearBase, p.same, p.j = baseText, true, end
			return
		case wordPlan:
			p.plan, p.j = w.n, end
			return
		case wordCentury:
			p.centuryBase, p.century, p.j = w.base, w.n, end
			s.decadePart(p)
			return
		case wordEra:
			s.eraPart(p, w.n, end)
			return
		case wordLunar:
			p.lunar, k = true, end
		}
	}
	if first, last, end, ok := s.decades(k); ok && first >= 30 && first <= 2100 {
		p.centuryBase, p.century, p.decade, p.decadeTo, p.j = baseSaid, 20, first, last, end
		if first >= 1000 {
			p.century, p.decade, p.decadeTo = first/100+1, first%100, first%100+last-first
		}
		s.phasePart(p)
		return
	}
	if n := readDateNumber(s.f, k); n.value >= 0 && n.end > k {
		unit := s.space(n.end)
		switch {
		case hasAt(s.f, unit, "世纪") && n.value >= 1 && n.value <= 30 && runeAt(s.f, unit+2) != '网' && !hasAt(s.f, unit+2, "经济"):
			p.centuryBase, p.century, p.j = baseSaid, n.value, unit+2
			s.decadePart(p)
		case runeAt(s.f, unit) == '年':
			s.yearNumber(p, n, k, unit, prev)
		case n.style != inWords && n.digits == 4 && n.value >= 1900 && n.value <= 2100 && !isLetter(runeAt(s.f, k-1)):
			if c, ok := connectorAt(s.f, n.end); ok && s.yearFollows(c, n.value) {
				p.yearBase, p.year, p.j, p.shared = baseSaid, n.value, n.end, c
			} else if oneOf(runeAt(s.f, n.end), "、和与及") && s.yearFollows(n.end+1, n.value) {
				p.yearBase, p.year, p.j = baseSaid, n.value, n.end
			}
		}
	}
	if p.j <= p.i && p.lunar {
		p.j = k
	}
}

// yearFollows reports whether the other year of 2017-2020年 or 2018、2019年 stands at k.
func (s *timeReader) yearFollows(k, than int) bool {
	n := readDateNumber(s.f, k)
	if n.value < 0 || n.style == inWords {
		return false
	}
	unit := s.space(n.end)
	if n.digits == 4 {
		r := runeAt(s.f, unit)
		return n.value > than && n.value <= 2100 && (r == '年' && runeAt(s.f, unit+1) != '级' || r == '、' && s.yearFollows(unit+1, n.value))
	}
	return n.digits == 2 && runeAt(s.f, unit) == '年' && s.monthFollows(unit+1)
}

func (s *timeReader) monthFollows(k int) bool {
	n := readDateNumber(s.f, s.space(k))
	return n.value >= 1 && n.value <= 12 && runeAt(s.f, s.space(n.end)) == '月'
}

// yearNumber takes the number n at rune k, with 年 at rune unit, for a year where it is none of a length of time.
func (s *timeReader) yearNumber(p *point, n dateNumber, k, unit, prev int) {
	f, next := s.f, runeAt(s.f, unit+1)
	if oneOf(next, "级龄薪") || next == '期' && runeAt(f, unit+2) != '间' {
		return
	}
	year := n.value
	switch {
	case n.digits == 4 && n.style != inWords:
		if year < 1000 || year > 2100 || year%100 == 0 && s.longAge(k, unit) {
			return
		}
		if year < 1900 && (hasAt(f, unit+1, "历史") || hasAt(f, unit+1, "的历史") || next == '前' && !isNumeral(runeAt(f, unit+2))) {
			return
		}
	case n.style == inWords:
		if year <= 1900 || year > 2100 || year%100 == 0 || n.digits < 4 {
			return
		}
	case n.digits == 3 && n.style == inDigits && year >= 90 && year <= 150 && (s.monthFollows(unit+1) || next == '度' || !oneOf(next, "来前历的老") && !s.longAge(k, unit) && s.ofRepublic()):
		year += 1911
	case n.digits == 2 && n.style == inDigits && year >= 60 && s.yearOfRepublic(k, unit):
		year += 1911
	case n.digits == 2:
		if !(n.style == inDigits && n.value < 10) && !s.shortYear(n, unit+1) {
			return
		}
		year = s.fullYear(year)
	default:
		return
	}
	p.yearBase, p.year, p.j = baseSaid, year, unit+1
	if next == '度' && runeAt(f, unit+2) != '过' {
		p.j++
	}
	if hasAt(f, p.j, "同期") {
		p.same, p.j = true, p.j+2
	}
}

// ofRepublic reports whether the text counts years as the Republic of China does.
func (s *timeReader) ofRepublic() bool { return s.republic || s.home.yuan() == "TWD" }

// yearOfRepublic reports whether the two digits at rune k, with 年 at rune unit, are a year of the Republic of China (99年7月,
// 自96年起) and no length of time.
func (s *timeReader) yearOfRepublic(k, unit int) bool {
	next := runeAt(s.f, unit+1)
	return (s.monthFollows(unit+1) || oneOf(next, "度起底初间时") && next != 0 && !oneOf(runeAt(s.f, k-1), "近约逾超过达满") ||
		runeAt(s.f, k-1) == '自' || oneOf(runeAt(s.f, k-1), "从于较比") && !isHan(next)) && s.ofRepublic()
}

// fullYear is the year that two digits stand for: the latest that is at most five years after publication, or within 1950 to
// 2049.
func (s *timeReader) fullYear(yy int) int {
	latest := 2049
	if s.hasRef {
		latest = s.ref.year + 5
	}
	y := latest - latest%100 + yy
	if y > latest {
		y -= 100
	}
	return y
}

// longAge reports whether a round number of years is an age (近2000年, 1500年历史), not a year.
func (s *timeReader) longAge(k, unit int) bool {
	if oneOf(runeAt(s.f, k-1), "近约逾超过余历经今长达有共") {
		return true
	}
	switch r := runeAt(s.f, unit+1); r {
	case '前':
		return !isNumeral(runeAt(s.f, unit+2)) && runeAt(s.f, unit+2) != '后'
	case '来', '左', '的', '历':
		return r != '的' || hasAt(s.f, unit+1, "的历史") || hasAt(s.f, unit+1, "的文")
	}
	return false
}

// shortYear reports whether a year of two digits is one: by what follows it, or by digits that make no length of time
// (九八年, 零六年).
func (s *timeReader) shortYear(n dateNumber, k int) bool {
	if s.monthFollows(k) {
		return true
	}
	if n.style == inPositions {
		a, _ := chineseDigit(s.f[n.end-2])
		b, _ := chineseDigit(s.f[n.end-1])
		return b != a+1
	}
	if oneOf(runeAt(s.f, k), "底末初") && !oneOf(runeAt(s.f, k+1), "薪层部气线级中步衷端日") {
		return true
	}
	k = s.space(k)
	if w, _, ok := s.word(k); ok {
		switch w.kind {
		case wordHalf, wordHoliday, wordWeak:
			return true
		case wordQuarter, wordSeason:
			return w.base == baseNone
		}
	}
	if n.style == inDigits && n.value >= 70 && oneOf(runeAt(s.f, n.end-3), "自从于在至到") && !hasAt(s.f, k, "内") {
		return true // 自98年起
	}
	if m := readDateNumber(s.f, k+1); runeAt(s.f, k) == '第' && m.value > 0 && (oneOf(runeAt(s.f, m.end), "周季") || runeAt(s.f, m.end) == '个') {
		return true // 20年第52周
	}
	_, _, ok := s.quarterAt(k)
	return ok
}

// eraPart reads the year after the name of an era; zero is the year before the era's first.
func (s *timeReader) eraPart(p *point, zero, k int) {
	n := readDateNumber(s.f, s.space(k))
	if runeAt(s.f, k) == '元' {
		n = dateNumber{value: 1, end: k + 1}
	}
	unit := s.space(n.end)
	switch {
	case n.value <= 0 || n.value > 9999:
	case runeAt(s.f, unit) == '年':
		p.yearBase, p.year, p.j = baseSaid, zero+n.value, unit+1
		s.republic = s.republic || zero == 1911
		if zero == 1 { // before the era, counted backwards
			p.year = 1 - n.value
		}
	case zero <= 1 && hasAt(s.f, unit, "世纪"):
		p.centuryBase, p.century, p.bc, p.j = baseSaid, n.value, zero == 1, unit+2
		s.phasePart(p)
	}
}

// decadePart reads what follows a century: 80年代, 初.
func (s *timeReader) decadePart(p *point) {
	k := s.glue(p)
	if first, last, end, ok := s.decades(k); ok && last < 100 {
		p.decade, p.decadeTo, p.j = first, last, end
	}
	if n := readDateNumber(s.f, p.j+1); oneOf(runeAt(s.f, p.j), "头前") && n.value > 0 && n.value <= 50 && runeAt(s.f, n.end) == '年' && runeAt(s.f, n.end+1) != '代' {
		p.firstN, p.firstUnit, p.j = n.value, byYear, n.end+1 // 本世纪头20年
		return
	}
	s.phasePart(p)
}

// decades reads a decade (80年代, 1980年代) or neighbouring ones said together (八九十年代, 80、90年代, 1950至1970年代) at rune k. It returns
// the first year of the first and of the last, as they are said.
func (s *timeReader) decades(k int) (first, last, end int, ok bool) {
	if d, unit := chineseDigit(runeAt(s.f, k)); d > 0 && unit == 0 && runeAt(s.f, k+2) == '十' {
		if e, unit := chineseDigit(runeAt(s.f, k+1)); e == d+1 && unit == 0 && hasAt(s.f, k+3, "年代") {
			return 10 * d, 10 * e, k + 5, true
		}
	}
	n := readDateNumber(s.f, k)
	if n.value < 0 || n.value%10 != 0 || n.value >= 100 && n.value < 1000 || n.end == k {
		return 0, 0, 0, false
	}
	first, last, end = n.value, n.value, s.space(n.end)
	c, joined := connectorAt(s.f, n.end)
	if !joined && oneOf(runeAt(s.f, n.end), "、和与及") {
		c, joined = n.end+1, true
	}
	if joined {
		m := readDateNumber(s.f, c)
		last, end = m.value, s.space(m.end)
		if m.value <= first || m.value%10 != 0 || (m.value >= 100) != (first >= 100) {
			return 0, 0, 0, false
		}
	}
	return first, last, end + 2, hasAt(s.f, end, "年代")
}

var phaseWords = [...]struct {
	word  string
	phase int
}{
	{"初期", phaseBegin}, {"前期", phaseBegin}, {"早期", phaseBegin}, {"初", phaseBegin}, {"中期", phaseMiddle}, {"中叶", phaseMiddle},
	{"后期", phaseEnd}, {"末期", phaseEnd}, {"末叶", phaseEnd}, {"末", phaseEnd}, {"上半叶", phaseEarly}, {"下半叶", phaseLate},
}

func (s *timeReader) phasePart(p *point) {
	if p.decades() {
		return
	}
	for _, w := range phaseWords {
		if hasAt(s.f, p.j, w.word) {
			p.phase, p.j = w.phase, p.j+len([]rune(w.word))
			return
		}
	}
}

// quarterAt reads 一季度, 第三季, q1 at rune k.
func (s *timeReader) quarterAt(k int) (n, end int, ok bool) {
	f, ordinal := s.f, false
	if runeAt(f, k) == '第' {
		k, ordinal = k+1, true
	}
	if runeAt(f, k) == 'q' && !isLetter(runeAt(f, k-1)) {
		if n := runeAt(f, k+1); n >= '1' && n <= '4' && !isDigit(runeAt(f, k+2)) && !isLetter(runeAt(f, k+2)) {
			end = k + 2
			if hasAt(f, end, "季度") {
				end += 2
			}
			return int(n - '0'), end, true
		}
	}
	d := readDateNumber(f, k)
	if d.value < 1 || d.value > 4 || d.digits != 1 {
		return 0, 0, false
	}
	k = s.space(d.end)
	switch {
	case hasAt(f, k, "季度"):
		return d.value, k + 2, true
	case runeAt(f, k) == '季' && !oneOf(runeAt(f, k+1), "节军赛稻豆") && (ordinal || d.style == inDigits) && !s.isShow(k-3):
		return d.value, k + 1, true
	}
	return 0, 0, false
}

// isShow reports whether 第二季 is that of a programme, as its name before it or the words after it tell.
func (s *timeReader) isShow(k int) bool {
	for i := k; i > k-3 && i >= 0; i-- {
		if r := s.f[i]; oneOf(r, "》”") || isLetter(r) {
			return true
		}
	}
	for i := max(k, 0); i < k+24 && i < len(s.f) && s.f[i] != '。' && s.f[i] != '\n'; i++ {
		if hasAt(s.f, i, "播") || hasAt(s.f, i, "节目") || hasAt(s.f, i, "综艺") || hasAt(s.f, i, "剧") || hasAt(s.f, i, "收官") {
			return true
		}
	}
	return false
}

// subYearPart reads a half, a quarter, a season, the end of a year.
func (s *timeReader) subYearPart(p *point) {
	if p.same {
		return
	}
	f, k := s.f, s.glue(p)
	said := p.yearBase != 0 || p.every == byYear
	if p.j == p.i && runeAt(f, k-1) == '第' {
		return
	}
	if !said && (endsAt(f, k, "财年") || endsAt(f, k, "财政年度")) {
		return // a quarter of a business year that begins at no known month
	}
	if q, end, ok := s.quarterAt(k); ok {
		p.quarterBase, p.quarter, p.j = baseSaid, q, end
		s.endPart(p)
		return
	}
	first := k
	if runeAt(f, k) == '第' { // 第一、二季度
		first++
	}
	if d := readDateNumber(f, first); d.value >= 1 && d.value <= 4 && d.digits == 1 {
		c, ok := connectorAt(f, d.end)
		if list := runeAt(f, d.end) == '、'; list {
			if q, _, found := s.quarterAt(d.end + 1); found && q == d.value+1 { // 一、二季度
				c, ok = d.end+1, true
			}
		}
		if ok {
			if q, end, ok := s.quarterAt(c); ok && q > d.value && (hasAt(f, end-2, "季度") || said) {
				p.quarterBase, p.quarter, p.j, p.shared = baseSaid, d.value, d.end, c
				return
			}
		}
	}
	if oneOf(runeAt(f, k), "前头首后") && (k > p.i || !oneOf(runeAt(f, k-1), "目之以提此当年月日天")) && s.countPart(p, k, said) {
		return
	}
	if p.yearBase != 0 {
		r, next := runeAt(f, p.j), runeAt(f, p.j+1)
		switch {
		case r == '底' && !oneOf(next, "薪层部气线蕴价盘牌图"), r == '末' && !oneOf(next, "端日位代"):
			p.phase, p.j = phaseEnd, p.j+1
			return
		case r == '初' && !oneOf(next, "级中步衷心一二三四五六七八九十期春夏秋冬"):
			p.phase, p.j = phaseBegin, p.j+1
			return
		}
	}
	if p.yearBase == baseSaid && !isHan(runeAt(f, k+1)) {
		for n, r := range [...]rune{'春', '夏', '秋', '冬'} {
			if runeAt(f, k) == r {
				p.seasonBase, p.season, p.j = baseSaid, 21+n, k+1
				return
			}
		}
	}
	w, end, ok := s.word(k)
	if !ok {
		return
	}
	switch w.kind {
	case wordHalf:
		p.half, p.j = w.n, end
		s.endPart(p)
	case wordQuarter:
		p.quarterBase, p.quarter, p.j = w.base, w.n, end
		if w.base == baseNone {
			p.quarterBase = baseSaid
		}
		s.endPart(p)
	case wordSeason:
		if w.base == baseNone && !said {
			return
		}
		p.seasonBase, p.season, p.seasonShift, p.j = baseSaid, w.n, 0, end
		if w.base == baseRef {
			p.yearBase, p.year = baseRef, w.m
		}
	case wordYearEnd:
		if (w.m == 2 || w.n == phaseMiddle && isHan(runeAt(f, k-1)) && !oneOf(runeAt(f, k-1), "于在到至")) && !said {
			return
		}
		p.phase, p.j = w.n, end
	}
}

// endPart reads 末 after a half or a quarter: its last month.
func (s *timeReader) endPart(p *point) {
	switch r := runeAt(s.f, p.j); {
	case r == '末' || r == '底':
		p.phase, p.j = phaseEnd, p.j+1
	case r == '初' && !oneOf(runeAt(s.f, p.j+1), "级中步"):
		p.phase, p.j = phaseBegin, p.j+1
	}
}

// countPart reads 前三季度, 前5个月, and 后三月 of a year that is said.
func (s *timeReader) countPart(p *point, k int, said bool) bool {
	sign := 1
	if s.f[k] == '后' {
		if sign = -1; !said {
			return false
		}
	}
	if s.f[k] == '首' && runeAt(s.f, k+1) == '月' && said { // 2005年首月
		p.firstN, p.firstUnit, p.j = 1, byMonth, k+2
		return true
	}
	n := readDateNumber(s.f, k+1)
	if n.value < 1 || n.value > 12 {
		return false
	}
	e := s.space(n.end)
	counted := runeAt(s.f, e) == '个'
	if counted {
		e++
	}
	switch {
	case hasAt(s.f, e, "季度") && n.value <= 4:
		p.firstN, p.firstUnit, p.j = sign*3*n.value, bySeason, e+2
	case hasAt(s.f, e, "季") && n.value <= 4 && !oneOf(runeAt(s.f, e+1), "节军赛"):
		p.firstN, p.firstUnit, p.j = sign*3*n.value, bySeason, e+1
	case runeAt(s.f, e) == '月' && (counted || said || n.style == inDigits || n.value == 11 || n.value > 1 && oneOf(s.f[k], "前首") && !oneOf(runeAt(s.f, e+1), "初中下上底末份内后")):
		p.firstN, p.firstUnit, p.j = sign*n.value, byMonth, e+1
		if runeAt(s.f, p.j) == '份' {
			p.j++
		}
	default:
		return false
	}
	return true
}

// monthPart reads a month, and the part of it that 上旬 or 底 names.
func (s *timeReader) monthPart(p *point) {
	if p.same {
		return
	}
	f, k := s.f, s.glue(p)
	if _, end, ok := s.hasWord(k, wordLunar); ok {
		p.lunar, k = true, end
		if r := runeAt(f, k); r == '的' {
			k++
		}
	}
	if w, end, ok := s.word(k); ok {
		switch {
		case w.kind == wordMonth && p.yearBase == 0:
			p.monthBase, p.month, p.j = w.base, w.n, end
		case w.kind == wordLunarMon:
			p.monthBase, p.month, p.lunar, p.j = baseSaid, w.n, true, end
		case w.kind == wordThird && w.n >= phaseBegin && p.yearBase == 0 && w.n <= phaseEnd:
			p.monthBase, p.third, p.j = baseRef, w.n, end
			return
		}
	}
	if p.monthBase == 0 {
		s.monthNumber(p, k)
	}
	if p.monthBase == 0 || p.shared > 0 {
		return
	}
	if w, end, ok := s.hasWord(s.glue(p), wordThird); ok {
		p.third, p.j = w.n, end
		return
	}
	switch r, next := runeAt(f, p.j), runeAt(f, p.j+1); {
	case r == '底' && !oneOf(next, "薪层部气线价盘"), r == '末' && !oneOf(next, "端"):
		p.third, p.j = phaseEnd, p.j+1
	case r == '初' && !oneOf(next, "级中步衷心") && !isNumeral(next):
		p.third, p.j = phaseBegin, p.j+1
	}
}

func (s *timeReader) monthNumber(p *point, k int) {
	f, leap := s.f, false
	if runeAt(f, k) == '闰' {
		k, leap = k+1, true
	}
	n := readDateNumber(f, k)
	if n.style == inPositions && n.digits == 2 && n.value%10 == n.value/10+1 && n.value < 90 && n.value > 20 && runeAt(f, n.end) == '月' && (p.yearBase != 0 || runeAt(f, n.end+1) == '份') && !leap {
		p.monthBase, p.month, p.monthTo, p.j = baseSaid, n.value/10, n.value%10, n.end+1 // 去年八九月
		if runeAt(f, p.j) == '份' {
			p.j++
		}
		return
	}
	if hasAt(f, k, "元月") && !isNumeral(runeAt(f, k-1)) && !oneOf(runeAt(f, k-1), "万亿公单") {
		n = dateNumber{value: 1, digits: 1, style: inDigits, end: k + 1}
	}
	if n.value < 1 || n.value > 12 || n.digits > 2 || runeAt(f, k) == '两' {
		return
	}
	unit := s.space(n.end)
	if runeAt(f, unit) != '月' {
		if c, ok := s.sharesUnit(n, "月"); ok && !leap && !(p.j == p.i && runeAt(f, k-1) == '月') {
			p.monthBase, p.month, p.j, p.shared = baseSaid, n.value, n.end, c
		}
		return
	}
	prev, next := runeAt(f, k-1), runeAt(f, unit+1)
	if p.j == p.i && (oneOf(prev, "第近满约每历逾超余月.") || isLetter(prev)) || oneOf(next, "球饼嫂") {
		return
	}
	if n.style != inDigits && (next == '天' && !oneOf(runeAt(f, unit+2), "气津猫") || hasAt(f, unit+1, "一次") || hasAt(f, unit+1, "革命") || oneOf(next, "余内") || hasAt(f, unit+1, "有余")) {
		return
	}
	if leap {
		p.lunar, p.leap = true, true
	}
	p.monthBase, p.month, p.j = baseSaid, n.value, unit+1
	if next == '份' {
		p.j++
	}
}

// sharesUnit tells whether n is the first end of a range whose unit is written once (1-3月, 28、29日), and where the other
// end begins.
func (s *timeReader) sharesUnit(n dateNumber, units string) (int, bool) {
	c, ok := connectorAt(s.f, n.end)
	list := false
	if !ok {
		if !oneOf(runeAt(s.f, n.end), "、和") {
			return 0, false
		}
		c, list = n.end+1, true
	}
	m := readDateNumber(s.f, c)
	if m.value < 1 || m.digits > 3 || m.style == inDigits != (n.style == inDigits) && !strings.Contains(units, "月") {
		return 0, false
	}
	if list && m.value != n.value+1 {
		return 0, false
	}
	return c, m.value != n.value && oneOf(runeAt(s.f, s.space(m.end)), units)
}

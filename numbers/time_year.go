package numbers

// resolveYear resolves a year and what divides it: halves, quarters, seasons, its beginning and end.
func (s *timeReader) resolveYear(p *point, from *moment) (resolved, bool) {
	if p.quarterBase == baseRef {
		if !s.hasRef {
			return resolved{}, false
		}
		y, m := addMonths(s.ref.year, (s.ref.month-1)/3*3+1, 3*p.quarter)
		return resolved{s.phaseOf(p, months(y, m, m+2, false)), s.refAnchor}, true
	}
	a, b := 1, 12 // months
	switch {
	case p.half != 0:
		a, b = 6*p.half-5, 6*p.half
	case p.quarterBase != 0:
		a, b = 3*p.quarter-2, 3*p.quarter
	case p.firstN > 0:
		b = p.firstN
	case p.firstN < 0:
		a = 13 + p.firstN
	case p.phase == phaseBegin:
		b = 1
	case p.phase == phaseMiddle:
		a, b = 6, 7
	case p.phase == phaseEnd:
		a = 12
	}
	y, anchor, ok := 0, NoAnchor, true
	switch {
	case p.every != 0:
		y = unknownYear
	case p.yearBase != 0:
		y, anchor, ok = s.offsetYear(p.yearBase, p.year)
	case p.phase != 0 && p.half == 0 && p.quarterBase == 0: // 年底, 全年: of the year that is spoken of
		switch {
		case s.framing(&s.lastYear) && (s.lastYear.anchor == Absolute || s.lastYear.anchor == InText):
			y, anchor = s.lastYear.from.year, InText
		case s.hasRef:
			y, anchor = s.ref.year, s.refAnchor
		case s.near(&s.lastYear):
			y, anchor = s.lastYear.from.year, InText
		default:
			y = unknownYear
		}
	default:
		start := a
		if p.firstUnit == byMonth {
			start = b
		} else if p.firstUnit == bySeason {
			start = b - 2
		}
		y, anchor = s.nearestYear(p, start, 1, from)
	}
	if !ok {
		return resolved{}, false
	}
	noYear := anchor == NoAnchor
	switch {
	case p.nth != 0:
		return s.nthOfYear(p, y, anchor)
	case p.seasonBase != 0:
		return resolved{single(moment{year: y, month: p.season, prec: bySeason, noYear: noYear}), anchor}, true
	case a == 1 && b == 12 && p.firstN == 0:
		return resolved{single(moment{year: y, prec: byYear, noYear: noYear}), anchor}, true
	}
	return resolved{s.phaseOf(p, months(y, a, b, noYear)), anchor}, true
}

// phaseOf narrows a half or quarter to its last or first month where 末 or 初 says so.
func (s *timeReader) phaseOf(p *point, v interval) interval {
	if p.half == 0 && p.quarterBase == 0 {
		return v
	}
	switch p.phase {
	case phaseEnd:
		v.from = v.to
	case phaseBegin:
		v.to = v.from
	}
	return v
}

// nthOfYear resolves the nth day or week of a year; week 1 is that of ISO 8601.
func (s *timeReader) nthOfYear(p *point, y int, anchor Anchor) (resolved, bool) {
	if anchor == NoAnchor {
		return resolved{}, false
	}
	first, last := dayNumber(y, 1, 1), dayNumber(y, 12, 31)
	switch p.nthUnit {
	case byDay:
		n := first + p.nth - 1
		if p.nth < 0 {
			n = last + p.nth + 1
		}
		return resolved{single(onDay(n)), anchor}, n >= first && n <= last
	case byWeek:
		if p.nth < 1 || p.nth > 53 {
			return resolved{}, false
		}
		jan4 := dayNumber(y, 1, 4)
		n := jan4 - weekday(jan4) + 1 + 7*(p.nth-1)
		return resolved{interval{from: onDay(n), to: onDay(n + 6)}, anchor}, true
	}
	return resolved{}, false
}

// resolveCentury resolves a century, a decade, or a part of one. The 18th century is 1700 to 1799, as ISO 8601 has it.
func (s *timeReader) resolveCentury(p *point) (resolved, bool) {
	anchor := Absolute
	y := 100 * (p.century - 1)
	if p.centuryBase == baseRef {
		if !s.hasRef {
			return resolved{}, false
		}
		anchor = s.refAnchor
		y = 100 * (s.ref.year/100 + p.century)
	}
	if p.bc {
		y = 1 - 100*p.century
	}
	m := moment{year: y, prec: byCentury}
	length := 100
	if p.decade >= 0 {
		m.year, m.prec, length = y+p.decade, byDecade, 10
	}
	if p.decades() {
		return resolved{years(m.year, m.year+p.decadeTo-p.decade+9), anchor}, true
	}
	a, b := 0, length-1
	if p.firstN > 0 && p.firstN <= length {
		return resolved{years(m.year, m.year+p.firstN-1), anchor}, true
	}
	switch p.phase {
	case phaseBegin:
		b = 2
		if length == 100 {
			b = 19
		}
	case phaseMiddle:
		a, b = 3, 6
		if length == 100 {
			a, b = 40, 59
		}
	case phaseEnd:
		a = 7
		if length == 100 {
			a = 80
		}
	case phaseEarly:
		b = length/2 - 1
	case phaseLate:
		a = length / 2
	default:
		if !p.bc {
			return resolved{single(m), anchor}, true
		}
	}
	return resolved{years(m.year+a, m.year+b), anchor}, true
}

// resolveWeek resolves a week, a weekday, or a weekend. Weeks begin on Monday.
func (s *timeReader) resolveWeek(p *point, from *moment) (resolved, bool) {
	unknown := resolved{single(moment{prec: byDay, noYear: true, noMonth: true, noDay: true}), NoAnchor}
	var monday int
	anchor := s.refAnchor
	switch {
	case p.weekBase == baseEvery:
		return unknown, true
	case p.weekBase == baseText:
		if !s.near(&s.lastDay) || !s.lastDay.from.known() {
			return resolved{}, false
		}
		n, _ := s.lastDay.from.days()
		monday, anchor = n-weekday(n)+1, InText
	case p.weekBase == baseNone && from != nil && from.known():
		n, _ := from.days()
		return resolved{single(onDay(n + (p.weekday-weekday(n)+7)%7)), anchor}, p.weekday <= 7
	case !s.hasRef:
		return unknown, true
	default:
		n := dayNumber(s.ref.year, s.ref.month, s.ref.day)
		monday = n - weekday(n) + 1 + 7*p.week
		if p.weekBase == baseNone {
			if r, ok := s.weekdayGlossed(p); ok {
				return r, true
			}
			if r := &s.lastDay; r.set && r.sentence == s.sentence && r.planned && s.comes(r.from) {
				last, _ := r.from.days()
				return resolved{single(onDay(last + (p.weekday-weekday(last)+7)%7)), s.refAnchor}, true // 本周六和周日
			}
			if monday+p.weekday-1 > n && !s.looksAhead(p) {
				monday -= 7
			} else if monday+p.weekday-1 < n && s.plannedAt(p.i) {
				monday += 7
			}
		}
	}
	switch {
	case p.weekday == 0:
		return resolved{interval{from: onDay(monday), to: onDay(monday + 6)}, anchor}, true
	case p.weekday == 8:
		return resolved{interval{from: onDay(monday + 5), to: onDay(monday + 6)}, anchor}, true
	}
	return resolved{single(onDay(monday + p.weekday - 1)), anchor}, true
}

// weekdayGlossed finds the date that stands in parentheses after a weekday and says which one it is: 周三(6月17日).
func (s *timeReader) weekdayGlossed(p *point) (resolved, bool) {
	r, ok := s.glossOf(p)
	if !ok || p.weekday > 7 {
		return resolved{}, false
	}
	return r, true
}

// glossOf finds the date that stands in parentheses after a day and says which one it is: 昨日(1月11日), 周三(17日). A day
// alone must be that weekday, or lie within a week of publication.
func (s *timeReader) glossOf(p *point) (resolved, bool) {
	if runeAt(s.f, p.j) != '(' || !isDigit(runeAt(s.f, p.j+1)) {
		return resolved{}, false
	}
	q, ok := s.point(p.j+1, p.j+1, nil)
	if !ok || q.dayBase != baseSaid || runeAt(s.f, q.j) != ')' {
		return resolved{}, false
	}
	r, ok := s.resolveDate(&q, nil)
	if !ok || r.from != r.to || !r.from.known() {
		return resolved{}, false
	}
	n, _ := r.from.days()
	distance := n - dayNumber(s.ref.year, s.ref.month, s.ref.day)
	return r, q.monthBase != 0 || p.weekday != 0 && weekday(n) == p.weekday || p.weekday == 0 && -7 <= distance && distance <= 7
}

// comingSoon is how many days ahead a holiday without a year may lie to be the coming one.
const comingSoon = 45

// latestYear is the year of a day that moves from year to year: the latest not after today or coming soon, the next one
// where the text plans for it.
func (s *timeReader) latestYear(p *point, onYear func(int) (int, bool), today int) int {
	if s.plannedAt(p.i) {
		for y := s.ref.year - 1; y <= s.ref.year+1; y++ {
			if n, ok := onYear(y); ok && n >= today {
				return y
			}
		}
	}
	ahead := s.looksAhead(p)
	for y := s.ref.year + 1; y > s.ref.year-2; y-- {
		if n, ok := onYear(y); ok && (n <= today || n-today <= comingSoon || y == s.ref.year && ahead) {
			return y
		}
	}
	return s.ref.year - 2
}

func (s *timeReader) resolveHoliday(p *point, from *moment) (resolved, bool) {
	h := p.holiday
	unknown := moment{prec: byDay, noYear: true, noMonth: true, noDay: true}
	if h.rule == fixedDay {
		unknown = moment{month: h.month, day: h.day, prec: byDay, noYear: true}
	}
	y, anchor, ok := 0, s.refAnchor, true
	switch {
	case p.every != 0:
		return resolved{single(unknown), NoAnchor}, true
	case p.yearBase != 0:
		if y, anchor, ok = s.offsetYear(p.yearBase, p.year); !ok {
			return resolved{}, false
		}
	case from != nil && from.known():
		y = from.year
		if n, ok := h.onYear(y); ok {
			if first, _ := from.days(); n < first {
				y++
			}
		}
	case s.framing(&s.lastYear) && s.lastYear.anchor == Absolute && !s.lastYear.openTo:
		y, anchor = s.lastYear.from.year, InText
	case s.hasRef:
		today := dayNumber(s.ref.year, s.ref.month, s.ref.day)
		y = s.latestYear(p, func(y int) (int, bool) { return h.onYear(y) }, today)
	default:
		anchor = NoAnchor
	}
	if anchor == NoAnchor {
		return resolved{single(unknown), NoAnchor}, true
	}
	n, ok := h.onYear(y)
	if !ok {
		return resolved{}, false
	}
	v := single(onDay(n))
	if p.long && h.length > 0 {
		v = h.days(y, p.joint)
		n, _ = v.from.days()
	}
	switch {
	case p.nth > 0:
		v = single(onDay(n + p.nth - 1))
	case p.firstN > 0:
		v.to = onDay(n + p.firstN - 1)
	}
	return resolved{v, anchor}, true
}

// resolveLunar converts a month or a day of the Chinese calendar.
func (s *timeReader) resolveLunar(p *point, from *moment) (resolved, bool) {
	unknown := resolved{single(moment{prec: byDay, noYear: true, noMonth: true, noDay: true}), NoAnchor}
	y, anchor := 0, s.refAnchor
	day := max(p.day, 1)
	switch {
	case p.every != 0:
		return unknown, true
	case p.yearBase != 0:
		var ok bool
		if y, anchor, ok = s.offsetYear(p.yearBase, p.year); !ok {
			return resolved{}, false
		}
		if anchor == NoAnchor {
			return unknown, true
		}
	case s.hasRef:
		today := dayNumber(s.ref.year, s.ref.month, s.ref.day)
		y = s.latestYear(p, func(y int) (int, bool) { return lunarDay(y, p.month, day, p.leap) }, today)
	default:
		return unknown, true
	}
	n, length, ok := lunarMonthStart(y, p.month, p.leap)
	if !ok || day > length {
		return resolved{}, false
	}
	switch {
	case p.dayBase == baseSaid:
		return resolved{single(onDay(n + p.day - 1)), anchor}, true
	case p.third != 0:
		a, b := thirdOf(p.third, length)
		return resolved{interval{from: onDay(n + a - 1), to: onDay(n + b - 1)}, anchor}, true
	}
	return resolved{interval{from: onDay(n), to: onDay(n + length - 1)}, anchor}, true
}

// resolveSame resolves 去年同期: the stretch that was named last, in another year.
func (s *timeReader) resolveSame(p *point) (resolved, bool) {
	r := &s.lastPeriod
	known := r.set && r.sentence >= s.sentence-1 && r.paragraph == s.paragraph && !r.openTo && r.from.prec >= bySeason
	y, anchor, ok := s.offsetYear(p.yearBase, p.year)
	if p.yearBase == baseText {
		if !known {
			return resolved{}, false
		}
		v := r.interval
		v.openFrom = false // of 截至6月10日, that day
		return resolved{v, InText}, true
	}
	if !ok {
		return resolved{}, false
	}
	if !known || anchor == NoAnchor && (p.yearBase != baseRef || r.from.noYear || r.anchor == NoAnchor) {
		return resolved{single(moment{year: y, prec: byYear, noYear: anchor == NoAnchor}), anchor}, true
	}
	v := r.interval
	v.openFrom = false
	shift := y - v.from.year
	if p.yearBase == baseRef && r.anchor != s.refAnchor {
		shift = p.year // last year as seen from the year that is spoken of
	}
	v.from.year += shift
	v.to.year += shift
	if v.to.prec >= byDay && v.to.month == 2 {
		v.to.day = min(v.to.day, monthDays(v.to.year, 2))
		v.from.day = min(v.from.day, monthDays(v.from.year, 2))
	}
	return resolved{v, InText}, true
}

package numbers

// resolved is what a point means: the stretch of time and what it was resolved against.
type resolved struct {
	interval
	anchor Anchor
}

// resolvePoint fills in e from a point that stands alone.
func (s *timeReader) resolvePoint(e *expr, p *point) bool {
	r, ok := s.resolve(p, nil)
	if !ok {
		return false
	}
	e.interval, e.anchor = r.interval, r.anchor
	e.grain = p.grain()
	switch {
	case p.every != 0:
		e.kind, e.anchor = TimeRecurring, NoAnchor
		e.silent = p.every == byWeek || p.lunar || p.nth != 0 || p.holiday != nil && p.holiday.rule != fixedDay || p.seasonBase != 0
	case p.clock != 0:
		e.kind = TimeTime
	case r.from != r.to:
		e.kind = TimePeriod
	default:
		e.kind = TimeDate
	}
	return true
}

// resolveRange fills in e from the two ends of a range; what the second leaves out is that of the first.
func (s *timeReader) resolveRange(e *expr, p, q *point) bool {
	if p.yearBase == 0 && q.yearBase == baseSaid && p.coarsest() >= levelSub && p.monthBase == baseSaid && q.monthBase == baseSaid {
		said := *p // 3月至2020年5月
		said.yearBase, said.year = baseSaid, q.year
		if p.month > q.month {
			said.year--
		}
		p = &said
	}
	if q.part == 0 && p.part != 0 && q.clock != 0 && q.dayBase == 0 && q.hour <= 12 && (q.hour >= p.hour || p.part == partNoon) {
		q.part = p.part
		if p.part == partNoon && q.hour < 11 {
			q.part = partAfter
		}
	}
	a, ok := s.resolve(p, nil)
	if !ok {
		return false
	}
	if p.every != 0 {
		e.interval, e.anchor, e.kind, e.grain, e.silent = a.interval, NoAnchor, TimeRecurring, q.grain(), true
		return true
	}
	b, ok := s.resolve(q, &a.to)
	if !ok || a.from.noYear != b.to.noYear || a.from.noMonth != b.to.noMonth || a.from.noDay != b.to.noDay {
		return false
	}
	from, to := a.from, b.to
	if p.clock == 0 && q.clock != 0 { // 周一至周五上午9点 is five days
		to.prec, to.hour, to.minute, to.second = byDay, 0, 0, 0
		q.clock = 0
	}
	if p.clock != 0 && q.clock != 0 {
		from.prec, to.prec = max(from.prec, byMinute), max(to.prec, byMinute)
	}
	switch {
	case from.noYear && from.prec <= byMonth && to.month < from.month, from.noMonth && to.day <= from.day, from.noDay && to.hour < from.hour:
		return false
	case !from.noYear && !from.before(to):
		return false
	}
	e.interval = interval{from: from, to: to}
	e.anchor, e.kind, e.grain = a.anchor, TimePeriod, q.grain()
	if a.anchor == Absolute && q.yearBase == baseRef {
		e.anchor = b.anchor
	}
	e.point = *q
	e.point.holiday = nil
	return true
}

// grain names the finest unit that the point is written with.
func (p *point) grain() string {
	switch {
	case p.clock == bySecond:
		return "second"
	case p.clock == byMinute:
		return "minute"
	case p.clock == byHour:
		return "hour"
	case p.dayBase != 0 || p.holiday != nil || p.weekday != 0 || p.nthUnit == byDay || p.firstUnit == byDay || p.part != 0:
		return "day"
	case p.weekBase != 0 || p.nthUnit == byWeek:
		return "week"
	case p.third == phaseEnd || p.third == phaseBegin:
		return "day"
	case p.third != 0:
		return "ten_days"
	case p.monthBase != 0 || p.firstUnit == byMonth || p.phase != 0 && p.phase != phaseWhole && p.centuryBase == 0:
		return "month"
	case p.quarterBase != 0 || p.firstUnit == bySeason:
		return "quarter"
	case p.seasonBase != 0:
		return "season"
	case p.half != 0:
		return "half"
	case p.yearBase != 0 || p.plan != 0 || p.phase == phaseWhole:
		return "year"
	case p.decade >= 0:
		return "decade"
	}
	return "century"
}

// resolve finds what a point means. from is the first end of the range that the point ends, nil elsewhere.
func (s *timeReader) resolve(p *point, from *moment) (resolved, bool) {
	if p.same {
		return s.resolveSame(p)
	}
	r, ok := s.resolveDate(p, from)
	if !ok || p.clock == 0 {
		return r, ok
	}
	return s.onClock(p, r)
}

// resolveDate finds the day or the longer stretch that a point names, without its clock time.
func (s *timeReader) resolveDate(p *point, from *moment) (resolved, bool) {
	switch {
	case p.every != 0 && p.nth != 0:
		return resolved{single(moment{prec: byDay, noYear: true, noMonth: true, noDay: true}), NoAnchor}, true
	case p.plan > 0:
		y := 1951 + 5*p.plan
		return resolved{years(y, y+4), Absolute}, true
	case p.centuryBase != 0:
		return s.resolveCentury(p)
	case p.weekBase != 0 || p.weekday != 0 && p.nth == 0:
		return s.resolveWeek(p, from)
	case p.holiday != nil:
		return s.resolveHoliday(p, from)
	case p.dayBase == baseRef || p.dayBase == baseText:
		return s.resolveNamedDay(p, from)
	case p.lunar && p.monthBase == baseSaid:
		return s.resolveLunar(p, from)
	case p.lunar:
		return resolved{}, false
	case p.monthBase != 0:
		return s.resolveMonth(p, from)
	case p.dayBase == baseSaid:
		return s.resolveBareDay(p, from)
	case p.clock != 0 && p.yearBase == 0, p.part != 0 && p.yearBase == 0:
		return s.resolveBareClock(p, from)
	}
	return s.resolveYear(p, from)
}

func years(a, b int) interval {
	return interval{from: moment{year: a, prec: byYear}, to: moment{year: b, prec: byYear}}
}

func months(y, a, b int, noYear bool) interval {
	return interval{from: moment{year: y, month: a, prec: byMonth, noYear: noYear}, to: moment{year: y, month: b, prec: byMonth, noYear: noYear}}
}

func dayRange(y, m, a, b int, noYear bool) interval {
	return interval{from: moment{year: y, month: m, day: a, prec: byDay, noYear: noYear}, to: moment{year: y, month: m, day: b, prec: byDay, noYear: noYear}}
}

// unknownYear stands for the year where none is known; it is a common year.
const unknownYear = 2001

// offsetYear is the year n years from a base.
func (s *timeReader) offsetYear(b base, n int) (y int, anchor Anchor, ok bool) {
	switch b {
	case baseSaid:
		return n, Absolute, true
	case baseRef:
		if !s.hasRef {
			return unknownYear, NoAnchor, true
		}
		return s.ref.year + n, s.refAnchor, true
	case baseText:
		if s.near(&s.lastYear) {
			return s.lastYear.from.year + n, InText, true
		}
	}
	return 0, NoAnchor, false
}

// nearestYear is the year of a month and day without one: that which frames the sentence, that of the first end of the range,
// or the latest that is not after publication, the next where the sentence looks ahead.
func (s *timeReader) nearestYear(p *point, m, d int, from *moment) (y int, anchor Anchor) {
	if from != nil {
		if from.noYear {
			return unknownYear, NoAnchor
		}
		if m < from.month || m == from.month && from.prec >= byDay && d < from.day {
			return from.year + 1, s.refAnchor
		}
		return from.year, s.refAnchor
	}
	if r := &s.lastMonth; oneOf(runeAt(s.f, p.i-1), "较比") && r.set && r.sentence == s.sentence && !r.compared && r.to.known() {
		if m > r.to.month {
			return r.to.year - 1, InText
		}
		return r.to.year, InText // 截至6月底…,较5月末
	}
	if r := &s.lastYear; s.listed(r, p.i) && !r.openTo {
		if r.from.prec >= byMonth && m < r.from.month {
			return r.from.year + 1, InText
		}
		return r.to.year, InText // 2021年一季度和二季度
	}
	if r := &s.lastYear; s.framing(r) && !r.openTo && (r.anchor == Absolute || r.anchor == InText || r.yearSaid) {
		if r.from.prec >= byMonth && m < r.from.month {
			return r.from.year + 1, InText
		}
		return r.from.year, InText
	}
	if !s.hasRef {
		return unknownYear, NoAnchor
	}
	if r := &s.lastMonth; p.finest() >= levelMonth && p.firstN == 0 && r.set && r.sentence == s.sentence && !r.compared && r.from.known() && s.comes(r.from) {
		// 将于9月5日…,10月…
		if m >= r.from.month && m-r.from.month <= 6 {
			return r.from.year, s.refAnchor
		} else if m < r.from.month && m+12-r.from.month <= 6 {
			return r.from.year + 1, s.refAnchor
		}
	}
	y = s.ref.year
	after := m > s.ref.month || m == s.ref.month && d > s.ref.day
	switch {
	case p.finest() >= levelThird && s.soon(y, m, d):
	case p.finest() >= levelThird && s.soon(y+1, m, d):
		y++
	case after && !s.looksAhead(p):
		y--
	case !after && m < s.ref.month && s.plannedAt(p.i):
		y++
	}
	return y, s.refAnchor
}

// comes reports whether a known moment begins after the day of publication.
func (s *timeReader) comes(m moment) bool {
	n, _ := m.days()
	return n > dayNumber(s.ref.year, s.ref.month, s.ref.day)
}

// soon reports whether a date comes within a month after publication: nearer than its like of the year before.
func (s *timeReader) soon(y, m, d int) bool {
	n := dayNumber(y, m, min(d, monthDays(y, m))) - dayNumber(s.ref.year, s.ref.month, s.ref.day)
	return 0 <= n && n <= 31
}

// looksAhead reports whether the clause of a point speaks of what is to come; of a day, whether the sentence does.
func (s *timeReader) looksAhead(p *point) bool {
	const reach = 48
	if oneOf(runeAt(s.f, p.j), "前起") || hasAt(s.f, p.j, "之前") {
		return true // a term: 6月底前, 自8月1日起施行
	}
	if s.plannedAt(p.i) {
		return true
	}
	ends := ",。;:!?\n"
	if p.finest() >= levelDay {
		ends = "。!?\n"
	}
	for i := p.j; i < len(s.f) && i < p.j+reach && !oneOf(s.f[i], ends); i++ {
		if s.aheadAt(i) {
			return true
		}
	}
	for i := p.i - 1; i >= 0 && i > p.i-reach && !oneOf(s.f[i], ends); i-- {
		if s.aheadAt(i) {
			return true
		}
	}
	return false
}

var aheadWords = [...]string{"预计", "预期", "拟", "即将", "有望", "力争", "计划", "届时", "定于", "争取", "明年", "目标", "确保", "下一步", "预测", "料将", "尚未"}

func (s *timeReader) aheadAt(i int) bool {
	if s.f[i] == '将' {
		return !oneOf(runeAt(s.f, i+1), "军近士领来帅") && !oneOf(runeAt(s.f, i-1), "上中少大麻名老干虎武")
	}
	if !oneOf(s.f[i], "预拟即有力计届定争明目确下料尚") {
		return false
	}
	for _, w := range aheadWords {
		if hasAt(s.f, i, w) {
			return true
		}
	}
	return false
}

// plannedAt reports whether the words just before rune i put what follows in the future: 将于3月.
func (s *timeReader) plannedAt(i int) bool {
	for _, w := range [...]string{"将于", "将在", "拟于", "定于", "预计", "预计于", "计划于", "预计在", "计划在", "拟在", "要在", "须在", "须于", "应于", "应在"} {
		if endsAt(s.f, i, w) {
			return true
		}
	}
	return false
}

// resolveMonth resolves a month, its part, or a day in it.
func (s *timeReader) resolveMonth(p *point, from *moment) (resolved, bool) {
	var y, m int
	anchor, noYear := NoAnchor, false
	switch {
	case p.monthBase == baseRef:
		if !s.hasRef {
			if p.third == 0 && p.dayBase == 0 && p.nth == 0 && p.firstN == 0 {
				return resolved{single(moment{prec: byMonth, noYear: true, noMonth: true}), NoAnchor}, true
			}
			d := p.day
			return resolved{single(moment{prec: byDay, noYear: true, noMonth: true, noDay: d == 0, day: d}), NoAnchor}, true
		}
		if r := &s.lastMonth; p.third != 0 && p.month == 0 && p.j-p.i == 2 && s.framing(r) && r.from.prec == byMonth {
			y, m, noYear, anchor = r.from.year, r.from.month, r.from.noYear, InText // 2月…,月底…
			break
		}
		y, m = addMonths(s.ref.year, s.ref.month, p.month)
		anchor = s.refAnchor
		if r := &s.lastMonth; p.month == -1 && s.f[p.i] == '上' && oneOf(runeAt(s.f, p.i-1), "与较比和同") && r.set && r.sentence == s.sentence && r.from.known() && !r.compared && !r.openTo {
			y, m = addMonths(r.from.year, r.from.month, -1) // 6月份失业率…,与上月持平
			anchor = InText
		}
	case p.monthBase == baseText:
		if !s.near(&s.lastMonth) || s.lastMonth.from.noYear {
			return resolved{}, false
		}
		y, m = addMonths(s.lastMonth.from.year, s.lastMonth.from.month, p.month)
		anchor = InText
	default:
		m = p.month
		if p.yearBase != 0 {
			var ok bool
			if y, anchor, ok = s.offsetYear(p.yearBase, p.year); !ok {
				return resolved{}, false
			}
			noYear = anchor == NoAnchor
		} else if p.every != 0 {
			y, noYear = unknownYear, true
		} else {
			first := 1
			switch {
			case p.dayBase == baseSaid:
				first = p.day
			case p.third == phaseSecond, p.third == phaseLastTwo:
				first = 11
			case p.third == phaseThird:
				first = 21
			}
			y, anchor = s.nearestYear(p, m, first, from)
			noYear = anchor == NoAnchor
		}
	}
	length := monthDays(y, m)
	switch {
	case p.dayBase == baseSaid:
		if p.day > length && !(noYear && m == 2 && p.day == 29) {
			return resolved{}, false
		}
		return resolved{dayRange(y, m, p.day, p.day, noYear), anchor}, true
	case p.nth != 0:
		if noYear {
			return resolved{}, false
		}
		n := 0
		switch p.nthUnit {
		case byDay:
			if n = p.nth; n < 0 {
				n += length + 1
			}
			if n < 1 || n > length {
				return resolved{}, false
			}
			return resolved{dayRange(y, m, n, n, false), anchor}, true
		case byMonth:
			return resolved{single(onDay(nthWeekdayOf(y, m, p.nth, p.weekday))), anchor}, true
		}
		n = nthWeekdayOf(y, m, p.nth, 1) // a week belongs to the month of its Monday
		return resolved{interval{from: onDay(n), to: onDay(n + 6)}, anchor}, true
	case p.firstN > 0:
		return resolved{dayRange(y, m, 1, min(p.firstN, length), noYear), anchor}, true
	case p.firstN < 0:
		return resolved{dayRange(y, m, max(length+p.firstN+1, 1), length, noYear), anchor}, true
	case p.third != 0:
		a, b := thirdOf(p.third, length)
		return resolved{dayRange(y, m, a, b, noYear), anchor}, true
	}
	return resolved{months(y, m, max(m, p.monthTo), noYear), anchor}, true
}

// thirdOf returns the days of a part of a month. 月初 is taken for the first five days, 月底 for the last day.
func thirdOf(third, length int) (a, b int) {
	switch third {
	case phaseFirst:
		return 1, 10
	case phaseSecond:
		return 11, 20
	case phaseThird:
		return 21, length
	case phaseBegin:
		return 1, 5
	case phaseEarly:
		return 1, 15
	case phaseLate:
		return 16, length
	case phaseFirstTwo:
		return 1, 20
	case phaseLastTwo:
		return 11, length
	}
	return length, length
}

// resolveBareDay resolves 28日: of the month that the sentence speaks of, or the latest that is not after publication.
func (s *timeReader) resolveBareDay(p *point, from *moment) (resolved, bool) {
	day := moment{day: p.day, prec: byDay}
	if p.every == byMonth {
		day.noYear, day.noMonth = true, true
		return resolved{single(day), NoAnchor}, true
	}
	ranged := from != nil
	if r := &s.lastMonth; !ranged && r.set && !r.compared && !r.from.noMonth && (r.frame || r.from.prec >= byDay) &&
		(s.lastMonth.sentence == s.sentence || !s.hasRef && s.lastMonth.paragraph == s.paragraph && s.lastMonth.to.day <= p.day) {
		to := s.lastMonth.to
		from = &to
	}
	if from != nil {
		anchor := InText
		if from.noYear {
			anchor = NoAnchor
		}
		day.year, day.month, day.noYear, day.noMonth = from.year, from.month, from.noYear, from.noMonth
		if from.prec >= byDay && !from.noMonth && from.day > p.day && (ranged || from.day > p.day+15) {
			day.year, day.month = addMonths(from.year, from.month, 1)
		}
		if day.noMonth {
			return resolved{single(day), NoAnchor}, true
		}
		return resolved{single(day), anchor}, p.day <= monthDays(day.year, day.month)
	}
	if !s.hasRef {
		day.noYear, day.noMonth = true, true
		return resolved{single(day), NoAnchor}, true
	}
	day.year, day.month = s.ref.year, s.ref.month
	switch {
	case p.day > s.ref.day && !s.looksAhead(p):
		day.year, day.month = addMonths(day.year, day.month, -1)
		if p.day > monthDays(day.year, day.month) {
			day.year, day.month = addMonths(day.year, day.month, -1)
		}
	case p.day < s.ref.day && s.plannedAt(p.i):
		day.year, day.month = addMonths(day.year, day.month, 1)
	}
	return resolved{single(day), s.refAnchor}, p.day <= monthDays(day.year, day.month)
}

// resolveNamedDay resolves 昨天, 次日, and 去年今日.
func (s *timeReader) resolveNamedDay(p *point, from *moment) (resolved, bool) {
	if p.dayBase == baseText && from != nil && from.known() && from.prec >= byDay {
		n, _ := from.days()
		return resolved{single(onDay(n + p.day)), InText}, true
	}
	if p.dayBase == baseText {
		r := &s.lastDay
		if !s.near(r) {
			return resolved{}, false
		}
		if r.to.noYear || r.to.noMonth {
			day := r.to
			day.day, day.prec, day.hour, day.minute, day.second = day.day+p.day, byDay, 0, 0, 0
			if length := monthDays(unknownYear, max(day.month, 1)); !day.noMonth && day.day > length && day.month != 2 && day.month != 12 {
				day.month, day.day = day.month+1, day.day-length
			}
			return resolved{single(day), NoAnchor}, day.day >= 1 && (day.day <= 28 || !day.noMonth && day.day <= monthDays(unknownYear, day.month))
		}
		_, n := r.to.days()
		return resolved{single(onDay(n + p.day)), InText}, true
	}
	if !s.hasRef {
		return resolved{single(moment{prec: byDay, noYear: true, noMonth: true, noDay: true}), NoAnchor}, true
	}
	day := onDay(dayNumber(s.ref.year, s.ref.month, s.ref.day) + p.day)
	if p.yearBase == 0 {
		if r, ok := s.glossOf(p); ok {
			return r, true
		}
		return resolved{single(day), s.refAnchor}, true
	}
	y, _, ok := s.offsetYear(p.yearBase, p.year)
	if !ok || day.day > monthDays(y, day.month) {
		return resolved{}, false
	}
	day.year = y
	return resolved{single(day), s.refAnchor}, true
}

// resolveBareClock finds the day of a clock time without one.
func (s *timeReader) resolveBareClock(p *point, from *moment) (resolved, bool) {
	unknown := moment{prec: byDay, noYear: true, noMonth: true, noDay: true}
	switch {
	case p.every != 0:
		return resolved{single(unknown), NoAnchor}, true
	case from != nil:
		day := *from
		day.prec, day.hour, day.minute, day.second = byDay, 0, 0, 0
		anchor := s.refAnchor
		if !day.known() {
			anchor = NoAnchor
		}
		return resolved{single(day), anchor}, from.prec >= byDay
	case s.lastDay.set && s.lastDay.paragraph == s.paragraph && s.lastDay.from.prec >= byDay && !s.lastDay.compared:
		day := s.lastDay.to
		day.prec, day.hour, day.minute, day.second = byDay, 0, 0, 0
		anchor := InText
		if !day.known() {
			anchor = NoAnchor
		}
		return resolved{single(day), anchor}, true
	case s.hasRef:
		return resolved{single(onDay(dayNumber(s.ref.year, s.ref.month, s.ref.day))), s.refAnchor}, true
	}
	return resolved{single(unknown), NoAnchor}, true
}

// onClock sets the time of the clock on a resolved day.
func (s *timeReader) onClock(p *point, r resolved) (resolved, bool) {
	if r.from != r.to || r.from.prec != byDay {
		return resolved{}, false
	}
	m := r.from
	m.hour, m.minute, m.second, m.prec = p.hour, p.minute, p.second, p.clock
	later := 0
	switch p.part {
	case partAfter:
		if m.hour < 12 {
			m.hour += 12
		}
	case partNight:
		switch {
		case m.hour == 12:
			m.hour, later = 0, 1
		case m.hour < 5:
			later = 1
		case m.hour < 12:
			m.hour += 12
		}
	case partNoon:
		if m.hour < 6 {
			m.hour += 12
		}
	case partSmall:
		if m.hour == 12 {
			m.hour = 0
		}
	}
	if m.hour == 24 {
		if m.minute != 0 || m.second != 0 {
			return resolved{}, false
		}
		m.hour, later, m.prec = 0, 1, max(m.prec, byMinute)
	}
	if later > 0 && m.known() {
		y, mo, d := dateOf(dayNumber(m.year, m.month, m.day) + later)
		m.year, m.month, m.day = y, mo, d
	}
	return resolved{single(m), r.anchor}, true
}

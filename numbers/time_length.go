package numbers

// stretch is a length of time that is anchored by a word beside it: 三年前, 过去10天.
type stretch struct {
	n     int // whole units; half units where half is set count n+1/2
	half  bool
	above int // more than n by less than this (20多年: 10), 0 where exact
	unit  precision
	weeks bool // the unit is the week
	end   int
}

// length reads a number and a unit of time at rune k.
func (s *timeReader) length(k int) (l stretch, ok bool) {
	f := s.f
	if runeAt(f, k) == '半' {
		l.half, l.end = true, k+1
	} else {
		n := readDateNumber(f, k)
		if n.end == k || n.value < 0 || n.digits > 4 || n.style == inPositions {
			return l, false
		}
		if n.value == 0 || n.style == inDigits && n.digits == 4 && n.value < 2200 && n.value%100 != 0 && runeAt(f, s.space(n.end)) == '年' {
			return l, false
		}
		l.n, l.end = n.value, n.end
		if oneOf(runeAt(f, l.end), "多余几") {
			l.above = 1
			for v := l.n; v%10 == 0; v /= 10 {
				l.above *= 10
			}
			l.end++
		}
	}
	k = s.space(l.end)
	if runeAt(f, k) == '个' {
		k++
	}
	if runeAt(f, k) == '半' && l.n > 0 { // 一个半月
		l.half, k = true, k+1
		if runeAt(f, k) == '个' {
			k++
		}
	}
	if runeAt(f, k) == '多' && l.above == 0 { // 三个多月
		l.above, k = 1, k+1
	}
	counted := k > l.end && f[k-1] != ' '
	switch r := runeAt(f, k); {
	case r == '年' && !oneOf(runeAt(f, k+1), "级龄薪代底初末度"):
		l.unit, l.end = byYear, k+1
	case r == '月' && counted:
		l.unit, l.end = byMonth, k+1
	case hasAt(f, k, "季度"):
		l.unit, l.n, l.end = byMonth, 3*l.n, k+2
	case r == '周' && !oneOf(runeAt(f, k+1), "岁期边"):
		l.unit, l.weeks, l.end = byDay, true, k+1
		if runeAt(f, l.end) == '年' {
			return l, false
		}
	case hasAt(f, k, "星期"), hasAt(f, k, "礼拜"):
		l.unit, l.weeks, l.end = byDay, true, k+2
	case r == '天', r == '日' && !counted:
		l.unit, l.end = byDay, k+1
	case hasAt(f, k, "小时"), hasAt(f, k, "钟头"):
		l.unit, l.end = byHour, k+2
	case hasAt(f, k, "分钟"):
		l.unit, l.end = byMinute, k+2
	default:
		return l, false
	}
	if l.unit == byHour && l.n%24 == 0 && !l.half && l.above == 0 {
		l.unit, l.n = byDay, l.n/24
	}
	if runeAt(f, l.end) == '半' && !l.half && l.n > 0 { // 两年半
		l.half, l.end = true, l.end+1
	}
	if runeAt(f, l.end) == '多' && l.above == 0 { // 三年多
		l.above, l.end = 1, l.end+1
	}
	return l, !(l.half && l.above > 0)
}

// shift moves a known moment by n of the units of l; half units go by the next finer one.
func (l *stretch) shift(m moment, n, sign int) moment {
	if l.weeks {
		n *= 7
	}
	half := 0
	if l.half {
		half = 1
	}
	switch l.unit {
	case byYear:
		y, mo := addMonths(m.year, max(m.month, 1), sign*(12*n+6*half))
		m.year, m.month, m.day = y, mo, min(m.day, monthDays(y, mo))
	case byMonth:
		y, mo := addMonths(m.year, max(m.month, 1), sign*n)
		m.year, m.month, m.day = y, mo, min(m.day, monthDays(y, mo))
		if half == 1 {
			m.year, m.month, m.day = dateOf(dayNumber(m.year, m.month, max(m.day, 1)) + sign*15)
		}
	case byDay:
		m.year, m.month, m.day = dateOf(dayNumber(m.year, m.month, m.day) + sign*(n+4*half*b2i(l.weeks)))
	default:
		minutes := n*60 + 30*half
		if l.unit == byMinute {
			minutes = n
		}
		total := dayNumber(m.year, m.month, m.day)*1440 + m.hour*60 + m.minute + sign*minutes
		day := floorDiv(total, 1440)
		m.year, m.month, m.day = dateOf(day)
		total -= day * 1440
		m.hour, m.minute = total/60, total%60
	}
	return m
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// grain names the unit.
func (l *stretch) grain() string {
	switch {
	case l.weeks:
		return "week"
	case l.unit == byYear && !l.half:
		return "year"
	case l.unit <= byMonth:
		return "month"
	case l.unit == byDay:
		return "day"
	case l.unit == byHour:
		return "hour"
	}
	return "minute"
}

// ago reads a length of time with the word that anchors it after it: 三年前, 20天后, 20多年来.
func (s *timeReader) ago(i int) (expr, bool) {
	if r := runeAt(s.f, i); !isNumeral(r) && r != '半' || oneOf(runeAt(s.f, i-1), "第.几数上") {
		return expr{}, false
	}
	l, ok := s.length(i)
	if !ok {
		return expr{}, false
	}
	f, k := s.f, l.end
	next := runeAt(f, k+1)
	e := expr{i: i, kind: TimeDuration, grain: l.grain()}
	e.point.decade = -1
	switch r := runeAt(f, k); {
	case hasAt(f, k, "以来"):
		if l.unit == byYear && l.n >= 1900 && l.above == 0 {
			return e, false // 2000年以来
		}
		e.j = k + 2
		return s.upToNow(e, &l)
	case r == '来' && !oneOf(next, "自到源回"):
		e.j = k + 1
		return s.upToNow(e, &l)
	case r == '间' && l.unit == byYear && l.above == 0 && !l.half && !oneOf(next, "隔接"): // 2007年…,十年间…
		if r := &s.lastYear; r.set && r.sentence == s.sentence && r.anchor == Absolute && !r.ranged() && !r.openTo && !r.compared {
			e.j, e.anchor = k+1, InText
			e.interval = years(r.from.year, r.from.year+l.n)
			return e, true
		}
	case r == '内' && !oneOf(runeAt(f, i-1), "后起每任意同") && !oneOf(next, "外部容"):
		e.j = k + 1
		return s.within(e, &l)
	case hasAt(f, k, "以前"), hasAt(f, k, "之前"):
		e.j = k + 2
		return s.away(e, &l, -1)
	case hasAt(f, k, "以后"), hasAt(f, k, "之后"), hasAt(f, k, "过后"):
		e.j = k + 2
		return s.away(e, &l, 1)
	case r == '前' && f[k-1] == '日' && (l.n > 10 || oneOf(runeAt(f, i-1), "于在")): // by the 15th
	case r == '前' && !isNumeral(next) && !oneOf(next, "往来去后期十"):
		e.j = k + 1
		return s.away(e, &l, -1)
	case r == '后' && !isNumeral(next) && !oneOf(next, "续来期半果"):
		e.j = k + 1
		return s.away(e, &l, 1)
	}
	return expr{}, false
}

// upToNow resolves N年来: from N years before publication up to it; of 20多年来 only the end is known.
func (s *timeReader) upToNow(e expr, l *stretch) (expr, bool) {
	if !s.hasRef || l.unit > byDay {
		return e, false
	}
	today := onDay(dayNumber(s.ref.year, s.ref.month, s.ref.day))
	e.anchor = s.refAnchor
	e.interval = interval{from: l.shift(today, l.n, -1), to: today}
	if l.above > 0 {
		e.from, e.openFrom, e.silent = today, true, true
	}
	return e, true
}

// within resolves N年内 where the text looks ahead: from publication to N years after it.
func (s *timeReader) within(e expr, l *stretch) (expr, bool) {
	if !s.hasRef || l.unit > byDay || l.above > 0 || l.half || l.unit == byYear && l.n > 200 || !s.looksAhead(&point{i: e.i, j: e.j}) {
		return e, false
	}
	today := onDay(dayNumber(s.ref.year, s.ref.month, s.ref.day))
	e.anchor = s.refAnchor
	e.interval = interval{from: today, to: l.shift(today, l.n, 1)}
	return e, true
}

// away resolves N年前 and N天后: counted from an absolute date that the sentence names before, else from publication.
func (s *timeReader) away(e expr, l *stretch, sign int) (expr, bool) {
	var now moment
	grain := l.unit
	r := &s.lastYear
	if l.unit >= byDay && !l.weeks {
		r = &s.lastDay
	}
	switch {
	case r.set && r.from.known() && r.sentence == s.sentence && !r.compared && !r.openTo && (r.anchor == Absolute || r.anchor == InText || sign > 0 || s.space(r.end) >= e.i || r.end+1 == e.i && s.f[r.end] == '的') && (l.unit < byHour || r.from.prec >= byHour):
		now, e.anchor = r.to, InText
		if l.unit == byYear && now.prec == byMonth {
			grain = byMonth
		}
		if now.prec < byDay && l.unit >= byDay || now.prec < byMonth && (l.unit == byMonth || l.half) || now.prec < byYear {
			return e, false
		}
	case s.hasRef:
		now, e.anchor = s.ref, s.refAnchor
		if sign > 0 && !s.looksAhead(&point{i: e.i, j: e.j}) {
			return e, false // a story's 三天后, counted from a day that it does not say
		}
		if l.unit >= byHour && s.ref.hour+s.ref.minute+s.ref.second == 0 {
			return e, false
		}
	default:
		return e, false
	}
	if sign > 0 && s.hasRef && s.comes(l.shift(now, l.n, sign)) && !s.looksAhead(&point{i: e.i, j: e.j}) {
		return e, false
	}
	if l.half {
		switch l.unit {
		case byYear:
			grain = byMonth
		case byMonth:
			grain = byDay
		case byHour:
			grain = byMinute
		}
	}
	a := truncated(l.shift(now, l.n, sign), grain)
	e.interval = single(a)
	switch {
	case l.above > 0:
		b := truncated(l.shift(now, l.n+l.above, sign), grain)
		if sign < 0 {
			a, b = b, a
		}
		e.interval = interval{from: a, to: b, oneOf: a != b}
	case l.weeks && !l.half:
		n, _ := a.days()
		monday := n - weekday(n) + 1
		e.interval = interval{from: onDay(monday), to: onDay(monday + 6)}
	}
	e.grain = [...]string{byYear: "year", byMonth: "month", byDay: "day", byHour: "hour", byMinute: "minute"}[grain]
	if l.weeks {
		e.grain = "week"
	}
	return e, true
}

// truncated is the moment at a coarser precision.
func truncated(m moment, prec precision) moment {
	m.prec, m.approx = prec, false
	if prec < byMonth {
		m.month = 0
	}
	if prec < byDay {
		m.day = 0
	}
	if prec < byHour {
		m.hour = 0
	}
	if prec < byMinute {
		m.minute = 0
	}
	m.second = 0
	return m
}

// window reads a word that anchors the length of time after it: 过去三年, 未来7天.
func (s *timeReader) window(i, k, sign int) (expr, bool) {
	if !s.hasRef {
		return expr{}, false
	}
	f := s.f
	l, ok := s.length(s.space(k))
	if !ok && hasAt(f, i, "近") && hasAt(f, k, "三月") { // 近三月
		l, ok = stretch{n: 3, unit: byMonth, end: k + 2}, true
	}
	if !ok || l.above > 0 || l.half || l.unit == byYear && l.n > 200 {
		return expr{}, false
	}
	e := expr{i: i, j: l.end, kind: TimeDuration, grain: l.grain(), anchor: s.refAnchor}
	e.point.decade = -1
	surely := false
	switch {
	case hasAt(f, e.j, "以来"), hasAt(f, e.j, "之内"), hasAt(f, e.j, "以内"):
		e.j, surely = e.j+2, true
	case oneOf(runeAt(f, e.j), "来里内间") && !(f[e.j] == '来' && oneOf(runeAt(f, e.j+1), "自到源")):
		e.j, surely = e.j+1, true
	}
	switch f[i] {
	case '近':
		// 近三年 is the last three years at the head of a clause; elsewhere it may be nearly three years.
		if !surely && !(i == 0 || oneOf(runeAt(f, i-1), ",。;:!?\n 在是从、(")) || !surely && oneOf(runeAt(f, e.j), "的时历") {
			return e, false
		}
	case '前':
		if !surely && !(i == 0 || oneOf(runeAt(f, i-1), ",。;:!?\n ")) || l.unit != byYear && !l.weeks || l.n > 3 {
			return e, false
		}
	case '此':
		if !surely {
			return e, false
		}
	}
	now := s.ref
	if l.unit < byHour {
		now = onDay(dayNumber(s.ref.year, s.ref.month, s.ref.day))
	} else if now.hour+now.minute+now.second == 0 {
		return e, false
	} else {
		now.second, now.prec = 0, byMinute
	}
	other := l.shift(now, l.n, sign)
	e.interval = interval{from: now, to: other}
	if sign < 0 {
		e.interval = interval{from: other, to: now}
	}
	return e, true
}

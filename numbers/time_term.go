package numbers

// Terms and seasons of sport run from days that a text does not say: what is known of them is about.

// term is the term or the year of schools that a word names: 本学期, 上个学期, 本学年. Terms are taken for September to January and
// February to July, years of school as 学年 are elsewhere.
func (s *timeReader) term(i, end int, w word) (expr, bool) {
	if !s.hasRef {
		return expr{}, false
	}
	e := expr{i: i, j: end, kind: TimePeriod, grain: "month", anchor: s.refAnchor, ranged: true}
	e.point.decade = -1
	month := 9
	if s.home.yuan() == "TWD" {
		month = 8
	}
	y := s.ref.year
	if w.m > 0 { // 学年
		if s.ref.month < month {
			y--
		}
		y += w.n
		e.grain = "year"
		e.interval = interval{from: moment{year: y, month: month, prec: byMonth}, to: moment{year: y + 1, month: month - 1, prec: byMonth}}
		return e, true
	}
	half := 2 * y // autumn terms are even
	switch {
	case s.ref.month < 2:
		half -= 2
	case s.ref.month < 8:
		half--
	}
	half += w.n
	y = floorDiv(half, 2)
	from, to := moment{year: y, month: month, prec: byMonth, approx: true}, moment{year: y + 1, month: 1, prec: byMonth, approx: true}
	if half&1 != 0 {
		from, to = moment{year: y + 1, month: 2, prec: byMonth, approx: true}, moment{year: y + 1, month: 7, prec: byMonth, approx: true}
	}
	e.interval = interval{from: from, to: to}
	return e, true
}

// match is the season of sport that a word names, of which the year alone is known: 本赛季.
func (s *timeReader) match(i, end int, w word) (expr, bool) {
	if !s.hasRef {
		return expr{}, false
	}
	e := expr{i: i, j: end, kind: TimePeriod, grain: "year", anchor: s.refAnchor}
	e.point.decade, e.point.yearBase = -1, baseRef
	e.interval = years(s.ref.year+w.n, s.ref.year+w.n)
	e.from.approx, e.to.approx = true, true
	return e, true
}

// entered reads 入夏以来 and 开春后: from the season on that began last, or the next one where the text looks ahead.
func (s *timeReader) entered(i, end int, w word) (expr, bool) {
	e := expr{i: i, j: end, kind: TimePeriod, grain: "season", anchor: s.refAnchor}
	e.point.decade, e.point.seasonBase, e.point.season = -1, baseSaid, w.n
	e.interval = single(moment{year: unknownYear, month: w.n, prec: bySeason, noYear: !s.hasRef})
	if s.hasRef {
		// 入秋 is said some weeks before September, and after it begins a season to come only where the text plans for it.
		const early = 30
		last := dayNumber(s.ref.year, s.ref.month, s.ref.day) + early
		begins := func(y int) int { return dayNumber(y, 3*(w.n-21)+3, 1) }
		e.from.year = s.ref.year
		if begins(e.from.year) > last {
			e.from.year--
		}
		if runeAt(s.f, end) == '后' && begins(e.from.year) < last-2*early && (s.looksAhead(&point{i: i, j: end}) || runeAt(s.f, end+1) == '要') {
			e.from.year++
		}
		e.to = e.from
	} else {
		e.anchor = NoAnchor
	}
	e, ok := s.suffixed(e, false)
	return e, ok && e.openTo
}

// wholeHoliday is the public holiday that the text named before: 整个假期.
func (s *timeReader) wholeHoliday(i, end int) (expr, bool) {
	if !s.near(&s.lastHoliday) {
		return expr{}, false
	}
	e := expr{interval: s.lastHoliday.interval, i: i, j: end, kind: TimePeriod, grain: "day", anchor: InText, ranged: true}
	e.point.decade = -1
	return e, true
}

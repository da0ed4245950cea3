package numbers

// school reads the years that do not begin in January and those that two years make: 2025-2026学年, 114学年度, 2023-24赛季,
// 2025财年, and the years of a life or a plan in parentheses, (1920—2003).
func (s *timeReader) school(i int) (expr, bool) {
	f := s.f
	if !isDigit(runeAt(f, i)) || isDigit(runeAt(f, i-1)) {
		return expr{}, false
	}
	n := arabicDateNumber(f, i)
	if n.digits != 4 && n.digits != 3 {
		return expr{}, false
	}
	first, last, k := n.value, n.value, n.end
	if runeAt(f, k) == '年' && n.digits == 4 && oneOf(runeAt(f, k+1), "-—–至/") {
		k++
	}
	if c, ok := connectorAt(f, k); (ok || runeAt(f, k) == '/') && n.digits == 4 {
		if !ok {
			c = k + 1
		}
		m := arabicDateNumber(f, c)
		switch {
		case m.digits == 4:
			last = m.value
		case m.digits == 2 && (first+1)%100 == m.value:
			last = first + 1
		default:
			return expr{}, false
		}
		k = m.end
	}
	if first > last || n.digits == 4 && (first < 1000 || last > 2100) {
		return expr{}, false
	}
	e := expr{i: i, kind: TimePeriod, grain: "year", anchor: Absolute, ranged: first < last}
	e.point.decade, e.point.yearBase = -1, baseSaid
	const life = 120
	if n.digits == 4 && first < last && last-first <= life && runeAt(f, i-1) == '(' && oneOf(runeAt(f, k), "),;") {
		e.interval, e.j = years(first, last), k // (1920—2003)
		return e, true
	}
	if r := runeAt(f, k); r == '年' {
		k++
	}
	switch {
	case hasAt(f, k, "学年"):
		if last > first+1 {
			return expr{}, false
		}
		e.j = k + 2
		if runeAt(f, e.j) == '度' {
			e.j++
		}
		month := 9
		if n.digits == 3 {
			if first < 90 || first > 150 {
				return expr{}, false
			}
			first, month = first+1911, 8
		}
		e.interval = interval{from: moment{year: first, month: month, prec: byMonth}, to: moment{year: first + 1, month: month - 1, prec: byMonth}}
		return e, true
	case n.digits == 3:
	case hasAt(f, k, "赛季"):
		e.j = k + 2
	case hasAt(f, k, "财政年度"):
		e.j = k + 4
	case hasAt(f, k, "财年"):
		e.j = k + 2
	}
	if e.j == 0 || last > first+1 {
		return expr{}, false
	}
	e.interval = years(first, last)
	if first == last && f[e.j-2] != '赛' { // it begins in a month that is not said
		e.from.approx, e.to.approx = true, true
	}
	return e, true
}

package numbers

import "strconv"

// dayNumber counts the days from 1970-01-01 to a date of the proleptic Gregorian calendar; years before 1 are astronomical.
func dayNumber(y, m, d int) int {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
}

// dateOf is the inverse of dayNumber.
func dateOf(n int) (y, m, d int) {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = (mp+2)%12 + 1
	y = yoe + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// monthDays is the length of a month.
func monthDays(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// weekday is the day of the week of a day number, 1 for Monday to 7 for Sunday.
func weekday(n int) int { return n + 4 - floorDiv(n+3, 7)*7 }

// addMonths moves a month by n months.
func addMonths(y, m, n int) (int, int) {
	k := y*12 + m - 1 + n
	y = floorDiv(k, 12)
	return y, k - y*12 + 1
}

// precision is how finely a moment is given.
type precision uint8

const (
	byCentury precision = iota + 1
	byDecade
	byYear
	bySeason
	byMonth
	byWeek // of counts and recurrences only; no moment is a week
	byDay
	byHour
	byMinute
	bySecond
)

// moment is one unit of the calendar: a century, a year, a day, a minute. Fields finer than its precision are zero. A
// season has its EDTF number (21 to 24) as month.
type moment struct {
	year, month, day     int
	hour, minute, second int
	prec                 precision
	noYear, noMonth      bool // not known; the finer fields are
	noDay                bool
	approx               bool
}

// known reports whether the moment has a place in time.
func (m moment) known() bool { return !m.noYear && !m.noMonth && !m.noDay }

// onDay returns the moment of a day number.
func onDay(n int) moment {
	y, m, d := dateOf(n)
	return moment{year: y, month: m, day: d, prec: byDay}
}

// days returns the day number of the first and of the last day of a known moment.
func (m moment) days() (first, last int) {
	switch m.prec {
	case byCentury:
		return dayNumber(m.year, 1, 1), dayNumber(m.year+99, 12, 31)
	case byDecade:
		return dayNumber(m.year, 1, 1), dayNumber(m.year+9, 12, 31)
	case byYear:
		return dayNumber(m.year, 1, 1), dayNumber(m.year, 12, 31)
	case bySeason:
		y, month := addMonths(m.year, 3*(m.month-21)+3, 2)
		return dayNumber(m.year, 3*(m.month-21)+3, 1), dayNumber(y, month, monthDays(y, month))
	case byMonth:
		return dayNumber(m.year, m.month, 1), dayNumber(m.year, m.month, monthDays(m.year, m.month))
	}
	n := dayNumber(m.year, m.month, m.day)
	return n, n
}

// before reports whether m begins before o; both are known or of the same unknown year.
func (m moment) before(o moment) bool {
	a, _ := m.days()
	b, _ := o.days()
	if a != b {
		return a < b
	}
	return m.hour*3600+m.minute*60+m.second < o.hour*3600+o.minute*60+o.second
}

// appendEDTF writes the moment in the notation of ISO 8601-2, what is not known as X.
func (m moment) appendEDTF(b []byte) []byte {
	switch {
	case m.noYear:
		b = append(b, "XXXX"...)
	case m.prec == byCentury:
		b = append(appendPadded(b, m.year/100, 2), "XX"...)
	case m.prec == byDecade:
		b = append(appendPadded(b, m.year/10, 3), 'X')
	default:
		b = appendYear(b, m.year)
	}
	if m.prec >= bySeason {
		b = appendField(b, '-', m.month, m.noMonth)
	}
	if m.prec >= byDay {
		b = appendField(b, '-', m.day, m.noDay)
	}
	if m.prec >= byHour {
		b = appendField(b, 'T', m.hour, false)
	}
	if m.prec >= byMinute {
		b = appendField(b, ':', m.minute, false)
	}
	if m.prec >= bySecond {
		b = appendField(b, ':', m.second, false)
	}
	if m.approx {
		b = append(b, '~')
	}
	return b
}

// appendFirst and appendLast write the first and last day of a moment, or its first and last minute or second.
func (m moment) appendFirst(b []byte) []byte {
	n, _ := m.days()
	return m.appendClock(appendDay(b, n), 0)
}

func (m moment) appendLast(b []byte) []byte {
	_, n := m.days()
	return m.appendClock(appendDay(b, n), 59)
}

func (m moment) appendClock(b []byte, minute int) []byte {
	if m.prec < byHour {
		return b
	}
	if m.prec >= byMinute {
		minute = m.minute
	}
	b = appendField(appendField(b, 'T', m.hour, false), ':', minute, false)
	if m.prec == bySecond {
		b = appendField(b, ':', m.second, false)
	}
	return b
}

func appendDay(b []byte, n int) []byte {
	y, m, d := dateOf(n)
	return appendField(appendField(appendYear(b, y), '-', m, false), '-', d, false)
}

func appendYear(b []byte, y int) []byte {
	if y < 0 {
		b, y = append(b, '-'), -y
	}
	return appendPadded(b, y, 4)
}

func appendField(b []byte, sep byte, v int, unknown bool) []byte {
	b = append(b, sep)
	if unknown {
		return append(b, "XX"...)
	}
	return appendPadded(b, v, 2)
}

func appendPadded(b []byte, v, width int) []byte {
	var digits [20]byte
	s := strconv.AppendInt(digits[:0], int64(v), 10)
	for k := len(s); k < width; k++ {
		b = append(b, '0')
	}
	return append(b, s...)
}

// interval is a stretch of time between two moments, both included. Where nothing is longer than a moment, the two are equal.
type interval struct {
	from, to         moment
	openFrom, openTo bool
	oneOf            bool // some moment of the interval, not all of it
}

func single(m moment) interval { return interval{from: m, to: m} }

func (v interval) edtf() string {
	var buf [64]byte
	b := buf[:0]
	switch {
	case v.openFrom:
		b = v.to.appendEDTF(append(b, "../"...))
	case v.openTo:
		b = append(v.from.appendEDTF(b), "/.."...)
	case v.from == v.to:
		b = v.from.appendEDTF(b)
	case v.oneOf:
		b = append(v.to.appendEDTF(append(v.from.appendEDTF(append(b, '[')), ".."...)), ']')
	default:
		b = v.to.appendEDTF(append(v.from.appendEDTF(b), '/'))
	}
	return string(b)
}

// bounds returns the first and the last day or time of the interval, empty where it is open or not known.
func (v interval) bounds() (from, to string) {
	var buf [32]byte
	if !v.openFrom && v.from.known() {
		from = string(v.from.appendFirst(buf[:0]))
	}
	if !v.openTo && v.to.known() {
		if b := v.to.appendLast(buf[:0]); from == string(b) {
			to = from
		} else {
			to = string(b)
		}
	}
	return from, to
}

package numbers

//go:generate go run ../internal/gen/lunar

// lunarEpoch is the day number of the first day of lunar year 1900, 31 January 1900.
const lunarEpoch = -25537

// lunarLeap is the month of a lunar year that a leap month follows, 0 where the year has none.
func lunarLeap(y int) int { return int(lunarMonths[y-lunarFirst] & 0xF) }

func lunarMonthDays(y, m int, leap bool) int {
	bit := uint32(1) << (16 - m)
	if leap {
		bit = 1 << 16
	}
	if lunarMonths[y-lunarFirst]&bit != 0 {
		return 30
	}
	return 29
}

func lunarYearDays(y int) int {
	n := 0
	for m := 1; m <= 12; m++ {
		n += lunarMonthDays(y, m, false)
	}
	if lunarLeap(y) != 0 {
		n += lunarMonthDays(y, 0, true)
	}
	return n
}

// lunarMonthStart returns the day number of the first day of a lunar month and the month's length. ok is false where the
// year lies outside 1900–2100 or has no such leap month.
func lunarMonthStart(y, m int, leap bool) (n, length int, ok bool) {
	if y < lunarFirst || y > lunarLast || m < 1 || m > 12 || leap && lunarLeap(y) != m {
		return 0, 0, false
	}
	n = lunarEpoch
	for k := lunarFirst; k < y; k++ {
		n += lunarYearDays(k)
	}
	for k := 1; k < m; k++ {
		n += lunarMonthDays(y, k, false)
		if lunarLeap(y) == k {
			n += lunarMonthDays(y, k, true)
		}
	}
	if leap {
		n += lunarMonthDays(y, m, false)
	}
	return n, lunarMonthDays(y, m, leap), true
}

// lunarDay returns the day number of a date of the Chinese calendar.
func lunarDay(y, m, d int, leap bool) (n int, ok bool) {
	n, length, ok := lunarMonthStart(y, m, leap)
	if !ok || d < 1 || d > length {
		return 0, false
	}
	return n + d - 1, true
}

// solarTermDay returns the day number of a solar term of a Gregorian year, counted from 0 for 小寒 in January.
func solarTermDay(y, term int) (n int, ok bool) {
	if y < lunarFirst || y > lunarLast {
		return 0, false
	}
	late := int(termDays[y-lunarFirst] >> (2 * term) & 3)
	return dayNumber(y, term/2+1, int(termEarliest[term])+late), true
}

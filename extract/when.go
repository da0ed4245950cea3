package extract

import (
	"strings"
	"time"

	"github.com/xinwen-go/xinwen/text"
)

var chinaTime = time.FixedZone("", 8*60*60)

// parseMoment finds the first date in s, with the time of day that follows it: RFC 3339, 2021-04-28 16:20, 2021年4月28日16:20,
// 民國110年4月28日 下午4:20. A time without zone is taken as UTC+8.
func parseMoment(s string) (Moment, bool) {
	s = strings.TrimSpace(s)
	if len(s) >= len("2006-01-02T15:04Z") && len(s) < 40 {
		for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05 -0700", time.RFC1123Z, time.RFC1123} {
			if t, err := time.Parse(layout, s); err == nil && plausible(t.Year()) {
				if _, offset := t.Zone(); offset == 0 {
					t = t.In(chinaTime)
				}
				return Moment{Time: t, Minute: true, Zone: true}, true
			}
		}
	}
	m, _, _, ok := findMoment([]rune(text.FoldString(s)))
	return m, ok
}

func plausible(year int) bool { return year >= 1990 && year <= 2100 }

// findMoment finds the first date in folded runes, and the range [i, j) it stands in, with its time of day. Of several dates
// one with a time of day is taken.
func findMoment(f []rune) (m Moment, i, j int, ok bool) {
	for k := 0; k+5 < len(f); k++ {
		var d Moment
		var e int
		var found bool
		switch {
		case isDigit(f[k]) && (k == 0 || !isDigit(f[k-1])):
			if d, e, found = momentAt(f, k); !found {
				d, e, found = englishAt(f, k)
			}
		case isASCIILetter(f[k]) && (k == 0 || !isASCIILetter(f[k-1])):
			d, e, found = englishAt(f, k)
		}
		if !found {
			continue
		}
		if !d.Minute {
			if clock, begin, ok := clockBefore(f, k); ok {
				d.Time, d.Minute, k = d.Time.Add(clock), true, begin
			}
		}
		if !ok || d.Minute {
			m, i, j, ok = d, k, e, true
		}
		if d.Minute {
			break
		}
		k = e - 1
	}
	return m, i, j, ok
}

// momentAt reads the date that begins at k, and the time behind it.
func momentAt(f []rune, k int) (m Moment, end int, ok bool) {
	n, year := digits(f[k:], 8)
	month, day := 0, 0
	end = k + n
	switch {
	case n == 8 && k == 0: // 20210428, all of the text or its beginning
		year, month, day = year/10000, year/100%100, year%100
	case n == 4:
		if end, month = datePart(f, end, "年-/.", 2); month == 0 {
			return m, 0, false
		}
		if end, day = datePart(f, end, "月-/.", 2); day == 0 {
			return m, 0, false
		}
	case (n == 2 || n == 3) && k >= 2 && f[k-1] == '国' && f[k-2] == '民':
		year += 1911
		if end, month = datePart(f, end, "年", 2); month == 0 {
			return m, 0, false
		}
		if end, day = datePart(f, end, "月", 2); day == 0 {
			return m, 0, false
		}
	default:
		return m, 0, false
	}
	if !plausible(year) || month < 1 || month > 12 || day < 1 || day > 31 {
		return m, 0, false
	}
	m.Time = time.Date(year, time.Month(month), day, 0, 0, 0, 0, chinaTime)
	if m.Time.Day() != day {
		return Moment{}, 0, false
	}
	if end < len(f) && f[end] == '日' {
		end++
	}
	if d, e, ok := clock(f, end); ok {
		m.Time, m.Minute, end = m.Time.Add(d), true, e
	}
	return m, end, true
}

const monthNames = "janfebmaraprmayjunjulaugsepoctnovdec"

// englishAt reads a date such as jan 17, 2012 or 17 january 2012 that begins at k.
func englishAt(f []rune, k int) (m Moment, end int, ok bool) {
	day, month, year := 0, 0, 0
	for part := 0; part < 3; part++ {
		for k < len(f) && (f[k] == ' ' || f[k] == ',' || f[k] == '.') {
			k++
		}
		if k >= len(f) {
			return m, 0, false
		}
		if isASCIILetter(f[k]) {
			e := k
			for e < len(f) && isASCIILetter(f[e]) {
				e++
			}
			i := -1
			if e-k >= 3 && e-k <= 9 {
				i = strings.Index(monthNames, string(f[k:k+3]))
			}
			if i < 0 || i%3 != 0 || month > 0 || part == 2 {
				return m, 0, false
			}
			month, k = i/3+1, e
			continue
		}
		n, v := digits(f[k:], 4)
		switch {
		case n == 4 && month > 0 && day > 0:
			year = v
		case (n == 1 || n == 2) && day == 0 && part < 2:
			day = v
		default:
			return m, 0, false
		}
		k += n
	}
	if month == 0 || !plausible(year) || day < 1 || day > 31 {
		return m, 0, false
	}
	m.Time = time.Date(year, time.Month(month), day, 0, 0, 0, 0, chinaTime)
	if m.Time.Day() != day {
		return Moment{}, 0, false
	}
	if d, e, ok := clock(f, k); ok {
		m.Time, m.Minute, k = m.Time.Add(d), true, e
	}
	return m, k, true
}

// datePart reads a separator out of seps and the number of at most limit digits behind it.
func datePart(f []rune, k int, seps string, limit int) (next, value int) {
	for k < len(f) && f[k] == ' ' {
		k++
	}
	if k >= len(f) || !strings.ContainsRune(seps, f[k]) {
		return k, 0
	}
	k++
	for k < len(f) && f[k] == ' ' {
		k++
	}
	n, v := digits(f[k:], limit)
	return k + n, v
}

// digits reads at most limit ASCII digits.
func digits(f []rune, limit int) (n, value int) {
	for n < len(f) && n < limit && isDigit(f[n]) {
		value = value*10 + int(f[n]-'0')
		n++
	}
	return n, value
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

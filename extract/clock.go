package extract

import (
	"slices"
	"time"
)

// clock reads the time of day behind a date: blanks, a day of the week, the name of a zone and a few words may stand between.
func clock(f []rune, k int) (d time.Duration, end int, ok bool) {
	const farthest = 12
	limit := min(len(f), k+farthest)
	afternoon := false
	for k < limit && !isDigit(f[k]) {
		if f[k] == 'h' && k+3 < limit && string(f[k:k+3]) == "hkt" {
			k += 3
			continue
		}
		switch f[k] {
		case ' ', '\u00A0', 't', '(', ')', '[', ']', '【', '】', '|', ',', '-', '/', softBreak, '星', '期', '周', '一', '二', '三', '四', '五', '六', '日', '时', '间', ':', '早', '上', '午', '凌', '晨', '于', '发', '布':
		case '下', '晚', 'p':
			afternoon = true
		case 'm', 'a':
		default:
			return 0, 0, false
		}
		k++
	}
	if k >= limit {
		return 0, 0, false
	}
	return timeOfDay(f, k, afternoon)
}

// timeOfDay reads the time of day that begins with the digit at k: 16:15, 16:15:07, 9时05分, 4:15 pm.
func timeOfDay(f []rune, k int, afternoon bool) (d time.Duration, end int, ok bool) {
	n, hour := digits(f[k:], 2)
	if n == 0 || hour > 23 || k+n >= len(f) || f[k+n] != ':' && f[k+n] != '时' && f[k+n] != '点' {
		return 0, 0, false
	}
	k += n + 1
	for k < len(f) && f[k] == ' ' {
		k++
	}
	n, minute := digits(f[k:], 2)
	if n != 2 || minute > 59 {
		return 0, 0, false
	}
	k += n
	second := 0
	if k < len(f) && (f[k] == ':' || f[k] == '分') {
		if n, v := digits(f[k+1:], 2); n == 2 && v < 60 {
			second, k = v, k+1+n
		} else if f[k] == '分' {
			k++
		}
	}
	rest := k
	for rest < len(f) && f[rest] == ' ' {
		rest++
	}
	if rest+1 < len(f) && f[rest+1] == 'm' && (rest+2 == len(f) || f[rest+2] < 'a' || f[rest+2] > 'z') {
		afternoon = afternoon || f[rest] == 'p'
		if f[rest] == 'a' && hour == 12 {
			hour = 0
		}
		k = rest + 2
	}
	if afternoon && hour < 12 {
		hour += 12
	}
	return time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second, k, true
}

// clockBefore reads the time of day that stands right before the date at k, as in 12:30 2019/04/09, and where it begins.
func clockBefore(f []rune, k int) (d time.Duration, begin int, ok bool) {
	end := k
	for end > 0 && isGap(f[end-1]) {
		end--
	}
	begin = end
	for begin > 0 && end-begin < len("16:15:07") && (isDigit(f[begin-1]) || f[begin-1] == ':') {
		begin--
	}
	for begin < end && f[begin] == ':' { // 发布时间:12:05
		begin++
	}
	if end == k || end == begin {
		return 0, k, false
	}
	d, e, ok := timeOfDay(f, begin, false)
	return d, begin, ok && e == end
}

// bareClock reads a line that gives the time of day without the day: 【16:15】 with the tools of the page behind it, or 16:15.
func bareClock(l *line) (d time.Duration, ok bool) {
	const longest = 40
	if l.chars > longest || l.ends > 0 {
		return 0, false
	}
	f := []rune(l.folded)
	k := 0
	if opensBracket(f[0]) {
		k = 1
	}
	if k >= len(f) || !isDigit(f[k]) {
		return 0, false
	}
	d, e, ok := timeOfDay(f, k, false)
	return d, ok && (e == len(f) && k == 0 || e < len(f) && k == 1 && closesBracket(f[e]))
}

// leapDay is a day to find times by where only their form counts.
var leapDay = time.Date(2024, 2, 29, 12, 0, 0, 0, chinaTime)

// yearless reads the first day without a year that a time of day stands behind, 06-21 07:00 or 3月5日 20:31: the latest one not
// after the day of a moment near it.
func yearless(f []rune, near time.Time) (m Moment, ok bool) {
	const margin = 36 * time.Hour // a page may be of another zone
	for k := range f {
		if !isDigit(f[k]) || k > 0 && (isDigit(f[k-1]) || slices.Contains([]rune("-/.年:"), f[k-1])) {
			continue
		}
		n, month := digits(f[k:], 2)
		end, day := datePart(f, k+n, "月-/.", 2)
		if day == 0 || month < 1 || month > 12 || end < len(f) && (f[end] == '-' || f[end] == '/' || f[end] == '.') {
			continue
		}
		if end < len(f) && f[end] == '日' {
			end++
		}
		d, _, found := clock(f, end)
		if !found {
			continue
		}
		t := time.Date(near.Year(), time.Month(month), day, 0, 0, 0, 0, chinaTime)
		if t.Day() != day {
			continue
		}
		if t = t.Add(d); t.After(near.Add(margin)) {
			t = t.AddDate(-1, 0, 0)
		}
		return Moment{Time: t, Minute: true}, true
	}
	return Moment{}, false
}

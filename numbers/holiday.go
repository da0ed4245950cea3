package numbers

// holiday is a day of the year with a name: a fixed Gregorian date, a date of the Chinese calendar, the nth weekday of a
// month, or a solar term.
type holiday struct {
	names      string // separated by spaces; as the vocabulary reads them
	rule       holidayRule
	month, day int // nth-weekday rule: day is 10*n + weekday; term rule: month is the term
	length     int // days of the public holiday (假期, 黄金周, 期间), 0 where it varies
}

type holidayRule uint8

const (
	fixedDay holidayRule = iota
	lunarDate
	nthWeekday
	solarTerm
	newYearEve // the day before the lunar new year
)

// holidays are named so that the name alone is a time. Names that are common words too (大雪, 国庆 as a given name, 十一) are
// in weakHolidays, which want a word beside them.
var holidays = []holiday{
	{"元旦 元旦节 阳历新年", fixedDay, 1, 1, 0},
	{"情人节 圣瓦伦丁节", fixedDay, 2, 14, 0},
	{"妇女节 三八妇女节 三八节 国际妇女节 三八国际妇女节 “三八”妇女节 “三八”国际妇女节", fixedDay, 3, 8, 0},
	{"女生节", fixedDay, 3, 7, 0},
	{"植树节", fixedDay, 3, 12, 0},
	{"国际消费者权益日", fixedDay, 3, 15, 0},
	{"愚人节", fixedDay, 4, 1, 0},
	{"劳动节 五一劳动节 国际劳动节 五一国际劳动节 五一节 “五一”劳动节 “五一”国际劳动节", fixedDay, 5, 1, 5},
	{"青年节 五四青年节 “五四”青年节", fixedDay, 5, 4, 0},
	{"护士节 国际护士节", fixedDay, 5, 12, 0},
	{"儿童节 六一儿童节 六一国际儿童节 国际儿童节 “六一”儿童节 “六一”国际儿童节", fixedDay, 6, 1, 0},
	{"世界环境日", fixedDay, 6, 5, 0},
	{"建党节 七一建党节 “七一”建党节", fixedDay, 7, 1, 0},
	{"建军节 八一建军节 “八一”建军节", fixedDay, 8, 1, 0},
	{"台湾父亲节", fixedDay, 8, 8, 0},
	{"教师节", fixedDay, 9, 10, 0},
	{"国庆节 “十一”国庆节 十一国庆节", fixedDay, 10, 1, 7},
	{"万圣节", fixedDay, 11, 1, 0},
	{"光棍节 双十一 双11 “双十一” “双11”", fixedDay, 11, 11, 0},
	{"双十二 双12 “双十二” “双12”", fixedDay, 12, 12, 0},
	{"国家公祭日", fixedDay, 12, 13, 0},
	{"澳门回归纪念日", fixedDay, 12, 20, 0},
	{"香港回归纪念日", fixedDay, 7, 1, 0},
	{"平安夜 圣诞夜 圣诞前夜", fixedDay, 12, 24, 0},
	{"圣诞节", fixedDay, 12, 25, 0},
	{"春节 大年初一 年初一 农历新年 农历春节", lunarDate, 1, 1, 7},
	{"大年初二 年初二", lunarDate, 1, 2, 0},
	{"大年初三 年初三", lunarDate, 1, 3, 0},
	{"大年初四 年初四", lunarDate, 1, 4, 0},
	{"大年初五 年初五", lunarDate, 1, 5, 0},
	{"大年初六 年初六", lunarDate, 1, 6, 0},
	{"大年初七 年初七", lunarDate, 1, 7, 0},
	{"大年初八 年初八", lunarDate, 1, 8, 0},
	{"大年初九 年初九", lunarDate, 1, 9, 0},
	{"大年初十 年初十", lunarDate, 1, 10, 0},
	{"元宵节 元宵佳节 农历元宵", lunarDate, 1, 15, 0},
	{"端午 端午节 端午佳节", lunarDate, 5, 5, 0},
	{"七夕 七夕节", lunarDate, 7, 7, 0},
	{"中元节", lunarDate, 7, 15, 0},
	{"中秋 中秋节 中秋佳节", lunarDate, 8, 15, 0},
	{"重阳节 重阳佳节", lunarDate, 9, 9, 0},
	{"腊八节", lunarDate, 12, 8, 0},
	{"除夕 除夕夜 大年三十 年三十 大年夜", newYearEve, 0, 0, 0},
	{"母亲节", nthWeekday, 5, 27, 0},
	{"父亲节", nthWeekday, 6, 37, 0},
	{"感恩节", nthWeekday, 11, 44, 0},
	{"清明节", solarTerm, 6, 0, 0},
	{"立春", solarTerm, 2, 0, 0},
	{"惊蛰", solarTerm, 4, 0, 0},
	{"春分", solarTerm, 5, 0, 0},
	{"立夏", solarTerm, 8, 0, 0},
	{"芒种", solarTerm, 10, 0, 0},
	{"夏至", solarTerm, 11, 0, 0},
	{"立秋", solarTerm, 14, 0, 0},
	{"秋分", solarTerm, 17, 0, 0},
	{"立冬", solarTerm, 20, 0, 0},
	{"冬至", solarTerm, 23, 0, 0},
}

// weakHolidays are times only after a year (2017年大寒, 去年国庆) or before a word such as 期间 and 节气.
var weakHolidays = []holiday{
	{"国庆", fixedDay, 10, 1, 7},
	{"五一 “五一”", fixedDay, 5, 1, 5},
	{"十一 “十一”", fixedDay, 10, 1, 7},
	{"圣诞", fixedDay, 12, 25, 0},
	{"元宵", lunarDate, 1, 15, 0},
	{"过年", lunarDate, 1, 1, 0},
	{"小寒", solarTerm, 0, 0, 0},
	{"大寒", solarTerm, 1, 0, 0},
	{"雨水", solarTerm, 3, 0, 0},
	{"清明", solarTerm, 6, 0, 0},
	{"谷雨", solarTerm, 7, 0, 0},
	{"小满", solarTerm, 9, 0, 0},
	{"小暑", solarTerm, 12, 0, 0},
	{"大暑", solarTerm, 13, 0, 0},
	{"处暑", solarTerm, 15, 0, 0},
	{"白露", solarTerm, 16, 0, 0},
	{"寒露", solarTerm, 18, 0, 0},
	{"霜降", solarTerm, 19, 0, 0},
	{"小雪", solarTerm, 21, 0, 0},
	{"大雪", solarTerm, 22, 0, 0},
}

// onYear returns the day number of the holiday that falls in a Gregorian year.
func (h *holiday) onYear(y int) (n int, ok bool) {
	switch h.rule {
	case lunarDate:
		n, ok = lunarDay(y, h.month, h.day, false)
		if h.month == 12 && ok {
			if before, ok := lunarDay(y-1, h.month, h.day, false); ok {
				if in, _, _ := dateOf(before); in == y {
					return before, true
				}
			}
		}
		return n, ok
	case newYearEve:
		n, ok = lunarDay(y, 1, 1, false)
		return n - 1, ok
	case nthWeekday:
		return nthWeekdayOf(y, h.month, h.day/10, h.day%10), true
	case solarTerm:
		return solarTermDay(y, h.month)
	}
	return dayNumber(y, h.month, h.day), true
}

// days returns the days of the public holiday in a year, together with those of another that is kept with it: one day longer,
// from the earlier of the two on.
func (h *holiday) days(y int, joint *holiday) interval {
	n, _ := h.onYear(y)
	length := h.length
	if joint != nil {
		length++
		if m, ok := joint.onYear(y); ok {
			n = min(n, m)
		}
	}
	return interval{from: onDay(n), to: onDay(n + length - 1)}
}

// nthWeekdayOf returns the day number of the nth weekday wd (1 for Monday) of a month, counted from the end for n < 0.
func nthWeekdayOf(y, m, n, wd int) int {
	if n < 0 {
		last := dayNumber(y, m, monthDays(y, m))
		return last - (weekday(last)-wd+7)%7 + 7*(n+1)
	}
	first := dayNumber(y, m, 1)
	return first + (wd-weekday(first)+7)%7 + 7*(n-1)
}

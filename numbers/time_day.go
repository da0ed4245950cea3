package numbers

// dayPart reads a day: its number, a word such as 昨天, a holiday, a weekday or a week.
func (s *timeReader) dayPart(p *point, prev int, a *point) {
	if p.same {
		return
	}
	f, k := s.f, s.glue(p)
	if a != nil && a.holiday != nil && (a.holiday.rule == lunarDate || a.holiday.rule == newYearEve) && p.j == p.i && runeAt(f, k) == '初' {
		p.monthBase, p.month = baseSaid, 1 // 除夕至初三
	}
	if d, end, ok := s.lunarDayAt(k, p); ok {
		p.dayBase, p.day, p.lunar, p.j = baseSaid, d, true, end
		return
	}
	if n := readDateNumber(f, k); n.value >= 1 && n.value <= 31 && n.digits <= 3 {
		unit := s.space(n.end)
		r := runeAt(f, unit)
		inMonth := p.monthBase != 0 || p.every == byMonth
		bare := p.j == p.i
		switch {
		case r == '日' && (inMonth || bare && s.bareDay(n, unit, prev, a)), r == '号' && (inMonth || bare && (a != nil && a.dayBase != 0 || s.partAt(unit+1))):
			p.dayBase, p.day, p.j = baseSaid, n.value, unit+1
			s.weekdayInside(p)
		case inMonth || bare:
			if c, ok := s.sharesUnit(n, "日号"); ok && (inMonth || s.bareDay(n, n.end, prev, a)) && (inMonth || runeAt(f, n.end) != '、') {
				p.dayBase, p.day, p.j, p.shared = baseSaid, n.value, n.end, c
			} else if (p.lunar || hasAt(f, n.end, "中秋") || hasAt(f, n.end, "元宵")) && inMonth && n.style == inWords && (n.digits >= 2 && n.value >= 10 || n.digits == 1 && !isHan(runeAt(f, n.end))) {
				p.dayBase, p.day, p.j, p.lunar = baseSaid, n.value, n.end, true // 农历八月十五
			}
		}
		if p.j > k {
			return
		}
	}
	if p.monthBase != 0 || p.yearBase != 0 || p.every != 0 {
		if s.nthPart(p, k) {
			return
		}
	}
	if p.j == p.i && oneOf(runeAt(f, k), "今明") && runeAt(f, k+1) == '起' { // 今起
		p.dayBase, p.j = baseRef, k+1
		if f[k] == '明' {
			p.day = 1
		}
		return
	}
	w, end, ok := s.word(k)
	if !ok {
		return
	}
	switch w.kind {
	case wordDay:
		if p.monthBase == 0 && p.every == 0 && !(p.j == p.i && runeAt(f, k-1) == '《') {
			p.dayBase, p.day, p.part, p.j = w.base, w.n, w.m, end
		}
	case wordHoliday:
		if h := &holidays[w.n]; p.monthBase == 0 && (h.rule != solarTerm || p.j > p.i || f[end-1] == '节' || !s.insideName(k)) {
			p.holiday, p.j = h, end
			s.holidayEnd(p)
		}
	case wordWeak:
		if p.monthBase == 0 && ((p.yearBase != 0 || p.every != 0) && (!isNumeral(f[end-1]) || !isHan(runeAt(f, end)) || oneOf(runeAt(f, end), "前后假长黄期出旅国")) || s.holidayMeant(end)) {
			p.holiday, p.j = &weakHolidays[w.n], end
			s.holidayEnd(p)
		}
	case wordWeekday:
		if p.monthBase == 0 && p.yearBase == 0 && p.every == 0 {
			p.weekBase, p.week, p.weekday, p.j = w.base, w.n, w.m, end
			if w.base == baseEvery {
				p.every = byWeek
			}
		}
	case wordWeek:
		if p.monthBase == 0 && p.yearBase == 0 && p.every == 0 {
			p.weekBase, p.week, p.j = w.base, w.n, end
			if w, end, ok := s.hasWord(s.glue(p), wordWeekday); ok && w.base == baseNone {
				p.weekday, p.j = w.m, end // 下周周六
			}
		}
	}
}

// lunarDayAt reads 初八 and 廿二, which only the Chinese calendar has, after a month.
func (s *timeReader) lunarDayAt(k int, p *point) (d, end int, ok bool) {
	if p.monthBase != baseSaid {
		return 0, 0, false
	}
	switch runeAt(s.f, k) {
	case '初':
		n := readDateNumber(s.f, k+1)
		if n.value < 1 || n.value > 10 {
			return 0, 0, false
		}
		return n.value, n.end, true
	case '廿':
		n := readDateNumber(s.f, k)
		end := n.end
		if runeAt(s.f, end) == '日' {
			return 0, 0, false // 四月廿八日 may be of either calendar
		}
		return n.value, end, n.value >= 20 && n.value <= 29
	}
	return 0, 0, false
}

// bareDay reports whether 28日 without a month is a date: no length of time, no count, no name.
func (s *timeReader) bareDay(n dateNumber, unit, prev int, a *point) bool {
	f := s.f
	second := a != nil && a.dayBase == baseSaid
	if second && a.monthBase != 0 {
		return true
	}
	before, next := runeAt(f, prev-1), runeAt(f, unit+1)
	if !second && oneOf(before, "近连续后前每第满约达超逾过共首仅历足余多数期隔长整全单头半几个年.") || !second && (isLetter(before) || isNumeral(before)) {
		return false
	}
	if runeAt(f, unit) == '日' && !s.partAt(unit+1) && !hasAt(f, unit+1, "内蒙") && (oneOf(next, "游均线内元平年经常夜程产增耗活用留后龙子薪租票自") || next == '前' && !oneOf(before, "于在") && n.value <= 10 || oneOf(next, "以之") && oneOf(runeAt(f, unit+2), "内来上下前后") || next == '来' && !oneOf(runeAt(f, unit+2), "到访华京自临") || hasAt(f, unit+1, "上诉")) {
		return false
	}
	if m := readDateNumber(f, unit+1); m.digits == 1 && oneOf(runeAt(f, m.end), "次夜晚餐片") {
		return false // 1日3次, 5日4夜
	}
	if second {
		return true
	}
	for _, w := range [...]string{"拘留", "为期", "连续", "历时", "共计", "最长", "最多", "最少", "至少", "不少于", "不超过", "长达", "未满"} {
		if endsAt(f, prev, w) {
			return false
		}
	}
	if n.style == inDigits {
		return n.digits <= 2
	}
	opens := prev == 0 || oneOf(before, ",。;:!?\n ()、于在到至从自") || s.partAt(unit+1) || oneOf(next, "电讯")
	return n.value >= 10 && opens || n.digits == 1 && n.style == inWords && n.value != 2 && (s.partAt(unit+1) || oneOf(next, "电讯"))
}

// partAt reports whether a part of the day or a clock time stands at rune k: 28日晚, 8号下午.
func (s *timeReader) partAt(k int) bool {
	if _, _, ok := s.hasWord(k, wordPart); ok {
		return true
	}
	if oneOf(runeAt(s.f, k), "晚早晨") {
		return true
	}
	n := readDateNumber(s.f, s.space(k))
	return n.value >= 0 && n.value <= 24 && oneOf(runeAt(s.f, n.end), "时点:")
}

// weekdayInside reads the weekday in parentheses after a date: 4月28日(星期三).
func (s *timeReader) weekdayInside(p *point) {
	k := s.space(p.j)
	open := runeAt(s.f, k) == '('
	if open {
		k++
	}
	if w, end, ok := s.hasWord(k, wordWeekday); ok && w.base == baseNone && w.m <= 7 {
		switch {
		case open && runeAt(s.f, end) == ')':
			p.j = end + 1
		case !open:
			p.j = end
		}
	}
}

// nthPart reads 第二周, 第一个周日, 第10天, 最后一天, 前4天 of a month or year.
func (s *timeReader) nthPart(p *point, k int) bool {
	f, sign := s.f, 1
	if runeAt(f, k) == '首' && sign > 0 { // 八月首周, 10月首日
		switch {
		case runeAt(f, k+1) == '周' && !oneOf(runeAt(f, k+2), "年期岁末"):
			p.nth, p.nthUnit, p.j = 1, byWeek, k+2
		case runeAt(f, k+1) == '日':
			p.nth, p.nthUnit, p.j = 1, byDay, k+2
		default:
			return false
		}
		return true
	}
	switch {
	case runeAt(f, k) == '第':
		k++
	case hasAt(f, k, "倒数第"):
		k, sign = k+3, -1
	case hasAt(f, k, "最后"):
		k, sign = k+2, -1
	case runeAt(f, k) == '前' && p.monthBase != 0:
		n := readDateNumber(f, k+1)
		if n.value >= 1 && n.value <= 31 && oneOf(runeAt(f, n.end), "天日") {
			p.firstN, p.firstUnit, p.j = n.value, byDay, n.end+1
			return true
		}
		return false
	default:
		return false
	}
	last := sign < 0 && f[k-1] == '后'
	n := readDateNumber(f, k)
	if n.value < 1 || n.value > 366 {
		return false
	}
	e := n.end
	counted := runeAt(f, e) == '个'
	if counted {
		e++
	}
	switch {
	case runeAt(f, e) == '天' || runeAt(f, e) == '日' && n.value <= 31 && !last:
		if last && n.value > 1 {
			if p.monthBase == 0 {
				return false
			}
			p.firstN, p.firstUnit, p.j = -n.value, byDay, e+1
			return true
		}
		p.nth, p.nthUnit, p.j = sign*n.value, byDay, e+1
	case runeAt(f, e) == '月' && p.monthBase == 0 && n.value <= 12 && sign > 0: // 第8个月
		p.monthBase, p.month, p.j = baseSaid, n.value, e+1
	default:
		w, end, ok := s.hasWord(e, wordWeekday)
		switch {
		case ok && w.base == baseNone && (p.monthBase != 0 || p.every == byMonth) && n.value <= 5 && w.m <= 7:
			p.nth, p.nthUnit, p.weekday, p.j = sign*n.value, byMonth, w.m, end
		case hasAt(f, e, "星期") || hasAt(f, e, "礼拜"):
			p.nth, p.nthUnit, p.j = sign*n.value, byWeek, e+2
		case runeAt(f, e) == '周' && !oneOf(runeAt(f, e+1), "年期岁") && n.value <= 53:
			p.nth, p.nthUnit, p.j = sign*n.value, byWeek, e+1
		default:
			return false
		}
	}
	return true
}

var holidayWords = [...]string{"小长假", "长假", "假期", "黄金周", "连假"}

// holidayEnd reads the words for the whole of a public holiday.
func (s *timeReader) holidayEnd(p *point) {
	if w, end, ok := s.word(p.j); ok && (w.kind == wordHoliday || w.kind == wordWeak) && s.holidayMeant(end) {
		list := holidays // 国庆中秋假期
		if w.kind == wordWeak {
			list = weakHolidays
		}
		if h := &list[w.n]; (h.length > 0) != (p.holiday.length > 0) {
			p.joint, p.j = h, end
			if h.length > 0 {
				p.holiday, p.joint = h, p.holiday
			}
		}
	}
	for _, w := range holidayWords {
		if hasAt(s.f, p.j, w) {
			p.long, p.j = true, p.j+len([]rune(w))
			break
		}
	}
	if p.holiday.length > 0 && s.holidayDay(p) {
		return
	}
	if hasAt(s.f, p.j, "节气") {
		p.j += 2
	}
}

// holidayDay reads which of its days: 首日, 首四日, and 前三天 of a 假期.
func (s *timeReader) holidayDay(p *point) bool {
	k, first := p.j+1, runeAt(s.f, p.j)
	if first == '首' && runeAt(s.f, k) == '日' {
		p.nth, p.nthUnit, p.j = 1, byDay, k+1
		return true
	}
	n := readDateNumber(s.f, k)
	if n.value < 1 || n.value > p.holiday.length || !oneOf(runeAt(s.f, n.end), "日天") {
		return false
	}
	switch {
	case first == '首', first == '前' && p.long:
		p.firstN, p.firstUnit, p.j = n.value, byDay, n.end+1
	case first == '第' && p.long:
		p.nth, p.nthUnit, p.j = n.value, byDay, n.end+1
	default:
		return false
	}
	return true
}

// travel reports whether a word for the traffic of a holiday stands before 期间 at rune k: 疏运期间.
func (s *timeReader) travel(k int) bool {
	if !hasAt(s.f, k+2, "期间") {
		return false
	}
	for _, w := range [...]string{"疏运", "运输", "出行", "出游", "旅游", "返程", "连休", "双节"} {
		if hasAt(s.f, k, w) {
			return true
		}
	}
	return false
}

// insideName reports whether the runes before k make a solar term part of a name (the given name of 刘立春).
func (s *timeReader) insideName(k int) bool {
	r := runeAt(s.f, k-1)
	return isHan(r) && !oneOf(r, "到在于至逢值是今年日过了从为")
}

// holidayMeant reports whether what follows a name that is an everyday word too makes it a holiday.
func (s *timeReader) holidayMeant(k int) bool {
	for _, w := range [...]string{"假期", "长假", "小长假", "黄金周", "期间", "节气", "首日", "连假", "前夕", "前后", "当天", "当日", "七天", "八天", "中秋", "双节", "出游", "出行", "出境", "旅游", "返程"} {
		if hasAt(s.f, k, w) {
			return true
		}
	}
	return false
}

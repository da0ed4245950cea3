package numbers

// clock reads a part of the day and a time of the clock.
func (s *timeReader) clock(p *point, prev int, a *point) {
	f := s.f
	if p.same || p.third != 0 || (p.finest() != levelDay && p.j > p.i && p.every != byDay && p.every != byWeek) || p.nthUnit == byWeek || p.weekBase != 0 && p.weekday == 0 {
		return
	}
	k := s.glue(p)
	part, end := 0, k
	if w, e, ok := s.hasWord(k, wordPart); ok {
		part, end = w.n, e
	} else if r, next := runeAt(f, k), runeAt(f, k+1); oneOf(r, "晚早晨") && (isNumeral(next) && (p.j > p.i || s.hourAt(k+1)) || p.j > p.i && k == p.j && (r == '晚' && !oneOf(next, "会宴报餐年辈点期婚高霞了于") || r == '晨' && !oneOf(next, "报跑练光会曦"))) {
		part, end = partMorning, k+1
		if r == '晚' {
			part = partNight
		}
	}
	context := p.j > p.i || part != 0 || a != nil && a.clock != 0
	if part != 0 {
		if p.j == p.i && !s.hourAt(end) && a == nil {
			return
		}
		p.part, p.j = part, end
		k = s.glue(p)
	}
	if k == p.j && k == p.i && !context && !s.bareClock(k, prev) {
		return
	}
	s.clockNumber(p, k, context)
}

// hourAt reports whether an hour stands at rune k, perhaps after 的.
func (s *timeReader) hourAt(k int) bool {
	if r := runeAt(s.f, k); r == '的' || r == ' ' {
		k++
	}
	n := readDateNumber(s.f, k)
	if n.value < 0 || n.value > 24 || n.end == k || n.digits > 3 {
		return false
	}
	if s.hourSign(n.end) || runeAt(s.f, n.end) == ':' && isDigit(runeAt(s.f, n.end+1)) {
		return true
	}
	c, ok := s.sharesUnit(n, "点时")
	return ok && c > 0 || s.approxHour(n, k)
}

// approxHour reads two neighbouring hours, 七八点.
func (s *timeReader) approxHour(n dateNumber, k int) bool {
	return n.style == inPositions && n.digits == 2 && n.value%10 == n.value/10+1 && s.hourSign(n.end)
}

// hourSign reports whether 时 or 点 at rune k ends an hour, not 时代, 点名 or a decimal point.
func (s *timeReader) hourSign(k int) bool {
	next := runeAt(s.f, k+1)
	switch runeAt(s.f, k) {
	case '时':
		if next == '限' && oneOf(runeAt(s.f, k+2), "行号流") { // 6时至22时限行
			return true
		}
		return !oneOf(next, "候代段间限速装尚长差隔空事局评常不机")
	case '点':
		return !oneOf(next, "名击赞评燃心子拨缀滴数位阵个")
	}
	return false
}

// bareClock reports whether figures without a date or a part of the day beside them are a time of the clock: 14:30, 9时30分,
// but no score and no ratio.
func (s *timeReader) bareClock(k, prev int) bool {
	f := s.f
	n := readDateNumber(f, k)
	before := runeAt(f, prev-1)
	if n.value < 0 || n.value > 24 || n.end == k || n.digits > 3 || isLetter(before) || oneOf(before, ".:/-+%第.") || isNumeral(before) {
		return false
	}
	if runeAt(f, n.end) == ':' {
		m := readDateNumber(f, n.end+1)
		if n.style != inDigits || m.style != inDigits || m.digits != 2 || m.value > 59 {
			return false
		}
		if oneOf(before, "以比分") || oneOf(runeAt(f, m.end), "%比胜负") {
			return false
		}
		if n.digits == 1 && runeAt(f, m.end) != ':' && !isMeridiem(f, s.space(m.end)) {
			if c, ok := connectorAt(f, m.end); !ok || !isDigit(runeAt(f, c)) {
				return false
			}
		}
		return !s.scoring(k)
	}
	if !s.hourSign(n.end) {
		return false
	}
	k = n.end + 1
	if f[n.end] == '时' {
		for _, w := range [...]string{"以", "用时", "耗时", "历时", "成绩", "成绩为", "跑出", "长达", "总计", "仅"} {
			if endsAt(f, prev, w) {
				return false // the time of a runner
			}
		}
		if n.style == inDigits {
			return true
		}
	}
	switch r := runeAt(f, k); {
	case hasAt(f, k, "许"), r == '整', r == '半' && f[n.end] == '点', r == '钟' && f[n.end] == '点', hasAt(f, k, "左右"):
		return true
	case hasAt(f, k, "一刻"), hasAt(f, k, "三刻"), hasAt(f, k, "1刻"), hasAt(f, k, "3刻"):
		return true
	}
	m := readDateNumber(f, k)
	if m.style == inDigits && m.digits == 2 && m.value <= 59 && f[n.end] == '点' && (!isHan(runeAt(f, m.end)) && !oneOf(runeAt(f, m.end), ".%") || connects(f, m.end)) {
		return true // 11点05
	}
	if m.style == inWords && m.digits >= 2 && m.value >= 10 && m.value <= 59 && f[n.end] == '点' && !isHan(runeAt(f, m.end)) {
		return true // 十六点四十; a decimal is read digit by digit
	}
	return m.end > k && m.value >= 0 && m.value <= 59 && runeAt(f, m.end) == '分' && !oneOf(runeAt(f, m.end+1), "之钟的成比")
}

// scoring reports whether the words around rune k speak of a match.
func (s *timeReader) scoring(k int) bool {
	for i := max(k-12, 0); i < min(k+16, len(s.f)); i++ {
		switch s.f[i] {
		case '胜', '败', '负', '局':
			return true
		case '比', '领', '落', '逆':
			if hasAt(s.f, i, "比分") || hasAt(s.f, i, "领先") || hasAt(s.f, i, "落后") || hasAt(s.f, i, "逆转") {
				return true
			}
		}
	}
	return false
}

func isMeridiem(f []rune, k int) bool {
	return (runeAt(f, k) == 'a' || runeAt(f, k) == 'p') && (runeAt(f, k+1) == 'm' || hasAt(f, k+1, ".m"))
}

// clockNumber reads hour, minute and second at rune k, in either writing.
func (s *timeReader) clockNumber(p *point, k int, context bool) {
	f := s.f
	n := readDateNumber(f, k)
	if n.end == k || n.digits > 3 {
		return
	}
	if s.approxHour(n, k) {
		return
	}
	if n.value < 0 || n.value > 24 {
		return
	}
	hour := n.value
	switch {
	case runeAt(f, n.end) == ':' && n.style == inDigits:
		m := readDateNumber(f, n.end+1)
		if m.style != inDigits || m.digits != 2 || m.value > 59 {
			return
		}
		p.clock, p.hour, p.minute, p.j = byMinute, hour, m.value, m.end
		if runeAt(f, p.j) == ':' {
			if sec := readDateNumber(f, p.j+1); sec.style == inDigits && sec.digits == 2 && sec.value <= 60 {
				p.clock, p.second, p.j = bySecond, min(sec.value, 59), sec.end
			}
		}
		if e := s.space(p.j); isMeridiem(f, e) {
			if f[e] == 'p' && p.part == 0 {
				p.part = partAfter
			} else if p.part == 0 {
				p.part = partMorning
			}
			p.j = e + 2
			if f[e+1] == '.' {
				p.j++
			}
			if runeAt(f, p.j) == '.' {
				p.j++
			}
		}
		if oneOf(runeAt(f, p.j), "时分") && !oneOf(runeAt(f, p.j+1), "候间代") {
			p.j++
		}
	case s.hourSign(n.end):
		s.hourWords(p, hour, n.end, context)
	default:
		if c, ok := s.sharesUnit(n, "点时"); ok && context {
			p.clock, p.hour, p.j, p.shared = byHour, hour, n.end, c
		}
	}
}

// hourWords reads what follows an hour: 30分, 半, 一刻, 整.
func (s *timeReader) hourWords(p *point, hour, sign int, context bool) {
	f, k := s.f, sign+1
	dot := f[sign] == '点'
	p.clock, p.hour, p.j = byHour, hour, k
	if dot && runeAt(f, k) == '钟' {
		k++
		p.j = k
	}
	m := readDateNumber(f, k)
	switch {
	case runeAt(f, k) == '半' && !oneOf(runeAt(f, k+1), "数个年天"):
		p.clock, p.minute, p.j = byMinute, 30, k+1
	case (m.value == 1 || m.value == 3) && m.digits == 1 && runeAt(f, m.end) == '刻':
		p.clock, p.minute, p.j = byMinute, 15*m.value, m.end+1
		if runeAt(f, p.j) == '钟' {
			p.j++
		}
	case m.end > k && m.value >= 0 && m.value <= 59 && m.digits <= 3 && (runeAt(f, m.end) == '分' && !oneOf(runeAt(f, m.end+1), "之")):
		p.clock, p.minute, p.j = byMinute, m.value, m.end+1
		if runeAt(f, p.j) == '钟' {
			p.j++
		}
		if sec := readDateNumber(f, p.j); sec.end > p.j && sec.value >= 0 && sec.value <= 59 && runeAt(f, sec.end) == '秒' {
			p.clock, p.second, p.j = bySecond, sec.value, sec.end+1
		}
	case dot && (context || m.style == inDigits || m.value >= 10) && m.style != 0 && m.digits >= 2 && m.value >= 0 && m.value <= 59 && (!isHan(runeAt(f, m.end)) || m.style == inDigits && (connects(f, m.end) || context && oneOf(runeAt(f, m.end), "的在开出举召播准"))):
		p.clock, p.minute, p.j = byMinute, m.value, m.end
	}
	switch r := runeAt(f, p.j); {
	case r == '许', r == '整' && !oneOf(runeAt(f, p.j+1), "个体"), r == '多' && dot:
		p.j++
		if r == '多' && runeAt(f, p.j) == '钟' {
			p.j++
		}
	}
}

func connects(f []rune, k int) bool {
	_, ok := connectorAt(f, k)
	return ok
}

// numericDate reads a date written in figures and signs: 2021-04-28, 2021/4/28, 2021.4.28, 20210428, 2021-04, and 04-28 before
// a time of the clock.
func (s *timeReader) numericDate(p *point, prev int, a *point) bool {
	f, k := s.f, p.i
	if !isDigit(runeAt(f, k)) {
		return false
	}
	before := runeAt(f, prev-1)
	if prev == p.i && (isLetter(before) || oneOf(before, "-_/.:#")) {
		return false
	}
	n := arabicDateNumber(f, k)
	switch {
	case n.digits == 8 && n.value >= 19000101 && n.value <= 21001231:
		next := runeAt(f, n.end)
		if isLetter(next) || oneOf(next, "-_/.:%号位元个") || !p.setDate(n.value/10000, n.value/100%100, n.value%100) {
			return false
		}
		p.j = n.end
	case n.digits == 4 && n.value >= 1900 && n.value <= 2100:
		if !s.dateAfterYear(p, n, a) {
			return false
		}
	case n.digits == 2 && runeAt(f, n.end) == '-' && n.value >= 1 && n.value <= 12:
		d := arabicDateNumber(f, n.end+1)
		c := arabicDateNumber(f, s.space(d.end))
		if d.digits != 2 || d.value < 1 || d.value > 31 || runeAt(f, d.end) != ' ' || c.value < 0 || runeAt(f, c.end) != ':' {
			return false
		}
		p.monthBase, p.month, p.dayBase, p.day, p.j = baseSaid, n.value, baseSaid, d.value, d.end
	default:
		return false
	}
	s.clockAfterDate(p)
	return true
}

func (s *timeReader) dateAfterYear(p *point, n dateNumber, a *point) bool {
	f, sep := s.f, runeAt(s.f, n.end)
	if !oneOf(sep, "-/. ") {
		return false
	}
	m := arabicDateNumber(f, n.end+1)
	if m.value < 1 || m.value > 12 || m.digits > 2 {
		return false
	}
	sep2 := runeAt(f, m.end)
	d := arabicDateNumber(f, m.end+1)
	if oneOf(sep2, "-/. ") && d.value >= 1 && d.value <= 31 && d.digits <= 2 && (sep != ' ' && sep2 != ' ' || sep == sep2 && m.digits == 2 && d.digits == 2) {
		next := runeAt(f, d.end)
		// 2018-12-1209:03 runs date and time together.
		if oneOf(next, "年月%") || oneOf(next, "./") && isDigit(runeAt(f, d.end+1)) || isLetter(next) && next != 't' {
			return false
		}
		if !p.setDate(n.value, m.value, d.value) {
			return false
		}
		p.j = d.end
		if next == '日' {
			p.j++
		}
		return true
	}
	if d.digits == 4 && oneOf(sep2, "-") && m.digits == 2 && runeAt(f, d.end) == ':' && p.setDate(n.value, m.value, d.value/100) {
		p.j = m.end + 3
		return true
	}
	if c, ok := connectorAt(f, m.end); ok && sep == '.' && m.digits == 2 && s.monthOfRecord(c) || a != nil && sep == '.' && m.digits == 2 && !isDigit(sep2) {
		p.yearBase, p.year, p.monthBase, p.month, p.j = baseSaid, n.value, baseSaid, m.value, m.end
		return true
	}
	if (sep == '-' || sep == '/') && m.digits == 2 && !(runeAt(f, p.i-1) == ' ' && isLetter(runeAt(f, p.i-2))) && !oneOf(sep2, "-/.年赛学财季%个月多万亿") && !isLetter(sep2) {
		p.yearBase, p.year, p.monthBase, p.month, p.j = baseSaid, n.value, baseSaid, m.value, m.end
		return true
	}
	return false
}

// monthOfRecord reports whether the end of a stretch stands at rune k as records of a career write it: 1999.08-2002.02, or 今.
func (s *timeReader) monthOfRecord(k int) bool {
	if runeAt(s.f, k) == '今' {
		return true
	}
	y := arabicDateNumber(s.f, k)
	m := arabicDateNumber(s.f, y.end+1)
	return y.digits == 4 && y.value >= 1900 && y.value <= 2100 && runeAt(s.f, y.end) == '.' && m.digits == 2 && m.value >= 1 && m.value <= 12
}

func (p *point) setDate(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 || d > monthDays(y, m) {
		return false
	}
	p.yearBase, p.year, p.monthBase, p.month, p.dayBase, p.day = baseSaid, y, baseSaid, m, baseSaid, d
	return true
}

// clockAfterDate reads the time after a date in figures: 2021-04-28T09:30:00+08:00, 2021-04-28-11:23.
func (s *timeReader) clockAfterDate(p *point) {
	if p.dayBase == 0 {
		return
	}
	k := p.j
	switch r := runeAt(s.f, k); {
	case r == ' ' || r == 't' || r == '-':
		k++
	case !isDigit(r):
		return
	}
	n := arabicDateNumber(s.f, k)
	if n.value < 0 || n.value > 24 || n.digits > 2 || runeAt(s.f, n.end) != ':' {
		return
	}
	s.clockNumber(p, k, true)
	switch r := runeAt(s.f, p.j); {
	case p.clock == 0:
	case r == '.' && p.clock == bySecond && isDigit(runeAt(s.f, p.j+1)):
		p.j = arabicDateNumber(s.f, p.j+1).end
		s.zone(p)
	default:
		s.zone(p)
	}
}

// zone skips the zone of a time: z, +08:00, +0800.
func (s *timeReader) zone(p *point) {
	switch r := runeAt(s.f, p.j); {
	case r == 'z' && !isLetter(runeAt(s.f, p.j+1)):
		p.j++
	case r == '+':
		h := arabicDateNumber(s.f, p.j+1)
		switch {
		case h.digits == 4:
			p.j = h.end
		case h.digits == 2 && runeAt(s.f, h.end) == ':' && arabicDateNumber(s.f, h.end+1).digits == 2:
			p.j = h.end + 3
		}
	}
}

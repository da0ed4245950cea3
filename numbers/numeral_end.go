package numbers

// finish adds up what was read and refuses what is not well formed.
func (s *scanner) finish(start int) (numeral, int, bool) {
	end := s.k
	if end == start {
		return numeral{}, s.skipHan(end), false
	}
	n := &s.n
	if s.lastLarge == tooLarge || s.afterZero {
		return numeral{}, s.skipHan(end), false
	}
	if s.pending.Valid() && !n.few && (s.cur.Valid() || s.total.Valid()) && s.frac && s.pendDigits > max(s.lastLarge, 0) {
		return numeral{}, s.skipHan(end), false
	}
	if s.pending.Valid() && !n.few && (s.cur.Valid() || s.total.Valid()) && !s.frac && !n.more {
		if !s.closeTail() {
			return numeral{}, s.skipHan(end), false
		}
	}
	end = s.k
	lo := plus(plus(s.total, s.cur), s.pending)
	if !lo.Valid() {
		return numeral{}, s.skipHan(end), false
	}
	if next := classOf(s.cls, runeAt(s.f, end)); !s.cut && next.numeral() && (n.han && !n.ascii || n.scaled && next.kind() != clHan) && !s.gap(end) ||
		next.kind() == clASCII && runeAt(s.f, end-1) != ' ' {
		return numeral{}, s.skipHan(end), false
	}
	n.lo, n.hi = lo, lo
	switch {
	case s.spread.Valid():
		n.hi = lo.Add(s.spread)
	case n.more:
		n.value, n.hi = lo, lo.Add(s.step)
		n.loOpen, n.hiOpen = true, true
	default:
		n.value = lo
	}
	return *n, end, true
}

// gap reports whether the numeral character at k begins something else that may touch a numeral: 千 of 千瓦, 百 of 百分点.
func (s *scanner) gap(k int) bool {
	return s.f[k] == '兆' || s.f[k] == '千' && unitAfterThousand(s.f, k+1, true) || hasAt(s.f, k, "百分") || s.f[k] == '两' && !s.n.few
}

// closeTail gives a last digit without scale its place: 三万五 is 35000, 1万600 and 一百零一 are as written.
func (s *scanner) closeTail() bool {
	last := s.lastLarge
	if s.cur.Valid() {
		last = s.lastSmall
	}
	zero := false
	for k := s.k - 1; k >= 0 && !zero; k-- { // back over the pending coefficient, at most a run of digits
		if c := classOf(s.cls, s.f[k]); !c.digit() {
			break
		} else if oneOf(s.f[k], "零〇") {
			zero = true
		}
	}
	if zero || last == 1 || s.pendDigits > 1 {
		return s.pendDigits <= last
	}
	if next := runeAt(s.f, s.k); s.f[s.k-1] == '两' || isHan(next) && !classOf(s.cls, next).numeral() && (s.n.ascii && !isDigit(s.f[s.k-1]) || s.f[s.k-1] == '一') && !oneOf(next, "元块多余左上以到至") {
		s.k-- // 投入3亿一期工程: the digit counts what follows
		s.pending, s.pendDigits, s.cut = Number{}, 0, true
		return true
	}
	if last == 0 {
		return false
	}
	s.pending = s.pending.shift(last - 1)
	if s.spread.Valid() {
		s.spread = s.spread.shift(last - 1)
	}
	s.n.unit = last - 1
	return true
}

// unitAfterThousand reports whether the runes at k make a unit with 千 before them: 千瓦, 千克. 千米 only counts after
// ASCII digits, for 三千米 is said of 3000 metres.
func unitAfterThousand(f []rune, k int, ascii bool) bool {
	switch runeAt(f, k) {
	case '瓦', '克', '伏', '帕', '卡', '焦', '赫', '安', '牛', '字', '比':
		return runeAt(f, k) != '字' && runeAt(f, k) != '比' || hasAt(f, k, "字节") || hasAt(f, k, "比特")
	case '米':
		return ascii
	}
	return false
}

// leadingPoint reports whether a decimal without its zero begins at i: 打击率.312.
func leadingPoint(f []rune, i int) bool {
	prev := runeAt(f, i-1)
	return runeAt(f, i) == '.' && isDigit(runeAt(f, i+1)) && (i == 0 || isHan(prev) || prev == ' ' || prev == ',' || prev == '(' || prev == ':')
}

// moneyAfter reports whether a currency stands at k: before one, 兆 is a number (10^12) and not mega.
func moneyAfter(f []rune, k int) bool {
	if oneOf(runeAt(f, k), "多余") {
		k++
	}
	for n := 0; n < 16 && (isDigit(runeAt(f, k)) || oneOf(runeAt(f, k), "亿万千百十,.一二三四五六七八九零")); n++ { // 3兆4512亿元
		k++
	}
	for _, w := range [...]string{"元", "圆", "美元", "美金", "日元", "日圆", "新台币", "台币", "韩元", "韩圜", "欧元", "人民币", "越南盾", "印尼盾", "卢布", "里拉", "英镑"} {
		if hasAt(f, k, w) {
			return true
		}
	}
	return false
}

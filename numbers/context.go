package numbers

// prefixes reads what stands before an item and belongs to it: a currency sign, the sign, modifiers and 每X. It returns
// where the quantity begins.
func (s *finder) prefixes(it *item, q *Quantity) int {
	f := s.f
	start := s.signs(it, q, it.start)
	for range 2 {
		i := start
		if i > s.from && f[i-1] == ' ' {
			i--
		}
		if i <= s.from {
			break
		}
		if f[i-1] == '上' && it.n.bare && !oneOf(runeAt(f, i-2), "以网路街会身手车船桌地线世史海马早晚加跟赶之") {
			q.bound(AtLeast)
			start = i - 1
			continue
		}
		if f[i-1] == '过' && it.n.bare && !oneOf(runeAt(f, i-2), "不经通超") {
			q.bound(Above)
			start = i - 1
			continue
		}
		m, at := s.prefix(i, s.from)
		if m == nil {
			break
		}
		if m.word == "近" && it.u != nil && it.u.kind == KindDuration && s.recent(at, it.end) {
			break
		}
		q.bound(m.approx)
		if m.word == "约为" { // the verb stays outside
			break
		}
		start = s.signs(it, q, at)
	}
	if per := s.each(start); per < start {
		q.Per = s.t.SliceRunes(per+1, start)
		start = per
	}
	return start
}

// recent reports whether 近 before a duration means the latest stretch of time (近三年来) and not nearly.
func (s *finder) recent(at, end int) bool {
	return at == 0 || clauseEnd(s.f, at-1) || s.f[at-1] == '在' || oneOf(runeAt(s.f, end), "来间内里以中")
}

// signs reads a currency sign or code that ends at start, and a minus before it.
func (s *finder) signs(it *item, q *Quantity, start int) int {
	f := s.f
	i, signed := start, start
	if i > s.from && f[i-1] == ' ' {
		i--
	}
	if it.u == nil || it.u.kind == KindMoney {
		if u, n := signBefore(f, i); u != nil && i-n >= s.from && (i == start || isLetter(f[i-1]) || it.u != nil) {
			if it.u == nil || it.code == "?" {
				s.setMoney(q, u.code)
				if q.Unit.Text == "" && it.u == nil {
					q.Unit.Text = s.t.SliceRunes(i-n, i)
				}
			}
			start = i - n
		}
	}
	if start > s.from && start < signed && !it.signed && (f[start-1] == '负' || f[start-1] == '-') && s.minus(it, start-1) { // -$5
		q.negate()
		start--
	}
	return start
}

// sign reads the words of sign and scale of temperature before an item and makes them part of it: 零下, 负, -, 华氏.
func (s *finder) sign(it *item) {
	f := s.f
	if u, _ := signBefore(f, it.start); u != nil && it.u != nil && it.u.kind == KindCount { // $5起
		it.u, it.end, it.uStart, it.uEnd = nil, it.numEnd, 0, 0
	}
	temperature := it.u != nil && it.u.kind == KindTemperature
	start, negative := it.start, false
	word := func(w string) bool { return start-2 >= s.from && endsAt(f, start, w) }
	if i := start - 1; i > s.from && f[i] == ' ' && (f[i-1] == '负' || f[i-1] == '-') && s.alone(i, it.end) {
		start = i // 负 1200000
	}
	for start > s.from && !negative {
		switch {
		case temperature && word("摄氏"):
			start -= 2
		case temperature && word("华氏"):
			it.fahrenheit = true
			start -= 2
		case (temperature || it.u == nil) && word("零下"), word("负的"):
			start -= 2
			negative = true
		case temperature && word("零上"):
			start -= 2
		case f[start-1] == '负' && (temperature || !isHan(runeAt(f, start-2)) || oneOf(runeAt(f, start-2), "为是达至到算和与的在于约出有")), (f[start-1] == '-' || f[start-1] == '−' || f[start-1] == '—' && temperature) && s.minus(it, start-1):
			start--
			negative = true
		default:
			s.signed(it, start, negative)
			return
		}
	}
	for temperature && (word("摄氏") || word("华氏")) { // 华氏零下十五度
		it.fahrenheit = it.fahrenheit || f[start-2] == '华'
		start -= 2
	}
	s.signed(it, start, negative)
}

// signed moves the beginning of the item over its sign.
func (s *finder) signed(it *item, start int, negative bool) {
	it.start = start
	if !negative {
		return
	}
	it.signed = true
	it.lo, it.hi = it.hi.Neg(), it.lo.Neg()
	it.loOpen, it.hiOpen = it.hiOpen, it.loOpen
	if it.value.Valid() {
		it.value = it.value.Neg()
	}
}

// minus reports whether the hyphen at k is the sign of the item after it.
func (s *finder) minus(it *item, k int) bool {
	prev := runeAt(s.f, k-1)
	if isDigit(prev) || isLetter(prev) || prev == '-' || prev == ')' {
		return false
	}
	if !isHan(prev) {
		return true
	}
	return it.u != nil && (it.u.kind == KindTemperature || it.u.kind == KindPercent || it.u.kind == KindMoney) || oneOf(prev, "为是达至到算和与的")
}

// negate changes the sign of the quantity.
func (q *Quantity) negate() {
	if q.Value.Valid() {
		q.Value = q.Value.Neg()
	}
	lo, hi := q.Lo, q.Hi
	q.Lo, q.Hi = Number{}, Number{}
	if hi.Valid() {
		q.Lo = hi.Neg()
	}
	if lo.Valid() {
		q.Hi = lo.Neg()
	}
	q.LoOpen, q.HiOpen = q.HiOpen, q.LoOpen
}

// perWords are what figures are counted per that the tables of units do not hold.
var perWords = [...]string{"人", "户", "股", "月", "日", "季度", "小时", "分钟", "秒", "人次", "平方米", "亩", "个", "客", "千米", "千克", "千瓦时", "公里", "晚", "学期", "标箱", "学年", "周", "家", "村", "县", "度", "点", "分"}

// each returns where a 每X that ends at start begins, or start.
func (s *finder) each(start int) int {
	for k := start - 2; k >= s.from && k >= start-9; k-- {
		if s.f[k] == '每' && s.perAt(k+1, start) == start {
			return k
		}
	}
	return start
}

// perAt returns the end of what is counted per after 每, which stands before rune k: 吨, 人, 10股, 千人; k where there is
// nothing that ends by limit.
func (s *finder) perAt(k, limit int) int {
	f := s.f[:limit]
	if c := classOf(s.cls, runeAt(f, k)); c != 0 && c.kind() != clMark {
		if n, end, ok := s.numeral(k); ok && end < limit && n.value.Valid() && !n.more {
			if e := s.perAt(end, limit); e > end {
				return e
			}
			return k
		}
	}
	if u, n := s.units.longest(f, k); u != nil && !u.block {
		return k + n
	}
	for _, w := range perWords {
		if hasAt(f, k, w) {
			return k + runeLen(w)
		}
	}
	return k
}

// perBefore returns the X of 每X or X均 that stands before a figure without touching it: 每年投入不足1亿元, 年均仅0.93亿元.
func (s *finder) perBefore(q *Quantity, start int) string {
	switch q.Kind {
	case KindMoney, KindCount, KindMeasure, KindDuration:
	default:
		return ""
	}
	f := s.f
	low := max(0, start-14)
	if n := len(s.out); n > 0 {
		low = max(low, s.t.Rune(s.out[n-1].End))
	}
	for k := start - 1; k >= low; k-- {
		if clauseEnd(f, k) || f[k] == '、' {
			break
		}
		switch f[k] {
		case '速':
			if q.Unit.Dimension == "length" && runeAt(f, k-1) == '时' && start-k <= 5 { // 时速350公里
				return "小时"
			}
		case '每':
			end := s.perAt(k+1, start)
			if end == k+1 || end == start && !oneOf(f[k+1], "年月日周人户") || q.Kind == KindDuration && !oneOf(f[k+1], "天日周年月次") { // 每个职务的年限为三年
				return ""
			}
			return s.t.SliceRunes(k+1, end)
		case '均':
			if q.Kind != KindDuration && k > low && oneOf(f[k-1], "年月日人户亩时周") && runeAt(f, k-2) != '平' && runeAt(f, k-2) != '同' {
				return s.t.SliceRunes(k-1, k)
			}
			return ""
		}
	}
	return ""
}

// moneyCue reports whether a word before rune i tells that the figure there is money.
func (s *finder) moneyCue(i int) bool { return s.beforeAny(i, 10, moneyCues()) }

// cue reports whether what stands before rune i calls for a figure: 共, 为, 达.
func (s *finder) cue(i int) bool {
	prev := runeAt(s.f, i-1)
	if prev == ' ' {
		prev = runeAt(s.f, i-2)
	}
	return oneOf(prev, "为是达至到报收共计增减涨跌升降超率数额量约剩分在得于由≥≤><=") || s.before(i, 2, "总数", "总计", "合计", "共有", "等于")
}

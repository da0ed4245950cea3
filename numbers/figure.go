package numbers

import "strings"

// figure completes a quantity from its first item: range, suffix, sign, prefix, per, role. It appends the quantity if it
// is one and returns the rune to go on from.
func (s *finder) figure(it *item, q *Quantity) int {
	var second item
	s.sign(it)
	end, ranged := s.rangeTo(it, &second)
	if !ranged {
		end = it.end
		if next := s.score(it); next > 0 {
			s.from = next
			return next
		}
		if it.u == nil {
			s.sharedUnit(it)
		}
	}
	s.fill(q, it)
	if ranged {
		s.span(q, it, &second)
	}
	if end == it.end || ranged && end == second.end {
		if m, stop := s.suffix(end); m != nil {
			q.bound(m.approx)
			end = stop
		}
	}
	start := s.prefixes(it, q)
	last := it
	if ranged {
		last = &second
	}
	if !s.accept(it, last, q, start, end) {
		next := max(last.end, it.start+1)
		if runeAt(s.f, start-1) != '每' { // of 每10股 the figure after it may be told
			s.from = next
		}
		return next
	}
	q.Span = s.t.Span(start, end)
	if q.Unit.Text == "" && last.uEnd > last.uStart {
		q.Unit.Text = s.t.SliceRunes(last.uStart, last.uEnd)
	}
	if q.Unit.Code == "" && q.Kind == KindCount {
		q.Unit.Code = q.Unit.Text
	}
	if q.Per == "" && last.perEnd > last.perStart {
		q.Per = s.t.SliceRunes(last.perStart, last.perEnd)
	}
	if q.Per == "" {
		q.Per = s.perBefore(q, start)
	}
	q.Role = s.role(it, last, q, start, end)
	if n := len(s.out); q.Kind == KindCount && n > 0 && s.out[n-1].Kind == KindOrdinal && oneOf(runeAt(s.f, start-1), "、至到-") && s.out[n-1].End == s.t.Offset(start-1) { // 第二、三位
		q.Kind, q.Role = KindOrdinal, s.out[n-1].Role
		q.Unit.Dimension = "ordinal"
	}
	if n := len(s.out); n == 0 || !s.out[n-1].joins(q) {
		s.add(q)
	}
	s.from = end
	return end
}

// joins makes q the upper bound of p where p, which it touches, says only the lower one of the same: 大于10小于20.
func (p *Quantity) joins(q *Quantity) bool {
	if p.End != q.Start || p.Kind != q.Kind || p.Unit.Code != q.Unit.Code || p.Hi.Valid() || q.Lo.Valid() ||
		p.Approx != Above && p.Approx != AtLeast || p.Lo.Cmp(q.Hi) >= 0 {
		return false
	}
	p.End, p.Value, p.Approx = q.End, Number{}, Range
	p.Hi, p.HiOpen = q.Hi, q.HiOpen
	return true
}

// fill sets what the item says by itself.
func (s *finder) fill(q *Quantity, it *item) {
	*q = Quantity{Value: it.value, Lo: it.lo, Hi: it.hi, LoOpen: it.loOpen, HiOpen: it.hiOpen, Approx: Exact, Role: RoleValue}
	switch {
	case it.more:
		q.Approx = Above
	case it.few:
		q.Approx = Few
	case !it.value.Valid():
		q.Approx = Range
	case it.about:
		q.Approx = About
	}
	s.setUnit(q, it)
}

func (s *finder) setUnit(q *Quantity, it *item) {
	if it.u == nil {
		q.Kind = KindNumber
		return
	}
	q.Kind = it.u.kind
	q.Unit.Code, q.Unit.Dimension = it.u.code, it.u.dim
	switch {
	case q.Kind == KindMoney:
		s.setMoney(q, it.code)
	case q.Kind == KindDuration:
		q.Unit.Dimension = "time"
	}
	if it.fahrenheit {
		q.Unit.Code = "[degF]"
	}
	if it.u.si {
		q.Unit.SI = it.u.factor
	}
}

// setMoney sets the currency; ? is a bare 元.
func (s *finder) setMoney(q *Quantity, code string) {
	q.Kind, q.Unit.Dimension = KindMoney, "money"
	q.Unit.Code, q.Unit.Candidates = code, nil
	if strings.Contains(code, "|") {
		q.Unit.Candidates = strings.Split(code, "|")
		if q.Unit.Code = s.sharedCurrency(code, q.Unit.Candidates); q.Unit.Code != "" {
			q.Unit.Candidates = nil
		}
	}
	if code == "?" {
		if q.Unit.Code = s.yuan(); q.Unit.Code == "" {
			q.Unit.Candidates = yuanCandidates
		}
	}
}

// span makes q the range from it to second.
func (s *finder) span(q *Quantity, it, second *item) {
	q.Value = Number{}
	q.Hi, q.HiOpen = second.hi, second.hiOpen
	q.Approx = Range
	if it.u == nil || it.u.kind != KindMoney || second.code != "" {
		s.setUnit(q, second)
	}
}

// connector returns the rune after a word or sign of range at k, or 0.
func connector(f []rune, k int) int {
	if runeAt(f, k) == ' ' && oneOf(runeAt(f, k+1), "-–—~～∼至到") {
		k++
	}
	p := k
	switch runeAt(f, k) {
	case '至', '到':
		p = k + 1
	case '-', '–', '—', '~', '～', '∼', '─', '−':
		for oneOf(runeAt(f, p), "-–—~～∼─−") && p < k+3 {
			p++
		}
	default:
		return 0
	}
	if runeAt(f, p) == ' ' {
		p++
	}
	return p
}

// rangeTo reads the second half of a range whose first half is it, and gives both halves the scale and unit they share.
func (s *finder) rangeTo(it, second *item) (end int, ok bool) {
	f := s.f
	k := it.end
	if it.hasUnit() || it.n.scaled { // 50万元以上100万元以下
		p := k
		for _, w := range [...]string{"(含)以上", "及以上", "以上"} {
			if hasAt(f, k, w) {
				p = k + runeLen(w)
				break
			}
		}
		if p > k {
			open := false
			if runeAt(f, p) == ',' {
				p++
			}
			for _, w := range [...]string{"不满", "不足", "不到", "未满"} {
				if hasAt(f, p, w) {
					p, open = p+2, true
				}
			}
			if classOf(s.cls, runeAt(f, p)) != 0 {
				if e, fine := s.readItem(p, second); fine && sameUnit(it, second) && it.lo.Cmp(second.hi) < 0 {
					if m, stop := s.suffix(e); m != nil && m.approx == AtMost {
						return stop, true
					} else if open {
						second.hiOpen = true
						return e, true
					}
				}
			}
			return 0, false
		}
	}
	if hasAt(f, k, "(含)") {
		k += 3
	}
	p := connector(f, k)
	comma := false
	if p == 0 && runeAt(f, k) == '、' && it.u == nil && it.numEnd-it.numStart == 1 && classOf(s.cls, runeAt(f, k+1)).digit() && !oneOf(runeAt(f, it.start-1), "、第") {
		p, comma = k+1, true // 三、四个, 6、7个小时
	}
	if p == 0 || it.few && !it.n.scaled || it.perEnd > 0 {
		return 0, false
	}
	neg := false
	if q := p; runeAt(f, q) == '负' || runeAt(f, q) == '-' || hasAt(f, q, "零下") {
		neg = true
		p++
		if f[q] == '零' {
			p++
		}
	}
	if classOf(s.cls, runeAt(f, p)) == 0 || s.timeAtRune(p) {
		return 0, false
	}
	s.upper = true
	e, fine := s.readItem(p, second)
	s.upper = false
	if !fine || second.about {
		return 0, false
	}
	if it.u == percentUnit && it.uStart == it.start && second.u == nil { // 百分之三到五
		second.u, second.uStart, second.uEnd = percentUnit, second.start, second.start
	}
	if neg {
		second.lo, second.hi, second.value = second.hi.Neg(), second.lo.Neg(), second.value.Neg()
	}
	if comma && (second.u == nil || second.u.noun || second.numEnd-second.numStart != 1 || !second.value.Valid() || !nextTo(it, second)) {
		return 0, false
	}
	if it.u != nil && s.f[k] == '至' && s.changed(it, second) {
		return 0, false
	}
	if it.u == nil && second.u == nil && !it.n.scaled && !second.n.scaled && (it.n.ascii || second.n.ascii) && !s.rangeOfNumbers(it, e) {
		return 0, false
	}
	if it.u != nil && !sameUnit(it, second) {
		return 0, false
	}
	if it.u == nil && second.u != nil && it.single() && second.u.noun {
		return 0, false
	}
	if !s.carry(it, second) {
		return 0, false
	}
	return e, true
}

// nextTo reports whether two digits are those of a vague count: 三、四个, 三、五年.
func nextTo(a, b *item) bool {
	x, _ := a.value.Int64()
	y, _ := b.value.Int64()
	return series(int(x), int(y))
}

// changed reports whether 至 leads from an amount of change to what came of it (上涨1.5元至198元) and joins no range.
func (s *finder) changed(it, second *item) bool {
	switch it.u.kind {
	case KindMoney, KindMeasure, KindNumber, KindCount:
	case KindPercent:
		if s.f[it.uStart] != '厘' {
			return false
		}
	default:
		return false
	}
	return second.lo.Cmp(it.hi.Mul(NewNumber(3, 0))) > 0 && s.before(it.start, 3, "涨", "跌", "升", "降", "调", "增", "减", "加", "提高", "走高", "走低", "回落", "反弹", "下滑", "下挫", "缩")
}

// timeAtRune reports whether a time expression begins at or covers rune i, without moving on.
func (s *finder) timeAtRune(i int) bool {
	off := s.t.Offset(i)
	for k := s.time; k < len(s.times) && s.times[k].Start <= off; k++ {
		if off < s.times[k].End {
			return true
		}
	}
	return false
}

// rangeOfNumbers reports whether two bare figures that end at e may be a range: 21到1001, not 3-2 or 2016-2017.
func (s *finder) rangeOfNumbers(it *item, e int) bool {
	if hasAt(s.f, e, "之间") {
		return true
	}
	word := false
	for k := it.end; k < e; k++ {
		if oneOf(s.f[k], "至到~～∼") {
			word = true
		}
	}
	if u, _ := signBefore(s.f, it.start); u != nil { // $8000~9000
		return true
	}
	return word && (s.alone(it.start, e) || s.cue(it.start))
}

// sameUnit reports whether two items are counted in the same unit.
func sameUnit(a, b *item) bool {
	if a.u == nil || b.u == nil {
		return a.u == b.u
	}
	if a.u.kind == KindMoney && b.u.kind == KindMoney {
		return a.code == b.code || a.code == "?"
	}
	return a.u == b.u && a.code == b.code || a.u.code != "" && a.u.code == b.u.code
}

// carry gives the first half of a range the scale that only the second names (3至5亿, 八到九百亿, 百分之三到五). It returns
// false where the two make no range.
func (s *finder) carry(it, second *item) bool {
	if it.u == nil && second.u != nil && second.u.kind == KindPercent && second.uEnd-second.uStart == 1 {
		switch s.f[second.uStart] { // 三到五成, 5到8折, 1‰到3‰
		case '成', '折':
			if it.hi.Cmp(NewNumber(10, 0)) <= 0 {
				it.scale(NewNumber(10, 0))
			}
		case '‰':
			it.scale(NewNumber(1, -1))
		}
	} else if it.u == percentUnit && second.u == percentUnit && second.uStart == second.start {
		// 百分之三十到百分之四十
	} else if it.u == nil && second.n.tail > 0 && !it.n.scaled && it.value.Valid() {
		lead := second.lo.shift(-second.n.tail) // the digits before the trailing scales
		for tail := second.n.tail; tail > 0; tail = s.shorterTail(second, tail) {
			if tail == second.n.tail && !second.n.letter && lead.Cmp(NewNumber(10, 0)) >= 0 && tail != s.shorterTail(second, tail) && second.n.tail%4 != 0 {
				continue
			}
			if v := it.value.shift(tail); v.Cmp(second.lo) < 0 && tail >= it.n.unit {
				it.scale(NewNumber(1, tail))
				break
			}
		}
	}
	if it.u == nil && second.u != nil && second.u.kind == KindMoney {
		it.scale(second.u.factor)
	}
	if it.signed && second.hi.Sign() < 0 && second.hi.Cmp(it.lo) < 0 { // 零下5至零下10℃
		it.lo, second.hi = second.lo, it.hi
	}
	return it.lo.Cmp(second.hi) < 0
}

// shorterTail returns the next shorter chain of scales that a numeral ends in: 百亿, then 亿.
func (s *finder) shorterTail(second *item, tail int) int {
	if low := tail / 4 * 4; low < tail {
		return low
	}
	return 0
}

// sharedUnit gives a figure without unit that of the next one it is joined to: 0.2和0.4个百分点.
func (s *finder) sharedUnit(it *item) {
	f := s.f
	if it.n.zeros || it.n.places || it.n.han && !it.n.scaled && !it.n.point || it.n.bare {
		return
	}
	k := it.end
	for range 8 {
		if !oneOf(runeAt(f, k), "和与及、或") {
			return
		}
		k++
		if !isDigit(runeAt(f, k)) || s.timeAtRune(k) {
			return
		}
		var next item
		e, ok := s.readItem(k, &next)
		if !ok {
			return
		}
		if next.u != nil {
			if next.u.noun || next.compound || next.n.scaled != it.n.scaled || next.n.digits == 4 && next.u.code == "a" {
				return
			}
			it.u, it.code = next.u, next.code
			it.uStart, it.uEnd = next.uStart, next.uEnd
			if it.u.kind == KindMoney {
				it.scale(it.u.factor)
			}
			return
		}
		k = e
	}
}

// skipRatio passes over a ratio or score that begins with it (3:2, 5比4); 0 where there is none.
func (s *finder) skipRatio(it *item) int {
	if it.u != nil && it.u != fractionUnit {
		return 0
	}
	k := it.end
	for n := 0; n < 16; n++ {
		if r := runeAt(s.f, k); r != ':' && r != '比' && r != '∶' || !classOf(s.cls, runeAt(s.f, k+1)).digit() && !classOf(s.cls, runeAt(s.f, k+1)).numeral() {
			break
		}
		_, end, ok := s.numeral(k + 1)
		if !ok {
			return max(end, k+1)
		}
		k = end
	}
	if k == it.end {
		return 0
	}
	return k
}

// score passes over bare figures joined by a hyphen or a slash (3-2, 2016-17, 010-6403, 5/8): results, years, numbers of
// telephones and aircraft; 0 where there is none.
func (s *finder) score(it *item) int {
	if it.u != nil || !it.n.ascii || it.n.scaled {
		return 0
	}
	k := it.end
	for oneOf(runeAt(s.f, k), "-–—/.*×") && (isDigit(runeAt(s.f, k+1)) || isLetter(runeAt(s.f, k+1))) {
		k++
		for isDigit(runeAt(s.f, k)) || isLetter(runeAt(s.f, k)) {
			k++
		}
	}
	if k == it.end {
		return 0
	}
	return k
}

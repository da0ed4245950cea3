package numbers

// An item is a numeral with its unit, in rune indexes, before modifiers, ranges and roles are read.
type item struct {
	start, end int // with its unit and its sign
	numStart   int
	numEnd     int // after the numeral
	n          numeral

	value, lo, hi  Number
	loOpen, hiOpen bool
	few, more      bool
	about          bool // 来: 十来个

	u            *unit
	uStart, uEnd int    // the unit as written
	code         string // where it is not that of u
	perStart     int    // the unit after / or 每
	perEnd       int
	compound     bool // 1小时43分
	signed       bool // 负, 零下: the value is negated already
	fahrenheit   bool
}

// hasUnit reports whether a unit stands after the numeral.
func (it *item) hasUnit() bool { return it.u != nil }

// scale multiplies the item by a factor.
func (it *item) scale(by Number) {
	it.lo, it.hi = it.lo.Mul(by), it.hi.Mul(by)
	if it.value.Valid() {
		it.value = it.value.Mul(by)
	}
}

// add adds to the value and to both bounds.
func (it *item) add(n Number) {
	it.lo, it.hi = it.lo.Add(n), it.hi.Add(n)
	if it.value.Valid() {
		it.value = it.value.Add(n)
	}
}

// exact reports whether the item is one exact number so far.
func (it *item) exact() bool {
	return it.value.Valid() && !it.few && !it.more && !it.loOpen && !it.hiOpen
}

// single reports whether the numeral is one Han digit.
func (it *item) single() bool { return it.n.han && it.numEnd-it.numStart == 1 }

// setNumeral takes over what the numeral says.
func (it *item) setNumeral(n numeral, start, end int) {
	*it = item{start: start, end: end, numStart: start, numEnd: end, n: n, value: n.value, lo: n.lo, hi: n.hi,
		loOpen: n.loOpen, hiOpen: n.hiOpen, few: n.few, more: n.more}
}

// readItem reads a numeral and its unit at rune i. Where there is none it returns the rune to go on from.
func (s *finder) readItem(i int, it *item) (end int, ok bool) {
	f := s.f
	if hasAt(f, i, "一半") || hasAt(f, i, "半数") {
		half := NewFraction(1, 2)
		it.setNumeral(numeral{value: half, lo: half, hi: half, han: true}, i, i+2)
		it.setFraction(s)
		return i + 2, true
	}
	if runeAt(f, i) == '半' {
		return s.readHalf(i, it)
	}
	if runeAt(f, i) == '数' && s.severalAt(i) {
		two, nine := NewNumber(2, 0), NewNumber(9, 0)
		it.setNumeral(numeral{lo: two, hi: nine, few: true, han: true}, i, i+1)
		s.readUnit(it)
		return it.end, it.u != nil
	}
	n, end, ok := s.numeral(i)
	if !ok {
		return max(end, i+1), false
	}
	it.setNumeral(n, i, end)
	if end, ok := s.readFraction(it); ok {
		return end, true
	}
	if hasAt(f, end, "个亿") || hasAt(f, end, "个多亿") && n.value.Valid() { // 两个亿, 一个多亿
		if runeAt(f, end+1) == '多' {
			it.more, it.loOpen, it.hiOpen = true, true, true
			it.hi = it.lo.Add(NewNumber(1, 0))
			end++
		}
		it.scale(NewNumber(1, 8))
		it.numEnd, it.n.scaled, it.n.unit = end+2, true, 8
		it.end = it.numEnd
	}
	if n.ascii && !n.scaled && it.exact() {
		s.englishScale(it)
	}
	s.readUnit(it)
	return it.end, true
}

// englishScale reads million and its like after ASCII digits.
func (s *finder) englishScale(it *item) {
	k := it.numEnd
	if runeAt(s.f, k) == ' ' {
		k++
	}
	for _, w := range [...]struct {
		word string
		exp  int
	}{{"million", 6}, {"billion", 9}, {"trillion", 12}} {
		if hasAt(s.f, k, w.word) && !isLetter(runeAt(s.f, k+len(w.word))) {
			it.scale(NewNumber(1, w.exp))
			it.numEnd = k + len(w.word)
			it.end, it.n.scaled, it.n.unit = it.numEnd, true, w.exp
			return
		}
	}
}

// severalAt reports whether 数 at i means several: a classifier follows and no noun that 数 ends stands before it.
func (s *finder) severalAt(i int) bool {
	if oneOf(runeAt(s.f, i+1), "秒月日") || hasAt(s.f, i+1, "小时") || hasAt(s.f, i+1, "分钟") {
		return i == 0 || !oneOf(s.f[i-1], "人户次件个总倍指基系参半岁票页字点算对小负正整代级天少多辆读") && !oneOf(runeAt(s.f, i+2), "均末初份线子度本常活益")
	}
	if i > 0 && isHan(s.f[i-1]) && !oneOf(s.f[i-1], "了的过有达近约经在用花续时和与及出逾内共造致射已将") {
		return false
	}
	return oneOf(runeAt(s.f, i+1), "名家个次年天人枚架艘辆位件种项条起周篇张只台座把") || hasAt(s.f, i+1, "公里")
}

// halfUnits are the words that 半 halves.
var halfUnits = [...]string{"个月", "个小时", "个百分点", "个多月", "个世纪", "个世纪", "个钟头", "小时", "公里", "公斤", "斤", "里", "亩", "吨", "米", "成", "年", "分钟", "个学期", "个亿"}

// readHalf reads 半小时, 半个百分点, 半年.
func (s *finder) readHalf(i int, it *item) (int, bool) {
	for _, w := range halfUnits {
		if !hasAt(s.f, i+1, w) {
			continue
		}
		half := NewNumber(5, -1)
		it.setNumeral(numeral{value: half, lo: half, hi: half, han: true, point: true}, i, i+1)
		s.readUnit(it)
		if it.u == nil || it.u.block || w == "年" && oneOf(runeAt(s.f, i+2), "报度来检会线") || w == "里" || w == "米" && isHan(runeAt(s.f, it.end)) {
			return i + 1, false
		}
		return it.end, true
	}
	return i + 1, false
}

// readFraction reads what follows a denominator (三分之二, 百分之五点三) or a numerator (1/3, 一又二分之一).
func (s *finder) readFraction(it *item) (int, bool) {
	f, k := s.f, it.numEnd
	if !it.exact() {
		return 0, false
	}
	switch {
	case hasAt(f, k, "分之") || it.n.bare && hasAt(f, k, "分") && it.n.unit == 2:
		p := k + 2
		if runeAt(f, k+1) != '之' {
			p = k + 1
		}
		return s.fractionOf(it, p)
	case runeAt(f, k) == '/' && it.n.ascii && isDigit(runeAt(f, k+1)) && !it.n.scaled && !it.n.point:
		return s.slash(it, k+1)
	case runeAt(f, k) == '又':
		m, p, ok := s.numeral(k + 1)
		if !ok {
			return 0, false
		}
		var frac item
		frac.setNumeral(m, k+1, p)
		end, ok := 0, false
		switch {
		case !frac.exact():
		case hasAt(f, p, "分之"):
			end, ok = s.fractionOf(&frac, p+2)
		case runeAt(f, p) == '/' && isDigit(runeAt(f, p+1)):
			if d, q, fine := s.numeral(p + 1); fine && d.value.Valid() && d.value.Sign() > 0 {
				frac.value = m.value.over(d.value)
				end, ok = q, true
			}
		}
		if !ok || frac.value.Cmp(NewNumber(1, 0)) >= 0 {
			return 0, false
		}
		sum := it.value.Add(frac.value)
		if !sum.IsInt() {
			sum = Number{rat: sum.Rat(), form: fraction}
		}
		it.value, it.lo, it.hi = sum, sum, sum
		it.end, it.numEnd = end, end
		it.setFraction(s)
		s.unitOfFraction(it)
		return it.end, true
	}
	return 0, false
}

// fractionOf reads the numerator at p of the denominator it holds.
func (s *finder) fractionOf(it *item, p int) (int, bool) {
	f, sign := s.f, false
	if runeAt(f, p) == '负' || runeAt(f, p) == '-' {
		sign, p = true, p+1
	}
	m, end, ok := s.numeral(p)
	den := it.value
	if !ok || den.Sign() <= 0 {
		return 0, false
	}
	if m.bare && (m.unit != 2 || m.more) { // 百分之百 alone is a figure
		return 0, false
	}
	start := it.start
	it.setNumeral(m, start, end)
	if sign {
		it.lo, it.hi, it.value = it.hi.Neg(), it.lo.Neg(), it.value.Neg()
	}
	hundred, thousand := NewNumber(1, 2), NewNumber(1, 3)
	switch {
	case den.Equal(hundred) || den.Equal(thousand):
		it.u = percentUnit
		if den.Equal(thousand) {
			it.scale(NewNumber(1, -1))
		}
		it.uStart, it.uEnd = start, p
	default:
		inv := NewNumber(1, 0).over(den)
		if !inv.Valid() {
			return 0, false
		}
		for _, n := range []*Number{&it.value, &it.lo, &it.hi} {
			if n.Valid() {
				*n = n.over(den)
			}
		}
		it.setFraction(s)
		it.end = end
		s.unitOfFraction(it)
		return it.end, true
	}
	it.end = end
	return end, true
}

var (
	percentUnit  = &unit{kind: KindPercent, code: "%", dim: "percent", strong: true}
	fractionUnit = &unit{kind: KindFraction, dim: "fraction", strong: true}
	doubleUnit   = &unit{kind: KindMultiple, code: "番", dim: "multiple", strong: true}
	ordinalUnit  = &unit{kind: KindOrdinal, dim: "ordinal", strong: true}
	pointUnit    = &unit{kind: KindNumber, code: "点", dim: "index", strong: true}
	scoreUnit    = &unit{kind: KindCount, dim: "count"}
	celsiusUnit  = &unit{kind: KindTemperature, code: "Cel", dim: "temperature", strong: true}
	kWhUnit      = &unit{kind: KindMeasure, code: "kW.h", dim: "energy", strong: true, factor: NewNumber(36, 5)}
	minuteUnit   = &unit{kind: KindDuration, code: "min", dim: "seconds", strong: true, factor: NewNumber(60, 0)}
)

func (it *item) setFraction(s *finder) {
	it.u, it.uStart, it.uEnd = fractionUnit, it.end, it.end
}

// unitOfFraction reads the unit after a fraction that has one: 三分之二英里 keeps its fraction.
func (s *finder) unitOfFraction(it *item) {
	if u, n := s.units.longest(s.f, it.numEnd); u != nil && u.kind == KindMeasure && !u.block && !u.weak && !u.letter {
		it.u, it.uStart, it.uEnd, it.end = u, it.numEnd, it.numEnd+n, it.numEnd+n
	}
}

// slash reads 1/3. A date or a score looks the same, so the denominator must be the greater and small, and a word that
// goes with a share must touch it.
func (s *finder) slash(it *item, p int) (int, bool) {
	f := s.f
	d, end, ok := s.numeral(p)
	if !ok || !d.ascii || d.scaled || d.point || d.comma || d.zeros || it.n.zeros || !d.value.Valid() || runeAt(f, end) == '/' {
		return 0, false
	}
	if it.value.Cmp(d.value) >= 0 || d.value.Cmp(NewNumber(1, 3)) > 0 || d.value.Sign() <= 0 {
		if !s.alone(it.start, end) {
			return 0, false
		}
	}
	if !s.alone(it.start, end) && !oneOf(runeAt(f, it.start-1), "的约近占超达为到至剩少足过有是前后成逾-负") && !oneOf(runeAt(f, end), "的强多以左") {
		return 0, false
	}
	frac := it.value.over(d.value)
	if !frac.Valid() {
		return 0, false
	}
	it.value, it.lo, it.hi = frac, frac, frac
	it.numEnd, it.end = end, end
	it.setFraction(s)
	return end, true
}

// alone reports whether the runes [i, j) are the whole text, but for space and punctuation.
func (s *finder) alone(i, j int) bool {
	for i > 0 && oneOf(s.f[i-1], " ,。;:!?、()“”‘’负-") {
		i--
	}
	for j < len(s.f) && oneOf(s.f[j], " ,。;:!?、()“”‘’\n") {
		j++
	}
	return i == 0 && j == len(s.f)
}

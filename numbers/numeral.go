package numbers

// A numeral is a number as it is written, with its scale (1.7亿, 三万五, 五六百, 几十万, 20多) but without unit.
type numeral struct {
	value  Number // none for series (五六百) and for 几 and 数
	lo, hi Number // bounds; the value twice where it is exact; hi is none nowhere
	loOpen bool   // 20多: lo itself is excluded
	hiOpen bool   // 几十, 20多: hi itself is excluded
	few    bool   // 几, 数
	more   bool   // 多, 余
	bare   bool   // begins with its scale: 百, 万余
	places bool   // Han digits in their places: 二〇〇八
	ascii  bool   // begins with an ASCII digit
	han    bool   // holds numeral characters other than 万 and 亿
	comma  bool   // has thousands separators
	point  bool   // has a decimal point
	letter bool   // its scale is k or w
	scaled bool   // has a scale of 万 or more, or k, w
	zeros  bool   // begins with a superfluous zero: 007
	digits int    // how many digits its first run of digits has before the point
	unit   int    // power of ten of its last scale: 8 for 3.5亿, 2 for 五百, 0 for none
	tail   int    // power of ten of the trailing scales it ends in: 12 for 1.2万亿, 10 for 三百亿
}

// mode restricts what scan reads.
type mode uint8

const (
	noPoint  mode = 1 << iota // no decimal point: 三点 is a clock time
	trillion                  // 兆 is 10^12 everywhere
)

// scanNumeral reads the longest numeral at rune i of folded text. Where the characters there are no well-formed numeral
// (八百一千, 127.0.0.1, more than MaxDigits digits) ok is false and end is where the run of them ends, so that a caller
// who goes on from end works in linear time; end is i where no numeral begins.
func scanNumeral(f []rune, i int) (n numeral, end int, ok bool) {
	return scan(f, i, 0)
}

func scan(f []rune, i int, m mode) (numeral, int, bool) {
	if i < 0 || i >= len(f) {
		return numeral{}, i, false
	}
	s := scanner{f: f, cls: classes(), k: i, m: m, lastSmall: 4, lastLarge: -1, maxLarge: -1}
	switch c := classOf(s.cls, f[i]); c.kind() {
	case clASCII:
		if !s.ascii() {
			return numeral{}, s.skipASCII(), false
		}
	case clHan:
		if s.places(i) {
			return s.finishPlaces(i)
		}
	case clMark:
		if m&noPoint != 0 || !leadingPoint(f, i) || !s.ascii() {
			return numeral{}, i, false
		}
	case clTens, clSmall, clLarge, clFew:
	default:
		return numeral{}, i, false
	}
	return s.run(i)
}

// scanner holds the state of one scan. What has been read is total + cur + pending, and the upper bound is spread above.
type scanner struct {
	f   []rune
	cls *[1 << 16]class
	k   int // next rune
	m   mode
	n   numeral

	total, cur Number // closed by a large scale; of the section before the next large scale
	pending    Number // a coefficient that waits for its scale
	spread     Number // hi-lo, valid for series and few words
	lastSmall  int    // power of ten of the last small scale of the section, 4 at its start
	lastLarge  int    // power of ten of the last large scale, -1 before the first
	maxLarge   int
	pendDigits int  // digits of pending
	fewOnes    bool // the few word stands in the ones (几, 十几): closed above
	afterZero  bool
	frac       bool // the number has a decimal point, so no further coefficient may come
	step       Number
	cut        bool // a last digit was given back: it counts what follows
}

// class returns the class of the rune d places on.
func (s *scanner) class(d int) class { return classOf(s.cls, runeAt(s.f, s.k+d)) }

// ascii reads a run of ASCII digits with separators and decimals into pending. It returns false where the run is no
// number.
func (s *scanner) ascii() bool {
	f, start := s.f, s.k
	k := start
	for isDigit(runeAt(f, k)) {
		k++
	}
	var buf [2 * MaxDigits]byte
	if k-start > MaxDigits {
		return false
	}
	digits := buf[:0]
	for _, r := range f[start:k] {
		digits = append(digits, byte(r))
	}
	s.n.digits = k - start
	s.n.zeros = k-start > 1 && f[start] == '0'
	if k-start <= 3 && s.m&noPoint == 0 && !s.n.zeros {
		for runeAt(f, k) == ',' && isDigit(runeAt(f, k+1)) && isDigit(runeAt(f, k+2)) && isDigit(runeAt(f, k+3)) && !isDigit(runeAt(f, k+4)) {
			if len(digits)+3 > MaxDigits {
				return false
			}
			digits = append(digits, byte(f[k+1]), byte(f[k+2]), byte(f[k+3]))
			k += 4
			s.n.comma = true
		}
		s.n.digits = len(digits)
	}
	exp := 0
	if (runeAt(f, k) == '.' || runeAt(f, k) == '·' && s.middleDot(k)) && isDigit(runeAt(f, k+1)) {
		if s.m&noPoint == 0 {
			p := k + 1
			for isDigit(runeAt(f, p)) {
				p++
			}
			if p-k-1 > MaxDigits || f[k] == '.' && runeAt(f, p) == '.' && isDigit(runeAt(f, p+1)) {
				return false
			}
			for _, r := range f[k+1 : p] {
				digits = append(digits, byte(r))
			}
			exp, k = k+1-p, p
			s.n.point, s.frac = true, true
		}
	}
	if len(digits) <= 18 {
		v := int64(0)
		for _, d := range digits {
			v = v*10 + int64(d-'0')
		}
		s.pending = NewNumber(v, exp)
	} else {
		s.pending = fromDigits(string(digits), exp)
	}
	s.pendDigits = len(digits) + exp
	s.n.ascii, s.k, s.n.tail, s.afterZero = true, k, 0, false
	return true
}

// middleDot tells whether · at k is a decimal point, as older papers print it: 1·7亿, 5·3%. Before anything but a scale
// or a percent sign it may join the parts of a date (9·11).
func (s *scanner) middleDot(k int) bool {
	p := k + 1
	for classOf(s.cls, runeAt(s.f, p)).digit() {
		p++
	}
	return p > k+1 && (oneOf(runeAt(s.f, p), "%‰万亿倍元吨") || hasAt(s.f, p, "个百分点"))
}

// skipASCII returns the end of a run of digits, dots and separators.
func (s *scanner) skipASCII() int {
	k := s.k
	for isDigit(runeAt(s.f, k)) || oneOf(runeAt(s.f, k), ".,") && isDigit(runeAt(s.f, k+1)) {
		k++
	}
	return k
}

// places reports whether Han digits in their places begin at i: two or more in a row, but not a series (五六百, 三四个).
func (s *scanner) places(i int) bool {
	a, b := s.class(0), s.class(1)
	if b.kind() != clHan || runeAt(s.f, i+1) == '两' && !oneOf(runeAt(s.f, i+2), "零〇") {
		return false
	}
	if classOf(s.cls, runeAt(s.f, i+2)).kind() == clHan {
		return true
	}
	return !series(a.value(), b.value())
}

// series reports whether two digits in a row mean "a or b".
func series(a, b int) bool { return a > 0 && b == a+1 || a == 3 && b == 5 }

// finishPlaces reads Han digits in their places, with decimals.
func (s *scanner) finishPlaces(i int) (numeral, int, bool) {
	k := i
	digits := make([]byte, 0, 2*MaxDigits)
	for ; classOf(s.cls, runeAt(s.f, k)).kind() == clHan; k++ {
		s.n.zeros = s.n.zeros || s.f[k] == '幺'
		if len(digits) <= MaxDigits {
			digits = append(digits, '0'+byte(classOf(s.cls, s.f[k]).value()))
		}
	}
	if len(digits) > MaxDigits || classOf(s.cls, runeAt(s.f, k)).numeral() || s.f[i] == '两' {
		return numeral{}, s.skipHan(k), false
	}
	s.n.digits = len(digits)
	exp := 0
	if p := s.point(k); p > 0 {
		q := p
		for ; classOf(s.cls, runeAt(s.f, q)).digit(); q++ {
			if q-p >= MaxDigits {
				return numeral{}, s.skipHan(q), false
			}
			digits = append(digits, '0'+byte(classOf(s.cls, s.f[q]).value()))
		}
		if s.point(q) > 0 {
			return numeral{}, s.skipHan(q), false
		}
		exp, k = p-q, q
		s.n.point = true
	}
	s.n.value = fromDigits(string(digits), exp)
	s.n.lo, s.n.hi = s.n.value, s.n.value
	s.n.places, s.n.han = true, true
	s.n.zeros = s.n.zeros || digits[0] == '0'
	return s.n, k, true
}

// point returns where the decimals begin if a decimal point stands at k, else 0. 三点五十 and 三点一刻 are clock times.
func (s *scanner) point(k int) int {
	r := runeAt(s.f, k)
	if s.m&noPoint != 0 || r != '点' && r != '.' && (r != '·' || !s.middleDot(k)) {
		return 0
	}
	p := k + 1
	for classOf(s.cls, runeAt(s.f, p)).digit() && p-k <= MaxDigits+1 {
		p++
	}
	if p == k+1 {
		return 0
	}
	if next := runeAt(s.f, p); next == '十' || next == '刻' || r == '.' && isDigit(s.f[k+1]) {
		return 0
	}
	return k + 1
}

// skipHan returns the end of a run of numeral characters.
func (s *scanner) skipHan(k int) int {
	for c := classOf(s.cls, runeAt(s.f, k)); c.numeral() || c.kind() == clASCII || runeAt(s.f, k) == '点' && classOf(s.cls, runeAt(s.f, k+1)).numeral(); c = classOf(s.cls, runeAt(s.f, k)) {
		k++
	}
	return k
}

// run reads a numeral of coefficients and scales.
func (s *scanner) run(start int) (numeral, int, bool) {
loop:
	for s.k < len(s.f) {
		c := s.class(0)
		switch c.kind() {
		case clASCII:
			if s.pending.Valid() || s.spread.Valid() || s.frac || s.n.more {
				break loop
			}
			first := s.n
			if !s.ascii() || s.frac && !first.scaled { // 2万4193.57 is fine, 2千3.5 is not
				return numeral{}, s.skipHan(s.skipASCII()), false
			}
			s.n.digits, s.n.ascii, s.n.zeros = first.digits, first.ascii, first.zeros
			continue
		case clHan:
			if !s.hanDigit(c.value()) {
				break loop
			}
		case clTens:
			if s.pending.Valid() || s.spread.Valid() || s.frac || s.lastSmall <= 1 || s.n.more {
				break loop
			}
			s.cur = plus(s.cur, NewNumber(int64(c.value()), 1))
			s.lastSmall, s.afterZero, s.n.han, s.n.unit = 1, false, true, 0
		case clSmall:
			if !s.small(c.value(), s.k == start) {
				break loop
			}
		case clLarge:
			if !s.large(c.value(), s.k == start) {
				break loop
			}
		case clFew:
			if !s.fewWord(s.k == start) {
				break loop
			}
		default:
			if p := s.point(s.k); p > 0 && s.pointAllowed() {
				if !s.decimals(p) {
					return numeral{}, s.skipHan(s.k), false
				}
				continue
			}
			switch r := s.f[s.k]; {
			case (r == '多' || r == '余') && s.moreWord():
			case r == ' ' && s.n.ascii && s.pending.Valid() && s.class(1).kind() == clLarge:
			case (r == 'k' || r == 'w') && s.letterScale(r):
			default:
				break loop
			}
		}
		s.k++
	}
	return s.finish(start)
}

// plus adds where none counts as zero.
func plus(a, b Number) Number {
	switch {
	case !a.Valid():
		return b
	case !b.Valid():
		return a
	}
	return a.Add(b)
}

func (s *scanner) hanDigit(v int) bool {
	next := s.class(1)
	switch {
	case s.frac || s.n.more:
		return false
	case v == 0 && oneOf(s.f[s.k], "零〇"):
		if s.pending.Valid() || s.spread.Valid() {
			return false
		}
		if !s.cur.Valid() && !s.total.Valid() { // 零 itself, 零点五
			if next.numeral() {
				return false
			}
			s.pending, s.pendDigits, s.n.han, s.n.digits = NewNumber(0, 0), 1, true, 1
			return true
		}
		if s.afterZero || next.kind() != clHan && next.kind() != clASCII && next.kind() != clSmall && next.kind() != clTens || next == clHan {
			return false
		}
		s.afterZero = true
		return true
	case s.spread.Valid():
		return false
	case s.pending.Valid():
		low, isInt := s.pending.Int64()
		if !isInt || s.n.ascii && s.pendDigits > 1 || !series(int(low), v) {
			return false
		}
		if next.kind() == clHan || s.f[s.k] == '两' && low == 1 && s.k > 0 && !s.seriesUnit() {
			return false
		}
		s.spread = NewNumber(int64(v)-low, 0)
		return true
	}
	s.pending, s.pendDigits, s.n.han = NewNumber(int64(v), 0), 1, true
	s.n.tail, s.afterZero = 0, false
	return true
}

// seriesUnit reports whether 一两 goes on as "one or two" and is not one tael: a scale or classifier follows.
func (s *scanner) seriesUnit() bool {
	next := runeAt(s.f, s.k+1)
	return s.class(1).numeral() || oneOf(next, "个名家次天年周位件起场人岁年句句条种项只头块元毛小分点米")
}

// small takes 十 百 千.
func (s *scanner) small(u int, first bool) bool {
	if s.n.more {
		return false
	}
	if u == 3 && !first && unitAfterThousand(s.f, s.k+1, s.n.ascii && !s.spread.Valid()) || u == 2 && !first && hasAt(s.f, s.k+1, "分") && oneOf(runeAt(s.f, s.k+2), "点之比数") {
		return false
	}
	if u >= s.lastSmall {
		return false
	}
	if !s.pending.Valid() {
		switch {
		case s.spread.Valid():
			return false
		case first:
			s.n.bare = u > 1
		case u == 1 && (s.cur.Valid() && !s.n.bare || s.afterZero), s.afterZero: // 一百十一, 一千零十, 一万零百
		default:
			return false
		}
		s.pending = NewNumber(1, 0)
	}
	if s.pendDigits > 1 && s.cur.Valid() { // 5百20千
		return false
	}
	s.cur = plus(s.cur, s.pending.shift(u))
	s.widen(u)
	s.pending, s.pendDigits = Number{}, 0
	s.lastSmall, s.afterZero, s.n.han, s.n.unit = u, false, true, u
	s.n.tail += u
	if s.frac {
		s.lastSmall = 0
	}
	return true
}

// large takes 万 亿.
func (s *scanner) large(u int, first bool) bool {
	if s.afterZero || u == 12 && s.m&trillion == 0 && !moneyAfter(s.f, s.k+1) {
		return false
	}
	section := plus(s.cur, s.pending)
	if !section.Valid() && !s.total.Valid() {
		if !first {
			return false
		}
		section, s.n.bare = NewNumber(1, 0), true
	}
	switch {
	case s.lastLarge < 0:
		s.total = section.shift(u)
	case u > s.lastLarge && s.lastLarge == s.maxLarge: // 1万2千亿, 1.2万亿
		s.total = plus(s.total, section).shift(u)
	case u == s.lastLarge && !section.Valid() && s.f[s.k-1] == s.f[s.k]: // 万万
		s.total = s.total.shift(u)
	case u < s.lastLarge && section.Valid():
		s.total = s.total.Add(section.shift(u))
	default:
		return false
	}
	s.n.tail += u
	s.widen(u)
	s.cur, s.pending, s.pendDigits, s.lastSmall = Number{}, Number{}, 0, 4
	s.lastLarge, s.maxLarge = u, max(u, s.maxLarge)
	s.n.scaled, s.n.unit = true, u
	return !s.tooLong()
}

// tooLong reports whether the number has outgrown MaxDigits; it then poisons the scan, so that finish refuses it.
func (s *scanner) tooLong() bool {
	if s.total.rat == nil && int(s.total.exp)+19 <= MaxDigits {
		return false
	}
	if len(s.total.String()) > MaxDigits {
		s.n.zeros, s.total = false, Number{}
		s.lastLarge = tooLarge
		return true
	}
	return false
}

const tooLarge = 1 << 10 // lastLarge of a number that is too long

// widen scales what lies between the bounds.
func (s *scanner) widen(u int) {
	if s.spread.Valid() {
		if s.fewOnes {
			s.fewOnes = false
			s.spread = s.spread.Add(NewNumber(1, 0))
			s.n.hiOpen = true
		}
		s.spread = s.spread.shift(u)
	}
	if s.step.Valid() {
		s.step = s.step.shift(u)
	}
}

// fewWord takes 几 and 数: 几十, 十几, 数百.
func (s *scanner) fewWord(first bool) bool {
	if s.spread.Valid() || s.frac || s.n.more || s.afterZero {
		return false
	}
	next := s.class(1)
	scale := next.kind() == clSmall || next.kind() == clLarge
	if s.n.ascii && s.tensOnly() { // 20几
		s.cur, s.pending, s.lastSmall = s.pending, Number{}, 1
	}
	switch {
	case s.pending.Valid():
		return false
	case s.f[s.k] == '数' && !scale:
		return false
	case first:
	case s.n.bare || s.lastSmall > 3 && s.cur.Valid():
		return false
	case s.lastSmall == 1: // 十几, 二十几
	case scale: // 一百几十
	default:
		return false
	}
	low := int64(2)
	if s.lastSmall == 1 {
		low = 1
	}
	s.pending, s.pendDigits = NewNumber(low, 0), 1
	s.spread, s.fewOnes = NewNumber(9-low, 0), true
	s.n.few, s.n.han = true, true
	return true
}

// tensOnly reports whether the pending ASCII coefficient is a whole number of tens: 几 may count its ones.
func (s *scanner) tensOnly() bool {
	v, ok := s.pending.Int64()
	return ok && v > 0 && v < 100 && v%10 == 0 && s.f[s.k] == '几' && !s.cur.Valid() && !s.total.Valid()
}

func (s *scanner) pointAllowed() bool {
	return !s.frac && !s.spread.Valid() && !s.n.more && !s.afterZero && (s.pending.Valid() || s.cur.Valid()) && (!s.n.ascii || s.n.han || s.pointOfUnit())
}

// pointOfUnit reports whether 点 after ASCII digits is a decimal point, as a unit after it tells that clock times do not
// have: 8点5倍.
func (s *scanner) pointOfUnit() bool {
	k := s.k + 1
	for classOf(s.cls, runeAt(s.f, k)).digit() && k < s.k+MaxDigits {
		k++
	}
	return s.f[s.k] == '点' && oneOf(runeAt(s.f, k), "倍度%亿万华摄") || s.f[s.k] == '点' && runeAt(s.f, k) == '分' && endsAt(s.f, s.k-s.n.digits, "评分")
}

// decimals takes the digits after a decimal point, which begin at p.
func (s *scanner) decimals(p int) bool {
	k := p
	frac := Number{}
	var digits []byte
	for ; classOf(s.cls, runeAt(s.f, k)).digit(); k++ {
		if k-p >= MaxDigits {
			s.k = k
			return false
		}
		digits = append(digits, '0'+byte(classOf(s.cls, s.f[k]).value()))
	}
	frac = fromDigits(string(digits), p-k)
	if s.point(k) > 0 {
		s.k = k
		return false
	}
	s.pending = plus(plus(s.cur, s.pending), frac)
	s.cur, s.pendDigits, s.k = Number{}, 2, k
	s.frac, s.n.point, s.lastSmall = true, true, 4
	return true
}

// moreWord takes 多 and 余, if the word does not begin something else.
func (s *scanner) moreWord() bool {
	if s.n.more || s.spread.Valid() || s.afterZero || !moreFollows(s.f, s.k) {
		return false
	}
	if s.pending.Valid() && (s.cur.Valid() || s.lastLarge >= 0) && s.pendDigits == 1 { // 三万五多
		return false
	}
	sum := plus(plus(s.total, s.cur), s.pending)
	exp := sum.lastDigit()
	if !s.pending.Valid() && !s.cur.Valid() && s.lastLarge >= 0 {
		exp = min(exp, s.lastLarge)
	}
	s.n.more, s.step = true, NewNumber(1, exp)
	return true
}

// letterScale takes k (thousand) and w (万) after ASCII digits.
func (s *scanner) letterScale(r rune) bool {
	if !s.n.ascii || !s.pending.Valid() || s.cur.Valid() || s.total.Valid() || isLetter(runeAt(s.f, s.k+1)) || isDigit(runeAt(s.f, s.k+1)) || s.n.letter {
		return false
	}
	u := 3
	if r == 'w' {
		u = 4
	}
	s.total, s.pending = s.pending.shift(u), Number{}
	s.n.letter, s.n.scaled, s.n.unit, s.n.tail = true, true, u, u
	s.lastLarge, s.maxLarge = u, u
	return true
}

// moreFollows reports whether 多 or 余 at k qualifies the numeral before it and does not begin a word of its own.
func moreFollows(f []rune, k int) bool {
	next := runeAt(f, k+1)
	if f[k] == '多' {
		return !oneOf(next, "数方样边式维用媒少么") && !hasAt(f, k+1, "元化") && !hasAt(f, k+1, "元素")
	}
	return !oneOf(next, "额下热震党地款票")
}

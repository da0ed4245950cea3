package numbers

import (
	"github.com/xinwen-go/xinwen/internal/trie"
	"github.com/xinwen-go/xinwen/text"
)

// finder reads the quantities of one text. It works in rune indexes of the folded text.
type finder struct {
	t     *text.Text
	f     []rune
	cls   *[1 << 16]class
	units *units
	traps *trie.Trie
	times []Time
	time  int // the first time that does not end before the rune in hand
	// timeStart is the rune where that time begins, or the end of the text.
	timeStart int
	from      int // end of the last quantity or trap: nothing reaches back over it
	out       []Quantity
	m         mode
	home      *home
	upper     bool              // the item in hand is the upper end of a range
	shared    map[string]string // what 卢比 and its like mean in this text
}

// appendQuantities appends the quantities of t to dst, in order.
func appendQuantities(dst []Quantity, t *text.Text, h *home, times []Time, m mode) []Quantity {
	s := finder{t: t, f: t.Folded(), cls: classes(), units: unitTable(), traps: trapWords(), home: h, times: times, out: dst, m: m}
	begins := starts()
	for i := 0; i < len(s.f); {
		if i < s.timeStart && !begins.has(s.f[i]) {
			i++
			continue
		}
		i = s.step(i)
	}
	return s.out
}

// numeral reads the numeral at rune i.
func (s *finder) numeral(i int) (numeral, int, bool) { return scan(s.f, i, s.m) }

// step reads what begins at rune i and returns the rune to go on from.
func (s *finder) step(i int) int {
	f := s.f
	r := f[i]
	if i >= s.timeStart {
		if end := s.timeAt(i); end > i {
			return s.insideTime(i, end)
		}
	}
	c := classOf(s.cls, r)
	if s.traps.Begins(r) {
		if n, v, ok := s.traps.Longest(f[i:]); ok && v == 0 && !s.seriesGoesOn(i, n) {
			s.from = i + n
			return i + n
		}
	}
	if c == 0 || r == '零' && oneOf(runeAt(f, i+1), "下上") || ambiguousDigit(f, s.cls, i) {
		return i + 1
	}
	if c.kind() == clASCII && i > 0 && (isLetter(f[i-1]) || isDigit(f[i-1])) {
		if u, _ := signBefore(f, i); u == nil && !s.upperUnit(i) {
			return s.code(i)
		}
	}
	switch r {
	case '第':
		return s.ordinal(i)
	case '翻':
		return s.doubling(i)
	case '过', '米':
		return s.unwritten(i)
	}
	if c.kind() == clMark && r != '半' && !leadingPoint(f, i) {
		return i + 1
	}
	var q Quantity
	var it item
	end, ok := s.readItem(i, &it)
	if !ok {
		s.from = end
		return end
	}
	if next := s.skipRatio(&it); next > 0 {
		s.from = next
		return next
	}
	return s.figure(&it, &q)
}

// seriesGoesOn reports whether a trap of n runes at i is a figure after all: the beginning of a longer numeral (三万一 in
// 三万一千), or a scale with a modifier before it.
func (s *finder) seriesGoesOn(i, n int) bool {
	if c := classOf(s.cls, s.f[i]); (c.kind() == clSmall || c.kind() == clLarge) && i > s.from && oneOf(runeAt(s.f, i-1), "上近逾超过约") {
		return true // 上百家, 近千里
	}
	if s.f[i+n-1] == '分' && classOf(s.cls, runeAt(s.f, i+n)).numeral() && classOf(s.cls, s.f[i]).kind() == clSmall { // 百分三十
		return true
	}
	last := classOf(s.cls, s.f[i+n-1])
	next := classOf(s.cls, runeAt(s.f, i+n))
	return last.kind() == clHan && (next.kind() == clSmall || next.kind() == clLarge) ||
		last.numeral() && next.numeral() && classOf(s.cls, s.f[i]).numeral()
}

// upperUnit reports whether the letters before i are a word on its own before a figure with a strong unit (GDP1.2万亿元).
func (s *finder) upperUnit(i int) bool {
	if !isLetter(s.f[i-1]) {
		return false
	}
	n, end, ok := s.numeral(i)
	if !ok || end-i < 2 && !n.scaled {
		return false
	}
	u, _ := s.units.longest(s.f, end)
	return u != nil && (u.kind == KindMoney || u.kind == KindPercent) && (n.scaled || n.point || u.kind == KindPercent)
}

// code passes over a token of letters, digits and joints, a code: H7N9, GPT-4, v2.0.1.
func (s *finder) code(i int) int {
	k := i
	for k < len(s.f) && (isDigit(s.f[k]) || isLetter(s.f[k]) || oneOf(s.f[k], ".-_/") && (isDigit(runeAt(s.f, k+1)) || isLetter(runeAt(s.f, k+1)))) {
		k++
	}
	s.from = max(k, i+1)
	return s.from
}

// timeAt returns the end of the time expression that covers rune i, or i.
func (s *finder) timeAt(i int) int {
	for s.time < len(s.times) && s.times[s.time].End <= s.t.Offset(i) {
		s.time++
	}
	if s.time == len(s.times) {
		s.timeStart = len(s.f)
		return i
	}
	s.timeStart = s.t.Rune(s.times[s.time].Start)
	if s.timeStart <= i {
		return s.t.Rune(s.times[s.time].End)
	}
	return i
}

// insideTime passes over a time expression that goes on to end. A duration that it is anchored on is a quantity too where
// the words after it tell how long something has been going on: 20多年 of 20多年来.
func (s *finder) insideTime(i, end int) int {
	defer func() { s.from = end }()
	start := s.t.Rune(s.times[s.time].Start)
	if i != start || s.times[s.time].Kind == TimeDate || !classOf(s.cls, s.f[i]).numeral() && !isDigit(s.f[i]) && s.f[i] != '几' && s.f[i] != '半' {
		return end
	}
	var it item
	if itemEnd, ok := s.readItem(i, &it); ok && itemEnd <= end && it.u != nil && it.u.kind == KindDuration {
		switch rest := string(s.f[itemEnd:min(end, itemEnd+4)]); rest {
		case "", "来", "以来", "间", "期间", "里", "内", "之内", "以内", "中":
			var q Quantity
			if it.n.digits == 4 && it.exact() && it.u.code == "a" {
				return end
			}
			s.figureWithin(&it, &q, end)
		}
	}
	return end
}

// figureWithin reads a figure whose modifiers end before rune end.
func (s *finder) figureWithin(it *item, q *Quantity, end int) {
	n := len(s.out)
	s.figure(it, q)
	if len(s.out) > n && s.t.Rune(s.out[n].End) > end {
		s.out = s.out[:n]
	}
}

// yuan returns the code of a bare 元.
func (s *finder) yuan() string { return s.home.yuan() }

// sharedCurrency returns which of the candidates a currency name that several countries share means, read from the whole
// text the first time it is asked for.
func (s *finder) sharedCurrency(codes string, candidates []string) string {
	code, known := s.shared[codes]
	if !known {
		if s.shared == nil {
			s.shared = map[string]string{}
		}
		code = currencyOf(s.f, candidates)
		s.shared[codes] = code
	}
	return code
}

// before reports whether one of the words stands in the n runes before i, within the clause.
func (s *finder) before(i, n int, words ...string) bool {
	low := max(0, i-n)
	for k := i - 1; k >= low; k-- {
		if clauseEnd(s.f, k) {
			low = k + 1
			break
		}
	}
	for k := low; k < i; k++ {
		for _, w := range words {
			if hasAt(s.f[:i], k, w) {
				return true
			}
		}
	}
	return false
}

// clauseEnd reports whether a clause ends at rune k.
func clauseEnd(f []rune, k int) bool {
	switch f[k] {
	case ',', ':':
		return k == 0 || k+1 == len(f) || !isDigit(f[k-1]) || !isDigit(f[k+1])
	case '。', ';', '!', '?', '\n':
		return true
	}
	return false
}

// add appends a quantity to the result, which has room for a few from the first on.
func (s *finder) add(q *Quantity) {
	if cap(s.out) == 0 {
		s.out = make([]Quantity, 0, 16)
	}
	s.out = append(s.out, *q)
}

package numbers

import "sync"

// class tells what a folded rune may be in a numeral: the kind in the high bits, its value in the low four.
type class uint8

const (
	clASCII class = (iota + 1) << 4 // 0-9; the value is the digit
	clHan                           // 零 一 … 九 两 幺; the value is the digit
	clTens                          // 廿 卅 卌; the value is the number of tens
	clSmall                         // 十 百 千; the value is the power of ten
	clLarge                         // 万 亿 兆; the value is the power of ten
	clFew                           // 几 数
	clMark                          // may begin a figure without being a numeral: 半, 第, ¥ …
	clMask  class = 0xF0
)

func (c class) kind() class { return c & clMask }
func (c class) value() int  { return int(c & 0xF) }

// digit reports whether c is a digit of either writing.
func (c class) digit() bool { return c.kind() == clASCII || c.kind() == clHan }

// numeral reports whether a rune of this class belongs to numerals of Han characters.
func (c class) numeral() bool {
	k := c.kind()
	return k == clHan || k == clTens || k == clSmall || k == clLarge
}

// classes is the class of each rune of the basic plane.
var classes = sync.OnceValue(func() *[1 << 16]class {
	t := new([1 << 16]class)
	for r := '0'; r <= '9'; r++ {
		t[r] = clASCII | class(r-'0')
	}
	for i, same := range []string{"零〇", "一壹幺", "二贰两", "三叁参", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"} {
		for _, r := range same {
			t[r] = clHan | class(i)
		}
	}
	for i, r := range []rune("廿卅卌") {
		t[r] = clTens | class(i+2)
	}
	for i, same := range []string{"十拾", "百佰", "千仟"} {
		for _, r := range same {
			t[r] = clSmall | class(i+1)
		}
	}
	t['万'] = clLarge | 4
	t['亿'] = clLarge | 8
	t['兆'] = clLarge | 12
	t['几'], t['数'] = clFew, clFew
	for _, r := range "半第¥$€£₩₹฿翻每.过米" {
		t[r] = clMark
	}
	return t
})

// classOf returns the class of a folded rune, 0 where it has none.
func classOf(t *[1 << 16]class, r rune) class {
	if uint32(r) < 1<<16 {
		return t[r]
	}
	return 0
}

// runeAt returns rune i of f, or 0 outside it.
func runeAt(f []rune, i int) rune {
	if i < 0 || i >= len(f) {
		return 0
	}
	return f[i]
}

// hasAt reports whether s stands at rune i of f.
func hasAt(f []rune, i int, s string) bool {
	for _, r := range s {
		if runeAt(f, i) != r || i < 0 {
			return false
		}
		i++
	}
	return true
}

// endsAt reports whether s ends just before rune i of f.
func endsAt(f []rune, i int, s string) bool {
	n := 0
	for range s {
		n++
	}
	return hasAt(f, i-n, s)
}

func isDigit(r rune) bool  { return '0' <= r && r <= '9' }
func isLetter(r rune) bool { return 'a' <= r && r <= 'z' }

// oneOf reports whether r is a rune of set.
func oneOf(r rune, set string) bool {
	if r == 0 {
		return false
	}
	for _, s := range set {
		if s == r {
			return true
		}
	}
	return false
}

// isHan is text.IsHan for the runes of the basic plane, which is where words of figures are written.
func isHan(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF || r == '〇' }

package numbers

import (
	"github.com/xinwen-go/xinwen/text"
)

// AppendNumerals appends the spans of the numerals of t to dst, in order, as byte ranges of t.String(): what a segmenter
// keeps whole. A numeral comes with its scale, sign of percent and the words that make it vague or a fraction: 1.7亿, 5.3%,
// 百分之三十, 三分之二, 第一, 20多, 十几, 数百; without unit or classifier. A single Han digit (一, 两) is left to the
// segmenter, and so are words that merely hold digits (万一, 五花八门, H7N9).
//
// It is a lexical pass, a good deal cheaper than [Reader.Read], and allocates nothing but dst.
func AppendNumerals(dst []text.Span, t *text.Text) []text.Span {
	f, cls, traps, begins := t.Folded(), classes(), trapWords(), starts()
	for i := 0; i < len(f); {
		r := f[i]
		if !begins.has(r) {
			i++
			continue
		}
		if traps.Begins(r) {
			if n, v, ok := traps.Longest(f[i:]); ok && v == 0 {
				i += n
				continue
			}
		}
		c := classOf(cls, r)
		start := i
		if r == '第' {
			i++
			c = classOf(cls, runeAt(f, i))
		}
		if c.kind() == clMark || c == 0 {
			i = start + 1
			continue
		}
		if c.kind() == clASCII && i > 0 && (isLetter(f[i-1]) || f[i-1] == '-' && i > 1 && isLetter(f[i-2])) || ambiguousDigit(f, cls, i) {
			i++
			for i < len(f) && isDigit(f[i]) {
				i++
			}
			continue
		}
		_, end, ok := scanNumeral(f, i)
		if !ok {
			i = max(end, i+1)
			continue
		}
		end = numeralEnd(f, end)
		if end-start > 1 || c.kind() == clASCII {
			dst = append(dst, t.Span(start, end))
		}
		i = end
	}
	return dst
}

// numeralEnd goes on over 分之 and its numerator, % and ‰.
func numeralEnd(f []rune, end int) int {
	if hasAt(f, end, "分之") {
		if _, e, ok := scanNumeral(f, end+2); ok {
			end = e
		}
	}
	if r := runeAt(f, end); r == '%' || r == '‰' {
		end++
	}
	return end
}

// ambiguousDigit reports whether the character at i is one of the formal digits that are common characters too (陆 伍 参 肆
// 拾) and none of the company it keeps as a digit follows it.
func ambiguousDigit(f []rune, cls *[1 << 16]class, i int) bool {
	switch f[i] {
	case '陆', '伍', '参', '肆', '拾', '幺':
	default:
		return false
	}
	if len(f) == 1 {
		return false
	}
	next := runeAt(f, i+1)
	if f[i] == '幺' {
		return classOf(cls, next).kind() != clHan
	}
	return !oneOf(next, "拾佰仟万亿元圆角分壹贰叁肆伍陆柒捌玖零")
}

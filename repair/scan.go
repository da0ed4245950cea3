package repair

import (
	"sync"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/text"
)

// found tells what a text may have to be looked at for.
type found uint16

const (
	foundFarm      found = 1 << iota // an annotation or the mark of a lost byte
	foundEntity                      // an ampersand that may begin an entity
	foundInvisible                   // a control or format character
	foundCompat                      // a compatibility ideograph or a radical
	foundLatin                       // Latin letters that may be the bytes of another charset
	foundUTF8                        // characters that UTF-8 read as GBK gives
	foundCommas                      // a text of a farm, in which commas may have been inserted
	foundBig5                        // characters that Big5 read as GBK gives, or GBK as Big5
)

// The bytes at which scan stops: 0 for those that it passes over.
const (
	stopControl = 1 + iota
	stopAmp
	stopParen
	stopQuestion
	stopC2
	stopLatin
	stopE2
	stopE3
	stopHan
	stopEE
	stopEF
	stopF0
)

var stops = [256]uint8{
	0: stopControl, 1: stopControl, 2: stopControl, 3: stopControl, 4: stopControl, 5: stopControl, 6: stopControl, 7: stopControl,
	8: stopControl, 11: stopControl, 12: stopControl, 14: stopControl, 15: stopControl, 16: stopControl, 17: stopControl,
	18: stopControl, 19: stopControl, 20: stopControl, 21: stopControl, 22: stopControl, 23: stopControl, 24: stopControl,
	25: stopControl, 26: stopControl, 27: stopControl, 28: stopControl, 29: stopControl, 30: stopControl, 31: stopControl, 127: stopControl,
	'&': stopAmp, '(': stopParen, '?': stopQuestion,
	0xC2: stopC2, 0xC3: stopLatin, 0xC5: stopLatin, 0xC6: stopLatin, 0xCB: stopLatin, 0xCD: stopControl,
	0xE1: stopControl, 0xE2: stopE2, 0xE3: stopE3, 0xE4: stopHan, 0xE5: stopHan, 0xE6: stopHan, 0xE7: stopHan, 0xE8: stopHan, 0xE9: stopHan,
	0xEE: stopEE, 0xEF: stopEF, 0xF0: stopF0,
}

// utf8Pairs marks, by the low 16 bits of a Han character, those whose two GBK bytes begin a Han character in UTF-8.
var utf8Pairs = sync.OnceValue(func() *[1 << 13]uint8 {
	b := new([1 << 13]uint8)
	g := gbk()
	gbkCodes(func(c code) {
		if lead, trail := c>>8, c&0xFF; lead >= 0xE4 && lead <= 0xE9 && trail >= 0x80 && trail < 0xC0 {
			r := g.toRune[c]
			b[r>>3] |= 1 << (r & 7)
		}
	})
	return b
})

// scan looks over a text once. It errs on the side of finding.
func scan(s string) found {
	var f found
	pairs := utf8Pairs()
	lastPair := -100 // where the last character of pairs began
	latin := 0       // where the last Latin letter ended
	for i := 0; i < len(s); {
		stop := stops[s[i]]
		if stop == 0 {
			i++
			continue
		}
		switch stop {
		case stopHan:
			if i+2 < len(s) {
				r := uint16(s[i])<<12 | uint16(s[i+1]&0x3F)<<6 | uint16(s[i+2]&0x3F)
				if pairs[r>>3]&(1<<(r&7)) != 0 {
					if i-lastPair <= 9 {
						f |= foundUTF8
					}
					lastPair = i
				} else if r == '锟' {
					f |= foundUTF8
				}
			}
			i += 3
			continue
		case stopControl:
			if s[i] < 0x80 || invisible(decode(s[i:])) {
				f |= foundInvisible
			}
		case stopAmp:
			if f&foundEntity == 0 {
				if _, n := entity(s[i:]); n > 0 {
					f |= foundEntity
				}
			}
		case stopParen:
			if f&foundFarm == 0 && annotationLike(s, i) {
				f |= foundFarm
			}
		case stopQuestion:
			if f&foundFarm == 0 && i+1 < len(s) && (cutMark(s[i+1:]) || syllableLike(s[i+1:])) {
				f |= foundFarm
			}
		case stopC2, stopLatin:
			if s[i] == 0xC2 && i+1 < len(s) && (s[i+1] < 0xA0 || s[i+1] == 0xAD) {
				f |= foundInvisible
			}
			if latin == i && i > 0 {
				f |= foundLatin
			}
			latin = i + 2
		default:
			r := decode(s[i:])
			switch {
			case r == utf8.RuneError:
				f |= foundFarm
			case invisible(r):
				f |= foundInvisible
			case compat(r) || radical(r):
				f |= foundCompat
			case r >= 0xE4C6 && r < 0xE766, r >= 'ㄅ' && r <= 'ㄩ':
				f |= foundBig5
			case r >= 0x2018 && r <= 0x2122 && latin == i && i > 0:
				f |= foundLatin // a byte of windows-1252
				latin = i + 3
			}
		}
		i++
	}
	return f
}

func decode(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// annotationLike reports whether an annotation may stand at s[i].
func annotationLike(s string, i int) bool {
	n := syllableLength(s[i+1:])
	if n == 0 {
		return false
	}
	if !ascii(s[i+1 : i+n]) {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return text.IsHan(r) || r == ')'
}

// syllableLike reports whether s may begin with a syllable with a tone mark and a closing bracket.
func syllableLike(s string) bool {
	n := syllableLength(s)
	return n > 0 && !ascii(s[:n])
}

// syllableLength is the length of what may be a syllable at the start of s, with its closing bracket, or 0.
func syllableLength(s string) int {
	for i := 0; i < len(s) && i <= maxSyllable; i++ {
		switch b := s[i]; {
		case b == ')' && i > 0:
			return i + 1
		case b < 'a', b > 'z' && b < 0x80, b > 0xCD:
			return 0
		}
	}
	return 0
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

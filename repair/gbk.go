package repair

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// A code is a character in GBK: one byte for ASCII, else lead<<8 | trail. Zero is no character of GBK.
type code = uint16

// gbkTables are the two directions of the two-byte part of GBK, the private-use areas included.
type gbkTables struct {
	toRune [1 << 16]uint16
	toCode [1 << 16]code
}

const (
	firstLead, lastLead   = 0x81, 0xFE
	firstTrail, lastTrail = 0x40, 0xFE
	euroByte              = 0x80 // code page 936 reads this single byte as the euro sign
)

// gbkCodes calls f for each two-byte code in order.
func gbkCodes(f func(c code)) {
	for lead := firstLead; lead <= lastLead; lead++ {
		for trail := firstTrail; trail <= lastTrail; trail++ {
			if trail != 0x7F {
				f(code(lead<<8 | trail))
			}
		}
	}
}

var gbk = sync.OnceValue(func() *gbkTables {
	t := new(gbkTables)
	dec := simplifiedchinese.GBK.NewDecoder()
	gbkCodes(func(c code) {
		s, err := dec.Bytes([]byte{byte(c >> 8), byte(c)})
		if err != nil {
			return
		}
		if r, n := utf8.DecodeRune(s); n == len(s) && r != utf8.RuneError && r < 1<<16 {
			t.toRune[c] = uint16(r)
			if t.toCode[r] == 0 {
				t.toCode[r] = c
			}
		}
	})
	privateCodes(func(c code, r rune) {
		if t.toRune[c] == 0 && t.toCode[r] == 0 {
			t.toRune[c], t.toCode[r] = uint16(r), c
		}
	})
	return t
})

// privateCodes calls f for each code that code page 936 maps to a private-use character.
func privateCodes(f func(c code, r rune)) {
	r := rune(0xE000)
	area := func(leads, lastLead, trails, lastTrail int) {
		for lead := leads; lead <= lastLead; lead++ {
			for trail := trails; trail <= lastTrail; trail++ {
				if trail != 0x7F {
					f(code(lead<<8|trail), r)
					r++
				}
			}
		}
	}
	area(0xAA, 0xAF, 0xA1, 0xFE)
	area(0xF8, 0xFE, 0xA1, 0xFE)
	area(0xA1, 0xA7, 0x40, 0xA0)
	for _, s := range privateScattered {
		for i := range s.n {
			f(s.code+code(i), s.r+rune(i))
		}
	}
}

// privateScattered are the gaps of the rows of symbols, which code page 936 fills with private-use characters.
var privateScattered = []struct {
	code code
	r    rune
	n    int
}{
	{0xA2AB, 0xE766, 6}, {0xA2E4, 0xE76D, 1}, {0xA2EF, 0xE76E, 2}, {0xA2FD, 0xE770, 2}, {0xA4F4, 0xE772, 11}, {0xA5F7, 0xE77D, 8},
	{0xA6B9, 0xE785, 8}, {0xA6D9, 0xE78D, 7}, {0xA6EC, 0xE794, 2}, {0xA6F3, 0xE796, 1}, {0xA6F6, 0xE797, 9}, {0xA7C2, 0xE7A0, 15},
	{0xA7F2, 0xE7AF, 13}, {0xA896, 0xE7BC, 11}, {0xA8BC, 0xE7C7, 1}, {0xA8BF, 0xE7C8, 1}, {0xA8C1, 0xE7C9, 4}, {0xA8EA, 0xE7CD, 21},
	{0xA958, 0xE7E2, 1}, {0xA95B, 0xE7E3, 1}, {0xA95D, 0xE7E4, 3}, {0xA997, 0xE7F4, 9}, {0xA9F0, 0xE801, 15}, {0xD7FA, 0xE810, 5},
}

// encode returns the code of r, or zero.
func (t *gbkTables) encode(r rune) code {
	switch {
	case r < 0x80:
		return code(r)
	case r < 1<<16:
		return t.toCode[r]
	}
	return 0
}

// private reports whether two bytes are a private-use character.
func (t *gbkTables) private(lead, trail byte) bool {
	r := t.toRune[code(lead)<<8|code(trail)]
	return r >= 0xE000 && r < 0xF900
}

// outsideGB2312 reports whether c is a Han character that GBK adds to GB2312.
func outsideGB2312(c code) bool {
	lead, trail := c>>8, c&0xFF
	return c >= 0x8140 && (lead < 0xA1 || trail < 0xA1) && (lead <= 0xA0 || lead >= 0xAA)
}

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
	return t
})

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

// outsideGB2312 reports whether c is a Han character that GBK adds to GB2312.
func outsideGB2312(c code) bool {
	lead, trail := c>>8, c&0xFF
	return c >= 0x8140 && (lead < 0xA1 || trail < 0xA1) && (lead <= 0xA0 || lead >= 0xAA)
}

package repair

import (
	_ "embed"
	"encoding/binary"
	"sync"
	"unicode/utf8"
)

//go:generate go run ../internal/gen/repair

//go:embed readings.bin
var readingsBin []byte

// The script marks of a character.
const (
	markBoth     = 0 // of either script
	markHansOnly = 1 // a simplified form that traditional text does not use
	markHantOnly = 2 // the traditional form that a simplified character converts to
	markVariant  = 3 // any other traditional form
)

// none is the index of no syllable.
const none = 0xFFFF

// readingTables hold the readings of the characters of GBK and their inverse.
type readingTables struct {
	syllables map[string]uint16 // each written syllable, with and without tone marks, to its index
	toned     []bool            // by index: whether the syllable carries a tone mark
	plain     []uint16          // by index: the syllable without its tone mark
	first     []uint16          // by code: the first reading, or none
	offset    []int32           // by code: where its readings start in all
	all       []uint16          // the readings of all codes
	count     []uint8           // by code
	mark      []uint8           // by code: the script mark
	// A class is a lead byte and a syllable: class i holds trails[classes[i]:classes[i+1]], the second bytes of the
	// characters outside GB2312 that have this lead byte and this first reading.
	classes []int32
	trails  []byte
}

var readings = sync.OnceValue(func() *readingTables {
	t := &readingTables{syllables: map[string]uint16{}}
	le := binary.LittleEndian
	b := readingsBin
	n := int(le.Uint16(b))
	b = b[2:]
	names := make([]string, n)
	for i := range names {
		names[i] = string(b[1 : 1+b[0]])
		b = b[1+b[0]:]
		t.syllables[names[i]] = uint16(i)
	}
	t.toned, t.plain = make([]bool, n, 2*n), make([]uint16, n, 2*n)
	for i, s := range names {
		p := withoutTone(s)
		k, ok := t.syllables[p]
		if !ok {
			k = uint16(len(t.plain))
			t.syllables[p] = k
			t.plain, t.toned = append(t.plain, k), append(t.toned, false)
		}
		t.toned[i], t.plain[i] = p != s, k
	}
	const size = 1 << 16
	t.first, t.offset, t.count, t.mark = make([]uint16, size), make([]int32, size), make([]uint8, size), make([]uint8, size)
	for i := range t.first {
		t.first[i] = none
	}
	heads := b
	codes := 0
	gbkCodes(func(code) { codes++ })
	b = b[codes:]
	i := 0
	gbkCodes(func(c code) {
		t.count[c], t.mark[c] = heads[i]&0x3F, heads[i]>>6
		t.offset[c] = int32(len(t.all))
		for range t.count[c] {
			t.all = append(t.all, le.Uint16(b))
			b = b[2:]
		}
		if t.count[c] > 0 {
			t.first[c] = t.all[t.offset[c]]
		}
		i++
	})
	t.invert()
	return t
})

// invert fills the classes by a counting sort.
func (t *readingTables) invert() {
	t.classes = make([]int32, 128*len(t.plain)+1)
	each := func(f func(class int, trail byte)) {
		gbkCodes(func(c code) {
			if s := t.first[c]; s != none && outsideGB2312(c) {
				f(t.class(byte(c>>8), s), byte(c))
			}
		})
	}
	total := int32(0)
	each(func(class int, _ byte) { t.classes[class+1]++; total++ })
	for i := 1; i < len(t.classes); i++ {
		t.classes[i] += t.classes[i-1]
	}
	t.trails = make([]byte, total)
	next := append([]int32(nil), t.classes...)
	each(func(class int, trail byte) {
		t.trails[next[class]] = trail
		next[class]++
	})
}

func (t *readingTables) class(lead byte, syllable uint16) int {
	return int(lead&0x7F)*len(t.plain) + int(syllable)
}

// candidates are the trail bytes of the characters outside GB2312 with this lead byte and first reading.
func (t *readingTables) candidates(lead byte, syllable uint16) []byte {
	if lead < firstLead {
		return nil
	}
	i := t.class(lead, syllable)
	return t.trails[t.classes[i]:t.classes[i+1]]
}

// annotates reports whether the annotation is the one that stage A writes after this character.
func (t *readingTables) annotates(c code, syllable uint16) bool {
	return t.first[c] == syllable && outsideGB2312(c)
}

// reads reports whether the character has the reading, tones set aside where the syllable has none.
func (t *readingTables) reads(c code, syllable uint16) bool {
	for _, s := range t.all[t.offset[c] : t.offset[c]+int32(t.count[c])] {
		if s == syllable || (!t.toned[syllable] && t.plain[s] == t.plain[syllable]) {
			return true
		}
	}
	return false
}

// maxSyllable is the length in bytes of the longest syllable that parse looks at (zhuǎng).
const maxSyllable = 8

// parse reads a syllable that ends with ')' at the start of s. It returns its index and the bytes it takes with the
// bracket, or none and 0.
func (t *readingTables) parse(s string) (syllable uint16, n int) {
	for i := 0; i < len(s) && i <= maxSyllable; i++ {
		switch b := s[i]; {
		case b == ')':
			if k, ok := t.syllables[s[:i]]; ok && i > 0 {
				return k, i + 1
			}
			return none, 0
		case b < 'a' && b >= ' ', b < ' ', b > 'z' && b < 0x80:
			return none, 0
		}
	}
	return none, 0
}

// plainVowels are the letters without tone marks of those that go-pinyin writes.
var plainVowels = map[rune]string{
	'ā': "a", 'á': "a", 'ǎ': "a", 'à': "a", 'ē': "e", 'é': "e", 'ě': "e", 'è': "e", 'ī': "i", 'í': "i", 'ǐ': "i", 'ì': "i",
	'ō': "o", 'ó': "o", 'ǒ': "o", 'ò': "o", 'ū': "u", 'ú': "u", 'ǔ': "u", 'ù': "u", 'ǖ': "ü", 'ǘ': "ü", 'ǚ': "ü", 'ǜ': "ü",
	'ń': "n", 'ň': "n", 'ǹ': "n", 'ḿ': "m", 'ế': "ê", 'ề': "ê",
}

func withoutTone(s string) string {
	var out []byte
	for _, r := range s {
		switch p, ok := plainVowels[r]; {
		case ok:
			out = append(out, p...)
		case r == 0x0300 || r == 0x0301 || r == 0x0304 || r == 0x030C: // combining tone marks
		default:
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

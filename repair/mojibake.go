package repair

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/xinwen-go/xinwen/text"
)

// recode reads again what was decoded in the wrong charset: lines of Latin letters as a whole, the rest stretch by stretch.
func recode(s string) (string, []Edit) {
	t := shared()
	w := rewriter{src: s}
	for i := 0; i < len(s); {
		end := i + 1 + strings.IndexByte(s[i:], '\n')
		if end == i {
			end = len(s)
		}
		if !t.latinLine(&w, i, end) {
			t.stretches(&w, i, end)
		}
		i = end
	}
	return w.finish()
}

const (
	wellRead   = 9.5 // cost of a character up to which decoded text reads as Chinese
	betterRead = 2.5 // by how much it must read better than what was there
	hanEnough  = 2   // Han characters that a stretch must give
	lostByte   = 0xFF
)

// latinLine reads the line s[i:j] again where it is GBK or Big5 read as Latin-1 or windows-1252.
func (t *tables) latinLine(w *rewriter, i, j int) bool {
	s := strings.TrimRight(w.src[i:j], "\r\n")
	high := 0
	for _, r := range s {
		if r >= 0x80 {
			high++
		}
	}
	if high < 4 || high*3 < utf8.RuneCountInString(s) {
		return false
	}
	b, ok := latinBytes(s)
	if !ok {
		return false
	}
	if to, _ := fromUTF8(b); to != "" || utf8.Valid(b) {
		return false
	}
	to, cost := "", float32(wellRead)
	for _, read := range []func([]byte) string{t.fromGBK, fromBig5} {
		if got := read(b); hanCount(got) >= hanEnough && t.reads(got) < cost {
			to, cost = got, t.reads(got)
		}
	}
	if to == "" {
		return false
	}
	w.replace(i, i+len(s), to, Mojibake, true)
	return true
}

// stretches looks at the stretches of s[i:j] outside ASCII. The mark of a lost byte may stand in one.
func (t *tables) stretches(w *rewriter, i, j int) {
	s := w.src
	for i < j {
		if s[i] < 0x80 {
			i++
			continue
		}
		end, plain := i, 0
		for end < j && (s[end] >= 0x80 || s[end] == '?') {
			if s[end] == '?' && plain == 0 {
				plain = end
			}
			end++
		}
		if plain > 0 && !t.stretch(w, i, end) {
			end = plain
		}
		if plain == 0 || end == plain {
			t.stretch(w, i, end)
		}
		i = end
	}
}

// stretch tries to read s[i:j] in another charset.
func (t *tables) stretch(w *rewriter, i, j int) bool {
	s := w.src[i:j]
	if strings.Contains(s, mangled) {
		t.mark(w, i, j)
		return true
	}
	if t.latinRuns(w, i, j) {
		return true
	}
	if b, ok := t.gbkBytes(s); ok {
		if to, certain := fromUTF8(b); to != "" && t.better(s, to) {
			w.replace(i, j, to, Mojibake, certain)
			return true
		}
		if to := fromBig5(b); hanCount(to) >= hanEnough && foreignToGBK(s) && t.better(s, to) {
			w.replace(i, j, to, Mojibake, true)
			return true
		}
	}
	if t.utf8Inside(w, i, j) {
		return true
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r >= 'ㄅ' && r <= 'ㄩ' }) {
		if b, err := traditionalchinese.Big5.NewEncoder().Bytes([]byte(s)); err == nil {
			if to := t.fromGBK(b); hanCount(to) >= hanEnough && t.better(s, to) {
				w.replace(i, j, to, Mojibake, true)
				return true
			}
		}
	}
	return false
}

// utf8Inside looks in s[i:j] for a part that is UTF-8 read as GBK: from the first character that shows it to one of the
// few behind the last.
func (t *tables) utf8Inside(w *rewriter, i, j int) bool {
	const behind = 3
	pairs := utf8Pairs()
	start, hits := -1, 0
	var ends [behind + 1]int // where the last character that shows it and those behind it end
	n := 0
	for k := i; k < j; {
		r, size := utf8.DecodeRuneInString(w.src[k:])
		k += size
		if r >= 0x4E00 && r < 0xA000 && pairs[r>>3]&(1<<(r&7)) != 0 {
			if hits == 0 {
				start = k - size
			}
			hits++
			n = 0
		}
		if hits > 0 && n < len(ends) {
			ends[n] = k
			n++
		}
	}
	if hits < 2 {
		return false
	}
	for n--; n >= 0; n-- {
		s := w.src[start:ends[n]]
		if b, ok := t.gbkBytes(s); ok {
			if to, certain := fromUTF8(b); to != "" && certain && t.better(s, to) {
				w.replace(start, ends[n], to, Mojibake, true)
				return true
			}
		}
	}
	return false
}

// latinRuns reads again the runs of s[i:j] that are UTF-8 read as Latin-1 or windows-1252.
func (t *tables) latinRuns(w *rewriter, i, j int) bool {
	s, done := w.src, false
	for i < j {
		end, start := i, -1
		var b []byte
		stop := 0 // bytes of b up to the end of the last character
		last := i // the same place in s
		for end < j {
			r, n := utf8.DecodeRuneInString(s[end:])
			c, ok := latinByte(r)
			if !ok {
				if end == i {
					end += n
				}
				break
			}
			if start < 0 && c >= 0xC2 && c != lostByte {
				start = end
			}
			end += n
			if start < 0 {
				continue
			}
			b = append(b, c)
			if r, n := utf8.DecodeLastRune(b); r != utf8.RuneError && n > 1 {
				stop, last = len(b), end
			}
		}
		if stop > 0 {
			if to, certain := fromUTF8(b[:stop]); to != "" {
				w.replace(start, last, to, Mojibake, certain)
				done = true
			}
		}
		i = end
	}
	return done
}

// latinByte is the byte that reads as r in Latin-1 or windows-1252, lostByte for the mark of a lost one.
func latinByte(r rune) (byte, bool) {
	switch {
	case r == '?' || r == utf8.RuneError:
		return lostByte, true
	case r <= 0xFF:
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// mangled is what two characters U+FFFD in UTF-8 read as in GBK.
const mangled = "锟斤拷"

// mark writes U+FFFD for characters that were lost before they were read in the wrong charset. A text that quotes them
// stays.
func (t *tables) mark(w *rewriter, i, j int) {
	for k := i; k < j; {
		n := strings.Index(w.src[k:j], mangled)
		if n < 0 {
			return
		}
		start := k + n
		k = start + len(mangled)
		before, _ := utf8.DecodeLastRuneInString(w.src[:start])
		if strings.ContainsRune("“‘「『《\"'（(", before) && strings.ContainsRune("”’」』》\"'）)", decode(w.src[k:])) {
			continue
		}
		w.replace(start, k, "\uFFFD\uFFFD", Mojibake, false)
	}
}

// latinBytes are the bytes that read as s in Latin-1 or windows-1252, lostByte for the mark of a lost one.
func latinBytes(s string) ([]byte, bool) {
	b := make([]byte, 0, len(s)/2)
	for _, r := range s {
		c, ok := latinByte(r)
		if !ok {
			return nil, false
		}
		b = append(b, c)
	}
	return b, true
}

// gbkBytes are the bytes that read as s in GBK, lostByte for the mark of a lost one.
func (t *tables) gbkBytes(s string) ([]byte, bool) {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		switch c := t.gbk.encode(r); {
		case r == '€':
			b = append(b, euroByte)
		case r == '?' || r == utf8.RuneError:
			b = append(b, lostByte)
		case c == 0:
			return nil, false
		default:
			b = append(b, byte(c>>8), byte(c))
		}
	}
	return b, true
}

// fromUTF8 reads bytes as UTF-8. Bytes that were lost leave U+FFFD, and the result is not certain; it is empty where they
// are many or where the text is not Chinese.
func fromUTF8(b []byte) (string, bool) {
	var out strings.Builder
	good, bad, broken := 0, 0, false
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			// One mark for a character, whatever is left of it.
			if !broken {
				bad++
				out.WriteRune(utf8.RuneError)
			}
			broken = true
			b = b[n:]
			continue
		case text.IsHan(r) || r >= 0x2010 && r < 0x2700 || r >= 0x3000 && r < 0x3400 || r >= 0xFF00 && r < 0xFFF0:
			good++
		}
		broken = false
		out.WriteRune(r)
		b = b[n:]
	}
	to := out.String()
	if good == 0 || bad*3 > good || good*4 < utf8.RuneCountInString(to)*3 {
		return "", false
	}
	return to, bad == 0
}

// fromGBK reads bytes as GBK; the result is empty where they are not.
func (t *tables) fromGBK(b []byte) string {
	var out strings.Builder
	for i := 0; i < len(b); i++ {
		if b[i] < 0x80 {
			out.WriteByte(b[i])
			continue
		}
		if i+1 == len(b) {
			return ""
		}
		r := rune(t.gbk.toRune[code(b[i])<<8|code(b[i+1])])
		if r == 0 || r >= 0xE000 && r < 0xF900 {
			return ""
		}
		out.WriteRune(r)
		i++
	}
	return out.String()
}

func fromBig5(b []byte) string { return whole(traditionalchinese.Big5, b) }

func whole(e encoding.Encoding, b []byte) string {
	to, err := e.NewDecoder().Bytes(b)
	if err != nil || strings.ContainsRune(string(to), utf8.RuneError) {
		return ""
	}
	return string(to)
}

// foreignToGBK reports whether s has characters that Big5 read as GBK abounds in: kana, Greek and Cyrillic letters,
// private-use characters.
func foreignToGBK(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= 0x0391 && r < 0x0460 || r >= 0x3041 && r < 0x3130 || r >= 0x2500 && r < 0x2600 || r >= 0xE000 && r < 0xF900
	})
}

func hanCount(s string) int {
	n := 0
	for _, r := range s {
		if text.IsHan(r) {
			n++
		}
	}
	return n
}

// reads is the cost of a character of s in the model, as a mean.
func (t *tables) reads(s string) float32 {
	prev, sum, n := uint16(unknown), float32(0), float32(0)
	for _, r := range s {
		id := t.lm.id(r)
		sum += t.lm.cost(prev, id)
		prev = id
		n++
	}
	if n == 0 {
		return 0
	}
	return sum / n
}

// better reports whether to reads as Chinese and s does not.
func (t *tables) better(s, to string) bool {
	cost := t.reads(to)
	return cost < wellRead && cost+betterRead < t.reads(s)
}

package extract

import (
	"bytes"
	"encoding/binary"
	"mime"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// Decode turns bytes in any charset into a string and names the charset they were read in, by its WHATWG name. See
// [DetectCharset] for how it is chosen. Bytes that the charset does not know become U+FFFD; a byte order mark is dropped.
func Decode(b []byte, contentType string) (s, charset string) {
	charset, _ = DetectCharset(b, contentType)
	return decode(b, charset), charset
}

// decode reads bytes in a charset that DetectCharset named.
func decode(b []byte, charset string) string {
	if enc := encodingOf(charset); enc != nil {
		if out, err := enc.NewDecoder().Bytes(b); err == nil { // the decoders replace what they do not know
			return string(out)
		}
	}
	b = bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))
	if utf8.Valid(b) {
		return string(b)
	}
	return strings.ToValidUTF8(string(b), "\uFFFD")
}

// DetectCharset names the charset of b and says how sure it is, from 0 to 1. It goes by byte order mark, then by what the bytes
// are: valid UTF-8 is UTF-8 whatever was declared; for the rest the common characters that the bytes would be in GB18030, Big5
// and UTF-8 are counted, and what contentType or else the meta tag declares decides where they say nothing. GB2312 and GBK are
// read as GB18030, which contains them, and Big5 with the Hong Kong supplement.
func DetectCharset(b []byte, contentType string) (charset string, confidence float64) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return "utf-8", 1
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return "utf-16le", 1
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return "utf-16be", 1
	}
	if name := wideCharset(b); name != "" {
		return name, 0.95
	}
	if utf8.Valid(b) {
		return sevenBit(b, contentType)
	}
	declared := declaredCharset(b, contentType)
	t := countPairs(b)
	if t.utf8 > t.bad {
		return "utf-8", float64(t.utf8-t.bad) / float64(t.utf8+t.bad)
	}
	hits := t.gb + t.big5
	switch {
	case declared != "" && declared != "utf-8" && declared != "gb18030" && declared != "big5" && encodingOf(declared) != nil && 4*max(t.gb, t.big5) < t.pairs:
		return declared, 0.7 // a charset of another language
	case hits == 0 && (declared == "gb18030" || declared == "big5"):
		return declared, 0.6
	case hits == 0:
		return "windows-1252", 0.3
	case t.gb > t.big5, t.gb == t.big5 && declared != "big5":
		return "gb18030", float64(t.gb) / float64(hits)
	}
	return "big5", float64(t.big5) / float64(hits)
}

// sevenBit tells bytes that are valid UTF-8 from the charsets that look like it: HZ, which has seven bits, and a few words in GBK
// all of whose characters happen to be valid.
func sevenBit(b []byte, contentType string) (string, float64) {
	if i := bytes.Index(b, []byte("~{")); i >= 0 && isHZ(b[i+2:]) && !bytes.ContainsFunc(b, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return "hz-gb-2312", 0.9
	}
	if len(b) > 1<<12 {
		return "utf-8", 1
	}
	two := false
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		if _, n := utf8.DecodeRune(b[i:]); n != 2 {
			return "utf-8", 1
		}
		two = true
		i += 2
	}
	if two && (declaredCharset(b, contentType) == "gb18030" || 2*countPairs(b).gb > countPairs(b).pairs) {
		return "gb18030", 0.6
	}
	return "utf-8", 1
}

// isHZ reports whether b, what stands behind the first ~{, are pairs of seven-bit bytes up to ~} or the end.
func isHZ(b []byte) bool {
	pairs := 0
	for i := 0; i+1 < len(b); i += 2 {
		if b[i] == '~' && b[i+1] == '}' {
			return pairs > 0
		}
		if b[i] < 0x21 || b[i] > 0x77 || b[i+1] < 0x21 || b[i+1] > 0x7E {
			return false
		}
		pairs++
	}
	return pairs > 2
}

// wideCharset recognises UTF-16 without a byte order mark: by the zero bytes of its ASCII characters, or in a text without those by
// the bytes that Chinese characters and their punctuation have in common, which stand at every other place.
func wideCharset(b []byte) string {
	b = b[:min(len(b)&^1, 1024)]
	var zero, wide [2]int // at even and odd places
	beyond := 0           // pairs with a byte beyond ASCII, which the second bytes of Chinese characters are as often as not
	for i := 0; i+1 < len(b); i += 2 {
		if (b[i]|b[i+1])&0x80 != 0 {
			beyond++
		}
		for k := range 2 {
			switch high, low := b[i+k], b[i+1-k]; {
			case high == 0 && isText(low):
				zero[k]++
				wide[k]++
			case high >= 0x4E && high < 0xA0, high == 0x30 && low < 0x20, high == 0xFF && low < 0x60:
				wide[k]++
			}
		}
	}
	pairs := len(b) / 2
	for k, name := range []string{"utf-16be", "utf-16le"} {
		if pairs >= 8 && zero[k]*3 > pairs && zero[1-k]*20 < pairs || pairs >= 16 && beyond*4 > pairs && wide[k]*20 > pairs*19 && wide[1-k]*3 < pairs*2 {
			return name
		}
	}
	return ""
}

func isText(c byte) bool {
	return c >= ' ' && c < 0x7F || c == '\t' || c == '\n' || c == '\r'
}

// encodingOf returns nil for UTF-8 and for names that are not known.
func encodingOf(charset string) encoding.Encoding {
	switch charset {
	case "utf-8", "":
		return nil
	case "gb18030":
		return simplifiedchinese.GB18030
	case "big5":
		return traditionalchinese.Big5
	case "hz-gb-2312":
		return simplifiedchinese.HZGB2312
	case "windows-1252":
		return charmap.Windows1252
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case "replacement", "x-user-defined":
		return nil
	}
	enc, err := htmlindex.Get(charset)
	if err != nil {
		return nil
	}
	return enc
}

// declaredCharset is the WHATWG name of the charset that the HTTP header or else the meta tag declares.
func declaredCharset(b []byte, contentType string) string {
	label := ""
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		label = params["charset"]
	}
	if label == "" {
		label = metaCharset(b[:min(len(b), 4096)])
	}
	enc, err := htmlindex.Get(strings.TrimSpace(label))
	if err != nil {
		return ""
	}
	name, err := htmlindex.Name(enc)
	if err != nil {
		return ""
	}
	if name == "gbk" {
		name = "gb18030"
	}
	return name
}

// metaCharset finds charset=… in the head of a page, in either form of the meta tag.
func metaCharset(head []byte) string {
	lower := slices.Clone(head)
	for i, c := range lower {
		if c >= 'A' && c <= 'Z' {
			lower[i] = c + 'a' - 'A'
		}
	}
	for {
		i := bytes.Index(lower, []byte("charset"))
		if i < 0 {
			return ""
		}
		lower = bytes.TrimLeft(lower[i+len("charset"):], " \t\r\n")
		if len(lower) == 0 || lower[0] != '=' {
			continue
		}
		v := bytes.TrimLeft(lower[1:], " \t\r\n\"'")
		n := 0
		for n < len(v) && (v[n] == '-' || v[n] == '_' || v[n] == ':' || v[n] >= '0' && v[n] <= '9' || v[n] >= 'a' && v[n] <= 'z') {
			n++
		}
		return string(v[:n])
	}
}

// tally counts what bytes beyond ASCII would be.
type tally struct {
	pairs    int // in a charset of two bytes a character
	gb, big5 int // common characters among them
	utf8     int // sequences of three bytes in UTF-8
	bad      int // bytes that break UTF-8
}

// enoughPairs decide; the rest of a page is not looked at.
const enoughPairs = 1 << 15

// countPairs counts over the bytes beyond ASCII.
func countPairs(b []byte) (t tally) {
	common := commonPairs()
	for i := 0; i+1 < len(b) && t.pairs < enoughPairs; {
		if b[i] < 0x80 {
			for i+8 <= len(b) && binary.LittleEndian.Uint64(b[i:])&0x8080808080808080 == 0 {
				i += 8
			}
			for i < len(b) && b[i] < 0x80 {
				i++
			}
			continue
		}
		// A run of bytes: each charset reads it in its own steps.
		end := i
		for k := i; k+1 < len(b) && b[k] >= 0x80; {
			t.pairs++
			c := common[uint16(b[k])<<8|uint16(b[k+1])]
			t.gb += int(c & 1)
			t.big5 += int(c >> 1)
			k += 2
			end = k
		}
		for k := i; k < min(end, len(b)); {
			switch c := b[k]; {
			case c < 0x80:
				k++
			case c >= 0xE3 && c <= 0xEF && k+2 < len(b) && b[k+1]&0xC0 == 0x80 && b[k+2]&0xC0 == 0x80:
				t.utf8++
				k += 3
			case c >= 0xC2 && c <= 0xDF && k+1 < len(b) && b[k+1]&0xC0 == 0x80:
				k += 2
			default:
				t.bad++
				k++
			}
		}
		i = max(end, i+1)
	}
	return t
}

// frequent are characters that any Chinese text holds many of, in both scripts, and its punctuation.
const frequent = "，。、：；“”「」（）《》的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运" +
	"這個們來為國說時會對發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問應戰頭體見產話給門東聲員論處義認條氣題爾變總電數報結務場件計區隊決馬書則聽卻達強難權設記據張該萬覺術領確傳師觀識帶導爭運億縣黨職責辦廳議員長書記"

// commonPairs holds for each pair of bytes whether it is a frequent character in GB18030 (1) and Big5 (2).
var commonPairs = sync.OnceValue(func() *[1 << 16]byte {
	var t [1 << 16]byte
	mark := func(enc encoding.Encoding, bit byte) {
		e := enc.NewEncoder()
		for _, r := range frequent {
			if b, err := e.Bytes([]byte(string(r))); err == nil && len(b) == 2 {
				t[uint16(b[0])<<8|uint16(b[1])] |= bit
			}
		}
	}
	mark(simplifiedchinese.GB18030, 1)
	mark(traditionalchinese.Big5, 2)
	return &t
})

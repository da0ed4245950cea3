package repair

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/xinwen-go/xinwen/text"
)

// longestEntity is the length in bytes of the longest entity that is looked for.
const longestEntity = 12

// entity decodes the HTML entity at the start of s. It returns what it stands for and the bytes it takes, or 0. An
// ampersand that was itself escaped (&amp;nbsp;) is decoded with what follows.
func entity(s string) (string, int) {
	if strings.HasPrefix(s, "&nbsp") && !strings.HasPrefix(s, "&nbsp;") {
		if r := decode(s[len("&nbsp"):]); r >= 0x80 || r == '&' || len(s) == len("&nbsp") {
			return "\u00A0", len("&nbsp")
		}
		return "", 0
	}
	end := strings.IndexByte(s[:min(len(s), longestEntity)], ';')
	if end < 2 {
		return "", 0
	}
	for _, b := range []byte(s[1:end]) {
		if b != '#' && (b < '0' || b > '9') && (b|0x20 < 'a' || b|0x20 > 'z') {
			return "", 0
		}
	}
	end++
	to := html.UnescapeString(s[:end])
	if to == s[:end] || strings.HasSuffix(to, ";") || strings.Contains(to, "\uFFFD") || strings.Contains(to, "\x00") {
		return "", 0
	}
	if to == "&" {
		if inner, n := entity("&" + s[end:min(len(s), end+longestEntity)]); n > 0 && inner != "&" {
			return inner, end + n - 1
		}
	}
	return to, end
}

func decodeEntities(s string) (string, []Edit) {
	w := rewriter{src: s}
	for i := 0; ; {
		k := strings.IndexByte(s[i:], '&')
		if k < 0 {
			break
		}
		i += k
		to, n := entity(s[i:])
		if n == 0 {
			i++
			continue
		}
		w.replace(i, i+n, to, Entity, true)
		i += n
	}
	return w.finish()
}

// invisible reports whether r is a control or format character that Chinese text has no use for.
func invisible(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\t' && r != '\n' && r != '\r'
	case r < 0x7F:
		return false
	case r <= 0x9F, r == 0x00AD, r == 0x034F, r == 0x061C, r == 0x115F, r == 0x1160, r == 0x180E:
		return true
	case r < 0x200B:
		return false
	}
	return r <= 0x200F || r >= 0x2028 && r <= 0x202E || r >= 0x2060 && r <= 0x206F || r == 0xFEFF || r >= 0xFFF9 && r <= 0xFFFB
}

// removeInvisible removes invisible characters; those that break a line become a line break, and the C1
// controls that are bytes of windows-1252 what they stand for there. Joiners and direction marks
// stay beside characters that need them: emoji, and the letters of scripts that are joined or written from right to left.
func removeInvisible(s string) (string, []Edit) {
	w := rewriter{src: s}
	var prev rune
	for i, r := range s {
		if !invisible(r) {
			prev = r
			continue
		}
		n := utf8.RuneLen(r)
		switch {
		case r >= 0x80 && r <= 0x9F:
			// A byte of windows-1252 that was read as Latin-1; a few of them are nothing in either.
			if c := charmap.Windows1252.DecodeByte(byte(r)); c != utf8.RuneError && c != r {
				w.replace(i, i+n, string(c), Mojibake, true)
			} else {
				w.replace(i, i+n, "", Invisible, true)
			}
		case r == 0x2028 || r == 0x2029 || r == '\v' || r == '\f':
			w.replace(i, i+n, "\n", Invisible, true)
		case r > 0x2000 && (needsJoiners(prev) || needsJoiners(decode(s[i+n:]))) && r != 0x200B && r != 0xFEFF:
		default:
			w.replace(i, i+n, "", Invisible, true)
		}
	}
	return w.finish()
}

func needsJoiners(r rune) bool {
	return r >= 0x0590 && r < 0x1100 || r >= 0x1780 && r < 0x1900 || r >= 0x2190 && r < 0x2C00 || r == 0xFE0F || r >= 0xFB1D && r < 0xFE00 || r >= 0x1F000 && r < 0x20000
}

// compat reports whether r is a compatibility ideograph.
func compat(r rune) bool {
	return r >= 0xF900 && r <= 0xFAFF && r != 0xFA0E && r != 0xFA0F && r != 0xFA11 && r != 0xFA13 && r != 0xFA14 && r != 0xFA1F &&
		r != 0xFA21 && r != 0xFA23 && r != 0xFA24 && (r < 0xFA27 || r > 0xFA29) || r >= 0x2F800 && r < 0x2FA20
}

// radical reports whether r is a radical that stands for a character, as the text layer of PDF files has them.
func radical(r rune) bool { return r >= 0x2E80 && r <= 0x2FD5 }

// radicals are the supplementary radicals that have the shape of a whole character, and that character.
var radicals = strings.NewReplacer("⺠", "民", "⻄", "西", "⻅", "见", "⻆", "角", "⻉", "贝", "⻋", "车", "⻓", "长", "⻔", "门", "⻘", "青", "⻙", "韦",
	"⻚", "页", "⻛", "风", "⻜", "飞", "⻝", "食", "⻢", "马", "⻣", "骨", "⻤", "鬼", "⻥", "鱼", "⻦", "鸟", "⻧", "卤", "⻨", "麦", "⻩", "黄", "⻬", "齐",
	"⻮", "齿", "⻰", "龙", "⻳", "龟", "⺟", "母")

// unify replaces compatibility ideographs, and radicals that stand beside a Han character, by the unified characters.
func unify(s string) (string, []Edit) {
	w := rewriter{src: s}
	var prev rune
	for i, r := range s {
		before := prev
		prev = r
		if !compat(r) && !radical(r) {
			continue
		}
		n := utf8.RuneLen(r)
		if radical(r) && !text.IsHan(before) && !text.IsHan(decode(s[i+n:])) {
			continue
		}
		to := norm.NFKC.String(s[i : i+n])
		if radical(r) {
			to = radicals.Replace(to)
		}
		if u := decode(to); to != s[i:i+n] && unicode.Is(unicode.Han, u) && utf8.RuneCountInString(to) == 1 {
			w.replace(i, i+n, to, Compat, true)
		}
	}
	return w.finish()
}

// dropCommas removes the commas that farms insert before other punctuation: one of two, and one before 。
func dropCommas(s string) (string, []Edit) {
	w := rewriter{src: s}
	for i := 0; ; {
		k := strings.IndexAny(s[i:], ",，")
		if k < 0 {
			break
		}
		i += k
		n := utf8.RuneLen(decode(s[i:]))
		switch decode(s[i+n:]) {
		case ',', '，', '。', '、', '；', '！', '？':
			w.replace(i, i+n, "", Comma, true)
		}
		i += n
	}
	return w.finish()
}

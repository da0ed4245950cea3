package extract

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// Decode turns bytes in any charset into a string and names the charset they were read in. It goes by byte order mark,
// then by what the bytes are: valid UTF-8 is UTF-8 whatever was declared; otherwise by contentType, then the meta tag, where
// the content agrees with it, then by the statistics of the two-byte characters. GB2312 and GBK are read as GB18030, which
// contains them. Bytes that the charset does not know become U+FFFD.
func Decode(b []byte, contentType string) (s, charset string) {
	enc, name := chooseCharset(b, contentType)
	if enc == nil {
		return string(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))), name
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil { // the decoders replace what they do not know; this is not reached by content
		return string(b), name
	}
	return string(out), name
}

// chooseCharset returns nil for UTF-8.
func chooseCharset(b []byte, contentType string) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return nil, "utf-8"
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16le"
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "utf-16be"
	}
	if looksUTF8(b) {
		return nil, "utf-8"
	}
	declared := declaredCharset(b, contentType)
	gb, big5 := pairScore(b)
	switch declared {
	case "gb18030":
		if big5 > 2*gb {
			return traditionalchinese.Big5, "big5"
		}
		return simplifiedchinese.GB18030, declared
	case "big5":
		if gb > 2*big5 {
			return simplifiedchinese.GB18030, "gb18030"
		}
		return traditionalchinese.Big5, declared
	case "", "utf-8", "windows-1252", "replacement", "x-user-defined":
	default:
		if enc, err := htmlindex.Get(declared); err == nil {
			return enc, declared
		}
	}
	if big5 > gb {
		return traditionalchinese.Big5, "big5"
	}
	if gb == 0 {
		return nil, "utf-8"
	}
	return simplifiedchinese.GB18030, "gb18030"
}

// looksUTF8 reports whether b is UTF-8 but for at most one broken place in a thousand characters beyond ASCII.
func looksUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			if len(b) < utf8.UTFMax && !utf8.FullRune(b) { // cut off at the end
				break
			}
			bad++
		} else {
			good++
		}
		b = b[n:]
	}
	return bad*1000 <= good
}

// declaredCharset is the canonical name of the charset that the HTTP header or else the meta tag declares.
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
	lower := bytes.ToLower(head)
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

// pairScore counts how many two-byte characters of b are common ones in GB2312 (level 1: leads B0–D7, trails from A1) and in
// Big5 (level 1: leads A4–C6).
func pairScore(b []byte) (gb, big5 int) {
	for i := 0; i+1 < len(b); {
		c, d := b[i], b[i+1]
		if c < 0x81 {
			i++
			continue
		}
		if c >= 0xB0 && c <= 0xD7 && d >= 0xA1 {
			gb++
		}
		if c >= 0xA4 && c <= 0xC6 && (d >= 0x40 && d <= 0x7E || d >= 0xA1) {
			big5++
		}
		if d < 0x40 {
			// Neither charset has such a pair.
			gb--
			big5--
			i++
			continue
		}
		if d < 0x7F {
			gb-- // GBK extension: rare in text that is GB2312
		}
		i += 2
	}
	return max(gb, 0), max(big5, 0)
}

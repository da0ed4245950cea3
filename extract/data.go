package extract

import (
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"golang.org/x/net/html"

	"github.com/xinwen-go/xinwen/text"
)

// bodyKeys are keys of the text of an article in the data that pages carry for their scripts.
var bodyKeys = []string{"articleBody", "content", "articleContent", "contentHtml", "newsContent", "content_html", "detail", "body", "html", "text"}

// dataBody is the text of an article, as HTML, of a page that leaves it to its scripts to show: that of JSON-LD, or else the
// longest in the data for them; "" where there is none.
func (s *scan) dataBody() string {
	const least = 60 // Han characters
	if b := s.jsonLD.str("articleBody"); b != "" {
		return breaks(b)
	}
	longest := ""
	for _, d := range s.scripts {
		for _, key := range bodyKeys {
			for rest := range valuesOf(d, key) {
				if end := literalEnd(rest); end > len(longest) {
					if v := unquote(rest[1 : end-1]); len(v) > len(longest) {
						longest = v
					}
				}
			}
		}
	}
	if !strings.ContainsRune(longest, '<') && strings.Contains(longest, "&lt;") {
		longest = strings.Trim(html.UnescapeString(longest), `"`)
	}
	han := 0
	for _, r := range longest {
		if text.IsHan(r) {
			han++
		}
	}
	if han < least {
		return ""
	}
	return breaks(longest)
}

// breaks writes the line breaks of a text without elements in HTML.
func breaks(s string) string {
	if strings.ContainsRune(s, '<') {
		return s
	}
	return strings.ReplaceAll(s, "\n", "<br>")
}

// valuesOf yields what stands behind each "key": or key: or key = of a script, up to the end of the script.
func valuesOf(script, key string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; ; {
			k := strings.Index(script[i:], key)
			if k < 0 {
				return
			}
			k += i
			i = k + len(key)
			if k == 0 || script[k-1] > ' ' && strings.IndexByte(`"',{;`, script[k-1]) < 0 {
				continue
			}
			v := strings.TrimLeft(script[i:], "\"' ")
			if v == "" || v[0] != ':' && v[0] != '=' {
				continue
			}
			if !yield(strings.TrimLeft(v[1:], " ")) {
				return
			}
		}
	}
}

// literalEnd is the length of the string in quotes that s begins with, 0 for none.
func literalEnd(s string) int {
	if s == "" || s[0] != '"' && s[0] != '\'' {
		return 0
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case s[0]:
			return i + 1
		}
	}
	return 0
}

// unquote resolves the escapes of a string of JSON or JavaScript, without its quotes.
func unquote(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			out.WriteByte(s[i])
			continue
		}
		i++
		switch c := s[i]; c {
		case 'n', 'r':
			out.WriteByte('\n')
		case 't', 'b', 'f':
			out.WriteByte(' ')
		case 'u', 'x':
			n := 4
			if c == 'x' {
				n = 2
			}
			r, ok := hex(s, i+1, n)
			if !ok {
				out.WriteByte(c)
				continue
			}
			i += n
			if utf16.IsSurrogate(r) && i+2 < len(s) && s[i+1] == '\\' && s[i+2] == 'u' {
				if low, ok := hex(s, i+3, 4); ok {
					r, i = utf16.DecodeRune(r, low), i+6
				}
			}
			out.WriteRune(r)
		default:
			out.WriteByte(c)
		}
	}
	return strings.ToValidUTF8(out.String(), "\uFFFD")
}

// hex reads n hexadecimal digits of s from i on.
func hex(s string, i, n int) (rune, bool) {
	if i+n > len(s) {
		return 0, false
	}
	v, err := strconv.ParseUint(s[i:i+n], 16, 32)
	return rune(v), err == nil
}

// stateString finds "key":"value" in the data that a page carries for its scripts, for the first of the keys that has a value
// of at most 40 bytes, or a number of seconds or milliseconds. The values are those of the article where the page shows one
// article.
func (s *scan) stateString(keys ...string) string {
	for _, key := range keys {
		for _, d := range s.scripts {
			for v := range valuesOf(d, key) {
				if n := len(v) - len(strings.TrimLeft(v, "0123456789")); n == 10 || n == 13 {
					return v[:n]
				}
				if v == "" || v[0] != '"' && v[0] != '\'' {
					continue
				}
				if n := strings.IndexByte(v[1:], v[0]); n > 0 && n <= 40 && !strings.ContainsAny(v[1:1+n], "\\<>+") {
					return v[1 : 1+n]
				}
			}
		}
	}
	return ""
}

// stateMoment is the time that stateString finds by a key, written as a time or as the seconds or milliseconds since 1970.
func (s *scan) stateMoment(key string) (Moment, bool) {
	v := s.stateString(key)
	if n, err := strconv.ParseInt(v, 10, 64); err == nil && (len(v) == 10 || len(v) == 13) {
		if len(v) == 13 {
			n /= 1000
		}
		t := time.Unix(n, 0).In(chinaTime)
		return Moment{Time: t, Minute: true}, plausible(t.Year())
	}
	return parseMoment(v)
}

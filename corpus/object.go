package corpus

import (
	"bytes"
	"encoding/json"
	"unicode/utf16"
	"unicode/utf8"
)

// members returns the members of a JSON object, and false where b is none or is written in a way that it leaves to encoding/json. It is
// several times as fast, since it looks at the bytes of a long text once; what it takes, encoding/json takes too, to the same
// effect. The values are slices of b.
func members(b []byte) (map[string]json.RawMessage, bool) {
	i := skipSpace(b, 0)
	if i == len(b) || b[i] != '{' {
		return nil, false
	}
	object := make(map[string]json.RawMessage, 8)
	for i++; ; i++ {
		i = skipSpace(b, i)
		if i < len(b) && b[i] == '}' && len(object) == 0 {
			break
		}
		key, ok := stringAt(b, i)
		if !ok {
			return nil, false
		}
		i = skipSpace(b, i+len(key))
		if i == len(b) || b[i] != ':' {
			return nil, false
		}
		i = skipSpace(b, i+1)
		value, ok := valueAt(b, i)
		if !ok {
			return nil, false
		}
		name, ok := unquote(key)
		if !ok {
			return nil, false
		}
		object[name] = value
		i = skipSpace(b, i+len(value))
		if i == len(b) || b[i] != ',' && b[i] != '}' {
			return nil, false
		}
		if b[i] == '}' {
			break
		}
	}
	return object, skipSpace(b, i+1) == len(b)
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r') {
		i++
	}
	return i
}

// stringAt returns the string that begins at i, in its quotation marks. Its escapes are not looked at.
func stringAt(b []byte, i int) ([]byte, bool) {
	if i >= len(b) || b[i] != '"' {
		return nil, false
	}
	for j := i + 1; j < len(b); j++ {
		switch c := b[j]; {
		case c == '"':
			return b[i : j+1], true
		case c == '\\':
			j++
		case c < ' ':
			return nil, false
		}
	}
	return nil, false
}

// valueAt returns the value that begins at i.
func valueAt(b []byte, i int) ([]byte, bool) {
	if i >= len(b) {
		return nil, false
	}
	if b[i] == '"' {
		v, ok := stringAt(b, i)
		return v, ok && (bytes.IndexByte(v, '\\') < 0 || validEscapes(v))
	}
	depth := 0
	for j := i; j < len(b); j++ {
		switch c := b[j]; {
		case c == '"':
			s, ok := stringAt(b, j)
			if !ok {
				return nil, false
			}
			j += len(s) - 1
		case c == '{' || c == '[':
			depth++
		case (c == '}' || c == ']') && depth > 0:
			depth--
		case depth == 0 && (c == ',' || c == '}' || c == ' ' || c == '\t' || c == '\r' || c == '\n'):
			return b[i:j], json.Valid(b[i:j])
		}
	}
	return nil, false
}

// validEscapes reports whether the escapes in a string are those of JSON.
func validEscapes(s []byte) bool {
	for {
		i := bytes.IndexByte(s, '\\')
		if i < 0 {
			return true
		}
		if i+1 == len(s) {
			return false
		}
		switch s[i+1] {
		case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
			s = s[i+2:]
		case 'u':
			if hex4(s[i+2:]) < 0 {
				return false
			}
			s = s[i+6:]
		default:
			return false
		}
	}
}

// hex4 reads four hexadecimal digits; it returns -1 where there are none.
func hex4(b []byte) rune {
	if len(b) < 4 {
		return -1
	}
	var r rune
	for _, c := range b[:4] {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		default:
			return -1
		}
		r = r<<4 | rune(c)
	}
	return r
}

// unquote is the string that a JSON string with valid escapes stands for. Bytes that are no UTF-8 and halves of surrogate pairs
// become U+FFFD, as with encoding/json.
func unquote(quoted []byte) (string, bool) {
	s := quoted[1 : len(quoted)-1]
	valid := utf8.Valid(s)
	if valid && bytes.IndexByte(s, '\\') < 0 {
		return string(s), true
	}
	if !valid || !validEscapes(s) {
		var out string
		err := json.Unmarshal(quoted, &out)
		return out, err == nil
	}
	out := make([]byte, 0, len(s))
	for {
		i := bytes.IndexByte(s, '\\')
		if i < 0 {
			return string(append(out, s...)), true
		}
		out = append(out, s[:i]...)
		c := s[i+1]
		s = s[i+2:]
		switch c {
		case 'b':
			c = '\b'
		case 'f':
			c = '\f'
		case 'n':
			c = '\n'
		case 'r':
			c = '\r'
		case 't':
			c = '\t'
		case 'u':
			r := hex4(s)
			s = s[4:]
			if utf16.IsSurrogate(r) {
				pair := rune(utf8.RuneError)
				if bytes.HasPrefix(s, []byte(`\u`)) {
					pair = utf16.DecodeRune(r, hex4(s[2:]))
				}
				if r = pair; r != utf8.RuneError {
					s = s[6:]
				}
			}
			out = utf8.AppendRune(out, r)
			continue
		}
		out = append(out, c)
	}
}

package extract

import (
	"encoding/json"
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// bodyKeys are keys of the text of an article in the data that pages carry for their scripts.
var bodyKeys = []string{"articleBody", "content", "articleContent", "contentHtml", "newsContent", "content_html", "detail", "body", "html", "text"}

// dataBody is the text of an article, as HTML, of a page that leaves it to its scripts to show: that of JSON-LD, or else the
// longest in the data for them; "" where there is none.
func (s *scan) dataBody() string {
	const least = 60 // Han characters
	if b := jsonString(s.jsonLD, "articleBody"); b != "" {
		return breaks(b)
	}
	longest := ""
	for _, d := range s.scripts {
		for _, key := range bodyKeys {
			for rest := d; ; {
				_, behind, ok := strings.Cut(rest, `"`+key+`":`)
				if !ok {
					break
				}
				rest = strings.TrimLeft(behind, " ")
				end := literalEnd(rest)
				var v string
				if end > len(longest) && json.Unmarshal([]byte(rest[:end]), &v) == nil && len(v) > len(longest) {
					longest = v
				}
				rest = rest[end:]
			}
		}
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

// literalEnd is the length of the JSON string that s begins with, 0 for none.
func literalEnd(s string) int {
	if s == "" || s[0] != '"' {
		return 0
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return 0
}

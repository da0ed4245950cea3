package extract

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// headElement reads an element of the head of a page, wherever it stands.
func (s *scan) headElement(n *html.Node) {
	if n.Type != html.ElementNode {
		return
	}
	switch n.DataAtom {
	case atom.Title:
		if s.title == "" && n.FirstChild != nil {
			s.title = n.FirstChild.Data
		}
	case atom.Base:
		s.base = attr(n, "href")
	case atom.Meta:
		key := ""
		for _, k := range []string{"property", "name", "itemprop", "http-equiv"} {
			if key = attr(n, k); key != "" {
				break
			}
		}
		key = strings.ToLower(strings.TrimSpace(key))
		if v := clean(attr(n, "content")); key != "" && v != "" && s.meta[key] == "" {
			s.meta[key] = v
		}
	case atom.Link:
		switch rel := attr(n, "rel"); {
		case rel == "canonical" && s.canonical == "":
			s.canonical = attr(n, "href")
		case rel == "next":
			s.links = append(s.links, link{text: "下一页", href: attr(n, "href"), line: -1})
		}
	case atom.Script:
		if n.FirstChild == nil || len(n.FirstChild.Data) > 1<<20 {
			return
		}
		if d := n.FirstChild.Data; strings.EqualFold(attr(n, "type"), "application/ld+json") {
			s.jsonLD = append(s.jsonLD, d)
		} else {
			s.scripts = append(s.scripts, d)
		}
	}
}

// stateString finds "key":"value" in the data that a page carries for its scripts, for the first of the keys that has a value
// of at most 40 bytes. The values are those of the article where the page shows one article.
func (s *scan) stateString(keys ...string) string {
	for _, key := range keys {
		for _, d := range s.scripts {
			for rest := d; ; {
				i := strings.Index(rest, key)
				if i < 0 {
					break
				}
				before := i > 0 && (rest[i-1] == '"' || rest[i-1] == '\'' || rest[i-1] <= ' ' || rest[i-1] == ',' || rest[i-1] == '{')
				rest = rest[i+len(key):]
				if !before {
					continue
				}
				v := strings.TrimLeft(rest, "\"' ")
				if !strings.HasPrefix(v, ":") && !strings.HasPrefix(v, "=") {
					continue
				}
				v = strings.TrimLeft(v[1:], " ")
				if v != "" && v[0] >= '1' && v[0] <= '9' {
					n := len(v) - len(strings.TrimLeft(v, "0123456789"))
					if n == 10 || n == 13 {
						return v[:n]
					}
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

// jsonString finds a string by its key in JSON-LD, at any depth, the first in order of the page.
func jsonString(blocks []string, key string) string {
	for _, b := range blocks {
		var v any
		if json.Unmarshal([]byte(b), &v) == nil {
			if s := findKey(v, key, 0); s != "" {
				return s
			}
		}
	}
	return ""
}

func findKey(v any, key string, depth int) string {
	if depth > 8 {
		return ""
	}
	switch v := v.(type) {
	case map[string]any:
		if s, ok := v[key].(string); ok {
			return s
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if s := findKey(v[k], key, depth+1); s != "" {
				return s
			}
		}
	case []any:
		for _, e := range v {
			if s := findKey(e, key, depth+1); s != "" {
				return s
			}
		}
	}
	return ""
}

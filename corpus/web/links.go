package web

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"github.com/xinwen-go/xinwen/extract"
)

// maxLinks bounds the links that are followed from one page.
const maxLinks = 5_000

// pageLinks are the addresses that a page links to, in its order, each once: those of its anchors and frames, without those that
// the page marks nofollow, and none where it asks robots not to follow any.
func pageLinks(body []byte, contentType, address string) []string {
	base, err := url.Parse(address)
	if err != nil {
		return nil
	}
	src, _ := extract.Decode(body, contentType)
	z := html.NewTokenizer(strings.NewReader(src))
	z.SetMaxBuf(1 << 20)
	seen := map[string]bool{}
	var out []string
	for len(out) < maxLinks {
		t := z.Next()
		if t == html.ErrorToken {
			break
		}
		if t != html.StartTagToken && t != html.SelfClosingTagToken {
			continue
		}
		name, more := z.TagName()
		key := ""
		switch string(name) {
		case "a", "area", "base":
			key = "href"
		case "frame", "iframe":
			key = "src"
		case "meta":
			key = "content"
		default:
			continue
		}
		tag := string(name)
		value, rel, meta := "", "", ""
		for more {
			var k, v []byte
			k, v, more = z.TagAttr()
			switch string(k) {
			case key:
				value = string(v)
			case "rel":
				rel = strings.ToLower(string(v))
			case "name":
				meta = strings.ToLower(string(v))
			}
		}
		switch {
		case tag == "meta":
			if meta == "robots" && forbidsFollowing(value) {
				return nil
			}
			continue
		case tag == "base":
			if b, err := parseAddress(value, base); err == nil {
				base = b
			}
			continue
		case value == "" || strings.Contains(rel, "nofollow"):
			continue
		}
		u, err := parseAddress(value, base)
		if err != nil {
			continue
		}
		if s := u.String(); s != address && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// forbidsFollowing reads the content of a robots meta element.
func forbidsFollowing(content string) bool {
	for part := range strings.FieldsFuncSeq(strings.ToLower(content), func(r rune) bool { return r == ',' || r == ' ' }) {
		if part == "nofollow" || part == "none" {
			return true
		}
	}
	return false
}

package extract

import (
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"

	"github.com/xinwen-go/xinwen/text"
)

// headBlocks is how many paragraphs before the body are searched for the line of time and source.
const headBlocks = 12

// readMeta reads what the head of a page declares.
func readMeta(a *Article, doc *goquery.Document, address string) {
	meta := map[string]string{}
	doc.Find("meta").Each(func(_ int, s *goquery.Selection) {
		key, ok := s.Attr("property")
		if !ok {
			key, _ = s.Attr("name")
		}
		key = strings.ToLower(key)
		if v, ok := s.Attr("content"); ok && meta[key] == "" {
			meta[key] = strings.TrimSpace(v)
		}
	})
	a.Title = title(meta["og:title"], doc)
	for _, key := range []string{"article:published_time", "publishdate", "pubdate", "publish_time", "og:release_date"} {
		if m, ok := parseMoment(meta[key]); ok {
			a.Published = m
			break
		}
	}
	if m, ok := parseMoment(meta["article:modified_time"]); ok {
		a.Updated = m
	}
	a.Section = meta["article:section"]
	for _, k := range strings.FieldsFunc(meta["keywords"], func(r rune) bool { return r == ',' || r == '，' || r == ' ' || r == ';' || r == '、' }) {
		a.Keywords = append(a.Keywords, k)
	}
	if href, ok := doc.Find(`link[rel="canonical"]`).First().Attr("href"); ok && strings.HasPrefix(href, "http") {
		a.URL = href
	} else {
		a.URL = address
	}
}

// title prefers the heading that the title element begins with; else it is the title element without the parts after its
// first separator that name channel and site.
func title(og string, doc *goquery.Document) string {
	full := strings.Join(strings.Fields(doc.Find("title").First().Text()), " ")
	if full == "" {
		full = strings.Join(strings.Fields(og), " ")
	}
	best := ""
	doc.Find("h1, h2").Each(func(_ int, s *goquery.Selection) {
		h := strings.Join(strings.Fields(s.Text()), " ")
		if len(h) > len(best) && strings.HasPrefix(full, h) {
			best = h
		}
	})
	if len([]rune(best)) >= 5 {
		return best
	}
	for _, sep := range []string{"_", "|", "丨", "－", " - ", "--", "-"} {
		if i := strings.Index(full, sep); i > 0 && len([]rune(full[:i])) >= 6 {
			full = strings.TrimSpace(full[:i])
		}
	}
	return full
}

// readHead reads time, source and authors from the lines between title and body.
func readHead(a *Article, blocks []*block, first *block) {
	for i := first.index; i >= 0 && i > first.index-headBlocks; i-- {
		b := blocks[i]
		if b.chars > 120 {
			continue
		}
		if !a.Published.Minute {
			if m, ok := parseMoment(b.text); ok && (m.Minute || a.Published.Time.IsZero()) {
				a.Published = m
			}
		}
		a.fill(ReadCredits(text.New(b.text)))
	}
}

var chinaTime = time.FixedZone("", 8*60*60)

// parseMoment finds the first date in s, with the time of day that follows it: 2021-04-28 16:20, 2021年4月28日16:20, RFC 3339.
// A time without zone is taken as UTC+8.
func parseMoment(s string) (Moment, bool) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return Moment{Time: t, Minute: true, Zone: true}, true
	}
	f := []rune(text.FoldString(s))
	for i := 0; i+7 < len(f); i++ {
		if i > 0 && isDigit(f[i-1]) {
			continue
		}
		n, year := digits(f[i:], 4)
		if n != 4 || year < 1980 || year > 2100 {
			continue
		}
		k, month, day := i+4, 0, 0
		if k, month = datePart(f, k, "年-/."); month < 1 || month > 12 {
			continue
		}
		if k, day = datePart(f, k, "月-/."); day < 1 || day > 31 {
			continue
		}
		m := Moment{Time: time.Date(year, time.Month(month), day, 0, 0, 0, 0, chinaTime)}
		if m.Time.Day() != day {
			continue
		}
		for k < len(f) && (f[k] == '日' || f[k] == ' ' || f[k] == 't' || f[k] == '\u00A0') {
			k++
		}
		n, hour := digits(f[k:], 2)
		if n == 0 || hour > 23 || k+n >= len(f) || f[k+n] != ':' && f[k+n] != '时' {
			return m, true
		}
		n2, minute := digits(f[k+n+1:], 2)
		if n2 != 2 || minute > 59 {
			return m, true
		}
		m.Time = m.Time.Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
		m.Minute = true
		return m, true
	}
	return Moment{}, false
}

// datePart reads a separator out of seps and the number of one or two digits behind it.
func datePart(f []rune, k int, seps string) (next, value int) {
	if k >= len(f) || !strings.ContainsRune(seps, f[k]) {
		return k, 0
	}
	k++
	for k < len(f) && f[k] == ' ' {
		k++
	}
	n, v := digits(f[k:], 2)
	return k + n, v
}

// digits reads at most limit ASCII digits.
func digits(f []rune, limit int) (n, value int) {
	for n < len(f) && n < limit && isDigit(f[n]) {
		value = value*10 + int(f[n]-'0')
		n++
	}
	return n, value
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

package extract

import (
	"slices"
	"strings"
	"time"
)

// dates fills the times of an article: what the page shows near the title, down to the minute, or what it declares.
func (s *scan) dates(a *Article, above, below []*line, titleAt, from int, r region, fetched time.Time) {
	for _, key := range updatedKeys {
		if m, ok := parseMoment(s.meta[key]); ok {
			a.Updated, a.Origins.Updated = m, Origin{FromMeta, 0.9}
			break
		}
	}
	if m, ok := parseMoment(s.jsonLD.str("dateModified")); ok && a.Updated.Time.IsZero() {
		a.Updated, a.Origins.Updated = m, Origin{FromData, 0.9}
	}
	done := a.Origins.Published.From == FromRule
	take := func(m Moment, ok bool, from Origin) {
		if !ok || done {
			return
		}
		if a.Published.Time.IsZero() || m.Minute && !a.Published.Minute {
			a.Published, a.Origins.Published = m, from
		}
		done = m.Minute
	}
	var changed Moment // said to be the time of the last change
	var short []rune   // a line with a time whose year the page gives elsewhere
	for _, l := range underTitleFirst(above, titleAt) {
		if l.chars > longestInfo || l.ends > 0 && l.chars > 60 || l.linkLine() && l.index < titleAt {
			continue
		}
		f := []rune(foldString(l.soft))
		if at := indexRunes(f, "更新"); at >= 0 {
			behind := f[at:]
			if bracket := lastBracket(f[:at]); bracket >= 0 { // (3/5 20:31 更新)
				if day, _, _, ok := findMoment(f[:bracket]); ok {
					if m, ok := yearless(f[bracket:at], day.Time.AddDate(0, 11, 0)); ok {
						changed, f = m, f[:bracket]
					}
				}
			}
			m, i, j, ok := findMoment(behind[:min(len(behind), 40)])
			if !ok && !fetched.IsZero() {
				m, i, ok = agoMoment(behind, fetched)
				j = len(behind)
			}
			if ok && i <= 8 {
				changed = m
				f = slices.Concat(f[:at], behind[j:])
			}
		}
		m, _, _, ok := findMoment(f)
		if !ok && !fetched.IsZero() {
			m, _, ok = agoMoment(f, fetched)
		}
		take(m, ok, Origin{FromPlace, 0.9})
		if !ok && short == nil && l.index > titleAt {
			if _, ok := yearless(f, leapDay); ok {
				short = f
			}
		}
	}
	for _, h := range s.hints {
		if h.kind == hintTime && h.line >= from && h.line <= r.first {
			m, ok := parseMoment(h.text)
			take(m, ok, Origin{FromElement, 0.85})
		}
	}
	for _, key := range publishedKeys {
		m, ok := parseMoment(s.meta[key])
		take(m, ok, Origin{FromMeta, 0.9})
	}
	if !done {
		for _, key := range []string{"datePublished", "pubDate"} {
			m, ok := parseMoment(s.jsonLD.str(key))
			take(m, ok, Origin{FromData, 0.9})
		}
		for _, key := range stateTimes {
			m, ok := s.stateMoment(key)
			take(m, ok, Origin{FromData, 0.6})
		}
	}
	if !done && short != nil {
		near := a.Published.Time
		if near.IsZero() {
			if near = urlDate(a.URL).Time; near.IsZero() {
				near = fetched
			}
		}
		if m, ok := yearless(short, near); ok && !near.IsZero() {
			take(m, true, Origin{FromPlace, 0.7})
		}
	}
	if a.Published.Time.IsZero() && !changed.Time.IsZero() {
		m, ok := dateline(r.lines)
		take(m, ok, Origin{FromText, 0.5})
	}
	take(changed, !changed.Time.IsZero() && (a.Published.Time.IsZero() || midnight(changed.Time).Equal(midnight(a.Published.Time))), Origin{FromPlace, 0.6})
	if a.Updated.Time.IsZero() && !changed.Time.IsZero() {
		a.Updated, a.Origins.Updated = changed, Origin{FromLabel, 0.9}
	}
	if a.Published.Time.IsZero() {
		s.distantDates(below, r, take, a.URL)
	}
	if a.Published.Minute || done || a.Published.Time.IsZero() || a.Origins.Published.From == FromText {
		return
	}
	for _, l := range above { // the day stands in the head of the page, and the time near the title
		if d, ok := bareClock(l); ok && l.index > titleAt {
			a.Published = Moment{Time: midnight(a.Published.Time).Add(d), Minute: true}
			return
		}
	}
}

// distantDates takes the day from where it stands if not near the title: under the text, in the address, in the head of the page, or
// in the dateline.
func (s *scan) distantDates(below []*line, r region, take func(Moment, bool, Origin), address string) {
	for _, l := range below {
		if l.chars <= 60 && !l.linkLine() {
			m, _, _, ok := findMoment([]rune(l.folded))
			take(m, ok, Origin{FromPlace, 0.5})
		}
	}
	m := urlDate(address)
	take(m, !m.Time.IsZero(), Origin{FromURL, 0.7})
	m, ok := dateline(r.lines)
	take(m, ok, Origin{FromText, 0.5})
	for _, l := range s.lines[:min(r.first, len(s.lines))] { // the date of the issue, or of the day
		if l.chars <= 40 && l.ends == 0 && l.linked == 0 {
			m, _, _, ok := findMoment([]rune(l.folded))
			take(Moment{Time: m.Time}, ok && !m.Minute, Origin{FromPlace, 0.4})
		}
	}
}

// lastBracket is the index of the last bracket that runes leave open, -1 for none.
func lastBracket(f []rune) int {
	for i := len(f) - 1; i >= 0 && !closesBracket(f[i]); i-- {
		if opensBracket(f[i]) {
			return i
		}
	}
	return -1
}

// indexRunes is the index of the first occurrence of a word in runes, -1 for none.
func indexRunes(f []rune, word string) int {
	w := []rune(word)
	for i := range len(f) - len(w) + 1 {
		if slices.Equal(f[i:i+len(w)], w) {
			return i
		}
	}
	return -1
}

// underTitleFirst puts the lines behind the title before those above it.
func underTitleFirst(lines []*line, titleAt int) []*line {
	k := 0
	for k < len(lines) && lines[k].index <= titleAt {
		k++
	}
	return append(append([]*line{}, lines[k:]...), lines[:k]...)
}

// dateline is the day that the first paragraphs of a text begin with: 2012年1月11日讯.
func dateline(lines []*line) (Moment, bool) {
	for _, l := range lines[:min(3, len(lines))] {
		f := []rune(l.folded)
		if m, _, j, ok := findMoment(f[:min(len(f), 30)]); ok && j < len(f) && (f[j] == '讯' || f[j] == '电' || f[j] == '消') {
			return Moment{Time: midnight(m.Time)}, true
		}
	}
	return Moment{}, false
}

// agoMoment reads a time told from when the page was fetched: 5分钟前, 3小时前, 2天前, 昨天 10:20.
func agoMoment(f []rune, fetched time.Time) (m Moment, at int, ok bool) {
	fetched = fetched.In(chinaTime)
	for i := range f {
		if isDigit(f[i]) && (i == 0 || !isDigit(f[i-1])) {
			n, v := digits(f[i:], 3)
			rest := string(f[i+n : min(len(f), i+n+4)])
			switch {
			case strings.HasPrefix(rest, "分钟前"), strings.HasPrefix(rest, "分前"):
				return Moment{Time: fetched.Add(-time.Duration(v) * time.Minute).Truncate(time.Minute), Minute: true}, i, true
			case strings.HasPrefix(rest, "小时前"):
				return Moment{Time: midnight(fetched.Add(-time.Duration(v) * time.Hour))}, i, true
			case strings.HasPrefix(rest, "天前"), strings.HasPrefix(rest, "日前"):
				return Moment{Time: midnight(fetched.AddDate(0, 0, -v))}, i, true
			}
		}
		for k, w := range [...]string{"今天", "昨天", "前天"} {
			if i+2 > len(f) || string(f[i:i+2]) != w {
				continue
			}
			if d, _, ok := clock(f, i+2); ok {
				return Moment{Time: midnight(fetched.AddDate(0, 0, -k)).Add(d), Minute: true}, i, true
			}
		}
	}
	return Moment{}, 0, false
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// publishedKeys are the names that pages declare the time of publishing by, lower-case.
var publishedKeys = []string{"article:published_time", "og:published_time", "og:release_date", "datepublished", "publishdate", "publish_date", "publish_time", "pubdate", "pub_date", "firstpublishedtime", "article:published", "weibo: article:create_at", "weibo:article:create_at", "date", "dc.date", "parsely-pub-date", "ptime", "_pubtime", "og:time", "apub:time"}

// stateTimes are the names that the data for the scripts of pages gives it, ct that of WeChat.
var stateTimes = []string{"pubtime", "pubTime", "publishTime", "publish_time", "publishDate", "publishedAt", "releaseTime", "newsTime", "createTime", "create_time", "ptime", "pubDate", "datePublished", "ct", "time"}

// updatedKeys are those of the last change.
var updatedKeys = []string{"article:modified_time", "og:updated_time", "datemodified", "lastmodified", "article:updated_time", "weibo: article:update_at"}

// urlDate is the day that an address names: /2024-05/13/, /20240513/, /2024/0513/.
func urlDate(address string) Moment {
	var d [8]int
	for i := 0; i+8 < len(address); i++ {
		if address[i] != '/' && address[i] != '_' && address[i] != 't' {
			continue
		}
		n, k := 0, i+1
		for k < len(address) && n < 8 && (address[k] >= '0' && address[k] <= '9' || (n == 4 || n == 6) && (address[k] == '/' || address[k] == '-')) {
			if address[k] >= '0' && address[k] <= '9' {
				d[n] = int(address[k] - '0')
				n++
			}
			k++
		}
		if n < 8 || k < len(address) && address[k] >= '0' && address[k] <= '9' {
			continue
		}
		var digits [8]rune
		for j, v := range d {
			digits[j] = '0' + rune(v)
		}
		if m, _, ok := momentAt(digits[:], 0); ok {
			return m
		}
	}
	return Moment{}
}

package extract

import (
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// How far from the article its furniture stands, in lines.
const (
	headReach = 14 // above the body when no title is found
	aboveHead = 4  // above the title
	tailReach = 14 // under the article
)

func foldString(s string) string { return text.FoldString(s) }

// readSoft reads the credits of one line with its soft breaks.
func readSoft(l *line) []credit {
	if l.chars > creditRunes+40 {
		return nil
	}
	src := []rune(l.soft)
	f := []rune(foldString(l.soft))
	r := creditReader{f: f, slice: func(i, j int) string { return strings.ReplaceAll(string(src[i:j]), string(softBreak), "") }}
	i, j := trimRange(f, 0, len(f))
	if i < j {
		r.whole(i, j)
	}
	return r.found
}

// isCreditLine reports whether a line is credits for the most part.
func isCreditLine(l *line) bool {
	if l.chars > creditRunes || l.chars < 3 {
		return false
	}
	if l.credits == unasked {
		l.credits = no
		covered := 0
		for _, c := range readSoft(l) {
			covered += c.j - c.i
		}
		if covered > 0 && covered*2 >= l.chars {
			l.credits = yes
		}
	}
	return l.credits == yes
}

// credits reads title, outlet, authors, editors and time around the article.
func (s *scan) credits(a *Article, r region, head, tail []*line) {
	from, titleAt := s.headStart(a.Title, r)
	var above, below []*line
	above = append(append(above, s.lines[from:r.first]...), head...)
	below = append(append(below, tail...), s.lines[min(r.last+1, len(s.lines)):min(r.last+1+tailReach, len(s.lines))]...)
	var c Credits
	for _, l := range above {
		if l.chars <= longestInfo {
			for _, f := range readSoft(l) {
				c.add(f)
			}
		}
	}
	s.fillFromHints(&c, from, r)
	if src := s.metaSource(); c.Outlet == "" && src != "" {
		c.Outlet = src
	}
	for _, l := range below {
		if l.junk && !isCreditLine(l) {
			continue
		}
		for _, f := range readSoft(l) {
			if f.kind == creditOutlet && c.Outlet != "" || f.kind == creditAuthor && len(c.Authors) > 0 {
				continue
			}
			if f.kind == creditAuthor && f.outlet == "" && l.linked > 0 && l.index > r.last {
				continue
			}
			c.add(f)
		}
	}
	if c.Outlet == "" {
		for _, l := range above {
			if c.Outlet = nakedOutlet(l); c.Outlet != "" {
				break
			}
		}
	}
	for _, key := range []string{"article:author", "author"} {
		if v := s.meta[key]; c.Outlet == "" && isOutletName(foldString(v)) && !strings.Contains(v, ".") {
			c.Outlet = v
		}
	}
	if c.Outlet == "" {
		c.Outlet = s.stateOutlet("media", "mediaName", "media_name", "source", "newsSource", "ss", "source_name")
	}
	if len(c.Editors) == 0 {
		if e := s.stateString("editorName"); looksLikeName([]rune(foldString(e))) {
			c.Editors = []string{e}
		}
	}
	if len(c.Authors) == 0 {
		c.Authors = nakedAuthors(above, titleAt)
	}
	if len(c.Editors) == 0 {
		if e := strings.TrimSpace(s.meta["editor"]); e != "" && looksLikeName([]rune(foldString(e))) {
			c.Editors = []string{e}
		}
	}
	if len(c.Authors) == 1 && c.Authors[0] == c.Outlet {
		c.Authors = nil
	}
	a.Authors, a.Editors, a.Outlet = c.Authors, c.Editors, c.Outlet
	a.Published = s.published(a, above, below, titleAt, from, r)
}

// headStart is the first line of the head of the article, and the line of its title, -1 where the page shows none.
func (s *scan) headStart(title string, r region) (from, titleAt int) {
	titleAt = -1
	for i := min(r.first, len(s.lines)-1); i >= 0; i-- {
		if sameTitle(s.lines[i].text, title) {
			titleAt = i
			if i < r.first-30 {
				break
			}
			return max(0, i-aboveHead), i
		}
	}
	return max(0, r.first-headReach), titleAt
}

// fillFromHints takes what elements around the article are named after.
func (s *scan) fillFromHints(c *Credits, from int, r region) {
	for _, h := range s.hints {
		if h.line < from || h.line > r.last+tailReach {
			continue
		}
		v := []rune(h.text)
		f := []rune(foldString(h.text))
		if len(v) > 40 {
			continue
		}
		if n, _ := creditLabelAt(f); n > 1 || strings.ContainsAny(string(f), ":(【[") {
			continue // read by its label
		}
		reader := creditReader{f: f, slice: func(i, j int) string { return string(v[i:j]) }}
		switch h.kind {
		case hintOutlet:
			if c.Outlet == "" && h.line <= r.last {
				if end, name := reader.outlet(0, len(f)); end >= len(f)-1 {
					c.Outlet = name
				}
			}
		case hintAuthor:
			if len(c.Authors) == 0 && len(f) <= 20 {
				if end, names := reader.names(0, len(f), h.line <= r.first && string(v) != c.Outlet); end >= len(f)-1 {
					c.Authors = names
				}
			}
		case hintEditor:
			if len(c.Editors) == 0 && len(f) <= 20 {
				if end, names := reader.names(0, len(f), true); end >= len(f)-1 {
					c.Editors = names
				}
			}
		}
	}
}

// metaSource is the outlet that the head of the page declares.
func (s *scan) metaSource() string {
	for _, key := range []string{"source", "mediaid_name", "contentsource", "article:source", "newssource", "from"} {
		v := strings.TrimSpace(s.meta[key])
		if v == "" {
			continue
		}
		f := []rune(foldString(v))
		start := 0
		if n, kind := creditLabelAt(f); kind == creditOutlet {
			start = n
			for start < len(f) && (isGap(f[start]) || isMark(f[start])) {
				start++
			}
		}
		src := []rune(v)
		r := creditReader{f: f, slice: func(i, j int) string { return string(src[i:j]) }}
		if _, name := r.outlet(start, len(f)); name != "" {
			return name
		}
	}
	return ""
}

// stateOutlet is the outlet in the data for the scripts of a page.
func (s *scan) stateOutlet(keys ...string) string {
	for _, k := range keys {
		v := s.stateString(k)
		f := []rune(foldString(v))
		if len(f) < 2 || !text.IsHan(f[0]) && !text.IsHan(f[len(f)-1]) || noOutlet[string(f)] {
			continue
		}
		return v
	}
	return ""
}

// nakedOutlet is the outlet that stands beside the time without a label: 台灣醒報 (2012-01-12 16:10).
func nakedOutlet(l *line) string {
	if l.chars > longestInfo {
		return ""
	}
	f := []rune(foldString(l.soft))
	if _, _, _, ok := findMoment(f); !ok {
		return ""
	}
	src := []rune(l.soft)
	for i := 0; i < len(f); {
		j := i
		for j < len(f) && !isGap(f[j]) && !isMark(f[j]) && !strings.ContainsRune("()[]【】,;>", f[j]) {
			j++
		}
		if p := string(f[i:j]); j-i <= 14 && isOutletName(p) && !headNoise.in(p) && !strings.ContainsAny(p, "0123456789@") && !strings.HasSuffix(p, "新闻中心") && !strings.HasSuffix(p, ".com") && !strings.Contains(p, "随时") {
			return string(src[i:j])
		}
		i = j + 1
	}
	return ""
}

// nakedAuthors are the names that stand without a label under the title: alone on a line, or beside the time.
func nakedAuthors(above []*line, titleAt int) (names []string) {
	for _, l := range above {
		if l.index <= titleAt || titleAt < 0 || l.chars > 60 || l.marks > 3 {
			continue
		}
		f := []rune(foldString(l.soft))
		src := []rune(l.soft)
		_, _, _, dated := findMoment(f)
		if !dated && (l.chars > 3 || l.linked > 0) {
			continue
		}
		for i := 0; i < len(f); {
			j := i
			for j < len(f) && !isGap(f[j]) && !isDigit(f[j]) && !isMark(f[j]) {
				j++
			}
			if j-i >= 2 && j-i <= 3 && looksLikeName(f[i:j]) && !siteWords.in(string(f[i:j])) {
				names = append(names, string(src[i:j]))
			}
			i = j + 1
		}
		if len(names) > 0 {
			return names
		}
	}
	return nil
}

// published is the time of the article: what the page shows near the title, down to the minute, or what it declares.
func (s *scan) published(a *Article, above, below []*line, titleAt, from int, r region) Moment {
	var day Moment
	take := func(m Moment, ok bool) bool {
		if ok && (day.Time.IsZero() || m.Minute && !day.Minute) {
			day = m
		}
		return ok && m.Minute
	}
	order := above
	if titleAt > 0 { // what stands under the title first
		k := 0
		for k < len(above) && above[k].index <= titleAt {
			k++
		}
		order = append(append([]*line{}, above[k:]...), above[:k]...)
	}
	for _, l := range order {
		if l.chars > longestInfo || l.ends > 0 && l.chars > 60 || l.linkLine() && l.index < titleAt {
			continue
		}
		if m, _, _, ok := findMoment([]rune(foldString(l.soft))); take(m, ok) {
			return day
		}
	}
	for _, h := range s.hints {
		if h.kind == hintTime && h.line >= from && h.line <= r.first {
			if m, ok := parseMoment(h.text); take(m, ok) {
				return day
			}
		}
	}
	for _, key := range publishedKeys {
		if m, ok := parseMoment(s.meta[key]); take(m, ok) {
			return day
		}
	}
	if m, ok := parseMoment(jsonString(s.jsonLD, "datePublished")); take(m, ok) {
		return day
	}
	if m, ok := parseMoment(s.stateString("pubtime", "pubTime", "publishTime", "publish_time", "newsTime", "createTime", "create_time", "ptime", "pubDate", "datePublished")); take(m, ok) {
		return day
	}
	if day.Time.IsZero() {
		for _, l := range below {
			if m, _, _, ok := findMoment([]rune(l.folded)); ok && l.chars <= 60 && !l.linkLine() && take(m, ok) {
				return day
			}
		}
	}
	if day.Time.IsZero() {
		day = urlDate(a.URL)
	}
	if day.Time.IsZero() && r.first < len(s.lines) { // a dateline
		for _, l := range r.lines[:min(3, len(r.lines))] {
			f := []rune(l.folded)
			if m, _, j, ok := findMoment(f[:min(len(f), 30)]); ok && j < len(f) && (f[j] == '讯' || f[j] == '电' || f[j] == '消') {
				day = Moment{Time: m.Time}
				break
			}
		}
	}
	return day
}

// publishedKeys are the names that pages declare the time of publishing by, lower-case.
var publishedKeys = []string{"article:published_time", "og:published_time", "og:release_date", "datepublished", "publishdate", "publish_date", "publish_time", "pubdate", "pub_date", "firstpublishedtime", "article:published", "weibo: article:create_at", "weibo:article:create_at", "date", "dc.date", "parsely-pub-date", "ptime", "_pubtime", "og:time", "apub:time"}

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

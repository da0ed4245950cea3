package extract

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// withoutPage cuts the number of a page off the title of one that is not the first: 龙舟赛(2).
func withoutPage(title, address string) string {
	n := pageNumber(address)
	if n < 2 {
		return title
	}
	for _, form := range []string{"(%d)", "（%d）", "[%d]", "【%d】", "_%d"} {
		if cut, ok := strings.CutSuffix(title, fmt.Sprintf(form, n)); ok {
			return strings.TrimSpace(cut)
		}
	}
	return title
}

// squash is a folded text without white space and punctuation, for comparing titles.
func squash(folded string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == softBreak || unicode.IsPunct(r) || unicode.IsSymbol(r) {
			return -1
		}
		return r
	}, folded)
}

// pageTitle reads the title of the article. The title element and og:title carry names of site and channel; a line of the page
// that they begin with is the title as the page shows it.
func (s *scan) pageTitle(r region, found bool) (title string, from Origin) {
	title, from = s.findTitle(r, found)
	title = strings.TrimSpace(strings.TrimLeft(title, "》〉>›»◎●■▲★◆·・:|_-—= 　"))
	if f := foldString(title); strings.HasPrefix(f, "标题:") || strings.HasPrefix(f, "题目:") {
		title = strings.TrimSpace(string([]rune(title)[len([]rune("标题:")):]))
	}
	return title, from
}

func (s *scan) findTitle(r region, found bool) (title string, from Origin) {
	full, og := clean(cutTo(s.title, longestTitle)), clean(cutTo(s.meta["og:title"], longestTitle))
	if full == "" {
		full, og = og, ""
	}
	site := clean(s.meta["og:site_name"])
	main := cutSite(full, site)
	if og != "" && len(og) < len(full) && strings.HasPrefix(squash(foldString(full)), squash(foldString(og))) {
		main = cutSite(og, site)
	}
	lines := s.lines
	if found {
		lines = lines[:min(r.first+6, len(lines))]
	}
	sqFull, sqMain := squash(foldString(full)), squash(foldString(main))
	var best *line
	if t := segmentShown(full, lines); t != "" {
		return t, Origin{FromHeading, 0.9}
	}
	for _, l := range lines { // short titles, which look like names of channels
		if l.heading && !l.junk && l.linked == 0 && sqMain != "" && squash(l.folded) == sqMain && sqMain != sqFull {
			return l.text, Origin{FromHeading, 0.9}
		}
	}
	if isSiteTitle(main, site) {
		if h := s.headingBefore(r, found); h != "" {
			return h, Origin{FromPlace, 0.6}
		}
	}
	for _, l := range lines {
		if l.chars < 4 || l.chars > 120 || l.junk && !l.heading {
			continue
		}
		q := squash(l.folded)
		n := len([]rune(q))
		switch {
		case n < 4 || sqFull == "":
		case strings.HasPrefix(sqFull, q) && (2*len(q) > len(sqMain) || l.heading && n >= 8) && (n >= 6 || q == sqMain || l.heading):
			if best == nil || len(q) > len(squash(best.folded)) {
				best = l
			}
		case l.heading && len(sqMain) >= 24 && strings.Contains(q, sqMain) && n <= 80 && !strings.ContainsAny(l.text, ">〉›»"):
			if best == nil || len(q) > len(squash(best.folded)) {
				best = l
			}
		}
	}
	if best != nil {
		return best.text, Origin{FromHeading, 0.95}
	}
	if h := s.headingBefore(r, found); h != "" && (!s.mentions(lines, sqMain) && len(sqMain) < len(squash(foldString(h))) && strings.Contains(squash(foldString(h)), sqMain)) {
		return h, Origin{FromPlace, 0.7}
	}
	if h := s.headingBefore(r, found); h != "" && og == "" && !s.mentions(lines, sqMain) && !shareWords(foldString(h), foldString(full)) {
		return h, Origin{FromPlace, 0.5} // the title element is that of the site or section, or nobody wrote one
	}
	if main != "" {
		return main, Origin{FromTitle, 0.8}
	}
	if h := s.headingBefore(r, found); h != "" {
		return h, Origin{FromPlace, 0.5}
	}
	return "", Origin{}
}

// segmentShown is the line that is one part of a title element which begins with others: 首页 〉 新闻 〉 the title.
func segmentShown(full string, lines []*line) string {
	parts := strings.FieldsFunc(full, func(r rune) bool { return strings.ContainsRune("_|丨-—–－·>〉›»<«", r) })
	if len(parts) < 2 {
		return ""
	}
	first := squash(foldString(parts[0]))
	best := ""
	if last := squash(foldString(parts[len(parts)-1])); isSiteName(parts[0], "") && !isSiteName(parts[len(parts)-1], "") { // a short one is told by its place
		for _, l := range lines {
			if (l.heading || l.centred || l.isStrong()) && l.linked == 0 && !l.junk && squash(l.folded) == last {
				return l.text
			}
		}
	}
	for k, p := range parts {
		q := squash(foldString(p))
		if len(q) < 24 || k == 0 {
			continue
		}
		for _, l := range lines {
			if l.chars > 80 || l.linkLine() || l.junk && !l.heading {
				continue
			}
			s := squash(l.folded)
			if s == first && len(s) >= 24 {
				return ""
			}
			if s == q && best == "" {
				best = l.text
			}
		}
	}
	return best
}

// shareWords reports whether two folded texts have three characters in a row in common.
func shareWords(a, b string) bool {
	f := []rune(squash(a))
	for i := 0; i+3 <= len(f); i++ {
		if strings.Contains(b, string(f[i:i+3])) {
			return true
		}
	}
	return false
}

func (s *scan) mentions(lines []*line, q string) bool {
	for _, l := range lines {
		if !l.junk && !isBoilerplate(l) && strings.Contains(squash(l.folded), q) {
			return true
		}
	}
	return false
}

// headingBefore is the heading nearest before the article, or what an element names the title.
func (s *scan) headingBefore(r region, found bool) string {
	last := len(s.lines)
	if found {
		last = min(r.first+4, last)
	}
	for i := last - 1; i >= 0; i-- {
		if l := s.lines[i]; l.heading && !l.junk && l.chars >= 6 && l.chars <= 80 && l.linked*2 < len(l.text) && l.ends == 0 && !isInfo(l) && (!found || i <= r.first || l.prose() == 0) {
			return lastStep(l.text)
		}
	}
	for i := len(s.hints) - 1; i >= 0; i-- {
		if h := s.hints[i]; h.kind == hintTitle && h.line < last && len([]rune(h.text)) >= 6 {
			return h.text
		}
	}
	// The line before the line of time.
	for i := min(last, len(s.lines)) - 1; i > 0; i-- {
		l, p := s.lines[i], s.lines[i-1]
		if _, _, _, ok := findMoment([]rune(l.folded)); ok && l.chars <= longestInfo && p.chars >= 6 && p.chars <= 60 && p.linked == 0 && !isInfo(p) {
			return p.text
		}
	}
	for i := min(last, r.first+1) - 1; found && i >= 0 && i > r.first-4; i-- {
		if l := s.lines[i]; l.chars >= 6 && l.chars <= 50 && l.linked == 0 && l.ends == 0 && !l.junk && !isInfo(l) && (i < r.first || l.prose() == 0) {
			return l.text
		}
	}
	return ""
}

// lastStep is the last part of a path such as 首页 〉 新闻 〉 the title, if it is long enough for a title.
func lastStep(s string) string {
	if i := strings.LastIndexAny(s, "〉›»>"); i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		if last := strings.TrimSpace(s[i+n:]); utf8.RuneCountInString(last) >= 6 {
			return last
		}
	}
	return s
}

// separators stand between title, channel and site, those first that a title itself rarely holds.
var separators = []string{"_", "|", "丨", "｜", "--", "—>", " - ", " -", " – ", " — ", "－", " :: ", "::", "«", "»", "-", "–", "·", " "}

// cutSite cuts names of channel and site off a title element.
func cutSite(full, site string) string {
	for _, sep := range separators {
		parts := strings.Split(full, sep)
		if len(parts) < 2 {
			continue
		}
		for len(parts) > 1 && isSiteName(parts[0], site) && !isSiteName(parts[len(parts)-1], site) {
			parts = parts[1:]
		}
		end := len(parts)
		if (sep == "_" || sep == "--") && len([]rune(strings.TrimSpace(parts[0]))) >= 8 {
			full = strings.TrimSpace(parts[0])
			continue
		}
		if sep == " - " && len(parts) >= 3 && len([]rune(strings.TrimSpace(parts[0]))) >= 8 && !isSiteName(parts[0], site) {
			full = strings.TrimSpace(parts[0])
			continue
		}
		strong := sep == "_" || sep == "--" || sep == " - " || sep == " – "
		for end > 1 {
			last := strings.TrimSpace(parts[end-1])
			n := len([]rune(last))
			head := strings.TrimSpace(strings.Join(parts[:end-1], sep))
			if strings.Count(last, ",")+strings.Count(last, "|")+strings.Count(last, " , ") >= 3 && len([]rune(head)) >= 8 { // keywords
				end--
				continue
			}
			if !isSiteName(last, site) && (!strong && end == len(parts) || n > 14 || !strong && n > 6 || len([]rune(head)) < 6) {
				break
			}
			if sep == " " && !isSiteName(last, site) && n > 4 {
				break
			}
			end--
		}
		full = strings.TrimSpace(strings.Join(parts[:end], sep))
	}
	return full
}

// siteWords are what names of sites and channels hold, folded.
var siteWords = phraseSet(`网 新闻 频道 在线 日报 晚报 早报 时报 周刊 门户 首页 官网 官方 中心 电视台 财经 资讯 新浪 腾讯 搜狐 网易 凤凰 人民 新华 中国 台湾 要闻 滚动 正文 .com .cn .net .tw 快讯 客户端 今日 时政 社会 国际 国内 娱乐 体育 科技 生活 健康 论坛 博客 yahoo news`)

// isSiteName reports whether a part of a title element names a site or channel.
func isSiteName(part, site string) bool {
	part = strings.TrimSpace(part)
	n := len([]rune(part))
	if site != "" && strings.EqualFold(part, site) {
		return true
	}
	f := foldString(part)
	if n > 14 || n == 0 || strings.ContainsAny(f, ":,?!“。") {
		return n == 0
	}
	for _, e := range outletEnds {
		if strings.HasSuffix(f, e) {
			return true
		}
	}
	return n <= 6 && siteWords.in(f)
}

// isSiteTitle reports whether a title element names but the site.
func isSiteTitle(full, site string) bool {
	if full == "" {
		return true
	}
	for _, p := range strings.FieldsFunc(full, func(r rune) bool { return strings.ContainsRune("_|丨-—–－· >", r) }) {
		if n := len([]rune(p)); !isSiteName(p, site) && n > 4 && (n > 8 || !siteWords.in(foldString(p))) {
			return false
		}
	}
	return true
}

// sameTitle reports whether a line is the title, but for a mark or two.
func sameTitle(l, title string) bool {
	a, b := squash(foldString(l)), squash(foldString(title))
	if a == "" || b == "" {
		return false
	}
	return a == b || len(b) >= 24 && len(a) <= len(b)+24 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a) && len(a)*10 >= len(b)*7)
}

// longestTitle is how much of a title element is read, in bytes.
const longestTitle = 1 << 10

// cutTo cuts a string to n bytes at most, at a character.
func cutTo(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// clean folds white space and control characters to single blanks.
func clean(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7F || unicode.IsSpace(r) }), " ")
}

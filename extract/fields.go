package extract

import (
	"slices"
	"strings"
	"time"

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

// credits fills outlet, authors, editors and time of an article from what stands around it, the surest place first.
func (s *scan) credits(a *Article, r region, body, tail []*line, fetched time.Time) {
	from, titleAt := s.headStart(a.Title, r)
	above := s.lines[from:r.first]
	below := append(slices.Clone(tail), s.lines[min(r.last+1, len(s.lines)):min(r.last+1+tailReach, len(s.lines))]...)

	var c Credits
	for _, l := range above {
		for _, f := range readSoft(l) {
			c.add(f)
		}
	}
	a.take(c, Origin{FromLabel, 0.95})
	c = Credits{}
	for _, l := range below {
		if l.junk && !isCreditLine(l) {
			continue
		}
		for _, f := range readSoft(l) {
			if f.kind == creditAuthor && f.outlet == "" && l.linkLine() && l.index > r.last {
				continue // another article's
			}
			if f.kind == creditAuthor && l.index > body[len(body)/2].index && l.index < body[len(body)-1].index {
				continue // that of the text before an insert, or of a part of a collection
			}
			c.add(f)
		}
	}
	a.take(Credits{Authors: c.Authors, Editors: c.Editors}, Origin{FromLabel, 0.9})
	s.fillFromHints(a, from, r)
	a.takeOutlet(s.metaSource(), Origin{FromMeta, 0.9})
	a.takeOutlet(c.Outlet, Origin{FromLabel, 0.8})
	if a.Outlet == "" {
		for _, l := range above {
			a.takeOutlet(nakedOutlet(l), Origin{FromPlace, 0.7})
		}
	}
	if a.Outlet == "" {
		a.takeOutlet(s.linkedOutlet(above), Origin{FromPlace, 0.5})
	}
	for _, key := range []string{"article:author", "author"} {
		if v := s.meta[key]; isOutletName(foldString(v)) && !strings.Contains(v, ".") {
			a.takeOutlet(v, Origin{FromMeta, 0.6})
		}
	}
	if a.Outlet == "" {
		a.takeOutlet(s.stateOutlet("media", "mediaName", "media_name", "source", "newsSource", "ss", "source_name"), Origin{FromData, 0.5})
	}
	if s.data {
		a.take(Credits{Authors: namesOf(s.stateString("author", "authorName", "writer"), a.Outlet)}, Origin{FromData, 0.6})
	}
	for _, names := range [][]string{s.jsonLD.names("author", "Person"), s.jsonLD.names("author", "")} {
		a.take(Credits{Authors: namesOf(strings.Join(names, "、"), a.Outlet)}, Origin{FromData, 0.7})
	}
	// The meta element named author gives the editor, or whoever keyed the page in, on most Chinese sites.
	for _, key := range []string{"og:article:author", "article:author"} {
		if v := namesOf(s.meta[key], a.Outlet); slices.IndexFunc(v, func(n string) bool { return !looksLikeName([]rune(foldString(n))) }) < 0 {
			a.take(Credits{Authors: v}, Origin{FromMeta, 0.7})
		}
	}
	for _, e := range []struct {
		name string
		from Source
	}{{s.meta["editor"], FromMeta}, {s.stateString("editorName"), FromData}} {
		if e.name = strings.TrimSpace(e.name); looksLikeName([]rune(foldString(e.name))) {
			a.take(Credits{Editors: []string{e.name}}, Origin{e.from, 0.7})
		}
	}
	a.take(Credits{Authors: nakedAuthors(above, titleAt, foldString(s.title))}, Origin{FromPlace, 0.7})
	if len(a.Authors) == 0 && len(a.Editors) == 0 { // a page that names its editors would name its authors beside them
		a.take(Credits{Authors: signers(body)}, Origin{FromText, 0.6})
	}
	for _, name := range s.jsonLD.names("publisher", "") {
		a.takeOutlet(name, Origin{FromData, 0.5})
	}
	if len(a.Authors) == 1 && a.Authors[0] == a.Outlet {
		a.Authors, a.Origins.Authors = nil, Origin{}
	}
	s.dates(a, above, below, titleAt, from, r, fetched)
}

// namesOf are the names that a declared author consists of, nil where it is the outlet or no person at all.
func namesOf(declared, outlet string) []string {
	const longest = 40 // runes
	src := []rune(declared)
	f := []rune(foldString(declared))
	if len(f) < 2 || len(f) > longest || declared == outlet {
		return nil
	}
	r := creditReader{f: f, slice: func(i, j int) string { return string(src[i:j]) }}
	start := valueStart(f)
	end, names := r.names(start, len(f), true)
	if end < len(f) {
		return nil
	}
	return names
}

// signers are the names that sign the last line of the text. The reporters that its first lines name are left to [ReadCredits]:
// they are those of the agency, and no page shows them as its author.
func signers(body []*line) []string {
	l := body[len(body)-1]
	src := []rune(l.text)
	r := creditReader{f: []rune(l.folded), slice: func(i, j int) string { return string(src[i:j]) }}
	r.signature(0, len(r.f))
	if len(r.found) == 0 {
		return nil
	}
	return r.found[0].values
}

// take fills what the article has not got yet.
func (a *Article) take(c Credits, from Origin) {
	if len(a.Authors) == 0 && len(c.Authors) > 0 {
		a.Authors, a.Origins.Authors = c.Authors, from
	}
	if len(a.Editors) == 0 && len(c.Editors) > 0 {
		a.Editors, a.Origins.Editors = c.Editors, from
	}
	a.takeOutlet(c.Outlet, from)
}

func (a *Article) takeOutlet(name string, from Origin) {
	if a.Outlet == "" && name != "" {
		a.Outlet, a.Origins.Outlet = name, from
	}
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
func (s *scan) fillFromHints(a *Article, from int, r region) {
	origin := Origin{FromElement, 0.85}
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
			if h.line <= r.last {
				if end, name := reader.outlet(0, len(f)); end >= len(f)-1 {
					a.takeOutlet(name, origin)
				}
			}
		case hintAuthor:
			if len(f) <= 20 {
				if end, names := reader.names(0, len(f), h.line <= r.first && string(v) != a.Outlet); end >= len(f)-1 {
					a.take(Credits{Authors: names}, origin)
				}
			}
		case hintEditor:
			if len(f) <= 20 {
				if end, names := reader.names(0, len(f), true); end >= len(f)-1 {
					a.take(Credits{Editors: names}, origin)
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
	if _, _, _, ok := findMoment(f); !ok && !agoLine(f) {
		return ""
	}
	src := []rune(l.soft)
	for i := 0; i < len(f); {
		j := i
		for j < len(f) && !isGap(f[j]) && !isMark(f[j]) && !strings.ContainsRune("()[]【】,;>", f[j]) {
			if isDigit(f[j]) && j > i {
				if _, _, ok := momentAt(f, j); ok { // 【青江晚报2023年11月8日讯】
					break
				}
			}
			j++
		}
		if p := string(f[i:j]); j-i <= 14 && isOutletName(p) && !headNoise.in(p) && !strings.ContainsAny(p, "0123456789@") && !strings.HasSuffix(p, "新闻中心") && !strings.HasSuffix(p, ".com") && !strings.Contains(p, "随时") {
			return string(src[i:j])
		}
		if i = j + 1; j < len(f) && isDigit(f[j]) {
			i = j
		}
	}
	return ""
}

// agoLine reports whether a short line tells the time from now or without a year: 3小时前, 06-21 07:00.
func agoLine(f []rune) bool {
	if len(f) > 40 {
		return false
	}
	_, _, ago := agoMoment(f, leapDay)
	_, short := yearless(f, leapDay)
	return ago || short
}

// linkedOutlet is the text of a link behind the time, where the links of the tools are told from it.
func (s *scan) linkedOutlet(above []*line) string {
	for _, l := range above {
		if l.chars > longestInfo {
			continue
		}
		f := foldString(l.text)
		m, _, j, ok := findMoment([]rune(f))
		if !ok || !m.Minute {
			continue
		}
		after := string([]rune(f)[j:])
		for _, k := range s.links {
			v := foldString(k.text)
			if n := len([]rune(v)); k.line == l.index && n >= 3 && n <= 10 && text.IsHan([]rune(v)[0]) && strings.Contains(after, v) && !headNoise.in(v) && !furniture.in(v) && !strings.ContainsAny(v, "看我你更点的") && !noPerson.in(v) && !noOutlet[v] {
				return k.text
			}
		}
	}
	return ""
}

// endsTitle reports whether a part of a folded title element behind the first begins with the name of a site.
func endsTitle(title, site string) bool {
	parts := strings.FieldsFunc(title, func(r rune) bool { return strings.ContainsRune("_|丨-—–－·", r) })
	return len(parts) > 1 && slices.ContainsFunc(parts[1:], func(p string) bool { return strings.HasPrefix(strings.TrimSpace(p), site) })
}

// placeNext reports whether folded runes end in a word that a place follows: 发表于.
func placeNext(f []rune) bool {
	k := len(f)
	for k > 0 && isGap(f[k-1]) {
		k--
	}
	return k > 1 && (f[k-1] == '于' || f[k-1] == '自')
}

// isBulletName reports whether a line is a bullet and a name.
func isBulletName(l *line) bool {
	name := strings.TrimLeft(l.folded, "■□◆◇●○◎▲")
	return l.chars <= 6 && len(name)+len("■") == len(l.folded) && commonName(strings.TrimSpace(name))
}

// nakedAuthors are the names that stand without a label under the title: alone on a line, or beside the time.
func nakedAuthors(above []*line, titleAt int, pageTitle string) (names []string) {
	for _, l := range above {
		if l.index <= titleAt || titleAt < 0 || l.chars > 60 || l.marks > 3 {
			continue
		}
		f := []rune(foldString(l.soft))
		src := []rune(l.soft)
		_, _, _, dated := findMoment(f)
		if outlet, name, ok := strings.Cut(l.folded, " "); ok && l.linked == 0 && commonName(name) && endsTitle(pageTitle, outlet) { // 青江在线 方知远
			return []string{string([]rune(l.text)[len([]rune(outlet))+1:])}
		}
		if isBulletName(l) { // ■ 方知远
			return []string{strings.TrimSpace(string([]rune(l.text)[1:]))}
		}
		if !dated && (l.chars > 3 || l.linked > 0) {
			continue
		}
		for i := 0; i < len(f); {
			j := i
			for j < len(f) && !isGap(f[j]) && !isDigit(f[j]) && !isMark(f[j]) {
				j++
			}
			if j-i >= 2 && j-i <= 3 && (i == 0 || !isMark(f[i-1])) && looksLikeName(f[i:j]) && !siteWords.in(string(f[i:j])) && !headNoise.in(string(f[i:j])) && !placeNext(f[:i]) {
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

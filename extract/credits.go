package extract

import (
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// Where credits are looked for, in lines of the text and runes of a line.
const (
	edgeLines     = 6  // at most so many lines at either end
	creditRunes   = 90 // a line of credits is no longer
	bracketRunes  = 60 // nor is a bracket
	bracketNearby = 90 // and stands as near to an end of its line
)

// ReadCredits reads authors, editors, outlet and time from the head and trailer lines of an article's text, such as
// 来源:新华网 责任编辑:王明远, (天水在线編輯:康翠霞) or 記者魏宜君╱花蓮報導, and from the reporters' brackets in datelines, (记者 李晓岚). It takes
// a name only where a label introduces it. It is safe for concurrent use.
func ReadCredits(t *text.Text) Credits {
	r := creditReader{f: t.Folded(), slice: t.SliceRunes}
	lines := creditLines(r.f)
	var c Credits
	last := -1 // line of the text, without the credits under it
	for k, l := range lines {
		if k >= edgeLines && k < len(lines)-edgeLines {
			continue
		}
		n := len(r.found)
		if l[1]-l[0] <= creditRunes {
			r.whole(l[0], l[1])
		}
		if len(r.found) == n {
			r.brackets(l[0], l[1])
		}
		if len(r.found) == n {
			r.opening(l[0], l[1])
		}
		if len(r.found) == n {
			last = k
		}
		if line := r.f[l[0]:l[1]]; len(line) <= creditRunes && (c.Published.Time.IsZero() || !c.Published.Minute) {
			// A date of its own line, or beside credits, is that of the article.
			if m, a, b, ok := findMoment(line); ok && (len(line)-(b-a) <= 8 || len(r.found) > n && r.found[n].i < l[0]+creditRunes && m.Minute) {
				c.Published = m
			}
		}
	}
	if last > 0 && !slices.ContainsFunc(r.found, func(f credit) bool { return f.kind == creditAuthor }) {
		r.signature(lines[last][0], lines[last][1])
		slices.SortStableFunc(r.found, func(a, b credit) int { return a.i - b.i })
	}
	for _, f := range r.found {
		c.add(f)
		c.Spans = append(c.Spans, t.Span(f.i, f.j))
	}
	return c
}

// add takes over what was found, without saying anything twice. The first outlet stands.
func (c *Credits) add(f credit) {
	switch f.kind {
	case creditAuthor:
		c.Authors = appendNew(c.Authors, f.values)
	case creditEditor:
		c.Editors = appendNew(c.Editors, f.values)
	}
	if c.Outlet == "" {
		c.Outlet = f.outlet
	}
}

func appendNew(list, values []string) []string {
	for _, v := range values {
		if !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	return list
}

// creditLines are the lines with something on them, as ranges of runes without their white space.
func creditLines(f []rune) (lines [][2]int) {
	for i := 0; i < len(f); {
		j := i
		for j < len(f) && f[j] != '\n' {
			j++
		}
		a, b := trimRange(f, i, j)
		if a < b {
			lines = append(lines, [2]int{a, b})
		}
		i = j + 1
	}
	return lines
}

func trimRange(f []rune, a, b int) (int, int) {
	for a < b && (isGap(f[a]) || f[a] == '|') {
		a++
	}
	for a < b && (isGap(f[b-1]) || f[b-1] == '|') {
		b--
	}
	return a, b
}

// credit is one label with its values.
type credit struct {
	kind   creditKind
	values []string
	outlet string
	i, j   int // runes of label and values
}

// creditReader reads credits from folded runes; slice gives the text behind a range of them.
type creditReader struct {
	f     []rune
	slice func(i, j int) string
	found []credit

	joined bool // names may touch each other, as they do behind 记者
}

// brackets reads the bracketed groups near either end of a line.
func (r *creditReader) brackets(i, j int) {
	for k := i; k < j; k++ {
		if !opensBracket(r.f[k]) || k-i > bracketNearby && j-k > bracketNearby {
			continue
		}
		for e := k + 1; e < j && e-k <= bracketRunes; e++ {
			if opensBracket(r.f[e]) {
				break
			}
			if closesBracket(r.f[e]) {
				r.segment(k+1, e, true)
				k = e
				break
			}
		}
	}
}

// signature reads the names that the last line of a text ends with, in brackets, or that it consists of with the place of the
// report behind them: (方知远), 方知远 段明瑞 台中.
func (r *creditReader) signature(i, j int) {
	const longest = 16
	f := r.f
	a, b := i, j
	if closesBracket(f[j-1]) {
		b--
		for a = b; a > i && b-a <= longest && !opensBracket(f[a-1]); {
			a--
		}
		if a == i || !opensBracket(f[a-1]) {
			return
		}
	}
	if b-a > longest || b-a < 2 {
		return
	}
	end, names := r.names(a, b, false)
	if len(names) == 0 {
		return
	}
	for k := a; k < end; k++ { // names and nothing else
		if !text.IsHan(f[k]) && !isGap(f[k]) && f[k] != '、' {
			return
		}
	}
	p, q := trimRange(f, end, b)
	if b < j && p == b || b == j && p < b && placeEnd(f[p:q]) == q-p {
		r.found = append(r.found, credit{kind: creditAuthor, values: names, i: a, j: b})
	}
}

// opening reads the reporter that a paragraph opens with: 青江日报讯 记者方知远报道:.
func (r *creditReader) opening(i, j int) {
	const nearby = 24
	for k := i; k+2 < j && k < i+nearby; k++ {
		if r.f[k] != '记' || r.f[k+1] != '者' || k > i && !isGap(r.f[k-1]) && r.f[k-1] != '讯' && r.f[k-1] != '电' {
			continue
		}
		end, names := r.names(k+2, min(j, k+nearby), false)
		if tail := string(r.f[max(k, end-2):end]); len(names) > 0 && (tail == "报道" || tail == "报导") && end < j && (r.f[end] == ':' || r.f[end] == ',' || isGap(r.f[end])) {
			r.found = append(r.found, credit{kind: creditAuthor, values: names, i: k, j: end})
		}
		return
	}
}

// whole reads a line that is short enough to be nothing but credits.
func (r *creditReader) whole(i, j int) {
	for k := i; k < j; k++ { // a sentence is no credit
		if (r.f[k] == '。' || r.f[k] == '!' || r.f[k] == '?') && k < j-1 {
			return
		}
	}
	if opensBracket(r.f[i]) && closesBracket(r.f[j-1]) {
		i, j = trimRange(r.f, i+1, j-1)
		if i < j {
			r.segment(i, j, true)
		}
		return
	}
	r.segment(i, j, false)
}

// segment reads the credits of the runes [i, j): a short line or the inside of brackets.
func (r *creditReader) segment(i, j int, bracketed bool) {
	n := len(r.found)
	open := i // where the text before the next label begins
	for k := i; k < j; {
		label, kind := creditLabelAt(r.f[k:j])
		if label == 0 {
			k++
			continue
		}
		end := r.labelled(open, k, k+label, j, kind, bracketed)
		if end == 0 {
			k += label
			continue
		}
		k, open = end, end
	}
	if len(r.found) == n {
		r.unlabelled(i, j, bracketed)
	}
}

// labelled reads the values of the label [k, after) in a segment that ends at j; the text before it is free from open on. It
// returns where the values end, 0 for no credit.
func (r *creditReader) labelled(open, k, after, j int, kind creditKind, bracketed bool) int {
	f := r.f
	start, marked := after, false
	for start < j && (isGap(f[start]) || isMark(f[start])) {
		marked = marked || isMark(f[start])
		start++
	}
	gap := start > after
	clean := k == open || isGap(f[k-1]) || strings.ContainsRune("([【|,;、。)]】-/╱—》”□■◎●◆★▲▌", f[k-1])
	switch kind {
	case creditNone:
		return 0
	case creditOutlet:
		marked = marked || clean && after < j && (f[after] == softBreak || f[after-1] == '于' && gap)
		if f[k] == '原' && start < j && !slices.Contains(f[after:start], ':') { // 原创|个股 are links
			return 0
		}
		if !marked || !clean && !bracketed {
			return 0
		}
		end, v := r.outlet(start, j)
		if v == "" {
			return 0
		}
		r.found = append(r.found, credit{kind: kind, outlet: v, i: k, j: end})
		return end
	}
	if f[k] == '文' && after == k+1 && (!marked || !clean) { // 文 alone is a label only in 文/
		return 0
	}
	c := credit{kind: kind, i: k}
	prefix, from := "", k
	if !clean {
		// What touches the label may name the outlet: 天水在线编辑, 中央社记者; or the page's own words, 本报记者.
		for from > open && !isGap(f[from-1]) && !strings.ContainsRune("([【|,;、。)]】:□■◎●◆★▲", f[from-1]) {
			from--
		}
		p := string(f[from:k])
		switch {
		case ownWords(p):
		case isOutletName(p):
			prefix = r.slice(from, k)
		case !bracketed && from == open && k-from <= 8 && kind == creditAuthor: // 半月谈记者 某某, alone on its line
		default:
			return 0
		}
		c.i = from
	} else if a, b := trimRange(f, open, k); b > a {
		for b > a && (isSlash(f[b-1]) || isGap(f[b-1])) { // 青江晚报 / 记者
			b--
		}
		if (bracketed || isSlash(f[min(b, k-1)]) || b+1 < k && isSlash(f[b+1])) && b-a <= 12 && isOutletName(string(f[a:b])) {
			prefix, c.i = r.slice(a, b), a
		}
	}
	if !marked && kind == creditEditor && !gap && !bracketed {
		return 0
	}
	var end int
	reporter := kind == creditAuthor && (f[after-1] == '者' && f[after-2] == '记' || f[after-1] == '员')
	r.joined = true
	end, c.values = r.names(start, j, marked && !reporter) // reporters sign with their names
	r.joined = false
	if len(c.values) == 0 {
		return 0
	}
	if (!marked || reporter) && !bracketed && !r.endsCredit(end, j) { // 记者:高兴吗? is a question
		return 0
	}
	c.outlet, c.j = prefix, end
	r.found = append(r.found, c)
	return end
}

// endsCredit reports whether a credit may end at k: at the end of the segment or before another label.
func (r *creditReader) endsCredit(k, j int) bool {
	for k < j && (isGap(r.f[k]) || strings.ContainsRune("()[]【】|/,;。文图摄", r.f[k])) {
		if n, _ := creditLabelAt(r.f[k:j]); n > 1 { // 摄影
			break
		}
		k++
	}
	if k >= j || isDigit(r.f[k]) {
		return true
	}
	for e := k; e < j && e-k <= 10; e++ { // /台北报导
		if e-k >= 2 && r.f[e-1] == '报' && (r.f[e] == '导' || r.f[e] == '道') {
			return true
		}
	}
	n, _ := creditLabelAt(r.f[k:j])
	return n > 0
}

// unlabelled reads what needs no label: 邱俊吉/台北报导, 曹文明 编辑.
func (r *creditReader) unlabelled(i, j int, bracketed bool) {
	f := r.f
	for _, w := range []struct {
		word string
		kind creditKind
	}{{"编辑", creditEditor}, {"责编", creditEditor}, {"撰稿", creditAuthor}, {"采写", creditAuthor}, {"编译", creditNone}, {"整理", creditNone}} {
		if n := len([]rune(w.word)); bracketed && j-i > n+2 && string(f[j-n:j]) == w.word && isGap(f[j-n-1]) {
			if end, names := r.names(i, j-n, true); len(names) > 0 {
				if a, _ := trimRange(f, end, j); a == j-n {
					r.found = append(r.found, credit{kind: w.kind, values: names, i: i, j: j})
				}
			}
			return
		}
	}
	if n := j - 2; n-i >= 2 && n-i <= 20 && f[j-1] == '文' && isSlash(f[n]) { // 方知远/文
		if end, names := r.names(i, n, false); end == n && len(names) > 0 {
			r.found = append(r.found, credit{kind: creditAuthor, values: names, i: i, j: j})
		}
		return
	}
	if _, a, b, ok := findMoment(f[i:min(j, i+24)]); ok && a == 0 {
		i, j = trimRange(f, i+b, j)
	}
	if j-i < 5 || j-i > 40 || string(f[j-2:j]) != "报导" && string(f[j-2:j]) != "报道" {
		return
	}
	slash := slices.IndexFunc(f[i:j], isSlash)
	if slash < 2 {
		if isGap(f[j-3]) { // 蔡崇梧 报导
			if end, names := r.names(i, j-2, false); len(names) > 0 {
				if a, _ := trimRange(f, end, j); a == j-2 {
					r.found = append(r.found, credit{kind: creditAuthor, values: names, i: i, j: j})
				}
			}
		}
		return
	}
	r.joined = true
	end, names := r.names(i, i+slash, false)
	r.joined = false
	if a, _ := trimRange(f, end, i+slash); a < i+slash {
		names = nil
	}
	r.found = append(r.found, credit{kind: creditAuthor, values: names, i: i, j: j}) // a desk may stand for a name
}

// outlet reads the name of an outlet in [i, j): up to a gap or bracket, or to the end of the element it stands in.
func (r *creditReader) outlet(i, j int) (end int, name string) {
	const longest = 28
	f := r.f
	k := i
	for k < j && k-i <= longest {
		c := f[k]
		if c == softBreak || strings.ContainsRune("()[]【】|,;。\"", c) || k > i && isMark(c) && !isSlash(c) {
			break
		}
		if isGap(c) && !(k+1 < j && k > i && isASCIILetter(f[k-1]) && isASCIILetter(f[k+1])) {
			break
		}
		if isDigit(c) && (k == i || !isDigit(f[k-1])) {
			if _, _, ok := momentAt(f, k); ok {
				break
			}
		}
		if k > i {
			if n, kind := creditLabelAt(f[k:j]); n > 1 && (kind != creditNone || opensValue(f[k+n:j])) {
				break
			}
			if f[k-1] == '》' && isDigit(c) { // 《西部周刊》2012年第33期
				break
			}
		}
		k++
	}
	if k-i > longest || k-i < 2 {
		return i, ""
	}
	name = strings.TrimSpace(r.slice(i, k))
	if n, _ := creditLabelAt(f[i:k]); n > 1 && n == k-i || noOutlet[string(f[i:k])] {
		return i, ""
	}
	return k, name
}

// opensValue reports whether what stands behind a word makes a label of it rather than the end of a name: 评论(3), but 新华视频.
func opensValue(f []rune) bool {
	return len(f) > 0 && (f[0] == ':' || opensBracket(f[0]) || isDigit(f[0]))
}

// noOutlet are what stands behind 来源 where the source is not named.
var noOutlet = map[string]bool{"本站": true, "原创": true, "本站原创": true, "未知": true, "不详": true, "佚名": true, "转载": true, "无": true, "来源": true}

// ownWords reports whether what touches a label only says whose reporter it is.
func ownWords(p string) bool {
	for _, w := range []string{"本报", "本网", "本社", "本台", "本刊", "本站", "本", "实习", "见习", "首席", "特约", "特派", "驻地", "全媒体", "融媒体", "网", "责任", "通讯员", "讯", "(", "文字", "摄影", "新闻中心", "国际新闻中心", "即时新闻", "大陆中心", "生活中心", "娱乐中心"} {
		if p == w || len(p) > len(w) && strings.HasPrefix(p, "本") && strings.HasSuffix(p, w) {
			return true
		}
	}
	return false
}

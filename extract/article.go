package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Bounds of what is taken for the furniture of an article, in runes.
const (
	longestInfo    = 160 // a line of time, source and tools
	longestCaption = 90
	shortStory     = 100 // below it, captions are the story
)

// region is the place of the article in the lines of a page.
type region struct {
	lines       []*line // what may be body, in order
	first, last int     // index of its first and last line
	node        *html.Node
	share       float64 // of the prose of the page that stands in it
}

// findRegion picks the lines of the article. Each paragraph gives points to the elements around it; the element with the most
// is the article, with the paragraphs right before it that it was cut off from.
func findRegion(lines []*line, fullTitle string) (r region, ok bool) {
	points := map[*html.Node]float64{}
	const depth, share = 4, 0.75
	behind := 1.0 // what a paragraph is worth behind the end of the article
	started := false
	begin := titleLine(lines, fullTitle)
	for _, l := range lines {
		p := l.prose() * behind
		switch {
		case l.index < begin: // teasers above the title
			p /= 2
		case p > 0 && isInfo(l):
			p = 0
		}
		if p > 0 && l.chars >= 25 && l.ends > 0 && l.index > begin {
			started = true
		}
		if started && p == 0 && behind > 0.2 && l.chars <= longestCaption && opensTail(l) {
			behind /= 2
		}
		for n, k := l.block, 0; p > 0 && n != nil && n.Type == html.ElementNode && k < depth; n, k = n.Parent, k+1 {
			points[n] += p
			p *= share
		}
	}
	for _, l := range lines { // in order of the page, so that ties are decided the same way each time
		for n, k := l.block, 0; n != nil && k < depth; n, k = n.Parent, k+1 {
			if points[n] > 0 && (r.node == nil || points[n] > points[r.node]) {
				r.node = n
			}
		}
	}
	if r.node == nil {
		return r, false
	}
	for r.node.Parent != nil && paragraphs[r.node.DataAtom] { // one paragraph is not an article
		r.node = r.node.Parent
	}
	r.first = -1
	total, own := 0.0, 0.0
	inside := map[*html.Node]bool{r.node: true}
	for _, l := range lines {
		total += l.prose()
		if within(l.block, r.node, inside) {
			own += l.prose()
			if r.first < 0 {
				r.first = l.index
			}
			r.last = l.index
			r.lines = append(r.lines, l)
		}
	}
	r.share = own / total
	return r, true
}

// titleLine is the index of the first line that the title element begins with, or else of the first that gives a time of day, -1
// for none.
func titleLine(lines []*line, fullTitle string) int {
	full := squash(foldString(fullTitle))
	for _, l := range lines {
		if l.chars >= 6 && l.chars <= 80 && !l.junk && !l.linkLine() {
			if q := squash(l.folded); len(q) >= 18 && strings.HasPrefix(full, q) {
				return l.index
			}
		}
	}
	for _, l := range lines {
		if l.chars <= longestInfo && isInfo(l) && !l.linkLine() {
			if m, _, _, ok := findMoment([]rune(l.folded)); ok && m.Minute {
				return l.index
			}
		}
	}
	return -1
}

// paragraphs are the elements that hold one paragraph.
var paragraphs = map[atom.Atom]bool{atom.P: true, atom.Li: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.Blockquote: true, atom.Pre: true, atom.Dd: true, atom.Dt: true}

// within reports whether n stands in the element that seen says true of; seen remembers answers.
func within(n, ancestor *html.Node, seen map[*html.Node]bool) bool {
	if in, known := seen[n]; known {
		return in
	}
	in := n.Parent != nil && within(n.Parent, ancestor, seen)
	seen[n] = in
	return in
}

// lead puts the paragraphs in front of the region that stand between its title or its line of time and itself.
func (r *region) lead(lines []*line, title string) {
	const farthest = 12
	from := r.first
	if titleEnd(r.lines, title) > 0 { // nothing of the article stands above its title
		return
	}
	for i := r.first - 1; i >= 0 && i >= r.first-farthest; i-- {
		l := lines[i]
		if l.heading || title != "" && sameTitle(l.text, title) {
			break
		}
		if prosaic(l) && !l.caption && !l.item && !isInfo(l) {
			from = i
		}
	}
	if from == r.first {
		return
	}
	var head []*line
	for _, l := range lines[from:r.first] {
		if l.prose() > 0 && !isInfo(l) {
			head = append(head, l)
		}
	}
	r.lines = append(head, r.lines...)
	r.first = from
}

// body picks the paragraphs of the article among the lines of the region. What it leaves out before and behind them is head and
// tail.
func (r *region) body(title string) (head, body, tail []*line) {
	lines := r.lines
	start := headEnd(lines, titleEnd(lines, title))
	for start < len(lines) && headLine(lines[start], title) {
		start++
	}
	head, lines = lines[:start], lines[start:]

	total := 0.0
	for _, l := range lines {
		total += l.prose()
	}
	// The tail begins with the first line that opens one, if more of the article stands before it than behind it.
	seen, end, links := 0.0, len(lines), 0
	for i, l := range lines {
		p := l.prose()
		switch {
		case l.linkLine() && l.chars >= 6:
			links++
		case p > 0:
			links = 0
		}
		rest := total - seen
		if seen > 0 && seen >= rest && !interrupts(lines, i) && l.chars <= longestInfo && (p == 0 && opensTail(l) || p > 0 && isCreditLine(l)) && (rest*3 <= seen || !linkOpeners.opens(l.folded)) {
			end = i
			break
		}
		if links >= 3 && seen > 0 && rest*3 <= seen {
			for end = i; lines[end-1].prose() == 0 && lines[end-1].linkLine(); {
				end--
			}
			break
		}
		seen += p
	}
	lines, tail = lines[:end], lines[end:]
	k := len(lines)
	for k > 0 && tailLine(lines[k-1]) {
		k--
	}
	tail = append(slices.Clone(lines[k:]), tail...)
	lines = lines[:k]

	chars := 0
	for _, l := range lines {
		if !isCaption(l) {
			chars += l.chars
		}
	}
	for _, l := range lines {
		switch {
		case l.linkLine() && !inText(l), l.junk, l.form, isBoilerplate(l) || isCreditLine(l), bare(l):
		case isCaption(l) && chars >= shortStory:
		default:
			body = append(body, l)
			continue
		}
		tail = append(tail, l)
	}
	return head, body, tail
}

// isByline reports whether a line names authors and nothing else. Inserts of a newspaper may follow it.
func isByline(l *line) bool {
	for _, c := range readSoft(l) {
		if c.kind != creditAuthor {
			return false
		}
	}
	return isCreditLine(l)
}

// interrupts reports whether line i stands between paragraphs of the text and does not end it: a call to open an app, or the names of
// the authors with inserts of the newspaper behind them.
func interrupts(lines []*line, i int) bool {
	const nearby = 2 // lines, of which all but the last may be headings
	l := lines[i]
	if i == 0 || !prosaic(lines[i-1]) || lines[i-1].block.DataAtom != atom.P || boilerplate.in(l.folded) || !isByline(l) && (isCreditLine(l) || !furniture.in(l.folded)) {
		return false
	}
	for _, behind := range lines[i+1 : min(len(lines), i+1+nearby)] {
		if behind.block.DataAtom != atom.P || behind.block.Parent != lines[i-1].block.Parent || opensTail(behind) {
			return false
		}
		if prosaic(behind) {
			return true
		}
	}
	return false
}

// prosaic reports whether a line is a sentence or more of text.
func prosaic(l *line) bool {
	return l.prose() > 0 && l.chars >= 25 && l.ends > 0 && l.linked*4 < len(l.text)
}

// titleEnd is the index behind the title, if it stands near the beginning of lines.
func titleEnd(lines []*line, title string) int {
	if title == "" {
		return 0
	}
	prose := 0.0
	for i, l := range lines {
		if sameTitle(l.text, title) {
			return i + 1
		}
		if prose += l.prose(); i > 20 || prose > 200 {
			break
		}
	}
	return 0
}

// headEnd is the index behind the last line of time or credits in front of the first sentence, start where there is none.
func headEnd(lines []*line, start int) int {
	end := start
	for i := start; i < len(lines) && i < start+12; i++ {
		l := lines[i]
		if isInfo(l) {
			if _, _, _, dated := findMoment([]rune(l.folded)); dated || isCreditLine(l) {
				end = i + 1
			}
		} else if l.chars > 60 || l.ends > 0 && l.chars >= 20 {
			break
		}
	}
	return end
}

// headLine reports whether a line before the body is furniture.
func headLine(l *line, title string) bool {
	if headWords[strings.Trim(l.folded, " :【】[]")] || isBulletName(l) || isToolbar(l) {
		return true
	}
	return l.junk || l.form || l.linkLine() && l.chars > 0 || isInfo(l) || l.item && l.chars <= 12 && l.marks == 0 || l.prose() == 0 && l.chars <= 60 && (isBoilerplate(l) || bare(l)) || sameTitle(l.text, title)
}

// isToolbar reports whether a line is a row of short words, links among them: 评分 意见反馈 顶 踩.
func isToolbar(l *line) bool {
	const fewest, longest = 3, 5 // words, runes of one
	if l.marks > 0 || l.linked == 0 {
		return false
	}
	words := strings.Fields(l.folded)
	for _, w := range words {
		if len([]rune(w)) > longest {
			return false
		}
	}
	return len(words) >= fewest
}

// headWords are lines that only say what follows.
var headWords = map[string]bool{"摘要": true, "内容摘要": true, "导读": true, "核心提示": true, "内容提要": true, "内容简介": true, "正文": true, "提要": true, "导语": true}

// isInfo reports whether a line gives time, source, author or tools rather than text.
func isInfo(l *line) bool {
	if l.chars > longestInfo {
		return false
	}
	if isCreditLine(l) {
		return true
	}
	if l.ends > 0 && l.chars > 40 {
		return false
	}
	if m, i, j, ok := findMoment([]rune(l.folded)); ok {
		rest := l.chars - (j - i)
		return rest <= 8 || (i == 0 || m.Minute) && rest <= 16 && l.ends == 0 || rest <= 90 && headNoise.in(l.folded) && l.ends == 0
	}
	return l.chars <= 60 && l.ends == 0 && (headNoise.opens(l.folded) || isBoilerplate(l))
}

// opensTail reports whether the article ends before a line.
func opensTail(l *line) bool {
	if f := strings.Trim(l.folded, " -—=·*."); f == "end" || f == "the end" {
		return true
	}
	if l.chars > 40 {
		return isBoilerplate(l) && tailOpeners.opens(l.folded)
	}
	return tailOpeners.opens(l.folded) || isCreditLine(l) || isBoilerplate(l)
}

// tailLine reports whether a line that ends the body does not belong to it.
func tailLine(l *line) bool {
	if l.chars <= 40 && isInfo(l) {
		if m, _, _, ok := findMoment([]rune(l.folded)); ok && m.Minute {
			return true
		}
	}
	return l.junk || l.form || l.linkLine() && !inText(l) || isCreditLine(l) || bare(l) || isBoilerplate(l) || imprint(l) || l.chars <= longestInfo && (l.prose() == 0 || l.chars <= 30 && l.ends == 0) && (tailOpeners.opens(l.folded) || opensTail(l))
}

// imprint reports whether a line names an outlet and a day and nothing else: 江城日报 1998年6月15日.
func imprint(l *line) bool {
	if l.chars > 30 {
		return false
	}
	f := []rune(l.folded)
	_, i, j, ok := findMoment(f)
	return ok && i > 0 && isOutletName(strings.TrimSpace(string(f[:i]))) && strings.Trim(string(f[j:]), " ()[]") == ""
}

// inText reports whether a linked line is a part of the text: a sentence, or an address that the text gives.
func inText(l *line) bool {
	return l.ends > 0 && l.chars >= 15 && !l.item || strings.HasPrefix(l.folded, "http")
}

// bare reports whether a line has no letters.
func bare(l *line) bool {
	for _, c := range l.folded {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x3400 && c < 0xFF00 {
			return false
		}
	}
	return true
}

// captionStarts are what it begins with.
var captionStarts = []string{"▲", "▼", "△", "(图/", "图/", "资料图", "(图说)", "图说:", "[图说]"}

// captionEnds are what the line under a picture ends in.
var captionEnds = []string{"摄", "摄)", "资料图", "资料图)", "资料图片", "资料图片)", "资料照", "资料照)", "供图", "供图)", "截图", "截图。", "翻摄画面)", "翻摄)", "提供)", "图)"}

// isCaption reports whether a line is the text under a picture.
func isCaption(l *line) bool {
	if l.caption {
		return true
	}
	if l.chars > longestCaption {
		return false
	}
	if slices.ContainsFunc(captionStarts, func(s string) bool { return strings.HasPrefix(l.folded, s) }) {
		return true
	}
	if !l.pictured {
		return false
	}
	if l.chars <= 60 && (l.centred && l.ends == 0 || strings.HasSuffix(l.folded, " 图") || l.alone) {
		return true
	}
	return creditsPicture(l.folded)
}

// creditsPicture reports whether a folded text ends as the line under a picture does.
func creditsPicture(f string) bool {
	return slices.ContainsFunc(captionEnds, func(e string) bool { return strings.HasSuffix(f, e) })
}

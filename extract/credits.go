package extract

import (
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// Credit lines stand at the head and the foot of an article: no more than edgeLines lines are looked at on either side.
const edgeLines = 6

type creditKind int

const (
	creditAuthor creditKind = iota
	creditEditor
	creditOutlet
)

// creditLabels are the words that open a credit, folded; longer ones first where one begins another.
var creditLabels = []struct {
	word string
	kind creditKind
}{
	{"责任编辑", creditEditor}, {"执行编辑", creditEditor}, {"网络编辑", creditEditor}, {"值班编辑", creditEditor}, {"见习编辑", creditEditor}, {"实习编辑", creditEditor},
	{"本文编辑", creditEditor}, {"责任校对", creditEditor}, {"责编", creditEditor}, {"编辑", creditEditor}, {"校对", creditEditor}, {"编审", creditEditor}, {"审核", creditEditor}, {"核稿", creditEditor}, {"责任主编", creditEditor},
	{"文章来源", creditOutlet}, {"信息来源", creditOutlet}, {"稿件来源", creditOutlet}, {"新闻来源", creditOutlet}, {"来源", creditOutlet}, {"稿源", creditOutlet}, {"转自", creditOutlet}, {"出处", creditOutlet},
	{"实习记者", creditAuthor}, {"见习记者", creditAuthor}, {"特约记者", creditAuthor}, {"首席记者", creditAuthor}, {"本报记者", creditAuthor}, {"本网记者", creditAuthor}, {"特派记者", creditAuthor},
	{"全媒体记者", creditAuthor}, {"记者", creditAuthor}, {"特约通讯员", creditAuthor}, {"通讯员", creditAuthor}, {"实习生", creditAuthor}, {"作者", creditAuthor}, {"撰文", creditAuthor}, {"撰稿", creditAuthor}, {"采写", creditAuthor}, {"文/", creditAuthor},
}

// ReadCredits reads authors, editors and outlet from the head and trailer lines of an article's text, such as
// 来源:新华网 责任编辑:王明远 or (天水在线编辑:康翠霞), and from a reporter's brackets in the dateline, (记者 李晓岚). It takes a name only
// where a label introduces it. It is safe for concurrent use.
func ReadCredits(t *text.Text) Credits {
	r := creditReader{t: t, f: t.Folded()}
	lines := creditLines(r.f)
	for k, l := range lines {
		if k >= edgeLines && k < len(lines)-edgeLines {
			continue
		}
		if l[1]-l[0] <= 60 {
			r.segment(l[0], l[1], false)
		}
		r.brackets(l[0], l[1])
	}
	return r.c
}

// creditLines are the lines with something on them, as ranges of runes without their white space.
func creditLines(f []rune) (lines [][2]int) {
	for i := 0; i < len(f); {
		j := i
		for j < len(f) && f[j] != '\n' {
			j++
		}
		a, b := i, j
		for a < b && isBlank(f[a]) {
			a++
		}
		for a < b && (isBlank(f[b-1]) || f[b-1] == '|') {
			b--
		}
		if a < b {
			lines = append(lines, [2]int{a, b})
		}
		i = j + 1
	}
	return lines
}

type creditReader struct {
	t *text.Text
	f []rune
	c Credits
}

// brackets reads the bracketed groups near either end of a line.
func (r *creditReader) brackets(i, j int) {
	const near, longest = 80, 50
	for k := i; k < j; k++ {
		if r.f[k] != '(' && r.f[k] != '【' && r.f[k] != '[' || k-i > near && j-k > near {
			continue
		}
		for e := k + 1; e < j && e-k <= longest; e++ {
			if r.f[e] == ')' || r.f[e] == '】' || r.f[e] == ']' {
				r.segment(k+1, e, true)
				k = e
				break
			}
		}
	}
}

// segment reads the credits of the runes [i, j), a short line or the inside of brackets.
func (r *creditReader) segment(i, j int, bracketed bool) {
	open := i // where the text before the next label begins
	for k := i; k < j; {
		label, kind, ok := creditLabelAt(r.f[k:j])
		if !ok {
			k++
			continue
		}
		start, after := k, k+label
		colon := after
		for colon < j && (isBlank(r.f[colon]) || r.f[colon] == ':' || r.f[colon] == '/' || r.f[colon] == '|') {
			colon++
		}
		marked := slices.ContainsFunc(r.f[after:colon], func(c rune) bool { return c == ':' || c == '/' }) || r.f[after-1] == '/'
		atStart := start == open || isBlank(r.f[start-1]) || strings.ContainsRune("([【|,;、。)", r.f[start-1])
		end := colon
		switch {
		case kind == creditOutlet && marked && atStart:
			end = r.outlet(colon, j)
		case kind == creditOutlet:
		case marked && (atStart || bracketed), bracketed && kind == creditAuthor, atStart && start == i && colon > after && kind == creditAuthor:
			end = r.names(colon, j, kind)
			if prefix := r.t.SliceRunes(open, start); end > colon && !atStart && r.c.Outlet == "" && kind == creditEditor {
				r.c.Outlet = strings.TrimSpace(prefix)
			}
		}
		if end > colon {
			r.c.Spans = append(r.c.Spans, r.t.Span(start, end))
			open = end
			k = end
		} else {
			k = after
		}
	}
}

// creditLabelAt returns the length and kind of the label at the start of f.
func creditLabelAt(f []rune) (int, creditKind, bool) {
	for _, l := range creditLabels {
		n := 0
		match := true
		for _, c := range l.word {
			if n >= len(f) || f[n] != c {
				match = false
				break
			}
			n++
		}
		if match {
			return n, l.kind, true
		}
	}
	return 0, 0, false
}

// names reads the names that follow a label, separated by blanks, commas or 、, and returns where they end.
func (r *creditReader) names(i, j int, kind creditKind) int {
	end := i
	for k := i; k < j; {
		a := k
		for k < j && (text.IsHan(r.f[k]) || r.f[k] == '·') {
			if n, _, ok := creditLabelAt(r.f[k:j]); ok && n > 1 {
				break
			}
			k++
		}
		n := k - a
		if n < 2 || n > 4 && !slices.Contains(r.f[a:k], '·') {
			break
		}
		name := r.t.SliceRunes(a, k)
		list := &r.c.Authors
		if kind == creditEditor {
			list = &r.c.Editors
		}
		if !slices.Contains(*list, name) {
			*list = append(*list, name)
		}
		end = k
		for k < j && (isBlank(r.f[k]) || r.f[k] == '、' || r.f[k] == ',') {
			k++
		}
		if _, _, ok := creditLabelAt(r.f[k:j]); ok {
			break
		}
	}
	return end
}

// outlet reads the name of an outlet, up to a blank or a bracket.
func (r *creditReader) outlet(i, j int) int {
	k := i
	for k < j && k-i < 24 && !isBlank(r.f[k]) && !strings.ContainsRune("()[]【】|,;。\"", r.f[k]) {
		k++
	}
	if k > i && r.c.Outlet == "" {
		r.c.Outlet = r.t.SliceRunes(i, k)
	}
	return k
}

func isBlank(c rune) bool { return c == ' ' || c == '\t' || c == '\r' }

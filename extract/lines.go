package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/xinwen-go/xinwen/text"
)

// softBreak marks, inside the text of a line, where an inline element begins or ends: 来源:␟人民网␟责任编辑. It ends a value where
// the page puts nothing else between two of them.
const softBreak = '\x1F'

// line is one paragraph of a page: a run of text between two block elements or line breaks.
type line struct {
	text   string // without soft breaks
	soft   string // with them
	folded string // text, folded; one rune for one rune
	chars  int    // runes of text
	marks  int    // punctuation marks of prose among them
	ends   int    // marks that end a sentence
	linked int    // bytes of text inside links
	strong int    // bytes of text in bold
	kind   Kind   // what the elements around it make it
	block  *html.Node
	index  int

	heading  bool // stands in h1–h4
	form     bool // belongs to a choice in a form
	centred  bool
	pictured bool       // follows a picture
	alone    bool       // is all the text of the paragraph that the picture stands in
	caption  bool       // stands in a caption
	junk     bool       // stands in an element that names itself a list of links, comments or the like
	item     bool       // stands in a list
	tools    *html.Node // the outermost element around that names itself a tool of the page

	points  float64 // what prose says
	credits answer  // whether it is a line of credits
}

// answer is what was found out of a line, if it was asked.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

// linkLine reports whether a line is but links, apart from a date or a bullet.
func (l *line) linkLine() bool { return l.linked*10 >= len(l.text)*7 }

// prose is what a line says for its surroundings being the article: unlinked characters, and marks that lists do not have.
func (l *line) prose() float64 { return l.points }

func (l *line) weigh() float64 {
	if l.junk || l.form || l.linked*2 > len(l.text) {
		return 0
	}
	own := float64(l.chars) * float64(len(l.text)-l.linked) / float64(len(l.text))
	if own < 10 || l.marks == 0 && own < 40 {
		return 0
	}
	if isBoilerplate(l) || l.item && l.linked > 0 && teaser(l.folded) {
		return 0
	}
	return own*min(1, float64(l.marks+1)/4) + 10*float64(l.marks)
}

// teaser reports whether a folded text ends in a link to the rest of it.
func teaser(f string) bool {
	f = strings.TrimRight(f, "[]【】()>» ")
	return strings.HasSuffix(f, "详细") || strings.HasSuffix(f, "全文") || strings.HasSuffix(f, "更多") || strings.HasSuffix(f, "详情") || strings.HasSuffix(f, "more")
}

// hint is a short text whose element is named after what it holds: <span class="source">.
type hint struct {
	kind hintKind
	text string
	line int // index of the line it stands in
}

type hintKind uint8

const (
	hintNone hintKind = iota
	hintOutlet
	hintAuthor
	hintEditor
	hintTime
	hintTitle
)

// link is an anchor that may lead to the next page of an article.
type link struct {
	text, href string
	line       int
}

// scan is what one walk over a parsed page finds.
type scan struct {
	lines     []*line
	hints     []hint
	links     []link
	pictures  []picture
	meta      map[string]string
	title     string
	canonical string
	base      string
	jsonLD    linkedData
	scripts   []string // others that hold data
	frames    int

	data       bool // the text comes from the data for the scripts
	keepHidden bool
	keepJunk   bool

	buf      strings.Builder
	linked   int
	strong   int
	block    *html.Node
	space    rune // white space seen since the last character; 0 for none
	cells    int  // cells of a table row begun since then
	item     Kind // of the item of a list that began since the last line; "" for none
	state    state
	pictured bool
	form     bool
}

// state is what the elements around a place say of it.
type state struct {
	link, heading, centred, caption, junk, item, pre, row, strong bool

	tools *html.Node // see line
}

// scanPage walks a parsed page. With keepHidden it reads what is not shown too, with keepJunk it takes no notice of the names
// of elements.
func scanPage(root *html.Node, keepHidden, keepJunk bool) *scan {
	s := &scan{meta: map[string]string{}, keepHidden: keepHidden, keepJunk: keepJunk}
	s.walk(root, state{})
	s.flush()
	s.spare()
	s.marry()
	return s
}

func (s *scan) walk(n *html.Node, st state) {
	switch n.Type {
	case html.TextNode:
		if st.pre {
			for part := range strings.SplitSeq(n.Data, "\n") {
				s.flush()
				s.text(n, part, st)
			}
			return
		}
		s.text(n, n.Data, st)
		return
	case html.DocumentNode:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			s.walk(c, st)
		}
		return
	case html.ElementNode:
	default:
		return
	}
	switch n.DataAtom {
	case atom.Head:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			s.headElement(c)
		}
		return
	case atom.Meta, atom.Title, atom.Base, atom.Link, atom.Script:
		s.headElement(n)
		return
	case atom.Br, atom.Hr:
		s.flush()
		return
	case atom.Img:
		s.pictured = true
		if !st.junk && st.tools == nil {
			s.pictures = append(s.pictures, picture{node: n, line: len(s.lines), inside: s.block != nil})
		}
		return
	case atom.Input:
		if t := attr(n, "type"); t == "radio" || t == "checkbox" {
			s.form = true
		}
		return
	case atom.Frame:
		s.frames++
		return
	}
	if unread[n.DataAtom] || !s.keepHidden && hidden(n) {
		return
	}
	kind := hintNone
	if n.DataAtom != atom.Html && n.DataAtom != atom.Body {
		names := elementNames(n)
		st.junk = st.junk || !s.keepJunk && names.junk
		if names.tools && st.tools == nil && !s.keepJunk {
			st.tools = n
		}
		st.caption = st.caption || names.caption
		if !names.tools {
			kind = names.hint
		}
	}
	isBlock := blockElements[n.DataAtom]
	switch n.DataAtom {
	case atom.Tr:
		st.row = dataRow(n)
	case atom.Table:
		st.row = false
	case atom.Td, atom.Th:
		if st.row { // the cells of a row are one line
			isBlock = false
			if s.block != nil {
				s.cells++
			}
		}
	}
	if isBlock {
		s.flush()
		st.centred = centred(n, st.centred)
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4:
		st.heading = true
	case atom.Figcaption, atom.Caption:
		st.caption = true
	case atom.Li, atom.Dd:
		st.item, s.item = true, Item
		if n.Parent != nil && n.Parent.DataAtom == atom.Ol {
			s.item = Numbered
		}
	case atom.B, atom.Strong:
		st.strong = true
	case atom.Pre:
		st.pre = true
	case atom.Nav, atom.Footer, atom.Aside:
		st.junk = st.junk || !s.keepJunk
	case atom.Article, atom.Main:
		st.junk, st.tools = false, nil
	}
	href := ""
	if n.DataAtom == atom.A {
		if href = attr(n, "href"); href != "" && !holdsArticle(n) {
			st.link = true
		}
		if attr(n, "rel") == "author" {
			kind = hintAuthor
		}
	}
	before, first := s.buf.Len(), len(s.lines)
	s.buf.WriteRune(softBreak)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.walk(c, st)
	}
	s.buf.WriteRune(softBreak)
	if kind != hintNone || href != "" {
		s.note(n, kind, href, before, first)
	}
	if isBlock {
		s.flush()
	}
}

// dataRow reports whether a table row is one of figures or words rather than of columns of a layout: several cells, all of them
// short and without paragraphs.
func dataRow(tr *html.Node) bool {
	const longestCell = 120 // bytes
	cells := 0
	for td := tr.FirstChild; td != nil; td = td.NextSibling {
		if td.DataAtom != atom.Td && td.DataAtom != atom.Th {
			continue
		}
		cells++
		if !plain(td, longestCell) {
			return false
		}
	}
	return cells >= 2
}

// plain reports whether an element holds a line of at most n bytes.
func plain(e *html.Node, n int) bool {
	lines, size := 0, 0
	var look func(*html.Node) bool
	look = func(e *html.Node) bool {
		for c := e.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				size += len(strings.TrimSpace(c.Data))
			case c.Type != html.ElementNode:
			case c.DataAtom == atom.P, c.DataAtom == atom.Div, c.DataAtom == atom.Br:
				if lines++; lines > 1 {
					return false
				}
			case blockElements[c.DataAtom] || c.DataAtom == atom.Img:
				return false
			}
			if size > n || !look(c) {
				return false
			}
		}
		return true
	}
	return look(e)
}

// holdsArticle reports whether an anchor was put around a whole text: several lines of it.
func holdsArticle(n *html.Node) bool {
	breaks, size := 0, 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			size += len(c.Data)
		case c.DataAtom == atom.Br || c.DataAtom == atom.P:
			breaks++
			if c.FirstChild != nil && c.FirstChild.Type == html.TextNode {
				size += len(c.FirstChild.Data)
			}
		}
	}
	return breaks >= 2 && size > 600
}

// note remembers the text that an element gave, if it is short: from byte before of the line being gathered, or the only line
// that was completed since line first.
func (s *scan) note(n *html.Node, kind hintKind, href string, before, first int) {
	v := ""
	switch len(s.lines) - first {
	case 0:
		v = s.buf.String()[min(before, s.buf.Len()):]
	case 1:
		v = s.lines[first].text
	default:
		return
	}
	if len(v) > 200 {
		return
	}
	v = strings.TrimSpace(strings.ReplaceAll(v, string(softBreak), ""))
	if v == "" {
		return
	}
	if kind != hintNone {
		s.hints = append(s.hints, hint{kind: kind, text: v, line: first})
	}
	if href != "" {
		s.links = append(s.links, link{text: v, href: href, line: first})
	}
}

// text adds text d of node n to the line. White space is folded to one character; a line break of the source is white space only
// between words in letters.
func (s *scan) text(n *html.Node, d string, st state) {
	start := s.buf.Len()
	for i := 0; i < len(d); {
		if w, n := blankAt(d[i:]); n > 0 {
			if blankRank(w) > blankRank(s.space) {
				s.space = w
			}
			i += n
			continue
		}
		j := i + 1
		for j < len(d) {
			if c := d[j]; c <= ' ' || c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF {
				if _, n := blankAt(d[j:]); n > 0 {
					break
				}
			}
			j++
		}
		if s.block == nil {
			s.block, s.state = blockAround(n), st
		} else if s.cells > 0 {
			s.buf.WriteString(strings.Repeat("\t", s.cells))
		} else if s.space != 0 {
			if s.space == '\u00A0' {
				s.buf.WriteByte(' ')
			} else if s.space != '\n' {
				s.buf.WriteRune(s.space)
			} else if d[i] < utf8.RuneSelf && s.endsInLetter() {
				s.buf.WriteByte(' ')
			}
		}
		s.space, s.cells = 0, 0
		s.buf.WriteString(d[i:j])
		i = j
	}
	if st.link {
		s.linked += s.buf.Len() - start
	}
	if st.strong {
		s.strong += s.buf.Len() - start
	}
}

func (s *scan) endsInLetter() bool {
	b := strings.TrimRight(s.buf.String(), string(softBreak))
	return b != "" && b[len(b)-1] < utf8.RuneSelf
}

// blankRank says which white space stands for several: an ideographic or fixed space was meant, one beside a line break of the
// source was not.
func blankRank(w rune) int {
	switch w {
	case '\u3000':
		return 4
	case '\u00A0':
		return 3
	case '\n':
		return 2
	case ' ':
		return 1
	}
	return 0
}

// blankAt returns the kind and length of the white space that d begins with: one of those of blankRank. Marks of zero
// width count as a line break of the source does.
func blankAt(d string) (kind rune, n int) {
	switch c := d[0]; {
	case c == ' ' || c == '\t':
		return ' ', 1
	case c < ' ' || c == 0x7F:
		return '\n', 1
	case c == 0xC2 && len(d) > 1 && d[1] == 0xA0:
		return '\u00A0', 2
	case c == 0xE3 && strings.HasPrefix(d, "\u3000"):
		return '\u3000', 3
	case c == 0xE2 && len(d) > 2 && d[1] == 0x80 && d[2] >= 0x80 && d[2] <= 0x8A:
		return ' ', 3
	case c == 0xE2 && (strings.HasPrefix(d, "\u200B") || strings.HasPrefix(d, "\u2028")), c == 0xEF && strings.HasPrefix(d, "\uFEFF"):
		return '\n', 3
	}
	return 0, 0
}

// flush ends the line being gathered.
func (s *scan) flush() {
	if s.block != nil {
		soft := s.buf.String()
		l := &line{soft: soft, text: strings.ReplaceAll(soft, string(softBreak), ""), linked: s.linked, strong: s.strong, block: s.block, index: len(s.lines),
			heading: s.state.heading, centred: s.state.centred, caption: s.state.caption, junk: s.state.junk, item: s.state.item,
			form: s.form, pictured: s.pictured, tools: s.state.tools}
		l.folded = text.FoldString(l.text)
		l.count()
		switch {
		case l.heading:
			l.kind = Heading
		case s.state.row:
			l.kind = Row
		case s.item != "":
			l.kind = s.item
		default:
			l.kind = Paragraph
		}
		s.item = ""
		l.points = l.weigh()
		s.lines = append(s.lines, l)
		s.pictured = false
		s.buf = strings.Builder{}
	} else {
		s.buf.Reset()
	}
	s.form = false
	s.linked, s.strong, s.block, s.space, s.cells = 0, 0, nil, 0, 0
}

func (l *line) count() {
	for _, r := range l.folded {
		l.chars++
		switch r {
		case ',', '、', ';', '“', ':':
			l.marks++
		case '。', '!', '?':
			l.marks++
			l.ends++
		}
	}
}

// blockAround is the nearest block element around n.
func blockAround(n *html.Node) *html.Node {
	for n = n.Parent; n.Parent != nil && !blockElements[n.DataAtom]; {
		n = n.Parent
	}
	return n
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func centred(n *html.Node, around bool) bool {
	if n.DataAtom == atom.Center {
		return true
	}
	for _, a := range n.Attr {
		switch {
		case a.Key == "align":
			return strings.EqualFold(a.Val, "center")
		case a.Key == "style" && strings.Contains(a.Val, "center"):
			return true
		}
	}
	return around && n.DataAtom != atom.P
}

// hidden reports whether an element is never shown. What is only invisible is shown once a script has run.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			if i := strings.Index(a.Val, "isplay"); i >= 0 {
				v := strings.TrimLeft(a.Val[i+len("isplay"):], " :")
				return strings.HasPrefix(v, "none") || strings.HasPrefix(v, "NONE")
			}
		}
	}
	return false
}

// unread elements never hold article text.
var unread = map[atom.Atom]bool{
	atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Select: true, atom.Textarea: true, atom.Button: true, atom.Iframe: true, atom.Object: true,
	atom.Svg: true, atom.Math: true, atom.Video: true, atom.Audio: true, atom.Canvas: true, atom.Noframes: true, atom.Rp: true, atom.Rt: true,
}

// blockElements end a paragraph. Elements that HTML does not know, as office programs write them, do not.
var blockElements = map[atom.Atom]bool{
	atom.Html: true, atom.Body: true, atom.Div: true, atom.P: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Table: true, atom.Tbody: true, atom.Thead: true, atom.Tfoot: true,
	atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true, atom.Center: true, atom.Blockquote: true, atom.Pre: true, atom.Article: true, atom.Section: true,
	atom.Main: true, atom.Header: true, atom.Footer: true, atom.Nav: true, atom.Aside: true, atom.Figure: true, atom.Figcaption: true, atom.Form: true,
	atom.Fieldset: true, atom.Address: true, atom.Details: true, atom.Summary: true, atom.Marquee: true, atom.Hgroup: true, atom.Legend: true, atom.Frameset: true,
}

package extract

import (
	"fmt"
	"strings"
)

// Bounds of a line in bold that is taken for a heading.
const (
	longestHeading = 40 // runes
	headingMarks   = 2
)

// kinds says what each paragraph of a body is. A short one all in bold is a heading, unless most of the body is bold.
func kinds(body []*line) []Kind {
	strong := 0
	for _, l := range body {
		if l.isStrong() {
			strong++
		}
	}
	list := make([]Kind, len(body))
	for i, l := range body {
		list[i] = l.kind
		if l.kind == Paragraph && l.isStrong() && strong*2 < len(body) && l.chars <= longestHeading && l.ends == 0 && l.marks <= headingMarks {
			list[i] = Heading
		}
	}
	return list
}

// isStrong reports whether a line is all in bold, but for a mark or blank.
func (l *line) isStrong() bool { return l.strong > 0 && l.strong+4 >= len(l.text) }

// kind is what paragraph i of the body is.
func (a *Article) kind(i int) Kind {
	if i < len(a.Kinds) {
		return a.Kinds[i]
	}
	return Paragraph
}

// Markdown writes title and body in Markdown: headings, lists, tables and the images with their captions.
func (a *Article) Markdown() string {
	var m markdown
	if a.Title != "" {
		m.block("# " + escape(a.Title))
	}
	images, k, number := a.Images, 0, 0
	put := func(upTo int) {
		for len(images) > 0 && images[0].Before <= upTo {
			m.block("![" + escape(images[0].Caption) + "](" + linkEscapes.Replace(images[0].URL) + ")")
			images = images[1:]
		}
	}
	var rows []string
	for p := range strings.SplitSeq(a.Body, "\n") {
		put(k)
		kind := a.kind(k)
		k++
		if kind != Numbered {
			number = 0
		}
		switch kind {
		case Heading:
			m.block("## " + escape(p))
		case Item:
			m.item("- "+escape(p), kind)
		case Numbered:
			number++
			m.item(fmt.Sprintf("%d. %s", number, escape(p)), kind)
		case Row:
			if rows = append(rows, p); a.kind(k) != Row || k >= len(a.Kinds) || len(images) > 0 && images[0].Before <= k {
				m.table(rows)
				rows = nil
			}
		default:
			if p != "" {
				m.block(escape(p))
			}
		}
	}
	put(k)
	return m.String()
}

// markdown gathers blocks.
type markdown struct {
	strings.Builder
	last Kind // Item or Numbered behind an item
}

// block adds a block, with an empty line before it.
func (m *markdown) block(s string) {
	if m.Len() > 0 {
		m.WriteByte('\n')
	}
	m.WriteString(s)
	m.WriteByte('\n')
	m.last = ""
}

// item adds an item, to the list before it if that is of the same kind.
func (m *markdown) item(s string, kind Kind) {
	if m.last == kind {
		m.WriteString(s)
		m.WriteByte('\n')
		return
	}
	m.block(s)
	m.last = kind
}

// table adds a table; its first row is the head.
func (m *markdown) table(rows []string) {
	columns := 0
	for _, r := range rows {
		columns = max(columns, strings.Count(r, "\t")+1)
	}
	var out []string
	for i, r := range rows {
		cells := strings.Split(escapes.Replace(r), "\t")
		out = append(out, "| "+strings.Join(append(cells, make([]string, columns-len(cells))...), " | ")+" |")
		if i == 0 {
			out = append(out, strings.Repeat("| --- ", columns)+"|")
		}
	}
	m.block(strings.Join(out, "\n"))
}

var (
	escapes     = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "|", `\|`, "~", `\~`)
	linkEscapes = strings.NewReplacer("(", "%28", ")", "%29", " ", "%20", "<", "%3C", ">", "%3E")
)

// escape writes a paragraph so that nothing in it is read as markup.
func escape(s string) string {
	s = escapes.Replace(strings.ReplaceAll(s, "\t", " "))
	if s == "" {
		return s
	}
	if strings.IndexByte("#>+-=", s[0]) >= 0 {
		return `\` + s
	}
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n > 0 && n < len(s) && (s[n] == '.' || s[n] == ')') {
		return s[:n] + `\` + s[n:]
	}
	return s
}

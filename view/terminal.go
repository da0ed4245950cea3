package view

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/width"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/numbers"
)

// style is an ANSI text attribute; the empty one leaves text as it is.
type paint string

const (
	bold   paint = "\x1b[1m"
	dim    paint = "\x1b[2m"
	red    paint = "\x1b[31m"
	green  paint = "\x1b[32m"
	yellow paint = "\x1b[33m"
	cyan   paint = "\x1b[36m"
	reset  paint = "\x1b[0m"
)

// Style tells how a summary is written.
type Style struct {
	Color   bool // with ANSI colours
	Explain bool // under each post, the rules and evidence that made it
}

// Terminal writes a readable summary of a record: the head of the article, its people with their posts, its figures, times
// and claims, in aligned columns (a Han character is two columns wide).
func Terminal(w io.Writer, r *xinwen.Record, s Style) error {
	p := printer{w: bufio.NewWriter(w), rec: r, Style: s}
	p.head()
	p.people()
	p.figures()
	p.times()
	p.claims()
	p.line()
	return p.w.Flush()
}

// Claims writes the claims of a record alone, under its title.
func Claims(w io.Writer, r *xinwen.Record, s Style) error {
	p := printer{w: bufio.NewWriter(w), rec: r, Style: s}
	p.head()
	p.claims()
	p.line()
	return p.w.Flush()
}

type printer struct {
	Style
	w   *bufio.Writer
	rec *xinwen.Record
}

// cell is one column of a row.
type cell struct {
	text  string
	paint paint
}

func (p *printer) paint(s paint, text string) string {
	if !p.Color || s == "" || text == "" {
		return text
	}
	return string(s) + text + string(reset)
}

func (p *printer) line(cells ...string) {
	p.w.WriteString(strings.TrimRight(strings.Join(cells, "  "), " "))
	p.w.WriteByte('\n')
}

func (p *printer) section(title string, n int) {
	p.line()
	p.line(p.paint(bold, title) + p.paint(dim, fmt.Sprintf("  %d", n)))
}

// table writes rows with their columns aligned.
func (p *printer) table(rows [][]cell) {
	var widths []int
	for _, row := range rows {
		for i, c := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], columns(c.text))
		}
	}
	for _, row := range rows {
		out := []string{""} // the indent
		for i, c := range row {
			if widths[i] > 0 { // a column that is empty throughout is left out
				out = append(out, p.paint(c.paint, c.text)+strings.Repeat(" ", widths[i]-columns(c.text)))
			}
		}
		p.line(out...)
	}
}

// columns is the width of a string on a terminal.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default: // the ambiguous ones, … › ≥, are narrow on most terminals
			n++
		}
	}
	return n
}

func (p *printer) head() {
	r := p.rec
	title := r.Title
	if title == "" {
		title = firstWords(r.Text)
	}
	p.line(p.paint(bold, title))
	facts := []string{r.ID}
	add := func(label string, values ...string) {
		if v := strings.Join(values, "、"); v != "" {
			facts = append(facts, label+v)
		}
	}
	add("", r.Outlet)
	add("", r.Published)
	add("by ", r.Authors...)
	add("editor ", r.Editors...)
	add("", string(r.Script))
	if r.Charset != "" && r.Charset != "utf-8" {
		add("", r.Charset)
	}
	if n := len(r.Repairs); n > 0 {
		uncertain := 0
		for _, e := range r.Repairs {
			if !e.Certain {
				uncertain++
			}
		}
		s := fmt.Sprintf("%d repairs", n)
		if uncertain > 0 {
			s += fmt.Sprintf(" (%d uncertain)", uncertain)
		}
		facts = append(facts, s)
	}
	p.line(p.paint(dim, strings.Join(facts, " · ")))
}

func firstWords(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	if r := []rune(s); len(r) > 36 {
		s = string(r[:36]) + "…"
	}
	return oneLine(s)
}

// oneLine makes a string safe to print: control characters would reach the terminal.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7F {
			return ' '
		}
		return r
	}, s)
}

func (p *printer) people() {
	if p.rec.People == nil {
		return
	}
	p.section("People", len(p.rec.People))
	var rows [][]cell
	for _, person := range p.rec.People {
		name := cell{person.Name, cyan}
		for _, post := range person.Posts {
			rows = append(rows, []cell{
				name, {strings.TrimSpace(post.Org + " " + post.Position), ""}, place(post.Place), {statusOf(post), yellow}, {post.Rank, dim},
			})
			name = cell{}
		}
	}
	p.table(rows)
	if p.Explain {
		p.explain()
	}
}

// explain tells for each post by what each of its fields was found.
func (p *printer) explain() {
	for _, person := range p.rec.People {
		for i := range person.Posts {
			post := &person.Posts[i]
			p.line()
			p.line("  "+p.paint(cyan, person.Name), oneLine(p.rec.Slice(post.Span)))
			var rows [][]cell
			for _, s := range post.Steps() {
				rows = append(rows, []cell{{"  " + s.Field, dim}, {s.Detail, ""}, {s.Rule, dim}})
			}
			p.table(rows)
		}
	}
}

func place(pl *entities.Place) cell {
	switch {
	case pl == nil:
		return cell{}
	case pl.Code != "":
		return cell{pl.Code + " " + strings.Join(pl.Path, "›"), green}
	case len(pl.Candidates) > 0:
		return cell{"? " + strings.Join(pl.Candidates, " | "), red}
	default:
		return cell{pl.Name, green}
	}
}

func statusOf(post entities.Post) string {
	if post.Status == entities.Current {
		return ""
	}
	return string(post.Status)
}

func (p *printer) figures() {
	if p.rec.Quantities == nil {
		return
	}
	var rows [][]cell
	for _, q := range p.rec.Quantities {
		if q.Role == numbers.RoleName {
			continue
		}
		rows = append(rows, []cell{{oneLine(p.rec.Slice(q.Span)), cyan}, {Amount(q), ""}, {string(q.Kind), dim}})
	}
	p.section("Figures", len(rows))
	p.table(rows)
}

// Amount is a quantity in words of mathematics: its value or bounds, its unit.
func Amount(q numbers.Quantity) string {
	unit := q.Unit.Code
	if unit == "" {
		unit = q.Unit.Text
		if len(q.Unit.Candidates) > 0 {
			unit = strings.Join(q.Unit.Candidates, "/") + "?"
		}
	}
	if q.Per != "" {
		unit += " per " + q.Per
	}
	var s string
	switch {
	case q.Approx == numbers.About && q.Value.Valid():
		s = "≈ " + group(q.Value)
	case q.Lo.Valid() && q.Hi.Valid() && q.Lo.Cmp(q.Hi) == 0:
		s = group(q.Lo)
	case q.Lo.Valid() && q.Hi.Valid():
		s = sign(q.LoOpen, "> ", "") + group(q.Lo) + " … " + sign(q.HiOpen, "< ", "") + group(q.Hi)
	case q.Lo.Valid():
		s = sign(q.LoOpen, "> ", "≥ ") + group(q.Lo)
	case q.Hi.Valid():
		s = sign(q.HiOpen, "< ", "≤ ") + group(q.Hi)
	case q.Value.Valid():
		s = group(q.Value)
	}
	if unit == "%" {
		return s + unit
	}
	return strings.TrimSpace(s + " " + oneLine(unit))
}

func sign(open bool, yes, no string) string {
	if open {
		return yes
	}
	return no
}

// group writes a number with a comma between thousands.
func group(n numbers.Number) string {
	s := n.String()
	neg := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	whole, rest, _ := strings.Cut(s, ".")
	if strings.Contains(whole, "/") {
		return n.String()
	}
	if rest != "" {
		rest = "." + rest
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if neg {
		whole = "-" + whole
	}
	return whole + rest
}

func (p *printer) times() {
	if p.rec.Times == nil {
		return
	}
	p.section("Times", len(p.rec.Times))
	var rows [][]cell
	for _, t := range p.rec.Times {
		rows = append(rows, []cell{{oneLine(p.rec.Slice(t.Span)), cyan}, {t.EDTF, ""}, {string(t.Kind), dim}})
	}
	p.table(rows)
}

var relations = map[claims.Relation]string{
	claims.Is: "=", claims.Exceeds: ">", claims.AtLeast: "≥", claims.AtMost: "≤", claims.Below: "<", claims.Between: "in",
	claims.IncreaseBy: "rose by", claims.IncreaseTo: "rose to", claims.DecreaseBy: "fell by", claims.DecreaseTo: "fell to",
	claims.MultiplyBy: "is times", claims.ShareOf: "share", claims.Rank: "rank",
}

func (p *printer) claims() {
	if p.rec.Claims == nil {
		return
	}
	p.section("Claims", len(p.rec.Claims))
	for _, c := range p.rec.Claims {
		var b strings.Builder
		b.WriteString("  ")
		if c.Subject != nil {
			b.WriteString(p.paint(cyan, oneLine(c.Subject.Text)) + " ")
		}
		if c.Measure != nil {
			b.WriteString(oneLine(c.Measure.Text) + " ")
		}
		b.WriteString(p.paint(yellow, relations[c.Relation]) + " " + p.paint(bold, oneLine(p.quantity(c.Quantity))))
		if c.From >= 0 {
			b.WriteString(" from " + oneLine(p.quantity(c.From)))
		}
		if c.Change >= 0 {
			b.WriteString(" by " + oneLine(p.quantity(c.Change)))
		}
		var notes []string
		for _, n := range []string{basisNames[c.Basis], string(c.Aspect)} {
			if n != "" {
				notes = append(notes, n)
			}
		}
		if c.Modality != claims.Fact {
			notes = append(notes, string(c.Modality))
		}
		if c.Time >= 0 {
			notes = append(notes, oneLine(p.rec.Slice(p.rec.Times[c.Time].Span)))
		}
		if c.Speaker != nil {
			notes = append(notes, "says "+oneLine(c.Speaker.Text))
		}
		if len(notes) > 0 {
			b.WriteString("  " + p.paint(dim, strings.Join(notes, " · ")))
		}
		p.line(b.String())
	}
}

var basisNames = map[claims.Basis]string{claims.YearOnYear: "on the year", claims.Sequential: "on the period before"}

func (p *printer) quantity(i int) string { return p.rec.Slice(p.rec.Quantities[i].Span) }

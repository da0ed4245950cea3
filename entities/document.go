package entities

import (
	"strings"
	"time"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// document is the working memory of one text.
type document struct {
	t   *text.Text
	s   []rune // folded
	ctx Context
	at  time.Time
	lat lattice
	par parser

	people   []*bearer
	byName   map[string]*bearer
	places   []mentionedPlace
	covered  [][2]int // stretches that the lattice has read, whose places it found
	resolved map[gazetteer.NameID]*gazetteer.Division
	chains   int
	lookups  int // of institutions, which are bounded

	lastBearer   *bearer // whose office was resolved last
	lastSentence [2]int  // and in which sentence
	lastPlaced   *organisation // the last one with a territory in the sentence

	sentence          [2]int
	resume            bool // the sentence belongs to a curriculum vitae
	obituary          bool
	lastSubject       *bearer
	subjectInSentence bool
}

func newDocument(t *text.Text, tokens []segment.Token, c Context) *document {
	d := &document{t: t, s: t.Folded(), ctx: c, at: c.Date, byName: map[string]*bearer{}, resolved: map[gazetteer.NameID]*gazetteer.Division{}}
	d.lat = lattice{lex: lexica(), nam: names(), gaz: gazetteer.Load()}
	if len(tokens) > 0 {
		d.lat.marks = marks(t, tokens)
	}
	d.par.d = d
	return d
}

// marks turns tokens into evidence by rune.
func marks(t *text.Text, tokens []segment.Token) []mark {
	m := make([]mark, t.Len()+1)
	r := 0
	for _, tok := range tokens {
		for r < t.Len() && t.Offset(r) < tok.Start {
			m[r] |= markStart // nothing is known of what no token covers
			r++
		}
		if r >= t.Len() || t.Offset(r) != tok.Start {
			continue
		}
		m[r] |= markStart
		if tok.POS == segment.NR {
			m[r] |= markName
		}
		for r++; r < t.Len() && t.Offset(r) < tok.End; r++ {
		}
	}
	for ; r <= t.Len(); r++ {
		m[r] |= markStart
	}
	return m
}

// read goes through the sentences of the text and collects who is given which office.
func (d *document) read() {
	d.t.Sentences(func(i, j int) bool {
		if d.s[i] == '\n' {
			d.lastSubject, d.resume = nil, false
		}
		d.sentence = [2]int{i, j}
		d.subjectInSentence = false
		if d.triggered(i, j) {
			d.par.items = d.lat.read(d.t, i, j)
			d.placesOf(d.par.items)
			d.covered = append(d.covered, [2]int{i, j})
			d.par.findOffices()
			d.resume = d.resume || d.curriculum(i, j)
			d.par.assign()
			d.par.attributes()
		}
		if j > 0 && d.s[j-1] == '\n' {
			d.lastSubject, d.resume = nil, false
		}
		return true
	})
}

// triggered tells that a stretch names an office at all.
func (d *document) triggered(i, j int) bool {
	l := d.lat.lex
	for x := i; x < j; x++ {
		found := false
		l.trie.Prefixes(d.s[x:j], func(n int, v uint32) bool {
			found = l.entry[v].is(kTitle)
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// has tells that a word stands in the runes [i, j).
func (d *document) has(i, j int, words ...string) bool {
	for _, w := range words {
		r := []rune(w)
		for x := i; x+len(r) <= j; x++ {
			if d.s[x] == r[0] && equal(d.s[x:x+len(r)], w) {
				return true
			}
		}
	}
	return false
}

func (d *document) curriculum(i, j int) bool {
	return d.has(i, j, "年生,", "月生,", "年出生", "月出生", "参加工作", "历任", "简历", ",男,", ",女,", "生于", "出生于", "年毕业", "先后任", "先后担任")
}

func (d *document) obituaryIn(i, j int) bool {
	return d.has(i, j, "逝世", "去世", "辞世", "病逝", "遇难", "殉职", "因公牺牲", "壮烈牺牲", "英勇牺牲", "不幸牺牲", "遇害", "诞辰", "罹难", "享年", "追悼会", "遗体告别", "遗体送别", "遇刺身亡")
}

// endOffices makes the unmarked offices of people whose death the text tells former ones.
func (d *document) endOffices() {
	d.t.Sentences(func(i, j int) bool {
		if !d.obituaryIn(i, j) {
			return true
		}
		for _, b := range d.people {
			if !d.deadIn(b, i, j) {
				continue
			}
			for x := range b.holdings {
				if h := &b.holdings[x]; h.status == "" || h.status == Current {
					h.status = Former
				}
			}
		}
		return true
	})
}

func (d *document) deadIn(b *bearer, i, j int) bool {
	n := []rune(b.folded)
	for x := i; x+len(n) <= j; x++ {
		if !equal(d.s[x:x+len(n)], b.folded) {
			continue
		}
		// From the name to the end of its clause chain, no other person may come before the word.
		end := x + len(n)
		for end < j && d.s[end] != '。' && d.s[end] != ';' {
			end++
		}
		stop := end
		for _, o := range d.people {
			if o == b {
				continue
			}
			if at := indexRunes(d.s[x+len(n):end], []rune(o.folded)); at >= 0 {
				stop = min(stop, x+len(n)+at)
			}
		}
		if d.obituaryIn(x, stop) && !d.has(x, stop, "事故", "人死亡") {
			return true
		}
		if d.has(x, stop, "等") && d.obituaryIn(x, end) {
			return true
		}
	}
	return false
}

func indexRunes(s, w []rune) int {
	if len(w) == 0 {
		return -1
	}
	for x := 0; x+len(w) <= len(s); x++ {
		if s[x] != w[0] {
			continue
		}
		same := true
		for y := range w {
			if s[x+y] != w[y] {
				same = false
				break
			}
		}
		if same {
			return x
		}
	}
	return -1
}

func (d *document) newChain() int {
	d.chains++
	return d.chains
}

// bearer is the person of the name at item k, made where it is new; nil where the name is none to keep.
func (d *document) bearer(p *parser, k int) *bearer {
	it := p.items[k]
	folded := strings.ReplaceAll(string(d.s[it.i:it.j]), " ", "")
	if b := d.byName[folded]; b != nil {
		return b
	}
	b := &bearer{name: strings.ReplaceAll(d.t.SliceRunes(it.i, it.j), " ", ""), folded: folded, first: it.i, foreign: it.sur == 0, sur: int(it.sur)}
	b.partial = it.sur > 0 && it.j-it.i == int(it.sur)
	d.byName[folded] = b
	d.people = append(d.people, b)
	return b
}

// subject remembers whom the text speaks of.
func (d *document) subject(p *parser, names []int) {
	if len(names) == 1 {
		d.lastSubject = d.bearer(p, names[0])
		d.subjectInSentence = true
	}
}

// pronounAt tells that item k is 他 or 她.
func (d *document) pronounAt(p *parser, k int) bool { return p.is(k, "他", "她", "其", "本人") }

// leaveOffices makes the offices named right beside a person who moves to another former ones.
func (d *document) leaveOffices(b *bearer) {
	for x := range b.holdings {
		h := &b.holdings[x]
		if h.appended && h.sentence == d.sentence && h.office.status == "" {
			h.status = Former
		}
	}
}

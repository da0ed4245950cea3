package entities

import (
	"slices"
	"strings"
	"sync"
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
	lat *lattice
	par parser

	people     []*bearer
	names      [][2]int // runes of every name the lattice read
	byName     map[string]*bearer
	places     []mentionedPlace
	covered    [][2]int // stretches that the lattice has read, whose places it found
	resolved   map[gazetteer.NameID]restored
	chains     int
	deaths     []int // where words of death stand
	scriptTold text.Script
	region     string // outside the mainland, that the text speaks of
	regionDone bool
	lookups    int // of institutions, which are bounded

	lastBearer   *bearer       // whose office was resolved last
	lastSentence [2]int        // and in which sentence
	lastPlaced   *organisation // the last one with a territory in the sentence
	lastTaiwan   *organisation // the last county or city of Taiwan, in the text

	lastInstitution   *organisation // the last one in the text without a territory, if none with one followed
	lastInstitutionAt int

	sentence          [2]int
	life              bool // the text tells a life: curriculum vitae or obituary
	resume            bool // the sentence belongs to a curriculum vitae
	lastSubject       *bearer
	heading           heading
	subjectInSentence bool
}

func newDocument(t *text.Text, tokens []segment.Token, c Context) *document {
	d := &document{t: t, s: t.Folded(), ctx: c, at: c.Date, byName: map[string]*bearer{}, resolved: map[gazetteer.NameID]restored{}}
	d.lat = lattices.Get().(*lattice)
	d.lat.marks, d.lat.known, d.lat.japanese = nil, nil, onJapan(t.String())
	if len(tokens) > 0 {
		d.lat.marks = marks(t, tokens)
	}
	d.par.d = d
	return d
}

// onJapan tells that a text speaks of Japan.
func onJapan(s string) bool {
	return strings.Contains(s, "日本") || strings.Contains(s, "东京") || strings.Contains(s, "東京") || strings.Contains(s, "县知事") || strings.Contains(s, "縣知事")
}

// lattices are the working memories that are free.
var lattices = sync.Pool{New: func() any { return &lattice{lex: lexica(), nam: names(), gaz: gazetteer.Load(), trans: transition()} }}

// release gives the working memory back; nothing of the document may be read after it.
func (d *document) release() {
	lattices.Put(d.lat)
	d.lat = nil
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
		switch tok.POS {
		case segment.NS, segment.NT, segment.NZ, segment.NR, segment.J:
			m[r] |= markProper
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
		for i < j {
			end := d.stretchEnd(i, j)
			d.readStretch(i, end)
			i = end
		}
		if d.s[j-1] == '\n' && !d.resume {
			d.lastSubject = nil
		}
		return true
	})
}

// longest is the length in runes of the longest stretch read at once. Sentences are shorter; lists and broken text are cut.
const longest = 2000

// stretchEnd is where the stretch that begins at rune i of a sentence that ends at j ends.
func (d *document) stretchEnd(i, j int) int {
	if j-i <= longest {
		return j
	}
	for k := i + longest; k > i+longest/2; k-- {
		switch d.s[k-1] {
		case ',', ';', '、', ' ':
			return k
		}
	}
	return i + longest
}

func (d *document) readStretch(i, j int) {
	d.sentence = [2]int{i, j}
	d.subjectInSentence = false
	if status, ok := d.headingAt(i, j); ok {
		d.heading = heading{status: status, used: true}
	} else if j-i > 2 {
		if !d.heading.used {
			d.heading.status = ""
		}
		d.heading.used = false
	}
	cues := d.cuesIn(i, j)
	if cues == 0 {
		return
	}
	if cues&cueLife != 0 && d.lastSubject == nil {
		d.subjectBefore(i)
	}
	p := &d.par
	d.lat.listed = d.heading.status != ""
	p.items = d.lat.read(d.t, i, j)
	d.lat.listed = false
	d.placesOf(p.items)
	d.namesOf(p.items)
	d.covered = append(d.covered, d.sentence)
	p.findOffices()
	if cues&cueLife != 0 {
		d.resume, d.life = true, true
		d.describes()
	}
	p.assign()
	p.attributes()
}

// has tells that a word stands in the runes [i, j).
func (d *document) has(i, j int, words ...string) bool {
	for _, w := range words {
		for x := i; x < j; x++ {
			if prefix(d.s[x:j], w) > 0 {
				return true
			}
		}
	}
	return false
}

// namesOf keeps the names among the items of the lattice. A surname alone does not count.
func (d *document) namesOf(items []item) {
	for _, it := range items {
		if it.kind == kName && it.j-it.i > int(it.sur) {
			d.names = append(d.names, [2]int{it.i, it.j})
		}
	}
}

// describes remembers the person that a sentence of a curriculum vitae begins with.
func (d *document) describes() {
	p := &d.par
	for k := 0; k < len(p.items) && k < 8; k++ {
		if p.kind(k) == kName && (k == 0 || p.endsClause(k-1) || p.kind(k-1) == kTitle) {
			d.lastSubject = d.bearer(p, k)
			return
		}
	}
}

// subjectBefore remembers the person that the sentence before rune i begins with, if it stands in the same paragraph: a life that
// follows, 历任…, is theirs.
func (d *document) subjectBefore(i int) {
	const reach = 120
	if i == 0 || d.s[i-1] == '\n' {
		return
	}
	from := i - 1
	for from > 0 && i-from < reach && d.s[from-1] != '\n' && !isSentenceEnd(d.s[from-1]) {
		from--
	}
	p := &parser{d: d, items: d.lat.read(d.t, from, i)}
	if p.kind(0) == kName && p.items[0].j-p.items[0].i > int(p.items[0].sur) && !slices.ContainsFunc(p.items[1:], func(it item) bool { return it.kind == kName }) {
		d.lastSubject = d.bearer(p, 0)
	}
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
	spaced := ""
	if n := string(d.s[it.i:it.j]); n != folded {
		spaced = n
	}
	b := &bearer{last: lastPart(folded), spaced: spaced, name: strings.ReplaceAll(d.t.SliceRunes(it.i, it.j), " ", ""), folded: folded, first: it.i, foreign: it.sur == 0, sur: int(it.sur)}
	b.partial = it.sur > 0 && it.j-it.i == int(it.sur)
	d.byName[folded] = b
	d.people = append(d.people, b)
	if n := it.j - it.i; n > 2 && !b.partial && spaced == "" {
		d.lat.know(d.s[it.i:it.j])
	}
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

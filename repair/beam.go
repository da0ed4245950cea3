package repair

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/text"
)

// The decoder searches for the clean text whose damaged form is the text at hand. A hypothesis reads the damaged symbols
// from left to right and writes clean bytes; where a byte was lost it branches, and where the clean bytes are shifted
// against the damaged symbols it holds a pending lead byte. Hypotheses that agree on all that the future depends on are
// merged, so that the search ends as soon as all agree again.

// sym is one symbol of the damaged text.
type sym struct {
	r   rune
	c   code // in GBK, or 0
	off int32
}

// state is a hypothesis at one place of the damaged text.
type state struct {
	cost   float32
	margin float32 // how much dearer the nearest rival was that this one displaced
	node   int32
	pair   uint16 // the last two bytes written
	prev   uint16 // the last character written, for the model
	before uint16 // the one before it
	known  int32  // these two in the model, or -1
	pend   byte   // a lead byte whose trail is still to come, or 0
	split  bool   // an annotation stood after the pending byte
	quote  quote
}

func (s *state) key() uint64 {
	return uint64(s.quote)<<56 | uint64(s.pend)<<48 | uint64(s.before)<<32 | uint64(s.pair)<<16 | uint64(s.prev)
}

// quote tells whether a quotation has begun and not ended.
type quote uint8

const (
	unseen quote = iota // nothing shows it: the text begins here
	ended
	begun
)

// node is one step of a hypothesis.
type node struct {
	parent int32
	next   int32 // the symbol after the step
	cost   float32
	out    [maxOut]rune
	n      uint8
	op     op
}

type op uint8

const (
	keep   op = iota // the symbol stands as it was
	drop             // an annotation was removed between whole characters
	change           // bytes were restored
	lost             // bytes were restored, and one was lost for good
)

const (
	maxOut      = 6    // characters that one step may write
	width       = 64   // hypotheses kept at one place
	spread      = 20   // how much dearer than the best a kept hypothesis may be
	ring        = 16   // places ahead that a step may reach
	longest     = 2048 // symbols after which a search that has not ended is given up
	guesses     = 40   // characters tried for a lead byte whose trail was lost
	guessers    = 6    // hypotheses at one place that may try them
	commonPrior = 3    // prior up to which a character is tried where two bytes were lost
	closeCall   = 4    // a smaller margin makes a repair uncertain
)

// search is one run of the decoder. It is reused over a text.
type search struct {
	*tables
	page     *page
	cache    *cache
	raw      string
	pos      int // where in raw the next symbol is read
	syms     []sym
	nodes    []node
	places   [ring][]state
	tails    *[256][]byte
	heads    *[256][]byte
	best     float32 // the cost of the last result
	work     int     // characters written in all
	guessed  int     // hypotheses of the present place that tried guesses
	gaps     bool    // look for vanished private-use characters
	gapped   int     // hypotheses of the present place that did
	cheapest float32 // the cost of the best of them
}

func newSearch(t *tables, p *page, s string) *search {
	return &search{tables: t, page: p, cache: t.learn(s, p), tails: tails(), heads: heads()}
}

// at makes sure that symbol i is read and reports whether there is one.
func (d *search) at(i int) bool {
	for len(d.syms) <= i {
		if d.pos >= len(d.raw) {
			return false
		}
		r, n := utf8.DecodeRuneInString(d.raw[d.pos:])
		s := sym{r: r, off: int32(d.pos)}
		switch {
		case r != utf8.RuneError:
			s.c = d.gbk.encode(r)
		case n == 1:
			s.r = utf8.MaxRune // a byte that is no UTF-8 is no mark of a lost one
		}
		d.syms = append(d.syms, s)
		d.pos += n
	}
	return true
}

// offset is the place in raw of symbol i.
func (d *search) offset(i int) int {
	if d.at(i) {
		return int(d.syms[i].off)
	}
	return len(d.raw)
}

// start is what stands before the place where a search begins.
type start struct {
	first, second rune // the last two clean characters
	pair          code // the last two clean bytes
	quote         quote
}

// run searches from raw[at:]. It returns the last node of the best hypothesis, the
// symbol it ends before and its margin.
func (d *search) run(raw string, at int, from start) (last int32, end int, margin float32) {
	d.raw, d.pos = raw, at
	d.syms, d.nodes = d.syms[:0], d.nodes[:0]
	for i := range d.places {
		d.places[i] = d.places[i][:0]
	}
	first, second := d.lm.id(from.first), d.lm.id(from.second)
	d.places[0] = append(d.places[0], state{
		node: -1, pair: from.pair, before: first, prev: second, known: d.lm.pair(first, second), quote: from.quote, margin: spread,
	})
	d.at(0)
	waiting := 1
	for i := 0; ; i++ {
		here := d.places[i%ring]
		if i > 0 && (waiting == 1 && len(here) == 1 && here[0].pend == 0 || !d.at(i) || d.tooLong(i)) {
			if !d.at(i) {
				d.finish(i)
				here = d.places[i%ring]
				unpaired(here)
			}
			if best := aligned(here); best >= 0 {
				d.best = here[best].cost
				return here[best].node, i, here[best].margin
			}
			if !d.at(i) || d.tooLong(i) {
				return -1, i, 0
			}
		}
		waiting -= len(here)
		d.guessed, d.gapped = 0, 0
		// The best come first: only they may try guesses and gaps.
		slices.SortFunc(here, func(a, b state) int { return cmp.Compare(a.cost, b.cost) })
		if len(here) > 0 {
			d.cheapest = here[0].cost
		}
		for k := range here {
			waiting += d.expand(i, &here[k])
		}
		d.places[i%ring] = here[:0]
		if waiting == 0 {
			return -1, i + 1, 0
		}
	}
}

// tooLong reports whether the search is to be given up before symbol i. That is not within an annotation, over which the
// better hypotheses have passed already.
func (d *search) tooLong(i int) bool {
	if i < longest || i >= longest+ring {
		return i >= longest
	}
	here := d.places[i%ring]
	best := aligned(here)
	for k := range d.places {
		for _, s := range d.places[k] {
			if best < 0 || k != i%ring && s.cost < here[best].cost-costLiteral/2 {
				return false
			}
		}
	}
	return true
}

// finish ends hypotheses that hold a pending byte at the end of the text, where the decoder dropped it without a mark.
func (d *search) finish(i int) {
	if !d.page.ignoring {
		return
	}
	for _, s := range slices.Clone(d.places[i%ring]) {
		if s.pend != 0 {
			d.guess(i, &s, d.page.costDropped(), change, 0)
		}
	}
}

// unpaired charges hypotheses that leave a quotation open at the end of the text.
func unpaired(here []state) {
	for k := range here {
		if here[k].quote == begun {
			here[k].cost += costUnpaired
		}
	}
}

// aligned is the best hypothesis that holds no pending byte, or -1.
func aligned(here []state) int {
	best := -1
	for k := range here {
		if here[k].pend == 0 && (best < 0 || here[k].cost < here[best].cost) {
			best = k
		}
	}
	return best
}

// trial is a step in the making.
type trial struct {
	state
	out [maxOut]rune
	n   uint8
}

// put writes one clean byte. It reports false where the bytes are no text.
func (d *search) put(t *trial, b byte, noted bool) bool {
	t.pair = t.pair<<8 | uint16(b)
	if !noted && !t.split && d.page.isAnnotated(t.pair) {
		t.cost += costUnnoted
	}
	t.split = false
	switch {
	case t.pend != 0:
		c := code(t.pend)<<8 | code(b)
		r := d.gbk.toRune[c]
		if r == 0 || b < firstTrail {
			return false
		}
		t.pend = 0
		return d.emit(t, rune(r), c)
	case b >= firstLead && b <= lastLead:
		t.pend = b
		return true
	case b < 0x80:
		return d.emit(t, rune(b), code(b))
	}
	return false
}

// emit writes one clean character.
func (d *search) emit(t *trial, r rune, c code) bool {
	if int(t.n) == maxOut {
		return false
	}
	t.out[t.n] = r
	t.n++
	id := d.lm.ofCode[c]
	if c == 0 {
		id = d.lm.id(r)
	}
	known := d.lm.pair(t.prev, id)
	p := d.lm.chance(t.before, t.prev, id, t.known, known)
	p += cacheShare * (d.cache.share(t.prev, id) - p)
	t.cost += minusLog(p)
	d.work++
	t.before, t.prev, t.known = t.prev, id, known
	t.cost += d.forms.cost[c]
	switch d.rd.mark[c] {
	case markHansOnly:
		if d.page.hant {
			t.cost += costWrongForm
		}
	case markHantOnly, markVariant:
		if !d.page.hant {
			t.cost += costWrongForm
		}
	}
	switch c {
	case curlyOpen, curlyClose, cornerOpen, cornerClose:
		if d.page.corner != (c == cornerOpen || c == cornerClose) {
			t.cost += costQuote
		}
		next := ended
		if c == curlyOpen || c == cornerOpen {
			next = begun
		}
		if t.quote == next {
			t.cost += costUnpaired
		}
		t.quote = next
	case '\n':
		if t.quote == begun {
			t.cost += costUnpaired
		}
		t.quote = ended
	}
	return true
}

// push enters a step that leads to symbol next. It returns 1 if a hypothesis was added.
func (d *search) push(from *state, t *trial, next int, o op) int {
	at := &d.places[next%ring]
	list := *at
	worst, best := -1, t.cost
	key := t.key()
	for k := range list {
		s := &list[k]
		if s.key() == key {
			gap := s.cost - t.cost
			if gap <= 0 {
				s.margin = min(s.margin, -gap)
				return 0
			}
			t.margin = min(t.margin, gap)
			d.place(s, from, t, next, o)
			return 0
		}
		best = min(best, s.cost)
		if worst < 0 || s.cost > list[worst].cost {
			worst = k
		}
	}
	if t.cost > best+spread {
		return 0
	}
	if len(list) == width {
		if list[worst].cost > t.cost {
			d.place(&list[worst], from, t, next, o)
		}
		return 0
	}
	*at = append(list, state{})
	d.place(&(*at)[len(list)], from, t, next, o)
	return 1
}

func (d *search) place(s *state, from *state, t *trial, next int, o op) {
	d.nodes = append(d.nodes, node{parent: from.node, next: int32(next), cost: t.cost, out: t.out, n: t.n, op: o})
	*s = t.state
	s.node = int32(len(d.nodes) - 1)
}

// notedAt reports whether an annotation may follow before symbol i.
func (d *search) notedAt(i int) bool {
	return d.at(i) && (d.syms[i].r == '(' || d.syms[i].r == '?' || d.syms[i].r == utf8.RuneError)
}

// syllableAt reads a syllable and its closing bracket at symbol i; n is the number of symbols.
func (d *search) syllableAt(i int) (syl uint16, n int) {
	if !d.at(i) {
		return none, 0
	}
	off := d.offset(i)
	syl, bytes := d.rd.parse(d.raw[off:])
	if bytes == 0 {
		return none, 0
	}
	return syl, utf8.RuneCountInString(d.raw[off : off+bytes])
}

// expand takes a hypothesis over symbol i in every way. It returns how many hypotheses were added.
func (d *search) expand(i int, s *state) int {
	y := d.syms[i]
	added := 0
	literal := float32(0)
	d.at(i + 1)
	switch {
	case y.r == '(':
		if syl, n := d.syllableAt(i + 1); n > 0 {
			if d.page.damaged && d.rd.toned[syl] {
				literal = costLiteral
			}
			added += d.annotation(i+1+n, s, syl)
		}
	case y.r == '?' || y.r == utf8.RuneError:
		if d.page.damaged {
			literal = costLiteral / 4
		}
		added += d.mark(i, y.r, s)
	}
	if d.gaps && s.pend != 0 && d.mayGap(s) {
		if y.c >= firstTrail {
			added += d.gap(i, s, y.c)
		}
		if y.c > ' ' && y.c < 0x7F && d.page.normalised {
			added += d.gap(i, s, 0xA380|y.c) // full-width once
		}
	}
	if mark, ok := markByte(y.r); ok && d.page.ignoring {
		added += d.cut(i+1, s, mark, d.page.costOrphan())
	}
	if d.page.ignoring && s.pend != 0 && y.c != 0 && d.mayGuess() {
		added += d.dropped(i, s, y.c)
	}
	// The symbol as it stands.
	t := trial{state: *s}
	t.cost += literal
	switch {
	case s.pend == 0 && (y.c == 0 || y.r == '€'):
		t.pair = 0
		d.emit(&t, y.r, y.c)
		if !text.IsHan(y.r) && y.r != utf8.RuneError && y.c == 0 {
			t.cost += costOutside
		}
		added += d.push(s, &t, i+1, keep)
	case y.r == '€':
		if d.put(&t, euroByte, false) {
			added += d.push(s, &t, i+1, change)
		}
	case y.c == 0:
	case y.c < 0x80:
		if (s.pend == 0 || y.c >= firstTrail) && d.put(&t, byte(y.c), d.notedAt(i+1)) {
			o := change
			if s.pend == 0 {
				o = keep
			}
			added += d.push(s, &t, i+1, o)
		}
		if s.pend != 0 {
			added += d.widened(i, s, byte(y.c))
		}
	default:
		if d.put(&t, byte(y.c>>8), false) && d.put(&t, byte(y.c), d.notedAt(i+1)) {
			o := change
			if s.pend == 0 {
				o = keep
			}
			added += d.push(s, &t, i+1, o)
		}
	}
	return added
}

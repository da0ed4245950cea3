package claims

import (
	"cmp"
	"slices"
	"sync"

	"github.com/xinwen-go/xinwen/internal/whose"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/text"
)

// Extractor finds the claims of documents. It is immutable and safe for concurrent use.
type Extractor struct {
	lex     *lexicon
	models  [2]*whose.Model // by question
	trainer whose.Trainer   // nil but while the models are trained
	runs    sync.Pool       // of *run
}

// Option changes how an Extractor is built.
type Option func(*Extractor) error

// New returns an Extractor.
func New(opts ...Option) (*Extractor, error) {
	lex, err := builtin()
	if err != nil {
		return nil, err
	}
	e := &Extractor{lex: lex}
	for _, o := range opts {
		if err := o(e); err != nil {
			return nil, err
		}
	}
	for _, by := range []*chooser{ownerChooser, timeChooser} {
		if e.trainer == nil {
			if e.models[by.what], err = whose.Load(by.weights); err != nil {
				return nil, err
			}
		}
	}
	e.runs.New = func() any { return new(run) }
	return e, nil
}

// Append appends the claims of a document to dst, in order of their figures, and returns it. The spans of d must be spans
// of d.Text, each list in order of its starts.
func (e *Extractor) Append(dst []Claim, d *Document) []Claim {
	if len(d.Quantities) == 0 {
		return dst
	}
	x := e.runs.Get().(*run)
	x.lex, x.doc, x.fold, x.out = e.lex, d, d.Text.Folded(), dst
	x.models, x.trainer = e.models, e.trainer
	x.places = nil
	x.load()
	x.persons()
	x.speech()
	from := len(dst)
	x.from = from
	x.read()
	x.choose()
	x.date()
	dst = x.out
	// What stands in brackets is read after the clause around it.
	slices.SortStableFunc(dst[from:], func(a, b Claim) int { return cmp.Compare(a.Quantity, b.Quantity) })
	x.doc, x.fold, x.out = nil, nil, nil
	e.runs.Put(x)
	return dst
}

// run is the work on one document; its slices are kept for the next.
type run struct {
	lex  *lexicon
	doc  *Document
	fold []rune
	out  []Claim

	quants, times []span // rune ranges
	q, t          int    // next quantity and time while items are made
	items         []item
	work          []item // items of the sentence, clause by clause
	clauses       []clause
	inner         []bracket
	voices        []voice
	quotes        []span          // runes in quotes, outermost
	mentions      []mention       // of people, in order of their starts
	stop          int             // item that ends the sentence of the word of saying at hand
	places        map[string]bool // short names of divisions; nil until asked for

	lo, hi int32 // bounds of the clause at hand
	cl     clause
	st     state
	group  []int32
	parts  []span

	// whose the figures are, and of when
	models              [2]*whose.Model
	trainer             whose.Trainer
	here                origin    // where the clause at hand stands
	reporting           bool      // it says that somebody gives account
	holdings            []holding // noun phrases that figures may be of
	firstHeld, lastHeld int       // those of the paragraph of the claim at hand
	from                int       // claims before are of other documents
	origins             []origin  // of each claim
	certain             []int32   // claims of whose owners the rules are sure
	opts                []option
	ruled               int // which of them the rules found
	features            []uint32
	accounts            []account
	earlier             int    // claims of the sentence before the one at hand
	previous            phrase // whose the claim before is
	measuredBefore      phrase // and what it measures
	remeasured          []renamed
	uses                []int // times of the claims before in the paragraph
}

// phrase is a part of a claim before it is written: runes [i, j) of which the figure's [cut, cutEnd) is left out.
type phrase struct {
	i, j        int32
	cut, cutEnd int32
	strong      bool // may be the subject of the next sentence too
	agency      bool // does things, but has no figures of its own: 警方
	folk        bool // people
	ok          bool
}

// named is a measure that has been named, and what it is measured in.
type named struct {
	measure phrase
	kind    numbers.Kind
	code    string
}

// state is what a clause passes on to the next.
type state struct {
	measure   phrase
	kind      numbers.Kind
	code      string
	among     bool // subject is what shares are of
	first     int  // index in out of the first claim of the sentence
	fresh     bool // measure was named in this sentence
	measured  bool // measure is a noun phrase
	time      int
	report    report // whose time governs the sentences after it
	quoted    report // the same in a quotation
	held      report // the same as the sentence began
	within    bool   // the sentence breaks the report down: 其中, 分产业看
	apart     bool   // the sentence tells of something else
	beside    bool   // the rest of the sentence is of what no time governs
	taken     bool   // a figure of the sentence has the time of the report
	head      int32  // rune at which the words that measure begin in measure
	indicator bool   // measure ends in a word that measures something
	split     bool   // the times at hand are of a breakdown
	plan      bool   // a plan has been named: 根据方案
	soft      bool   // modality comes from 将, which holds for what it is said of alone
	leader    phrase // whose change was said to be the largest, and
	lean      class  // where it goes
	verb      span   // runes of the verb of the last claim, where an object follows it
	old       named  // the measure before
	crowd     phrase // people of whom shares are told in the sentence
	basis     Basis
	modality  Modality
	list      []span // subjects or measures named in order, for 分别
	measures  bool   // list holds measures
}

// read walks sentences and clauses, in each paragraph up to that of its last figure.
func (x *run) read() {
	k, n := 0, len(x.items)
	x.holdings, x.origins, x.remeasured, x.certain = x.holdings[:0], x.origins[:0], x.remeasured[:0], x.certain[:0]
	x.here = origin{}
	last := int32(-1) // rune of the last figure of the paragraph
	end := 0          // of the paragraph
	for i, j := range x.doc.Text.Sentences {
		lo := k
		for k < n && int(x.items[k].i) < j {
			k++
		}
		if i >= end {
			end = x.paragraphEnd(i) + 1
			q, _ := slices.BinarySearchFunc(x.quants, int32(end), func(s span, end int32) int { return cmp.Compare(s.i, end) })
			if last = -1; q > 0 {
				last = x.quants[q-1].i
			}
			x.begin()
			x.here.start, x.here.sentence = int32(i), int32(i)
		}
		x.here.before, x.here.sentence = x.here.sentence, int32(i)
		if lo < k && int32(i) <= last {
			x.here.sent++
			x.sentence(lo, k)
		}
	}
}

// begin forgets what the paragraphs before have named.
func (x *run) begin() {
	x.here.paragraph++
	x.here.heldFrom, x.here.firstSent = len(x.holdings), x.here.sent+1
	x.st = state{time: None, report: noReport, quoted: noReport}
}

func (x *run) sentence(lo, hi int) {
	x.cut(lo, hi)
	x.st.basis, x.st.modality, x.st.list = "", Fact, nil
	x.st.stale()
	x.st.first = len(x.out)
	if len(x.clauses) > 0 {
		if c := &x.clauses[0]; x.work[c.lo].has(cWithin) || x.breakdown(c.lo, c.hi) {
			x.st.within, x.st.fresh = true, x.st.measure.ok
		}
		x.st.apart = x.asides()
	}
	for c := range x.clauses {
		x.cl = x.clauses[c]
		x.lo, x.hi = x.cl.lo, x.cl.hi
		x.collect()
		if x.cl.anchor >= 0 {
			keep := x.st
			x.clause()
			x.note()
			x.st = keep
			continue
		}
		x.clause()
		x.note()
		if x.cl.end == ';' {
			x.st.modality = Fact
		}
	}
}

// breakdown reports whether the items [lo, hi) announce figures by parts: 分产业看, 从结构看.
func (x *run) breakdown(lo, hi int32) bool {
	if hi-lo > 6 {
		return false
	}
	i, j := x.work[lo].i, x.work[hi-1].j
	return j-i >= 3 && x.fold[j-1] == '看' && (x.fold[i] == '分' || x.fold[i] == '从' || x.fold[i] == '按')
}

// stale tells that a new sentence begins.
func (s *state) stale() {
	s.time, s.fresh, s.among, s.split, s.plan, s.soft = None, false, false, false, false, false
	s.held, s.within, s.apart, s.beside, s.taken = s.report, false, false, false, false
	s.lean = 0
	s.crowd, s.old = phrase{}, named{}
}

// part writes a phrase.
func (x *run) part(p phrase, how How) *Part {
	if !p.ok {
		return nil
	}
	t := x.doc.Text
	s := t.Span(int(p.i), int(p.j))
	if p.cut <= p.i || p.cutEnd >= p.j || p.cut >= p.cutEnd {
		return &Part{s, t.Slice(s), how}
	}
	return &Part{s, t.SliceRunes(int(p.i), int(p.cut)) + t.SliceRunes(int(p.cutEnd), int(p.j)), how}
}

// phrase returns the items [a, b) of work as a phrase, with the quotes that belong to it.
func (x *run) phrase(s span) phrase {
	if s.empty() {
		return phrase{}
	}
	p := phrase{i: x.work[s.i].i, j: x.work[s.j-1].j, strong: x.strong(s) || x.strand(s), agency: x.agency(s), folk: x.people(s), ok: true}
	x.balance(&p)
	return p
}

// balance takes in or leaves out quotes at the edges of a phrase.
func (x *run) balance(p *phrase) {
	depth := 0
	for k := p.i; k < p.j; k++ {
		switch x.fold[k] {
		case '“', '‘', '《':
			depth++
		case '”', '’', '》':
			depth--
		}
	}
	f := x.fold
	for depth > 0 && int(p.j) < len(f) && (f[p.j] == '”' || f[p.j] == '’' || f[p.j] == '》') {
		p.j++
		depth--
	}
	for depth < 0 && p.i > 0 && (f[p.i-1] == '“' || f[p.i-1] == '‘' || f[p.i-1] == '《') {
		p.i--
		depth++
	}
}

// clauseSpan returns the clause at hand as a span of the text.
func (x *run) clauseSpan() text.Span {
	return x.doc.Text.Span(int(x.work[x.lo].i), int(x.work[x.hi-1].j))
}

// note notes where the claims of the clause just read were made.
func (x *run) note() {
	x.here.heldTo, x.here.among = len(x.holdings), x.st.among
	for len(x.origins) < len(x.out)-x.from {
		x.origins = append(x.origins, x.here)
	}
}

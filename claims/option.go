package claims

import (
	"slices"
)

// The options that there are for whose a figure is, and what describes each: nobody; whom the rules found in the clause; whose
// the figures before it are; what they measure; the noun phrase before the figure cut at other places; and the noun phrases of
// the paragraph.

// attribute is one thing told of an option, or of the claim. 0 says that it does not apply.
type attribute uint8

const (
	// Of the claim.
	aHow      attribute = iota // where the rules found the subject
	aMeasure                   // sort of the last word of the measure
	aCarried                   // the measure is one named before
	aLast                      // last word of the measure
	aFirst                     // first word of the measure
	aFirstPOS                  // and its part of speech
	aRelation
	aKind    // of the figure
	aEarlier // claims before it in the sentence
	aHead    // how the clause begins
	aForce   // who is in force
	aTopic   // where the nearest name that heads a clause stands
	aAmong   // shares are told of some
	aOrder   // which sentence of the paragraph it stands in
	aModality

	// Of the option.
	aType     // where it comes from
	aRule     // it is what the rules found
	aUsed     // figures before are its
	aRank     // how many others have had figures since
	aTimes    // how many figures are its
	aSince    // sentences since its last figure
	aNamed    // it was named in the clause of that
	aPrevious // the figure before is its
	aBack     // claims since its last
	aSpeech   // it speaks
	aStrong   // a name, an office, people
	aSentence // sentences between it and the figure
	aClause   // clauses between
	aLead     // it heads its clause
	aSort     // of its last word
	aBefore   // what stands before it
	aAfter    // and behind
	aEnd      // its last character
	aWord     // its last word
	aWho      // what kind of owner it is
	aRules    // how it stands to what the rules found
	aForced   // how it stands to who is in force
	aDistance // characters between
	aLength
	aCut           // sort of the word after which a noun phrase is cut
	aNext          // and of the one that follows
	aNextWord      // which that is
	aMentions      // how often it has been named in the paragraph
	aBetween       // phrases that head clauses between
	aStrongBetween // names among them
	aReports       // it gives account of itself
	attributes
)

// templates lists which attributes make a feature together.
var templates = [...][]attribute{
	{aType, aRule, aHow, aMeasure, aCarried},
	{aRule, aHow, aRelation},
	{aType, aRule, aHow, aEarlier},
	{aRule, aHow, aLast},
	{aRule, aHow, aHead},
	{aRule, aHow, aFirstPOS},
	{aType, aForce, aRule, aHow},
	{aType, aLast},
	{aWho, aType, aRule, aHow},
	{aWho, aLast},
	{aWho, aFirst},
	{aWord, aType},
	{aWord, aMeasure},
	{aUsed, aRank, aSince, aPrevious},
	{aTimes, aSince, aRank},
	{aRank, aNamed, aPrevious, aHow},
	{aBack, aSince},
	{aStrong, aSentence, aClause, aLead, aType},
	{aStrong, aSentence, aClause, aRule, aHow},
	{aEnd, aClause, aType},
	{aSort, aAfter, aType},
	{aSort, aBefore, aLead},
	{aStrong, aMeasure, aType, aFirstPOS},
	{aSentence, aClause, aKind, aRelation},
	{aRules, aForced, aHow},
	{aForced, aWho},
	{aSpeech, aWho},
	{aDistance, aWho, aType},
	{aLength, aWho},
	{aType, aNextWord},
	{aWho, aUsed, aSentence, aForce},
	{aNamed, aTimes, aWho, aMeasure},
	{aPrevious, aCarried, aEarlier},
	{aWho, aRelation, aKind, aType},
	{aModality, aType, aRule},
	{aRule, aHow, aLast, aType, aFirst},
	{aMentions, aType, aSentence},
	{aBetween, aStrongBetween, aType, aSentence},
	{aBetween, aStrongBetween, aWho},
	{aTopic, aType, aForce, aEarlier},
	{aSpeech, aMeasure, aType},
	{aSpeech, aFirstPOS, aAfter},
	{aAmong, aType, aHow},
	{aAmong, aWho, aRelation},
	{aOrder, aType, aForce},
	{aOrder, aType, aSentence},
	{aReports, aType, aSentence},
	{aReports, aWho, aMeasure},
	{aCut, aNext},
	{aCut, aNext, aForce},
	{aWord, aLast},
}

// Types of options.
const (
	typeNobody = 1 + iota
	typeNoun
	typeCut
	typeUsed
	typeMeasure
)

// option is one of those that a figure may be of, or one of the times that it may have.
type option struct {
	subject phrase // not ok where it is nobody's
	measure phrase // not ok where it stays as the rules found it
	time    int    // or None
	attrs   [attributes]uint32
}

// account tells whose the figures before are.
type account struct {
	phrase
	times int // how many
	claim int // the last of them
	sent  int32
	held  *holding
	named bool // in the clause of the last
}

// maxAccounts is how many accounts are options, maxBefore how many noun phrases, maxCuts at how many places one is cut; maxHeld is
// how many noun phrases of a paragraph are looked at for a figure.
const (
	maxHeld     = 256
	maxAccounts = 4
	maxBefore   = 12
	maxCuts     = 6
)

func few(n int) uint32 { return uint32(min(n, 3)) + 1 }

// far groups distances.
func far(n int32) uint32 {
	for i, m := range [...]int32{1, 2, 3, 4, 7, 12, 20, 40, 80} {
		if n < m {
			return uint32(i) + 1
		}
	}
	return 16
}

func yes(b bool) uint32 {
	if b {
		return 2
	}
	return 1
}

// hashed returns a number for the runes [i, j).
func (x *run) hashed(i, j int32) uint32 { return fnv(x.fold[i:j]) }

// number returns a number for a word of ours.
func number[S ~string](s S) uint32 { return fnv([]byte(s)) }

// fnv is the hash of Fowler, Noll and Vo, but never 0.
func fnv[T byte | rune](s []T) uint32 {
	h := uint32(2166136261)
	for _, c := range s {
		h = (h ^ uint32(c)) * 16777619
	}
	return h | 1
}

// itemOver returns the item of the document that holds rune i.
func (x *run) itemOver(i int32) int {
	k, _ := slices.BinarySearchFunc(x.items, i, func(it item, i int32) int {
		if it.j <= i {
			return -1
		}
		return 1
	})
	return min(k, len(x.items)-1)
}

// same reports whether two phrases are the same words.
func (x *run) same(a, b phrase) bool {
	return a.i == b.i && a.j == b.j || slices.Equal(x.fold[a.i:a.j], x.fold[b.i:b.j])
}

// contains reports whether the words of phrase a stand in b.
func (x *run) contains(a, b phrase) bool {
	s, t := x.fold[a.i:a.j], x.fold[b.i:b.j]
	for k := 0; k+len(s) <= len(t); k++ {
		if slices.Equal(t[k:k+len(s)], s) {
			return true
		}
	}
	return false
}

// relates tells how phrase a stands to b: apart, the same, in it, or around it.
func (x *run) relates(a, b phrase) uint32 {
	switch {
	case !b.ok:
		return 1
	case x.same(a, b):
		return 2
	case x.contains(a, b):
		return 3
	case x.contains(b, a):
		return 4
	}
	return 5
}

// runesOf returns the runes of a part of a claim, and whether its text is all of them.
func (x *run) runesOf(p *Part) (q phrase, all bool) {
	if p == nil {
		return phrase{}, false
	}
	t := x.doc.Text
	return phrase{i: int32(t.Rune(p.Start)), j: int32(t.Rune(p.End)), ok: true}, len(p.Text) == p.End-p.Start
}

// listed returns the noun phrase [i, j) of those before the figure at hand, or nil.
func (x *run) listed(i, j int32) *holding {
	for k := x.lastHeld - 1; k >= x.firstHeld; k-- {
		if h := &x.holdings[k]; h.i == i && h.j == j {
			return h
		}
	}
	return nil
}

// question is a claim whose owner is asked for.
type question struct {
	n              int  // its number
	q              span // runes of the figure
	measure        phrase
	whole          phrase // measure with the subject right before it
	subject, voice phrase
	last           uint32
	sent, clause   int32
	attrs          [attributes]uint32
}

// Where the rules found a subject.
const (
	foundNone = 1 + iota
	foundCarried
	foundBeside // right before the measure
	foundBefore
	foundElsewhere
)

// ask describes claim n of the run.
func (x *run) ask(n int) question {
	c, at := &x.out[n], &x.origins[n-x.from]
	u := question{n: n, q: x.quants[c.Quantity], sent: at.sent, clause: at.clause}
	var all, allSubject bool
	u.measure, all = x.runesOf(c.Measure)
	u.subject, allSubject = x.runesOf(c.Subject)
	u.voice, _ = x.runesOf(c.Speaker)
	how := uint32(foundNone)
	switch s := u.subject; {
	case !s.ok:
	case c.Subject.How == Inherited:
		how = foundCarried
	case s.j == u.measure.i:
		how = foundBeside
	case s.j < u.measure.i:
		how = foundBefore
	default:
		how = foundElsewhere
	}
	if c.Measure.How == Explicit && all {
		switch how {
		case foundNone, foundCarried:
			u.whole = u.measure
		case foundBeside:
			if allSubject {
				u.whole = phrase{i: u.subject.i, j: u.measure.j, ok: true}
			}
		}
	}
	last, first := &x.items[x.itemOver(u.measure.j-1)], &x.items[x.itemOver(u.measure.i)]
	u.last = x.hashed(last.i, last.j)
	measure := uint32(sortOf(last)) << 3
	for i, c := range [...]class{cMacro, cPart, cSplit} {
		if last.has(c) {
			measure |= 1 << i
		}
	}
	head := &x.items[x.itemOver(int32(x.doc.Text.Rune(c.Span.Start)))]
	opening := uint32(sortOf(head)) + 4
	if head.has(cWithin) {
		opening = 1
	} else if head.kind == when {
		opening = 2
	}
	topic := uint32(1)
	for k := x.lastHeld - 1; k >= x.firstHeld; k-- {
		h := &x.holdings[k]
		if !h.lead || !h.strong || h.j > u.q.i {
			continue
		}
		switch {
		case h.clause == u.clause:
			topic = 2
		case h.sent == u.sent:
			topic = 3
		case u.sent-h.sent == 1:
			topic = 4
		default:
			topic = 5
		}
		break
	}
	force := uint32(1)
	if a := x.accounts; len(a) > 0 {
		force = 2
		if a[0].sent == at.sent {
			force = 4
		}
		if a[0].held != nil && a[0].held.strong {
			force++
		}
		if !x.previous.ok {
			force |= 8
		}
	}
	u.attrs = [attributes]uint32{aHow: how, aMeasure: measure + 1, aCarried: yes(c.Measure.How == Inherited), aLast: u.last, aFirst: x.hashed(first.i, first.j), aFirstPOS: uint32(first.pos) + 1,
		aRelation: number(c.Relation), aKind: number(x.doc.Quantities[c.Quantity].Kind), aEarlier: few(x.earlier), aHead: opening, aForce: force, aTopic: topic, aAmong: yes(at.among), aOrder: few(int(at.sent - at.firstSent)), aModality: number(c.Modality)}
	return u
}

// options lists whose claim u may be.
func (x *run) options(u *question) {
	c := &x.out[u.n]
	x.opts = x.opts[:0]
	beside := u.attrs[aHow] == foundBeside
	rest := phrase{} // what is measured where the subject is none that stands beside it
	if beside && u.whole.ok {
		rest = u.whole
	}
	x.offer(u, phrase{}, rest, typeNobody, nil, nil, 0)
	if x.ruled = 0; u.subject.ok {
		typ := uint32(typeNoun)
		if beside {
			typ = typeCut
		}
		x.offer(u, u.subject, phrase{}, typ, nil, nil, 0)
		x.ruled = 1
	}
	x.opts[x.ruled].attrs[aRule] = 2
	for k := range x.accounts {
		if a := &x.accounts[k]; k < maxAccounts && a.j <= u.q.i {
			x.offer(u, a.phrase, rest, typeUsed, a.held, a, k)
		}
	}
	if m := x.measuredBefore; m.ok && m.j <= u.q.i {
		x.offer(u, m, rest, typeMeasure, nil, nil, 0)
	}
	if w := u.whole; w.ok {
		cuts := uint32(0)
		for k := x.itemOver(w.i); k+1 < len(x.items) && x.items[k].j < w.j && cuts < maxCuts; k++ {
			it, next := &x.items[k], &x.items[k+1]
			cuts++
			from := it.j
			if x.fold[next.i] == '的' && next.j < w.j {
				from = next.j // 共建国家的出口占比
			}
			if it.kind != word || next.kind != word || x.fold[it.i] == '的' || !x.offer(u, phrase{i: w.i, j: it.j, ok: true}, phrase{i: from, j: w.j, ok: true}, typeCut, nil, nil, 0) {
				continue
			}
			a := &x.opts[len(x.opts)-1].attrs
			a[aCut], a[aNext], a[aNextWord] = uint32(sortOf(it))+1, uint32(sortOf(next))+1, x.hashed(next.i, next.j)
		}
	}
	explicit := c.Measure.How == Explicit
	for k, n := x.lastHeld-1, 0; k >= x.firstHeld && n < maxBefore; k-- {
		h := &x.holdings[k]
		if h.j > u.q.i || explicit && h.j > u.measure.i && h.i < u.measure.j || beside && h.i >= u.subject.i && h.i < u.measure.j {
			continue
		}
		if x.offer(u, h.phrase, rest, typeNoun, h, nil, 0) {
			n++
		}
	}
}

// offer adds an option, unless it is one already, and reports whether it did.
func (x *run) offer(u *question, s, measure phrase, typ uint32, h *holding, acc *account, rank int) bool {
	for k := range x.opts {
		if o := &x.opts[k]; o.subject.ok == s.ok && x.same(o.subject, s) {
			return false
		}
	}
	x.opts = append(x.opts, option{subject: s, measure: measure, attrs: u.attrs})
	a := &x.opts[len(x.opts)-1].attrs
	a[aType], a[aRule], a[aUsed] = typ, 1, 1
	if !s.ok {
		return true
	}
	if acc == nil {
		for k := range x.accounts {
			if x.same(x.accounts[k].phrase, s) {
				acc, rank = &x.accounts[k], k
				break
			}
		}
	}
	if h == nil && acc != nil {
		h = acc.held
	}
	if h == nil {
		h = x.listed(s.i, s.j)
	}
	if acc != nil {
		a[aUsed], a[aRank], a[aTimes], a[aNamed], a[aBack] = 2, few(rank), few(acc.times), yes(acc.named), few(u.n-acc.claim)
		a[aPrevious] = yes(x.previous.ok && x.same(x.previous, s))
		a[aSince] = uint32(min(u.sent-acc.sent, 2)) + 1
	}
	if h != nil {
		a[aStrong] = 1 + yes(h.strong) + 2*yes(h.agency) + 4*yes(h.folk)
		a[aSentence] = few(int(u.sent - h.sent))
		a[aClause] = 8
		if h.sent == u.sent {
			a[aClause] = few(int(u.clause - h.clause))
		}
		a[aLead] = 1 + yes(h.lead) + 2*uint32(h.part)
		a[aSort], a[aBefore], a[aAfter] = uint32(h.sort)+1, uint32(h.before)+1, uint32(h.after)+1
		a[aEnd] = uint32(x.fold[h.j-1])
		a[aReports] = yes(h.reports)
	}
	last := &x.items[x.itemOver(s.j-1)]
	a[aWord] = x.hashed(last.i, last.j)
	a[aWho] = uint32(x.ownerKind(s.i, s.j, last)) + 1
	a[aRules] = x.relates(s, u.subject)
	if a[aForced] = 1; len(x.accounts) > 0 {
		a[aForced] = x.relates(s, x.accounts[0].phrase)
	}
	a[aSpeech] = yes(u.voice.ok && (x.contains(u.voice, s) || x.contains(s, u.voice)))
	mentions, between, strong := 0, 0, 0
	for k := x.firstHeld; k < x.lastHeld; k++ {
		p := &x.holdings[k]
		if p.j > u.q.i {
			break
		}
		if x.same(p.phrase, s) {
			mentions++
		}
		if p.i >= s.j && p.lead {
			if between++; p.strong {
				strong++
			}
		}
	}
	a[aMentions], a[aBetween], a[aStrongBetween] = few(mentions), few(between), few(strong)
	a[aDistance], a[aLength] = far(u.q.i-s.j), far(s.j-s.i)
	return true
}

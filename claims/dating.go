package claims

import "slices"

// The model of times: of when a claim is, after it has been chosen whose it is. What the rules found is one option; the others
// are no time at all, that of the claim before, and the times of the paragraph that stand before the figure.

const (
	tHow attribute = iota // where the time that the rules found stands
	tModality
	tBasis
	tRelation
	tKind
	tAspect
	tMeasure
	tLast
	tFirst
	tFirstPOS
	tCarried
	tOwner // whether it is who owned the figure before
	tVoice // whether who said that says it
	tEarlier
	tOrder
	tNear // whether a time stands in the clause, in the sentence
	tHead

	tType
	tRule
	tPrevious // it is that of the claim before
	tSentence
	tInside // it stands in the clause
	tUses
	tStart // its first character
	tEnd   // its last
	tGrain
	tBefore
	tAfter
	tBetween // times between
	tAhead
)

// timeTemplates lists which attributes make a feature together.
var timeTemplates = [...][]attribute{
	{tType, tRule, tHow},
	{tType, tRule, tHow, tMeasure, tCarried},
	{tRule, tHow, tModality},
	{tRule, tHow, tLast},
	{tRule, tHow, tFirst, tFirstPOS},
	{tRule, tHow, tOwner, tEarlier},
	{tRule, tHow, tVoice},
	{tRule, tHow, tRelation, tBasis},
	{tType, tLast},
	{tType, tMeasure, tKind},
	{tType, tFirst},
	{tType, tNear, tEarlier, tOrder},
	{tType, tModality, tNear},
	{tType, tOwner, tVoice, tNear},
	{tType, tHead, tHow},
	{tPrevious, tOwner, tEarlier},
	{tPrevious, tOwner, tSentence, tVoice},
	{tPrevious, tMeasure, tSentence},
	{tPrevious, tFirstPOS, tKind, tSentence},
	{tPrevious, tModality, tSentence},
	{tPrevious, tLast, tInside},
	{tSentence, tInside, tBetween, tType},
	{tSentence, tInside, tRule, tHow},
	{tGrain, tSentence, tPrevious, tMeasure},
	{tGrain, tSentence, tKind, tFirstPOS},
	{tGrain, tSentence, tOwner, tVoice},
	{tStart, tEnd, tSentence},
	{tStart, tEnd, tRule, tHow},
	{tEnd, tLast, tSentence},
	{tBefore, tAfter, tInside, tRule},
	{tBefore, tAfter, tSentence, tPrevious},
	{tUses, tSentence, tOwner},
	{tUses, tPrevious, tMeasure},
	{tAhead, tModality, tSentence, tType},
	{tBetween, tUses, tGrain},
	{tAspect, tType, tSentence, tGrain},
}

// maxTimes is how many times before a figure are options, maxUses among how many claims before those that have one are counted.
const (
	maxTimes = 5
	maxUses  = 64
)

// date decides the times of the claims, one after the other.
func (x *run) date() {
	paragraph, previous := int32(-1), None
	for n := x.from; n < len(x.out); n++ {
		if at := &x.origins[n-x.from]; at.paragraph != paragraph {
			paragraph, previous, x.uses = at.paragraph, None, x.uses[:0]
		}
		c := &x.out[n]
		x.whens(n, previous)
		if len(x.opts) > 1 {
			c.Time = x.opts[x.best(timeChooser, c)].time
		}
		if previous = c.Time; previous != None {
			x.uses = append(x.uses, previous)
		}
	}
}

// instant is a claim whose time is asked for.
type instant struct {
	c        *Claim
	at       *origin
	clause   span // runes
	previous int  // time of the claim before
	attrs    [attributes]uint32
}

// whens lists the times that claim n may have, after one that has the time previous.
func (x *run) whens(n, previous int) {
	m := x.instant(n, previous)
	q := x.quants[m.c.Quantity].i
	var times [maxTimes]int
	count := 0
	near := uint32(1)
	k, _ := slices.BinarySearchFunc(x.times, q, func(s span, q int32) int { return int(s.i) - int(q) })
	for k--; k >= 0 && x.times[k].i >= m.at.start && count < maxTimes; k-- {
		if d := &x.doc.Times[k]; d.From == "" && d.To == "" && d.EDTF == "" {
			continue
		}
		times[count] = k
		count++
		switch {
		case x.times[k].i >= m.clause.i:
			near = 3
		case x.times[k].i >= m.at.sentence && near == 1:
			near = 2
		}
	}
	m.attrs[tNear] = near
	x.opts, x.ruled = x.opts[:0], 0
	x.offerTime(&m, None, 0)
	if m.c.Time != None {
		x.ruled = 1
		x.offerTime(&m, m.c.Time, 0)
	}
	if previous != None {
		x.offerTime(&m, previous, 0)
	}
	for between, t := range times[:count] {
		x.offerTime(&m, t, between)
	}
}

// instant describes claim n, after one that has the time previous.
func (x *run) instant(n, previous int) instant {
	t := x.doc.Text
	c, at := &x.out[n], &x.origins[n-x.from]
	m := instant{c: c, at: at, clause: span{int32(t.Rune(c.Span.Start)), int32(t.Rune(c.Span.End))}, previous: previous}
	measure, _ := x.runesOf(c.Measure)
	last, first := &x.items[x.itemOver(measure.j-1)], &x.items[x.itemOver(measure.i)]
	how := uint32(1)
	if c.Time != None {
		switch s := x.times[c.Time]; {
		case s.i >= m.clause.i && s.j <= m.clause.j:
			how = 2
		case s.i >= at.sentence:
			how = 3
		default:
			how = 4
		}
	}
	owner, voice, earlier := uint32(1), uint32(1), uint32(1)
	if n > x.from && x.origins[n-1-x.from].paragraph == at.paragraph {
		p := &x.out[n-1]
		owner = 2 + yes(alike(p.Subject, c.Subject))
		if c.Subject == nil {
			owner |= 8
		}
		voice = 2 + yes(alike(p.Speaker, c.Speaker))
		if x.origins[n-1-x.from].sent == at.sent {
			earlier = 5
		}
	}
	if c.Speaker != nil {
		voice |= 8
	}
	m.attrs = [attributes]uint32{tHow: how, tModality: number(c.Modality), tBasis: number(c.Basis), tRelation: number(c.Relation),
		tKind: number(x.doc.Quantities[c.Quantity].Kind), tAspect: number(c.Aspect), tMeasure: uint32(sortOf(last)) + 1,
		tLast: x.hashed(last.i, last.j), tFirst: x.hashed(first.i, first.j), tFirstPOS: uint32(first.pos) + 1,
		tCarried: yes(c.Measure.How == Inherited), tOwner: owner, tVoice: voice, tEarlier: earlier, tOrder: few(int(at.sent - at.firstSent)),
		tHead: uint32(sortOf(&x.items[x.itemOver(m.clause.i)])) + 1}
	return m
}

// offerTime adds a time, unless it is an option already; between tells how many times stand between it and the figure.
func (x *run) offerTime(m *instant, time, between int) {
	for k := range x.opts {
		if x.opts[k].time == time {
			return
		}
	}
	x.opts = append(x.opts, option{time: time, attrs: m.attrs})
	a := &x.opts[len(x.opts)-1].attrs
	a[tType], a[tRule], a[tPrevious] = 1, yes(time == m.c.Time), yes(time == m.previous)
	if time == None {
		return
	}
	s, d := x.times[time], &x.doc.Times[time]
	a[tType] = 2
	switch {
	case s.i >= m.at.sentence:
		a[tSentence] = 1
	case s.i >= m.at.before:
		a[tSentence] = 2
	default:
		a[tSentence] = 3
	}
	a[tInside] = yes(s.i >= m.clause.i && s.j <= m.clause.j)
	a[tStart], a[tEnd] = uint32(x.fold[s.i]), uint32(x.fold[s.j-1])
	a[tGrain] = number(d.Grain)
	if (d.From == "") != (d.To == "") {
		a[tGrain] ^= 2 // open
	}
	uses := 0
	for _, t := range x.uses[max(0, len(x.uses)-maxUses):] {
		if t == time {
			uses++
		}
	}
	a[tUses], a[tBetween], a[tAhead] = few(uses), few(between), yes(x.ahead(time))
	a[tBefore], a[tAfter] = 1, 1
	if k := x.itemOver(s.i); k > 0 {
		a[tBefore] = neighbour(&x.items[k-1])
	}
	if k := x.itemOver(s.j - 1); k+1 < len(x.items) {
		a[tAfter] = neighbour(&x.items[k+1])
	}
}

// neighbour tells what an item beside a time is.
func neighbour(it *item) uint32 {
	switch {
	case it.kind != word:
		return 2 + uint32(it.kind)
	case it.has(cBase):
		return 6
	case it.has(cSay | cSee | cGuess):
		return 7
	case it.has(cPrep):
		return 8
	case it.has(cLevel | cChange | cTo):
		return 9
	case it.has(cInd | cIndex):
		return 10
	}
	return 16 + uint32(it.pos)
}

// alike reports whether two parts are the same words, or both missing.
func alike(a, b *Part) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Text == b.Text
}

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

// timeOption is one of the times that a claim may have.
type timeOption struct {
	time  int // or None
	attrs [attributes]uint32
}

// date decides the times of the claims, one after the other.
func (x *run) date() {
	paragraph := int32(-1)
	x.uses = x.uses[:0]
	previous := None
	for n := x.from; n < len(x.out); n++ {
		at := &x.origins[n-x.from]
		if at.paragraph != paragraph {
			paragraph, previous = at.paragraph, None
			x.uses = x.uses[:0]
		}
		c := &x.out[n]
		x.timeOptions(c, n, at, previous)
		if len(x.dates) > 1 {
			c.Time = x.dates[x.bestTime(c)].time
		}
		if previous = c.Time; previous != None {
			x.uses = append(x.uses, previous)
		}
	}
}

// timeOptions lists the times that claim n may have.
func (x *run) timeOptions(c *Claim, n int, at *origin, previous int) {
	t := x.doc.Text
	q := x.quants[c.Quantity].i
	lo, hi := int32(t.Rune(c.Span.Start)), int32(t.Rune(c.Span.End))
	near := uint32(1)
	var last [maxTimes]int
	count := 0
	k, _ := slices.BinarySearchFunc(x.times, q, func(s span, q int32) int { return int(s.i) - int(q) })
	for k--; k >= 0 && x.times[k].i >= at.start && count < maxTimes; k-- {
		if d := &x.doc.Times[k]; d.From == "" && d.To == "" && d.EDTF == "" {
			continue
		}
		last[count] = k
		count++
		switch {
		case x.times[k].i >= lo:
			near = 3
		case x.times[k].i >= at.sentence && near == 1:
			near = 2
		}
	}
	m, _ := x.runesOf(c.Measure)
	lastWord, firstWord := &x.items[x.itemOver(m.j-1)], &x.items[x.itemOver(m.i)]
	how := uint32(1)
	if c.Time != None {
		switch s := x.times[c.Time]; {
		case s.i >= lo && s.j <= hi:
			how = 2
		case s.i >= at.sentence:
			how = 3
		default:
			how = 4
		}
	}
	owner, voice, order := uint32(1), uint32(1), uint32(0)
	if n > x.from && x.origins[n-1-x.from].paragraph == at.paragraph {
		p := &x.out[n-1]
		owner = 2 + yes(alike(p.Subject, c.Subject))
		if c.Subject == nil {
			owner |= 8
		}
		voice = 2 + yes(alike(p.Speaker, c.Speaker))
		if x.origins[n-1-x.from].sent == at.sent {
			order = 4
		}
	}
	if c.Speaker != nil {
		voice |= 8
	}
	head := &x.items[x.itemOver(lo)]
	base := [attributes]uint32{tHow: how, tModality: number(string(c.Modality)), tBasis: number(string(c.Basis)), tRelation: number(string(c.Relation)),
		tKind: number(string(x.doc.Quantities[c.Quantity].Kind)), tAspect: number(string(c.Aspect)), tMeasure: uint32(sortOf(lastWord)) + 1,
		tLast: x.hashed(lastWord.i, lastWord.j), tFirst: x.hashed(firstWord.i, firstWord.j), tFirstPOS: uint32(firstWord.pos) + 1,
		tCarried: yes(c.Measure.How == Inherited), tOwner: owner, tVoice: voice, tEarlier: order + 1, tOrder: few(int(at.sent - at.firstSent)), tNear: near,
		tHead: uint32(sortOf(head)) + 1}
	x.dates = x.dates[:0]
	add := func(time, between int) {
		for i := range x.dates {
			if x.dates[i].time == time {
				return
			}
		}
		x.dates = append(x.dates, timeOption{time, base})
		a := &x.dates[len(x.dates)-1].attrs
		a[tType], a[tRule], a[tPrevious] = 1, yes(time == c.Time), yes(time == previous)
		if time == None {
			return
		}
		s := x.times[time]
		d := &x.doc.Times[time]
		a[tType] = 2
		switch {
		case s.i >= at.sentence:
			a[tSentence] = 1
		case s.i >= at.before:
			a[tSentence] = 2
		default:
			a[tSentence] = 3
		}
		a[tInside] = yes(s.i >= lo && s.j <= hi)
		a[tStart], a[tEnd] = uint32(x.fold[s.i]), uint32(x.fold[s.j-1])
		a[tGrain] = number(d.Grain)
		if d.From != "" && d.To == "" || d.From == "" && d.To != "" {
			a[tGrain] ^= 2
		}
		uses := 0
		for _, t := range x.uses[max(0, len(x.uses)-maxUses):] {
			if t == time {
				uses++
			}
		}
		a[tUses], a[tBetween], a[tAhead] = few(uses), few(between), yes(x.ahead(time))
		k := x.itemOver(s.i)
		a[tBefore], a[tAfter] = 1, 1
		if k > 0 {
			a[tBefore] = beside(&x.items[k-1])
		}
		if e := x.itemOver(s.j - 1); e+1 < len(x.items) {
			a[tAfter] = beside(&x.items[e+1])
		}
	}
	add(None, 0)
	if c.Time != None {
		add(c.Time, 0)
	}
	if previous != None {
		add(previous, 0)
	}
	for i := range count {
		add(last[i], i)
	}
}

// beside tells what an item beside a time is.
func beside(it *item) uint32 {
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

// bestTime returns the option to take.
func (x *run) bestTime(c *Claim) int {
	x.features = x.features[:0]
	for k := range x.dates {
		x.features = appendFeatures(x.features, timeTemplates[:], &x.dates[k].attrs)
	}
	if x.trainer != nil {
		return x.trainTime(c)
	}
	return top(x.dater, x.features, len(timeTemplates))
}

// alike reports whether two parts are the same words, or both missing.
func alike(a, b *Part) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Text == b.Text
}

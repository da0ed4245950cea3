package tagger

import "slices"

// The second decision about person names. The labels of characters are decided by the few characters around them; here
// whole stretches are weighed as names, by the words beside them and by how much their characters spoke for a name.

// Candidate is a stretch of free characters that may be a person name.
type Candidate struct {
	Start, End  int32 // runes
	Score       int32 // above 0 where it rather is a name
	first, last int32 // the words of the first decision that it takes from
	lean        int32 // how much more its characters speak for a name than for the best words
	state       state
}

// state is how a candidate lies to the words of the first decision.
type state uint8

const (
	isName    state = iota // it is a name there
	isWord                 // it is a word there that is no name
	joins                  // it joins words
	joinsName              // among them a name
	cuts                   // it cuts words
	cutsName               // among them a name
)

// How much the characters of a candidate must speak for a name, by its state; and where it takes from names, how much less
// they may speak for it than for those.
var least = [...]int32{isName: never, isWord: -300, joins: -280, joinsName: -130, cuts: -220, cutsName: -220}

const (
	lesser   = 300
	hopeless = 400  // from a beginning that speaks so much less for a name no candidate is made
	doubtful = -20  // a word whose characters speak so much against a name is no candidate where the lexicon has it as a word,
	unlikely = -160 // and where they speak so much, only if it looks like a name
)

const longestFresh = 4 // characters of the candidates that begin where no name is

// Propose lists the candidates of the words of the first decision.
func (m *Model) Propose(s *Scratch, f []rune) {
	s.Candidates = s.Candidates[:0]
	u := 0
	for a := 0; a < len(s.Words); {
		if s.Words[a].From != FromModel {
			a++
			continue
		}
		for s.Units[u].Start < s.Words[a].Start {
			u++
		}
		b := a + 1
		for b < len(s.Words) && s.Words[b].From == FromModel && s.Words[b].Start == s.Words[b-1].End {
			b++
		}
		m.propose(s, f, a, b, u)
		a = b
	}
}

// propose lists the candidates of the neighbouring words [a, b), the first of which begins with unit u.
func (m *Model) propose(s *Scratch, f []rune, a, b, u int) {
	words := s.Words[a:b]
	s.strong = slices.Grow(s.strong[:0], b-a)[:b-a]
	from := len(s.Candidates)
	first := 0
	for i := words[0].Start; i < words[b-a-1].End; i++ {
		if i == words[first].End {
			first++
		}
		w := words[first]
		end := i + longestFresh
		if w.Tag == s.nr && i == w.Start {
			end = max(end, w.End+1)
		}
		end = min(end, words[b-a-1].End)
		last, name := first, w.Tag == s.nr
		sums := s.sums[u+int(i-words[0].Start):]
		var l evidence
		for e := i + 1; e <= end; e++ {
			if e > words[last].End {
				last++
				name = name || words[last].Tag == s.nr
			}
			lean := l.add(&sums[e-1-i], &m.moves, e == i+1)
			if !name && l.hopeless() {
				break
			}
			st := stateOf(i == w.Start && e == words[last].End, first == last, name)
			if st == isName {
				s.strong[first] = lean
			}
			if e == i+1 && (st == cuts || st == cutsName && (i > w.Start || w.Tag != s.nr)) {
				continue
			}
			if lean >= least[st] && (st != isWord || lean >= doubtful || m.mayBeName(f[i:e], lean)) {
				s.Candidates = append(s.Candidates, Candidate{i, e, 0, int32(a + first), int32(a + last), lean, st})
			}
		}
	}
	kept := slices.DeleteFunc(s.Candidates[from:], func(c Candidate) bool {
		if c.state != joinsName && c.state != cutsName {
			return false
		}
		for k := c.first; k <= c.last; k++ {
			if s.Words[k].Tag == s.nr && s.strong[int(k)-a] > c.lean+lesser {
				return true
			}
		}
		return false
	})
	s.Candidates = s.Candidates[:from+len(kept)]
}

// mayBeName reports whether a word of the first decision may be a person name although its characters speak against it.
func (m *Model) mayBeName(name []rune, lean int32) bool {
	if v, ok := m.words.lex.Get(name); ok && len(name) > 1 && v.Tag() != m.words.tags.nr {
		return false
	}
	switch {
	case lean >= unlikely:
		return true
	case len(name) == 1:
		return m.classes.odds(name[0]).Surname > Impossible
	case m.classes.nameOdds(name) > 0:
		return true
	}
	for _, r := range name {
		if m.classes.sound(r) == 0 {
			return false
		}
	}
	return true
}

func stateOf(whole, one, name bool) state {
	switch {
	case whole && one && name:
		return isName
	case whole && one:
		return isWord
	case whole && name:
		return joinsName
	case whole:
		return joins
	case name:
		return cutsName
	}
	return cuts
}

// evidence adds up how much more the characters of a growing stretch speak for a name than for the best words.
type evidence struct {
	words  [Name]int32 // the best sums as words, by the last label
	name   int32       // the sum as the beginning of a name
	before int         // the last label of that
}

// hopeless reports whether so much speaks against a name that no characters behind will make it one.
func (l *evidence) hopeless() bool {
	return l.name < max(l.words[Begin], l.words[Middle], l.words[End], l.words[Single])-hopeless
}

func (l *evidence) add(sums *[NumLabels]int16, moves *[NumLabels][NumLabels]int32, first bool) int32 {
	sum := func(label int) int32 { return int32(sums[label]) }
	if first {
		*l = evidence{[Name]int32{Begin: sum(Begin), Middle: never, End: never, Single: sum(Single)}, sum(Name + Begin), Name + Begin}
		return sum(Name+Single) - sum(Single)
	}
	best := func(a, b, next int) int32 {
		return max(l.words[a]+moves[a][next], l.words[b]+moves[b][next]) + sum(next)
	}
	l.words = [Name]int32{best(End, Single, Begin), best(Begin, Middle, Middle), best(Begin, Middle, End), best(End, Single, Single)}
	lean := l.name + moves[l.before][Name+End] + sum(Name+End) - max(l.words[End], l.words[Single])
	l.name += moves[l.before][Name+Middle] + sum(Name+Middle)
	l.before = Name + Middle
	return lean
}

// side is a word beside a candidate, or what is left of it.
type side struct {
	hash uint64
	lex  uint64 // its tag in the lexicon + 1; 64 more for a rest
}

// side returns the runes [start, end) of word k.
func (m *Model) side(s *Scratch, f []rune, k, start, end int32) side {
	w := s.Words[k]
	rest := start != w.Start || end != w.End
	switch {
	case w.From != FromModel && w.End == w.Start+1:
		return side{uint64(f[w.Start]), uint64(w.Tag) + 1}
	case w.From != FromModel:
		return side{uint64(w.Tag) + 1, uint64(w.Tag) + 1}
	case w.Tag == s.nr && !rest:
		return side{uint64(SymName), uint64(s.nr) + 1}
	}
	x := side{hash: uint64(WordHash(f[start:end]))}
	if v, ok := m.words.lex.Get(f[start:end]); ok {
		x.lex = uint64(v.Tag()) + 1
	}
	if rest {
		x.lex |= 64
	}
	return x
}

// word returns the whole of word k, which need not be.
func (m *Model) word(s *Scratch, f []rune, k int32) side {
	if k < 0 || int(k) >= len(s.Words) {
		return side{}
	}
	return m.side(s, f, k, s.Words[k].Start, s.Words[k].End)
}

// sides returns the two words before and the two behind a candidate.
func (m *Model) sides(s *Scratch, f []rune, c *Candidate) (ll, l, r, rr side) {
	if start := s.Words[c.first].Start; start < c.Start {
		l, ll = m.side(s, f, c.first, start, c.Start), m.word(s, f, c.first-1)
	} else {
		l, ll = m.word(s, f, c.first-1), m.word(s, f, c.first-2)
	}
	if end := s.Words[c.last].End; end > c.End {
		r, rr = m.side(s, f, c.last, c.End, end), m.word(s, f, c.last+1)
	} else {
		r, rr = m.word(s, f, c.last+1), m.word(s, f, c.last+2)
	}
	return ll, l, r, rr
}

// CandidateFeatures writes the features of candidate k to dst and returns how many there are.
func (m *Model) CandidateFeatures(s *Scratch, f []rune, k int, dst *[MaxFeatures]uint32) int {
	c := &s.Candidates[k]
	ll, l, r, rr := m.sides(s, f, c)
	at := func(i int32) uint64 {
		if i < 0 || int(i) >= len(f) {
			return 0
		}
		return uint64(f[i])
	}
	before, behind := at(c.Start-1), at(c.End)
	name := f[c.Start:c.End]
	n := uint64(min(len(name), 7))
	begin, end := at(c.Start), at(c.End-1)
	kind := uint64(c.state) | n<<3
	lean := uint64(min(max((c.lean+400)/40, 0), 31))
	var tag, price uint64 // of the stretch in the lexicon
	if v, ok := m.words.lex.Get(name); ok {
		tag, price = uint64(v.Tag()+1)|uint64(v.More())<<8, uint64(coarse(uint8(v.Cost())))
	}
	odds := m.classes.nameOdds(name)
	dst[0] = key(201, kind, lean, 0)
	dst[1] = key(202, kind, lean/2, odds/5)
	dst[2] = key(203, kind, tag&0xFF, price)
	dst[3] = key(204, uint64(WordHash(name)), 0, 0)
	dst[4] = key(205, l.hash, 0, kind)
	dst[5] = key(206, r.hash, 0, kind)
	dst[6] = key(207, l.lex|r.lex<<8, kind, 0)
	dst[7] = key(208, ll.hash, 0, l.lex)
	dst[8] = key(209, rr.hash, 0, r.lex)
	dst[9] = key(210, end, kind, 0)
	dst[10] = key(211, begin, kind, 0)
	dst[11] = key(212, l.hash, 0, lean/3)
	dst[12] = key(213, r.hash, 0, lean/3)
	dst[13] = key(214, end, behind, 0)
	dst[14] = key(215, before, begin, 0)
	dst[15] = key(216, l.lex|ll.lex<<8, kind, 0)
	dst[16] = key(217, r.lex|rr.lex<<8, kind, 0)
	dst[17] = key(218, before, kind, l.lex)
	dst[18] = key(219, behind, kind, r.lex)
	dst[19] = key(220, odds/5|lean/3<<8, tag&0xFF, price)
	dst[20] = key(221, at(c.End-2), end, n)
	dst[21] = key(222, l.hash, 0, odds/5)
	dst[22] = key(223, r.hash, 0, odds/5)
	dst[23] = key(224, l.hash, 0, tag&0xFF)
	dst[24] = key(225, r.hash, 0, tag&0xFF)
	dst[25] = key(226, l.lex|r.lex<<8, lean/3, tag&0xFF)
	dst[26] = key(227, odds, lean/3, n)
	dst[27] = key(228, listed(before, l, ll)|listed(behind, r, rr)<<1, kind, 0)
	dst[28] = key(229, tag, uint64(c.state), 0)
	dst[29] = key(230, tag, uint64(c.state), l.lex)
	dst[30] = key(231, tag, uint64(c.state), r.lex)
	dst[31] = key(232, at(c.Start-2), before, 0)
	dst[32] = key(233, behind, at(c.End+1), 0)
	dst[33] = key(234, l.hash, r.hash<<16, 0)
	dst[34] = key(235, l.hash, ll.hash<<16, 0)
	dst[35] = key(236, r.hash, rr.hash<<16, 0)
	return 36
}

// listed reports whether a name stands beside the candidate in a list: across the character next to it.
func listed(char uint64, next, beyond side) uint64 {
	if strong := char == '、' || char == '和' || char == '与' || char == '及'; strong && next.lex < 64 && beyond.hash == uint64(SymName) {
		return 1
	}
	return 0
}

// nameOdds ranks how likely characters are as a Chinese name, 1 to 50; 0 where they are none.
func (c *Classes) nameOdds(name []rune) uint64 {
	n := len(name)
	x := int(c.odds(name[0]).Surname)
	if n > 2 && c.compound(name[0], name[1]) {
		x, name, n = compoundOdds, name[1:], n-1
	}
	switch {
	case n == 2:
		x += int(c.odds(name[1]).Single)
	case n == 3:
		x += int(c.odds(name[1]).First) + int(c.odds(name[2]).Second)
	default:
		return 0
	}
	if x <= Impossible/2 {
		return 0
	}
	return uint64(min(max(x/4+25, 1), 50))
}

// Choose returns the candidates that make the names, by their index: those that do not overlap and have the greatest sum of
// scores.
func (s *Scratch) Choose() []int32 {
	n := len(s.Candidates)
	s.best, s.chosen = slices.Grow(s.best[:0], n+1)[:n+1], s.chosen[:0]
	s.best[n] = 0
	behind := func(k int) int {
		j := k + 1
		for j < n && s.Candidates[j].Start < s.Candidates[k].End {
			j++
		}
		return j
	}
	for k := n - 1; k >= 0; k-- {
		s.best[k] = s.best[k+1]
		if score := s.Candidates[k].Score; score > 0 {
			s.best[k] = max(s.best[k], score+s.best[behind(k)])
		}
	}
	for k := 0; k < n; {
		if s.best[k] == s.best[k+1] {
			k++
			continue
		}
		s.chosen = append(s.chosen, int32(k))
		k = behind(k)
	}
	return s.chosen
}

// judge decides about the names again.
func (m *Model) judge(s *Scratch, f []rune) {
	m.Propose(s, f)
	var keys [MaxFeatures]uint32
	for k := range s.Candidates {
		n := m.CandidateFeatures(s, f, k, &keys)
		s.Candidates[k].Score = m.names.score(keys[:n])
	}
	m.rename(s, s.Choose())
}

// rename makes the chosen candidates the names of s.Words. What is left of the words that change is cut anew.
func (m *Model) rename(s *Scratch, chosen []int32) {
	out := s.spare[:0]
	u := 0
	for j := 0; j < len(s.Words); j++ {
		w := s.Words[j]
		begins := len(chosen) > 0 && int(s.Candidates[chosen[0]].first) == j
		if begins && s.Candidates[chosen[0]].state == isName {
			chosen = chosen[1:]
			out = append(out, w)
			continue
		}
		if !begins && (w.From != FromModel || w.Tag != s.nr) {
			out = append(out, w)
			continue
		}
		for s.Units[u].Start < w.Start {
			u++
		}
		at, end := w.Start, j
		for ; len(chosen) > 0 && int(s.Candidates[chosen[0]].first) <= end; chosen = chosen[1:] {
			c := &s.Candidates[chosen[0]]
			out = m.cutWords(s, out, u+int(at-w.Start), u+int(c.Start-w.Start))
			out = append(out, Word{c.Start, c.End, s.nr, FromModel})
			at, end = c.End, int(c.last)
		}
		out = m.cutWords(s, out, u+int(at-w.Start), u+int(s.Words[end].End-w.Start))
		j = end
	}
	s.Words, s.spare = out, s.Words
}

// cutWords appends the words of the free units [k, e), none of which is a name.
func (m *Model) cutWords(s *Scratch, out []Word, k, e int) []Word {
	if k == e {
		return out
	}
	var d Decoder
	d.Start(s)
	for i := k; i < e; i++ {
		var sum [NumLabels]int32
		for l := range Name {
			sum[l], sum[l+Name] = int32(s.sums[i][l]), never/2
		}
		d.Step(s, s.Units[i].Sym, &sum, &m.moves)
	}
	start := k
	for i, l := range d.Labels(s) {
		if l[0] == End || l[0] == Single {
			out = append(out, Word{s.Units[start].Start, s.Units[k+i].End, 0, FromModel})
			start = k + i + 1
		}
	}
	return out
}

// nameTable holds the weights of the features of candidates in a hash table.
type nameTable struct {
	slots  []nameSlot
	mask   uint32
	filter *filter
}

type nameSlot struct {
	key    uint32
	weight int32
}

func (t *nameTable) build(w []NameWeight) {
	size := 1024
	for size < 2*len(w) {
		size *= 2
	}
	t.slots, t.mask, t.filter = make([]nameSlot, size), uint32(size-1), new(filter)
	for _, x := range w {
		t.filter.set(x.Key)
		k := x.Key >> 1 & t.mask
		for t.slots[k].key != 0 {
			k = (k + 1) & t.mask
		}
		t.slots[k] = nameSlot{x.Key, int32(x.Weight)}
	}
}

func (t *nameTable) score(keys []uint32) (sum int32) {
	for _, k := range keys {
		if t.filter.bit(k) == 0 {
			continue
		}
		for i := k >> 1 & t.mask; t.slots[i].key != 0; i = (i + 1) & t.mask {
			if t.slots[i].key == k {
				sum += t.slots[i].weight
				break
			}
		}
	}
	return sum
}

package tagger

import (
	"errors"
	"slices"
)

// Model is a trained cutter and tagger over a dictionary side. It is immutable and safe for concurrent use.
type Model struct {
	words   *Words
	classes *Classes
	slots   []uint64 // key above, four signed bytes below; a hash table
	mask    uint32
	filter  *filter
	moves   [NumLabels][NumLabels]int32
	pos     posTable
	sure    sureTable
}

// NewModel returns the model of weights.
func NewModel(words *Words, w *Weights) (*Model, error) {
	m := &Model{words: words, classes: w.Classes}
	size := 1024
	for size*17 < len(w.Char)*20 {
		size *= 2
	}
	m.slots, m.mask, m.filter = make([]uint64, size), uint32(size-1), new(filter)
	// The features that are met most come first, so that they stand where they are looked for.
	for heat := MaxHeat; heat >= 0; heat-- {
		for _, c := range w.Char {
			if int(c.Heat) != heat {
				continue
			}
			if c.Key == 0 {
				return nil, errors.New("tagger: a feature has no key")
			}
			m.insert(c)
		}
	}
	for i := range m.moves {
		for j := range m.moves[i] {
			m.moves[i][j] = int32(w.Moves[i][j])
		}
	}
	m.pos.build(w.Word)
	m.sure.build(w.Sure)
	return m, nil
}

func (m *Model) insert(c CharWeight) {
	m.filter.set(c.Key)
	v := uint64(c.Key) << 32
	for l, x := range c.Labels {
		v |= uint64(uint8(x)) << (8 * l)
	}
	i := c.Key & m.mask
	for m.slots[i] != 0 {
		i = (i + 1) & m.mask
	}
	m.slots[i] = v
}

// score adds up the weights of features. Most features of a text are not in the table; a set of bits small enough for the
// cache tells most of those. The slots of the others are fetched first and looked at afterwards, so that the memory is not
// waited for one slot at a time.
func (m *Model) score(sum *[NumLabels]int32, keys []uint32) {
	var slots [MaxFeatures]uint64
	var found [MaxFeatures]uint32
	n := 0
	for _, k := range keys {
		b := k >> (32 - filterBits)
		found[n&(MaxFeatures-1)] = k
		n += int(m.filter[b>>6] >> (b & 63) & 1)
	}
	for i, k := range found[:n] {
		slots[i] = m.slots[k&m.mask]
	}
	for i, k := range found[:n] {
		s := slots[i]
		for at := k; uint32(s>>32) != k && s != 0; {
			at++
			s = m.slots[at&m.mask]
		}
		sum[0] += int32(int8(s))
		sum[1] += int32(int8(s >> 8))
		sum[2] += int32(int8(s >> 16))
		sum[3] += int32(int8(s >> 24))
	}
}

// filterBits is the binary logarithm of the size of the sets of bits of the keys that a table has.
const filterBits = 21

type filter [1 << (filterBits - 6)]uint64

func (f *filter) set(k uint32) {
	b := k >> (32 - filterBits)
	f[b>>6] |= 1 << (b & 63)
}

// Cut cuts the text into s.Words. Words that the model made have no tag yet (see Tag).
func (m *Model) Cut(s *Scratch, f []rune) {
	m.words.Prepare(s, f, m.classes)
	s.Words = s.Words[:0]
	var keys [MaxFeatures]uint32
	var d Decoder
	s.appendUnits(func(k, e int) {
		d.Start(s)
		for i := k; i < e; i++ {
			var sum [NumLabels]int32
			n := s.CharFeatures(i, &keys)
			m.score(&sum, keys[:n])
			d.Step(s, s.Units[i].Sym, &sum, &m.moves)
		}
		s.appendLabelled(k, d.Labels(s))
	})
	m.joinSounds(s, f)
}

// joinSounds lengthens foreign names with a dot by the words beside them that only spell sounds.
func (m *Model) joinSounds(s *Scratch, f []rune) {
	out := s.Words[:0]
	for k := 0; k < len(s.Words); k++ {
		w := s.Words[k]
		if w.From == FromModel && w.End-w.Start > 2 && slices.Contains(f[w.Start:w.End], '·') {
			for len(out) > 0 && out[len(out)-1].End == w.Start && m.spells(out[len(out)-1], f) {
				w.Start = out[len(out)-1].Start
				out = out[:len(out)-1]
			}
			for k+1 < len(s.Words) && s.Words[k+1].Start == w.End && m.spells(s.Words[k+1], f) {
				k++
				w.End = s.Words[k].End
			}
		}
		out = append(out, w)
	}
	s.Words = out
}

// spells reports whether a word only spells sounds.
func (m *Model) spells(w Word, f []rune) bool {
	if w.From != FromModel {
		return false
	}
	word := f[w.Start:w.End]
	for _, r := range word {
		if m.classes.sound(r) == 0 || len(word) == 1 && m.classes.sound(r) < 2 {
			return false
		}
	}
	v, ok := m.words.lex.Get(word)
	return !ok || len(word) > 1 && (v.Tag() == m.words.tags.nr || v.Tag() == m.words.tags.ns)
}

// appendLabelled appends the words that the labels of the units from k on make.
func (s *Scratch) appendLabelled(k int, labels [][NumLabels]uint8) {
	start := k
	for i := range labels {
		if l := labels[i][0]; l == End || l == Single || i == len(labels)-1 {
			s.Words = append(s.Words, Word{s.Units[start].Start, s.Units[k+i].End, 0, FromModel})
			start = k + i + 1
		}
	}
}

// Decoder finds the best legal sequence of labels over one stretch of free units.
type Decoder struct {
	score [NumLabels]int32
}

const (
	never  = -1 << 29
	dotted = 20000 // more than any weights add up to
)

// from lists, for each label, the labels that may stand before it.
var from = [NumLabels][2]uint8{Begin: {End, Single}, Middle: {Begin, Middle}, End: {Begin, Middle}, Single: {End, Single}}

// Start begins a stretch.
func (d *Decoder) Start(s *Scratch) { s.moves = s.moves[:0] }

// Step takes the scores of the labels of the next unit. sym is its character: the dot of a foreign name is inside a word.
func (d *Decoder) Step(s *Scratch, sym rune, sum *[NumLabels]int32, moves *[NumLabels][NumLabels]int32) {
	if sym == '·' {
		sum[Middle] += dotted
	}
	if len(s.moves) == 0 {
		d.score = [NumLabels]int32{sum[Begin], never, never, sum[Single]}
		s.moves = append(s.moves, [NumLabels]uint8{})
		return
	}
	var next [NumLabels]int32
	var back [NumLabels]uint8
	for l := range NumLabels {
		a, b := from[l][0], from[l][1]
		x, y := d.score[a]+moves[a][l], d.score[b]+moves[b][l]
		if y > x {
			x, a = y, b
		}
		next[l], back[l] = max(x+sum[l], never), a
	}
	d.score = next
	s.moves = append(s.moves, back)
}

// Labels ends a stretch: element [i][0] of what it returns is the label of unit i.
func (d *Decoder) Labels(s *Scratch) [][NumLabels]uint8 {
	n := len(s.moves)
	if n == 0 {
		return nil
	}
	l := uint8(End)
	if d.score[Single] >= d.score[End] {
		l = Single
	}
	for i := n - 1; i >= 0; i-- {
		before := s.moves[i][l]
		s.moves[i][0] = l
		l = before
	}
	return s.moves
}

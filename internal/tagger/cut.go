package tagger

import (
	"errors"
	"slices"
)

// Model is a trained cutter and tagger over a dictionary side. It is immutable and safe for concurrent use.
type Model struct {
	words   *Words
	classes *Classes
	slots   []charSlot // a hash table
	mask    uint32
	filter  *filter
	moves   [NumLabels][NumLabels]int32
	pos     posTable
	sure    sureTable
	names   nameTable
}

// NewModel returns the model of weights.
func NewModel(words *Words, w *Weights) (*Model, error) {
	m := &Model{words: words, classes: w.Classes}
	size := 1024
	for size*17 < len(w.Char)*20 {
		size *= 2
	}
	m.slots, m.mask, m.filter = make([]charSlot, size), uint32(size-1), new(filter)
	for i := range m.slots {
		m.slots[i] = charSlot{0, noWeight, noWeight}
	}
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
	m.names.build(w.Name)
	return m, nil
}

// charSlot holds the weights of a feature for the labels, a byte each, weight 0 being 128. The key of an empty one is 0.
type charSlot struct{ key, words, names uint32 }

const noWeight = 0x80808080

func (m *Model) insert(c CharWeight) {
	m.filter.set(c.Key)
	s := charSlot{key: c.Key}
	for l := range Name {
		s.words |= uint32(uint8(c.Labels[l])+128) << (8 * l)
		s.names |= uint32(uint8(c.Labels[l+Name])+128) << (8 * l)
	}
	i := c.Key >> 1 & m.mask
	for m.slots[i].key != 0 {
		i = (i + 1) & m.mask
	}
	m.slots[i] = s
}

// find appends the features of which the table may know something: a set of bits small enough for the cache tells that of
// most others it knows nothing.
func (m *Model) find(dst, keys []uint32) []uint32 {
	n := len(dst)
	dst = slices.Grow(dst, len(keys)+1)[:n+len(keys)+1]
	for _, k := range keys {
		dst[n] = k
		n += m.filter.bit(k)
	}
	return dst[:n]
}

// fetch reads the slots of features: all at once, so that score need not wait for the memory of one after the other.
func (m *Model) fetch(keys []uint32) (any uint32) {
	for _, k := range keys {
		any |= m.slots[k>>1&m.mask].key
	}
	return any
}

// score sets sum to the sums of the weights of features.
func (m *Model) score(sum *[NumLabels]int32, keys []uint32) {
	// Two sums of 8 lanes of 16 bits: MaxFeatures bytes do not overflow a lane.
	const lanes = 0x00FF00FF00FF00FF
	var even, odd uint64
	for _, k := range keys {
		s := &m.slots[k>>1&m.mask]
		for at := k >> 1; s.key != k && s.key != 0; {
			at++
			s = &m.slots[at&m.mask]
		}
		v := uint64(s.words) | uint64(s.names)<<32
		even += v & lanes
		odd += v >> 8 & lanes
	}
	zero := int32(128 * len(keys))
	for l := range Name {
		sum[2*l] = int32(even>>(16*l)&0xFFFF) - zero
		sum[2*l+1] = int32(odd>>(16*l)&0xFFFF) - zero
	}
}

// filterBits is the binary logarithm of the size of the sets of bits of the keys that a table has.
const filterBits = 20

type filter [1 << (filterBits - 6)]uint64

func (f *filter) set(k uint32) {
	b := k >> (32 - filterBits)
	f[b>>6] |= 1 << (b & 63)
}

// bit is 1 where the table may know something of k, else 0.
func (f *filter) bit(k uint32) int {
	b := k >> (32 - filterBits)
	return int(f[b>>6] >> (b & 63) & 1)
}

// Cut cuts the text into s.Words. Of the words that the model made only person names have their tag yet (see Tag).
func (m *Model) Cut(s *Scratch, f []rune) {
	m.First(s, f)
	m.judge(s, f)
	m.agree(s, f)
}

// First is the first decision of Cut, which the labels of characters make.
func (m *Model) First(s *Scratch, f []rune) {
	m.words.Prepare(s, f, m.classes)
	s.nr = m.words.tags.nr
	s.Words = s.Words[:0]
	if cap(s.sums) < len(s.Units) {
		s.sums = make([][NumLabels]int16, 2*len(s.Units))
	}
	s.sums = s.sums[:len(s.Units)]
	var keys [MaxFeatures]uint32
	var d Decoder
	s.appendUnits(func(k, e int) {
		s.found, s.ends = s.found[:0], s.ends[:0]
		for i := k; i < e; i++ {
			s.found = m.find(s.found, keys[:s.CharFeatures(i, &keys)])
			s.ends = append(s.ends, int32(len(s.found)))
		}
		s.sink = m.fetch(s.found)
		d.Start(s)
		from := int32(0)
		for i := k; i < e; i++ {
			var sum [NumLabels]int32
			to := s.ends[i-k]
			m.score(&sum, s.found[from:to])
			from = to
			for l := range sum {
				s.sums[i][l] = int16(sum[l])
			}
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
		if l := labels[i][0] % Name; l == End || l == Single || i == len(labels)-1 {
			w := Word{s.Units[start].Start, s.Units[k+i].End, 0, FromModel}
			if labels[i][0] >= Name {
				w.Tag = s.nr
				if n := courtesy(s.Units[start : k+i+1]); n > 0 {
					s.Words = append(s.Words, Word{w.Start, w.Start + int32(n), s.nr, FromModel})
					w.Start, w.Tag = w.Start+int32(n), 0
				}
			}
			s.Words = append(s.Words, w)
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

// Start begins a stretch.
func (d *Decoder) Start(s *Scratch) { s.moves = s.moves[:0] }

// Step takes the scores of the labels of the next unit. sym is its character: the dot of a foreign name is inside a word.
func (d *Decoder) Step(s *Scratch, sym rune, sum *[NumLabels]int32, moves *[NumLabels][NumLabels]int32) {
	if sym == '·' {
		sum[Middle] += dotted
		sum[Name+Middle] += dotted
	}
	if len(s.moves) == 0 {
		d.score = *sum
		for _, l := range [...]int{Middle, End, Name + Middle, Name + End} {
			d.score[l] = never
		}
		s.moves = append(s.moves, [NumLabels]uint8{})
		return
	}
	var next [NumLabels]int32
	var back [NumLabels]uint8
	for _, l := range [...]uint8{Begin, Single, Name + Begin, Name + Single} {
		best, a := d.score[End]+moves[End][l], uint8(End)
		for _, b := range [...]uint8{Single, Name + End, Name + Single} {
			if x := d.score[b] + moves[b][l]; x > best {
				best, a = x, b
			}
		}
		next[l], back[l] = max(best+sum[l], never), a
	}
	for _, kind := range [...]uint8{0, Name} {
		a, b := kind+Begin, kind+Middle
		for _, l := range [...]uint8{kind + Middle, kind + End} {
			x, y, from := d.score[a]+moves[a][l], d.score[b]+moves[b][l], a
			if y > x {
				x, from = y, b
			}
			next[l], back[l] = max(x+sum[l], never), from
		}
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
	l := uint8(Single)
	for _, x := range [...]uint8{End, Name + Single, Name + End} {
		if d.score[x] > d.score[l] {
			l = x
		}
	}
	for i := n - 1; i >= 0; i-- {
		before := s.moves[i][l]
		s.moves[i][0] = l
		l = before
	}
	return s.moves
}

package tagger

import "github.com/xinwen-go/xinwen/internal/lexicon"

// wordInfo is what is known of a word before it is tagged.
type wordInfo struct {
	hash  uint32
	first rune
	ends  uint64
	last  rune
	tail  uint32 // the last two characters, or the only one
	lex   uint8  // tag in the lexicon + 1; 0 where it is not there
	more  uint8  // what a second source of the lexicon says: tag + 1, or 0
	len   uint8
	class uint8 // of a fixed word: its tag + 1
}

// PrepareTags looks the words of s up, for [Scratch.WordFeatures].
func (w *Words) PrepareTags(s *Scratch, f []rune, classes *Classes) {
	s.nr, s.open = w.tags.nr, w.open
	n := len(s.Words)
	if cap(s.tags) < n+2*pad {
		s.tags = make([]wordInfo, 2*n+64)
	}
	s.tags = s.tags[:n+2*pad]
	for k := range pad {
		s.tags[k], s.tags[n+pad+k] = wordInfo{}, wordInfo{}
	}
	for k, word := range s.Words {
		runes := f[word.Start:word.End]
		in := wordInfo{first: runes[0], last: runes[len(runes)-1], len: uint8(min(len(runes), 5))}
		in.tail = uint32(in.last)
		if len(runes) > 1 {
			in.tail |= uint32(runes[len(runes)-2]) << 16
		}
		switch v, known := lexicon.Value(0), false; {
		case word.From == FromRule || word.From == FromUser:
			in.class = word.Tag + 1
			in.lex = in.class
			in.hash = uint32(in.class)
			if word.End-word.Start == 1 {
				in.hash = uint32(in.first)
			} else {
				in.first, in.last, in.tail = SymNumber, SymNumber, uint32(SymNumber)
			}
		case word.Tag == w.tags.nr: // one name is like another
			in.lex = s.nr + 1
			in.hash = uint32(in.lex)
			in.first, in.last, in.tail = SymName, SymName, uint32(SymName)
		default:
			in.hash = WordHash(runes)
			in.ends = classes.ends(runes[0], runes[len(runes)-1])
			if v, known = w.lex.Get(runes); known {
				in.lex, in.more = v.Tag()+1, v.More()
			}
		}
		s.tags[k+pad] = in
	}
}

// WordFeatures writes the features of word k, given the tags of the two words before it (tag+1, 0 where there is none),
// and returns how many there are. PrepareTags must have been called.
func (s *Scratch) WordFeatures(k int, t1, t2 uint8, dst *[MaxFeatures]uint32) int {
	in := s.tags[k : k+2*pad+1]
	w, p, n, nn, pp := &in[pad], &in[pad-1], &in[pad+1], &in[pad+2], &in[pad-2]
	lex, tag1, tag2 := uint64(w.lex), uint64(t1), uint64(t2)
	more := lex | uint64(w.more)<<8
	dst[0] = key(101, uint64(w.hash), 0, 0)
	dst[1] = key(102, uint64(w.hash), 0, tag1)
	dst[2] = key(103, uint64(p.hash), 0, lex)
	dst[3] = key(104, uint64(n.hash), 0, lex)
	dst[4] = key(105, tag1, more, 0)
	dst[5] = key(106, tag1, tag2, lex)
	dst[6] = key(107, lex, uint64(n.lex), uint64(nn.lex))
	dst[7] = key(108, lex, uint64(n.lex), tag1)
	dst[8] = key(109, uint64(w.tail), 0, lex)
	dst[9] = key(110, uint64(w.last), uint64(w.len), lex)
	dst[10] = key(111, uint64(w.first), uint64(w.len), lex)
	dst[11] = key(112, uint64(w.len), more, 0)
	dst[12] = key(113, uint64(w.hash), 0, uint64(n.lex))
	dst[13] = key(114, uint64(p.hash)^uint64(w.hash)<<20, 0, 0)
	dst[14] = key(115, uint64(n.hash)^uint64(w.hash)<<20, 0, 0)
	dst[15] = key(116, uint64(pp.lex)|uint64(p.lex)<<8, lex, uint64(n.lex))
	dst[16] = key(117, uint64(n.first), uint64(w.last), lex)
	dst[17] = key(121, uint64(w.hash), 0, uint64(p.lex))
	dst[18] = key(122, uint64(nn.hash), 0, lex|uint64(n.lex)<<8)
	dst[19] = key(124, uint64(w.tail), 0, uint64(n.lex)|uint64(p.lex)<<8)
	dst[20] = key(130, more, uint64(n.lex), uint64(p.lex))
	dst[21] = key(131, more, uint64(w.last), 0)
	dst[22] = key(134, w.ends, lex|uint64(w.len)<<8, 0)
	dst[23] = key(135, w.ends>>8, lex|uint64(w.len)<<8, tag1)
	dst[24] = key(136, w.ends>>8, lex|uint64(w.len)<<8, uint64(n.lex))
	return 25
}

// sureTable holds the words that have one part of speech only.
type sureTable struct {
	slots []uint64 // hash above, tag+1 below
	mask  uint32
}

func (t *sureTable) build(words []SureWord) {
	size := 64
	for size < 3*len(words) {
		size *= 2
	}
	t.slots, t.mask = make([]uint64, size), uint32(size-1)
	for _, w := range words {
		k := w.Hash & t.mask
		for t.slots[k] != 0 {
			k = (k + 1) & t.mask
		}
		t.slots[k] = uint64(w.Hash)<<32 | uint64(w.Tag) + 1
	}
}

func (t *sureTable) get(hash uint32) (uint8, bool) {
	for k := hash & t.mask; t.slots[k] != 0; k = (k + 1) & t.mask {
		if uint32(t.slots[k]>>32) == hash {
			return uint8(t.slots[k]) - 1, true
		}
	}
	return 0, false
}

// WordHash is the hash of a word in [SureWord].
func WordHash(runes []rune) uint32 {
	h := uint32(2166136261)
	for _, r := range runes {
		h = (h ^ uint32(r)) * 16777619
	}
	return h
}

// posTable holds the weights of the tags of words: a hash table in which a feature with many tags has several slots.
type posTable struct {
	slots  []posSlot
	mask   uint32
	filter *filter
}

// posSlot holds weights of a feature; the last tag says whether a slot of the same feature follows. The key of an empty one is 0.
type posSlot struct {
	key     uint32
	tags    [perSlot]uint8
	weights [perSlot]int8
}

const (
	perSlot = 2
	goesOn  = 0x80 // in the last tag of a slot
)

func (t *posTable) build(w []WordWeight) {
	end := func(i int) int {
		e := i + 1
		for e < len(w) && w[e].Key == w[i].Key {
			e++
		}
		return e
	}
	needed := 0
	for i := 0; i < len(w); i = end(i) {
		needed += (end(i) - i + perSlot - 1) / perSlot
	}
	size := 1024
	for size < needed*2 {
		size *= 2
	}
	t.slots, t.mask, t.filter = make([]posSlot, size), uint32(size-1), new(filter)
	// The features with many tags are met most: they come first, so that they stand where they are looked for.
	for _, many := range [...]bool{true, false} {
		for i, e := 0, 0; i < len(w); i = e {
			if e = end(i); e-i > perSlot == many {
				t.insert(w[i:e])
			}
		}
	}
}

// insert adds the weights of one feature.
func (t *posTable) insert(w []WordWeight) {
	key := w[0].Key
	t.filter.set(key)
	at := key >> 1
	for len(w) > 0 {
		for t.slots[at&t.mask].key != 0 {
			at++
		}
		s := &t.slots[at&t.mask]
		s.key = key
		n := min(perSlot, len(w))
		for k, x := range w[:n] {
			s.tags[k], s.weights[k] = x.Tag&63, x.Weight
		}
		if w = w[n:]; len(w) > 0 {
			s.tags[perSlot-1] |= goesOn
		}
	}
}

// score adds up the weights of features; see [Model.score].
func (t *posTable) score(sum *[64]int32, keys []uint32) {
	var slots [MaxFeatures]posSlot
	var found [MaxFeatures]uint32
	n := 0
	for _, k := range keys {
		found[n&(MaxFeatures-1)] = k
		n += t.filter.bit(k)
	}
	for i, k := range found[:n] {
		slots[i] = t.slots[k>>1&t.mask]
	}
	for i, k := range found[:n] {
		s := slots[i]
		for at := k >> 1; s.key != 0; {
			if s.key == k {
				for j := range perSlot {
					sum[s.tags[j]&63] += int32(s.weights[j])
				}
				if s.tags[perSlot-1]&goesOn == 0 {
					break
				}
			}
			at++
			s = t.slots[at&t.mask]
		}
	}
}

// Tag gives each word of s.Words that the model made its part of speech.
func (m *Model) Tag(s *Scratch, f []rune) {
	m.words.PrepareTags(s, f, m.classes)
	var keys [MaxFeatures]uint32
	var t1, t2 uint8
	for k := range s.Words {
		w := &s.Words[k]
		if w.From == FromModel {
			if w.Tag == s.nr {
				t1, t2 = s.nr+1, t1
				continue
			}
			if tag, ok := m.sure.get(s.tags[k+pad].hash); ok {
				w.Tag = tag
				t1, t2 = tag+1, t1
				continue
			}
			var sum [64]int32
			n := s.WordFeatures(k, t1, t2, &keys)
			m.pos.score(&sum, keys[:n])
			best, top := 0, int32(never)
			for t := range m.words.lex.Tags() {
				if sum[t] > top && s.Allowed(k, uint8(t)) {
					best, top = t, sum[t]
				}
			}
			w.Tag = uint8(best)
		}
		t1, t2 = w.Tag+1, t1
	}
}

// Allowed reports whether word k may be given a tag: person names have theirs, and a word of two characters or more that
// the lexicon lacks is of a class to which words are added.
func (s *Scratch) Allowed(k int, tag uint8) bool {
	in := &s.tags[k+pad]
	return tag != s.nr && (in.lex != 0 || in.len < 2 || s.open>>tag&1 != 0)
}

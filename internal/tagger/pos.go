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

// posTable holds the weights of the tags of words.
type posTable struct {
	slots  []posSlot
	mask   uint32
	filter *filter
	list   []tagWeight
}

type posSlot struct {
	key    uint32
	offset uint32 // into list
}

type tagWeight struct {
	tag    uint8
	weight int8
	more   bool
}

func (t *posTable) build(w []WordWeight) {
	features := 0
	for i := range w {
		if i == 0 || w[i-1].Key != w[i].Key {
			features++
		}
	}
	size := 1024
	for size*17 < features*20 {
		size *= 2
	}
	t.slots, t.mask, t.filter = make([]posSlot, size), uint32(size-1), new(filter)
	t.list = make([]tagWeight, len(w)+1) // what no slot knows points at element 0
	t.list[0] = tagWeight{}
	for i, x := range w {
		t.list[i+1] = tagWeight{x.Tag & 63, x.Weight, i+1 < len(w) && w[i+1].Key == x.Key}
		if i > 0 && w[i-1].Key == x.Key {
			continue
		}
		t.filter.set(x.Key)
		k := x.Key & t.mask
		for t.slots[k].key != 0 {
			k = (k + 1) & t.mask
		}
		t.slots[k] = posSlot{x.Key, uint32(i + 1)}
	}
}

// score adds up the weights of features; see [Model.score].
func (t *posTable) score(sum *[64]int32, keys []uint32) {
	var slots [MaxFeatures]posSlot
	var found [MaxFeatures]uint32
	n := 0
	for _, k := range keys {
		b := k >> (32 - filterBits)
		found[n&(MaxFeatures-1)] = k
		n += int(t.filter[b>>6] >> (b & 63) & 1)
	}
	for i, k := range found[:n] {
		slots[i] = t.slots[k&t.mask]
	}
	keys, n = found[:n], 0
	var lists [MaxFeatures]uint32
	for i, k := range keys {
		s := slots[i]
		for at := k; s.key != k && s.key != 0; {
			at++
			s = t.slots[at&t.mask]
		}
		if s.key != 0 {
			lists[n&(MaxFeatures-1)] = s.offset
			n++
		}
	}
	for _, j := range lists[:n] {
		for {
			x := t.list[j]
			sum[x.tag&63] += int32(x.weight)
			if !x.more {
				break
			}
			j++
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

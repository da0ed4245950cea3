package lexicon

import (
	"errors"
	"fmt"
	"math"
)

// Entry is one word of a lexicon.
type Entry struct {
	Word string // folded
	Cost uint8  // see Cost
	Tag  uint8  // part of speech, by index in the tag names of the lexicon
	More uint8  // what a second source says of its part of speech: that index + 1, 0 where it has no such word
}

// Unit is how many steps of cost make one nat.
const Unit = 12

// Unknown is the cost of a character that is no word; no word costs as much.
const Unknown = 235

// Cost is the price of a word of frequency freq among total words: its negative logarithm in steps of 1/Unit, so that the
// cheapest path through a sentence is its likeliest one.
func Cost(freq, total float64) uint8 {
	c := math.Round(-math.Log(freq/total) * Unit)
	return uint8(min(max(c, 1), Unknown-5))
}

// Node is a place in the lexicon: the state after the runes walked so far.
type Node uint32

// Root is the state before the first rune.
const Root Node = 0

// Lexicon is a word list. It is a hash table of the edges of its trie: an edge is found by the state it leaves and its
// rune, and the slot it is found in is the state it leads to, so that one step is one probe.
type Lexicon struct {
	slots []uint64
	mask  uint32
	first [firsts]firstStep // the steps from the root by the common runes, which are found without a probe
	tags  []string
	nodes int
}

// A slot holds from its low end: rune+1 (21 bits), the node before (21 bits), whether a word ends here, whether one goes on,
// tag (6 bits), cost (8 bits), second opinion (6 bits).
const (
	keyBits   = 42
	keyMask   = 1<<keyBits - 1
	nodeBits  = 21
	wordBit   = 1 << keyBits
	goesOn    = 2 << keyBits
	valueBits = keyBits + 2 // below the value
)

// firstStep is where a rune leads from the root.
type firstStep struct {
	node  Node // Root where it leads nowhere
	value Value
	word  bool
}

// The runes with a place in the table of first steps: the common Han characters, from U+4E00 on.
const (
	firstRune = 0x4E00
	firsts    = 0x5200
)

// First walks one rune from the root, and returns what the word of that rune carries if word is true. It returns false
// where no word begins with r.
func (l *Lexicon) First(r rune) (n Node, v Value, word, ok bool) {
	if k := uint32(r - firstRune); k < firsts {
		f := &l.first[k]
		return f.node, f.value, f.word, f.node != Root
	}
	if n, ok = l.Next(Root, r); ok {
		v, word = l.Value(n)
	}
	return n, v, word, ok
}

const maxTags = 63

// Value is what a word of the lexicon carries.
type Value uint32

// Cost is the price of the word on a path.
func (v Value) Cost() int { return int(v >> 6 & 0xFF) }

// More is what a second source says of its part of speech: the index + 1, 0 where it has no such word.
func (v Value) More() uint8 { return uint8(v >> 14) }

// Tag is the index of its part of speech.
func (v Value) Tag() uint8 { return uint8(v & 0x3F) }

// key identifies the step from n by r.
func key(n Node, r rune) uint64 { return uint64(r+1) | uint64(n)<<21 }

// home is the slot in which the step from n by r is looked for first.
func (l *Lexicon) home(n Node, r rune) uint32 {
	return uint32(key(n, r)*0x9E3779B97F4A7C15>>32) & l.mask
}

// Next walks one rune from n. It returns false where no word goes on with r.
func (l *Lexicon) Next(n Node, r rune) (Node, bool) {
	if l.slots[n]&goesOn == 0 {
		return 0, false
	}
	key := key(n, r)
	for i := l.home(n, r); ; i = (i + 1) & l.mask {
		switch s := l.slots[i]; {
		case s&keyMask == key:
			return Node(i), true
		case s == 0:
			return 0, false
		}
	}
}

// Steps are the second and the third step from a rune of a text on.
type Steps struct {
	Second Node   // Root where no word goes on
	third  uint64 // the slot in which the third is looked for first
}

// Ahead appends the steps from each rune of f on. The memory of all of them is asked for at once, and not waited for one step
// after the other.
func (l *Lexicon) Ahead(dst []Steps, f []rune) []Steps {
	from := len(dst)
	for i := range len(f) - 1 {
		n := Root
		if k := uint32(f[i] - firstRune); k < firsts {
			n = l.first[k].node
		}
		at := l.home(n, f[i+1])
		if n == Root {
			at = uint32(Root) // the slot that tells nothing
		}
		dst = append(dst, Steps{third: l.slots[at]})
	}
	steps := dst[from:]
	for i := range steps {
		st := &steps[i]
		n, _, _, ok := l.First(f[i])
		if ok {
			n, ok = l.ahead(n, f[i+1], st.third)
		}
		if st.third = 0; ok {
			if st.Second = n; i+2 < len(f) && l.slots[n]&goesOn != 0 {
				st.third = l.slots[l.home(n, f[i+2])]
			}
		}
	}
	return dst
}

// Third is the third step, to r.
func (l *Lexicon) Third(s *Steps, r rune) (Node, bool) { return l.ahead(s.Second, r, s.third) }

// ahead is Next where the slot in which the step is looked for first is known.
func (l *Lexicon) ahead(n Node, r rune, slot uint64) (Node, bool) {
	switch {
	case slot&keyMask == key(n, r):
		return Node(l.home(n, r)), true
	case slot == 0:
		return Root, false
	}
	return l.Next(n, r)
}

// Value returns what the word that ends at n carries, if one does.
func (l *Lexicon) Value(n Node) (Value, bool) {
	s := l.slots[n]
	return Value(s >> valueBits), s&wordBit != 0
}

// Get returns what a folded word carries.
func (l *Lexicon) Get(word []rune) (Value, bool) {
	if len(word) == 0 {
		return 0, false
	}
	n, v, end, ok := l.First(word[0])
	if len(word) == 1 || !ok {
		return v, end
	}
	for _, r := range word[1:] {
		if n, ok = l.Next(n, r); !ok {
			return 0, false
		}
	}
	return l.Value(n)
}

// Tags are the names of the parts of speech that the indexes stand for.
func (l *Lexicon) Tags() []string { return l.tags }

// New returns a lexicon of words. A word that is empty, longer than 255 runes or given twice is an error.
func New(tags []string, entries []Entry) (*Lexicon, error) {
	runes := 0
	for _, e := range entries {
		runes += len(e.Word)
	}
	l, err := sized(tags, runes/3+1)
	if err != nil {
		return nil, err
	}
	for i, e := range entries {
		n := Root
		length := 0
		for _, r := range e.Word {
			if n, err = l.add(n, r); err != nil {
				return nil, err
			}
			length++
		}
		if length == 0 || length > 0xFF {
			return nil, fmt.Errorf("lexicon: word %d (%q) is empty or too long", i, e.Word)
		}
		if err := l.set(n, e.Cost, e.Tag, e.More); err != nil {
			return nil, fmt.Errorf("lexicon: word %d (%q): %w", i, e.Word, err)
		}
	}
	return l, nil
}

// sized returns an empty lexicon with room for about n states; it grows no further than twice that.
func sized(tags []string, n int) (*Lexicon, error) {
	if len(tags) > maxTags {
		return nil, fmt.Errorf("lexicon: more than %d tags", maxTags)
	}
	size := 16
	for size < n+n/2 {
		size *= 2
	}
	if size > 1<<nodeBits {
		return nil, errors.New("lexicon: too many words")
	}
	l := &Lexicon{slots: make([]uint64, size), mask: uint32(size - 1), tags: tags}
	l.slots[0] = keyMask | goesOn // the root: a slot that no key matches
	return l, nil
}

var errFull = errors.New("lexicon: too many words")

func (l *Lexicon) add(n Node, r rune) (Node, error) {
	key := key(n, r)
	for i := l.home(n, r); ; i = (i + 1) & l.mask {
		switch s := l.slots[i]; {
		case s&keyMask == key:
			return Node(i), nil
		case s == 0:
			if l.nodes++; l.nodes > len(l.slots)/8*7 {
				return 0, errFull
			}
			l.slots[i] = key
			l.slots[n] |= goesOn
			if k := uint32(r - firstRune); n == Root && k < firsts {
				l.first[k].node = Node(i)
			}
			return Node(i), nil
		}
	}
}

func (l *Lexicon) set(n Node, cost, tag, more uint8) error {
	if l.slots[n]&wordBit != 0 {
		return errors.New("given twice")
	}
	if int(tag) >= len(l.tags) || int(more) > len(l.tags) {
		return fmt.Errorf("no tag %d", tag)
	}
	l.slots[n] |= wordBit | (uint64(more)<<14|uint64(cost)<<6|uint64(tag))<<valueBits
	if key := l.slots[n] & keyMask; key>>21 == uint64(Root) {
		if k := uint32(rune(key) - 1 - firstRune); k < firsts {
			l.first[k].value, l.first[k].word = l.Value(n)
		}
	}
	return nil
}

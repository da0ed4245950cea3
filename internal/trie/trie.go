package trie

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"
)

// Node is a place in a trie: the state after the runes walked so far.
type Node int32

// Root is the state before the first rune.
const Root Node = 0

// Trie maps words to values. The zero Trie is empty.
type Trie struct {
	codes  []uint16 // rune of the basic plane → code of the trie's own alphabet, 0 where it has none
	astral map[rune]uint16
	cells  []cell
	begins [0x10000 / 64]uint64 // the runes of the basic plane that begin a word: small enough to stay in a processor's cache
	pairs  []uint64             // the hashes of the two runes that begin a word, and of the runes that are one: see starts
	shift  uint8                // from a hash of 32 bits to a bit of pairs
}

// Begins reports whether a word may begin with r: Next walks no rune from Root of which it is false.
func (t *Trie) Begins(r rune) bool {
	return uint32(r) > 0xFFFF || t.begins[r>>6]>>(r&63)&1 != 0
}

// starts reports whether a word may stand at the start of s. Most places of a text have none, and two small sets of bits tell
// it of them without a look at the cells, which no cache holds.
func (t *Trie) starts(s []rune) bool {
	switch {
	case len(s) == 0 || !t.Begins(s[0]):
		return false
	case len(s) > 1 && t.has(pair(s[0], s[1])):
		return true
	}
	return t.has(pair(s[0], 0))
}

func pair(a, b rune) uint32 { return uint32(a)*0x9E3779B1 + uint32(b)*0x85EBCA6B }

func (t *Trie) has(pair uint32) bool {
	bit := pair >> t.shift
	return int(bit>>6) < len(t.pairs) && t.pairs[bit>>6]>>(bit&63)&1 != 0
}

// pairBits is the binary logarithm of the most bits that pairs has.
const pairBits = 19

// index fills begins and pairs from the cells. runes is the alphabet.
func (t *Trie) index(runes []rune) {
	t.begins = [len(t.begins)]uint64{}
	// runeOf returns the rune that leads from state n to cell i.
	runeOf := func(n, i int) (rune, bool) {
		c := i - int(t.cells[n].base) - 1
		if c < 0 || c >= len(runes) {
			return 0, false
		}
		return runes[c], true
	}
	var found []uint32
	for i, c := range t.cells {
		n := int(c.check)
		if i == 0 || n < 0 || n >= len(t.cells) {
			continue
		}
		if n == int(Root) {
			if r, ok := runeOf(n, i); ok {
				if r <= 0xFFFF {
					t.begins[r>>6] |= 1 << (r & 63)
				}
				if c.value != 0 {
					found = append(found, pair(r, 0))
				}
			}
		} else if t.cells[n].check == int32(Root) {
			a, ok := runeOf(int(Root), n)
			b, too := runeOf(n, i)
			if ok && too {
				found = append(found, pair(a, b))
			}
		}
	}
	size := uint8(6)
	for size < pairBits && 1<<size < 16*len(found) {
		size++
	}
	t.pairs, t.shift = make([]uint64, 1<<(size-6)), 32-size
	for _, p := range found {
		bit := p >> t.shift
		t.pairs[bit>>6] |= 1 << (bit & 63)
	}
}

// cell is one state: its children lie at base+code, and check tells whose child a cell is.
type cell struct {
	base, check int32
	value       uint32 // value+1, 0 where no word ends
}

// Next walks one rune from n. It returns false where no word goes on with r.
func (t *Trie) Next(n Node, r rune) (Node, bool) {
	var c uint16
	if uint32(r) < uint32(len(t.codes)) {
		c = t.codes[r]
	} else if r > 0xFFFF {
		c = t.astral[r]
	}
	if c == 0 {
		return 0, false
	}
	next := t.cells[n].base + int32(c)
	if uint32(next) >= uint32(len(t.cells)) || t.cells[next].check != int32(n) {
		return 0, false
	}
	return Node(next), true
}

// Value returns the value of the word that ends at n, if one does.
func (t *Trie) Value(n Node) (uint32, bool) {
	if int(n) >= len(t.cells) {
		return 0, false
	}
	v := t.cells[n].value
	return v - 1, v != 0
}

// Get returns the value of a word.
func (t *Trie) Get(word []rune) (uint32, bool) {
	n := Root
	for _, r := range word {
		var ok bool
		if n, ok = t.Next(n, r); !ok {
			return 0, false
		}
	}
	return t.Value(n)
}

// Longest returns the length in runes and the value of the longest word at the start of s.
func (t *Trie) Longest(s []rune) (length int, value uint32, ok bool) {
	n := Root
	if !t.starts(s) {
		return 0, 0, false
	}
	for i, r := range s {
		next, more := t.Next(n, r)
		if !more {
			break
		}
		n = next
		if v, end := t.Value(n); end {
			length, value, ok = i+1, v, true
		}
	}
	return length, value, ok
}

// Prefixes calls yield with the length in runes and the value of each word at the start of s, shortest first, until yield
// returns false.
func (t *Trie) Prefixes(s []rune, yield func(length int, value uint32) bool) {
	n := Root
	if !t.starts(s) {
		return
	}
	for i, r := range s {
		next, more := t.Next(n, r)
		if !more {
			return
		}
		n = next
		if v, end := t.Value(n); end && !yield(i+1, v) {
			return
		}
	}
}

// Len is the number of cells, for those who index by Node.
func (t *Trie) Len() int { return len(t.cells) }

// Build makes a trie of words and their values (values[i] for words[i], below 1<<32-1). Words may come in any order; a
// word given twice, an empty one or one that is not valid UTF-8 is an error.
func Build(words []string, values []uint32) (*Trie, error) {
	if len(words) != len(values) {
		return nil, fmt.Errorf("trie: %d words but %d values", len(words), len(values))
	}
	b := builder{keys: make([]key, len(words)), trie: &Trie{}}
	freq := map[rune]int{}
	for i, w := range words {
		if w == "" || !utf8.ValidString(w) {
			return nil, fmt.Errorf("trie: word %d (%q) is empty or not UTF-8", i, w)
		}
		if values[i] == 1<<32-1 {
			return nil, fmt.Errorf("trie: word %d (%q): value too large", i, w)
		}
		b.keys[i] = key{[]rune(w), values[i]}
		for _, r := range b.keys[i].runes {
			freq[r]++
		}
	}
	if err := b.alphabet(freq); err != nil {
		return nil, err
	}
	slices.SortFunc(b.keys, func(x, y key) int { return slices.CompareFunc(x.runes, y.runes, b.compare) })
	for i := 1; i < len(b.keys); i++ {
		if slices.Equal(b.keys[i-1].runes, b.keys[i].runes) {
			return nil, fmt.Errorf("trie: word %q is given twice", string(b.keys[i].runes))
		}
	}
	b.grow(1)
	b.used[0] = true
	b.trie.cells[0].check = -1
	b.insert(0, 0, len(b.keys), 0)
	last := len(b.trie.cells)
	for last > 1 && !b.used[last-1] {
		last--
	}
	b.trie.cells = slices.Clip(b.trie.cells[:last])
	b.trie.index(b.trie.runes())
	return b.trie, nil
}

type key struct {
	runes []rune
	value uint32
}

type builder struct {
	trie  *Trie
	keys  []key
	used  []bool
	first int // no cell below it is free
}

// alphabet gives the commonest runes the smallest codes, which keeps the array dense.
func (b *builder) alphabet(freq map[rune]int) error {
	if len(freq) >= 0xFFFF {
		return errors.New("trie: more than 65534 different runes")
	}
	runes := make([]rune, 0, len(freq))
	for r := range freq {
		runes = append(runes, r)
	}
	slices.SortFunc(runes, func(x, y rune) int {
		if freq[x] != freq[y] {
			return freq[y] - freq[x]
		}
		return int(x - y)
	})
	b.trie.setAlphabet(runes)
	return nil
}

func (t *Trie) setAlphabet(runes []rune) {
	top := rune(-1)
	for _, r := range runes {
		if r <= 0xFFFF {
			top = max(top, r)
		}
	}
	t.codes = make([]uint16, top+1)
	for i, r := range runes {
		if r <= 0xFFFF {
			t.codes[r] = uint16(i + 1)
			continue
		}
		if t.astral == nil {
			t.astral = map[rune]uint16{}
		}
		t.astral[r] = uint16(i + 1)
	}
}

func (b *builder) code(r rune) int32 {
	if r > 0xFFFF {
		return int32(b.trie.astral[r])
	}
	return int32(b.trie.codes[r])
}

func (b *builder) compare(x, y rune) int { return int(b.code(x) - b.code(y)) }

func (b *builder) grow(n int) {
	for len(b.trie.cells) < n {
		b.trie.cells = append(b.trie.cells, cell{check: -1})
		b.used = append(b.used, false)
	}
}

// insert places the children of state n, the keys [lo, hi) that share their first depth runes.
func (b *builder) insert(n int32, lo, hi, depth int) {
	if lo < hi && len(b.keys[lo].runes) == depth {
		b.trie.cells[n].value = b.keys[lo].value + 1
		lo++
	}
	if lo == hi {
		return
	}
	type child struct {
		code   int32
		lo, hi int
	}
	var children []child
	for i := lo; i < hi; {
		c := b.code(b.keys[i].runes[depth])
		j := i + 1
		for j < hi && b.code(b.keys[j].runes[depth]) == c {
			j++
		}
		children = append(children, child{c, i, j})
		i = j
	}
	for b.first < len(b.used) && b.used[b.first] {
		b.first++
	}
	// A base is tried for each free cell that could hold the first child.
	at := max(b.first, int(children[0].code))
	misses := 0
search:
	for ; ; at++ {
		b.grow(at + 1)
		if b.used[at] {
			continue
		}
		base := int32(at) - children[0].code
		b.grow(int(base+children[len(children)-1].code) + 1)
		for _, c := range children[1:] {
			if b.used[base+c.code] {
				if misses++; misses > 1<<18 { // too crowded here: go to the end, some cells are lost
					at = max(at, len(b.used)-1)
				}
				continue search
			}
		}
		b.trie.cells[n].base = base
		for _, c := range children {
			b.used[base+c.code] = true
			b.trie.cells[base+c.code].check = n
		}
		break
	}
	base := b.trie.cells[n].base
	for _, c := range children {
		b.insert(base+c.code, c.lo, c.hi, depth+1)
	}
}

// MarshalBinary encodes the trie, little-endian: the alphabet, then the cells.
func (t *Trie) MarshalBinary() ([]byte, error) {
	runes := t.runes()
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(runes)))
	for _, r := range runes {
		b = binary.LittleEndian.AppendUint32(b, uint32(r))
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(t.cells)))
	for _, c := range t.cells {
		b = binary.LittleEndian.AppendUint32(b, uint32(c.base))
		b = binary.LittleEndian.AppendUint32(b, uint32(c.check))
		b = binary.LittleEndian.AppendUint32(b, c.value)
	}
	return b, nil
}

func (t *Trie) runes() []rune {
	n := len(t.astral)
	for _, c := range t.codes {
		if c != 0 {
			n++
		}
	}
	runes := make([]rune, n)
	for r, c := range t.codes {
		if c != 0 {
			runes[c-1] = rune(r)
		}
	}
	for r, c := range t.astral {
		runes[c-1] = r
	}
	return runes
}

// UnmarshalBinary decodes what MarshalBinary wrote.
func (t *Trie) UnmarshalBinary(b []byte) error {
	u32 := func() (uint32, bool) {
		if len(b) < 4 {
			return 0, false
		}
		v := binary.LittleEndian.Uint32(b)
		b = b[4:]
		return v, true
	}
	n, ok := u32()
	if !ok || uint64(n)*4 > uint64(len(b)) || n >= 0xFFFF {
		return errors.New("trie: truncated or not a trie")
	}
	runes := make([]rune, n)
	for i := range runes {
		v, _ := u32()
		if v > utf8.MaxRune {
			return errors.New("trie: not a trie")
		}
		runes[i] = rune(v)
	}
	m, ok := u32()
	if !ok || uint64(m)*12 != uint64(len(b)) {
		return errors.New("trie: truncated or not a trie")
	}
	cells := make([]cell, m)
	for i := range cells {
		c := b[12*i:]
		cells[i] = cell{int32(binary.LittleEndian.Uint32(c)), int32(binary.LittleEndian.Uint32(c[4:])), binary.LittleEndian.Uint32(c[8:])}
	}
	t.astral = nil
	t.setAlphabet(runes)
	t.cells = cells
	t.index(runes)
	return nil
}

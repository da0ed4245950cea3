package tagger

// A person name that one place of a text shows beyond doubt is known in all of it: see agree.

// How much more the scores of the characters must speak for a name than for words. Where the model finds a name without a
// doubt they sum to some hundreds.
const (
	surelyName   = 240  // of a name found once that is known elsewhere
	maybeName    = -120 // of a place where a known name stands on word bounds, or in a longer name
	rightName    = 60   // of a place where a known name cuts through words
	doubtfulName = 120  // below it a name found once is dropped where the text has it as a word
)

const longestKnown = 6 // characters

// known is what a text tells of a string that is a person name in one place of it.
type known struct {
	hash   uint32
	names  int32 // how often it is a name
	words  int32 // how often it is a word that is none
	lean   int32 // the most that the scores speak for it
	length int32
}

// sure reports whether the text shows the name beyond doubt.
func (k *known) sure() bool {
	return k != nil && k.names > k.words && (k.lean >= surelyName || k.names > 1 && k.lean > 0)
}

// knownNames are the names of a text, with a hash table of them and a set of what they begin with, which tells most places
// of a text apart from them.
type knownNames struct {
	list   []known
	slots  []int32 // the index of a name in list + 1; 0 where there is none
	begins [16]uint64
}

const fewSlots = 64

func (t *knownNames) reset() {
	t.list, t.begins = t.list[:0], [16]uint64{}
	t.resize(fewSlots)
}

// resize sets the size of the hash table, a power of 2.
func (t *knownNames) resize(n int) {
	if cap(t.slots) < n {
		t.slots = make([]int32, n)
	}
	t.slots = t.slots[:n]
	clear(t.slots)
	for i := range t.list {
		t.slots[t.slot(t.list[i].hash, t.list[i].length)] = int32(i) + 1
	}
}

// slot returns where a name stands in the table, or where it would.
func (t *knownNames) slot(hash uint32, length int32) uint32 {
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if j := t.slots[i]; j == 0 || t.list[j-1].hash == hash && t.list[j-1].length == length {
			return i
		}
	}
}

func beginning(a, b rune) (word, bit uint32) {
	h := (uint32(a)*31 ^ uint32(b)) * 0x9E3779B1
	return h >> 28, h >> 22 & 63
}

// may reports whether a name may begin with the two characters.
func (t *knownNames) may(a, b rune) bool {
	word, bit := beginning(a, b)
	return t.begins[word]>>bit&1 != 0
}

// find returns the entry of a name, or nil. It holds until the next add.
func (t *knownNames) find(hash uint32, length int32) *known {
	if i := t.slots[t.slot(hash, length)]; i != 0 {
		return &t.list[i-1]
	}
	return nil
}

// add returns the entry of a name, a new one if there was none.
func (t *knownNames) add(name []rune) *known {
	hash, length := WordHash(name), int32(len(name))
	if k := t.find(hash, length); k != nil {
		return k
	}
	if t.list = append(t.list, known{hash: hash, length: length}); 2*len(t.list) > len(t.slots) {
		t.resize(2 * len(t.slots))
	} else {
		t.slots[t.slot(hash, length)] = int32(len(t.list))
	}
	word, bit := beginning(name[0], name[1])
	t.begins[word] |= 1 << bit
	return &t.list[len(t.list)-1]
}

// lean is how much more the scores of the free units from u on speak for a name of n characters than for a word.
func (s *Scratch) lean(u, n int) int32 {
	sum := int32(0)
	for i := range n {
		place := Middle
		switch {
		case n == 1:
			place = Single
		case i == 0:
			place = Begin
		case i == n-1:
			place = End
		}
		sum += int32(s.sums[u+i][Name+place]) - int32(s.sums[u+i][place])
	}
	return sum
}

// agree makes the text agree with itself: a name that it shows beyond doubt is a name where it was cut otherwise, if the
// scores do not speak against it; a doubtful name seen once is none where the text has the same string as a word. It takes
// time in proportion to the text.
func (m *Model) agree(s *Scratch, f []rune) {
	t := &s.known
	t.reset()
	s.eachKnowable(func(w *Word, u int) {
		if w.Tag == s.nr {
			k := t.add(f[w.Start:w.End])
			k.lean = max(k.lean, s.lean(u, int(w.End-w.Start)))
			k.names++
		}
	})
	if len(t.list) == 0 {
		return
	}
	s.eachKnowable(func(w *Word, _ int) {
		if w.Tag != s.nr && t.may(f[w.Start], f[w.Start+1]) {
			if k := t.find(WordHash(f[w.Start:w.End]), w.End-w.Start); k != nil {
				k.words++
			}
		}
	})
	out := s.spare[:0]
	u := 0
	for j := 0; j < len(s.Words); j++ {
		w := s.Words[j]
		for s.Units[u].Start < w.Start {
			u++
		}
		if w.From == FromModel && w.Tag == s.nr && knowable(w) {
			if k := t.find(WordHash(f[w.Start:w.End]), w.End-w.Start); k != nil && k.names == 1 && k.words > 0 && k.lean < doubtfulName {
				w.Tag = 0
			}
		}
		if w.From == FromModel {
			j, w = m.recut(s, f, j, w, u, &out)
		}
		out = append(out, w)
	}
	s.Words, s.spare = out, s.Words
}

func knowable(w Word) bool { return w.End-w.Start >= 2 && w.End-w.Start <= longestKnown }

// eachKnowable calls do with the words that may be known names, and their first units.
func (s *Scratch) eachKnowable(do func(w *Word, u int)) {
	u := 0
	for j := range s.Words {
		w := &s.Words[j]
		if w.From == FromModel && knowable(*w) {
			for s.Units[u].Start < w.Start {
				u++
			}
			do(w, u)
		}
	}
}

// recut looks for known names that begin in word j, the rest of which is w and begins with unit u, and appends to out what
// is then finished. It returns the last word that it took and what is left of it.
func (m *Model) recut(s *Scratch, f []rune, j int, w Word, u int, out *[]Word) (int, Word) {
	for i := w.Start; i < w.End && int(i)+1 < len(f); i++ {
		if !s.known.may(f[i], f[i+1]) {
			continue
		}
		n, last := m.knownAt(s, f, j, w, u+int(i-w.Start), i)
		if n == 0 {
			continue
		}
		if w.Start < i {
			*out = append(*out, Word{w.Start, i, 0, FromModel})
		}
		name := Word{i, i + n, s.nr, FromModel}
		rest := Word{i + n, s.Words[last].End, 0, FromModel}
		if rest.Start == rest.End {
			return last, name
		}
		*out = append(*out, name)
		u += int(rest.Start - w.Start)
		j, w = last, rest
		i = w.Start - 1
	}
	return j, w
}

// knownAt returns the length of the longest known name that should stand at rune i, unit u, of word j, of which w is left,
// and the last word that it takes from; 0 if there is none.
func (m *Model) knownAt(s *Scratch, f []rune, j int, w Word, u int, i int32) (n int32, last int) {
	hash := WordHash(f[i : i+1])
	end := j
	for l := int32(2); l <= longestKnown && int(i+l) <= len(f); l++ {
		if s.Units[min(u+int(l)-1, len(s.Units)-1)].Kind != Free || s.Units[u+int(l)-1].End != i+l {
			break
		}
		hash = (hash ^ uint32(f[i+l-1])) * 16777619
		for s.Words[end].End < i+l {
			end++
		}
		k := s.known.find(hash, l)
		if !k.sure() || w.Tag == s.nr && i == w.Start && i+l == w.End {
			continue
		}
		if m.agrees(s, f, k, j, end, w, u, i) {
			n, last = l, end
		}
	}
	return n, last
}

// agrees reports whether known name k should stand at rune i, which takes words j to end of which the first is now w.
func (m *Model) agrees(s *Scratch, f []rune, k *known, j, end int, w Word, u int, i int32) bool {
	if i > 0 && f[i-1] == '·' || int(i+k.length) < len(f) && f[i+k.length] == '·' {
		return false
	}
	if j == end && w.Tag != s.nr {
		if _, ok := m.words.lex.Get(f[w.Start:w.End]); ok {
			return false // 高峰 of 车流高峰 where 高峰 is a person too
		}
	}
	least := int32(maybeName)
	if i != w.Start || i+k.length != s.Words[end].End {
		least = rightName
	}
	for a := j; a <= end; a++ {
		x := s.Words[a]
		if a == j {
			x = w
		}
		if x.From != FromModel {
			return false
		}
		if x.Tag == s.nr { // the longer of two names, or the one that is met more
			if knowable(x) {
				if other := s.known.find(WordHash(f[x.Start:x.End]), x.End-x.Start); other != nil && other.names >= k.names {
					return false
				}
			}
			least = min(least, maybeName)
		}
	}
	return s.lean(u, int(k.length)) >= least
}

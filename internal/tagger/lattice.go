package tagger

import "github.com/xinwen-go/xinwen/internal/lexicon"

// step is the best way to reach a place of a stretch of text.
type step struct {
	cost  int32
	back  uint8 // length in runes of the word that ends here
	tag   uint8
	price uint8 // of that word
	more  uint8 // of that word: see lexicon.Value
}

// path finds the cheapest way through the words of the lexicon over the runes [i, j). Step k+1 of what it returns ends after
// rune i+k; the way is read from the last one backwards. If infos is not nil it is told of all the words on the way.
func (w *Words) path(s *Scratch, f []rune, i, j int, infos []info) []step {
	n := j - i
	if cap(s.steps) < n+1 {
		s.steps = make([]step, 2*n+16)
	}
	steps := s.steps[:n+1]
	for k := range steps {
		steps[k].cost = 1 << 30
	}
	steps[0].cost = 0
	if infos != nil {
		if cap(s.costs) < n {
			s.costs = make([][span]uint8, 2*n+16)
		}
		s.costs = s.costs[:n]
		clear(s.costs)
	}
	s.ahead = w.lex.Ahead(s.ahead[:0], f[i:j])
	for k := range n {
		from := steps[k].cost
		if c := from + lexicon.Unknown; c < steps[k+1].cost {
			steps[k+1] = step{c, 1, w.tags.x, lexicon.Unknown, 0}
		}
		node, v, end, ok := w.lex.First(f[i+k])
		for e := k; ok; {
			if end {
				if c := from + int32(v.Cost()); c < steps[e+1].cost {
					steps[e+1] = step{c, uint8(e + 1 - k), v.Tag(), uint8(v.Cost()), v.More()}
				}
				if infos != nil {
					if e-k < span {
						s.costs[k][e-k] = uint8(v.Cost())
					}
					if e > k {
						note(infos, k, e)
					} else {
						infos[k].own = v.Tag() + 1
					}
				}
			}
			if e++; e == n {
				break
			}
			switch e - k {
			case 1:
				node = s.ahead[k].Second
				ok = node != lexicon.Root
			case 2:
				node, ok = w.lex.Third(&s.ahead[k], f[i+e])
			default:
				node, ok = w.lex.Next(node, f[i+e])
			}
			if ok {
				v, end = w.lex.Value(node)
			}
		}
	}
	return steps
}

// note tells the infos of the word over [k, e].
func note(infos []info, k, e int) {
	l := uint8(min(e+1-k, maxLength))
	infos[k].start = max(infos[k].start, l)
	infos[e].end = max(infos[e].end, l)
	for p := k + 1; p < e; p++ {
		infos[p].cover = max(infos[p].cover, l)
	}
}

// Scratch is working memory. It may be reused, by one goroutine at a time.
type Scratch struct {
	Units      []Unit
	Words      []Word
	steps      []step
	ahead      []lexicon.Steps
	infos      []info
	costs      [][span]uint8 // price of the words of 1 to span characters from each rune of a stretch on, 0 where there is none
	syms       []rune
	moves      [][NumLabels]uint8
	found      []uint32 // features of the units of a stretch, as find gives them
	ends       []int32  // where those of each unit end
	sink       uint32   // what fetch returned: nobody reads it, but so it cannot be left out
	tags       []wordInfo
	sums       [][NumLabels]int16 // of each free unit, the scores of its labels
	known      knownNames
	spare      []Word
	nr         uint8  // the tag of person names
	open       uint64 // the tags of the classes to which words are added, as bits
	Candidates []Candidate
	strong     []int32 // by word of a run: how much the characters of a name speak for it
	best       []int32 // by candidate: the greatest sum of scores from it on
	chosen     []int32
}

// Word is one word of the result.
type Word struct {
	Start, End int32 // runes
	Tag        uint8
	From       From
}

// From tells what made a word.
type From uint8

// The makers of words, in the order of segment.Source.
const (
	FromLexicon From = iota
	FromModel
	FromRule
	FromUser
)

// CutDict cuts the text by lexicon and rules alone into s.Words, tagged with the commonest part of speech of each word.
func (w *Words) CutDict(s *Scratch, f []rune) {
	s.Units = w.AppendUnits(s.Units[:0], f)
	s.Words = s.Words[:0]
	s.appendUnits(func(k, e int) {
		w.appendPath(s, f, int(s.Units[k].Start), int(s.Units[e-1].End))
	})
	w.joinNames(s, f)
}

// appendUnits appends the words of all units: stretches [k, e) of free ones as cut has them, the others as the rules and
// the caller's words have them.
func (s *Scratch) appendUnits(cut func(k, e int)) {
	for k := 0; k < len(s.Units); {
		u := s.Units[k]
		switch u.Kind {
		case Free:
			e := Stretch(s.Units, k)
			cut(k, e)
			k = e
			continue
		case Space:
		case User:
			s.Words = append(s.Words, Word{u.Start, u.End, u.Tag, FromUser})
		default:
			s.Words = append(s.Words, Word{u.Start, u.End, u.Tag, FromRule})
		}
		k++
	}
}

func (w *Words) appendPath(s *Scratch, f []rune, i, j int) {
	steps := w.path(s, f, i, j, nil)
	first := len(s.Words)
	for k := j - i; k > 0; {
		st := steps[k]
		s.Words = append(s.Words, Word{int32(i + k - int(st.back)), int32(i + k), st.tag, FromLexicon})
		k -= int(st.back)
	}
	for a, b := first, len(s.Words)-1; a < b; a, b = a+1, b-1 {
		s.Words[a], s.Words[b] = s.Words[b], s.Words[a]
	}
}

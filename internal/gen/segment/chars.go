package main

import (
	"cmp"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/xinwen-go/xinwen/internal/tagger"
)

// Both the labels of characters and the tags of words are learned by averaged perceptrons in whole numbers. Several
// learners, which see the sentences in another order and with other names in them, learn apart; the model is their mean.
const (
	learners = 5
	scale    = 2 // of the weights of the model: what one step of a learner counts
)

const (
	charEpochs = 40
	charMargin = 60 // by how much the right labels must win
	charSeen   = 2  // how often a feature must be seen to be learned, the text being read twice
	charPrune  = 4  // features whose weights are all as small as this are left out
)

// charRow is what a learner knows of a feature: its weights, their sums over time and when those were added up last.
type charRow struct{ w, sum, at [tagger.NumLabels]int32 }

type moves [tagger.NumLabels][tagger.NumLabels]int32

// charLearner learns the labels of characters.
type charLearner struct {
	*charTrainer
	rng        *rand.Rand
	rows       []charRow
	w, sum, at moves // of the moves from label to label
	now        int32 // counts the sentences
	scratch    tagger.Scratch
	decoder    tagger.Decoder
	features   []int32 // of the characters of a stretch, one after the other
	ends       []int   // where those of each end
}

// charTrainer is what the learners share.
type charTrainer struct {
	words   *tagger.Words
	classes *tagger.Classes
	train   []example
	names   *names
	known   *cells
}

// trainChars learns the labels of characters.
func trainChars(words *tagger.Words, out *tagger.Weights, train []example, names *names) {
	t := &charTrainer{words: words, classes: out.Classes, train: train, names: names}
	seen := t.count()
	var all [learners]*charLearner
	var wait sync.WaitGroup
	for i := range all {
		all[i] = &charLearner{charTrainer: t, rng: rand.New(rand.NewPCG(20261123, 100+uint64(i))), rows: make([]charRow, t.known.n)}
		wait.Go(all[i].learn)
	}
	wait.Wait()
	for i, k := range t.known.keys {
		if k == 0 {
			continue
		}
		r := t.known.rows[i]
		c := tagger.CharWeight{Key: k, Heat: uint8(bits.Len8(seen[r]))}
		keep := false
		for l := range c.Labels {
			v := 0.0
			for _, x := range all {
				row := &x.rows[r]
				v += mean(row.w[l], row.sum[l], row.at[l], x.now)
			}
			c.Labels[l] = quantise(v * scale / learners)
			keep = keep || c.Labels[l] > charPrune || c.Labels[l] < -charPrune
		}
		if keep {
			out.Char = append(out.Char, c)
		}
	}
	slices.SortFunc(out.Char, func(a, b tagger.CharWeight) int { return cmp.Compare(a.Key, b.Key) })
	for a := range out.Moves {
		for l := range out.Moves[a] {
			v := 0.0
			for _, x := range all {
				v += mean(x.w[a][l], x.sum[a][l], x.at[a][l], x.now)
			}
			out.Moves[a][l] = int16(math.Round(v * scale / learners))
		}
	}
}

func quantise(v float64) int8 { return int8(min(max(math.Round(v), -127), 127)) }

// count lists the features to learn and returns how often each was seen. What is seen with the names of the text counts
// at once; what is seen with others, where two of them show it.
func (t *charTrainer) count() []uint8 {
	rng := rand.New(rand.NewPCG(20261123, 3))
	all := newCounts()
	var s tagger.Scratch
	var keys [tagger.MaxFeatures]uint32
	for _, ex := range t.train {
		variants := []example{ex, ex}
		for range 3 {
			if ex.named() {
				variants = append(variants, t.names.replace(rng, ex))
			}
		}
		for _, variant := range variants {
			f, _ := variant.text()
			t.words.Prepare(&s, f, t.classes)
			for k := range s.Units {
				if s.Units[k].Kind == tagger.Free {
					all.add(keys[:s.CharFeatures(k, &keys)])
				}
			}
		}
	}
	known, seen := all.list(charSeen)
	t.known = known
	return seen
}

func (x *charLearner) learn() {
	for range charEpochs {
		for _, i := range x.rng.Perm(len(x.train)) {
			ex := x.names.replace(x.rng, x.train[i])
			f, _ := ex.text()
			x.words.Prepare(&x.scratch, f, x.classes)
			x.now++
			marks := ex.marks(len(f))
			for k := 0; k < len(x.scratch.Units); k++ {
				if x.scratch.Units[k].Kind == tagger.Free {
					e := tagger.Stretch(x.scratch.Units, k)
					x.stretch(k, goldLabels(x.scratch.Units[k:e], marks))
					k = e - 1
				}
			}
		}
	}
	x.now++
}

// stretch learns the labels of the units from k on.
func (x *charLearner) stretch(k int, gold []uint8) {
	s := &x.scratch
	x.decoder.Start(s)
	x.features, x.ends = x.features[:0], x.ends[:0]
	for p, g := range gold {
		var keys [tagger.MaxFeatures]uint32
		first := len(x.features)
		x.features = x.known.appendFound(x.features, keys[:s.CharFeatures(k+p, &keys)])
		x.ends = append(x.ends, len(x.features))
		var sum [tagger.NumLabels]int32
		for _, r := range x.features[first:] {
			for l, w := range &x.rows[r].w {
				sum[l] += w
			}
		}
		for l := range sum {
			if uint8(l) != g {
				sum[l] += charMargin
			}
		}
		x.decoder.Step(s, s.Units[k+p].Sym, &sum, (*[tagger.NumLabels][tagger.NumLabels]int32)(&x.w))
	}
	labels := x.decoder.Labels(s)
	first := 0
	for p, g := range gold {
		l := labels[p][0]
		if g != l {
			for _, r := range x.features[first:x.ends[p]] {
				row := &x.rows[r]
				bump(&row.w[g], &row.sum[g], &row.at[g], 1, x.now)
				bump(&row.w[l], &row.sum[l], &row.at[l], -1, x.now)
			}
		}
		if p > 0 && (g != l || gold[p-1] != labels[p-1][0]) {
			a, b := gold[p-1], labels[p-1][0]
			bump(&x.w[a][g], &x.sum[a][g], &x.at[a][g], 1, x.now)
			bump(&x.w[b][l], &x.sum[b][l], &x.at[b][l], -1, x.now)
		}
		first = x.ends[p]
	}
}

// mark tells of a rune whether a word begins there and whether it is in a person name.
type mark struct{ begins, name bool }

func (ex example) marks(n int) []mark {
	out := make([]mark, 0, n+1)
	for _, w := range ex.words {
		for i := range w.runes {
			out = append(out, mark{i == 0, w.name})
		}
	}
	return append(out, mark{begins: true})
}

// goldLabels are the labels of a stretch of free units.
func goldLabels(units []tagger.Unit, marks []mark) []uint8 {
	out := make([]uint8, len(units))
	for i, u := range units {
		begins, ends := i == 0 || marks[u.Start].begins, i == len(units)-1 || marks[u.End].begins
		if marks[u.Start].name {
			out[i] = tagger.Name
		}
		switch {
		case begins && ends:
			out[i] += tagger.Single
		case begins:
			out[i] += tagger.Begin
		case ends:
			out[i] += tagger.End
		default:
			out[i] += tagger.Middle
		}
	}
	return out
}

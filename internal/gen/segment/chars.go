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
// Of characters there are other learners, each of which leaves out a part of the text: see [trainNames].
const (
	learners = 5
	parts    = 4
	scale    = 2 // of the weights of the model: what one step of a learner counts
)

const (
	charEpochs = 32
	charMargin = 60 // by how much the right labels must win
	charSeen   = 2  // how often a feature must be seen to be learned, the text being read twice
	charPrune  = 6  // features whose weights are all as small as this are left out
)

// charRow is what a learner knows of a feature: its weights, their sums over time and when those were added up last.
type charRow struct{ w, sum, at [tagger.NumLabels]int32 }

type moves [tagger.NumLabels][tagger.NumLabels]int32

// charLearner learns the labels of characters, of all sentences but those of the part that it leaves out.
type charLearner struct {
	*charTrainer
	rng        *rand.Rand
	part       int // -1: none
	rows       []charRow
	w, sum, at moves // of the moves from label to label
	now        int32 // counts the sentences
	scratch    tagger.Scratch
	decoder    tagger.Decoder
}

// charTrainer is what the learners share.
type charTrainer struct {
	words   *tagger.Words
	classes *tagger.Classes
	train   []example
	names   *names
	known   *cells
	plain   [][]lesson // of each sentence as it stands
}

// lesson is a stretch of characters with its labels.
type lesson struct {
	syms     []rune
	gold     []uint8
	features []int32 // of the characters, one after the other
	ends     []int   // where those of each end
}

// trainChars learns the labels of characters. It returns the weights, and for each part of the text those of the learner that
// left it out.
func trainChars(words *tagger.Words, classes *tagger.Classes, train []example, names *names) (all *tagger.Weights, without [parts]*tagger.Weights) {
	t := &charTrainer{words: words, classes: classes, train: train, names: names}
	seen := t.count()
	var list [learners + parts]*charLearner
	var wait sync.WaitGroup
	for i := range list {
		list[i] = &charLearner{charTrainer: t, part: max(i-learners, -1), rng: rand.New(rand.NewPCG(20261123, 100+uint64(i))), rows: make([]charRow, t.known.n)}
		wait.Go(list[i].learn)
	}
	wait.Wait()
	for i := range without {
		without[i] = t.mean(list[learners+i:learners+i+1], seen)
	}
	return t.mean(list[:learners], seen), without
}

// mean returns the mean of the weights of learners.
func (t *charTrainer) mean(list []*charLearner, seen []uint8) *tagger.Weights {
	out := &tagger.Weights{Classes: t.classes}
	by := scale / float64(len(list))
	for i, k := range t.known.keys {
		if k == 0 {
			continue
		}
		r := t.known.rows[i]
		c := tagger.CharWeight{Key: k, Heat: uint8(bits.Len8(seen[r]))}
		keep := false
		for l := range c.Labels {
			v := 0.0
			for _, x := range list {
				row := &x.rows[r]
				v += mean(row.w[l], row.sum[l], row.at[l], x.now)
			}
			c.Labels[l] = quantise(v * by)
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
			for _, x := range list {
				v += mean(x.w[a][l], x.sum[a][l], x.at[a][l], x.now)
			}
			out.Moves[a][l] = int16(math.Round(v * by))
		}
	}
	return out
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
				variant, _ := t.names.replace(rng, ex, replaceShare)
				variants = append(variants, variant)
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
	for _, ex := range t.train {
		t.plain = append(t.plain, t.lessons(&s, ex))
	}
	return seen
}

// lessons are what there is to learn from a sentence.
func (t *charTrainer) lessons(s *tagger.Scratch, ex example) (out []lesson) {
	f, _ := ex.text()
	t.words.Prepare(s, f, t.classes)
	marks := ex.marks(len(f))
	var keys [tagger.MaxFeatures]uint32
	for k := 0; k < len(s.Units); k++ {
		if s.Units[k].Kind != tagger.Free {
			continue
		}
		e := tagger.Stretch(s.Units, k)
		l := lesson{gold: goldLabels(s.Units[k:e], marks)}
		for ; k < e; k++ {
			l.syms = append(l.syms, s.Units[k].Sym)
			l.features = t.known.appendFound(l.features, keys[:s.CharFeatures(k, &keys)])
			l.ends = append(l.ends, len(l.features))
		}
		out = append(out, l)
		k--
	}
	return out
}

func (x *charLearner) learn() {
	for range charEpochs {
		for _, i := range x.rng.Perm(len(x.train)) {
			if x.train[i].part() == x.part {
				continue
			}
			lessons := x.plain[i]
			if ex, replaced := x.names.replace(x.rng, x.train[i], replaceShare); replaced {
				lessons = x.lessons(&x.scratch, ex)
			}
			x.now++
			for k := range lessons {
				x.stretch(&lessons[k])
			}
		}
	}
	x.now++
}

// stretch learns the labels of a stretch.
func (x *charLearner) stretch(t *lesson) {
	s := &x.scratch
	x.decoder.Start(s)
	first := 0
	for p, g := range t.gold {
		var sum [tagger.NumLabels]int32
		for _, r := range t.features[first:t.ends[p]] {
			for l, w := range &x.rows[r].w {
				sum[l] += w
			}
		}
		for l := range sum {
			if uint8(l) != g {
				sum[l] += charMargin
			}
		}
		x.decoder.Step(s, t.syms[p], &sum, (*[tagger.NumLabels][tagger.NumLabels]int32)(&x.w))
		first = t.ends[p]
	}
	labels := x.decoder.Labels(s)
	first = 0
	for p, g := range t.gold {
		l := labels[p][0]
		if g != l {
			for _, r := range t.features[first:t.ends[p]] {
				row := &x.rows[r]
				bump(&row.w[g], &row.sum[g], &row.at[g], 1, x.now)
				bump(&row.w[l], &row.sum[l], &row.at[l], -1, x.now)
			}
		}
		if p > 0 && (g != l || t.gold[p-1] != labels[p-1][0]) {
			a, b := t.gold[p-1], labels[p-1][0]
			bump(&x.w[a][g], &x.sum[a][g], &x.at[a][g], 1, x.now)
			bump(&x.w[b][l], &x.sum[b][l], &x.at[b][l], -1, x.now)
		}
		first = t.ends[p]
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

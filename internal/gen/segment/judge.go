package main

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/xinwen-go/xinwen/internal/tagger"
)

// The second decision about names is learned from what the first one makes of text that it has not seen: each part of the
// text is cut by the learner that left it out. A structured perceptron in whole numbers, as the others.
const (
	nameLearners = 3
	nameEpochs   = 14
	nameMargin   = 60
	nameSeen     = 2
	nameScale    = 4   // of the weights of the model
	namePrune    = 2   // weights as small as this are left out
	nameShare    = 0.3 // of the names in the second reading of the text that are replaced by others
)

// proposal is what the first decision proposes for a sentence.
type proposal struct {
	candidates []tagger.Candidate
	right      []bool
	keys       [][]uint32 // of each candidate, its features
	features   [][]int32
}

// trainNames learns the second decision.
func trainNames(words *tagger.Words, out *tagger.Weights, without [parts]*tagger.Weights, train []example, names *names) error {
	rng := rand.New(rand.NewPCG(20261123, 4))
	text := slices.Clone(train)
	for _, ex := range train {
		if other, replaced := names.replace(rng, ex, nameShare); replaced {
			text = append(text, other)
		}
	}
	proposals := make([]proposal, len(text))
	var wait sync.WaitGroup
	for part, w := range without {
		m, err := tagger.NewModel(words, w)
		if err != nil {
			return err
		}
		wait.Go(func() {
			var s tagger.Scratch
			for i, ex := range text {
				if ex.part() == part {
					proposals[i] = propose(m, &s, ex)
				}
			}
		})
	}
	wait.Wait()
	all := newCounts()
	for _, p := range proposals {
		for _, keys := range p.keys {
			all.add(keys)
		}
	}
	known, _ := all.list(nameSeen)
	for i := range proposals {
		p := &proposals[i]
		for _, keys := range p.keys {
			p.features = append(p.features, known.appendFound(nil, keys))
		}
		p.keys = nil
	}
	var list [nameLearners]*nameLearner
	for i := range list {
		list[i] = &nameLearner{rows: make([]nameRow, known.n)}
		wait.Go(func() { list[i].learn(rand.New(rand.NewPCG(20261123, 300+uint64(i))), proposals) })
	}
	wait.Wait()
	for i, k := range known.keys {
		if k == 0 {
			continue
		}
		v := 0.0
		for _, x := range list {
			r := &x.rows[known.rows[i]]
			v += mean(r.w, r.sum, r.at, x.now)
		}
		if q := quantise(v * nameScale / nameLearners); q > namePrune || q < -namePrune {
			out.Name = append(out.Name, tagger.NameWeight{Key: k, Weight: q})
		}
	}
	slices.SortFunc(out.Name, func(a, b tagger.NameWeight) int { return cmp.Compare(a.Key, b.Key) })
	return nil
}

func propose(m *tagger.Model, s *tagger.Scratch, ex example) (p proposal) {
	f, ends := ex.text()
	m.First(s, f)
	m.Propose(s, f)
	p.candidates = slices.Clone(s.Candidates)
	start := 0
	named := map[[2]int32]bool{}
	for i, e := range ends {
		if ex.words[i].name {
			named[[2]int32{int32(start), int32(e)}] = true
		}
		start = e
	}
	var keys [tagger.MaxFeatures]uint32
	for k, c := range p.candidates {
		p.right = append(p.right, named[[2]int32{c.Start, c.End}])
		p.keys = append(p.keys, slices.Clone(keys[:m.CandidateFeatures(s, f, k, &keys)]))
	}
	return p
}

// nameRow is as [charRow].
type nameRow struct{ w, sum, at int32 }

type nameLearner struct {
	rows []nameRow
	now  int32 // counts the sentences
}

func (x *nameLearner) learn(rng *rand.Rand, proposals []proposal) {
	var s tagger.Scratch
	for range nameEpochs {
		for _, i := range rng.Perm(len(proposals)) {
			x.now++
			x.sentence(&s, &proposals[i])
		}
	}
	x.now++
}

func (x *nameLearner) sentence(s *tagger.Scratch, p *proposal) {
	s.Candidates = append(s.Candidates[:0], p.candidates...)
	for k := range s.Candidates {
		score := int32(nameMargin)
		if p.right[k] {
			score = -nameMargin
		}
		for _, r := range p.features[k] {
			score += x.rows[r].w
		}
		s.Candidates[k].Score = score
	}
	chosen := s.Choose()
	for k, right := range p.right {
		got := len(chosen) > 0 && int(chosen[0]) == k
		if got {
			chosen = chosen[1:]
		}
		if got == right {
			continue
		}
		by := int32(1)
		if got {
			by = -1
		}
		for _, r := range p.features[k] {
			row := &x.rows[r]
			bump(&row.w, &row.sum, &row.at, by, x.now)
		}
	}
}

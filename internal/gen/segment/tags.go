package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/xinwen-go/xinwen/internal/tagger"
	"github.com/xinwen-go/xinwen/segment"
)

const (
	wordEpochs = 10
	wordMargin = 40
	wordSeen   = 2
	wordPrune  = 3
)

const (
	sureCount = 4     // how often a word must stand with one tag
	sureShare = 0.995 // and in what share of its places at least
)

// sureWords lists the words that have, as good as always, one tag.
func sureWords(train []example) (list []tagger.SureWord, byHash map[uint32]uint8) {
	tags := map[uint32]map[uint8]int{}
	for _, ex := range train {
		for _, w := range ex.words {
			h := tagger.WordHash(w.runes)
			if tags[h] == nil {
				tags[h] = map[uint8]int{}
			}
			tags[h][w.tag]++
		}
	}
	byHash = map[uint32]uint8{}
	for h, counts := range tags {
		all := 0
		for _, n := range counts {
			all += n
		}
		for t, n := range counts {
			if n >= sureCount && float64(n) >= sureShare*float64(all) {
				list = append(list, tagger.SureWord{Hash: h, Tag: t})
				byHash[h] = t
			}
		}
	}
	slices.SortFunc(list, func(a, b tagger.SureWord) int { return cmp.Compare(a.Hash, b.Hash) })
	return list, byHash
}

// tagRow is as [charRow].
type tagRow struct{ w, sum, at [segment.NumPOS]int32 }

// tagLearner learns the parts of speech of words, tagging from left to right with its own tags before.
type tagLearner struct {
	*tagTrainer
	rng      *rand.Rand
	rows     []tagRow
	now      int32
	scratch  tagger.Scratch
	features []int32
}

// tagTrainer is what the learners share.
type tagTrainer struct {
	words   *tagger.Words
	classes *tagger.Classes
	train   []example
	sure    map[uint32]uint8
	known   *cells
}

// trainTags learns the parts of speech of words.
func trainTags(words *tagger.Words, out *tagger.Weights, train []example) {
	t := &tagTrainer{words: words, classes: out.Classes, train: train}
	out.Sure, t.sure = sureWords(train)
	t.count()
	var all [learners]*tagLearner
	var wait sync.WaitGroup
	for i := range all {
		all[i] = &tagLearner{tagTrainer: t, rng: rand.New(rand.NewPCG(20261123, 200+uint64(i))), rows: make([]tagRow, t.known.n)}
		wait.Go(all[i].learn)
	}
	wait.Wait()
	for i, k := range t.known.keys {
		if k == 0 {
			continue
		}
		for tag := range segment.NumPOS {
			v := 0.0
			for _, x := range all {
				row := &x.rows[t.known.rows[i]]
				v += mean(row.w[tag], row.sum[tag], row.at[tag], x.now)
			}
			if q := quantise(v * scale / learners); q > wordPrune || q < -wordPrune {
				out.Word = append(out.Word, tagger.WordWeight{Key: k, Tag: uint8(tag), Weight: q})
			}
		}
	}
	slices.SortFunc(out.Word, func(a, b tagger.WordWeight) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Tag, b.Tag))
	})
}

// count lists the features to learn: what was seen once teaches to remember, not to judge.
func (t *tagTrainer) count() {
	all := newCounts()
	var s tagger.Scratch
	var keys [tagger.MaxFeatures]uint32
	for _, ex := range t.train {
		f := goldWords(t.words, &s, ex)
		t.words.PrepareTags(&s, f, t.classes)
		var t1, t2 uint8
		for k, w := range s.Words {
			if w.From == tagger.FromModel && !ex.words[k].name {
				all.add(keys[:s.WordFeatures(k, t1, t2, &keys)])
				w.Tag = ex.words[k].tag
			}
			t1, t2 = w.Tag+1, t1
		}
	}
	t.known, _ = all.list(wordSeen)
}

func (x *tagLearner) learn() {
	for range wordEpochs {
		for _, i := range x.rng.Perm(len(x.train)) {
			ex := x.train[i]
			f := goldWords(x.words, &x.scratch, ex)
			x.words.PrepareTags(&x.scratch, f, x.classes)
			x.now++
			var t1, t2 uint8
			for k, w := range x.scratch.Words {
				if w.From == tagger.FromModel && !ex.words[k].name {
					var sure bool
					if w.Tag, sure = x.sure[tagger.WordHash(f[w.Start:w.End])]; !sure {
						w.Tag = x.word(k, t1, t2, ex.words[k].tag)
					}
				}
				t1, t2 = w.Tag+1, t1
			}
		}
	}
	x.now++
}

// word learns the tag of word k and returns the one it would have given.
func (x *tagLearner) word(k int, t1, t2, gold uint8) uint8 {
	var keys [tagger.MaxFeatures]uint32
	x.features = x.known.appendFound(x.features[:0], keys[:x.scratch.WordFeatures(k, t1, t2, &keys)])
	var sum [segment.NumPOS]int32
	for _, r := range x.features {
		for t, w := range &x.rows[r].w {
			sum[t] += w
		}
	}
	sum[gold] -= wordMargin
	best, top := gold, int32(math.MinInt32)
	for t, v := range sum {
		if v > top && x.scratch.Allowed(k, uint8(t)) {
			best, top = uint8(t), v
		}
	}
	if best != gold {
		for _, r := range x.features {
			row := &x.rows[r]
			bump(&row.w[gold], &row.sum[gold], &row.at[gold], 1, x.now)
			bump(&row.w[best], &row.sum[best], &row.at[best], -1, x.now)
		}
	}
	return best
}

// goldWords fills s.Words with the words of the text, those that a rule makes marked so.
func goldWords(words *tagger.Words, s *tagger.Scratch, ex example) []rune {
	f, ends := ex.text()
	s.Units = words.AppendUnits(s.Units[:0], f)
	s.Words = s.Words[:0]
	start, u := 0, 0
	for i, e := range ends {
		w := tagger.Word{Start: int32(start), End: int32(e), From: tagger.FromModel}
		for u < len(s.Units) && int(s.Units[u].Start) < start {
			u++
		}
		if u < len(s.Units) && int(s.Units[u].Start) == start && int(s.Units[u].End) == e && s.Units[u].Kind != tagger.Free {
			w.From, w.Tag = tagger.FromRule, s.Units[u].Tag
		}
		if w.From == tagger.FromModel && ex.words[i].name {
			w.Tag = ex.words[i].tag
		}
		s.Words = append(s.Words, w)
		start = e
	}
	return f
}

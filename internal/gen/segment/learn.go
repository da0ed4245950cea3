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

// Both learners are averaged perceptrons in whole numbers.

// cells maps the keys of features to rows.
type cells struct {
	keys []uint32
	rows []int32
	n    int
}

func newCells() *cells { return &cells{keys: make([]uint32, 1<<16), rows: make([]int32, 1<<16)} }

// find returns the row of a key, or -1.
func (c *cells) find(k uint32) int32 {
	mask := uint32(len(c.keys) - 1)
	for i := k * 0x9E3779B1 & mask; ; i = (i + 1) & mask {
		if c.keys[i] == k {
			return c.rows[i]
		}
		if c.keys[i] == 0 {
			return -1
		}
	}
}

// row returns the row of a key, a new one if needed.
func (c *cells) row(k uint32) int32 {
	if c.n*2 >= len(c.keys) {
		old := *c
		c.keys, c.rows, c.n = make([]uint32, 2*len(old.keys)), make([]int32, 2*len(old.keys)), 0
		for i, k := range old.keys {
			if k != 0 {
				c.put(k, old.rows[i])
			}
		}
	}
	if r := c.find(k); r >= 0 {
		return r
	}
	c.put(k, int32(c.n))
	return int32(c.n - 1)
}

func (c *cells) put(k uint32, row int32) {
	mask := uint32(len(c.keys) - 1)
	i := k * 0x9E3779B1 & mask
	for c.keys[i] != 0 {
		i = (i + 1) & mask
	}
	c.keys[i], c.rows[i] = k, row
	c.n++
}

var (
	brandShare   = float64(P("bs", 15)) / 100
	placeShare   = float64(P("ps", 15)) / 100
	replaceShare = float64(P("rs", 15)) / 100
	learners     = P("l", 1)
	charEpochs   = P("ce", 24)
	charMargin   = int32(P("cm", 60)) // by how much the right labels must win
	wordSeen     = uint8(P("ws", 2))
	wordEpochs   = P("we", 20)
	wordMargin   = int32(P("wm", 40))
	charPrune    = int8(P("cp", 3))
	wordPrune    = int8(P("wp", 3))
)

const (
	charSeen = 2 // how often a feature must be seen to be learned, the text being read twice
	// A share of the names is replaced by others each time a sentence is read, so that names are learned by their kind.
)

type keySet struct {
	keys [tagger.MaxFeatures]uint32
	n    int
}

// count notes the features of one place.
func count(seen map[uint32]uint8, keys []uint32) {
	for _, k := range keys {
		if seen[k] < 255 {
			seen[k]++
		}
	}
}

// known moves the keys seen at least least times to the front and returns how many there are. What was seen once teaches
// to remember, not to judge.
func known(seen map[uint32]uint8, keys []uint32, least uint8) int {
	n := 0
	for _, k := range keys {
		if seen[k] >= least {
			keys[n] = k
			n++
		}
	}
	return n
}

type charRow struct{ w, sum, at [tagger.NumLabels]int32 }

func bump(w, sum, at *int32, by, now int32) {
	*sum += (now - *at) * *w
	*at = now
	*w += by
}

// charMeans are the mean weights that one learner comes to.
type charMeans struct {
	table *cells
	rows  [][tagger.NumLabels]float32
	moves [tagger.NumLabels][tagger.NumLabels]float32
}

// trainChars learns the labels of characters: several learners, which see the sentences in another order and with other
// names in them, and the mean of what they come to.
func trainChars(words *tagger.Words, out *tagger.Weights, train []example, names *names) {
	seen := countChars(words, out.Classes, train, names)
	means := make([]*charMeans, learners)
	var wait sync.WaitGroup
	for i := range means {
		wait.Go(func() { means[i] = learnChars(words, out.Classes, train, names, seen, uint64(i)) })
	}
	wait.Wait()
	const scale = 2
	sums := newCells()
	var rows [][tagger.NumLabels]float32
	var moves [tagger.NumLabels][tagger.NumLabels]float32
	for _, m := range means {
		for i, k := range m.table.keys {
			if k == 0 {
				continue
			}
			r := sums.row(k)
			if int(r) == len(rows) {
				rows = append(rows, [tagger.NumLabels]float32{})
			}
			for l, v := range m.rows[m.table.rows[i]] {
				rows[r][l] += v
			}
		}
		for a := range m.moves {
			for l, v := range m.moves[a] {
				moves[a][l] += v
			}
		}
	}
	for i, k := range sums.keys {
		if k == 0 {
			continue
		}
		c := tagger.CharWeight{Key: k, Heat: uint8(bits.Len8(seen[k]))}
		keep := false
		for l, v := range rows[sums.rows[i]] {
			q := quantise(float64(v) * scale / float64(learners))
			c.Labels[l] = q
			keep = keep || q > charPrune || q < -charPrune
		}
		if keep {
			out.Char = append(out.Char, c)
		}
	}
	slices.SortFunc(out.Char, func(a, b tagger.CharWeight) int { return cmp.Compare(a.Key, b.Key) })
	for a := range moves {
		for l, v := range moves[a] {
			out.Moves[a][l] = int16(math.Round(float64(v) * scale / float64(learners)))
		}
	}
}

// countChars counts how often each feature of characters is seen.
func countChars(words *tagger.Words, classes *tagger.Classes, train []example, names *names) map[uint32]uint8 {
	seen := map[uint32]uint8{}
	var s tagger.Scratch
	counting := rand.New(rand.NewPCG(20261123, 3))
	for _, ex := range train {
		// What is seen with the names of the text counts at once; what is seen with others, where two of them show it.
		variants := []example{ex, ex}
		for range 3 {
			if ex.named() {
				variants = append(variants, names.replace(counting, ex))
			}
		}
		for _, variant := range variants {
			f, _ := variant.text()
			words.Prepare(&s, f, classes)
			for k := range s.Units {
				if s.Units[k].Kind == tagger.Free {
					var ks [tagger.MaxFeatures]uint32
					count(seen, ks[:s.CharFeatures(k, &ks)])
				}
			}
		}
	}
	return seen
}

// learnChars is one learner of the labels of characters.
func learnChars(words *tagger.Words, classes *tagger.Classes, train []example, names *names, seen map[uint32]uint8, seed uint64) *charMeans {
	rng := rand.New(rand.NewPCG(20261123, 100+seed))
	table := newCells()
	var rows []charRow
	var moves, movesSum, movesAt [tagger.NumLabels][tagger.NumLabels]int32
	var s tagger.Scratch
	var d tagger.Decoder
	var keys []keySet
	now := int32(0)
	for range charEpochs {
		for _, i := range rng.Perm(len(train)) {
			ex := names.replace(rng, train[i])
			f, _ := ex.text()
			words.Prepare(&s, f, classes)
			now++
			marks := ex.marks(len(f))
			for k := 0; k < len(s.Units); k++ {
				if s.Units[k].Kind != tagger.Free {
					continue
				}
				e := tagger.Stretch(s.Units, k)
				gold := goldLabels(s.Units[k:e], marks)
				d.Start(&s)
				keys = keys[:0]
				for p := k; p < e; p++ {
					var ks [tagger.MaxFeatures]uint32
					n := known(seen, ks[:s.CharFeatures(p, &ks)], charSeen)
					keys = append(keys, keySet{ks, n})
					var sum [tagger.NumLabels]int32
					for _, key := range ks[:n] {
						if r := table.find(key); r >= 0 {
							for l := range sum {
								sum[l] += rows[r].w[l]
							}
						}
					}
					for l := range sum {
						if uint8(l) != gold[p-k] {
							sum[l] += charMargin
						}
					}
					d.Step(&s, s.Units[p].Sym, &sum, &moves)
				}
				labels := d.Labels(&s)
				for p := range gold {
					g, l := gold[p], labels[p][0]
					if g != l {
						for _, key := range keys[p].keys[:keys[p].n] {
							r := table.row(key)
							if int(r) == len(rows) {
								rows = append(rows, charRow{})
							}
							row := &rows[r]
							bump(&row.w[g], &row.sum[g], &row.at[g], 1, now)
							bump(&row.w[l], &row.sum[l], &row.at[l], -1, now)
						}
					}
					if p > 0 && (g != l || gold[p-1] != labels[p-1][0]) {
						a, b := gold[p-1], labels[p-1][0]
						bump(&moves[a][g], &movesSum[a][g], &movesAt[a][g], 1, now)
						bump(&moves[b][l], &movesSum[b][l], &movesAt[b][l], -1, now)
					}
				}
				k = e - 1
			}
		}
	}
	now++
	mean := func(w, sum, at int32) float32 { return float32(float64(sum+(now-at)*w) / float64(now)) }
	m := &charMeans{table: table, rows: make([][tagger.NumLabels]float32, len(rows))}
	for r, row := range rows {
		for l := range row.w {
			m.rows[r][l] = mean(row.w[l], row.sum[l], row.at[l])
		}
	}
	for a := range moves {
		for l := range moves[a] {
			m.moves[a][l] = mean(moves[a][l], movesSum[a][l], movesAt[a][l])
		}
	}
	return m
}

func quantise(v float64) int8 { return int8(min(max(math.Round(v), -127), 127)) }

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

const (
	sureCount = 12    // how often a word must stand with one tag
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

type tagCell struct{ w, sum, at int32 }

// trainTags learns the parts of speech of words, tagging from left to right with its own tags before: as [trainChars]
// does, with several learners.
func trainTags(words *tagger.Words, out *tagger.Weights, train []example) {
	var sure map[uint32]uint8
	out.Sure, sure = sureWords(train)
	seen := countTags(words, out.Classes, train)
	means := make([]*tagMeans, learners)
	var wait sync.WaitGroup
	for i := range means {
		wait.Go(func() { means[i] = learnTags(words, out.Classes, train, seen, sure, uint64(i)) })
	}
	wait.Wait()
	const scale = 2
	sums := newCells()
	var rows [][64]float32
	for _, m := range means {
		for i, k := range m.table.keys {
			if k == 0 {
				continue
			}
			r := sums.row(k)
			if int(r) == len(rows) {
				rows = append(rows, [64]float32{})
			}
			for t, v := range m.rows[m.table.rows[i]] {
				rows[r][t] += v
			}
		}
	}
	for i, k := range sums.keys {
		if k == 0 {
			continue
		}
		for t, v := range rows[sums.rows[i]] {
			if q := quantise(float64(v) * scale / float64(learners)); q > wordPrune || q < -wordPrune {
				out.Word = append(out.Word, tagger.WordWeight{Key: k, Tag: uint8(t), Weight: q})
			}
		}
	}
	slices.SortFunc(out.Word, func(a, b tagger.WordWeight) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Tag, b.Tag))
	})
}

// tagMeans are the mean weights that one learner comes to.
type tagMeans struct {
	table *cells
	rows  [][64]float32
}

// countTags counts how often each feature of words is seen.
func countTags(words *tagger.Words, classes *tagger.Classes, train []example) map[uint32]uint8 {
	var s tagger.Scratch
	var keys [tagger.MaxFeatures]uint32
	seen := map[uint32]uint8{}
	for _, ex := range train {
		f := goldWords(words, &s, ex)
		words.PrepareTags(&s, f, classes)
		var t1, t2 uint8
		for k, w := range s.Words {
			if w.From == tagger.FromModel && !ex.words[k].name {
				count(seen, keys[:s.WordFeatures(k, t1, t2, &keys)])
				w.Tag = ex.words[k].tag
			}
			t1, t2 = w.Tag+1, t1
		}
	}
	return seen
}

// learnTags is one learner of the parts of speech.
func learnTags(words *tagger.Words, classes *tagger.Classes, train []example, seen map[uint32]uint8, sure map[uint32]uint8, seed uint64) *tagMeans {
	rng := rand.New(rand.NewPCG(20261123, 200+seed))
	table := newCells()
	var rows [][64]tagCell
	var s tagger.Scratch
	var keys [tagger.MaxFeatures]uint32
	now := int32(0)
	for range wordEpochs {
		for _, i := range rng.Perm(len(train)) {
			ex := train[i]
			f := goldWords(words, &s, ex)
			words.PrepareTags(&s, f, classes)
			now++
			var t1, t2 uint8
			for k, w := range s.Words {
				tag := w.Tag
				if w.From != tagger.FromModel || ex.words[k].name {
					// it has its tag
				} else if t, ok := sure[tagger.WordHash(f[w.Start:w.End])]; ok {
					tag = t
				} else {
					n := known(seen, keys[:s.WordFeatures(k, t1, t2, &keys)], wordSeen)
					var sum [64]int32
					for _, key := range keys[:n] {
						if r := table.find(key); r >= 0 {
							for t := range sum {
								sum[t] += rows[r][t].w
							}
						}
					}
					gold := ex.words[k].tag
					sum[gold] -= wordMargin
					best, top := int(gold), int32(math.MinInt32)
					for t := range sum {
						if sum[t] > top && s.Allowed(k, uint8(t)) {
							best, top = t, sum[t]
						}
					}
					if best != int(gold) {
						for _, key := range keys[:n] {
							r := table.row(key)
							if int(r) == len(rows) {
								rows = append(rows, [64]tagCell{})
							}
							g, b := &rows[r][gold], &rows[r][best]
							bump(&g.w, &g.sum, &g.at, 1, now)
							bump(&b.w, &b.sum, &b.at, -1, now)
						}
					}
					tag = uint8(best)
				}
				t1, t2 = tag+1, t1
			}
		}
	}
	now++
	m := &tagMeans{table, make([][64]float32, len(rows))}
	for r := range rows {
		for t, c := range rows[r] {
			m.rows[r][t] = float32(float64(c.sum+(now-c.at)*c.w) / float64(now))
		}
	}
	return m
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

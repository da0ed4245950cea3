package main

import (
	"bufio"
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
	"github.com/xinwen-go/xinwen/internal/gen/source"
	"github.com/xinwen-go/xinwen/internal/lexicon"
	"github.com/xinwen-go/xinwen/internal/tagger"
	"github.com/xinwen-go/xinwen/text"
)

const (
	gseModule  = "github.com/go-ego/gse"
	gseVersion = "v0.80.3"
	gseFile    = "data/dict/zh/s_1.txt"
	gseSum     = "2b3063ec552327520bee3c0c5819d6e131ab3db50a60b94641ec90f611c24bcd"
)

// Shares of the names that are replaced by others each time a sentence is read, so that they are learned by their kind: too
// many, and whatever the lexicon lacks is taken for a name. Places and brands are replaced for the sake of what is no person.
const (
	replaceShare = 0.15
	placeShare   = 0.15
	brandShare   = 0.15
)

// names are the names to learn from: given names and names in transliteration.
type names struct {
	surnames     []string // each as often as it is common
	given        [][]rune
	stems        [][]rune // what names of townships begin with
	foreign      [][]rune
	families     map[rune]int // how often a character is a surname
	stands       map[rune]int // how often a character stands in a given name
	sounds       map[rune]int // and in transliterated names
	uses         map[rune]use
	heads, tails map[rune]*[64]int // of what parts of speech the words are that begin, and that end, with a character
}

// readNames reads the person names of the dictionary.
func readNames(lex *lexicon.Lexicon) (*names, error) {
	b, err := source.Module(gseModule, gseVersion, gseSum, gseFile)
	if err != nil {
		return nil, err
	}
	n := &names{families: map[rune]int{}, stands: map[rune]int{}, sounds: map[rune]int{}, uses: map[rune]use{}, heads: map[rune]*[64]int{}, tails: map[rune]*[64]int{}}
	lines := bufio.NewScanner(bytes.NewReader(b))
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) != 3 {
			continue
		}
		freq, err := strconv.Atoi(fields[1])
		if err != nil {
			return nil, err
		}
		r := []rune(text.FoldString(fields[0]))
		if !strings.HasPrefix(fields[2], "nr") {
			n.count(r, float64(freq))
			if v, ok := lex.Get(r); ok && len(r) > 1 {
				note(n.heads, r[0], v.Tag())
				note(n.tails, r[len(r)-1], v.Tag())
			}
			continue
		}
		switch {
		case fields[2] == "nrt" && len(r) >= 2 && len(r) <= 6 && !slices.ContainsFunc(r, func(c rune) bool {
			return !text.IsHan(c) || strings.ContainsRune("人县市区省镇乡村河江湖海山", c)
		}):
			n.foreign = append(n.foreign, r)
			for _, c := range r {
				n.sounds[c]++
			}
		case fields[2] != "nrt" && (len(r) == 2 || len(r) == 3) && tagger.Surname(r[0]) > 0 && freq >= 3 && freq < 2000:
			n.given = append(n.given, r[1:])
			n.families[r[0]]++
			for _, c := range r[1:] {
				n.stands[c]++
			}
		}
	}
	n.surnames = tagger.Surnames()
	type stem struct {
		name   string
		parent *gazetteer.Division
	}
	seen := map[stem]bool{} // a township that became a town keeps its stem
	gazetteer.Load().All(func(d *gazetteer.Division) bool {
		if r := []rune(text.FoldString(d.Name)); d.Level == gazetteer.Township && len(r) == 3 && strings.ContainsRune("乡镇", r[2]) {
			if at := (stem{string(r[:2]), d.Parent}); !seen[at] {
				seen[at] = true
				n.stems = append(n.stems, r[:2])
			}
		}
		return true
	})
	return n, lines.Err()
}

// count notes how a word uses its characters.
func (n *names) count(word []rune, freq float64) {
	for i, r := range word {
		u := n.uses[r]
		switch {
		case len(word) == 1:
			u.alone += freq
		case i == 0:
			u.first += freq
		case i == len(word)-1:
			u.last += freq
		default:
			u.inside += freq
		}
		n.uses[r] = u
	}
}

func note(counts map[rune]*[64]int, r rune, tag uint8) {
	if counts[r] == nil {
		counts[r] = new([64]int)
	}
	counts[r][tag]++
}

// mostly returns the tag that is counted most + 1, and 64 more where it is more than two thirds of all; 0 where few are counted.
func mostly(counts *[64]int) uint8 {
	if counts == nil {
		return 0
	}
	all, best := 0, 0
	for t, c := range counts {
		all += c
		if c > counts[best] {
			best = t
		}
	}
	switch {
	case all < 5:
		return 0
	case counts[best]*3 > all*2:
		return uint8(best) + 1 + 64
	}
	return uint8(best) + 1
}

// rank is how many of the steps a count reaches.
func rank[T int | float64](count T, steps ...T) uint8 {
	r := uint8(0)
	for _, s := range steps {
		if count >= s {
			r++
		}
	}
	return r
}

// classes ranks characters by how they stand in names (surname, 3 ranks; given name, 4; transliteration, 3) and by how
// words use them (how often alone, 6; rather at the beginning or at the end, 6).
func (n *names) classes() map[rune]tagger.Class {
	out := map[rune]tagger.Class{}
	odds := n.odds()
	stands, sounds, uses := 0, 0, 0.0
	for _, c := range n.stands {
		stands += c
	}
	for _, c := range n.sounds {
		sounds += c
	}
	for _, u := range n.uses {
		uses += u.alone + u.first + u.last + u.inside // whole numbers: exact in any order
	}
	// likely ranks how much more a character stands in names than in words.
	likely := func(count, all int, r rune, least int) uint8 {
		u := n.uses[r]
		if count < least {
			return 0
		}
		return rank(float64(count)/float64(all)/((u.alone+u.first+u.last+u.inside+200)/uses), 0.15, 0.6, 2.5)
	}
	for r := rune(0x4E00); r < 0xA000; r++ {
		c := tagger.Surname(r) + 3*likely(n.stands[r], stands, r, 6) + 12*min(likely(n.sounds[r], sounds, r, 10), 2)
		u := n.uses[r]
		shape := uint8(0)
		if all := u.alone + u.first + u.last + u.inside; all >= 20 {
			shape = 1 + rank(u.alone/all, 0.02, 0.08, 0.2, 0.4, 0.7) + 6*rank((u.first+1)/(u.first+u.last+2), 0.15, 0.35, 0.5, 0.65, 0.85)
		}
		if o := odds(r); c > 0 || shape > 0 || o.Surname > tagger.Impossible {
			out[r] = tagger.Class{Name: c, Shape: shape, Head: mostly(n.heads[r]), Tail: mostly(n.tails[r]), Odds: o}
		}
	}
	return out
}

// odds returns what tells how readily a character stands in Chinese person names, from the names of the dictionary.
func (n *names) odds() func(rune) tagger.Odds {
	var first, second, single = map[rune]float64{}, map[rune]float64{}, map[rune]float64{}
	twos, ones := 0.0, 0.0
	for _, g := range n.given {
		if len(g) == 1 {
			single[g[0]]++
			ones++
		} else {
			first[g[0]]++
			second[g[1]]++
			twos++
		}
	}
	all, families := 0.0, 0.0
	for _, u := range n.uses {
		all += u.alone + u.first + u.inside + u.last
	}
	for _, c := range n.families {
		families += float64(c)
	}
	return func(r rune) tagger.Odds {
		u := n.uses[r]
		text := (u.alone + u.first + u.inside + u.last + 200) / all
		odds := func(count, total float64) int8 {
			return int8(min(max(math.Round(4*math.Log((count+0.3)/total/text)), -30), 30))
		}
		o := tagger.Odds{Surname: tagger.Impossible, First: odds(first[r], twos), Second: odds(second[r], twos), Single: odds(single[r]+(first[r]+second[r])*ones/twos/4, ones*1.5)}
		if tagger.Surname(r) > 0 {
			o.Surname = odds(float64(n.families[r])+1, families)
		}
		return o
	}
}

// use counts how words use a character, by their frequency.
type use struct{ alone, first, inside, last float64 }

// nameKind tells by what a name may be replaced.
type nameKind uint8

const (
	noName nameKind = iota
	chineseName
	foreignName
	maskedName // a surname and what stands for the rest: 某
	placeName  // of a division, road, river …: a stem before what kind of place it is
	foreignPlace
	brandName // of two or three characters
)

// kinds of places that stand at the end of a name.
const placeEnds = "村镇乡县市区路街道山河江湖岛屿邨州省湾沟岭桥站寺港庄里线"

func kindOf(tag string, r []rune) nameKind {
	if tag == "ns" && len(r) >= 2 && !slices.ContainsFunc(r, func(c rune) bool { return !text.IsHan(c) }) {
		if strings.ContainsRune(placeEnds, r[len(r)-1]) {
			return placeName
		}
		return foreignPlace
	}
	if tag == "nz" && (len(r) == 2 || len(r) == 3) && !slices.ContainsFunc(r, func(c rune) bool { return !text.IsHan(c) }) && !strings.ContainsRune("族线奖", r[len(r)-1]) {
		return brandName
	}
	if tag != "nr" || len(r) < 2 {
		return noName
	}
	if slices.Contains(r, '·') {
		return foreignName
	}
	if slices.ContainsFunc(r, func(c rune) bool { return !text.IsHan(c) }) {
		return noName
	}
	if len(r) <= 3 && tagger.Surname(r[0]) > 0 && !strings.ContainsRune("某总", r[1]) && r[0] != '老' && r[0] != '小' && r[0] != '阿' {
		return chineseName
	}
	if r[1] == '某' && tagger.Surname(r[0]) > 0 {
		return maskedName
	}
	if len(r) >= 4 {
		return foreignName
	}
	return noName
}

// replace returns the sentence with a share of its person names, and some others, replaced by invented ones of the same kind,
// and whether any were.
func (n *names) replace(rng *rand.Rand, ex example, persons float64) (out example, replaced bool) {
	out = ex
	for i, w := range ex.words {
		share := persons
		if w.kind >= placeName {
			share = placeShare
		}
		if w.kind == brandName {
			share = brandShare
		}
		if w.kind == noName || rng.Float64() >= share {
			continue
		}
		if !replaced {
			out.words, replaced = slices.Clone(ex.words), true
		}
		switch w.kind {
		case chineseName:
			out.words[i].runes = n.chinese(rng)
			if rng.IntN(12) == 0 {
				out.words[i].runes = other(rng)
			}
		case maskedName:
			out.words[i].runes = append([]rune(n.surname(rng)), w.runes[1:]...)
		case placeName:
			out.words[i].runes = append(slices.Clone(n.stems[rng.IntN(len(n.stems))]), w.runes[len(w.runes)-1])
		case brandName:
			out.words[i].runes = n.brand(rng)
		case foreignPlace:
			pool := n.stems
			if n.spelled(w.runes) {
				pool = n.foreign
			}
			out.words[i].runes = pool[rng.IntN(len(pool))]
		case foreignName:
			if !slices.Contains(w.runes, '·') && rng.IntN(2) == 0 {
				out.words[i].runes = other(rng)
				continue
			}
			name := slices.Clone(n.foreign[rng.IntN(len(n.foreign))])
			for _, c := range w.runes {
				if c == '·' {
					name = append(append(name, '·'), n.foreign[rng.IntN(len(n.foreign))]...)
				}
			}
			out.words[i].runes = name
		}
	}
	return out, replaced
}

// brand invents the name of a company or a product: two characters as in given names, or a transliteration.
func (n *names) brand(rng *rand.Rand) []rune {
	if rng.IntN(3) == 0 {
		return n.foreign[rng.IntN(len(n.foreign))]
	}
	for {
		if a, b := n.given[rng.IntN(len(n.given))], n.given[rng.IntN(len(n.given))]; len(a) == 2 && len(b) == 2 {
			return []rune{a[0], b[1]}
		}
	}
}

// spelled reports whether a name may be a transliteration.
func (n *names) spelled(r []rune) bool {
	return !slices.ContainsFunc(r, func(c rune) bool { return n.sounds[c] < 10 })
}

// surname chooses a surname by its rank, as the cube of a uniform number: the first ones most often.
func (n *names) surname(rng *rand.Rand) string {
	x := rng.Float64()
	return n.surnames[int(math.Floor(x*x*x*float64(len(n.surnames))))]
}

// chinese invents a Chinese name.
func (n *names) chinese(rng *rand.Rand) []rune {
	s := n.surname(rng)
	given := n.given[rng.IntN(len(n.given))]
	if len(given) == 2 && rng.IntN(2) == 0 { // characters that go together in no list
		given = []rune{given[0], n.given[rng.IntN(len(n.given))][0]}
	}
	return append([]rune(s), given...)
}

// named reports whether the example has a name that may be replaced.
func (ex example) named() bool {
	return slices.ContainsFunc(ex.words, func(w goldWord) bool { return w.kind != noName })
}

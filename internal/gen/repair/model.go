package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// Two sources make the model. The words of the dictionary and of our running text, with their frequencies, make a model of
// words drawn one after another. Our running text makes a model of characters on top of it.
const (
	ownShare  = 0.4    // weight of the words of the running text beside those of the dictionary
	perBreak  = 2      // sentences of the running text, a line each, that make a paragraph
	minPair   = 4      // pairs within words that occur less often are left out if the running text lacks them
	maxTriple = 100000 // the most frequent triples within words are kept, and all of the running text
	scale     = 14.0   // steps of a natural logarithm in the byte that a count is written as
	ratioStep = 0.4    // of a natural logarithm in the four bits that a share is written as
)

// Classes that stand for many characters.
const (
	classDigit = '0'
	classLatin = 'a'
)

// class is the character that stands for r in the model: the folded form, one for all digits, one for all Latin letters.
func class(r rune) rune {
	r = text.Fold(r)
	switch {
	case '0' <= r && r <= '9':
		return classDigit
	case 'a' <= r && r <= 'z':
		return classLatin
	}
	return r
}

type (
	pair   struct{ a, b rune }
	triple struct{ a, b, c rune }
)

// counter holds the counts. Those of words are frequencies of the dictionary's scale, those of text are plain.
type counter struct {
	chars   map[rune]*charCount
	pairs   map[pair]*pairCount
	triples map[triple]*tripleCount
	words   float64
}

type charCount struct{ total, start, end, single, text float64 }

type pairCount struct{ within, start, end, text float64 }

type tripleCount struct{ within, text float64 }

func at[K comparable, V any](m map[K]*V, k K) *V {
	v := m[k]
	if v == nil {
		v = new(V)
		m[k] = v
	}
	return v
}

// word counts a word of frequency n.
func (c *counter) word(w []rune, n float64) {
	c.words += n
	last := len(w) - 1
	for i, r := range w {
		at(c.chars, r).total += n
		if i > 0 {
			p := at(c.pairs, pair{w[i-1], r})
			p.within += n
			if i == 1 {
				p.start += n
			}
			if i == last {
				p.end += n
			}
		}
		if i > 1 {
			at(c.triples, triple{w[i-2], w[i-1], r}).within += n
		}
	}
	at(c.chars, w[0]).start += n
	at(c.chars, w[last]).end += n
	if last == 0 {
		at(c.chars, w[0]).single += n
	}
}

// running counts the characters of one annotated file, and its words into words.
func (c *counter) running(file string, words map[string]int) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	before, prev := '\n', '\n'
	at(c.pairs, pair{before, prev}).text++
	see := func(r rune) {
		at(c.chars, prev).text++
		at(c.pairs, pair{prev, r}).text++
		at(c.triples, triple{before, prev, r}).text++
		before, prev = prev, r
	}
	lines := 0
	for sc.Scan() {
		if strings.HasPrefix(sc.Text(), "#") {
			continue
		}
		for _, token := range strings.Fields(sc.Text()) {
			i := strings.LastIndexByte(token, '/')
			if i <= 0 {
				continue
			}
			w := runes(token[:i])
			words[string(w)]++
			for _, r := range w {
				see(r)
			}
		}
		if lines++; lines%perBreak == 0 {
			words["\n"]++
			see('\n')
		}
	}
	return sc.Err()
}

// buildModel counts and writes the model. marshal tells its form.
func buildModel(dict, glob string) ([]byte, int, error) {
	c := &counter{map[rune]*charCount{}, map[pair]*pairCount{}, map[triple]*tripleCount{}, 0}
	for line := range strings.Lines(dict) {
		f := strings.Fields(line)
		if len(f) < 2 {
			continue
		}
		n, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, 0, fmt.Errorf("dictionary line %q: %w", line, err)
		}
		if w := runes(f[0]); len(w) > 0 && allHan(w) {
			c.word(w, float64(n))
		}
	}
	files, err := filepath.Glob(glob)
	if err != nil || len(files) == 0 {
		return nil, 0, fmt.Errorf("no file at %s: %w", glob, err)
	}
	sort.Strings(files)
	words, tokens := map[string]int{}, 0
	for _, file := range files {
		if err := c.running(file, words); err != nil {
			return nil, 0, err
		}
	}
	for _, n := range words {
		tokens += n
	}
	each := c.words / float64(tokens) // the dictionary's frequency that one occurrence amounts to
	for _, w := range sorted(words, strings.Compare) {
		n := each * float64(words[w])
		if allHan([]rune(w)) {
			n *= ownShare
		} // the dictionary lacks punctuation, numbers and Latin words
		c.word([]rune(w), n)
	}
	return c.marshal(), len(files), nil
}

func sorted[K comparable, V any](m map[K]V, cmp func(a, b K) int) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, cmp)
	return keys
}

func runes(s string) []rune {
	var out []rune
	for _, r := range s {
		out = append(out, class(r))
	}
	return out
}

func allHan(w []rune) bool {
	for _, r := range w {
		if !text.IsHan(r) {
			return false
		}
	}
	return true
}

// marshal writes the number of characters (two bytes) and the characters in order (two bytes each); then columns: of the
// characters their total, start, end, single and text counts (four bytes each) and the number of their pairs (two bytes
// each); of the pairs, ordered by first and second character, the index of the second character (two bytes each), the count
// within words, the shares of it that begin and that end a word (four bits each), the count in text and the number of their
// triples (a byte each); of the triples, in order, the index of the third character (two bytes each), the count within words
// and the count in text (a byte each). Before the pairs and before the triples stands their number (four bytes). Indexes
// start at 1. All numbers are little endian. Counts in a byte are as quantise writes them.
func (c *counter) marshal() []byte {
	le := binary.LittleEndian
	var chars []rune
	for _, r := range sorted(c.chars, func(a, b rune) int { return int(a - b) }) {
		if r < 1<<16 {
			chars = append(chars, r)
		}
	}
	index := map[rune]int{}
	out := le.AppendUint16(nil, uint16(len(chars)))
	for i, r := range chars {
		index[r] = i + 1
		out = le.AppendUint16(out, uint16(r))
	}
	for _, column := range []func(*charCount) float64{
		func(n *charCount) float64 { return n.total },
		func(n *charCount) float64 { return n.start },
		func(n *charCount) float64 { return n.end },
		func(n *charCount) float64 { return n.single },
		func(n *charCount) float64 { return n.text },
	} {
		for _, r := range chars {
			out = le.AppendUint32(out, uint32(math.Round(column(c.chars[r]))))
		}
	}

	triples := c.frequentTriples(index)
	beginning := map[pair]int{} // triples by the pair they begin with
	for _, t := range triples {
		beginning[pair{t.a, t.b}]++
	}
	var pairs []pair
	firsts := map[rune]int{}
	for p, n := range c.pairs {
		if index[p.a] > 0 && index[p.b] > 0 && (n.within >= minPair || n.text > 0 || beginning[p] > 0) {
			pairs = append(pairs, p)
			firsts[p.a]++
		}
	}
	slices.SortFunc(pairs, func(x, y pair) int {
		if x.a != y.a {
			return int(x.a - y.a)
		}
		return int(x.b - y.b)
	})
	for _, r := range chars {
		out = le.AppendUint16(out, uint16(firsts[r]))
	}
	out = le.AppendUint32(out, uint32(len(pairs)))
	for _, p := range pairs {
		out = le.AppendUint16(out, uint16(index[p.b]))
	}
	for _, p := range pairs {
		out = append(out, quantise(c.pairs[p].within))
	}
	for _, p := range pairs {
		n := c.pairs[p]
		out = append(out, ratio(n.start, n.within)<<4|ratio(n.end, n.within))
	}
	for _, p := range pairs {
		out = append(out, quantise(c.pairs[p].text))
	}
	for _, p := range pairs {
		out = append(out, byte(beginning[p]))
	}
	out = le.AppendUint32(out, uint32(len(triples)))
	for _, t := range triples {
		out = le.AppendUint16(out, uint16(index[t.c]))
	}
	for _, t := range triples {
		out = append(out, quantise(c.triples[t].within))
	}
	for _, t := range triples {
		out = append(out, quantise(c.triples[t].text))
	}
	return out
}

// frequentTriples chooses the triples to be kept, in order; of each pair no more than a byte counts.
func (c *counter) frequentTriples(index map[rune]int) []triple {
	order := func(x, y triple) int {
		switch {
		case x.a != y.a:
			return int(x.a - y.a)
		case x.b != y.b:
			return int(x.b - y.b)
		}
		return int(x.c - y.c)
	}
	all := sorted(c.triples, order)
	slices.SortStableFunc(all, func(x, y triple) int {
		m, n := c.triples[x], c.triples[y]
		switch {
		case m.text > n.text:
			return -1
		case m.text < n.text:
			return 1
		case m.within > n.within:
			return -1
		case m.within < n.within:
			return 1
		}
		return 0
	})
	kept, within, begun := []triple(nil), 0, map[pair]int{}
	for _, t := range all {
		p := pair{t.a, t.b}
		if index[t.a] == 0 || index[t.b] == 0 || index[t.c] == 0 || begun[p] == math.MaxUint8 {
			continue
		}
		if c.triples[t].text == 0 {
			if within++; within > maxTriple {
				break
			}
		}
		begun[p]++
		kept = append(kept, t)
	}
	slices.SortFunc(kept, order)
	return kept
}

// quantise writes a count n > 0 as 1 + scale*log(n), rounded, and 0 as 0.
func quantise(n float64) byte {
	if n == 0 {
		return 0
	}
	return byte(min(255, 1+math.Round(scale*math.Log(max(1, n)))))
}

// ratio writes a share s > 0 as 15 + log(s)/ratioStep, rounded, at least 1, and 0 as 0.
func ratio(part, all float64) byte {
	if part == 0 {
		return 0
	}
	return byte(max(1, 15+math.Round(math.Log(part/all)/ratioStep)))
}

package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// Two sources make the model: the dictionary as a model of words drawn one after another by frequency, and our running
// text, whose pairs of characters are counted as they stand.
const (
	textWeight = 60      // how often a pair of the running text counts beside the dictionary's frequencies
	minPair    = 4       // pairs that occur less often are left to the model of words
	maxTriples = 125_000 // the most frequent triples are kept
	tripleBits = 18
	scale      = 14.0 // steps of a natural logarithm in the byte that a pair's count is written as
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

type pair struct{ a, b rune }

type triple struct{ a, b, c rune }

type counter struct {
	total, start, end map[rune]int
	pairs             map[pair]int
	triples           map[triple]int
}

func (c *counter) word(w []rune, n int) {
	for i, r := range w {
		c.total[r] += n
		if i > 0 {
			c.pairs[pair{w[i-1], r}] += n
		}
		if i > 1 {
			c.triples[triple{w[i-2], w[i-1], r}] += n
		}
	}
	c.start[w[0]] += n
	c.end[w[len(w)-1]] += n
}

// see counts a pair of the running text.
func (c *counter) see(a, b rune, n int) {
	c.pairs[pair{a, b}] += n
	c.total[a] += n
}

// buildBigrams writes the number of characters, the characters in order (two bytes each), their total, start and end counts
// (four bytes each, all totals first), the sum of start, then the rows of pairs: for each character the index of its first
// pair (four bytes), one index more at the end, then the second characters as indexes (two bytes each), then the counts
// (one byte each: exp(x/scale)), then the table of triples. All numbers are little endian.
func buildBigrams(dict, glob string) ([]byte, int, error) {
	c := &counter{map[rune]int{}, map[rune]int{}, map[rune]int{}, map[pair]int{}, map[triple]int{}}
	words := 0
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
			c.word(w, n)
			words += n
		}
	}
	files, err := filepath.Glob(glob)
	if err != nil || len(files) == 0 {
		return nil, 0, fmt.Errorf("no file at %s: %w", glob, err)
	}
	sort.Strings(files)
	other, tokens := map[string]int{}, 0
	for _, file := range files {
		if err := running(file, c, other, &tokens); err != nil {
			return nil, 0, err
		}
	}
	// The dictionary lacks punctuation, numbers and Latin words. In the model of words they begin in the share they have of
	// the running text; what follows them is left to the running text alone.
	for w, n := range other {
		c.start[[]rune(w)[0]] += int(int64(n) * int64(words) / int64(tokens))
	}
	return c.marshal(), len(files), nil
}

// running counts the pairs of characters of one annotated file.
func running(file string, c *counter, other map[string]int, tokens *int) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	var end rune // the last character of the line before
	for sc.Scan() {
		if strings.HasPrefix(sc.Text(), "#") {
			continue
		}
		// A line is one sentence. In an article it follows another one as often as it begins a paragraph.
		first, prev, before := true, '\n', '\n'
		for _, token := range strings.Fields(sc.Text()) {
			i := strings.LastIndexByte(token, '/')
			if i <= 0 {
				continue
			}
			w := runes(token[:i])
			*tokens++
			if !allHan(w) {
				other[string(w)]++
			}
			for _, r := range w {
				if first && end != 0 {
					c.see(end, r, textWeight/2)
				}
				first = false
				c.see(prev, r, textWeight)
				c.triples[triple{before, prev, r}] += textWeight
				before, prev = prev, r
			}
		}
		c.see(prev, '\n', textWeight/2)
		end = prev
		other["\n"]++
	}
	return sc.Err()
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

func (c *counter) marshal() []byte {
	var chars []rune
	for r := range c.total {
		if r < 0x10000 {
			chars = append(chars, r)
		}
	}
	sort.Slice(chars, func(i, j int) bool { return chars[i] < chars[j] })
	index := map[rune]int{}
	sum := 0
	le := binary.LittleEndian
	out := le.AppendUint16(nil, uint16(len(chars)))
	for i, r := range chars {
		index[r] = i
		sum += c.start[r]
		out = le.AppendUint16(out, uint16(r))
	}
	for _, m := range []map[rune]int{c.total, c.start, c.end} {
		for _, r := range chars {
			out = le.AppendUint32(out, uint32(m[r]))
		}
	}
	out = le.AppendUint32(out, uint32(sum))

	type entry struct{ a, b, n int }
	var entries []entry
	for p, n := range c.pairs {
		if n < minPair || p.a >= 0x10000 || p.b >= 0x10000 {
			continue
		}
		entries = append(entries, entry{index[p.a], index[p.b], n})
	}
	sort.Slice(entries, func(i, j int) bool {
		if entries[i].a != entries[j].a {
			return entries[i].a < entries[j].a
		}
		return entries[i].b < entries[j].b
	})
	k := 0
	for a := range len(chars) + 1 {
		for k < len(entries) && entries[k].a < a {
			k++
		}
		out = le.AppendUint32(out, uint32(k))
	}
	for _, e := range entries {
		out = le.AppendUint16(out, uint16(e.b))
	}
	for _, e := range entries {
		out = append(out, quantise(e.n))
	}
	return append(out, c.hashTriples(index)...)
}

func quantise(n int) byte { return byte(min(255, math.Round(scale*math.Log(float64(n))))) }

// hashTriples writes the triples into a hash table of 1<<tripleBits slots with linear probing: first the fingerprints of
// all slots (two bytes each, 0 for an empty one), then their counts (one byte each). The index of a character counts from 1.
// For each pair that begins a triple of the table there is an entry with third character 0: the sum of its triples.
func (c *counter) hashTriples(index map[rune]int) []byte {
	type entry struct {
		a, b, c uint16
		n       int
	}
	sums := map[[2]uint16]int{}
	var entries []entry
	for t, n := range c.triples {
		if t.a < 0x10000 && t.b < 0x10000 && t.c < 0x10000 {
			entries = append(entries, entry{uint16(index[t.a] + 1), uint16(index[t.b] + 1), uint16(index[t.c] + 1), n})
		}
	}
	order := func(i, j int) bool {
		x, y := entries[i], entries[j]
		if x.a != y.a {
			return x.a < y.a
		}
		if x.b != y.b {
			return x.b < y.b
		}
		return x.c < y.c
	}
	sort.Slice(entries, order)
	sort.SliceStable(entries, func(i, j int) bool { return entries[i].n > entries[j].n })
	entries = entries[:min(len(entries), maxTriples)]
	for _, e := range entries {
		sums[[2]uint16{e.a, e.b}] += e.n
	}
	for p, n := range sums {
		entries = append(entries, entry{p[0], p[1], 0, n})
	}
	sort.Slice(entries, order)
	prints, counts := make([]byte, 2<<tripleBits), make([]byte, 1<<tripleBits)
	for _, e := range entries {
		slot, print := tripleHash(e.a, e.b, e.c)
		for binary.LittleEndian.Uint16(prints[2*slot:]) != 0 {
			slot = (slot + 1) & (1<<tripleBits - 1)
		}
		binary.LittleEndian.PutUint16(prints[2*slot:], print)
		counts[slot] = quantise(e.n)
	}
	return append(prints, counts...)
}

// tripleHash is the slot of a triple and its fingerprint, which is not 0. Package repair has the same function.
func tripleHash(a, b, c uint16) (slot uint32, print uint16) {
	h := (uint64(a)<<32 | uint64(b)<<16 | uint64(c)) * 0x9E3779B97F4A7C15
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return uint32(h >> (64 - tripleBits)), uint16(h>>16) | 1
}

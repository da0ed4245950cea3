package entities

import (
	"slices"

	"github.com/xinwen-go/xinwen/internal/trie"
)

// mentions finds where the text refers to each person.
func (d *document) mentions(held []*bearer) [][]Mention {
	out := make([][]Mention, len(held))
	if len(held) == 0 {
		return out
	}
	words := make([]string, len(held))
	values := make([]uint32, len(held))
	for x, b := range held {
		words[x], values[x] = b.folded, uint32(x)
	}
	names, err := trie.Build(words, values)
	if err != nil {
		return out
	}
	type hit struct{ i, j, who int }
	var hits []hit
	for i := 0; i < len(d.s); {
		n, v, ok := names.Longest(d.s[i:])
		if !ok || held[v].partial && !d.titleFollows(i+n) {
			i++
			continue
		}
		end := d.withCourtesy(i + n)
		hits = append(hits, hit{i, end, int(v)})
		i = i + n
	}
	for _, h := range hits {
		k := Full
		if held[h.who].partial {
			k = SurnameTitle
		}
		out[h.who] = append(out[h.who], Mention{Span: d.t.Span(h.i, h.j), Kind: k})
	}
	// A pronoun is sure where the sentence before has one person only, as its subject.
	last := -1
	x := 0
	d.t.Sentences(func(i, j int) bool {
		var here []int
		for x < len(hits) && hits[x].i < j {
			here = append(here, x)
			x++
		}
		if d.s[i] == '他' || d.s[i] == '她' {
			if last >= 0 && (i+1 >= j || d.s[i+1] != '们') {
				out[last] = append(out[last], Mention{Span: d.t.Span(i, i+1), Kind: Pronoun})
			}
		}
		for n, h := range here {
			e := hits[h].j
			if n+1 == len(here) || hits[here[n+1]].i > e+3 {
				if e+2 < j && (equal(d.s[e:e+2], "说,") || equal(d.s[e:e+2], "说:")) && (d.s[e+2] == '他' || d.s[e+2] == '她') {
					out[hits[h].who] = append(out[hits[h].who], Mention{Span: d.t.Span(e+2, e+3), Kind: Pronoun})
				}
			}
		}
		switch {
		case len(here) > 0 && d.subjectOnly(i, hits[here[0]].i):
			last = hits[here[0]].who
			for _, h := range here {
				if hits[h].who != last {
					last = -1
					break
				}
			}
		case len(here) > 0:
			last = -1
		}
		return true
	})
	for x := range out {
		slices.SortFunc(out[x], func(a, b Mention) int { return a.Start - b.Start })
	}
	return out
}

// subjectOnly tells that a name at rune at begins its sentence, which starts at i.
func (d *document) subjectOnly(i, at int) bool { return at-i <= 1 }

// withCourtesy is the end of the longest form of a name that ends at rune j: with 同志, 上将 or a title.
func (d *document) withCourtesy(j int) int {
	lex := d.lat.lex
	best := j
	lex.trie.Prefixes(d.s[j:], func(n int, v uint32) bool {
		w := &lex.entry[v]
		if w.is(kCourtesy) || w.is(kTitle) && !w.bare {
			best = j + n
		}
		return true
	})
	return best
}

func (d *document) titleFollows(j int) bool { return d.withCourtesy(j) > j }

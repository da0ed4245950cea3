package entities

import (
	"math/bits"
	"slices"
	"unicode/utf8"
)

// nameHit is one occurrence of a person's name, with what belongs to its longest form.
type nameHit struct{ i, j, who int }

// mentions finds where the text refers to each person.
func (d *document) mentions(held []*bearer) [][]Mention {
	out := make([][]Mention, len(held))
	if len(held) == 0 {
		return out
	}
	hits := d.nameHits(held)
	for _, h := range hits {
		k := Full
		switch {
		case held[h.who].partial || h.i < 0:
			k = SurnameTitle
		case held[h.who].last != "" && h.j-h.i < utf8.RuneCountInString(held[h.who].folded) && !d.dotted(h.i, h.j):
			k = Short
		}
		out[h.who] = append(out[h.who], Mention{Span: d.t.Span(h.i, h.j), Kind: k})
	}
	for _, h := range d.surnameTitles(held, hits) {
		out[h.who] = append(out[h.who], Mention{Span: d.t.Span(h.i, h.j), Kind: SurnameTitle})
	}
	for _, h := range d.titleAddresses(held) {
		out[h.who] = append(out[h.who], Mention{Span: d.t.Span(h.i, h.j), Kind: Short})
	}
	for _, h := range d.pronouns(hits, len(held)) {
		out[h.who] = append(out[h.who], Mention{Span: d.t.Span(h.i, h.j), Kind: Pronoun})
	}
	for x := range out {
		slices.SortFunc(out[x], func(a, b Mention) int { return a.Start - b.Start })
		out[x] = slices.CompactFunc(out[x], func(a, b Mention) bool { return a.Start == b.Start })
	}
	return out
}

// dotted tells that a dot of names stands in the runes [i, j).
func (d *document) dotted(i, j int) bool { return slices.ContainsFunc(d.s[i:j], isDot) }

// nameIndex finds the names of a few people in a text without building a trie.
type nameIndex struct {
	lengths map[rune]uint32  // by first rune: which lengths the names have
	who     map[uint64]int32 // by hash of the runes
}

func hashRunes(s []rune) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range s {
		h = (h ^ uint64(r)) * 1099511628211
	}
	return h
}

func indexNames(held []*bearer) nameIndex {
	x := nameIndex{make(map[rune]uint32, len(held)), make(map[uint64]int32, len(held))}
	for n, b := range held {
		for _, name := range []string{b.folded, b.spaced, b.last} {
			r := []rune(name)
			if len(r) == 0 || len(r) > 31 {
				continue
			}
			h := hashRunes(r)
			if old, ok := x.who[h]; ok && name != b.folded && int(old) != n { // a short form that several share, or another’s name
				continue
			}
			x.lengths[r[0]] |= 1 << len(r)
			x.who[h] = int32(n)
		}
	}
	return x
}

// longest is the length of the longest name at the start of s, and whose it is.
func (x *nameIndex) longest(s []rune, held []*bearer) (n, who int) {
	for m := x.lengths[s[0]]; m != 0; {
		n := 31 - bits.LeadingZeros32(m)
		m &^= 1 << n
		if n > len(s) {
			continue
		}
		if w, ok := x.who[hashRunes(s[:n])]; ok && (equal(s[:n], held[w].folded) || equal(s[:n], held[w].spaced) || equal(s[:n], held[w].last)) {
			return n, int(w)
		}
	}
	return 0, 0
}

// nameHits finds the names of the people in the whole text, the longest at each position.
func (d *document) nameHits(held []*bearer) []nameHit {
	names := indexNames(held)
	var hits []nameHit
	for i := 0; i < len(d.s); {
		n, who := names.longest(d.s[i:], held)
		if n == 0 || held[who].partial && !familiar(d.s[i:i+n]) && (!d.titleFollows(i+n) || i > 0 && d.joins(i)) || d.insideWord(i, n) {
			i++
			continue
		}
		hits = append(hits, nameHit{i, d.withCourtesy(i + n), who})
		i += n
	}
	return hits
}

// familiar tells that a surname stands with the 老 or 小 that tells it from a word: 老韩.
func familiar(s []rune) bool { return len(s) == 2 && (s[0] == '老' || s[0] == '小') }

// insideWord tells that a short name at rune i is part of a longer one that the lattice read there.
func (d *document) insideWord(i, n int) bool {
	x, found := slices.BinarySearchFunc(d.names, i, func(s [2]int, at int) int { return s[0] - at })
	if !found && x > 0 {
		x--
	}
	if x >= len(d.names) {
		return false
	}
	s := d.names[x]
	return s[0] <= i && i+n <= s[1] && s[1]-s[0] > n && !d.known(s)
}

// known tells that the name at s is the longer form of one that was kept.
func (d *document) known(s [2]int) bool {
	b := d.byName[string(d.s[s[0]:s[1]])]
	return b != nil && len(b.holdings) > 0
}

// withCourtesy is the end of the longest form of a name that ends at rune j: with 同志, 上将 or a title.
func (d *document) withCourtesy(j int) int {
	lex := d.lat.lex
	best := j
	lex.trie.Prefixes(d.s[j:], func(n int, v uint32) bool {
		w := &lex.entry[v]
		if w.is(kCourtesy) || w.is(kTitle) && !w.bare {
			best = j + n
		} else if best > j && w.is(kWord) { // 主席团, 书记处
			best = j
		}
		return true
	})
	if best == j && j < len(d.s) && d.s[j] == '副' { // 李明副市长
		if end := d.withCourtesy(j + 1); end > j+1 {
			return end
		}
	}
	return best
}

func (d *document) titleFollows(j int) bool { return d.withCourtesy(j) > j }

// surnameTitles finds 张局长 where the text has one person Zhang who is 局长.
func (d *document) surnameTitles(held []*bearer, hits []nameHit) []nameHit {
	type key struct {
		surname rune
		title   string
	}
	who := map[key]int{}
	for x, b := range held {
		if b.partial || b.foreign || b.sur != 1 {
			continue
		}
		r := []rune(b.folded)[0]
		for _, h := range b.holdings {
			k := key{r, string(d.s[h.head:h.office.j])}
			if old, ok := who[k]; ok && old != x {
				who[k] = -1
			} else {
				who[k] = x
			}
		}
	}
	only := d.onlyOfSurname(held)
	var out []nameHit
	next := 0
	for i := 0; i+1 < len(d.s); i++ {
		for next < len(hits) && hits[next].j <= i {
			next++
		}
		if next < len(hits) && hits[next].i <= i {
			continue
		}
		if d.lat.nam.at(d.s[i]).surname == 0 || i > 0 && d.joins(i) {
			continue
		}
		end := d.withCourtesy(i + 1)
		if end == i+1 {
			continue
		}
		start := i + 1
		if d.s[start] == '副' {
			start++
		}
		if x, ok := who[key{d.s[i], string(d.s[start:end])}]; ok && x >= 0 && i > held[x].first {
			out = append(out, nameHit{i, end, x})
		} else if x, ok := only[d.s[i]]; ok && x >= 0 && i > held[x].first && addressed(d.s[start:end]) {
			out = append(out, nameHit{i, end, x})
		}
	}
	return out
}

// onlyOfSurname tells for each surname which of the people alone in the text bears it, −1 where others do.
func (d *document) onlyOfSurname(held []*bearer) map[rune]int {
	only := map[rune]int{}
	for x, b := range held {
		if b.sur != 1 || b.partial {
			continue
		}
		r := []rune(b.folded)[0]
		if _, ok := only[r]; ok {
			x = -1
		}
		only[r] = x
	}
	for _, n := range d.names {
		if x, ok := only[d.s[n[0]]]; ok && x >= 0 && !equal(d.s[n[0]:n[1]], held[x].folded) && n[1]-n[0] > 1 {
			only[d.s[n[0]]] = -1
		}
	}
	return only
}

// addressed tells that a courtesy word behind a surname refers to a person named before: 吴先生.
func addressed(s []rune) bool {
	switch string(s) {
	case "先生", "女士", "小姐", "教授", "博士", "老师", "院士", "将军", "老人", "同志", "爵士":
		return true
	}
	return false
}

// joins tells that the rune before i and rune i make a common word, so that no surname begins at i.
func (d *document) joins(i int) bool {
	_, ok := d.lat.lex.words.Get(d.s[i-1 : i+1])
	return ok
}

// titleAddresses finds 总统先生 and the like, which refer to the only holder of the title in the text.
func (d *document) titleAddresses(held []*bearer) []nameHit {
	who := map[string]int{}
	for x, b := range held {
		for _, h := range b.holdings {
			k := string(d.s[h.head:h.office.j])
			if old, ok := who[k]; ok && old != x {
				who[k] = -1
			} else {
				who[k] = x
			}
		}
	}
	var out []nameHit
	for i := 0; i+4 <= len(d.s); i++ {
		if d.s[i+2] != '先' && d.s[i+2] != '女' && d.s[i+2] != '阁' {
			continue
		}
		if c := string(d.s[i+2 : i+4]); c != "先生" && c != "女士" && c != "阁下" {
			continue
		}
		if x, ok := who[string(d.s[i:i+2])]; ok && x >= 0 && i > held[x].first+len(held[x].folded)/3 {
			out = append(out, nameHit{i, i + 4, x})
		}
	}
	return out
}

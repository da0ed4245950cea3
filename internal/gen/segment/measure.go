package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/xinwen-go/xinwen/internal/tagger"
)

// result counts the words of the text, those of the model, and those that are right; names are the words tagged nr.
type result struct {
	gold, got, right, tagged     int
	nameGold, nameGot, nameRight int
}

func f(gold, got, right int) float64 { return 200 * float64(right) / float64(max(gold+got, 1)) }

func (r result) String() string {
	return fmt.Sprintf("%d words, F %.2f, with parts of speech %.2f; %d person names, F %.2f", r.gold, f(r.gold, r.got, r.right),
		f(r.gold, r.got, r.tagged), r.nameGold, f(r.nameGold, r.nameGot, r.nameRight))
}

// measure returns the figures on sentences that the model was not trained on, and writes what is wrong.
func measure(m *tagger.Model, tags []string, sentences []example, wrong io.Writer) result {
	var s tagger.Scratch
	var r result
	for _, ex := range sentences {
		f, ends := ex.text()
		m.Cut(&s, f)
		m.Tag(&s, f)
		r.gold += len(ends)
		r.got += len(s.Words)
		at := map[[2]int]uint8{}
		start := 0
		for i, e := range ends {
			at[[2]int{start, e}] = ex.words[i].tag + 1
			if tags[ex.words[i].tag] == "nr" {
				r.nameGold++
			}
			start = e
		}
		for _, w := range s.Words {
			t := at[[2]int{int(w.Start), int(w.End)}]
			if t > 0 {
				r.right++
			}
			if t == w.Tag+1 {
				r.tagged++
			}
			if tags[w.Tag] == "nr" {
				r.nameGot++
				if t == w.Tag+1 {
					r.nameRight++
				}
			}
		}
		list(wrong, &s, tags, ex, f)
	}
	return r
}

// list writes the stretches where the words or their tags differ, with what stands beside them: standard, then ours, and where.
func list(w io.Writer, s *tagger.Scratch, tags []string, ex example, f []rune) {
	if w == io.Discard {
		return
	}
	i, j, start := 0, 0, 0
	for i < len(ex.words) && j < len(s.Words) {
		a, b, from := i, j, start
		start += len(ex.words[i].runes)
		i, j = i+1, j+1
		for start != int(s.Words[j-1].End) {
			if start < int(s.Words[j-1].End) {
				start += len(ex.words[i].runes)
				i++
			} else {
				j++
			}
		}
		if i == a+1 && j == b+1 && ex.words[a].tag == s.Words[b].Tag {
			continue
		}
		var gold, ours []string
		for _, g := range ex.words[a:i] {
			gold = append(gold, string(g.runes)+"/"+tags[g.tag])
		}
		for _, o := range s.Words[b:j] {
			ours = append(ours, string(f[o.Start:o.End])+"/"+tags[o.Tag])
		}
		fmt.Fprintf(w, "%s\t%s\t%s[]%s\t%s\n", strings.Join(gold, " "), strings.Join(ours, " "), string(f[max(from-8, 0):from]), string(f[start:min(start+8, len(f))]), ex.where)
	}
}

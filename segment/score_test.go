package segment_test

import (
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// score counts words by their ends in runes.
type score struct {
	gold, got, right int // words
	tagged           int // right words with the right tag
	crossing         int // words of ours that cross a word of the standard
}

func (s score) f() float64 { return 2 * float64(s.right) / float64(max(s.gold+s.got, 1)) }

func (s score) fTagged() float64 { return 2 * float64(s.tagged) / float64(max(s.gold+s.got, 1)) }

func (s *score) add(gold, got []word) {
	s.gold += len(gold)
	s.got += len(got)
	i := 0
	for _, w := range got {
		for i < len(gold) && gold[i].end <= w.start {
			i++
		}
		if i < len(gold) && gold[i].start == w.start && gold[i].end == w.end {
			s.right++
			if gold[i].tag == w.tag {
				s.tagged++
			}
			continue
		}
		for k := i; k < len(gold) && gold[k].start < w.end; k++ {
			if g := gold[k]; g.start < w.start && w.start < g.end && g.end < w.end || w.start < g.start && g.start < w.end && w.end < g.end {
				s.crossing++
				break
			}
		}
	}
}

// word is a word by runes of a sentence.
type word struct {
	start, end int
	text, tag  string
}

func wordsOf(texts, tags []string) (out []word, all string) {
	n := 0
	for i, t := range texts {
		e := n + utf8.RuneCountInString(t)
		w := word{start: n, end: e, text: t}
		if tags != nil {
			w.tag = tags[i]
		}
		out = append(out, w)
		n = e
		all += t
	}
	return out, all
}

func cut(s *segment.Segmenter, str string) []word {
	t := text.New(str)
	var out []word
	for _, k := range s.Append(nil, t) {
		out = append(out, word{t.Rune(k.Start), t.Rune(k.End), t.Slice(k.Span), k.POS.String()})
	}
	return out
}

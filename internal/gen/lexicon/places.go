package main

import (
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// places adds the full names of divisions, and foreign places. How common each is taken to be grows with its level; a
// place that is in the dictionary keeps what it has if that is more.
func places(words map[string]word) {
	gazetteer.Load().All(func(d *gazetteer.Division) bool {
		freq := 0.0
		switch {
		case d.Foreign():
			freq = 30
		case d.Level == gazetteer.Township:
			if !strings.HasSuffix(d.Name, "镇") && !strings.HasSuffix(d.Name, "乡") {
				return true // 街道 is a word of its own
			}
			freq = 6
		case d.Level == gazetteer.County:
			freq = 40
		default:
			freq = 80
		}
		s := text.FoldString(d.Name)
		n := utf8.RuneCountInString(s)
		if n < 2 || n > 15 || n == 2 && d.Foreign() || strings.ContainsAny(s, "·()（） ") {
			return true
		}
		w, known := words[s]
		if known && w.pos != segment.NS && w.freq > freq {
			return true // a common word that is a name too
		}
		w.freq, w.pos, w.has = max(w.freq, freq), segment.NS, true
		words[s] = w
		return true
	})
}

package main

import (
	"strings"

	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

const numerals = "零〇一二三四五六七八九十百千万亿兆两几数半多余"

// prune drops what our standard of words does not want, or what a model finds better in context.
func prune(words map[string]word) {
	var drop []string
	for s, w := range words {
		if !keep(words, []rune(s), w) {
			drop = append(drop, s)
		}
	}
	for _, s := range drop {
		delete(words, s)
	}
}

func keep(words map[string]word, s []rune, w word) bool {
	for _, r := range s {
		if !text.IsHan(r) && !('a' <= r && r <= 'z') && !('0' <= r && r <= '9') {
			return false
		}
	}
	switch n := len(s); {
	case n == 1:
		return true
	case n > 12:
		return false
	case !text.IsHan(s[0]) && !text.IsHan(s[n-1]):
		return false // Latin strings need no list
	case w.pos == segment.NR && w.freq < 20:
		return false // names of novels, and wrong ones
	case w.pos == segment.M && strings.ContainsRune(numerals+"第", s[0]) && !allNumerals(s):
		return false // numeral and classifier are two words
	case n >= 2 && allNumerals(s) && w.pos == segment.M && w.freq < 100:
		return false
	case strings.ContainsRune("副原前", s[0]) && n >= 3 && isTitle(string(s[1:])):
		return false
	case n >= 4 && w.pos != segment.I && w.pos != segment.NS && w.pos != segment.NR && splits(words, s, w):
		return false
	}
	return true
}

func allNumerals(s []rune) bool {
	for i, r := range s {
		if !strings.ContainsRune(numerals, r) && !(i == 0 && r == '第') {
			return false
		}
	}
	return true
}

var titles = []string{"长", "书记", "主席", "主任", "总理", "总统", "教授", "研究员", "司令", "总裁", "经理", "委员", "领队", "主编", "总编", "政委", "代表", "大使"}

func isTitle(s string) bool {
	for _, t := range titles {
		if strings.HasSuffix(s, t) {
			return true
		}
	}
	return false
}

// splits reports whether a word is two far commoner words, as 县委书记: our standard takes such a compound apart.
func splits(words map[string]word, s []rune, w word) bool {
	if w.freq > 60 {
		return false
	}
	for i := 2; i+2 <= len(s); i++ {
		a, okA := words[string(s[:i])]
		b, okB := words[string(s[i:])]
		if okA && okB && a.freq >= 100 && b.freq >= 100 {
			return true
		}
	}
	return false
}

// correct sets what the source has wrong or lacks for the commonest words of news.
func correct(words map[string]word) {
	for s, tag := range tagFixes {
		p, ok := segment.ParsePOS(tag)
		if !ok {
			panic("lexicon: no tag " + tag)
		}
		w := words[s]
		w.freq, w.pos = max(w.freq, 3), p
		words[s] = w
	}
	for _, list := range additions {
		p, ok := segment.ParsePOS(list.tag)
		if !ok {
			panic("lexicon: no tag " + list.tag)
		}
		for _, s := range strings.Fields(list.words) {
			s = text.FoldString(s)
			w := words[s]
			w.freq, w.pos = max(w.freq, 200), p
			if p == segment.NR {
				w.freq = max(w.freq, 600)
			}
			words[s] = w
		}
	}
	for _, list := range vocabulary {
		p, ok := segment.ParsePOS(list.tag)
		if !ok {
			panic("lexicon: no tag " + list.tag)
		}
		for _, s := range strings.Fields(list.words) {
			s = text.FoldString(s)
			if w, known := words[s]; !known || w.freq < 60 {
				words[s] = word{freq: 60, pos: p, has: true, more: w.more}
			}
		}
	}
	for _, s := range strings.Fields(removals) {
		delete(words, s)
	}
}

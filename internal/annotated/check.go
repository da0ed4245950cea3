package annotated

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// Conflict is a string that the text has both as one word and as several.
type Conflict struct {
	Text        string   // folded
	Split       string   // as several words, separated by spaces
	Joined      int      // how often it is one word
	Apart       int      // how often it is cut as Split
	SameContext bool     // once at least with the same word before and after it
	Where       []string // file:line of the rarer way, at most three
}

// Conflicts lists the strings of the sentences that are cut in two ways, the most frequent first: those that are one
// word in one place and two to four words in another.
func Conflicts(sentences []Sentence) []Conflict {
	type use struct {
		n        int
		contexts map[string]bool
		where    []string
	}
	add := func(m map[string]*use, key, context, where string) {
		u := m[key]
		if u == nil {
			u = &use{contexts: map[string]bool{}}
			m[key] = u
		}
		u.n++
		u.contexts[context] = true
		if len(u.where) < 3 {
			u.where = append(u.where, where)
		}
	}
	each := func(yield func(words []string, i, j int, where string)) {
		for _, s := range sentences {
			words := make([]string, 0, len(s.Words)+2)
			words = append(words, "")
			for _, w := range s.Words {
				words = append(words, text.FoldString(w.Text))
			}
			words = append(words, "")
			where := fmt.Sprintf("%s:%d", s.File, s.Line)
			for i := 1; i+1 < len(words); i++ {
				for j := i + 1; j <= i+4 && j < len(words); j++ {
					yield(words, i, j, where)
				}
			}
		}
	}
	joined, apart := map[string]*use{}, map[string]*use{}
	each(func(words []string, i, j int, where string) {
		if j == i+1 && len([]rune(words[i])) > 1 {
			add(joined, words[i], words[i-1]+" "+words[j], where)
		}
	})
	each(func(words []string, i, j int, where string) {
		if j > i+1 && joined[strings.Join(words[i:j], "")] != nil {
			add(apart, strings.Join(words[i:j], " "), words[i-1]+" "+words[j], where)
		}
	})
	var out []Conflict
	for split, a := range apart {
		key := strings.ReplaceAll(split, " ", "")
		j := joined[key]
		c := Conflict{Text: key, Split: split, Joined: j.n, Apart: a.n}
		if c.Where = a.where; j.n < a.n {
			c.Where = j.where
		}
		for context := range a.contexts {
			c.SameContext = c.SameContext || j.contexts[context]
		}
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Conflict) int {
		if x, y := min(a.Joined, a.Apart), min(b.Joined, b.Apart); x != y {
			return y - x
		}
		return strings.Compare(a.Split, b.Split)
	})
	return out
}

// TagConflict is a word that the text tags in two ways between neighbours of the same tags.
type TagConflict struct {
	Word         string // folded
	Before, Next string // the tags of its neighbours, empty at the ends of a sentence
	Tag, Rarer   string
	Count, Rare  int
	Where        []string // file:line of the rarer way, at most three
}

// TagConflicts lists the words of the sentences that have two tags between neighbours of the same tags, the most frequent
// first. A third tag is a conflict of its own.
func TagConflicts(sentences []Sentence) []TagConflict {
	type place struct{ word, before, next string }
	type use struct {
		n     int
		where []string
	}
	uses := map[place]map[string]*use{}
	for _, s := range sentences {
		for i, w := range s.Words {
			p := place{word: text.FoldString(w.Text)}
			if i > 0 {
				p.before = s.Words[i-1].Tag
			}
			if i+1 < len(s.Words) {
				p.next = s.Words[i+1].Tag
			}
			if uses[p] == nil {
				uses[p] = map[string]*use{}
			}
			u := uses[p][w.Tag]
			if u == nil {
				u = &use{}
				uses[p][w.Tag] = u
			}
			if u.n++; len(u.where) < 3 {
				u.where = append(u.where, fmt.Sprintf("%s:%d", s.File, s.Line))
			}
		}
	}
	var out []TagConflict
	for p, tags := range uses {
		counts := map[string]int{}
		for tag, u := range tags {
			counts[tag] = u.n
		}
		main := commonest(counts, strings.Compare)
		for tag, u := range tags {
			if tag != main {
				out = append(out, TagConflict{p.word, p.before, p.next, main, tag, counts[main], u.n, u.where})
			}
		}
	}
	slices.SortFunc(out, func(a, b TagConflict) int {
		if a.Rare != b.Rare {
			return b.Rare - a.Rare
		}
		return strings.Compare(a.Word+" "+a.Before+" "+a.Next+" "+a.Rarer, b.Word+" "+b.Before+" "+b.Next+" "+b.Rarer)
	})
	return out
}

package annotated

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/text"
)

// A string of content words that the text cuts in two ways is cut the commoner way throughout. Which way is commoner is
// counted over the whole text; where both are as common, the string is one word. Strings whose cut the context decides
// (才能 with 能 a verb, 个人 with 个 a classifier, 不过 as a conjunction) are left alone: they are told by the tags.

// content are the tags of the words whose joining no grammar forces.
var content = strings.Fields("n v vn vd a ad an b j f s ns nt nz z t l i d")

// alone are words that are joined to the next one by no custom: adverbs and auxiliaries, whose joining changes the meaning.
const alone = "就也都还才又再正已将会要能可很更太较只仍便却即来去是有让把被从到在给"

func uniform(words []Word) bool {
	for i, w := range words {
		if !slices.Contains(content, w.Tag) || i == 0 && utf8.RuneCountInString(w.Text) == 1 && strings.Contains(alone, text.FoldString(w.Text)) {
			return false
		}
	}
	return true
}

// way is one way to cut a string: its tags and the lengths of its words in characters.
type way struct {
	lengths string // one byte a word
	tags    string
}

const longestJoined = 8 // characters of the strings that are brought to one cut

// unify cuts the strings that the sentences cut in two ways the commoner way.
func unify(sentences []Sentence) {
	joined := map[string]map[string]int{} // string, tag
	for _, s := range sentences {
		for _, w := range s.Words {
			if n := utf8.RuneCountInString(w.Text); n >= 2 && n <= longestJoined && slices.Contains(content, w.Tag) {
				k := text.FoldString(w.Text)
				if joined[k] == nil {
					joined[k] = map[string]int{}
				}
				joined[k][w.Tag]++
			}
		}
	}
	apart := map[string]map[way]int{}
	for _, s := range sentences {
		spans(s.Words, func(i, j int, str string) {
			if joined[str] != nil {
				if apart[str] == nil {
					apart[str] = map[way]int{}
				}
				apart[str][wayOf(s.Words[i:j])]++
			}
		})
	}
	join := map[string]string{}
	split := map[string]way{}
	for str, ways := range apart {
		ones, several := 0, 0
		tag, cut := commonest(joined[str], strings.Compare), commonest(ways, func(a, b way) int {
			return strings.Compare(a.lengths+a.tags, b.lengths+b.tags)
		})
		for _, n := range joined[str] {
			ones += n
		}
		for _, n := range ways {
			several += n
		}
		if ones >= several || tag == "nt" && 2*ones >= several { // organisations are whole if in doubt
			join[str] = tag
		} else {
			split[str] = cut
		}
	}
	for k := range sentences {
		sentences[k].Words = recut(sentences[k].Words, join, split)
	}
	for _, class := range classes {
		retag(sentences, class)
	}
}

// classes are sets of tags between which no context decides: what kind of name or noun a word is, whether its use as a
// noun or an adverb is one of a verb, of an adjective or its own. A word has the commonest of them wherever it has any. What
// stands for a brand or title (nz) or only before a noun (b) in one place may be a plain noun in another: 苹果, 高速.
var classes = [][]string{
	strings.Fields("n ns nt j s t l i z k nx"), strings.Fields("n vn"), strings.Fields("n an"), strings.Fields("d ad vd"),
}

// retag gives each word of two characters or more, wherever it has a tag of the class, the one it has most often.
func retag(sentences []Sentence, class []string) {
	counts := map[string]map[string]int{}
	each := func(do func(key string, w *Word)) {
		for _, s := range sentences {
			for i := range s.Words {
				if w := &s.Words[i]; utf8.RuneCountInString(w.Text) >= 2 && slices.Contains(class, w.Tag) {
					do(text.FoldString(w.Text), w)
				}
			}
		}
	}
	each(func(key string, w *Word) {
		if counts[key] == nil {
			counts[key] = map[string]int{}
		}
		counts[key][w.Tag]++
	})
	each(func(key string, w *Word) { w.Tag = commonest(counts[key], strings.Compare) })
}

// spans calls yield for each two to three neighbours that are content words and not too long together.
func spans(words []Word, yield func(i, j int, folded string)) {
	for i := range words {
		str := words[i].Text
		for j := i + 1; j < len(words) && j < i+3; j++ {
			if str += words[j].Text; !uniform(words[i:j+1]) || utf8.RuneCountInString(str) > longestJoined {
				break
			}
			yield(i, j+1, text.FoldString(str))
		}
	}
}

func wayOf(words []Word) way {
	var w way
	var tags []string
	for _, x := range words {
		w.lengths += string(rune(utf8.RuneCountInString(x.Text)))
		tags = append(tags, x.Tag)
	}
	w.tags = strings.Join(tags, " ")
	return w
}

// commonest returns the key counted most, of those the first in order.
func commonest[K comparable](counts map[K]int, order func(a, b K) int) K {
	var best K
	top := 0
	for k, n := range counts {
		if n > top || n == top && order(k, best) < 0 {
			best, top = k, n
		}
	}
	return best
}

func recut(words []Word, join map[string]string, split map[string]way) []Word {
	end, tag := map[int]int{}, map[int]string{}
	spans(words, func(i, j int, str string) {
		if t, ok := join[str]; ok {
			end[i], tag[i] = j, t
		}
	})
	out := make([]Word, 0, len(words))
	for i := 0; i < len(words); i++ {
		w := words[i]
		if j, ok := end[i]; ok {
			for _, x := range words[i+1 : j] {
				w.Text += x.Text
			}
			w.Tag = tag[i]
			i = j - 1
		} else if cut, ok := split[text.FoldString(w.Text)]; ok && slices.Contains(content, w.Tag) {
			runes := []rune(w.Text)
			for k, t := range strings.Fields(cut.tags) {
				n := int([]rune(cut.lengths)[k])
				out = append(out, Word{string(runes[:n]), t})
				runes = runes[n:]
			}
			continue
		}
		out = append(out, w)
	}
	return out
}

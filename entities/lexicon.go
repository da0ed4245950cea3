package entities

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/xinwen-go/xinwen/internal/trie"
)

//go:embed words.trie
var wordsTable []byte

// kind is what a stretch of text is taken for.
type kind uint8

const (
	kStart    kind = iota // the beginning, and punctuation that ends a clause
	kComma                // , between parts of a sentence
	kOpen                 // ( and “
	kClose                // ) and ”
	kSep                  // 、 and 和 between equals
	kSepName              // the same after a name
	kSepTitle             // the same after a title
	kWord                 // a noun or another word that may stand in the name of an organisation
	kFunc                 // a verb, adverb, particle, number, time: what a name of an organisation ends at
	kStop                 // a noun that an organisation does not begin with
	kPlace
	kLevel // a word that stands for a territory named elsewhere: 市, 县
	kOrgan
	kOrgWord
	kMod // 副
	kStatus
	kTitle
	kProfession
	kName
	kCourtesy
	kVerb // a verb of taking, giving or leaving an office
	kUnknown
	kSurname // alone before a title: 王主任
	kTail    // 长 after an organ: 政务司长
	kSpace
	kinds
)

// lexWord is a word of the lexicon: every kind it may be, and what it says as verb or status word.
type lexWord struct {
	kinds  uint32 // bit 1<<kind
	bare   bool   // as a title, only with an organisation before it
	give   bool   // as a verb, the person is the object
	take   bool   // as a verb, the person is the subject
	status Status // of a status word or a take verb
	given  Status // of a give verb
	adverb Status // as an adverb before a verb of office
	cue    cue    // what it announces of its sentence
	short  bool   // a courtesy that is a military rank
	speech bool   // a verb of speech or the like, which has a person as its subject
}

func (w *lexWord) is(k kind) bool { return w.kinds&(1<<k) != 0 }

type lexicon struct {
	words trie.Trie  // common words: cost | class<<16
	trie  *trie.Trie // our own words: index of entries
	entry []lexWord
	cost  []int32      // of each entry, from words where it is there
	first [1024]uint64 // set of the runes that words with a cue begin with
}

var lexica = sync.OnceValue(func() *lexicon {
	l := &lexicon{}
	if err := l.words.UnmarshalBinary(wordsTable); err != nil { // the data is part of the program: a test reads it
		panic(err)
	}
	index := map[string]int{}
	var keys []string
	add := func(list string, set func(*lexWord)) {
		for _, w := range strings.Fields(list) {
			i, ok := index[w]
			if !ok {
				i = len(l.entry)
				index[w] = i
				keys = append(keys, w)
				l.entry = append(l.entry, lexWord{})
			}
			set(&l.entry[i])
		}
	}
	as := func(k kind) func(*lexWord) { return func(w *lexWord) { w.kinds |= 1 << k } }
	for _, list := range []string{levelTitles, unitTitles, titles} {
		add(list, as(kTitle))
	}
	add(bareTitles, func(w *lexWord) { w.kinds |= 1 << kTitle; w.bare = true })
	add(professions, as(kProfession))
	add(modifiers, as(kMod))
	add(courtesies, as(kCourtesy))
	add(militaryRanks, func(w *lexWord) { w.kinds |= 1 << kCourtesy; w.short = true })
	add(organs, as(kOrgan))
	add(orgWords, as(kOrgWord))
	add(orgLinks, as(kOrgWord))
	add(levels, as(kLevel))
	add(partyPrefixes, as(kOrgWord))
	add(stopNouns, as(kStop))
	add(falseTitles, as(kWord))
	for s, list := range takeVerbs {
		add(list, func(w *lexWord) { w.kinds |= 1 << kVerb; w.take, w.status = true, s })
	}
	for s, list := range giveVerbs {
		add(list, func(w *lexWord) { w.kinds |= 1 << kVerb; w.give, w.given = true, s })
	}
	for s, list := range adverbs {
		add(list, func(w *lexWord) { w.kinds |= 1 << kFunc; w.adverb = s })
	}
	add(speechVerbs, func(w *lexWord) { w.kinds |= 1 << kFunc; w.speech = true })
	for s, list := range statusWords {
		add(list, func(w *lexWord) { w.kinds |= 1 << kStatus; w.status = s })
	}
	add(lifeWords, func(w *lexWord) { w.cue |= cueLife })
	add(deathWords, func(w *lexWord) { w.cue |= cueDeath })
	add("他 她", func(w *lexWord) { w.cue |= cuePronoun })
	for _, s := range separators {
		add(s, func(w *lexWord) { w.kinds = 1 << kSep })
	}
	for _, s := range notWords { // single characters whose role the grammar tells
		if i, ok := index[s]; ok {
			l.entry[i].kinds &^= 1 << kOrgWord
		}
	}
	values := make([]uint32, len(keys))
	l.cost = make([]int32, len(keys))
	for i, k := range keys {
		values[i] = uint32(i)
		r := []rune(k)
		l.cost[i] = int32(l.defaultCost(&l.entry[i], r))
		if l.entry[i].is(kTitle) {
			l.entry[i].cue |= cueOffice
		}
		if l.entry[i].cue != 0 && r[0] <= 0xFFFF {
			l.first[r[0]>>6] |= 1 << (r[0] & 63)
		}
	}
	var err error
	if l.trie, err = trie.Build(keys, values); err != nil {
		panic(err) // a test builds it
	}
	return l
})

var (
	separators = []string{"、", "和", "与", "及", "以及", "暨", "兼", "兼任"}
	notWords   = []string{"和", "与", "及", "暨"}
)

// begins tells that a word with a cue may begin with r.
func (l *lexicon) begins(r rune) bool {
	return uint32(r) <= 0xFFFF && l.first[r>>6]&(1<<(r&63)) != 0
}

// defaultCost is the cost of a word of the lexicon: what the table of common words says, but never more than its kind
// deserves, for offices and organs are the commonest words of the texts we read.
func (l *lexicon) defaultCost(w *lexWord, s []rune) int {
	limit := 1000
	switch {
	case w.is(kTitle), w.is(kProfession):
		limit = 880
	case w.is(kOrgan) && len(s) == 1:
		limit = 780
	case w.is(kOrgan):
		limit = 900
	case w.is(kMod), w.is(kStatus), w.is(kVerb):
		limit = 800
	case w.is(kLevel):
		limit = 650
	}
	if v, ok := l.words.Get(s); ok {
		return min(limit, int(v&0xFFFF))
	}
	return limit
}

// classKind is the kind of a common word by the first letter of its part of speech.
func classKind(class byte) kind {
	switch class {
	case 'n', 'j', 's', 'z', 'b', 'g', 'i', 'l', 'x', 'h', 'k':
		return kWord
	}
	return kFunc
}

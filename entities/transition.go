package entities

import (
	"strings"
	"sync"

	"github.com/xinwen-go/xinwen/internal/trie"
)

// transition is what an item of one kind costs after one of another, beside its own cost: −100·ln of how much likelier (or
// less likely) it is there than anywhere. The figures were set by hand so that 副市长 draws a name and 市 an organ.
var transition = sync.OnceValue(func() *[kinds][kinds]int16 {
	m := new([kinds][kinds]int16)
	to := func(k kind, other int16, special map[kind]int16) {
		for p := range m {
			m[p][k] = other
		}
		for p, c := range special {
			m[p][k] = c
		}
	}
	to(kName, 420, map[kind]int16{kTitle: 20, kProfession: 40, kSepName: 30, kSepTitle: 250, kCourtesy: 500, kComma: 330, kStart: 330, kOpen: 380,
		kFunc: 350, kVerb: 180, kWord: 600, kOrgan: 450, kOrgWord: 700, kPlace: 430, kLevel: 1500, kName: 1200, kMod: 1500, kStatus: 600, kUnknown: 700, kSep: 300, kStop: 350, kClose: 300})
	to(kTitle, 50, map[kind]int16{kOrgan: -150, kOrgWord: -50, kMod: -250, kLevel: 0, kPlace: -50, kStatus: -100, kSepTitle: -150, kName: -50, kWord: 0,
		kFunc: 100, kStart: 0, kComma: 0, kTitle: 600, kVerb: -100, kProfession: 200, kClose: 0})
	to(kProfession, 50, map[kind]int16{kTitle: 200, kName: 0, kMod: 100, kLevel: 500})
	to(kLevel, 300, map[kind]int16{kStart: 50, kComma: 50, kSep: 50, kSepName: 50, kSepTitle: 50, kFunc: 100, kStatus: 50, kVerb: 0, kTitle: 400, kName: 500, kOrgan: 600,
		kUnknown: 500, kOpen: 50, kClose: 200, kLevel: 500, kMod: 900})
	to(kMod, 300, map[kind]int16{kOrgan: 0, kLevel: 0, kPlace: 0, kStatus: 0, kSepTitle: 0, kStart: 0, kComma: 0, kVerb: 0, kSep: 0, kSepName: 0, kOrgWord: 50,
		kFunc: 150, kWord: 150, kName: 500, kUnknown: 500, kMod: 0, kTitle: 700})
	to(kStatus, 200, map[kind]int16{kWord: 60, kOrgan: 0, kLevel: 50, kPlace: 0, kStart: 0, kComma: 0, kSep: 0, kSepName: 0, kSepTitle: 0, kVerb: 50, kOrgWord: 50, kMod: 800, kTitle: 500, kName: 300})
	to(kOrgan, 50, map[kind]int16{kStatus: -30, kPlace: -100, kLevel: -100, kOrgan: 0, kOrgWord: -100, kWord: 0, kUnknown: 0, kStart: 100, kComma: 100, kFunc: 150, kName: 500, kTitle: 500, kMod: 600})
	to(kOrgWord, 50, map[kind]int16{kStatus: -30, kPlace: -50, kOrgan: 0, kOrgWord: -50, kLevel: 50, kMod: 300, kTitle: 400, kName: 300})
	to(kCourtesy, 700, map[kind]int16{kName: -200, kClose: 300})
	to(kPlace, 0, map[kind]int16{kTitle: 450, kMod: 900, kName: 450, kCourtesy: 450, kStatus: -60, kLevel: 700, kPlace: -50, kUnknown: 100, kWord: 100})
	to(kStop, 30, map[kind]int16{kTitle: 80, kLevel: 700, kMod: 700, kStatus: 400})
	to(kWord, 0, map[kind]int16{kLevel: 500, kMod: 600, kStatus: -30, kTitle: 150})
	to(kFunc, 0, map[kind]int16{kTitle: 100, kLevel: 500, kMod: 900, kStatus: 500})
	to(kVerb, 50, map[kind]int16{kName: -150, kCourtesy: -250, kLevel: 900, kMod: 900, kStatus: 500, kComma: 0, kFunc: 30})
	to(kUnknown, 0, map[kind]int16{kTitle: 150, kLevel: 900, kMod: 900, kStatus: 500})
	to(kSurname, 900, map[kind]int16{kStart: 400, kComma: 400, kFunc: 450, kSep: 450, kSepName: 350, kSepTitle: 350, kVerb: 400, kOpen: 400, kClose: 500, kStop: 500, kPlace: 500})
	to(kTail, 3000, map[kind]int16{kOrgan: -150, kPlace: 60, kOrgWord: 1500})
	for _, k := range []kind{kStart, kComma, kOpen, kClose, kSep, kSepName, kSepTitle} {
		to(k, 0, map[kind]int16{kLevel: 600, kMod: 900, kStatus: 500})
	}
	for k := range m[kSurname] {
		m[kSurname][k] = 3000
		m[kTail][k] = m[kTitle][k]
	}
	m[kSurname][kTitle], m[kSurname][kMod] = -150, 300
	return m
})

var syllableTrie = sync.OnceValue(func() *trie.Trie {
	seen := map[string]bool{}
	var words []string
	for _, w := range strings.Fields(syllables) {
		if !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	t, err := trie.Build(words, make([]uint32, len(words)))
	if err != nil {
		panic(err) // a test builds it
	}
	return t
})

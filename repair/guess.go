package repair

import (
	"sort"
	"sync"
)

// tails lists, for each lead byte, the trail bytes that are lead bytes themselves, so that they are lost when they are cut
// off: those of the most frequent characters first, no more than guesses.
var tails = sync.OnceValue(func() *[256][]byte {
	out := new([256][]byte)
	for lead := firstLead; lead <= lastLead; lead++ {
		var codes []code
		for trail := firstLead; trail <= lastTrail; trail++ {
			codes = append(codes, code(lead<<8|trail))
		}
		for _, c := range frequent(codes, guesses) {
			out[lead] = append(out[lead], byte(c))
		}
	}
	return out
})

// orphans lists the lead bytes that stage P may have cut off from A3: those of the most frequent characters first.
var orphans = sync.OnceValue(func() []byte {
	var codes []code
	for lead := firstLead; lead <= lastLead; lead++ {
		codes = append(codes, code(lead<<8|0xA3))
	}
	var out []byte
	for _, c := range frequent(codes, guesses) {
		out = append(out, byte(c>>8))
	}
	return out
})

// heads lists, for each trail byte, the lead bytes of the most frequent characters that end with it, no more than guesses.
var heads = sync.OnceValue(func() *[256][]byte {
	out := new([256][]byte)
	for trail := firstTrail; trail <= lastTrail; trail++ {
		var codes []code
		for lead := firstLead; lead <= lastLead; lead++ {
			codes = append(codes, code(lead<<8|trail))
		}
		for _, c := range frequent(codes, guesses) {
			out[trail] = append(out[trail], byte(c>>8))
		}
	}
	return out
})

// frequent sorts characters by frequency and returns the first n.
func frequent(codes []code, n int) []code {
	g, m := gbk(), languageModel()
	kept := codes[:0]
	for _, c := range codes {
		if r := rune(g.toRune[c]); r != 0 && (r < 0xE000 || r >= 0xF900) && !wideLetter(r) {
			kept = append(kept, c)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool { return m.share[m.ofCode[kept[i]]] > m.share[m.ofCode[kept[j]]] })
	return kept[:min(n, len(kept))]
}

// wideLetter reports whether r is a full-width digit or letter.
func wideLetter(r rune) bool {
	return r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

package text

import (
	"strings"
	"unicode"
)

const (
	hansOnly = 1 // a simplified form that traditional text does not use
	hantOnly = 2 // a traditional form that simplified text does not use
)

// Fold returns the folded form of a rune: simplified, half-width, lower-case, with quotes, dots and dashes unified:
// 「 and “ become “, 『 becomes ‘, full-width ASCII becomes ASCII, the ideographic space a space, ‧ and ・ become ·,
// compatibility ideographs their unified character.
func Fold(r rune) rune {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r < rune(len(foldPages)*256):
		if p := foldPages[r>>8]; p != 0 {
			return rune(foldBlocks[p][r&0xFF])
		}
		return r
	}
	if f, ok := foldAstral[r]; ok {
		return f
	}
	return unicode.ToLower(r)
}

// FoldString folds every rune of s.
func FoldString(s string) string { return strings.Map(Fold, s) }

// Simplify returns s with each traditional character replaced by its simplified one, and nothing else changed. It works
// character by character, as OpenCC's TSCharacters does: a word whose simplified form depends on the word (乾隆) is not told
// apart.
func Simplify(s string) string {
	return strings.Map(func(r rune) rune {
		if IsHan(r) {
			return Fold(r)
		}
		return r
	}, s)
}

func scriptOf(r rune) byte {
	if r < 0x3400 || r > 0x9FFF {
		return 0
	}
	i := r - 0x3400
	return scriptBits[i>>2] >> (2 * (i & 3)) & 3
}

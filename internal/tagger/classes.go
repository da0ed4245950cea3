package tagger

import "github.com/xinwen-go/xinwen/text"

// Class is what is known of a character from lists of words and names.
type Class struct {
	Name  uint8 // how it stands in names
	Shape uint8 // how words use it
	// What the words of the lexicon that begin, and that end, with it mostly are: tag + 1, and 64 where most of them are.
	Head, Tail uint8
	Odds       Odds
}

// Odds are how much likelier a character is as part of a Chinese person name than in text: natural logarithms, in
// quarters. Impossible stands for a character that is never met there.
type Odds struct {
	Surname, First, Second, Single int8 // surname; first and second of two given characters; a given name of its own
}

// Impossible are the odds of what is never met.
const Impossible = -100

// Classes are coarse classes of characters, learned from lists.
type Classes struct {
	byRune    map[rune]Class
	table     [0x5200]Class       // of the runes from U+4E00 on
	compounds [0x5200 / 64]uint64 // which of them begin compound surnames
}

// NewClasses returns the classes of characters. Those it lacks count as the zero class without any odds; characters that
// are not Han are of no class.
func NewClasses(byRune map[rune]Class) *Classes {
	c := &Classes{byRune: byRune}
	for i := range c.table {
		c.table[i].Odds = unseen
	}
	for name := range compoundSet() {
		k := name[0] - 0x4E00
		c.compounds[k>>6] |= 1 << (k & 63)
	}
	for r, class := range byRune {
		if k := r - 0x4E00; k >= 0 && int(k) < len(c.table) {
			c.table[k] = class
		}
	}
	return c
}

var unseen = Odds{Impossible, Impossible, Impossible, Impossible}

func (c *Classes) of(r rune) (name, shape uint8) {
	if k := r - 0x4E00; k >= 0 && int(k) < len(c.table) {
		return c.table[k].Name + 1, c.table[k].Shape + 1
	}
	if text.IsHan(r) {
		return 1, 1
	}
	return 0, 0
}

// ends returns what words that begin with a, and those that end with b, mostly are.
func (c *Classes) ends(a, b rune) uint64 {
	var x uint64
	if k := a - 0x4E00; k >= 0 && int(k) < len(c.table) {
		x = uint64(c.table[k].Head)
	}
	if k := b - 0x4E00; k >= 0 && int(k) < len(c.table) {
		x |= uint64(c.table[k].Tail) << 8
	}
	return x
}

func (c *Classes) odds(r rune) *Odds {
	if k := r - 0x4E00; k >= 0 && int(k) < len(c.table) {
		return &c.table[k].Odds
	}
	return &unseen
}

// compoundOdds are the odds of a compound surname.
const compoundOdds = 24

// startsName ranks how likely a person name of two, and of three characters starts here; with a compound surname it is one
// of three, and of four. 0: none; 1 to 9.
func (c *Classes) startsName(f []rune) (ranks [2]uint8, compound bool) {
	if len(f) < 2 {
		return ranks, false
	}
	surname := int(c.odds(f[0]).Surname)
	rest := f[1:]
	if c.compound(f[0], f[1]) {
		surname, rest, compound = compoundOdds, f[2:], true
	} else if surname == Impossible {
		return ranks, false
	}
	if len(rest) > 0 {
		ranks[0] = oddsRank(surname + int(c.odds(rest[0]).Single))
	}
	if len(rest) > 1 {
		ranks[1] = oddsRank(surname + int(c.odds(rest[0]).First) + int(c.odds(rest[1]).Second))
	}
	return ranks, compound
}

// compound reports whether two characters are a compound surname.
func (c *Classes) compound(a, b rune) bool {
	k := uint32(a - 0x4E00)
	return k < uint32(len(c.table)) && c.compounds[k>>6]>>(k&63)&1 != 0 && compoundSurname(a, b)
}

// oddsRank ranks the odds of a name, 1 to 9; 0 where it is impossible.
func oddsRank(x int) uint8 {
	if x <= Impossible/2 {
		return 0
	}
	return uint8(min(max(x+16, 0)/5, 8)) + 1
}

// sound is how often a character stands in transliterated names, 0 to 2.
func (c *Classes) sound(r rune) uint8 {
	class, _ := c.of(r)
	return (max(class, 1) - 1) / 12
}

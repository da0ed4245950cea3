package entities

// runeSet is a set of runes of the basic plane.
type runeSet [1024]uint64

func newRuneSet(runes string) *runeSet {
	var s runeSet
	for _, r := range runes {
		if uint32(r) <= 0xFFFF {
			s[r>>6] |= 1 << (r & 63)
		}
	}
	return &s
}

func (s *runeSet) has(r rune) bool {
	return uint32(r) <= 0xFFFF && s[r>>6]&(1<<(r&63)) != 0
}

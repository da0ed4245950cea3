package text

// Sentences calls yield for each sentence of the text, as a range of runes [i, j), until yield returns false. A sentence
// ends after 。 ！ ？ … or a line break, with the closing quotes, brackets and line break that follow; an ASCII full stop ends one only
// between Han characters. Together the sentences cover the text.
func (t *Text) Sentences(yield func(i, j int) bool) {
	t.pieces(0, len(t.folded), t.endsSentence, yield)
}

// Clauses calls yield for each clause among the runes [i, j), until yield returns false. A clause ends after a comma,
// semicolon or colon (not between digits: 1,000 and 10:30 are whole) and wherever a sentence ends; 、 does not end one.
func (t *Text) Clauses(i, j int, yield func(i, j int) bool) {
	t.pieces(i, j, t.endsClause, yield)
}

func (t *Text) pieces(i, j int, ends func(k int) bool, yield func(i, j int) bool) {
	start := i
	for k := i; k < j; k++ {
		if !ends(k) {
			continue
		}
		for k+1 < j && (closes(t.folded[k+1]) || (t.folded[k] != '\n' && t.endsSentence(k+1))) {
			k++
		}
		if !yield(start, k+1) {
			return
		}
		start = k + 1
	}
	if start < j {
		yield(start, j)
	}
}

func (t *Text) endsSentence(k int) bool {
	switch t.folded[k] {
	case '。', '!', '?', '…', '\n':
		return true
	case '.':
		return k > 0 && IsHan(t.folded[k-1]) && (k+1 == len(t.folded) || !isASCIIWord(t.folded[k+1]))
	}
	return false
}

func (t *Text) endsClause(k int) bool {
	switch t.folded[k] {
	case ',', ':':
		return k == 0 || k+1 == len(t.folded) || !isDigit(t.folded[k-1]) || !isDigit(t.folded[k+1])
	case ';':
		return true
	}
	return t.endsSentence(k)
}

func closes(r rune) bool {
	switch r {
	case '”', '’', ')', '》', '】', '〉', ']':
		return true
	}
	return false
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isASCIIWord(r rune) bool { return isDigit(r) || 'a' <= r && r <= 'z' }

// IsHan reports whether r is a Han character, 〇 included.
func IsHan(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || r == '〇' || 0x3400 <= r && r <= 0x4DBF || 0x20000 <= r && r <= 0x3FFFF || 0xF900 <= r && r <= 0xFAFF
}

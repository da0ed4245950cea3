package claims

// clause is a range of run.work: the items of one clause without quotes and without what stands in brackets, which makes
// clauses of its own.
type clause struct {
	lo, hi int32
	anchor int32 // for a clause in brackets: the item of work before which it stands; else -1
	end    rune  // the mark that ends it
	first  bool  // the first of its sentence
}

// maxBracket is how many items a bracket may hold to be taken out of its clause.
const maxBracket = 120

// clauses cuts the items [lo, hi), a sentence, into clauses, and fills run.work.
func (x *run) cut(lo, hi int) {
	x.work, x.clauses, x.inner = x.work[:0], x.clauses[:0], x.inner[:0]
	start := int32(0)
	first := true
	flush := func(end rune) {
		n := int32(len(x.work))
		if n > start {
			x.clauses = append(x.clauses, clause{start, n, -1, end, first})
			first = false
		}
		for _, b := range x.inner {
			s := int32(len(x.work))
			for k := b.lo; k < b.hi; k++ {
				it := x.items[k]
				if it.kind == mark && x.breaks(int(k)) {
					if n := int32(len(x.work)); n > s {
						x.clauses = append(x.clauses, clause{s, n, b.anchor, ')', false})
						s = n
					}
				} else if it.kind != mark || it.mark == '、' || it.mark == '·' {
					x.work = append(x.work, it)
				}
			}
			if n := int32(len(x.work)); n > s {
				x.clauses = append(x.clauses, clause{s, n, b.anchor, ')', false})
			}
		}
		x.inner = x.inner[:0]
		start = int32(len(x.work))
	}
	for k := lo; k < hi; k++ {
		it := x.items[k]
		if it.kind != mark {
			x.work = append(x.work, it)
			continue
		}
		switch it.mark {
		case '(', '[':
			if c := x.closing(k, hi); c > 0 {
				x.inner = append(x.inner, bracket{int32(k + 1), int32(c), int32(len(x.work))})
				k = c
				continue
			}
			flush(it.mark)
		case '、', '·':
			x.work = append(x.work, it)
		default:
			if x.breaks(k) {
				flush(it.mark)
			}
		}
	}
	flush(0)
}

// bracket is what stands in brackets, as a range of run.items, and the item of run.work before which it stands.
type bracket struct{ lo, hi, anchor int32 }

// closing returns the item that closes the bracket opened by item k, or 0.
func (x *run) closing(k, hi int) int {
	for c := k + 1; c < min(hi, k+maxBracket); c++ {
		if it := &x.items[c]; it.kind == mark && (it.mark == ')' || it.mark == ']') {
			return c
		}
	}
	return 0
}

// breaks reports whether the mark of item k ends a clause.
func (x *run) breaks(k int) bool {
	switch x.items[k].mark {
	case '+', '=', '×', ',', ';', ':', '。', '!', '?', '…', '.', '|', '/', '\n', '(', '[', '*', '●', '■', '◆', '▲', '△', '○':
		return true
	case '—', '-', '~', '–':
		// Between two words without a pause it joins: 清水县—河北区.
		if k == 0 || k+1 >= len(x.items) {
			return true
		}
		a, b := &x.items[k-1], &x.items[k+1]
		it := &x.items[k]
		return it.j-it.i > 1 || a.kind == mark || b.kind == mark
	}
	return false
}

package repair

import "unicode/utf8"

// annotation removes an annotation that ends before symbol next, its character being whole or, where the decoder drops bad
// bytes, without its last byte.
func (d *search) annotation(next int, s *state, syl uint16) int {
	t := trial{state: *s}
	if d.rd.annotates(s.pair, syl) {
		t.cost += costDrop
		if s.pend != 0 {
			t.split = true
			return d.push(s, &t, next, change)
		}
		return d.push(s, &t, next, drop)
	}
	if d.page.ignoring {
		return d.recover(next, s, syl, costIgnored)
	}
	return 0
}

// recover brings back the byte that stood before an annotation: the one that makes, with the last byte written, a character
// with that reading.
func (d *search) recover(next int, s *state, syl uint16, cost float32) int {
	added := 0
	cost += costLostAlone
	if d.page.damaged {
		cost += costLost - costLostAlone
	}
	lead := byte(s.pair)
	if d.page.normalised && s.pend == 0 && lead > ' ' && lead < 0x7F {
		lead |= 0x80 // the second byte of a full-width character that became ASCII
	}
	for _, b := range d.rd.candidates(lead, syl) {
		if b < firstLead || b > lastLead {
			continue
		}
		t := trial{state: *s}
		t.cost += cost + d.prior(code(lead)<<8|code(b))
		if d.put(&t, b, true) {
			t.split = true
			added += d.push(s, &t, next, change)
		}
	}
	return added
}

// startsSyllable reports whether a syllable with a tone mark and its closing bracket stand at symbol i.
func (d *search) startsSyllable(i int) bool {
	syl, n := d.syllableAt(i)
	return n > 0 && d.rd.toned[syl]
}

// mayGuess reports whether a hypothesis is among the best of its place, which alone may try guesses.
func (d *search) mayGuess() bool {
	d.guessed++
	return d.guessed <= guessers
}

// twice brings back two bytes that stood before an annotation: the first was followed by the mark of the second, which the
// decoder swallowed after a cut.
func (d *search) twice(next int, s *state, syl uint16) int {
	if !d.mayGuess() {
		return 0
	}
	added := 0
	for lead := firstLead; lead <= lastLead; lead++ {
		if s.pend != 0 && d.gbk.toRune[code(s.pend)<<8|code(lead)] == 0 {
			continue
		}
		for _, b := range d.rd.candidates(byte(lead), syl) {
			prior := d.prior(code(lead)<<8 | code(b))
			if b < firstLead || prior > commonPrior {
				continue
			}
			t := trial{state: *s}
			t.cost += costTwice + prior
			if d.put(&t, byte(lead), true) && d.put(&t, b, true) {
				added += d.push(s, &t, next, change)
			}
		}
	}
	return added
}

// prior is the cost of a character being one of those that are annotated: none where the page shows it, else by rarity.
func (d *search) prior(c code) float32 {
	if d.page.isAnnotated(c) {
		return 0
	}
	p := d.lm.cost(unknown, d.lm.ofCode[c]) - 7
	p = min(max(p, 0), 7)
	if d.rd.mark[c] != markHantOnly {
		p += 2
	}
	return p + 0.5
}

// mark takes a hypothesis over the mark of a broken byte.
func (d *search) mark(i int, r rune, s *state) int {
	if r == '?' && d.questions(i) {
		return 0
	}
	added := 0
	from := i + 1
	if d.at(from) && d.syms[from].r == '(' {
		from++ // it was a replacement character, which later became a question mark
	}
	if syl, n := d.syllableAt(from); n > 0 && (r == '?' || from > i+1) {
		added += d.recover(from+n, s, syl, 0)
		if d.gaps && s.pend != 0 && d.mayGap(s) {
			added += d.gapBeforeMark(from+n, s, syl)
		}
		if r == '?' && d.page.ev.Cuts > 0 {
			added += d.twice(from+n, s, syl)
		}
	}
	if d.at(i + 1) {
		if b, ok := markByte(d.syms[i+1].r); ok {
			if s.pend != 0 {
				added += d.guess(i+1, s, d.cutCost(costCut), change, 0)
			} else {
				added += d.cut(i+2, s, b, d.cutCost(0))
			}
		}
	}
	if s.pend == 0 {
		return added
	}
	if r == '?' && d.startsSyllable(i+1) {
		return added // it has swallowed the bracket
	}
	if r == '?' {
		eaten, o := d.swallowed(i + 1)
		added += d.guess(i+1, s, costSwallowed, o, eaten)
	} else {
		added += d.guess(i+1, s, costCut, change, 0)
	}
	return added
}

// questions reports whether symbol i is one of three question marks in a row, which writers set.
func (d *search) questions(i int) bool {
	n := 1
	for k := i - 1; n < 3 && k >= 0 && d.syms[k].r == '?'; k-- {
		n++
	}
	if n == 1 && i == 0 {
		off := d.offset(0)
		for n < 3 && off > 0 && d.raw[off-1] == '?' {
			off--
			n++
		}
	}
	for k := i + 1; n < 3 && d.at(k) && d.syms[k].r == '?'; k++ {
		n++
	}
	return n >= 3
}

func (d *search) cutCost(base float32) float32 {
	if !d.page.damaged && d.page.ev.Cuts < enoughKinds {
		base += costCutAlone
	}
	return base
}

// cut brings back the orphan before a cut: the mark's own first byte, A3, is its trail. next is the symbol after the mark.
func (d *search) cut(next int, s *state, mark byte, cost float32) int {
	added := 0
	if s.pend != 0 {
		return d.guess(next-1, s, cost, change, 0)
	}
	for _, lead := range orphans() {
		t := trial{state: *s}
		t.cost += cost + costCutOther
		if lead == 0xA1 {
			t.cost += costCut - costCutOther
		}
		if d.put(&t, lead, false) && d.put(&t, 0xA3, false) && d.put(&t, mark, d.notedAt(next)) {
			added += d.push(s, &t, next, change)
		}
	}
	return added
}

// guess tries the characters whose lead byte is pending and whose trail was lost, then writes eaten.
func (d *search) guess(next int, s *state, cost float32, o op, eaten rune) int {
	if !d.mayGuess() {
		return 0
	}
	added := 0
	for _, b := range d.tails[s.pend] {
		t := trial{state: *s}
		t.cost += cost
		if !d.put(&t, b, false) {
			continue
		}
		if eaten != 0 {
			// The model knows nothing of what was swallowed, and it costs the same whatever it was.
			t.out[t.n], t.n, t.before, t.prev, t.known = eaten, t.n+1, unknown, unknown, -1
		}
		added += d.push(s, &t, next, o)
	}
	return added
}

// dropped takes a symbol, of code c, before which the decoder dropped a lead byte without a mark: the two were no character.
func (d *search) dropped(i int, s *state, c code) int {
	head := byte(c)
	if c >= 0x80 {
		head = byte(c >> 8)
	}
	added := 0
	for _, tail := range d.tails[s.pend] {
		if head >= firstTrail && d.gbk.toRune[code(tail)<<8|code(head)] != 0 {
			continue
		}
		t := trial{state: *s}
		t.cost += d.page.costDropped()
		if !d.put(&t, tail, false) || c >= 0x80 && !d.put(&t, head, false) || !d.put(&t, byte(c), d.notedAt(i+1)) {
			continue
		}
		added += d.push(s, &t, i+1, change)
	}
	return added
}

// widened takes an ASCII symbol for a full-width one of a shifted run that a normaliser turned to ASCII.
func (d *search) widened(i int, s *state, b byte) int {
	t := trial{state: *s}
	t.cost += costWidthOdd
	if d.page.normalised {
		t.cost += costWidth - costWidthOdd
	}
	lead, trail := byte(0xA3), b|0x80
	switch {
	case b == ' ':
		lead, trail = 0xA1, 0xA1
	case b < ' ' || b == 0x7F:
		return 0
	}
	if d.put(&t, lead, false) && d.put(&t, trail, d.notedAt(i+1)) {
		return d.push(s, &t, i+1, change)
	}
	return 0
}

// swallowed tells which ASCII character a mark before symbol i has swallowed, where what follows shows it.
func (d *search) swallowed(i int) (rune, op) {
	if !d.at(i) || d.syms[i].r == '\n' {
		return 0, change // the carriage return of a line break
	}
	rest := d.raw[d.offset(i):]
	switch {
	case tagTail(rest):
		return '<', change
	case entityTail(rest):
		return '&', change
	}
	return utf8.RuneError, lost
}

// tagTail reports whether s is an HTML tag without its first byte.
func tagTail(s string) bool {
	if len(s) > 0 && s[0] == '/' {
		s = s[1:]
	}
	n := asciiWord(s)
	if n == 0 {
		return false
	}
	for i := n; i < len(s) && i < 256; i++ {
		switch s[i] {
		case '>':
			return true
		case '<', '\n':
			return false
		}
		if i == n && s[i] != ' ' && s[i] != '/' {
			return false
		}
	}
	return false
}

// entityTail reports whether s is an HTML entity without its first byte.
func entityTail(s string) bool {
	if len(s) > 0 && s[0] == '#' {
		s = s[1:]
	}
	n := asciiWord(s)
	return n > 0 && n < 9 && n < len(s) && s[n] == ';'
}

func asciiWord(s string) int {
	n := 0
	for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || s[n] >= 'A' && s[n] <= 'Z' || s[n] >= '0' && s[n] <= '9') {
		n++
	}
	return n
}

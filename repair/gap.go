package repair

// gapLeads are the lead bytes of private-use characters.
var gapLeads = [...]byte{
	0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF, 0xD7,
	0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE,
}

const (
	gapFirsts = 6  // characters tried that end with the first byte of a vanished one
	gapSpread = 6  // how much dearer than the best of them one may be
	gapBest   = 20 // ways to fill a gap that are kept
	gappers   = 4  // hypotheses at one place that look for one
)

// …… and —— are twice a character of lead A1, and two private-use characters where they are shifted.
const pairedLead = 0xA1

var pairedMarks = [...]byte{0xAD, 0xAA}

// gapBeforeMark puts a vanished private-use character before the mark of a byte lost before an annotation that ends before
// symbol next: its second byte and the lost one make the annotated character.
func (d *search) gapBeforeMark(next int, s *state, syl uint16) int {
	added := 0
	for _, first := range gapLeads {
		f := trial{state: *s}
		f.cost += d.gapCost() + costLost
		if !d.put(&f, first, false) {
			continue
		}
		for b := firstLead; b <= lastLead; b++ {
			if !d.gbk.private(first, byte(b)) {
				continue
			}
			for _, last := range d.rd.candidates(byte(b), syl) {
				prior := d.prior(code(b)<<8 | code(last))
				if last < firstLead || prior > commonPrior {
					continue
				}
				t := f
				t.cost += prior
				if d.put(&t, byte(b), true) && d.put(&t, last, true) {
					added += d.push(s, &t, next, change)
				}
			}
		}
	}
	return added
}

// mayGap reports whether a hypothesis is among the best of its place, which alone may fill gaps.
func (d *search) mayGap(s *state) bool {
	d.gapped++
	return d.gapped <= gappers && s.cost <= d.cheapest+gapSpread
}

// gapCost is the cost of a vanished character on this page.
func (d *search) gapCost() float32 {
	switch {
	case d.page.normalised:
		return costGap
	case !d.page.wide:
		return costGapOpen
	}
	return costGapOdd
}

// gap puts a vanished private-use character before symbol i of a shifted run: its first byte ends the pending character,
// its second begins the one that ends with the first byte of the symbol.
func (d *search) gap(i int, s *state, c code) int {
	cost := d.gapCost()
	var firsts [gapFirsts]gapped
	n := 0
	for _, lead := range gapLeads {
		t := trial{state: *s}
		t.cost += cost
		if d.put(&t, lead, false) {
			n = insert(firsts[:], n, gapped{t, lead})
		}
	}
	var best [gapBest]gapped
	m := 0
	head, tail := byte(c>>8), byte(c)
	if c < 0x80 {
		head = tail
	}
	for _, f := range firsts[:n] {
		if f.cost > firsts[0].cost+gapSpread || m == gapBest && f.cost >= best[m-1].cost {
			break
		}
		for _, b := range d.heads[head] {
			if !d.gbk.private(f.lead, b) {
				continue
			}
			t := f.trial
			if !d.put(&t, b, false) || !d.put(&t, head, c < 0x80 && d.notedAt(i+1)) || m == gapBest && t.cost >= best[m-1].cost {
				continue
			}
			if c >= 0x80 && !d.put(&t, tail, d.notedAt(i+1)) {
				continue
			}
			m = insert(best[:], m, gapped{trial: t})
		}
	}
	if s.pend == pairedLead {
		for _, mark := range pairedMarks {
			f := trial{state: *s}
			f.cost += 2 * cost
			if !d.put(&f, mark, false) || !d.put(&f, pairedLead, false) || !d.put(&f, mark, false) {
				continue
			}
			for _, b := range d.heads[head] {
				t := f
				if b >= 0xA1 && d.put(&t, b, false) && d.put(&t, head, c < 0x80 && d.notedAt(i+1)) &&
					(c < 0x80 || d.put(&t, tail, d.notedAt(i+1))) {
					m = insert(best[:], m, gapped{trial: t})
				}
			}
		}
	}
	added := 0
	for k := range best[:m] {
		added += d.push(s, &best[k].trial, i+1, change)
	}
	return added
}

type gapped struct {
	trial
	lead byte // of the vanished character
}

// insert keeps the cheapest of list[:n] and g in order, as many as list holds, and returns how many there are.
func insert(list []gapped, n int, g gapped) int {
	if n < len(list) {
		n++
	} else if g.cost >= list[n-1].cost {
		return n
	}
	k := n - 1
	for ; k > 0 && list[k-1].cost > g.cost; k-- {
		list[k] = list[k-1]
	}
	list[k] = g
	return n
}

package repair

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/text"
)

// undo undoes the stages A and P and family B.
func (t *tables) undo(s string, p *page) (string, []Edit) {
	if !p.damaged && !p.cut && !p.toneless && !p.ignoring {
		return s, nil
	}
	u := &undoer{tables: t, page: p, rewriter: rewriter{src: s}, effort: workPerByte*len(s) + 1<<20}
	anchors := "(?\uFFFD"
	if p.ignoring {
		anchors += "！？；，!;,"
	}
	for i := 0; ; {
		k := strings.IndexAny(s[i:], anchors)
		if k < 0 {
			break
		}
		i = u.anchor(i + k)
	}
	return u.finish()
}

// workPerByte bounds the effort for a byte of text: damaged pages take less, and a text of nothing but anchors is given up.
const workPerByte = 6

type undoer struct {
	*tables
	rewriter
	page   *page
	search *search
	steps  []node
	effort int // characters that the searches may write
}

// anchor looks at the anchor at src[i] and returns where to look on.
func (u *undoer) anchor(i int) int {
	s := u.src
	_, size := utf8.DecodeRuneInString(s[i:])
	next := i + size
	switch s[i] {
	case '(':
		syl, n := u.rd.parse(s[next:])
		switch {
		case n == 0:
			return next
		case u.page.damaged && u.rd.annotates(u.lastPair(i), syl):
			u.replace(i, next+n, "", Pinyin, true)
			return next + n
		case !u.rd.toned[syl]:
			return u.plain(i, next+n, syl)
		case !u.page.ignoring:
			return next
		}
	case '?':
		if !u.page.damaged && !cutMark(s[next:]) && !u.startsSyllable(next) {
			return next
		}
	default:
		if s[i:next] != "\uFFFD" && (size == 1 && s[i] >= 0x80 || !u.page.rareMark(s[i:next]) && !u.garbled(s[next:], mayShift)) {
			return next
		}
	}
	return max(next, u.restore(i))
}

// doubtful reports whether the result of a search reads so badly that something may have vanished from the text: no way
// through, a mark left as it was on a page that is damaged, or characters that do not go together.
func (u *undoer) doubtful(last int32) bool {
	if last < 0 {
		return true
	}
	d := u.search
	if u.page.normalised {
		return d.read(last) > goodRead
	}
	written, kept := 0, 0
	for k := last; k >= 0; k = d.nodes[k].parent {
		if d.nodes[k].op == keep {
			kept++
		} else {
			written += int(d.nodes[k].n)
		}
	}
	if written == 0 {
		return u.page.damaged || u.page.cut
	}
	return d.best > float32(written)*badRead+float32(kept)*badRead
}

// The cost of a character from which on what follows a mark may be shifted, and from which on it hardly is anything else.
const (
	mayShift  = 9
	mustShift = 12
)

// read is the cost of a character from the start of the result that ends with a node up to its last change.
func (d *search) read(last int32) float32 {
	var after [3]float32 // costs of the nodes walked past, the latest first
	for ; last >= 0 && d.nodes[last].op == keep; last = d.nodes[last].parent {
		after[2], after[1], after[0] = after[1], after[0], d.nodes[last].cost
	}
	if last < 0 {
		return math.MaxFloat32 // nothing was restored
	}
	cost, n := d.nodes[last].cost, 0
	if after[1] != 0 {
		cost, n = after[1], 2 // what follows shows how well it fits
	}
	for ; last >= 0; last = d.nodes[last].parent {
		n += int(d.nodes[last].n)
	}
	return cost / float32(n)
}

// goodRead is the cost of a character up to which a restored place reads so well that nothing can have vanished from it.
const goodRead = 3

// badRead is the cost of a character from which on a restored place reads badly.
const badRead = 7.5

// rareMark reports whether a mark may be the work of a cut whatever follows it: one that is rare in clean text.
func (p *page) rareMark(mark string) bool { return p.cutting && mark != "，" && mark != "," }

// garbled reports whether s, after one of the marks before which stage P cuts, begins with characters that cost more than
// bad each, so that it may be shifted.
func (t *tables) garbled(s string, bad float32) bool {
	const look = 4
	prev, sum, n := t.lm.id('，'), float32(0), 0
	for i := 0; i < len(s) && n < look; n++ {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r < 0x80 {
			break
		}
		id := t.lm.id(r)
		sum += t.lm.cost(prev, id) + t.forms.cost[t.gbk.encode(r)]
		prev = id
		i += size
	}
	return sum > bad*float32(n)
}

func (u *undoer) startsSyllable(i int) bool {
	syl, n := u.rd.parse(u.src[i:])
	return n > 0 && u.rd.toned[syl]
}

// plain removes an annotation without tones that ends before end.
func (u *undoer) plain(start, end int, syl uint16) int {
	if !u.page.toneless || !u.rd.reads(u.lastPair(start), syl) {
		return end
	}
	body := u.src[start:end]
	for strings.HasPrefix(u.src[end:], body) {
		end += len(body)
	}
	if r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(u.src[end:], " ")); text.IsHan(r) && u.src[end] == ' ' {
		end++
	}
	u.replace(start, end, "", Pinyin, true)
	return end
}

// before returns the last two characters of the clean text before src[i]; a line break stands for the start.
func (u *undoer) before(i int) (rune, rune) {
	var tail [2 * utf8.UTFMax]byte
	b := tail[:0]
	if n := i - u.done; n < len(tail) {
		b = append(b, u.out[max(0, len(u.out)-(len(tail)-n)):]...)
	}
	b = append(b, u.src[max(u.done, i-(len(tail)-len(b))):i]...)
	last, n := utf8.DecodeLastRune(b)
	if n == 0 {
		return '\n', '\n'
	}
	first, m := utf8.DecodeLastRune(b[:len(b)-n])
	if m == 0 {
		first = '\n'
	}
	return first, last
}

// quoted tells whether a quotation of the clean text is open before src[i].
func (u *undoer) quoted(i int) quote {
	const look, marks = 600, "“”「」\n"
	tail := u.src[max(u.done, i-look):i]
	if k := strings.LastIndexAny(tail, marks); k >= 0 {
		return quoteAfter(decode(tail[k:]))
	}
	clean := u.out[max(0, len(u.out)-(look-len(tail))):]
	if k := bytes.LastIndexAny(clean, marks); k >= 0 {
		r, _ := utf8.DecodeRune(clean[k:])
		return quoteAfter(r)
	}
	return unseen
}

func quoteAfter(mark rune) quote {
	if mark == '“' || mark == '「' {
		return begun
	}
	return ended
}

// lastPair is the last two GBK bytes of the clean text before src[i].
func (u *undoer) lastPair(i int) code {
	a, b := u.before(i)
	c := u.gbk.encode(b)
	if c < 0x80 {
		c |= u.gbk.encode(a) << 8
	}
	return c
}

// private reports whether the steps write private-use characters, which no text was written with.
func (u *undoer) private() bool {
	return slices.ContainsFunc(u.steps, func(n node) bool {
		return slices.ContainsFunc(n.out[:n.n], func(r rune) bool { return r >= 0xE000 && r < 0xF900 })
	})
}

// restore searches for the clean text from the anchor at src[i] on and writes it. It returns where to look on.
func (u *undoer) restore(i int) int {
	if u.search != nil && u.search.work > u.effort {
		return i
	}
	if u.search == nil {
		u.search = newSearch(u.tables, u.page, u.src)
	}
	from := start{pair: u.lastPair(i), quote: u.quoted(i)}
	from.first, from.second = u.before(i)
	u.search.gaps = !u.page.normalised && !u.page.wide
	last, end, margin := u.search.run(u.src, i, from)
	if !u.search.gaps && u.doubtful(last) {
		u.search.gaps = true
		last, end, margin = u.search.run(u.src, i, from)
	}
	stop := u.search.offset(end)
	if last < 0 {
		return i
	}
	u.steps = u.steps[:0]
	for k := last; k >= 0; k = u.search.nodes[k].parent {
		u.steps = append(u.steps, u.search.nodes[k])
	}
	slices.Reverse(u.steps)
	sure := margin >= closeCall
	if !sure && !u.page.damaged && u.private() {
		return i // a mark that was in the text before
	}
	at := i
	for k := 0; k < len(u.steps); k++ {
		n := &u.steps[k]
		next := u.search.offset(int(n.next))
		switch n.op {
		case drop:
			u.replace(at, next, "", Pinyin, true)
		case change, lost:
			var clean []byte
			certain := sure
			for {
				certain = certain && n.op != lost
				for _, r := range n.out[:n.n] {
					clean = utf8.AppendRune(clean, r)
				}
				next = u.search.offset(int(n.next))
				if k+1 == len(u.steps) || u.steps[k+1].op != change && u.steps[k+1].op != lost {
					break
				}
				k++
				n = &u.steps[k]
			}
			u.replace(at, next, string(clean), GBK, certain)
		}
		at = next
	}
	return stop
}

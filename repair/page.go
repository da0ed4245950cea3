package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/text"
)

// tables is what the stages A and P need to be undone.
type tables struct {
	gbk   *gbkTables
	rd    *readingTables
	lm    *model
	forms *formCosts
}

// page is what a text as a whole tells about its damage.
type page struct {
	ev        Evidence
	annotated map[code]int    // the annotated characters and how often each is
	last      int             // where the last annotation that was judged ended
	noted     [1 << 10]uint64 // the same as a set
	damaged   bool            // by stage A
	cut       bool            // by stage P
	toneless  bool            // by family B
	ignoring  bool            // the decoder dropped bad bytes without a mark (D2)
	cutting   bool            // by stage P, the orphans dropped without a mark
	hant      bool
	// normalised: full-width punctuation became ASCII and private-use characters vanished.
	normalised bool
	wide       bool // full-width punctuation stands in the text
	corner     bool // quotations are in 「」
}

// farm reports whether the text shows the work of a content farm.
func (p *page) farm() bool { return p.damaged || p.toneless || p.ignoring }

// isAnnotated reports whether the text annotates a character.
func (p *page) isAnnotated(c code) bool { return p.noted[c>>6]&(1<<(c&63)) != 0 }

// decoder tells what the text shows of the decoder that read the damaged bytes.
func (p *page) decoder(s string) Decoder {
	switch {
	case p.ignoring:
		return Ignoring
	case p.ev.Straddled+p.ev.Cuts == 0:
		return UnknownDecoder
	case strings.Contains(s, "\uFFFD"):
		return Replacing
	}
	return QuestionMark
}

// survey reads the evidence out of a text.
func (t *tables) survey(s string) *page {
	p := &page{annotated: map[code]int{}}
	plain := map[code]int{}
	for i := 0; ; {
		k := strings.IndexAny(s[i:], "(?\uFFFD")
		if k < 0 {
			break
		}
		i += k
		switch s[i] {
		case '(':
			syl, n := t.rd.parse(s[i+1:])
			if n == 0 {
				i++
				continue
			}
			t.judge(p, plain, s, i, syl, n)
			i += 1 + n
		case '?':
			i++
			if syl, n := t.rd.parse(strings.TrimPrefix(s[i:], "(")); n > 0 && t.rd.toned[syl] {
				p.ev.Straddled++
				i += n // the bracket, if there is one, is passed over with the closing one
			} else if cutMark(s[i:]) {
				p.ev.Cuts++
			}
		default:
			if !strings.HasPrefix(s[i:], "\uFFFD") {
				i++ // a byte that is no UTF-8
				continue
			}
			i += len("\uFFFD")
			if syl, n := t.rd.parse(strings.TrimPrefix(s[i:], "(")); n > 0 && t.rd.toned[syl] && i < len(s) && s[i] == '(' {
				p.ev.Straddled++
				i += 1 + n
			} else if cutMark(s[i:]) {
				p.ev.Cuts++
			}
		}
	}
	p.ev.Kinds, p.ev.PlainKinds = len(p.annotated), len(plain)
	if p.ev.Kinds+p.ev.Straddled+p.ev.PlainKinds+p.ev.Cuts+p.ev.Unexplained > 0 {
		t.weigh(p, plain, s)
	}
	return p
}

// judge files the annotation of n bytes, without its opening bracket, that stands at s[i].
func (t *tables) judge(p *page, plain map[code]int, s string, i int, syl uint16, n int) {
	defer func() { p.last = i + 1 + n }()
	prev, size := utf8.DecodeLastRuneInString(s[:i])
	c := t.gbk.encode(prev)
	if c < 0x80 && i > size {
		// A pair that straddles two characters may end in a letter: 村e(cuò) holds E5 65, 錯.
		before, _ := utf8.DecodeLastRuneInString(s[:i-size])
		c |= t.gbk.encode(before) << 8
	}
	switch {
	case !t.rd.toned[syl]:
		if c >= 0x8140 && t.rd.reads(c, syl) {
			plain[c]++
			p.ev.Plain++
			if strings.HasPrefix(s[i+1+n:], s[i:i+1+n]) {
				p.ev.Doubled++
			}
		} else if s[:i] == "" || s[i-1] != ')' {
			p.ev.Foreign++
		}
	case t.rd.annotates(c, syl):
		p.annotated[c]++
		p.noted[c>>6] |= 1 << (c & 63)
		p.ev.Annotated++
	case c >= 0x8140 && !outsideGB2312(c) && t.rd.reads(c, syl):
		p.ev.OnGB2312++
	case prev == ')' && i == p.last:
		// Two annotations in a row: the decoder dropped the byte between them.
		p.ev.Unexplained++
	case prev >= firstTrail && prev < 0x80 && i > size && s[i-size-1] == ')':
		// The second byte of a character that an annotation broke: ?jī)r(jià).
	case len(t.rd.candidates(byte(c), syl)) > 0:
		p.ev.Unexplained++
	default:
		p.ev.Foreign++
	}
}

// cutMark reports whether s starts with one of the characters before which stage P cuts, in either width.
func cutMark(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	_, ok := markByte(r)
	return ok
}

// markByte returns the second byte (after A3) of the characters before which stage P cuts.
func markByte(r rune) (byte, bool) {
	switch r {
	case '！', '!':
		return 0xA1, true
	case '？', '?':
		return 0xBF, true
	case '；', ';':
		return 0xBB, true
	case '，', ',':
		return 0xAC, true
	}
	return 0, false
}

// weigh counts over the whole text and decides.
func (t *tables) weigh(p *page, plain map[code]int, s string) {
	var han, hans, hant, annotated, wide, narrow, plainTotal int
	var corner, curly int
	prevHan := false
	for i, r := range s {
		switch {
		case text.IsHan(r):
			han++
			c := t.gbk.encode(r)
			switch t.rd.mark[c] {
			case markHansOnly:
				hans++
			case markHantOnly:
				hant++
			}
			if p.isAnnotated(c) && !strings.HasPrefix(s[i+utf8.RuneLen(r):], "?") {
				annotated++
			}
			if plain[c] > 0 {
				plainTotal++
			}
		case r == '，', r == '：', r == '；', r == '！':
			wide++
		case prevHan && (r == ',' || r == ':' || r == ';' || r == '!'):
			narrow++
		case r == '「':
			corner++
		case r == '“':
			curly++
		}
		prevHan = text.IsHan(r) || r == '?' // a mark of a lost byte
	}
	e := &p.ev
	p.hant = hant > hans
	p.normalised, p.wide, p.corner = narrow > 3*wide, wide > 0, corner > curly
	if annotated > 0 {
		e.AllOrNone = float64(e.Annotated) / float64(max(annotated, e.Annotated))
	}
	if plainTotal > 0 {
		e.PlainAllOrNone = float64(e.Plain) / float64(max(plainTotal, e.Plain))
	}
	all := e.Annotated + e.Straddled + e.Unexplained + e.OnGB2312 + e.Foreign
	p.damaged = e.Annotated+e.Straddled > 0 && (e.Annotated == 0 || e.AllOrNone >= allOrNone) && (e.OnGB2312+e.Foreign)*10 <= all
	if p.damaged && e.Straddled == 0 {
		// Nothing but annotations: glosses and lessons look like that too.
		p.damaged = e.Annotated*5 <= han*4 && t.common(p.annotated)
		if e.Kinds < enoughKinds {
			p.damaged = p.damaged && e.OnGB2312+e.Foreign == 0 && han < aPage
		}
	}
	// A decoder that leaves no mark shows itself by annotations that do not fit; on a page that is annotated nothing need.
	p.ignoring = e.Straddled == 0 && (p.damaged && e.Kinds >= enoughKinds && e.Cuts == 0 || e.Unexplained > 0 && e.OnGB2312+e.Foreign == 0)
	if p.ignoring {
		n, marks := t.shifts(s)
		p.cutting = n*manyMarks > marks && (n >= enoughShifts || n > 0 && e.Unexplained > 0)
	}
	p.cut = e.Cuts > 0
	if n := utf8.RuneCountInString(s); n > aPage && (e.Straddled+e.Cuts)*crowded > n {
		// No text is left between the marks from which anything could be restored.
		p.damaged, p.ignoring, p.cut = false, false, false
	}
	p.toneless = e.Plain > 0 && e.Plain*3 <= han && e.Foreign*5 <= e.Plain &&
		(e.Doubled > 0 || e.PlainKinds >= enoughKinds && e.Plain >= e.PlainKinds+repeated && e.PlainAllOrNone >= allOrNone)
}

// shifts counts the marks before which stage P cuts, and those of them that are followed by text which reads as if it was
// shifted.
func (t *tables) shifts(s string) (n, marks int) {
	for i := 0; ; marks++ {
		k := strings.IndexAny(s[i:], "！？；，")
		if k < 0 {
			return n, marks
		}
		i += k + len("！")
		if t.garbled(s[i:], mustShift) {
			n++
		}
	}
}

// costOrphan is the cost of a cut whose orphan was dropped without a mark.
func (p *page) costOrphan() float32 {
	if p.cutting {
		return costOrphan
	}
	return costIgnored + costCut
}

// costDropped is the cost of the last byte of a shifted run having been dropped without a mark.
func (p *page) costDropped() float32 {
	if p.cutting {
		return costDropped
	}
	return costIgnored + costCut
}

const (
	enoughKinds  = 3
	enoughShifts = 2
	manyMarks    = 60 // marks of which one is followed by shifted text where a text was cut
	allOrNone    = 0.85
	aPage        = 200  // Han characters from which a text shows more kinds of annotations if it was annotated
	repeated     = 3    // annotations without tones beyond one a character: glosses are not repeated
	crowded      = 8    // a mark of a lost byte in fewer characters than this is more than damage leaves
	rare         = 3e-6 // share of all characters under which an annotation is taken for a gloss
)

// common reports whether most of the characters are traditional forms, as a converter writes them, and not so rare that a
// writer would gloss them.
func (t *tables) common(cs map[code]int) bool {
	n := 0
	for c := range cs {
		if t.lm.share[t.lm.ofCode[c]] >= rare && (t.rd.mark[c] == markHantOnly || t.rd.mark[c] == markVariant) {
			n++
		}
	}
	return n*2 > len(cs)
}

package repair

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/text"
)

// farm simulates what content farms do to a text.
type farm struct {
	*tables
	table   []code // the annotated characters in order
	decoder Decoder
	cuts    float64 // share of the hits of stage P that are cut; 0 leaves stage P out
	rnd     *rand.Rand
	names   []string // syllables by index
}

func newFarm(seed uint64) *farm {
	f := &farm{tables: shared(), decoder: QuestionMark, rnd: rand.New(rand.NewPCG(seed, 3))}
	f.names = make([]string, len(f.rd.plain))
	for s, i := range f.rd.syllables {
		f.names[i] = s
	}
	return f
}

// choose fills the table with n of the characters outside GB2312 of a text, frequent ones first with some at random.
func (f *farm) choose(s string, n int) {
	count := map[code]int{}
	for _, r := range s {
		if c := f.gbk.encode(r); outsideGB2312(c) && f.rd.first[c] != none {
			count[c]++
		}
	}
	var all []code
	for c := range count {
		all = append(all, c)
	}
	// Sort by frequency, by code where it is the same; then take about two of three.
	for i := range all {
		for j := i; j > 0; j-- {
			if a, b := all[j-1], all[j]; count[a] > count[b] || count[a] == count[b] && a < b {
				break
			}
			all[j-1], all[j] = all[j], all[j-1]
		}
	}
	f.table = nil
	for _, c := range all {
		if len(f.table) == n {
			break
		}
		if f.rnd.IntN(3) > 0 {
			f.table = append(f.table, c)
		}
	}
	f.rnd.Shuffle(len(f.table), func(i, j int) { f.table[i], f.table[j] = f.table[j], f.table[i] })
}

func (f *farm) encode(s string) []byte {
	var b []byte
	for _, r := range s {
		switch c := f.gbk.encode(r); {
		case c == 0:
			b = append(b, '?')
		case c < 0x80:
			b = append(b, byte(c))
		default:
			b = append(b, byte(c>>8), byte(c))
		}
	}
	return b
}

// decode reads GBK as f's decoder does. lost tells that an ASCII byte was swallowed.
func (f *farm) decode(b []byte) (s string, lost bool) {
	var out []rune
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c < 0x80:
			out = append(out, rune(c))
		case c == euroByte:
			out = append(out, '€')
		default:
			if i+1 < len(b) {
				if r := f.gbk.toRune[code(c)<<8|code(b[i+1])]; r != 0 {
					out = append(out, rune(r))
					i++
					continue
				}
			}
			switch {
			case f.decoder == QuestionMark:
				out = append(out, '?')
				if i+1 < len(b) {
					i++
					lost = lost || b[i] != '('
				}
			case f.decoder == Replacing:
				out = append(out, utf8.RuneError)
			}
		}
	}
	return string(out), lost
}

// damage puts a text through stage A and, where cuts is set, stage P. broken tells that bytes were lost on the way, lost
// that an ASCII byte was swallowed for good.
func (f *farm) damage(s string) (damaged string, broken, lost bool) {
	b := f.encode(s)
	for _, c := range f.table {
		pair := []byte{byte(c >> 8), byte(c)}
		b = bytes.ReplaceAll(b, pair, append(pair, f.encode("("+f.names[f.rd.first[c]]+")")...))
	}
	damaged, lost = f.decode(b)
	broken = !bytes.Equal(f.encode(damaged), b)
	if f.cuts > 0 {
		b, damaged = f.encode(damaged), ""
		start := 0
		piece := func(end int) {
			p, l := f.decode(b[start:end])
			broken = broken || !bytes.Equal(f.encode(p), b[start:end])
			damaged, lost, start = damaged+p, lost || l, end
		}
		for i := 1; i+1 < len(b); i++ {
			if b[i] == 0xA3 && (b[i+1] == 0xA1 || b[i+1] == 0xBF || b[i+1] == 0xBB || b[i+1] == 0xAC) && f.rnd.Float64() < f.cuts {
				piece(i)
			}
		}
		piece(len(b))
	}
	return damaged, broken, lost
}

// normalise turns full-width characters to ASCII and drops private-use characters, as some later copies do.
func normalise(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 0xFF01 <= r && r <= 0xFF5E:
			return r - 0xFEE0
		case 0xE000 <= r && r < 0xF900:
			return -1
		}
		return r
	}, s)
}

// preferred are the traditional forms that a converter of single characters picks where there are several.
const preferred = "發歷匯鐘盡當復獲團簽系關于臺面志征斗干郁后里松制准余沖刮凶谷借御采折表丑出仆千丰云"

// toTraditional converts character by character, as the farms do.
func (t *tables) toTraditional(s string) string {
	forms := traditionalForms()
	return strings.Map(func(r rune) rune {
		if c := t.gbk.encode(r); t.rd.mark[c] == markHansOnly && forms[r] != 0 {
			return forms[r]
		}
		return r
	}, s)
}

var traditionalForms = sync.OnceValue(func() map[rune]rune {
	t, forms := shared(), map[rune]rune{}
	gbkCodes(func(c code) {
		if r := rune(t.gbk.toRune[c]); t.rd.mark[c] == markHantOnly {
			if f := text.Fold(r); forms[f] == 0 || strings.ContainsRune(preferred, r) {
				forms[f] = r
			}
		}
	})
	return forms
})

// simulation is one way in which articles are damaged.
type simulation struct {
	cuts       float64
	decoder    Decoder // QuestionMark where it is empty
	normalised bool
}

// simulated counts paragraphs.
type simulated struct {
	broken, exact     int // with byte damage; of them restored exactly
	whole, wholeExact int // with annotations alone
	lost              int // with a byte swallowed for good that did not come back exactly: not among the broken
}

// run damages articles, which are turned to traditional characters first, and repairs them.
func (s simulation) run(tb testing.TB, r *Repairer, articles []string) simulated {
	var n simulated
	t := shared()
	kinds := []int{20, 80, 160, 300}
	for k, a := range articles {
		f := newFarm(uint64(k))
		f.cuts = s.cuts
		if s.decoder != UnknownDecoder {
			f.decoder = s.decoder
		}
		a = t.toTraditional(a)
		f.choose(a, kinds[k%len(kinds)])
		clean := strings.Split(a, "\n")
		damaged := make([]string, len(clean))
		broken, lost := make([]bool, len(clean)), make([]bool, len(clean))
		for i := range clean {
			clean[i], _ = f.decode(f.encode(clean[i]))
			damaged[i], broken[i], lost[i] = f.damage(clean[i])
			if s.normalised {
				damaged[i] = normalise(damaged[i])
			}
		}
		raw := strings.Join(damaged, "\n")
		out, edits := r.Repair(raw)
		requireAligned(tb, raw, out, edits)
		got := strings.Split(out, "\n")
		for i := range clean {
			ok := i < len(got) && got[i] == clean[i]
			if s.normalised {
				ok = i < len(got) && normalise(got[i]) == normalise(clean[i])
			}
			switch {
			case lost[i] && !ok:
				n.lost++
			case broken[i]:
				n.broken++
				if ok {
					n.exact++
				}
			case normalise(damaged[i]) != normalise(clean[i]):
				n.whole++
				if ok {
					n.wholeExact++
				}
			}
		}
	}
	return n
}

// toneless puts the reading without its tone after every occurrence of some characters, as family B does.
func (f *farm) toneless(s string, double bool) string {
	var chosen []rune
	for _, r := range s {
		if c := f.gbk.encode(r); text.IsHan(r) && f.rd.first[c] != none && !strings.ContainsRune(string(chosen), r) && f.rnd.IntN(8) == 0 {
			chosen = append(chosen, r)
		}
		if len(chosen) == 12 {
			break
		}
	}
	for _, r := range chosen {
		note := "(" + f.names[f.rd.plain[f.rd.first[f.gbk.encode(r)]]] + ")"
		if double {
			note += note
		}
		s = strings.ReplaceAll(s, string(r), string(r)+note)
	}
	return s
}

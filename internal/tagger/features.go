package tagger

import "github.com/xinwen-go/xinwen/internal/lexicon"

// The labels of a character: where it stands in its word. From Name on they are those of the characters of person names.
const (
	Begin = iota
	Middle
	End
	Single
	Name
	NumLabels = 2 * Name
)

// MaxFeatures is how many features a character or a word has at most.
const MaxFeatures = 64

// info is what the lexicon says of one unit.
type info struct {
	word  uint32   // hash of the word of the path it belongs to
	place uint8    // its place in that word: see places
	tag   uint8    // of that word
	price uint8    // of that word, coarse
	more  uint8    // what a second source of the lexicon says of that word: tag + 1, or 0
	start uint8    // length of the longest word that starts here
	end   uint8    // length of the longest word that ends here
	cover uint8    // length of the longest word that has it inside
	bond  uint8    // how much cheaper the word of the path is than the best way through its parts
	own   uint8    // tag of the character as a word of its own + 1, or 0
	class uint8    // what kind of name it may belong to
	shape uint8    // how words use the character
	named [2]uint8 // how likely a person name of two and of three characters starts here: see Odds
	extra uint8    // 1 where that name has a compound surname
}

// places are: 1 a word of its own, then begin, middle and end of words of two, three and more characters.
const (
	placeNone = iota
	placeSingle
	placeTwo   // +0 begin, +1 end
	placeThree = placeTwo + 2
	placeMore  = placeThree + 3
)

const maxLength = 6

// Prepare cuts the text into units and looks each up in the lexicon: what [Words.CharFeatures] reads.
func (w *Words) Prepare(s *Scratch, f []rune, classes *Classes) {
	s.Units = w.AppendUnits(s.Units[:0], f)
	n := len(s.Units)
	if cap(s.infos) < n+2*pad {
		s.infos = make([]info, 2*n+64)
		s.syms = make([]rune, 2*n+64)
	}
	s.infos, s.syms = s.infos[:n+2*pad], s.syms[:n+2*pad]
	for k := range pad {
		s.infos[k], s.infos[n+pad+k] = info{}, info{}
		s.syms[k], s.syms[n+pad+k] = ' ', ' '
	}
	for k := 0; k < n; {
		if s.Units[k].Kind != Free {
			s.syms[k+pad] = s.Units[k].Sym
			s.infos[k+pad] = info{tag: s.Units[k].Tag + 1}
			k++
			continue
		}
		e := Stretch(s.Units, k)
		copy(s.syms[k+pad:], f[s.Units[k].Start:s.Units[e-1].End])
		w.lookUp(s, f, int(s.Units[k].Start), int(s.Units[e-1].End), s.infos[k+pad:e+pad], classes)
		k = e
	}
}

// pad is how many empty units stand before the first and after the last.
const pad = 5

func coarse(price uint8) uint8 { return 1 + price/24 }

// bond is the coarse gain of a word over its parts.
func bond(gain int32) uint8 { return uint8(min(max(gain+60, 0)/20, 13)) + 1 }

// lookUp fills the infos of the stretch [i, j).
func (w *Words) lookUp(s *Scratch, f []rune, i, j int, infos []info, classes *Classes) {
	clear(infos)
	n := j - i
	steps := w.path(s, f, i, j, infos)
	for k := n; k > 0; {
		st := steps[k]
		l := int(st.back)
		first := k - l
		h := WordHash(f[i+first : i+k])
		gain := uint8(0)
		if l > 1 {
			gain = bond(s.parts(first, l) - int32(st.price))
		}
		for p := range l {
			in := &infos[first+p]
			in.word, in.tag, in.price, in.bond, in.more = h, st.tag+1, coarse(st.price), gain, st.more
			switch {
			case l == 1:
				in.place = placeSingle
			case l == 2:
				in.place = placeTwo + uint8(p)
			case p == 0:
				in.place = placeThree + 3*uint8(min(l-3, 1))
			case p == l-1:
				in.place = placeThree + 3*uint8(min(l-3, 1)) + 2
			default:
				in.place = placeThree + 3*uint8(min(l-3, 1)) + 1
			}
		}
		k = first
	}
	for k := range infos {
		infos[k].class, infos[k].shape = classes.of(f[i+k])
		var compound bool
		if infos[k].named, compound = classes.startsName(f[i+k : j]); compound {
			infos[k].extra = 1
		}
	}
}

// span is how long the words are whose prices are kept.
const span = 4

// cost is the price of the l runes from k on as one word, where l is 1 or there is such a word.
func (s *Scratch) cost(k, l int) int32 {
	if c := s.costs[k][l-1]; c != 0 {
		return int32(c)
	}
	return lexicon.Unknown
}

// parts is the price of the best way through the l runes from k on that takes more than one word; of longer words only
// ways through two words, or one and a rest, are tried.
func (s *Scratch) parts(k, l int) int32 {
	best := int32(1 << 20)
	for i := 1; i < l; i++ {
		best = min(best, s.whole(k, i)+s.whole(k+i, l-i))
	}
	return best
}

// whole is the price of the l runes from k on as a word if there is one, or else in parts.
func (s *Scratch) whole(k, l int) int32 {
	if l == 1 || l <= span && s.costs[k][l-1] != 0 {
		return s.cost(k, l)
	}
	best := int32(1 << 20)
	for i := 1; i < l; i++ {
		if l-i > span || i > span {
			continue
		}
		a, b := s.costs[k][i-1], s.costs[k+i][l-i-1]
		if (a != 0 || i == 1) && (b != 0 || l-i == 1) {
			best = min(best, s.cost(k, i)+s.cost(k+i, l-i))
		}
	}
	return min(best, int32(l)*lexicon.Unknown)
}

// key hashes a feature: its template and its values, of which a and b may have 21 bits and more, c and d too where the
// others are small. Its low bit is 1, so that no key is 0; tables place a key by the others.
func key(template, a, b, c uint64) uint32 {
	x := (a | b<<21 | c<<42) ^ template*0xD6E8FEB86659FD93
	x *= 0x9E3779B97F4A7C15
	x ^= x >> 29
	x *= 0xBF58476D1CE4E5B9
	return uint32(x>>32) | 1
}

// CharFeatures writes the features of unit k, which must be free, to dst and returns how many there are.
func (s *Scratch) CharFeatures(k int, dst *[MaxFeatures]uint32) int {
	k += pad
	sy, in := s.syms[k-pad:k+pad+1], s.infos[k-pad:k+pad+1]
	const o = pad
	c := func(i int) uint64 { return uint64(sy[o+i]) }
	i0, ip, in1 := &in[o], &in[o-1], &in[o+1]
	place, more := uint64(i0.place), uint64(min(i0.more, 1))
	dst[0] = key(1, c(0), 0, 0)
	dst[1] = key(2, c(-1), place, 0)
	dst[2] = key(3, c(1), place, 0)
	dst[3] = key(4, c(-1), c(0), 0)
	dst[4] = key(5, c(0), c(1), 0)
	dst[5] = key(11, place, c(0), 0)
	dst[6] = key(12, place|uint64(i0.price)<<8|more<<16, uint64(i0.tag), 0)
	dst[7] = key(13, uint64(i0.start)|uint64(i0.end)<<4, uint64(i0.cover), place)
	dst[8] = key(18, uint64(i0.word)|place<<32, 0, 0)
	dst[9] = key(19, uint64(ip.class)|uint64(i0.class)<<8, uint64(in1.class)|uint64(in[o+2].class)<<8, place)
	dst[10] = key(22, uint64(ip.shape)|uint64(i0.shape)<<8, uint64(in1.shape)|place<<8, 0)
	dst[11] = key(25, uint64(i0.bond)|place<<8|more<<16, uint64(i0.tag), 0)
	dst[12] = key(28, uint64(ip.own)|uint64(i0.own)<<8, uint64(in1.own)|place<<8, uint64(i0.bond)|uint64(i0.tag)<<8)
	n := 13
	// Where a person name may start here, or one character or two before: what stands before and behind it.
	for back := range 4 {
		at := &in[o-back]
		if at.named == [2]uint8{} || back == 3 && at.extra == 0 {
			continue
		}
		two, three, extra := uint64(at.named[0]), uint64(at.named[1]), int(at.extra)
		kind := (two+2)/3 | (three+2)/3<<2 | uint64(back)<<4 | uint64(extra)<<6
		exact := two | three<<4 | uint64(back)<<8 | uint64(extra)<<10
		dst[n] = key(41, exact, place|uint64(ip.place)<<4|uint64(in1.place)<<8, uint64(i0.price))
		dst[n+1] = key(42, kind, c(-back-2), c(-back-1))
		dst[n+2] = key(43, uint64(in[o-back-1].word), 0, kind)
		dst[n+3] = key(44, kind, c(3-back+extra), 0)
		dst[n+4] = key(45, kind, c(2-back+extra), 0)
		dst[n+5] = key(46, exact, 0, 0)
		n += 6
	}
	return n
}

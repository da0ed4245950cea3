package dedupe

import (
	"encoding/binary"
	"errors"
	"math/bits"

	"github.com/xinwen-go/xinwen/text"
)

const (
	shingle = 5   // characters
	bins    = 128 // of the one permutation: each holds the least hash that falls into it
	bands   = 8   // of two bins each: copies share at least one with near certainty
)

// Fingerprint stands for the body of a text: its lines that hold a sentence, folded, letters, digits and Han characters
// only. It is computed from the runs of five characters by one-permutation min-hashing with densification (Li, Owen and Zhang 2012;
// Shrivastava 2017), of which two bits a bin are kept (b-bit min-hashing, Li and König 2010), and from the figures.
type Fingerprint struct {
	size    uint32        // characters
	band    [bands]uint32 // for finding candidates
	least   [4]uint64     // two bits a bin
	figures [2]uint64     // a bit a figure
}

// New returns the fingerprint of a text. It is safe for concurrent use.
func New(t *text.Text) Fingerprint {
	var f Fingerprint
	var least [bins]uint32
	var filled [bins]bool
	add := func(h uint64) {
		b := h >> 57
		if v := uint32(h >> 20); !filled[b] || v < least[b] {
			least[b], filled[b] = v, true
		}
	}
	folded := t.Folded()
	s := sketch{add: add, f: &f}
	kept := 0
	for i := 0; i < len(folded); {
		j := lineEnd(folded, i)
		if hasSentence(folded[i:j]) {
			s.read(folded[i:j])
			kept += j - i
		}
		i = j + 1
	}
	if 2*kept < len(folded) { // no prose: all of it counts
		f, filled = Fingerprint{}, [bins]bool{}
		s = sketch{add: add, f: &f}
		s.read(folded)
	}
	if f.size < shingle {
		return Fingerprint{}
	}
	densify(&least, &filled)
	for i, v := range least {
		f.least[i/32] |= uint64(v&3) << (2 * (i % 32))
	}
	for i := range f.band {
		f.band[i] = uint32(mix(uint64(least[2*i])<<32|uint64(least[2*i+1])+uint64(i)) >> 32)
	}
	return f
}

func lineEnd(f []rune, i int) int {
	for i < len(f) && f[i] != '\n' {
		i++
	}
	return i
}

// hasSentence tells prose from headlines and credits.
func hasSentence(line []rune) bool {
	for _, r := range line {
		if r == '。' {
			return true
		}
	}
	return false
}

// sketch reads folded runes and hands out the hashes of their shingles.
type sketch struct {
	add    func(h uint64)
	f      *Fingerprint
	window [shingle]uint64 // the last characters
}

func (s *sketch) read(f []rune) {
	var figure uint64 // hash of the figure at hand; 0 where there is none
	for _, r := range f {
		digit := '0' <= r && r <= '9'
		if digit || r == '.' && figure != 0 {
			figure = mix(figure + uint64(r))
		} else if figure != 0 {
			s.figure(figure)
			figure = 0
		}
		if !digit && !('a' <= r && r <= 'z') && !text.IsHan(r) {
			continue
		}
		copy(s.window[:], s.window[1:])
		s.window[shingle-1] = uint64(r)
		if s.f.size++; s.f.size >= shingle {
			var h uint64
			for _, c := range s.window {
				h = (h ^ c) * 0x9E3779B97F4A7C15
			}
			s.add(mix(h))
		}
	}
	// A figure at the end of a line may be cut off.
}

func (s *sketch) figure(h uint64) { s.f.figures[h>>63] |= 1 << (h >> 57 & 63) }

// densify gives each empty bin what another holds, by a choice that depends on the bin alone, so that like texts choose alike.
func densify(least *[bins]uint32, filled *[bins]bool) {
	from := *filled
	for i := range least {
		for try := uint64(1); !from[i] && !filled[i]; try++ {
			if k := mix(uint64(i)<<32|try) >> 57; from[k] {
				least[i], filled[i] = least[k], true
			}
		}
	}
}

// mix is the finalizer of splitmix64.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>27) * 0x94D049BB133111EB
	return h ^ h>>31
}

// Empty reports whether the text has too little for a fingerprint; it is no copy of anything then.
func (f *Fingerprint) Empty() bool { return f.size == 0 }

// Similarity estimates which share of the character runs of two texts is common to both (the Jaccard index), with a standard
// deviation of about .04.
func (f *Fingerprint) Similarity(g *Fingerprint) float64 {
	if f.Empty() || g.Empty() {
		return 0
	}
	differ := 0
	for i := range f.least {
		x := f.least[i] ^ g.least[i]
		differ += bits.OnesCount64((x | x>>1) & 0x5555555555555555)
	}
	return max(0, 1-float64(differ)/bins/0.75) // a quarter of the bins agree by chance
}

// figuresAgree reports whether the figures of the text that has fewer are those of the other, but for one in five.
func (f *Fingerprint) figuresAgree(g *Fingerprint) bool {
	count := func(a, b uint64) int { return bits.OnesCount64(a) + bits.OnesCount64(b) }
	common := count(f.figures[0]&g.figures[0], f.figures[1]&g.figures[1])
	fewer := min(count(f.figures[0], f.figures[1]), count(g.figures[0], g.figures[1]))
	return 5*common >= 4*fewer
}

const (
	alike      = 0.62 // a copy that lacks a fifth has .8, less what credits and damage take
	shortAlike = 0.85 // briefs are made from patterns
	short      = 60   // characters
)

// Copy reports whether two texts are copies of each other.
func (f *Fingerprint) Copy(g *Fingerprint) bool {
	limit := alike
	if min(f.size, g.size) < short {
		limit = shortAlike
	}
	return f.Similarity(g) >= limit && f.figuresAgree(g)
}

// Bytes is the length of a fingerprint in binary form.
const Bytes = 4 + 4*bands + 8*4 + 8*2

// AppendBinary appends the binary form, which has [Bytes] bytes.
func (f *Fingerprint) AppendBinary(dst []byte) ([]byte, error) {
	le := binary.LittleEndian
	dst = le.AppendUint32(dst, f.size)
	for _, v := range f.band {
		dst = le.AppendUint32(dst, v)
	}
	for _, v := range f.least {
		dst = le.AppendUint64(dst, v)
	}
	for _, v := range f.figures {
		dst = le.AppendUint64(dst, v)
	}
	return dst, nil
}

// UnmarshalBinary reads the binary form.
func (f *Fingerprint) UnmarshalBinary(b []byte) error {
	if len(b) != Bytes {
		return errors.New("dedupe: a fingerprint of the wrong length")
	}
	le := binary.LittleEndian
	f.size = le.Uint32(b)
	b = b[4:]
	for i := range f.band {
		f.band[i] = le.Uint32(b[4*i:])
	}
	b = b[4*bands:]
	for i := range f.least {
		f.least[i] = le.Uint64(b[8*i:])
	}
	for i := range f.figures {
		f.figures[i] = le.Uint64(b[32+8*i:])
	}
	return nil
}

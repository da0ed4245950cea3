package repair

import (
	_ "embed"
	"encoding/binary"
	"math"
	"slices"
	"sync"

	"github.com/xinwen-go/xinwen/text"
)

//go:embed bigrams.bin
var bigramsBin []byte

// model is a bigram model of folded characters. A pair is counted as it was seen, and as the end of one word beside the
// start of another.
type model struct {
	ids      [1 << 16]uint16 // folded character to index
	ofCode   [1 << 16]uint16 // code of GBK to index
	rows     []int32
	seconds  []uint16
	counts   []uint8
	prints   []byte       // of the hash table of triples: the fingerprints, two bytes each
	triples  []byte       // the counts of the same slots
	value    [256]float32 // what a byte of counts stands for
	total    []float32
	end      []float32
	start    []float32 // as a share of all words
	share    []float32 // of all characters
	mark     []bool    // no Han character: what follows one after another is not left to chance
	repeated []bool    // marks that are often repeated
}

// unknown is the index of all characters that the model does not know.
const unknown = 0

const (
	countScale = 14.0 // steps of a natural logarithm in a byte of counts
	backoff    = 300  // weight of the plain frequency of a character beside the pairs seen
	// freeAfterMark is the weight of any word's start after a punctuation mark, a number or a Latin word beside what was seen.
	freeAfterMark = 0.5
	repeats       = 0.2 // the same for a mark that is often repeated: ……
)

var bigrams = sync.OnceValue(func() *model {
	m := new(model)
	le := binary.LittleEndian
	b := bigramsBin
	n := int(le.Uint16(b)) + 1
	b = b[2:]
	for i := 1; i < n; i++ {
		m.ids[le.Uint16(b)] = uint16(i)
		b = b[2:]
	}
	column := func() []float32 {
		out := make([]float32, n)
		for i := 1; i < n; i++ {
			out[i] = float32(le.Uint32(b))
			b = b[4:]
		}
		return out
	}
	m.total, m.start, m.end = column(), column(), column()
	words := float32(le.Uint32(b))
	b = b[4:]
	var all float32
	for i := range m.start {
		m.start[i] /= words
		all += m.total[i]
	}
	m.share = make([]float32, n)
	for i := range m.share {
		m.share[i] = (m.total[i] + 0.3) / all
	}
	m.repeated = make([]bool, n)
	for _, r := range "…—-=*.~0a" {
		m.repeated[m.ids[r]] = true
	}
	m.mark = make([]bool, n)
	for r, id := range m.ids {
		if id != unknown && !text.IsHan(rune(r)) {
			m.mark[id] = true
		}
	}
	m.rows = make([]int32, n+1)
	for i := 1; i <= n; i++ {
		m.rows[i] = int32(le.Uint32(b))
		b = b[4:]
	}
	pairs := int(m.rows[n])
	m.seconds = make([]uint16, pairs)
	for i := range m.seconds {
		m.seconds[i] = le.Uint16(b) + 1
		b = b[2:]
	}
	m.counts, b = b[:pairs], b[pairs:]
	m.prints, m.triples = b[:2<<tripleBits], b[2<<tripleBits:]
	for i := range m.value {
		m.value[i] = float32(math.Exp(float64(i) / countScale))
	}
	g := gbk()
	for c := range code(0x80) {
		m.ofCode[c] = m.id(rune(c))
	}
	gbkCodes(func(c code) { m.ofCode[c] = m.id(rune(g.toRune[c])) })
	return m
})

// id returns the index of a character: digits and Latin letters share one each.
func (m *model) id(r rune) uint16 {
	r = text.Fold(r)
	switch {
	case '0' <= r && r <= '9':
		r = '0'
	case 'a' <= r && r <= 'z':
		r = 'a'
	case r >= 1<<16:
		return unknown
	}
	return m.ids[r]
}

// cost is the negative logarithm of the probability that b follows a.
func (m *model) cost(a, b uint16) float32 { return minusLog(m.chance(a, b)) }

// logs are the natural logarithms of the numbers from 1 to 2 in 256 steps, taken in the middle of each.
var logs = sync.OnceValue(func() *[256]float32 {
	t := new([256]float32)
	for i := range t {
		t[i] = float32(math.Log(1 + (float64(i)+0.5)/256))
	}
	return t
})

// tripleBits is the binary logarithm of the number of slots of the table of triples.
const tripleBits = 18

// tripleHash is the slot of a triple and its fingerprint, which is not 0. The generator has the same function.
func tripleHash(a, b, c uint16) (slot uint32, print uint16) {
	h := (uint64(a)<<32 | uint64(b)<<16 | uint64(c)) * 0x9E3779B97F4A7C15
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return uint32(h >> (64 - tripleBits)), uint16(h>>16) | 1
}

// triple is the count of three characters; of a pair with anything after it where c is 0.
func (m *model) triple(a, b, c uint16) float32 {
	slot, print := tripleHash(a, b, c)
	for {
		switch uint16(m.prints[2*slot]) | uint16(m.prints[2*slot+1])<<8 {
		case 0:
			return 0
		case print:
			return m.value[m.triples[slot]]
		}
		slot = (slot + 1) & (1<<tripleBits - 1)
	}
}

// pair is the count of two characters that were seen one after the other.
func (m *model) pair(a, b uint16) float32 {
	lo, hi := m.rows[a], m.rows[a+1]
	if i, ok := slices.BinarySearch(m.seconds[lo:hi], b); ok {
		return m.value[m.counts[int(lo)+i]]
	}
	return 0
}

// tripleShare is the weight of what follows two characters beside what follows the second alone.
const tripleShare = 0.6

// chance3 is the probability that c follows a and b.
func (m *model) chance3(a, b, c uint16) float32 {
	p := m.chance(b, c)
	seen := m.triple(a, b, 0)
	if seen == 0 || c == unknown {
		return p
	}
	all := max(m.pair(a, b)+m.end[a]*m.start[b], seen)
	return tripleShare*m.triple(a, b, c)/all + (1-tripleShare*seen/all)*p
}

// minusLog is the negative natural logarithm of a positive number, within 0.002.
func minusLog(p float32) float32 {
	b := math.Float32bits(p)
	return float32(127-int32(b>>23))*math.Ln2 - logs()[b>>15&0xFF]
}

// chance is the probability that b follows a.
func (m *model) chance(a, b uint16) float32 {
	lo, hi := m.rows[a], m.rows[a+1]
	row := m.seconds[lo:hi]
	i, j := 0, len(row)
	for i < j {
		if h := (i + j) / 2; row[h] < b {
			i = h + 1
		} else {
			j = h
		}
	}
	p, all := backoff*m.share[b], m.total[a]+backoff
	switch {
	case !m.mark[a]:
		p += m.end[a] * m.start[b]
	case a == b && m.repeated[a]:
		p, all = p+m.total[a]*repeats, all+m.total[a]*repeats
	case !m.mark[b]:
		free := m.total[a] * freeAfterMark
		p, all = p+free*m.start[b], all+free
	}
	if i < len(row) && row[i] == b {
		p += m.value[m.counts[int(lo)+i]]
	}
	return p / all
}

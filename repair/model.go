package repair

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
	"unicode"

	"github.com/xinwen-go/xinwen/text"
)

//go:embed model.bin
var modelBin []byte

// model tells which folded character follows two others. It joins two models: words drawn one after another by frequency,
// whose bounds are not known; and on top of it the characters of running text.
type model struct {
	ids       [1 << 16]uint16 // folded character to index
	ofCode    [1 << 16]uint16 // code of GBK to index
	chars     []charStats
	share     []float32 // of all characters
	pairs     []pairStats
	slots     []pairSlot // hash table of the pairs
	thirds    []byte     // of the triples: the index of the third character, two bytes each
	within    []byte     // of the triples: the count within words
	text      []byte     // of the triples: the count in running text
	value     [256]float32
	words     float32
	slotShift uint
}

// charStats are the frequency of a character within words, as their start, their end and as a whole word, the count in
// running text.
type charStats struct {
	total, start, end, single, text float32
	starts                          float32 // the share of words that start with it
	perTotal, perStart, perText     float32 // 1 over these counts and what is weighed beside them
	mark                            bool    // punctuation
}

// pairStats are the frequency of a pair within words, as their start and as their end, and the count in running text.
type pairStats struct {
	within, start, end, text float32
	joined, perText          float32 // within and 1 over text, over these counts and what is weighed beside them
	triples                  int32   // index of the first triple that begins with the pair
}

// pairSlot tells which of the pairs has the key, which is 0 in an empty slot: the characters, in 16 bits each.
type pairSlot struct {
	key   uint32
	index int32
}

// unknown is the index of all characters that the model does not know.
const unknown = 0

const (
	countScale = 14.0 // steps of a natural logarithm in a byte of counts
	ratioStep  = 0.4  // of a natural logarithm in the four bits of a share
)

// The weights of what is known of fewer characters, in counts.
const (
	backoff     = 300 // of a character by itself beside the pairs of words
	backoffWord = 20  // of a pair of words beside the triples of words
	backoffPair = 200 // of words beside the pairs of running text
	backoffText = 20  // of a pair of running text beside the triples
	anyPlace    = 0.05
	wordShare   = 0.5 // of the words by themselves, running text being the rest
)

var languageModel = sync.OnceValue(func() *model { return readModel(modelBin) })

// readModel reads what the generator writes.
func readModel(b []byte) *model {
	m := new(model)
	le := binary.LittleEndian
	take := func(n int) []byte {
		part := b[:n:n]
		b = b[n:]
		return part
	}
	n := int(le.Uint16(take(2))) + 1
	for i := 1; i < n; i++ {
		m.ids[le.Uint16(take(2))] = uint16(i)
	}
	m.chars = make([]charStats, n)
	for _, column := range []func(*charStats) *float32{
		func(c *charStats) *float32 { return &c.total },
		func(c *charStats) *float32 { return &c.start },
		func(c *charStats) *float32 { return &c.end },
		func(c *charStats) *float32 { return &c.single },
		func(c *charStats) *float32 { return &c.text },
	} {
		for i := 1; i < n; i++ {
			*column(&m.chars[i]) = float32(le.Uint32(take(4)))
		}
	}
	for r, id := range m.ids {
		if id != unknown {
			m.chars[id].mark = !unicode.IsLetter(rune(r)) && !unicode.IsDigit(rune(r))
		}
	}
	var all float32
	for i := range m.chars {
		all += m.chars[i].total
		m.words += m.chars[i].start
	}
	for i := range m.chars {
		c := &m.chars[i]
		c.starts = (c.start + 0.1) / m.words
		c.perTotal, c.perStart, c.perText = 1/(c.total+backoff), 1/(c.start+backoffWord), 1/(c.text+backoffPair)
	}
	m.share = make([]float32, n)
	for i := range m.share {
		m.share[i] = (m.chars[i].total + 0.3) / all
	}
	rows := make([]int32, n+1)
	for i := 1; i < n; i++ {
		rows[i+1] = rows[i] + int32(le.Uint16(take(2)))
	}
	for i := range m.value[1:] {
		m.value[i+1] = float32(math.Exp(float64(i) / countScale))
	}
	var ratios [16]float32
	for i := range ratios[1:] {
		ratios[i+1] = float32(math.Exp(float64(i-14) * ratioStep))
	}
	pairs := int(le.Uint32(take(4)))
	seconds, within, shares, text, triples := take(2*pairs), take(pairs), take(pairs), take(pairs), take(pairs)
	m.pairs = make([]pairStats, pairs+1)
	third := int32(0)
	for i := range pairs {
		in := m.value[within[i]]
		m.pairs[i] = pairStats{
			within: in, start: in * ratios[shares[i]>>4], end: in * ratios[shares[i]&15], text: m.value[text[i]],
			joined: in / (in + backoffWord), perText: 1 / (m.value[text[i]] + backoffText), triples: third,
		}
		third += int32(triples[i])
	}
	m.pairs[pairs].triples = third
	total := int(le.Uint32(take(4)))
	m.thirds, m.within, m.text = take(2*total), take(total), take(total)
	m.index(rows, seconds)
	g := gbk()
	for c := range code(0x80) {
		m.ofCode[c] = m.id(rune(c))
	}
	gbkCodes(func(c code) { m.ofCode[c] = m.id(rune(g.toRune[c])) })
	return m
}

// index fills the hash table of the pairs. rows holds, by character, the number of its first pair; seconds the second
// characters, two bytes each.
func (m *model) index(rows []int32, seconds []byte) {
	bits := uint(1)
	for 1<<bits < 3*len(m.pairs)/2 {
		bits++
	}
	m.slots, m.slotShift = make([]pairSlot, 1<<bits), 32-bits
	for a := 1; a+1 < len(rows); a++ {
		for i := rows[a]; i < rows[a+1]; i++ {
			b := binary.LittleEndian.Uint16(seconds[2*i:])
			k := m.slot(uint16(a), b)
			for m.slots[k].key != 0 {
				k = (k + 1) & uint32(len(m.slots)-1)
			}
			m.slots[k] = pairSlot{uint32(a)<<16 | uint32(b), i}
		}
	}
}

func (m *model) slot(a, b uint16) uint32 {
	h := uint32(a)<<16 | uint32(b)
	h *= 0x9E3779B1
	h ^= h >> 15
	return h * 0x85EBCA6B >> m.slotShift
}

// pair is the index of a pair in pairs, or -1.
func (m *model) pair(a, b uint16) int32 {
	key := uint32(a)<<16 | uint32(b)
	for k := m.slot(a, b); m.slots[k].key != 0; k = (k + 1) & uint32(len(m.slots)-1) {
		if m.slots[k].key == key {
			return m.slots[k].index
		}
	}
	return -1
}

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
func (m *model) cost(a, b uint16) float32 {
	var seen pairStats
	if i := m.pair(a, b); i >= 0 {
		seen = m.pairs[i]
	}
	return minusLog((seen.text + backoffPair*m.inWords(a, b, seen.within)) * m.chars[a].perText)
}

// inWords is the probability, by the model of words, that b follows a, given how often it does so within words.
func (m *model) inWords(a, b uint16, within float32) float32 {
	x := &m.chars[a]
	return (within + x.end*m.starts(a, b) + backoff*m.share[b]) * x.perTotal
}

// starts is the probability that a word that follows a begins with b. Which mark follows another is not left to chance.
func (m *model) starts(a, b uint16) float32 {
	if m.chars[a].mark && m.chars[b].mark {
		return 1e-6
	}
	return m.chars[b].starts
}

var unseenPair = pairStats{perText: 1.0 / backoffText}

// chance is the probability that c follows a and b, ab and bc being the indexes of these pairs.
func (m *model) chance(a, b, c uint16, ab, bc int32) float32 {
	first, second := &unseenPair, &unseenPair
	if bc >= 0 {
		second = &m.pairs[bc]
	}
	var within, text float32
	if ab >= 0 {
		first = &m.pairs[ab]
		if lo, hi := first.triples, m.pairs[ab+1].triples; lo < hi {
			if i := m.third(lo, hi, c); i >= 0 {
				within, text = m.value[m.within[i]], m.value[m.text[i]]
			}
		}
	}
	starts, pair := m.starts(b, c), m.inWords(b, c, second.within)
	// Either a and b are of one word, or b begins one.
	x := &m.chars[b]
	split := m.chars[a].end*m.starts(a, b) + 1e-9
	joined := (within + first.end*starts + backoffWord*pair) * first.joined
	begun := (second.start + x.single*starts + backoffWord*pair) * split * x.perStart
	words := (1-anyPlace)*(joined+begun)/(first.within+split) + anyPlace*pair
	running := (second.text + backoffPair*words) * x.perText
	running = (text + backoffText*running) * first.perText
	return wordShare*words + (1-wordShare)*running
}

// third is the index in lo..hi of the triple that ends with c, or -1.
func (m *model) third(lo, hi int32, c uint16) int32 {
	for lo < hi {
		i := (lo + hi) / 2
		switch t := uint16(m.thirds[2*i]) | uint16(m.thirds[2*i+1])<<8; {
		case t == c:
			return i
		case t < c:
			lo = i + 1
		default:
			hi = i
		}
	}
	return -1
}

// logs are the natural logarithms of the numbers from 1 to 2 in 256 steps, taken in the middle of each.
var logs = sync.OnceValue(func() *[256]float32 {
	t := new([256]float32)
	for i := range t {
		t[i] = float32(math.Log(1 + (float64(i)+0.5)/256))
	}
	return t
})

// minusLog is the negative natural logarithm of a positive number, within 0.002.
func minusLog(p float32) float32 {
	b := math.Float32bits(p)
	return float32(127-int32(b>>23))*math.Ln2 - logs()[b>>15&0xFF]
}

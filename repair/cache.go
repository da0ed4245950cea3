package repair

import (
	"strings"
	"unicode/utf8"
)

// cache counts the pairs of characters in the undamaged part of the text at hand: names and terms that a text uses, it
// uses again.
type cache struct {
	slots []cacheSlot // open addressing; a power of two
	first []uint16    // by character: how often it was counted as the first of a pair
	// doubt is taken from every count: 1 where cuts left no mark, so that what is counted may be the damage itself.
	doubt uint16
}

type cacheSlot struct {
	key uint32
	n   uint16
}

const (
	cacheChars = 1 << 15 // characters of a text that are counted
	cacheShare = 0.2     // weight of the counts beside the model
	cacheSteps = 8       // slots looked at for a pair
)

// learn counts the pairs of s. What follows a lost byte up to the next ASCII byte is left out, as are annotations.
func (t *tables) learn(s string, p *page) *cache {
	c := &cache{slots: make([]cacheSlot, slotsFor(min(len(s)/2, cacheChars))), first: make([]uint16, len(t.lm.chars))}
	if p.cutting {
		c.doubt = 1
	}
	end := byte(0x80)
	if p.normalised {
		end = firstTrail // a letter may have been a full-width one
	}
	prev, chars := t.lm.id('\n'), 0
	for i := 0; i < len(s) && chars < cacheChars; chars++ {
		b := s[i]
		switch {
		case b == '(':
			if _, n := t.rd.parse(s[i+1:]); n > 0 {
				i += 1 + n
				continue
			}
		case b == '?', strings.HasPrefix(s[i:], "\uFFFD"):
			i++
			if _, n := t.rd.parse(s[i:]); n > 0 {
				i += n
			} else if cutMark(s[i:]) {
				i++
			}
			for i < len(s) && s[i] >= end {
				i++
			}
			prev = unknown
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		id := t.lm.id(r)
		if prev != unknown && id != unknown {
			c.add(prev, id)
		}
		prev = id
		i += n
	}
	return c
}

func slotsFor(pairs int) int {
	n := 64
	for n < 2*pairs {
		n *= 2
	}
	return n
}

func (c *cache) find(a, b uint16) *cacheSlot {
	key := uint32(a)<<16 | uint32(b)
	h := key * 0x9E3779B1
	mask := uint32(len(c.slots) - 1)
	for i := range uint32(cacheSteps) {
		s := &c.slots[(h>>11+i)&mask]
		if s.key == key || s.key == 0 {
			return s
		}
	}
	return nil
}

func (c *cache) add(a, b uint16) {
	if s := c.find(a, b); s != nil && s.n < 1<<15 {
		s.key = uint32(a)<<16 | uint32(b)
		s.n++
		if c.first[a] < 1<<15 {
			c.first[a]++
		}
	}
}

// share is the share of the pairs that begin with a which end with b.
func (c *cache) share(a, b uint16) float32 {
	if c.first[a] == 0 {
		return 0
	}
	s := c.find(a, b)
	if s == nil || s.n <= c.doubt {
		return 0
	}
	return float32(s.n-c.doubt) / (float32(c.first[a]) + 1)
}

package dedupe

import "fmt"

// DefaultCapacity is how many articles an Index remembers unless told otherwise. Each takes about 100 bytes.
const DefaultCapacity = 1_000_000

// block is how many entries are allocated at once.
const block = 1 << 14

// ways is how many articles a slot of the table remembers.
const ways = 8

// Index remembers articles. It is not safe for concurrent use: articles come in one order.
type Index struct {
	capacity int
	entries  [][]entry // the latest articles, in blocks; the oldest is overwritten
	count    int       // entries ever added
	slots    []uint32  // groups of ways entries (plus one; 0 is none), newest first, for each value of a band
}

type entry struct {
	size    uint32
	least   [4]uint64
	figures [2]uint64
	ref     uint64
}

// NewIndex returns an empty index that remembers the latest capacity articles.
func NewIndex(capacity int) (*Index, error) {
	if capacity < 1 || capacity > 1<<30 {
		return nil, fmt.Errorf("dedupe: a capacity of %d articles: it must lie between 1 and 2^30", capacity)
	}
	groups := capacity*bands*5/4/ways + 1
	return &Index{capacity: capacity, slots: make([]uint32, groups*ways)}, nil
}

// group is where a value of a band is remembered.
func (x *Index) group(band int, v uint32) []uint32 {
	h := mix(uint64(v) | uint64(band)<<32)
	at := h % uint64(len(x.slots)/ways) * ways
	return x.slots[at : at+ways]
}

// Find returns the reference of the first article added of which f is a copy, if one is remembered.
func (x *Index) Find(f *Fingerprint) (ref uint64, ok bool) {
	if f.Empty() {
		return 0, false
	}
	for i, v := range f.band {
		for _, n := range x.group(i, v) {
			if n == 0 {
				break
			}
			e := &x.entries[(n-1)/block][(n-1)%block]
			if ok && e.ref >= ref {
				continue
			}
			if g := (Fingerprint{size: e.size, least: e.least, figures: e.figures}); f.Copy(&g) {
				ref, ok = e.ref, true
			}
		}
	}
	return ref, ok
}

// Add remembers an article, whose reference must be larger than that of the articles before it.
func (x *Index) Add(f *Fingerprint, ref uint64) {
	if f.Empty() {
		return
	}
	n := x.count % x.capacity
	x.count++
	if n/block == len(x.entries) {
		x.entries = append(x.entries, make([]entry, min(block, x.capacity-n)))
	}
	x.entries[n/block][n%block] = entry{f.size, f.least, f.figures, ref}
	for i, v := range f.band {
		g := x.group(i, v)
		copy(g[1:], g[:ways-1])
		g[0] = uint32(n + 1)
	}
}

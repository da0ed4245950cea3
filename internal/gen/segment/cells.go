package main

// cells numbers the keys of features, from 0 in the order in which they come.
type cells struct {
	keys []uint32
	rows []int32
	n    int
}

func newCells() *cells { return &cells{keys: make([]uint32, 1<<16), rows: make([]int32, 1<<16)} }

// find returns the row of a key, or -1.
func (c *cells) find(k uint32) int32 {
	mask := uint32(len(c.keys) - 1)
	for i := k * 0x9E3779B1 & mask; ; i = (i + 1) & mask {
		if c.keys[i] == k {
			return c.rows[i]
		}
		if c.keys[i] == 0 {
			return -1
		}
	}
}

// row returns the row of a key, a new one if needed.
func (c *cells) row(k uint32) int32 {
	if r := c.find(k); r >= 0 {
		return r
	}
	if c.n*2 >= len(c.keys) {
		old := *c
		c.keys, c.rows, c.n = make([]uint32, 2*len(old.keys)), make([]int32, 2*len(old.keys)), 0
		for i, k := range old.keys {
			if k != 0 {
				c.put(k, old.rows[i])
			}
		}
	}
	c.put(k, int32(c.n))
	return int32(c.n - 1)
}

func (c *cells) put(k uint32, row int32) {
	mask := uint32(len(c.keys) - 1)
	i := k * 0x9E3779B1 & mask
	for c.keys[i] != 0 {
		i = (i + 1) & mask
	}
	c.keys[i], c.rows[i] = k, row
	c.n++
}

// appendFound appends the rows of those keys that have one.
func (c *cells) appendFound(dst []int32, keys []uint32) []int32 {
	for _, k := range keys {
		if r := c.find(k); r >= 0 {
			dst = append(dst, r)
		}
	}
	return dst
}

// counts counts how often features are seen.
type counts struct {
	cells
	seen []uint8
}

func newCounts() *counts { return &counts{cells: *newCells()} }

func (c *counts) add(keys []uint32) {
	for _, k := range keys {
		r := c.row(k)
		if int(r) == len(c.seen) {
			c.seen = append(c.seen, 0)
		}
		if c.seen[r] < 255 {
			c.seen[r]++
		}
	}
}

// list returns the features seen at least least times, and how often each was, by its row.
func (c *counts) list(least uint8) (known *cells, seen []uint8) {
	keys := make([]uint32, c.n)
	for i, k := range c.keys {
		if k != 0 {
			keys[c.rows[i]] = k
		}
	}
	known = newCells()
	for r, k := range keys {
		if c.seen[r] >= least {
			known.row(k)
			seen = append(seen, c.seen[r])
		}
	}
	return known, seen
}

// bump adds to a weight of row i at a time. The three columns stand apart so that scores read the first alone.
func bump(w, sum, at *int32, by, now int32) {
	*sum += (now - *at) * *w
	*at = now
	*w += by
}

// mean is the mean of a weight up to a time.
func mean(w, sum, at, now int32) float64 { return float64(sum+(now-at)*w) / float64(now) }

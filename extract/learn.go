package extract

import (
	"hash/maphash"
	"net/url"
	"strings"
	"sync"
)

// Learner finds what the pages of one site have in common: lines that stand on many of them are no part of any article. It is
// safe for concurrent use.
type Learner struct {
	mu    sync.Mutex
	seed  maphash.Seed
	pages int
	lines map[uint64]int // how many pages hold the line
}

// NewLearner returns a learner that has seen nothing.
func NewLearner() *Learner {
	return &Learner{seed: maphash.MakeSeed(), lines: map[uint64]int{}}
}

// Observe counts the lines of a page. Pages of a few articles each, not the same article again, teach most. It fails as
// [Extractor.Links] does.
func (l *Learner) Observe(page []byte, p Page) error {
	root, _, _, err := (&Extractor{}).open(page, p)
	if err != nil {
		return err
	}
	seen := map[uint64]bool{}
	for _, line := range scanPage(root, false, true).lines {
		seen[maphash.String(l.seed, line.folded)] = true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.pages++
	for h := range seen {
		l.lines[h]++
	}
	return nil
}

// Site returns what was learnt so far: the lines of at least three pages, and of one page in twenty.
func (l *Learner) Site() *Site {
	const least, share = 3, 20
	l.mu.Lock()
	defer l.mu.Unlock()
	s := &Site{seed: l.seed, repeated: map[uint64]bool{}}
	for h, n := range l.lines {
		if n >= least && n*share >= l.pages {
			s.repeated[h] = true
		}
	}
	return s
}

// Site is what the pages of one site have in common. It is immutable.
type Site struct {
	seed     maphash.Seed
	repeated map[uint64]bool
}

// mark takes the repeated lines for junk.
func (s *Site) mark(lines []*line) {
	for _, l := range lines {
		if s.repeated[maphash.String(s.seed, l.folded)] {
			l.junk, l.points = true, 0
		}
	}
}

// hostOf is the host of an address without port, lower-case.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// forHost finds the value for a host, or for the nearest domain above it.
func forHost[T any](m map[string]T, host string) (v T, ok bool) {
	for host != "" {
		if v, ok = m[host]; ok {
			return v, true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return v, false
}

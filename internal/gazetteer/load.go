package gazetteer

import (
	"bytes"
	"cmp"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/xinwen-go/xinwen/internal/trie"
)

//go:embed gazetteer.bin
var packed []byte

// Gazetteer holds the divisions and their names. It is immutable and safe for concurrent use.
type Gazetteer struct {
	divisions  []Division // in order of code, then From; those without code last
	byCode     []int32
	below      []int32 // children of all divisions, and where those of each begin
	firstBelow []int32
	trie       trie.Trie
	postings   []posting // of all names, and where those of each begin
	first      []int32
	info       []Info
}

type posting struct {
	division int32
	form     Form
}

var load = sync.OnceValue(func() *Gazetteer {
	g, err := decode(packed)
	if err != nil { // the data is part of the program: a test reads it
		panic(err)
	}
	return g
})

// Load returns the gazetteer, reading it at the first call.
func Load() *Gazetteer { return load() }

// decode reads what internal/gen/gazetteer writes: deflated, numbers as uvarints, strings with their length before them:
// the divisions (code, name, length of the short name, level, kind, grade, parent+1, from, to, successors), the names
// (common or not, divisions with form), and the trie from names to their numbers.
func decode(b []byte) (*Gazetteer, error) {
	plain, err := io.ReadAll(flate.NewReader(bytes.NewReader(b)))
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	r := &reader{b: plain, s: string(plain)}
	g := &Gazetteer{divisions: make([]Division, r.count())}
	n := len(g.divisions)
	var successors []*Division // of all divisions, each of which has a part
	for i := range g.divisions {
		d := &g.divisions[i]
		d.index = int32(i)
		d.Code, d.Name = r.str(), r.str()
		short := r.int()
		d.Level, d.Kind, d.Grade = Level(r.int()), Kind(r.int()), Grade(r.int())
		parent := r.int()
		d.From, d.To = r.int(), r.int()
		first := len(successors)
		for range r.count() {
			k := r.int()
			if k >= n {
				r.bad = true
				break
			}
			successors = append(successors, &g.divisions[k])
		}
		if short > len(d.Name) || parent > n {
			r.bad = true
		}
		if r.bad {
			return nil, errors.New("gazetteer: data is broken")
		}
		if len(successors) > first {
			d.Successors = successors[first:len(successors):len(successors)]
		}
		d.Short = d.Name[:short]
		if parent > 0 {
			d.Parent = &g.divisions[parent-1]
		}
	}
	names := r.count()
	g.first, g.info = make([]int32, 0, names+1), make([]Info, names)
	for i := range names {
		g.first = append(g.first, int32(len(g.postings)))
		in := &g.info[i]
		in.Common = r.int() == 1
		in.Count = r.count()
		for range in.Count {
			p := posting{int32(r.int()), Form(r.int())}
			if int(p.division) >= n {
				r.bad = true
			}
			if r.bad {
				return nil, errors.New("gazetteer: data is broken")
			}
			g.postings = append(g.postings, p)
			if l := g.divisions[p.division].Level; in.Level == 0 || l < in.Level {
				in.Level = l
			}
			if in.Form == 0 || p.form < in.Form {
				in.Form = p.form
			}
		}
	}
	g.first = append(g.first, int32(len(g.postings)))
	if r.bad {
		return nil, errors.New("gazetteer: data is broken")
	}
	if err := g.trie.UnmarshalBinary(r.b); err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	g.link()
	return g, nil
}

// link builds the ways from codes and from parents.
func (g *Gazetteer) link() {
	followed, all := make([]int32, len(g.divisions)), 0
	for i := range g.divisions {
		for _, s := range g.divisions[i].Successors {
			followed[s.index]++
			all++
		}
	}
	predecessors := make([]*Division, all)
	for i, n := range followed {
		g.divisions[i].predecessors, predecessors = predecessors[:0:n], predecessors[n:]
	}
	g.firstBelow = make([]int32, len(g.divisions)+2)
	for i := range g.divisions {
		d := &g.divisions[i]
		if d.Code != "" {
			g.byCode = append(g.byCode, int32(i))
		}
		if d.Parent != nil {
			g.firstBelow[d.Parent.index+2]++
		}
		for _, s := range d.Successors {
			s.predecessors = append(s.predecessors, d)
		}
	}
	slices.SortStableFunc(g.byCode, func(a, b int32) int {
		x, y := &g.divisions[a], &g.divisions[b]
		return cmp.Or(cmp.Compare(x.Code, y.Code), cmp.Compare(x.From, y.From))
	})
	for i := 1; i < len(g.byCode); i++ {
		if b, d := &g.divisions[g.byCode[i-1]], &g.divisions[g.byCode[i]]; b.Code == d.Code {
			d.before = b
		}
	}
	for i := 2; i < len(g.firstBelow); i++ {
		g.firstBelow[i] += g.firstBelow[i-1]
	}
	g.below = make([]int32, g.firstBelow[len(g.firstBelow)-1])
	for i := range g.divisions {
		if p := g.divisions[i].Parent; p != nil {
			g.below[g.firstBelow[p.index+1]] = int32(i)
			g.firstBelow[p.index+1]++
		}
	}
}

// reader reads the packed form; bad is set once something does not fit, and stays.
type reader struct {
	b   []byte // what is left
	s   string // the same bytes, whole, as a string that all names share
	bad bool
}

func (r *reader) int() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > 1<<30 {
		r.bad = true
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

// count is a number of things of at least one byte each.
func (r *reader) count() int {
	v := r.int()
	if v > len(r.b) {
		r.bad = true
		return 0
	}
	return v
}

func (r *reader) str() string {
	n := r.count()
	at := len(r.s) - len(r.b)
	r.b = r.b[n:]
	return r.s[at : at+n]
}

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"time"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/internal/whose"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// passage is an annotated passage.
type passage struct {
	ID, Published, Text string
	Claims              []struct {
		Subject, Measure, Figure string
		Occurrence               int
	}
}

func readPassages(name string) (out []passage, err error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var p passage
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, p)
	}
	return out, lines.Err()
}

// reader runs the stages on passages, and is asked by package claims whose each figure is.
type reader struct {
	numbers  *numbers.Reader
	segment  *segment.Segmenter
	entities *entities.Extractor
	claims   *claims.Extractor

	// of the passage at hand
	p                     *passage
	doc                   *claims.Document
	used                  []bool
	seen                  bool
	w                     []float64 // chooses, where there is one
	out                   []example
	right, made, measured int
	wrong                 []string
}

func newReader() *reader {
	r := new(reader)
	var err error
	check := func() {
		if err != nil {
			log.Fatal(err)
		}
	}
	r.numbers, err = numbers.New()
	check()
	r.segment, err = segment.New()
	check()
	r.entities, err = entities.New()
	check()
	r.claims, err = claims.New(claims.WithTrainer(r))
	check()
	return r
}

// examples returns the figures of a passage of which it is known whose they are; those before are given their right owners.
func (r *reader) examples(p *passage, seen bool) []example {
	r.seen, r.w, r.out = seen, nil, nil
	r.read(p)
	return r.out
}

// chosen returns the figures of a passage of which it is known whose they are; those before have the owners that weights w choose.
func (r *reader) chosen(p *passage, seen bool, w []float64) []example {
	r.seen, r.w, r.out = seen, w, nil
	r.read(p)
	return r.out
}

// test tells for how many figures of a passage weights w choose the right measure, and with it the right owner, and lists the others.
func (r *reader) test(p *passage, w []float64) (measured, right int, wrong []string) {
	r.seen, r.w, r.measured, r.right, r.wrong = false, w, 0, 0, nil
	r.read(p)
	return r.measured, r.right, r.wrong
}

func (r *reader) read(p *passage) {
	published, err := time.Parse(time.DateOnly, p.Published)
	if err != nil {
		log.Fatalf("%s: %v", p.ID, err)
	}
	d := &claims.Document{Text: text.New(p.Text)}
	res := r.numbers.Read(d.Text, numbers.Context{Published: published})
	d.Quantities, d.Times = res.Quantities, res.Times
	d.Tokens = r.segment.Append(nil, d.Text)
	d.People = r.entities.People(d.Text, d.Tokens, entities.Context{Date: published})
	r.p, r.doc, r.used = p, d, make([]bool, len(p.Claims))
	r.made = len(r.claims.Append(nil, d))
}

// Choose implements whose.Trainer.
func (r *reader) Choose(q int, options []whose.Option) int {
	x := example{seen: r.seen, right: make([]bool, len(options))}
	for k := range options {
		o := &options[k]
		if o.Rules {
			x.rules = k
		}
		var fs []uint32
		for t, f := range o.Features {
			if f != 0 && !(r.seen && o.ByRules[t/64]>>(t%64)&1 != 0) {
				fs = append(fs, whose.Index(f))
			}
		}
		x.features = append(x.features, fs)
	}
	g := r.given(q, options)
	known, at := false, x.rules
	if g >= 0 {
		r.used[g] = true
		closest := 0.0
		for k := range options {
			o := &options[k]
			s, m := overlap(r.p.Claims[g].Subject, o.Subject), overlap(r.p.Claims[g].Measure, o.Measure)
			if x.right[k] = s >= enough && m >= enough; x.right[k] && s+m > closest {
				closest, at, known = s+m, k, true
			}
		}
	}
	if known {
		r.out = append(r.out, x)
	}
	if r.w == nil {
		return at
	}
	at = best(r.w, x.features)
	if g >= 0 && overlap(r.p.Claims[g].Measure, options[at].Measure) >= enough {
		r.measured++
	}
	if g >= 0 && x.right[at] {
		r.right++
	} else if g >= 0 {
		c := &r.p.Claims[g]
		r.wrong = append(r.wrong, fmt.Sprintf("  %s %s: %s|%s, not %s|%s; %v %v", r.p.ID, c.Figure, options[at].Subject, options[at].Measure, c.Subject, c.Measure, x.right[x.rules], known))
	}
	return at
}

// given returns the annotated claim of figure q, or -1.
func (r *reader) given(q int, options []whose.Option) int {
	figure := r.surface(q)
	nth := 0
	for k := 0; k <= q; k++ {
		if r.surface(k) == figure {
			nth++
		}
	}
	at, closest := -1, 0.0
	for k := range r.p.Claims {
		c := &r.p.Claims[k]
		if r.used[k] || c.Figure != figure || c.Occurrence > 0 && c.Occurrence != nth {
			continue
		}
		for o := range options {
			if m := overlap(c.Measure, options[o].Measure); m >= enough && m > closest {
				at, closest = k, m
			}
		}
	}
	return at
}

func (r *reader) surface(q int) string { return r.doc.Text.Slice(r.doc.Quantities[q].Span) }

// enough is the overlap at which two phrases count as the same.
const enough = 0.6

// overlap is the F measure of the characters that two phrases share, in order.
func overlap(a, b string) float64 {
	if a == "" || b == "" {
		if a == b {
			return 1
		}
		return 0
	}
	y := []rune(text.FoldString(b))
	row := make([]int, len(y)+1)
	for _, r := range text.FoldString(a) {
		diagonal := 0
		for j := range y {
			up := row[j+1]
			if r == y[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = up
		}
	}
	return 2 * float64(row[len(y)]) / float64(utf8.RuneCountInString(a)+utf8.RuneCountInString(b))
}

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"time"

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
		Subject, Measure, Figure, Time string
		Occurrence                     int
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
	p               *passage
	doc             *claims.Document
	used            [questions][]bool
	seen            bool
	w               [questions][]float64 // chooses, where there is one
	out             [questions][]example
	measured, right [questions]int
	wrong           []string
}

// questions is how many there are: whose a figure is, and of when.
const questions = 2

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

// examples returns the figures of a passage of which it is known what the answers are; those before are given the right ones.
func (r *reader) examples(p *passage, seen bool) [questions][]example {
	r.start(seen)
	r.read(p)
	return r.out
}

// chosen returns the figures of a passage of which the answer is known; those before have the answers that weights w choose.
func (r *reader) chosen(p *passage, seen bool, what whose.Question, w []float64) []example {
	r.start(seen)
	r.w[what] = w
	r.read(p)
	return r.out[what]
}

// test tells for how many figures of a passage weights w choose the right measure, and with it the right answer, and lists the others.
func (r *reader) test(p *passage, what whose.Question, w []float64) (measured, right int, wrong []string) {
	r.start(false)
	r.w[what] = w
	r.read(p)
	return r.measured[what], r.right[what], r.wrong
}

func (r *reader) start(seen bool) {
	r.seen, r.wrong = seen, nil
	r.w, r.out, r.measured, r.right = [questions][]float64{}, [questions][]example{}, [questions]int{}, [questions]int{}
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
	r.p, r.doc = p, d
	for what := range r.used {
		r.used[what] = make([]bool, len(p.Claims))
	}
	r.claims.Append(nil, d)
}

// Choose implements whose.Trainer.
func (r *reader) Choose(what whose.Question, q int, options []whose.Option) int {
	x := example{right: make([]bool, len(options))}
	at := 0 // what the rules found
	for k := range options {
		o := &options[k]
		if o.Rules {
			at = k
		}
		var fs []uint32
		for t, f := range o.Features {
			if f != 0 && !(r.seen && o.ByRules[t/64]>>(t%64)&1 != 0) {
				fs = append(fs, whose.Index(f))
			}
		}
		x.features = append(x.features, fs)
	}
	g := r.given(what, q, options)
	known := false
	if g >= 0 {
		r.used[what][g] = true
		answer := r.p.Claims[g].Subject
		if what == whose.Time {
			answer = r.p.Claims[g].Time
		}
		closest := 0.0
		for k := range options {
			o := &options[k]
			s, m := whose.Overlap(answer, o.Subject), whose.Overlap(r.p.Claims[g].Measure, o.Measure)
			if x.right[k] = s >= whose.Enough && m >= whose.Enough; x.right[k] && s+m > closest {
				closest, at, known = s+m, k, true
			}
		}
	}
	if known {
		r.out[what] = append(r.out[what], x)
	}
	if r.w[what] == nil {
		return at
	}
	at = best(r.w[what], x.features)
	if g >= 0 && whose.Overlap(r.p.Claims[g].Measure, options[at].Measure) >= whose.Enough {
		r.measured[what]++
	}
	if g >= 0 && x.right[at] {
		r.right[what]++
	} else if g >= 0 {
		c := &r.p.Claims[g]
		r.wrong = append(r.wrong, fmt.Sprintf("  %s %s: %s|%s, not %s|%s|%s", r.p.ID, c.Figure, options[at].Subject, options[at].Measure, c.Subject, c.Measure, c.Time))
	}
	return at
}

// given returns the annotated claim of figure q, or -1.
func (r *reader) given(what whose.Question, q int, options []whose.Option) int {
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
		if r.used[what][k] || c.Figure != figure || c.Occurrence > 0 && c.Occurrence != nth {
			continue
		}
		for o := range options {
			if m := whose.Overlap(c.Measure, options[o].Measure); m >= whose.Enough && m > closest {
				at, closest = k, m
			}
		}
	}
	return at
}

func (r *reader) surface(q int) string { return r.doc.Text.Slice(r.doc.Quantities[q].Span) }

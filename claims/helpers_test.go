package claims

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// stages are the stages below claims, as the pipeline wires them.
type stages struct {
	numbers  *numbers.Reader
	segment  *segment.Segmenter
	entities *entities.Extractor
	claims   *Extractor
}

func newStages(t testing.TB) *stages {
	var s stages
	var err error
	s.numbers, err = numbers.New()
	require.NoError(t, err)
	s.segment, err = segment.New()
	require.NoError(t, err)
	s.entities, err = entities.New()
	require.NoError(t, err)
	s.claims, err = New()
	require.NoError(t, err)
	return &s
}

// document runs the stages below on a text.
func (s *stages) document(str string, published time.Time) *Document {
	d := &Document{Text: text.New(str)}
	res := s.numbers.Read(d.Text, numbers.Context{Published: published})
	d.Quantities, d.Times = res.Quantities, res.Times
	d.Tokens = s.segment.Append(nil, d.Text)
	d.People = s.entities.People(d.Text, d.Tokens, entities.Context{Date: published})
	return d
}

// given is a sentence with the figures, times and claims it has.
type given struct {
	ID         string
	Published  string
	Text       string
	Quantities []givenQuantity
	Times      []struct {
		Text, From, To, EDTF string
		Start, End           int
	}
	Claims []givenClaim
}

type givenQuantity struct {
	Text, Kind, Value, Lo, Hi, Approx, Unit, Per, Role string
	Start, End                                         int
	LoOpen                                             bool `json:"lo_open"`
	HiOpen                                             bool `json:"hi_open"`
}

// givenClaim is a claim as annotated. Quantity, Time and the like are the surface of the figure or time, or its index.
type givenClaim struct {
	Subject, Measure, Speaker, Relation, Basis, Aspect, Modality string
	Quantity, From, Change, Time                                 json.RawMessage
}

// document makes the document of a sentence with its given figures and times.
func (g *given) document(s *stages) *Document {
	d := &Document{Text: text.New(g.Text)}
	d.Tokens = s.segment.Append(nil, d.Text)
	d.People = s.entities.People(d.Text, d.Tokens, entities.Context{})
	for _, q := range g.Quantities {
		n := func(s string) (v numbers.Number) {
			if s != "" {
				v, _ = numbers.ParseNumber(s)
			}
			return v
		}
		d.Quantities = append(d.Quantities, numbers.Quantity{Span: d.Text.Span(q.Start, q.End), Kind: numbers.Kind(q.Kind),
			Value: n(q.Value), Lo: n(q.Lo), Hi: n(q.Hi), LoOpen: q.LoOpen, HiOpen: q.HiOpen, Approx: numbers.Approx(q.Approx),
			Unit: numbers.Unit{Code: q.Unit}, Per: q.Per, Role: numbers.Role(q.Role)})
	}
	for _, t := range g.Times {
		d.Times = append(d.Times, numbers.Time{Span: d.Text.Span(t.Start, t.End), From: t.From, To: t.To, EDTF: t.EDTF})
	}
	return d
}

func textOf(p *Part) string {
	if p == nil {
		return ""
	}
	return p.Text
}

package claims

import (
	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// Relation tells how a figure relates to what it measures.
type Relation string

// The relations.
const (
	Is         Relation = "is"
	Exceeds    Relation = "exceeds"
	AtLeast    Relation = "at_least"
	AtMost     Relation = "at_most"
	Below      Relation = "below"
	Between    Relation = "between"
	IncreaseBy Relation = "increase_by"
	IncreaseTo Relation = "increase_to"
	DecreaseBy Relation = "decrease_by"
	DecreaseTo Relation = "decrease_to"
	MultiplyBy Relation = "multiply_by"
	ShareOf    Relation = "share_of"
	Rank       Relation = "rank"
)

// Basis is what a change is measured against.
type Basis string

// The bases: the same period of the year before (同比), the period before (环比).
const (
	YearOnYear Basis = "yoy"
	Sequential Basis = "qoq"
)

// Aspect tells how a figure was taken.
type Aspect string

// The aspects.
const (
	Total      Aspect = "total"
	Cumulative Aspect = "cumulative"
	Mean       Aspect = "mean"
	PerUnit    Aspect = "per_unit"
)

// Modality tells how a claim is meant.
type Modality string

// The modalities.
const (
	Fact     Modality = "fact"
	Forecast Modality = "forecast"
	Target   Modality = "target"
	Denied   Modality = "denied"
)

// How tells where a part of a claim stands.
type How string

// A part stands in the figure's own clause or is carried over from an earlier one.
const (
	Explicit  How = "explicit"
	Inherited How = "inherited"
)

// Part is a phrase of the text that plays a part in a claim. Text is the phrase; where the figure stands inside the span,
// Text is the phrase without it.
type Part struct {
	text.Span
	Text string
	How  How
}

// None stands for "no quantity" and "no time" in a Claim.
const None = -1

// Claim is one asserted figure. Quantity, From and Change index Document.Quantities, Time indexes Document.Times; each may
// be None, but Quantity is not.
type Claim struct {
	text.Span // the clause
	Subject   *Part
	Measure   *Part
	Speaker   *Part
	Relation  Relation
	Quantity  int
	From      int
	Change    int
	Time      int
	Basis     Basis
	Aspect    Aspect
	Modality  Modality
}

// Document is a text with what the earlier stages found in it, each in order of position.
type Document struct {
	Text       *text.Text
	Tokens     []segment.Token
	Quantities []numbers.Quantity
	Times      []numbers.Time
	People     []entities.Person
}

// Package whose holds the linear models by which package claims chooses whose a figure is, among the phrases of the text that
// it may be of, and of when, among its times.
//
// An option is described by features: numbers of 32 bits, one for each template of package claims, 0 where a template does not
// apply. The score of an option is the sum of the weights of its features, which are found by hashing alone: two features that
// fall on one weight share it. The weights are trained by internal/gen/claims.
package whose

import "fmt"

// Option is a phrase that a figure may be of, as a trainer sees it: with what is measured if it is chosen. Subject is empty where
// the figure is nobody's.
type Option struct {
	Subject, Measure string
	Features         []uint32
	Rules            bool      // it is what the rules found
	ByRules          [2]uint64 // bit t is set where template t asks what the rules found
}

// Question tells what is asked: whose a figure is, or of when; the Subject of an option is then a time.
type Question int

// The questions.
const (
	Owner Question = iota
	Time
)

// Trainer is asked in place of a model.
type Trainer interface {
	// Choose returns the option to go on with for figure q, the index of a quantity of the document.
	Choose(what Question, q int, options []Option) int
}

// Bits is the logarithm of the number of weights.
const Bits = 17

// Model is a table of weights. It is immutable and safe for concurrent use.
type Model struct{ weights []byte }

// Load returns the model whose weights are b, which is not copied.
func Load(b []byte) (*Model, error) {
	if len(b) != 1<<Bits {
		return nil, fmt.Errorf("whose: a model of %d bytes, not %d", len(b), 1<<Bits)
	}
	return &Model{b}, nil
}

// Index returns the index of the weight of a feature.
func Index(feature uint32) uint32 { return feature >> (32 - Bits) }

// Score returns the score of an option with the given features.
func (m *Model) Score(features []uint32) int {
	sum := 0
	for _, f := range features {
		if f != 0 {
			sum += int(int8(m.weights[Index(f)]))
		}
	}
	return sum
}

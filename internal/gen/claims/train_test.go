package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestTrain has the model learn which of two features tells the right option, though a third goes with both.
func TestTrain(t *testing.T) {
	var examples []*example
	for range 20 {
		examples = append(examples, &example{features: [][]uint32{{1, 3}, {2, 3}}, right: []bool{false, true}})
	}
	w := train(examples)
	assert.Equal(t, 1, best(w, examples[0].features))
	assert.Greater(t, w[2], 0.0)
	assert.Less(t, w[1], 0.0)
	assert.Equal(t, w, train(examples), "the same examples give the same weights")
	b := quantised(w)
	assert.Equal(t, byte(127), b[2])
}

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

func TestOverlap(t *testing.T) {
	assert.Equal(t, 1.0, overlap("产量", "產量"))
	assert.Equal(t, 1.0, overlap("", ""))
	assert.Zero(t, overlap("产量", ""))
	assert.InDelta(t, 2*2/6.0, overlap("产量", "粮食产量"), 1e-9)
}

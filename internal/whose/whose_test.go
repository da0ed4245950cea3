package whose

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestModel(t *testing.T) {
	_, err := Load(make([]byte, 7))
	assert.EqualError(t, err, "whose: a model of 7 bytes, not 131072")
	b := make([]byte, 1<<Bits)
	less, more := uint32(5)<<(32-Bits)|1, uint32(9)<<(32-Bits)|1
	b[Index(less)], b[Index(more)] = 0xFE, 3 // -2
	m, err := Load(b)
	require.NoError(t, err)
	assert.Equal(t, -2, m.Score([]uint32{less, 0}))
	assert.Equal(t, 1, m.Score([]uint32{less, more}))
	assert.Zero(t, m.Score(nil))
}

func TestOverlap(t *testing.T) {
	assert.Equal(t, 1.0, Overlap("产量", "產量"))
	assert.Equal(t, 1.0, Overlap("", ""))
	assert.Zero(t, Overlap("产量", ""))
	assert.InDelta(t, 2*2/6.0, Overlap("产量", "粮食产量"), 1e-9)
}

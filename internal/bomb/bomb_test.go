package bomb

import (
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestGuard(t *testing.T) {
	for in, most := range map[int64]int64{1: 1 << 20, 5000: 5_000_000} {
		g := &guard{endless{}, func() int64 { return in }, 1 << 20, 0}
		n, err := io.Copy(io.Discard, g)
		require.ErrorIs(t, err, Err)
		assert.InDelta(t, max(most, 1<<20), n, 64<<10)
	}
}

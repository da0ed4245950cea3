package main

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The committed files are what the command writes: go generate ./internal/gen/archive
func TestCommitted(t *testing.T) {
	for name, make := range map[string]func() ([]byte, error){"news.warc.gz": writeWARC, "news.jsonl": writeLines} {
		want, err := make()
		require.NoError(t, err)
		got, err := os.ReadFile("../../../testdata/archive/" + name)
		require.NoError(t, err)
		assert.Equal(t, want, got, name)
	}
}

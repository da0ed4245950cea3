package main

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the output into the READMEs anew")

// TestReadme holds the output that the READMEs show against what their first command prints.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	code, out, _ := command(t, "", "analyze", "testdata/farm-copy.txt")
	require.Equal(t, exitClean, code)
	out = strings.TrimSpace(out)
	for _, name := range []string{"README.md", "README.zh.md"} {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		before, rest, ok := strings.Cut(string(b), "```text\n")
		require.True(t, ok, "%s has no output block", name)
		shown, after, ok := strings.Cut(rest, "\n```")
		require.True(t, ok)
		assert.Contains(t, before, "go run ./cmd/xinwen analyze testdata/farm-copy.txt")
		if *update {
			require.NoError(t, os.WriteFile(name, []byte(before+"```text\n"+out+"\n```"+after), 0o644))
			continue
		}
		assert.Equal(t, out, shown, "%s: run go test ./cmd/xinwen -update", name)
	}
}

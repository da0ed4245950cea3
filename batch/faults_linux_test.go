package batch

import (
	"context"
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A file system that is full indeed, while the log and while the tables are written.
func TestFullFileSystem(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("xinwen", dir, "tmpfs", 0, "size=60k"); err != nil {
		t.Skip("mounting a small file system:", err)
	}
	defer syscall.Unmount(dir, 0)
	parts(t, 20)
	for _, name := range []string{"o.sqlite", "o.parquet", "o.csv", "o.jsonl"} {
		require.NoError(t, syscall.Mount("xinwen", dir, "tmpfs", syscall.MS_REMOUNT, "size=60k"))
		whole := config(t.TempDir(), name, 150)
		_, err := Run(context.Background(), whole)
		require.NoError(t, err)
		c := config(dir, name, 150)
		_, err = Run(context.Background(), c)
		require.Error(t, err, name)
		assert.Regexp(t, "no space left|disk is full", err.Error())
		require.NoError(t, syscall.Mount("xinwen", dir, "tmpfs", syscall.MS_REMOUNT, "size=64m"))
		c.Resume = true
		_, err = Run(context.Background(), c)
		require.NoError(t, err, name)
		same(t, tree(t, whole.Out), tree(t, c.Out))
		require.NoError(t, os.RemoveAll(c.Out))
		require.NoError(t, os.RemoveAll(c.Errors))
	}
}

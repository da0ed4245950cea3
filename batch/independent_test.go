package batch

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/export"
)

// count tells how many rows each table of a run has, by the files of JSON Lines.
func count(t testing.TB, n int) map[string]int {
	c := config(t.TempDir(), "tables", n)
	_, err := Run(context.Background(), c)
	require.NoError(t, err)
	rows := map[string]int{}
	for _, name := range export.Tables {
		b, err := os.ReadFile(filepath.Join(c.Out, name+".jsonl"))
		require.NoError(t, err)
		rows[name] = bytes.Count(b, []byte("\n"))
	}
	return rows
}

// The shell of SQLite reads the database and finds every row.
func TestSQLiteShell(t *testing.T) {
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("sqlite3 is not there")
	}
	c := config(t.TempDir(), "o.sqlite", 120)
	_, err = Run(context.Background(), c)
	require.NoError(t, err)
	query := "PRAGMA integrity_check; PRAGMA foreign_key_check;"
	want := "ok\n"
	rows := count(t, 120)
	for _, name := range export.Tables {
		query += fmt.Sprintf("SELECT '%s', count(*) FROM %s;", name, name)
		want += fmt.Sprintf("%s|%d\n", name, rows[name])
	}
	query += "SELECT count(*) > 0 FROM search JOIN articles ON article = search.rowid WHERE search MATCH '投入 资金';"
	out, err := exec.Command(shell, c.Out, query).CombinedOutput()
	require.NoError(t, err, string(out))
	assert.Equal(t, want+"1\n", string(out))
}

// DuckDB reads the Parquet files and finds every row. XINWEN_DUCKDB names a folder with node_modules/@duckdb/node-api.
func TestDuckDB(t *testing.T) {
	modules := os.Getenv("XINWEN_DUCKDB")
	if modules == "" {
		t.Skip("XINWEN_DUCKDB is not set")
	}
	c := config(t.TempDir(), "o.parquet", 120)
	_, err := Run(context.Background(), c)
	require.NoError(t, err)
	cmd := exec.Command("node", "testdata/count.js", c.Out)
	cmd.Env = append(os.Environ(), "NODE_PATH="+filepath.Join(modules, "node_modules"))
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	rows := count(t, 120)
	for _, name := range export.Tables {
		assert.Contains(t, string(out), fmt.Sprintf("%s %d\n", name, rows[name]))
	}
	assert.Contains(t, string(out), "types DATE VARCHAR[] VARCHAR DOUBLE STRUCT(date DATE, status VARCHAR)[]")
	assert.Contains(t, string(out), fmt.Sprintf("joined %d\n", rows["claims"]))
	assert.Equal(t, len(export.Tables)+2, strings.Count(string(out), "\n"))
}

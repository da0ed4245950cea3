// Package cases reads JSON Lines for tests: files in testdata, and the conformance cases in the folder that the environment
// variable XINWEN_CASES names. Only tests import it.
package cases

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// maxLine is the length of the longest line, in bytes.
const maxLine = 1 << 24

// Path returns the path of a file of the conformance cases, whose parts are given. It skips the test where XINWEN_CASES is unset or has
// no such file.
func Path(t testing.TB, parts ...string) string {
	t.Helper()
	root := os.Getenv("XINWEN_CASES")
	if root == "" {
		t.Skip("XINWEN_CASES names no folder of cases")
	}
	path := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skip(err)
	}
	return path
}

// Lines reads a file of JSON Lines, a value a line. A file or line that cannot be read fails the test.
func Lines[T any](t testing.TB, path string) []T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []T
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, maxLine)
	for n := 1; sc.Scan(); n++ {
		var v T
		if err := json.Unmarshal(sc.Bytes(), &v); err != nil {
			t.Fatalf("%s:%d: %v", path, n, err)
		}
		out = append(out, v)
	}
	if err := sc.Err(); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return out
}

package xinwen_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
)

var update = flag.Bool("update", false, "write the golden records anew")

// samples are the articles of testdata, with the date each was published where the page does not say so.
var samples = map[string]string{
	"meeting.txt":     "2024-09-12",
	"farm-copy.txt":   "2024-05-16",
	"economy.txt":     "2025-07-18",
	"appointment.txt": "2024-03-27",
	"taiwan.txt":      "2023-10-06",
	"notice.html":     "",
	"hongkong.html":   "",
}

func TestGoldenRecords(t *testing.T) {
	p, err := xinwen.New()
	require.NoError(t, err)
	for name, published := range samples {
		t.Run(name, func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join("testdata", name))
			require.NoError(t, err)
			in := &xinwen.Input{ID: name, Published: published}
			if strings.HasSuffix(name, ".html") {
				in.HTML = b
			} else {
				in.Plain = b
			}
			rec, err := p.Process(context.Background(), in)
			require.NoError(t, err)
			got, err := json.Marshal(rec)
			require.NoError(t, err)
			var indented bytes.Buffer
			require.NoError(t, json.Indent(&indented, got, "", " "))
			indented.WriteByte('\n')
			golden := filepath.Join("testdata", "golden", strings.TrimSuffix(name, filepath.Ext(name))+".json")
			if *update {
				require.NoError(t, os.MkdirAll(filepath.Dir(golden), 0o755))
				require.NoError(t, os.WriteFile(golden, indented.Bytes(), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			requireSameLines(t, string(want), indented.String())

			var back xinwen.Record
			require.NoError(t, json.Unmarshal(got, &back))
			require.Equal(t, rec.Raw, back.Raw, "raw text made again from the repairs")
			again, err := json.Marshal(&back)
			require.NoError(t, err)
			require.Equal(t, string(got), string(again), "the record read back and written again")
		})
	}
}

// requireSameLines fails at the first line that differs.
func requireSameLines(t *testing.T, want, got string) {
	t.Helper()
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		var a, b string
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		require.Equal(t, a, b, "line %d; if it is meant to change: go test . -run Golden -update", i+1)
	}
}

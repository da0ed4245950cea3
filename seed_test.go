package xinwen_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
)

// seedFile reads a file of the seed folder, which XINWEN_SEED names or which lies beside the repository.
func seedFile(t *testing.T, name string) []byte {
	dir := os.Getenv("XINWEN_SEED")
	if dir == "" {
		dir = filepath.Join("..", "shared", "seed")
	}
	b, err := os.ReadFile(filepath.Join(dir, name))
	if os.IsNotExist(err) {
		t.Skip("no seed article: set XINWEN_SEED to its folder")
	}
	require.NoError(t, err)
	return b
}

type object = map[string]any

// TestSeedArticle holds the record of the seed article against what is expected of it, in every part.
func TestSeedArticle(t *testing.T) {
	article, expected := seedFile(t, "article.txt"), seedFile(t, "expected.json")
	rec, err := pipeline(t).Process(context.Background(), &xinwen.Input{ID: "seed", Text: string(article)})
	require.NoError(t, err)
	b, err := json.Marshal(rec)
	require.NoError(t, err)
	var got, want object
	require.NoError(t, json.Unmarshal(b, &got))
	require.NoError(t, json.Unmarshal(expected, &want))

	for _, key := range []string{"text", "script", "editors", "outlet"} {
		assert.Equal(t, want[key], got[key], key)
	}
	pinyin, gbk := 0, 0
	for _, r := range rec.Repairs {
		assert.True(t, r.Certain)
		switch r.Kind {
		case "pinyin":
			pinyin++
		case "gbk":
			gbk++
		}
	}
	assert.Equal(t, 3, gbk, "places with damaged bytes")
	t.Logf("%d annotations and %d damaged places restored", pinyin, gbk)

	people := got["people"].([]any)
	require.Len(t, people, len(want["people"].([]any)))
	for i, w := range want["people"].([]any) {
		contains(t, people[i], w, "people", i)
	}

	// Figures that are part of a name may be there too, marked as such.
	var values []any
	index := map[float64]int{} // of quantities in the record → of values
	for i, q := range got["quantities"].([]any) {
		if q.(object)["role"] == "value" {
			index[float64(i)] = len(values)
			values = append(values, q)
		}
	}
	require.Len(t, values, len(want["quantities"].([]any)))
	for i, w := range want["quantities"].([]any) {
		w := w.(object)
		assert.Equal(t, w["unit"], values[i].(object)["unit"].(object)["code"], "unit of quantity %d", i)
		delete(w, "unit")
		delete(w, "measures") // a remark on the claim
		contains(t, values[i], w, "quantities", i)
	}

	times := got["times"].([]any)
	require.Len(t, times, len(want["times"].([]any)))
	for i, w := range want["times"].([]any) {
		contains(t, times[i], w, "times", i)
	}

	claims := got["claims"].([]any)
	assert.Len(t, claims, len(want["claims"].([]any)))
	for _, w := range want["claims"].([]any) {
		w := w.(object)
		found := false
		for _, c := range claims {
			c := c.(object)
			q := values[index[c["quantity"].(float64)]].(object)
			if q["text"] != w["quantity"] {
				continue
			}
			found = true
			for _, part := range []string{"subject", "measure", "speaker"} {
				var text any
				if p, ok := c[part].(object); ok {
					text = p["text"]
				}
				assert.Equal(t, w[part], text, "%s of %v", part, w["quantity"])
			}
			assert.Equal(t, w["relation"], c["relation"], "relation of %v", w["quantity"])
			assert.Equal(t, w["aspect"], c["aspect"], "aspect of %v", w["quantity"])
			var when any
			if i, ok := c["time"].(float64); ok {
				when = times[int(i)].(object)["text"]
			}
			assert.Equal(t, w["time"], when, "time of %v", w["quantity"])
		}
		assert.True(t, found, "no claim of %v", w["quantity"])
	}
}

// contains asserts that every field of want is in got; lists must be equally long.
func contains(t *testing.T, got, want any, path ...any) {
	t.Helper()
	switch w := want.(type) {
	case object:
		g, ok := got.(object)
		if !assert.True(t, ok, "%v is %v", path, got) {
			return
		}
		for k, v := range w {
			if k == "note" {
				continue
			}
			contains(t, g[k], v, append(path[:len(path):len(path)], k)...)
		}
	case []any:
		g, ok := got.([]any)
		if !assert.True(t, ok, "%v is %v", path, got) || !assert.Len(t, g, len(w), "%v", path) {
			return
		}
		for i, v := range w {
			contains(t, g[i], v, append(path[:len(path):len(path)], i)...)
		}
	default:
		assert.Equal(t, want, got, "%v", path)
	}
}

package claims

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSeed holds the claims of the seed article against what is expected of it.
func TestSeed(t *testing.T) {
	dir := os.Getenv("XINWEN_SEED")
	if dir == "" {
		t.Skip("XINWEN_SEED is not set")
	}
	b, err := os.ReadFile(filepath.Join(dir, "expected.json"))
	require.NoError(t, err)
	var want struct {
		Text   string
		Claims []struct{ Subject, Measure, Quantity, Relation, Aspect, Speaker, Time string }
	}
	require.NoError(t, json.Unmarshal(b, &want))
	s := newStages(t)
	d := s.document(want.Text, time.Time{})
	got := map[string]string{}
	for _, c := range s.claims.Append(nil, d) {
		when := ""
		if c.Time != None {
			when = d.Text.Slice(d.Times[c.Time].Span)
		}
		q := d.Text.Slice(d.Quantities[c.Quantity].Span)
		got[q] = fmt.Sprintf("%s|%s|%s|%s|%s|%s", textOf(c.Subject), textOf(c.Measure), c.Relation, c.Aspect, textOf(c.Speaker), when)
	}
	assert.Len(t, got, len(want.Claims))
	for _, c := range want.Claims {
		assert.Equal(t, fmt.Sprintf("%s|%s|%s|%s|%s|%s", c.Subject, c.Measure, c.Relation, c.Aspect, c.Speaker, c.Time), got[c.Quantity], c.Quantity)
	}
}

// TestExamples measures the claims of the shared examples, from their own quantities and times.
func TestExamples(t *testing.T) {
	dir := os.Getenv("XINWEN_CASES")
	if dir == "" {
		t.Skip("XINWEN_CASES is not set")
	}
	f, err := os.Open(filepath.Join(dir, "numbers", "examples.jsonl"))
	require.NoError(t, err)
	defer f.Close()
	s := newStages(t)
	sc := bufio.NewScanner(f)
	right, all, found := 0, 0, 0
	for sc.Scan() {
		var g given
		require.NoError(t, json.Unmarshal(sc.Bytes(), &g))
		d := g.document(s)
		var gold, got []string
		index := func(r json.RawMessage) int {
			i := None
			if len(r) > 0 && string(r) != "null" {
				require.NoError(t, json.Unmarshal(r, &i))
			}
			return i
		}
		for _, c := range g.Claims {
			gold = append(gold, fmt.Sprintf("%s|%s|%s|q%d|f%d|c%d|%s|%s|t%d|%s", c.Subject, c.Measure, c.Relation, index(c.Quantity), index(c.From), index(c.Change), c.Basis, c.Aspect, index(c.Time), c.Modality))
		}
		for _, c := range s.claims.Append(nil, d) {
			got = append(got, fmt.Sprintf("%s|%s|%s|q%d|f%d|c%d|%s|%s|t%d|%s", textOf(c.Subject), textOf(c.Measure), c.Relation, c.Quantity, c.From, c.Change, c.Basis, c.Aspect, c.Time, c.Modality))
		}
		left := map[string]int{}
		for _, c := range got {
			left[c]++
		}
		all += len(gold)
		found += len(got)
		for _, c := range gold {
			if left[c] > 0 {
				left[c]--
				right++
			} else {
				t.Logf("%s missing %s", g.ID, c)
			}
		}
		for c, n := range left {
			if n > 0 {
				t.Logf("%s wrong   %s", g.ID, c)
			}
		}
	}
	require.NoError(t, sc.Err())
	recall := float64(right) / float64(all)
	t.Logf("%d of %d claims right in every field (%.1f %%), %d made", right, all, 100*recall, found)
	assert.GreaterOrEqual(t, recall, 0.9)
}

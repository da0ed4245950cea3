package numbers

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/internal/cases"
	"github.com/xinwen-go/xinwen/text"
)

type exampleQuantity struct {
	Text          string
	Start, End    int
	Kind          string
	Value, Lo, Hi *string
	LoOpen        bool `json:"lo_open"`
	HiOpen        bool `json:"hi_open"`
	Approx, Unit  string
	Per           *string
	Role          string
	Optional      bool
	Candidates    []string
}

func orNull(n Number) *string {
	if !n.Valid() {
		return nil
	}
	s := n.String()
	return &s
}

func runesBefore(s string, off int) int { return utf8.RuneCountInString(s[:off]) }

// asExample writes a quantity as the examples do.
func asExample(t *text.Text, q Quantity) exampleQuantity {
	e := exampleQuantity{Text: t.Slice(q.Span), Start: runesBefore(t.String(), q.Start), End: runesBefore(t.String(), q.End), Kind: string(q.Kind),
		Value: orNull(q.Value), Lo: orNull(q.Lo), Hi: orNull(q.Hi), LoOpen: q.LoOpen, HiOpen: q.HiOpen,
		Approx: string(q.Approx), Unit: q.Unit.Code, Role: string(q.Role)}
	if q.Per != "" {
		e.Per = &q.Per
	}
	return e
}

func asJSON(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func TestExamples(t *testing.T) {
	r, err := New()
	require.NoError(t, err)
	type example struct {
		ID, Text, Published string
		Quantities          []exampleQuantity
	}
	for _, c := range caseLines[example](t, "examples.jsonl") {
		pub, err := time.Parse(time.DateOnly, c.Published)
		require.NoError(t, err)
		doc := text.New(c.Text)
		var want, got []string
		for _, q := range c.Quantities {
			q.Candidates = nil
			want = append(want, asJSON(q))
		}
		for _, q := range r.Read(doc, Context{Published: pub}).Quantities {
			got = append(got, asJSON(asExample(doc, q)))
		}
		assert.Equal(t, strings.Join(want, "\n"), strings.Join(got, "\n"), c.ID)
	}
}

func TestSeed(t *testing.T) {
	b, err := os.ReadFile(cases.Path(t, "..", "seed", "expected.json"))
	require.NoError(t, err)
	var c struct {
		Text       string
		Quantities []exampleQuantity
		NotValues  []string `json:"not_values"`
	}
	require.NoError(t, json.Unmarshal(b, &c))
	r, err := New()
	require.NoError(t, err)
	doc := text.New(c.Text)
	var want, got []string
	for _, q := range c.Quantities {
		q.Role, q.Candidates = "value", nil
		want = append(want, asJSON(q))
	}
	for _, q := range r.Read(doc, Context{}).Quantities {
		if q.Role == RoleValue {
			got = append(got, asJSON(asExample(doc, q)))
		}
	}
	assert.Equal(t, strings.Join(want, "\n"), strings.Join(got, "\n"))
	// the same in simplified characters: same places, same figures
	hans := text.New(text.Simplify(c.Text))
	for k, q := range r.Read(hans, Context{}).Quantities {
		require.Less(t, k, len(want))
		assert.Equal(t, text.Simplify(want[k]), asJSON(asExample(hans, q)))
	}
}

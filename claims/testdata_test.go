package claims

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// within reports whether the characters of phrase stand in text in their order: a phrase leaves out a figure inside it.
func within(phrase, text string) bool {
	for _, r := range phrase {
		i := strings.IndexRune(text, r)
		if i < 0 {
			return false
		}
		text = text[i+len(string(r)):]
	}
	return true
}

// TestTestdata holds the annotations to their format: every phrase stands in its text, and the rest are words of the format.
// It names passages by their ids alone, since some are not to be read.
func TestTestdata(t *testing.T) {
	var files []string
	for _, dir := range []string{"testdata", "../internal/annotated/claims"} {
		found, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
		require.NoError(t, err)
		require.NotEmpty(t, found)
		files = append(files, found...)
	}
	relations := strings.Fields("is exceeds at_least at_most below between increase_by increase_to decrease_by decrease_to multiply_by share_of rank")
	for _, file := range files {
		for _, a := range readAnnotated(t, filepath.Base(file)) {
			for i, c := range a.Claims {
				at := filepath.Base(file) + " " + a.ID
				assert.NotEmpty(t, c.Figure, "%s claim %d", at, i)
				for _, phrase := range []string{c.Figure, c.Time, c.Speaker, c.From, c.Change} {
					assert.True(t, strings.Contains(a.Text, phrase), "%s claim %d", at, i)
				}
				assert.True(t, c.Measure != "" && within(c.Subject, a.Text) && within(c.Measure, a.Text), "%s claim %d", at, i)
				assert.True(t, c.Occurrence <= strings.Count(a.Text, c.Figure), "%s claim %d", at, i)
				assert.Contains(t, relations, c.Relation, "%s claim %d", at, i)
				assert.True(t, slices.Contains([]string{"", "yoy", "qoq"}, c.Basis) && slices.Contains([]string{"", "total", "cumulative", "mean", "per_unit"}, c.Aspect) &&
					slices.Contains([]string{"fact", "forecast", "target", "denied"}, c.Modality), "%s claim %d", at, i)
			}
		}
	}
}

package entities_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/internal/annotated"
	"github.com/xinwen-go/xinwen/text"
)

// In text on sport, weather and culture hardly anybody holds an office. The people that were found there have been read: all
// do (the leader of archaeologists, the head of a township, officers of a farmers’ association); any more are likely to be false.
func TestFewPeopleWithoutOfficials(t *testing.T) {
	sentences, err := annotated.Sentences()
	require.NoError(t, err)
	var b strings.Builder
	for _, s := range sentences {
		for _, kind := range []string{"hans-09", "hans-14", "hans-13", "hant-05", "hant-10", "hant-11"} {
			if strings.HasPrefix(filepath.Base(s.File), kind) {
				b.WriteString(s.Text())
				b.WriteByte('\n')
			}
		}
	}
	people := extractor(t).People(text.New(b.String()), nil, entities.Context{})
	t.Logf("%d people in %d characters: %s", len(people), utf8.RuneCountInString(b.String()), told(people))
	assert.LessOrEqual(t, len(people), 8)
}

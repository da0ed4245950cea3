package entities_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/internal/annotated"
	"github.com/xinwen-go/xinwen/segment"
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

// A person is false where the gold has no name there that holds the name reported: a word taken for a name, or a name read too
// long. In text on sport, weather and the arts there may be one in 10,000 characters; the whole of the annotated text, which is full
// of officials and of names made to be hard, has about as many.
func TestFalsePeople(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all of the annotated text")
	}
	all, err := annotated.Sentences()
	require.NoError(t, err)
	seg, err := segment.New()
	require.NoError(t, err)
	e := extractor(t)
	var tokens, bare, apart falseCount
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].File == all[from].File && all[to].Subject == all[from].Subject {
			to++
		}
		s, names := goldNames(all[from:to])
		tx := text.New(s)
		found := falseIn(e.People(tx, seg.Append(nil, tx), entities.Context{}), names)
		tokens.add(s, found)
		if withoutOfficials(all[from].File, all[from].Subject) {
			apart.add(s, found)
		}
		bare.add(s, falseIn(e.People(tx, nil, entities.Context{}), names))
		from = to
	}
	t.Logf("false persons in all: %v; without tokens: %v; of sport, weather and arts: %v", tokens, bare, apart)
	assert.LessOrEqual(t, apart.rate(), 1.0)
	assert.LessOrEqual(t, tokens.rate(), 1.0)
	assert.LessOrEqual(t, bare.rate(), 2.25)
}

// falseCount counts false persons and the characters they were found in.
type falseCount struct {
	names []string
	runes int
}

func (c *falseCount) add(s string, names []string) {
	c.names = append(c.names, names...)
	c.runes += utf8.RuneCountInString(s)
}

func (c falseCount) rate() float64 { return 10000 * float64(len(c.names)) / float64(c.runes) }

func (c falseCount) String() string {
	return fmt.Sprintf("%d in %d characters (%.2f in 10,000) %s", len(c.names), c.runes, c.rate(), strings.Join(c.names, " "))
}

// goldNames is the text of the sentences, a line each, and the names of people in it by where they begin.
func goldNames(sentences []annotated.Sentence) (string, map[int]string) {
	var b strings.Builder
	names := map[int]string{}
	for _, s := range sentences {
		for _, w := range s.Words {
			if w.Tag == "nr" {
				names[b.Len()] = w.Text
			}
			b.WriteString(w.Text)
		}
		b.WriteByte('\n')
	}
	return b.String(), names
}

// falseIn is the names of the people none of whose mentions lies in a gold name.
func falseIn(people []entities.Person, gold map[int]string) []string {
	var out []string
	for _, p := range people {
		if !slices.ContainsFunc(p.Mentions, func(m entities.Mention) bool {
			for at, name := range gold {
				if at <= m.Start && m.Start < at+len(name) && strings.Contains(name, p.Name) {
					return true
				}
			}
			return false
		}) {
			out = append(out, p.Name)
		}
	}
	return out
}

// withoutOfficials tells that sentences are on what officials have little part in.
func withoutOfficials(file, subject string) bool {
	for _, kind := range []string{"sport", "stage", "weather", "arts", "culture", "essays", "life", "体育", "體育", "天气", "天氣", "文艺", "文化", "副刊", "生活"} {
		if strings.Contains(file, kind) || strings.Contains(subject, kind) {
			return true
		}
	}
	return false
}

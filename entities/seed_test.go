package entities_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/text"
)

// The article every stage is measured by: its people come out exactly.
func TestSeed(t *testing.T) {
	dir := os.Getenv("XINWEN_CASES")
	if dir == "" {
		t.Skip("XINWEN_CASES is not set")
	}
	b, err := os.ReadFile(filepath.Join(dir, "..", "seed", "expected.json"))
	require.NoError(t, err)
	var want struct {
		Text   string `json:"text"`
		People []struct {
			Name     string `json:"name"`
			NameHans string `json:"name_hans"`
			Mentions []struct {
				Start, End int
				Kind       string
			}
			Posts []struct {
				Start, End                  int
				Org, Position, Status, Rank string
				Place                       *struct {
					Code string
					Path []string
				}
			}
		}
	}
	require.NoError(t, json.Unmarshal(b, &want))
	e, err := entities.New()
	require.NoError(t, err)
	got := e.People(text.New(want.Text), nil, entities.Context{})
	point := func(i int) int { return utf8.RuneCountInString(want.Text[:i]) }
	require.Len(t, got, len(want.People))
	for i, w := range want.People {
		g := got[i]
		require.Equal(t, w.Name, g.Name)
		require.Equal(t, w.NameHans, g.NameHans)
		require.False(t, g.Partial)
		require.Len(t, g.Mentions, len(w.Mentions), w.Name)
		for j, m := range w.Mentions {
			require.Equal(t, [2]int{m.Start, m.End}, [2]int{point(g.Mentions[j].Start), point(g.Mentions[j].End)}, w.Name)
			require.Equal(t, m.Kind, string(g.Mentions[j].Kind), w.Name)
		}
		require.Len(t, g.Posts, len(w.Posts), w.Name)
		for j, p := range w.Posts {
			h := g.Posts[j]
			require.Equal(t, [2]int{p.Start, p.End}, [2]int{point(h.Start), point(h.End)}, "%s %d", w.Name, j)
			require.Equal(t, []string{p.Org, p.Position, p.Status, p.Rank}, []string{h.Org, h.Position, string(h.Status), h.Rank}, "%s %d", w.Name, j)
			if p.Place == nil {
				require.Nil(t, h.Place, w.Name)
				continue
			}
			require.NotNil(t, h.Place, w.Name)
			require.Equal(t, p.Place.Code, h.Place.Code)
			require.Equal(t, p.Place.Path, h.Place.Path)
		}
	}
}

package tagger

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Of candidates that overlap those with the greatest sum are chosen, and none that rather is no name.
func TestChoose(t *testing.T) {
	for _, c := range []struct {
		why        string
		candidates []Candidate
		want       []int32
	}{
		{"none", nil, nil},
		{"no names", []Candidate{{Start: 0, End: 2, Score: -1}, {Start: 3, End: 5}}, nil},
		{"the better of two", []Candidate{{Start: 0, End: 2, Score: 5}, {Start: 0, End: 3, Score: 7}}, []int32{1}},
		{"two short ones", []Candidate{{Start: 0, End: 2, Score: 5}, {Start: 1, End: 4, Score: 7}, {Start: 2, End: 4, Score: 3}}, []int32{0, 2}},
		{"the one across", []Candidate{{Start: 0, End: 2, Score: 5}, {Start: 1, End: 4, Score: 9}, {Start: 2, End: 4, Score: 3}}, []int32{1}},
	} {
		s := Scratch{Candidates: c.candidates}
		require.Equal(t, c.want, append([]int32(nil), s.Choose()...), c.why)
	}
}

// What is left of words that a name takes from is cut anew, and so is a name that is none.
func TestRename(t *testing.T) {
	m, err := NewModel(testWords(t), &Weights{Classes: NewClasses(nil)})
	require.NoError(t, err)
	for _, c := range []struct {
		why  string
		in   []string
		name string // the one that is chosen
		want string
	}{
		{"as it was", []string{"李建勇*", "说"}, "李建勇", "李建勇* 说"},
		{"longer", []string{"李建*", "勇", "说"}, "李建勇", "李建勇* 说"},
		{"shorter", []string{"李建勇*", "说"}, "李建", "李建* 勇 说"},
		{"across words", []string{"去李", "建勇说", "好"}, "李建勇", "去 李建勇* 说 好"},
		{"a word", []string{"高峰", "说"}, "高峰", "高峰* 说"},
		{"none", []string{"李建勇*", "，", "说"}, "", "李 建 勇 ， 说"},
	} {
		s, f := leaning(t, m, 100, c.in...)
		for i := range s.sums {
			s.sums[i][Single] = 50
		}
		m.Propose(s, f)
		for k, x := range s.Candidates {
			s.Candidates[k].Score = -1
			if string(f[x.Start:x.End]) == c.name {
				s.Candidates[k].Score = 1
			}
		}
		m.rename(s, s.Choose())
		var got []string
		for _, w := range s.Words {
			word := string(f[w.Start:w.End])
			if w.Tag == s.nr {
				word += "*"
			}
			got = append(got, word)
		}
		require.Equal(t, c.want, strings.Join(got, " "), c.why)
	}
}

// A model without weights for candidates takes none for a name, whatever their characters speak for.
func TestJudgeLongName(t *testing.T) {
	m, err := NewModel(testWords(t), &Weights{Classes: NewClasses(nil)})
	require.NoError(t, err)
	s, f := leaning(t, m, 100, strings.Repeat("娜·", 3000)+"娜*", "说")
	m.judge(s, f)
	at := int32(0)
	for _, w := range s.Words {
		require.Equal(t, at, w.Start)
		require.NotEqual(t, s.nr, w.Tag)
		at = w.End
	}
	require.Equal(t, len(f), int(at))
}

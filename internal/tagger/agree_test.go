package tagger

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// leaning returns the text cut as words has it, each tagged a name or not, where all characters lean to a name by lean.
func leaning(t *testing.T, m *Model, lean int16, words ...string) (*Scratch, []rune) {
	t.Helper()
	s := &Scratch{nr: m.words.tags.nr}
	var f []rune
	for _, w := range words {
		word := Word{Start: int32(len(f)), From: FromModel}
		for _, r := range w {
			if r == '*' {
				word.Tag = s.nr
				continue
			}
			f = append(f, r)
		}
		word.End = int32(len(f))
		s.Words = append(s.Words, word)
	}
	s.Units = m.words.AppendUnits(nil, f)
	for k, w := range s.Words {
		if s.Units[w.Start].Kind != Free {
			s.Words[k].From = FromRule
		}
	}
	for range s.Units {
		s.sums = append(s.sums, [NumLabels]int16{Name: lean, Name + 1: lean, Name + 2: lean, Name + 3: lean})
	}
	return s, f
}

func TestAgree(t *testing.T) {
	m, err := NewModel(testWords(t), &Weights{Classes: NewClasses(nil)})
	require.NoError(t, err)
	for _, c := range []struct {
		why  string
		lean int16
		in   []string
		want []string
	}{
		{"known from one sure place", 100, []string{"李建勇*", "，", "李", "建勇"}, []string{"李建勇*", "，", "李建勇*"}},
		{"known from two places", 10, []string{"李建勇*", "，", "李建勇*", "，", "李", "建勇"}, []string{"李建勇*", "，", "李建勇*", "，", "李建勇*"}},
		{"not known from one doubtful place", 10, []string{"李建勇*", "，", "李", "建勇"}, []string{"李建勇*", "，", "李", "建勇"}},
		{"cut through words", 100, []string{"李建勇*", "，", "去李", "建勇说"}, []string{"李建勇*", "，", "去", "李建勇*", "说"}},
		{"no cut through words without a cause", 15, []string{"李建勇*", "，", "李建勇*", "，", "去李", "建勇说"}, []string{"李建勇*", "，", "李建勇*", "，", "去李", "建勇说"}},
		{"a longer name that is met less", 10, []string{"李建勇*", "，", "李建勇*", "，", "李建勇说*"}, []string{"李建勇*", "，", "李建勇*", "，", "李建勇*", "说"}},
		{"two names in one word", 100, []string{"李建勇*", "，", "王大山*", "，", "去李建勇和王大山"}, []string{"李建勇*", "，", "王大山*", "，", "去", "李建勇*", "和", "王大山*"}},
		{"a doubtful name that is a word elsewhere", 10, []string{"书记*", "，", "书记"}, []string{"书记", "，", "书记"}},
		{"part of a name with a dot", 100, []string{"费雪*", "，", "费雪·王*"}, []string{"费雪*", "，", "费雪·王*"}},
		{"a word of the lexicon is not cut", 100, []string{"十六*", "，", "三十六计"}, []string{"十六*", "，", "三十六计"}},
	} {
		s, f := leaning(t, m, c.lean, c.in...)
		m.agree(s, f)
		var got []string
		for _, w := range s.Words {
			word := string(f[w.Start:w.End])
			if w.Tag == s.nr {
				word += "*"
			}
			got = append(got, word)
		}
		require.Equal(t, c.want, got, c.why)
	}
}

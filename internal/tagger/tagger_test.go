package tagger

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/internal/lexicon"
)

func testWords(t *testing.T) *Words {
	t.Helper()
	tags := []string{"x", "n", "nr", "ns", "nx", "m", "t", "q", "w"}
	lex, err := lexicon.New(tags, []lexicon.Entry{{Word: "县", Cost: 90, Tag: 1}, {Word: "县委", Cost: 100, Tag: 1}, {Word: "委书", Cost: 200, Tag: 1},
		{Word: "书记", Cost: 80, Tag: 1}, {Word: "三十六计", Cost: 150, Tag: 1}})
	require.NoError(t, err)
	w, err := NewWords(lex, nil)
	require.NoError(t, err)
	return w
}

func TestNewWordsNeedsTags(t *testing.T) {
	lex, err := lexicon.New([]string{"n"}, nil)
	require.NoError(t, err)
	_, err = NewWords(lex, nil)
	require.Error(t, err)
}

func TestPath(t *testing.T) {
	w := testWords(t)
	var s Scratch
	f := []rune("县委书记")
	w.CutDict(&s, f)
	require.Equal(t, []Word{{0, 2, 1, FromLexicon}, {2, 4, 1, FromLexicon}}, s.Words)
}

// A numeral is a word unless a longer word of the lexicon has it inside.
func TestHanNumerals(t *testing.T) {
	w := testWords(t)
	for in, want := range map[string]string{"三十六人": "三十六", "三十六计": "", "一人": "", "十二月": "十二月", "三四": "", "二〇二一年": "二〇二一年", "一九九八年": "一九九八年",
		"百分之五": "百分之五", "数百": "数百", "十几": "十几", "第十五": "第十五", "第一": ""} {
		units := w.AppendUnits(nil, []rune(in))
		got := ""
		if units[0].Kind == Fixed {
			got = string([]rune(in)[:units[0].End])
		}
		require.Equal(t, want, got, in)
	}
}

func TestUnitsCoverText(t *testing.T) {
	w := testWords(t)
	for _, in := range []string{"", "·", "一·一", "5.", "5,", "第", "第5", "百分之", "a-", "-a", "1/", "2021-", "3:", "3:5", "10:30:20", "几", "上百", "数"} {
		at := int32(0)
		for _, u := range w.AppendUnits(nil, []rune(in)) {
			require.Equal(t, at, u.Start, in)
			require.Greater(t, u.End, u.Start, in)
			at = u.End
		}
		require.Equal(t, len([]rune(in)), int(at), in)
	}
}

// Text without any mark is cut in stretches, so that scores do not overflow.
func TestLongStretch(t *testing.T) {
	w := testWords(t)
	f := make([]rune, 3*maxStretch)
	for i := range f {
		f[i] = '一' + rune(i%7)
	}
	var s Scratch
	w.CutDict(&s, f)
	require.Equal(t, len(f), int(s.Words[len(s.Words)-1].End))
	m, err := NewModel(w, &Weights{Classes: NewClasses(nil)})
	require.NoError(t, err)
	m.Cut(&s, f)
	m.Tag(&s, f)
	require.Equal(t, len(f), int(s.Words[len(s.Words)-1].End))
}

func TestWeights(t *testing.T) {
	w := &Weights{
		Classes: NewClasses(map[rune]Class{'王': {5, 3, 2, 65, Odds{9, -3, 4, 5}}, '县': {0, 9, 0, 1, Odds{}}}),
		Char:    []CharWeight{{1, [NumLabels]int8{1, -2, 3, -4, 5, -6, 7, -8}, 8}, {1 << 31, [NumLabels]int8{127, -127, 0, 5}, 0}},
		Word:    []WordWeight{{7, 0, -3}, {7, 2, 4}, {9, 1, 100}},
		Sure:    []SureWord{{3, 1}, {1 << 30, 2}},
		Name:    []NameWeight{{5, 100}, {1 << 29, -7}},
	}
	w.Moves[Begin][End] = -300
	b, err := w.MarshalBinary()
	require.NoError(t, err)
	var got Weights
	require.NoError(t, got.UnmarshalBinary(b))
	require.Equal(t, w, &got)
	for i := range b {
		require.Error(t, new(Weights).UnmarshalBinary(b[:i]), i)
	}
	m, err := NewModel(testWords(t), w)
	require.NoError(t, err)
	var sum [NumLabels]int32
	m.score(&sum, []uint32{1, 5, 1 << 31})
	require.Equal(t, [NumLabels]int32{128, -129, 3, 1, 5, -6, 7, -8}, sum)
	var tags [64]int32
	m.pos.score(&tags, []uint32{7, 8, 9})
	require.Equal(t, []int32{-3, 100, 4}, tags[:3])
	tag, ok := m.sure.get(1 << 30)
	require.True(t, ok)
	require.Equal(t, uint8(2), tag)
	_, ok = m.sure.get(4)
	require.False(t, ok)
	require.EqualValues(t, 93, m.names.score([]uint32{5, 6, 1 << 29}))
	_, err = NewModel(testWords(t), &Weights{Classes: w.Classes, Char: []CharWeight{{}}})
	require.Error(t, err)
}

// The decoder never leaves the legal sequences of labels.
func TestDecoder(t *testing.T) {
	var d Decoder
	var s Scratch
	var moves [NumLabels][NumLabels]int32
	d.Start(&s)
	for range 3 {
		d.Step(&s, '一', &[NumLabels]int32{Middle: 100}, &moves)
	}
	labels := d.Labels(&s)
	require.Equal(t, []uint8{Begin, Middle, End}, []uint8{labels[0][0], labels[1][0], labels[2][0]})
	d.Start(&s)
	for _, l := range []int{Name + Begin, Middle, Name + End} {
		sum := [NumLabels]int32{}
		sum[l] = 100
		d.Step(&s, '一', &sum, &moves)
	}
	labels = d.Labels(&s)
	require.Equal(t, []uint8{Name + Begin, Name + Middle, Name + End}, []uint8{labels[0][0], labels[1][0], labels[2][0]}, "a name is one throughout")
	d.Start(&s)
	require.Empty(t, d.Labels(&s))
}

func TestCourtesy(t *testing.T) {
	for name, want := range map[string]int{"李先生": 1, "欧阳老师": 2, "李建勇": 0, "先生": 0, "王李先生": 0, "县先生": 0, "李": 0} {
		var units []Unit
		for _, r := range name {
			units = append(units, Unit{Sym: r})
		}
		require.Equal(t, want, courtesy(units), name)
	}
}

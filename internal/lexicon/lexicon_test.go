package lexicon

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

var tags = []string{"n", "v"}

func TestRandomWords(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune("天津河北区委书记副主任县长人大常𠀀𠮷abc")
	want := map[string]Entry{}
	for range 3000 {
		w := make([]rune, 1+rng.IntN(6))
		for i := range w {
			w[i] = alphabet[rng.IntN(len(alphabet))]
		}
		want[string(w)] = Entry{string(w), uint8(rng.UintN(235)), uint8(rng.UintN(2)), uint8(rng.UintN(3))}
	}
	var entries []Entry
	for _, e := range want {
		entries = append(entries, e)
	}
	built, err := New(tags, entries)
	require.NoError(t, err)
	b, err := Encode(tags, entries)
	require.NoError(t, err)
	read, err := Decode(b)
	require.NoError(t, err)
	rng.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	again, err := Encode(tags, entries)
	require.NoError(t, err)
	require.Equal(t, b, again)
	for _, l := range []*Lexicon{built, read} {
		require.Equal(t, tags, l.Tags())
		for _, e := range entries {
			v, ok := l.Get([]rune(e.Word))
			require.True(t, ok, e.Word)
			require.Equal(t, int(e.Cost), v.Cost())
			require.Equal(t, e.Tag, v.Tag())
			require.Equal(t, e.More, v.More())
		}
		for range 3000 {
			w := make([]rune, rng.IntN(6))
			for i := range w {
				w[i] = alphabet[rng.IntN(len(alphabet))]
			}
			_, ok := l.Get(w)
			_, has := want[string(w)]
			require.Equal(t, has, ok, string(w))
		}
		_, ok := l.Get([]rune("无此词"))
		require.False(t, ok)
	}
}

func TestBadEntries(t *testing.T) {
	for _, entries := range [][]Entry{{{Word: ""}}, {{Word: "一"}, {Word: "一"}}, {{Word: "一", Tag: 2}}, {{Word: "一", More: 3}}} {
		_, err := New(tags, entries)
		require.Error(t, err)
		_, err = Encode(tags, entries)
		require.Error(t, err)
	}
	_, err := New(make([]string, 65), nil)
	require.Error(t, err)
}

func TestBrokenFile(t *testing.T) {
	b, err := Encode(tags, []Entry{{"一", 1, 0, 0}, {"一些", 2, 1, 2}, {"不", 3, 0, 1}})
	require.NoError(t, err)
	for i := range b {
		_, err := Decode(b[:i])
		require.Error(t, err, i)
	}
}

func FuzzDecode(f *testing.F) {
	b, err := Encode(tags, []Entry{{"一", 1, 0, 0}, {"一些", 2, 1, 2}, {"不", 3, 0, 1}})
	require.NoError(f, err)
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		if l, err := Decode(b); err == nil {
			l.Get([]rune("一些"))
		}
	})
}

func TestCost(t *testing.T) {
	require.Less(t, Cost(1000, 1e6), Cost(10, 1e6))
	require.Less(t, Cost(0.0001, 1e9), uint8(Unknown))
	require.Equal(t, uint8(1), Cost(10, 10))
}

// The first step is the same with and without the table.
func TestFirst(t *testing.T) {
	l, err := New([]string{"n"}, []Entry{{"县", 3, 0, 0}, {"县委", 4, 0, 1}, {"委员", 5, 0, 0}, {"a股", 6, 0, 0}, {"㐂", 7, 0, 0}})
	require.NoError(t, err)
	for _, r := range "县委员a㐂股" {
		n, v, word, ok := l.First(r)
		want, wantOK := l.Next(Root, r)
		require.Equal(t, wantOK, ok, string(r))
		if ok {
			require.Equal(t, want, n)
			value, isWord := l.Value(n)
			require.Equal(t, isWord, word, string(r))
			if word {
				require.Equal(t, value, v)
			}
		}
	}
}

package trie_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/internal/trie"
)

func TestRandomWords(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune("天津河北区委书记副主任县长人大常𠀀𠮷abc")
	want := map[string]uint32{}
	for range 3000 {
		w := make([]rune, 1+rng.IntN(6))
		for i := range w {
			w[i] = alphabet[rng.IntN(len(alphabet))]
		}
		want[string(w)] = rng.Uint32N(1 << 30)
	}
	var words []string
	var values []uint32
	for w, v := range want {
		words, values = append(words, w), append(values, v)
	}
	built, err := trie.Build(words, values)
	require.NoError(t, err)
	b, err := built.MarshalBinary()
	require.NoError(t, err)
	var read trie.Trie
	require.NoError(t, read.UnmarshalBinary(b))
	for _, tr := range []*trie.Trie{built, &read} {
		for w, v := range want {
			got, ok := tr.Get([]rune(w))
			require.True(t, ok, w)
			require.Equal(t, v, got, w)
		}
		for range 3000 {
			w := make([]rune, 1+rng.IntN(6))
			for i := range w {
				w[i] = alphabet[rng.IntN(len(alphabet))]
			}
			v, ok := tr.Get(w)
			wantV, wantOK := want[string(w)]
			require.Equal(t, wantOK, ok, string(w))
			if ok {
				require.Equal(t, wantV, v)
			}
			n, _, found := tr.Longest(w)
			best := 0
			for i := range w {
				if _, ok := want[string(w[:i+1])]; ok {
					best = i + 1
				}
			}
			require.Equal(t, best, n)
			require.Equal(t, best > 0, found)
		}
		_, ok := tr.Get([]rune("无此词"))
		require.False(t, ok)
	}
}

func TestBadInput(t *testing.T) {
	for _, words := range [][]string{{""}, {"一", "一"}, {"\xff"}} {
		_, err := trie.Build(words, make([]uint32, len(words)))
		require.Error(t, err)
	}
	var tr trie.Trie
	_, ok := tr.Get([]rune("天"))
	require.False(t, ok)
	for _, b := range [][]byte{nil, {1}, {1, 0, 0, 0}, {0, 0, 0, 0, 9, 0, 0, 0}} {
		require.Error(t, tr.UnmarshalBinary(b))
	}
	empty, err := trie.Build(nil, nil)
	require.NoError(t, err)
	_, ok = empty.Get([]rune("天"))
	require.False(t, ok)
}

// What Begins denies Next denies, and Prefixes and Longest find the same by it.
func TestBegins(t *testing.T) {
	tr, err := trie.Build([]string{"中国", "中", "天津市", "𠮷野家"}, []uint32{1, 2, 3, 4})
	require.NoError(t, err)
	for _, r := range "中国天津市野家a\x00\uFFFF" {
		_, ok := tr.Next(trie.Root, r)
		assert.Equal(t, ok, tr.Begins(r), "%c", r)
	}
	assert.True(t, tr.Begins('𠮷'))
	n, v, ok := tr.Longest([]rune("𠮷野家"))
	assert.True(t, ok)
	assert.Equal(t, 3, n)
	assert.EqualValues(t, 4, v)
	assert.False(t, new(trie.Trie).Begins('中'))
}

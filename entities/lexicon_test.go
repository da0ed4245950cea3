package entities

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A word means one status: the lists are read in no order.
func TestLexiconDisjoint(t *testing.T) {
	for name, lists := range map[string]map[Status]string{"take": takeVerbs, "give": giveVerbs, "adverbs": adverbs, "status": statusWords} {
		seen := map[string]Status{}
		for s, list := range lists {
			for w := range strings.FieldsSeq(list) {
				if old, ok := seen[w]; ok {
					assert.Equal(t, old, s, "%s: %s", name, w)
				}
				seen[w] = s
			}
		}
	}
}

func TestTables(t *testing.T) {
	assert.Positive(t, lexica().trie.Len())
	assert.Positive(t, syllableTrie().Len())
	assert.NotZero(t, names().at('王').surname)
	assert.NotZero(t, names().at('伟').single)
	assert.Zero(t, names().at('的').surname)
}

package entities_test

import (
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/internal/cases"
	"github.com/xinwen-go/xinwen/segment"
)

func TestDevCases(t *testing.T) {
	cases := readCases(t, "dev.jsonl")
	e, err := entities.New()
	require.NoError(t, err)
	var all, tuned, held score
	for n, c := range cases {
		got := analyse(e, nil, c)
		all.add(c, got)
		if n%6 == 5 { // kept aside: its errors are not looked at while rules are written
			held.add(c, got)
		} else {
			tuned.add(c, got)
		}
	}
	for _, line := range tuned.log {
		t.Log(line)
	}
	tuned.report(t, "tuned on")
	held.report(t, "kept aside")
	all.report(t, "all")
	for _, by := range []func(goldCase) string{
		func(c goldCase) string { return "script " + c.Meta.Script },
		func(c goldCase) string { return "kind " + c.Meta.Kind },
		func(c goldCase) string { return "people " + strconv.FormatBool(len(c.People) > 0) },
	} {
		groups := map[string]*score{}
		for _, c := range cases {
			g := by(c)
			if groups[g] == nil {
				groups[g] = &score{}
			}
			groups[g].add(c, analyse(e, nil, c))
		}
		for _, g := range slices.Sorted(maps.Keys(groups)) {
			t.Logf("%s: names %v; with organisation %v", g, groups[g].names, groups[g].strict)
		}
	}
	all.floor(t)
}

// floor fails below what was measured when the rules were written, with a little room.
func (s *score) floor(t *testing.T) {
	assert.GreaterOrEqual(t, s.names.f(), 99.0, "names")
	assert.GreaterOrEqual(t, s.lenient.f(), 98.5, "name + position")
	assert.GreaterOrEqual(t, s.strict.f(), 96.5, "name + org + position")
	assert.GreaterOrEqual(t, s.mentions.f(), 98.5, "mentions")
	assert.GreaterOrEqual(t, s.code.p(), 97.0, "codes")
	assert.GreaterOrEqual(t, s.abstain.p(), 95.0, "abstention")
	assert.GreaterOrEqual(t, s.status.p(), 98.0, "status")
}

// With the words of the segmenter as further evidence the figures may not be worse.
func TestDevCasesTokens(t *testing.T) {
	cases := readCases(t, "dev.jsonl")
	e, err := entities.New()
	require.NoError(t, err)
	seg, err := segment.New()
	require.NoError(t, err)
	var all score
	for n, c := range cases {
		var s score
		s.add(c, analyse(e, seg, c))
		if n%6 != 5 {
			for _, line := range s.log {
				t.Log(line)
			}
		}
		all.add(c, analyse(e, seg, c))
	}
	all.report(t, "with tokens")
	all.floor(t)
}

func TestHardCases(t *testing.T) {
	cases := readCases(t, "hard_cases.jsonl")
	e, err := entities.New()
	require.NoError(t, err)
	whole := 0
	for _, c := range cases {
		var s score
		for i := range c.People {
			for x := range c.People[i].Posts { // 领导 with a list of names is optional
				c.People[i].Posts[x].Optional = c.People[i].Posts[x].Position == "领导"
			}
		}
		s.add(c, analyse(e, nil, c))
		if len(s.log) == 0 {
			whole++
			continue
		}
		t.Logf("%s %s", c.ID, c.Text)
		for _, line := range s.log {
			t.Log("   ", line)
		}
	}
	t.Logf("hard cases right as a whole: %d of %d", whole, len(cases))
	assert.GreaterOrEqual(t, whole, 33)
}

// ownFloors are the least figures of the files of our own passages, a little below what was last measured. Each file is a batch
// that was annotated before it was first read, and whose misses were studied after; at first sight they gave
//
//	              names  + position  + organisation  codes
//	own.jsonl      93.1        92.4            83.8   92.3
//	own2.jsonl     92.5        89.9            73.9   85.6
//	own3.jsonl     93.3        91.4            79.7   83.8
//	own4.jsonl     96.3        95.3            85.8   87.7
//	own5.jsonl     96.6        94.2            86.7   91.8
//	own6.jsonl     96.2        96.7            87.9   93.6
//	own7.jsonl     98.1        94.7            88.7   81.8
//	own8.jsonl     96.6        94.2            90.7   86.9
//	own9.jsonl     94.4        94.9            86.1   89.2
//	own10.jsonl    92.7        92.4            81.4   90.1
//	own11.jsonl    98.9        98.4            85.5   91.9
//	own12.jsonl    96.4        96.5            89.5   88.8
//	own13.jsonl    98.5        97.9            92.3   98.0
//
// (of own4.jsonl after fourteen invented names that nobody could bear were replaced; in own8.jsonl one such name, an office left out
// and the code of a county that became a district that year were put right after; in own9.jsonl the other name of a state, 澳大利亚,
// was allowed after, in own10.jsonl the code of a state farm, which the gazetteer lists as a township, and in own11.jsonl and
// own12.jsonl the code of one county each was put right).
var ownFloors = map[string][6]float64{ // names, name + position, name + org + position, codes, abstention, status
	"own.jsonl":   {97, 97, 96.5, 97, 98, 98},
	"own2.jsonl":  {97, 95.5, 92, 96.5, 98, 99},
	"own3.jsonl":  {97.5, 97.5, 96, 96, 98, 99},
	"own4.jsonl":  {97.5, 97, 96, 94.5, 98, 99},
	"own5.jsonl":  {96.5, 96, 94.5, 96, 98, 98},
	"own6.jsonl":  {97, 97.5, 95, 97, 98, 99},
	"own7.jsonl":  {97.5, 97, 96.5, 96, 98, 99},
	"own8.jsonl":  {98.5, 98.5, 98.5, 98, 98, 99},
	"own9.jsonl":  {98.5, 98.5, 98, 98, 98, 99},
	"own10.jsonl": {97.5, 98, 96, 97, 98, 99},
	"own11.jsonl": {98, 98, 92.5, 95.5, 97, 99},
	"own12.jsonl": {97, 97, 96, 97, 98, 99},
	"own13.jsonl": {98, 97.5, 95, 98, 98, 99},
}

func TestOwnCases(t *testing.T) {
	e, err := entities.New()
	require.NoError(t, err)
	seg, err := segment.New()
	require.NoError(t, err)
	files, err := filepath.Glob("testdata/own*.jsonl")
	require.NoError(t, err)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			var all, bare score
			for _, c := range cases.Lines[goldCase](t, file) {
				all.add(c, analyse(e, seg, c))
				bare.add(c, analyse(e, nil, c))
			}
			for _, line := range all.log {
				t.Log(line)
			}
			all.report(t, "own")
			bare.report(t, "own without tokens")
			floor := ownFloors[filepath.Base(file)]
			for i, f := range []float64{all.names.f(), all.lenient.f(), all.strict.f(), all.code.p(), all.abstain.p(), all.status.p()} {
				assert.GreaterOrEqual(t, f, floor[i], []string{"names", "name + position", "name + org + position", "codes", "abstention", "status"}[i])
			}
			assert.GreaterOrEqual(t, bare.strict.f(), floor[2]-3, "name + org + position without tokens")
		})
	}
}

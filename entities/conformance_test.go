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

// ownFloors are the least figures of the files of our own passages, a little below what was last measured. They were written in
// batches, each annotated before it was first read; doc.go of testdata tells what each gave at first sight.
var ownFloors = map[string][6]float64{ // names, name + position, name + org + position, codes, abstention, status
	"own.jsonl": {97, 97, 95.5, 97, 98, 98},
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
			for _, c := range readFile(t, file) {
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

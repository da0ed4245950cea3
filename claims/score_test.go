package claims

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// annotated is a sentence of testdata with its claims; figure, time and the like are surface strings.
type annotated struct {
	ID, Published, Text string
	Claims              []struct {
		Subject, Measure, Relation, Figure, Time, Speaker, Basis, Aspect, Modality, From, Change string

		Occurrence      int  // of the figure's surface among the figures of the text, from 1
		SpeakerOptional bool `json:"speaker_optional"` // the speaker is a data source, which may be left out
	}
}

// overlapEnough is the overlap at which two phrases count as the same.
const overlapEnough = 0.6

// score counts claims: right are found with the right figure and a measure that overlaps.
type score struct {
	gold, made, right                                         int
	subject, relation, time, speaker, basis, aspect, modality int
	from, change                                              int
}

func (s score) f() float64 { return 2 * float64(s.right) / float64(s.gold+s.made) }

func (s score) share(n int) float64 { return float64(n) / float64(max(1, s.right)) }

func (s score) String() string {
	return fmt.Sprintf("%d claims, %d made, %d right: F %.1f; subject %.1f, relation %.1f, time %.1f, speaker %.1f, basis %.1f, aspect %.1f, modality %.1f, from %.1f, change %.1f %%",
		s.gold, s.made, s.right, 100*s.f(), 100*s.share(s.subject), 100*s.share(s.relation), 100*s.share(s.time), 100*s.share(s.speaker),
		100*s.share(s.basis), 100*s.share(s.aspect), 100*s.share(s.modality), 100*s.share(s.from), 100*s.share(s.change))
}

// measureFile scores the claims of a file of testdata.
func measureFile(t *testing.T, name string, verbose bool) score {
	f, err := os.Open(filepath.Join("testdata", name))
	require.NoError(t, err)
	defer f.Close()
	s := newStages(t)
	var sum score
	say := func(format string, args ...any) {
		if verbose {
			t.Logf(format, args...)
		}
	}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		var a annotated
		require.NoError(t, json.Unmarshal(sc.Bytes(), &a))
		published, err := time.Parse(time.DateOnly, a.Published)
		require.NoError(t, err)
		d := s.document(a.Text, published)
		made := s.claims.Append(nil, d)
		used := make([]bool, len(made))
		sum.gold += len(a.Claims)
		sum.made += len(made)
		for _, g := range a.Claims {
			best, at := 0.0, -1
			for i, c := range made {
				if used[i] || d.Text.Slice(d.Quantities[c.Quantity].Span) != g.Figure || g.Occurrence > 0 && occurrence(d, c.Quantity) != g.Occurrence {
					continue
				}
				if o := overlap(g.Measure, textOf(c.Measure)); o > best {
					best, at = o, i
				}
			}
			if best < overlapEnough {
				got := ""
				if at >= 0 {
					got = fmt.Sprintf(": %s | %s", textOf(made[at].Subject), textOf(made[at].Measure))
				}
				say("%s missing %s|%s|%s %s%s    %s", a.ID, g.Subject, g.Measure, g.Relation, g.Figure, got, a.Text)
				continue
			}
			used[at] = true
			c := made[at]
			sum.right++
			when := ""
			if c.Time != None {
				when = d.Text.Slice(d.Times[c.Time].Span)
			}
			figure := func(i int) string {
				if i == None {
					return ""
				}
				return d.Text.Slice(d.Quantities[i].Span)
			}
			if g.Modality == "" {
				g.Modality = string(Fact)
			}
			for _, p := range []struct {
				what      string
				ok        bool
				n         *int
				want, got string
			}{
				{"subject", overlap(g.Subject, textOf(c.Subject)) >= overlapEnough, &sum.subject, g.Subject, textOf(c.Subject)},
				{"relation", g.Relation == string(c.Relation), &sum.relation, g.Relation, string(c.Relation)},
				{"time", overlap(g.Time, when) >= overlapEnough, &sum.time, g.Time, when},
				{"speaker", overlap(g.Speaker, textOf(c.Speaker)) >= overlapEnough || g.SpeakerOptional && c.Speaker == nil, &sum.speaker, g.Speaker, textOf(c.Speaker)},
				{"basis", g.Basis == string(c.Basis), &sum.basis, g.Basis, string(c.Basis)},
				{"aspect", g.Aspect == string(c.Aspect), &sum.aspect, g.Aspect, string(c.Aspect)},
				{"from", g.From == figure(c.From), &sum.from, g.From, figure(c.From)},
				{"change", g.Change == figure(c.Change), &sum.change, g.Change, figure(c.Change)},
				{"modality", g.Modality == string(c.Modality), &sum.modality, g.Modality, string(c.Modality)},
			} {
				if p.ok {
					*p.n++
				} else {
					say("%s %s of %s|%s: %q, not %q    %s", a.ID, p.what, g.Measure, g.Figure, p.got, p.want, a.Text)
				}
			}
		}
		for i, c := range made {
			if !used[i] {
				say("%s extra %s | %s | %s %s    %s", a.ID, textOf(c.Subject), textOf(c.Measure), c.Relation, d.Text.Slice(d.Quantities[c.Quantity].Span), a.Text)
			}
		}
	}
	require.NoError(t, sc.Err())
	return sum
}

// occurrence counts the figures of the text with the surface of figure q up to it.
func occurrence(d *Document, q int) int {
	n := 0
	for i := 0; i <= q; i++ {
		if d.Text.Slice(d.Quantities[i].Span) == d.Text.Slice(d.Quantities[q].Span) {
			n++
		}
	}
	return n
}

// TestAnnotated measures the annotated sentences: those that the author of the rules wrote and annotated while writing them
// (own), those of other annotators that rules were written on (devset), and those of the same annotators that were set
// aside and that the author of the rules has not read (heldout).
func TestAnnotated(t *testing.T) {
	verbose := os.Getenv("XINWEN_VERBOSE")
	for _, set := range []struct {
		name                                string
		f, subject, relation, time, speaker float64 // floors, a little below what was measured
	}{
		{"fresh1", 0, 0, 0, 0, 0},
		{"fresh2", 0, 0, 0, 0, 0},
		{"fresh3", 0, 0, 0, 0, 0},
		{"fresh4", 0, 0, 0, 0, 0},
		{"fresh5", 0, 0, 0, 0, 0},
		{"fresh6", 0, 0, 0, 0, 0},
		{"own", 0.91, 0.85, 0.97, 0.97, 0.97},
		{"devset", 0.88, 0.81, 0.97, 0.95, 0.96},
		{"heldout", 0.80, 0.76, 0.97, 0.95, 0.92},
	} {
		got := measureFile(t, set.name+".jsonl", verbose == set.name && set.name != "heldout")
		t.Logf("%s: %v", set.name, got)
		assert.GreaterOrEqual(t, got.f(), set.f, set.name)
		assert.GreaterOrEqual(t, got.share(got.subject), set.subject, set.name)
		assert.GreaterOrEqual(t, got.share(got.relation), set.relation, set.name)
		assert.GreaterOrEqual(t, got.share(got.time), set.time, set.name)
		assert.GreaterOrEqual(t, got.share(got.speaker), set.speaker, set.name)
	}
}

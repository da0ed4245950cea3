package numbers

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/text"
)

// The suites of other projects, with what they expect. Where our policy is another one the case is listed in
// testdata/disagreements.tsv with its reason (class policy) and does not count; a listed miss counts as one.

type suiteCase struct {
	ID, Kind, Input string
	Expected        []struct {
		Text, Value, Raw, Unit, Written, Definition any
	}
}

func (c suiteCase) str(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	return fmt.Sprint(v)
}

// expectation is a figure as a suite states it; infinite bounds are open.
type expectation struct {
	lo, hi float64
	code   string // unit, where the suite states one that we have a code for
}

func near(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b))
}

func boundsOf(q Quantity) (lo, hi float64) {
	lo, hi = math.Inf(-1), math.Inf(1)
	if q.Lo.Valid() {
		lo = q.Lo.Float64()
	}
	if q.Hi.Valid() {
		hi = q.Hi.Float64()
	}
	return lo, hi
}

type suiteRun struct {
	t              *testing.T
	r              *Reader
	agree, n       map[string]int
	listed         map[string][2]string
	seen           map[string]bool
	policy, misses int
}

func newSuiteRun(t *testing.T) *suiteRun {
	r, err := New(WithTrillion())
	require.NoError(t, err)
	s := &suiteRun{t: t, r: r, agree: map[string]int{}, n: map[string]int{}, listed: map[string][2]string{}, seen: map[string]bool{}}
	b, err := os.ReadFile("testdata/disagreements.tsv")
	require.NoError(t, err)
	for line := range strings.Lines(string(b)) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 && !strings.HasPrefix(line, "#") {
			s.listed[f[0]] = [2]string{f[1], f[2]}
		}
	}
	return s
}

func (s *suiteRun) read(in string) (*text.Text, Result) {
	doc := text.New(in)
	return doc, s.r.Read(doc, Context{Published: time.Date(2026, 6, 15, 0, 0, 0, 0, time.UTC)})
}

// judge records one case; got is shown where it disagrees without being listed.
func (s *suiteRun) judge(id, group string, ok bool, format string, args ...any) {
	l, listed := s.listed[id]
	s.seen[id] = true
	if !ok && listed && l[0] == "policy" {
		s.policy++
		return
	}
	s.n[group]++
	if ok {
		s.agree[group]++
		if listed {
			s.t.Logf("%s agrees now", id)
		}
		return
	}
	s.misses++
	if !listed {
		s.t.Errorf("%s (%s): "+format, append([]any{id, group}, args...)...)
	}
}

func (s *suiteRun) figures(id, group, in string, want []expectation) {
	doc, res := s.read(in)
	var got []string
	ok := true
	k := 0
	for _, q := range res.Quantities {
		lo, hi := boundsOf(q)
		got = append(got, fmt.Sprintf("%s[%v,%v]%s", doc.Slice(q.Span), lo, hi, q.Unit.Code))
		if k < len(want) {
			w := want[k]
			ok = ok && near(lo, w.lo) && near(hi, w.hi) && (w.code == "" || w.code == q.Unit.Code || w.code == "CNY" && q.Kind == KindNumber)
		}
		k++
	}
	s.judge(id, group, ok && k == len(want), "%s: got %v, want %v", in, got, want)
}

func exactly(v float64) []expectation { return []expectation{{lo: v, hi: v}} }

func (s *suiteRun) report(floors map[string]float64) {
	for group, n := range s.n {
		share := float64(s.agree[group]) / float64(n)
		s.t.Logf("%s: %d of %d (%.1f %%)", group, s.agree[group], n, 100*share)
		assert.GreaterOrEqual(s.t, share, floors[group], group)
	}
	s.t.Logf("disagreements by policy: %d", s.policy)
}

var jioCurrency = map[string]string{"元": "CNY", "港元": "HKD", "美元": "USD", "日元": "JPY", "新台币": "TWD", "泰铢": "THB", "卢布": "RUB", "欧元": "EUR", "澳元": "AUD", "韩元": "KRW"}

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.NaN()
	}
	return v
}

func TestSuiteJioNLP(t *testing.T) {
	s := newSuiteRun(t)
	for _, c := range caseLines[suiteCase](t, "jionlp.jsonl") {
		switch c.Kind {
		case "money_extractor":
			var want, got []string
			for _, e := range c.Expected {
				want = append(want, c.str(e.Text))
			}
			doc, res := s.read(c.Input)
			for _, q := range res.Quantities {
				if q.Kind == KindMoney {
					got = append(got, doc.Slice(q.Span))
				}
			}
			s.judge(c.ID, "money", assert.ObjectsAreEqual(want, got), "%s: got %q, want %q", c.Input, got, want)
		case "money_parser":
			e := c.Expected[0]
			w := expectation{code: jioCurrency[c.str(e.Unit)]}
			if two, ok := e.Value.([]any); ok {
				w.lo, w.hi = number(c.str(two[0])), number(c.str(two[1]))
			} else {
				w.lo = number(c.str(e.Value))
				w.hi = w.lo
			}
			switch c.str(e.Definition) {
			case "blur+":
				w.hi = math.Inf(1)
			case "blur-":
				w.lo = math.Inf(-1)
			}
			s.figures(c.ID, "money", c.Input, []expectation{w})
		}
	}
	s.report(map[string]float64{"money": 0.95})
}

func TestSuiteCn2an(t *testing.T) {
	s := newSuiteRun(t)
	for _, c := range caseLines[suiteCase](t, "cn2an.jsonl") {
		var value string
		if len(c.Expected) > 0 {
			value = c.str(c.Expected[0].Value)
		}
		switch {
		case strings.HasSuffix(c.Kind, ".must_fail"):
			doc, res := s.read(c.Input)
			ok := true
			for _, q := range res.Quantities {
				ok = ok && q.Len() < len(doc.String())
			}
			s.judge(c.ID, "refused", ok, "%s: read whole", c.Input)
		case strings.HasPrefix(c.Kind, "transform"):
			s.sameReading(c.ID, "sentences", c.Input, value)
		case c.Kind == "cn2an.direct", c.Kind == "an2cn.direct":
			// digits read out one by one: codes, which are no quantities
		case strings.HasPrefix(c.Kind, "cn2an."):
			s.figures(c.ID, "numerals", c.Input, exactly(number(value)))
		case strings.HasPrefix(c.Kind, "an2cn."):
			want := number(c.Input)
			if c.Kind == "an2cn.rmb" {
				want = math.Trunc(math.Round(want*1e6)/1e4) / 100 // cut to 分
			}
			s.figures(c.ID, "numerals", value, exactly(want))
		}
	}
	s.report(map[string]float64{"numerals": 0.95, "sentences": 0.9, "refused": 0.9})
}

// sameReading compares what is read from a sentence with figures spelt out and from the same with digits.
func (s *suiteRun) sameReading(id, group, a, b string) {
	list := func(in string) []string {
		_, res := s.read(in)
		var out []string
		for _, q := range res.Quantities {
			if q.Role == RoleValue || q.Kind == KindOrdinal {
				lo, hi := boundsOf(q)
				out = append(out, fmt.Sprintf("%s %.9g..%.9g", q.Kind, lo, hi))
			}
		}
		for _, tm := range res.Times {
			out = append(out, "time "+tm.EDTF)
		}
		return out
	}
	x, y := list(a), list(b)
	if len(x) == 0 && len(y) == 0 { // codes, scores, arithmetic
		return
	}
	s.judge(id, group, assert.ObjectsAreEqual(x, y), "%s: %q; %s: %q", a, x, b, y)
}

var (
	rawOpen   = regexp.MustCompile(`^OpenIntervalValue\(([-\d.]+), (After|Before)\)`)
	rawRange  = regexp.MustCompile(`^DoubleSideIntervalValue\(([\d.]+), ([\d.]+)`)
	rawOrigin = regexp.MustCompile(`originValue = Some\(([\d.]+)\)`)
	rawValue  = regexp.MustCompile(`^\w+\(([-+\d.E]+)`)
	rawTest   = regexp.MustCompile(`^Some\("([<>]?)([-\d.E]+)(?:<([\d.]+))?[CF]?"\)$`)
	rawRatio  = regexp.MustCompile(`^Some\("(-?[\d.]+)/([\d.]+)"\)$`)
	rawPlain  = regexp.MustCompile(`^\(?([-\d.]+)L?(?:, \d+\))?$`)
	rawPair   = regexp.MustCompile(`^"(\d+)/(\d+)"$`)
)

func minlpExpectation(raw string) []expectation {
	inf := math.Inf(1)
	side := func(v string, above bool) []expectation {
		if above {
			return []expectation{{lo: number(v), hi: inf}}
		}
		return []expectation{{lo: -inf, hi: number(v)}}
	}
	if m := rawOpen.FindStringSubmatch(raw); m != nil {
		return side(m[1], m[2] == "After")
	}
	if m := rawRange.FindStringSubmatch(raw); m != nil {
		return []expectation{{lo: number(m[1]), hi: number(m[2])}}
	}
	if m := rawOrigin.FindStringSubmatch(raw); m != nil {
		return exactly(number(m[1]))
	}
	if m := rawTest.FindStringSubmatch(raw); m != nil {
		switch {
		case m[1] != "":
			return side(m[2], m[1] == ">")
		case m[3] != "":
			return []expectation{{lo: number(m[2]), hi: number(m[3])}}
		}
		return exactly(number(m[2]))
	}
	if m := rawRatio.FindStringSubmatch(raw); m != nil {
		return exactly(number(m[1]) / number(m[2]))
	}
	if m := rawPair.FindStringSubmatch(raw); m != nil {
		return []expectation{{lo: number(m[1]), hi: number(m[1])}, {lo: number(m[2]), hi: number(m[2])}}
	}
	if m := rawPlain.FindStringSubmatch(raw); m != nil {
		return exactly(number(m[1]))
	}
	if m := rawValue.FindStringSubmatch(raw); m != nil {
		return exactly(number(m[1]))
	}
	return nil
}

func TestSuiteMiNLP(t *testing.T) {
	groups := map[string]string{"age": "measures", "test/Age": "measures", "currency": "money", "test/Currency": "money", "numeral": "numerals", "test/Numeral": "numerals", "numeral/fraction": "numerals",
		"numeral/multiple": "numerals", "ordinal": "ordinals", "test/Act": "ordinals", "test/Episode": "ordinals", "test/Season": "ordinals", "season": "ordinals", "test/Level": "ordinals",
		"quantity": "measures", "quantity/area": "measures", "quantity/distance": "measures", "quantity/velocity": "measures", "rating": "measures", "test/Rating": "measures",
		"temperature": "measures", "test/Temperature": "measures", "numeral/seq": "codes"}
	s := newSuiteRun(t)
	for _, c := range caseLines[suiteCase](t, "minlp-duckling.jsonl") {
		group := groups[c.Kind]
		raw := c.str(c.Expected[0].Raw)
		switch {
		case group == "":
		case group == "codes":
			s.figures(c.ID, group, c.Input, nil)
		case c.Input == "一半":
			s.figures(c.ID, group, c.Input, exactly(0.5))
		case c.Kind == "numeral/fraction":
			want := exactly(number(strings.Split(raw, ",")[0]))
			if _, res := s.read(c.Input); len(res.Quantities) == 1 && res.Quantities[0].Kind == KindPercent {
				want[0].lo *= 100
				want[0].hi *= 100
			}
			s.figures(c.ID, group, c.Input, want)
		case rawRatio.MatchString(raw):
			want := minlpExpectation(raw)
			if _, res := s.read(c.Input); len(res.Quantities) == 1 && res.Quantities[0].Kind == KindPercent {
				want[0].lo *= 100
				want[0].hi *= 100
			}
			s.figures(c.ID, group, c.Input, want)
		default:
			if want := minlpExpectation(raw); want != nil {
				s.figures(c.ID, group, c.Input, want)
			} else {
				t.Errorf("%s: %q is not understood", c.ID, raw)
			}
		}
	}
	s.report(map[string]float64{"numerals": 0.95, "money": 0.95, "measures": 0.9, "ordinals": 0.9, "codes": 0.9})
}

func TestSuiteWeText(t *testing.T) {
	groups := map[string]string{"cardinal": "numerals", "number": "numerals", "fraction": "numerals", "math": "numerals", "measure": "measures", "money": "money", "normalizer": "sentences",
		"normalizer_enable_standalone_number_disable_0_to_9": "sentences", "normalizer_disable_standalone_number_disable_0_to_9": "sentences", "normalizer_disable_standalone_number_enable_0_to_9": "sentences",
		"license_plate": "codes", "train_number": "codes", "whitelist": "codes", "sport": "codes"}
	s := newSuiteRun(t)
	for _, c := range caseLines[suiteCase](t, "wetextprocessing.jsonl") {
		_, kind, _ := strings.Cut(c.Kind, "/")
		group := groups[kind]
		written := c.str(c.Expected[0].Written)
		if !strings.ContainsAny(c.Input+written, "0123456789") {
			continue
		}
		switch group {
		case "":
		case "codes":
			_, res := s.read(c.Input)
			s.judge(c.ID, group, len(res.Quantities) == 0, "%s: got %d quantities", c.Input, len(res.Quantities))
		default:
			s.sameReading(c.ID, group, c.Input, written)
		}
	}
	s.report(map[string]float64{"numerals": 0.9, "money": 0.95, "measures": 0.9, "sentences": 0.8, "codes": 0.9})
}

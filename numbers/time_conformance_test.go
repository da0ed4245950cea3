package numbers

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/internal/cases"
	"github.com/xinwen-go/xinwen/text"
)

// caseLines reads a file of the cases of this package.
func caseLines[T any](t testing.TB, name string) []T {
	t.Helper()
	return cases.Lines[T](t, cases.Path(t, "numbers", name))
}

func TestTimesOfExamples(t *testing.T) {
	type row struct {
		ID, Published, Text string
		Times               []struct {
			Text, From, To, EDTF string
			Start, End           int
			Optional             bool
		}
	}
	var want, found int
	for _, r := range caseLines[row](t, "examples.jsonl") {
		tx := text.New(r.Text)
		got := read(r.Text, r.Published)
		for _, w := range r.Times {
			want++
			ok := w.Optional
			for k, m := range got {
				if tx.Rune(m.Start) == w.Start && tx.Rune(m.End) == w.End {
					got = append(got[:k:k], got[k+1:]...)
					ok = m.EDTF == w.EDTF && m.From == w.From && m.To == w.To
					assert.True(t, ok, "%s: %s: %+v", r.ID, w.Text, m)
					break
				}
			}
			if ok {
				found++
			} else {
				t.Errorf("%s: %s is missed", r.ID, w.Text)
			}
		}
		for _, m := range got {
			t.Errorf("%s: %s is no time", r.ID, tx.Slice(m.Span))
		}
	}
	t.Logf("examples: %d of %d times", found, want)
}

// span is what a suite expects of one case: a stretch in seconds, open where empty; or no time at all.
type timeCase struct {
	id, input string
	ref       time.Time
	from, to  string // 2006-01-02T15:04:05
	recurring bool
	none      bool
}

const stamp = "2006-01-02T15:04:05"

// seconds brings a bound to seconds.
func seconds(s string, end bool) string {
	const first, last = "0000-00-00T00:00:00", "0000-00-00T23:59:59"
	switch {
	case s == "":
		return ""
	case end:
		return s + last[min(len(s), len(last)):]
	}
	return s + first[min(len(s), len(first)):]
}

// agrees reports whether the reader's result is the expected one. A bound that the suite sets to the reference time counts
// as open or as the day of reference.
func (c *timeCase) agrees() (bool, string) {
	ok, show := c.agreesOn(c.input)
	if !ok && c.from > c.ref.Format(stamp) {
		ok, _ = c.agreesOn("预计" + c.input) // the suite takes dates for coming ones; ours wants a word that says so
	}
	return ok, show
}

func (c *timeCase) agreesOn(input string) (bool, string) {
	tx := text.New(input)
	got := readTimes(nil, tx, &home{t: tx, ctx: Context{Published: c.ref}})
	var shown []string
	for _, m := range got {
		shown = append(shown, fmt.Sprintf("%s %s %s..%s", tx.Slice(m.Span), m.EDTF, m.From, m.To))
	}
	show := strings.Join(shown, "; ")
	if c.none {
		return len(got) == 0, show
	}
	if len(got) != 1 {
		return false, show
	}
	if c.recurring {
		return got[0].Kind == TimeRecurring, show
	}
	kind, clock := got[0].Kind, got[0].To
	now, today := c.ref.Format(stamp), c.ref.Format("2006-01-02")
	if got[0].Grain == "day" && got[0].From == got[0].To && strings.HasPrefix(c.from, got[0].From) && strings.Contains(c.from, "T") {
		return true, show // a part of the day adds no clock time
	}
	same := func(want, got string, end bool) bool {
		got = seconds(got, end)
		a, errA := time.Parse(stamp, want)
		b, errB := time.Parse(stamp, got)
		if d := a.Sub(b).Abs(); errA == nil && errB == nil && (kind == TimeDuration && d <= 24*time.Hour || strings.Contains(clock, "T") && d <= time.Minute) {
			return true // the last day of a window, the last minute of a range may count or not
		}
		return want == got || want == now && (got == "" || got[:10] == today) || want == "" && (got == "" || got[:10] == today)
	}
	return same(c.from, got[0].From, false) && same(c.to, got[0].To, true), show
}

// excusedCases is the list of the cases on which we differ, with the class of the reason.
func excusedCases(t *testing.T) map[string]string {
	t.Helper()
	excused := map[string]string{}
	b, err := os.ReadFile(filepath.Join("testdata", "time_disagreements.tsv"))
	require.NoError(t, err)
	for line := range strings.Lines(string(b)) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 && !strings.HasPrefix(line, "#") {
			excused[f[0]] = f[1]
		}
	}
	return excused
}

func checkSuite(t *testing.T, suite string, cases []timeCase, floor float64) {
	t.Helper()
	excused := excusedCases(t)
	right, counted := 0, 0
	reasons := map[string]int{}
	for _, c := range cases {
		ok, got := c.agrees()
		class, listed := excused[c.id]
		reasons[class]++
		if !listed || class == "missed" {
			counted++
			if ok {
				right++
			}
		}
		switch {
		case ok && listed:
			t.Errorf("%s is listed as a disagreement but agrees", c.id)
		case !ok && !listed:
			t.Errorf("%s\t%s\twant %s..%s\tgot %s", c.id, c.input, c.from, c.to, got)
		}
	}
	share := float64(right) / float64(counted)
	t.Logf("%s: %d of %d (%.1f%%); %v left out of %d", suite, right, counted, 100*share, reasons, len(cases))
	assert.GreaterOrEqual(t, share, floor)
}

func TestTimesOfJioNLP(t *testing.T) {
	type row struct {
		ID, Input, Kind string
		Reference       any `json:"reference_time"`
		Expected        []struct {
			Kind  string
			Value any
		}
	}
	var cases []timeCase
	for _, r := range caseLines[row](t, "jionlp.jsonl") {
		if !strings.HasPrefix(r.Kind, "time_parser") || r.Reference == nil || len(r.Expected) != 1 {
			continue
		}
		c := timeCase{id: r.ID, input: r.Input}
		switch ref := r.Reference.(type) {
		case string:
			var err error
			c.ref, err = time.Parse(stamp, ref)
			require.NoError(t, err)
		case []any:
			f := [6]int{2000, 1, 1}
			for i, v := range ref {
				f[i] = int(v.(float64))
			}
			c.ref = time.Date(f[0], time.Month(f[1]), f[2], f[3], f[4], f[5], 0, time.UTC)
		case map[string]any:
			f := map[string]int{"month": 1, "day": 1}
			for k, v := range ref {
				f[k] = int(v.(float64))
			}
			c.ref = time.Date(f["year"], time.Month(f["month"]), f["day"], f["hour"], f["minute"], 0, 0, time.UTC)
		}
		switch v := r.Expected[0].Value.(type) {
		case []any:
			if len(v) != 2 {
				continue
			}
			if from, ok := v[0].(string); ok {
				to := v[1].(string)
				c.from = strings.ReplaceAll(strings.TrimPrefix(from, "-inf"), " ", "T")
				c.to = strings.ReplaceAll(strings.TrimPrefix(to, "inf"), " ", "T")
			} else {
				c.none = true // a length of time
			}
		default:
			switch r.Expected[0].Kind {
			case "time_period":
				c.recurring = true
			default:
				c.none = true
			}
		}
		cases = append(cases, c)
	}
	checkSuite(t, "JioNLP", cases, 0.9)
}

var (
	scalaCall = regexp.MustCompile(`^\(?(ymdhms|ymd|ym|md|y|hms|hm|h|datetime|localDateTimeInterval)\(`)
	scalaTime = regexp.MustCompile(`LocalDateTime\.of\(([^)]*)\)`)
)

// duckling reads the Scala expression of a MiNLP case; ok is false for those that are no fixed time.
func duckling(raw string, ref time.Time) (from, to string, ok bool) {
	m := scalaCall.FindStringSubmatch(raw)
	if m == nil {
		return "", "", false
	}
	moments := scalaTime.FindAllStringSubmatch(raw, -1)
	grain := regexp.MustCompile(`(Second|Minute|Hour|Day|Week|Month|Year)`).FindString(raw)
	numbersOf := func(s string) []int {
		var out []int
		for f := range strings.SplitSeq(s, ",") {
			f = strings.TrimSpace(f)
			if _, v, named := strings.Cut(f, "="); named {
				f = strings.TrimSpace(v)
			}
			n, err := strconv.Atoi(f)
			if err != nil {
				break
			}
			out = append(out, n)
		}
		return out
	}
	at := func(f []int) time.Time {
		f = append(f, make([]int, 6)...)
		return time.Date(f[0], time.Month(max(f[1], 1)), max(f[2], 1), f[3], f[4], f[5], 0, time.UTC)
	}
	last := func(t time.Time, grain string) string {
		switch grain {
		case "Year":
			t = t.AddDate(1, 0, 0)
		case "Month":
			t = t.AddDate(0, 1, 0)
		case "Week":
			t = t.AddDate(0, 0, 7)
		case "Day":
			t = t.AddDate(0, 0, 1)
		case "Hour":
			t = t.Add(time.Hour)
		case "Minute":
			t = t.Add(time.Minute)
		case "Second":
			t = t.Add(time.Second)
		}
		return t.Add(-time.Second).Format(stamp)
	}
	switch m[1] {
	case "localDateTimeInterval":
		if len(moments) != 2 {
			return "", "", false
		}
		a, b := at(numbersOf(moments[0][1])), at(numbersOf(moments[1][1]))
		return a.Format(stamp), b.Add(-time.Second).Format(stamp), true
	case "datetime":
		if len(moments) != 1 {
			return "", "", false
		}
		a := at(numbersOf(moments[0][1]))
		return a.Format(stamp), last(a, grain), true
	}
	args := numbersOf(raw[len(m[0]):strings.IndexByte(raw+")", ')')])
	if strings.Contains(raw, "=") && len(args) > 0 && (strings.Contains(raw, "(d=") || strings.Contains(raw, "(m")) {
		return "", "", false
	}
	y, mo, d := ref.Date()
	day := time.Date(y, mo, d, 0, 0, 0, 0, time.UTC)
	switch {
	case m[1] == "ymd" && len(args) == 3:
		a := at(args)
		if strings.Contains(raw, "Lunar") {
			n, ok := lunarDay(args[0], args[1], args[2], false)
			if !ok {
				return "", "", false
			}
			y, m, d := dateOf(n)
			a = time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		}
		switch {
		case strings.Contains(raw, "Before"):
			return "", last(a, "Day"), true
		case strings.Contains(raw, "After"):
			return a.Format(stamp), "", true
		case grain == "Week":
			return a.Format(stamp), last(a, "Week"), true
		}
		return a.Format(stamp), last(a, "Day"), true
	case m[1] == "ym" && len(args) == 2:
		a := at(args)
		return a.Format(stamp), last(a, "Month"), true
	case m[1] == "y" && len(args) == 1:
		a := at(args)
		return a.Format(stamp), last(a, "Year"), true
	case m[1] == "md" && len(args) == 2:
		a := time.Date(y, time.Month(args[0]), args[1], 0, 0, 0, 0, time.UTC)
		return a.Format(stamp), last(a, "Day"), true
	case m[1] == "hms" && len(args) == 3:
		a := day.Add(time.Duration(args[0])*time.Hour + time.Duration(args[1])*time.Minute + time.Duration(args[2])*time.Second)
		return a.Format(stamp), last(a, "Second"), true
	case m[1] == "hm" && len(args) == 2:
		a := day.Add(time.Duration(args[0])*time.Hour + time.Duration(args[1])*time.Minute)
		return a.Format(stamp), last(a, "Minute"), true
	case m[1] == "h" && len(args) == 1:
		a := day.Add(time.Duration(args[0]) * time.Hour)
		return a.Format(stamp), last(a, "Hour"), true
	}
	return "", "", false
}

func TestTimesOfMiNLP(t *testing.T) {
	type row struct {
		ID, Input, Kind string
		Reference       string `json:"reference_time"`
		Expected        []struct{ Text, Raw string }
	}
	var cases []timeCase
	for _, r := range caseLines[row](t, "minlp-duckling.jsonl") {
		if !strings.HasPrefix(r.Kind, "time") || len(r.Expected) != 1 {
			continue
		}
		c := timeCase{id: r.ID, input: r.Input}
		var err error
		c.ref, err = time.Parse(time.RFC3339, r.Reference)
		require.NoError(t, err)
		c.ref = time.Date(c.ref.Year(), c.ref.Month(), c.ref.Day(), c.ref.Hour(), c.ref.Minute(), 0, 0, time.UTC)
		raw := r.Expected[0].Raw
		switch {
		case strings.HasPrefix(raw, "RepeatValue"):
			c.recurring = true
		case strings.HasPrefix(raw, "DurationData"):
			c.none = true
		default:
			var ok bool
			if c.from, c.to, ok = duckling(raw, c.ref); !ok {
				continue
			}
		}
		cases = append(cases, c)
	}
	checkSuite(t, "MiNLP", cases, 0.9)
}

// The extractor's cases of JioNLP and the dates and times of WeTextProcessing tell where times stand.
func TestTimeSpansOfSuites(t *testing.T) {
	type row struct {
		ID, Input, Kind string
		Expected        []struct{ Text string }
	}
	excused := excusedCases(t)
	for file, kinds := range map[string][]string{
		"jionlp.jsonl":           {"time_extractor"},
		"wetextprocessing.jsonl": {"itn/date", "itn/time", "tn/date", "tn/time"},
	} {
		right, counted := 0, 0
		for _, r := range caseLines[row](t, file) {
			if !slices.Contains(kinds, r.Kind) || strings.Count(r.Input, "")-1 > 40 {
				continue
			}
			tx := text.New(r.Input)
			var got, want []string
			for _, m := range readTimes(nil, tx, &home{t: tx, ctx: Context{Published: time.Date(2021, 6, 14, 0, 0, 0, 0, time.UTC)}}) {
				got = append(got, tx.Slice(m.Span))
			}
			for _, e := range r.Expected {
				want = append(want, e.Text)
			}
			ok := slices.Equal(got, want)
			class, listed := excused[r.ID]
			if !listed || class == "missed" {
				counted++
				if ok {
					right++
				}
			}
			if ok == listed {
				t.Errorf("%s\t%s\twant %q\tgot %q", r.ID, r.Input, want, got)
			}
		}
		t.Logf("%s: the spans of %d of %d", file, right, counted)
		assert.GreaterOrEqual(t, float64(right)/float64(counted), 0.9)
	}
}

package numbers

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/text"
)

// checkTime holds what is true of every time: its span lies in the text on rune bounds and after the one before, its notation
// is ISO 8601-2, its first day is not after its last.
func checkTime(t *testing.T, tx *text.Text, m Time, after int) {
	t.Helper()
	s := tx.String()
	require.True(t, 0 <= m.Start && after <= m.Start && m.Start < m.End && m.End <= len(s), "%v after %d in %q", m.Span, after, s)
	require.True(t, tx.Offset(tx.Rune(m.Start)) == m.Start && tx.Offset(tx.Rune(m.End)) == m.End, "%v in %q", m.Span, s)
	surface := s[m.Start:m.End]
	require.NotEmpty(t, m.Kind, surface)
	require.NotEmpty(t, m.Grain, surface)
	require.NotEmpty(t, m.Anchor, surface)
	for _, b := range []string{m.From, m.To} {
		require.True(t, b == "" || isBound(b), "%s: bound %q", surface, b)
	}
	if m.From != "" && m.To != "" && !strings.HasPrefix(m.From, "-") && !strings.HasPrefix(m.To, "-") {
		require.LessOrEqual(t, m.From, m.To, surface)
	}
	require.True(t, m.EDTF == "" || isEDTF(m.EDTF), "%s: %q", surface, m.EDTF)
	if strings.Contains(m.EDTF, "XXXX") {
		require.Empty(t, m.From+m.To, surface)
		require.Equal(t, NoAnchor, m.Anchor, surface)
	}
}

func isBound(s string) bool {
	s = strings.TrimPrefix(s, "-")
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04:05"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	// A leap day of a year before 1 is not one of its positive twin.
	return strings.HasSuffix(s, "-02-29")
}

// isEDTF reports whether s is a date, season or interval of ISO 8601-2 as this package writes them.
func isEDTF(s string) bool {
	if set, ok := strings.CutPrefix(s, "["); ok {
		a, b, ok := strings.Cut(strings.TrimSuffix(set, "]"), "..")
		return ok && strings.HasSuffix(s, "]") && isPoint(a) && isPoint(b)
	}
	a, b, ok := strings.Cut(s, "/")
	if !ok {
		return isPoint(s)
	}
	return (a == ".." || isPoint(a)) && (b == ".." || isPoint(b)) && a != b
}

func isPoint(s string) bool {
	s = strings.TrimSuffix(strings.TrimPrefix(s, "-"), "~")
	date, clock, timed := strings.Cut(s, "T")
	f := strings.Split(date, "-")
	if len(f) > 3 || len(f[0]) != 4 || timed && len(f) != 3 {
		return false
	}
	if timed {
		f = append(f, strings.Split(clock, ":")...)
	}
	if len(f) > 6 {
		return false
	}
	for i, v := range f {
		if i > 0 && len(v) != 2 {
			return false
		}
		v = strings.TrimLeft(v, "0123456789")
		if strings.Trim(v, "X") != "" {
			return false
		}
	}
	return true
}

func checkTimesOf(t *testing.T, s string) {
	t.Helper()
	tx := text.New(s)
	for _, c := range []Context{{}, {Published: time.Date(2026, 6, 15, 10, 30, 0, 0, time.UTC)}, {Published: time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC), Region: "TW"}} {
		after := 0
		for _, m := range readTimes(nil, tx, &home{t: tx, ctx: c}) {
			checkTime(t, tx, m, after)
			after = m.End
		}
	}
}

func FuzzTimes(f *testing.F) {
	for _, s := range []string{
		"4月28日上午，2017年以来，截至6月底，较5月末增加。", "“十四五”期间，公元前221年，民國112年底較10年前減少",
		"2021-04-28T09:30:00+08:00", "2018.03—2020.12", "农历八月十五晚8点至次日凌晨2时", "20世纪90年代末至2008年", "每周三上午9时30分至11时",
		"去年同期、前三季度、1—5月、28、29日", "过去一年，未来三天，三年多来，半年前", "２０２１年２月２９日", "2012年正月初八至十五", "除夕至初三", "14:30-16:00",
		"自2020年1月1日起至2021年12月31日止", "9999年13月32日25时61分", "闰四月初一", "第53周", "第一个星期八",
	} {
		f.Add(s)
	}
	f.Fuzz(checkTimesOf)
}

func TestTimesOfHostileText(t *testing.T) {
	for _, s := range []string{
		strings.Repeat("零", 1<<13), strings.Repeat("9", 1<<13), strings.Repeat("1月", 1<<12), strings.Repeat("年", 1<<13),
		strings.Repeat("2021年至", 1<<11), strings.Repeat("28、", 1<<12), strings.Repeat("上上", 1<<12), strings.Repeat("将3日", 1<<11),
		strings.Repeat("2021-", 1<<11), strings.Repeat("去年同期", 1<<11), strings.Repeat("3:", 1<<12), "\xff\xfe2021\xff年",
	} {
		checkTimesOf(t, s)
	}
}

func BenchmarkTimes(b *testing.B) {
	for _, bench := range []struct{ name, text string }{
		{"news", strings.Repeat("在全面推进乡村振兴的关键节点上，4月28日上午，甲县与乙区召开协作联席会议，共商新一阶段协作。2017年以来，两地先后考察对接20次，召开联席会议17次，累计投入资金1.06亿元，引导7家企业投资兴业，实现消费帮扶1.7亿元，帮助159名群众稳定就业。双方表示，要坚持以协作促发展，不断深化拓展合作，在高质量发展的新征程上展现新作为。\n", 40)},
		{"plain", strings.Repeat("双方表示，要坚持以协作促发展，不断深化拓展合作，在高质量发展的道路上展现新作为，为群众办好事、办实事。\n", 100)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			tx := text.New(bench.text)
			c := Context{Published: time.Date(2026, 6, 15, 0, 0, 0, 0, time.UTC)}
			b.SetBytes(int64(len(bench.text)))
			b.ReportAllocs()
			var dst []Time
			for b.Loop() {
				dst = readTimes(dst[:0], tx, &home{t: tx, ctx: c})
			}
		})
	}
}

package numbers

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestDayNumber(t *testing.T) {
	for n := -800000; n < 120000; n += 37 {
		y, m, d := dateOf(n)
		assert.Equal(t, n, dayNumber(y, m, d))
		want := time.Unix(int64(n)*86400, 0).UTC()
		assert.Equal(t, [3]int{want.Year(), int(want.Month()), want.Day()}, [3]int{y, m, d})
		wd := int(want.Weekday())
		if wd == 0 {
			wd = 7
		}
		assert.Equal(t, wd, weekday(n))
		if t.Failed() {
			return
		}
	}
}

func TestLunarDays(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		leap    bool
		want    string
	}{
		{1900, 1, 1, false, "1900-01-31"}, {1949, 8, 10, false, "1949-10-01"}, {1985, 1, 1, false, "1985-02-20"},
		{2000, 1, 1, false, "2000-02-05"}, {2020, 4, 1, true, "2020-05-23"}, {2023, 2, 1, true, "2023-03-22"},
		{2024, 1, 1, false, "2024-02-10"}, {2025, 6, 1, true, "2025-07-25"}, {2025, 8, 15, false, "2025-10-06"},
		{2026, 1, 1, false, "2026-02-17"}, {2033, 1, 1, false, "2033-01-31"}, {2033, 11, 1, true, "2033-12-22"}, {2100, 1, 1, false, "2100-02-09"},
	} {
		n, ok := lunarDay(c.y, c.m, c.d, c.leap)
		assert.True(t, ok)
		assert.Equal(t, c.want, time.Unix(int64(n)*86400, 0).UTC().Format(time.DateOnly), "%v", c)
	}
	for _, c := range []struct {
		y, m, d int
		leap    bool
	}{{1899, 1, 1, false}, {2101, 1, 1, false}, {2024, 13, 1, false}, {2024, 4, 1, true}, {2024, 1, 30, false}, {2024, 1, 0, false}} {
		_, ok := lunarDay(c.y, c.m, c.d, c.leap)
		assert.False(t, ok, "%v", c)
	}
}

// Every lunar month begins where the one before ends, and the new year lies between 20 January and 21 February.
func TestLunarYears(t *testing.T) {
	next := lunarEpoch
	for y := lunarFirst; y <= lunarLast; y++ {
		for m := 1; m <= 12; m++ {
			for _, leap := range []bool{false, true} {
				if n, length, ok := lunarMonthStart(y, m, leap); ok {
					assert.Equal(t, next, n, "%d-%d", y, m)
					next = n + length
				}
			}
		}
		n, _ := lunarDay(y, 1, 1, false)
		_, m, d := dateOf(n)
		assert.True(t, m == 1 && d >= 20 || m == 2 && d <= 21, "%d: %d-%d", y, m, d)
	}
}

// The sun needs between 14 and 17 days from one term to the next.
func TestSolarTerms(t *testing.T) {
	before := 0
	for y := lunarFirst; y <= lunarLast; y++ {
		for k := range 24 {
			n, ok := solarTermDay(y, k)
			assert.True(t, ok)
			if before != 0 {
				assert.True(t, 14 <= n-before && n-before <= 17, "%d, term %d: %d days", y, k, n-before)
			}
			before = n
		}
	}
	n, _ := solarTermDay(2024, 23)
	assert.Equal(t, dayNumber(2024, 12, 21), n)
	_, ok := solarTermDay(2101, 0)
	assert.False(t, ok)
}

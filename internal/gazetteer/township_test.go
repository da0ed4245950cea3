package gazetteer_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
)

// A township that became a town: the years of the change belong to both.
func ExampleDivision_townships() {
	g := gazetteer.Load()
	n, _ := g.Lookup("俵口乡")
	for _, c := range g.Candidates(n, time.Date(2014, 5, 1, 0, 0, 0, 0, time.UTC)) {
		d := c.Division
		fmt.Println(d.Code, d, d.To)
		for _, s := range d.Successors {
			fmt.Println(s.Code, s, s.From)
		}
	}
	// Output:
	// 120117205 天津市宁河区俵口乡 2017
	// 120117114 天津市宁河区俵口镇 2016
}

// TestTownships follows townships through the lists of the years: each row can be checked in the sources.
func TestTownships(t *testing.T) {
	g := gazetteer.Load()
	for _, tt := range []struct {
		code string
		year int
		name string
		from int
		to   int
		next string
	}{
		{"120117205", 2014, "俵口乡", 0, 2017, "120117114俵口镇"},       // 乡 → 镇
		{"120117114", 2020, "俵口镇", 2016, 0, ""},                   // and what it became
		{"511303116", 2016, "螺溪镇", 0, 2019, "511303009螺溪街道"},      // 镇 → 街道
		{"110106100", 2018, "长辛店镇", 0, 2021, "110106100北宫镇"},      // renamed
		{"110106100", 2022, "北宫镇", 2020, 0, ""},                   //
		{"430822213", 2014, "洪家关乡", 0, 2016, "430822213洪家关白族乡"},   // renamed, as of the second list
		{"110228105", 2012, "巨各庄镇", 0, 2016, "110118105巨各庄镇"},     // its county became a district
		{"371202106", 2017, "雪野镇", 0, 2019, "370116105雪野镇"},       // its city became a district of another
		{"511381118", 2016, "石龙镇", 0, 2019, "511381006河溪街道"},      // merged: its villages tell
		{"650502003", 2016, "新市区街道", 2016, 2018, "650502003城北街道"}, // known by two lists only
		{"620521100", 2005, "永清镇", 0, 0, ""},                      // unchanged
		{"360824104", 2019, "麦斜镇", 0, 2021, "360824104麦㙦镇"},       // some lists lost a character
		{"130682100", 2014, "留早镇", 0, 0, ""},                      // the statistics gave its city another code in 2015
		{"130171101", 2014, "郄马镇", 0, 0, ""},                      // the lists know zones since 2017 only
	} {
		d := g.ByCode(tt.code, in(tt.year))
		require.NotNil(t, d, tt.code)
		next := ""
		for _, s := range d.Successors {
			next += s.Code + s.Name
		}
		require.Equal(t, []any{tt.name, tt.from, tt.to, tt.next}, []any{d.Name, d.From, d.To, next}, tt.code)
	}
}

func TestTownshipCandidates(t *testing.T) {
	g := gazetteer.Load()
	for _, tt := range []struct {
		name string
		year int
		want string
	}{
		{"俵口乡", 2012, "120117俵口乡"},
		{"俵口乡", 2022, "(120117俵口乡)"},
		{"俵口镇", 2012, "(120117俵口镇)"},
		{"俵口镇", 2022, "120117俵口镇"},
		{"长辛店镇", 2015, "110106长辛店镇"},
		{"巨各庄镇", 2012, "110228巨各庄镇"},
		{"巨各庄镇", 2016, "110118巨各庄镇"}, // in the year of the change the new one
		{"巨各庄镇", 2022, "110118巨各庄镇"},
		{"城镇", 2015, "-"}, // a name of two characters that is a word
	} {
		require.Equal(t, tt.want, candidates(g, tt.name, tt.year), "%s in %d", tt.name, tt.year)
	}
}

// TestCodeAt: the code of a township's county is that of the year asked for, before the county had its own and after.
func TestCodeAt(t *testing.T) {
	g := gazetteer.Load()
	for _, tt := range []struct {
		code string
		of   int // the year of the division that is asked for
		year int
		want string
	}{
		{"110228105", 2012, 2012, "110228"},
		{"110228105", 2012, 2022, "110118"},
		{"110228105", 2012, 0, "110228"},
		{"120117205", 2014, 2010, "120221"}, // 宁河县
		{"120117205", 2014, 2022, "120117"},
		{"511381118", 2016, 2022, "511381"},
		{"421303103", 2020, 2004, "421302"}, // 洛阳镇 of 曾都区
	} {
		d := g.ByCode(tt.code, in(tt.of))
		require.NotNil(t, d, tt.code)
		require.Equal(t, tt.want, d.Territory().CodeAt(tt.year, d), "%s %s in %d", tt.code, d, tt.year)
	}
}

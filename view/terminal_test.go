package view_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/view"
)

func ExampleTerminal() {
	p, err := xinwen.New(xinwen.Only(xinwen.People, xinwen.Quantities))
	if err != nil {
		panic(err)
	}
	rec, err := p.Process(context.Background(), &xinwen.Input{ID: "a1", Text: "河北區委書記邵國棟說，累計投入資金１.06億元，超過20家企業參與。", Published: "2021-04-28", URL: "http://news.example.cn/1"})
	if err != nil {
		panic(err)
	}
	if err := view.Terminal(os.Stdout, rec, view.Style{}); err != nil {
		panic(err)
	}
	// Output:
	// 河北區委書記邵國棟說，累計投入資金１.06億元，超過20家企業參與。
	// a1 · 2021-04-28 · zh-Hant
	//
	// People  1
	//   邵國棟  河北区委 书记  120105 天津市›河北区  厅局级正职
	//
	// Figures  2
	//   １.06億元  106,000,000 CNY  money
	//   超過20家   > 20 家          count
}

func TestColourAndMissingStages(t *testing.T) {
	rec := &xinwen.Record{Text: "1家", Quantities: []numbers.Quantity{}}
	var b strings.Builder
	require.NoError(t, view.Terminal(&b, rec, view.Style{Color: true}))
	assert.Contains(t, b.String(), "\x1b[1mFigures\x1b[0m")
	assert.NotContains(t, b.String(), "People", "a stage that was switched off is not shown")
}

// Text comes from strangers: it must not drive the terminal.
func TestControlCharactersAreNotPrinted(t *testing.T) {
	rec := &xinwen.Record{Title: "title", Text: "\x1b[31mred\x07", ID: "x"}
	rec.Title = ""
	var b strings.Builder
	require.NoError(t, view.Terminal(&b, rec, view.Style{}))
	assert.NotContains(t, b.String(), "\x1b")
	assert.NotContains(t, b.String(), "\x07")
}

func TestExplain(t *testing.T) {
	p, err := xinwen.New(xinwen.Only(xinwen.People))
	require.NoError(t, err)
	rec, err := p.Process(context.Background(), &xinwen.Input{Text: "清水县委书记周明远主持会议。"})
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, view.Terminal(&b, rec, view.Style{Explain: true}))
	for _, s := range []string{"office", "place", "620521", "rank", "县处级正职"} {
		assert.Contains(t, b.String(), s)
	}
}

func TestAmount(t *testing.T) {
	n := func(s string) numbers.Number {
		v, err := numbers.ParseNumber(s)
		require.NoError(t, err)
		return v
	}
	for want, q := range map[string]numbers.Quantity{
		"1,234,567.5 CNY": {Value: n("1234567.5"), Lo: n("1234567.5"), Hi: n("1234567.5"), Unit: numbers.Unit{Code: "CNY"}},
		"-12.5 Cel":       {Value: n("-12.5"), Lo: n("-12.5"), Hi: n("-12.5"), Unit: numbers.Unit{Code: "Cel"}},
		"2/3":             {Value: n("2/3"), Lo: n("2/3"), Hi: n("2/3")},
		"> 20 … < 30 a":   {Value: n("20"), Lo: n("20"), Hi: n("30"), LoOpen: true, HiOpen: true, Unit: numbers.Unit{Code: "a"}},
		"≥ 50%":           {Lo: n("50"), Unit: numbers.Unit{Code: "%"}},
		"< 5,000 个":       {Hi: n("5000"), HiOpen: true, Unit: numbers.Unit{Code: "个"}},
		"≈ 5%":            {Value: n("5"), Lo: n("5"), Hi: n("5"), Approx: numbers.About, Unit: numbers.Unit{Code: "%"}},
		"68.5 USD per 桶":  {Value: n("68.5"), Lo: n("68.5"), Hi: n("68.5"), Unit: numbers.Unit{Code: "USD"}, Per: "桶"},
		"10 CNY/TWD/HKD?": {Value: n("10"), Lo: n("10"), Hi: n("10"), Unit: numbers.Unit{Text: "元", Candidates: []string{"CNY", "TWD", "HKD"}}},
	} {
		assert.Equal(t, want, view.Amount(q))
	}
}

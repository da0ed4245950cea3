package numbers_test

import (
	"fmt"

	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/text"
)

func ExampleReader_Read() {
	r, err := numbers.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	t := text.New("全镇220余万亩耕地增产一成五，每亩补贴不超过38.5元。")
	for _, q := range r.Read(t, numbers.Context{}).Quantities {
		fmt.Printf("%s: %s %s..%s %s %q\n", t.Slice(q.Span), q.Kind, q.Lo, q.Hi, q.Unit.Code, q.Per)
	}
	// Output:
	// 220余万亩: measure 2200000..2300000 mu ""
	// 一成五: percent 15..15 % ""
	// 不超过38.5元: money ..38.5 CNY "亩"
}

func ExampleNew() {
	r, err := numbers.New(numbers.WithTrillion())
	if err != nil {
		fmt.Println(err)
		return
	}
	t := text.New("細胞數約為37兆個。")
	for _, q := range r.Read(t, numbers.Context{Region: "TW"}).Quantities {
		fmt.Println(t.Slice(q.Span), q.Value, q.Approx)
	}
	// Output: 37兆個 37000000000000 about
}

func ExampleAppendNumerals() {
	t := text.New("第一批营收1.7亿元，占三分之二，万一不够再加20多元。")
	for _, s := range numbers.AppendNumerals(nil, t) {
		fmt.Println(t.Slice(s))
	}
	// Output:
	// 第一
	// 1.7亿
	// 三分之二
	// 20多
}

func ExampleParseNumber() {
	n, err := numbers.ParseNumber("2/3")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(n, n.Add(numbers.NewNumber(15, -1)), n.Cmp(numbers.NewNumber(1, 0)))
	// Output: 2/3 13/6 -1
}

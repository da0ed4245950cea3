package text_test

import (
	"fmt"

	"github.com/xinwen-go/xinwen/text"
)

func ExampleNew() {
	t := text.New("區委書記說：「增長５％」")
	fmt.Println(string(t.Folded()))
	s := t.Span(0, 4)
	fmt.Println(s, t.Slice(s))
	// Output:
	// 区委书记说:“增长5%”
	// {0 12} 區委書記
}

func ExampleNewAligned() {
	raw, str := "區(qū)委", "區委"
	t, err := text.NewAligned(raw, str, []text.Run{{Raw: text.Span{Start: 3, End: 8}, Text: text.Span{Start: 3, End: 3}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := t.RawSpan(t.Span(0, 2))
	fmt.Println(t, "←", raw[s.Start:s.End])
	// Output: 區委 ← 區(qū)委
}

func ExampleText_Sentences() {
	t := text.New("會議結束。他說：「好！」")
	t.Sentences(func(i, j int) bool {
		fmt.Println(t.SliceRunes(i, j))
		return true
	})
	// Output:
	// 會議結束。
	// 他說：「好！」
}

func ExampleText_Clauses() {
	t := text.New("營收1,000萬元，增長5%。")
	t.Clauses(0, t.Len(), func(i, j int) bool {
		fmt.Println(t.SliceRunes(i, j))
		return true
	})
	// Output:
	// 營收1,000萬元，
	// 增長5%。
}

func ExampleText_Script() {
	fmt.Println(text.New("縣委書記").Script(), text.New("县委书记").Script(), text.New("mayor").Script())
	// Output: zh-Hant zh-Hans other
}

func ExampleFoldString() {
	fmt.Println(text.FoldString("ＧＤＰ增長「５％」"))
	// Output: gdp增长“5%”
}

func ExampleSimplify() {
	fmt.Println(text.Simplify("陳潤華（ＧＤＰ）"))
	// Output: 陈润华（ＧＤＰ）
}

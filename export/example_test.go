package export_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/export"
)

func analyze(text string) *xinwen.Record {
	p, err := xinwen.New()
	if err != nil {
		panic(err)
	}
	rec, err := p.Process(context.Background(), &xinwen.Input{ID: "a", Text: text, Published: "2021-04-28"})
	if err != nil {
		panic(err)
	}
	return rec
}

func ExampleRows_Append() {
	var rows export.Rows
	rows.Append(1, &export.Document{Record: analyze("清水县去年投入资金1.06亿元。")})
	q := rows.Quantities[0]
	fmt.Println(q.Article, q.Text, q.Value, *q.ValueNum, q.UnitCode, q.SpanStart, q.SpanEnd)
	// Output: 1 1.06亿元 106000000 1.06e+08 CNY 9 15
}

func ExampleDocument_AppendJSON() {
	d := export.Document{Record: &xinwen.Record{ID: "b", Script: "zh-Hans", Text: "好。"}, DuplicateOf: "a"}
	line, err := d.AppendJSON(nil)
	fmt.Printf("%s %v\n", line, err)
	// Output: {"id":"b","url":"","charset":"","script":"zh-Hans","title":"","authors":[],"editors":[],"outlet":"","published":"","text":"好。","duplicate_of":"a","skipped":null} <nil>
}

func ExampleNewCSV() {
	dir, err := os.MkdirTemp("", "export")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	w, err := export.NewCSV(dir + "/news")
	if err != nil {
		fmt.Println(err)
		return
	}
	var rows export.Rows
	rows.Append(1, &export.Document{Record: analyze("清水县去年投入资金1.06亿元。")})
	if err := w.Write(&rows); err != nil {
		fmt.Println(err)
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}
	b, err := os.ReadFile(dir + "/news/times.csv")
	fmt.Println(strings.ReplaceAll(string(b), "\r\n", "\n"), err)
	// Output:
	// article,time,span_start,span_end,text,kind,grain,from_iso,to_iso,from_date,to_date,edtf,anchor
	// 1,0,3,5,去年,date,year,2020-01-01,2020-12-31,2020-01-01,2020-12-31,2020,reference
	//  <nil>
}

func ExampleGuard() {
	fmt.Println(export.Guard("=1+1"), export.Unguard("'=1+1"), export.Guard("增长5%"))
	// Output: '=1+1 =1+1 增长5%
}

func ExampleSearchWords() {
	words, err := export.SearchWords("鄉村振興戰略")
	fmt.Println(words, err)
	// Output: 乡村 振兴 战略 <nil>
}

func ExampleBrat() {
	if err := export.Brat(os.Stdout, analyze("河北区委书记邵国栋说，全区去年投入资金1.06亿元。")); err != nil {
		fmt.Println(err)
	}
	// Output:
	// T1	Person 6 9	邵国栋
	// A1	Kind T1 full
	// #1	AnnotatorNotes T1	邵国栋
	// T2	Post 0 6	河北区委书记
	// A2	Kind T2 current
	// #2	AnnotatorNotes T2	河北区委 书记 120105
	// T3	Quantity 19 25	1.06亿元
	// A3	Kind T3 money
	// #3	AnnotatorNotes T3	106000000 CNY
	// T4	Time 13 15	去年
	// A4	Kind T4 date
	// #4	AnnotatorNotes T4	2020
	// T5	Phrase 11 13	全区
	// T6	Phrase 15 19	投入资金
	// R1	holds Arg1:T1 Arg2:T2
	// E1	is:T3 subject:T5 measure:T6 speaker:T1 time:T4
}

func ExampleDisplacy() {
	if err := export.Displacy(os.Stdout, analyze("投入资金1.06亿元。")); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "ents": [
	//     {
	//       "start": 4,
	//       "end": 10,
	//       "label": "Quantity"
	//     }
	//   ],
	//   "text": "投入资金1.06亿元。",
	//   "title": ""
	// }
}

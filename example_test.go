package xinwen_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/xinwen-go/xinwen"
)

func ExamplePipeline_Process() {
	p, err := xinwen.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	rec, err := p.Process(context.Background(), &xinwen.Input{Text: "清水縣委書記周明遠說，2017年以來，全縣累計投入資金1.06億元。"})
	if err != nil {
		fmt.Println(err)
		return
	}
	post := rec.People[0].Posts[0]
	fmt.Println(rec.People[0].Name, post.Org, post.Position, post.Place.Code)
	q := rec.Quantities[0]
	fmt.Println(rec.Slice(q.Span), q.Value, q.Unit.Code)
	fmt.Println(rec.Times[0].EDTF)
	// Output:
	// 周明遠 清水县委 书记 620521
	// 1.06億元 106000000 CNY
	// 2017/..
}

func ExamplePipeline_Run() {
	p, err := xinwen.New(xinwen.Only(xinwen.Quantities), xinwen.WithWorkers(2))
	if err != nil {
		fmt.Println(err)
		return
	}
	docs := func(yield func(*xinwen.Input, error) bool) {
		_ = yield(&xinwen.Input{ID: "a", Text: "增长5.3%。"}, nil) &&
			yield(&xinwen.Input{ID: "b"}, nil) &&
			yield(&xinwen.Input{ID: "c", Text: "增长6.1%。"}, nil)
	}
	for rec, err := range p.Run(context.Background(), docs) {
		if errors.Is(err, xinwen.ErrEmpty) {
			fmt.Println(rec.ID, "is empty")
			continue
		}
		fmt.Println(rec.ID, rec.Quantities[0].Value)
	}
	// Output:
	// a 5.3
	// b is empty
	// c 6.1
}

func ExamplePipeline_ProcessAll() {
	p, err := xinwen.New(xinwen.Only(xinwen.Times))
	if err != nil {
		fmt.Println(err)
		return
	}
	docs := []*xinwen.Input{{ID: "a", Text: "2021年4月28日开工。"}, {ID: "b"}, {ID: "c", Text: "去年竣工。", Published: "2022-05-01"}}
	for _, r := range p.ProcessAll(context.Background(), docs) {
		if r.Err != nil {
			fmt.Println(r.Err)
			continue
		}
		for _, t := range r.Record.Times {
			fmt.Println(r.Record.ID, t.EDTF)
		}
	}
	// Output:
	// a 2021-04-28
	// xinwen: b: input: the document has no text
	// c 2021
}

func ExampleRecord_MarshalJSON() {
	p, err := xinwen.New(xinwen.Only(xinwen.Repairs))
	if err != nil {
		fmt.Println(err)
		return
	}
	rec, err := p.Process(context.Background(), &xinwen.Input{ID: "a", Text: "河北區(qū)委書記"})
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err := json.Marshal(rec)
	fmt.Println(string(b), err)
	// Output: {"id":"a","url":"","charset":"","script":"zh-Hant","title":"","authors":[],"editors":[],"outlet":"","published":"","text":"河北區委書記","repairs":[{"start":3,"end":3,"raw_start":3,"raw_end":7,"raw":"(qū)","kind":"pinyin","certain":true}]} <nil>
}

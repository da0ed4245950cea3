package claims_test

import (
	"fmt"
	"time"

	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// read runs the stages that claims builds on.
func read(str string) *claims.Document {
	published := time.Date(2024, 11, 20, 0, 0, 0, 0, time.UTC)
	r, err := numbers.New()
	must(err)
	s, err := segment.New()
	must(err)
	p, err := entities.New()
	must(err)
	d := &claims.Document{Text: text.New(str)}
	res := r.Read(d.Text, numbers.Context{Published: published})
	d.Quantities, d.Times = res.Quantities, res.Times
	d.Tokens = s.Append(nil, d.Text)
	d.People = p.People(d.Text, d.Tokens, entities.Context{Date: published})
	return d
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func print(d *claims.Document, cs []claims.Claim) {
	name := func(p *claims.Part) string {
		switch {
		case p == nil:
			return "–"
		case p.How == claims.Inherited:
			return "(" + p.Text + ")"
		}
		return p.Text
	}
	for _, c := range cs {
		fmt.Println(name(c.Subject), name(c.Measure), c.Relation, d.Text.Slice(d.Quantities[c.Quantity].Span))
	}
}

func Example() {
	d := read("縣長周明遠說，2019年以來，青禾縣累計投入幫扶資金2.4億元，引導18家企業落戶，貧困率由7.2%降至0.5%。")
	x, err := claims.New()
	must(err)
	cs := x.Append(nil, d)
	print(d, cs)
	c := cs[0]
	fmt.Println(c.Speaker.Text, d.Times[c.Time].EDTF, c.Aspect)
	// Output:
	// 青禾縣 投入幫扶資金 is 2.4億元
	// (青禾縣) 引導企業落戶 is 18家
	// (青禾縣) 貧困率 decrease_to 0.5%
	// 周明遠 2019/.. cumulative
}

// What a clause leaves out is taken from the clauses before it, and marked so.
func ExampleExtractor_Append() {
	d := read("全省粮食产量3120万吨，同比增长2.1%，其中小麦1400万吨，占44.9%。")
	x, err := claims.New()
	must(err)
	print(d, x.Append(nil, d))
	// Output:
	// 全省 粮食产量 is 3120万吨
	// (全省) (粮食产量) increase_by 2.1%
	// (全省) 小麦 is 1400万吨
	// (小麦) 占 share_of 44.9%
}

// 分别 hands figures to subjects in order.
func ExampleNew() {
	x, err := claims.New()
	must(err)
	d := read("广川、平陵两县去年GDP分别为320亿元和185亿元，分别增长6.1%、5.4%。")
	print(d, x.Append(nil, d))
	// Output:
	// 广川 GDP is 320亿元
	// 平陵 GDP is 185亿元
	// (广川) (GDP) increase_by 6.1%
	// (平陵) (GDP) increase_by 5.4%
}

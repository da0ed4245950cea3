package entities_test

import (
	"fmt"
	"strings"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/text"
)

func ExampleExtractor_People() {
	e, err := entities.New()
	if err != nil {
		panic(err)
	}
	t := text.New("河北區委書記陸明遠,區委副書記、區長沈靜波;清水縣委書記杜長河,縣委常委、副縣長彭立新出席。陸明遠說,他將再來。")
	for _, p := range e.People(t, nil, entities.Context{}) {
		for _, q := range p.Posts {
			fmt.Println(p.NameHans, q.Org, q.Position, q.Place.Code, q.Status, q.Rank)
		}
	}
	// Output:
	// 陆明远 河北区委 书记 120105 current 厅局级正职
	// 沈静波 河北区委 副书记 120105 current 厅局级正职
	// 沈静波 河北区政府 区长 120105 current 厅局级正职
	// 杜长河 清水县委 书记 620521 current 县处级正职
	// 彭立新 清水县委 常委 620521 current 县处级副职
	// 彭立新 清水县政府 副县长 620521 current 县处级副职
}

func ExampleExtractor_Trace() {
	e, err := entities.New()
	if err != nil {
		panic(err)
	}
	t := text.New("城关区原区长柳成荫")
	for _, trace := range e.Trace(t, nil, entities.Context{}) {
		fmt.Println(trace.Person, trace.Post.Org, trace.Post.Position)
		for _, s := range trace.Steps {
			fmt.Printf("  %s: %s\n", s.Field, strings.TrimSpace(s.Rule+" "+s.Detail))
		}
	}
	// Output:
	// 柳成荫 城关区政府 区长
	//   office: title before the name 区长
	//   org: named in full 城关区政府
	//   place: undecided 540102 620102
	//   status: former
}

func ExampleExtractor_Places() {
	e, err := entities.New()
	if err != nil {
		panic(err)
	}
	t := text.New("代表团从和平区出发,前往甘肃省清水县,途经天水市。")
	for _, p := range e.Places(t, nil, entities.Context{Hints: []string{"天津"}}) {
		fmt.Println(t.Slice(p.Span), p.Code, p.How)
	}
	// Output:
	// 和平区 120101 hint
	// 甘肃省 620000 unique
	// 清水县 620521 unique
	// 天水市 620500 unique
}

func ExampleExtractor_Organisations() {
	e, err := entities.New()
	if err != nil {
		panic(err)
	}
	t := text.New("清水县委、县政府召开会议,县教育局和天水市人大常委会派员参加。")
	for _, o := range e.Organisations(t, nil, entities.Context{}) {
		fmt.Println(t.Slice(o.Span), o.Name, o.Place.Code)
	}
	// Output:
	// 清水县委 清水县委 620521
	// 县政府 清水县政府 620521
	// 县教育局 清水县教育局 620521
	// 天水市人大常委会 天水市人大常委会 620500
}

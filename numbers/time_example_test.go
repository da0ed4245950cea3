package numbers_test

import (
	"fmt"
	"time"

	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/text"
)

func ExampleReader_Read_times() {
	r, err := numbers.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	t := text.New("截至6月底，全镇已有30家合作社，较去年同期增加5家。9月10日上午将开工，次日起试运行；正月十五、每周三和三年前另计。")
	published := time.Date(2026, 7, 7, 0, 0, 0, 0, time.UTC)
	for _, m := range r.Read(t, numbers.Context{Published: published}).Times {
		fmt.Printf("%s: %s %s %q..%q %s\n", t.Slice(m.Span), m.Kind, m.EDTF, m.From, m.To, m.Anchor)
	}
	// Output:
	// 截至6月底: period ../2026-06-30 "".."2026-06-30" reference
	// 去年同期: date 2025-06-30 "2025-06-30".."2025-06-30" text
	// 9月10日上午: date 2026-09-10 "2026-09-10".."2026-09-10" reference
	// 次日起: period 2026-09-11/.. "2026-09-11".."" text
	// 正月十五: date 2026-03-03 "2026-03-03".."2026-03-03" reference
	// 每周三: recurring  "".."" none
	// 三年前: duration 2023 "2023-01-01".."2023-12-31" reference
}

// Without a time of publication, what is not known stays X.
func ExampleReader_Read_unknownYear() {
	r, err := numbers.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	t := text.New("4月28日上午，两地签约。2017年以来，往来不断。")
	for _, m := range r.Read(t, numbers.Context{}).Times {
		fmt.Println(t.Slice(m.Span), m.EDTF, m.Anchor)
	}
	// Output:
	// 4月28日上午 XXXX-04-28 none
	// 2017年以来 2017/.. absolute
}

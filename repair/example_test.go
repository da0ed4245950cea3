package repair_test

import (
	"fmt"

	"github.com/xinwen-go/xinwen/repair"
	"github.com/xinwen-go/xinwen/text"
)

func ExampleRepairer_Repair() {
	r, err := repair.New()
	if err != nil {
		panic(err)
	}
	raw := "這是一部?jī)傻財(cái)y手共奔小康的歷史,兩地打響了脫貧攻堅(jiān)戰(zhàn)。"
	s, edits := r.Repair(raw)
	fmt.Println(s)
	for _, e := range edits {
		fmt.Printf("%s %q -> %q\n", e.Kind, raw[e.Raw.Start:e.Raw.End], s[e.Text.Start:e.Text.End])
	}
	// Output:
	// 這是一部兩地攜手共奔小康的歷史,兩地打響了脫貧攻堅戰。
	// gbk "?jī)傻財(cái)y" -> "兩地攜"
	// pinyin "(jiān)" -> ""
	// pinyin "(zhàn)" -> ""
}

// A text that only looks damaged comes back as it is.
func ExampleRepairer_Repair_clean() {
	r, err := repair.New()
	if err != nil {
		panic(err)
	}
	s, edits := r.Repair("重庆(Chóngqìng)的GDP(国内生产总值)、银行(háng)的“行”怎么读?!")
	fmt.Println(s, len(edits))
	// Output:
	// 重庆(Chóngqìng)的GDP(国内生产总值)、银行(háng)的“行”怎么读?! 0
}

func ExampleRepairer_Repair_aligned() {
	r, err := repair.New()
	if err != nil {
		panic(err)
	}
	raw := "&ldquo;乡村振兴&rdquo;是ä¸\u00adå›½的大事。"
	s, edits := r.Repair(raw)
	runs := make([]text.Run, len(edits))
	for i, e := range edits {
		runs[i] = e.Run
	}
	t, err := text.NewAligned(raw, s, runs)
	if err != nil {
		panic(err)
	}
	raws := t.RawSpan(text.Span{Start: 0, End: len("“乡村")})
	fmt.Println(t.String(), raw[raws.Start:raws.End])
	// Output:
	// “乡村振兴”是中国的大事。 &ldquo;乡村
}

func ExampleRepairer_Detect() {
	r, err := repair.New()
	if err != nil {
		panic(err)
	}
	report := r.Detect("區(qū)委書記劉志說,要?jiǎng)?chuàng)造良好的環(huán)境,聯(lián)系群眾。")
	fmt.Println(report.Families, report.Decoder, report.Evidence.Kinds, report.Evidence.Straddled)
	// Output:
	// [annotation] question mark 3 2
}

func ExampleWithout() {
	r, err := repair.New(repair.Without(repair.Entity))
	if err != nil {
		panic(err)
	}
	s, _ := r.Repair("AT&amp;T\u200b公司")
	fmt.Println(s)
	// Output:
	// AT&amp;T公司
}

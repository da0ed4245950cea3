package segment_test

import (
	"fmt"
	"strings"

	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

func ExampleSegmenter_Append() {
	s, err := segment.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	t := text.New("4月28日上午,清水縣副縣長李建勇說,今年投入1.06億元。")
	for _, k := range s.Append(nil, t) {
		fmt.Printf("%s/%s ", t.Slice(k.Span), k.POS)
	}
	fmt.Println()
	// Output: 4月/t 28日/t 上午/t ,/w 清水縣/ns 副/b 縣長/n 李建勇/nr 說/v ,/w 今年/t 投入/v 1.06億/m 元/q 。/w
}

// Words of the caller go before the lexicon and the model.
func ExampleWithWords() {
	t := text.New("记者采访天马行空公司。")
	for _, opts := range [][]segment.Option{nil, {segment.WithWords(segment.Word{Text: "天马行空公司", POS: segment.NT})}} {
		s, err := segment.New(opts...)
		if err != nil {
			fmt.Println(err)
			return
		}
		var words []string
		for _, k := range s.Append(nil, t) {
			words = append(words, t.Slice(k.Span))
		}
		fmt.Println(strings.Join(words, " "))
	}
	// Output:
	// 记者 采访 天马行空 公司 。
	// 记者 采访 天马行空公司 。
}

// A list of words has one word a line, with its weight and part of speech where they matter. Errors name the line.
func ExampleReadWords() {
	words, err := segment.ReadWords(strings.NewReader("# 本报用词\n云计算 5 n\n河西新城 ns\n"))
	fmt.Println(words, err)
	_, err = segment.ReadWords(strings.NewReader("云计算 5 n\n雲計算\n"))
	fmt.Println(err)
	// Output:
	// [{云计算 n 5} {河西新城 ns 0}] <nil>
	// segment: words, line 2: "雲計算" is on line 1 already
}

func ExampleWithWordList() {
	_, err := segment.New(segment.WithWordList(strings.NewReader("云计算 1e99 n")))
	fmt.Println(err)
	// Output: segment: words, line 1: "云计算": weight 1e+99 is out of range (at most 1e+06)
}

// For an index, the words inside longer words are wanted too.
func ExampleWithSearch() {
	s, err := segment.New(segment.WithSearch())
	if err != nil {
		fmt.Println(err)
		return
	}
	t := text.New("国家统计局公布固定资产投资。")
	for _, k := range s.Append(nil, t) {
		fmt.Print(t.Slice(k.Span), " ")
	}
	fmt.Println()
	// Output: 国家 统计 统计局 国家统计局 公布 固定 资产 固定资产 投资 。
}

func ExampleWithDictionaryOnly() {
	s, err := segment.New(segment.WithDictionaryOnly())
	if err != nil {
		fmt.Println(err)
		return
	}
	t := text.New("他们召开了联席会议。")
	for _, k := range s.Append(nil, t) {
		fmt.Print(t.Slice(k.Span), " ")
	}
	fmt.Println()
	// Output: 他们 召开 了 联席会议 。
}

func ExampleParsePOS() {
	fmt.Println(segment.ParsePOS("ns"))
	fmt.Println(segment.ParsePOS("no"))
	// Output:
	// ns true
	// x false
}

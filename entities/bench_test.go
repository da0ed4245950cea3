package entities_test

import (
	"strings"
	"testing"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/text"
)

// news is a report about invented people in the manner of a local paper.
const news = `陇山新闻网讯(记者 何小满)8月12日上午,天水市委书记郑国安,市委副书记、市长柳成荫一行到清水县调研产业发展情况。清水县委书记杜长河,县委常委、常务副县长彭立新,县人大常委会副主任袁素芬陪同。
郑国安先后来到红堡镇、白驼镇,详细了解苹果园的管理和销售情况。他强调,要把产业做大做强,让群众的收入稳定增长。柳成荫要求,有关部门要加强技术服务,帮助农户解决实际困难,确保秋收顺利。
今年上半年,全县完成农业增加值12.6亿元,同比增长6.3%,新建果园3200亩,带动5000多户农户增收。下一步,清水县将继续完善基础设施,推进冷链物流建设,拓宽销售渠道,打造区域公用品牌。
省农业农村厅副厅长沈静波、市农业农村局局长廖志远参加调研。
`

func BenchmarkPeople(b *testing.B) {
	e, err := entities.New()
	if err != nil {
		b.Fatal(err)
	}
	for name, s := range map[string]string{
		"Article": news,
		"Long":    strings.Repeat(news, 50),
		"Plain":   strings.Repeat("春天来了,山上的桃花开得正好,孩子们在河边放风筝。傍晚下了一场小雨,空气里有泥土的味道。\n", 200),
		"Names":   "出席会议的有副市长" + strings.Repeat("王建国、李素芬、", 5000),
		"Deputy":  strings.Repeat("副", 20000),
		"Titles":  strings.Repeat("市委书记、副市长、", 3000),
	} {
		t := text.New(s)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				e.People(t, nil, entities.Context{})
			}
		})
	}
}

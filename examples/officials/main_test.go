package main

import (
	"fmt"
	"os"
)

func Example() {
	if err := table(os.Stdout, samples...); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 罗建民	临渭区委	书记	610502	current	区委书记
	// 陶静怡	临渭区委	副书记	610502	current	区委副书记
	// 陶静怡	临渭区政府	区长	610502	current	区长
	// 高振华	临渭区人大常委会	主任	610502	current	区人大常委会主任
	// 石文涛	临渭区政协	主席	610502	current	区政协主席
	// 贺晓东	临渭区政府	副区长	610502	current	副区长
	// 郑一帆	临渭区农业农村局	局长	610502	current	区农业农村局局长
	// 韩立新	松原市政府	副市长	220700	appointed	松原市人民政府副市长
	// 白雪莹	松原市教育局	局长	220700	appointed	松原市教育局局长
	// 阿古拉	松原市民族宗教事务局	局长	220700	appointed	松原市民族宗教事务局局长
	// 欧阳德胜	松原市财政局	局长	220700	dismissed	松原市财政局局长
	// 付国栋	松原市监委	副主任	220700	dismissed	松原市监察委员会副主任
	// 冯玉山	松原市人大常委会	主任	220700	current	市人大常委会主任
	// 林敬棠	花莲县政府	县长	710000	current	花蓮縣長
	// 叶书宏	花莲县政府	副县长	710000	current	副縣長
	// 曾淑惠	花莲县政府农业处	处长	710000	current	農業處處長
	// 郑维哲	台湾立法院	立法委员	710000	current	立法委員
}

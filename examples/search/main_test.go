package main

import (
	"fmt"
	"os"
)

func Example() {
	if err := register(); err != nil {
		fmt.Println(err)
		return
	}
	for _, query := range []string{"统计", "統計", "农村"} {
		fmt.Println(query)
		if err := find(os.Stdout, query, samples...); err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// 统计
	// ../../testdata/economy.txt
	// 	电（记者 方知远）浙江省[统计]局18日发布的数据显示，
	// 	省[统计]局副局长钱以宁介绍，二季
	// ../../testdata/taiwan.txt
	// 	過境後，花蓮縣政府農業處[統計]，截至10月5日下午5時
	// 統計
	// ../../testdata/economy.txt
	// 	电（记者 方知远）浙江省[统计]局18日发布的数据显示，
	// 	省[统计]局副局长钱以宁介绍，二季
	// ../../testdata/taiwan.txt
	// 	過境後，花蓮縣政府農業處[統計]，截至10月5日下午5時
	// 农村
	// ../../testdata/meeting.txt
	// 	长贺晓东出席会议。区农业[农村]局局长郑一帆主持会议。
}

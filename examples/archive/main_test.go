package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func Example() {
	dir, err := os.MkdirTemp("", "archive")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	if err := run(os.Stdout, filepath.Join(dir, "news.sqlite")); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 34 documents, 17 copies, 2 not Chinese, 2 damaged
	//
	// Who leads 清水县, and when was it in the news?
	//   喻承平 | 清水县委书记 | 2024-02-28 | 2024-05-16 | 2
	//   鄢立诚 | 清水县委书记 | 2024-02-28 | 2024-02-28 | 1
	//   喻承平 | 清水县委副书记 | 2023-06-20 | 2023-06-20 | 1
	//   柏文澜 | 清水县委副书记 | 2024-02-28 | 2024-05-16 | 2
	//   柏文澜 | 清水县政府副县长 | 2023-06-20 | 2023-06-20 | 1
	//   喻承平 | 清水县政府县长 | 2023-06-20 | 2023-06-20 | 1
	//   柏文澜 | 清水县政府县长 | 2024-02-28 | 2024-05-16 | 2
	//
	// What are the largest sums of money, and who names them?
	//   1326.8亿元 | 进出口总额 | 佛山市统计局 | 2024-04-23
	//   1041.5亿元 | 出口 |  | 2024-04-23
	//   312亿元 | 家电出口 |  | 2024-04-23
	//   285.3亿元 | 进口 |  | 2024-04-23
	//   超过130亿元 | 在手订单 | 晏海山 | 2024-08-29
	//
	// Which articles tell of cooperation between east and west, and how often were they copied?
	//   a03 | 河北区与清水县举行东西部协作座谈会 | 5
}

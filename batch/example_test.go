package batch_test

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/batch"
	"github.com/xinwen-go/xinwen/corpus"
	"github.com/xinwen-go/xinwen/export"
)

func ExampleRun() {
	dir, err := os.MkdirTemp("", "batch")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	reader, err := corpus.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	sum, err := batch.Run(context.Background(), batch.Config{
		Documents: func(skip int64) iter.Seq2[*xinwen.Input, error] {
			return reader.FilesFrom(skip, "../testdata/archive/news.jsonl")
		},
		Stamp:    []string{"example"},
		Pipeline: []xinwen.Option{xinwen.Only(xinwen.Quantities)},
		Out:      filepath.Join(dir, "news.csv"), Format: export.CSV,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(sum.In, "documents,", sum.Copies, "copies,", sum.Skipped[export.NotChinese], "not Chinese,", sum.Failed, "failed")
	b, err := os.ReadFile(filepath.Join(dir, "news.csv", "quantities.csv"))
	fmt.Println(bytes.Count(b, []byte("\n")) > 50, err)
	// Output:
	// 17 documents, 2 copies, 1 not Chinese, 1 failed
	// true <nil>
}

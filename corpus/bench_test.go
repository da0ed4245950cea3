package corpus_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xinwen-go/xinwen/corpus"
	"github.com/xinwen-go/xinwen/corpus/warc"
)

const articleText = "清水县委副书记、县长喻承平说，今年全县还将投入3400万元，改造农村公路72公里，惠及沿线6个乡镇8.3万名群众。"

// BenchmarkFiles reads 2000 documents of 3 KB; bytes are those of the documents.
func BenchmarkFiles(b *testing.B) {
	const n = 2000
	var lines, table strings.Builder
	var pages bytes.Buffer
	table.WriteString("id,text\n")
	w := warc.NewWriter(&pages)
	size := 0
	for i := range n {
		text := fmt.Sprint(i, strings.Repeat(articleText, 20))
		size += len(text)
		fmt.Fprintf(&lines, "{\"id\":\"%d\",\"text\":%q}\n", i, text)
		fmt.Fprintf(&table, "%d,\"%s\"\n", i, text)
		_, err := w.Write(&warc.Draft{Type: warc.TypeResponse, URL: "http://news.example/", Head: []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), Payload: []byte(text)})
		if err != nil {
			b.Fatal(err)
		}
	}
	for _, c := range []struct {
		name    string
		format  corpus.Format
		content string
		skip    int64
	}{
		{"jsonl", corpus.JSONL, lines.String(), 0},
		{"jsonl.gz", corpus.JSONL, gz(b, lines.String()), 0},
		{"jsonl skipped", corpus.JSONL, lines.String(), n},
		{"csv", corpus.CSV, table.String(), 0},
		{"warc.gz", corpus.WARC, pages.String(), 0},
		{"warc.gz skipped", corpus.WARC, pages.String(), n},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				got := 0
				for _, err := range stdin(b, c.format, c.content).FilesFrom(c.skip, "-") {
					if err != nil {
						b.Fatal(err)
					}
					got++
				}
				if got != n-int(c.skip) {
					b.Fatal(got)
				}
			}
		})
	}
}

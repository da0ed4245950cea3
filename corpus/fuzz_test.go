package corpus_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus"
)

// everything reads bytes as one format and holds what is true of every reading: each item is a document with a source or an
// error with a place, no document is over the limit, and reading from the middle gives the rest.
func everything(t *testing.T, format corpus.Format, content string) {
	const limit = 1000
	read := func(from int64) (items []string) {
		for doc, err := range stdin(t, format, content, corpus.WithMaxBytes(limit)).FilesFrom(from, "-") {
			require.NotNil(t, doc)
			if err != nil {
				require.NotEmpty(t, doc.ID)
				var e *xinwen.Error
				require.ErrorAs(t, err, &e)
				items = append(items, err.Error())
				continue
			}
			require.LessOrEqual(t, len(doc.HTML)+len(doc.Plain), 3*limit+64<<10)
			items = append(items, doc.ID+doc.Source+doc.Text+string(doc.HTML)+string(doc.Plain))
		}
		return items
	}
	all := read(0)
	half := len(all) / 2
	rest := read(int64(half))
	require.Equal(t, len(all)-half, len(rest))
	for i, s := range rest {
		require.Equal(t, all[half+i], s)
	}
}

func FuzzJSON(f *testing.F) {
	f.Add(`[{"id":"a","text":"一"},{"id":"b","text":"[\"\\"}, 3]`)
	f.Add("{\"id\":\"a\",\"text\":\"一\"}\n{\"html_base64\":\"eA==\"}")
	f.Fuzz(func(t *testing.T, s string) { everything(t, corpus.JSON, s) })
}

func FuzzTable(f *testing.F) {
	f.Add("id,text\r\n1,\"一\"\"\r\n二\"\r\n\r\n2,\"a\" b\r\n\"3")
	f.Add("id;text\n1;\xd2\xbb\n")
	f.Add("\xFF\xFEt\x00e\x00x\x00t\x00\n\x00a\x00")
	f.Fuzz(func(t *testing.T, s string) { everything(t, corpus.CSV, s) })
}

func FuzzArchive(f *testing.F) {
	files := []file{{"a.txt", "一"}, {"b.jsonl", "{\"id\":\"b\",\"text\":\"二\"}\n"}, {"c.csv", "id,text\n1,三"}}
	f.Add(zipped(f, files...))
	f.Add(zipped(f, file{"n.zip", zipped(f, files...)}))
	f.Add(tarred(f, files...))
	f.Add(gz(f, tarred(f, files...)))
	f.Add(zst(f, strings.Repeat("{\"id\":\"b\",\"text\":\"二\"}\n", 5)))
	f.Add(bz2)
	f.Fuzz(func(t *testing.T, s string) { everything(t, corpus.Auto, s) })
}

func FuzzWARC(f *testing.F) {
	s := sample(f, "news.warc.gz")
	f.Add(s[:4000])
	f.Add(s[13000:16000])
	f.Add("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 48\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>一\r\n\r\n")
	f.Fuzz(func(t *testing.T, s string) { everything(t, corpus.WARC, s) })
}

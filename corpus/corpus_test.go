package corpus_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus"
)

func ExampleReader_Files() {
	r, err := corpus.New(corpus.WithStdin(strings.NewReader(`{"id":"a","text":"一"}
oops
{"id":"b","text":"二"}`)))
	if err != nil {
		fmt.Println(err)
		return
	}
	for doc, err := range r.Files("-") {
		if err != nil {
			fmt.Println("cannot read", doc.ID)
			continue
		}
		fmt.Println(doc.ID, doc.Text)
	}
	// Output:
	// a 一
	// cannot read -#2
	// b 二
}

func ExampleNew() {
	r, err := corpus.New(
		corpus.WithFormat(corpus.CSV),
		corpus.WithKeys(corpus.Keys{ID: "编号", Text: "正文", Published: "日期"}),
		corpus.WithStdin(strings.NewReader("编号,日期,正文\n7,2024/3/5,\"全县投入1.7亿元。\n增长5.3%。\"\n")))
	if err != nil {
		fmt.Println(err)
		return
	}
	for doc, err := range r.Files("-") {
		fmt.Printf("%s %s %q %v\n", doc.ID, doc.Published, doc.Text, err)
	}
	// Output: 7 2024-03-05 "全县投入1.7亿元。\n增长5.3%。" <nil>
}

func ExampleReader_FilesFrom() {
	r, err := corpus.New(corpus.WithFormat(corpus.JSONL), corpus.WithStdin(strings.NewReader(`{"id":"a","text":"一"}
{"id":"b","text":"二"}
{"id":"c","text":"三"}`)))
	if err != nil {
		fmt.Println(err)
		return
	}
	const done = 2 // as a run has noted that was broken off
	for doc, err := range r.FilesFrom(done, "-") {
		fmt.Println(doc.ID, err)
	}
	// Output: c <nil>
}

func ExampleReader_Size() {
	var read atomic.Int64
	r, err := corpus.New(corpus.WithConsumed(&read))
	if err != nil {
		fmt.Println(err)
		return
	}
	const path = "../testdata/archive/news.warc.gz"
	size := r.Size(path)
	for range r.Files(path) {
		_ = 100 * read.Load() / size // percent done
	}
	fmt.Println(100 * read.Load() / size)
	// Output: 100
}

func ExampleReader_Walk() {
	r, err := corpus.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	for path, err := range r.Walk("../testdata/archive") {
		fmt.Println(path, err)
	}
	// Output:
	// ../testdata/archive/news.jsonl <nil>
	// ../testdata/archive/news.warc.gz <nil>
}

func TestBadOptions(t *testing.T) {
	_, err := corpus.New(corpus.WithFormat("pdf"))
	assert.ErrorContains(t, err, "pdf")
	_, err = corpus.New(corpus.WithMaxBytes(0))
	assert.Error(t, err)
}

func TestEarlyBreak(t *testing.T) {
	dir := t.TempDir()
	for i := range 5 {
		require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprint(i, ".txt")), []byte("好"), 0o644))
	}
	r, err := corpus.New()
	require.NoError(t, err)
	n := 0
	for range r.Files(dir, dir) {
		if n++; n == 3 {
			break
		}
	}
	assert.Equal(t, 3, n)
}

func TestByteOrderMarkAndCRLF(t *testing.T) {
	r, err := corpus.New(corpus.WithFormat(corpus.JSONL), corpus.WithStdin(strings.NewReader("\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"一\"}\r\n\r\n{\"id\":\"b\",\"text\":\"二\"}\r\n")))
	require.NoError(t, err)
	var ids []string
	for doc, err := range r.Files("-") {
		require.NoError(t, err)
		ids = append(ids, doc.ID)
	}
	assert.Equal(t, []string{"a", "b"}, ids)
}

// FuzzJSONLines: whatever the input, each non-blank line is yielded once, in order, as a document or as an error with an ID.
func FuzzJSONLines(f *testing.F) {
	f.Add([]byte(`{"id":"a","text":"一"}` + "\nnot JSON\n\n{}\n"))
	f.Add([]byte(`{"id":null,"html_base64":"!!"}`))
	f.Add([]byte("\xEF\xBB\xBF{\"id\":12,\"html\":\"<p>\"}\r\n" + strings.Repeat("x", 70000)))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := corpus.New(corpus.WithFormat(corpus.JSONL), corpus.WithMaxBytes(1000), corpus.WithStdin(bytes.NewReader(b)))
		require.NoError(t, err)
		want := 0
		for i, line := range bytes.Split(b, []byte("\n")) {
			line = bytes.TrimRight(line, "\r\n")
			if i == 0 {
				line = bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF"))
			}
			if len(bytes.TrimSpace(line)) > 0 {
				want++
			}
		}
		got := 0
		for doc, err := range r.Files("-") {
			got++
			require.NotNil(t, doc)
			if err != nil {
				require.NotEmpty(t, doc.ID)
				var e *xinwen.Error
				require.ErrorAs(t, err, &e)
				continue
			}
			require.True(t, doc.HTML != nil || doc.Plain == nil)
			require.NotEmpty(t, doc.Source)
		}
		require.Equal(t, want, got)
	})
}

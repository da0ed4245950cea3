package corpus_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/xinwen-go/xinwen/corpus"
)

// list reads everything: "id text" for a document, "! id message" for an error.
func list(t testing.TB, r *corpus.Reader, paths ...string) (items []string) {
	t.Helper()
	for doc, err := range r.Files(paths...) {
		require.NotNil(t, doc)
		if err != nil {
			require.NotEmpty(t, doc.ID)
			items = append(items, "! "+err.Error())
			continue
		}
		id := doc.ID
		if id == "" {
			id = doc.Source
		}
		items = append(items, id+" "+doc.Text+string(doc.Plain)+string(doc.HTML))
	}
	return items
}

func reader(t testing.TB, opts ...corpus.Option) *corpus.Reader {
	t.Helper()
	r, err := corpus.New(opts...)
	require.NoError(t, err)
	return r
}

func stdin(t testing.TB, format corpus.Format, content string, opts ...corpus.Option) *corpus.Reader {
	t.Helper()
	return reader(t, append(opts, corpus.WithFormat(format), corpus.WithStdin(strings.NewReader(content)))...)
}

func gz(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(s))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.String()
}

func zst(t testing.TB, s string) string {
	t.Helper()
	z, err := zstd.NewWriter(nil)
	require.NoError(t, err)
	return string(z.EncodeAll([]byte(s), nil))
}

type file struct{ name, content string }

func zipped(t testing.TB, files ...file) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		m, err := w.Create(f.name)
		require.NoError(t, err)
		_, err = m.Write([]byte(f.content))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.String()
}

func tarred(t testing.TB, files ...file) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		require.NoError(t, w.WriteHeader(&tar.Header{Name: f.name, Size: int64(len(f.content)), Mode: 0o644, Format: tar.FormatGNU}))
		_, err := w.Write([]byte(f.content))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.String()
}

// bz2 is bzip2 of "增长\n", which the standard library can only read.
const bz2 = "BZh91AY&SY\x90Z\x0e\x11\x00\x00\x02\xc09\x00\x10\x02\x01\x10\x00\x00\x00\x82  \x00\x22\x03e\x08`\x22 \xf8\xbb\x92)\xc2\x84\x84\x82\xd0p\x88"

func TestJSON(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		want    []string
	}{
		"array":         {` [ {"id":"a","text":"一"} , {"id":"b","text":"[二]{\"\\"} ]`, []string{"a 一", `b [二]{"\`}},
		"one object":    {"\xEF\xBB\xBF{\n\"id\":\"a\",\n\"text\":\"一\"}", []string{"a 一"}},
		"in sequence":   {"{\n\"id\":\"a\",\"text\":\"一\"}\n{\"id\":\"b\",\"text\":\"二\"}", []string{"a 一", "b 二"}},
		"lines":         {"{\"id\":\"a\",\"text\":\"一\"}\n{\"id\":\"b\n{\"id\":\"c\",\"text\":\"三\"}", []string{"a 一", "! xinwen: -#2: read: line 2: not a JSON object: unexpected end of JSON input at byte 8", "c 三"}},
		"not objects":   {`[1, "two, three", null, [4, {"x":"]"}], {"id":"a","text":"一"}]`, []string{"! xinwen: -#1: read: record 1: not an input record: the record is a JSON number", "! xinwen: -#2: read: record 2: not an input record: the record is a JSON string", "! xinwen: -#3: read: record 3: the record has 0 of text, html and html_base64: it needs exactly one", "! xinwen: -#4: read: record 4: not an input record: the record is a JSON array", "a 一"}},
		"broken record": {`[{"id":"a","text":}, {"id":"b","text":"二"}]`, []string{"! xinwen: -#1: read: record 1: not a JSON object: invalid character '}' looking for beginning of value at byte 18", "b 二"}},
		"cut":           {`[{"id":"a","text":"一"}, {"id":"b","text":"二`, []string{"a 一", "! xinwen: -#2: read: unexpected EOF: the last record has no end"}},
		"empty":         {`[]`, nil},
		"nothing":       {"", nil},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, list(t, stdin(t, corpus.JSON, c.content), "-"))
		})
	}
}

func TestKeys(t *testing.T) {
	const lines = `{"ID":7,"meta":{"link":"http://news.example/7","when":"2024/3/5","head":{"line":"标题"}},"content":"正文","html":"<p>不要"}
{"ID":8,"meta":"none","content":"二","meta.link":"http://news.example/8"}
{"ID":9}
{"ID":10,"content":"","page":"<p>页"}
`
	r := stdin(t, corpus.JSONL, lines, corpus.WithKeys(corpus.Keys{Text: "content", HTML: "page", ID: "ID", URL: "meta.link", Published: "meta.when", Title: "meta.head.line"}))
	var got []string
	for doc, err := range r.Files("-") {
		got = append(got, fmt.Sprint(doc.ID, "|", doc.URL, "|", doc.Published, "|", doc.Title, "|", doc.Text, "|", string(doc.HTML), "|", err))
	}
	assert.Equal(t, []string{
		"7|http://news.example/7|2024-03-05|标题|正文||<nil>",
		"8|http://news.example/8|||二||<nil>",
		"9||||||xinwen: 9: read: line 3: the record has no content and no page",
		"10|||||<p>页|<nil>",
	}, got)
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03-05": "2024-03-05", "2024/3/5": "2024-03-05", "2024/3/5 9:05": "2024-03-05T09:05:00", "2024年3月5日": "2024-03-05", "20240305": "2024-03-05",
		" 2024-03-05T09:05:00+08:00 ": "2024-03-05T09:05:00+08:00", "someday": "someday", "": "",
	} {
		for doc, err := range stdin(t, corpus.JSONL, fmt.Sprintf(`{"text":"一","published":%q}`, in)).Files("-") {
			require.NoError(t, err)
			assert.Equal(t, want, doc.Published)
		}
	}
}

func TestTables(t *testing.T) {
	const table = "id,title,text,published\r\n1,甲,\"第一行\r\n第二行，\"\"引号\"\"\",2024/3/5\r\n\r\n2,,\"a\" b\",\r\n3\r\n,,,\r\n4,5\" 屏,好 \"x\",2024-03-06\r\n"
	want := []string{"1 第一行\r\n第二行，\"引号\"", "2 a\" b", "! xinwen: -#5: read: the row has 1 columns, fewer than that of the text", "4 好 \"x\""}
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String(table)
	require.NoError(t, err)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.ReplaceAll(table, ",", "\t"))
	require.NoError(t, err)
	for name, c := range map[string]struct {
		format  corpus.Format
		content string
		keys    corpus.Keys
		want    []string
	}{
		"UTF-8":           {corpus.CSV, table, corpus.Keys{}, want},
		"byte order mark": {corpus.CSV, "\xEF\xBB\xBF" + table, corpus.Keys{}, want},
		"no last newline": {corpus.CSV, strings.TrimSpace(table), corpus.Keys{}, want},
		"GBK":             {corpus.CSV, gbk, corpus.Keys{}, want},
		"UTF-16, tabs":    {corpus.TSV, wide, corpus.Keys{}, want},
		"semicolons":      {corpus.CSV, strings.ReplaceAll(table, ",", ";"), corpus.Keys{}, want},
		"other names":     {corpus.CSV, "编号,正文\n1,一\n", corpus.Keys{Text: "正文", ID: "编号"}, []string{"1 一"}},
		"pages":           {corpus.CSV, "id,html,text\n1,<p>一,\n2,,二\n", corpus.Keys{Text: "text", HTML: "html"}, []string{"1 <p>一", "2 二"}},
		"no names":        {corpus.TSV, "1\t一\n2\t二\n", corpus.Keys{Text: "2", ID: "1"}, []string{"1 一", "2 二"}},
		"no text":         {corpus.CSV, "a,b\n1,2\n", corpus.Keys{}, []string{"! xinwen: -: read: no column is named text and no html: the columns are a, b; say which with --text-key or --html-key"}},
		"no end":          {corpus.CSV, "text\n一\n\"二\n三\n", corpus.Keys{}, []string{"-#2 一", "! xinwen: -#3: read: the table ends within quotation marks: a field that begins with one has no end"}},
		"nothing":         {corpus.CSV, "", corpus.Keys{}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, list(t, stdin(t, c.format, c.content, corpus.WithKeys(c.keys)), "-"))
		})
	}
}

// A field beyond the limit is one error, and reading goes on at the next line.
func TestTableLimits(t *testing.T) {
	long := strings.Repeat("长", 100_000)
	got := list(t, stdin(t, corpus.CSV, "text\n一\n"+long+",x\n二\n\""+long+"\",\n三\n", corpus.WithMaxBytes(1000)), "-")
	require.Len(t, got, 5)
	assert.Equal(t, []string{"-#2 一", "-#4 二", "-#6 三"}, []string{got[0], got[2], got[4]})
	assert.Contains(t, got[1], "-#3: read: the document is larger than the limit")
	assert.Contains(t, got[3], "-#5: read: the document is larger than the limit")
}

func TestArchives(t *testing.T) {
	name, err := simplifiedchinese.GBK.NewEncoder().String("新闻.txt")
	require.NoError(t, err)
	inner := zipped(t, file{"deep/c.txt", "三"}, file{"c.png", "x"})
	files := []file{
		{"a.txt", "一"}, {"dir/b.jsonl", "{\"id\":\"b\",\"text\":\"二\"}\noops\n"}, {"__MACOSX/a.txt", "x"}, {"dir/.hidden.txt", "x"}, {"a.exe", "x"},
		{"n.zip", inner}, {"d.html.gz", gz(t, "<p>四")}, {name, "五"}, {"../e.csv.zst", zst(t, "id,text\n6,六\n")},
	}
	want := func(path string) []string {
		return []string{
			path + "#a.txt 一", "b 二",
			"! xinwen: " + path + "#dir/b.jsonl#2: read: line 2: not a JSON object: invalid character 'o' looking for beginning of value at byte 1",
			path + "#n.zip#deep/c.txt 三", path + "#d.html.gz <p>四", path + "#新闻.txt 五", "6 六",
		}
	}
	dir := t.TempDir()
	for file, content := range map[string]string{
		"x.zip": zipped(t, files...), "x.tar": tarred(t, files...), "x.tar.gz": gz(t, tarred(t, files...)), "x.tgz": gz(t, tarred(t, files...)), "x.tar.zst": zst(t, tarred(t, files...)),
	} {
		path := filepath.Join(dir, file)
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
		assert.Equal(t, want(path), list(t, reader(t), path), file)
		assert.Equal(t, want("-"), list(t, stdin(t, corpus.Auto, content), "-"), file)
	}
	// A format that is given is that of the members.
	assert.Equal(t, []string{"1 一"}, list(t, stdin(t, corpus.Zip, zipped(t, file{"a.csv", "id,text\n1,一\n"})), "-"))
	path := filepath.Join(dir, "y.zip")
	require.NoError(t, os.WriteFile(path, []byte(zipped(t, file{"a.txt", "id,text\n1,一\n"})), 0o644))
	assert.Equal(t, []string{"1 一"}, list(t, reader(t, corpus.WithFormat(corpus.CSV)), path))
}

func TestCompression(t *testing.T) {
	const lines = "{\"id\":\"a\",\"text\":\"一\"}\n{\"id\":\"b\",\"text\":\"二\"}\n"
	dir := t.TempDir()
	for name, content := range map[string]string{"a.jsonl.gz": gz(t, lines), "a.jsonl.zst": zst(t, lines), "a.jsonl": gz(t, lines), "b.jsonl.gz": lines, "c.jsonl.gz": gz(t, lines[:25]) + gz(t, lines[25:])} {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
		assert.Equal(t, []string{"a 一", "b 二"}, list(t, reader(t), path), name)
		assert.Equal(t, []string{"a 一", "b 二"}, list(t, stdin(t, corpus.Auto, content), "-"), name)
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "d.txt.bz2"), []byte(bz2), 0o644))
	assert.Equal(t, []string{filepath.Join(dir, "d.txt.bz2") + " 增长\n"}, list(t, reader(t), filepath.Join(dir, "d.txt.bz2")))
}

func TestSniffing(t *testing.T) {
	for content, want := range map[string][]string{
		"[记者 某某] 一":                         {" [记者 某某] 一"},
		"[\n{\"id\":\"a\",\"text\":\"一\"}]": {"a 一"},
		"{\n \"id\":\"a\",\"text\":\"一\"}":  {"a 一"},
		"<p>一":                              {" <p>一"},
		"PK":                                {" PK"},
	} {
		assert.Equal(t, want, list(t, stdin(t, corpus.Auto, content), "-"), content)
	}
}

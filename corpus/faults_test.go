package corpus_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus"
	"github.com/xinwen-go/xinwen/corpus/warc"
)

const samples = "../testdata/archive"

func sample(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(samples, name))
	require.NoError(t, err)
	return string(b)
}

// tree writes files of every kind, whole and damaged, and returns the directory.
func tree(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	lines, pages := sample(t, "news.jsonl"), sample(t, "news.warc.gz")
	flipped := []byte(pages)
	for i := 3000; i < len(flipped); i += 5000 {
		flipped[i] ^= 0x10
	}
	table := "id,text\n1,一\n,\n2\n\"3\",\"三\n三\"\n\"4"
	inner := zipped(t, file{"a.txt", "一"}, file{"b.csv", table})
	all := []file{{"news.jsonl", lines}, {"a.txt", "一"}, {"n.zip", inner}, {"w.warc.gz", pages}, {"t.csv", table}, {"x.png", "x"}, {"z.html", "<p>一"}}
	archive := gz(t, tarred(t, all...))
	for name, content := range map[string]string{
		"a.txt": "一", "b.html.gz": gz(t, "<p>二"), "b2.html.gz": gz(t, "<p>"+strings.Repeat("二三", 1000))[:40],
		"c.jsonl": lines, "c2.jsonl.gz": gz(t, lines), "c3.jsonl.gz": gz(t, lines)[:3000], "c4.jsonl.zst": zst(t, lines)[:3000],
		"d.csv": table, "e.json": "[" + strings.ReplaceAll(strings.TrimSpace(lines), "\n", ",") + "]",
		"f.warc.gz": pages, "f2.warc.gz": pages[:20000], "f3.warc.gz": string(flipped),
		"g.zip": zipped(t, all...), "g2.zip": zipped(t, all...)[:2000], "h.tar.gz": archive, "h2.tar.gz": archive[:len(archive)/3], "h3.tar": tarred(t, all...)[:5000],
		"i.gz.txt": "\x1F\x8B\x08 no gzip",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644))
	}
	return dir
}

// Reading from n gives what reading from the start gives but the first n, whatever is damaged; all that was to be read is
// counted, and errors have a place.
func TestResume(t *testing.T) {
	dir := tree(t)
	var n atomic.Int64
	r := reader(t, corpus.WithConsumed(&n))
	paths := []string{dir, filepath.Join(dir, "missing.txt"), filepath.Join(dir, "a.txt")}
	all := list(t, r, paths...)
	assert.Equal(t, r.Size(paths...), n.Load())
	assert.Greater(t, len(all), 150)
	assert.Equal(t, all, list(t, r, paths...))
	for skip := 1; skip < len(all)+2; skip += 7 {
		n.Store(0)
		var got []string
		for doc, err := range r.FilesFrom(int64(skip), paths...) {
			if err != nil {
				got = append(got, "! "+err.Error())
				continue
			}
			id := doc.ID
			if id == "" {
				id = doc.Source
			}
			got = append(got, id+" "+doc.Text+string(doc.Plain)+string(doc.HTML))
		}
		if skip < len(all) {
			require.Equal(t, all[skip:], got, "from %d", skip)
		} else {
			require.Empty(t, got)
		}
		require.Equal(t, r.Size(paths...), n.Load())
	}
}

// Breaking off anywhere leaves no file open, no goroutine and no temporary file.
func TestBreakOff(t *testing.T) {
	dir := tree(t)
	t.Setenv("TMPDIR", t.TempDir())
	total := len(list(t, reader(t), dir))
	open, goroutines := handles(t), runtime.NumGoroutine()
	for stop := 0; stop < total; stop += 9 {
		seen := 0
		for range reader(t).Files(dir) {
			if seen++; seen > stop {
				break
			}
		}
		require.Equal(t, stop+1, seen)
	}
	assert.Equal(t, open, handles(t))
	assert.Equal(t, goroutines, runtime.NumGoroutine())
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	require.NoError(t, err)
	assert.Empty(t, left)
}

func handles(t testing.TB) int {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("no /proc")
	}
	return len(entries)
}

func TestMiniatureArchive(t *testing.T) {
	docs, failed := 0, 0
	for doc, err := range reader(t).Files(filepath.Join(samples, "news.warc.gz")) {
		if err != nil {
			failed++
			continue
		}
		docs++
		assert.NotEmpty(t, doc.URL)
		assert.NotContains(t, doc.URL, "robots")
		assert.Equal(t, 2024, doc.Captured.Year())
		assert.Empty(t, doc.Published)
		assert.Equal(t, doc.Source, doc.ID)
		assert.Contains(t, string(doc.HTML), "<html")
	}
	assert.Equal(t, 16, docs)
	assert.Equal(t, 1, failed)
}

// What came before the cut is there, and then one error.
func TestTruncatedGzip(t *testing.T) {
	var lines strings.Builder
	for i := range 20000 {
		fmt.Fprintf(&lines, "{\"id\":\"%d\",\"text\":\"第%d篇\"}\n", i, i*7919%20011)
	}
	for name, whole := range map[string]string{"a.jsonl.gz": gz(t, lines.String()), "a.tar.gz": gz(t, tarred(t, file{"a.jsonl", lines.String()}, file{"b.txt", "二"}))} {
		path := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(path, []byte(whole[:len(whole)/2]), 0o644))
		got := list(t, reader(t), path, "../testdata/meeting.txt")
		require.Greater(t, len(got), 5000)
		for i, s := range got[:len(got)-2] {
			require.True(t, strings.HasPrefix(s, fmt.Sprint(i, " ")), s)
		}
		assert.Contains(t, got[len(got)-2], "unexpected EOF")
		assert.Contains(t, got[len(got)-1], "meeting.txt ")
	}
}

// One line in a hundred is broken: it is one error, and all others are there.
func TestBrokenLines(t *testing.T) {
	var lines strings.Builder
	for i := range 10000 {
		s := fmt.Sprintf("{\"id\":\"%d\",\"text\":\"第%d篇\"}", i, i)
		if i%100 == 50 {
			s = s[:len(s)-1-i/100%20]
		}
		lines.WriteString(s + "\n")
	}
	docs, failed := 0, 0
	for doc, err := range stdin(t, corpus.JSONL, lines.String()).Files("-") {
		if err != nil {
			failed++
			assert.Regexp(t, `^-#\d*51$`, doc.ID)
			continue
		}
		docs++
	}
	assert.Equal(t, []int{9900, 100}, []int{docs, failed})
}

type repeat struct{ s string }

func (r repeat) Read(p []byte) (int, error) {
	n := 0
	for n+len(r.s) <= len(p) {
		n += copy(p[n:], r.s)
	}
	if n == 0 {
		n = copy(p, r.s[:1])
	}
	return n, nil
}

// A line, a field, a record, a member of 1 GB costs one error and no memory.
func TestHugeDocuments(t *testing.T) {
	size := int64(1 << 30)
	if testing.Short() {
		size = 40 << 20
	}
	huge := func() io.Reader { return io.LimitReader(repeat{"x"}, size) }
	bomb := func() io.Reader { // compressed, a megabyte or so
		pr, pw := io.Pipe()
		go func() {
			z, _ := gzip.NewWriterLevel(pw, gzip.BestSpeed)
			_, err := io.Copy(z, huge())
			z.Close()
			pw.CloseWithError(err)
		}()
		return pr
	}
	for name, c := range map[string]struct {
		format corpus.Format
		in     io.Reader
		docs   int
	}{
		"line":    {corpus.JSONL, io.MultiReader(strings.NewReader("{\"text\":\"一\"}\n"), huge(), strings.NewReader("\n{\"text\":\"二\"}\n")), 2},
		"field":   {corpus.CSV, io.MultiReader(strings.NewReader("text\n一\n\""), huge(), strings.NewReader("\"\n二\n")), 2},
		"record":  {corpus.JSON, io.MultiReader(strings.NewReader("[{\"text\":\"一\"},{\"text\":\""), huge(), strings.NewReader("\"},{\"text\":\"二\"}]")), 2},
		"text":    {corpus.Text, huge(), 0},
		"gzipped": {corpus.Text, bomb(), 0},
		"bomb":    {corpus.JSONL, bomb(), 0},
		"warc": {corpus.WARC, io.MultiReader(strings.NewReader(fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", size+44)),
			huge(), strings.NewReader("\r\n\r\n")), 0},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			docs, failed := 0, 0
			for doc, err := range reader(t, corpus.WithFormat(c.format), corpus.WithStdin(c.in), corpus.WithMaxBytes(1<<20)).Files("-") {
				if err == nil {
					docs++
					continue
				}
				failed++
				assert.ErrorIs(t, err, xinwen.ErrTooLarge, doc.ID)
			}
			runtime.ReadMemStats(&after)
			assert.Equal(t, []int{c.docs, 1}, []int{docs, failed})
			assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(32<<20))
		})
	}
}

// A bomb among the members of an archive costs one error.
func TestZipBomb(t *testing.T) {
	bomb := strings.Repeat("\x00", 20<<20)
	files := []file{{"a.txt", "一"}, {"b.txt", bomb}, {"c.jsonl", bomb}, {"d.txt", "二"}}
	for name, content := range map[string]string{"zip": zipped(t, files...), "tar.gz": gz(t, tarred(t, files...))} {
		got := list(t, stdin(t, corpus.Auto, content, corpus.WithMaxBytes(1<<20)), "-")
		require.Len(t, got, 4, name)
		assert.Equal(t, "-#a.txt 一", got[0])
		assert.Contains(t, got[1], "-#b.txt: read: the document is larger than the limit")
		assert.Contains(t, got[2], "-#c.jsonl#1: read: the document is larger than the limit")
		assert.Equal(t, "-#d.txt 二", got[3])
	}
	// Responses too: 20 MB of zeros in 20 KB.
	var b bytes.Buffer
	w := warc.NewWriter(&b)
	for _, body := range []string{gz(t, "<p>一"), gz(t, bomb), gz(t, "<p>二")} {
		_, err := w.Write(&warc.Draft{Type: warc.TypeResponse, URL: "http://a.example/", Head: []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"), Payload: []byte(body)})
		require.NoError(t, err)
	}
	got := list(t, stdin(t, corpus.Auto, b.String(), corpus.WithMaxBytes(1<<20)), "-")
	require.Len(t, got, 3)
	assert.Contains(t, got[1], "larger than the limit")
}

func TestNesting(t *testing.T) {
	s := zipped(t, file{"a.txt", "一"})
	for depth := 1; depth < 6; depth++ {
		got := list(t, stdin(t, corpus.Auto, s), "-")
		require.Len(t, got, 1)
		if depth <= 3 {
			assert.True(t, strings.HasSuffix(got[0], "#a.txt 一"), got[0])
		} else {
			assert.Contains(t, got[0], "archives lie within archives deeper than 3")
		}
		s = zipped(t, file{"n.zip", s})
	}
}

// Members of a zip file that share their bytes are a bomb that no limit of a member stops.
func TestOverlappingMembers(t *testing.T) {
	content := make([]byte, 10_000)
	rand.NewChaCha8([32]byte{}).Read(content) // which does not compress
	one := zipped(t, file{"a.txt", string(content)})
	at, end := strings.Index(one, "PK\x01\x02"), strings.Index(one, "PK\x05\x06")
	const times = 400
	directory := strings.Repeat(one[at:end], times)
	tail := []byte(one[end:])
	binary.LittleEndian.PutUint16(tail[8:], times)
	binary.LittleEndian.PutUint16(tail[10:], times)
	binary.LittleEndian.PutUint32(tail[12:], uint32(len(directory)))
	assert.Equal(t, []string{"! xinwen: -: read: the members of the zip file overlap: a decompression bomb"},
		list(t, stdin(t, corpus.Auto, one[:at]+directory+string(tail)), "-"))
}

type failingAfter struct {
	in  io.Reader
	err error
}

func (f failingAfter) Read(p []byte) (int, error) {
	n, err := f.in.Read(p)
	if err == io.EOF {
		err = f.err
	}
	return n, err
}

// A source that fails midway gives what came before, one error, and then the next path.
func TestFailsMidway(t *testing.T) {
	gone := errors.New("the disk is gone")
	for format, content := range map[corpus.Format]string{
		corpus.JSONL: "{\"text\":\"一\"}\n{\"text\":", corpus.JSON: "[{\"text\":\"一\"},{", corpus.CSV: "text\n一\n二", corpus.WARC: sample(t, "news.warc.gz")[:1900],
		corpus.Tar: tarred(t, file{"a.txt", "一"}, file{"b.txt", "二"})[:1200],
	} {
		r := reader(t, corpus.WithFormat(format), corpus.WithStdin(failingAfter{strings.NewReader(content), gone}))
		var errs, docs int
		for doc, err := range r.Files("-", "missing.txt") {
			if err == nil {
				docs++
				continue
			}
			errs++
			if errs == 1 {
				assert.ErrorIs(t, err, gone, "%s %s", format, doc.ID)
			} else {
				assert.Equal(t, "missing.txt", doc.ID)
			}
		}
		assert.Equal(t, []int{1, 2}, []int{docs, errs}, format)
	}
}

// A pipe in a directory would block for ever.
func TestNoRegularFile(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.txt"), []byte("一"), 0o644))
	if err := syscall.Mkfifo(filepath.Join(dir, "b.txt"), 0o644); err != nil {
		t.Skip(err)
	}
	assert.Len(t, list(t, reader(t), dir), 1)
}

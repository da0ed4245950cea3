package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/corpus/warc"
)

// newsSite serves a feed of two articles, one of them of two pages, and counts the requests.
func newsSite(t *testing.T) (address string, requests *atomic.Int64) {
	t.Helper()
	requests = new(atomic.Int64)
	page := func(title, text, rest string) string {
		return "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><p>" + text + "</p><p>两岸群众奔走相告，这是县里等待多年的一天。</p>" + rest + "</body></html>"
	}
	pages := map[string]string{
		"/1.html":   page("清水县投入帮扶资金", "清水县去年投入帮扶资金1.06亿元，同比增长5.3%。", `<a href="1_2.html">下一页</a>`),
		"/1_2.html": page("清水县投入帮扶资金", "帮助159名群众稳定就业，涉及十二个乡镇的困难家庭。", ""),
		"/2.html":   page("青江大桥昨日合龙", "总投资18亿元的青江大桥昨日合龙。", ""),
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		switch p, ok := pages[r.URL.Path]; {
		case r.URL.Path == "/feed":
			fmt.Fprintf(w, `<rss><channel><item><link>http://%s/1.html</link></item><item><link>http://%[1]s/2.html</link></item></channel></rss>`, r.Host)
		case ok:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Header().Set("ETag", `"1"`)
			if r.Header.Get("If-None-Match") != "" {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			io.WriteString(w, p)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL, requests
}

// local are the flags of a crawl of this machine.
func local(args ...string) []string {
	return append([]string{"fetch", "--allow-private", "--delay", "0s", "--retries", "0"}, args...)
}

func TestFetchJSONLines(t *testing.T) {
	site, _ := newsSite(t)
	code, out, errs := command(t, "", local(site+"/feed", site+"/missing")...)
	assert.Equal(t, exitFailed, code)
	assert.Contains(t, errs, site+"/missing: the server answered 404")
	assert.Contains(t, errs, "4 addresses: 3 fetched")
	assert.Contains(t, errs, "200: 3, 404: 1")
	assert.NotContains(t, errs, "\x1b")
	require.Len(t, lines(t, out), 2)

	code, records, errs := command(t, out, "analyze", "--in", "jsonl", "--out", "jsonl")
	assert.Equal(t, exitClean, code, errs)
	byID := map[any]map[string]any{}
	for _, r := range lines(t, records) {
		byID[r["id"]] = r
	}
	whole := byID[site+"/1.html"]
	assert.Equal(t, "清水县投入帮扶资金", whole["title"])
	assert.Contains(t, whole["text"], "1.06亿元")
	assert.Contains(t, whole["text"], "159名群众")

	code, again, _ := command(t, "# the feed\n\n"+site+"/feed\n", local("--out", "records", "-q")...)
	assert.Equal(t, exitClean, code)
	for _, r := range lines(t, again) {
		assert.Equal(t, byID[r["id"]], r)
	}
	_, out, _ = command(t, "", local("--list", site+"/2.html", "--out", "records")...)
	assert.Empty(t, out)
	code, out, errs = command(t, "", local(site+"/missing", "--out", "records", "-q")...)
	assert.Equal(t, exitFailed, code)
	assert.Equal(t, "fetch", lines(t, out)[0]["error"].(map[string]any)["stage"])
	assert.Equal(t, 1, strings.Count(errs, "\n"))
}

func TestFetchArchive(t *testing.T) {
	site, _ := newsSite(t)
	path := filepath.Join(t.TempDir(), "news.warc.gz")
	code, out, errs := command(t, "", local(site+"/feed", "--out", "warc", "-o", path)...)
	assert.Equal(t, exitClean, code, errs)
	assert.Empty(t, out)
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	types := map[string]int{}
	for rec, err := range warc.Records(bytes.NewReader(b)) {
		require.NoError(t, err)
		types[rec.Type()]++
	}
	assert.Equal(t, map[string]int{warc.TypeInfo: 1, warc.TypeResponse: 3, warc.TypeRequest: 3}, types)
	code, out, errs = command(t, "", "analyze", "--out", "jsonl", path)
	assert.Equal(t, exitClean, code, errs)
	var titles []any
	for _, r := range lines(t, out) {
		titles = append(titles, r["title"])
	}
	assert.ElementsMatch(t, []any{"清水县投入帮扶资金", "清水县投入帮扶资金", "青江大桥昨日合龙"}, titles)
	code, _, errs = command(t, "", local(site+"/feed", "--out", "warc", "-o", path)...)
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, errs, "is there already")
}

// TestFetchGoesOn: an output that a killed run left torn is cut back and added to.
func TestFetchGoesOn(t *testing.T) {
	site, requests := newsSite(t)
	for _, format := range []string{"jsonl", "warc"} {
		dir := t.TempDir()
		path, state := filepath.Join(dir, "out"), filepath.Join(dir, "state")
		args := local("--out", format, "-o", path, "--state", state, "-q")
		code, _, errs := command(t, "", append(args, site+"/1.html")...)
		require.Equal(t, exitClean, code, errs)
		whole, err := os.ReadFile(path)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(path, append(whole, whole[:len(whole)*2/3]...), 0o644))
		before := requests.Load()
		code, _, errs = command(t, "", append(args, site+"/1.html", site+"/2.html")...)
		require.Equal(t, exitClean, code, errs)
		assert.EqualValues(t, 3, requests.Load()-before, "robots.txt, the page that has not changed, and the new one")
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.True(t, bytes.HasPrefix(b, whole))
		if format == "jsonl" {
			assert.Len(t, lines(t, string(b)), 2)
			continue
		}
		for _, err := range warc.Records(bytes.NewReader(b)) {
			require.NoError(t, err)
		}
	}
	notes := filepath.Join(t.TempDir(), "notes")
	require.NoError(t, os.WriteFile(notes, []byte("not ours"), 0o644))
	for _, format := range []string{"jsonl", "warc"} {
		code, _, errs := command(t, "", local("--out", format, "-o", notes, "--state", notes+".state", site+"/1.html")...)
		assert.Equal(t, exitUsage, code)
		assert.Contains(t, errs, "is there already")
		b, err := os.ReadFile(notes)
		require.NoError(t, err)
		assert.Equal(t, "not ours", string(b))
	}
}

func TestFetchIsSafe(t *testing.T) {
	site, requests := newsSite(t)
	code, out, errs := command(t, "", "fetch", "--retries", "0", "-q", site+"/1.html")
	assert.Equal(t, exitFailed, code)
	assert.Empty(t, out)
	assert.Contains(t, errs, "not a public network address: 127.0.0.1")
	assert.Zero(t, requests.Load())
}

func TestFetchUsage(t *testing.T) {
	for _, args := range [][]string{{"--include", "("}, {"--concurrency", "0"}, {"--contact", "a\nb"}, {"--out", "csv"}, {"--from", "/missing"}, {"--state", "/missing/state"}, {"-o", "/missing/out"}} {
		code, out, errs := command(t, "", local(append(args, "http://a.test/")...)...)
		assert.Equal(t, exitUsage, code, args)
		assert.Empty(t, out)
		assert.Contains(t, errs, "xinwen:", args)
	}
}

// A pipe that is closed ends the run, also while the addresses come from one that gives no more.
func TestFetchClosedPipe(t *testing.T) {
	site, _ := newsSite(t)
	in, feeder := io.Pipe()
	defer feeder.Close()
	go fmt.Fprintln(feeder, site+"/2.html")
	var errs bytes.Buffer
	ended := make(chan int, 1)
	go func() { ended <- run(context.Background(), local(), streams{in, closedPipe{}, &errs, false}) }()
	select {
	case code := <-ended:
		assert.Equal(t, exitClean, code)
	case <-time.After(10 * time.Second):
		t.Fatal("it did not end")
	}
}

func TestFetchInterrupted(t *testing.T) {
	stop := make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/1":
			fmt.Fprint(w, "<p>青江大桥昨日合龙，两岸群众奔走相告，这是县里等待多年的一天。</p>")
		case "/2":
			select {
			case <-r.Context().Done():
			case <-stop:
			}
		}
	}))
	t.Cleanup(s.Close)
	t.Cleanup(func() { close(stop) })
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	out := &writes{}
	out.on = func() { time.AfterFunc(50*time.Millisecond, cancel) }
	code := run(ctx, local("--host-concurrency", "2", s.URL+"/1", s.URL+"/2"), streams{strings.NewReader(""), out, io.Discard, false})
	assert.Equal(t, exitInterrupted, code)
	assert.Len(t, lines(t, out.String()), 1)
}

// writes calls on with each write.
type writes struct {
	bytes.Buffer
	on func()
}

func (w *writes) Write(b []byte) (int, error) {
	defer w.on()
	return w.Buffer.Write(b)
}

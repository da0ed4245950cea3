package web_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/corpus/warc"
	"github.com/xinwen-go/xinwen/corpus/web"
)

// TestMain is a crawl of its own when a test starts this program again to kill it or to measure it.
func TestMain(m *testing.M) {
	if seed := os.Getenv("WEB_TEST_SEED"); seed != "" {
		os.Exit(crawlAlone(seed, os.Getenv("WEB_TEST_STATE"), os.Getenv("WEB_TEST_OUT")))
	}
	os.Exit(m.Run())
}

func crawlAlone(seed, state, path string) int {
	out, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return 2
	}
	opts := rude()
	if state != "" {
		opts = append(opts, web.WithState(state))
	}
	f, err := web.New(opts...)
	if err != nil {
		return 2
	}
	for p, err := range f.Fetch(context.Background(), web.Seeds(seed)) {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		if _, err := fmt.Fprintln(out, p.Asked); err != nil {
			return 2
		}
	}
	if status, err := os.ReadFile("/proc/self/status"); err == nil { // the largest resident set, on Linux
		_, rest, _ := strings.Cut(string(status), "VmHWM:")
		os.WriteFile(path+".kB", []byte(strings.Fields(rest)[0]), 0o644)
	}
	return 0
}

func alone(seed, state, out string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "WEB_TEST_SEED="+seed, "WEB_TEST_STATE="+state, "WEB_TEST_OUT="+out)
	cmd.Stderr = os.Stderr
	return cmd
}

// manyPages serves a sitemap of n pages.
func manyPages(t *testing.T, n int, delay time.Duration) *site {
	s := newSite(t)
	var list strings.Builder
	for i := range n {
		fmt.Fprintf(&list, "<url><loc>%s/p/%d.html</loc></url>\n", s.URL, i)
	}
	s.file("/map.xml", "text/xml", "<urlset>"+list.String()+"</urlset>")
	filler := "<p>" + strings.Repeat("全县干部群众齐心协力，重点工程建设取得新进展。", 100) + "</p>"
	s.mux.HandleFunc("/p/", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(delay)
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("ETag", `"`+r.URL.Path+`"`)
		if r.Header.Get("If-None-Match") == `"`+r.URL.Path+`"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		io.WriteString(w, pageOf("大桥合龙"+r.URL.Path, filler))
	})
	return s
}

func linesOf(t *testing.T, path string) []string {
	t.Helper()
	b, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	require.NoError(t, err)
	return strings.Fields(string(b))
}

func doneIn(t *testing.T, path string) map[string]bool {
	t.Helper()
	b, _ := os.ReadFile(path)
	done := map[string]bool{}
	for line := range bytes.Lines(b) {
		var l struct{ Done string }
		if json.Unmarshal(line, &l) == nil && l.Done != "" {
			done[l.Done] = true
		}
	}
	return done
}

func TestKilledCrawlGoesOn(t *testing.T) {
	const n = 120
	s := manyPages(t, n, 5*time.Millisecond)
	dir := t.TempDir()
	state, out := filepath.Join(dir, "state"), filepath.Join(dir, "out")
	finished := map[string]int{} // how often it was asked for until then
	kills := 0
	for ; kills < 20; kills++ {
		cmd := alone(s.URL+"/map.xml", state, out)
		require.NoError(t, cmd.Start())
		target := len(linesOf(t, out)) + 25
		exited := make(chan error, 1)
		go func() { exited <- cmd.Wait() }()
		var err error
		for running := true; running; {
			select {
			case err = <-exited:
				running = false
			case <-time.After(2 * time.Millisecond):
				if len(linesOf(t, out)) >= target {
					cmd.Process.Kill()
					err = <-exited
					running = false
				}
			}
		}
		if err == nil {
			break
		}
		// A line that was being written.
		f, ferr := os.OpenFile(state, os.O_APPEND|os.O_WRONLY, 0)
		require.NoError(t, ferr)
		f.WriteString(`{"done":"http://torn`)
		f.Close()
		now := doneIn(t, state)
		for a, k := range finished {
			assert.Contains(t, now, a, "what is finished stays so")
			assert.Equal(t, k, s.count(strings.TrimPrefix(a, s.URL)), a)
		}
		for a := range now {
			finished[a] = s.count(strings.TrimPrefix(a, s.URL))
		}
	}
	assert.GreaterOrEqual(t, kills, 2)
	assert.Less(t, kills, 20)
	got := map[string]int{}
	for _, a := range linesOf(t, out) {
		got[a]++
	}
	assert.Len(t, got, n)
	twice := 0
	for _, k := range got {
		if k > 1 {
			twice++
		}
	}
	for a, k := range finished {
		assert.Equal(t, k, s.count(strings.TrimPrefix(a, s.URL)), a)
	}
	assert.LessOrEqual(t, twice, kills, "a page that was handed out and not yet finished")
	assert.Equal(t, 1, s.count("/map.xml"))
}

func TestNextCrawlAsksForChanges(t *testing.T) {
	s := manyPages(t, 3, 0)
	broken, edited := true, false
	var mu sync.Mutex
	s.mux.HandleFunc("/sometimes", func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		if broken {
			w.WriteHeader(500)
			return
		}
		io.WriteString(w, pageOf("终于来了"))
	})
	s.mux.HandleFunc("/dated", func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		when := time.Date(2021, 4, 28, 9, 0, 0, 0, time.UTC)
		if edited {
			when = when.Add(time.Hour)
		}
		http.ServeContent(w, r, "a.html", when, strings.NewReader(pageOf("有日期的网页")))
	})
	s.file("/feed", "application/rss+xml", "<rss><item><link>"+s.URL+"/sometimes</link></item><item><link>"+s.URL+"/gone</link></item></rss>")
	state := filepath.Join(t.TempDir(), "state")
	var results []web.Result
	opts := rude(web.WithState(state), web.WithObserver(func(r web.Result) { results = append(results, r) }))
	seeds := []string{s.URL + "/map.xml", s.URL + "/feed", s.URL + "/dated"}
	pages, errs := crawl(t, opts, seeds...)
	assert.Equal(t, []string{"/dated", "/p/0.html", "/p/1.html", "/p/2.html"}, paths(s, pages))
	assert.Equal(t, []string{"/gone", "/sometimes"}, paths(s, errs))
	assert.Len(t, results, 8)

	results, broken = nil, false
	pages, errs = crawl(t, opts, s.URL+"/map.xml", s.URL+"/dated") // what failed is not named again
	assert.Empty(t, errs)
	assert.Equal(t, []string{"/sometimes"}, paths(s, pages))
	same := 0
	for _, r := range results {
		if r.Status == http.StatusNotModified {
			same++
		}
	}
	assert.Equal(t, 4, same)

	edited = true
	pages, _ = crawl(t, opts, s.URL+"/map.xml", s.URL+"/dated")
	assert.Equal(t, []string{"/dated"}, paths(s, pages))

	// Any other file is left as it is.
	for _, content := range []string{"notes\n", "notes without a line end", `{"a":1}` + "\n"} {
		other := filepath.Join(t.TempDir(), "notes")
		require.NoError(t, os.WriteFile(other, []byte(content), 0o644))
		f, err := web.New(web.WithState(other))
		require.NoError(t, err)
		n := 0
		for _, err := range f.Fetch(context.Background(), web.Seeds(s.URL)) {
			n++
			assert.ErrorContains(t, err, "no state")
			var e *web.Error
			assert.False(t, errors.As(err, &e))
		}
		assert.Equal(t, 1, n)
		b, _ := os.ReadFile(other)
		assert.Equal(t, content, string(b))
	}
}

// TestArticleIsTriedAgain: an article that lacked a page for a passing reason is asked for whole by the next crawl, without
// conditions.
func TestArticleIsTriedAgain(t *testing.T) {
	s := newSite(t)
	broken := true
	var mu sync.Mutex
	s.mux.HandleFunc("/1.html", func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, "1.html", time.Date(2021, 4, 28, 9, 0, 0, 0, time.UTC), strings.NewReader(pageOf("青江大桥合龙", `<a href="1_2.html">下一页</a>`)))
	})
	s.mux.HandleFunc("/1_2.html", func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		if broken {
			w.WriteHeader(502)
			return
		}
		io.WriteString(w, pageOf("龙门水库下闸"))
	})
	opts := rude(web.WithState(filepath.Join(t.TempDir(), "state")))
	pages, errs := crawl(t, opts, s.URL+"/1.html")
	assert.Len(t, pages, 1)
	assert.ErrorIs(t, errs[s.URL+"/1.html"], web.ErrNextPage)
	broken = false
	pages, errs = crawl(t, opts)
	assert.Empty(t, errs)
	require.Len(t, pages, 1)
	assert.Len(t, pages[s.URL+"/1.html"].More, 1)
	pages, errs = crawl(t, opts, s.URL+"/1.html")
	assert.Empty(t, pages)
	assert.Empty(t, errs)
}

// TestBrokenOffPageIsNotFinished: a page at which the loop ends is fetched again.
func TestBrokenOffPageIsNotFinished(t *testing.T) {
	s := manyPages(t, 1, 0)
	f, err := web.New(rude(web.WithState(filepath.Join(t.TempDir(), "state")))...)
	require.NoError(t, err)
	for i := range 2 {
		for _, err := range f.Fetch(context.Background(), web.Seeds(s.URL+"/p/0.html")) {
			require.NoError(t, err)
			if i == 0 {
				break
			}
		}
		assert.Equal(t, i+1, s.count("/p/0.html"))
	}
}

// TestReach: 500 pages at concurrency 8 in under 5 s and under 100 MB, in a process of its own.
func TestReach(t *testing.T) {
	if testing.Short() {
		t.Skip("a measurement")
	}
	const n = 500
	s := manyPages(t, n, 0)
	out := filepath.Join(t.TempDir(), "out")
	cmd := alone(s.URL+"/map.xml", "", out)
	begun := time.Now()
	require.NoError(t, cmd.Run())
	took := time.Since(begun)
	rss := 0
	if kB := linesOf(t, out+".kB"); len(kB) > 0 {
		rss, _ = strconv.Atoi(kB[0])
	}
	t.Logf("%d pages in %v, largest resident set %d MB", n, took.Round(time.Millisecond), rss>>10)
	assert.Len(t, linesOf(t, out), n)
	if raceEnabled {
		return
	}
	assert.Less(t, took, 5*time.Second)
	if runtime.GOOS == "linux" {
		assert.NotZero(t, rss)
		assert.Less(t, rss, 100<<10)
	}
}

// TestArchive: what is written to a WARC file is read back byte for byte, by our reader and by one that knows nothing of it.
func TestArchive(t *testing.T) {
	s := newSite(t)
	s.page("/1", "青江大桥合龙")
	s.mux.HandleFunc("/old", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/zip", http.StatusFound) })
	s.mux.HandleFunc("/zip", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		io.WriteString(w, zipped(pageOf("压缩的网页")))
	})
	s.mux.HandleFunc("/chunks", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for _, line := range strings.SplitAfter(pageOf("分块的网页"), "<p>") {
			io.WriteString(w, line)
			w.(http.Flusher).Flush()
		}
	})
	var file bytes.Buffer
	w := warc.NewWriter(&file)
	f, err := web.New(rude()...)
	require.NoError(t, err)
	want := map[string]string{}
	for p, err := range f.Fetch(context.Background(), web.Seeds(s.URL+"/1", s.URL+"/old", s.URL+"/chunks", s.URL+"/404")) {
		if p.Asked != s.URL+"/404" {
			require.NoError(t, err)
			want[p.URL] = string(p.Body)
		}
		for _, x := range p.Exchanges {
			_, _, err := w.WriteExchange(x)
			require.NoError(t, err)
		}
	}
	assert.Equal(t, pageOf("压缩的网页"), want[s.URL+"/zip"])
	assert.Equal(t, pageOf("分块的网页"), want[s.URL+"/chunks"])

	ours := map[string]string{}
	for rec, err := range warc.Records(bytes.NewReader(file.Bytes())) {
		require.NoError(t, err)
		if rec.Type() != warc.TypeResponse {
			continue
		}
		res, err := rec.Response(1 << 20)
		require.NoError(t, err)
		b, err := io.ReadAll(res.Body)
		require.NoError(t, err)
		if res.StatusCode == http.StatusOK {
			ours[rec.URL()] = string(b)
		}
	}
	assert.Equal(t, want, ours)
	theirs, requests := readArchive(t, file.Bytes())
	assert.Equal(t, want, theirs)
	assert.Equal(t, 5, requests)
}

// readArchive is a reader of its own over gzip, lines and net/http.
func readArchive(t *testing.T, b []byte) (pages map[string]string, requests int) {
	pages = map[string]string{}
	z, err := gzip.NewReader(bytes.NewReader(b))
	require.NoError(t, err)
	in := bufio.NewReader(z) // all members, one after the other
	for {
		version, err := in.ReadString('\n')
		if err == io.EOF {
			return pages, requests
		}
		require.NoError(t, err)
		require.Equal(t, "WARC/1.1\r\n", version)
		h := http.Header{}
		for {
			line, err := in.ReadString('\n')
			require.NoError(t, err)
			if line == "\r\n" {
				break
			}
			k, v, ok := strings.Cut(strings.TrimRight(line, "\r\n"), ": ")
			require.True(t, ok)
			h.Add(k, v)
		}
		n, err := strconv.Atoi(h.Get("Content-Length"))
		require.NoError(t, err)
		block := make([]byte, n)
		_, err = io.ReadFull(in, block)
		require.NoError(t, err)
		switch h.Get("Warc-Type") {
		case "request":
			_, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(block)))
			require.NoError(t, err)
			requests++
		case "response":
			res, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(block)), nil)
			require.NoError(t, err)
			body := io.Reader(res.Body)
			if res.Header.Get("Content-Encoding") == "gzip" {
				body, err = gzip.NewReader(body)
				require.NoError(t, err)
			}
			page, err := io.ReadAll(body)
			require.NoError(t, err)
			if res.StatusCode == http.StatusOK {
				pages[h.Get("Warc-Target-Uri")] = string(page)
			}
		}
		_, err = io.CopyN(io.Discard, in, 4)
		require.NoError(t, err)
	}
}

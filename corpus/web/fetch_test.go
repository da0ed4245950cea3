package web_test

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/xinwen-go/xinwen/corpus/web"
)

// site is a server on loopback that counts its requests.
type site struct {
	*httptest.Server
	mux  *http.ServeMux
	mu   sync.Mutex
	hits map[string]int
	when map[string][]time.Time
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{mux: http.NewServeMux(), hits: map[string]int{}, when: map[string][]time.Time{}}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.hits[r.URL.RequestURI()]++
		s.when[r.Host] = append(s.when[r.Host], time.Now())
		s.mu.Unlock()
		s.mux.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *site) count(path string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.hits[path]
}

// on gives the address of a path on a host that the resolver of the tests knows.
func (s *site) on(host, path string) string {
	u, _ := url.Parse(s.URL)
	return "http://" + host + ":" + u.Port() + path
}

func (s *site) page(path, title string, extra ...string) {
	s.mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, pageOf(title, extra...))
	})
}

func pageOf(title string, extra ...string) string {
	return "<html><head><meta charset=utf-8><title>" + title + "</title></head><body><h1>" + title + "</h1><p>11月7日，" + title +
		"，两岸群众奔走相告，这是县里等待多年的一天。</p><p>据介绍，工程全长两公里，总投资18亿元，明年五月全线通车。</p>" + strings.Join(extra, "") + "</body></html>"
}

var loopback = netip.MustParsePrefix("127.0.0.0/8")

// resolve knows all names under test.
func resolve(_ context.Context, host string) ([]netip.Addr, error) {
	if !strings.HasSuffix(host, ".test") {
		return nil, errors.New("no such host")
	}
	return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
}

// rude are options for a fetcher that does not wait.
func rude(more ...web.Option) []web.Option {
	return append([]web.Option{
		web.AllowPrivate(loopback), web.WithResolver(resolve), web.WithDelay(0), web.WithConcurrency(8, 8), web.WithRetries(2, time.Millisecond), web.WithTimeout(5 * time.Second),
	}, more...)
}

// crawl fetches everything, and fails when that takes too long or leaves goroutines behind.
func crawl(t *testing.T, opts []web.Option, seeds ...string) (pages map[string]*web.Page, errs map[string]error) {
	t.Helper()
	f, err := web.New(opts...)
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	pages, errs = map[string]*web.Page{}, map[string]error{}
	for p, err := range f.Fetch(ctx, web.Seeds(seeds...)) {
		require.NotNil(t, p)
		if err != nil {
			errs[p.Asked] = err
		}
		if p.Body != nil {
			assert.NotContains(t, pages, p.Asked)
			pages[p.Asked] = p
		}
	}
	require.NoError(t, ctx.Err(), "the crawl did not end")
	settled(t)
	return pages, errs
}

func settled(t *testing.T) {
	t.Helper()
	assert.Eventually(t, func() bool { return leftOver() == 0 }, 3*time.Second, 10*time.Millisecond, "goroutines are left")
}

// leftOver counts the goroutines of crawls and of the client side of their connections.
func leftOver() int {
	buf := make([]byte, 4<<20)
	n := 0
	for g := range strings.SplitSeq(string(buf[:runtime.Stack(buf, true)]), "\n\n") {
		if strings.Contains(g, "web.(*crawl)") || strings.Contains(g, "http.(*persistConn)") || strings.Contains(g, "http.(*Transport)") {
			n++
		}
	}
	return n
}

func keys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func TestPages(t *testing.T) {
	s := newSite(t)
	s.page("/1", "青江大桥合龙")
	s.mux.HandleFunc("/gbk", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8") // wrong
		b, _ := simplifiedchinese.GB18030.NewEncoder().String(strings.Replace(pageOf("龙门水库下闸"), "utf-8", "iso-8859-1", 1))
		io.WriteString(w, b)
	})
	s.mux.HandleFunc("/plain", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		io.WriteString(w, "青江大桥昨日合龙。")
	})
	s.mux.HandleFunc("/zip", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		io.WriteString(z, pageOf("压缩的网页"))
		z.Close()
	})
	s.mux.HandleFunc("/image", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "image/png")
		w.Write([]byte("\x89PNG"))
	})
	s.mux.HandleFunc("/hidden", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte("%PDF-1.4"))
	})
	u := s.URL
	pages, errs := crawl(t, rude(), u+"/1", u+"/1#top", u+"/gbk", u+"/plain", u+"/zip", u+"/missing", u+"/image", u+"/hidden", "ftp://a.test/", "://", "")
	assert.Equal(t, []string{u + "/1", u + "/gbk", u + "/plain", u + "/zip"}, keys(pages))
	assert.Equal(t, []string{"", "://", "ftp://a.test/", u + "/hidden", u + "/image", u + "/missing"}, keys(errs))
	assert.Equal(t, 1, s.count("/1"))
	assert.Equal(t, 1, s.count("/robots.txt"))
	assert.Equal(t, "龙门水库下闸", pages[u+"/gbk"].Article.Title)
	assert.Equal(t, "gb18030", pages[u+"/gbk"].Article.Charset)
	assert.Equal(t, pageOf("压缩的网页"), string(pages[u+"/zip"].Body))
	assert.ErrorIs(t, errs[u+"/missing"], web.ErrStatus)
	assert.ErrorIs(t, errs[u+"/image"], web.ErrNotPage)
	assert.ErrorIs(t, errs[u+"/hidden"], web.ErrNotPage)
	assert.ErrorIs(t, errs["ftp://a.test/"], web.ErrScheme)
	var e *web.Error
	require.ErrorAs(t, errs[u+"/missing"], &e)
	assert.Equal(t, http.StatusNotFound, e.Status)
	assert.Equal(t, u+"/missing", e.URL)
}

func TestRedirects(t *testing.T) {
	s := newSite(t)
	s.page("/new", "青江大桥合龙")
	s.mux.HandleFunc("/old", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "who", Value: "1"})
		http.Redirect(w, r, s.on("b.test", "/new?页=1"), http.StatusMovedPermanently)
	})
	s.mux.HandleFunc("/older", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "old", http.StatusTemporaryRedirect) })
	pages, errs := crawl(t, rude(), s.on("a.test", "/older"))
	require.Empty(t, errs)
	require.Len(t, pages, 1)
	p := pages[s.on("a.test", "/older")]
	assert.Equal(t, s.on("b.test", "/new?%E9%A1%B5=1"), p.URL)
	require.Len(t, p.Exchanges, 3)
	assert.Equal(t, 307, p.Exchanges[0].Response.StatusCode)
	assert.Empty(t, p.Exchanges[2].Request.Header["Cookie"])
	assert.Equal(t, "127.0.0.1", p.Exchanges[2].IP)
	assert.Equal(t, 2, s.count("/robots.txt"), "that of each host")

	// Two addresses that lead to one page give one.
	pages, errs = crawl(t, append(rude(), web.WithConcurrency(1, 1)), s.on("a.test", "/old"), s.on("a.test", "/older"), s.on("b.test", "/new?页=1"))
	assert.Empty(t, errs)
	assert.Len(t, pages, 1)
}

func TestEarlyBreakAndCancel(t *testing.T) {
	s := newSite(t)
	for i := range 50 {
		s.page(fmt.Sprint("/", i), "青江大桥合龙")
	}
	stop := make(chan struct{})
	t.Cleanup(func() { close(stop) })
	s.mux.HandleFunc("/hang", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-stop:
		case <-r.Context().Done():
		}
	})
	seeds := []string{s.URL + "/hang"}
	for i := range 50 {
		seeds = append(seeds, s.URL+fmt.Sprint("/", i))
	}
	f, err := web.New(rude()...)
	require.NoError(t, err)
	n := 0
	for range f.Fetch(context.Background(), web.Seeds(seeds...)) {
		if n++; n == 3 {
			break
		}
	}
	assert.Equal(t, 3, n)
	settled(t)

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n = 0
	for _, err := range f.Fetch(ctx, web.Seeds(seeds...)) {
		assert.NoError(t, err)
		if n++; n == 3 {
			cancel()
		}
	}
	assert.Less(t, n, 15)
	settled(t)
}

// TestEndlessSeeds: seeds are taken as they are needed.
func TestEndlessSeeds(t *testing.T) {
	s := newSite(t)
	s.mux.HandleFunc("/p/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, pageOf("青江大桥合龙"+r.URL.Path))
	})
	f, err := web.New(rude()...)
	require.NoError(t, err)
	taken, n := 0, 0
	for _, err := range f.Fetch(context.Background(), func(yield func(web.Seed) bool) {
		for yield(web.Seed{URL: fmt.Sprintf("%s/p/%d", s.URL, taken)}) {
			taken++
		}
	}) {
		require.NoError(t, err)
		if n++; n == 200 {
			break
		}
	}
	settled(t)
	assert.Less(t, taken, 200+10_000+100)
}

func TestBadOptions(t *testing.T) {
	for _, o := range []web.Option{
		web.WithContact("a\nb"), web.WithDelay(-1), web.WithConcurrency(0, 1), web.WithTimeout(0), web.WithMaxWait(-1), web.WithRetries(-1, 0), web.WithMaxBytes(0), web.WithMaxRedirects(-1),
		web.WithMaxPages(0), web.WithDepth(-1), web.WithLimit(0),
	} {
		_, err := web.New(o)
		assert.ErrorContains(t, err, "web: ")
	}
}

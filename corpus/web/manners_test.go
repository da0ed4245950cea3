package web_test

import (
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/xinwen-go/xinwen/corpus/web"
)

func TestRobots(t *testing.T) {
	s := newSite(t)
	s.page("/1", "青江大桥合龙")
	s.page("/private/1", "不应抓取")
	s.mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, r *http.Request) {
		host, _, _ := strings.Cut(r.Host, ":")
		switch host {
		case "rules.test":
			io.WriteString(w, "User-agent: *\nDisallow: /1\n\nUser-agent: Xinwen\nDisallow: /private/\n")
		case "broken.test":
			w.WriteHeader(503)
		case "patient.test":
			io.WriteString(w, "User-agent: *\nCrawl-delay: 86400\n")
		case "moved.test":
			http.Redirect(w, r, s.on("rules.test", "/robots.txt"), http.StatusFound)
		case "forbidden.test":
			w.WriteHeader(403)
		case "circle.test":
			http.Redirect(w, r, "/robots.txt", http.StatusFound)
		case "endless.test":
			io.WriteString(w, "User-agent: xinwen\nDisallow: /1\n"+strings.Repeat("# and so on\n", 100_000))
		case "cut.test":
			w.Header().Set("Content-Length", "1000")
			io.WriteString(w, "User-agent: *\nAllow: /\n")
		default:
			http.NotFound(w, r)
		}
	})
	s.mux.HandleFunc("/to-rules", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, s.on("rules.test", "/private/2"), http.StatusFound)
	})
	want := map[string]error{
		s.on("rules.test", "/1"): nil, s.on("rules.test", "/private/1"): web.ErrRobots, s.on("broken.test", "/1"): web.ErrStatus, s.on("patient.test", "/1"): web.ErrWait,
		s.on("moved.test", "/1"): nil, s.on("moved.test", "/private/1"): web.ErrRobots, s.on("forbidden.test", "/1"): nil, s.on("circle.test", "/1"): nil,
		s.on("endless.test", "/1"): web.ErrRobots, s.on("cut.test", "/1"): io.ErrUnexpectedEOF, s.on("free.test", "/to-rules"): web.ErrRobots,
	}
	pages, errs := crawl(t, rude(), keys(want)...)
	for a, cause := range want {
		if cause == nil {
			assert.Contains(t, pages, a)
			assert.NoError(t, errs[a])
		} else {
			assert.NotContains(t, pages, a)
			assert.ErrorIs(t, errs[a], cause, a)
		}
	}
	assert.Zero(t, s.count("/private/1"))
	pages, errs = crawl(t, rude(web.IgnoreRobots()), s.on("rules.test", "/private/1"))
	assert.Len(t, pages, 1)
	assert.Empty(t, errs)
}

func TestDelays(t *testing.T) {
	s := newSite(t)
	for i := range 4 {
		s.page(fmt.Sprint("/", i), "青江大桥合龙")
	}
	s.mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.Host, "slow.test") {
			io.WriteString(w, "User-agent: *\nCrawl-delay: 0.2\n")
		}
	})
	var seeds []string
	for _, h := range []string{"a.test", "slow.test"} {
		for i := range 4 {
			seeds = append(seeds, s.on(h, fmt.Sprint("/", i)))
		}
	}
	pages, errs := crawl(t, rude(web.WithDelay(100*time.Millisecond)), seeds...)
	assert.Empty(t, errs)
	assert.Len(t, pages, len(seeds))
	for host, times := range s.when {
		least := 90 * time.Millisecond
		if strings.HasPrefix(host, "slow") {
			least = 190 * time.Millisecond
		}
		for i := 1; i < len(times); i++ {
			assert.GreaterOrEqual(t, times[i].Sub(times[i-1]), least, host)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	s := newSite(t)
	var mu sync.Mutex
	asked := map[string][]time.Time{}
	handle := func(path string, status, times int, after string) {
		s.mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			mu.Lock()
			defer mu.Unlock()
			asked[path] = append(asked[path], time.Now())
			if len(asked[path]) > times {
				io.WriteString(w, pageOf("终于来了"))
				return
			}
			w.Header().Set("Retry-After", after)
			w.WriteHeader(status)
		})
	}
	handle("/wait", 429, 1, "1")
	handle("/flaky", 500, 2, "")
	handle("/dead", 503, 99, "0")
	handle("/tomorrow", 429, 99, "86400")
	s.page("/after", "青江大桥合龙")
	pages, errs := crawl(t, rude(), s.on("a.test", "/wait"), s.on("b.test", "/flaky"), s.on("c.test", "/dead"), s.on("d.test", "/tomorrow"), s.on("e.test", "/after"))
	assert.Equal(t, []string{s.on("a.test", "/wait"), s.on("b.test", "/flaky"), s.on("e.test", "/after")}, keys(pages))
	assert.ErrorIs(t, errs[s.on("c.test", "/dead")], web.ErrStatus)
	assert.ErrorIs(t, errs[s.on("d.test", "/tomorrow")], web.ErrWait)
	assert.Len(t, asked["/dead"], 3)
	assert.Len(t, asked["/tomorrow"], 1)
	assert.GreaterOrEqual(t, asked["/wait"][1].Sub(asked["/wait"][0]), time.Second)

	// A host that asks for a long wait is left alone by what comes after, and a host that never answers is given up.
	pages, errs = crawl(t, rude(web.WithConcurrency(1, 1), web.WithRetries(0, 0)), s.on("d.test", "/tomorrow"), s.on("d.test", "/after"))
	assert.Empty(t, pages)
	assert.ErrorIs(t, errs[s.on("d.test", "/after")], web.ErrWait)
}

func TestHundredsOfHosts(t *testing.T) {
	s := newSite(t)
	s.page("/", "青江大桥合龙")
	closed := newSite(t)
	closed.Close()
	var seeds []string
	for i := range 400 {
		host := fmt.Sprintf("h%d.test", i)
		if i%10 == 0 {
			seeds = append(seeds, closed.on(host, "/"))
		} else {
			seeds = append(seeds, s.on(host, "/"))
		}
	}
	begun := time.Now()
	pages, errs := crawl(t, rude(web.WithDelay(100*time.Millisecond), web.WithConcurrency(32, 1)), seeds...)
	assert.Len(t, pages, 360)
	assert.Len(t, errs, 40)
	assert.Equal(t, 360, s.count("/robots.txt"))
	assert.Less(t, time.Since(begun), 15*time.Second)
}

func TestUserAgent(t *testing.T) {
	s := newSite(t)
	got := make(chan http.Header, 2)
	s.mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		got <- r.Header
		http.NotFound(w, r)
	})
	crawl(t, rude(web.WithContact("mailto:desk@example.org")), s.URL+"/1")
	h := <-got
	assert.Regexp(t, regexp.MustCompile(`^xinwen/\S+ \(\+https://\S+; mailto:desk@example.org\)$`), h.Get("User-Agent"))
}

package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/xinwen-go/xinwen/corpus/web"
)

// fetchReport tells on standard error how a crawl goes: failures as they come, a line of progress where it is a terminal, and a
// summary at the end.
type fetchReport struct {
	w        io.Writer
	quiet    bool
	progress bool
	begun    time.Time
	shown    time.Time
	failed   bool

	hosts                  map[string]*hostCount
	total, good, unchanged int
	requests               int
	bytes                  int64
	dropped                int
}

// hostCount is how the addresses of one host ended.
type hostCount struct {
	total int
	ends  map[string]int
}

const (
	progressEvery = 200 * time.Millisecond
	hostsShown    = 20
	clearLine     = "\r\x1b[K"
)

func newReport(w io.Writer, quiet bool) *fetchReport {
	f, ok := w.(*os.File)
	return &fetchReport{w: w, quiet: quiet, progress: ok && !quiet && isTerminal(f), begun: time.Now(), hosts: map[string]*hostCount{}}
}

// failure tells a failure, where it was not told already.
func (r *fetchReport) failure(err error) {
	r.failed = true
	if err == nil {
		return
	}
	if r.progress {
		fmt.Fprint(r.w, clearLine)
	}
	hint := ""
	if errors.Is(err, web.ErrAddress) {
		hint = " (--allow-private lets it)"
	}
	fmt.Fprintf(r.w, "xinwen: %s%s\n", strings.TrimPrefix(err.Error(), "web: "), hint)
}

// done counts an address.
func (r *fetchReport) done(res web.Result) {
	host := "?"
	if u, err := url.Parse(res.URL); err == nil && u.Host != "" {
		host = u.Host
	}
	h := r.hosts[host]
	if h == nil {
		h = &hostCount{ends: map[string]int{}}
		r.hosts[host] = h
	}
	h.total++
	h.ends[endOf(res)]++
	r.total++
	switch {
	case res.Err == nil && res.Status == 304:
		r.unchanged++
	case res.Err == nil && res.Status == 200:
		r.good++
	}
	r.requests += res.Requests
	r.bytes += res.Bytes
	r.dropped = res.Dropped
	if now := time.Now(); r.progress && now.Sub(r.shown) >= progressEvery {
		r.shown = now
		fmt.Fprintf(r.w, "%s%d done, %d waiting, %s, %.1f/s", clearLine, r.total, res.Waiting, sizeOf(r.bytes), float64(r.total)/now.Sub(r.begun).Seconds())
	}
}

// endOf is the status with which an address ended, or else in a word why.
func endOf(res web.Result) string {
	for _, e := range []struct {
		err  error
		word string
	}{
		{web.ErrRobots, "robots.txt"}, {web.ErrAddress, "private address"}, {web.ErrTooLarge, "too large"}, {web.ErrNextPage, "pages missing"}, {web.ErrNotPage, "not a page"},
		{web.ErrRedirects, "redirects"}, {web.ErrScope, "out of scope"}, {web.ErrWait, "long wait"}, {web.ErrHost, "no answer"}, {web.ErrScheme, "not http"},
	} {
		if errors.Is(res.Err, e.err) {
			return e.word
		}
	}
	switch {
	case res.Status == 0 && errors.Is(res.Err, web.ErrStatus): // in the place of robots.txt
		return "robots.txt"
	case res.Status == 0:
		return "no answer"
	case res.Status == 200 && res.Err != nil:
		return "cut off"
	}
	return strconv.Itoa(res.Status)
}

// close writes the summary.
func (r *fetchReport) close() {
	if r.progress {
		fmt.Fprint(r.w, clearLine)
	}
	if r.quiet {
		return
	}
	names := slices.SortedFunc(maps.Keys(r.hosts), func(a, b string) int {
		return cmp.Or(r.hosts[b].total-r.hosts[a].total, strings.Compare(a, b))
	})
	w := tabwriter.NewWriter(r.w, 0, 0, 2, ' ', 0)
	for _, name := range names[:min(len(names), hostsShown)] {
		h := r.hosts[name]
		var ends []string
		for _, e := range slices.Sorted(maps.Keys(h.ends)) {
			ends = append(ends, fmt.Sprintf("%s: %d", e, h.ends[e]))
		}
		fmt.Fprintf(w, "%s\t%d\t%s\n", name, h.total, strings.Join(ends, ", "))
	}
	w.Flush()
	if n := len(names) - hostsShown; n > 0 {
		fmt.Fprintf(r.w, "and %d more hosts\n", n)
	}
	fmt.Fprintf(r.w, "%d addresses: %d fetched, %d unchanged; %d requests, %s, %s\n", r.total, r.good, r.unchanged, r.requests, sizeOf(r.bytes), time.Since(r.begun).Round(100*time.Millisecond))
	if r.dropped > 0 {
		fmt.Fprintf(r.w, "%d addresses beyond --limit were left out\n", r.dropped)
	}
}

func sizeOf(n int64) string {
	if n < 1e6 {
		return fmt.Sprintf("%.0f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}

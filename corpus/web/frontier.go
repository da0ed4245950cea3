package web

import (
	"container/heap"
	"context"
	"fmt"
	"hash/maphash"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/xinwen-go/xinwen/extract"
)

// kind says how an address came to be asked for.
type kind string

const (
	seed    kind = ""        // by the caller: a page, a feed or a sitemap
	list    kind = "list"    // by the caller: a page whose headlines are followed
	sitemap kind = "sitemap" // a sitemap that another lists
	entry   kind = "entry"   // listed by a feed, a sitemap or a list
	link    kind = "link"    // linked to from a page of the same site
)

// item is one address on its way, with what was fetched for it so far. Each request that it takes is scheduled on its own, so that
// one rule holds for all: redirects, tries and the following pages of an article wait for their host like anything else.
type item struct {
	asked string // in the form of parseAddress
	kind  kind
	depth int    // how far links are followed from it
	site  string // of the page that links to it

	url       *url.URL // to be asked for next
	redirects int      // of the page that is being fetched
	tries     int      // of the next request, that failed
	problem   error    // of the last of them
	chain     []string // addresses that redirects and following pages led through
	requests  int
	bytes     int64
	page      *Page              // nil before the first request
	articles  []*extract.Article // of the pages of the article
	valid     stateLine          // what the state keeps of the first of them
}

// frontier holds what is to be fetched and says what comes next: of the hosts that may be asked now the one that could be asked
// first. It is safe for concurrent use.
type frontier struct {
	f *Fetcher

	mu    sync.Mutex
	wake  chan struct{} // something has changed, for next
	space chan struct{} // the same, for room
	hosts map[string]*host
	sweep int // how many hosts there may be before those that are idle are forgotten
	ready readyHeap
	later []*item // that wait for another try, with when
	when  []time.Time

	seed    maphash.Seed
	seen    map[uint64]bool // addresses that were taken up; true where as a following page of an article
	waiting int             // items in queues and in later
	running int             // tasks under way
	open    bool            // more seeds may come
	dropped int             // addresses beyond the limit
}

// host is a server with its manners: requests to it are begun no faster than it wants, and few at a time.
type host struct {
	queue    []*item   // next first
	lists    []*item   // sitemaps: only where there is nothing else to do, so that few are spread out at a time
	at       time.Time // of the next request at the earliest
	shut     time.Time // until when nothing is asked, for the reason why; zero for a host that is not shut
	why      error
	running  int
	asking   bool               // robots.txt is being read
	robots   map[string]*robots // by scheme
	tries    int                // to read robots.txt
	failures int                // requests in a row that got no response
	index    int                // in the heap; -1 outside
}

const (
	giveUp       = 5                // failures in a row
	givenUp      = time.Hour        // before a host that was given up is asked again
	maxQueue     = 10_000           // items waiting before seeds are held back
	maxHosts     = 10_000           // hosts remembered while they have nothing to do
	robotsExpiry = 24 * time.Hour   // RFC 9309, 2.4
	forever      = 10 * time.Minute // how long the scheduler sleeps at most
)

// task is one request to make, or one item that need not be asked for.
type task struct {
	item   *item // nil where robots.txt is to be read
	host   *host
	scheme string // with name: of the robots.txt
	name   string
	refuse error // why the item is not asked for
	final  bool  // and will not be, if it is found again
}

func newFrontier(f *Fetcher) *frontier {
	return &frontier{f: f, wake: make(chan struct{}, 1), space: make(chan struct{}, 1), hosts: map[string]*host{}, sweep: maxHosts, seed: maphash.MakeSeed(), seen: map[uint64]bool{}, open: true}
}

func (f *frontier) changed() {
	for _, c := range []chan struct{}{f.wake, f.space} {
		select {
		case c <- struct{}{}:
		default:
		}
	}
}

func (f *frontier) key(address string) uint64 { return maphash.String(f.seed, address) }

// claim takes up an address; it returns false where that was done before. As the following page of an article it need not be
// fetched for itself any more.
func (f *frontier) claim(address string, following bool) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.claimLocked(address, following)
}

func (f *frontier) claimLocked(address string, following bool) bool {
	key := f.key(address)
	before, ok := f.seen[key]
	f.seen[key] = before || following
	return !ok
}

// add queues an item whose address is new. It returns false for one that is known, or beyond the limit.
func (f *frontier) add(it *item) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.seen) >= f.f.limit {
		if _, ok := f.seen[f.key(it.asked)]; !ok {
			f.dropped++
		}
		return false
	}
	if !f.claimLocked(it.asked, false) {
		return false
	}
	f.waiting++
	f.queueLocked(it, false)
	return true
}

// room waits until there is room for a seed; it returns false when ctx is done before.
func (f *frontier) room(ctx context.Context) bool {
	for ctx.Err() == nil {
		f.mu.Lock()
		full := f.waiting >= maxQueue
		f.mu.Unlock()
		if !full {
			return true
		}
		select {
		case <-f.space:
		case <-ctx.Done():
		}
	}
	return false
}

// again queues the next request of an item that is under way, before all others of its host, or once d has passed.
func (f *frontier) again(it *item, d time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.waiting++
	if d <= 0 {
		f.queueLocked(it, true)
		return
	}
	at := time.Now().Add(d)
	i, _ := slices.BinarySearchFunc(f.when, at, time.Time.Compare)
	f.when, f.later = slices.Insert(f.when, i, at), slices.Insert(f.later, i, it)
}

func (f *frontier) queueLocked(it *item, first bool) {
	name := it.url.Host
	h := f.hosts[name]
	if h == nil {
		if len(f.hosts) >= f.sweep {
			f.forgetHosts()
			f.sweep = max(maxHosts, 2*len(f.hosts))
		}
		h = &host{robots: map[string]*robots{}, index: -1}
		f.hosts[name] = h
	}
	switch {
	case it.kind == sitemap && !first:
		h.lists = append(h.lists, it)
	case first:
		h.queue = slices.Insert(h.queue, 0, it)
	default:
		h.queue = append(h.queue, it)
	}
	f.place(h)
}

// forgetHosts drops the hosts that have nothing to do and may be asked again at once.
func (f *frontier) forgetHosts() {
	now := time.Now()
	for name, h := range f.hosts {
		if h.idle() && h.running == 0 && !h.asking && h.at.Before(now) && h.shut.Before(now) {
			delete(f.hosts, name)
		}
	}
}

func (h *host) idle() bool { return len(h.queue) == 0 && len(h.lists) == 0 }

// place puts a host where it belongs in the heap: inside only while it may be asked.
func (f *frontier) place(h *host) {
	able := !h.idle() && !h.asking && h.running < f.f.perHost
	switch {
	case able && h.index < 0:
		heap.Push(&f.ready, h)
	case able:
		heap.Fix(&f.ready, h.index)
	case h.index >= 0:
		heap.Remove(&f.ready, h.index)
	}
	f.changed()
}

// next waits for what is to be done next. It returns nil when all is done, or when ctx is.
func (f *frontier) next(ctx context.Context) *task {
	for {
		f.mu.Lock()
		t, wait := f.take(time.Now())
		over := t == nil && f.waiting == 0 && f.running == 0 && !f.open
		f.mu.Unlock()
		if t != nil || over || ctx.Err() != nil {
			return t
		}
		timer := time.NewTimer(wait)
		select {
		case <-f.wake:
		case <-timer.C:
		case <-ctx.Done():
		}
		timer.Stop()
	}
}

// take returns what may be done now, or how long there is nothing.
func (f *frontier) take(now time.Time) (*task, time.Duration) {
	wait := forever
	n, _ := slices.BinarySearchFunc(f.when, now, time.Time.Compare)
	for n < len(f.when) && !f.when[n].After(now) {
		n++
	}
	for _, it := range f.later[:n] {
		f.queueLocked(it, true)
	}
	f.when, f.later = slices.Delete(f.when, 0, n), slices.Delete(f.later, 0, n)
	if len(f.when) > 0 {
		wait = f.when[0].Sub(now)
	}
	if len(f.ready) == 0 {
		return nil, wait
	}
	h := f.ready[0]
	queue := &h.queue
	if len(h.queue) == 0 {
		queue = &h.lists
	}
	it := (*queue)[0]
	t := &task{item: it, host: h}
	rules := h.robots[it.url.Scheme]
	if !h.shut.IsZero() && !now.Before(h.shut) {
		h.shut = time.Time{}
		f.place(h)
		return f.take(now)
	}
	switch {
	case it.page == nil && f.seen[f.key(it.asked)]:
		t.refuse, t.final = errFollowing, true
	case !h.shut.IsZero():
		t.refuse = h.why
	case h.at.After(now):
		return nil, min(wait, h.at.Sub(now))
	case f.f.noRobots:
	case rules == nil || now.Sub(rules.read) > robotsExpiry:
		h.asking = true
		f.running++
		f.place(h)
		return &task{host: h, scheme: it.url.Scheme, name: it.url.Host}, 0
	case rules.refuse != nil:
		t.refuse = rules.refuse
	case !rules.allows(it.url.RequestURI()):
		t.refuse, t.final = ErrRobots, true
	}
	(*queue)[0] = nil
	*queue = (*queue)[1:]
	f.waiting--
	f.running++
	h.running++
	if t.refuse == nil {
		h.at = now.Add(f.f.interval(rules))
	}
	f.place(h)
	return t, 0
}

// answered tells how the host of a task behaved: whether it answered at all, and how long it wants no request.
func (f *frontier) answered(t *task, response bool, pause time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	h := t.host
	h.failures++
	if response {
		h.failures = 0
	}
	if h.failures >= giveUp {
		h.failures, h.shut, h.why = 0, time.Now().Add(givenUp), ErrHost
	}
	f.pause(h, pause)
	f.place(h)
}

// pause puts off the next request to a host. What it has to do fails where that is longer than the limit: to ask earlier would be
// rude, and to wait would keep the crawl from its end.
func (f *frontier) pause(h *host, d time.Duration) {
	at := time.Now().Add(d)
	switch {
	case d > f.f.maxWait:
		h.shut, h.why = at, fmt.Errorf("%w: %v", ErrWait, d.Round(time.Second))
	case d > 0 && at.After(h.at):
		h.at = at
	}
}

// done ends a task.
func (f *frontier) done(t *task) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.running--
	t.host.running--
	f.place(t.host)
}

// know ends the reading of a robots.txt; a nil r means to try again after d.
func (f *frontier) know(t *task, r *robots, d time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	h := t.host
	f.running--
	h.asking = false
	if r == nil {
		h.tries++
		f.pause(h, d)
	} else {
		r.read = time.Now()
		h.tries, h.robots[t.scheme] = 0, r
		h.at = r.read.Add(f.f.interval(r))
	}
	f.place(h)
}

func (f *frontier) triesOf(t *task) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return t.host.tries
}

// close says that no more seeds come.
func (f *frontier) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.open = false
	f.changed()
}

func (f *frontier) counts() (waiting, dropped int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.waiting, f.dropped
}

// due is when something may be done for a host; where it is shut, that is at once.
func (h *host) due() time.Time {
	if h.shut.IsZero() {
		return h.at
	}
	return time.Time{}
}

// readyHeap orders hosts by when they may be asked.
type readyHeap []*host

func (r readyHeap) Len() int           { return len(r) }
func (r readyHeap) Less(i, k int) bool { return r[i].due().Before(r[k].due()) }
func (r readyHeap) Swap(i, k int) {
	r[i], r[k] = r[k], r[i]
	r[i].index, r[k].index = i, k
}

func (r *readyHeap) Push(x any) {
	h := x.(*host)
	h.index = len(*r)
	*r = append(*r, h)
}

func (r *readyHeap) Pop() any {
	h := (*r)[len(*r)-1]
	(*r)[len(*r)-1] = nil
	*r = (*r)[:len(*r)-1]
	h.index = -1
	return h
}

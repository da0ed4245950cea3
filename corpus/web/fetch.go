package web

import (
	"context"
	"fmt"
	"iter"
	"net/http"
	"sync"

	"github.com/xinwen-go/xinwen"
)

// Seed is an address to begin with: a page, a feed (RSS, Atom) or a sitemap (also an index, compressed or not), told apart by
// what they hold.
type Seed struct {
	URL  string
	List bool // a list page: the pages are fetched that its headlines lead to
}

// Seeds makes seeds of addresses.
func Seeds(addresses ...string) iter.Seq[Seed] {
	return func(yield func(Seed) bool) {
		for _, a := range addresses {
			if !yield(Seed{URL: a}) {
				return
			}
		}
	}
}

// Fetch fetches the pages that the seeds name or lead to, in the order in which they come in. What cannot be fetched is yielded
// as an *[Error] beside a Page that has little more than the address, and the crawl goes on; of an article that lacks a
// following page (ErrNextPage) the rest is there beside the error. Any other error ends the crawl: the state file cannot be read
// or written.
//
// Each address is fetched once. Feeds, sitemaps and lists are read and not yielded, and neither are pages that have not changed
// since an earlier crawl, nor linked ones that may not be followed; an observer hears of them all.
//
// Fetch holds a page for each request under way, and what the frontier needs; seeds are taken as they are needed. When ctx
// is done it ends early, without an error. When the loop ends, nothing is left running, as long as the iterator of the seeds does
// not block.
func (f *Fetcher) Fetch(ctx context.Context, seeds iter.Seq[Seed]) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		var st *state
		var p past
		if f.state != "" {
			var err error
			if st, p, err = openState(f.state); err != nil {
				yield(&Page{}, err)
				return
			}
			defer st.close()
		}
		ctx, cancel := context.WithCancel(ctx)
		c := &crawl{f: f, ctx: ctx, cancel: cancel, state: st, frontier: newFrontier(f), validators: p.validators, out: make(chan *outcome)}
		c.transport = f.transport(ctx)
		var producers, closer sync.WaitGroup
		defer closer.Wait()
		defer cancel()
		for address := range p.done {
			c.frontier.claim(address, false)
		}
		c.resume(p.found)
		producers.Go(func() { c.sow(seeds) })
		producers.Go(c.schedule)
		closer.Go(func() {
			producers.Wait()
			c.transport.CloseIdleConnections()
			close(c.out)
		})
		for o := range c.out {
			if f.observe != nil {
				o.result.Waiting, o.result.Dropped = c.frontier.counts()
				f.observe(o.result)
			}
			if o.page != nil && !yield(o.page, o.err) {
				return
			}
			c.keep(o.lines...)
		}
		if ctx.Err() == nil {
			c.keep(stateLine{End: true})
		}
		if c.broken != nil {
			yield(&Page{}, c.broken)
		}
	}
}

// crawl is one run of Fetch.
type crawl struct {
	f          *Fetcher
	ctx        context.Context
	cancel     context.CancelFunc
	state      *state
	once       sync.Once
	broken     error                // why the state cannot be written
	validators map[string]validator // of earlier crawls; read only
	frontier   *frontier
	transport  *http.Transport
	out        chan *outcome
}

// outcome is how an item ended.
type outcome struct {
	page   *Page // nil where nothing is yielded
	err    error
	result Result
	lines  []stateLine // for the state, once the caller is done with the page
}

// resume takes up what an earlier crawl found and did not finish.
func (c *crawl) resume(found []stateLine) {
	for _, l := range found {
		if u, err := parseAddress(l.Found, nil); err == nil {
			c.frontier.add(&item{asked: u.String(), url: u, kind: l.Kind, depth: l.Depth, site: l.Site})
		}
	}
}

// sow adds the seeds, no more than the frontier has room for.
func (c *crawl) sow(seeds iter.Seq[Seed]) {
	defer c.frontier.close()
	if seeds == nil { // the state may hold enough
		return
	}
	for s := range seeds {
		if !c.frontier.room(c.ctx) {
			return
		}
		u, err := parseAddress(s.URL, nil)
		if err != nil {
			c.send(&outcome{page: &Page{Asked: s.URL, URL: s.URL}, err: &Error{URL: s.URL, Err: err}, result: Result{URL: s.URL, Err: err}})
			continue
		}
		it := &item{asked: u.String(), url: u, depth: c.f.depth}
		if s.List {
			it.kind, it.depth = list, 0
		}
		c.add(it)
	}
}

// add queues items and writes the new ones to the state.
func (c *crawl) add(items ...*item) {
	var lines []stateLine
	for _, it := range items {
		l := stateLine{Found: it.asked, Kind: it.kind, Depth: it.depth, Site: it.site}
		if c.frontier.add(it) && c.state != nil {
			lines = append(lines, l)
		}
	}
	c.keep(lines...)
}

// keep writes lines to the state. Where that is not possible the crawl ends.
func (c *crawl) keep(lines ...stateLine) {
	if err := c.state.add(lines...); err != nil {
		c.once.Do(func() { c.broken = err })
		c.cancel()
	}
}

// schedule makes the requests, a goroutine for each that is under way.
func (c *crawl) schedule() {
	var tasks sync.WaitGroup
	defer tasks.Wait()
	slots := make(chan struct{}, c.f.concurrency)
	for {
		select {
		case slots <- struct{}{}:
		case <-c.ctx.Done():
			return
		}
		t := c.frontier.next(c.ctx)
		if t == nil {
			return
		}
		tasks.Go(func() {
			defer func() { <-slots }()
			c.do(t)
		})
	}
}

// send hands an outcome to the loop of the caller.
func (c *crawl) send(o *outcome) {
	select {
	case c.out <- o:
	case <-c.ctx.Done():
	}
}

// do carries out a task. A panic costs its item alone.
func (c *crawl) do(t *task) {
	if t.item == nil {
		c.askRobots(t)
		return
	}
	defer c.frontier.done(t)
	defer func() {
		if v := recover(); v != nil {
			c.fail(t.item, 0, fmt.Errorf("%w: %v", xinwen.ErrPanic, v), true)
		}
	}()
	if t.refuse != nil {
		err := t.refuse
		if t.item.problem != nil { // says more than that the host was given up
			err = t.item.problem
		}
		c.fail(t.item, 0, err, t.final)
		return
	}
	c.request(t)
}

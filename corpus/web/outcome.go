package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/xinwen-go/xinwen/extract"
)

// errFollowing ends an item that was fetched as the following page of an article.
var errFollowing = errors.New("it belongs to an article that is fetched")

// request makes the next request of an item and decides what comes of it.
func (c *crawl) request(t *task) {
	it := t.item
	if it.page == nil {
		it.page = &Page{Asked: it.asked, URL: it.asked}
		it.chain = append(it.chain, it.asked)
	}
	var v validator
	if len(it.articles) == 0 && it.depth == 0 { // a page whose links are followed is needed whole
		v = c.validators[it.url.String()]
	}
	res, err := c.get(it.url, v, it.wants(c.f))
	if c.ctx.Err() != nil {
		return // what was cut short has not failed
	}
	it.requests++
	if err != nil {
		c.frontier.answered(t, false, 0)
		c.retry(it, 0, err, passingError(err))
		return
	}
	it.bytes += int64(len(res.Body))
	it.page.Status = res.status
	var pause time.Duration
	asked := false
	switch res.status {
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		if pause, asked = retryAfter(res.header.Get("Retry-After"), time.Now()); !asked {
			pause = c.backoff(it.tries + 1)
		}
	}
	c.frontier.answered(t, true, pause)
	switch {
	case res.status == http.StatusNotModified && v != (validator{}):
		c.unchanged(it)
	case isRedirect(res):
		c.redirect(it, res)
	case asked && pause > c.f.maxWait:
		it.page.Exchanges = append(it.page.Exchanges, res.Exchange)
		c.fail(it, res.status, fmt.Errorf("%w: %w of %v", statusError(res.status), ErrWait, pause.Round(time.Second)), false)
	case res.status != http.StatusOK:
		if !passing(res.status) || it.tries >= c.f.retries {
			it.page.Exchanges = append(it.page.Exchanges, res.Exchange)
		}
		c.retry(it, res.status, statusError(res.status), passing(res.status))
	case res.err != nil:
		c.retry(it, res.status, res.err, passingError(res.err))
	default:
		it.page.Exchanges = append(it.page.Exchanges, res.Exchange)
		c.accept(it, res)
	}
}

// statusError tells a status in the words of the standard: those of the server may be anything.
func statusError(status int) error {
	return fmt.Errorf("%w %d %s", ErrStatus, status, http.StatusText(status))
}

// retry puts an item off that failed for a reason that may pass, until it has failed too often.
func (c *crawl) retry(it *item, status int, err error, passes bool) {
	if !passes || !c.mayRetry(err, it.tries) {
		c.fail(it, status, err, !passes && status != 0)
		return
	}
	it.tries++
	it.problem = err
	c.frontier.again(it, c.backoff(it.tries))
}

// goOn queues the next request of an item.
func (c *crawl) goOn(it *item, to *url.URL) {
	it.url, it.tries, it.problem = to, 0, nil
	it.chain = append(it.chain, to.String())
	c.frontier.again(it, 0)
}

func isRedirect(r *response) bool {
	switch r.status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return r.header.Get("Location") != ""
	}
	return false
}

// redirect sends an item on its way; where it leads to, the rules of that host hold.
func (c *crawl) redirect(it *item, res *response) {
	it.page.Exchanges = append(it.page.Exchanges, res.Exchange)
	it.redirects++
	to, err := parseAddress(res.header.Get("Location"), it.url)
	switch {
	case err != nil:
		err = fmt.Errorf("redirected to %.200q: %w", res.header.Get("Location"), err)
	case it.redirects > c.f.redirects:
		err = fmt.Errorf("%w: %d times", ErrRedirects, it.redirects)
	case slices.Contains(it.chain, to.String()):
		err = fmt.Errorf("%w: back to %s", ErrRedirects, to)
	case it.kind == link && (siteOf(to) != it.site || !c.f.wants(to.String())),
		it.kind == entry && !c.f.wants(to.String()),
		len(it.articles) > 0 && to.Host != it.url.Host:
		err = fmt.Errorf("%w: to %s", ErrScope, to)
	case len(it.articles) == 0 && !c.frontier.claim(to.String(), false):
		c.end(it, nil, nil, true) // another address leads there too
		return
	default:
		c.goOn(it, to)
		return
	}
	c.fail(it, res.status, err, true)
}

// wants says what an item may be.
func (it *item) wants(f *Fetcher) want {
	lists := (it.kind == seed || it.kind == sitemap) && len(it.articles) == 0
	return want{
		types: func(t string) error {
			if isPage(t) || lists && listType(t) {
				return nil
			}
			return fmt.Errorf("%w: %.60s", ErrNotPage, t)
		},
		limit: func(t string) int {
			if lists && !isPage(t) {
				return max(f.maxBytes, maxList)
			}
			return f.maxBytes
		},
	}
}

// isPage reports whether a type is that of a page. Where the server names none, extraction decides.
func isPage(t string) bool {
	switch t {
	case "text/html", "application/xhtml+xml", "text/plain", "":
		return true
	}
	return false
}

// accept takes what an item has brought: a list of addresses, or a page.
func (c *crawl) accept(it *item, res *response) {
	kind, contentType := mediaType(res.header), res.header.Get("Content-Type")
	switch {
	case it.kind == list:
		links, err := c.f.extract.Links(res.body, extract.Page{ContentType: contentType, URL: it.url.String()})
		if err != nil {
			c.fail(it, res.status, fmt.Errorf("%w: %w", ErrNotPage, err), true)
			return
		}
		var e entries
		for _, l := range links {
			e.pages = append(e.pages, l.URL)
		}
		c.spread(it, res, e)
		return
	case (it.kind == seed || it.kind == sitemap) && len(it.articles) == 0:
		body, err := res.body, error(nil)
		if isGzip(body) {
			if body, err = unzip(body, max(c.f.maxBytes, maxList), false); err != nil {
				c.fail(it, res.status, fmt.Errorf("%w: gzip: %w", ErrNotPage, err), true)
				return
			}
		}
		if e, ok := readEntries(body, contentType, it.url.String()); ok {
			c.spread(it, res, e)
			return
		}
		if !isPage(kind) || it.kind == sitemap {
			c.fail(it, res.status, fmt.Errorf("%w, and neither a feed nor a sitemap: %.60s", ErrNotPage, kind), true)
			return
		}
	}
	c.page(it, res, kind, contentType)
}

// spread queues what a list holds.
func (c *crawl) spread(it *item, res *response, e entries) {
	var found []*item
	queue := func(address string, k kind, depth int) {
		u, err := parseAddress(address, nil)
		if err == nil && (k == sitemap || c.f.wants(address)) {
			found = append(found, &item{asked: u.String(), url: u, kind: k, depth: depth})
		}
	}
	for _, a := range e.sitemaps {
		if it.kind == seed { // an index that an index lists is against the protocol
			queue(a, sitemap, 0)
		}
	}
	for _, a := range e.pages {
		queue(a, entry, 0)
	}
	c.add(found...)
	c.end(it, nil, nil, true, c.validLine(it, res))
}

// page takes a page, and goes on to the next one of its article.
func (c *crawl) page(it *item, res *response, kind, contentType string) {
	p, address := it.page, it.url.String()
	if len(it.articles) == 0 {
		p.URL, p.Header, p.Body, p.Fetched = address, res.header, res.body, res.Date
		it.valid = c.validLine(it, res)
	}
	if c.f.pages > 1 && kind != "text/plain" {
		a, err := c.f.extract.Extract(res.body, extract.Page{ContentType: contentType, URL: address, Fetched: res.Date})
		switch {
		case errors.Is(err, extract.ErrNotHTML):
			p.Body = nil
			c.fail(it, res.status, fmt.Errorf("%w: %w", ErrNotPage, err), true)
			return
		case len(it.articles) > 0 && (err != nil || slices.ContainsFunc(it.articles, func(b *extract.Article) bool { return b.Body == a.Body })):
			// The number in the address changes nothing: this was the last page.
		case err == nil:
			if len(it.articles) > 0 {
				p.More = append(p.More, Part{URL: address, Header: res.header, Body: res.body})
			}
			it.articles = append(it.articles, a)
			next, err := parseAddress(a.NextPage, it.url)
			if a.NextPage != "" && err == nil && next.Host == it.url.Host && !slices.Contains(it.chain, next.String()) {
				c.frontier.claim(next.String(), true)
				if len(it.articles) < c.f.pages {
					it.redirects = 0
					c.goOn(it, next)
					return
				}
			}
		}
	}
	c.finish(it, nil, true, it.valid)
}

// finish ends an item that has brought a page.
func (c *crawl) finish(it *item, err error, final bool, more ...stateLine) {
	p := it.page
	p.Article = extract.Stitch(it.articles...)
	if it.depth > 0 {
		c.follow(it)
	}
	c.end(it, p, err, final, more...)
}

// follow queues the links of a page within its site.
func (c *crawl) follow(it *item) {
	p := it.page
	site := it.site
	if it.kind == seed {
		if u, err := url.Parse(p.URL); err == nil {
			site = siteOf(u)
		}
	}
	var found []*item
	follow := func(body []byte, header http.Header, address string) {
		for _, l := range pageLinks(body, header.Get("Content-Type"), address) {
			u, err := url.Parse(l)
			if err == nil && siteOf(u) == site && c.f.wants(l) && !slices.Contains(it.chain, l) {
				found = append(found, &item{asked: l, url: u, kind: link, depth: it.depth - 1, site: site})
			}
		}
	}
	follow(p.Body, p.Header, p.URL)
	for _, m := range p.More {
		follow(m.Body, m.Header, m.URL)
	}
	c.add(found...)
}

// unchanged ends an item that is as it was in an earlier crawl.
func (c *crawl) unchanged(it *item) {
	c.end(it, nil, nil, true, stateLine{Done: it.url.String()})
}

// validLine is the line of the state for the address at which a response came.
func (c *crawl) validLine(it *item, res *response) stateLine {
	v := validator{ETag: res.header.Get("ETag"), Modified: res.header.Get("Last-Modified")}
	if len(v.ETag) > maxValidator || len(v.Modified) > maxValidator {
		v = validator{}
	}
	return stateLine{Done: it.url.String(), validator: v}
}

// fail ends an item that has failed, for good where another crawl need not try it again. Where it is a following page that has
// failed, the pages before it are kept.
func (c *crawl) fail(it *item, status int, err error, final bool) {
	if it.page == nil {
		it.page = &Page{Asked: it.asked, URL: it.asked}
	}
	e := &Error{URL: it.asked, Status: status, Err: err}
	switch {
	case err == errFollowing:
		c.end(it, nil, nil, true)
	case len(it.articles) > 0:
		e.Err = fmt.Errorf("%w: %s: %w", ErrNextPage, it.url, err)
		c.finish(it, e, final) // without validators: the next crawl needs it whole
	case it.kind == link && (errors.Is(err, ErrRobots) || errors.Is(err, ErrScope) || errors.Is(err, ErrNotPage)):
		c.end(it, nil, e, true)
	default:
		c.end(it, it.page, e, final)
	}
}

// end hands an item that is done with to the caller: silently where p is nil.
func (c *crawl) end(it *item, p *Page, err error, final bool, more ...stateLine) {
	o := &outcome{page: p, err: err, result: Result{URL: it.asked, Err: err, Requests: it.requests, Bytes: it.bytes}}
	if it.page != nil {
		o.result.Status = it.page.Status
	}
	if final && c.state != nil {
		if len(it.chain) == 0 {
			o.lines = append(o.lines, stateLine{Done: it.asked})
		}
		for _, a := range it.chain {
			o.lines = append(o.lines, stateLine{Done: a})
		}
		o.lines = append(o.lines, more...)
	}
	c.send(o)
}

package web

import (
	"crypto/x509"
	"errors"
	"fmt"
	"net/netip"
	"regexp"
	"strings"
	"time"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/extract"
)

// Product is the name by which the fetcher tells itself to servers, and that it looks for in robots.txt.
const Product = "xinwen"

// Fetcher fetches pages. It is immutable and safe for concurrent use; each call of Fetch is a crawl of its own.
type Fetcher struct {
	extract *extract.Extractor

	contact     string
	delay       time.Duration
	concurrency int
	perHost     int
	timeout     time.Duration
	maxWait     time.Duration
	retries     int
	backoff     time.Duration
	maxBytes    int
	redirects   int
	pages       int
	depth       int
	include     []*regexp.Regexp
	exclude     []*regexp.Regexp
	limit       int
	state       string
	noRobots    bool
	guard       guard
	resolve     Resolver
	roots       *x509.CertPool
	observe     func(Result)
}

// Option sets up a Fetcher.
type Option func(*Fetcher) error

// New returns a fetcher. Without options it makes at most 8 requests at once, one at a time to a host and a second apart.
func New(opts ...Option) (*Fetcher, error) {
	f := &Fetcher{
		delay: time.Second, concurrency: 8, perHost: 1, timeout: 30 * time.Second, maxWait: 2 * time.Minute, retries: 3, backoff: time.Second,
		maxBytes: xinwen.DefaultMaxBytes, redirects: 10, pages: 20, limit: 1_000_000,
	}
	for _, o := range opts {
		if err := o(f); err != nil {
			return nil, err
		}
	}
	var err error
	f.extract, err = extract.New()
	return f, err
}

// WithContact adds to the user agent how its owner is reached: an address of a page or of mail.
func WithContact(contact string) Option {
	return func(f *Fetcher) error {
		if strings.ContainsFunc(contact, func(r rune) bool { return r < ' ' || r >= 0x7F || strings.ContainsRune("()\\", r) }) {
			return fmt.Errorf("web: contact %q: it goes into a header, so it must be ASCII without parentheses", contact)
		}
		f.contact = contact
		return nil
	}
}

// WithDelay sets the least time between the beginnings of two requests to one host; the default is a second. A Crawl-delay in
// robots.txt holds where it is longer.
func WithDelay(d time.Duration) Option {
	return func(f *Fetcher) error {
		f.delay = d
		return atLeast("delay", d, 0)
	}
}

// WithConcurrency sets how many requests may be under way, in all and to one host; the defaults are 8 and 1.
func WithConcurrency(all, perHost int) Option {
	return func(f *Fetcher) error {
		f.concurrency, f.perHost = all, perHost
		return errors.Join(atLeast("concurrency", all, 1), atLeast("concurrency of a host", perHost, 1))
	}
}

// WithTimeout sets how long one request may take, its body included; the default is 30 seconds.
func WithTimeout(d time.Duration) Option {
	return func(f *Fetcher) error {
		f.timeout = d
		return atLeast("timeout", d, 1)
	}
}

// WithMaxWait sets the longest wait that a host may ask for by Retry-After or Crawl-delay; the default is two minutes. Its
// pages fail where it asks for more.
func WithMaxWait(d time.Duration) Option {
	return func(f *Fetcher) error {
		f.maxWait = d
		return atLeast("longest wait", d, 0)
	}
}

// WithRetries sets how often a request is tried again that failed for a reason that may pass, and how long to wait the first
// time, if the server does not say; the wait doubles each time. The defaults are 3 and a second. A time-out is tried again once.
func WithRetries(n int, wait time.Duration) Option {
	return func(f *Fetcher) error {
		f.retries, f.backoff = n, wait
		return errors.Join(atLeast("retries", n, 0), atLeast("wait before a retry", wait, 0))
	}
}

// WithMaxBytes sets the size of the largest page, in bytes, once its codings are undone; the default is
// [xinwen.DefaultMaxBytes]. Reading stops there and the page fails. Feeds and sitemaps may have 50 MB.
func WithMaxBytes(n int) Option {
	return func(f *Fetcher) error {
		f.maxBytes = n
		return atLeast("limit of bytes", n, 1)
	}
}

// WithMaxRedirects sets how many redirects of one address are followed; the default is 10.
func WithMaxRedirects(n int) Option {
	return func(f *Fetcher) error {
		f.redirects = n
		return atLeast("redirects", n, 0)
	}
}

// WithMaxPages sets how many pages of one article are fetched and joined; the default is 20, and 1 follows none.
func WithMaxPages(n int) Option {
	return func(f *Fetcher) error {
		f.pages = n
		return atLeast("pages of an article", n, 1)
	}
}

// WithDepth makes the fetcher follow the links of pages that are given, within the host of each (with and without www), n steps
// far; the default is 0.
func WithDepth(n int) Option {
	return func(f *Fetcher) error {
		f.depth = n
		return atLeast("depth", n, 0)
	}
}

// WithInclude takes of the addresses that feeds, sitemaps, lists and pages name only those that one of the patterns matches
// somewhere.
func WithInclude(patterns ...*regexp.Regexp) Option {
	return func(f *Fetcher) error {
		f.include = append(f.include, patterns...)
		return nil
	}
}

// WithExclude leaves out the addresses that one of the patterns matches somewhere, as WithInclude.
func WithExclude(patterns ...*regexp.Regexp) Option {
	return func(f *Fetcher) error {
		f.exclude = append(f.exclude, patterns...)
		return nil
	}
}

// WithLimit sets how many addresses are taken up in all; the default is a million. Those beyond are left out, which
// [Result.Dropped] tells. The memory of a crawl grows with it: by a hundred bytes or so for each address that was seen.
func WithLimit(n int) Option {
	return func(f *Fetcher) error {
		f.limit = n
		return atLeast("limit of addresses", n, 1)
	}
}

// WithState keeps the state of the crawl in a file. A crawl that was killed goes on where it was when it is started again with
// that file, without fetching what is finished: a page is finished when the loop asks for the next one. After one that ended,
// the next asks only for what has changed since, where the server can tell (ETag, Last-Modified), and again for what failed for a
// passing reason. One crawl at a time may use a file.
func WithState(path string) Option {
	return func(f *Fetcher) error {
		f.state = path
		return nil
	}
}

// IgnoreRobots fetches what robots.txt forbids, for sites of one's own.
func IgnoreRobots() Option {
	return func(f *Fetcher) error {
		f.noRobots = true
		return nil
	}
}

// AllowPrivate lets connections go to the given networks although they are not public, and to any where none is given.
func AllowPrivate(networks ...netip.Prefix) Option {
	return func(f *Fetcher) error {
		if len(networks) == 0 {
			networks = prefixes("0.0.0.0/0", "::/0")
		}
		f.guard.allowed = append(f.guard.allowed, networks...)
		return nil
	}
}

// WithResolver sets how the addresses of hosts are found; the default is that of package net.
func WithResolver(r Resolver) Option {
	return func(f *Fetcher) error {
		f.resolve = r
		return nil
	}
}

// WithRootCAs sets the authorities whose certificates are trusted; the default are those of the system.
func WithRootCAs(pool *x509.CertPool) Option {
	return func(f *Fetcher) error {
		f.roots = pool
		return nil
	}
}

// WithObserver calls observe for each address that is done with, between the steps of the loop over Fetch and on its goroutine.
func WithObserver(observe func(Result)) Option {
	return func(f *Fetcher) error {
		f.observe = observe
		return nil
	}
}

// Result tells how an address ended.
type Result struct {
	URL      string // that was asked for
	Status   int    // of the last response; 0 where there was none. 304 for a page that has not changed
	Err      error  // why there is no page, or not all of it
	Requests int    // that were made for it
	Bytes    int64  // of the bodies, as they were transferred
	Waiting  int    // addresses that are still to be fetched
	Dropped  int    // addresses that were left out because of the limit, so far
}

func atLeast[T int | time.Duration](what string, n, least T) error {
	if n < least {
		return fmt.Errorf("web: %s of %v: it must be %v or more", what, n, least)
	}
	return nil
}

// userAgent is what the fetcher calls itself.
func (f *Fetcher) userAgent() string {
	if f.contact == "" {
		return Product + "/1 (+https://github.com/xinwen-go/xinwen)"
	}
	return Product + "/1 (+https://github.com/xinwen-go/xinwen; " + f.contact + ")"
}

// interval is the least time between two requests to a host.
func (f *Fetcher) interval(r *robots) time.Duration {
	if r == nil || r.refuse != nil {
		return f.delay
	}
	return max(f.delay, r.delay)
}

// wants applies the patterns to an address that was found.
func (f *Fetcher) wants(address string) bool {
	match := func(list []*regexp.Regexp) bool {
		for _, r := range list {
			if r.MatchString(address) {
				return true
			}
		}
		return false
	}
	return (len(f.include) == 0 || match(f.include)) && !match(f.exclude)
}

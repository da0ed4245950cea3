// Package web fetches pages: from addresses, feeds, sitemaps and list pages to a stream of pages, which can be analysed, written
// as JSON Lines or kept in a WARC archive.
//
// It is a good guest: it reads robots.txt (RFC 9309) and keeps its Crawl-delay, makes one request a second to a host and one at a
// time unless told otherwise, says who it is, waits as long as a server asks for (Retry-After), and asks for a page that it knows
// only if that has changed. It does not let itself be led into the network it runs in: connections go to public addresses
// alone, which is checked when the socket is connected, after names are resolved. Redirects are requests like any other: they
// wait for their host, ask its robots.txt, and are checked and counted. It keeps no cookies, and what servers send is bounded
// in size and time.
//
// A [Fetcher] is built once with options; [Fetcher.Fetch] is a crawl. With [WithState] a crawl that was killed goes on where it
// was. [Page.Exchanges] are written to an archive by [warc.Writer.WriteExchange].
//
// # Libraries that are not used
//
// The crawl is one scheduler over plain net/http: it alone knows when a host may be asked next, so that it needs neither a limiter
// for each host nor a framework with its own queue. Feeds and sitemaps are read with encoding/xml after the project's own
// charset decision, since only addresses are wanted of them. The rules of robots.txt are read here because RFC 9309 asks for
// patterns that match from the beginning of a path, for broken lines to be passed over, and for paths to be compared in one
// form of percent-encoding.
package web

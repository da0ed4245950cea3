package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"github.com/xinwen-go/xinwen/corpus/warc"
)

const (
	maxHeader    = 256 << 10 // bytes of a response
	maxErrorBody = 64 << 10  // bytes that are kept of the body of a redirect or an error
	maxList      = 50 << 20  // bytes of a feed or sitemap; the sitemap protocol allows as much
	dialTimeout  = 15 * time.Second
	idleTimeout  = 30 * time.Second
)

// transport makes the connections of one crawl. Proxies of the environment are not used: the address that is checked would be
// that of the proxy, which resolves the name itself. HTTP/2 is not used: it gains nothing at a few requests a second, and an
// archive has no form for it.
func (f *Fetcher) transport(life context.Context) *http.Transport {
	return &http.Transport{
		DialContext:            f.guard.dialer(life, f.resolve, dialTimeout),
		TLSClientConfig:        &tls.Config{RootCAs: f.roots},
		TLSHandshakeTimeout:    dialTimeout,
		MaxIdleConns:           4 * f.concurrency,
		MaxIdleConnsPerHost:    f.perHost,
		IdleConnTimeout:        idleTimeout,
		MaxResponseHeaderBytes: maxHeader,
		DisableCompression:     true, // it is asked for and undone here, so that an archive gets what was sent
	}
}

// want says what is read of a response.
type want struct {
	types func(mediaType string) error // refuses what is not wanted, before it is read; nil wants all
	limit func(mediaType string) int   // in bytes
	cut   bool                         // a larger body is cut, and does not fail
}

// response is an answer, with as much of its body as is wanted.
type response struct {
	*warc.Exchange
	status int
	header http.Header
	body   []byte // content codings undone
	err    error  // why the body could not be read, or is not wanted
}

// get makes one request. It fails where there is no response.
func (c *crawl) get(u *url.URL, v validator, w want) (*response, error) {
	ctx, cancel := context.WithTimeout(c.ctx, c.f.timeout)
	defer cancel()
	var remote string
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(i httptrace.GotConnInfo) {
		if a, err := netip.ParseAddrPort(i.Conn.RemoteAddr().String()); err == nil {
			remote = a.Addr().Unmap().String()
		}
	}})
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", c.f.userAgent())
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1")
	req.Header.Set("Accept-Language", "zh")
	req.Header.Set("Accept-Encoding", "gzip")
	if v.ETag != "" {
		req.Header.Set("If-None-Match", v.ETag)
	}
	if v.Modified != "" {
		req.Header.Set("If-Modified-Since", v.Modified)
	}
	begun := time.Now()
	res, err := c.transport.RoundTrip(req)
	if err != nil {
		return nil, c.inTime(err)
	}
	defer res.Body.Close()
	r := &response{status: res.StatusCode, header: res.Header}
	r.Exchange = &warc.Exchange{Request: req.WithContext(context.Background()), Response: res, Date: begun, IP: remote}
	r.read(res, w)
	r.err = c.inTime(r.err)
	res.Body, res.TLS, res.Request = http.NoBody, nil, nil
	return r, nil
}

// inTime tells a time-out in words.
func (c *crawl) inTime(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("no whole response within %v: %w", c.f.timeout, err)
	}
	return err
}

// read reads the body of a response. Of anything but a page it keeps the beginning, for the archive.
func (r *response) read(res *http.Response, w want) {
	limit, cut := maxErrorBody, true
	kind := mediaType(res.Header)
	if res.StatusCode == http.StatusOK {
		if w.types != nil {
			if r.err = w.types(kind); r.err != nil {
				return
			}
		}
		limit, cut = w.limit(kind), w.cut
		if res.ContentLength > int64(limit) && !cut {
			r.err = fmt.Errorf("%w: %d bytes, of %d allowed", ErrTooLarge, res.ContentLength, limit)
			return
		}
	}
	r.Body, r.err = readLimited(res.Body, limit, cut)
	if len(r.Body) > limit {
		r.Body = r.Body[:limit]
		r.Fields = append(r.Fields, warc.Field{Name: "WARC-Truncated", Value: "length"})
	}
	if r.err == nil {
		r.body, r.err = decode(r.Body, res.Header, limit, cut)
	}
}

// readLimited reads up to a byte more than the limit, and fails there unless the rest may be cut.
func readLimited(in io.Reader, limit int, cut bool) ([]byte, error) {
	var b bytes.Buffer
	_, err := b.ReadFrom(io.LimitReader(in, int64(limit)+1))
	if err == nil && b.Len() > limit && !cut {
		err = fmt.Errorf("%w of %d bytes", ErrTooLarge, limit)
	}
	return b.Bytes(), err
}

// decode undoes the content coding. Only gzip was asked for.
func decode(b []byte, h http.Header, limit int, cut bool) ([]byte, error) {
	switch coding := strings.ToLower(strings.TrimSpace(h.Get("Content-Encoding"))); coding {
	case "", "identity":
		return b, nil
	case "gzip", "x-gzip":
		if !isGzip(b) { // a header that does not say the truth
			return b, nil
		}
		return unzip(b, limit, cut)
	default:
		return nil, fmt.Errorf("%w: it came in the content coding %.20q, which was not asked for", ErrNotPage, coding)
	}
}

func unzip(b []byte, limit int, cut bool) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	z.Multistream(false)
	out, err := readLimited(z, limit, cut)
	if cut && len(out) > 0 { // the coded bytes may have been cut already
		err = nil
	}
	return out[:min(len(out), limit)], err
}

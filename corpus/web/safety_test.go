package web_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/xinwen-go/xinwen/corpus/web"
)

// TestHostileServers: whatever servers do, each of their addresses ends soon, in an error, and a good page is fetched beside them.
func TestHostileServers(t *testing.T) {
	s := newSite(t)
	zeros := make([]byte, 1<<20)
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	for range 64 {
		z.Write(zeros)
	}
	z.Close()
	html := func(f http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			f(w, r)
		}
	}
	s.page("/good", "青江大桥合龙")
	s.mux.HandleFunc("/endless", html(func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := w.Write(zeros); err != nil {
				return
			}
		}
	}))
	s.mux.HandleFunc("/gigabyte", html(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1073741824")
		for range 1024 {
			if _, err := w.Write(zeros); err != nil {
				return
			}
		}
	}))
	s.mux.HandleFunc("/bomb", html(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb.Bytes())
	}))
	s.mux.HandleFunc("/bomb.xml.gz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/gzip")
		w.Write(bomb.Bytes())
	})
	s.mux.HandleFunc("/coding", html(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "br")
		io.WriteString(w, "???")
	}))
	s.mux.HandleFunc("/torn.gz", html(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb.Bytes()[:100])
	}))
	s.mux.HandleFunc("/cut", html(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100000")
		io.WriteString(w, pageOf("半页"))
	}))
	s.mux.HandleFunc("/rubbish", func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err == nil {
			io.WriteString(conn, "ＨＴＴＰ?\r\n\r\n")
			conn.Close()
		}
	})
	s.mux.HandleFunc("/header", func(w http.ResponseWriter, r *http.Request) {
		for i := range 20_000 {
			w.Header().Set(fmt.Sprint("X-", i), strings.Repeat("x", 100))
		}
	})
	s.mux.HandleFunc("/circle/{n}", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, map[string]string{"1": "/circle/2", "2": "/circle/1"}[r.PathValue("n")], http.StatusFound)
	})
	s.mux.HandleFunc("/spiral/", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Path+"x", http.StatusMovedPermanently)
	})
	s.mux.HandleFunc("/to-file", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", "file:///etc/passwd")
		w.WriteHeader(302)
	})
	s.mux.HandleFunc("/to-user", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://root:secret@a.test/", http.StatusFound)
	})
	s.mux.HandleFunc("/deep.xml", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/xml")
		io.WriteString(w, "<urlset>"+strings.Repeat("<url>", 100_000))
	})
	s.mux.HandleFunc("/5xx", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(502) })
	tlsServer := httptest.NewTLSServer(s.mux)
	t.Cleanup(tlsServer.Close)
	want := map[string]error{
		"/endless": web.ErrTooLarge, "/gigabyte": web.ErrTooLarge, "/bomb": web.ErrTooLarge,
		"/bomb.xml.gz": web.ErrNotPage, "/coding": web.ErrNotPage, "/torn.gz": io.ErrUnexpectedEOF, "/cut": io.ErrUnexpectedEOF, "/rubbish": nil, "/header": nil,
		"/circle/1": web.ErrRedirects, "/spiral/": web.ErrRedirects, "/to-file": web.ErrScheme, "/to-user": nil, "/5xx": web.ErrStatus,
	}
	if raceEnabled {
		delete(want, "/bomb.xml.gz") // 50 MB take long
	}
	seeds := []string{tlsServer.URL + "/good", s.on("nobody.invalid", "/"), s.URL + "/good"}
	for path := range want {
		seeds = append(seeds, s.URL+path)
	}
	seeds = append(seeds, s.URL+"/deep.xml")
	pages, errs := crawl(t, rude(web.WithTimeout(30*time.Second), web.WithRetries(1, time.Millisecond), web.WithConcurrency(30, 30), web.WithMaxBytes(1<<20)), seeds...)
	assert.Equal(t, []string{s.URL + "/good"}, keys(pages))
	assert.Len(t, errs, len(want)+2)
	for path, cause := range want {
		err := errs[s.URL+path]
		assert.Error(t, err, path)
		if cause != nil {
			assert.ErrorIs(t, err, cause, path)
		}
	}
	var unknown x509.UnknownAuthorityError
	assert.ErrorAs(t, errs[tlsServer.URL+"/good"], &unknown)
	assert.Equal(t, 2, s.count("/5xx"))
	assert.Equal(t, 2, s.count("/cut"))
	assert.Equal(t, 1, s.count("/endless"))

	pool := x509.NewCertPool()
	pool.AddCert(tlsServer.Certificate())
	pages, errs = crawl(t, rude(web.WithRootCAs(pool)), tlsServer.URL+"/good")
	assert.Len(t, pages, 1)
	assert.Empty(t, errs)
}

// TestSlowServers: one that is silent, or sends a byte now and then, is given up in time, and so is one behind a bad name.
func TestSlowServers(t *testing.T) {
	s := newSite(t)
	s.page("/good", "青江大桥合龙")
	stop := make(chan struct{})
	t.Cleanup(func() { close(stop) })
	s.mux.HandleFunc("/silent", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-stop:
		}
	})
	s.mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for r.Context().Err() == nil {
			io.WriteString(w, "慢")
			w.(http.Flusher).Flush()
			time.Sleep(50 * time.Millisecond)
		}
	})
	resolver := func(ctx context.Context, host string) ([]netip.Addr, error) {
		if host == "nowhere.test" {
			<-ctx.Done()
			return nil, ctx.Err()
		}
		return resolve(ctx, host)
	}
	seeds := []string{s.URL + "/silent", s.URL + "/slow", s.on("nowhere.test", "/")}
	pages, errs := crawl(t, rude(web.WithResolver(resolver), web.WithTimeout(time.Second), web.WithRetries(9, 0)), append(seeds, s.on("good.test", "/good"))...)
	assert.Len(t, pages, 1)
	for _, a := range seeds {
		assert.ErrorIs(t, errs[a], context.DeadlineExceeded, a)
	}
	assert.Equal(t, 2, s.count("/silent"))
}

// TestPrivateAddresses: a public site (here: 127.0.0.2, which the options allow) leads nowhere else, neither by an address, nor by a
// name that resolves to one, nor by one that resolves to another address each time.
func TestPrivateAddresses(t *testing.T) {
	inside := newSite(t)
	inside.page("/secret", "内部网页")
	u, _ := url.Parse(inside.URL)
	var turns sync.Map
	resolver := func(_ context.Context, host string) ([]netip.Addr, error) {
		switch host {
		case "public.test":
			return []netip.Addr{netip.MustParseAddr("127.0.0.2")}, nil
		case "rebind.test": // harmless when it is looked up first, and for robots.txt
			if n, _ := turns.LoadOrStore(host, new(int)); *n.(*int) < 1 {
				*n.(*int)++
				return []netip.Addr{netip.MustParseAddr("127.0.0.2")}, nil
			}
			return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
		case "mapped.test":
			return []netip.Addr{netip.MustParseAddr("::ffff:127.0.0.1")}, nil
		case "metadata.test":
			return []netip.Addr{netip.MustParseAddr("169.254.169.254")}, nil
		}
		return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
	}
	public := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/robots.txt":
			w.Header().Set("Connection", "close")
			http.NotFound(w, r)
		case strings.HasPrefix(r.Host, "rebind.test"):
			io.WriteString(w, "not reached by name")
		default:
			http.Redirect(w, r, r.URL.Query().Get("to"), http.StatusFound)
		}
	}))
	l, err := net.Listen("tcp", "127.0.0.2:0")
	if err != nil {
		t.Skip("no second loopback address:", err)
	}
	public.Listener.Close()
	public.Listener = l
	public.Start()
	t.Cleanup(public.Close)
	p, _ := url.Parse(public.URL)
	var seeds []string
	for _, to := range []string{
		"http://127.0.0.1:" + u.Port() + "/secret", "http://localhost:" + u.Port() + "/secret", "http://inner.test:" + u.Port() + "/secret", "http://mapped.test:" + u.Port() + "/secret",
		"http://[::1]:" + u.Port() + "/secret", "http://[::ffff:127.0.0.1]:" + u.Port() + "/secret", "http://0.0.0.0:" + u.Port() + "/secret", "http://metadata.test/latest",
	} {
		seeds = append(seeds, "http://public.test:"+p.Port()+"/?to="+url.QueryEscape(to))
	}
	seeds = append(seeds, "http://rebind.test:"+p.Port()+"/")
	t.Setenv("HTTP_PROXY", inside.URL)
	pages, errs := crawl(t, rude(web.WithResolver(resolver))[1:], append(seeds, inside.URL)...)
	assert.Empty(t, pages)
	assert.Len(t, errs, len(seeds)+1)
	for a, err := range errs {
		assert.Error(t, err, a)
	}
	assert.Empty(t, inside.hits)

	// The same with that one network allowed.
	opts := rude(web.WithResolver(resolver))
	opts[0] = web.AllowPrivate(netip.MustParsePrefix("127.0.0.2/32"))
	turns.Clear()
	_, errs = crawl(t, opts, append(seeds, inside.URL)...)
	assert.Len(t, errs, len(seeds)+1)
	for a, err := range errs {
		assert.ErrorIs(t, err, web.ErrAddress, a)
	}
	assert.Empty(t, inside.hits)
}

package web_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/xinwen-go/xinwen/corpus/warc"
	"github.com/xinwen-go/xinwen/corpus/web"
)

// serve serves a page and a feed that lists it, on loopback, for the examples.
func serve() (address string, stop func()) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	s := &http.Server{ReadHeaderTimeout: time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			fmt.Fprintf(w, "<rss><channel><item><link>http://%s/1.html</link></item></channel></rss>", r.Host)
		case "/1.html":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			io.WriteString(w, "<h1>青江大桥合龙</h1><p>11月7日，青江大桥合龙，两岸群众奔走相告。</p><p>大桥全长2公里，总投资18亿元。</p>")
		default:
			http.NotFound(w, r)
		}
	})}
	go s.Serve(l)
	return "http://" + l.Addr().String(), func() { s.Close() }
}

// Fetching a feed. A site on the web needs none of the options here.
func ExampleFetcher_Fetch() {
	site, stop := serve()
	defer stop()
	f, err := web.New(web.AllowPrivate(netip.MustParsePrefix("127.0.0.0/8")), web.WithDelay(0))
	if err != nil {
		log.Fatal(err)
	}
	for p, err := range f.Fetch(context.Background(), web.Seeds(site+"/feed", site+"/2.html")) {
		if err != nil {
			fmt.Println(strings.ReplaceAll(err.Error(), site, ""))
			continue
		}
		fmt.Println(p.Status, p.Article.Title)
	}
	// Unordered output:
	// 200 青江大桥合龙
	// web: /2.html: the server answered 404 Not Found
}

// Pages as lines of JSON, which xinwen analyze reads.
func ExamplePage_MarshalJSON() {
	page := &web.Page{Asked: "http://example.com/1", URL: "http://example.com/1.html", Body: []byte("<p>合龙</p>")}
	line, err := json.Marshal(page)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(line))
	// Output: {"id":"http://example.com/1","url":"http://example.com/1.html","html_base64":"PHA+5ZCI6b6ZPC9wPg=="}
}

// Keeping the exchanges of a crawl in an archive.
func ExamplePage_exchanges() {
	site, stop := serve()
	defer stop()
	f, err := web.New(web.AllowPrivate(), web.WithDelay(0))
	if err != nil {
		log.Fatal(err)
	}
	w := warc.NewWriter(io.Discard)
	for p := range f.Fetch(context.Background(), web.Seeds(site+"/1.html")) {
		for _, x := range p.Exchanges {
			response, request, err := w.WriteExchange(x)
			if err != nil {
				log.Fatal(err)
			}
			fmt.Println(response.Length > 0, request.Length > 0)
		}
	}
	// Output: true true
}

// A crawl that keeps its state asks a second time only for what has changed.
func ExampleWithState() {
	site, stop := serve()
	defer stop()
	dir, err := os.MkdirTemp("", "crawl")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	f, err := web.New(web.AllowPrivate(), web.WithDelay(0), web.WithState(filepath.Join(dir, "state")),
		web.WithObserver(func(r web.Result) { fmt.Println(r.Status, r.Requests) }))
	if err != nil {
		log.Fatal(err)
	}
	for p := range f.Fetch(context.Background(), web.Seeds(site+"/1.html")) {
		fmt.Println(p.Article.Title)
	}
	// Output:
	// 200 1
	// 青江大桥合龙
}

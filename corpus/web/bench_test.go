package web

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func BenchmarkSitemap(b *testing.B) {
	var s strings.Builder
	s.WriteString("<urlset>")
	for i := range 10_000 {
		fmt.Fprintf(&s, "<url><loc>http://news.example.com/2023/1108/%d.html</loc><lastmod>2023-11-08</lastmod></url>\n", i)
	}
	s.WriteString("</urlset>")
	body := []byte(s.String())
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if e, _ := readEntries(body, "text/xml", "http://news.example.com/"); len(e.pages) != 10_000 {
			b.Fatal(len(e.pages))
		}
	}
}

func BenchmarkRobots(b *testing.B) {
	file := []byte("User-agent: *\nDisallow: /*?\n" + strings.Repeat("Disallow: /search/*/old\nAllow: /news/*.html$\n", 50))
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		if !parseRobots(file, Product).allows("/news/2023/1108/1.html") {
			b.Fatal("not allowed")
		}
	}
}

// BenchmarkFetch fetches pages of 8 kB from a server in the same process, with extraction.
func BenchmarkFetch(b *testing.B) {
	page := "<html><head><title>大桥合龙</title></head><body><h1>大桥合龙</h1>" + strings.Repeat("<p>11月7日，青江大桥合龙，两岸群众奔走相告，这是县里等待多年的一天。</p>", 80) + "</body></html>"
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, page)
	}))
	defer s.Close()
	f, err := New(AllowPrivate(), WithDelay(0), WithConcurrency(8, 8), IgnoreRobots())
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	n := 0
	for range f.Fetch(context.Background(), func(yield func(Seed) bool) {
		for i := 0; yield(Seed{URL: fmt.Sprint(s.URL, "/", i)}); i++ {
		}
	}) {
		if n++; !b.Loop() {
			break
		}
	}
}

// Scrape: a small site to a table. The site is served here, from files of this folder, so that nothing else is asked for
// anything; with addresses as arguments those are scraped instead.
package main

import (
	"context"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus/web"
)

//go:embed site
var site embed.FS

func main() {
	var err error
	if len(os.Args) > 1 {
		var seeds []web.Seed
		for _, a := range os.Args[1:] {
			seeds = append(seeds, web.Seed{URL: a})
		}
		err = scrape(context.Background(), os.Stdout, os.Stderr, seeds)
	} else {
		err = scrapeOwn(os.Stdout, os.Stderr)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// scrapeOwn scrapes the site of this folder: its feed, and what the headlines of its list page lead to.
func scrapeOwn(w, errs io.Writer) error {
	home, stop, err := serve()
	if err != nil {
		return err
	}
	defer stop()
	seeds := []web.Seed{{URL: home + "/feed.xml"}, {URL: home + "/list.html", List: true}}
	return scrape(context.Background(), w, errs, seeds, web.AllowPrivate(), web.WithDelay(0)) // it is our own
}

// serve serves the files of the site on loopback.
func serve() (address string, stop func() error, err error) {
	files, err := fs.Sub(site, "site")
	if err != nil {
		return "", nil, err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	s := &http.Server{Handler: http.FileServerFS(files), ReadHeaderTimeout: 5 * time.Second}
	go s.Serve(l)
	return "http://" + l.Addr().String(), s.Close, nil
}

// scrape fetches pages, analyses each and writes a table: day, title, the people with their posts, the figures that are claimed.
// What fails is told on errs.
func scrape(ctx context.Context, w, errs io.Writer, seeds []web.Seed, opts ...web.Option) error {
	f, err := web.New(opts...)
	if err != nil {
		return err
	}
	p, err := xinwen.New(xinwen.Only(xinwen.People, xinwen.Claims))
	if err != nil {
		return err
	}
	var rows []string
	for page, err := range f.Fetch(ctx, slices.Values(seeds)) {
		if err != nil {
			fmt.Fprintln(errs, err)
			continue
		}
		rec, err := p.Process(ctx, page.Input())
		if err != nil {
			fmt.Fprintln(errs, err)
			continue
		}
		rows = append(rows, row(rec))
	}
	slices.Sort(rows) // pages come in as servers answer
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintln(tw, r)
	}
	return tw.Flush()
}

func row(rec *xinwen.Record) string {
	var people, figures []string
	for _, person := range rec.People {
		for _, post := range person.Posts {
			people = append(people, person.NameHans+" "+post.Org+post.Position)
		}
	}
	for _, c := range rec.Claims {
		if c.Measure != nil {
			figures = append(figures, c.Measure.Text+" "+rec.Slice(rec.Quantities[c.Quantity].Span))
		}
	}
	day, _, _ := strings.Cut(rec.Published, "T")
	return strings.Join([]string{day, rec.Title, strings.Join(people, "、"), strings.Join(figures, "、")}, "\t")
}

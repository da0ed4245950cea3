package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus"
	"github.com/xinwen-go/xinwen/extract"
)

type extractCmd struct {
	source
	Format  string `enum:"text,markdown,json" default:"text" help:"What to write: ${enum}. text is the body, json a line for each page with its metadata."`
	URL     string `placeholder:"URL" help:"Address of the page, for what its own address tells."`
	Fetched string `placeholder:"TIME" help:"When the pages were fetched, for times such as 3小时前: a date or an RFC 3339 time. Documents that give their own go by it."`
	Rules   string `type:"existingfile" placeholder:"FILE" help:"Rules for sites, as TOML: CSS selectors by host."`
	Learn   bool   `help:"Read the inputs twice, and leave out what the pages of one host have in common."`
	Paths   bool   `help:"In JSON, tell where in the page each paragraph stands, as a CSS selector."`
	Stitch  bool   `help:"The inputs are the pages of one article, in order: write one article." xor:"what"`
	Links   bool   `help:"The inputs are list pages: write a JSON line for each of their entries, with title, url and date." xor:"what"`
}

// articleLine is the JSON form of an extracted page.
type articleLine struct {
	ID            string                `json:"id"`
	URL           string                `json:"url"`
	Charset       string                `json:"charset"`
	LeadIn        string                `json:"lead_in"`
	Title         string                `json:"title"`
	Subtitles     []string              `json:"subtitles"`
	OriginalTitle string                `json:"original_title"`
	Authors       []string              `json:"authors"`
	Editors       []string              `json:"editors"`
	Outlet        string                `json:"outlet"`
	Published     string                `json:"published"`
	Updated       string                `json:"updated"`
	Section       string                `json:"section"`
	Keywords      []string              `json:"keywords"`
	NextPage      string                `json:"next_page"`
	Images        []imageLine           `json:"images"`
	Body          string                `json:"body"`
	Paragraphs    []paragraphLine       `json:"paragraphs,omitempty"`
	Truncated     bool                  `json:"truncated"`
	Origins       map[string]originLine `json:"origins"`
}

type imageLine struct {
	URL     string `json:"url"`
	Caption string `json:"caption"`
}

// paragraphLine is a paragraph of the body, with its range in code points.
type paragraphLine struct {
	Start int          `json:"start"`
	End   int          `json:"end"`
	Kind  extract.Kind `json:"kind"`
	Path  string       `json:"path"`
}

type originLine struct {
	From       extract.Source `json:"from"`
	Confidence float64        `json:"confidence"`
}

type linkLine struct {
	Title string `json:"title"`
	URL   string `json:"url"`
	Date  string `json:"date"`
}

// Run writes the article of each page, or that of all of them, or the links of list pages.
func (c *extractCmd) Run(ctx context.Context, s streams) error {
	if c.In == "auto" && len(c.Inputs) == 0 {
		c.In = "html" // standard input is a page here, whatever it begins with
	}
	fetched, err := xinwen.ParsePublished(c.Fetched)
	if err != nil {
		return errors.New("--fetched: give a date (2021-04-28) or an RFC 3339 time (2021-04-28T09:30:00+08:00)")
	}
	opts, err := c.options(ctx, s)
	if err != nil {
		return err
	}
	x, err := extract.New(opts...)
	if err != nil {
		return err
	}
	var pages []*extract.Article
	first := ""
	err = c.filter(ctx, s, func(w *bytes.Buffer, id string, doc *xinwen.Input) error {
		if doc.HTML == nil {
			return errors.New("this is not a page: use --in html if it is one")
		}
		page := c.page(doc, fetched)
		if c.Links {
			links, err := x.Links(doc.HTML, page)
			if err != nil {
				return err
			}
			for _, l := range links {
				if err := encode(w, linkLine{l.Title, l.URL, l.Date.String()}); err != nil {
					return err
				}
			}
			return nil
		}
		a, err := x.Extract(doc.HTML, page)
		if err != nil {
			return err
		}
		if c.Stitch {
			if len(pages) == 0 {
				first = id
			}
			pages = append(pages, a)
			return nil
		}
		return c.write(w, id, a)
	})
	if len(pages) > 0 && (err == nil || errors.Is(err, errFailedDocuments)) {
		var w bytes.Buffer
		if problem := c.write(&w, first, extract.Stitch(pages...)); problem != nil {
			return problem
		}
		if _, problem := w.WriteTo(s.out); problem != nil {
			return problem
		}
	}
	return err
}

// page is what is known of a document's page.
func (c *extractCmd) page(doc *xinwen.Input, fetched time.Time) extract.Page {
	page := extract.Page{ContentType: doc.ContentType, URL: doc.URL, Fetched: fetched}
	if c.URL != "" {
		page.URL = c.URL
	}
	if !doc.Captured.IsZero() {
		page.Fetched = doc.Captured
	} else if t, err := xinwen.ParsePublished(doc.Published); err == nil && !t.IsZero() {
		page.Fetched = t
	}
	return page
}

// write writes an article in the format that was asked for.
func (c *extractCmd) write(w *bytes.Buffer, id string, a *extract.Article) error {
	switch c.Format {
	case "json":
		return encode(w, lineOf(id, a))
	case "markdown":
		w.WriteString(a.Markdown())
	default:
		w.WriteString(a.Body)
		w.WriteByte('\n')
	}
	return nil
}

// encode writes a line of JSON.
func encode(w *bytes.Buffer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func (c *extractCmd) options(ctx context.Context, s streams) (opts []extract.Option, err error) {
	if c.Paths {
		opts = append(opts, extract.WithPaths())
	}
	if c.Rules != "" {
		f, err := os.Open(c.Rules)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		rules, err := extract.ReadRules(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.Rules, err)
		}
		opts = append(opts, extract.WithRules(rules...))
	}
	if c.Learn {
		sites, err := c.learn(ctx, s)
		return append(opts, sites...), err
	}
	return opts, nil
}

// learn reads the inputs for what the pages of each host have in common. What fails here fails again, and is told, when they are
// read for their articles.
func (c *extractCmd) learn(ctx context.Context, s streams) (opts []extract.Option, err error) {
	if len(c.Inputs) == 0 || slices.Contains(c.Inputs, corpus.Stdin) {
		return nil, errors.New("--learn reads the inputs twice: give files rather than standard input")
	}
	docs, err := c.documents(s)
	if err != nil {
		return nil, err
	}
	learners := map[string]*extract.Learner{}
	for doc, err := range docs {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil || doc.HTML == nil {
			continue
		}
		page := c.page(doc, time.Time{})
		u, err := url.Parse(page.URL)
		if err != nil || u.Hostname() == "" {
			return nil, errors.New("--learn goes by the hosts of the pages: give --url if they do not tell their address")
		}
		l, ok := learners[u.Hostname()]
		if !ok {
			l = extract.NewLearner()
			learners[u.Hostname()] = l
		}
		_ = l.Observe(doc.HTML, page)
	}
	for host, l := range learners {
		opts = append(opts, extract.WithSite(host, l.Site()))
	}
	return opts, nil
}

func lineOf(id string, a *extract.Article) articleLine {
	origins := map[string]originLine{}
	for field, o := range a.Origins.All() {
		if o.From != "" {
			origins[field] = originLine{o.From, o.Confidence}
		}
	}
	images := make([]imageLine, len(a.Images))
	for i, im := range a.Images {
		images[i] = imageLine{im.URL, im.Caption}
	}
	var paragraphs []paragraphLine
	start, texts := 0, strings.Split(a.Body, "\n")
	for i, path := range a.Paths {
		end := start + len([]rune(texts[i]))
		paragraphs = append(paragraphs, paragraphLine{start, end, a.Kinds[i], path})
		start = end + 1
	}
	list := func(s []string) []string { return append([]string{}, s...) }
	return articleLine{
		id, a.URL, a.Charset, a.LeadIn, a.Title, list(a.Subtitles), a.OriginalTitle, list(a.Authors), list(a.Editors), a.Outlet,
		a.Published.String(), a.Updated.String(), a.Section, list(a.Keywords), a.NextPage, images, a.Body, paragraphs, a.Truncated, origins,
	}
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/extract"
)

type extractCmd struct {
	source
	Format string `enum:"text,markdown,json" default:"text" help:"What to write: ${enum}. text is the body, json a line for each page with its metadata."`
	URL    string `placeholder:"URL" help:"Address of the page, for what its own address tells."`
	Rules  string `type:"existingfile" placeholder:"FILE" help:"Rules for sites, as TOML: CSS selectors by host."`
}

// articleLine is the JSON form of an extracted page.
type articleLine struct {
	ID            string         `json:"id"`
	URL           string         `json:"url"`
	Charset       string         `json:"charset"`
	LeadIn        string         `json:"lead_in"`
	Title         string         `json:"title"`
	Subtitles     []string       `json:"subtitles"`
	OriginalTitle string         `json:"original_title"`
	Authors       []string       `json:"authors"`
	Editors       []string       `json:"editors"`
	Outlet        string         `json:"outlet"`
	Published     string         `json:"published"`
	Updated       string         `json:"updated"`
	Section       string         `json:"section"`
	Keywords      []string       `json:"keywords"`
	NextPage      string         `json:"next_page"`
	Images        []imageLine    `json:"images"`
	Body          string         `json:"body"`
	Truncated     bool           `json:"truncated"`
	Origins       map[string]any `json:"origins"`
}

type imageLine struct {
	URL     string `json:"url"`
	Caption string `json:"caption"`
}

// Run writes the article of each page.
func (c *extractCmd) Run(ctx context.Context, s streams) error {
	if c.In == "auto" && len(c.Inputs) == 0 {
		c.In = "html" // standard input is a page here, whatever it begins with
	}
	opts, err := c.options()
	if err != nil {
		return err
	}
	x, err := extract.New(opts...)
	if err != nil {
		return err
	}
	return c.filter(ctx, s, func(w *bytes.Buffer, id string, doc *xinwen.Input) error {
		if doc.HTML == nil {
			return fmt.Errorf("this is not a page: use --in html if it is one")
		}
		page := extract.Page{ContentType: doc.ContentType, URL: doc.URL}
		if c.URL != "" {
			page.URL = c.URL
		}
		a, err := x.Extract(doc.HTML, page)
		if err != nil {
			return err
		}
		switch c.Format {
		case "json":
			enc := json.NewEncoder(w)
			enc.SetEscapeHTML(false)
			return enc.Encode(lineOf(id, a))
		case "markdown":
			w.WriteString(a.Markdown())
		default:
			w.WriteString(a.Body)
			w.WriteByte('\n')
		}
		return nil
	})
}

func (c *extractCmd) options() ([]extract.Option, error) {
	if c.Rules == "" {
		return nil, nil
	}
	f, err := os.Open(c.Rules)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rules, err := extract.ReadRules(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Rules, err)
	}
	return []extract.Option{extract.WithRules(rules...)}, nil
}

func lineOf(id string, a *extract.Article) articleLine {
	origins := map[string]any{}
	for field, o := range map[string]extract.Origin{
		"title": a.Origins.Title, "authors": a.Origins.Authors, "editors": a.Origins.Editors, "outlet": a.Origins.Outlet, "published": a.Origins.Published,
	} {
		if o.From != "" {
			origins[field] = map[string]any{"from": o.From, "confidence": o.Confidence}
		}
	}
	images := make([]imageLine, len(a.Images))
	for i, im := range a.Images {
		images[i] = imageLine{im.URL, im.Caption}
	}
	list := func(s []string) []string { return append([]string{}, s...) }
	return articleLine{
		id, a.URL, a.Charset, a.LeadIn, a.Title, list(a.Subtitles), a.OriginalTitle, list(a.Authors), list(a.Editors), a.Outlet,
		a.Published.String(), a.Updated.String(), a.Section, list(a.Keywords), a.NextPage, images, a.Body, a.Truncated, origins,
	}
}

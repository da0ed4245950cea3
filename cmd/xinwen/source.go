package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus"
)

// reading is how documents are read, which every command that reads them has.
type reading struct {
	In       string `enum:"auto,${formats}" default:"auto" help:"Format of the input: ${enum}. auto goes by extension (.txt, .html .htm .shtml .xhtml, .json, .jsonl .ndjson, .csv, .tsv .tab, .warc, .zip, .tar .tgz, each also with .gz .zst .bz2) and by the first bytes of standard input."`
	MaxBytes int    `default:"${max_bytes}" help:"Size of the largest document, in bytes; a larger one fails."`

	TextKey      string `placeholder:"NAME" help:"Field of JSON records, or column of tables, that holds the text (text); a.b is field b of object a. A number is a column of a table without names."`
	HTMLKey      string `name:"html-key" placeholder:"NAME" help:"The same for the page (html)."`
	IDKey        string `name:"id-key" placeholder:"NAME" help:"The same for the id (id)."`
	URLKey       string `name:"url-key" placeholder:"NAME" help:"The same for the address (url)."`
	PublishedKey string `placeholder:"NAME" help:"The same for the time of publication (published)."`
	TitleKey     string `placeholder:"NAME" help:"The same for the title (title)."`
}

// reader returns what reads documents so.
func (c *reading) reader(s streams, opts ...corpus.Option) (*corpus.Reader, error) {
	format := corpus.Format(c.In)
	if c.In == "auto" {
		format = corpus.Auto
	}
	return corpus.New(append([]corpus.Option{
		corpus.WithFormat(format), corpus.WithMaxBytes(c.MaxBytes), corpus.WithStdin(s.in),
		corpus.WithKeys(corpus.Keys{Text: c.TextKey, HTML: c.HTMLKey, ID: c.IDKey, URL: c.URLKey, Published: c.PublishedKey, Title: c.TitleKey}),
	}, opts...)...)
}

// source is where documents come from: the arguments and flags that every command has.
type source struct {
	Inputs []string `arg:"" optional:"" name:"input" help:"Files, directories, archives, or - for standard input (the default)."`

	reading
}

// documents yields the inputs, each of which may be an error that the run survives.
func (c *source) documents(s streams) (iter.Seq2[*xinwen.Input, error], error) {
	reader, err := c.reader(s)
	if err != nil {
		return nil, err
	}
	paths, err := c.paths(s)
	if err != nil {
		return nil, err
	}
	return reader.Files(paths...), nil
}

// paths are the inputs; without any, standard input unless it is a terminal.
func (c *source) paths(s streams) ([]string, error) {
	if len(c.Inputs) > 0 {
		return c.Inputs, nil
	}
	if f, ok := s.in.(*os.File); ok && isTerminal(f) {
		return nil, errors.New("no input: name files or directories, or give the text on standard input")
	}
	return []string{corpus.Stdin}, nil
}

// analysis is a source with what the commands that analyse have in common.
type analysis struct {
	source

	Published string `placeholder:"DATE" help:"Reference time of documents that give none themselves: a date or an RFC 3339 time."`
	NoRepair  bool   `help:"Leave the text as it came."`
	Workers   int    `default:"0" help:"Documents worked on at once; 0 is one for each processor."`
}

// options sets up the pipeline, for the given parts or for all but tokens.
func (c *analysis) options(only []string) ([]xinwen.Option, error) {
	if _, err := xinwen.ParsePublished(c.Published); err != nil {
		return nil, err
	}
	opts := []xinwen.Option{xinwen.WithMaxBytes(c.MaxBytes)}
	if len(only) > 0 {
		parts := make([]xinwen.Part, len(only))
		for i, p := range only {
			parts[i] = xinwen.Part(strings.TrimSpace(p))
		}
		opts = append(opts, xinwen.Only(parts...))
	}
	if c.NoRepair {
		opts = append(opts, xinwen.WithoutRepair())
	}
	if c.Workers != 0 {
		opts = append(opts, xinwen.WithWorkers(c.Workers))
	}
	return opts, nil
}

// dated gives documents the time of reference where they have none.
func (c *analysis) dated(docs iter.Seq2[*xinwen.Input, error]) iter.Seq2[*xinwen.Input, error] {
	return func(yield func(*xinwen.Input, error) bool) {
		for doc, err := range docs {
			if err == nil && doc.Published == "" {
				doc.Published = c.Published
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// run analyses the documents and calls write for each record, in order; a document that failed has an error beside it, which
// is told on standard error.
func (c *analysis) run(ctx context.Context, s streams, only []string, write func(*xinwen.Record, error) error) error {
	opts, err := c.options(only)
	if err != nil {
		return err
	}
	p, err := xinwen.New(opts...)
	if err != nil {
		return err
	}
	docs, err := c.documents(s)
	if err != nil {
		return err
	}
	failed := false
	for rec, err := range p.Run(ctx, c.dated(docs)) {
		if err != nil {
			failed = true
			fmt.Fprintln(s.err, err)
		}
		if err := write(rec, err); err != nil {
			return err
		}
	}
	if failed {
		return errFailedDocuments
	}
	return nil
}

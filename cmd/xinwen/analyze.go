package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"golang.org/x/term"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus"
	"github.com/xinwen-go/xinwen/view"
)

type analyzeCmd struct {
	Inputs []string `arg:"" optional:"" name:"input" help:"Files, directories, or - for standard input (the default)."`

	In        string   `enum:"auto,text,html,jsonl" default:"auto" help:"Format of the input: ${enum}. auto goes by extension: .txt, .html .htm .shtml .xhtml, .jsonl .ndjson."`
	Out       string   `enum:"text,json,jsonl" default:"text" help:"What to write: ${enum}. text is a summary to read, json an indented record, jsonl one record a line."`
	Only      []string `placeholder:"PART" help:"Parts of the record, with commas: repair, tokens, people, quantities, times, claims. Everything but tokens without it."`
	Published string   `placeholder:"DATE" help:"Reference time of documents that give none themselves: a date or an RFC 3339 time."`
	NoRepair  bool     `help:"Leave the text as it came."`
	Color     string   `enum:"auto,always,never" default:"auto" help:"Colours in text output: ${enum}."`
	Workers   int      `default:"0" help:"Documents worked on at once; 0 is one for each processor."`
	MaxBytes  int      `default:"${max_bytes}" help:"Size of the largest document, in bytes; a larger one fails."`
}

// Run analyses the inputs and writes a record for each, in order.
func (c *analyzeCmd) Run(ctx context.Context, s streams) error {
	p, err := xinwen.New(c.options()...)
	if err != nil {
		return err
	}
	in := corpus.Format(c.In)
	if c.In == "auto" {
		in = corpus.Auto
	}
	reader, err := corpus.New(corpus.WithFormat(in), corpus.WithMaxBytes(c.MaxBytes), corpus.WithStdin(s.in))
	if err != nil {
		return err
	}
	if len(c.Inputs) == 0 {
		if f, ok := s.in.(*os.File); ok && isTerminal(f) {
			return errors.New("no input: name files or directories, or give the text on standard input")
		}
		c.Inputs = []string{corpus.Stdin}
	}
	docs := func(yield func(*xinwen.Input, error) bool) {
		for doc, err := range reader.Files(c.Inputs...) {
			if err == nil && doc.Published == "" {
				doc.Published = c.Published
			}
			if !yield(doc, err) {
				return
			}
		}
	}
	w := recordWriter{out: s.out, format: c.Out, color: c.colored(s)}
	failed := false
	for rec, err := range p.Run(ctx, docs) {
		if err != nil {
			failed = true
			fmt.Fprintln(s.err, err)
		}
		if err := w.write(rec, err); err != nil {
			return err
		}
	}
	if failed {
		return errFailedDocuments
	}
	return nil
}

func (c *analyzeCmd) options() []xinwen.Option {
	opts := []xinwen.Option{xinwen.WithMaxBytes(c.MaxBytes)}
	if len(c.Only) > 0 {
		parts := make([]xinwen.Part, len(c.Only))
		for i, p := range c.Only {
			parts[i] = xinwen.Part(p)
		}
		opts = append(opts, xinwen.Only(parts...))
	}
	if c.NoRepair {
		opts = append(opts, xinwen.WithoutRepair())
	}
	if c.Workers != 0 {
		opts = append(opts, xinwen.WithWorkers(c.Workers))
	}
	return opts
}

func (c *analyzeCmd) colored(s streams) bool {
	switch c.Color {
	case "always":
		return true
	case "never":
		return false
	}
	return s.terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// recordWriter writes records one after the other. Each is handed to the stream whole, so that an interrupt never leaves
// half a line.
type recordWriter struct {
	out    io.Writer
	format string
	color  bool
	buf    bytes.Buffer
}

// failure is the line that stands for a document that could not be handled.
type failure struct {
	ID    string      `json:"id"`
	Error failedStage `json:"error"`
}

type failedStage struct {
	Stage   string `json:"stage"`
	Message string `json:"message"`
}

func (w *recordWriter) write(rec *xinwen.Record, problem error) error {
	w.buf.Reset()
	if w.format == "text" {
		if problem != nil {
			return nil // it was told on standard error
		}
		if err := view.Terminal(&w.buf, rec, w.color); err != nil {
			return err
		}
		_, err := w.buf.WriteTo(w.out)
		return err
	}
	enc := json.NewEncoder(&w.buf)
	enc.SetEscapeHTML(false)
	if w.format == "json" {
		enc.SetIndent("", "  ")
	}
	var v any = rec
	if problem != nil {
		e := xinwen.AsError(problem, rec.ID, "read")
		v = failure{e.ID, failedStage{e.Stage, e.Err.Error()}}
	}
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := w.buf.WriteTo(w.out)
	return err
}

// lockedWriter writes each record whole, and nothing once it is closed.
type lockedWriter struct {
	mu sync.Mutex
	w  io.Writer
}

func newLockedWriter(w io.Writer) *lockedWriter { return &lockedWriter{w: w} }

func (l *lockedWriter) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(b)
}

// close waits for a write under way and keeps the lock, so that none follows.
func (l *lockedWriter) close() { l.mu.Lock() }

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"strings"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/view"
)

type analyzeCmd struct {
	analysis

	Out     string   `enum:"text,json,jsonl" default:"text" help:"What to write: ${enum}. text is a summary to read, json an indented record, jsonl one record a line."`
	Only    []string `placeholder:"PART" help:"Parts of the record, with commas: repair, tokens, people, quantities, times, claims. Everything but tokens without it."`
	Explain bool     `help:"In text output, tell under each post by which rules and evidence it was found."`
	Color   string   `enum:"auto,always,never" default:"auto" help:"Colours in text output: ${enum}."`
}

// Run analyses the inputs and writes a record for each, in order.
func (c *analyzeCmd) Run(ctx context.Context, s streams) error {
	var opts []xinwen.Option
	if len(c.Only) > 0 {
		parts := make([]xinwen.Part, len(c.Only))
		for i, p := range c.Only {
			parts[i] = xinwen.Part(strings.TrimSpace(p))
		}
		opts = append(opts, xinwen.Only(parts...))
	}
	w := recordWriter{out: s.out, format: c.Out, style: view.Style{Color: colored(c.Color, s), Explain: c.Explain}}
	return c.run(ctx, s, w.write, opts...)
}

func colored(mode string, s streams) bool {
	switch mode {
	case "always":
		return true
	case "never":
		return false
	}
	return s.terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// recordWriter writes records one after the other. Each is handed to the stream whole, so that an interrupt never leaves
// half a line.
type recordWriter struct {
	out    io.Writer
	format string
	style  view.Style
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
	if err := w.encode(rec, problem); err != nil {
		return err
	}
	_, err := w.buf.WriteTo(w.out)
	return err
}

func (w *recordWriter) encode(rec *xinwen.Record, problem error) error {
	if w.format == "text" {
		if problem != nil {
			return nil // it was told on standard error
		}
		return view.Terminal(&w.buf, rec, w.style)
	}
	enc := json.NewEncoder(&w.buf)
	enc.SetEscapeHTML(false)
	if w.format == "json" {
		enc.SetIndent("", "  ")
	}
	if problem != nil {
		e := xinwen.AsError(problem, rec.ID, "read")
		return enc.Encode(failure{e.ID, failedStage{e.Stage, e.Message()}})
	}
	return enc.Encode(rec)
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/export"
	"github.com/xinwen-go/xinwen/view"
)

type analyzeCmd struct {
	analysis

	Out     string   `enum:"text,json,jsonl,brat,labelstudio,displacy" default:"text" help:"What to write: ${enum}. text is a summary to read, json an indented record, jsonl one record a line; the others are for one document: annotations of the text in the record."`
	Only    []string `placeholder:"PART" help:"Parts of the record, with commas: repair, tokens, people, quantities, times, claims. Everything but tokens without it."`
	Explain bool     `help:"In text output, tell under each post by which rules and evidence it was found."`
	Color   string   `enum:"auto,always,never" default:"auto" help:"Colours in text output: ${enum}."`
}

// Run analyses the inputs and writes a record for each, in order.
func (c *analyzeCmd) Run(ctx context.Context, s streams) error {
	w := recordWriter{out: s.out, format: c.Out, style: view.Style{Color: colored(c.Color, s), Explain: c.Explain}}
	return c.run(ctx, s, c.Only, w.write)
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
	docs   int
}

// annotations are the formats that hold one document.
var annotations = map[string]func(io.Writer, *xinwen.Record) error{"brat": export.Brat, "labelstudio": export.LabelStudio, "displacy": export.Displacy}

func (w *recordWriter) write(rec *xinwen.Record, problem error) error {
	w.buf.Reset()
	if err := w.encode(rec, problem); err != nil {
		return err
	}
	_, err := w.buf.WriteTo(w.out)
	return err
}

func (w *recordWriter) encode(rec *xinwen.Record, problem error) error {
	if annotate := annotations[w.format]; annotate != nil {
		if problem != nil {
			return nil
		}
		if w.docs++; w.docs > 1 {
			return fmt.Errorf("%s is for one document, and %s is another: use --out jsonl, or one file at a time", w.format, rec.ID)
		}
		return annotate(&w.buf, rec)
	}
	if w.format == "text" {
		if problem != nil {
			return nil // it was told on standard error
		}
		return view.Terminal(&w.buf, rec, w.style)
	}
	if problem != nil {
		line, err := (&export.Document{Record: rec, Err: xinwen.AsError(problem, rec.ID, "read")}).AppendJSON(nil)
		w.buf.Write(append(line, '\n'))
		return err
	}
	enc := json.NewEncoder(&w.buf)
	enc.SetEscapeHTML(false)
	if w.format == "json" {
		enc.SetIndent("", "  ")
	}
	return enc.Encode(rec)
}

package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/corpus"
	"github.com/xinwen-go/xinwen/extract"
	"github.com/xinwen-go/xinwen/repair"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
	"github.com/xinwen-go/xinwen/view"
)

// filter calls f with each document and writes what it leaves in the buffer. A document that fails is told on standard
// error and the rest goes on.
func (c *source) filter(ctx context.Context, s streams, f func(w *bytes.Buffer, id string, doc *xinwen.Input) error) error {
	docs, err := c.documents(s)
	if err != nil {
		return err
	}
	var w bytes.Buffer
	failed := false
	for doc, err := range docs {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		w.Reset()
		id := cmp.Or(doc.ID, doc.Source, corpus.Stdin)
		if err == nil {
			err = f(&w, id, doc)
		}
		if err != nil {
			failed = true
			fmt.Fprintln(s.err, xinwen.AsError(err, id, "input"))
			continue
		}
		if _, err := w.WriteTo(s.out); err != nil {
			return err
		}
	}
	if failed {
		return errFailedDocuments
	}
	return nil
}

// plain is filter for what works on text. Pages are refused: their text is what extraction finds.
func (c *source) plain(ctx context.Context, s streams, f func(w *bytes.Buffer, id, text string) error) error {
	return c.filter(ctx, s, func(w *bytes.Buffer, id string, doc *xinwen.Input) error {
		str := doc.Text
		switch {
		case doc.HTML != nil:
			return errors.New("this is a page: use xinwen extract first, or --in text if it is none")
		case doc.Plain != nil:
			str, _ = extract.Decode(doc.Plain, doc.ContentType)
		}
		return f(w, id, str)
	})
}

type repairCmd struct {
	source
	Report bool `help:"List the edits on standard error, one a line: where in the input, where in the result (code points), kind, certainty, before, after."`
}

// Run writes the repaired text of each input.
func (c *repairCmd) Run(ctx context.Context, s streams) error {
	r, err := repair.New()
	if err != nil {
		return err
	}
	return c.plain(ctx, s, func(w *bytes.Buffer, _, raw string) error {
		str, edits := r.Repair(raw)
		w.WriteString(str)
		if !c.Report || len(edits) == 0 {
			return nil
		}
		before, after := text.New(raw), text.New(str)
		for _, e := range edits {
			certain := "certain"
			if !e.Certain {
				certain = "uncertain"
			}
			fmt.Fprintf(s.err, "%d-%d\t%d-%d\t%s\t%s\t%q\t%q\n", before.Rune(e.Raw.Start), before.Rune(e.Raw.End),
				after.Rune(e.Text.Start), after.Rune(e.Text.End), e.Kind, certain, before.Slice(e.Raw), after.Slice(e.Text))
		}
		return nil
	})
}

type segmentCmd struct {
	source
	POS   bool   `name:"pos" help:"Write the part of speech behind each word: 书记/n."`
	JSONL bool   `name:"jsonl" help:"Write a JSON object for each input: its text, and its words with offsets in code points."`
	Words string `type:"existingfile" placeholder:"FILE" help:"Words of your own, one a line: the word, and if you like a weight and a part of speech."`
	Dict  bool   `help:"Go by the dictionary alone, without the trained model."`
	Index bool   `help:"Add the words inside words, for a search index."`
}

// Run writes the words of each input, separated by spaces, a line for a line.
func (c *segmentCmd) Run(ctx context.Context, s streams) error {
	var opts []segment.Option
	if c.Words != "" {
		f, err := os.Open(c.Words)
		if err != nil {
			return err
		}
		defer f.Close()
		opts = append(opts, segment.WithWordList(f))
	}
	if c.Dict {
		opts = append(opts, segment.WithDictionaryOnly())
	}
	if c.Index {
		opts = append(opts, segment.WithSearch())
	}
	seg, err := segment.New(opts...)
	if err != nil {
		return err
	}
	var tokens []segment.Token
	return c.plain(ctx, s, func(w *bytes.Buffer, id, str string) error {
		t := text.New(str)
		tokens = seg.Append(tokens[:0], t)
		if c.JSONL {
			enc := json.NewEncoder(w)
			enc.SetEscapeHTML(false)
			return enc.Encode(&xinwen.Record{ID: id, Script: t.Script(), Text: str, Raw: str, Tokens: tokens})
		}
		writeWords(w, t, tokens, c.POS)
		return nil
	})
}

// writeWords writes the words of each line of a text with a space between them.
func writeWords(w *bytes.Buffer, t *text.Text, tokens []segment.Token, pos bool) {
	end := 0
	for i, tok := range tokens {
		if tok.Start > end {
			if n := strings.Count(t.String()[end:tok.Start], "\n"); n > 0 {
				w.WriteString(strings.Repeat("\n", n))
			} else if i > 0 {
				w.WriteByte(' ')
			}
		} else if i > 0 {
			w.WriteByte(' ')
		}
		w.WriteString(t.Slice(tok.Span))
		if pos {
			w.WriteByte('/')
			w.WriteString(tok.POS.String())
		}
		end = max(end, tok.End)
	}
	w.WriteByte('\n')
}

type claimsCmd struct {
	analysis
	Format string `enum:"table,csv,jsonl" default:"table" help:"What to write: ${enum}."`
}

// claimColumns are the columns of a claim, in every format.
var claimColumns = []string{"id", "subject", "measure", "relation", "figure", "lo", "hi", "unit", "from", "change", "basis", "aspect", "time", "edtf", "speaker", "modality", "clause"}

// Run writes a row for each claim of the inputs.
func (c *claimsCmd) Run(ctx context.Context, s streams) error {
	var buf bytes.Buffer
	head := true
	write := func(rec *xinwen.Record, problem error) error {
		if problem != nil {
			return nil // it was told on standard error
		}
		buf.Reset()
		switch c.Format {
		case "csv":
			w := csv.NewWriter(&buf)
			if head {
				w.Write(claimColumns)
			}
			for i := range rec.Claims {
				w.Write(claimRow(rec, &rec.Claims[i]))
			}
			w.Flush()
		case "jsonl":
			enc := json.NewEncoder(&buf)
			enc.SetEscapeHTML(false)
			for i := range rec.Claims {
				row := map[string]string{}
				for k, v := range claimRow(rec, &rec.Claims[i]) {
					row[claimColumns[k]] = v
				}
				if err := enc.Encode(row); err != nil {
					return err
				}
			}
		default:
			if err := view.Claims(&buf, rec, view.Style{Color: colored("auto", s)}); err != nil {
				return err
			}
		}
		head = false
		_, err := buf.WriteTo(s.out)
		return err
	}
	return c.run(ctx, s, []string{string(xinwen.Claims)}, write)
}

func claimRow(rec *xinwen.Record, c *claims.Claim) []string {
	figure := func(i int) string {
		if i == claims.None {
			return ""
		}
		return rec.Slice(rec.Quantities[i].Span)
	}
	words := func(p *claims.Part) string {
		if p == nil {
			return ""
		}
		return p.Text
	}
	q := rec.Quantities[c.Quantity]
	when, edtf := "", ""
	if c.Time != claims.None {
		when, edtf = rec.Slice(rec.Times[c.Time].Span), rec.Times[c.Time].EDTF
	}
	return []string{
		rec.ID, words(c.Subject), words(c.Measure), string(c.Relation), figure(c.Quantity), q.Lo.String(), q.Hi.String(), q.Unit.Code,
		figure(c.From), figure(c.Change), string(c.Basis), string(c.Aspect), when, edtf, words(c.Speaker), string(c.Modality), rec.Slice(c.Span),
	}
}

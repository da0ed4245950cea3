package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/batch"
	"github.com/xinwen-go/xinwen/corpus"
	"github.com/xinwen-go/xinwen/export"
)

type batchCmd struct {
	analysis

	Out    string `short:"o" required:"" placeholder:"OUT" help:"File or folder to write; - writes jsonl to standard output. While the run goes on, OUT.work holds what it has."`
	Format string `enum:"auto,jsonl,csv,parquet,sqlite" default:"auto" help:"What to write: ${enum}. auto goes by the name of OUT: .jsonl .jsonl.gz .jsonl.zst, .csv, .parquet, .sqlite .db."`
	BOM    bool   `name:"bom" help:"Begin CSV files with a byte order mark, by which Excel knows UTF-8."`
	Errors string `placeholder:"FILE" help:"Write the documents that failed to FILE too, as JSON Lines."`

	Only    []string      `placeholder:"PART" help:"Parts of the record, with commas: repair, tokens, people, quantities, times, claims. Everything but tokens without it."`
	Limit   int           `help:"Read so many documents and no more."`
	Since   string        `placeholder:"DAY" help:"Leave out what was published before the day, month or year (2021-04-28, 2021-04, 2021), and what has no date."`
	Until   string        `placeholder:"DAY" help:"Leave out what was published after it, and what has no date."`
	Timeout time.Duration `default:"1m" help:"A document that takes longer fails; 0 lets it take its time."`

	DropDuplicates bool `help:"Leave out copies of earlier articles instead of naming their original in duplicate_of."`
	Duplicates     int  `default:"1000000" placeholder:"N" help:"Look for copies among the latest N articles, which takes 100 bytes each; 0 looks for none."`

	Persons int `default:"250000" placeholder:"N" help:"Keep the tenures of so many persons, which takes half a kilobyte each."`

	Resume bool `help:"Go on with a run that was stopped."`
	Force  bool `help:"Replace OUT, and a run that was stopped."`
}

// memoryLimit is what the collector of garbage tries to stay below, unless GOMEMLIMIT says otherwise.
const memoryLimit = 400 << 20

// toldFailures is how many documents that failed are told one by one.
const toldFailures = 20

// Run analyses the inputs and writes tables.
func (c *batchCmd) Run(ctx context.Context, s streams) error {
	opts, err := c.options(c.Only)
	if err != nil {
		return err
	}
	paths, err := c.paths(s)
	if err != nil {
		return err
	}
	format := export.Format(c.Format)
	if c.Format == "auto" {
		if format = export.JSONL; c.Out != batch.Stdout {
			if format, err = export.FormatOf(c.Out); err != nil {
				return err
			}
		}
	}
	if c.Resume && slices.Contains(paths, corpus.Stdin) {
		return errors.New("standard input cannot be read again: name the files to resume")
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	var consumed atomic.Int64
	reader, err := c.reader(s, corpus.WithConsumed(&consumed))
	if err != nil {
		return err
	}
	bar := newProgress(s.err, reader.Size(paths...), &consumed, int64(c.Limit))
	told := 0
	job := batch.Config{
		Documents: func(skip int64) iter.Seq2[*xinwen.Input, error] { return c.dated(reader.FilesFrom(skip, paths...)) },
		Stamp:     c.stamp(format, reader, paths), Pipeline: opts, Out: c.Out, Format: format, BOM: c.BOM, Errors: c.Errors, Stdout: s.out,
		Workers: c.Workers, Limit: c.Limit, Since: c.Since, Until: c.Until, Timeout: c.Timeout, Remember: c.Duplicates, DropCopies: c.DropDuplicates, Persons: c.Persons,
		Resume: c.Resume, Force: c.Force, Progress: bar.show,
		Failed: func(e *xinwen.Error) {
			if told++; told <= toldFailures {
				bar.tell(e.Error())
			} else if told == toldFailures+1 {
				bar.tell("xinwen: further documents that fail are counted, and not told here")
			}
		},
	}
	if c.Duplicates == 0 {
		job.Remember = -1
	}
	start := time.Now()
	sum, err := batch.Run(ctx, job)
	bar.close()
	switch {
	case errors.Is(err, batch.ErrComplete):
		fmt.Fprintln(s.err, "xinwen:", strings.TrimPrefix(err.Error(), "batch: "))
		return nil
	case ctx.Err() != nil && c.Out != batch.Stdout:
		fmt.Fprintf(s.err, "xinwen: stopped: what is analysed is in %s.work; the same command with --resume goes on\n", c.Out)
	case err != nil:
		return err
	}
	fmt.Fprint(s.err, summary(sum, time.Since(start)))
	if err == nil && sum.Failed > 0 {
		err = errFailedDocuments
	}
	return err
}

// stamp tells what a run depends on, for --resume.
func (c *batchCmd) stamp(format export.Format, reader *corpus.Reader, paths []string) []string {
	lines := []string{
		"version " + version(),
		fmt.Sprintf("format %s, bom %v", format, c.BOM),
		fmt.Sprintf("only %q, repair %v, published %q", c.Only, !c.NoRepair, c.Published),
		fmt.Sprintf("reading %+v", c.reading),
		fmt.Sprintf("limit %d, since %q, until %q, timeout %v", c.Limit, c.Since, c.Until, c.Timeout),
		fmt.Sprintf("duplicates %d, drop-duplicates %v, persons %d", c.Duplicates, c.DropDuplicates, c.Persons),
	}
	for _, path := range paths {
		files, h := 0, sha256.New()
		for p, err := range reader.Walk(path) {
			files++
			fmt.Fprintln(h, p, err)
			if info, err := os.Stat(p); err == nil {
				fmt.Fprintln(h, info.Size(), info.ModTime().UnixNano())
			}
		}
		lines = append(lines, fmt.Sprintf("input %s: %d files, names, sizes and times %x", path, files, h.Sum(nil)[:8]))
	}
	return lines
}

// summary tells what became of the documents.
func summary(s batch.Summary, took time.Duration) string {
	var b strings.Builder
	reasons := func(of map[string]int64, names map[string]string) (out []string) {
		for _, k := range slices.Sorted(maps.Keys(of)) {
			out = append(out, fmt.Sprintf("%d %s", of[k], names[k]))
		}
		return out
	}
	var notes []string
	if s.Copies > s.Dropped[batch.DropCopy] {
		notes = append(notes, fmt.Sprintf("%d copies of another", s.Copies-s.Dropped[batch.DropCopy]))
	}
	notes = append(notes, reasons(s.Skipped, map[string]string{export.NotChinese: "not Chinese and left as they are"})...)
	fmt.Fprintf(&b, "xinwen: %d documents in, %d out", s.In, s.Out)
	if len(notes) > 0 {
		fmt.Fprintf(&b, " (%s)", strings.Join(notes, ", "))
	}
	notes = reasons(s.Dropped, map[string]string{
		batch.DropCopy: "copies of another", batch.DropBefore: "before the time asked for", batch.DropAfter: "after the time asked for", batch.DropUndated: "without a date",
	})
	if len(notes) > 0 {
		fmt.Fprintf(&b, ", dropped: %s", strings.Join(notes, ", "))
	}
	fmt.Fprintf(&b, ", %d failed\n", s.Failed)
	if s.Untenured > 0 {
		fmt.Fprintf(&b, "xinwen: tenures hold no more persons than --persons allows: %d mentions of others are left out\n", s.Untenured)
	}
	seconds := max(took.Seconds(), 0.001)
	fmt.Fprintf(&b, "xinwen: %d characters in %v", s.Characters, took.Round(10*time.Millisecond))
	if s.Resumed == 0 {
		fmt.Fprintf(&b, ": %.0f characters/s, %.2f MB/s of text", float64(s.Characters)/seconds, float64(s.Bytes)/1e6/seconds)
	}
	b.WriteByte('\n')
	return b.String()
}

package batch

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"strings"
	"time"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/dedupe"
	"github.com/xinwen-go/xinwen/export"
)

// Stdout is the output that stands for standard output: lines of JSON, which cannot be resumed.
const Stdout = "-"

// Config says what a run reads, does and writes.
type Config struct {
	// Documents yields the documents but the first skip, in order; the same sequence must come again when the run is resumed.
	Documents func(skip int64) iter.Seq2[*xinwen.Input, error]
	// Stamp tells the documents, the options that change the output, and the version of the program: a line each. A run is
	// resumed only where these are the same.
	Stamp []string
	// Pipeline sets up the analysis. A filter among these options is not kept.
	Pipeline []xinwen.Option

	Out    string        // file, folder or [Stdout]
	Format export.Format // JSON Lines go to a file where the name of Out says so, and to a folder with a file a table otherwise
	BOM    bool          // begin CSV files with a byte order mark
	Errors string        // file for the documents that failed, a JSON line each; empty for none
	Stdout io.Writer     // where the output is Stdout

	Workers int // 0 is one for each processor
	Limit   int // documents to read; 0 is all

	Since, Until string        // days (2021, 2021-04 or 2021-04-28) between which a document must be published; both inclusive
	Timeout      time.Duration // for each document; 0 is none. What may run longer on one machine than on another is not repeatable
	Remember     int           // articles among which copies are looked for; 0 is [dedupe.DefaultCapacity], -1 looks for none
	Persons      int           // persons whose tenures are kept; 0 is [DefaultPersons]
	DropCopies   bool          // leave copies out instead of naming their original

	Resume bool // go on with what is there
	Force  bool // replace what is there

	// Failed is called for each document that failed, in order. It may be nil.
	Failed func(*xinwen.Error)
	// Progress is called about ten times a second, from one goroutine at a time. It may be nil.
	Progress func(Progress)
}

// DefaultPersons is how many persons tenures are kept of unless told otherwise; each takes about half a kilobyte.
const DefaultPersons = 250_000

// Progress is how far a run is.
type Progress struct {
	Summary
	Writing bool  // all documents are analysed; the tables are being written
	Written int64 // lines of which the tables are written
}

// Summary counts the documents of a run, those before it was resumed included.
type Summary struct {
	In         int64            // documents read
	Resumed    int64            // those of them that were read before the run was resumed
	Out        int64            // documents written, those that failed left out
	Failed     int64            // documents that could not be read or handled
	Copies     int64            // documents that are copies of an earlier one, whether written or dropped
	Dropped    map[string]int64 // documents that were not written, by reason: before, after, undated, copy
	Skipped    map[string]int64 // documents that were written and not analysed, by reason: not_chinese
	Untenured  int              // mentions of persons whose tenures were not kept, since there were too many persons
	Characters int64            // code points of text analysed
	Bytes      int64            // of the same text
}

// Errors that a caller may branch on.
var (
	ErrExists   = errors.New("is there already")
	ErrChanged  = errors.New("the run was started with something else")
	ErrComplete = errors.New("the run has ended, there is nothing to resume")
	ErrStuck    = errors.New("too many documents do not end")
)

// Reasons why a document is dropped.
const (
	DropBefore  = "before"  // published before Since
	DropAfter   = "after"   // published after Until
	DropUndated = "undated" // it has no date, and a time was asked for
	DropCopy    = "copy"    // a copy of an earlier article
)

func (c *Config) check() error {
	switch {
	case c.Documents == nil || c.Out == "":
		return errors.New("batch: nothing to read, or no output")
	case c.Out == Stdout && (c.Format != export.JSONL || c.Stdout == nil):
		return fmt.Errorf("batch: %s cannot be written to standard output: only jsonl can", c.Format)
	case c.Out == Stdout && c.Resume:
		return errors.New("batch: what went to standard output cannot be resumed: name a file")
	case c.Workers < 0 || c.Limit < 0 || c.Timeout < 0 || c.Remember < -1:
		return errors.New("batch: a number of workers, documents or seconds is negative")
	}
	switch c.Format {
	case export.JSONL, export.CSV, export.Parquet, export.SQLite:
	default:
		return fmt.Errorf("batch: unknown format %q: it is jsonl, csv, parquet or sqlite", c.Format)
	}
	for _, d := range []string{c.Since, c.Until} {
		if _, err := xinwen.ParsePublished(d); err != nil || len(d) > len(time.DateOnly) {
			return fmt.Errorf("batch: %q is no day (2021-04-28), month (2021-04) or year (2021)", d)
		}
	}
	if c.Workers == 0 {
		c.Workers = runtime.GOMAXPROCS(0)
	}
	if c.Remember == 0 {
		c.Remember = dedupe.DefaultCapacity
	}
	if c.Persons == 0 {
		c.Persons = DefaultPersons
	}
	return nil
}

// direct reports whether the log is the output.
func (c *Config) direct() bool {
	if c.Format != export.JSONL {
		return false
	}
	f, err := export.FormatOf(c.Out)
	return c.Out == Stdout || err == nil && f == export.JSONL
}

// packing tells how the log is compressed.
func (c *Config) packing() packing {
	name := strings.ToLower(c.Out)
	switch {
	case !c.direct(), strings.HasSuffix(name, ".zst"):
		return zstdPacking
	case strings.HasSuffix(name, ".gz"):
		return gzipPacking
	}
	return plain
}

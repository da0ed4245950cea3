package batch

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/xinwen-go/xinwen/export"
	"github.com/xinwen-go/xinwen/internal/stream"
	"github.com/xinwen-go/xinwen/tenure"
)

// finish makes the output from the log and puts it in its place. Where it is stopped, it is done again when the run is
// resumed. It returns how many mentions of persons found no place among the tenures.
func finish(ctx context.Context, c *Config, l *log) (untenured int, err error) {
	work := filepath.Join(l.dir, "output")
	switch {
	case c.Out == Stdout:
	case c.direct():
		work = filepath.Join(l.dir, logNames[records])
	default:
		if _, err := os.Lstat(c.Out); err == nil {
			break // it was put in its place before the run was stopped
		}
		if err := os.RemoveAll(work); err != nil {
			return 0, err
		}
		if untenured, err = writeTables(ctx, c, l, work); err != nil {
			return 0, err
		}
	}
	if c.Errors != "" {
		if err := copyFile(c.Errors, filepath.Join(l.dir, logNames[failures])); err != nil {
			return 0, err
		}
	}
	if c.Out == Stdout {
		return 0, nil
	}
	if _, err := os.Lstat(c.Out); err != nil {
		if err := os.Rename(work, c.Out); err != nil {
			return 0, err
		}
	}
	if err := syncDir(filepath.Dir(c.Out)); err != nil {
		return 0, err
	}
	// Without the manifest a run that was stopped from here on is known to have ended.
	return untenured, errors.Join(os.Remove(filepath.Join(l.dir, manifestName)), os.RemoveAll(l.dir))
}

// copyFile replaces a file, which may be on another disk than its source.
func copyFile(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	tmp := to + ".tmp"
	out, err := os.Create(tmp)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return err
	}
	return os.Rename(tmp, to)
}

// chunk is some lines of the log.
type chunk struct {
	first int64 // number of the first line
	lines []byte
}

// chunkBytes is about how many bytes of lines make a chunk.
const chunkBytes = 512 << 10

// rows are what a chunk becomes.
type rows struct {
	rows *export.Rows
	docs []*export.Document
	last int64
	err  error
}

// writeTables reads the log and writes its tables to path.
func writeTables(ctx context.Context, c *Config, l *log, path string) (untenured int, err error) {
	f, err := os.Open(filepath.Join(l.dir, logNames[records]))
	if err != nil {
		return 0, err
	}
	defer f.Close()
	w, err := newWriter(c, path)
	if err != nil {
		return 0, err
	}
	people, err := tenure.New(tenure.WithMaxPersons(c.Persons))
	if err != nil {
		return 0, err
	}
	var broken error
	limits := stream.Limits[chunk]{Workers: c.Workers, MaxBytes: 4 << 20, Size: func(k chunk) int64 { return int64(len(k.lines)) }}
	var told time.Time
	for r := range stream.Map(ctx, chunks(f, l.state.Sizes[records], c.packing(), &broken), limits, stream.Each(parse)) {
		if err = r.err; err != nil {
			break
		}
		for _, d := range r.docs {
			people.Add(d.Record)
		}
		if err = w.Write(r.rows); err != nil {
			break
		}
		if c.Progress != nil && time.Since(told) > 100*time.Millisecond {
			told = time.Now()
			c.Progress(Progress{Summary: l.state.Summary, Writing: true, Written: r.last})
		}
	}
	if err = errors.Join(err, broken, ctx.Err()); err == nil {
		last := &export.Rows{}
		last.AppendTenures(people.Rows())
		err = w.Write(last)
	}
	return people.Dropped(), errors.Join(err, w.Close())
}

func newWriter(c *Config, path string) (export.Writer, error) {
	switch c.Format {
	case export.JSONL:
		return export.NewJSONL(path)
	case export.CSV:
		var opts []export.CSVOption
		if c.BOM {
			opts = append(opts, export.WithBOM())
		}
		return export.NewCSV(path, opts...)
	case export.Parquet:
		return export.NewParquet(path)
	}
	return export.NewSQLite(path)
}

// parse makes the rows of a chunk. Copies count for no one's tenure.
func parse(_ context.Context, k chunk) rows {
	out := rows{rows: &export.Rows{}, last: k.first - 1}
	for line := range bytes.Lines(k.lines) {
		out.last++
		d := new(export.Document)
		if err := d.UnmarshalJSON(line); err != nil { // json.Unmarshal would go through the line once more
			out.err = fmt.Errorf("line %d of the log: %w", out.last, err)
			return out
		}
		out.rows.Append(out.last, d)
		if d.Err == nil && d.DuplicateOf == "" && len(d.Record.People) > 0 {
			out.docs = append(out.docs, d)
		}
	}
	return out
}

// chunks yields the lines of the log.
func chunks(f io.ReaderAt, size int64, p packing, failed *error) iter.Seq[chunk] {
	return func(yield func(chunk) bool) {
		if size == 0 {
			return
		}
		r, err := p.unpack(io.NewSectionReader(f, 0, size))
		if err != nil {
			*failed = err
			return
		}
		defer r.Close()
		in := bufio.NewReaderSize(r, 1<<20)
		k := chunk{first: 1}
		lines := int64(0)
		for {
			line, err := in.ReadBytes('\n')
			if len(line) > 0 {
				k.lines = append(k.lines, line...)
				lines++
			}
			if len(k.lines) >= chunkBytes || err != nil && len(k.lines) > 0 {
				if !yield(k) {
					return
				}
				k = chunk{first: lines + 1}
			}
			if err != nil {
				if !errors.Is(err, io.EOF) {
					*failed = err
				}
				return
			}
		}
	}
}

// removeOutput removes what an earlier run wrote, and nothing else.
func removeOutput(path string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return os.Remove(path)
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name, _, _ := strings.Cut(e.Name(), ".")
		if e.IsDir() || !slices.Contains(export.Tables, name) {
			return fmt.Errorf("%s holds %s, which no run wrote: remove it by hand", path, e.Name())
		}
	}
	return os.RemoveAll(path)
}

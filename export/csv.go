package export

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"os"
	"reflect"
	"strings"
)

// CSVWriter writes a folder with one file for each table, in the form of RFC 4180: UTF-8, commas, CRLF, a header line. Null is
// empty, a list is a JSON array.
//
// A cell of text that begins with =, +, -, @, a tab or a carriage return would be run as a formula by spreadsheets; an
// apostrophe is put before it, and before text that begins with an apostrophe and one of these, so that taking away
// the apostrophe before any of them gives the text back ([Unguard]). Cells of numbers stay as they are.
type CSVWriter struct {
	files  []*os.File
	csv    []*csv.Writer
	fields []string
	tables [][]column
}

// CSVOption sets up a CSVWriter.
type CSVOption func(*csvConfig)

type csvConfig struct{ bom bool }

// WithBOM begins each file with a byte order mark, by which Excel knows UTF-8.
func WithBOM() CSVOption { return func(c *csvConfig) { c.bom = true } }

// NewCSV creates the folder, which must not be there yet, and the files with their header lines.
func NewCSV(dir string, opts ...CSVOption) (*CSVWriter, error) {
	var c csvConfig
	for _, o := range opts {
		o(&c)
	}
	files, err := createFiles(dir, ".csv")
	if err != nil {
		return nil, err
	}
	w := &CSVWriter{files: files}
	for i, f := range files {
		out := bufio.NewWriterSize(f, 64<<10)
		if c.bom {
			out.WriteString("\uFEFF") // an error comes again
		}
		cw := csv.NewWriter(out) // uses out itself, since it is a bufio.Writer
		cw.UseCRLF = true
		w.csv = append(w.csv, cw)
		w.tables = append(w.tables, columns(rowTypes[i]))
		w.fields = w.fields[:0]
		for _, c := range w.tables[i] {
			w.fields = append(w.fields, c.name)
		}
		cw.Write(w.fields)
	}
	return w, nil
}

// Write appends rows.
func (w *CSVWriter) Write(rows *Rows) error {
	for i, slice := range rows.tables() {
		v := reflect.ValueOf(slice).Elem()
		for k := range v.Len() {
			w.fields = w.fields[:0]
			for c := range w.tables[i] {
				s, text := cell(w.tables[i][c].value(v.Index(k).Field(c)))
				if text {
					s = Guard(s)
				}
				w.fields = append(w.fields, s)
			}
			if err := w.csv[i].Write(w.fields); err != nil {
				return fmt.Errorf("export: %s: %w", Tables[i], err)
			}
		}
	}
	return nil
}

// Close writes what is left and makes sure that it is on the disk.
func (w *CSVWriter) Close() error {
	for i, c := range w.csv {
		c.Flush()
		if err := c.Error(); err != nil {
			closeFiles(w.files)
			return fmt.Errorf("export: %s: %w", Tables[i], err)
		}
	}
	return syncFiles(w.files)
}

const formulaStarts = "=+-@\t\r"

// Guard puts an apostrophe before text that a spreadsheet would run as a formula.
func Guard(s string) string {
	if bare := strings.TrimLeft(s, "'"); bare != "" && strings.IndexByte(formulaStarts, bare[0]) >= 0 {
		return "'" + s
	}
	return s
}

// Unguard gives back what Guard was given.
func Unguard(s string) string {
	if bare := strings.TrimLeft(s, "'"); len(bare) < len(s) && bare != "" && strings.IndexByte(formulaStarts, bare[0]) >= 0 {
		return s[1:]
	}
	return s
}

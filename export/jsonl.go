package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
)

// JSONLWriter writes a folder with one file of JSON Lines for each table: an object a row, with the names of the columns.
type JSONLWriter struct {
	files  []*os.File
	out    []*bufio.Writer
	tables [][]column
	line   []byte
}

// NewJSONL creates the folder, which must not be there yet, and the files.
func NewJSONL(dir string) (*JSONLWriter, error) {
	files, err := createFiles(dir, ".jsonl")
	if err != nil {
		return nil, err
	}
	w := &JSONLWriter{files: files}
	for i, f := range files {
		w.out = append(w.out, bufio.NewWriterSize(f, 64<<10))
		w.tables = append(w.tables, columns(rowTypes[i]))
	}
	return w, nil
}

// Write appends rows.
func (w *JSONLWriter) Write(rows *Rows) error {
	for i, slice := range rows.tables() {
		v := reflect.ValueOf(slice).Elem()
		for k := range v.Len() {
			if _, err := w.out[i].Write(w.row(i, v.Index(k))); err != nil {
				return fmt.Errorf("export: %s: %w", Tables[i], err)
			}
		}
	}
	return nil
}

func (w *JSONLWriter) row(table int, row reflect.Value) []byte {
	b := append(w.line[:0], '{')
	for c := range w.tables[table] {
		if c > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, '"'), w.tables[table][c].name...), '"', ':')
		switch x := w.tables[table][c].value(row.Field(c)).(type) {
		case nil:
			b = append(b, "null"...)
		case json.RawMessage:
			b = append(b, x...)
		case string:
			b = appendJSONString(b, x)
		default:
			s, _ := cell(x)
			b = append(b, s...)
		}
	}
	w.line = append(b, '}', '\n')
	return w.line
}

// Close writes what is left and makes sure that it is on the disk.
func (w *JSONLWriter) Close() error {
	for i, out := range w.out {
		if err := out.Flush(); err != nil {
			closeFiles(w.files)
			return fmt.Errorf("export: %s: %w", Tables[i], err)
		}
	}
	return syncFiles(w.files)
}

// createFiles creates a folder with a file for each table.
func createFiles(dir, ext string) ([]*os.File, error) {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	var files []*os.File
	for _, name := range Tables {
		f, err := os.Create(filepath.Join(dir, name+ext))
		if err != nil {
			closeFiles(files)
			return nil, fmt.Errorf("export: %w", err)
		}
		files = append(files, f)
	}
	return files, nil
}

// syncFiles makes sure that the files of the tables are on the disk, and closes them.
func syncFiles(files []*os.File) (err error) {
	for i, f := range files {
		if e := f.Sync(); e != nil && err == nil {
			err = fmt.Errorf("export: %s: %w", Tables[i], e)
		}
		if e := f.Close(); e != nil && err == nil {
			err = fmt.Errorf("export: %s: %w", Tables[i], e)
		}
	}
	return err
}

func closeFiles(files []*os.File) {
	for _, f := range files {
		f.Close()
	}
}

package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Format is a form in which tables are stored.
type Format string

// The formats.
const (
	JSONL   Format = "jsonl"   // a line for each document, the record in its public form
	CSV     Format = "csv"     // a folder with a file for each table
	Parquet Format = "parquet" // the same, typed and compressed
	SQLite  Format = "sqlite"  // one database
)

// FormatOf tells the format of an output by its name: .jsonl and .ndjson (with .gz or .zst behind it), .csv, .parquet, .sqlite,
// .sqlite3 and .db.
func FormatOf(path string) (Format, error) {
	name := strings.ToLower(filepath.Base(path))
	for _, packed := range []string{".gz", ".zst"} {
		if bare, ok := strings.CutSuffix(name, packed); ok {
			if ext := filepath.Ext(bare); ext == ".jsonl" || ext == ".ndjson" {
				return JSONL, nil
			}
		}
	}
	switch filepath.Ext(name) {
	case ".jsonl", ".ndjson":
		return JSONL, nil
	case ".csv":
		return CSV, nil
	case ".parquet":
		return Parquet, nil
	case ".sqlite", ".sqlite3", ".db":
		return SQLite, nil
	}
	return "", fmt.Errorf("export: the name %q tells no format: it ends in .jsonl, .csv, .parquet or .sqlite, or the format is said (jsonl, csv, parquet, sqlite)", path)
}

// Writer writes tables. It is not safe for concurrent use. What it wrote is whole only once Close has returned no error.
type Writer interface {
	Write(*Rows) error
	Close() error
}

// column is one column of a table.
type column struct {
	name     string
	nullable bool // the zero value is null
	sql      string
	typ      reflect.Type
}

// columns are those of a row type, in the order of its fields.
func columns(row reflect.Type) []column {
	var out []column
	for f := range row.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("parquet"), ",")
		out = append(out, column{name, slices.Contains(strings.Split(options, ","), "optional"), f.Tag.Get("sql"), f.Type})
	}
	return out
}

// rowTypes are the row types, in the order of Tables.
var rowTypes = func() []reflect.Type {
	var types []reflect.Type
	for f := range reflect.TypeFor[Rows]().Fields() {
		types = append(types, f.Type.Elem())
	}
	return types
}()

// value is what a cell holds, simplified: nil, int64, float64, bool, string; a day is a string, a list a json.RawMessage.
func (c *column) value(v reflect.Value) any {
	if c.nullable && v.IsZero() {
		return nil
	}
	switch x := v.Interface().(type) {
	case int64, bool, string:
		return x
	case *int64:
		return *x
	case *float64:
		return *x
	case *Date:
		return x.String()
	case []string:
		return list(x)
	case []Change:
		return list(x)
	}
	panic("export: a column of type " + v.Type().String()) // a new type in rows.go
}

// list is a list as JSON.
func list[T any](x []T) json.RawMessage {
	if len(x) == 0 {
		return json.RawMessage("[]")
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.Encode(x) // strings never fail
	return bytes.TrimSuffix(b.Bytes(), []byte{'\n'})
}

// cell is a value as CSV has it, and whether it is text.
func cell(v any) (s string, text bool) {
	switch x := v.(type) {
	case nil:
		return "", false
	case int64:
		return strconv.FormatInt(x, 10), false
	case float64:
		return strconv.FormatFloat(x, 'g', -1, 64), false
	case bool:
		return strconv.FormatBool(x), false
	case json.RawMessage:
		return string(x), false
	}
	return v.(string), true
}

package export

import (
	"fmt"
	"os"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// rowGroupText is how many bytes of article text make a row group, in every table, so that memory stays bounded.
const rowGroupText = 16 << 20

// parquetTables makes the file of each table, in the order of Tables.
var parquetTables = []func(*os.File) parquetTable{
	newParquetFile[Article], newParquetFile[Person], newParquetFile[Mention], newParquetFile[Post], newParquetFile[Quantity],
	newParquetFile[Time], newParquetFile[Claim], newParquetFile[Repair], newParquetFile[Failure], newParquetFile[Tenure],
}

// ParquetWriter writes a folder with one file for each table: typed columns, lists as nested columns, days as DATE, compressed
// with zstd.
type ParquetWriter struct {
	files  []*os.File
	tables []parquetTable
	text   int // bytes of the row group at hand
}

// NewParquet creates the folder, which must not be there yet, and the files.
func NewParquet(dir string) (*ParquetWriter, error) {
	files, err := createFiles(dir, ".parquet")
	if err != nil {
		return nil, err
	}
	w := &ParquetWriter{files: files}
	for i, f := range files {
		w.tables = append(w.tables, parquetTables[i](f))
	}
	return w, nil
}

// Write appends rows.
func (w *ParquetWriter) Write(rows *Rows) error {
	for i, slice := range rows.tables() {
		if err := w.tables[i].write(slice); err != nil {
			return fmt.Errorf("export: %s: %w", Tables[i], err)
		}
	}
	for i := range rows.Articles {
		w.text += len(rows.Articles[i].Text)
	}
	if w.text < rowGroupText {
		return nil
	}
	w.text = 0
	for i, t := range w.tables {
		if err := t.flush(); err != nil {
			return fmt.Errorf("export: %s: %w", Tables[i], err)
		}
	}
	return nil
}

// Close writes what is left and the footers, and makes sure that all is on the disk.
func (w *ParquetWriter) Close() error {
	for i, t := range w.tables {
		if err := t.close(); err != nil {
			closeFiles(w.files)
			return fmt.Errorf("export: %s: %w", Tables[i], err)
		}
	}
	return syncFiles(w.files)
}

// parquetTable is the file of one table. write takes a pointer to a slice of its rows.
type parquetTable interface {
	write(rows any) error
	flush() error // ends the row group
	close() error // writes the footer
}

// compression is that of all tables, which share its encoders: one takes megabytes.
var compression = &zstd.Codec{Concurrency: 1}

type parquetFile[T any] struct{ w *parquet.GenericWriter[T] }

func newParquetFile[T any](f *os.File) parquetTable {
	return parquetFile[T]{parquet.NewGenericWriter[T](f, parquet.Compression(compression), parquet.CreatedBy("xinwen", "", ""))}
}

func (t parquetFile[T]) write(rows any) error {
	_, err := t.w.Write(*rows.(*[]T))
	return err
}

func (t parquetFile[T]) flush() error { return t.w.Flush() }
func (t parquetFile[T]) close() error { return t.w.Close() }

package corpus

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync/atomic"

	"github.com/xinwen-go/xinwen"
)

// Format is the form in which documents are stored.
type Format string

// The formats. Auto goes by the extension of a file, and by the first characters of standard input. Compression needs no format: it
// is told by the first bytes.
const (
	Auto  Format = ""
	Text  Format = "text"
	HTML  Format = "html"
	JSON  Format = "json"  // an array of records, or records one after another
	JSONL Format = "jsonl" // a record a line
	CSV   Format = "csv"
	TSV   Format = "tsv"
	WARC  Format = "warc"
	Zip   Format = "zip"
	Tar   Format = "tar"
)

// Formats lists the formats but Auto.
var Formats = []Format{Text, HTML, JSON, JSONL, CSV, TSV, WARC, Zip, Tar}

// Stdin is the path that stands for standard input.
const Stdin = "-"

// Reader opens paths. It is immutable and safe for concurrent use.
type Reader struct {
	format   Format
	maxBytes int
	stdin    io.Reader
	keys     Keys
	strict   bool // keys are the default ones: a record has just one of text, html and html_base64
	consumed *atomic.Int64
}

// Option sets up a Reader.
type Option func(*Reader)

// WithFormat reads everything as one format instead of going by extension. Archives are opened all the same, and their members read
// as that format; with Zip and Tar, which say how the file itself is to be opened, members go by extension.
func WithFormat(f Format) Option { return func(r *Reader) { r.format = f } }

// WithMaxBytes sets the size of the largest document; the default is [xinwen.DefaultMaxBytes]. A larger one gives an error and
// is not read into memory.
func WithMaxBytes(n int) Option { return func(r *Reader) { r.maxBytes = n } }

// WithStdin sets what is read for the path "-"; the default is [os.Stdin].
func WithStdin(in io.Reader) Option { return func(r *Reader) { r.stdin = in } }

// WithKeys sets the names of the fields of JSON records and of the columns of tables.
func WithKeys(k Keys) Option { return func(r *Reader) { r.keys = k } }

// WithConsumed adds to n the bytes that are read from files and standard input, before decompression, while they are read. At
// the end of Files it stands at what [Reader.Size] tells.
func WithConsumed(n *atomic.Int64) Option { return func(r *Reader) { r.consumed = n } }

// New returns a reader.
func New(opts ...Option) (*Reader, error) {
	r := &Reader{maxBytes: xinwen.DefaultMaxBytes, stdin: os.Stdin, consumed: new(atomic.Int64)}
	for _, o := range opts {
		o(r)
	}
	known := r.format == Auto
	for _, f := range Formats {
		known = known || r.format == f
	}
	if !known {
		return nil, fmt.Errorf("corpus: unknown format %q: the formats are %v", r.format, Formats)
	}
	if r.maxBytes < 1 {
		return nil, fmt.Errorf("corpus: a limit of %d bytes: it must be positive", r.maxBytes)
	}
	r.strict = r.keys.Text == "" && r.keys.HTML == ""
	r.keys = r.keys.withDefaults()
	return r, nil
}

// run is one reading: it hands out what the readers of the formats find.
type run struct {
	*Reader
	yield func(*xinwen.Input, error) bool
	skip  int64 // how many documents and errors are still to be passed over
}

// pass reports whether the next document is to be passed over, and counts it. The readers ask before they decode one.
func (r *run) pass() bool {
	if r.skip > 0 {
		r.skip--
		return true
	}
	return false
}

// fail hands out the error of a place that could not be read.
func (r *run) fail(place string, err error) bool { return r.pass() || r.yield(failed(place, err)) }

func failed(place string, err error) (*xinwen.Input, error) {
	var pe *fs.PathError // the path is told by the ID already
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return &xinwen.Input{ID: place}, &xinwen.Error{ID: place, Stage: "read", Err: err}
}

func tooLarge(limit int) error {
	return fmt.Errorf("%w of %d bytes", xinwen.ErrTooLarge, limit)
}

package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/xinwen-go/xinwen"
)

// Format is the form in which documents are stored.
type Format string

// The formats. Auto goes by the extension of a file, and by the first characters of standard input.
const (
	Auto  Format = ""
	Text  Format = "text"
	HTML  Format = "html"
	JSONL Format = "jsonl"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

var extensions = map[string]Format{
	".txt": Text, ".text": Text,
	".html": HTML, ".htm": HTML, ".shtml": HTML, ".xhtml": HTML,
	".jsonl": JSONL, ".ndjson": JSONL,
}

// Reader opens paths. It is immutable and safe for concurrent use.
type Reader struct {
	format   Format
	maxBytes int
	stdin    io.Reader
}

// Option sets up a Reader.
type Option func(*Reader)

// WithFormat reads everything as one format instead of going by extension.
func WithFormat(f Format) Option { return func(r *Reader) { r.format = f } }

// WithMaxBytes sets the size of the largest document; the default is [xinwen.DefaultMaxBytes]. A larger one gives an error and
// is not read into memory.
func WithMaxBytes(n int) Option { return func(r *Reader) { r.maxBytes = n } }

// WithStdin sets what is read for the path "-"; the default is [os.Stdin].
func WithStdin(in io.Reader) Option { return func(r *Reader) { r.stdin = in } }

// New returns a reader.
func New(opts ...Option) (*Reader, error) {
	r := &Reader{maxBytes: xinwen.DefaultMaxBytes, stdin: os.Stdin}
	for _, o := range opts {
		o(r)
	}
	switch r.format {
	case Auto, Text, HTML, JSONL:
	default:
		return nil, fmt.Errorf("corpus: unknown format %q: it is text, html or jsonl", r.format)
	}
	if r.maxBytes < 1 {
		return nil, fmt.Errorf("corpus: a limit of %d bytes: it must be positive", r.maxBytes)
	}
	return r, nil
}

// Files yields the documents of files and directories, in the order given; a directory is walked in lexical order, and
// those of its files are read whose extension is known. The path "-" is standard input.
func (r *Reader) Files(paths ...string) iter.Seq2[*xinwen.Input, error] {
	return func(yield func(*xinwen.Input, error) bool) {
		for _, path := range paths {
			if !r.path(path, yield) {
				return
			}
		}
	}
}

func (r *Reader) path(path string, yield func(*xinwen.Input, error) bool) bool {
	if path == Stdin {
		return r.stream(r.stdin, Stdin, r.format, yield)
	}
	info, err := os.Stat(path)
	if err != nil {
		return yield(failed(path, err))
	}
	if !info.IsDir() {
		format := r.formatOf(path)
		if format == Auto {
			return yield(failed(path, errors.New("the extension tells no format: say which with --in text, html or jsonl")))
		}
		return r.file(path, format, yield)
	}
	more, found := true, false
	err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			more = yield(failed(p, err))
		case d.IsDir() && p != path && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.IsDir() || extensions[strings.ToLower(filepath.Ext(p))] == Auto:
		default:
			found = true
			more = r.file(p, r.formatOf(p), yield)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	if err == nil && !found {
		err = errors.New("the directory has no file with a known extension: .txt, .html, .jsonl and their like")
	}
	if err != nil && more {
		return yield(failed(path, err))
	}
	return more
}

func (r *Reader) formatOf(path string) Format {
	if r.format != Auto {
		return r.format
	}
	return extensions[strings.ToLower(filepath.Ext(path))]
}

func (r *Reader) file(path string, format Format, yield func(*xinwen.Input, error) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(failed(path, err))
	}
	defer f.Close()
	return r.stream(f, path, format, yield)
}

// stream reads the documents of one open input.
func (r *Reader) stream(in io.Reader, path string, format Format, yield func(*xinwen.Input, error) bool) bool {
	br := bufio.NewReaderSize(in, 64<<10)
	if format == Auto {
		format = sniff(br)
	}
	if format == JSONL {
		return r.jsonLines(br, path, yield)
	}
	b, err := io.ReadAll(io.LimitReader(br, int64(r.maxBytes)+1))
	if err != nil {
		return yield(failed(path, err))
	}
	if len(b) > r.maxBytes {
		return yield(failed(path, fmt.Errorf("%w of %d bytes", xinwen.ErrTooLarge, r.maxBytes)))
	}
	doc := &xinwen.Input{Source: path}
	if path == Stdin {
		doc.Source = "" // a content hash says more than a dash
	}
	if format == HTML {
		doc.HTML = b
	} else {
		doc.Plain = b
	}
	return yield(doc, nil)
}

// sniff tells the format of a stream by its first characters.
func sniff(br *bufio.Reader) Format {
	head, _ := br.Peek(1024)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("{")):
		return JSONL
	case bytes.HasPrefix(head, []byte("<")):
		return HTML
	}
	return Text
}

// failed is what is yielded for a place that could not be read.
func failed(place string, err error) (*xinwen.Input, error) {
	var pe *fs.PathError // the path is told by the ID already
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return &xinwen.Input{ID: place}, &xinwen.Error{ID: place, Stage: "read", Err: err}
}

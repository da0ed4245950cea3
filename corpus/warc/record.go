package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// The record types that the standard defines.
const (
	TypeInfo         = "warcinfo"
	TypeResponse     = "response"
	TypeResource     = "resource"
	TypeRequest      = "request"
	TypeMetadata     = "metadata"
	TypeRevisit      = "revisit"
	TypeConversion   = "conversion"
	TypeContinuation = "continuation"
)

// Field is one line of a record's header.
type Field struct{ Name, Value string }

// Header is the header of a record, in the order in which it stands in the file.
type Header []Field

// Get returns the value of the first field of that name, whatever its case, or the empty string.
func (h Header) Get(name string) string {
	for _, f := range h {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// Record is one record of a file. It is valid until the iteration goes on.
type Record struct {
	Version string // 1.0 or 1.1
	Header  Header

	// Offset is where the record begins, in bytes. In a file with a gzip member for each record it is the offset of the
	// member in the file, where a reader can begin anew; in any other file it is the offset in the decompressed stream.
	Offset int64

	// Length is the size of the block in bytes, as Content-Length says.
	Length int64

	// Block is the content of the record. It ends after Length bytes. Where the file is damaged or cut it returns an *[Error],
	// which the iteration then yields too, with what had to be passed over.
	Block io.Reader
}

// Type is the WARC-Type: one of the constants, or one that the standard does not know.
func (r *Record) Type() string { return strings.ToLower(r.Header.Get("WARC-Type")) }

// ID is the WARC-Record-ID without its angle brackets.
func (r *Record) ID() string { return bare(r.Header.Get("WARC-Record-ID")) }

// URL is the WARC-Target-URI, without the angle brackets that some writers of version 1.0 set.
func (r *Record) URL() string { return bare(r.Header.Get("WARC-Target-URI")) }

// Date is the time of the capture, and the zero time where the header has none that can be read.
func (r *Record) Date() time.Time {
	t, err := time.Parse(time.RFC3339, r.Header.Get("WARC-Date"))
	if err != nil {
		return time.Time{}
	}
	return t
}

func bare(s string) string {
	if strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">") {
		return s[1 : len(s)-1]
	}
	return s
}

// Error is damage in a file: the record at Offset, or what stands where a record should be, cannot be read.
type Error struct {
	Offset int64 // as in Record
	// Skipped is how many bytes were passed over to find the next record: bytes of the file in damaged gzip data, else of
	// the decompressed stream.
	Skipped int64
	Err     error
}

func (e *Error) Error() string {
	return fmt.Sprintf("warc: record at offset %d: %v", e.Offset, e.Cause())
}

// Cause says what happened, without the place.
func (e *Error) Cause() error {
	if e.Skipped > 0 {
		return fmt.Errorf("%w; %d bytes passed over", e.Err, e.Skipped)
	}
	return e.Err
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Causes that a caller may branch on; a file that ends too early has [io.ErrUnexpectedEOF].
var (
	// ErrFormat says that the bytes are no WARC record.
	ErrFormat = errors.New("not a WARC record")
	// ErrCut says that a record is shorter than it says, and that the next one follows.
	ErrCut = errors.New("the record is cut short: the next one begins within it")
)

// maxHeader bounds the header of a record in bytes; those of screenshots and of JSON metadata take some ten thousand.
const maxHeader = 1 << 20

// parseHeader reads the lines between the version line and the empty line.
func parseHeader(b []byte) (Header, error) {
	h := make(Header, 0, 12)
	for line := range bytes.Lines(b) {
		if (line[0] == ' ' || line[0] == '\t') && len(h) > 0 { // a folded line, which version 1.0 allows
			h[len(h)-1].Value += " " + string(bytes.TrimSpace(line))
			continue
		}
		name, value, ok := bytes.Cut(line, []byte(":"))
		if name = bytes.TrimSpace(name); !ok || len(name) == 0 {
			return nil, fmt.Errorf("%w: a header line without a name: %.40q", ErrFormat, line)
		}
		h = append(h, Field{string(name), string(bytes.TrimSpace(value))})
	}
	return h, nil
}

// isVersion reports whether line is the first line of a record.
func isVersion(line []byte) bool {
	v, ok := bytes.CutPrefix(bytes.TrimRight(line, " \r\n"), []byte("WARC/"))
	if !ok || len(v) != 3 && len(v) != 4 || v[1] != '.' { // 1.0, and the drafts 0.9, 0.17, 0.18
		return false
	}
	for i, c := range v {
		if i != 1 && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// beginsVersion reports whether the first of the lines in b begins a record.
func beginsVersion(b []byte) bool {
	line, _, ok := bytes.Cut(b, []byte("\n"))
	return ok && isVersion(line)
}

package corpus

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"encoding/json"
	"io"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/internal/bomb"
)

var extensions = map[string]Format{
	".txt": Text, ".text": Text,
	".html": HTML, ".htm": HTML, ".shtml": HTML, ".xhtml": HTML,
	".json": JSON, ".jsonl": JSONL, ".ndjson": JSONL,
	".csv": CSV, ".tsv": TSV, ".tab": TSV,
	".warc": WARC, ".zip": Zip,
	".tar": Tar, ".tgz": Tar, ".tbz2": Tar, ".tzst": Tar,
}

var compressions = map[string]bool{".gz": true, ".zst": true, ".bz2": true}

// formatByName tells the format of a file by its extension, behind which may stand that of a compression.
func formatByName(path string) Format {
	ext := strings.ToLower(filepath.Ext(path))
	if compressions[ext] {
		ext = strings.ToLower(filepath.Ext(path[:len(path)-len(ext)]))
	}
	return extensions[ext]
}

func (f Format) isArchive() bool { return f == Zip || f == Tar }

// formatOf is how a file is read.
func (r *Reader) formatOf(path string) Format {
	if named := formatByName(path); r.format == Auto || named.isArchive() && !r.format.isArchive() {
		return named
	}
	return r.format
}

// source is where a stream comes from.
type source struct {
	place  string
	format Format
	depth  int // of archives around it
}

// maxWindow is how far back zstd data may reach, which bounds the memory of the decoder: zstd --long writes 128 MB.
const maxWindow = 128 << 20

// stream reads the documents of one open input.
func (r *run) stream(in io.Reader, s source) bool {
	br := bufio.NewReaderSize(in, 64<<10)
	if s.format == WARC || s.format == Auto && holdsWARC(br) {
		return r.warc(br, s.place) // which has its own compression
	}
	br, closer, err := decompress(br)
	if err != nil {
		return r.fail(s.place, err)
	}
	defer closer()
	if s.format == Auto {
		s.format = sniff(br)
	}
	switch s.format {
	case WARC:
		return r.warc(br, s.place)
	case JSONL:
		return r.jsonLines(br, s.place)
	case JSON:
		if firstLineIsRecord(br) {
			return r.jsonLines(br, s.place) // many files of that name are JSON Lines
		}
		return r.jsonValues(br, s.place)
	case CSV:
		return r.table(br, s.place, 0)
	case TSV:
		return r.table(br, s.place, '\t')
	case Zip:
		return r.spooledZip(br, s)
	case Tar:
		return r.tar(br, s)
	}
	if r.pass() {
		return true
	}
	b, err := io.ReadAll(io.LimitReader(br, int64(r.maxBytes)+1))
	if err != nil {
		return r.fail(s.place, err)
	}
	if len(b) > r.maxBytes {
		return r.fail(s.place, tooLarge(r.maxBytes))
	}
	doc := &xinwen.Input{Source: s.place}
	if s.place == Stdin {
		doc.Source = "" // a content hash says more than a dash
	}
	if s.format == HTML {
		doc.HTML = b
	} else {
		doc.Plain = b
	}
	return r.yield(doc, nil)
}

// decompress undoes the compression of a stream, which its first bytes tell.
func decompress(br *bufio.Reader) (out *bufio.Reader, closer func(), err error) {
	head, _ := br.Peek(10)
	in := &counter{r: br}
	var z io.Reader
	closer = func() {}
	switch {
	case isGzip(head):
		z, err = gzip.NewReader(bufio.NewReaderSize(in, 64<<10))
	case isZstd(head):
		var d *zstd.Decoder
		d, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true))
		if err == nil {
			z, closer = d, d.Close
		}
	case isBzip2(head):
		z = bzip2.NewReader(bufio.NewReaderSize(in, 64<<10))
	default:
		return br, closer, nil
	}
	if err != nil {
		return nil, nil, err
	}
	return bufio.NewReaderSize(bomb.Guard(z, func() int64 { return in.n }), 64<<10), closer, nil
}

func isGzip(head []byte) bool { return bytes.HasPrefix(head, []byte("\x1F\x8B\x08")) }
func isZstd(head []byte) bool { return bytes.HasPrefix(head, []byte("\x28\xB5\x2F\xFD")) }
func isBzip2(head []byte) bool {
	return len(head) >= 10 && bytes.HasPrefix(head, []byte("BZh")) && string(head[4:10]) == "1AY&SY"
}

// counter counts what is read, and keeps the first error but the end.
type counter struct {
	r   io.Reader
	n   int64
	err error
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if err != nil && err != io.EOF && c.err == nil {
		c.err = err
	}
	return n, err
}

// holdsWARC reports whether a compressed stream, of which the beginning is at hand, is a WARC file.
func holdsWARC(br *bufio.Reader) bool {
	const dictionary = "\x5D\x2A\x4D\x18" // the frame at the start of a .warc.zst file
	head, _ := br.Peek(4 << 10)
	if bytes.HasPrefix(head, []byte(dictionary)) {
		return true
	}
	z, closer, err := decompress(bufio.NewReader(bytes.NewReader(head)))
	if err != nil {
		return false
	}
	defer closer()
	first, _ := z.Peek(5)
	return string(first) == "WARC/"
}

// sniff tells the format of a stream by its first characters. A table cannot be told from text.
func sniff(br *bufio.Reader) Format {
	head, _ := br.Peek(1024)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n")
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	switch {
	case bytes.HasPrefix(head, []byte("WARC/")):
		return WARC
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return Zip
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return Tar
	case bytes.HasPrefix(head, []byte("{")):
		if string(bytes.TrimSpace(first)) == "{" {
			return JSON
		}
		return JSONL
	case bytes.HasPrefix(head, []byte("[")):
		next := bytes.TrimLeft(append(bytes.Clone(first[1:]), rest...), " \t\r\n")
		if bytes.HasPrefix(next, []byte("{")) || bytes.HasPrefix(next, []byte("]")) {
			return JSON
		}
	case bytes.HasPrefix(head, []byte("<")):
		return HTML
	}
	return Text
}

// firstLineIsRecord reports whether the first of several lines is an object by itself.
func firstLineIsRecord(br *bufio.Reader) bool {
	head, _ := br.Peek(64 << 10)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n")
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	return bytes.HasPrefix(first, []byte("{")) && len(bytes.TrimSpace(rest)) > 0 && json.Valid(first)
}

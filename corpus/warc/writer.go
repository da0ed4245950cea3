package warc

import (
	"bytes"
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
)

// Draft is a record to be written. The writer adds what every record has: id, date, lengths and digests.
type Draft struct {
	Type         string    // one of the constants
	URL          string    // WARC-Target-URI; empty for warcinfo
	Date         time.Time // of the capture; zero is now
	ContentType  string    // of the block; empty is the usual one of the type
	ConcurrentTo []string  // ids of the records of the same exchange
	Fields       Header    // further fields, in order
	Head         []byte    // HTTP head with its empty line, where the block has one
	Payload      []byte    // the rest of the block
}

// Ref tells where a record was written and how others refer to it.
type Ref struct {
	ID            string // without angle brackets
	URL           string
	Date          time.Time
	PayloadDigest string // of request, response, resource and revisit records
	Offset        int64  // in the file
	Length        int64  // in the file, compressed where the file is
}

// Writer writes WARC 1.1: each record is one Write to the file, so what a killed process leaves is whole but for its last
// record. It must be used by one goroutine at a time.
type Writer struct {
	w      io.Writer
	offset int64
	gz     *gzip.Writer // nil for a plain file
	buf    bytes.Buffer
	plain  bytes.Buffer
	sha256 bool
	now    func() time.Time
	id     func() string
	info   string // id of the warcinfo record that describes what follows
	err    error  // of a Write that failed: the file is not a WARC file beyond offset
}

// WriterOption sets up a Writer.
type WriterOption func(*Writer)

// WithoutCompression writes a plain file.
func WithoutCompression() WriterOption { return func(w *Writer) { w.gz = nil } }

// WithSHA256 writes SHA-256 digests instead of SHA-1, which other tools expect.
func WithSHA256() WriterOption { return func(w *Writer) { w.sha256 = true } }

// WithClock sets where dates come from that a draft does not give; the default is [time.Now].
func WithClock(now func() time.Time) WriterOption { return func(w *Writer) { w.now = now } }

// WithIDs sets where record ids come from: each call must give a new URI. The default are random UUIDs.
func WithIDs(id func() string) WriterOption { return func(w *Writer) { w.id = id } }

// WithOffset says at which offset the file stands already, for one that is appended to.
func WithOffset(n int64) WriterOption { return func(w *Writer) { w.offset = n } }

// NewWriter returns a writer to w. There is nothing to close but w.
func NewWriter(w io.Writer, opts ...WriterOption) *Writer {
	wr := &Writer{w: w, gz: gzip.NewWriter(nil), now: time.Now, id: newUUID}
	for _, o := range opts {
		o(wr)
	}
	return wr
}

func newUUID() string {
	var u [16]byte
	rand.Read(u[:])
	u[6], u[8] = u[6]&0x0F|0x40, u[8]&0x3F|0x80
	h := hex.EncodeToString(u[:])
	return "urn:uuid:" + h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// WriteInfo writes a warcinfo record: the name of the file and fields such as software, format, isPartOf, robots. The records
// written after it refer to it.
func (w *Writer) WriteInfo(filename string, fields Header) (Ref, error) {
	block, err := Fields(fields)
	if err != nil {
		return Ref{}, err
	}
	w.info = ""
	ref, err := w.Write(&Draft{Type: TypeInfo, Fields: Header{{"WARC-Filename", filename}}, Payload: block})
	w.info = ref.ID
	return ref, err
}

// Fields is the block of a warcinfo or metadata record: a field a line.
func Fields(h Header) ([]byte, error) {
	var b bytes.Buffer
	for _, f := range h {
		if err := writeField(&b, f); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// Exchange is an HTTP request with its response.
type Exchange struct {
	Request  *http.Request
	Response *http.Response
	Body     []byte    // of the response as it was transferred, with content codings; transfer codings are undone
	Date     time.Time // zero is now
	IP       string    // of the server, where known
	Fields   Header    // further fields of the response record

	// Same is an earlier response with the same body: a revisit record, without the body, is written that refers to it.
	Same *Ref
}

// WriteExchange writes a response (or revisit) and a request record that refer to each other's exchange. HTTP/2 and later have
// no head of their own, so theirs is written as that of HTTP/1.1, which readers know.
func (w *Writer) WriteExchange(x *Exchange) (response, request Ref, err error) {
	date := x.Date
	if date.IsZero() {
		date = w.now()
	}
	uri := *x.Request.URL
	uri.Fragment, uri.RawFragment = "", ""
	d := &Draft{Type: TypeResponse, URL: uri.String(), Date: date, Head: responseHead(x.Response), Payload: x.Body}
	if x.IP != "" {
		d.Fields = append(d.Fields, Field{"WARC-IP-Address", x.IP})
	}
	d.Fields = append(d.Fields, x.Fields...)
	if x.Same != nil {
		d.Type, d.Payload = TypeRevisit, nil
		d.Fields = append(d.Fields,
			Field{"WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"},
			Field{"WARC-Refers-To", "<" + x.Same.ID + ">"},
			Field{"WARC-Refers-To-Target-URI", x.Same.URL},
			Field{"WARC-Refers-To-Date", formatDate(x.Same.Date)},
			Field{"WARC-Payload-Digest", x.Same.PayloadDigest})
	}
	if response, err = w.Write(d); err != nil {
		return response, request, err
	}
	request, err = w.Write(&Draft{Type: TypeRequest, URL: d.URL, Date: date, ConcurrentTo: []string{response.ID}, Head: requestHead(x.Request, &uri)})
	return response, request, err
}

func responseHead(r *http.Response) []byte {
	var b bytes.Buffer
	status := strings.TrimSpace(strings.TrimPrefix(r.Status, strconv.Itoa(r.StatusCode)))
	if status == "" {
		status = http.StatusText(r.StatusCode)
	}
	proto := "HTTP/1.1"
	if r.ProtoMajor == 1 && r.ProtoMinor == 0 {
		proto = "HTTP/1.0"
	}
	fmt.Fprintf(&b, "%s %03d %s\r\n", proto, r.StatusCode, oneLine.Replace(status))
	r.Header.Write(&b) // in the order of the names; line ends in values become spaces
	b.WriteString("\r\n")
	return b.Bytes()
}

func requestHead(r *http.Request, uri *url.URL) []byte {
	var b bytes.Buffer
	method, host := r.Method, r.Host
	if method == "" {
		method = http.MethodGet
	}
	if host == "" {
		host = uri.Host
	}
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: %s\r\n", method, uri.RequestURI(), oneLine.Replace(host))
	r.Header.Write(&b)
	b.WriteString("\r\n")
	return b.Bytes()
}

var oneLine = strings.NewReplacer("\r", " ", "\n", " ")

var blockTypes = map[string]string{
	TypeInfo: "application/warc-fields", TypeMetadata: "application/warc-fields",
	TypeRequest: "application/http; msgtype=request", TypeResponse: "application/http; msgtype=response", TypeRevisit: "application/http; msgtype=response",
}

// Write writes one record. A draft that would not make a record of the standard's grammar is refused, and the file is left as it
// is.
func (w *Writer) Write(d *Draft) (Ref, error) {
	if w.err != nil {
		return Ref{}, w.err
	}
	if d.Type == "" {
		return Ref{}, fmt.Errorf("warc: write: the draft has no type")
	}
	ref := Ref{ID: w.id(), URL: d.URL, Date: d.Date, Offset: w.offset}
	if ref.Date.IsZero() {
		ref.Date = w.now()
	}
	w.plain.Reset()
	if err := w.header(d, &ref); err != nil {
		return Ref{}, err
	}
	w.plain.Write(d.Head)
	w.plain.Write(d.Payload)
	w.plain.WriteString("\r\n\r\n")
	out := w.plain.Bytes()
	if w.gz != nil {
		w.buf.Reset()
		w.gz.Reset(&w.buf)
		w.gz.Write(out) // a bytes.Buffer does not fail
		w.gz.Close()
		out = w.buf.Bytes()
	}
	n, err := w.w.Write(out)
	w.offset += int64(n)
	ref.Length = int64(n)
	if err != nil {
		w.err = fmt.Errorf("warc: write: %w", err)
		return Ref{}, w.err
	}
	return ref, nil
}

func (w *Writer) header(d *Draft, ref *Ref) error {
	h := Header{
		{"WARC-Type", d.Type},
		{"WARC-Record-ID", "<" + ref.ID + ">"},
		{"WARC-Date", formatDate(ref.Date)},
	}
	add := func(name, value string) {
		if value != "" {
			h = append(h, Field{name, value})
		}
	}
	add("WARC-Target-URI", d.URL)
	if w.info != "" {
		add("WARC-Warcinfo-ID", "<"+w.info+">")
	}
	for _, id := range d.ConcurrentTo {
		add("WARC-Concurrent-To", "<"+id+">")
	}
	h = append(h, d.Fields...)
	add("WARC-Block-Digest", w.digest(d.Head, d.Payload))
	switch d.Type {
	case TypeRequest, TypeResponse, TypeResource:
		ref.PayloadDigest = w.digest(d.Payload)
		add("WARC-Payload-Digest", ref.PayloadDigest)
	case TypeRevisit:
		ref.PayloadDigest = d.Fields.Get("WARC-Payload-Digest")
	}
	contentType := d.ContentType
	if contentType == "" {
		contentType = blockTypes[d.Type]
	}
	add("Content-Type", contentType)
	add("Content-Length", strconv.Itoa(len(d.Head)+len(d.Payload)))
	w.plain.WriteString("WARC/1.1\r\n")
	for _, f := range h {
		if err := writeField(&w.plain, f); err != nil {
			return err
		}
	}
	w.plain.WriteString("\r\n")
	return nil
}

// writeField writes a line of a header, and refuses what would break it.
func writeField(b *bytes.Buffer, f Field) error {
	if f.Name == "" || strings.ContainsFunc(f.Name, func(r rune) bool { return r <= ' ' || r >= 0x7F || r == ':' }) {
		return fmt.Errorf("warc: write: %.40q is no name of a field", f.Name)
	}
	if strings.ContainsFunc(f.Value, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7F }) {
		return fmt.Errorf("warc: write: the value of %s has control characters: %.40q", f.Name, f.Value)
	}
	b.WriteString(f.Name + ": " + f.Value + "\r\n")
	return nil
}

// digest is that of the parts one after another, labelled and in base 32 as other writers have it.
func (w *Writer) digest(parts ...[]byte) string {
	h, label := sha1.New(), "sha1:"
	if w.sha256 {
		h, label = sha256.New(), "sha256:"
	}
	for _, p := range parts {
		h.Write(p)
	}
	return label + base32.StdEncoding.EncodeToString(h.Sum(nil))
}

func formatDate(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05Z") }

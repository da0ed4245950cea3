package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// Response is the HTTP response in the block of a record.
type Response struct {
	Proto      string // HTTP/1.1
	StatusCode int
	Header     http.Header

	// Body is the payload with transfer and content codings undone: chunked, gzip, deflate, br, zstd. A body that an archiver has
	// stored decoded, leaving the header as it was, is read as it is. It fails with [ErrBodyTooLarge] beyond the limit, and
	// like Record.Block where the file is damaged.
	Body io.Reader
}

// ErrBodyTooLarge says that a body has more bytes than the caller allows, once its codings are undone.
var ErrBodyTooLarge = errors.New("the body is larger than the limit")

const (
	maxHTTPHeader = 1 << 20
	maxCodings    = 3        // a server applies one; more than a few are an attack
	maxBodyWindow = 32 << 20 // of zstd; RFC 9659 allows 8 MB
)

// Response reads the head of the HTTP response in the block, which must not have been read before. The decoded body is
// limited to maxBody bytes: a compressed bomb costs no more than that.
func (r *Record) Response(maxBody int64) (*Response, error) {
	in := bufio.NewReaderSize(r.Block, 16<<10)
	res := &Response{Header: http.Header{}}
	line, err := headLine(in)
	if err != nil {
		return nil, responseError(err)
	}
	proto, rest, _ := strings.Cut(line, " ")
	code, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	res.Proto = proto
	if res.StatusCode, err = strconv.Atoi(code); err != nil || !strings.HasPrefix(proto, "HTTP/") || len(code) != 3 {
		return nil, fmt.Errorf("warc: not an HTTP response: it begins with %.20q", line)
	}
	if err := readHeader(in, res.Header); err != nil {
		return nil, responseError(err)
	}
	res.Body = &body{in: in, header: res.Header, left: maxBody}
	return res, nil
}

func responseError(err error) error {
	var damaged *Error
	if errors.As(err, &damaged) {
		return err
	}
	return fmt.Errorf("warc: HTTP response: %w", unexpected(err))
}

// readHeader reads header lines up to the empty one. Servers and archivers write lines that the standard does not allow: what
// is no field is passed over.
func readHeader(in *bufio.Reader, h http.Header) error {
	size, last := 0, ""
	for {
		line, err := headLine(in)
		if err == io.EOF { // a head without a body may lack its empty line
			return nil
		}
		if err != nil {
			return err
		}
		if line == "" {
			return nil
		}
		if size += len(line); size > maxHTTPHeader {
			return fmt.Errorf("the header is longer than %d bytes", maxHTTPHeader)
		}
		if v := h[last]; (line[0] == ' ' || line[0] == '\t') && len(v) > 0 {
			v[len(v)-1] += " " + strings.TrimSpace(line)
			continue
		}
		if name, value, ok := strings.Cut(line, ":"); ok {
			last = textproto.CanonicalMIMEHeaderKey(strings.TrimSpace(name))
			h[last] = append(h[last], strings.TrimSpace(value))
		}
	}
}

// headLine reads a line of the head without its end.
func headLine(in *bufio.Reader) (string, error) {
	var buf []byte
	for {
		part, err := in.ReadSlice('\n')
		buf = append(buf, part...)
		if len(buf) > maxHTTPHeader {
			return "", fmt.Errorf("the header is longer than %d bytes", maxHTTPHeader)
		}
		if err == nil || err == io.EOF && len(buf) > 0 {
			return string(bytes.TrimRight(buf, "\r\n")), nil
		}
		if err != bufio.ErrBufferFull {
			return "", err
		}
	}
}

// decode undoes the transfer coding and then the content codings of a body.
func decode(in *bufio.Reader, h http.Header) (io.Reader, error) {
	if hasToken(h["Transfer-Encoding"], "chunked") && beginsChunk(in) {
		in = bufio.NewReader(httputil.NewChunkedReader(in))
	}
	codings := tokens(h["Content-Encoding"])
	if len(codings) > maxCodings {
		return nil, fmt.Errorf("%d content codings, one upon the other", len(codings))
	}
	for i := len(codings) - 1; i >= 0; i-- {
		r, err := undo(codings[i], in)
		if err != nil {
			return nil, err
		}
		if r != in {
			in = bufio.NewReader(r)
		}
	}
	return in, nil
}

// undo decodes one content coding; it returns in itself where the body does not look like that coding.
func undo(coding string, in *bufio.Reader) (io.Reader, error) {
	head, err := in.Peek(4)
	if len(head) == 0 {
		if err != io.EOF {
			return nil, err
		}
		return in, nil
	}
	switch coding {
	case "identity":
		return in, nil
	case "gzip", "x-gzip":
		if len(head) < 2 || head[0] != gzipMagic[0] || head[1] != gzipMagic[1] {
			return in, nil
		}
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, err
		}
		z.Multistream(false) // what follows the member is rubbish, as browsers have it
		return z, nil
	case "deflate":
		switch {
		case len(head) > 1 && head[0]&0x0F == 8 && (int(head[0])<<8|int(head[1]))%31 == 0:
			return zlib.NewReader(in)
		case looksLikeMarkup(in):
			return in, nil
		}
		return flate.NewReader(in), nil // RFC 1951 alone, as some servers have it
	case "br":
		if looksLikeMarkup(in) { // no brotli stream begins with "<"
			return in, nil
		}
		return brotli.NewReader(in), nil
	case "zstd":
		if !bytes.Equal(head, zstdMagic) {
			return in, nil
		}
		return zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxBodyWindow), zstd.WithDecoderLowmem(true))
	}
	return nil, fmt.Errorf("unknown content coding %.20q", coding)
}

func looksLikeMarkup(in *bufio.Reader) bool {
	head, _ := in.Peek(64)
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n"), []byte("<"))
}

// beginsChunk reports whether the body begins with the size of a chunk.
func beginsChunk(in *bufio.Reader) bool {
	head, _ := in.Peek(32)
	line, _, ok := bytes.Cut(head, []byte("\n"))
	size, extension, _ := bytes.Cut(bytes.TrimRight(line, " \r"), []byte(";"))
	size = bytes.TrimRight(size, " \t")
	if !ok && extension == nil || len(size) == 0 || len(size) > 16 {
		return false
	}
	for _, c := range size {
		if !('0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F') {
			return false
		}
	}
	return true
}

// tokens splits a list header into its lower-case words.
func tokens(values []string) (list []string) {
	for _, v := range values {
		for t := range strings.SplitSeq(v, ",") {
			if t = strings.ToLower(strings.TrimSpace(t)); t != "" {
				list = append(list, t)
			}
		}
	}
	return list
}

func hasToken(values []string, token string) bool {
	for _, t := range tokens(values) {
		if t == token {
			return true
		}
	}
	return false
}

// body is the decoded payload. The codings are looked at by the first Read, so that a body nobody wants costs nothing. It fails
// once more than its limit is read.
type body struct {
	in      *bufio.Reader
	header  http.Header
	decoded io.Reader
	left    int64
	err     error
}

func (b *body) Read(p []byte) (n int, err error) {
	if b.err == nil && b.decoded == nil {
		if b.decoded, err = decode(b.in, b.header); err != nil {
			b.err = responseError(err)
		}
	}
	if b.err == nil {
		if int64(len(p)) > b.left+1 {
			p = p[:b.left+1]
		}
		if n, b.err = b.decoded.Read(p); int64(n) > b.left {
			n, b.err = int(b.left), ErrBodyTooLarge
		}
		b.left -= int64(n)
		if b.err != nil && b.err != io.EOF && b.err != ErrBodyTooLarge {
			b.err = responseError(b.err)
		}
	}
	return n, b.err
}

package warc

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/xinwen-go/xinwen/internal/bomb"
)

const (
	rawBuffer    = 64 << 10
	streamBuffer = 64 << 10

	// maxWindow is how far back zstd data may reach, which bounds the memory of the decoder: zstd --long writes 128 MB.
	maxWindow = 128 << 20
	// maxDictionary bounds the dictionary of a .warc.zst file.
	maxDictionary = 16 << 20
)

var (
	gzipMagic   = []byte{0x1F, 0x8B, 8}
	zstdMagic   = []byte{0x28, 0xB5, 0x2F, 0xFD}
	dictMagic   = []byte{0x5D, 0x2A, 0x4D, 0x18} // the skippable frame that holds the dictionary of a .warc.zst file
	recordMagic = []byte("WARC/")
)

// stream is the decompressed file. Only one of members and zstd is set, and neither for a plain file.
type stream struct {
	*bufio.Reader
	source  io.Reader // under the Reader
	members *members
	zstd    *zstd.Decoder
}

// open tells the compression of a file by its first bytes.
func open(r io.Reader) (*stream, error) {
	file := &countingReader{r: r}
	raw := bufio.NewReaderSize(file, rawBuffer)
	head, err := raw.Peek(len(zstdMagic))
	if err != nil && err != io.EOF {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(head, gzipMagic):
		m := &members{file: file, raw: raw}
		source := bomb.Guard(m, func() int64 { return file.n })
		return &stream{Reader: bufio.NewReaderSize(source, streamBuffer), source: source, members: m}, nil
	case bytes.Equal(head, zstdMagic), bytes.Equal(head, dictMagic):
		opts := []zstd.DOption{
			zstd.WithDecoderConcurrency(1), // no goroutines
			zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true),
		}
		if bytes.Equal(head, dictMagic) {
			dict, err := dictionary(raw)
			if err != nil {
				return nil, fmt.Errorf("the zstd dictionary at the start of the file: %w", err)
			}
			opts = append(opts, zstd.WithDecoderDicts(dict))
		}
		z, err := zstd.NewReader(raw, opts...)
		if err != nil {
			return nil, fmt.Errorf("zstd: %w", err)
		}
		source := bomb.Guard(z, func() int64 { return file.n })
		return &stream{Reader: bufio.NewReaderSize(source, streamBuffer), source: source, zstd: z}, nil
	}
	return &stream{Reader: raw, source: file}, nil
}

func (s *stream) close() {
	if s.zstd != nil {
		s.zstd.Close()
	}
}

// dictionary reads the first frame of a .warc.zst file, whose content may be compressed itself.
func dictionary(raw *bufio.Reader) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(raw, head[:]); err != nil {
		return nil, unexpected(err)
	}
	size := uint32(head[4]) | uint32(head[5])<<8 | uint32(head[6])<<16 | uint32(head[7])<<24
	if size > maxDictionary {
		return nil, fmt.Errorf("it has %d bytes, the limit is %d", size, maxDictionary)
	}
	dict, err := io.ReadAll(io.LimitReader(raw, int64(size)))
	if err == nil && len(dict) < int(size) {
		err = io.ErrUnexpectedEOF
	}
	if err != nil || !bytes.HasPrefix(dict, zstdMagic) {
		return dict, err
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDictionary))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return z.DecodeAll(dict, nil)
}

// members reads a gzip file member by member: their contents as one stream, of which no Read gives bytes of two members.
type members struct {
	file *countingReader
	raw  *bufio.Reader // over file; the decompressor takes no more from it than the member has
	gz   gzip.Reader
	open bool

	head    []byte  // the first bytes of the open member, which are decompressed when it is opened
	pending error   // what follows head, where the member ends there
	total   int64   // bytes handed out so far
	at      int64   // where the member that is open, or that failed, begins in the file
	starts  []start // of the members that the parser has not passed yet, by position
	err     error   // sticky until resync: damage, the end of the file, or its error
}

// start is where a member begins.
type start struct {
	at     int64 // position in the decompressed stream
	offset int64 // position in the file
	record bool  // it begins like a record
}

// damage is an error of compressed data, behind which there may be more.
type damage struct{ error }

func (d damage) Unwrap() error { return d.error }

// position is that of the next byte of the file.
func (m *members) position() int64 { return m.file.n - int64(m.raw.Buffered()) }

func (m *members) Read(p []byte) (n int, err error) {
	for n == 0 && m.err == nil {
		switch {
		case !m.open:
			m.next()
			continue
		case len(m.head) > 0:
			n = copy(p, m.head)
			m.head = m.head[n:]
		case m.pending != nil:
			err, m.pending = m.pending, nil
		default:
			n, err = m.gz.Read(p)
		}
		m.total += int64(n)
		if err != nil {
			m.open = false
			if err != io.EOF {
				m.fail(err)
			}
		}
	}
	if n > 0 {
		return n, nil
	}
	return 0, m.err
}

// fail keeps the error that ended a member before its end.
func (m *members) fail(err error) {
	switch {
	case m.file.err != nil && m.file.err != io.EOF:
		m.err = m.file.err
	case err == io.EOF:
		m.err = damage{io.ErrUnexpectedEOF}
	default:
		m.err = damage{err}
	}
}

// next opens the member at which the file stands.
func (m *members) next() {
	first, err := m.raw.Peek(1)
	for err == nil && first[0] == 0 { // padding at the end of the file
		m.raw.Discard(1)
		first, err = m.raw.Peek(1)
	}
	m.at = m.position()
	if err != nil {
		m.err = err
		return
	}
	if head, err := m.raw.Peek(len(gzipMagic)); err == nil && !bytes.Equal(head, gzipMagic) {
		m.err = damage{gzip.ErrHeader} // and nothing is taken, since a member may begin a byte further on
		return
	}
	if err := m.gz.Reset(m.raw); err != nil {
		m.fail(err)
		return
	}
	m.gz.Multistream(false)
	m.open = true
	m.head = make([]byte, 0, len(recordMagic))
	for len(m.head) < cap(m.head) && m.pending == nil {
		var n int
		n, m.pending = m.gz.Read(m.head[len(m.head):cap(m.head)])
		m.head = m.head[:len(m.head)+n]
	}
	if len(m.head) > 0 {
		m.starts = append(m.starts, start{m.total, m.at, bytes.Equal(m.head, recordMagic)})
	}
}

// resync clears the error and goes to the next member that begins with a record. It returns how many bytes of the file were
// passed over, beginning with the damaged member, and the error of the file where there is none. Damage can make the
// decompressor run on into members that are whole, so the search begins as far back in the damaged one as the file is kept.
func (m *members) resync() (skipped int64, err error) {
	m.file.unread(m.position() - m.at - 1 + int64(m.raw.Buffered()))
	m.raw.Reset(m.file)
	for {
		b, err := m.raw.Peek(rawBuffer / 2)
		i := bytes.Index(b, gzipMagic)
		switch {
		case i < 0 && err != nil:
			m.raw.Discard(len(b))
			m.err = err
			return m.position() - m.at, err
		case i < 0:
			m.raw.Discard(len(b) - len(gzipMagic) + 1)
		case i > 0:
			m.raw.Discard(i)
		case beginsRecord(b):
			m.err, m.open, m.pending, m.head, m.starts = nil, false, nil, nil, m.starts[:0]
			return m.position() - m.at, nil
		default:
			m.raw.Discard(1)
		}
	}
}

// beginsRecord reports whether b is the beginning of a gzip member that holds a record.
func beginsRecord(b []byte) bool {
	gz, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return false
	}
	var head [5]byte
	_, err = io.ReadFull(gz, head[:])
	return err == nil && bytes.Equal(head[:], recordMagic)
}

// countingReader counts what is read and keeps the error and the last bytes.
type countingReader struct {
	r     io.Reader
	n     int64
	err   error
	kept  []byte // the last bytes of r
	again int    // how many of them are to be read once more
}

func (c *countingReader) Read(p []byte) (n int, err error) {
	if c.again > 0 {
		n = copy(p, c.kept[len(c.kept)-c.again:])
		c.again -= n
		c.n += int64(n)
		return n, nil
	}
	n, err = c.r.Read(p)
	c.n += int64(n)
	if err != nil {
		c.err = err
	}
	if len(c.kept)+n > 2*rawBuffer {
		c.kept = c.kept[:copy(c.kept, c.kept[max(0, len(c.kept)-rawBuffer):])]
	}
	c.kept = append(c.kept, p[:n]...)
	return n, err
}

// unread goes back by n bytes, or as far as they are kept.
func (c *countingReader) unread(n int64) {
	n = min(max(n, 0), int64(len(c.kept)-c.again))
	c.again += int(n)
	c.n -= n
}

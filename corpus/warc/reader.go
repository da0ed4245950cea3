package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
)

// Records yields the records of a file in order; the compression is told by the first bytes. The iteration reads r and so
// can be done once; it starts no goroutine, and whoever opened r closes it.
//
// What cannot be read is yielded as an *[Error] without a record, and the iteration goes on with the next record that can be
// found: the next gzip member that begins with one, or the next line that begins like one. A file that ends within a record
// gives an error with [io.ErrUnexpectedEOF] at the end; an error of r itself ends the iteration too, and so does damaged
// zstd data.
func Records(r io.Reader) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) {
		s, err := open(r)
		if err != nil {
			yield(nil, &Error{Err: err})
			return
		}
		defer s.close()
		p := parser{in: s}
		for {
			rec, err := p.next()
			if rec == nil && err == nil || !yield(rec, err) {
				return
			}
		}
	}
}

// lookahead is the length of the longest line that begins a record.
const lookahead = len("WARC/0.17\r\n")

// parser cuts the decompressed stream into records.
type parser struct {
	in     *stream
	pos    int64 // position in the decompressed stream
	end    int64 // of the last block
	block  *block
	whole  bool  // a member was seen that holds more than one record
	member start // the member at pos
	done   bool
}

// next returns the next record or an error with its place; neither at the end.
func (p *parser) next() (*Record, error) {
	if p.done {
		return nil, nil
	}
	if b := p.block; b != nil {
		err := b.skip()
		p.block = nil
		if err != nil {
			return nil, p.recover(b.offset, err)
		}
	}
	p.end = p.pos
	if err := p.skipLineEnds(); err != nil {
		if err == io.EOF {
			return nil, nil
		}
		offset := p.pos
		if m := p.in.members; m != nil && !p.whole {
			offset = m.at
		}
		return nil, p.recover(offset, err)
	}
	offset, whole := p.offset()
	rec, err := p.header()
	if err != nil {
		return nil, p.recover(offset, err)
	}
	p.whole = whole
	rec.Offset = offset
	p.block = &block{p: p, offset: offset, left: rec.Length}
	rec.Block = p.block
	return rec, nil
}

// offset tells where the record at pos begins, as Record.Offset has it, and whether it shows that members hold more than one
// record, should it be one.
func (p *parser) offset() (offset int64, whole bool) {
	m := p.in.members
	if m == nil {
		return p.pos, false
	}
	first := false
	for len(m.starts) > 0 && m.starts[0].at <= p.pos {
		first = m.starts[0].at >= p.end // but for line ends the record is the first thing in the member
		p.member = m.starts[0]
		m.starts = m.starts[1:]
	}
	if p.whole || !first {
		return p.pos, true
	}
	return p.member.offset, false
}

// recover makes the error of the record at offset and goes to the next one.
func (p *parser) recover(offset int64, err error) *Error {
	e := &Error{Offset: offset, Err: err}
	var in *Error
	if errors.As(err, &in) {
		e.Err = in.Err
	}
	var d damage
	switch {
	case errors.As(err, &d) && p.in.members != nil:
		if e.Err = d.error; d.error != io.ErrUnexpectedEOF {
			e.Err = fmt.Errorf("damaged gzip data: %w", d.error)
		}
		e.Skipped, err = p.in.members.resync()
		p.done = err != nil
		p.in.Reset(p.in.source)
		p.pos = p.in.members.total
	case errors.Is(err, ErrFormat):
		e.Skipped, err = p.resync()
		p.done = err != nil
	case errors.Is(err, ErrCut): // the next record is at hand
	default:
		e.Err = unexpected(err)
		p.done = true
	}
	if p.done && err != nil && err != io.EOF && err != io.ErrUnexpectedEOF && !errors.Is(e.Err, err) {
		e.Err = fmt.Errorf("%w; then: %w", e.Err, err) // the file itself failed while the next record was sought
	}
	return e
}

// resync goes to the next line that begins like a record.
func (p *parser) resync() (skipped int64, err error) {
	from := p.pos
	lineStart := true
	for {
		b, err := p.in.Peek(lookahead)
		if lineStart && beginsVersion(b) {
			return p.pos - from, nil
		}
		if len(b) == 0 {
			var d damage
			if errors.As(err, &d) && p.in.members != nil {
				if _, err = p.in.members.resync(); err == nil {
					p.in.Reset(p.in.source)
					p.pos = p.in.members.total
					lineStart = true
					continue
				}
			}
			return p.pos - from, err
		}
		line, err := p.in.ReadSlice('\n')
		p.pos += int64(len(line))
		lineStart = err == nil
	}
}

// skipLineEnds passes over the empty lines between records.
func (p *parser) skipLineEnds() error {
	for {
		b, err := p.in.Peek(1)
		if err != nil {
			return err
		}
		if b[0] != '\r' && b[0] != '\n' {
			return nil
		}
		p.in.Discard(1)
		p.pos++
	}
}

// header reads a record up to its block.
func (p *parser) header() (*Record, error) {
	head, err := p.in.Peek(lookahead)
	if bytes.HasPrefix(head, []byte("filedesc://")) {
		return nil, fmt.Errorf("%w: this is an ARC file, the format before WARC", ErrFormat)
	}
	if !bytes.HasPrefix(head, recordMagic) {
		var d damage
		if len(head) < len(recordMagic) && errors.As(err, &d) {
			return nil, err
		}
		return nil, fmt.Errorf("%w: it begins with %.20q", ErrFormat, head)
	}
	version, err := p.line(nil)
	if err != nil {
		return nil, err
	}
	if !isVersion(version) {
		return nil, fmt.Errorf("%w: its first line is %.20q", ErrFormat, version)
	}
	rec := &Record{Version: string(bytes.TrimSpace(version[len(recordMagic):]))}
	var lines []byte
	for {
		if next, _ := p.in.Peek(lookahead); beginsVersion(next) {
			return nil, ErrCut
		}
		n := len(lines)
		if lines, err = p.line(lines); err != nil {
			return nil, err
		}
		if len(bytes.TrimRight(lines[n:], "\r\n")) == 0 {
			lines = lines[:n]
			break
		}
	}
	if rec.Header, err = parseHeader(lines); err != nil {
		return nil, err
	}
	length := rec.Header.Get("Content-Length")
	if rec.Length, err = strconv.ParseInt(length, 10, 64); err != nil || rec.Length < 0 {
		return nil, fmt.Errorf("%w: Content-Length is %.20q", ErrFormat, length)
	}
	return rec, nil
}

// line appends a line of the header to buf.
func (p *parser) line(buf []byte) ([]byte, error) {
	for {
		part, err := p.in.ReadSlice('\n')
		p.pos += int64(len(part))
		if len(buf)+len(part) > maxHeader {
			return nil, fmt.Errorf("%w: its header is longer than %d bytes", ErrFormat, maxHeader)
		}
		buf = append(buf, part...)
		if err == nil {
			return buf, nil
		}
		if err != bufio.ErrBufferFull {
			return nil, unexpected(err)
		}
	}
}

// block reads the content of one record.
type block struct {
	p      *parser
	offset int64
	left   int64
	err    error
}

func (b *block) Read(buf []byte) (int, error) {
	if b.p.block != b && b.err == nil {
		b.err = errors.New("warc: the record was read after the iteration went on")
	}
	if b.err != nil {
		return 0, b.err
	}
	if b.left == 0 {
		if err := b.tail(); err != nil {
			return 0, b.fail(err)
		}
		return 0, io.EOF
	}
	if len(buf) == 0 {
		return 0, nil
	}
	n, err := b.available(len(buf))
	if err != nil {
		return 0, b.fail(err)
	}
	n, err = b.p.in.Read(buf[:n])
	b.advance(n)
	if err != nil {
		return n, b.fail(err)
	}
	return n, nil
}

// available returns how many bytes can be taken at once, of which there is at least one, and no more than want.
func (b *block) available(want int) (int, error) {
	if _, err := b.p.in.Peek(1); err != nil {
		return 0, err
	}
	n := min(int64(want), b.left, int64(b.p.in.Buffered()))
	if m := b.p.in.members; m != nil && !b.p.whole {
		for _, s := range m.starts {
			if s.record && s.at < b.p.pos+n {
				if s.at <= b.p.pos {
					return 0, ErrCut
				}
				n = s.at - b.p.pos
				break
			}
		}
	}
	return int(n), nil
}

func (b *block) advance(n int) {
	b.left -= int64(n)
	b.p.pos += int64(n)
}

func (b *block) fail(err error) error {
	b.err = &Error{Offset: b.offset, Err: unexpected(err)}
	return b.err
}

// skip passes over what is left of the block.
func (b *block) skip() error {
	if b.err != nil {
		return b.err
	}
	for b.left > 0 {
		n, err := b.available(streamBuffer)
		if err != nil {
			return err
		}
		b.p.in.Discard(n)
		b.advance(n)
	}
	return b.tail()
}

// tail returns the error of the gzip member that ends with the block: its checksum is known only now.
func (b *block) tail() error {
	m := b.p.in.members
	if m == nil || b.p.whole || m.at != b.p.member.offset {
		return nil
	}
	var d damage
	rest, _ := b.p.in.Peek(b.p.in.Buffered())
	if !errors.As(m.err, &d) || bytes.HasPrefix(bytes.TrimLeft(rest, "\r\n"), recordMagic) {
		return nil // no damage, or it is that of a record further on
	}
	return m.err
}

// unexpected turns the end of the file into an error.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/xinwen-go/xinwen"
)

var byteOrderMark = []byte("\xEF\xBB\xBF")

// recordLimit is the size of the largest record of JSON: base64 and escapes make it longer than its document.
func (r *Reader) recordLimit() int { return 2*r.maxBytes + 64<<10 }

// jsonLines reads one document a line. A line that is not one is yielded as an error that names path#line, and so is a line
// over the limit, of which no more than the limit is held in memory.
func (r *run) jsonLines(br *bufio.Reader, path string) bool {
	limit := r.recordLimit()
	var line []byte
	for n := 1; ; n++ {
		var tooLong bool
		var err error
		line, tooLong, err = readLine(br, line[:0], limit)
		place := fmt.Sprintf("%s#%d", path, n)
		if err != nil && !errors.Is(err, io.EOF) {
			return r.fail(place, err)
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, byteOrderMark)
		}
		more := true
		switch {
		case tooLong:
			more = r.fail(place, fmt.Errorf("%w: the line is longer than %d bytes", xinwen.ErrTooLarge, limit))
		case len(bytes.TrimSpace(line)) > 0 && !r.pass():
			more = r.record(line, place, "line", n)
		}
		if err != nil || !more {
			return more
		}
	}
}

// readLine appends the next line to buf, without its end. What lies beyond limit is read and dropped.
func readLine(br *bufio.Reader, buf []byte, limit int) (line []byte, tooLong bool, err error) {
	for {
		part, err := br.ReadSlice('\n')
		if len(buf)+len(part) > limit {
			tooLong, buf = true, buf[:0]
		}
		if !tooLong {
			buf = append(buf, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimRight(buf, "\r\n"), tooLong, err
		}
	}
}

// jsonValues reads the records of a JSON array, or those that stand one after another. Each is named path#number; one that is
// over the limit is dropped while it is read.
func (r *run) jsonValues(br *bufio.Reader, path string) bool {
	if head, _ := br.Peek(len(byteOrderMark)); bytes.Equal(head, byteOrderMark) {
		br.Discard(len(head))
	}
	s := splitter{in: br, limit: r.recordLimit()}
	for n := 1; ; n++ {
		place := fmt.Sprintf("%s#%d", path, n)
		value, tooLong, err := s.next()
		if err == io.EOF {
			return true
		}
		more := true
		switch {
		case err != nil:
			return r.fail(place, err)
		case tooLong:
			more = r.fail(place, fmt.Errorf("%w: the record is longer than %d bytes", xinwen.ErrTooLarge, s.limit))
		case !r.pass():
			more = r.record(value, place, "record", n)
		}
		if !more {
			return false
		}
	}
}

// splitter cuts a stream of JSON into the values of its outermost array, or into its outermost values. It only counts brackets
// and quotation marks: whether a value is JSON is for the parser to say.
type splitter struct {
	in    *bufio.Reader
	limit int
	buf   []byte
	array bool // within the outermost array
}

// next returns the next value, or [io.EOF].
func (s *splitter) next() (value []byte, tooLong bool, err error) {
	s.buf = s.buf[:0]
	depth, inString, escaped := 0, false, false
	for {
		c, err := s.in.ReadByte()
		if err == io.EOF && (depth > 0 || inString) {
			return nil, false, fmt.Errorf("%w: the last record has no end", io.ErrUnexpectedEOF)
		}
		if err == io.EOF && (len(s.buf) > 0 || tooLong) {
			return s.buf, tooLong, nil
		}
		if err != nil {
			return nil, false, err
		}
		begun := len(s.buf) > 0 || tooLong
		ends := false // with c
		switch {
		case inString:
			inString = escaped || c != '"'
			escaped = c == '\\' && !escaped
			ends = !inString && depth == 0
		case c == '"':
			inString = true
		case c == '{', c == '[' && (begun || s.array):
			depth++
		case c == '[':
			s.array = true
			continue
		case (c == '}' || c == ']') && depth > 0:
			depth--
			ends = depth == 0
		case depth == 0 && (c == ',' || c == ']' || c == ' ' || c == '\t' || c == '\r' || c == '\n'):
			if c == ']' {
				s.array = false
			}
			if begun {
				return s.buf, tooLong, nil
			}
			continue
		}
		if tooLong = tooLong || len(s.buf) >= s.limit; tooLong {
			s.buf = s.buf[:0]
		} else {
			s.buf = append(s.buf, c)
		}
		if ends {
			return s.buf, tooLong, nil
		}
	}
}

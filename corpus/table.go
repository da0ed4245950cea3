package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/extract"
)

// table reads the rows of a table with a delimiter, which 0 leaves to the first line. A row is named path#number, as a spreadsheet
// counts: the row of names is the first. The charset is that of the byte order mark, or told by the first 64 KB.
func (r *run) table(br *bufio.Reader, path string, delimiter byte) bool {
	head, _ := br.Peek(2)
	if s := string(head); s == "\xFF\xFE" || s == "\xFE\xFF" { // as Excel writes "Unicode text"
		br = bufio.NewReaderSize(transform.NewReader(br, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), 64<<10)
	}
	if head, _ := br.Peek(len(byteOrderMark)); bytes.Equal(head, byteOrderMark) {
		br.Discard(len(head))
	}
	head, _ = br.Peek(64 << 10)
	contentType := ""
	if !utf8.Valid(trimPartial(head)) {
		charset, _ := extract.DetectCharset(head, "")
		contentType = "text/plain; charset=" + charset
	}
	if delimiter == 0 {
		delimiter = delimiterOf(head)
	}
	t := rows{in: br, delimiter: delimiter, limit: r.recordLimit()}
	columns := numberedColumns(r.keys)
	for n := 1; ; n++ {
		row, tooLong, err := t.next()
		if err == io.EOF {
			return true
		}
		place := fmt.Sprintf("%s#%d", path, n)
		blank := !tooLong && err == nil && len(bytes.Join(row, nil)) == 0
		more := true
		switch {
		case err != nil:
			return r.fail(place, err)
		case blank:
		case columns == nil && tooLong:
			return r.fail(path, errors.New("the first row, which names the columns, is too long"))
		case columns == nil:
			if columns, err = r.namedColumns(row, contentType); err != nil {
				return r.fail(path, err)
			}
		case tooLong:
			more = r.fail(place, fmt.Errorf("%w: the row is longer than %d bytes", xinwen.ErrTooLarge, t.limit))
		case !r.pass():
			more = r.row(columns, row, place, contentType)
		}
		if !more {
			return false
		}
	}
}

func (r *run) row(c *columns, row [][]byte, place, contentType string) bool {
	cell := func(i int) string {
		if i < 0 || i >= len(row) {
			return ""
		}
		return utf8Of(row[i], contentType)
	}
	doc := &xinwen.Input{ID: cell(c.id), URL: cell(c.url), Published: isoDate(cell(c.published)), Title: cell(c.title), Source: place}
	text, html := cell(c.text), cell(c.html)
	switch {
	case max(c.text, c.html) >= len(row) && text+html == "":
		return r.fail(place, fmt.Errorf("the row has %d columns, fewer than that of the text", len(row)))
	case html != "":
		doc.HTML, doc.ContentType = []byte(html), "text/html; charset=utf-8"
	default:
		doc.Text = text
	}
	return r.yield(doc, nil)
}

// columns are the places of the fields in a row, -1 where a table does not have one.
type columns struct{ text, html, id, url, published, title int }

// numberedColumns are those of a table without names, where the keys are numbers.
func numberedColumns(k Keys) *columns {
	number := func(key string) int {
		n, err := strconv.Atoi(key)
		if err != nil || n < 1 {
			return -1
		}
		return n - 1
	}
	c := &columns{number(k.Text), number(k.HTML), number(k.ID), number(k.URL), number(k.Published), number(k.Title)}
	if c.text < 0 && c.html < 0 {
		return nil
	}
	return c
}

// namedColumns are those of a table whose first row is given.
func (r *Reader) namedColumns(row [][]byte, contentType string) (*columns, error) {
	names := make([]string, len(row))
	for i, b := range row {
		names[i] = strings.TrimSpace(utf8Of(b, contentType))
	}
	find := func(key string) int {
		if key != "" {
			for i, name := range names {
				if strings.EqualFold(name, key) {
					return i
				}
			}
		}
		return -1
	}
	k := r.keys
	c := &columns{find(k.Text), find(k.HTML), find(k.ID), find(k.URL), find(k.Published), find(k.Title)}
	if c.text < 0 && c.html < 0 {
		list := strings.Join(names, ", ")
		if len(list) > 200 {
			list = strings.ToValidUTF8(list[:200], "") + "…"
		}
		return nil, fmt.Errorf("no column is named %s: the columns are %s; say which with --text-key or --html-key", named(k), list)
	}
	return c, nil
}

// delimiterOf tells how the first line is cut.
func delimiterOf(head []byte) byte {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best := byte(',')
	for _, d := range []byte("\t;") {
		if bytes.IndexByte(line, ',') < 0 && bytes.IndexByte(line, d) >= 0 {
			best = d
			break
		}
	}
	return best
}

// trimPartial drops the beginning of a character at the end of b.
func trimPartial(b []byte) []byte {
	for i := 1; i <= min(utf8.UTFMax, len(b)); i++ {
		if utf8.RuneStart(b[len(b)-i]) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

// rows cuts a table into rows by RFC 4180, and is lenient where the RFC knows no answer: a quotation mark within a field that does
// not begin with one, or that no delimiter or line end follows, stands for itself.
type rows struct {
	in        *bufio.Reader
	delimiter byte
	limit     int // bytes of a row
	buf       []byte
	ends      []int // of the fields in buf
	row       [][]byte
}

var errUnclosed = errors.New("the table ends within quotation marks: a field that begins with one has no end")

// next returns the next row, which is valid until the one after, or [io.EOF]. A row over the limit is dropped up to the next line
// end, within quotation marks or not.
func (t *rows) next() (row [][]byte, tooLong bool, err error) {
	t.buf, t.ends = t.buf[:0], t.ends[:0]
	const (
		begin = iota // of a field
		plain
		quoted
		mark // a quotation mark within quotation marks
	)
	state, any := begin, false
	endField := func() { t.ends, state = append(t.ends, len(t.buf)), begin }
	for {
		c, err := t.in.ReadByte()
		if err != nil {
			switch {
			case err != io.EOF || !any:
				return nil, false, err
			case tooLong:
				return nil, true, nil
			case state == quoted:
				return nil, false, errUnclosed
			}
			endField()
			return t.fields(), false, nil
		}
		any = true
		if len(t.buf)+len(t.ends) >= t.limit {
			tooLong = true
		}
		switch {
		case tooLong:
			if c == '\n' {
				return nil, true, nil
			}
		case state == quoted:
			if c == '"' {
				state = mark
			} else {
				t.buf = append(t.buf, c)
			}
		case state == mark && c == '"':
			t.buf, state = append(t.buf, c), quoted
		case c == t.delimiter:
			endField()
		case c == '\n':
			endField()
			return t.fields(), false, nil
		case c == '\r' && t.beforeLineEnd():
		case state == mark:
			t.buf, state = append(t.buf, '"', c), quoted
		case state == begin && c == '"':
			state = quoted
		default:
			t.buf, state = append(t.buf, c), plain
		}
	}
}

func (t *rows) beforeLineEnd() bool {
	next, err := t.in.Peek(1)
	return err != nil || next[0] == '\n'
}

func (t *rows) fields() [][]byte {
	t.row = t.row[:0]
	start := 0
	for _, end := range t.ends {
		t.row = append(t.row, t.buf[start:end])
		start = end
	}
	return t.row
}

package corpus

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/xinwen-go/xinwen"
)

// jsonLines reads one document a line. A line that is not one is yielded as an error that names path#line, and so is a line
// over the limit, of which no more than the limit is held in memory.
func (r *Reader) jsonLines(br *bufio.Reader, path string, yield func(*xinwen.Input, error) bool) bool {
	limit := 2*r.maxBytes + 64<<10 // base64 and escapes make a line longer than its document
	var line []byte
	for n := 1; ; n++ {
		var tooLong bool
		var err error
		line, tooLong, err = readLine(br, line[:0], limit)
		place := fmt.Sprintf("%s#%d", path, n)
		if err != nil && !errors.Is(err, io.EOF) {
			return yield(failed(place, err))
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF"))
		}
		switch {
		case tooLong:
			if !yield(failed(place, fmt.Errorf("%w: the line is longer than %d bytes", xinwen.ErrTooLarge, limit))) {
				return false
			}
		case len(bytes.TrimSpace(line)) > 0:
			doc, problem := parseLine(line)
			if problem != nil {
				if doc.ID == "" {
					doc.ID = place
				}
				doc, problem = failed(doc.ID, fmt.Errorf("line %d: %w", n, problem))
			} else {
				doc.Source = place
			}
			if !yield(doc, problem) {
				return false
			}
		}
		if err != nil {
			return true
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

// line is the JSON form of an input document.
type line struct {
	ID         looseString `json:"id"`
	Text       *string     `json:"text"`
	HTML       *string     `json:"html"`
	HTMLBase64 *string     `json:"html_base64"`
	URL        looseString `json:"url"`
	Published  looseString `json:"published"`
	Title      looseString `json:"title"`
}

// looseString is a string, or a number as it was written; null is empty.
type looseString string

func (s *looseString) UnmarshalJSON(b []byte) error {
	if b[0] == '"' {
		return json.Unmarshal(b, (*string)(s))
	}
	if b[0] == '{' || b[0] == '[' || b[0] == 't' || b[0] == 'f' {
		return fmt.Errorf("%.20s is neither a string nor a number", b)
	}
	if b[0] != 'n' {
		*s = looseString(b)
	}
	return nil
}

// parseLine reads one line. With an error it returns an Input that has the ID, if that much could be read, and no more.
func parseLine(b []byte) (*xinwen.Input, error) {
	var l line
	if err := json.Unmarshal(b, &l); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return &xinwen.Input{}, fmt.Errorf("not a JSON object: %w at byte %d", err, syntax.Offset)
		}
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) {
			err = fmt.Errorf("%s is a JSON %s", cmp.Or(kind.Field, "the line"), kind.Value)
		}
		return &xinwen.Input{ID: string(l.ID)}, fmt.Errorf("not an input record: %w", err)
	}
	doc := &xinwen.Input{ID: string(l.ID), URL: string(l.URL), Published: string(l.Published), Title: string(l.Title)}
	given := 0
	if l.Text != nil {
		doc.Text = *l.Text
		given++
	}
	if l.HTML != nil {
		// A string is UTF-8 whatever its meta tag says.
		doc.HTML, doc.ContentType = []byte(*l.HTML), "text/html; charset=utf-8"
		given++
	}
	if l.HTMLBase64 != nil {
		page, err := base64.StdEncoding.DecodeString(*l.HTMLBase64)
		if err != nil {
			return doc, fmt.Errorf("html_base64: %w", err)
		}
		doc.HTML = page
		given++
	}
	if given != 1 {
		return doc, fmt.Errorf("the record has %d of text, html and html_base64: it needs exactly one", given)
	}
	return doc, nil
}

package corpus

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus/warc"
)

// warc reads the pages of a WARC file: its HTTP responses of status 200 whose media type is HTML or plain text, but for robots.txt.
// Their ID is path#offset, where the offset is that of the record (see [warc.Record]), since an address may have been fetched more
// than once. The time of the capture becomes Captured.
func (r *run) warc(br *bufio.Reader, path string) bool {
	last := int64(-1) // offset of the last page
	for rec, err := range warc.Records(br) {
		if err != nil {
			var damaged *warc.Error
			if errors.As(err, &damaged) && damaged.Offset == last {
				continue // the page has told it
			}
			place := path
			if damaged != nil {
				place, err = fmt.Sprintf("%s#%d", path, damaged.Offset), damaged.Cause()
			}
			if !r.fail(place, err) {
				return false
			}
			continue
		}
		kind := mediaType(rec.Header.Get("Content-Type"))
		if rec.Type() != warc.TypeResponse || kind != "" && kind != "application/http" { // as of DNS and FTP
			continue
		}
		place := fmt.Sprintf("%s#%d", path, rec.Offset)
		res, err := rec.Response(int64(r.maxBytes))
		var damaged *warc.Error
		if errors.As(err, &damaged) {
			continue // the iteration tells it next
		}
		if err != nil {
			last = rec.Offset
			if !r.fail(place, err) {
				return false
			}
			continue
		}
		contentType := res.Header.Get("Content-Type")
		format := formatOfMedia(contentType)
		if res.StatusCode != http.StatusOK || format == Auto || isRobots(rec.URL()) {
			continue
		}
		last = rec.Offset
		if r.pass() {
			continue
		}
		body, err := io.ReadAll(res.Body)
		if errors.Is(err, io.ErrUnexpectedEOF) && rec.Header.Get("WARC-Truncated") != "" && !errors.As(err, &damaged) {
			err = nil // the crawler has cut it on purpose: what there is counts
		}
		if err == nil {
			_, err = io.Copy(io.Discard, rec.Block) // so that damage at its end is known
		}
		if errors.Is(err, warc.ErrBodyTooLarge) {
			err = tooLarge(r.maxBytes)
		}
		if errors.As(err, &damaged) {
			err = damaged.Cause()
		}
		if err != nil {
			if !r.fail(place, err) {
				return false
			}
			continue
		}
		doc := &xinwen.Input{ID: place, URL: rec.URL(), ContentType: contentType, Source: place, Captured: rec.Date()}
		if format == HTML {
			doc.HTML = body
		} else {
			doc.Plain = body
		}
		if !r.yield(doc, nil) {
			return false
		}
	}
	return true
}

// mediaType is the type without parameters, which need not be well-formed.
func mediaType(contentType string) string {
	t, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(t))
}

func formatOfMedia(contentType string) Format {
	switch mediaType(contentType) {
	case "text/html", "application/xhtml+xml":
		return HTML
	case "text/plain":
		return Text
	}
	return Auto
}

func isRobots(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Path == "/robots.txt"
}

package corpus

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/extract"
)

// Keys are the names of the fields of a record: of a JSON object, where a.b is field b of the object a unless there is a field of
// that very name, or of a column of a table. The empty string is the default: text, html, id, url, published, title. Where neither
// Text nor HTML is given, a JSON record has exactly one of text, html and html_base64 (a page in any charset); otherwise only the
// fields that are named are looked at, and a page comes before a text.
//
// In a table whose Text or HTML is a number, keys are numbers of columns, counted from 1, and the first row is a document as the
// others; any other table has its names in the first row.
type Keys struct {
	Text, HTML, ID, URL, Published, Title string
}

func (k Keys) withDefaults() Keys {
	if k.Text == "" && k.HTML == "" {
		k.Text, k.HTML = "text", "html"
	}
	k.ID, k.URL = cmp.Or(k.ID, "id"), cmp.Or(k.URL, "url")
	k.Published, k.Title = cmp.Or(k.Published, "published"), cmp.Or(k.Title, "title")
	return k
}

// record hands out the document of one JSON record, or the error why it has none.
func (r *run) record(b []byte, place, what string, n int) bool {
	doc, err := r.parse(b, what)
	if err != nil {
		return r.fail(cmp.Or(doc.ID, place), fmt.Errorf("%s %d: %w", what, n, err))
	}
	doc.Source = place
	return r.yield(doc, nil)
}

// parse reads one record. With an error it returns an Input that has the ID, if that much could be read, and no more.
func (r *Reader) parse(b []byte, what string) (*xinwen.Input, error) {
	doc := &xinwen.Input{}
	object, ok := members(b)
	if !ok {
		object = nil
		if err := json.Unmarshal(b, &object); err != nil {
			return doc, notRecord(err, what)
		}
	}
	f := fields{object: object}
	doc.ID = f.loose(r.keys.ID)
	doc.URL, doc.Published, doc.Title = f.loose(r.keys.URL), isoDate(f.loose(r.keys.Published)), f.loose(r.keys.Title)
	text, html := f.str(r.keys.Text), f.str(r.keys.HTML)
	var encoded *string
	if r.strict {
		encoded = f.str("html_base64")
	}
	if f.err != nil {
		return doc, fmt.Errorf("not an input record: %w", f.err)
	}
	given := 0
	for _, s := range []*string{text, html, encoded} {
		if s != nil {
			given++
		}
	}
	switch {
	case r.strict && given != 1:
		return doc, fmt.Errorf("the record has %d of text, html and html_base64: it needs exactly one", given)
	case given == 0:
		return doc, fmt.Errorf("the record has no %s", named(r.keys))
	case encoded != nil:
		page, err := base64.StdEncoding.DecodeString(*encoded)
		if err != nil {
			return doc, fmt.Errorf("html_base64: %w", err)
		}
		doc.HTML = page
	case html != nil && (*html != "" || text == nil):
		// A string is UTF-8 whatever its meta tag says.
		doc.HTML, doc.ContentType = []byte(*html), "text/html; charset=utf-8"
	default:
		doc.Text = *text
	}
	return doc, nil
}

// notRecord says why something is no record.
func notRecord(err error, what string) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("not a JSON object: %w at byte %d", err, syntax.Offset)
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		err = fmt.Errorf("the %s is a JSON %s", what, kind.Value)
	}
	return fmt.Errorf("not an input record: %w", err)
}

// named says which fields hold the documents.
func named(k Keys) string {
	if k.Text == "" || k.HTML == "" {
		return k.Text + k.HTML
	}
	return k.Text + " and no " + k.HTML
}

// fields looks up the fields of an object, and keeps the first error.
type fields struct {
	object map[string]json.RawMessage
	err    error
}

func (f *fields) get(key string) json.RawMessage {
	object := f.object
	for {
		if v, ok := object[key]; ok || key == "" {
			return v
		}
		outer, rest, ok := strings.Cut(key, ".")
		if !ok {
			return nil
		}
		if object, ok = members(object[outer]); !ok {
			return nil
		}
		key = rest
	}
}

// str is a string, and nil where the field is absent or null.
func (f *fields) str(key string) *string {
	v := f.get(key)
	if v == nil || v[0] == 'n' {
		return nil
	}
	if v[0] != '"' {
		f.fail(fmt.Errorf("%s is a JSON %s", key, kindOf(v)))
		return nil
	}
	s, _ := unquote(v) // it was found valid with its object
	return &s
}

// loose is a string, or a number as it was written; absent and null are empty.
func (f *fields) loose(key string) string {
	v := f.get(key)
	switch {
	case v == nil || v[0] == 'n':
		return ""
	case v[0] == '"':
		return *f.str(key)
	case v[0] == '{' || v[0] == '[' || v[0] == 't' || v[0] == 'f':
		f.fail(fmt.Errorf("%s is a JSON %s: it is neither a string nor a number", key, kindOf(v)))
		return ""
	}
	return string(v)
}

func (f *fields) fail(err error) {
	if f.err == nil {
		f.err = err
	}
}

func kindOf(v []byte) string {
	switch v[0] {
	case '{':
		return "object"
	case '[':
		return "array"
	case 't', 'f':
		return "bool"
	}
	return "number"
}

// dateLayouts are those in which spreadsheets and databases write dates, and which a document does not know.
var dateLayouts = []string{
	"2006/1/2", "2006/1/2 15:04", "2006/1/2 15:04:05", "2006-1-2", "2006-1-2 15:04", "2006-1-2 15:04:05", "2006年1月2日", "2006年1月2日 15:04", "20060102",
}

// isoDate writes a date as [xinwen.ParsePublished] reads it; what is none it leaves as it is.
func isoDate(s string) string {
	s = strings.TrimSpace(s)
	if _, err := xinwen.ParsePublished(s); err == nil {
		return s
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			if !strings.Contains(layout, "15") {
				return t.Format(time.DateOnly)
			}
			return t.Format("2006-01-02T15:04:05")
		}
	}
	return s
}

// utf8Of is b as UTF-8. Bytes that are none are read in the charset given or, without one, in the one that they look like.
func utf8Of(b []byte, contentType string) string {
	if utf8.Valid(b) {
		return string(bytes.TrimPrefix(b, byteOrderMark))
	}
	s, _ := extract.Decode(b, contentType)
	return s
}

package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/xinwen-go/xinwen"
)

// NotChinese is the reason why a document was skipped that is written in another language, or that has too little text to
// tell: its script is other.
const NotChinese = "not_chinese"

// Document is one document of a run with what became of it.
type Document struct {
	Record      *xinwen.Record // of a failed document, little more than an ID
	DuplicateOf string         // ID of the first article with the same text
	Skipped     string         // why the document was not analysed; empty where it was
	Err         *xinwen.Error  // why the document failed; nil where it did not
}

// line is what a line of JSON Lines has beside the fields of a record.
type line struct {
	ID          string  `json:"id"`
	DuplicateOf *string `json:"duplicate_of"`
	Skipped     *string `json:"skipped"`
	Error       *struct {
		Stage   string `json:"stage"`
		Message string `json:"message"`
	} `json:"error"`
}

// AppendJSON appends the document as one line of JSON Lines, without the line break: the record in its public form with
// duplicate_of (an ID or null) and skipped (a reason or null) behind its fields, or the id and the error of a document that
// failed.
func (d *Document) AppendJSON(dst []byte) ([]byte, error) {
	if d.Err != nil {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		err := enc.Encode(map[string]any{"id": d.Err.ID, "error": map[string]string{"stage": d.Err.Stage, "message": d.Err.Message()}})
		return append(dst, bytes.TrimSuffix(b.Bytes(), []byte{'\n'})...), err
	}
	b, err := d.Record.MarshalJSON()
	if err != nil {
		return dst, err
	}
	return AppendFate(append(dst, b...), d.DuplicateOf, d.Skipped), nil
}

// AppendFate puts duplicate_of and skipped behind the fields of a record in its JSON form, which line ends with.
func AppendFate(line []byte, duplicateOf, skipped string) []byte {
	line = append(line[:len(line)-1], `,"duplicate_of":`...)
	line = appendString(line, duplicateOf)
	line = append(line, `,"skipped":`...)
	return append(appendString(line, skipped), '}')
}

// appendString appends a JSON string, or null for the empty one.
func appendString(dst []byte, s string) []byte {
	if s == "" {
		return append(dst, "null"...)
	}
	return appendJSONString(dst, s)
}

func appendJSONString(dst []byte, s string) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.Encode(s) // a string never fails
	return append(dst, bytes.TrimSuffix(b.Bytes(), []byte{'\n'})...)
}

// UnmarshalJSON reads a line that AppendJSON wrote.
func (d *Document) UnmarshalJSON(b []byte) error {
	// What AppendFate wrote is read alone, since a record is long: inside a string the quotes would be escaped.
	fate := b
	if i := bytes.LastIndex(b, []byte(`,"duplicate_of":`)); i >= 0 {
		fate = append([]byte{'{'}, b[i+1:]...)
	}
	var l line
	if err := json.Unmarshal(fate, &l); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	*d = Document{Record: &xinwen.Record{ID: l.ID}}
	if l.Error != nil {
		d.Err = &xinwen.Error{ID: l.ID, Stage: l.Error.Stage, Err: errors.New(l.Error.Message)}
		return nil
	}
	if l.DuplicateOf != nil {
		d.DuplicateOf = *l.DuplicateOf
	}
	if l.Skipped != nil {
		d.Skipped = *l.Skipped
	}
	return d.Record.UnmarshalJSON(b)
}

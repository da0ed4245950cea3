package xinwen

import (
	"errors"
	"fmt"
	"strings"
)

// Error is the failure of one document. It never stops a run.
type Error struct {
	ID    string // of the document
	Stage string // read, input, extract, repair, filter, numbers, segment, entities, claims
	Err   error
	Stack []byte // where Err is a panic: its stack, for a report of the bug
}

// Error names the document, the stage and the cause.
func (e *Error) Error() string { return fmt.Sprintf("xinwen: %s: %s: %s", e.ID, e.Stage, e.Message()) }

// Message is the cause alone, without the name of the package that tells it.
func (e *Error) Message() string {
	m := e.Err.Error()
	for _, prefix := range []string{e.Stage, "xinwen"} {
		m = strings.TrimPrefix(m, prefix+": ")
	}
	return m
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Causes that a caller may branch on.
var (
	ErrEmpty    = errors.New("the document has no text")
	ErrTooLarge = errors.New("the document is larger than the limit")
	ErrBinary   = errors.New("the document is binary data, not text")
	ErrPanic    = errors.New("internal error")
)

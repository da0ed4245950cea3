package web

import (
	"errors"
	"fmt"
)

// Error is the failure of one address. It never stops a crawl.
type Error struct {
	URL    string // that was asked for
	Status int    // of the last response; 0 where there was none
	Err    error
}

// Error names the address and the cause.
func (e *Error) Error() string { return fmt.Sprintf("web: %s: %v", e.URL, e.Err) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Causes that a caller may branch on.
var (
	ErrScheme    = errors.New("only http and https are fetched")
	ErrAddress   = errors.New("not a public network address")
	ErrRobots    = errors.New("robots.txt does not allow it")
	ErrStatus    = errors.New("the server answered")
	ErrRedirects = errors.New("redirected in a circle or too often")
	ErrScope     = errors.New("redirected out of what may be followed")
	ErrTooLarge  = errors.New("larger than the limit")
	ErrNotPage   = errors.New("not a page")
	ErrWait      = errors.New("the host asks for a longer wait than the limit")
	ErrHost      = errors.New("the host was given up: it did not answer several times in a row")
	ErrNextPage  = errors.New("a following page of the article is missing")
)

package xinwen

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/extract"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/repair"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// Part is one part of a record that a pipeline may be asked for.
type Part string

// The parts of a record. Text and metadata are always there.
const (
	Repairs    Part = "repair"
	Tokens     Part = "tokens"
	People     Part = "people"
	Quantities Part = "quantities"
	Times      Part = "times"
	Claims     Part = "claims"
)

// Parts lists all parts, in the order in which a record holds them.
var Parts = []Part{Repairs, Tokens, People, Quantities, Times, Claims}

// DefaultMaxBytes is the size of the largest document that a pipeline accepts unless told otherwise. While it is analysed, a
// document takes up to about a hundred times its size in memory.
const DefaultMaxBytes = 8 << 20

// Pipeline turns documents into records. It is immutable and safe for concurrent use.
type Pipeline struct {
	extract  *extract.Extractor
	repair   *repair.Repairer // nil where switched off
	numbers  *numbers.Reader
	segment  *segment.Segmenter
	entities *entities.Extractor
	claims   *claims.Extractor

	stages   []func(*job) error
	parts    map[Part]bool
	filter   func(*Record) error // nil where none was given
	workers  int
	maxBytes int
}

// Option sets up a Pipeline.
type Option func(*config) error

type config struct {
	parts    map[Part]bool
	repair   bool
	filter   func(*Record) error
	workers  int
	maxBytes int
}

// Only asks for the given parts instead of all but tokens. Claims bring the quantities and times that they index.
func Only(parts ...Part) Option {
	return func(c *config) error {
		c.parts = map[Part]bool{}
		for _, p := range parts {
			known := false
			for _, k := range Parts {
				known = known || k == p
			}
			if !known {
				return fmt.Errorf("xinwen: unknown part %q: the parts are %v", p, Parts)
			}
			c.parts[p] = true
		}
		if c.parts[Claims] {
			c.parts[Quantities], c.parts[Times] = true, true
		}
		return nil
	}
}

// WithoutRepair leaves the text as it came.
func WithoutRepair() Option {
	return func(c *config) error { c.repair = false; return nil }
}

// WithFilter calls keep with each record once its text and metadata are known, and before the stages that read the text. An
// error that it returns becomes that of the document, with the stage "filter", and spares the work. keep is called by several
// goroutines at once.
func WithFilter(keep func(*Record) error) Option {
	return func(c *config) error { c.filter = keep; return nil }
}

// WithWorkers sets how many documents Run works on at once; the default is the number of processors.
func WithWorkers(n int) Option {
	return func(c *config) error {
		if n < 1 {
			return fmt.Errorf("xinwen: %d workers: at least one is needed", n)
		}
		c.workers = n
		return nil
	}
}

// WithMaxBytes sets the size of the largest document that is accepted; the default is [DefaultMaxBytes].
func WithMaxBytes(n int) Option {
	return func(c *config) error {
		if n < 1 || n > text.MaxLen {
			return fmt.Errorf("xinwen: a limit of %d bytes: it must lie between 1 and %d", n, text.MaxLen)
		}
		c.maxBytes = n
		return nil
	}
}

// New builds a pipeline. The tables and models it needs are loaded once for the whole program, and only those of the
// stages that the parts asked for need.
func New(opts ...Option) (*Pipeline, error) {
	c := config{
		parts:   map[Part]bool{Repairs: true, People: true, Quantities: true, Times: true, Claims: true},
		repair:  true,
		workers: runtime.GOMAXPROCS(0), maxBytes: DefaultMaxBytes,
	}
	for _, o := range opts {
		if err := o(&c); err != nil {
			return nil, err
		}
	}
	p := &Pipeline{parts: c.parts, filter: c.filter, workers: c.workers, maxBytes: c.maxBytes}
	var err error
	if p.extract, err = extract.New(); err != nil {
		return nil, err
	}
	if c.repair {
		if p.repair, err = repair.New(); err != nil {
			return nil, err
		}
	}
	if c.parts[Quantities] || c.parts[Times] {
		if p.numbers, err = numbers.New(); err != nil {
			return nil, err
		}
	}
	if c.parts[Tokens] || c.parts[People] || c.parts[Claims] {
		if p.segment, err = segment.New(); err != nil {
			return nil, err
		}
	}
	if c.parts[People] || c.parts[Claims] {
		if p.entities, err = entities.New(); err != nil {
			return nil, err
		}
	}
	if c.parts[Claims] {
		if p.claims, err = claims.New(); err != nil {
			return nil, err
		}
	}
	p.stages = p.plan()
	return p, nil
}

// takeArticle fills the record from a page; what the input says itself comes first.
func (r *Record) takeArticle(a *extract.Article, in *Input) {
	r.Charset, r.Authors, r.Editors, r.Outlet = a.Charset, a.Authors, a.Editors, a.Outlet
	if r.Title == "" {
		r.Title = a.Title
	}
	if r.URL == "" {
		r.URL = a.URL
		if in.ID == "" && in.Source == "" && a.URL != "" {
			r.ID = a.URL
		}
	}
	if r.Published == "" {
		r.Published = a.Published.String()
	}
}

// takeCredits fills what is still unknown from the lines of the text.
func (r *Record) takeCredits(c extract.Credits) {
	if len(r.Authors) == 0 {
		r.Authors = c.Authors
	}
	if len(r.Editors) == 0 {
		r.Editors = c.Editors
	}
	if r.Outlet == "" {
		r.Outlet = c.Outlet
	}
	if r.Published == "" {
		r.Published = c.Published.String()
	}
}

func notNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func recordID(in *Input) string {
	switch {
	case in.ID != "":
		return in.ID
	case in.URL != "":
		return in.URL
	case in.Source != "":
		return in.Source
	}
	h := sha256.New()
	h.Write(in.HTML)
	h.Write(in.Plain)
	h.Write([]byte(in.Text))
	return "sha256:" + hex.EncodeToString(h.Sum(nil)[:16])
}

// ParsePublished reads the time of publication of an [Input]: a date or an RFC 3339 time. The empty string is the zero time.
func ParsePublished(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339, "2006-01-02T15:04:05", time.DateTime, "2006-01-02 15:04", "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("xinwen: published %q is neither a date (2021-04-28) nor an RFC 3339 time (2021-04-28T09:30:00+08:00)", clip(s))
}

func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// AsError returns the *Error in err's chain, or wraps err as the failure of the document id in stage.
func AsError(err error, id, stage string) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return &Error{ID: id, Stage: stage, Err: err}
}

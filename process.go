package xinwen

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/extract"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// Process analyses one document. A document that cannot be handled gives an *[Error]; a panic inside becomes one too.
// The context is looked at between stages.
func (p *Pipeline) Process(ctx context.Context, in *Input) (*Record, error) {
	r := p.ProcessAll(ctx, []*Input{in})[0]
	return r.Record, r.Err
}

// Result is what [Pipeline.Process] gives of a document.
type Result struct {
	Record *Record
	Err    error
}

// ProcessAll gives of each document what Process gives of it, but takes all of them through one stage after the other. That
// is faster where documents are short, since what a stage looks up stays in the processor's cache; it holds all of them at once.
func (p *Pipeline) ProcessAll(ctx context.Context, in []*Input) []Result {
	jobs := make([]job, len(in))
	for i, in := range in {
		jobs[i] = job{in: in, rec: &Record{ID: recordID(in), URL: in.URL, Title: in.Title}, stage: "input"}
	}
	for _, do := range p.stages {
		for i := range jobs {
			jobs[i].run(ctx, do)
		}
	}
	out := make([]Result, len(jobs))
	for i := range jobs {
		out[i] = p.result(&jobs[i])
	}
	return out
}

// job is a document on its way through the stages.
type job struct {
	in        *Input
	rec       *Record
	stage     string // which one is at work
	raw       string // the text as it came
	published time.Time
	doc       claims.Document // what the stages found
	claims    []claims.Claim
	tokens    *[]segment.Token
	err       error
	stack     []byte // of a panic
}

// tokens keeps the memory of tokens from one document to the next.
var tokens = sync.Pool{New: func() any { return new([]segment.Token) }}

// plan lists the stages that the parts asked for need, in order.
func (p *Pipeline) plan() []func(*job) error {
	steps := []func(*job) error{p.take, p.restore, p.head}
	if p.numbers != nil {
		steps = append(steps, p.figures)
	}
	if p.segment != nil {
		steps = append(steps, p.words)
	}
	if p.entities != nil {
		steps = append(steps, p.people)
	}
	if p.claims != nil {
		steps = append(steps, p.claim)
	}
	return steps
}

// run takes a job that has not failed through one stage, if the context is not done.
func (j *job) run(ctx context.Context, do func(*job) error) {
	if j.err != nil {
		return
	}
	defer func() {
		if v := recover(); v != nil {
			j.err, j.stack = fmt.Errorf("%w: %v", ErrPanic, v), debug.Stack()
		}
	}()
	if j.err = ctx.Err(); j.err == nil {
		j.err = do(j)
	}
}

// result ends a job. A document that failed has no part of its record but what came before the stages that read the text.
func (p *Pipeline) result(j *job) Result {
	rec := j.rec
	if j.tokens != nil {
		tokens.Put(j.tokens)
	}
	if j.err != nil {
		return Result{rec, &Error{ID: rec.ID, Stage: j.stage, Err: j.err, Stack: j.stack}}
	}
	if p.parts[Quantities] {
		rec.Quantities = notNil(j.doc.Quantities)
	}
	if p.parts[Times] {
		rec.Times = notNil(j.doc.Times)
	}
	if p.parts[Tokens] {
		rec.Tokens = notNil(j.doc.Tokens)
	}
	if p.parts[People] {
		rec.People = notNil(j.doc.People)
	}
	if p.parts[Claims] {
		rec.Claims = notNil(j.claims)
	}
	return Result{rec, nil}
}

// take reads the text out of the input.
func (p *Pipeline) take(j *job) (err error) {
	in, rec := j.in, j.rec
	j.stage = "input"
	if j.published, err = ParsePublished(in.Published); err != nil {
		return err
	}
	rec.Published = in.Published
	if n := max(len(in.Text), len(in.HTML), len(in.Plain)); n > p.maxBytes {
		return fmt.Errorf("%w: it has %d bytes, the limit is %d", ErrTooLarge, n, p.maxBytes)
	}
	j.raw = in.Text
	switch {
	case in.HTML != nil:
		j.stage = "extract"
		a, err := p.extract.Extract(in.HTML, extract.Page{ContentType: in.ContentType, URL: in.URL, Fetched: in.Captured})
		if err != nil {
			return err
		}
		j.raw = a.Body
		rec.takeArticle(a, in)
		if j.published.IsZero() {
			j.published = a.Published.Time
		}
	case in.Plain != nil:
		if isBinary(in.Plain) {
			return ErrBinary
		}
		j.raw, rec.Charset = extract.Decode(in.Plain, in.ContentType)
	}
	if isBinary([]byte(j.raw[:min(len(j.raw), sniffLen)])) {
		return ErrBinary
	}
	if strings.TrimSpace(j.raw) == "" {
		return ErrEmpty
	}
	return nil
}

// restore repairs the text and the title.
func (p *Pipeline) restore(j *job) (err error) {
	j.stage = "repair"
	rec := j.rec
	rec.Raw, rec.Text = j.raw, j.raw
	if p.repair == nil {
		rec.doc = text.New(j.raw)
		return nil
	}
	str, edits := p.repair.Repair(j.raw)
	runs := make([]text.Run, len(edits))
	for i, e := range edits {
		runs[i] = e.Run
	}
	if rec.doc, err = text.NewAligned(j.raw, str, runs); err != nil {
		return err
	}
	rec.Text = str
	rec.Title, _ = p.repair.Repair(rec.Title)
	if p.parts[Repairs] {
		rec.Repairs = notNil(edits)
	}
	return nil
}

// head reads the lines of the text that say who wrote it, and asks the filter.
func (p *Pipeline) head(j *job) error {
	j.stage = "extract"
	rec := j.rec
	rec.Script = rec.doc.Script()
	credits := extract.ReadCredits(rec.doc)
	if j.in.HTML != nil {
		credits.Authors = nil // extraction has decided which names of a page are its byline
	}
	rec.takeCredits(credits)
	if j.published.IsZero() {
		j.published = credits.Published.Time
	}
	j.doc.Text = rec.doc
	if p.filter == nil {
		return nil
	}
	j.stage = "filter"
	return p.filter(rec)
}

func (p *Pipeline) figures(j *job) error {
	j.stage = "numbers"
	res := p.numbers.Read(j.doc.Text, numbers.Context{Published: j.published, Region: region(j.rec.URL)})
	j.doc.Quantities, j.doc.Times = res.Quantities, res.Times
	return nil
}

func (p *Pipeline) words(j *job) error {
	j.stage = "segment"
	if p.parts[Tokens] {
		j.doc.Tokens = p.segment.Append(nil, j.doc.Text)
		return nil
	}
	j.tokens = tokens.Get().(*[]segment.Token) // no one keeps them
	*j.tokens = p.segment.Append((*j.tokens)[:0], j.doc.Text)
	j.doc.Tokens = *j.tokens
	return nil
}

func (p *Pipeline) people(j *job) error {
	j.stage = "entities"
	j.doc.People = p.entities.People(j.doc.Text, j.doc.Tokens, entities.Context{Date: j.published, Outlet: j.rec.Outlet})
	return nil
}

func (p *Pipeline) claim(j *job) error {
	j.stage = "claims"
	j.claims = p.claims.Append(nil, &j.doc)
	return nil
}

// region tells whose currency a bare 元 of a page is, by the address of its site.
func region(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := u.Hostname()
	switch host[strings.LastIndexByte(host, '.')+1:] {
	case "cn":
		return "CN"
	case "tw":
		return "TW"
	case "hk":
		return "HK"
	case "mo":
		return "MO"
	}
	return ""
}

const sniffLen = 4096

// isBinary reports whether the head of a document has the control characters that images, PDF files and archives are full of
// and text in any charset is not (UTF-16 has its NUL bytes in every other place, and is let through).
func isBinary(b []byte) bool {
	head := b[:min(len(b), sniffLen)]
	if bytes.HasPrefix(head, []byte("%PDF-")) {
		return true
	}
	control, zero := 0, [2]int{}
	for i, c := range head {
		switch {
		case c == 0:
			zero[i&1]++
		case c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1B && c != 0x1A:
			control++
		}
	}
	return control > len(head)/50 || min(zero[0], zero[1]) > len(head)/100
}

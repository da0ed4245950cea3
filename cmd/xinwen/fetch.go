package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"time"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus/warc"
	"github.com/xinwen-go/xinwen/corpus/web"
)

type fetchCmd struct {
	Addresses []string `arg:"" optional:"" name:"address" help:"Pages, feeds (RSS, Atom) or sitemaps (also an index, also .gz), told apart by what they hold. - is standard input: an address a line."`

	From    []string `sep:"none" type:"existingfile" placeholder:"FILE" help:"Read addresses from a file too, one a line; empty lines and lines that begin with # are passed over."`
	List    []string `sep:"none" placeholder:"URL" help:"A list page: fetch what its headlines lead to."`
	Depth   int      `help:"Follow the links of the pages, within their site, so many steps far."`
	Include []string `sep:"none" placeholder:"REGEXP" help:"Of the addresses that are found, take those alone in which this matches; several: any of them."`
	Exclude []string `sep:"none" placeholder:"REGEXP" help:"Leave out addresses that are found in which this matches."`
	Limit   int      `default:"1000000" help:"Addresses to take up in all."`

	Out    string `enum:"jsonl,warc,records" default:"jsonl" help:"What to write: ${enum}. jsonl is a page a line, for analyze --in jsonl; warc an archive of requests and responses (WARC 1.1); records are the pages analysed, a line each."`
	Output string `short:"o" default:"-" placeholder:"FILE" help:"Where to write it; standard output without this."`
	State  string `placeholder:"FILE" help:"Keep the state of the crawl: one that was killed goes on where it was, and the next one asks only for what has changed. With it -o FILE is added to."`

	Contact         string        `placeholder:"URL" help:"How you are reached, for the user agent: an address of a page or of mail."`
	Delay           time.Duration `default:"1s" help:"Least time between two requests to a host; a Crawl-delay of its robots.txt holds where it is longer."`
	Concurrency     int           `default:"8" help:"Requests under way at once."`
	HostConcurrency int           `default:"1" help:"Requests under way at once to one host."`
	Timeout         time.Duration `default:"30s" help:"Longest time for one request."`
	MaxWait         time.Duration `default:"2m" help:"Longest wait that a host may ask for (Retry-After, Crawl-delay); pages fail where it asks for more."`
	Retries         int           `default:"3" help:"How often a request is tried again that failed for a reason that may pass."`
	MaxBytes        int           `default:"${max_bytes}" help:"Size of the largest page, in bytes; a larger one fails."`
	ArticlePages    int           `default:"20" help:"Pages of one article to follow and join (jsonl, records); 1 follows none."`
	AllowPrivate    bool          `help:"Let addresses lead into private networks and to this machine."`
	IgnoreRobots    bool          `help:"Fetch what robots.txt forbids, on a site of your own."`
	Quiet           bool          `short:"q" help:"No progress and no summary on standard error."`
}

// Run fetches pages and writes them as they come in.
func (c *fetchCmd) Run(ctx context.Context, s streams) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	seeds, err := c.seeds(ctx, s)
	if err != nil {
		return err
	}
	report := newReport(s.err, c.Quiet)
	opts, err := c.options(report)
	if err != nil {
		return err
	}
	f, err := web.New(opts...)
	if err != nil {
		return err
	}
	write, closeOutput, err := c.output(ctx, s)
	if err != nil {
		return err
	}
	err = fetch(f.Fetch(ctx, seeds), func(p *web.Page, failure error) error {
		err := write(p, failure)
		if err != nil && !errors.Is(err, errFailedDocuments) {
			cancel() // the addresses may come from a pipe that gives none for a long time
		}
		return err
	}, report)
	if cerr := closeOutput(); err == nil {
		err = cerr
	}
	report.close()
	if err == nil && report.failed {
		err = errFailedDocuments
	}
	return err
}

func fetch(pages iter.Seq2[*web.Page, error], write func(*web.Page, error) error, report *fetchReport) error {
	for p, err := range pages {
		var failed *web.Error
		if err != nil && !errors.As(err, &failed) {
			return err
		}
		if err != nil {
			report.failure(err)
		}
		switch werr := write(p, err); {
		case errors.Is(werr, errFailedDocuments): // told already
			report.failure(nil)
		case werr != nil:
			return werr
		}
	}
	return nil
}

func (c *fetchCmd) options(report *fetchReport) ([]web.Option, error) {
	opts := []web.Option{
		web.WithContact(c.Contact), web.WithDelay(c.Delay), web.WithConcurrency(c.Concurrency, c.HostConcurrency), web.WithTimeout(c.Timeout), web.WithMaxWait(c.MaxWait),
		web.WithRetries(c.Retries, time.Second), web.WithMaxBytes(c.MaxBytes), web.WithMaxPages(c.ArticlePages), web.WithDepth(c.Depth), web.WithLimit(c.Limit),
		web.WithState(c.State), web.WithObserver(report.done),
	}
	for _, p := range []struct {
		patterns []string
		option   func(...*regexp.Regexp) web.Option
	}{{c.Include, web.WithInclude}, {c.Exclude, web.WithExclude}} {
		for _, pattern := range p.patterns {
			r, err := regexp.Compile(pattern)
			if err != nil {
				return nil, err
			}
			opts = append(opts, p.option(r))
		}
	}
	if c.AllowPrivate {
		opts = append(opts, web.AllowPrivate())
	}
	if c.IgnoreRobots {
		opts = append(opts, web.IgnoreRobots())
	}
	return opts, nil
}

// seeds are the addresses of the command line, of the files and of standard input, as they are needed.
func (c *fetchCmd) seeds(ctx context.Context, s streams) (iter.Seq[web.Seed], error) {
	addresses := c.Addresses
	if len(addresses)+len(c.From)+len(c.List) == 0 {
		if f, ok := s.in.(*os.File); !ok || !isTerminal(f) {
			addresses = []string{"-"}
		} else if c.State == "" {
			return nil, errors.New("no addresses: name some, or give them on standard input")
		}
	}
	return func(yield func(web.Seed) bool) {
		for _, a := range addresses {
			if a == "-" {
				if !addressLines(ctx, s.in, yield) {
					return
				}
			} else if !yield(web.Seed{URL: a}) {
				return
			}
		}
		for _, a := range c.List {
			if !yield(web.Seed{URL: a, List: true}) {
				return
			}
		}
		for _, path := range c.From {
			in := s.in
			if path != "-" {
				f, err := os.Open(path)
				if err != nil {
					fmt.Fprintln(s.err, "xinwen:", err) // it was there when the flags were read
					continue
				}
				defer f.Close()
				in = f
			}
			if !addressLines(ctx, in, yield) {
				return
			}
		}
	}, nil
}

// addressLines yields the addresses of a stream, one a line. It ends when ctx is done, also while a read blocks.
func addressLines(ctx context.Context, in io.Reader, yield func(web.Seed) bool) bool {
	lines := make(chan string)
	go func() {
		defer close(lines)
		sc := bufio.NewScanner(in)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			select {
			case lines <- sc.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	for {
		select {
		case line, ok := <-lines:
			if !ok {
				return true
			}
			a := strings.TrimSpace(strings.TrimPrefix(line, "\uFEFF"))
			if a != "" && a[0] != '#' && !yield(web.Seed{URL: a}) {
				return false
			}
		case <-ctx.Done():
			return false
		}
	}
}

// output returns what writes a page, or its failure, and what ends the output. Each record is one write, so that a run that is
// killed leaves whole ones but for the last.
func (c *fetchCmd) output(ctx context.Context, s streams) (write func(*web.Page, error) error, end func() error, err error) {
	out, size := s.out, int64(0)
	end = func() error { return nil }
	if c.Output != "-" {
		f, n, err := openOutput(c.Output, c.Out == "warc", c.State != "")
		if err != nil {
			return nil, nil, err
		}
		out, size, end = f, n, f.Close
	} else if c.Out == "warc" && s.terminal {
		return nil, nil, errors.New("an archive is nothing for a terminal: give -o FILE")
	}
	switch c.Out {
	case "warc":
		w := warc.NewWriter(out, warc.WithOffset(size))
		name := filepath.Base(c.Output)
		if c.Output == "-" {
			name = "pages.warc.gz"
		}
		info := warc.Header{{Name: "software", Value: "xinwen " + version()}, {Name: "format", Value: "WARC file version 1.1"}, {Name: "robots", Value: robotsPolicy(c.IgnoreRobots)}}
		if _, err := w.WriteInfo(name, info); err != nil {
			return nil, nil, errors.Join(err, end())
		}
		return func(p *web.Page, _ error) error {
			for _, x := range p.Exchanges {
				if _, _, err := w.WriteExchange(x); err != nil {
					return err
				}
			}
			return nil
		}, end, nil
	case "records":
		p, err := xinwen.New(xinwen.WithMaxBytes(c.MaxBytes))
		if err != nil {
			return nil, nil, errors.Join(err, end())
		}
		w := recordWriter{out: out, format: "jsonl"}
		return func(page *web.Page, failure error) error {
			if page.Body == nil {
				return w.write(&xinwen.Record{ID: page.Asked}, &xinwen.Error{ID: page.Asked, Stage: "fetch", Err: errors.Unwrap(failure)})
			}
			rec, err := p.Process(ctx, page.Input())
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if werr := w.write(rec, err); werr != nil || err == nil {
				return werr
			}
			fmt.Fprintln(s.err, err)
			return errFailedDocuments
		}, end, nil
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	return func(p *web.Page, _ error) error {
		if p.Body == nil {
			return nil
		}
		if err := enc.Encode(p); err != nil {
			return err
		}
		_, err := buf.WriteTo(out)
		return err
	}, end, nil
}

func robotsPolicy(ignored bool) string {
	if ignored {
		return "ignore"
	}
	return "classic"
}

// openOutput creates a file; one that is there already is gone on with, if the state of its crawl is kept.
func openOutput(path string, archive, resume bool) (*os.File, int64, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return f, 0, err
	}
	size := info.Size()
	if !resume {
		f.Close()
		return nil, 0, fmt.Errorf("%s is there already: name another file, or give --state to go on with the crawl that wrote it", path)
	}
	if archive {
		size, err = wholeRecords(f, size)
	} else {
		size, err = wholeLines(f, size)
	}
	if err == nil {
		err = f.Truncate(size)
	}
	if err == nil {
		_, err = f.Seek(size, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, 0, fmt.Errorf("%s: %w", path, err)
	}
	return f, size, nil
}

// wholeRecords is the size of an archive without a record at its end that was cut when the run was killed.
func wholeRecords(f *os.File, size int64) (int64, error) {
	var last *warc.Error
	for _, err := range warc.Records(bufio.NewReaderSize(f, 1<<20)) {
		last = nil
		if err != nil && !errors.As(err, &last) {
			return 0, err
		}
	}
	switch {
	case last == nil:
		return size, nil
	case errors.Is(last, io.ErrUnexpectedEOF):
		return last.Offset, nil
	}
	return 0, fmt.Errorf("the file is there already and its end is not that of an archive: %w", last)
}

// wholeLines is the size of a file of JSON Lines without a line at its end that was cut when the run was killed.
func wholeLines(f *os.File, size int64) (int64, error) {
	var first [1]byte
	if _, err := f.ReadAt(first[:], 0); err != nil {
		return 0, err
	}
	if first[0] != '{' {
		return 0, errors.New("the file is there already and does not hold JSON Lines")
	}
	buf := make([]byte, 64<<10)
	for end := size; end > 0; {
		n := min(end, int64(len(buf)))
		if _, err := f.ReadAt(buf[:n], end-n); err != nil {
			return 0, err
		}
		if i := bytes.LastIndexByte(buf[:n], '\n'); i >= 0 {
			return end - n + int64(i) + 1, nil
		}
		end -= n
	}
	return 0, nil
}

// version is that of the program.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

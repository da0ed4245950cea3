// Command xinwen turns Chinese news text into structured data: damaged text restored, officials with their posts, figures,
// times and claims. Run it with --help.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
	"golang.org/x/term"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus"
)

// Exit statuses.
const (
	exitClean       = 0
	exitFailed      = 1 // finished, but some documents failed
	exitUsage       = 2 // wrong usage, or a failure that ended the run
	exitInterrupted = 130
)

// grace is how long documents under way may take to finish after an interrupt.
const grace = 2 * time.Second

type cli struct {
	Analyze analyzeCmd `cmd:"" help:"Analyse articles: people with their posts, figures, times, claims."`
	Batch   batchCmd   `cmd:"" help:"Turn archives into tables: JSON Lines, CSV, Parquet or SQLite."`
	Claims  claimsCmd  `cmd:"" help:"List the claims of articles: who says how much of what, when."`
	Fetch   fetchCmd   `cmd:"" help:"Fetch pages, politely and safely: from addresses, feeds, sitemaps and lists to JSON Lines or a WARC archive."`
	Extract extractCmd `cmd:"" help:"Take the article out of pages: HTML in, text, Markdown or JSON out."`
	Repair  repairCmd  `cmd:"" help:"Restore damaged text: text in, text out."`
	Segment segmentCmd `cmd:"" help:"Cut text into words, with parts of speech (damaged text: xinwen repair first)."`
	Version versionCmd `cmd:"" help:"Print the version."`
}

type versionCmd struct{}

// streams are the standard streams, so that tests can run the command in process.
type streams struct {
	in       io.Reader
	out, err io.Writer
	terminal bool // out is one
}

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is an error of Write then, and no failure
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	done := make(chan int, 1)
	out := &lockedWriter{w: os.Stdout}
	go func() {
		done <- run(ctx, os.Args[1:], streams{os.Stdin, out, os.Stderr, isTerminal(os.Stdout)})
	}()
	select {
	case code := <-done:
		os.Exit(code)
	case <-ctx.Done():
	}
	// A read that blocks cannot be interrupted: what was written is complete records, so ending here loses nothing.
	select {
	case <-done:
	case <-time.After(grace):
		out.close()
	}
	os.Exit(exitInterrupted)
}

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// lockedWriter passes writes on, and nothing once it is closed. Each record is one write.
type lockedWriter struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *lockedWriter) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(b)
}

// close waits for a write under way and keeps the lock, so that none follows.
func (l *lockedWriter) close() { l.mu.Lock() }

// run is the whole command; it returns the exit status.
func run(ctx context.Context, args []string, s streams) int {
	var c cli
	exit := -1
	parser, err := kong.New(&c,
		kong.Name("xinwen"),
		kong.Description("Chinese news text, as it is found in web archives, into structured data."),
		kong.UsageOnError(),
		kong.Writers(s.out, s.err),
		kong.Exit(func(code int) { exit = code }),
		kong.Vars{"max_bytes": strconv.Itoa(xinwen.DefaultMaxBytes), "formats": formatNames()},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, Summary: true}),
	)
	if err != nil {
		fmt.Fprintln(s.err, "xinwen:", err)
		return exitUsage
	}
	k, err := parser.Parse(args)
	if exit >= 0 { // --help
		return exit
	}
	if err != nil {
		fmt.Fprintln(s.err, "xinwen:", err)
		fmt.Fprintln(s.err, "Run \"xinwen --help\" for the commands and their flags.")
		return exitUsage
	}
	k.BindTo(ctx, (*context.Context)(nil))
	k.Bind(s)
	return exitStatus(ctx, k.Run(), s.err)
}

func formatNames() string {
	names := make([]string, len(corpus.Formats))
	for i, f := range corpus.Formats {
		names[i] = string(f)
	}
	return strings.Join(names, ",")
}

// errFailedDocuments says that the run is finished and some documents failed; they have been told already.
var errFailedDocuments = errors.New("some documents failed")

func exitStatus(ctx context.Context, err error, stderr io.Writer) int {
	switch {
	case errors.Is(err, syscall.EPIPE):
		return exitClean
	case ctx.Err() != nil:
		return exitInterrupted
	case err == nil:
		return exitClean
	case errors.Is(err, errFailedDocuments):
		return exitFailed
	}
	fmt.Fprintln(stderr, "xinwen:", strings.TrimPrefix(err.Error(), "xinwen: "))
	return exitUsage
}

func (versionCmd) Run(s streams) error {
	_, err := fmt.Fprintln(s.out, "xinwen", version())
	return err
}

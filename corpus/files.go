package corpus

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/xinwen-go/xinwen"
)

// Files yields the documents of files and directories, in the order given; a directory is walked in lexical order, and
// those of its files are read whose extension is known. The path "-" is standard input.
func (r *Reader) Files(paths ...string) iter.Seq2[*xinwen.Input, error] {
	return r.FilesFrom(0, paths...)
}

// FilesFrom yields what Files yields but the first n documents and errors. What is passed over is not decoded, and single files
// are not even opened.
func (r *Reader) FilesFrom(n int64, paths ...string) iter.Seq2[*xinwen.Input, error] {
	return func(yield func(*xinwen.Input, error) bool) {
		run := &run{Reader: r, yield: yield, skip: n}
		for path, err := range r.Walk(paths...) {
			if err != nil {
				if !run.fail(path, err) {
					return
				}
			} else if !run.file(path) {
				return
			}
		}
	}
}

// Walk yields the files that Files reads, in its order, and as an error what cannot be walked.
func (r *Reader) Walk(paths ...string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, path := range paths {
			if !r.walk(path, yield) {
				return
			}
		}
	}
}

func (r *Reader) walk(path string, yield func(string, error) bool) bool {
	if path == Stdin {
		return yield(path, nil)
	}
	info, err := os.Stat(path)
	if err != nil {
		return yield(path, err)
	}
	if !info.IsDir() {
		if r.formatOf(path) == Auto {
			return yield(path, errors.New("the extension tells no format: say which with --in, as in --in text"))
		}
		return yield(path, nil)
	}
	more, found := true, false
	err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			more = yield(p, err)
		case d.IsDir() && p != path && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case !d.Type().IsRegular() && d.Type()&fs.ModeSymlink == 0: // a directory, or a pipe that would block
		case formatByName(p) == Auto:
		default:
			found = true
			more = yield(p, nil)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	if err == nil && !found {
		err = errors.New("the directory has no file with a known extension: .txt, .html, .jsonl and their like")
	}
	if err != nil && more {
		return yield(path, err)
	}
	return more
}

// Size returns how many bytes the files have that Files reads: what WithConsumed counts up to. Standard input counts as nothing,
// and so does a file that cannot be looked at.
func (r *Reader) Size(paths ...string) int64 {
	var sum int64
	for path, err := range r.Walk(paths...) {
		if err == nil && path != Stdin {
			sum += fileSize(path)
		}
	}
	return sum
}

func fileSize(path string) int64 {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

// file reads the documents of one file.
func (r *run) file(path string) bool {
	if path == Stdin {
		m := &meter{total: r.consumed, in: r.stdin, size: -1}
		return r.stream(m, source{place: path, format: r.format})
	}
	format := r.formatOf(path)
	m := &meter{total: r.consumed, size: fileSize(path)}
	defer m.finish()
	if (format == Text || format == HTML) && r.pass() {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return r.fail(path, err)
	}
	defer f.Close()
	m.in, m.at = f, f
	if format == Zip && m.size > 0 && isZip(f) {
		return r.zip(m, m.size, source{place: path, format: format})
	}
	return r.stream(m, source{place: path, format: format})
}

// meter counts what is read of a file, which is at most its size.
type meter struct {
	total *atomic.Int64
	in    io.Reader
	at    io.ReaderAt
	n     int64
	size  int64 // -1: unknown
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.in.Read(p)
	m.add(int64(n))
	return n, err
}

func (m *meter) ReadAt(p []byte, off int64) (int, error) {
	n, err := m.at.ReadAt(p, off)
	m.add(int64(n))
	return n, err
}

func (m *meter) add(n int64) {
	if m.size >= 0 {
		n = min(n, m.size-m.n)
	}
	m.n += n
	m.total.Add(n)
}

// finish counts what was not read: a file that is done is done.
func (m *meter) finish() { m.add(max(0, m.size-m.n)) }

package corpus

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"

	"github.com/xinwen-go/xinwen/extract"
)

const (
	// maxDepth is how deep archives may lie within archives.
	maxDepth = 3
	// maxDirectory bounds what is read of the directory of a zip file, which is held in memory: about a million entries.
	maxDirectory = 64 << 20
	// maxSpooled bounds a zip file that is no file of its own and has to be copied to the temporary directory.
	maxSpooled = 4 << 30
)

var (
	errDepth     = fmt.Errorf("archives lie within archives deeper than %d", maxDepth)
	errDirectory = fmt.Errorf("the directory of the zip file is larger than %d bytes: unpack it first, or make a tar file of it", maxDirectory)
	errOverlap   = errors.New("the members of the zip file overlap: a decompression bomb")
)

// member returns the source of a member of an archive, or false where it is not read: hidden files, what an operating system adds, and
// extensions that tell no format.
func (r *run) member(s source, name string) (source, bool) {
	if !utf8.ValidString(name) { // as Chinese Windows writes names
		name, _ = extract.Decode([]byte(name), "text/plain; charset=gb18030")
	}
	for part := range strings.SplitSeq(strings.ReplaceAll(name, `\`, "/"), "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return source{}, false
		}
	}
	m := source{place: s.place + "#" + path.Clean(name), format: formatByName(name), depth: s.depth + 1}
	if m.format == Auto {
		return source{}, false
	}
	if r.format != Auto && !r.format.isArchive() && !m.format.isArchive() {
		m.format = r.format
	}
	return m, true
}

// zip reads the members of a zip file in the order of its directory.
func (r *run) zip(in io.ReaderAt, size int64, s source) bool {
	if s.depth >= maxDepth {
		return r.fail(s.place, errDepth)
	}
	directory := &budget{in: in, left: maxDirectory}
	z, err := zip.NewReader(directory, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // nothing is written by those names
		return r.fail(s.place, err)
	}
	directory.left = -1
	z.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor(zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow)))
	var sum uint64
	for _, f := range z.File {
		if sum += min(f.CompressedSize64, uint64(size)+1); sum > uint64(size) {
			return r.fail(s.place, errOverlap)
		}
	}
	for _, f := range z.File {
		m, ok := r.member(s, f.Name)
		if !ok || !f.Mode().IsRegular() {
			continue
		}
		if !r.zipMember(f, m) {
			return false
		}
	}
	return true
}

func (r *run) zipMember(f *zip.File, m source) bool {
	single := m.format == Text || m.format == HTML
	if single && r.pass() {
		return true
	}
	in, err := f.Open()
	if err != nil {
		return r.fail(m.place, err)
	}
	defer in.Close()
	return r.stream(in, m)
}

// isZip reports whether a file begins like a zip file, so that its directory can be read where it stands.
func isZip(in io.ReaderAt) bool {
	var head [4]byte
	n, _ := in.ReadAt(head[:], 0)
	return n == len(head) && string(head[:]) == "PK\x03\x04"
}

// budget limits how much is read; a negative one is no limit.
type budget struct {
	in   io.ReaderAt
	left int64
}

func (b *budget) ReadAt(p []byte, off int64) (int, error) {
	if b.left >= 0 {
		if b.left -= int64(len(p)); b.left < 0 {
			b.left = 0
			return 0, errDirectory
		}
	}
	return b.in.ReadAt(p, off)
}

// spooledZip reads a zip file that comes as a stream: its directory stands at its end, so it is copied to a temporary file.
func (r *run) spooledZip(in *bufio.Reader, s source) bool {
	if s.depth >= maxDepth {
		return r.fail(s.place, errDepth)
	}
	f, err := os.CreateTemp("", "xinwen-*.zip")
	if err != nil {
		return r.fail(s.place, err)
	}
	defer os.Remove(f.Name())
	defer f.Close()
	n, err := io.Copy(f, io.LimitReader(in, maxSpooled+1))
	if err == nil && n > maxSpooled {
		err = fmt.Errorf("a zip file within an archive or on standard input is larger than %d bytes: unpack it first", int64(maxSpooled))
	}
	if err != nil {
		return r.fail(s.place, err)
	}
	return r.zip(f, n, s)
}

// tar reads the members of a tar file in order. What comes after damage is lost.
func (r *run) tar(in *bufio.Reader, s source) bool {
	if s.depth >= maxDepth {
		return r.fail(s.place, errDepth)
	}
	t := tar.NewReader(in)
	for {
		h, err := t.Next()
		if err == io.EOF {
			return true
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			return r.fail(s.place, err)
		}
		m, ok := r.member(s, h.Name)
		if !ok || h.Typeflag != tar.TypeReg {
			continue
		}
		if !r.stream(t, m) {
			return false
		}
		// Damage within the member was told, so it must not be told again when the next member is sought.
		if _, err := io.Copy(io.Discard, t); err != nil {
			return true
		}
	}
}

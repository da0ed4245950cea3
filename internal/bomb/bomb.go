// Package bomb stops decompression bombs: small files that decompress to terabytes.
package bomb

import (
	"errors"
	"io"
)

const (
	// Free is how many bytes may come out whatever went in: archives of much repeated text are no bombs.
	Free = 4 << 30
	// Ratio is how many times its size a stream may decompress to beyond that. Deflate reaches 1032, text in earnest 20.
	Ratio = 1000
)

// Err says that a stream decompresses to more than it may.
var Err = errors.New("the data decompress to more than 1000 times their size: a decompression bomb")

// Guard passes out on until more came out of it than a decompressor that has read as many bytes as in tells may give.
func Guard(out io.Reader, in func() int64) io.Reader { return &guard{out, in, Free, 0} }

type guard struct {
	out  io.Reader
	in   func() int64
	free int64
	n    int64
}

func (g *guard) Read(p []byte) (int, error) {
	if g.n > g.free && g.n/Ratio > g.in() {
		return 0, Err
	}
	n, err := g.out.Read(p)
	g.n += int64(n)
	return n, err
}

package warc_test

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/corpus/warc"
)

// response reads the one response in a file that is made of its block.
func response(t testing.TB, block string, limit int64) (res *warc.Response, body []byte, err error) {
	t.Helper()
	file := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
	for rec, err := range warc.Records(strings.NewReader(file)) {
		require.NoError(t, err)
		if res, err = rec.Response(limit); err != nil {
			return nil, nil, err
		}
		body, err = io.ReadAll(res.Body)
		return res, body, err
	}
	return
}

// pack closes the writer that make returns after writing b to it.
func pack(t testing.TB, b []byte, make func(io.Writer) io.WriteCloser) string {
	t.Helper()
	var out bytes.Buffer
	w := make(&out)
	_, err := w.Write(b)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.String()
}

func encode(t testing.TB, coding string, b []byte) string {
	return pack(t, b, func(w io.Writer) io.WriteCloser {
		switch coding {
		case "br":
			return brotli.NewWriter(w)
		case "zstd":
			z, err := zstd.NewWriter(w)
			require.NoError(t, err)
			return z
		case "deflate":
			return zlib.NewWriter(w)
		case "raw deflate":
			z, err := flate.NewWriter(w, 9)
			require.NoError(t, err)
			return z
		}
		return nopCloser{w, []byte(compress(t, b))}
	})
}

type nopCloser struct {
	w io.Writer
	b []byte
}

func (nopCloser) Write(b []byte) (int, error) { return len(b), nil }
func (n nopCloser) Close() error              { _, err := n.w.Write(n.b); return err }

func chunked(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		n := min(len(s), 300)
		fmt.Fprintf(&b, "%X;x=y\r\n%s\r\n", n, s[:n])
		s = s[n:]
	}
	return b.String() + "0\r\n\r\n"
}

func TestResponse(t *testing.T) {
	const gz = "Content-Encoding: gzip\r\n"
	want := page(30)
	for name, c := range map[string]struct{ header, body string }{
		"as it is":              {"", string(want)},
		"chunked":               {"Transfer-Encoding: chunked\r\n", chunked(string(want))},
		"chunked, stored plain": {"Transfer-Encoding: chunked\r\n", string(want)},
		"gzip":                  {gz, encode(t, "gzip", want)},
		"gzip, stored plain":    {gz, string(want)},
		"gzip and rubbish":      {gz, encode(t, "gzip", want) + "rubbish"},
		"chunked gzip":          {"transfer-encoding: Chunked\r\n" + gz, chunked(encode(t, "gzip", want))},
		"deflate":               {"Content-Encoding: deflate\r\n", encode(t, "deflate", want)},
		"deflate without zlib":  {"Content-Encoding: deflate\r\n", encode(t, "raw deflate", want)},
		"deflate, stored plain": {"Content-Encoding: deflate\r\n", string(want)},
		"br":                    {"Content-Encoding: br\r\n", encode(t, "br", want)},
		"br, stored plain":      {"Content-Encoding: br\r\n", string(want)},
		"zstd":                  {"Content-Encoding: zstd\r\n", encode(t, "zstd", want)},
		"zstd, stored plain":    {"Content-Encoding: zstd\r\n", string(want)},
		"two codings":           {"Content-Encoding: gzip, br\r\n", encode(t, "br", []byte(encode(t, "gzip", want)))},
		"identity":              {"Content-Encoding: identity\r\n", string(want)},
		"odd lines":             {"no field\r\nX-A: b\r\n c\r\n: nameless\r\n", string(want)},
	} {
		t.Run(name, func(t *testing.T) {
			res, body, err := response(t, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"+c.header+"\r\n"+c.body, 1<<20)
			require.NoError(t, err)
			assert.Equal(t, string(want), string(body))
			assert.Equal(t, 200, res.StatusCode)
			assert.Equal(t, "text/html", res.Header.Get("content-type"))
			if c.header != "" && name != "odd lines" {
				_, _, err := response(t, "HTTP/1.1 200 OK\r\n"+c.header+"\r\n", 1<<20)
				require.NoError(t, err, "an empty body")
			}
		})
	}
}

func TestStatusLines(t *testing.T) {
	for line, status := range map[string]int{"HTTP/1.1 200 OK": 200, "HTTP/1.0 404": 404, "HTTP/2 301 ": 301, "HTTP/1.1  503 x y": 503} {
		res, body, err := response(t, line+"\nA: b\n\nbody", 100)
		require.NoError(t, err, line)
		assert.Equal(t, status, res.StatusCode)
		assert.Equal(t, "b", res.Header.Get("A"))
		assert.Equal(t, "body", string(body))
	}
	for _, line := range []string{"", "<html>", "HTTP/1.1", "HTTP/1.1 2000 OK", "HTTP/1.1 abc", "GET / HTTP/1.1", "200 OK"} {
		_, _, err := response(t, line+"\r\n\r\n", 100)
		assert.Error(t, err, line)
	}
}

func TestBodyFailures(t *testing.T) {
	want := page(30)
	for name, c := range map[string]struct{ header, body, err string }{
		"chunked, cut":   {"Transfer-Encoding: chunked\r\n", chunked(string(want))[:500], "EOF"},
		"gzip, cut":      {"Content-Encoding: gzip\r\n", encode(t, "gzip", want)[:60], "EOF"},
		"br, damaged":    {"Content-Encoding: br\r\n", "\x91\x8b\x8b\x8b\x8b\x8b", "brotli"},
		"deflate, none":  {"Content-Encoding: deflate\r\n", "\xFF\xFF\xFF\xFF", "flate"},
		"unknown coding": {"Content-Encoding: sdch\r\n", "x", "sdch"},
		"codings":        {"Content-Encoding: gzip, gzip, gzip, gzip\r\n", "x", "4 content codings"},
		"a huge header":  {"A: " + strings.Repeat("b", 2<<20) + "\r\n", "x", "longer than"},
		"many headers":   {strings.Repeat("A: b\r\n", 1<<19), "x", "longer than"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := response(t, "HTTP/1.1 200 OK\r\n"+c.header+"\r\n"+c.body, 1<<20)
			assert.ErrorContains(t, err, c.err)
		})
	}
}

// A compressed bomb costs no more than the limit, and the limit itself is allowed.
func TestBodyLimit(t *testing.T) {
	zeros := make([]byte, 4<<20)
	for _, coding := range []string{"gzip", "deflate", "br", "zstd"} {
		_, body, err := response(t, "HTTP/1.1 200 OK\r\nContent-Encoding: "+coding+"\r\n\r\n"+encode(t, coding, zeros), 1000)
		assert.ErrorIs(t, err, warc.ErrBodyTooLarge, coding)
		assert.Len(t, body, 1000)
		_, body, err = response(t, "HTTP/1.1 200 OK\r\nContent-Encoding: "+coding+"\r\n\r\n"+encode(t, coding, zeros[:1000]), 1000)
		assert.NoError(t, err, coding)
		assert.Len(t, body, 1000)
	}
	_, _, err := response(t, "HTTP/1.1 200 OK\r\n\r\n12345", 4)
	assert.ErrorIs(t, err, warc.ErrBodyTooLarge)
}

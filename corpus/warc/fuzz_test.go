package warc_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/corpus/warc"
)

// FuzzRecords: whatever the bytes, the iteration ends; offsets rise; a block has the length that was told or an error.
func FuzzRecords(f *testing.F) {
	for _, opts := range [][]warc.WriterOption{nil, {warc.WithoutCompression()}} {
		b, _ := write(f, 2, opts...)
		f.Add(b)
		f.Add(b[:len(b)-20])
		f.Add(append(b[:300:300], b[310:]...))
	}
	f.Add(compress(f, []byte("WARC/1.0\r\nContent-Length: 3\r\n\r\nabc\r\n\r\nWARC/1.0\r\nContent-Length: 1\r\n\r\na")))
	f.Add([]byte("\x5D\x2A\x4D\x18\x02\x00\x00\x00xx\x28\xB5\x2F\xFD"))
	f.Fuzz(func(t *testing.T, b []byte) {
		last := int64(-1)
		for rec, err := range warc.Records(bytes.NewReader(b)) {
			if err != nil {
				require.Nil(t, rec)
				var e *warc.Error
				require.ErrorAs(t, err, &e)
				continue
			}
			require.Greater(t, rec.Offset, last)
			last = rec.Offset
			if rec.Type() == warc.TypeResponse {
				if res, err := rec.Response(1 << 16); err == nil {
					n, _ := io.Copy(io.Discard, res.Body)
					require.LessOrEqual(t, n, int64(1<<16))
				}
				continue
			}
			n, err := io.Copy(io.Discard, rec.Block)
			if err == nil {
				require.Equal(t, rec.Length, n)
			}
		}
	})
}

// FuzzResponse: whatever the block, the body keeps to its limit.
func FuzzResponse(f *testing.F) {
	want := page(3)
	for _, coding := range []string{"gzip", "deflate", "br", "zstd"} {
		f.Add("HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\n\r\n" + encode(f, coding, want))
	}
	f.Add("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked(string(want)))
	f.Fuzz(func(t *testing.T, block string) {
		res, body, err := response(t, block, 1<<12)
		if err == nil {
			require.NotNil(t, res)
		}
		require.LessOrEqual(t, len(body), 1<<12)
	})
}

package bench

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/nlnwa/gowarc/v3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/corpus/warc"
)

// TestQualityWARCWriter has a peer read what our writer writes, with digests and the standard's rules checked.
func TestQualityWARCWriter(t *testing.T) {
	for _, opts := range [][]warc.WriterOption{nil, {warc.WithoutCompression()}, {warc.WithSHA256()}} {
		var b bytes.Buffer
		w := warc.NewWriter(&b, opts...)
		info, err := w.WriteInfo("test.warc.gz", warc.Header{{Name: "software", Value: "xinwen"}, {Name: "format", Value: "WARC File Format 1.1"}})
		require.NoError(t, err)
		u, err := url.Parse("http://news.example/a?b=c")
		require.NoError(t, err)
		x := &warc.Exchange{
			Request:  &http.Request{Method: "GET", URL: u, Header: http.Header{"User-Agent": {"test"}}},
			Response: &http.Response{StatusCode: 200, Status: "200 OK", ProtoMajor: 1, ProtoMinor: 1, Header: http.Header{"Content-Type": {"text/html"}}},
			Body:     []byte("<p>清水河上的新桥今天通车。</p>"), Date: time.Now(), IP: "127.0.0.1",
		}
		first, second, err := w.WriteExchange(x)
		require.NoError(t, err)
		x.Same = &first
		third, fourth, err := w.WriteExchange(x)
		require.NoError(t, err)
		fields, err := warc.Fields(warc.Header{{Name: "via", Value: "http://news.example/"}})
		require.NoError(t, err)
		last, err := w.Write(&warc.Draft{Type: warc.TypeMetadata, URL: "http://news.example/a?b=c", ConcurrentTo: []string{first.ID}, Payload: fields})
		require.NoError(t, err)

		r, err := gowarc.NewWarcFileReaderFromStream(bytes.NewReader(b.Bytes()), 0,
			gowarc.WithSyntaxErrorPolicy(gowarc.ErrWarn), gowarc.WithSpecViolationPolicy(gowarc.ErrWarn), gowarc.WithUnknownRecordTypePolicy(gowarc.ErrWarn), gowarc.WithBlockErrorPolicy(gowarc.ErrWarn))
		require.NoError(t, err)
		for _, ref := range []warc.Ref{info, first, second, third, fourth, last} {
			rec, err := r.Next()
			require.NoError(t, err)
			assert.Equal(t, ref.Offset, rec.Offset)
			assert.Equal(t, ref.Length, rec.Size)
			assert.Equal(t, ref.ID, rec.WarcRecord.RecordId())
			findings, err := rec.WarcRecord.ValidateDigest()
			assert.NoError(t, err)
			assert.Empty(t, append(rec.Validation, findings...), rec.WarcRecord.Type())
			require.NoError(t, rec.Close())
		}
		_, err = r.Next()
		require.ErrorIs(t, err, io.EOF)
	}
}

// TestQualityWARCReader reads what a peer writes.
func TestQualityWARCReader(t *testing.T) {
	block := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<p>一"
	for _, compressed := range []bool{true, false} {
		var b bytes.Buffer
		var offsets []int64
		for range 3 {
			builder := gowarc.NewRecordBuilder(gowarc.Response, gowarc.WithAddMissingContentLength(true), gowarc.WithAddMissingDigest(true), gowarc.WithFixContentLength(true))
			_, err := builder.WriteString(block)
			require.NoError(t, err)
			builder.AddWarcHeader(gowarc.WarcRecordID, "<urn:uuid:e9a0cecc-0221-11e7-adb1-0242ac120008>")
			builder.AddWarcHeader(gowarc.WarcDate, "2006-01-02T15:04:05Z")
			builder.AddWarcHeader(gowarc.WarcTargetURI, "http://news.example/")
			builder.AddWarcHeader(gowarc.ContentType, "application/http;msgtype=response")
			rec, _, err := builder.Build()
			require.NoError(t, err)
			offsets = append(offsets, int64(b.Len()))
			var w io.Writer = &b
			z := gzip.NewWriter(&b)
			if compressed {
				w = z
			}
			_, _, err = gowarc.NewMarshaler().Marshal(w, rec, 0)
			require.NoError(t, err)
			if compressed {
				require.NoError(t, z.Close())
			}
		}
		n := 0
		for rec, err := range warc.Records(&b) {
			require.NoError(t, err)
			assert.Equal(t, offsets[n], rec.Offset)
			n++
			res, err := rec.Response(100)
			require.NoError(t, err)
			body, err := io.ReadAll(res.Body)
			require.NoError(t, err)
			assert.Equal(t, "<p>一", string(body))
		}
		assert.Equal(t, 3, n)
	}
}

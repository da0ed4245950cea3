package warc_test

import (
	"bytes"
	"crypto/sha1"
	"encoding/base32"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/corpus/warc"
)

func TestWriterBytes(t *testing.T) {
	var b bytes.Buffer
	w := warc.NewWriter(&b, append(fixed(), warc.WithoutCompression())...)
	_, err := w.WriteInfo("a.warc", warc.Header{{"software", "xinwen"}})
	require.NoError(t, err)
	ref, err := w.Write(&warc.Draft{Type: warc.TypeMetadata, URL: "http://news.example/", ConcurrentTo: []string{"urn:x"}, Fields: warc.Header{{"X-A", "b"}}, Payload: []byte("via: 早报\r\n")})
	require.NoError(t, err)
	assert.Equal(t, strings.ReplaceAll(`WARC/1.1
WARC-Type: warcinfo
WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>
WARC-Date: 2024-03-01T08:00:01Z
WARC-Filename: a.warc
WARC-Block-Digest: sha1:`+sha("software: xinwen\r\n")+`
Content-Type: application/warc-fields
Content-Length: 18

software: xinwen


WARC/1.1
WARC-Type: metadata
WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000002>
WARC-Date: 2024-03-01T08:00:02Z
WARC-Target-URI: http://news.example/
WARC-Warcinfo-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>
WARC-Concurrent-To: <urn:x>
X-A: b
WARC-Block-Digest: sha1:`+sha("via: 早报\r\n")+`
Content-Type: application/warc-fields
Content-Length: 13

via: 早报


`, "\n", "\r\n"), b.String())
	assert.EqualValues(t, b.Len(), ref.Offset+ref.Length)
}

func sha(s string) string {
	h := sha1.Sum([]byte(s))
	return base32.StdEncoding.EncodeToString(h[:])
}

func TestWriteExchange(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusNotFound)
		w.(http.Flusher).Flush() // chunked
		io.WriteString(w, "<p>没有这一页</p>")
	}))
	defer srv.Close()
	req, err := http.NewRequest("GET", srv.URL+"/a?b=c#d", nil)
	require.NoError(t, err)
	res, err := srv.Client().Do(req)
	require.NoError(t, err)
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	req.Header.Set("User-Agent", "test\r\nX-Evil: yes")

	var b bytes.Buffer
	w := warc.NewWriter(&b, append(fixed(), warc.WithSHA256())...)
	first, _, err := w.WriteExchange(&warc.Exchange{Request: req, Response: res, Body: body, IP: "127.0.0.1"})
	require.NoError(t, err)
	_, _, err = w.WriteExchange(&warc.Exchange{Request: req, Response: res, Body: body, Same: &first})
	require.NoError(t, err)

	var types []string
	for rec, err := range warc.Records(&b) {
		require.NoError(t, err)
		types = append(types, rec.Type())
		assert.Equal(t, srv.URL+"/a?b=c", rec.URL())
		switch rec.Type() {
		case warc.TypeRequest:
			block, err := io.ReadAll(rec.Block)
			require.NoError(t, err)
			assert.True(t, strings.HasPrefix(string(block), "GET /a?b=c HTTP/1.1\r\nHost: 127.0.0.1"), string(block))
			assert.NotContains(t, string(block), "\nX-Evil")
			assert.NotEmpty(t, rec.Header.Get("WARC-Concurrent-To"))
		case warc.TypeResponse:
			assert.Equal(t, "127.0.0.1", rec.Header.Get("WARC-IP-Address"))
			assert.Equal(t, first.PayloadDigest, rec.Header.Get("WARC-Payload-Digest"))
			assert.True(t, strings.HasPrefix(first.PayloadDigest, "sha256:"))
			r, err := rec.Response(1000)
			require.NoError(t, err)
			got, err := io.ReadAll(r.Body)
			require.NoError(t, err)
			assert.Equal(t, 404, r.StatusCode)
			assert.Equal(t, body, got)
		case warc.TypeRevisit:
			assert.Equal(t, "<"+first.ID+">", rec.Header.Get("WARC-Refers-To"))
			assert.Equal(t, first.PayloadDigest, rec.Header.Get("WARC-Payload-Digest"))
			r, err := rec.Response(1000)
			require.NoError(t, err)
			assert.Equal(t, 404, r.StatusCode)
		}
	}
	assert.Equal(t, []string{"response", "request", "revisit", "request"}, types)
}

func TestWriterRefuses(t *testing.T) {
	var b bytes.Buffer
	w := warc.NewWriter(&b)
	for _, d := range []warc.Draft{
		{},
		{Type: "response", URL: "http://a\r\nX: y"},
		{Type: "response", Fields: warc.Header{{"a b", "c"}}},
		{Type: "response", Fields: warc.Header{{"", "c"}}},
		{Type: "response", Fields: warc.Header{{"a:", "c"}}},
		{Type: "response", Fields: warc.Header{{"a", "c\nd"}}},
	} {
		_, err := w.Write(&d)
		assert.Error(t, err)
	}
	_, err := w.WriteInfo("a\nb", nil)
	assert.Error(t, err)
	assert.Zero(t, b.Len())
	a, err := w.Write(&warc.Draft{Type: "resource"})
	require.NoError(t, err)
	c, err := w.Write(&warc.Draft{Type: "resource"})
	require.NoError(t, err)
	assert.NotEqual(t, a.ID, c.ID)
	assert.Regexp(t, `^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`, a.ID)
}

// After a Write that failed the file is no place to go on.
func TestWriterFails(t *testing.T) {
	full := errors.New("no space left on device")
	w := warc.NewWriter(failingWriter{full})
	for range 2 {
		_, err := w.Write(&warc.Draft{Type: "resource"})
		assert.ErrorIs(t, err, full)
	}
}

type failingWriter struct{ err error }

func (f failingWriter) Write(b []byte) (int, error) { return len(b) / 2, f.err }

func TestAppend(t *testing.T) {
	b, refs := write(t, 2)
	out := bytes.NewBuffer(bytes.Clone(b))
	w := warc.NewWriter(out, warc.WithOffset(int64(len(b))))
	ref, err := w.Write(&warc.Draft{Type: "resource", Date: time.Now(), Payload: []byte("x")})
	require.NoError(t, err)
	records, errs := read(t, out.Bytes())
	require.Empty(t, errs)
	require.Len(t, records, len(refs)+1)
	assert.Equal(t, ref.Offset, records[len(refs)].offset)
}

// TestWget reads what wget has written: compressed and plain, with chunked and compressed payloads.
func TestWget(t *testing.T) {
	wget, err := exec.LookPath("wget")
	if err != nil {
		t.Skip("wget is not installed")
	}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		switch r.URL.Path {
		case "/":
			io.WriteString(w, `<html><a href="/chunked">一</a> <a href="/gzip">二</a> <a href="/missing">三</a> <a href="/moved">四</a></html>`)
		case "/chunked":
			for i := range 5 {
				w.Write(page(i))
				w.(http.Flusher).Flush()
			}
		case "/gzip":
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(compress(t, page(9)))
		case "/moved":
			http.Redirect(w, r, "/chunked", http.StatusFound)
		default:
			http.NotFound(w, r)
		}
	}))
	defer srv.Close()
	for _, flags := range [][]string{nil, {"--no-warc-compression"}} {
		dir := t.TempDir()
		cmd := exec.CommandContext(t.Context(), wget, append(flags, "-q", "-r", "-e", "robots=off", "--warc-file=crawl", "--warc-cdx", srv.URL+"/")...)
		cmd.Dir = dir
		cmd.Run() // fails: one of the pages is missing
		files, err := filepath.Glob(filepath.Join(dir, "crawl.warc*"))
		require.NoError(t, err)
		require.Len(t, files, 1)
		f, err := os.Open(files[0])
		require.NoError(t, err)
		defer f.Close()
		cdx, err := os.ReadFile(filepath.Join(dir, "crawl.cdx"))
		require.NoError(t, err)

		bodies := map[string]string{}
		status := map[string]int{}
		types := map[string]int{}
		indexed := 0
		for rec, err := range warc.Records(f) {
			require.NoError(t, err)
			types[rec.Type()]++
			assert.False(t, rec.Date().IsZero())
			if rec.Type() != warc.TypeResponse {
				continue
			}
			path := strings.TrimPrefix(rec.URL(), srv.URL)
			// wget's index has the offsets too.
			for line := range strings.Lines(string(cdx)) {
				if f := strings.Fields(line); f[len(f)-1] == "<"+rec.ID()+">" {
					assert.Equal(t, f[len(f)-3], strconv.FormatInt(rec.Offset, 10), "offset of %s", path)
					indexed++
				}
			}
			res, err := rec.Response(1 << 20)
			require.NoError(t, err)
			body, err := io.ReadAll(res.Body)
			require.NoError(t, err)
			bodies[path], status[path] = string(body), res.StatusCode
		}
		assert.Equal(t, map[string]int{"/": 200, "/chunked": 200, "/gzip": 200, "/missing": 404, "/moved": 302}, status)
		assert.Equal(t, string(page(9)), bodies["/gzip"])
		var all strings.Builder
		for i := range 5 {
			all.Write(page(i))
		}
		assert.Equal(t, all.String(), bodies["/chunked"])
		assert.Equal(t, types["request"], types["response"])
		assert.Equal(t, types["response"], indexed)
		assert.Equal(t, 1, types["warcinfo"])
		assert.NotZero(t, types["resource"]+types["metadata"])
	}
}

package warc_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/xinwen-go/xinwen/corpus/warc"
)

func ExampleRecords() {
	var file bytes.Buffer
	w := warc.NewWriter(&file)
	for _, page := range []string{"<p>清水县的新桥通车。</p>", "<p>今年的雨水比去年多。</p>"} {
		_, err := w.Write(&warc.Draft{
			Type: warc.TypeResponse,
			URL:  "http://news.example/",
			Head: []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"), Payload: []byte(page),
		})
		if err != nil {
			fmt.Println(err)
			return
		}
	}
	for rec, err := range warc.Records(&file) {
		if err != nil {
			fmt.Println(err) // the record is lost; the iteration goes on
			continue
		}
		if rec.Type() != warc.TypeResponse {
			continue
		}
		res, err := rec.Response(1 << 20)
		if err != nil {
			fmt.Println(err)
			continue
		}
		body, err := io.ReadAll(res.Body)
		fmt.Println(rec.URL(), res.StatusCode, string(body), err)
	}
	// Output:
	// http://news.example/ 200 <p>清水县的新桥通车。</p> <nil>
	// http://news.example/ 200 <p>今年的雨水比去年多。</p> <nil>
}

func ExampleWriter() {
	var file bytes.Buffer
	w := warc.NewWriter(&file,
		warc.WithoutCompression(), // here, to show the bytes
		warc.WithClock(func() time.Time { return time.Date(2024, 3, 1, 8, 0, 0, 0, time.UTC) }),
		warc.WithIDs(func() string { return "urn:uuid:00000000-0000-4000-8000-000000000001" }))
	ref, err := w.WriteInfo("news.warc", warc.Header{{"software", "xinwen"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(ref.Offset, ref.Length)
	fmt.Println(string(bytes.ReplaceAll(bytes.TrimSpace(file.Bytes()), []byte("\r"), nil)))
	// Output:
	// 0 296
	// WARC/1.1
	// WARC-Type: warcinfo
	// WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>
	// WARC-Date: 2024-03-01T08:00:00Z
	// WARC-Filename: news.warc
	// WARC-Block-Digest: sha1:RWQ3LVATBJZIC7EWHPHFHJ6FX5UDLK5S
	// Content-Type: application/warc-fields
	// Content-Length: 18
	//
	// software: xinwen
}

func ExampleWriter_WriteExchange() {
	req, err := http.NewRequest("GET", "http://news.example/a", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	body := []byte("<p>清水县的新桥通车。</p>")
	res := &http.Response{StatusCode: 200, ProtoMajor: 1, ProtoMinor: 1, Header: http.Header{"Content-Type": {"text/html; charset=utf-8"}}}
	var file bytes.Buffer
	w := warc.NewWriter(&file)
	first, _, err := w.WriteExchange(&warc.Exchange{Request: req, Response: res, Body: body})
	if err != nil {
		fmt.Println(err)
		return
	}
	// Fetched again, and the page was the same.
	_, _, err = w.WriteExchange(&warc.Exchange{Request: req, Response: res, Body: body, Same: &first})
	if err != nil {
		fmt.Println(err)
		return
	}
	for rec, err := range warc.Records(&file) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(rec.Type(), rec.URL(), rec.Header.Get("WARC-Payload-Digest"))
	}
	// Output:
	// response http://news.example/a sha1:22L22I5PKTTFKQB3FQUKA4YZSH4DZX5N
	// request http://news.example/a sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ
	// revisit http://news.example/a sha1:22L22I5PKTTFKQB3FQUKA4YZSH4DZX5N
	// request http://news.example/a sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ
}

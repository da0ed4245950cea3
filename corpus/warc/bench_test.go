package warc_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/xinwen-go/xinwen/corpus/warc"
)

// BenchmarkRecords reads the bodies of a file with a gzip member for each record; bytes are those of the bodies.
func BenchmarkRecords(b *testing.B) {
	for name, opts := range map[string][]warc.WriterOption{"gzip": nil, "plain": {warc.WithoutCompression()}} {
		file, _ := write(b, 500, opts...)
		size := 0
		for i := range 500 {
			size += len(page(i))
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for rec, err := range warc.Records(bytes.NewReader(file)) {
					if err != nil {
						b.Fatal(err)
					}
					if rec.Type() != warc.TypeResponse {
						continue
					}
					res, err := rec.Response(1 << 20)
					if err != nil {
						b.Fatal(err)
					}
					if _, err := io.Copy(io.Discard, res.Body); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

func BenchmarkWriter(b *testing.B) {
	body := page(400)
	w := warc.NewWriter(io.Discard)
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := w.Write(&warc.Draft{Type: warc.TypeResponse, URL: "http://news.example/", Head: []byte(head), Payload: body}); err != nil {
			b.Fatal(err)
		}
	}
}

package xinwen_test

import (
	"context"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
)

// BenchmarkProcess measures the whole pipeline on the sample articles, one document at a time.
func BenchmarkProcess(b *testing.B) {
	for _, name := range []string{"meeting.txt", "farm-copy.txt", "economy.txt", "taiwan.txt", "notice.html"} {
		b.Run(name, func(b *testing.B) {
			doc, err := os.ReadFile("testdata/" + name)
			require.NoError(b, err)
			in := &xinwen.Input{ID: name, Plain: doc, Published: "2024-05-16"}
			if name == "notice.html" {
				in.HTML, in.Plain = doc, nil
			}
			p := pipeline(b)
			b.SetBytes(int64(len(doc)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := p.Process(context.Background(), in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package bench

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/go-ego/gse"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
)

// BenchmarkPipeline measures all stages, with and without the JSON form, beside a segmenter's cut of the same text, on one
// core: on the sample articles, and on the articles of the cases where XINWEN_CASES names their folder.
func BenchmarkPipeline(b *testing.B) {
	p, err := xinwen.New()
	require.NoError(b, err)
	var g gse.Segmenter
	require.NoError(b, g.LoadDictEmbed())
	for _, set := range []struct {
		name string
		docs []*xinwen.Input
	}{{"samples", samples(b)}, {"cases", caseArticles(b)}} {
		if set.docs == nil {
			continue
		}
		size := int64(0)
		for _, d := range set.docs {
			size += d.Size()
		}
		run := func(name string, each func(*testing.B, *xinwen.Input)) {
			b.Run(set.name+"/"+name, func(b *testing.B) {
				b.SetBytes(size)
				b.ReportAllocs()
				before := cpuTime()
				for b.Loop() {
					for _, d := range set.docs {
						each(b, d)
					}
				}
				b.ReportMetric(float64(size)*float64(b.N)/1e6/(cpuTime()-before).Seconds(), "MB/cpu-s")
			})
		}
		run("xinwen", func(b *testing.B, d *xinwen.Input) { p.Process(b.Context(), d) })
		run("xinwen-json", func(b *testing.B, d *xinwen.Input) {
			if rec, err := p.Process(b.Context(), d); err == nil {
				rec.MarshalJSON()
			}
		})
		run("gse-hmm", func(_ *testing.B, d *xinwen.Input) { g.Cut(d.Text, true) })
	}
}

// cpuTime is the processor time that the program has taken so far: other programs do not disturb it as they do the clock.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// samples are the sample articles.
func samples(tb testing.TB) (docs []*xinwen.Input) {
	for _, name := range []string{"meeting.txt", "economy.txt", "appointment.txt", "taiwan.txt"} {
		b, err := os.ReadFile("../testdata/" + name)
		require.NoError(tb, err)
		docs = append(docs, &xinwen.Input{ID: name, Text: string(b), Published: "2025-10-01"})
	}
	return docs
}

// caseArticles are the bodies of the pages of the extraction cases.
func caseArticles(tb testing.TB) (docs []*xinwen.Input) {
	folder := os.Getenv("XINWEN_CASES")
	if folder == "" {
		return nil
	}
	f, err := os.Open(filepath.Join(folder, "extract", "gold.jsonl"))
	require.NoError(tb, err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var page struct{ ID, Body string }
		require.NoError(tb, json.Unmarshal(lines.Bytes(), &page))
		docs = append(docs, &xinwen.Input{ID: page.ID, Text: page.Body, Published: "2025-10-01"})
	}
	require.NoError(tb, lines.Err())
	return docs
}

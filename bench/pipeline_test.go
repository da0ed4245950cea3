package bench

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/go-ego/gse"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/extract"
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/repair"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// article is a document with what the stages before each stage make of it.
type article struct {
	in  *xinwen.Input
	doc claims.Document
}

// TestSpeed logs how fast the pipeline and each of its stages read articles, beside a segmenter's cut of the same text: the
// sample articles, and those of the extraction cases where XINWEN_CASES names their folder: Run and the segmenter by passes over
// all of them, of which the best counts; the stages document by document, the best time of each counting, so that what else a
// machine does is left out. Run it with -cpu 1.
func TestSpeed(t *testing.T) {
	if testing.Short() || !testing.Verbose() {
		t.Skip("a table to read: run with -v")
	}
	for _, set := range []struct {
		name   string
		docs   []*xinwen.Input
		rounds int
	}{{"samples", samples(t), 100}, {"cases", caseArticles(t), 5}} {
		if set.docs != nil {
			speeds(t, set.name, set.docs, set.rounds)
		}
	}
}

func speeds(t *testing.T, set string, inputs []*xinwen.Input, rounds int) {
	var peer gse.Segmenter
	require.NoError(t, peer.LoadDictEmbed())
	pipeline, err := xinwen.New(xinwen.WithWorkers(1))
	require.NoError(t, err)
	rep, err := repair.New()
	require.NoError(t, err)
	num, err := numbers.New()
	require.NoError(t, err)
	seg, err := segment.New()
	require.NoError(t, err)
	cut, err := segment.New(segment.WithoutPOS())
	require.NoError(t, err)
	ent, err := entities.New()
	require.NoError(t, err)
	cla, err := claims.New()
	require.NoError(t, err)

	published := time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC)
	docs, bytes := make([]article, len(inputs)), 0
	for i, in := range inputs {
		d := claims.Document{Text: text.New(in.Text)}
		res := num.Read(d.Text, numbers.Context{Published: published})
		d.Quantities, d.Times, d.Tokens = res.Quantities, res.Times, seg.Append(nil, d.Text)
		d.People = ent.People(d.Text, d.Tokens, entities.Context{Date: published})
		docs[i] = article{in, d}
		bytes += len(in.Text)
	}

	var tokens []segment.Token
	all := func(yield func(*xinwen.Input, error) bool) {
		for _, in := range inputs {
			if !yield(in, nil) {
				return
			}
		}
	}
	run, cuts := math.Inf(1), math.Inf(1)
	stages := []struct {
		name string
		do   func(*article)
	}{
		{"gse, HMM", func(a *article) { peer.Cut(a.in.Text, true) }},
		{"one document", func(a *article) { pipeline.Process(t.Context(), a.in) }},
		{"  text", func(a *article) { text.New(a.in.Text) }},
		{"  repair", func(a *article) { rep.Repair(a.in.Text) }},
		{"  credits", func(a *article) { extract.ReadCredits(a.doc.Text) }},
		{"  numbers", func(a *article) { num.Read(a.doc.Text, numbers.Context{Published: published}) }},
		{"  cut", func(a *article) { tokens = cut.Append(tokens[:0], a.doc.Text) }},
		{"  cut and tag", func(a *article) { tokens = seg.Append(tokens[:0], a.doc.Text) }},
		{"  entities", func(a *article) { ent.People(a.doc.Text, a.doc.Tokens, entities.Context{Date: published}) }},
		{"  claims", func(a *article) { cla.Append(nil, &a.doc) }},
	}
	best := make([][]float64, len(stages))
	for i := range best {
		best[i] = make([]float64, len(docs))
	}
	for round := range rounds {
		for i, st := range stages {
			for j := range docs {
				start := time.Now()
				st.do(&docs[j])
				if s := time.Since(start).Seconds(); round == 0 || s < best[i][j] {
					best[i][j] = s
				}
			}
		}
		start := time.Now()
		for range pipeline.Run(t.Context(), all) {
		}
		run = min(run, time.Since(start).Seconds())
		start = time.Now()
		for _, in := range inputs {
			peer.Cut(in.Text, true)
		}
		cuts = min(cuts, time.Since(start).Seconds())
	}
	t.Logf("%s: %d articles, %d bytes; passes over all, with what the garbage collector takes:", set, len(docs), bytes)
	t.Logf("%-14s %7.2f MB/s %6.2f", "Run", float64(bytes)/1e6/run, cuts/run)
	t.Logf("%-14s %7.2f MB/s %6.2f", "gse, HMM", float64(bytes)/1e6/cuts, 1.0)
	t.Logf("the best times of each document:")
	peers := 0.0
	for i, st := range stages {
		sum := 0.0
		for _, s := range best[i] {
			sum += s
		}
		if i == 0 {
			peers = sum
		}
		t.Logf("%-14s %7.2f MB/s %6.2f", st.name, float64(bytes)/1e6/sum, peers/sum)
	}
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

package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/export"
)

// archive yields n small articles. One in ten is a copy, one in thirteen cannot be read, one in seventeen is not Chinese.
func archive(n int) func(skip int64) iter.Seq2[*xinwen.Input, error] {
	return func(skip int64) iter.Seq2[*xinwen.Input, error] { return after(skip, documents(n)) }
}

// after passes over the first documents.
func after(skip int64, docs iter.Seq2[*xinwen.Input, error]) iter.Seq2[*xinwen.Input, error] {
	return func(yield func(*xinwen.Input, error) bool) {
		for doc, err := range docs {
			if skip--; skip < 0 && !yield(doc, err) {
				return
			}
		}
	}
}

// cancelAfter reads an archive and cancels the context before the document with number n.
func cancelAfter(size, n int) (context.Context, func(int64) iter.Seq2[*xinwen.Input, error]) {
	ctx, cancel := context.WithCancel(context.Background())
	return ctx, func(skip int64) iter.Seq2[*xinwen.Input, error] {
		return func(yield func(*xinwen.Input, error) bool) {
			at := int(skip)
			for doc, err := range archive(size)(skip) {
				if at++; at == n {
					cancel()
				}
				if !yield(doc, err) {
					return
				}
			}
		}
	}
}

func documents(n int) iter.Seq2[*xinwen.Input, error] {
	return func(yield func(*xinwen.Input, error) bool) {
		for i := range n {
			in := &xinwen.Input{ID: fmt.Sprint("a", i), Published: fmt.Sprintf("20%02d-0%d-1%d", i%25, 1+i%9, i%10), Text: article(i)}
			var err error
			switch {
			case i%13 == 5:
				err = fmt.Errorf("line %d: it is not JSON", i)
			case i%17 == 9:
				in.Text = "This is not a Chinese text, so nobody can analyse it here."
			case i%10 == 7:
				in.Text = "另一个标题\n" + article(i-3) + "\n（来源：青江在线　责任编辑：卓玛）"
			}
			if !yield(in, err) {
				return
			}
		}
	}
}

const names = "明瑞国栋晓岚敬儒连胜云帆玉兰桐雨宗义静怡振华文涛晓东一帆立新雪莹德胜"

// article is an article like no other.
func article(i int) string {
	pick := func(k int) string { r := []rune(names); return string(r[(i*7+k*5)%len(r)]) }
	var b strings.Builder
	fmt.Fprintf(&b, "河北区委书记邵%s%s%d日主持召开会议。", pick(1), pick(2), 1+i%28)
	for k := range 4 {
		fmt.Fprintf(&b, "区长陶%s%s说，第%d个项目投入资金%d.%d万元，%s%s镇%s%s村%d户群众增收%d%%。", pick(3), pick(4), i*4+k, i*31%997, k, pick(k+5), pick(k+9), pick(k+6), pick(k*3), i*17%389, i%40)
	}
	return b.String()
}

func config(dir, name string, n int) Config {
	format, err := export.FormatOf(name)
	if err != nil {
		format = export.JSONL // a folder
	}
	return Config{
		Documents: archive(n), Stamp: []string{"test", fmt.Sprint(n)}, Out: filepath.Join(dir, name), Format: format,
		Errors: filepath.Join(dir, name+".errors"), Workers: 2, Remember: 1000,
	}
}

// parts makes parts short for a test.
func parts(t testing.TB, n int) {
	was := partDocuments
	partDocuments = n
	t.Cleanup(func() { partDocuments = was })
}

// tree is the content of a file or of a folder's files, by name.
func tree(t testing.TB, path string) map[string]string {
	out := map[string]string{}
	require.NoError(t, filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		name, _ := filepath.Rel(path, p)
		out[name] = string(b)
		return err
	}))
	return out
}

// same fails where two outputs differ, without printing megabytes.
func same(t testing.TB, want, got map[string]string) {
	t.Helper()
	require.Len(t, got, len(want))
	for name := range want {
		if want[name] != got[name] {
			t.Errorf("%s differs: %d bytes and %d", name, len(want[name]), len(got[name]))
		}
	}
}

var outputs = []string{"o.jsonl", "o.jsonl.gz", "o.jsonl.zst", "o.csv", "o.parquet", "o.sqlite", "tables"}

func TestCountsAndLines(t *testing.T) {
	const n = 120
	c := config(t.TempDir(), "o.jsonl", n)
	sum, err := Run(context.Background(), c)
	require.NoError(t, err)
	b, err := os.ReadFile(c.Out)
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
	require.Len(t, lines, n)
	failed, skipped, copies := 0, 0, 0
	var errorLines strings.Builder
	for i, line := range lines {
		var d export.Document
		require.NoError(t, json.Unmarshal([]byte(line), &d))
		assert.Equal(t, fmt.Sprint("a", i), d.Record.ID)
		switch {
		case d.Err != nil:
			failed++
			errorLines.WriteString(line + "\n")
		case d.Skipped != "":
			assert.Equal(t, export.NotChinese, d.Skipped)
			assert.Nil(t, d.Record.Claims)
			skipped++
		case d.DuplicateOf != "":
			assert.Equal(t, fmt.Sprint("a", i-3), d.DuplicateOf)
			copies++
		}
	}
	for i := range n {
		switch {
		case i%13 == 5:
			failed--
		case i%17 == 9:
			skipped--
		case i%10 == 7 && (i-3)%13 != 5 && (i-3)%17 != 9:
			copies--
		}
	}
	assert.Zero(t, failed)
	assert.Zero(t, skipped)
	assert.Zero(t, copies)
	assert.EqualValues(t, n, sum.In)
	assert.EqualValues(t, n, sum.Out+sum.Failed)
	assert.Positive(t, sum.Copies)
	b, err = os.ReadFile(c.Errors)
	require.NoError(t, err)
	assert.Equal(t, errorLines.String(), string(b))
	assert.NoDirExists(t, c.Out+".work")

	_, err = Run(context.Background(), c)
	assert.ErrorIs(t, err, ErrExists)
	c.Resume = true
	_, err = Run(context.Background(), c)
	assert.ErrorIs(t, err, ErrComplete)
	c.Resume, c.Force, c.DropCopies = false, true, true
	dropped, err := Run(context.Background(), c)
	require.NoError(t, err)
	assert.Equal(t, sum.Out-sum.Copies, dropped.Out)
	assert.Equal(t, sum.Copies, dropped.Dropped[DropCopy])
}

// However many workers there are and however the parts are cut, the records are the same.
func TestDeterministic(t *testing.T) {
	var first map[string]string
	for i, workers := range []int{1, 2, 5} {
		parts(t, 10+i*25)
		c := config(t.TempDir(), "tables", 60)
		c.Workers = workers
		_, err := Run(context.Background(), c)
		require.NoError(t, err)
		got := tree(t, c.Out)
		if first == nil {
			first = got
		}
		same(t, first, got)
	}
}

func TestDates(t *testing.T) {
	c := config(t.TempDir(), "o.jsonl", 100)
	c.Since, c.Until = "2004-05", "2013"
	sum, err := Run(context.Background(), c)
	require.NoError(t, err)
	assert.Positive(t, sum.Dropped[DropBefore])
	assert.Positive(t, sum.Dropped[DropAfter])
	b, err := os.ReadFile(c.Out)
	require.NoError(t, err)
	for line := range bytes.Lines(b) {
		var d export.Document
		require.NoError(t, json.Unmarshal(line, &d))
		if d.Err == nil {
			assert.GreaterOrEqual(t, d.Record.Published, "2004-05-01")
			assert.LessOrEqual(t, d.Record.Published, "2013-12-31")
		}
	}
	c.Force, c.Since = true, "May"
	_, err = Run(context.Background(), c)
	assert.Error(t, err)
}

func TestLimitAndPacking(t *testing.T) {
	parts(t, 10)
	c := config(t.TempDir(), "o.jsonl.gz", 100)
	c.Limit = 35
	sum, err := Run(context.Background(), c)
	require.NoError(t, err)
	assert.EqualValues(t, 35, sum.In)
	f, err := os.Open(c.Out)
	require.NoError(t, err)
	defer f.Close()
	r, err := gzip.NewReader(f)
	require.NoError(t, err)
	var b bytes.Buffer
	_, err = b.ReadFrom(r)
	require.NoError(t, err)
	assert.Equal(t, 35, strings.Count(b.String(), "\n"))
}

// Tenures are kept of so many persons, and the mentions of others are counted.
func TestPersons(t *testing.T) {
	c := config(t.TempDir(), "o.csv", 30)
	c.Persons = 2
	sum, err := Run(context.Background(), c)
	require.NoError(t, err)
	assert.Positive(t, sum.Untenured)
	rows, err := os.ReadFile(filepath.Join(c.Out, "tenures.csv"))
	require.NoError(t, err)
	persons := map[string]bool{}
	for line := range strings.Lines(string(rows)) {
		person, _, _ := strings.Cut(line, ",")
		persons[person] = true
	}
	assert.Len(t, persons, 3, "the head and two persons")
}

// A run that is cancelled goes on where it was, and ends with the same bytes.
func TestCancelAndResume(t *testing.T) {
	parts(t, 15)
	for _, name := range outputs {
		whole := config(t.TempDir(), name, 240)
		_, err := Run(context.Background(), whole)
		require.NoError(t, err)

		c := config(t.TempDir(), name, 240)
		for after := 150; ; after += 60 {
			ctx, docs := cancelAfter(240, after)
			c.Documents = docs
			sum, err := Run(ctx, c)
			if err == nil {
				assert.Positive(t, sum.Resumed)
				assert.EqualValues(t, 240, sum.In)
				break
			}
			require.ErrorIs(t, err, context.Canceled)
			c.Resume = true
		}
		same(t, tree(t, whole.Out), tree(t, c.Out))
		same(t, tree(t, whole.Errors), tree(t, c.Errors))
	}
}

func TestChangedRunIsNotResumed(t *testing.T) {
	parts(t, 10)
	c := config(t.TempDir(), "o.jsonl", 100)
	ctx, docs := cancelAfter(100, 50)
	c.Documents = docs
	_, err := Run(ctx, c)
	require.ErrorIs(t, err, context.Canceled)
	c.Documents = archive(100)
	_, err = Run(context.Background(), c)
	assert.ErrorIs(t, err, ErrExists)
	assert.ErrorContains(t, err, "--resume")
	c.Resume = true
	c.Stamp = []string{"test", "101"}
	_, err = Run(context.Background(), c)
	require.ErrorIs(t, err, ErrChanged)
	assert.ErrorContains(t, err, `"101"`)
	c.Resume, c.Force = false, true
	_, err = Run(context.Background(), c)
	assert.NoError(t, err)
}

// What a run did not write is not removed.
func TestForceIsCareful(t *testing.T) {
	c := config(t.TempDir(), "mine.csv", 10)
	require.NoError(t, os.Mkdir(c.Out, 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(c.Out, "thesis.docx"), nil, 0o666))
	c.Force = true
	_, err := Run(context.Background(), c)
	assert.ErrorContains(t, err, "thesis.docx")
	assert.FileExists(t, filepath.Join(c.Out, "thesis.docx"))
}

func TestBadConfigs(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"no output":         func(c *Config) { c.Out = "" },
		"unknown format":    func(c *Config) { c.Format = "xlsx" },
		"csv to stdout":     func(c *Config) { c.Out, c.Format = Stdout, export.CSV },
		"resumed stdout":    func(c *Config) { c.Out, c.Stdout, c.Resume = Stdout, &bytes.Buffer{}, true },
		"negative":          func(c *Config) { c.Workers = -1 },
		"day":               func(c *Config) { c.Until = "2021-04-28T00:00:00Z" },
		"folder that fails": func(c *Config) { c.Out = filepath.Join(c.Out, "no", "such") },
	} {
		c := config(t.TempDir(), "o.jsonl", 1)
		change(&c)
		_, err := Run(context.Background(), c)
		assert.Error(t, err, name)
		assert.False(t, errors.Is(err, context.Canceled), name)
	}
}

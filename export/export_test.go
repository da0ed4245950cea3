package export_test

import (
	"context"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus"
	"github.com/xinwen-go/xinwen/export"
	"github.com/xinwen-go/xinwen/tenure"
)

// documents are the sample articles, one that failed, one that was skipped and one that is a copy.
var documents = sync.OnceValue(func() []*export.Document {
	p, err := xinwen.New()
	if err != nil {
		panic(err)
	}
	r, err := corpus.New()
	if err != nil {
		panic(err)
	}
	var docs []*export.Document
	for rec, err := range p.Run(context.Background(), r.Files("../testdata/appointment.txt", "../testdata/economy.txt", "../testdata/farm-copy.txt", "../testdata/notice.html")) {
		if err != nil {
			panic(err)
		}
		docs = append(docs, &export.Document{Record: rec})
	}
	docs[2].Record.Title = "'=HYPERLINK(\"x\")"
	docs[2].DuplicateOf = docs[0].Record.ID
	docs[3].Record.Title = "-3.5度"
	return append(docs,
		&export.Document{Record: &xinwen.Record{ID: "bad"}, Err: &xinwen.Error{ID: "bad", Stage: "read", Err: errors.New("line 3: it is \"no\" <JSON>")}},
		&export.Document{Record: &xinwen.Record{ID: "en", Script: "other", Text: "Not Chinese."}, Skipped: export.NotChinese})
})

func rows(t testing.TB) *export.Rows {
	rows := &export.Rows{}
	table, err := tenure.New()
	require.NoError(t, err)
	for i, d := range documents() {
		rows.Append(int64(i+1), d)
		if d.Err == nil {
			table.Add(d.Record)
		}
	}
	rows.AppendTenures(table.Rows())
	return rows
}

// counts are the rows of each table.
func counts(rows *export.Rows) map[string]int {
	n := map[string]int{}
	v := reflect.ValueOf(rows).Elem()
	for i, name := range export.Tables {
		n[name] = v.Field(i).Len()
	}
	return n
}

func write(t testing.TB, w export.Writer, err error, rows *export.Rows) {
	require.NoError(t, err)
	require.NoError(t, w.Write(rows))
	require.NoError(t, w.Close())
}

// The rows say what the record says, offsets in code points and all.
func TestRowsAgreeWithTheRecord(t *testing.T) {
	rows := rows(t)
	for name, n := range counts(rows) {
		assert.Positive(t, n, name)
	}
	for i, d := range documents() {
		if d.Err != nil {
			continue
		}
		b, err := json.Marshal(d.Record)
		require.NoError(t, err)
		var rec struct {
			Text       string
			People     []map[string]any
			Quantities []map[string]any
			Claims     []map[string]any
			Repairs    []map[string]any
		}
		require.NoError(t, json.Unmarshal(b, &rec))
		text := []rune(rec.Text)
		q := 0
		for _, row := range rows.Quantities {
			if row.Article != int64(i+1) {
				continue
			}
			want := rec.Quantities[q]
			assert.EqualValues(t, want["start"], row.SpanStart)
			assert.EqualValues(t, want["end"], row.SpanEnd)
			assert.Equal(t, row.Text, string(text[row.SpanStart:row.SpanEnd]))
			if want["value"] == nil {
				assert.Empty(t, row.Value)
				assert.Nil(t, row.ValueNum)
			} else {
				assert.Equal(t, want["value"], row.Value)
			}
			q++
		}
		assert.Len(t, rec.Quantities, q)
		r := 0
		for _, row := range rows.Repairs {
			if row.Article == int64(i+1) {
				assert.EqualValues(t, rec.Repairs[r]["raw_start"], row.RawStart)
				assert.EqualValues(t, rec.Repairs[r]["raw_end"], row.RawEnd)
				r++
			}
		}
		assert.Len(t, rec.Repairs, r)
	}
	for _, c := range rows.Claims {
		if c.SubjectStart != nil {
			assert.LessOrEqual(t, *c.SubjectStart, *c.SubjectEnd)
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	for _, d := range documents() {
		b, err := d.AppendJSON(nil)
		require.NoError(t, err)
		var got export.Document
		require.NoError(t, json.Unmarshal(b, &got), "%s", b)
		again, err := got.AppendJSON(nil)
		require.NoError(t, err)
		assert.Equal(t, string(b), string(again))
		assert.Equal(t, d.DuplicateOf, got.DuplicateOf)
		assert.Equal(t, d.Skipped, got.Skipped)
	}
}

func TestCSV(t *testing.T) {
	rows := rows(t)
	dir := filepath.Join(t.TempDir(), "t")
	w, err := export.NewCSV(dir, export.WithBOM())
	write(t, w, err, rows)
	for name, n := range counts(rows) {
		b, err := os.ReadFile(filepath.Join(dir, name+".csv"))
		require.NoError(t, err)
		body, ok := strings.CutPrefix(string(b), "\uFEFF")
		require.True(t, ok)
		got, err := csv.NewReader(strings.NewReader(body)).ReadAll()
		require.NoError(t, err, name)
		assert.Len(t, got, n+1, name)
		if name == "articles" {
			assert.Equal(t, "''=HYPERLINK(\"x\")", got[3][5])
			assert.Equal(t, "'-3.5度", got[4][5])
		}
	}
	_, err = export.NewCSV(dir)
	assert.ErrorIs(t, err, os.ErrExist)
}

func FuzzGuard(f *testing.F) {
	for _, s := range []string{"", "=1", "'=1", "''+", "-3.5", "'a", "'", "好", "\t", "\r=", "'''@"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		g := export.Guard(s)
		assert.Equal(t, s, export.Unguard(g))
		if g != "" {
			assert.NotContains(t, "=+-@\t\r", g[:1])
		}
	})
}

func TestParquet(t *testing.T) {
	rows := rows(t)
	dir := filepath.Join(t.TempDir(), "t")
	w, err := export.NewParquet(dir)
	write(t, w, err, rows)
	read := func(name string) string { return filepath.Join(dir, name+".parquet") }
	articles, err := parquet.ReadFile[export.Article](read("articles"))
	require.NoError(t, err)
	assert.Equal(t, norm(rows.Articles), norm(articles))
	posts, err := parquet.ReadFile[export.Post](read("posts"))
	require.NoError(t, err)
	assert.Equal(t, norm(rows.Posts), norm(posts))
	quantities, err := parquet.ReadFile[export.Quantity](read("quantities"))
	require.NoError(t, err)
	assert.Equal(t, norm(rows.Quantities), norm(quantities))
	claims, err := parquet.ReadFile[export.Claim](read("claims"))
	require.NoError(t, err)
	assert.Equal(t, norm(rows.Claims), norm(claims))
	times, err := parquet.ReadFile[export.Time](read("times"))
	require.NoError(t, err)
	assert.Equal(t, norm(rows.Times), norm(times))
	tenures, err := parquet.ReadFile[export.Tenure](read("tenures"))
	require.NoError(t, err)
	assert.Equal(t, norm(rows.Tenures), norm(tenures))
}

// norm is rows as JSON, in which a nil list and an empty one are the same.
func norm(rows any) string {
	b, err := json.MarshalIndent(rows, "", " ")
	if err != nil {
		panic(err)
	}
	return strings.ReplaceAll(string(b), ": null", ": []")
}

func TestSQLite(t *testing.T) {
	rows := rows(t)
	path := filepath.Join(t.TempDir(), "t.sqlite")
	w, err := export.NewSQLite(path)
	write(t, w, err, rows)
	db, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	defer db.Close()
	for name, n := range counts(rows) {
		var got int
		require.NoError(t, db.QueryRow("SELECT count(*) FROM "+name).Scan(&got))
		assert.Equal(t, n, got, name)
	}
	broken, err := db.Query("PRAGMA foreign_key_check")
	require.NoError(t, err)
	assert.False(t, broken.Next(), "a reference leads nowhere")
	broken.Close()
	var ok string
	require.NoError(t, db.QueryRow("PRAGMA integrity_check").Scan(&ok))
	assert.Equal(t, "ok", ok)

	find := func(words string) (ids []string) {
		q, err := export.SearchWords(words)
		require.NoError(t, err)
		found, err := db.Query("SELECT id FROM search JOIN articles ON article = search.rowid WHERE search MATCH ? ORDER BY article", q)
		require.NoError(t, err)
		defer found.Close()
		for found.Next() {
			var id string
			require.NoError(t, found.Scan(&id))
			ids = append(ids, filepath.Base(id))
		}
		return ids
	}
	assert.Equal(t, []string{"economy.txt"}, find("居民消费价格指数"))
	assert.Equal(t, []string{"farm-copy.txt"}, find("东西部协作"), "the article is in traditional characters and was damaged")
	assert.Equal(t, []string{"farm-copy.txt"}, find("東西部協作"))
	assert.Empty(t, find("火星"))

	_, err = export.NewSQLite(path)
	assert.ErrorContains(t, err, "is there already")
}

// The same rows give the same bytes.
func TestDeterministic(t *testing.T) {
	rows := rows(t)
	dir := t.TempDir()
	var first, second []byte
	for i, out := range []*[]byte{&first, &second} {
		path := filepath.Join(dir, fmt.Sprint(i, ".sqlite"))
		w, err := export.NewSQLite(path)
		write(t, w, err, rows)
		pq := filepath.Join(dir, fmt.Sprint(i))
		p, err := export.NewParquet(pq)
		write(t, p, err, rows)
		for _, f := range []string{path, filepath.Join(pq, "posts.parquet"), filepath.Join(pq, "articles.parquet")} {
			b, err := os.ReadFile(f)
			require.NoError(t, err)
			*out = append(*out, b...)
		}
	}
	assert.Equal(t, first, second)
}

func TestFormatOf(t *testing.T) {
	for path, want := range map[string]export.Format{
		"a.jsonl": export.JSONL, "a.jsonl.gz": export.JSONL, "a.ndjson.zst": export.JSONL, "a.csv": export.CSV, "x/a.parquet": export.Parquet,
		"a.sqlite": export.SQLite, "A.DB": export.SQLite,
	} {
		got, err := export.FormatOf(path)
		assert.NoError(t, err)
		assert.Equal(t, want, got, path)
	}
	for _, path := range []string{"a", "a.gz", "a.xlsx", "a.csv.gz"} {
		_, err := export.FormatOf(path)
		assert.Error(t, err, path)
	}
}

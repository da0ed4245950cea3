// Archive: a small archive, as JSON Lines and as WARC, into a SQLite database, and three questions to it.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"iter"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/batch"
	"github.com/xinwen-go/xinwen/corpus"
	"github.com/xinwen-go/xinwen/export"
)

const archive = "../../testdata/archive"

// questions are asked in SQL; docs/tables.md tells the tables.
var questions = []struct{ title, query string }{
	{"Who leads 清水县, and when was it in the news?", `
		SELECT name, org || position, first_date, last_date, articles FROM tenures
		WHERE place_code = '620521' AND (position = '书记' OR position = '县长' OR position LIKE '副%')
		ORDER BY org, position, first_date`},
	{"What are the largest sums of money, and who names them?", `
		SELECT q.text, coalesce(c.measure, ''), coalesce(c.speaker, a.outlet, ''), a.published_date
		FROM claims c JOIN quantities q USING (article, quantity) JOIN articles a USING (article)
		WHERE q.kind = 'money' AND q.unit_code = 'CNY' AND c.relation <> 'increase_by' AND a.duplicate_of IS NULL
		ORDER BY coalesce(q.value_num, q.lo_num) DESC LIMIT 5`},
	{"Which articles tell of cooperation between east and west, and how often were they copied?", `
		SELECT a.id, a.title, count(b.article) FROM search JOIN articles a ON a.article = search.rowid
		LEFT JOIN articles b ON b.duplicate_of = a.id
		WHERE search MATCH '东西部 协作' AND a.duplicate_of IS NULL GROUP BY a.article`},
}

func main() {
	dir, err := os.MkdirTemp("", "archive")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	if err := run(os.Stdout, filepath.Join(dir, "news.sqlite")); err != nil {
		log.Fatal(err)
	}
}

// run turns the archive into a database and writes the answers.
func run(w io.Writer, path string) error {
	reader, err := corpus.New()
	if err != nil {
		return err
	}
	sum, err := batch.Run(context.Background(), batch.Config{
		Documents: func(skip int64) iter.Seq2[*xinwen.Input, error] { return reader.FilesFrom(skip, archive) },
		Out:       path, Format: export.SQLite,
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%d documents, %d copies, %d not Chinese, %d damaged\n", sum.In, sum.Copies, sum.Skipped[export.NotChinese], sum.Failed)

	db, err := sql.Open("sqlite", path)
	if err != nil {
		return err
	}
	defer db.Close()
	for _, q := range questions {
		fmt.Fprintf(w, "\n%s\n", q.title)
		if err := ask(w, db, q.query); err != nil {
			return err
		}
	}
	return nil
}

func ask(w io.Writer, db *sql.DB, query string) error {
	rows, err := db.Query(query)
	if err != nil {
		return err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	cells := make([]sql.NullString, len(names))
	into := make([]any, len(names))
	for i := range cells {
		into[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		line := make([]string, len(cells))
		for i, c := range cells {
			line[i] = c.String
		}
		fmt.Fprintln(w, " ", strings.Join(line, " | "))
	}
	return rows.Err()
}

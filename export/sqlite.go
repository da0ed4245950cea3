package export

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strings"
	"sync"

	_ "modernc.org/sqlite" // the driver

	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// SQLiteWriter writes one database: a table for each of Tables, with primary and foreign keys and indexes, and the full-text
// index search over the words of titles and texts ([SearchWords]).
type SQLiteWriter struct {
	path    string
	db      *sql.DB
	tx      *sql.Tx
	inserts []*sql.Stmt
	search  *sql.Stmt
	tables  [][]column
	words   *segment.Segmenter
	pending int // rows of the transaction at hand
}

// transaction is about how many rows make a transaction.
const transaction = 200_000

// keys are the primary key and the references of the tables that have more than a number.
var keys = map[string]string{
	"people":     "PRIMARY KEY (article, person)",
	"mentions":   "PRIMARY KEY (article, person, mention), FOREIGN KEY (article, person) REFERENCES people",
	"posts":      "PRIMARY KEY (article, person, post), FOREIGN KEY (article, person) REFERENCES people",
	"quantities": "PRIMARY KEY (article, quantity)",
	"times":      "PRIMARY KEY (article, time)",
	"claims": "PRIMARY KEY (article, claim), FOREIGN KEY (article, quantity) REFERENCES quantities, " +
		"FOREIGN KEY (article, from_quantity) REFERENCES quantities, FOREIGN KEY (article, change_quantity) REFERENCES quantities, " +
		"FOREIGN KEY (article, time) REFERENCES times",
	"repairs": "PRIMARY KEY (article, repair)",
	"tenures": "PRIMARY KEY (person, org, position)",
}

// indexes are made once all rows are there.
var indexes = []string{
	"articles(id)", "articles(published_date)", "articles(outlet)", "articles(duplicate_of)", "people(name_hans)", "posts(org, position)",
	"posts(place_code)", "quantities(kind, unit_code)", "times(from_date)", "claims(measure)", "claims(subject)", "claims(speaker)",
	"tenures(name)", "tenures(org, position)",
}

// NewSQLite creates the database, which must not be there yet.
func NewSQLite(path string) (*SQLiteWriter, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, fmt.Errorf("export: %s is there already", path)
	}
	words, err := newSearchSegmenter()
	if err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	db.SetMaxOpenConns(1) // the settings below belong to the connection
	w := &SQLiteWriter{path: path, db: db, words: words}
	if err := w.create(); err != nil {
		db.Close()
		return nil, w.failed(err)
	}
	return w, nil
}

// create makes the tables. A database that is not finished is of no use, so it needs no journal.
func (w *SQLiteWriter) create() error {
	statements := []string{
		"PRAGMA page_size = 8192", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA locking_mode = EXCLUSIVE",
		"PRAGMA cache_size = -32768", "PRAGMA temp_store = FILE",
	}
	inserts := make([]string, len(Tables))
	for i, name := range Tables {
		cols := columns(rowTypes[i])
		w.tables = append(w.tables, cols)
		create, insert := schema(name, cols)
		statements = append(statements, create)
		inserts[i] = insert
	}
	statements = append(statements, "CREATE VIRTUAL TABLE search USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 0')")
	for _, s := range statements {
		if _, err := w.db.Exec(s); err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	for _, s := range inserts {
		stmt, err := w.db.Prepare(s)
		if err != nil {
			return err
		}
		w.inserts = append(w.inserts, stmt)
	}
	var err error
	w.search, err = w.db.Prepare("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)")
	return err
}

// schema gives the statements that make a table and that fill it.
func schema(name string, cols []column) (create, insert string) {
	var c, names strings.Builder
	for i, col := range cols {
		if i > 0 {
			c.WriteString(", ")
			names.WriteString(", ")
		}
		names.WriteString(`"` + col.name + `"`)
		c.WriteString(`"` + col.name + `" `)
		switch {
		case col.sql != "":
			c.WriteString(col.sql)
			continue
		case col.typ == reflect.TypeFor[*float64]():
			c.WriteString("REAL")
		case col.typ == reflect.TypeFor[int64](), col.typ == reflect.TypeFor[*int64](), col.typ == reflect.TypeFor[bool]():
			c.WriteString("INTEGER")
		default:
			c.WriteString("TEXT")
		}
		if !col.nullable {
			c.WriteString(" NOT NULL")
		}
	}
	options := "STRICT"
	if key := keys[name]; key != "" {
		c.WriteString(", " + key)
		options += ", WITHOUT ROWID"
	}
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(cols)), ", ")
	return fmt.Sprintf("CREATE TABLE %s (%s) %s", name, c.String(), options), fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", name, names.String(), marks)
}

// Write appends rows.
func (w *SQLiteWriter) Write(rows *Rows) error {
	if w.tx == nil {
		tx, err := w.db.Begin()
		if err != nil {
			return w.failed(err)
		}
		w.tx = tx
	}
	var args []any
	for i, slice := range rows.tables() {
		v := reflect.ValueOf(slice).Elem()
		if v.Len() == 0 {
			continue
		}
		insert := w.tx.Stmt(w.inserts[i])
		for k := range v.Len() {
			args = args[:0]
			for c := range w.tables[i] {
				x := w.tables[i][c].value(v.Index(k).Field(c))
				if list, ok := x.(json.RawMessage); ok {
					x = string(list)
				}
				args = append(args, x)
			}
			if _, err := insert.Exec(args...); err != nil {
				return w.failed(fmt.Errorf("%s: %w", Tables[i], err))
			}
		}
		w.pending += v.Len()
	}
	if err := w.index(rows.Articles); err != nil {
		return w.failed(err)
	}
	if w.pending > transaction {
		return w.commit()
	}
	return nil
}

// index adds articles to the full-text index.
func (w *SQLiteWriter) index(articles []Article) error {
	words := make([][2]string, len(articles))
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for n := range workers {
		wg.Go(func() {
			for i := n; i < len(articles); i += workers {
				if a := &articles[i]; a.Skipped == "" {
					words[i] = [2]string{searchWords(w.words, a.Title), searchWords(w.words, a.Text)}
				}
			}
		})
	}
	wg.Wait()
	insert := w.tx.Stmt(w.search)
	for i := range articles {
		if articles[i].Skipped == "" {
			if _, err := insert.Exec(articles[i].Article, words[i][0], words[i][1]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *SQLiteWriter) commit() error {
	err := w.tx.Commit()
	w.tx, w.pending = nil, 0
	return w.failed(err)
}

// Close makes the indexes and makes sure that all is on the disk.
func (w *SQLiteWriter) Close() error {
	err := w.finish()
	if e := w.db.Close(); err == nil {
		err = e
	}
	if err != nil {
		return w.failed(err)
	}
	f, err := os.OpenFile(w.path, os.O_RDWR, 0)
	if err != nil {
		return w.failed(err)
	}
	defer f.Close()
	return w.failed(f.Sync())
}

func (w *SQLiteWriter) finish() error {
	if w.tx != nil {
		if err := w.commit(); err != nil {
			return err
		}
	}
	for _, on := range indexes {
		name := strings.NewReplacer("(", "_", ", ", "_", ")", "").Replace(on)
		if _, err := w.db.Exec("CREATE INDEX " + name + " ON " + on); err != nil {
			return err
		}
	}
	_, err := w.db.Exec("ANALYZE")
	return err
}

func (w *SQLiteWriter) failed(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("export: %s: %w", w.path, err)
}

var newSearchSegmenter = sync.OnceValues(func() (*segment.Segmenter, error) {
	return segment.New(segment.WithoutPOS(), segment.WithSearch())
})

// SearchWords cuts text as the full-text index of a database has it: into words, simplified and in lower case, with the words
// inside long words before them, separated by spaces. A query is made of such words:
//
//	SELECT id FROM search JOIN articles ON article = search.rowid WHERE search MATCH '乡村 振兴'
func SearchWords(s string) (string, error) {
	seg, err := newSearchSegmenter()
	if err != nil {
		return "", fmt.Errorf("export: %w", err)
	}
	return searchWords(seg, s), nil
}

func searchWords(seg *segment.Segmenter, s string) string {
	t := text.New(s)
	folded := t.Folded()
	b := make([]byte, 0, len(s)*3/2)
	for _, tok := range seg.Append(nil, t) {
		for _, r := range folded[t.Rune(tok.Start):t.Rune(tok.End)] {
			b = append(b, string(r)...)
		}
		b = append(b, ' ')
	}
	return strings.TrimSuffix(string(b), " ")
}

// Key tells the primary key and the references of a table, as SQL, where it has more than the article's number.
func Key(table string) string { return keys[table] }

// Search: articles are cut into words by an analyzer for bleve, indexed in memory, and found by the words of a query, in
// either script.
//
// It is a module of its own, so that the library does not depend on bleve:
//
//	cd examples/search && go run . 统计
package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	blevequery "github.com/blevesearch/bleve/v2/search/query"
)

// samples are indexed.
var samples = []string{"../../testdata/economy.txt", "../../testdata/meeting.txt", "../../testdata/appointment.txt", "../../testdata/taiwan.txt"}

func main() {
	query := "统计"
	if len(os.Args) > 1 {
		query = strings.Join(os.Args[1:], " ")
	}
	err := register()
	if err == nil {
		err = find(os.Stdout, query, samples...)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// find indexes articles and writes, for each that has all the words of the query, the best first, its file, and each place
// with what stands around it.
func find(w io.Writer, query string, paths ...string) error {
	mapping, err := indexMapping()
	if err != nil {
		return err
	}
	index, err := bleve.NewMemOnly(mapping)
	if err != nil {
		return err
	}
	defer index.Close()

	texts := map[string]string{}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if err := index.Index(path, map[string]string{field: string(b)}); err != nil {
			return err
		}
		texts[path] = string(b)
	}

	q := bleve.NewMatchQuery(query)
	q.SetField(field)
	q.SetOperator(blevequery.MatchQueryOperatorAnd)
	req := bleve.NewSearchRequest(q)
	req.IncludeLocations = true
	res, err := index.Search(req)
	if err != nil {
		return err
	}
	for _, hit := range res.Hits {
		fmt.Fprintln(w, hit.ID)
		for _, places := range hit.Locations[field] {
			for _, at := range places {
				fmt.Fprintf(w, "\t%s\n", around(texts[hit.ID], at))
			}
		}
	}
	return nil
}

// around is a place in a text, in brackets, with the nearest characters of its line.
func around(text string, at *search.Location) string {
	const width = 12 // characters on each side
	before := text[strings.LastIndexByte(text[:at.Start], '\n')+1 : at.Start]
	after, _, _ := strings.Cut(text[at.End:], "\n")
	from, to := len(before), 0
	for range width {
		_, n := utf8.DecodeLastRuneInString(before[:from])
		from -= n
		_, n = utf8.DecodeRuneInString(after[to:])
		to += n
	}
	return before[from:] + "[" + text[at.Start:at.End] + "]" + after[:to]
}

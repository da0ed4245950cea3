// Figures: the claims of several articles as CSV: who, what, how much, when, said by whom.
package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/claims"
	"github.com/xinwen-go/xinwen/corpus"
)

// samples are read where the command line names no files.
var samples = []string{"../../testdata/economy.txt", "../../testdata/farm-copy.txt"}

func main() {
	paths := os.Args[1:]
	if len(paths) == 0 {
		paths = samples
	}
	if err := write(os.Stdout, paths...); err != nil {
		log.Fatal(err)
	}
}

// write writes a line for each claim.
func write(out io.Writer, paths ...string) error {
	p, err := xinwen.New(xinwen.Only(xinwen.Claims))
	if err != nil {
		return err
	}
	reader, err := corpus.New()
	if err != nil {
		return err
	}
	w := csv.NewWriter(out)
	w.Write([]string{"subject", "measure", "relation", "value", "unit", "figure", "time", "speaker"})
	for rec, err := range p.Run(context.Background(), reader.Files(paths...)) {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		for _, c := range rec.Claims {
			q := rec.Quantities[c.Quantity]
			when := ""
			if c.Time != claims.None {
				when = rec.Times[c.Time].EDTF
			}
			w.Write([]string{words(c.Subject), words(c.Measure), string(c.Relation), q.Value.String(), q.Unit.Code, rec.Slice(q.Span), when, words(c.Speaker)})
		}
	}
	w.Flush()
	return w.Error()
}

// words is the text of a part of a claim, which may be missing.
func words(p *claims.Part) string {
	if p == nil {
		return ""
	}
	return p.Text
}

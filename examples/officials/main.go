// Officials: a table of who holds which post where, from several articles.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/corpus"
)

// samples are read where the command line names no files.
var samples = []string{"../../testdata/meeting.txt", "../../testdata/appointment.txt", "../../testdata/taiwan.txt"}

func main() {
	paths := os.Args[1:]
	if len(paths) == 0 {
		paths = samples
	}
	if err := table(os.Stdout, paths...); err != nil {
		log.Fatal(err)
	}
}

// table writes one line for each post: name, organisation, position, code of the place, status, where it was read.
func table(w io.Writer, paths ...string) error {
	p, err := xinwen.New(xinwen.Only(xinwen.People))
	if err != nil {
		return err
	}
	reader, err := corpus.New()
	if err != nil {
		return err
	}
	for rec, err := range p.Run(context.Background(), reader.Files(paths...)) {
		if err != nil {
			fmt.Fprintln(os.Stderr, err) // one document failed; the others go on
			continue
		}
		for _, person := range rec.People {
			for _, post := range person.Posts {
				code := ""
				if post.Place != nil {
					code = post.Place.Code
				}
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", person.NameHans, post.Org, post.Position, code, post.Status, rec.Slice(post.Span))
			}
		}
	}
	return nil
}

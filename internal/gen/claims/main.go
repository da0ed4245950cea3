// Command claims trains the models by which package claims chooses whose a figure is, whose.bin, and of when, when.bin, on the
// annotated passages of internal/annotated/claims. Run it by go generate ./claims; the same inputs give the same bytes.
//
//	-cv  measures instead: each file is read with a model trained on the others
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/internal/whose"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen/claims: ")
	dir := flag.String("dir", "../internal/annotated/claims", "where the annotated passages are")
	cv := flag.Bool("cv", false, "measure: read each file with a model trained on the others")
	show := flag.String("show", "", "with -cv, list what is wrong in this file")
	flag.Parse()
	files, err := filepath.Glob(filepath.Join(*dir, "*.jsonl"))
	if err != nil || len(files) == 0 {
		log.Fatalf("no annotated passages in %s", *dir)
	}
	slices.Sort(files)
	var sets []set
	r := newReader()
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".jsonl")
		if strings.HasSuffix(name, "_second") {
			continue // the same passages by another hand
		}
		passages, err := readPassages(f)
		if err != nil {
			log.Fatal(err)
		}
		s := set{name: name, passages: passages, seen: seen(name)}
		for i := range s.passages {
			for what, e := range r.examples(&s.passages[i], s.seen) {
				s.examples[what] = append(s.examples[what], e...)
			}
		}
		sets = append(sets, s)
	}
	if *cv {
		for what := range models {
			crossValidate(r, sets, whose.Question(what), *show)
		}
		return
	}
	for what, name := range models {
		w := trainAll(r, sets, whose.Question(what))
		if err := os.WriteFile(name, quantised(w), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// models are the files of the models.
var models = [questions]string{whose.Owner: "whose.bin", whose.Time: "when.bin"}

// set is a file of annotated passages.
type set struct {
	name     string
	seen     bool // the rules were drawn from it: what they find there is better than elsewhere
	passages []passage
	examples [questions][]example
}

// seen reports whether the rules of package claims were drawn from a file.
func seen(name string) bool {
	var n int
	if _, err := fmt.Sscanf(name, "fresh%d", &n); err == nil {
		return n < 30
	}
	return true
}

// crossValidate prints how often a model is right in files that it was not trained on, of figures of which the measure is right:
// where those before had the right answers (taught) and as it is used, where it chose those too.
func crossValidate(r *reader, sets []set, what whose.Question, show string) {
	taught, figures, measured, right := 0, 0, 0, 0
	for i := range sets {
		s := &sets[i]
		if s.seen {
			continue
		}
		w := trainAll(r, slices.Delete(slices.Clone(sets), i, i+1), what)
		t, m, n := 0, 0, 0
		for k := range s.examples[what] {
			if e := &s.examples[what][k]; e.right[best(w, e.features)] {
				t++
			}
		}
		for k := range s.passages {
			a, b, wrong := r.test(&s.passages[k], what, w)
			m, n = m+a, n+b
			if s.name == show {
				for _, l := range wrong {
					fmt.Println(l)
				}
			}
		}
		fmt.Printf("%-10s %4d figures: %.1f %% taught, %.1f %% of %d used\n", s.name, len(s.examples[what]), percent(t, len(s.examples[what])), percent(n, m), m)
		taught, figures, measured, right = taught+t, figures+len(s.examples[what]), measured+m, right+n
	}
	fmt.Printf("%-10s %4d figures: %.2f %% taught, %.2f %% of %d used\n", "all", figures, percent(taught, figures), percent(right, measured), measured)
}

func percent(a, n int) float64 { return 100 * float64(a) / float64(max(1, n)) }

// groups is into how many groups the files are divided to learn from choices on passages that were not trained on.
const groups = 4

// trainAll trains on sets twice: on figures whose predecessors were given the right answers, and then also on figures whose
// predecessors have those that a model trained on other files chose, as it will be when it is used.
func trainAll(r *reader, sets []set, what whose.Question) []float64 {
	var all []*example
	for g := range groups {
		var others []*example
		for i := range sets {
			if i%groups != g {
				for k := range sets[i].examples[what] {
					others = append(others, &sets[i].examples[what][k])
				}
			}
		}
		w := train(others)
		for i := g; i < len(sets); i += groups {
			s := &sets[i]
			for k := range s.passages {
				for _, e := range r.chosen(&s.passages[k], s.seen, what, w) {
					all = append(all, &e)
				}
			}
		}
	}
	for i := range sets {
		for k := range sets[i].examples[what] {
			all = append(all, &sets[i].examples[what][k])
		}
	}
	return train(all)
}

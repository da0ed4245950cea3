// Command claims trains the model by which package claims chooses whose a figure is, whose.bin, on the annotated passages of
// internal/annotated/claims. Run it by go generate ./claims; the same inputs give the same bytes.
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
			s.examples = append(s.examples, r.examples(&s.passages[i], s.seen)...)
		}
		sets = append(sets, s)
	}
	if *cv {
		crossValidate(r, sets, *show)
		return
	}
	w := trainAll(r, sets)
	if err := os.WriteFile("whose.bin", quantised(w), 0o644); err != nil {
		log.Fatal(err)
	}
}

// set is a file of annotated passages.
type set struct {
	name     string
	seen     bool // the rules were drawn from it: what they find there is better than elsewhere
	passages []passage
	examples []example
}

// seen reports whether the rules of package claims were drawn from a file.
func seen(name string) bool {
	var n int
	if _, err := fmt.Sscanf(name, "fresh%d", &n); err == nil {
		return n < 30
	}
	return true
}

// crossValidate prints how often the model is right in files that it was not trained on: whose the figures are of which the
// measure is right, where those before had their right owners (taught) and as it is used, where it chose those too.
func crossValidate(r *reader, sets []set, show string) {
	taught, figures, measured, right := 0, 0, 0, 0
	for i := range sets {
		s := &sets[i]
		if s.seen {
			continue
		}
		w := trainAll(r, slices.Delete(slices.Clone(sets), i, i+1))
		t, m, n := 0, 0, 0
		for k := range s.examples {
			if e := &s.examples[k]; e.right[best(w, e.features)] {
				t++
			}
		}
		for k := range s.passages {
			a, b, wrong := r.test(&s.passages[k], w)
			m, n = m+a, n+b
			if s.name == show {
				for _, l := range wrong {
					fmt.Println(l)
				}
			}
		}
		fmt.Printf("%-10s %4d figures: owners %.1f %% taught, %.1f %% of %d used\n", s.name, len(s.examples), percent(t, len(s.examples)), percent(n, m), m)
		taught, figures, measured, right = taught+t, figures+len(s.examples), measured+m, right+n
	}
	fmt.Printf("%-10s %4d figures: owners %.2f %% taught, %.2f %% of %d used\n", "all", figures, percent(taught, figures), percent(right, measured), measured)
}

func percent(a, n int) float64 { return 100 * float64(a) / float64(max(1, n)) }

// groups is into how many groups the files are divided to learn from choices on passages that were not trained on.
const groups = 4

// trainAll trains on sets twice: on figures whose predecessors were given their right owners, and then also on figures whose
// predecessors have those that a model trained on other files chose, as it will be when it is used.
func trainAll(r *reader, sets []set) []float64 {
	var all []*example
	for g := range groups {
		var others []*example
		for i := range sets {
			if i%groups != g {
				for k := range sets[i].examples {
					others = append(others, &sets[i].examples[k])
				}
			}
		}
		w := train(others)
		for i := g; i < len(sets); i += groups {
			s := &sets[i]
			for k := range s.passages {
				for _, e := range r.chosen(&s.passages[k], s.seen, w) {
					all = append(all, &e)
				}
			}
		}
	}
	for i := range sets {
		for k := range sets[i].examples {
			all = append(all, &sets[i].examples[k])
		}
	}
	return train(all)
}

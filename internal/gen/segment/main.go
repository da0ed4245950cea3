// Command segment trains the model of package segment, model.bin, on the text of internal/annotated over the lexicon, and
// writes model.txt, which tells where it comes from and how it did on the tenth of the text held out. The same text and
// lexicon give the same bytes: the seed is fixed, the learning is in whole numbers.
package main

import (
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"log"
	"os"
	"slices"

	"github.com/xinwen-go/xinwen/internal/annotated"
	"github.com/xinwen-go/xinwen/internal/gen/source"
	"github.com/xinwen-go/xinwen/internal/lexicon"
	"github.com/xinwen-go/xinwen/internal/tagger"
	"github.com/xinwen-go/xinwen/text"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("segment: ")
	fold := flag.Int("fold", -1, "leave this `quarter` (0 to 3) of the training text out too and measure on it, and write no files")
	list := flag.Bool("errors", false, "list what is wrong in that quarter")
	whole := flag.Bool("held", false, "measure and list its part of the held-out tenth too, to find slips of the text")
	flag.Parse()
	if err := run(*fold, *list, *whole); err != nil {
		log.Fatal(err)
	}
}

func run(fold int, list, whole bool) error {
	file, err := os.ReadFile("lexicon.bin")
	if err != nil {
		return err
	}
	lex, err := lexicon.Decode(file)
	if err != nil {
		return err
	}
	words, err := tagger.NewWords(lex, nil)
	if err != nil {
		return err
	}
	names, err := readNames(lex)
	if err != nil {
		return err
	}
	sentences, err := annotated.Sentences()
	if err != nil { // lines with a slip are left out; the test of the text tells of them
		log.Print(err)
	}
	var train, held, quarter []example
	for _, s := range sentences {
		ex, err := newExample(s, lex.Tags())
		if err != nil {
			return err
		}
		switch {
		case s.HeldOut():
			if fold < 0 || quarterOf(s) == fold {
				held = append(held, ex)
			}
		case fold >= 0 && quarterOf(s) == fold:
			quarter = append(quarter, ex)
		default:
			train = append(train, ex)
		}
	}
	classes := tagger.NewClasses(names.classes())
	weights, without := trainChars(words, classes, train, names)
	if err := trainNames(words, weights, without, train, names); err != nil {
		return err
	}
	trainTags(words, weights, train)
	b, err := weights.MarshalBinary()
	if err != nil {
		return err
	}
	model, err := tagger.NewModel(words, weights)
	if err != nil {
		return err
	}
	if fold >= 0 {
		wrong := io.Discard
		if list {
			wrong = os.Stdout
		}
		log.Printf("%d features of characters, %d of words, %d of names, %d bytes; quarter %d: %s", len(weights.Char), len(weights.Word), len(weights.Name), len(b), fold, measure(model, lex.Tags(), quarter, wrong))
		log.Printf("its runs of lines as documents: %s", measure(model, lex.Tags(), documents(quarter), io.Discard))
		if whole {
			log.Printf("held out: %s", measure(model, lex.Tags(), held, wrong))
		}
		return nil
	}
	if err := os.WriteFile("model.bin", b, 0o644); err != nil {
		return err
	}
	result := measure(model, lex.Tags(), held, io.Discard)
	log.Printf("%d features of characters, %d of words, %d of names, %d bytes; %s", len(weights.Char), len(weights.Word), len(weights.Name), len(b), result)
	note := fmt.Sprintf(`model.bin is trained by internal/gen/segment; do not edit.

Text: internal/annotated (CC0 1.0), %d sentences, of which %d held out.
Lexicon: lexicon.bin, SHA-256 %s.
Classes of characters in names, and names that stand in for those of the text: Go module %s %s, %s (Apache-2.0), SHA-256 %s.
Places that stand in for those of the text: townships of internal/gazetteer.
On the held-out text: %s.
SHA-256 of model.bin: %s
`, len(sentences), len(held), source.Sum(file), gseModule, gseVersion, gseFile, gseSum, result, source.Sum(b))
	return os.WriteFile("model.txt", []byte(note), 0o644)
}

// runOf is the run of lines that a sentence stands in, which counts as a document.
func runOf(s annotated.Sentence) string { return fmt.Sprintf("%s:%d", s.File, s.Line/12) }

// quarterOf divides the runs by a hash.
func quarterOf(s annotated.Sentence) int { return int(hash(runOf(s)) >> 8 % 4) }

// part is the part of the text that the run is in.
func (ex example) part() int { return int(hash(ex.run) >> 16 % parts) }

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// example is a sentence to learn from.
type example struct {
	words []goldWord
	run   string // see runOf
	where string // file:line
}

type goldWord struct {
	runes []rune // folded
	tag   uint8
	name  bool     // a person name
	kind  nameKind // by what it may be replaced
}

func newExample(s annotated.Sentence, tags []string) (example, error) {
	ex := example{run: runOf(s), where: fmt.Sprintf("%s:%d", s.File, s.Line)}
	for _, w := range s.Words {
		g := goldWord{runes: []rune(text.FoldString(w.Text))}
		found := false
		for i, t := range tags {
			if t == w.Tag {
				g.tag, found = uint8(i), true
			}
		}
		if !found {
			return ex, fmt.Errorf("%s:%d: the lexicon has no tag %q", s.File, s.Line, w.Tag)
		}
		g.name, g.kind = w.Tag == "nr", kindOf(w.Tag, g.runes)
		ex.words = append(ex.words, g)
	}
	return ex, nil
}

// documents joins the sentences of a run, in the order they come in.
func documents(sentences []example) (out []example) {
	for _, ex := range sentences {
		if n := len(out); n > 0 && out[n-1].run == ex.run {
			out[n-1].words = append(slices.Clone(out[n-1].words), ex.words...)
			continue
		}
		out = append(out, ex)
	}
	return out
}

func (ex example) text() (f []rune, ends []int) {
	for _, w := range ex.words {
		f = append(f, w.runes...)
		ends = append(ends, len(f))
	}
	return f, ends
}

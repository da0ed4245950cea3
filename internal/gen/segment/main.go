// Command segment trains the model of package segment, model.bin, on the text of internal/annotated over the lexicon, and
// writes model.txt, which tells where it comes from and how it did on the tenth of the text held out. The same text and
// lexicon give the same bytes: the seed is fixed, the learning is in whole numbers.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
	"sync"

	"github.com/xinwen-go/xinwen/internal/annotated"
	"github.com/xinwen-go/xinwen/internal/gen/source"
	"github.com/xinwen-go/xinwen/internal/lexicon"
	"github.com/xinwen-go/xinwen/internal/tagger"
	"github.com/xinwen-go/xinwen/text"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("segment: ")
	all := flag.Bool("all", false, "train on the held-out text too")
	flag.Parse()
	if err := run(*all); err != nil {
		log.Fatal(err)
	}
}

func run(all bool) error {
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
	names, err := readNames()
	if err != nil {
		return err
	}
	sentences, err := annotated.Sentences()
	if err != nil { // lines with a slip are left out; the test of the text tells of them
		log.Print(err)
	}
	var train, held []example
	for _, s := range sentences {
		ex, err := newExample(s, lex.Tags())
		if err != nil {
			return err
		}
		if s.HeldOut() {
			held = append(held, ex)
		}
		if !s.HeldOut() || all {
			train = append(train, ex)
		}
	}
	weights := &tagger.Weights{Classes: tagger.NewClasses(names.classes())}
	var wait sync.WaitGroup
	wait.Go(func() { trainChars(words, weights, train, names) })
	wait.Go(func() { trainTags(words, weights, train, names) })
	wait.Wait()
	b, err := weights.MarshalBinary()
	if err != nil {
		return err
	}
	if err := os.WriteFile("model.bin", b, 0o644); err != nil {
		return err
	}
	model, err := tagger.NewModel(words, weights)
	if err != nil {
		return err
	}
	result := measure(model, held)
	log.Printf("%d features of characters, %d of words, %d bytes; %s", len(weights.Char), len(weights.Word), len(b), result)
	note := fmt.Sprintf(`model.bin is trained by internal/gen/segment; do not edit.

Text: internal/annotated (CC0 1.0), %d sentences, of which %d held out.
Lexicon: lexicon.bin, SHA-256 %s.
Classes of characters in names, and names that stand in for those of the text: Go module %s %s, %s (Apache-2.0), SHA-256 %s.
On the held-out text: %s.
SHA-256 of model.bin: %s
`, len(sentences), len(held), source.Sum(file), gseModule, gseVersion, gseFile, gseSum, result, source.Sum(b))
	return os.WriteFile("model.txt", []byte(note), 0o644)
}

// example is a sentence to learn from.
type example struct {
	words []goldWord
}

type goldWord struct {
	runes []rune // folded
	tag   uint8
	kind  nameKind
}

func newExample(s annotated.Sentence, tags []string) (example, error) {
	var ex example
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
		g.kind = kindOf(w.Tag, g.runes)
		ex.words = append(ex.words, g)
	}
	return ex, nil
}

func (ex example) text() (f []rune, ends []int) {
	for _, w := range ex.words {
		f = append(f, w.runes...)
		ends = append(ends, len(f))
	}
	return f, ends
}

// measure returns the figures on held-out sentences.
func measure(m *tagger.Model, held []example) string {
	var s tagger.Scratch
	gold, got, right, tagged := 0, 0, 0, 0
	for _, ex := range held {
		f, ends := ex.text()
		m.Cut(&s, f)
		m.Tag(&s, f)
		gold += len(ends)
		got += len(s.Words)
		at := map[[2]int]uint8{}
		start := 0
		for i, e := range ends {
			at[[2]int{start, e}] = ex.words[i].tag + 1
			start = e
		}
		for _, w := range s.Words {
			if t := at[[2]int{int(w.Start), int(w.End)}]; t > 0 {
				right++
				if t == w.Tag+1 {
					tagged++
				}
			}
		}
	}
	f := func(n int) float64 { return 200 * float64(n) / float64(max(gold+got, 1)) }
	return strings.TrimSpace(fmt.Sprintf("%d words, F %.2f, with parts of speech %.2f", gold, f(right), f(tagged)))
}

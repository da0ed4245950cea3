package main

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/registry"

	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

const (
	name  = "xinwen" // of the tokenizer and of the analyzer
	field = "text"
)

// tokenizer cuts a field into its words and the words inside them. Terms are folded, so that 統計 is found by 统计; the
// offsets are bytes of the field as it is.
type tokenizer struct{ words *segment.Segmenter }

func (t tokenizer) Tokenize(input []byte) analysis.TokenStream {
	doc := text.New(string(input))
	var out analysis.TokenStream
	position, end := 0, 0
	for _, tok := range t.words.Append(nil, doc) {
		if tok.Start >= end { // words inside a word stand where it begins
			position++
		}
		end = max(end, tok.End)
		if tok.POS == segment.W {
			continue
		}
		out = append(out, &analysis.Token{
			Start: tok.Start, End: tok.End, Term: []byte(text.FoldString(doc.Slice(tok.Span))), Position: position, Type: analysis.Ideographic,
		})
	}
	return out
}

// register makes the tokenizer known to bleve, which keeps them in a table of the program.
func register() error {
	words, err := segment.New(segment.WithSearch())
	if err != nil {
		return err
	}
	return registry.RegisterTokenizer(name, func(map[string]any, *registry.Cache) (analysis.Tokenizer, error) {
		return tokenizer{words}, nil
	})
}

// indexMapping is the mapping of an index of one field of text.
func indexMapping() (mapping.IndexMapping, error) {
	m := bleve.NewIndexMapping()
	if err := m.AddCustomAnalyzer(name, map[string]any{"type": custom.Name, "tokenizer": name}); err != nil {
		return nil, err
	}
	m.DefaultAnalyzer = name
	return m, nil
}

package segment

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/xinwen-go/xinwen/internal/lexicon"
	"github.com/xinwen-go/xinwen/internal/tagger"
	"github.com/xinwen-go/xinwen/text"
)

//go:embed lexicon.bin
var lexiconFile []byte

//go:embed model.bin
var modelFile []byte

var builtin = sync.OnceValues(func() (*lexicon.Lexicon, error) { return lexicon.Decode(lexiconFile) })

var trained = sync.OnceValues(func() (*tagger.Weights, error) {
	w := new(tagger.Weights)
	return w, w.UnmarshalBinary(modelFile)
})

// Segmenter cuts text into words. It is immutable and safe for concurrent use.
type Segmenter struct {
	words    *tagger.Words
	model    *tagger.Model // nil in dictionary mode
	search   bool
	untagged bool
	scratch  sync.Pool // of *tagger.Scratch
}

// Option changes how a Segmenter is built.
type Option func(*config) error

type config struct {
	user     []Word
	dictOnly bool
	search   bool
	untagged bool
}

// WithWords adds words of the caller, which go before the built-in lexicon and the model. Where they overlap each other
// the heaviest wins, then the one that starts first, then the longest. It may be given more than once; a word given twice
// is an error.
func WithWords(words ...Word) Option {
	return func(c *config) error {
		c.user = append(c.user, words...)
		return nil
	}
}

// WithWordList adds the words that [ReadWords] reads from r.
func WithWordList(r io.Reader) Option {
	return func(c *config) error {
		words, err := ReadWords(r)
		c.user = append(c.user, words...)
		return err
	}
}

// WithDictionaryOnly cuts by the likeliest path through the lexicon and by rules, without the model: faster, and no better
// than the lexicon.
func WithDictionaryOnly() Option {
	return func(c *config) error {
		c.dictOnly = true
		return nil
	}
}

// WithoutPOS leaves the parts of speech of the words that the model cuts out ([X]), but for person names ([NR]), which it
// finds in cutting. It saves a third of the time.
func WithoutPOS() Option {
	return func(c *config) error {
		c.untagged = true
		return nil
	}
}

// WithSearch adds, before each word of three characters or more, the shorter words of the lexicon inside it, for indexing.
// Tokens then overlap: they are ordered by the word they belong to, and inside it by start, then end.
func WithSearch() Option {
	return func(c *config) error {
		c.search = true
		return nil
	}
}

// New returns a Segmenter. The built-in tables are loaded once, when the first one is built.
func New(opts ...Option) (*Segmenter, error) {
	var c config
	for _, o := range opts {
		if err := o(&c); err != nil {
			return nil, err
		}
	}
	lex, err := builtin()
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	user, err := userLexicon(lex.Tags(), c.user)
	if err != nil {
		return nil, err
	}
	for i, tag := range lex.Tags() {
		if p, ok := ParsePOS(tag); !ok || int(p) != i {
			return nil, errors.New("segment: the lexicon was made for other tags")
		}
	}
	words, err := tagger.NewWords(lex, user)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	s := &Segmenter{words: words, search: c.search, untagged: c.untagged}
	if !c.dictOnly {
		weights, err := trained()
		if err != nil {
			return nil, fmt.Errorf("segment: %w", err)
		}
		if s.model, err = tagger.NewModel(words, weights); err != nil {
			return nil, fmt.Errorf("segment: %w", err)
		}
	}
	s.scratch.New = func() any { return new(tagger.Scratch) }
	return s, nil
}

// Append appends the tokens of the text to dst and returns it. The tokens are ordered, do not overlap (but see
// [WithSearch]) and cover all of the text but white space.
func (s *Segmenter) Append(dst []Token, t *text.Text) []Token {
	sc := s.scratch.Get().(*tagger.Scratch)
	f := t.Folded()
	if s.model == nil {
		s.words.CutDict(sc, f)
	} else {
		s.model.Cut(sc, f)
		if !s.untagged {
			s.model.Tag(sc, f)
		}
	}
	for _, w := range sc.Words {
		if s.search && w.End-w.Start >= 3 {
			dst = s.appendInner(dst, t, f, w)
		}
		dst = append(dst, Token{t.Span(int(w.Start), int(w.End)), POS(w.Tag), Source(w.From)})
	}
	s.scratch.Put(sc)
	return dst
}

// appendInner appends the words of the lexicon, of two characters or more, strictly inside a word.
func (s *Segmenter) appendInner(dst []Token, t *text.Text, f []rune, w tagger.Word) []Token {
	for i := w.Start; i < w.End; i++ {
		s.words.Prefixes(f[i:w.End], func(n int, tag uint8) {
			if n >= 2 && n < int(w.End-w.Start) {
				dst = append(dst, Token{t.Span(int(i), int(i)+n), POS(tag), FromDict})
			}
		})
	}
	return dst
}

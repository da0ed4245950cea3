package segment

import "github.com/xinwen-go/xinwen/text"

// Source tells what made a token.
type Source uint8

// The makers of tokens.
const (
	FromDict  Source = iota // the built-in lexicon
	FromModel               // the trained model
	FromRule                // a rule: numbers, dates, Latin strings, punctuation
	FromUser                // a word of the caller
)

// Token is one word: its byte span in the text, its part of speech and what made it.
type Token struct {
	text.Span
	POS    POS
	Source Source
}

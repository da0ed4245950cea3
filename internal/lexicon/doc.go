// Package lexicon is a word list held for walking: folded words, each with what it costs on a path and its commonest part
// of speech. A list of a quarter of a million words is read in well under a tenth of a second, which the double array of
// package trie, made for smaller sets, would take seconds to build for.
//
// A Lexicon is immutable once built, and safe for concurrent use.
package lexicon

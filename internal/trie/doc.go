// Package trie is a static double-array trie over runes: a set of words, each with a 32-bit value, walked one rune at a
// time without allocation. A Trie is immutable and safe for concurrent use.
package trie

// Package tagger cuts folded text into words and tags them: the rules, the lattice of the lexicon, the features and the
// weights that package segment uses and that its trainer learns, so that both see the same.
package tagger

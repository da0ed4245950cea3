// Package segment cuts Chinese text into words and tags them with parts of speech.
//
// A [Segmenter] works on folded runes, so traditional and simplified text are cut alike. Rules fix what rules know
// (numerals with their scale, dates by year, month and day, Latin strings, punctuation); a model trained on annotated news
// decides the rest over the lattice of a lexicon, and tags the words. Without the model ([WithDictionaryOnly]) the
// likeliest path through the lexicon decides. Person names are found with the words and weighed again by the words beside
// them, the other parts of speech come afterwards. A text is read as a whole: a name that one place of it shows beyond doubt
// is a name where the model alone would have cut it otherwise, so cut documents, not sentences.
//
// The standard of words is close to that of the People's Daily corpus, with person names whole (see
// internal/annotated/GUIDE.md). Tokens cover all of the text but white space.
//
// The lexicon is made from the dictionary files of the gse module (Apache-2.0) and of the npm package segment (MIT); see
// lexicon.txt.
package segment

//go:generate go run ../internal/gen/lexicon
//go:generate go run ../internal/gen/segment

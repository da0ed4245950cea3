// Package text carries a document through every stage of the analysis.
//
// A [Text] has three forms:
//
//   - raw: the string as it was ingested, never altered;
//   - text: raw with damage repaired, in its own script (no conversion between traditional and simplified). Every span of
//     the public API is a half-open range of bytes of it;
//   - folded: one rune for one rune of text: simplified, half-width, lower-case, quotes and dots unified. All analysis
//     reads folded runes, so traditional and simplified text take the same path and no alignment is needed between the
//     two: rune i of folded is rune i of text.
//
// Raw and text are aligned by runs: what lies between runs is verbatim, a run was replaced as a whole.
//
// The package also finds sentence and clause bounds ([Text.Sentences], [Text.Clauses]) and tells the script
// ([Text.Script]). Its folding table is generated from the character tables of the OpenCC project (see fold_table.go).
package text

//go:generate go run ../internal/gen/fold

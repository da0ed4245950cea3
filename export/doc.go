// Package export writes records as tables: CSV, Parquet, SQLite and JSON Lines, all with one schema. The schema is the row types
// of this package, one for each table; docs/tables.md is made from them and their comments.
//
// A [Document] is one document of a run with what became of it: a record, perhaps a copy of an earlier article, perhaps
// skipped, or an error. [Rows.Append] is the one place where documents become rows; every [Writer] takes those.
//
// The package also writes single records in the formats of annotation tools: [Brat], [LabelStudio], [Displacy].
package export

//go:generate go run ../internal/gen/tables

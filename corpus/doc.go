// Package corpus reads archives into documents: files and directory trees, standard input, JSON and JSON Lines, CSV and TSV,
// WARC, zip and tar, each of them also compressed by gzip, zstd or bzip2.
//
// A reader is an iterator over documents and errors. What cannot be read is yielded as an error that names its place, with
// an Input that carries its ID where one is known, and the reader goes on with what follows. The same paths give the same
// sequence each time, so that a run can go on where it was broken off ([Reader.FilesFrom]).
//
// Everything is streamed: memory is bounded by the size of one document, whatever the size of a line, a record or an archive.
// Archives lie within archives up to a depth of 3. A place is named path#record, and archive.zip#member#record within them.
package corpus

// Package corpus reads archives into documents: files, directory trees, standard input, JSON Lines.
//
// A reader is an iterator over documents and errors. What cannot be read is yielded as an error that names its place, with
// an Input that carries its ID where one is known, and the reader goes on with what follows.
package corpus

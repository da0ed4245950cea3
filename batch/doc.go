// Package batch runs a pipeline over an archive and writes what it finds as tables, so that nothing is lost when the run is
// stopped: by an interrupt, a full disk, or kill -9.
//
// A run works in the folder OUT.work beside its output. Each document becomes a line of one log in input order, in parts of
// about a thousand documents; a part is on the disk before the manifest says so. A run that resumes goes on after the last
// part of the manifest, with the same cuts between parts, and so ends with the same bytes as one that was never stopped.
// The log of a run to JSON Lines is its output; tables are written from the log at the end, each document's rows in order, and
// renamed into place when they are whole.
package batch

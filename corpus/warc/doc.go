// Package warc reads and writes WARC files, the containers of web archives (ISO 28500; versions 1.0 and 1.1).
//
// [Records] streams a file that is plain, compressed by gzip (a member for each record, as the standard recommends, or the
// whole file at once) or by zstd (also with the dictionary frame of .warc.zst files). A record holds its header; its block
// is a reader, so that a record of any size takes no memory. [Record.Response] reads the HTTP response in a block and
// undoes its transfer and content codings. Damage costs the record it hits: an [*Error] tells where it is and how much was
// passed over, and reading goes on at the next record.
//
// [Writer] writes WARC 1.1 with digests, a gzip member for each record.
package warc

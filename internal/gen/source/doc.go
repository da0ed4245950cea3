// Package source brings the published packages that the generators read: npm packages and Go modules, by name, version
// and checksum, kept in the user's cache directory between runs. It is used by generators only; nothing in the library
// or the command needs the network.
package source

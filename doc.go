// Package xinwen turns Chinese news text, as it is found in web archives, into structured data.
//
// A [Pipeline] takes documents ([Input]: a string as it was scraped, or the bytes of a page) and makes of each a [Record]: its
// text with damage restored, its metadata, and the people with their posts, figures, times and claims that it holds. Simplified
// and traditional Chinese take the same path. Nothing uses the network.
//
// This package only wires the stages, which are packages of their own and work alone on a plain string: extract (article out of
// a page), repair (damage undone), numbers (figures and times), segment (words), entities (people and posts), claims (who
// says how much of what).
//
// Spans are ranges of bytes of [Record.Text]; the JSON form of a record has offsets in code points instead.
package xinwen

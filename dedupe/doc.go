// Package dedupe finds articles that are copies of an earlier one: the same text with another headline, other credits, in the
// other script, damaged and repaired, or cut short by up to a fifth. Two reports of one event are no copies of each other, and
// neither are two texts made from one pattern with other figures.
//
// A [Fingerprint] stands for a text. An [Index] remembers the fingerprints of the latest articles in bounded memory.
package dedupe

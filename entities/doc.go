// Package entities tells who holds which post where.
//
// [Extractor.People] finds the people to whom a text gives a post, with each post's organisation (the place that news elides
// restored: 区委 → 河北区委), position, territory with its GB/T 2260 code in force at the text's date, status (current, former,
// acting, appointed, dismissed, proposed, suspended) and administrative rank, and every mention of them. Where the text
// leaves something open it stays open: an ambiguous district has candidates and no code, a rank without a sure rule is empty.
// [Extractor.Trace] accounts for each post; [Extractor.Places] and [Extractor.Organisations] are useful alone.
//
// # How
//
// A lattice over the folded runes of each sentence that could name an office holds every reading as a place (package
// gazetteer), organ, title, name or common word, with a cost from counted frequencies and from what stands before; the
// cheapest way through it is the reading. So 合肥市长江路 has no mayor and 选举主任何德何能 no person. Names are judged by
// the statistics of characters, not looked up. A grammar over the items then joins titles to organisations and names: lists,
// shared titles, titles behind the name, verbs of appointing and leaving, appositions, curricula. Last, what the text elides
// is restored from the text: same sentence first, left before right.
//
// Tokens of package segment may be given as further evidence; without them the package works from its own tables alone.
//
// # Tables
//
// names.tsv and words.trie are made by internal/gen/names (their source, licence and checksum stand in names.tsv); the
// words of offices and organs are lists in lexicon_*.go. They are read once for the process, at the first use.
package entities

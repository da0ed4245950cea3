// Package claims finds who says how much of what, when: for each figure of a text what it counts or measures (the measure),
// whose it is (the subject), how it relates to that (is, exceeds, increase_by, share_of …), the time that governs it, who
// says it, and whether it is a fact, a forecast, a target or denied.
//
// An [Extractor] reads a [Document]: a text with the tokens, quantities, times and people that the stages below found in
// it. It reads sentences clause by clause. Around each figure it looks left for predicates (达, 增长, 占), noun phrases and
// verbs, and right for the noun that a classifier counts; what a clause leaves out it takes from the clauses before, and
// says so ([Inherited]). Nothing is put into a claim that the text does not say: where no measure is found there is no claim.
//
// Whose a figure is follows one rule. A place, an organisation or a person at the head of the noun phrase before the figure
// is the subject and the rest of the phrase the measure; where the phrase names none, the topic of the clause is the subject,
// else the topic that the clauses before have left in force; only where there is none the phrase is cut into a thing and
// what is measured of it. Parts named after 其中 end with their sentence; an office that speaks or publishes has no figures of its own but of what
// it does. Whose accounts are told owns the bare figures of them that follow, over full stops too.
//
// The time of a report holds over full stops for what goes on with it, until another is named: not for plans, standing facts,
// quotations, another source or what was done in answer; a day holds for what was done on it. A speaker holds to the end of his
// sentence or quotation, in a paragraph that is his speech (刘志强说，…。…。) to its end.
//
// Analysis reads folded runes, so traditional and simplified text take the same path. The work is linear in the length of
// the text.
package claims

// Package claims finds who says how much of what, when: for each figure of a text what it counts or measures (the measure),
// whose it is (the subject), how it relates to that (is, exceeds, increase_by, share_of …), the time that governs it, who
// says it, and whether it is a fact, a forecast, a target or denied.
//
// An [Extractor] reads a [Document]: a text with the tokens, quantities, times and people that the stages below found in
// it. It reads sentences clause by clause. Around each figure it looks left for predicates (达, 增长, 占), noun phrases and
// verbs, and right for the noun that a classifier counts; what a clause leaves out it takes from the clauses before, and
// says so ([Inherited]). Nothing is put into a claim that the text does not say: where no measure is found there is no claim.
//
// Whose a figure is chooses a model, since that is seldom said beside the figure: a place, a firm or a project that has been named
// holds until another is. The options are nobody, whose the figures before are, what they measure, the noun phrases of the
// paragraph, and the noun phrase before the figure cut at each word (全省 | 新能源汽车产量); each is described by some forty features,
// and the sum of their weights decides, figure after figure. Only an owner that stands behind the figure (33万清水人民) or is paired
// with it by 分别 is left to the rules. The weights are trained on annotated passages that were written for it (internal/annotated/claims).
//
// The time of a report holds over full stops for what goes on with it, until another is named: not for plans, standing facts,
// quotations, another source or what was done in answer. Rules find the time that governs a figure in its sentence and propose
// what holds over; a second model of the same make decides, when the owners are known. A speaker holds to the end of his
// sentence or quotation, in a paragraph that is his speech (刘志强说，…。…。) to its end.
//
// Analysis reads folded runes, so traditional and simplified text take the same path. The work is linear in the length of
// the text.
package claims

//go:generate go run ../internal/gen/claims

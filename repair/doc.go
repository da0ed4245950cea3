// Package repair undoes damage in Chinese text: what content farms did to it on GBK bytes, text decoded in the wrong
// charset, leftover HTML entities, invisible and stray control characters, compatibility ideographs. Text without damage
// comes back as it is.
//
// # Content farms
//
// Farm copies turn simplified articles into traditional characters and then insert pinyin after byte pairs and cut the byte
// stream, both without regard to where characters start:
//
//	脫貧攻堅(jiān)戰(zhàn)     脫貧攻堅戰
//	一部?jī)傻財(cái)y手        一部兩地攜手
//	工作情況進行視察??h政府   工作情況進行視察。縣政府
//
// A [Repairer] first reads from the whole text whether it was so damaged; where bytes were lost it searches, with a bounded
// beam over the clean bytes, for the text that gives the damaged one, helped by the readings of the characters, by what the
// text itself shows of the characters that were annotated and of the words it uses, and by a model of which characters follow
// one another. What it cannot bring back becomes U+FFFD and an [Edit] that is not certain.
//
// The order of the passes: charsets, entities, invisible characters, content farms, compatibility ideographs. Repair must
// come before any normalisation of punctuation: the full-width characters of a damaged place carry bytes of the clean text.
package repair

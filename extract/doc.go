// Package extract reads the article out of a Chinese news page: its body as paragraphs, its title without the names of site and
// channel, authors, editors, outlet and time, each with the place it was read from.
//
// A page goes through four steps: [Decode] finds the charset, a walk over the parsed page makes lines of it, the element whose
// lines read most like prose becomes the article, and the lines around it are read as credits. The rules are about Chinese news
// at large; there are none for single sites: those a caller gives, by [WithRules] and [ReadRules], or has learnt by a [Learner].
//
// Each field comes with its origin, [Origins]: the kind of place it was read from, and a confidence between 0 and 1, which orders
// places by how often they were right on gold pages and is no calibrated probability.
//
// [Article.Markdown] writes title and body with headings, lists, tables and images.
//
// [ReadCredits] reads the credits in the text of an article, and is useful without a page. [Extractor.Links] reads list pages,
// [Stitch] joins the pages of one article.
package extract

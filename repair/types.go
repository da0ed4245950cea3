package repair

import "github.com/xinwen-go/xinwen/text"

// Kind is the kind of a repair.
type Kind string

// The kinds of repairs. They are written as they stand into records.
const (
	Pinyin    Kind = "pinyin"    // an inserted annotation removed
	GBK       Kind = "gbk"       // a place restored whose bytes were damaged
	Entity    Kind = "entity"    // a leftover HTML entity decoded
	Mojibake  Kind = "mojibake"  // text decoded in the wrong charset, decoded again
	Invisible Kind = "invisible" // a zero-width, bidi or stray control character removed
	Compat    Kind = "compat"    // a compatibility ideograph replaced by its unified character
	Comma     Kind = "comma"     // an inserted comma removed
	Width     Kind = "width"     // full-width punctuation restored beside a repair
)

// Edit is one change: the bytes Run.Raw of the input became the bytes Run.Text of the result.
type Edit struct {
	text.Run
	Kind    Kind
	Certain bool // false where bytes were truly lost or the choice was close
}

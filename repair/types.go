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
)

// Edit is one change: the bytes Run.Raw of the input became the bytes Run.Text of the result.
type Edit struct {
	text.Run
	Kind    Kind
	Certain bool // false where bytes were truly lost or the choice was close
}

// Family is a family of damage that [Repairer.Detect] tells apart.
type Family string

// The families of damage. Annotation, Cuts, Toneless and Commas are the work of content farms on GBK bytes.
const (
	Annotation Family = "annotation" // A: pinyin with tones inserted after byte pairs: 堅(jiān)
	Cuts       Family = "cuts"       // P: the byte stream cut before ！？；，
	Toneless   Family = "toneless"   // B: pinyin without tones inserted: 均(jun)
	Commas     Family = "commas"     // C: commas inserted before other punctuation
	Charset    Family = "charset"    // text decoded in the wrong charset
	Entities   Family = "entities"   // leftover HTML entities
	Invisibles Family = "invisibles" // zero-width, bidi and stray control characters
	Compats    Family = "compats"    // compatibility ideographs
)

// Decoder tells how the decoder that read the damaged bytes treated a lead byte followed by ASCII.
type Decoder string

// The decoders that damaged pages passed through.
const (
	UnknownDecoder Decoder = ""
	QuestionMark   Decoder = "question mark" // D1: one ? for both bytes (PHP mbstring)
	Ignoring       Decoder = "ignoring"      // D2: the lead byte dropped, the ASCII kept (iconv //IGNORE)
	Replacing      Decoder = "replacing"     // D3: U+FFFD for the lead byte, the ASCII kept (WHATWG)
)

// Evidence is what a text shows of damage by content farms.
type Evidence struct {
	Annotated      int     // annotations that agree with the character outside GB2312 before them
	Kinds          int     // different characters so annotated
	AllOrNone      float64 // share of the occurrences of these characters that are annotated
	Straddled      int     // annotations whose character was broken, the decoder leaving a mark
	Unexplained    int     // annotations that fit only a broken character
	OnGB2312       int     // annotations with tones on characters of GB2312, as language lessons have them
	Foreign        int     // annotations that agree with nothing
	Plain          int     // annotations without tones that agree with the character before them
	PlainKinds     int     // different characters so annotated
	PlainAllOrNone float64 // share of the occurrences of these characters that are annotated
	Doubled        int     // annotations without tones that stand twice
	Cuts           int     // marks of a broken byte before ！？；，
}

// Report is what [Repairer.Detect] finds. A family is listed when [Repairer.Repair] would act on it.
type Report struct {
	Families   []Family
	Decoder    Decoder
	Normalised bool // full-width punctuation of the damaged text was turned to ASCII afterwards
	Evidence   Evidence
}

// Has reports whether a family was found.
func (r *Report) Has(f Family) bool {
	for _, g := range r.Families {
		if g == f {
			return true
		}
	}
	return false
}

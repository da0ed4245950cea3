package text

// Script is the writing system of a text, as a BCP 47 tag.
type Script string

// The scripts that are told apart.
const (
	Hans  Script = "zh-Hans" // Chinese in simplified characters
	Hant  Script = "zh-Hant" // Chinese in traditional characters
	Other Script = "other"   // not Chinese, or too little of it to tell
)

// Script tells in which script the text is written: by the characters that exist in one of the two only, and [Other] where
// Han characters are less than a fifth of the letters or kana and hangul abound. Text whose characters are common to both
// counts as simplified.
func (t *Text) Script() Script {
	var han, letters, foreign, hans, hant int
	for _, r := range t.str {
		switch {
		case 0x4E00 <= r && r <= 0x9FFF, IsHan(r): // the former is nearly all of a text, and spares a call
			han++
			s := scriptOf(r) // sums, since no processor foresees which character is next
			hans += int(s & hansOnly)
			hant += int(s & hantOnly)
		case 0x3041 <= r && r <= 0x30FA && r != '・', 0xAC00 <= r && r <= 0xD7A3:
			foreign++
		case r < 0x80 && (isASCIIWord(r|0x20) && !isDigit(r)), 0x00C0 <= r && r <= 0x058F:
			letters++
		}
	}
	switch {
	case han == 0 || han*4 < letters/4 || foreign*4 > han:
		return Other
	case hant > hantOnly*hans:
		return Hant
	default:
		return Hans
	}
}

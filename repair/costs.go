package repair

import (
	"sync"

	"github.com/xinwen-go/xinwen/text"
)

// The costs of what damage may have done, as negative logarithms beside those of the model.
const (
	costDrop       = 0.3
	costLost       = 3   // a byte lost before an annotation, on a page that is annotated
	costLostAlone  = 8   // the same elsewhere
	costLiteral    = 8   // an annotation or a mark that was in the clean text, on a page that is annotated
	costCut        = 3   // the orphan being the first byte of 。 or its like
	costCutOther   = 4   // the orphan being the first byte of a character
	costCutAlone   = 8   // added where nothing else shows that the page was cut
	costSwallowed  = 6   // an ASCII byte swallowed at the end of a shifted run
	costTwice      = 6   // two bytes lost before an annotation
	costGap        = 1   // a private-use character vanished from a shifted run, where full-width characters became ASCII
	costGapOpen    = 4   // the same where nothing shows whether they did
	costGapOdd     = 8   // the same where they did not
	costIgnored    = 3   // added for a byte lost without a mark
	costOrphan     = 0   // the orphan of a cut, lost without a mark on a page that was cut
	costDropped    = 1   // the last byte of a shifted run, lost without a mark on a page that was cut
	costWidth      = 1   // a full-width character turned to ASCII, on a page where it was done
	costWidthOdd   = 6   // the same elsewhere
	costUnnoted    = 3   // a character left without annotation on a page that annotates it
	costWrongForm  = 5   // a character of the other script
	costVariant    = 2   // a rare variant
	costPrivate    = 9   // a private-use character
	costWideLetter = 6   // a full-width digit or letter
	costOddForm    = 6   // a small or vertical form of punctuation
	costQuote      = 1.5 // a quotation mark of another style than the page's
	costUnpaired   = 2   // a quotation that begins in another, ends before it begins or does not end in its paragraph
	costOutside    = 16  // a character that the model and GBK do not know
)

// The quotation marks in GBK.
const (
	curlyOpen   code = 0xA1B0
	curlyClose  code = 0xA1B1
	cornerOpen  code = 0xA1B8
	cornerClose code = 0xA1B9
)

// formCosts are the costs of the form of a character, whatever stands before it, by code.
type formCosts struct{ cost [1 << 16]float32 }

var forms = sync.OnceValue(func() *formCosts {
	f := new(formCosts)
	g, rd := gbk(), readings()
	gbkCodes(func(c code) {
		r := rune(g.toRune[c])
		switch {
		case r >= 0xE000 && r < 0xF900:
			f.cost[c] = costPrivate
		case wideLetter(r):
			f.cost[c] = costWideLetter
		case rd.mark[c] == markVariant:
			f.cost[c] = costVariant
		case r >= 0xFE30 && r < 0xFE70, r > 0x2000 && r < 0xFF00 && !text.IsHan(r) && text.Fold(r) != r && (r < '「' || r > '』'):
			f.cost[c] = costOddForm
		}
	})
	return f
})

package tagger

import (
	"fmt"
	"strings"

	"github.com/xinwen-go/xinwen/internal/lexicon"
	"github.com/xinwen-go/xinwen/text"
)

// Unit is a piece of text before it is cut: a single Han character, which may join its neighbours, or a fixed word.
type Unit struct {
	Start, End int32 // runes
	Sym        rune  // the character, or what a fixed word counts as
	Kind       Kind
	Tag        uint8 // of a fixed word
}

// Kind tells how a unit is treated.
type Kind uint8

// The kinds of units.
const (
	Free  Kind = iota // a Han character
	Fixed             // a word that a rule made
	User              // a word of the caller
	Mark              // punctuation and other signs
	Space             // white space, which belongs to no word
)

// What fixed words count as in features.
const (
	SymNumber rune = '0'
	SymTime   rune = '1'
	SymLatin  rune = 'a'
	SymUser   rune = 'u'
	SymName   rune = 'n'
)

// tagSet holds the indexes of the tags that rules give.
type tagSet struct{ m, t, q, nx, w, x, nr, n, ns uint8 }

// Words is the dictionary side of the cutting: lexicon and rules.
type Words struct {
	lex  *lexicon.Lexicon
	user *lexicon.Lexicon // words of the caller, or nil
	tags tagSet
	open uint64 // the tags of the classes to which words are added, as bits
}

// NewWords returns the dictionary side over a lexicon and the caller's words, which may be nil. The cost of a word of the
// caller is its weight: the greater wins.
func NewWords(lex, user *lexicon.Lexicon) (*Words, error) {
	w := &Words{lex: lex, user: user}
	for name, tag := range map[string]*uint8{"m": &w.tags.m, "t": &w.tags.t, "q": &w.tags.q, "nx": &w.tags.nx, "w": &w.tags.w, "x": &w.tags.x,
		"nr": &w.tags.nr, "n": &w.tags.n, "ns": &w.tags.ns} {
		found := false
		for i, t := range lex.Tags() {
			if t == name {
				*tag, found = uint8(i), true
			}
		}
		if !found {
			return nil, fmt.Errorf("tagger: the lexicon has no tag %q", name)
		}
	}
	for i, t := range lex.Tags() {
		if !strings.Contains(" p c u y e o h k q r x w ", " "+t+" ") {
			w.open |= 1 << i
		}
	}
	return w, nil
}

// AppendUnits appends the units of the text, which cover it.
func (w *Words) AppendUnits(dst []Unit, f []rune) []Unit {
	first := len(dst)
	for i := 0; i < len(f); {
		u := Unit{Start: int32(i), End: int32(i + 1), Sym: f[i]}
		var prev Unit
		if len(dst) > first {
			prev = dst[len(dst)-1]
		}
		if fixed, ok := w.fixed(f, i, prev); ok {
			u = fixed
		} else if f[i] == '·' && i > 0 && i+1 < len(f) && text.IsHan(f[i-1]) && text.IsHan(f[i+1]) {
			u.Kind = Free // 奥斯丁·费雪 is one word
		} else if !text.IsHan(f[i]) {
			w.sign(f, &u)
		}
		dst = append(dst, u)
		i = int(u.End)
	}
	return dst
}

// maxStretch is how many free units are cut at once: more in a row are no sentence, and scores must not overflow.
const maxStretch = 1 << 13

// Stretch returns the end of the stretch of free units that begins at k.
func Stretch(units []Unit, k int) int {
	e := k + 1
	for e < len(units) && e < k+maxStretch && units[e].Kind == Free {
		e++
	}
	return e
}

// fixed returns the word that a rule makes at i.
func (w *Words) fixed(f []rune, i int, prev Unit) (Unit, bool) {
	r := f[i]
	if w.user != nil {
		if u, ok := w.userWord(f, i); ok {
			return u, true
		}
	}
	switch {
	case r < 0x250 && (isDigit(r) || isLetter(r)):
		u, ok := w.figure(f, i, prev)
		if ok && u.Sym == SymLatin || ok && u.Sym == SymNumber {
			w.joinLatin(f, &u)
		}
		return u, ok
	case r == '第' || r == '几' || r == '数' || r == '上' || r == '百' || r == '十' || isHanDigit(r):
		return w.hanNumeral(f, i, prev)
	}
	return Unit{}, false
}

// joinLatin lengthens a Latin string or numeral to the word of the lexicon that it begins, as in a股.
func (w *Words) joinLatin(f []rune, u *Unit) {
	n := lexicon.Root
	for k := int(u.Start); k < len(f); k++ {
		next, ok := w.lex.Next(n, f[k])
		if !ok {
			return
		}
		n = next
		if v, end := w.lex.Value(n); end && k >= int(u.End) {
			u.End, u.Tag, u.Sym = int32(k+1), v.Tag(), SymLatin
		}
	}
}

// sign sets what a character that is not Han is: white space, a mark, or a letter of another script, which is a word with
// its like.
func (w *Words) sign(f []rune, u *Unit) {
	r := u.Sym
	switch {
	case r <= ' ' || r == 0x7F || r == 0x85 || r == 0x200B || r == 0xFEFF || 0x2000 <= r && r <= 0x200A || r == 0x2028 || r == 0x2029 || r == 0xA0 || r == 0x3000:
		u.Kind, u.Sym, u.Tag = Space, ' ', w.tags.x
		return
	case isForeign(r):
		for int(u.End) < len(f) && isForeign(f[u.End]) && sameBlock(r, f[u.End]) {
			u.End++
		}
		u.Kind, u.Sym, u.Tag = Fixed, SymLatin, w.tags.nx
		return
	case r == '—' || r == '…' || r == '─' || r == '.' || r == '-':
		for int(u.End) < len(f) && f[u.End] == r {
			u.End++
		}
		u.Kind, u.Tag = Mark, w.tags.w
	case r == '℃' || r == '°' || r == '$' || r == '¥' || r == '€' || r == '£' || r == '㎡' || r == '㎏' || r == '㎞':
		u.Kind, u.Tag = Mark, w.tags.q
	default:
		u.Kind, u.Tag = Mark, w.tags.w
		if r >= 0x2600 && !(0x3000 <= r && r <= 0x303F) && !(0xFE10 <= r && r <= 0xFFEF) {
			u.Tag = w.tags.x
		}
	}
}

// isForeign reports whether r is a letter of a script other than Han and Latin.
func isForeign(r rune) bool {
	return 0x370 <= r && r <= 0x1FFF || 0x3041 <= r && r <= 0x312F && r != '・' || 0xAC00 <= r && r <= 0xD7A3 || 0x1E00 <= r && r <= 0x1EFF
}

func sameBlock(a, b rune) bool {
	kana := func(r rune) bool { return 0x3041 <= r && r <= 0x30FF }
	return a>>8 == b>>8 || kana(a) && kana(b) || 0xAC00 <= a && 0xAC00 <= b
}

// userWord returns the word of the caller at i: the heaviest one, or the longest of those, unless a heavier one begins
// inside it.
func (w *Words) userWord(f []rune, i int) (Unit, bool) {
	end, best := w.heaviest(f, i)
	if end == 0 {
		return Unit{}, false
	}
	for k := i + 1; k < end; k++ {
		if _, v := w.heaviest(f, k); v.Cost() > best.Cost() {
			return Unit{}, false
		}
	}
	return Unit{Start: int32(i), End: int32(end), Sym: SymUser, Kind: User, Tag: best.Tag()}, true
}

// heaviest returns the end of the heaviest word of the caller at i, and what it carries; 0 where there is none.
func (w *Words) heaviest(f []rune, i int) (end int, best lexicon.Value) {
	n := lexicon.Root
	for k := i; k < len(f); k++ {
		next, more := w.user.Next(n, f[k])
		if !more {
			break
		}
		n = next
		if v, ends := w.user.Value(n); ends && v.Cost() >= best.Cost() {
			end, best = k+1, v
		}
	}
	return end, best
}

// Prefixes calls yield with the length and part of speech of each word of the lexicon at the start of f, shortest first.
func (w *Words) Prefixes(f []rune, yield func(n int, tag uint8)) {
	node := lexicon.Root
	for k, r := range f {
		next, ok := w.lex.Next(node, r)
		if !ok {
			return
		}
		node = next
		if v, end := w.lex.Value(node); end {
			yield(k+1, v.Tag())
		}
	}
}

package repair

import (
	"errors"
	"fmt"
	"sync"
)

// Option sets up a [Repairer].
type Option func(*Repairer) error

// Without leaves the given kinds of repairs undone. Without([Pinyin]) and Without([GBK]) each leave both undone: a place
// cannot be restored without the annotation that broke it.
func Without(kinds ...Kind) Option {
	return func(r *Repairer) error {
		for _, k := range kinds {
			switch k {
			case Pinyin, GBK:
				r.skip |= skipFarm
			case Comma:
				r.skip |= skipComma
			case Entity:
				r.skip |= skipEntity
			case Invisible:
				r.skip |= skipInvisible
			case Compat:
				r.skip |= skipCompat
			case Mojibake:
				r.skip |= skipMojibake
			default:
				return fmt.Errorf("repair: no repair of kind %q to leave undone", k)
			}
		}
		return nil
	}
}

type skips uint8

const (
	skipFarm skips = 1 << iota
	skipComma
	skipEntity
	skipInvisible
	skipCompat
	skipMojibake
)

// Repairer undoes damage. It is immutable and safe for concurrent use.
type Repairer struct {
	skip skips
}

// New returns a Repairer of every kind of damage but those that the options leave out. Its tables are loaded when the
// first text is met that may be damaged.
func New(opts ...Option) (*Repairer, error) {
	r := new(Repairer)
	for _, o := range opts {
		if o == nil {
			return nil, errors.New("repair: nil option")
		}
		if err := o(r); err != nil {
			return nil, err
		}
	}
	return r, nil
}

var shared = sync.OnceValue(func() *tables {
	return &tables{gbk: gbk(), rd: readings(), lm: languageModel(), forms: forms()}
})

// Repair returns the text with its damage undone and the edits, ordered and disjoint, that lead from raw to it: what lies
// between their runs is verbatim, so that text.NewAligned takes them. A text without damage comes back as it is, with no
// edit and without an allocation. Where bytes were lost for good the text has U+FFFD.
func (r *Repairer) Repair(raw string) (string, []Edit) {
	has := scan(raw)
	if has == 0 {
		return raw, nil
	}
	s, edits := raw, []Edit(nil)
	pass := func(when found, unless skips, f func(string) (string, []Edit)) {
		if has&when != 0 && r.skip&unless == 0 {
			next, more := f(s)
			s, edits = next, compose(edits, more)
		}
	}
	pass(foundLatin|foundUTF8|foundBig5, skipMojibake, recode)
	if len(edits) > 0 {
		has |= scan(s)
	}
	pass(foundEntity, skipEntity, decodeEntities)
	pass(foundInvisible, skipInvisible, removeInvisible)
	if len(edits) > 0 {
		has |= scan(s)
	}
	pass(foundFarm, skipFarm, func(s string) (string, []Edit) {
		t := shared()
		p := t.survey(s)
		if p.farm() && r.skip&skipComma == 0 {
			has |= foundCommas
		}
		return t.undo(s, p)
	})
	pass(foundCommas, skipComma, dropCommas)
	pass(foundCompat, skipCompat, unify)
	return s, edits
}

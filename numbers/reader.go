package numbers

import (
	"github.com/xinwen-go/xinwen/text"
)

// Option configures a Reader.
type Option func(*Reader) error

// Reader finds the quantities and times of texts. It is immutable and safe for concurrent use.
type Reader struct{ mode mode }

// WithTrillion reads 兆 as 10^12 everywhere. Without it 兆 is a number only before a currency (1.2兆元), for elsewhere it
// is mega (5兆瓦) in mainland texts and a million million in those of Taiwan and Japan.
func WithTrillion() Option {
	return func(r *Reader) error {
		r.mode |= trillion
		return nil
	}
}

// New returns a Reader.
func New(opts ...Option) (*Reader, error) {
	r := &Reader{}
	for _, o := range opts {
		if err := o(r); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Result is what a Reader finds in one text, each in order of its place.
type Result struct {
	Quantities []Quantity
	Times      []Time
}

// Read finds the quantities and times of a text. Spans are byte ranges of t.String().
func (r *Reader) Read(t *text.Text, c Context) Result {
	var res Result
	h := home{t: t, ctx: c}
	res.Times = readTimes(nil, t, &h)
	res.Quantities = appendQuantities(nil, t, &h, res.Times, r.mode)
	return res
}

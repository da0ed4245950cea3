package numbers

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// MaxDigits is the most digits that a number of a text may have before or after its decimal point. A longer run of digits
// is not read as a number: its span yields no quantity.
const MaxDigits = 64

// ErrSyntax is wrapped by the errors of ParseNumber for a string that is not a number.
var ErrSyntax = errors.New("not a number")

// ErrRange is wrapped by the errors of ParseNumber for a number of more than MaxDigits digits.
var ErrRange = errors.New("too many digits")

// Number is an exact number: an arbitrary decimal or a fraction. The zero Number is not a number and stands for "none";
// arithmetic with it gives none. A Number is immutable and may be copied and shared; compare with [Number.Cmp], not ==.
type Number struct {
	coef int64    // of a decimal coef×10^exp, without trailing zeros, where rat is nil
	rat  *big.Rat // of anything else; never written to after it is set
	exp  int32
	form form
}

// form is how a Number is written.
type form uint8

const (
	none     form = iota
	decimal       // plain decimal
	fraction      // a/b
)

// maxShift bounds the exponents of the compact form, so that aligning two of them stays cheap; what lies outside goes to
// big.Rat.
const maxShift = 1 << 20

// NewNumber returns coef×10^exp, or none where exp is beyond ±2^20.
func NewNumber(coef int64, exp int) Number {
	switch coef {
	case 0:
		return Number{form: decimal}
	case math.MinInt64: // kept out of the compact form, so that each of those has a negative
		if exp > maxShift || exp < -maxShift {
			return Number{}
		}
		return bigDecimal(big.NewInt(coef), exp)
	}
	for coef%10 == 0 {
		coef /= 10
		exp++
	}
	if exp > maxShift || exp < -maxShift {
		return Number{}
	}
	return Number{coef: coef, exp: int32(exp), form: decimal}
}

// NewFraction returns a/b as a fraction, in lowest terms, or none where b is zero. A fraction that is whole is written as
// an integer.
func NewFraction(a, b int64) Number {
	if b == 0 {
		return Number{}
	}
	return fromRat(big.NewRat(a, b), fraction)
}

// NumberFromRat returns a number equal to r: a decimal where r has a finite one, else a fraction; none where r is nil.
func NumberFromRat(r *big.Rat) Number {
	if r == nil {
		return Number{}
	}
	return fromRat(new(big.Rat).Set(r), decimal)
}

// fromRat keeps r, which must not be changed afterwards.
func fromRat(r *big.Rat, f form) Number {
	if r.IsInt() {
		f = decimal
		if n := r.Num(); n.IsInt64() && n.Int64() != math.MinInt64 {
			return NewNumber(n.Int64(), 0)
		}
	}
	if f == decimal {
		if _, finite := r.FloatPrec(); !finite {
			f = fraction
		}
	}
	return Number{rat: r, form: f}
}

// Valid reports whether n is a number, which the zero Number is not.
func (n Number) Valid() bool { return n.form != none }

// IsInt reports whether n is a whole number.
func (n Number) IsInt() bool {
	return n.form == decimal && (n.rat == nil && n.exp >= 0 || n.rat != nil && n.rat.IsInt())
}

// IsFraction reports whether n is written as a fraction (2/3).
func (n Number) IsFraction() bool { return n.form == fraction }

// Int64 returns n where it is a whole number that fits, and whether it does.
func (n Number) Int64() (int64, bool) {
	if n.form != decimal || n.rat != nil || n.exp < 0 || n.exp > 18 {
		return 0, false
	}
	return mulPow10(n.coef, int(n.exp))
}

// Rat returns n as a new big.Rat, or nil for none.
func (n Number) Rat() *big.Rat {
	switch {
	case n.form == none:
		return nil
	case n.rat != nil:
		return new(big.Rat).Set(n.rat)
	case n.exp >= 0:
		i := big.NewInt(n.coef)
		return new(big.Rat).SetInt(i.Mul(i, pow10(int(n.exp))))
	}
	return new(big.Rat).SetFrac(big.NewInt(n.coef), pow10(-int(n.exp)))
}

// Float64 returns the float64 nearest to n, 0 for none.
func (n Number) Float64() float64 {
	if n.form == none {
		return 0
	}
	f, _ := n.Rat().Float64()
	return f
}

// String returns n as a plain decimal without exponent and without trailing zeros after the point, or as a fraction in
// lowest terms (2/3). It returns the empty string for none.
func (n Number) String() string {
	switch {
	case n.form == none:
		return ""
	case n.form == fraction:
		return n.rat.RatString()
	case n.rat != nil:
		prec, _ := n.rat.FloatPrec()
		return n.rat.FloatString(prec)
	}
	digits := strconv.FormatInt(n.coef, 10)
	if n.exp >= 0 {
		return digits + strings.Repeat("0", int(n.exp))
	}
	sign := ""
	if n.coef < 0 {
		sign, digits = "-", digits[1:]
	}
	point := len(digits) + int(n.exp)
	if point <= 0 {
		return sign + "0." + strings.Repeat("0", -point) + digits
	}
	return sign + digits[:point] + "." + digits[point:]
}

// MarshalText writes what String returns.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// UnmarshalText reads what MarshalText wrote; empty text is none.
func (n *Number) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*n = Number{}
		return nil
	}
	v, err := ParseNumber(string(b))
	if err != nil {
		return err
	}
	*n = v
	return nil
}

// ParseNumber reads a plain decimal (-12.50) or a fraction of two integers (2/3), without spaces, separators or exponent.
func ParseNumber(s string) (Number, error) {
	if num, den, ok := strings.Cut(s, "/"); ok {
		a, err := parseDecimal(num)
		if err != nil {
			return Number{}, fmt.Errorf("numbers: %q: %w", s, err)
		}
		b, err := parseDecimal(den)
		if err != nil {
			return Number{}, fmt.Errorf("numbers: %q: %w", s, err)
		}
		if !a.IsInt() || !b.IsInt() || b.Sign() <= 0 {
			return Number{}, fmt.Errorf("numbers: %q: %w", s, ErrSyntax)
		}
		return a.over(b), nil
	}
	n, err := parseDecimal(s)
	if err != nil {
		return Number{}, fmt.Errorf("numbers: %q: %w", s, err)
	}
	return n, nil
}

func parseDecimal(s string) (Number, error) {
	digits, neg := strings.CutPrefix(s, "-")
	whole, frac, point := strings.Cut(digits, ".")
	if whole == "" || point && frac == "" {
		return Number{}, ErrSyntax
	}
	for i := range len(digits) {
		if (digits[i] < '0' || digits[i] > '9') && i != len(whole) {
			return Number{}, ErrSyntax
		}
	}
	if len(whole) > MaxDigits || len(frac) > MaxDigits {
		return Number{}, ErrRange
	}
	n := fromDigits(whole+frac, -len(frac))
	if neg {
		n = n.Neg()
	}
	return n, nil
}

// fromDigits returns the number that ASCII digits write, times 10^exp.
func fromDigits(digits string, exp int) Number {
	if len(digits) <= 18 {
		v, _ := strconv.ParseInt(digits, 10, 64)
		return NewNumber(v, exp)
	}
	i, _ := new(big.Int).SetString(digits, 10)
	return bigDecimal(i, exp)
}

// bigDecimal returns i×10^exp and takes i over.
func bigDecimal(i *big.Int, exp int) Number {
	if exp >= 0 {
		return fromRat(new(big.Rat).SetInt(i.Mul(i, pow10(exp))), decimal)
	}
	return fromRat(new(big.Rat).SetFrac(i, pow10(-exp)), decimal)
}

// Sign returns -1, 0 or 1; 0 for none.
func (n Number) Sign() int {
	switch {
	case n.rat != nil:
		return n.rat.Sign()
	case n.coef < 0:
		return -1
	case n.coef > 0:
		return 1
	}
	return 0
}

// Cmp returns -1, 0 or 1 as n is less than, equal to or greater than m. None is less than any number.
func (n Number) Cmp(m Number) int {
	switch {
	case n.form == none || m.form == none:
		return min(1, int(n.form)) - min(1, int(m.form))
	case n.rat == nil && m.rat == nil:
		if n.exp == m.exp {
			return cmpInt64(n.coef, m.coef)
		}
		if s, t := n.Sign(), m.Sign(); s != t {
			return cmpInt64(int64(s), int64(t))
		}
		low := min(n.exp, m.exp)
		a, okA := mulPow10(n.coef, int(n.exp-low))
		b, okB := mulPow10(m.coef, int(m.exp-low))
		if okA && okB {
			return cmpInt64(a, b)
		}
	}
	return n.Rat().Cmp(m.Rat())
}

// Equal reports whether n and m are the same number, or both none.
func (n Number) Equal(m Number) bool { return n.Cmp(m) == 0 }

// Neg returns -n.
func (n Number) Neg() Number {
	if n.rat != nil {
		return Number{rat: new(big.Rat).Neg(n.rat), form: n.form}
	}
	return Number{coef: -n.coef, exp: n.exp, form: n.form}
}

// Add returns n+m.
func (n Number) Add(m Number) Number {
	switch {
	case n.form == none || m.form == none:
		return Number{}
	case n.rat == nil && m.rat == nil:
		low := min(n.exp, m.exp)
		a, okA := mulPow10(n.coef, int(n.exp-low))
		b, okB := mulPow10(m.coef, int(m.exp-low))
		if sum := a + b; okA && okB && (sum > a) == (b > 0) {
			return NewNumber(sum, int(low))
		}
	}
	r := n.Rat()
	return fromRat(r.Add(r, m.Rat()), decimal)
}

// Sub returns n-m.
func (n Number) Sub(m Number) Number { return n.Add(m.Neg()) }

// Mul returns n×m.
func (n Number) Mul(m Number) Number {
	switch {
	case n.form == none || m.form == none:
		return Number{}
	case n.rat == nil && m.rat == nil:
		hi, lo := bits.Mul64(abs64(n.coef), abs64(m.coef))
		if hi == 0 && lo < 1<<63 {
			p := int64(lo)
			if (n.coef < 0) != (m.coef < 0) {
				p = -p
			}
			return NewNumber(p, int(n.exp)+int(m.exp))
		}
	}
	r := n.Rat()
	return fromRat(r.Mul(r, m.Rat()), decimal)
}

// Quo returns n/m exactly: a decimal where it is finite, else a fraction; none where m is zero.
func (n Number) Quo(m Number) Number {
	if n.form == none || m.form == none || m.Sign() == 0 {
		return Number{}
	}
	if n.rat == nil && m.rat == nil && n.coef%m.coef == 0 {
		return NewNumber(n.coef/m.coef, int(n.exp)-int(m.exp))
	}
	r := n.Rat()
	return fromRat(r.Quo(r, m.Rat()), decimal)
}

// over is n/m written as a fraction.
func (n Number) over(m Number) Number {
	q := n.Quo(m)
	if q.Valid() && !q.IsInt() {
		return Number{rat: q.Rat(), form: fraction}
	}
	return q
}

// shift returns n×10^exp.
func (n Number) shift(exp int) Number {
	if n.form == none || exp == 0 {
		return n
	}
	if n.rat == nil {
		return NewNumber(n.coef, int(n.exp)+exp)
	}
	return n.Mul(NewNumber(1, exp))
}

// lastDigit returns the power of ten of the last digit of a decimal that is not zero, 0 for zero and fractions.
func (n Number) lastDigit() int {
	if n.form != decimal || n.Sign() == 0 {
		return 0
	}
	if n.rat == nil {
		return int(n.exp)
	}
	prec, _ := n.rat.FloatPrec()
	if prec > 0 {
		return -prec
	}
	s := n.rat.Num().String()
	return len(s) - len(strings.TrimRight(s, "0"))
}

func pow10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// mulPow10 returns v×10^n and whether it fits.
func mulPow10(v int64, n int) (int64, bool) {
	if v == 0 {
		return 0, true
	}
	for ; n > 0; n-- {
		if v > (1<<63-1)/10 || v < -(1<<63-1)/10 {
			return 0, false
		}
		v *= 10
	}
	return v, true
}

func cmpInt64(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func abs64(v int64) uint64 {
	if v < 0 {
		return -uint64(v)
	}
	return uint64(v)
}

package segment

// POS is a part of speech of the PFR (People's Daily) tag set.
type POS uint8

// Tags are written as in the PFR set: n, nr, ns, nt, nz, nx, t, s, f, v, vn, vd, a, ad, an, b, z, d, m, q, r, p, c, u, y, e,
// o, h, k, i, l, j, w, x.
const (
	X POS = iota // other
	N
	NR
	NS
	NT
	NZ
	NX
	T
	S
	F
	V
	VN
	VD
	A
	AD
	AN
	B
	Z
	D
	M
	Q
	R
	P
	C
	U
	Y
	E
	O
	H
	K
	I
	L
	J
	W
)

// NumPOS is how many parts of speech there are; each is below it.
const NumPOS = int(W) + 1

var posNames = [NumPOS]string{"x", "n", "nr", "ns", "nt", "nz", "nx", "t", "s", "f", "v", "vn", "vd", "a", "ad", "an", "b", "z", "d", "m", "q", "r",
	"p", "c", "u", "y", "e", "o", "h", "k", "i", "l", "j", "w"}

// String is the tag.
func (p POS) String() string {
	if int(p) >= NumPOS {
		return "x"
	}
	return posNames[p]
}

// ParsePOS returns the part of speech of a tag; false for an unknown one.
func ParsePOS(tag string) (POS, bool) {
	for p, name := range posNames {
		if name == tag {
			return POS(p), true
		}
	}
	return X, false
}

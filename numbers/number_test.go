package numbers

import (
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func num(t testing.TB, s string) Number {
	n, err := ParseNumber(s)
	require.NoError(t, err, s)
	return n
}

func TestParseNumber(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"0", "0"}, {"-0", "0"}, {"007", "7"}, {"12.50", "12.5"}, {"-0.05", "-0.05"}, {"170000000", "170000000"},
		{"202107211321363588510367", "202107211321363588510367"}, {"0.1234567890123456789012", "0.1234567890123456789012"},
		{"2/3", "2/3"}, {"4/6", "2/3"}, {"-1/3", "-1/3"}, {"6/3", "2"}, {"1/2", "1/2"},
	} {
		n, err := ParseNumber(c.in)
		require.NoError(t, err, c.in)
		assert.Equal(t, c.want, n.String(), c.in)
		assert.True(t, n.Valid())
		again := num(t, n.String())
		assert.True(t, n.Equal(again))
		f, _ := n.Rat().Float64()
		assert.Equal(t, f, n.Float64())
	}
	for _, bad := range []string{"", "-", ".", "1.", ".5", "1e5", "1,000", " 1", "+1", "1/0", "1/", "1/2/3", "1.5/2", "一", "1/-2", "--1"} {
		_, err := ParseNumber(bad)
		assert.ErrorIs(t, err, ErrSyntax, bad)
	}
	_, err := ParseNumber(strings.Repeat("9", MaxDigits+1))
	assert.ErrorIs(t, err, ErrRange)
}

func TestNumberArithmetic(t *testing.T) {
	big1 := "123456789012345678901234567890"
	for _, c := range []struct{ op, a, b, want string }{
		{"+", "0.1", "0.2", "0.3"}, {"+", "1000000000000000000", "9000000000000000000", "10000000000000000000"},
		{"+", "1/3", "1/6", "1/2"}, {"+", "2/3", "1/3", "1"}, {"+", big1, "0.5", big1 + ".5"},
		{"-", "5", "5", "0"}, {"-", "1", "0.999", "0.001"}, {"*", "1.06", "100000000", "106000000"},
		{"*", "99999999999", "99999999999", "9999999999800000000001"}, {"*", "-2", "0.5", "-1"}, {"*", "2/3", "3", "2"},
		{"/", "1", "8", "0.125"}, {"/", "2", "3", "2/3"}, {"/", "10", "0.2", "50"},
	} {
		a, b := num(t, c.a), num(t, c.b)
		var got Number
		switch c.op {
		case "+":
			got = a.Add(b)
		case "-":
			got = a.Sub(b)
		case "*":
			got = a.Mul(b)
		case "/":
			got = a.Quo(b)
		}
		want := num(t, c.want)
		assert.True(t, want.Equal(got), "%s %s %s = %s", c.a, c.op, c.b, got)
	}
	one := NewNumber(1, 0)
	for _, none := range []Number{one.Quo(NewNumber(0, 0)), one.Add(Number{}), Number{}.Mul(one), Number{}.Sub(one), NumberFromRat(nil), NewFraction(1, 0), NewNumber(1, 1<<21)} {
		assert.False(t, none.Valid())
		assert.Empty(t, none.String())
		assert.Nil(t, none.Rat())
		assert.Zero(t, none.Float64())
	}
	assert.Equal(t, "-9223372036854775808", NewNumber(math.MinInt64, 0).String())
	assert.Equal(t, "9223372036854775808", NewNumber(math.MinInt64, 0).Neg().String())
	assert.Equal(t, "0.25", NumberFromRat(big.NewRat(1, 4)).String())
	assert.Equal(t, "1/3", NumberFromRat(big.NewRat(1, 3)).String())
}

func TestNumberCmp(t *testing.T) {
	ordered := []Number{{}, num(t, "-10"), num(t, "-1/3"), num(t, "0"), num(t, "0.3333"), num(t, "1/3"), num(t, "0.5"), num(t, "1"), num(t, "99999999999999999999"), num(t, "100000000000000000000")}
	for i, a := range ordered {
		for j, b := range ordered {
			assert.Equal(t, cmpInt64(int64(i), int64(j)), a.Cmp(b), "%s %s", a, b)
		}
	}
	assert.True(t, num(t, "1/2").Equal(num(t, "0.5")))
	assert.True(t, num(t, "2/3").IsFraction())
	v, ok := num(t, "1200").Int64()
	assert.True(t, ok && v == 1200)
	_, ok = num(t, "1.2").Int64()
	assert.False(t, ok)
	assert.True(t, num(t, "100000000000000000000").IsInt())
}

func TestNumberText(t *testing.T) {
	b, err := json.Marshal([]Number{num(t, "12.5"), num(t, "2/3"), {}})
	require.NoError(t, err)
	assert.Equal(t, `["12.5","2/3",""]`, string(b))
	var back []Number
	require.NoError(t, json.Unmarshal(b, &back))
	assert.True(t, back[0].Equal(num(t, "12.5")) && back[1].Equal(num(t, "2/3")) && !back[2].Valid())
	assert.Error(t, json.Unmarshal([]byte(`["x"]`), &back))
}

func TestTables(t *testing.T) {
	u := unitTable()
	require.NotEmpty(t, u.list)
	classifiers := 0
	for _, x := range u.list {
		if x.kind == KindCount && !x.noun && !x.block {
			classifiers++
		}
		if x.kind == KindMeasure || x.kind == KindDuration {
			assert.True(t, x.factor.Valid() || x.code == "ji", x.code)
		}
	}
	assert.GreaterOrEqual(t, classifiers, 150)
	t.Logf("%d words, %d classifiers", len(u.list), classifiers)
	assert.NotEmpty(t, signTable().list)
	for name, trie := range map[string]interface{ Len() int }{"traps": trapWords(), "prefixes": prefixTable(), "regions": regionWords().words, "places": regionPlaces().words,
		"money": moneyCues(), "cents": centCues(), "counts": countCues(), "warm": warmCues(), "grades": gradeCues(), "index": indexCues(), "rates": rateCues(), "codes": codeCues(), "ranks": rankCues(), "angles": angleCues(), "power": powerCues(), "money nouns": moneyNouns(), "spirits": spiritCues()} {
		assert.Greater(t, trie.Len(), 1, name)
	}
}

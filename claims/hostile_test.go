package claims

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// valid holds what is true of the claims of any document.
func valid(t *testing.T, d *Document, cs []Claim) {
	t.Helper()
	str := d.Text.String()
	last := -1
	in := func(s text.Span) {
		t.Helper()
		require.True(t, 0 <= s.Start && s.Start <= s.End && s.End <= len(str), "%v of %d", s, len(str))
		require.True(t, s.Start == len(str) || utf8.RuneStart(str[s.Start]) || !utf8.ValidString(str))
	}
	part := func(p *Part, cut bool) {
		t.Helper()
		if p == nil {
			return
		}
		in(p.Span)
		require.False(t, p.Empty())
		require.Contains(t, []How{Explicit, Inherited}, p.How)
		if !cut || p.Text == str[p.Start:p.End] {
			require.Equal(t, str[p.Start:p.End], p.Text)
			return
		}
		// The figure is cut out: what is left are a head and a tail of the span.
		span := str[p.Start:p.End]
		n := 0
		for n < len(p.Text) && p.Text[n] == span[n] {
			n++
		}
		require.True(t, strings.HasSuffix(span, p.Text[n:]), "%q of %q", p.Text, span)
	}
	for _, c := range cs {
		in(c.Span)
		require.True(t, 0 <= c.Quantity && c.Quantity < len(d.Quantities))
		require.GreaterOrEqual(t, c.Quantity, last, "claims in order of figures")
		last = c.Quantity
		for _, q := range []int{c.From, c.Change} {
			require.True(t, None <= q && q < len(d.Quantities))
			require.NotEqual(t, c.Quantity, q)
		}
		require.True(t, None <= c.Time && c.Time < len(d.Times))
		require.NotNil(t, c.Measure)
		part(c.Measure, true)
		part(c.Subject, false)
		part(c.Speaker, false)
		require.NotEmpty(t, c.Relation)
		require.NotEmpty(t, c.Modality)
		require.Equal(t, numbers.RoleValue, d.Quantities[c.Quantity].Role)
	}
}

var hostile = map[string]string{
	"empty":                  "",
	"figure alone":           "3.5%",
	"long sentence":          strings.Repeat("全县投入资金3000万元", 5000),
	"a thousand figures":     "产量为" + strings.Repeat("5吨、", 1000) + "6吨",
	"a thousand paired":      "产量分别为" + strings.Repeat("5吨、", 1000) + "6吨",
	"a thousand lengths":     strings.Repeat("5年", 1000) + "增长3%",
	"a thousand times":       strings.Repeat("2019年", 1000) + "增长3%",
	"unclosed quotes":        strings.Repeat("他说“去年投入300万元，", 2000),
	"unclosed brackets":      strings.Repeat("投入(300万元", 2000),
	"nested brackets":        strings.Repeat("(", 2000) + "300万元" + strings.Repeat(")", 2000),
	"only closing":           strings.Repeat("”)》", 2000) + "投入300万元",
	"who says who says":      strings.Repeat("张三说李四说", 3000) + "投入300万元",
	"adverbs":                "产量" + strings.Repeat("已经", 20000) + "达5吨",
	"adverbs, many figures":  strings.Repeat("已经", 2000) + strings.Repeat("与3个国家签约2份", 1000),
	"joined nouns":           strings.Repeat("粮食、", 10000) + "产量5吨",
	"prepositions":           strings.Repeat("在", 10000) + "投入5万元",
	"verbs":                  strings.Repeat("推动", 10000) + "5人就业",
	"的":                      strings.Repeat("的", 10000) + "5吨" + strings.Repeat("的", 10000),
	"from without to":        strings.Repeat("由5%", 1000),
	"invalid bytes":          "投入\xff\xfe300万元\xe4\xb8",
	"commas":                 strings.Repeat(",", 10000) + "3万元" + strings.Repeat(",", 10000),
	"plan after plan":        strings.Repeat("力争", 20000) + "投入300万元",
	"hope after hope":        strings.Repeat("希望市民", 10000) + "投入300万元",
	"say and say":            strings.Repeat("并说", 20000) + "投入300万元",
	"closed brackets said":   strings.Repeat(")说", 20000) + "投入300万元",
	"titles never closed":    strings.Repeat("《2021年", 5000) + "投入300万元",
	"bounded again":          strings.Repeat("10亿元以上项目", 3000) + "2个",
	"line breaks in clauses": strings.Repeat("投入\n3万元\n", 1000),
}

func TestHostile(t *testing.T) {
	s := newStages(t)
	for name, str := range hostile {
		t.Run(name, func(t *testing.T) {
			d := &Document{Text: text.New(str)}
			res := s.numbers.Read(d.Text, numbers.Context{})
			d.Quantities, d.Times = res.Quantities, res.Times
			d.Tokens = s.segment.Append(nil, d.Text)
			start := time.Now()
			cs := s.claims.Append(nil, d)
			took := time.Since(start)
			valid(t, d, cs)
			require.Less(t, took, 10*time.Second) // well under a second on a machine that has nothing else to do
			t.Logf("%d bytes, %d claims, %v", len(str), len(cs), took)
		})
	}
}

func TestConcurrent(t *testing.T) {
	s := newStages(t)
	d := s.document(article, time.Time{})
	want := s.claims.Append(nil, d)
	require.NotEmpty(t, want)
	valid(t, d, want)
	done := make(chan []Claim)
	for range 8 {
		go func() {
			var got []Claim
			for range 20 {
				got = s.claims.Append(got[:0], d)
			}
			done <- got
		}()
	}
	for range 8 {
		require.Equal(t, want, <-done)
	}
}

func FuzzAppend(f *testing.F) {
	s := newStages(f)
	for _, str := range hostile {
		if len(str) < 2000 {
			f.Add(str, uint64(0))
		}
	}
	for i, str := range strings.SplitAfter(article, "。") {
		f.Add(str, uint64(i))
	}
	f.Fuzz(func(t *testing.T, str string, seed uint64) {
		d := &Document{Text: text.New(str)}
		res := s.numbers.Read(d.Text, numbers.Context{})
		d.Quantities, d.Times = res.Quantities, res.Times
		d.Tokens = s.segment.Append(nil, d.Text)
		switch seed % 4 {
		case 1: // figures in odd places
			n := d.Text.Len()
			d.Quantities = nil
			for i := int(seed % 7); i+2 < n; i += 3 + int(seed%5) {
				d.Quantities = append(d.Quantities, numbers.Quantity{Span: d.Text.Span(i, i+2), Kind: numbers.KindCount, Role: numbers.RoleValue})
			}
		case 2: // no words
			d.Tokens = nil
		case 3: // words of one rune
			d.Tokens = nil
			for i := range d.Text.Len() {
				d.Tokens = append(d.Tokens, segment.Token{Span: d.Text.Span(i, i+1), POS: segment.POS(int(seed>>2+uint64(i)*7) % segment.NumPOS)})
			}
		}
		valid(t, d, s.claims.Append(nil, d))
	})
}

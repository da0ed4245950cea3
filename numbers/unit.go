package numbers

import (
	"strings"
	"sync"

	"github.com/xinwen-go/xinwen/internal/trie"
)

// unit is one entry of the tables: what a word after a numeral counts or measures.
type unit struct {
	kind   Kind
	code   string // empty where the word is its own code
	dim    string
	factor Number // to the base of the dimension
	si     bool   // factor is to the SI unit and given out
	strong bool   // more than a classifier: 一 before it is a figure too
	weak   bool   // needs more than a single Han digit before it
	noun   bool   // a noun that needs no classifier (两岸, 六国)
	thing  bool   // a noun that is counted and no unit: 村民
	block  bool   // the word begins no unit: 人民, 分别
	letter bool   // a unit of one Latin letter
}

// units maps words to entries.
type units struct {
	words *trie.Trie
	list  []unit
}

// longest returns the longest word of the table at rune k of f.
func (u *units) longest(f []rune, k int) (*unit, int) {
	if k >= len(f) {
		return nil, 0
	}
	n, v, ok := u.words.Longest(f[k:])
	if !ok {
		return nil, 0
	}
	return &u.list[v], n
}

// tableBuilder collects words for a trie.
type tableBuilder struct {
	words  []string
	values []uint32
	list   []unit
	seen   map[string]bool
}

// add enters a word, unless an earlier table has it.
func (b *tableBuilder) add(word string, u unit) {
	word, u.weak = strings.CutSuffix(word, "~")
	if b.seen[word] {
		return
	}
	b.seen[word] = true
	u.letter = len(word) == 1
	b.words = append(b.words, word)
	b.values = append(b.values, uint32(len(b.list)))
	b.list = append(b.list, u)
}

// lines splits a table into lines of so many columns and the words after them.

func (b *tableBuilder) lines(table string, columns int, each func(head []string, words []string)) {
	for line := range strings.SplitSeq(strings.TrimSpace(table), "\n") {
		f := strings.Fields(line)
		each(f[:columns], f[columns:])
	}
}

// factorOf reads a factor of a table: a decimal or a fraction, with * where it is to the SI unit; - is none.
func factorOf(s string) (n Number, si bool) {
	s, si = strings.CutSuffix(s, "*")
	n, _ = ParseNumber(s)
	return n, si
}

// unitTable is the table of all units.
var unitTable = sync.OnceValue(func() *units {
	b := tableBuilder{seen: map[string]bool{}}
	for word := range strings.FieldsSeq(notUnits) {
		b.add(word, unit{block: true})
	}
	b.lines(moneyTable, 2, func(head, words []string) {
		u := unit{kind: KindMoney, code: head[0], dim: "money", strong: true}
		u.factor, _ = factorOf(head[1])
		for _, w := range words {
			b.add(w, u)
		}
	})
	b.lines(durationTable, 3, func(head, words []string) {
		u := unit{kind: KindDuration, code: head[1], dim: head[0], strong: true}
		u.factor, u.si = factorOf(head[2])
		if u.dim == "age" {
			u.code = "a"
		}
		for _, w := range words {
			b.add(w, u)
		}
	})
	b.lines(measureTable, 3, func(head, words []string) {
		u := unit{kind: KindMeasure, code: head[1], dim: head[0], strong: true}
		u.factor, u.si = factorOf(head[2])
		for _, w := range words {
			b.add(w, u)
		}
	})
	for _, p := range []struct {
		unit  unit
		words string
	}{
		{unit{kind: KindPercent, code: "%", strong: true, factor: NewNumber(1, 0)}, "% 个百分比 厘~"},
		{unit{kind: KindPercent, code: "%", strong: true, factor: NewNumber(1, -1)}, "‰"},
		{unit{kind: KindPercent, code: "%", strong: true, factor: NewNumber(10, 0)}, "成 折"},
		{unit{kind: KindPercentPoint, code: "pp", strong: true}, "百分点 个百分点 pct 个点"},
		{unit{kind: KindPercentPoint, code: "bp", strong: true}, "基点 个基点 bp bps 个bp"},
		{unit{kind: KindMultiple, code: "倍", strong: true}, "倍"},
		{unit{kind: KindTemperature, code: "Cel", strong: true}, "摄氏度 ℃ °c 摄氏 度c 度(摄氏)"},
		{unit{kind: KindTemperature, code: "[degF]", strong: true}, "华氏度 ℉ °f 华氏"},
		{unit{kind: KindTemperature, code: "K", strong: true}, "开尔文"},
	} {
		for w := range strings.FieldsSeq(p.words) {
			p.unit.dim = string(p.unit.kind)
			b.add(w, p.unit)
		}
	}
	for w := range strings.FieldsSeq(collectiveTable) {
		b.add(w, unit{kind: KindCount, dim: "count", noun: true})
	}
	for w := range strings.FieldsSeq(countedTable) {
		b.add(w, unit{block: true, thing: true})
	}
	for w := range strings.FieldsSeq(classifierTable) {
		b.add(w, unit{kind: KindCount, dim: "count"})
	}
	for w := range strings.FieldsSeq(weakClassifierTable) {
		b.add(w+"~", unit{kind: KindCount, dim: "count"})
	}
	t, err := trie.Build(b.words, b.values)
	if err != nil { // the tables are constants that the tests build
		return &units{words: &trie.Trie{}}
	}
	return &units{words: t, list: b.list}
})

// signTable is the table of currency signs and codes that stand before an amount, spelt backwards, so that the longest one
// that ends before a numeral can be found.
var signTable = sync.OnceValue(func() *units {
	b := tableBuilder{seen: map[string]bool{}}
	b.lines(moneySigns, 1, func(head, words []string) {
		for _, w := range words {
			b.add(reversed(w), unit{kind: KindMoney, code: head[0], dim: "money", strong: true, factor: NewNumber(1, 0)})
		}
	})
	t, err := trie.Build(b.words, b.values)
	if err != nil {
		return &units{words: &trie.Trie{}}
	}
	return &units{words: t, list: b.list}
})

// signBefore returns the sign or code that ends just before rune k of f, and its length.
func signBefore(f []rune, k int) (*unit, int) {
	table := signTable()
	n, best, length := trie.Root, (*unit)(nil), 0
	for i := k - 1; i >= 0; i-- {
		var ok bool
		if n, ok = table.words.Next(n, f[i]); !ok {
			break
		}
		if v, ends := table.words.Value(n); ends {
			best, length = &table.list[v], k-i
		}
	}
	if best != nil && isLetter(f[k-length]) && isLetter(runeAt(f, k-length-1)) {
		return nil, 0
	}
	return best, length
}

package numbers

import (
	"slices"
	"sync"

	"github.com/xinwen-go/xinwen/internal/trie"
)

// A modifier is a word that touches a figure and moves its bounds.
type modifier struct {
	word   string
	approx Approx
	not    string // runes that make another word with it when they stand on its outer side
}

// prefixes stand before a figure.
var prefixes = [...]modifier{
	{"不得超过", AtMost, ""}, {"不能超过", AtMost, ""}, {"不应超过", AtMost, ""}, {"不可超过", AtMost, ""}, {"不宜超过", AtMost, ""}, {"不会超过", AtMost, ""}, {"不准超过", AtMost, ""}, {"未超过", AtMost, ""}, {"没有超过", AtMost, ""}, {"没超过", AtMost, ""}, {"不得高于", AtMost, ""}, {"不能高于", AtMost, ""}, {"不得多于", AtMost, ""},
	{"不得低于", AtLeast, ""}, {"不得少于", AtLeast, ""}, {"不能低于", AtLeast, ""}, {"不能少于", AtLeast, ""}, {"不应低于", AtLeast, ""}, {"不应少于", AtLeast, ""}, {"不会低于", AtLeast, ""}, {"不会少于", AtLeast, ""},
	{"不超过", AtMost, ""}, {"小于等于", AtMost, ""}, {"小于或等于", AtMost, ""}, {"不高于", AtMost, ""}, {"不多于", AtMost, ""}, {"不大于", AtMost, ""}, {"最多", AtMost, ""}, {"至多", AtMost, ""}, {"≤", AtMost, ""}, {"<=", AtMost, ""},
	{"不少于", AtLeast, ""}, {"大于等于", AtLeast, ""}, {"大于或等于", AtLeast, ""}, {"不低于", AtLeast, ""}, {"不小于", AtLeast, ""}, {"不下于", AtLeast, ""}, {"不下", AtLeast, "居"}, {"至少", AtLeast, ""}, {"最少", AtLeast, ""}, {"起码", AtLeast, ""}, {"≥", AtLeast, ""}, {">=", AtLeast, ""},
	{"超过了", Above, ""}, {"超过", Above, ""}, {"超出", Above, ""}, {"突破", Above, ""}, {"高于", Above, ""}, {"多于", Above, ""}, {"大于", Above, ""}, {"逾", Above, ""}, {"超", Above, "中英西法德意赞远高反"}, {">", Above, ""},
	{"不足", Below, ""}, {"不到", Below, "看听见想得找遇等收感碰用料意赶买做"}, {"不满", Below, ""}, {"未满", Below, ""}, {"低于", Below, ""}, {"少于", Below, ""}, {"小于", Below, ""}, {"<", Below, ""},
	{"将近", Below, ""}, {"接近", Below, ""}, {"近", Below, "最附临新邻远就靠亲拉走晋"},
	{"大约", About, ""}, {"约为", About, ""}, {"大概", About, ""}, {"差不多", About, ""}, {"约", About, "条签预契违相纽制解续公合节租履赴邀特简俭婉大盟誓协期毁应爽"}, {"~", About, ""}, {"≈", About, ""},
}

// suffixes stand after a figure.
var suffixes = [...]modifier{
	{"(含)以上", AtLeast, ""}, {"及以上", AtLeast, ""}, {"或以上", AtLeast, ""}, {"以上", AtLeast, "述海"}, {"之上", AtLeast, ""},
	{"(含)以下", AtMost, ""}, {"(含)以内", AtMost, ""}, {"及以下", AtMost, ""}, {"或以下", AtMost, ""}, {"以下", AtMost, "简几为内四三是"}, {"以内", AtMost, ""}, {"之内", AtMost, ""}, {"以里", AtMost, ""},
	{"左右", About, "手翼两"}, {"上下", About, "游级班楼午"},
	{"开外", Above, ""}, {"出头", Above, ""},
}

// prefixTable is the trie of the prefixes, spelt backwards.
var prefixTable = sync.OnceValue(func() *trie.Trie {
	words, values := make([]string, len(prefixes)), make([]uint32, len(prefixes))
	for i := range prefixes {
		words[i], values[i] = reversed(prefixes[i].word), uint32(i)
	}
	t, err := trie.Build(words, values)
	if err != nil { // the table is a constant that the tests build
		return &trie.Trie{}
	}
	return t
})

// prefix returns the longest modifier that ends just before rune i and begins at rune from or later, and where it begins.
func (s *finder) prefix(i, from int) (m *modifier, start int) {
	f, table, node := s.f, prefixTable(), trie.Root
	start = i
	for k := i - 1; k >= from; k-- {
		var ok bool
		if node, ok = table.Next(node, f[k]); !ok {
			break
		}
		if v, ends := table.Value(node); ends {
			if p := &prefixes[v]; k == from || !oneOf(f[k-1], p.not) && !(f[k] == '超' && k == i-1 && surplus(f, k)) {
				m, start = p, k
			}
		}
	}
	return m, start
}

// surplus reports whether 超 at k ends a word for a balance (买超, 出超, 入超) and not one that is exceeded (收入超100亿元).
func surplus(f []rune, k int) bool {
	before := runeAt(f, k-2)
	switch f[k-1] {
	case '买':
		return !oneOf(before, "购抢采收热")
	case '卖':
		return !oneOf(before, "外售变贩拍叫专热")
	case '出':
		return !oneOf(before, "支产付演售卖推输流发派拿给捐")
	case '入':
		return !oneOf(before, "收流投买纳进加融注转汇引输涌迁")
	}
	return f[k-1] == '赤'
}

// suffix returns the modifier that begins at rune k, and where it ends.
func (s *finder) suffix(k int) (m *modifier, end int) {
	f := s.f
	switch runeAt(f, k) {
	case '(', '及', '或', '以', '之', '左', '上', '开', '出', '不', '强':
	default:
		return nil, k
	}
	for j := range suffixes {
		m := &suffixes[j]
		if hasAt(f, k, m.word) {
			end = k + runeLen(m.word)
			if oneOf(runeAt(f, end), m.not) {
				continue
			}
			return m, end
		}
	}
	if hasAt(f, k, "不到") && !isHan(runeAt(f, k+2)) && !isDigit(runeAt(f, k+2)) { // 20人不到
		return &modifier{"不到", Below, ""}, k + 2
	}
	if runeAt(f, k) == '强' && !isHan(runeAt(f, k+1)) {
		return &modifier{"强", Above, ""}, k + 1
	}
	return nil, k
}

func runeLen(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}

// reversed spells s backwards.
func reversed(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

// bound applies a modifier to a quantity. One that contradicts what the figure says already (近百余名) is passed over.
func (q *Quantity) bound(a Approx) {
	switch a {
	case About:
		if q.Approx == Exact {
			q.Approx = About
		}
		return
	case Above, AtLeast:
		if q.Approx == AtMost || q.Approx == Below {
			return
		}
		if q.Approx != Above { // 超过20多: the lower bound stands as it is
			q.LoOpen = a == Above
		}
		q.Hi, q.HiOpen = Number{}, false
	case Below, AtMost:
		if q.Approx == Above || q.Approx == AtLeast {
			return
		}
		q.Lo, q.LoOpen = Number{}, false
		q.HiOpen = a == Below
	}
	q.Approx = a
}

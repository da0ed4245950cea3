package entities

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/xinwen-go/xinwen/text"
)

//go:generate go run ../internal/gen/names

//go:embed names.tsv
var namesTable string

// Costs are −100·ln of a probability.
const (
	unseenGiven  = 920 // a character never seen in a given name
	twoGiven     = 19  // a given name has two characters
	oneGiven     = 130
	compoundCost = 650
)

// charCosts tells how readily a character serves in names; 0 where it does not or was not seen.
type charCosts struct{ surname, first, second, single, foreign int16 }

// nameModel tells names from words by the statistics of characters.
type nameModel struct {
	page  [256]*[256]charCosts // by the bytes of the rune, for the basic plane
	long  map[string]struct{}  // compound surnames, and those of Japan
	first runeSet              // the runes those begin with
}

func (m *nameModel) at(r rune) charCosts {
	if uint32(r) <= 0xFFFF {
		if p := m.page[r>>8]; p != nil {
			return p[r&0xFF]
		}
	}
	return charCosts{}
}

var names = sync.OnceValue(func() *nameModel {
	m := &nameModel{long: map[string]struct{}{}}
	for line := range strings.Lines(namesTable) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		r := []rune(f[0])
		if len(r) > 1 {
			m.long[f[0]] = struct{}{}
			continue
		}
		if len(f) != 6 || r[0] > 0xFFFF {
			continue
		}
		p := m.page[r[0]>>8]
		if p == nil {
			p = new([256]charCosts)
			m.page[r[0]>>8] = p
		}
		p[r[0]&0xFF] = charCosts{num(f[1]), num(f[2]), num(f[3]), num(f[4]), num(f[5])}
	}
	for _, s := range strings.Fields(japanese) {
		m.long[s] = struct{}{}
	}
	for s := range m.long {
		r := []rune(s)[0]
		m.first[r>>6] |= 1 << (r & 63)
	}
	return m
})

func num(s string) int16 {
	n, err := strconv.ParseInt(s, 10, 16)
	if err != nil {
		return 0
	}
	return int16(n)
}

func orUnseen(c int16) int {
	if c == 0 {
		return unseenGiven
	}
	return int(c)
}

// surnameAt is the length of the surnames at the start of s that are compound (or 0), and the cost of the single one (or 0).
func (m *nameModel) surnameAt(s []rune) (compound int, single int) {
	if len(s) == 0 {
		return 0, 0
	}
	single = int(m.at(s[0]).surname)
	if !m.first.has(s[0]) {
		return 0, single
	}
	var buf [4 * 4]byte
	for n := 3; n >= 2; n-- {
		if len(s) < n || !text.IsHan(s[0]) {
			continue
		}
		if _, ok := m.long[string(appendRunes(buf[:0], s[:n]))]; ok {
			return n, single
		}
	}
	return 0, single
}

func appendRunes(b []byte, s []rune) []byte {
	for _, r := range s {
		b = append(b, string(r)...)
	}
	return b
}

// given is the cost of a given name, 0 where it cannot be one.
func (m *nameModel) given(s []rune) int {
	for _, r := range s {
		if !text.IsHan(r) || r == '廿' || r == '卅' || r == '姓' { // 廿七日 follows
			return 0
		}
	}
	switch len(s) {
	case 1:
		c := m.at(s[0])
		best := orUnseen(c.single)
		if c.single == 0 && c.second != 0 { // most single given names are rare: what ends a name may be one
			best = int(c.second) + 150
		}
		return best + oneGiven
	case 3: // 小池百合子
		switch s[2] {
		case '子', '郎', '美', '夫', '奈', '介', '代', '香', '江':
			return orUnseen(m.at(s[0]).first) + orUnseen(m.at(s[1]).second) + 300
		}
		return 0
	case 2:
		if s[0] == '一' && (s[1] == '行' || s[1] == '家' || s[1] == '案') { // 池田|一行
			return 0
		}
		return orUnseen(m.at(s[0]).first) + orUnseen(m.at(s[1]).second) + twoGiven
	}
	return 0
}

// masked is the length of a masked given name at the start of s: 某, 某某, 某甲, xx, ××, 〇〇, **; 0 where there is none.
func masked(s []rune) int {
	if len(s) == 0 {
		return 0
	}
	if s[0] == '某' {
		switch {
		case len(s) > 1 && (s[1] == '某' || strings.ContainsRune("甲乙丙丁戊己庚辛", s[1])):
			return 2
		case len(s) > 1 && s[1] >= 'a' && s[1] <= 'd':
			return 2
		}
		return 1
	}
	n := 0
	for n < len(s) && n < 2 && s[n] == s[0] && isMask(s[0]) {
		n++
	}
	return n
}

func isMask(r rune) bool {
	switch r {
	case 'x', '×', '*', '○', '〇', '●', '△', '□':
		return true
	}
	return false
}

// foreignRun yields the length and cost of each name of transliterated characters at the start of s, up to maxForeign.
func (m *nameModel) foreignRun(s []rune, yield func(length, cost int)) {
	cost, n := 0, 0
	dot, hyphen := false, false
	for n < len(s) && n < maxForeign {
		r := s[n]
		if r == '一' && n+1 < len(s) && s[n+1] == '行' { // 克莱因|一行
			return
		}
		switch {
		case (n > 1 || n == 1 && (isDot(r) || r == '-')) && n+2 < len(s) && isJoint(r) && (text.IsHan(s[n+1]) && text.IsHan(s[n-1]) || isDot(r) && (s[n+1] == ' ' || s[n-1] == ' ')):
			dot = dot || isDot(r)
			hyphen = hyphen || r == '-' || r == '.'
			cost += 30
		case r == '和' && n > 1 && n+2 < len(s) && !dot && m.at(s[n+1]).foreign > 0 && m.at(s[n+2]).foreign > 0: // 科瓦奇|和|贝尼泰斯
			cost += 1500
		case n > 1 && n+2 < len(s) && r == ' ' && (isDot(s[n-1]) && text.IsHan(s[n+1]) || isDot(s[n+1]) && text.IsHan(s[n-1])):
		default:
			c := m.at(r).foreign
			switch {
			case (c == 0 || c > rareForeign && (n == 0 || n+2 > len(s) || m.at(s[n+1]).foreign == 0 || m.at(s[n+1]).foreign > rareForeign)) && (!text.IsHan(r) || !dotNear(s, n) && !((dot || hyphen) && c > 0) && !(dot && strings.ContainsRune("汗廖娄岑蒋", r))):
				return
			case c == 0:
				cost += 500
			default:
				cost += int(c)
			}
		}
		n++
		if n >= 2 && !isJoint(r) && r != ' ' && (n == len(s) || !isDot(s[n])) {
			c := cost
			if hyphen && !dot {
				c -= 500
			}
			if dot {
				c -= 800 // the dot is proof
				if isJoint(s[n-2]) {
					c += 400 // but its last part is seldom one character
				}
			}
			yield(n, max(c, 200))
		}
	}
}

// allForeign tells that s may be a transliterated name.
func (m *nameModel) allForeign(s []rune) bool {
	for _, r := range s {
		if m.at(r).foreign == 0 {
			return false
		}
	}
	return true
}

// isJoint tells that r may join the parts of a transliterated name: the dot, and what stands for it.
func isJoint(r rune) bool {
	switch r {
	case '·', '-', '.', '﹒', '•', '‧', '∙', '・', '･':
		return true
	}
	return false
}

// isDot tells that r is one of the dots that join the parts of a transliterated name and nothing else.
func isDot(r rune) bool { return isJoint(r) && r != '-' && r != '.' }

// dotNear tells that rune n begins the part after a dot that joins the parts of a name, or that such a dot follows soon.
func dotNear(s []rune, n int) bool {
	if n > 0 && isDot(s[n-1]) || n > 1 && s[n-1] == ' ' && isDot(s[n-2]) {
		return true
	}
	for k := n + 1; k < min(len(s), n+5) && (text.IsHan(s[k]) || isDot(s[k]) || s[k] == ' ' || s[k] == '-'); k++ {
		if isDot(s[k]) {
			return true
		}
	}
	return false
}

const (
	maxForeign  = 16
	rareForeign = 850 // characters seen less in transliterated names do not make one
)

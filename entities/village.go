package entities

import (
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// Villages, communities and many townships are in no gazetteer; their names are read by their form.

// numerals begin many names of villages and townships: 七里村, 五里铺村, 十八里店乡, 三间房乡.
const numerals = "一二三四五六七八九十百"

// counted are the measures after which a numeral counts rather than names: 三个村, 五名村干部.
const counted = "个名位座户条片处多余几万千年月日次批届种类天大级支所岁元人点分代组排成项件两省市县区乡镇村州旗中小"

// numeralPlace is the length of the name of a village or township at the start of s that begins with a numeral, with its
// last word; 0 where there is none.
func numeralPlace(s []rune) int {
	n := 0
	for n < len(s) && n < 3 && strings.ContainsRune(numerals, s[n]) {
		n++
	}
	if n == 0 || n >= len(s) || strings.ContainsRune(counted, s[n]) {
		return 0
	}
	const most = 3 // runes between the numeral and the last word
	for k := n + 1; k < len(s) && k <= n+most+1; k++ {
		if !text.IsHan(s[k-1]) {
			return 0
		}
		switch s[k] {
		case '村':
			return k + 1
		case '乡', '镇':
			if k > n+1 || s[n] == '里' {
				return k + 1
			}
		case '社', '街':
			if k+1 < len(s) && (s[k+1] == '区' || s[k+1] == '道') {
				return k + 2
			}
		}
	}
	return 0
}

// numeralPlaceAt adds the name of a village or township that begins with a numeral, and that name without its last word.
func (l *lattice) numeralPlaceAt(i int, s []rune) {
	n := numeralPlace(s)
	if n == 0 {
		return
	}
	last := 1
	if s[n-1] == '区' || s[n-1] == '道' {
		last = 2
	}
	const cost = 1000
	none := item{entry: -1, class: 'n'}
	l.add(i, i+n-last, kWord, cost, none)
	l.add(i, i+n, kWord, cost+400, none)
}

// villageAt adds the name of a village that is in no table, where a body or title of villages follows: 车巴村|党支部, 猪嘴岭村|老支书.
func (l *lattice) villageAt(i int, s []rune) {
	for n := 2; n <= 4 && n < len(s); n++ {
		if !text.IsHan(s[n-1]) {
			return
		}
		if s[n] != '村' {
			continue
		}
		for _, w := range []string{"党支部", "党总支", "党委", "支书", "老支书", "支部书记", "书记", "第一书记", "村委会", "主任", "村主任", "妇女主任", "治安主任", "监委会", "驻村"} {
			if r := []rune(w); len(s) > n+len(r) && equal(s[n+1:n+1+len(r)], w) {
				l.add(i, i+n+1, kWord, 1450, item{entry: -1, class: 'n'})
				return
			}
		}
		return
	}
}

// ordinalAt adds a long ordinal: 第七十六, which the tables of words cut.
func (l *lattice) ordinalAt(i int, s []rune) {
	if s[0] != '第' {
		return
	}
	n := 1
	for n < len(s) && n < 7 && (strings.ContainsRune(numerals, s[n]) || s[n] == '零' || s[n] == '〇') {
		n++
	}
	if n > 2 {
		l.add(i, i+n, kFunc, 500, item{entry: -1, class: 'm'})
	}
}

// termAt adds a term of an assembly, or several: 第九届, 第七、八、九届, 第十届、十一届.
func (l *lattice) termAt(i int, s []rune) {
	if s[0] != '第' && !strings.ContainsRune(numerals, s[0]) && !isDigit(s[0]) {
		return
	}
	n, end := 0, 0
	for n < len(s) && n < 24 {
		if s[n] == '第' {
			n++
		}
		from := n
		for n < len(s) && n-from < 4 && (strings.ContainsRune(numerals, s[n]) || isDigit(s[n])) {
			n++
		}
		if n == from || n == len(s) {
			break
		}
		if s[n] == '届' {
			n++
			end = n
			if n == len(s) {
				break
			}
		}
		if s[n] != '、' && s[n] != '和' && s[n] != '至' {
			break
		}
		n++
	}
	if end > 1 {
		l.add(i, i+end, kFunc, 400, item{entry: -1, class: 'm'})
	}
}

// villageOf is the village or community that the name of a body begins with, empty where it begins with none: 七里村 of
// 七里村党支部.
func villageOf(name string) string {
	r := []rune(name)
	for k := 1; k < len(r) && k < 8; k++ {
		switch {
		case r[k] == '村' && !strings.HasPrefix(string(r[k:]), "村镇") && !strings.HasPrefix(string(r[k:]), "村民"):
			return string(r[:k+1])
		case r[k] == '社' && k+1 < len(r) && r[k+1] == '区' && k > 1:
			return string(r[:k+2])
		case r[k] == '县' || r[k] == '市' || r[k] == '农':
			return ""
		}
	}
	return ""
}

// villageBody tells that a body is one that villages and communities have, named without the village: 村委会, 居委会.
func villageBody(core string) bool {
	switch core {
	case "村委会", "村党支部", "村党总支", "村支部", "村民委员会", "村监委会", "村务监督委员会", "社区居委会", "居委会", "村党委", "社区党委", "社区党总支", "社区党支部", "党支部", "党总支", "党委":
		return true
	}
	return false
}

package tagger

import (
	"github.com/xinwen-go/xinwen/internal/lexicon"
	"github.com/xinwen-go/xinwen/text"
)

// figures finds the spans that rules decide: numerals with their scale, years, months, days and hours, Latin strings.

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 0xC0 <= r && r <= 0x24F && r != '×' && r != '÷'
}

func isScale(r rune) bool {
	return r == '十' || r == '百' || r == '千' || r == '万' || r == '亿' || r == '兆'
}

func isHanDigit(r rune) bool {
	switch r {
	case '零', '〇', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九':
		return true
	}
	return false
}

func at(f []rune, i int) rune {
	if i < 0 || i >= len(f) {
		return 0
	}
	return f[i]
}

// latin reports the end of the Latin string at i: letters and digits with single joining marks between them. ok is false
// where it has no letter.
func latin(f []rune, i int) (end int, ok bool) {
	j := i
	for j < len(f) {
		r := f[j]
		if isLetter(r) {
			ok = true
		} else if !isDigit(r) {
			next := at(f, j+1)
			joins := (r == '.' || r == '-' || r == '&' || r == '@' || r == '_' || r == '\'' || r == '’' || r == '/' && ok) && (isLetter(next) || isDigit(next))
			if !joins || j == i {
				break
			}
			if !ok && !isLetter(next) { // 3.5: a numeral so far
				break
			}
		}
		j++
	}
	for j < len(f) && f[j] == '+' && ok {
		j++
	}
	return j, ok
}

// units that stand right after digits in Latin letters.
func isUnit(f []rune) bool {
	switch string(f) {
	case "km", "kg", "cm", "mm", "m", "ml", "l", "mg", "t", "kw", "mw", "gw", "kwh", "mb", "gb", "tb", "hz", "khz", "mhz", "ghz", "nm", "km/h", "mpa", "pm", "db", "v", "w":
		return true
	}
	return false
}

// numeral reads the numeral that starts with an ASCII digit at i and returns its end; plain tells that it is digits
// only, and value is then their value (or -1 beyond 9 digits).
func numeral(f []rune, i int) (end int, plain bool, value int) {
	j := i
	plain = true
	for j < len(f) && isDigit(f[j]) {
		if j-i < 9 {
			value = value*10 + int(f[j]-'0')
		} else {
			value = -1
		}
		j++
	}
	for {
		switch r := at(f, j); {
		case r == ',' && isDigit(at(f, j+1)) && isDigit(at(f, j+2)) && isDigit(at(f, j+3)) && !isDigit(at(f, j+4)):
			j += 4
		case (r == '.' || r == '·' || r == '/') && isDigit(at(f, j+1)):
			j++
			for isDigit(at(f, j)) {
				j++
			}
		case (r == '多' || r == '余' || r == '几') && (at(f, j+1) == '万' || at(f, j+1) == '亿'):
			j++
			continue
		case isScale(r) && !scaleOfUnit(f, j):
			j++
			for isDigit(at(f, j)) {
				j++
			}
		case r == '%' || r == '‰':
			return j + 1, false, 0
		default:
			return j, plain, value
		}
		plain = false
	}
}

// scaleOfUnit reports whether the scale character at j belongs to a unit: 千克, 兆瓦.
func scaleOfUnit(f []rune, j int) bool {
	switch next := at(f, j+1); f[j] {
	case '千':
		switch next {
		case '克', '米', '瓦', '赫', '卡', '伏', '帕', '焦':
			return true
		}
	case '兆':
		return next == '瓦' || next == '赫' || next == '字' || next == '欧' || next == '帕'
	case '百':
		return next == '分'
	}
	return false
}

// figure returns the fixed word that starts at i with a digit, a letter or a Han numeral; ok is false where there is none.
// prev is the word fixed right before i, if any.
func (w *Words) figure(f []rune, i int, prev Unit) (u Unit, ok bool) {
	r := f[i]
	switch {
	case isDigit(r):
		end, isWord := latin(f, i)
		n, plain, value := numeral(f, i)
		if isWord && end > n && !isUnit(f[n:end]) {
			return Unit{Start: int32(i), End: int32(end), Sym: SymLatin, Kind: Fixed, Tag: w.tags.nx}, true
		}
		if plain {
			if e := date(f, i, n, value, prev); e > 0 {
				return Unit{Start: int32(i), End: int32(e), Sym: SymTime, Kind: Fixed, Tag: w.tags.t}, true
			}
		}
		return Unit{Start: int32(i), End: int32(n), Sym: SymNumber, Kind: Fixed, Tag: w.tags.m}, true
	case isLetter(r):
		end, _ := latin(f, i)
		return Unit{Start: int32(i), End: int32(end), Sym: SymLatin, Kind: Fixed, Tag: w.tags.nx}, true
	}
	return w.hanNumeral(f, i, prev)
}

// date returns the end of the date or time of day that the digits [i, n) begin, or 0.
func date(f []rune, i, n, value int, prev Unit) int {
	digits := n - i
	follows := prev.Sym == SymTime && int(prev.End) == i
	switch at(f, n) {
	case '年':
		switch next := at(f, n+1); {
		case next == '代':
			return n + 2
		case next == '度':
			return 0
		case digits == 4 && value >= 1000 && value < 3000,
			digits == 2 && (value >= 78 || f[i] == '0' || isDigit(next) && monthAt(f, n+1)),
			i >= 2 && (f[i-2] == '民' && f[i-1] == '国' || f[i-2] == '公' && f[i-1] == '元') || i >= 3 && f[i-3] == '公' && f[i-2] == '元' && f[i-1] == '前':
			return n + 1
		}
	case '月':
		if value >= 1 && value <= 12 && digits <= 2 {
			if at(f, n+1) == '份' {
				return n + 2
			}
			return n + 1
		}
	case '日':
		if value >= 1 && value <= 31 && digits <= 2 {
			return n + 1
		}
	case '号':
		if value >= 1 && value <= 31 && follows && f[i-1] == '月' {
			return n + 1
		}
	case '时', '点':
		if value > 24 || digits > 2 {
			return 0
		}
		next := at(f, n+1)
		if f[n] == '点' && !follows && !dayPart(f, i) && next != '半' && next != '整' && next != '钟' && next != '许' && !(isDigit(next) && clockMinute(f, n+1)) {
			return 0
		}
		if next == '半' || next == '整' || next == '钟' {
			return n + 2
		}
		return n + 1
	case '分', '秒':
		if follows && (f[i-1] == '时' || f[i-1] == '点' || f[i-1] == '分') {
			return n + 1
		}
	case ':':
		j := n
		for at(f, j) == ':' && isDigit(at(f, j+1)) && isDigit(at(f, j+2)) && !isDigit(at(f, j+3)) {
			j += 3
		}
		if j > n && digits <= 2 && value <= 24 {
			return j
		}
	case '-':
		if digits == 4 && isDigit(at(f, n+1)) {
			j := n
			for k := 0; k < 2 && at(f, j) == '-' && isDigit(at(f, j+1)); k++ {
				j += 2
				if isDigit(at(f, j)) {
					j++
				}
			}
			if j > n+3 && !isDigit(at(f, j)) {
				return j
			}
		}
	}
	return 0
}

func monthAt(f []rune, i int) bool {
	j := i
	for isDigit(at(f, j)) {
		j++
	}
	return at(f, j) == '月'
}

func clockMinute(f []rune, i int) bool {
	j := i
	for isDigit(at(f, j)) {
		j++
	}
	return j-i <= 2 && at(f, j) == '分'
}

// dayPart reports whether a part of the day stands right before i: 上午, 凌晨 …
func dayPart(f []rune, i int) bool {
	switch at(f, i-1) {
	case '午', '晨', '晚', '夜', '早', '日':
		return true
	case '上':
		return at(f, i-2) == '晚' || at(f, i-2) == '早'
	case '间':
		return at(f, i-2) == '晚' || at(f, i-2) == '夜'
	}
	return false
}

// hanNumeral returns the numeral written in Han characters at i where it is surely one: it has at least two characters
// and a scale, or is a year, a fraction or an ordinal. What is left (一, 三四, 百万) is for the lexicon and the model.
func (w *Words) hanNumeral(f []rune, i int, prev Unit) (u Unit, ok bool) {
	r := f[i]
	start := i
	if r == '第' {
		i++
		if isDigit(at(f, i)) {
			n, _, _ := numeral(f, i)
			return Unit{Start: int32(start), End: int32(n), Sym: SymNumber, Kind: Fixed, Tag: w.tags.m}, true
		}
		r = at(f, i)
	} else if (r == '几' || r == '数' || r == '上') && isScale(at(f, i+1)) {
		i++
		r = at(f, i)
	}
	if !isHanDigit(r) && r != '十' && !(i > start && isScale(r)) && !(r == '百' && at(f, i+1) == '分') {
		return u, false
	}
	j, scales, value := i, 0, 0
	for ; j < len(f) && (isHanDigit(f[j]) || isScale(f[j]) && !scaleOfUnit(f, j) || (f[j] == '几' || f[j] == '多' || f[j] == '余') && j > i && isScale(at(f, j+1)) && at(f, j+1) != '十'); j++ {
		if isScale(f[j]) {
			scales++
		}
	}
	if j > i && f[j-1] == '十' && at(f, j) == '几' {
		j++
	}
	value = hanValue(f[i:j])
	unit := Unit{Start: int32(start), End: int32(j), Sym: SymNumber, Kind: Fixed, Tag: w.tags.m}
	if (at(f, j) == '分' || at(f, j) == '百' && at(f, j+1) == '分') && start == i { // 三分之二, 百分之五
		k := j
		if f[k] == '百' {
			k++
		}
		if at(f, k+1) == '之' {
			e := k + 2
			for e < len(f) && (isHanDigit(f[e]) || isScale(f[e]) || f[e] == '点' && isHanDigit(at(f, e+1)) || isDigit(f[e]) || f[e] == '.' && isDigit(at(f, e+1))) {
				e++
			}
			if at(f, e) == '几' {
				e++
			}
			if e > k+2 && k > i {
				unit.End = int32(e)
				return unit, true
			}
		}
	}
	if j == i {
		return u, false
	}
	follows := prev.Sym == SymTime && int(prev.End) == start
	switch at(f, j) {
	case '年':
		if scales == 0 && j-i == 4 || scales == 0 && j-i == 2 && at(f, j+1) != '来' && (f[i] == '九' || f[i] == '八' || f[i] == '〇' || f[i] == '零') {
			if at(f, j+1) != '度' {
				unit.Sym, unit.Tag, unit.End = SymTime, w.tags.t, int32(j+1)
				if at(f, j+1) == '代' {
					unit.End++
				}
				return unit, true
			}
		}
		if at(f, j+1) == '代' && scales == 1 && value%10 == 0 && start == i {
			unit.Sym, unit.Tag, unit.End = SymTime, w.tags.t, int32(j+2)
			return unit, true
		}
	case '月':
		if value >= 1 && value <= 12 && start == i && (scales > 0 || follows) {
			unit.Sym, unit.Tag, unit.End = SymTime, w.tags.t, int32(j+1)
			if at(f, j+1) == '份' {
				unit.End++
			}
			return unit, true
		}
	case '日', '号':
		if value >= 1 && value <= 31 && follows && at(f, start-1) == '月' {
			unit.Sym, unit.Tag, unit.End = SymTime, w.tags.t, int32(j+1)
			return unit, true
		}
	case '时', '点':
		if value >= 0 && value <= 24 && start == i && (follows || dayPart(f, i)) {
			unit.Sym, unit.Tag, unit.End = SymTime, w.tags.t, int32(j+1)
			if at(f, j+1) == '半' || at(f, j+1) == '整' || at(f, j+1) == '钟' {
				unit.End++
			}
			return unit, true
		}
	}
	if start == i && (scales == 0 || j-i < 2) && !(scales == 0 && j-i >= 3) || i > start && f[start] == '第' && j-i < 2 {
		return u, false
	}
	if w.covered(f, start, j) {
		return u, false
	}
	return unit, true
}

// hanValue is the value of a numeral of Han characters below 100, or -1.
func hanValue(f []rune) int {
	digit := func(r rune) int {
		switch r {
		case '零', '〇':
			return 0
		case '两':
			return 2
		}
		for i, d := range [...]rune{'一', '二', '三', '四', '五', '六', '七', '八', '九'} {
			if r == d {
				return i + 1
			}
		}
		return -1
	}
	switch len(f) {
	case 1:
		if f[0] == '十' {
			return 10
		}
		return digit(f[0])
	case 2:
		if f[0] == '十' && digit(f[1]) > 0 {
			return 10 + digit(f[1])
		}
		if f[1] == '十' && digit(f[0]) > 0 {
			return 10 * digit(f[0])
		}
	case 3:
		if f[1] == '十' && digit(f[0]) > 0 && digit(f[2]) > 0 {
			return 10*digit(f[0]) + digit(f[2])
		}
	}
	return -1
}

// covered reports whether a word of the lexicon other than a numeral begins at i or up to two runes before it and goes on
// beyond j, as 三十六计 does over 三十六.
func (w *Words) covered(f []rune, i, j int) bool {
	for s := max(i-2, 0); s <= i; s++ {
		n, k := lexicon.Root, s
		for k < len(f) && text.IsHan(f[k]) {
			next, ok := w.lex.Next(n, f[k])
			if !ok {
				break
			}
			n = next
			k++
			if k > j || k == j && s < i {
				if v, end := w.lex.Value(n); end && v.Tag() != w.tags.m && v.Tag() != w.tags.t && v.Tag() != w.tags.q {
					return true
				}
			}
		}
	}
	return false
}

package numbers

// dateNumber is a whole number as dates are written with: 2021, 二〇二一, 二十八, 廿八.
type dateNumber struct {
	value  int // -1 where the run of digits is no such number
	digits int // how many runes it is written with
	style  dateStyle
	end    int // the rune after it
}

type dateStyle uint8

const (
	inDigits    dateStyle = iota + 1 // 2021
	inPositions                      // 二〇二一, 九八: Chinese digits, one a place
	inWords                          // 二十八, 两千零八: with 十百千; a single Chinese digit
)

const maxDateDigits = 8

// readDateNumber reads the whole run of digits or Chinese numerals at i. The run ends where another kind of numeral begins.
func readDateNumber(f []rune, i int) dateNumber {
	if i < len(f) && isDigit(f[i]) {
		return arabicDateNumber(f, i)
	}
	n := dateNumber{value: -1, style: inPositions, end: i}
	total, section, run := 0, 0, 0 // what units have closed, the digits since the last unit, and how many they are
	valid := true
	for ; n.end < len(f); n.end++ {
		d, unit := chineseDigit(f[n.end])
		if d < 0 {
			break
		}
		if n.digits++; n.digits > maxDateDigits {
			continue
		}
		switch {
		case unit == 0:
			section = section*10 + d
			if run > 0 || d > 0 || n.style == inPositions { // 零 after a unit is no digit: 两千零五
				run++
			}
		case unit < 0: // 廿, 卅
			valid = valid && run == 0
			n.style, total = inWords, total+d*10
		default:
			valid = valid && run <= 1
			n.style, total, section, run = inWords, total+max(section, 1)*unit, 0, 0
		}
	}
	switch {
	case n.digits == 0 || n.digits > maxDateDigits:
	case n.style == inWords:
		if valid && run <= 1 {
			n.value = total + section
		}
	default:
		n.value = section
		if n.digits == 1 {
			n.style = inWords
		}
	}
	return n
}

func arabicDateNumber(f []rune, i int) dateNumber {
	n := dateNumber{style: inDigits, end: i}
	for ; n.end < len(f) && isDigit(f[n.end]); n.end++ {
		if n.digits++; n.digits <= maxDateDigits {
			n.value = n.value*10 + int(f[n.end]-'0')
		}
	}
	if n.digits == 0 || n.digits > maxDateDigits {
		n.value = -1
	}
	return n
}

// chineseDigit returns the value of a Chinese digit, with the unit that it multiplies for 十百千; unit is -1 for 廿 and 卅,
// which are tens by themselves. d is -1 for any other rune.
func chineseDigit(r rune) (d, unit int) {
	switch r {
	case '〇', '零':
		return 0, 0
	case '一':
		return 1, 0
	case '二', '两':
		return 2, 0
	case '三':
		return 3, 0
	case '四':
		return 4, 0
	case '五':
		return 5, 0
	case '六':
		return 6, 0
	case '七':
		return 7, 0
	case '八':
		return 8, 0
	case '九':
		return 9, 0
	case '十':
		return 0, 10
	case '百':
		return 0, 100
	case '千':
		return 0, 1000
	case '廿':
		return 2, -1
	case '卅':
		return 3, -1
	}
	return -1, 0
}

func isNumeral(r rune) bool {
	d, _ := chineseDigit(r)
	return d >= 0 || isDigit(r)
}

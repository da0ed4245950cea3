package entities

import "github.com/xinwen-go/xinwen/text"

// Small bodies with a name of their own that no table has are read by what stands before them and behind.

// districtAt tells that s begins with a district below a county, in no table, with its committee: 马城|区委书记.
func (l *lattice) districtAt(i int, s []rune) bool {
	if i > 0 && text.IsHan(l.s[i-1]) && l.s[i-1] != '县' {
		return false
	}
	if _, ok := l.lex.words.Get(s[:2]); ok {
		return false
	}
	for _, w := range []string{"区委书记", "区委副书记", "区委委员"} {
		if prefix(s[2:], w) > 0 {
			return true
		}
	}
	return false
}

var aboveStation = newRuneSet("局县市区旗队")

// stationAt adds the name of a small place that is in no table behind a body or a place, where the station of that place follows:
// 公安局|店口|派出所.
func (l *lattice) stationAt(i int, s []rune) {
	if i == 0 || !aboveStation.has(l.s[i-1]) {
		return
	}
	for n := 2; n <= 3 && n+3 <= len(s) && bureauRune(s[n-1]) && bureauRune(s[0]); n++ {
		switch string(s[n : n+3]) {
		case "派出所", "司法所", "税务所", "财政所", "工商所", "卫生院", "国土所", "收费站", "检查站":
			l.add(i, i+n, kWord, 1150, item{entry: -1, class: 'n'})
			return
		}
	}
}

// works end the names of what worksAt reads.
var works = []string{"厂", "矿", "林场", "农场", "牧场", "茶场", "煤矿", "管理局", "管理处", "水库"}

var aboveWorks = newRuneSet("县市区乡镇村司")

// worksAt adds a factory, mine or farm with a name that is in no table, at the beginning of a phrase or behind a place, where the
// title of its head or a body in it follows: 冶炼厂|厂长, 天宝山林场|党总支.
func (l *lattice) worksAt(i int, s []rune) {
	if i > 0 && text.IsHan(l.s[i-1]) && !aboveWorks.has(l.s[i-1]) || !text.IsHan(s[0]) {
		return
	}
	for n := 2; n <= 3 && n < len(s) && bureauRune(s[n-2]) && bureauRune(s[n-1]); n++ {
		for _, w := range works {
			end := n + prefix(s[n:], w)
			if end == n || s[n] == '管' && !features.has(s[n-1]) {
				continue
			}
			rest := s[end:]
			for _, head := range []string{"厂长", "副厂长", "矿长", "副矿长", "场长", "副场长", "局长", "副局长", "主任", "副主任", "处长", "副处长", "党委", "党总支", "党支部", "工会"} {
				if prefix(rest, head) > 0 {
					l.add(i, i+end, kOrgan, 1000+200*n, item{entry: -1, class: 'n'})
					return
				}
			}
		}
	}
}

// features are the last characters of the names of mountains and waters, which may begin with the name of a county: 缙云山.
var features = newRuneSet("山湖河江溪岭峰岛")

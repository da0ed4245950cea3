package entities

import (
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// nameCost is what the name of n given characters at position i costs more, or less, for what it holds and what follows it. s begins with
// its surname of sur characters.
func (l *lattice) nameCost(i int, s []rune, sur, n, longest int) int {
	rest := s[sur:]
	c := l.wordPenalty(s[:sur+n])
	for _, r := range rest[:n] {
		if particles.has(r) { // 问他, 问得紧
			c += 700
		}
	}
	if rest[n-1] == '作' && n < len(rest) && strings.ContainsRune("的了出为", rest[n]) { // 李飞|作的说明
		c += 400
	}
	if n == 2 && rest[0] == '得' && l.afterTitle { // 巡抚|问得紧
		c += 400
	}
	if s[0] == '后' && l.afterTitle { // 副省长|后于2016年
		c += 400
	}
	if sur == 1 && n == 2 && strings.ContainsRune("却同别才即后", s[0]) { // 主任却|提醒
		if v, ok := l.lex.words.Get(rest[:2]); ok && classKind(byte(v>>16)) == kFunc {
			c += 500
		}
	}
	if s[0] == '余' && i > 0 && (numerals.has(l.s[i-1]) || strings.ContainsRune("百千万", l.s[i-1])) { // 四十余|国元首
		c += 800
	}
	if sur == 1 && joiners.has(s[0]) && aloneSurnames.has(rest[0]) && len(rest) > n && l.titleAt(rest[n:]) { // 向|习旅长, 向|宋双亲王
		c += 600
	}
	if n <= 2 && sur == 1 && l.cutsOrgan(s[1:]) { // 连|国健局
		c += 500
	}
	if n < len(rest) && rest[n] == '于' { // 楼|建于
		if _, ok := l.lex.words.Get(rest[n-1 : n+1]); ok {
			c += 400
		}
	}
	if n == 1 && len(rest) > 2 && rest[1] == '来' && rest[2] == '说' { // 饶运来|说
		c += 400
	}
	if followers.has(rest[n-1]) && n < len(rest) && text.IsHan(rest[n]) && !l.endsName(rest[n:]) {
		c += 250
		if adverbial.has(rest[n-1]) {
			c += 150
		}
	} else if n == longest && (rest[n-1] == '说' || rest[n-1] == '称') { // 李建|说
		c += 350
	}
	if n < len(rest) && strings.ContainsRune("给对向让把被替为与和跟请", rest[n-1]) && strings.ContainsRune("他她我你它", rest[n]) { // 佟瑛|给他们
		c += 500
	}
	if rest[n-1] == '于' && n < len(rest) && (text.IsHan(rest[n]) || isDigit(rest[n])) {
		c += 700
	}
	if n == 2 && n < len(rest) && conjunctions.has(rest[1]) && (text.IsHan(rest[n]) || isDigit(rest[n])) && l.endsName(rest[n:]) { // tokens cut before 和
		c -= 250
	}
	if n < len(rest) && rest[n-1] == '向' && text.IsHan(rest[n]) { // 李明|向记者
		c += 500
	}
	if n < 3 && l.afterTitle && len(rest) > 3 && rest[2] == '向' { // 严少南|向县长, not 严少|南向
		if _, ok := l.lex.words.Get(rest[1:3]); ok {
			c += 900 - 600*n
		}
	}
	if rest[n-1] == '则' && n < len(rest) && l.endsName(rest[n:]) { // 段方|则强调
		c += 500
	}
	if l.giving && n+1 < len(rest) && rest[n] == '成' && rest[n+1] == '为' { // 任命李作成|为
		c += 450
	}
	if l.giving && n < len(rest) { // 任命陈政升为, 推举李大有出任
		if l.assigns(rest[n:]) {
			c -= 250
		} else if rest[n-1] == '为' && text.IsHan(rest[n]) {
			c += 500
		}
	}
	if l.afterTitle && (n == len(rest) || !text.IsHan(rest[n]) && !isJoint(rest[n])) { // 主席许多多,
		c -= max(0, 200-l.wordPenalty(s[:sur+n]))
	}
	return c + l.lastCost(rest, n) + l.givenCost(rest, n)
}

// lastCost is what a name costs more for ending in a character that rather begins what follows.
func (l *lattice) lastCost(rest []rune, n int) int {
	last := rest[n-1]
	if n == len(rest) {
		return 0
	}
	c, next := 0, rest[n]
	switch {
	case strings.ContainsRune("了着著过", next) && n > 1: // 李响|算了一笔账, 江山|带着
		c += 500
	case l.speaks(rest[n-1 : n+1]): // 李岳|答询
		c += 400
	case !text.IsHan(next) && strings.ContainsRune("指问答称说", last): // 费舒|指,
		c += 1200
	case last == '却' && text.IsHan(next): // 简英|却提出
		c += 500
	case last == '等' && !text.IsHan(next):
		c += 500
	case last == '才' && (numerals.has(next) || isDigit(next)): // 颜立|才十六岁
		c += 1000
	case last == '方' && n == 1 && l.titleAt(rest[n:]): // 哈方|组长
		c += 400
	case n == 1 && (last == '女' || last == '男') && !text.IsHan(next) || n == 1 && (last == '女' || last == '男') && next == '等':
		c += 500
	}
	return c
}

// givenCost is what a name costs more for a given name that is a title or profession: 站长|雷|经理.
func (l *lattice) givenCost(rest []rune, n int) int {
	if n != 2 {
		return 0
	}
	if v, ok := l.lex.trie.Get(rest[:2]); ok && l.lex.entry[v].kinds&(1<<kTitle|1<<kProfession) != 0 {
		return 800
	}
	return 0
}

// speaks tells that s is a verb that commonly follows the name of a person.
func (l *lattice) speaks(s []rune) bool {
	v, ok := l.lex.trie.Get(s)
	return ok && l.lex.entry[v].speech
}

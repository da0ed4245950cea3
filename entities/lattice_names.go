package entities

import (
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// nameEdges adds the names that may start at position i.
func (l *lattice) nameEdges(i int, s []rune) {
	compound, single := l.nam.surnameAt(s)
	if single > 0 {
		l.chineseName(i, s, 1, single)
		l.addressAt(i, s, single)
		if len(s) >= 4 { // 林郑月娥: a married woman's name, or a surname of its own kind
			if second := int(l.nam.at(s[1]).surname); second > 0 && second < 650 {
				if g := l.nam.given(s[2:4]); g > 0 && !followers.has(s[3]) && !followers.has(s[2]) && !particles.has(s[2]) && !particles.has(s[3]) && !prepositions.has(s[0]) {
					c := single + second + g + 350 + l.wordPenalty(s[1:4])
					if len(s) > 4 && l.straddles(s, 4) { // 丘国贤|回复
						c += 300
					}
					l.add(i, i+4, kName, c, item{entry: -1, sur: 2})
				}
			}
		}
	}
	if compound == 0 && single == 0 && (l.afterTitle || l.afterGive || i == 0 && rareSurnames.has(s[0])) {
		l.rareName(i, s)
	}
	if (s[0] == '老' || s[0] == '小') && l.afterTitle && !l.bareTitleEnds(i) && len(s) > 1 && aloneSurnames.has(s[1]) { // 村委会主任|老韩
		c := 500 + int(l.nam.at(s[1]).surname)
		if len(s) > 2 && l.titleAt(s[2:]) {
			c += 400
		}
		l.add(i, i+2, kName, c, item{entry: -1, sur: 2})
	}
	if compound == 0 && (l.japan || l.afterTitle && len(s) > 4 && (s[4] == '子' || s[4] == '郎')) { // 谷口真理子
		l.japaneseName(i, s)
	}
	if compound > 0 {
		cost := compoundCost
		if s[0] == '长' && i > 0 && headed.has(l.s[i-1]) { // 市长|孙某某
			cost += 700
		}
		l.chineseName(i, s, compound, cost)
	}
	base := 400
	if l.abroad { // a foreign state has been named
		base = 150
	}
	l.nam.foreignRun(s, func(n, cost int) {
		if n < len(s) && joiners.has(s[n-1]) && l.titleAt(s[n:]) || n < len(s) && l.straddles(s, n) || n == 2 && aloneSurnames.has(s[1]) && l.titleAt(s[2:]) { // 沃特斯|通电话, 文书科|王主任
			cost += 300
		}
		if n > 3 && l.speaks(s[n-2:n]) { // 安雅·克吕格|坦言
			cost += 1200
		}
		if l.afterTitle && n > 2 && l.longTitleAt(s) { // 国王|特使法里斯
			cost += 600
		}
		if l.afterTitle && (n == len(s) || !text.IsHan(s[n]) && !isJoint(s[n])) { // 总统巴嘎班迪:
			cost -= 150
		}
		l.add(i, i+n, kName, cost+base, item{entry: -1})
		if n > 1 && n+1 < len(s) && numerals.has(s[n]) { // 伊丽莎白二世
			end := n + 1
			for end < len(s) && end < n+3 && numerals.has(s[end]) {
				end++
			}
			if end < len(s) && s[end] == '世' && (end+1 == len(s) || s[end+1] != '纪') {
				l.add(i, i+end+1, kName, cost+base, item{entry: -1})
			}
		}
		if l.afterTitle && n > 1 && n+1 <= len(s) && (n+1 == len(s) || !text.IsHan(s[n+1]) && !isJoint(s[n+1])) && bureauRune(s[n]) && l.nam.at(s[n]).foreign == 0 && l.nam.at(s[n]).second > 0 && !l.speaks(s[n-1:n+1]) { // 外交部长诺帕|敦、
			l.add(i, i+n+1, kName, cost+base+250, item{entry: -1})
		}
	})
	l.syllableName(i, s)
	for _, name := range l.known[s[0]] { // what was a name once is one in the whole text
		if len(s) >= len(name) && slices.Equal(s[:len(name)], name) {
			it := item{entry: -1}
			switch {
			case compound > 0:
				it.sur = int8(compound)
			case single > 0 && len(name) < 5:
				it.sur = 1
			}
			l.add(i, i+len(name), kName, knownName, it)
		}
	}
}

// bareTitleEnds tells that the title that ends at position i is a common word too: 会计|小李.
func (l *lattice) bareTitleEnds(i int) bool {
	v, ok := l.lex.trie.Get(l.s[i-2 : i])
	return ok && l.lex.entry[v].bare
}

// knownName is the cost of a name that the document has shown before.
const knownName = 600

// know remembers a name for the rest of the document.
func (l *lattice) know(name []rune) {
	if l.known == nil {
		l.known = map[rune][][]rune{}
	}
	const most = 32 // names of one first rune, beyond which a list of names makes the search slow
	if names := l.known[name[0]]; len(names) < most {
		l.known[name[0]] = append(names, name)
	}
}

// rareName adds a name with a surname that is in no table, which must stand between a title and the end of a phrase: 主席铁宁、.
func (l *lattice) rareName(i int, s []rune) {
	for n := 2; n <= 3 && n <= len(s); n++ {
		if s[0] == '姓' || !bureauRune(s[0]) || !bureauRune(s[1]) || strings.ContainsRune("职期时后间", s[n-1]) || n < len(s) && (text.IsHan(s[n]) && (n < 3 || !l.endsName(s[n:])) || isJoint(s[n])) || l.nam.at(s[0]).first == 0 && !rareSurnames.has(s[0]) {
			continue
		}
		if g := l.nam.given(s[1:n]); g > 0 {
			if v, ok := l.lex.words.Get(s[1:n]); ok && n == 3 && classKind(byte(v>>16)) == kFunc { // 主任却|提醒,
				g += 500
			}
			if rareSurnames.has(s[0]) { // 旷春艳
				g -= 200
			}
			l.add(i, i+n, kName, 600+g+l.wordPenalty(s[:n]), item{entry: -1, sur: 1})
		}
	}
}

// rareSurnames are surnames that the tables lack.
var rareSurnames = newRuneSet("旷木降闭员妫郐鄞呙折母渠漕狐眭稽端肇脱药萨蚁资遇郤铁锁颉骞鬲尧承拓拱斛杲枚殳毓泉浑淡源溥澹炅爨独玉瑞留疏登盈矢福黑鼓律")

// isKnown tells that the document has shown a name before.
func (l *lattice) isKnown(name []rune) bool {
	return slices.ContainsFunc(l.known[name[0]], func(k []rune) bool { return slices.Equal(k, name) })
}

// japaneseName adds names whose surname of two characters is in no table, where Japan has been named.
func (l *lattice) japaneseName(i int, s []rune) {
	if len(s) < 4 || !japaneseEnds.has(s[1]) || particles.has(s[2]) || particles.has(s[3]) || prepositions.has(s[0]) || s[0] == '日' && s[1] == '本' || !text.IsHan(s[0]) || l.nam.at(s[0]).surname == 0 && l.nam.at(s[0]).first == 0 && !japaneseEnds.has(s[0]) {
		return
	}
	late := 0
	if s[0] == '长' && l.titleEnds(i+1) { // 干事长|森喜太郎
		late = 500
	}
	for n := 3; n <= 5 && n <= len(s); n++ {
		if g := l.nam.given(s[2:n]); g > 0 {
			if v, ok := l.lex.words.Get(s[2:n]); ok && classKind(byte(v>>16)) == kFunc { // 田野|担任
				g += 1000
			}
			c := 1000 + late + g/2 + l.wordPenalty(s[:n])
			if followers.has(s[n-1]) {
				c += 250
			}
			if n == 3 {
				c += 200
			}
			l.add(i, i+n, kName, c, item{entry: -1})
		}
	}
}

// japaneseEnds end most surnames of Japan.
var japaneseEnds = newRuneSet("井川田山村本野原岛崎泽木口谷藤部桥津户尾森内垣江边浦冈坂仓屋濑沼泉宫越")

// straddles tells that the last character of a name of n runes begins a verb that goes on behind it.
func (l *lattice) straddles(s []rune, n int) bool {
	for k := n + 1; k <= n+2 && k <= len(s); k++ {
		if v, ok := l.lex.words.Get(s[n-1 : k]); ok && byte(v>>16) == 'v' && v&0xFFFF < 1700 {
			return true
		}
	}
	return false
}

func (l *lattice) chineseName(i int, s []rune, sur, cost int) {
	it := item{entry: -1, sur: int8(sur)}
	rest := s[sur:]
	if n := masked(rest); n > 0 {
		l.add(i, i+sur+n, kName, cost-100, it)
		if n < len(rest) && rest[0] == '某' && n == 1 && text.IsHan(rest[1]) { // 王某强
			if c := l.nam.at(rest[1]).second; c > 0 {
				c := int(c)
				if len(rest) > 2 {
					if _, ok := l.lex.words.Get(rest[1:3]); ok { // 王某|带人
						c += 500
					}
				}
				if followers.has(rest[1]) { // 王某|带人
					c += 600
				}
				l.add(i, i+sur+2, kName, cost+100+c, it)
			}
		}
		return
	}
	longest := 2
	if sur > 1 {
		longest = 3
	}
	for n := 1; n <= longest && n <= len(rest); n++ {
		if len(rest) > 1 && n < 3 && l.courtesy(rest[:2]) || sur == 1 && n == 1 && rest[0] == s[0] || n == 1 && len(rest) > 1 && rest[0] == '一' && rest[1] == '行' { // 王老师, 谢谢, 池田一行
			continue
		}
		if g := l.nam.given(rest[:n]); g > 0 {
			l.add(i, i+sur+n, kName, cost+g+l.nameCost(i, s, sur, n, longest), it)
		}
	}
	if sur > 1 || aloneSurnames.has(s[0]) {
		if i > 0 && sur == 1 {
			if _, ok := l.lex.words.Get(l.s[i-1 : i+1]); ok || l.s[i-1] == s[0] { // 感|谢部长, 谢|谢部长
				cost += 500
			}
		}
		l.add(i, i+sur, kSurname, cost+150, it)
	}
	// In newspapers a name of two characters is set apart: 王 强.
	if len(rest) > 1 && rest[0] == ' ' && sur == 1 {
		if g := l.nam.given(rest[1:2]); g > 0 && (len(rest) == 2 || !text.IsHan(rest[2]) || g < 800) {
			l.add(i, i+3, kName, cost+g+100, it)
		}
	}
}

// assigns tells that s begins with what stands between the object of a verb of appointing and the office: 为, 出任, 担任.
func (l *lattice) assigns(s []rune) bool {
	if s[0] == '为' {
		return true
	}
	return len(s) > 1 && s[1] == '任' && strings.ContainsRune("出担接兼继就", s[0])
}

// endsName tells that s can stand only behind a whole name, so that 和 before it does not join two: 罗绍和少将, 单清和等, 罗绍和表示.
func (l *lattice) endsName(s []rune) bool {
	found := dayAt(s) || s[0] == '等' || s[0] == '的' || (s[0] == '向' || s[0] == '对') && len(s) > 1 && strings.ContainsRune("他她我记大与来群", s[1]) // 李玉和|向记者
	l.lex.trie.Prefixes(s, func(_ int, v uint32) bool {
		w := &l.lex.entry[v]
		found = found || w.is(kCourtesy) || w.speech
		return !found
	})
	if !found && len(s) > 1 { // 于振和|负责
		v, ok := l.lex.words.Get(s[:2])
		x, own := l.lex.trie.Get(s[:2])
		if own && l.lex.entry[x].adverb != "" { // 肖克和|先后
			return true
		}
		const nominal = 1<<kTitle | 1<<kOrgan | 1<<kOrgWord | 1<<kLevel | 1<<kMod | 1<<kStatus | 1<<kProfession
		found = ok && (!own || l.lex.entry[x].kinds&nominal == 0) && (byte(v>>16) == 'v' || byte(v>>16) == 'd') && (len(s) == 2 || s[2] != '的')
	}
	return found
}

// dayAt tells that s begins with a day or month of a date: 21日.
func dayAt(s []rune) bool {
	n := 0
	for n < len(s) && n < 3 && isDigit(s[n]) {
		n++
	}
	return n > 0 && n < len(s) && (s[n] == '日' || s[n] == '月')
}

// courtesy tells that s is a word that follows surnames: 老师, 先生.
func (l *lattice) courtesy(s []rune) bool {
	v, ok := l.lex.trie.Get(s)
	return ok && l.lex.entry[v].is(kCourtesy) && !l.lex.entry[v].short
}

// cutsOrgan tells that s begins with an organ of which a given name would take the first two characters.
func (l *lattice) cutsOrgan(s []rune) bool {
	cut := false
	l.lex.trie.Prefixes(s, func(n int, v uint32) bool {
		cut = cut || n > 2 && l.lex.entry[v].is(kOrgan)
		return !cut
	})
	return cut
}

// bureauAt adds a department whose name is made of shortened words, 文旅广体局, where the title of its head follows.
func (l *lattice) bureauAt(i int, s []rune) {
	if !bureauRune(s[0]) || len(s) > 1 && !bureauRune(s[1]) {
		return
	}
	for n := 2; n <= 4 && n < len(s); n++ {
		switch r := s[n]; {
		case r == '局' || r == '委' || r == '办':
			rest := s[n+1:]
			for _, w := range []string{"局长", "主任", "副局长", "副主任", "党组", "党委"} {
				if x := prefix(rest, w); x > 0 && x < len(rest) {
					l.add(i, i+n+1, kOrgan, 900+350*n, item{entry: -1, class: 'n'})
				}
			}
			return
		case n < 4 && (r == '科' || r == '组' || r == '处' || r == '室' || r == '股'): // 复健科|主任
			rest := s[n+1:]
			for _, w := range []string{"主任", "副主任", "科长", "组长", "处长", "副处长", "副科长", "副组长", "股长", "副股长"} {
				if x := prefix(rest, w); x > 0 && x < len(rest) {
					l.add(i, i+n+1, kOrgan, 1100+350*n, item{entry: -1, class: 'n'})
				}
			}
			return
		case !bureauRune(r):
			return
		}
	}
}

// bureauRune tells that r may stand in the shortened words of a department's name.
func bureauRune(r rune) bool {
	return text.IsHan(r) && !notInBureaus.has(r)
}

var notInBureaus = newRuneSet("的和与从在是为了对把被向到给由说及等该本各任原前省市县区州局")

// abbreviationAt adds short names of national associations: 中汽协, 中消协.
func (l *lattice) abbreviationAt(i int, s []rune) {
	if len(s) > 2 && s[0] == '中' && s[2] == '协' && text.IsHan(s[1]) && (len(s) == 3 || s[3] != '会' && s[3] != '议') {
		l.add(i, i+3, kOrgan, 900, item{entry: -1, class: 'n'})
	}
}

// wordPenalty is what a name costs more for being a common word too: 谢谢, 高明.
func (l *lattice) wordPenalty(s []rune) int {
	c := 0
	if v, ok := l.lex.words.Get(s); ok {
		c = 200
		if v&0xFFFF < 920 { // 方面
			c = 450
		}
		if classKind(byte(v>>16)) == kFunc {
			c = 500
			if len(s) == 2 && byte(v>>16) == 'v' { // 施政
				c = 900
			}
		}
	}
	if len(s) == 3 {
		if v, ok := l.lex.words.Get(s[:2]); ok && classKind(byte(v>>16)) == kFunc && v&0xFFFF < 1100 { // 默默|地
			c += 300
		}
	}
	if len(s) == 3 {
		if v, ok := l.lex.trie.Get(s[:2]); ok && l.lex.entry[v].kinds&(1<<kProfession|1<<kFunc) != 0 { // 岳父|钱嘉东, 荣休|前
			c += 400
		}
	}
	if v, ok := l.lex.trie.Get(s); ok && l.lex.entry[v].is(kOrgan) { // 海军
		c += 800
	} else if ok && l.lex.entry[v].kinds&(1<<kWord|1<<kFunc) != 0 { // 施政, 荣休
		c += 600
	}
	if bodyEnds.has(s[len(s)-1]) {
		c += 450
	}
	if last := s[len(s)-1]; levelRunes.has(last) {
		c += 600
	}
	return c
}

// particles stand in no given name: pronouns and the particles of verbs.
var particles = newRuneSet("他她它我你您们的了着吗呢吧么这那哪啥谁很没被咱过也都已着著地给把让却")

// joiners are surnames that are prepositions, conjunctions or verbs before another surname with its title.
var joiners = newRuneSet("后向和与问对给跟从于同随别才上生水")

// titleAt tells that a title begins at s, with one modifier at most: 局长, 副局长.
func (l *lattice) titleAt(s []rune) bool {
	found, mod := false, 0
	l.lex.trie.Prefixes(s, func(n int, v uint32) bool {
		w := &l.lex.entry[v]
		found = found || w.is(kTitle)
		if w.is(kMod) {
			mod = n
		}
		return !found
	})
	if !found && mod > 0 {
		l.lex.trie.Prefixes(s[mod:], func(_ int, v uint32) bool {
			found = found || l.lex.entry[v].is(kTitle)
			return !found
		})
	}
	return found
}

// longTitleAt tells that a title of two characters or more begins at s.
func (l *lattice) longTitleAt(s []rune) bool {
	found := false
	l.lex.trie.Prefixes(s, func(n int, v uint32) bool {
		found = n > 1 && l.lex.entry[v].is(kTitle)
		return !found
	})
	return found
}

// addressAt adds a surname with a courtesy word, which gives no office and begins no name: 朱先生, 周太太.
func (l *lattice) addressAt(i int, s []rune, cost int) {
	if len(s) < 3 {
		return
	}
	if !aloneSurnames.has(s[0]) { // 邱振|国先生
		cost += 400
	}
	switch string(s[1:3]) {
	case "先生", "女士", "小姐", "太太", "夫人", "老师", "师傅", "老汉", "老爷", "少爷", "大人", "大妈", "大爷", "大嫂", "大娘", "掌柜", "公子", "大哥", "大姐", "大叔", "大婶", "大伯", "阿姨", "阿婆", "阿伯", "奶奶", "爷爷", "老伯", "小妹":
		if i > 1 && l.nam.at(l.s[i-1]).foreign > 0 && l.nam.at(l.s[i-2]).foreign > 0 { // 奥孔|乔女士
			cost += 500
		}
		l.add(i, i+3, kStop, cost+150, item{entry: -1, class: 'n'})
	}
}

// levelRunes end names of places, hardly those of people: 方岩区.
var levelRunes = newRuneSet("村镇区县乡省旗")

// followers commonly follow a name, so that one that ends with them costs more: 姜风|称.
var followers = newRuneSet("回称说和与在任指表从向对将已也就均都率到赴等的是为曾被把及同则又并所副市县省区正原前却带问请促批赞亦仍再还更能要给让出昨今廿代当")

// prepositions begin no long name: 由原车间主任.
var prepositions = newRuneSet("由是在对与被将从向把")

// conjunctions may end a name where nothing that they could join follows.
var conjunctions = newRuneSet("和与及同")

// adverbial are the followers that are adverbs and seldom end a name.
var adverbial = newRuneSet("则亦皆均都也就仍却曾")

// headed are the last characters of what has a head called 长.
var headed = newRuneSet("省市县区州旗盟镇乡村局厅部处科院校所站署司庭台馆园社团军师旅营连排队组行股会关厂矿室课段场系")

// bodyEnds end the names of bodies, not of people: 国科会, 金管局.
var bodyEnds = newRuneSet("会局部处院署厅委党社科组队站所校厂室馆")

// aloneSurnames may stand for a person alone, before a title; the others are too often other words.
var aloneSurnames = newRuneSet("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚庞樊兰殷施陶洪翟颜倪严牛温芦俞章鲁葛伍韦申尤毕聂焦柳邢路岳梅莫庄辛祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游裴席卫屈鲍覃霍翁隋甘景薄柏宁柯阮桂闵柴饶刁瞿戚丘池滕苑邬臧习肖闫付于")

// syllableName adds names made of the usual parts of Tibetan, Mongolian, Uyghur and Kazakh names.
func (l *lattice) syllableName(i int, s []rune) {
	n, parts := 0, 0
	for parts < 4 {
		k, _, ok := syllableTrie().Longest(s[n:])
		if !ok {
			break
		}
		n += k
		parts++
		if n >= 3 || parts > 1 || l.afterTitle && n > 1 && (n == len(s) || !text.IsHan(s[n]) && !isJoint(s[n])) { // 主任列确、
			c := 1050 + 300*parts
			if n < len(s) && l.nam.at(s[n]).foreign > 0 {
				c += 300 // the name may go on
			}
			l.add(i, i+n, kName, c, item{entry: -1})
		}
		if n < len(s) && s[n] == '·' && n+1 < len(s) {
			if m := masked(s[n+1:]); m > 0 {
				l.add(i, i+n+1+m, kName, 700, item{entry: -1})
				return
			}
			n++
		}
		if n >= len(s) {
			break
		}
	}
}

package entities

import (
	"math"
	"math/bits"
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
	"github.com/xinwen-go/xinwen/text"
)

// item is a stretch of runes [i, j) and what it was taken for.
type item struct {
	i, j  int
	kind  kind
	entry int32 // of the lexicon, -1 where none
	name  gazetteer.NameID
	class byte // of a common word
	sur   int8 // length of the surname of a name, 0 for foreign ones
}

// lattice finds the likeliest reading of a stretch of folded runes as a chain of items. It is the working memory of one
// document.
type lattice struct {
	lex   *lexicon
	nam   *nameModel
	gaz   *gazetteer.Gazetteer
	trans *[kinds][kinds]int16

	s      []rune
	base   int // position of the stretch in the text
	cells  [][kinds]cell
	masks  []uint32 // of each position, which kinds a way reaches it with
	edges  []item   // of the position at hand
	costs  []int
	abroad bool              // a foreign state has been named in the stretch
	pool   []item            // of all positions, for the way back
	marks  []mark            // evidence of tokens by rune, nil without tokens
	listed bool              // the stretch is a line of a list that names begin
	known  map[rune][][]rune // names found before in the document, by first rune
	result []item
}

// cell is the cheapest way to a position with a last item of a kind.
type cell struct {
	cost int32
	prev kind
	edge int32 // in pool
}

// mark is what the tokens say of a rune.
type mark uint8

const (
	markStart mark = 1 << iota // a token starts here
	markName                   // and it is a person's name
)

// read returns the items of the runes [from, to) of the text. The slice is valid until the next call.
func (l *lattice) read(t *text.Text, from, to int) []item {
	l.s, l.base = t.Folded()[from:to], from
	n := len(l.s)
	if cap(l.cells) < n+1 {
		l.cells = make([][kinds]cell, n+1+n/4)
		l.masks = make([]uint32, n+1+n/4)
	}
	l.cells, l.masks = l.cells[:n+1], l.masks[:n+1]
	clear(l.masks)
	l.cells[0][kStart].cost = 0
	l.masks[0] = 1 << kStart
	l.pool = l.pool[:0]
	l.abroad = false
	for i := 0; i < n; i++ {
		if l.masks[i] == 0 {
			continue
		}
		l.edges, l.costs = l.edges[:0], l.costs[:0]
		l.edgesAt(i)
		for e, it := range l.edges {
			it.i, it.j = it.i+from, it.j+from
			l.pool = append(l.pool, it)
			l.relax(i, it.j-from, it.kind, int32(l.costs[e]), int32(len(l.pool)-1))
		}
	}
	return l.back(n)
}

// relax offers an edge of kind k to every way that reaches its start.
func (l *lattice) relax(i, j int, k kind, cost, edge int32) {
	from, to := &l.cells[i], &l.cells[j]
	for m := l.masks[i]; m != 0; m &= m - 1 {
		p := bits.TrailingZeros32(m)
		into := k
		if k == kSpace { // a space is transparent
			if c := from[p].cost + cost; l.masks[j]&(1<<p) == 0 || c < to[p].cost {
				to[p] = cell{c, kind(p), edge}
				l.masks[j] |= 1 << p
			}
			continue
		}
		if k == kSep {
			switch kind(p) {
			case kName, kCourtesy:
				into = kSepName
			case kTitle, kTail:
				into = kSepTitle
			case kClose: // brackets after a name or title leave open which
				into = kSepName
			}
		}
		c := from[p].cost + cost + int32(l.trans[p][into])
		if l.masks[j]&(1<<into) == 0 || c < to[into].cost {
			to[into] = cell{c, kind(p), edge}
			l.masks[j] |= 1 << into
		}
	}
}

func (l *lattice) back(n int) []item {
	best, k := int32(math.MaxInt32), kStart
	for m := l.masks[n]; m != 0; m &= m - 1 {
		i := bits.TrailingZeros32(m)
		if c := l.cells[n][i].cost; c < best {
			best, k = c, kind(i)
		}
	}
	l.result = l.result[:0]
	for n > 0 && best < math.MaxInt32 {
		c := l.cells[n][k]
		it := l.pool[c.edge]
		switch {
		case it.kind == kSurname:
			it.kind = kName
		case it.kind == kTail:
			it.kind = kTitle
		case it.kind != kSpace:
			it.kind = k
		}
		l.result = append(l.result, it)
		n, k = it.i-l.base, c.prev
	}
	for i, j := 0, len(l.result)-1; i < j; i, j = i+1, j-1 {
		l.result[i], l.result[j] = l.result[j], l.result[i]
	}
	return l.result
}

func (l *lattice) add(i, j int, k kind, cost int, it item) {
	it.i, it.j, it.kind = i, j, k
	if k == kName && j-i == 2 && l.s[i] == l.s[i+1] { // 谢谢
		return
	}
	if k == kName && i == 0 && l.listed {
		cost -= 300
	}
	if l.marks != nil {
		cost += l.disagreement(i, j, k)
	}
	l.edges = append(l.edges, it)
	l.costs = append(l.costs, cost)
}

// disagreement is what an item costs for cutting through tokens, or gains for being one that is a name.
func (l *lattice) disagreement(i, j int, k kind) int {
	c := 0
	if l.base+j < len(l.marks) && l.marks[l.base+j]&markStart == 0 {
		c += 60
	}
	if k == kName && l.marks[l.base+i]&markName != 0 {
		c -= 120
		for x := i + 1; x < j; x++ {
			if l.marks[l.base+x]&markStart != 0 {
				return c + 100
			}
		}
	}
	return c
}

// edgesAt collects the items that may start at position i of the stretch.
func (l *lattice) edgesAt(i int) {
	s := l.s[i:]
	r := s[0]
	none := item{entry: -1}
	switch {
	case r < 0x80 && isWordByte(r):
		n := 1
		for n < len(s) && (isWordByte(s[n]) || (s[n] == '.' || s[n] == '-' || s[n] == '&' || s[n] == ' ') && n+1 < len(s) && isWordByte(s[n+1]) && !isDigit(r)) {
			n++
		}
		if isDigit(r) {
			none.class = 'm'
			l.add(i, i+n, kFunc, 300, none)
		} else {
			none.class = 'x'
			l.add(i, i+n, kWord, 400, none)
		}
		return
	case !text.IsHan(r):
		l.punctuation(i, r)
		if r != '、' {
			return
		}
	}
	switch {
	case r == '长':
		l.add(i, i+1, kTail, 500, none)
	case r == '连' && (i == 0 || !text.IsHan(l.s[i-1])): // the adverb, not the company
		l.add(i, i+1, kFunc, 500, none)
	}
	covered := uint32(0) // lengths that the lexicon takes for itself
	l.lex.trie.Prefixes(s, func(n int, v uint32) bool {
		w := &l.lex.entry[v]
		it := item{entry: int32(v)}
		cost := int(l.lex.cost[v])
		if !w.bare && w.kinds&^(1<<kProfession|1<<kStop|1<<kFunc) != 0 && n < 32 {
			covered |= 1 << n
		}
		for k := kSep; k < kinds; k++ {
			if w.kinds&(1<<k) != 0 {
				l.add(i, i+n, k, cost, it)
			}
		}
		return true
	})
	any := covered != 0
	l.lex.words.Prefixes(s, func(n int, v uint32) bool {
		if n < 32 && covered&(1<<n) != 0 {
			return true
		}
		class := byte(v >> 16)
		k := classKind(class)
		l.add(i, i+n, k, int(v&0xFFFF), item{entry: -1, class: class})
		if (class == 'z' || class == 'n') && n > 1 && l.nam.allForeign(s[:n]) { // 普京 is in the table as a word
			l.add(i, i+n, kName, int(v&0xFFFF)+50, none)
		}
		any = true
		return true
	})
	l.gaz.Prefixes(s, func(n int, id gazetteer.NameID) bool {
		if v, ok := l.lex.trie.Get(s[:n]); ok && l.lex.entry[v].is(kOrgan) { // 林业局 is a place in some county too
			return true
		}
		info := l.gaz.Info(id)
		if info.Level == gazetteer.Country && n > 1 && s[0] != '中' {
			l.abroad = true
		}
		c := placeCost(info, n)
		if s[0] == '长' && i > 0 && info.Form == gazetteer.Short && strings.ContainsRune(headed, l.s[i-1]) { // 市长|葛红 rather than 市|长葛|红
			c += 500
		}
		if n == 2 && len(s) > 2 && s[2] == '长' && strings.ContainsRune("代新原前副老", s[0]) { // 代|县长 rather than 代县|长
			c += 300
		}
		l.add(i, i+n, kPlace, c, item{entry: -1, name: id})
		return true
	})
	if !any {
		l.add(i, i+1, kUnknown, 1300, none)
	}
	l.numeralPlaceAt(i, s)
	l.villageAt(i, s)
	l.abbreviationAt(i, s)
	l.nameEdges(i, s)
}

func isWordByte(r rune) bool { return isDigit(r) || 'a' <= r && r <= 'z' }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func placeCost(info gazetteer.Info, n int) int {
	cost := 0
	switch info.Level {
	case gazetteer.Country, gazetteer.Province:
		cost = 700
	case gazetteer.Prefecture:
		cost = 820
	case gazetteer.County:
		cost = 920
	default:
		cost = 1150
	}
	switch info.Form {
	case gazetteer.Short:
		cost += 120
		if info.Level == gazetteer.Township {
			cost += 500
		}
	case gazetteer.Abbrev:
		cost += 500
	}
	if info.Common {
		cost += 300
	}
	if n == 1 {
		cost += 200
	}
	return cost
}

func (l *lattice) punctuation(i int, r rune) {
	none := item{entry: -1}
	switch r {
	case '、':
	case ' ', '\t':
		l.add(i, i+1, kSpace, 0, none)
	case ',':
		l.add(i, i+1, kComma, 0, none)
	case '(', '“', '‘', '[', '《', '【', '<':
		l.add(i, i+1, kOpen, 0, none)
	case ')', '”', '’', ']', '》', '】', '>':
		l.add(i, i+1, kClose, 0, none)
	case '·':
		l.add(i, i+1, kUnknown, 400, none)
	default:
		l.add(i, i+1, kStart, 0, none)
	}
}

// nameEdges adds the names that may start at position i.
func (l *lattice) nameEdges(i int, s []rune) {
	compound, single := l.nam.surnameAt(s)
	if single > 0 {
		l.chineseName(i, s, 1, single)
		if len(s) >= 4 { // 林郑月娥: a married woman's name, or a surname of its own kind
			if second := int(l.nam.at(s[1]).surname); second > 0 && second < 650 {
				if g := l.nam.given(s[2:4]); g > 0 && !strings.ContainsRune(followers, s[3]) {
					l.add(i, i+4, kName, single+second+g+350+l.wordPenalty(s[1:4]), item{entry: -1, sur: 2})
				}
			}
		}
	}
	if compound > 0 {
		cost := compoundCost
		if s[0] == '长' && i > 0 && strings.ContainsRune(headed, l.s[i-1]) { // 市长|孙雪涛
			cost += 700
		}
		l.chineseName(i, s, compound, cost)
	}
	base := 400
	if l.abroad { // a foreign state has been named
		base = 150
	}
	l.nam.foreignRun(s, func(n, cost int) {
		l.add(i, i+n, kName, cost+base, item{entry: -1})
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

func (l *lattice) chineseName(i int, s []rune, sur, cost int) {
	it := item{entry: -1, sur: int8(sur)}
	rest := s[sur:]
	if n := masked(rest); n > 0 {
		l.add(i, i+sur+n, kName, cost-100, it)
		if n < len(rest) && rest[0] == '某' && n == 1 && text.IsHan(rest[1]) { // 王某强
			if c := l.nam.at(rest[1]).second; c > 0 {
				l.add(i, i+sur+2, kName, cost+100+int(c), it)
			}
		}
		return
	}
	longest := 2
	if sur > 1 {
		longest = 3
	}
	for n := 1; n <= longest && n <= len(rest); n++ {
		if n == 2 && l.courtesy(rest[:2]) || sur == 1 && n == 1 && rest[0] == s[0] { // 王老师, 谢谢
			continue
		}
		if g := l.nam.given(rest[:n]); g > 0 {
			c := cost + g + l.wordPenalty(s[:sur+n])
			if n <= 2 && sur == 1 && l.cutsOrgan(s[1:]) { // 连|国健局
				c += 500
			}
			if strings.ContainsRune(followers, rest[n-1]) && n < len(rest) && text.IsHan(rest[n]) {
				c += 250
			} else if n == longest && strings.ContainsRune("说称", rest[n-1]) { // 李建|说
				c += 350
			}
			l.add(i, i+sur+n, kName, c, it)
		}
	}
	if sur > 1 || strings.ContainsRune(aloneSurnames, s[0]) {
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
		if classKind(byte(v>>16)) == kFunc {
			c = 500
		}
	}
	if len(s) == 3 {
		if v, ok := l.lex.words.Get(s[:2]); ok && classKind(byte(v>>16)) == kFunc && v&0xFFFF < 1100 { // 默默|地
			c += 300
		}
	}
	if v, ok := l.lex.trie.Get(s); ok && l.lex.entry[v].is(kOrgan) { // 海军
		c += 800
	}
	if strings.ContainsRune(bodyEnds, s[len(s)-1]) {
		c += 450
	}
	if last := s[len(s)-1]; last == '村' || last == '镇' {
		c += 600
	}
	return c
}

// followers commonly follow a name, so that one that ends with them costs more: 姜风|称.
const followers = "称说和与在任指表从向对将已也就均都率到赴等的是为曾被把及同则又并所副市县省区正原前却带问请促批赞亦仍再还更能要给让出"

// headed are the last characters of what has a head called 长.
const headed = "省市县区州旗盟镇乡村局厅部处科院校所站署司庭台馆园社团军师旅营连排队组行股会关厂矿室课段场系"

// bodyEnds end the names of bodies, not of people: 国科会, 金管局.
const bodyEnds = "会局部处院署厅委党社科组队站所校厂室馆"

// aloneSurnames may stand for a person alone, before a title; the others are too often other words.
const aloneSurnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚庞樊兰殷施陶洪翟颜倪严牛温芦俞章鲁葛伍韦申尤毕聂焦柳邢路岳梅莫庄辛祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游裴席卫屈鲍覃霍翁隋甘景薄柏宁柯阮桂闵柴饶刁瞿戚丘池滕苑邬臧习肖闫付于"

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
		if n >= 3 || parts > 1 {
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

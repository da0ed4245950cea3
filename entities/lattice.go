package entities

import (
	"math"
	"math/bits"
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

	s          []rune
	base       int // position of the stretch in the text
	cells      [][kinds]cell
	masks      []uint32 // of each position, which kinds a way reaches it with
	edges      []item   // of the position at hand
	costs      []int
	japanese   bool              // Japan is named in the text
	abroad     bool              // a foreign state has been named in the stretch
	japan      bool              // and it was Japan
	pool       []item            // of all positions, for the way back
	marks      []mark            // evidence of tokens by rune, nil without tokens
	afterGive  bool              // a verb that takes a person as object ends there
	giving     bool              // or has ended in the clause: 任命原副局长|李明|为局长
	afterTitle bool              // a title ends where the edges at hand start
	listed     bool              // the stretch is a line of a list that names begin
	known      map[rune][][]rune // names found before in the document, by first rune
	result     []item
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
	markStart  mark = 1 << iota // a token starts here
	markName                    // and it is a person's name
	markProper                  // or another proper name or abbreviation
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
	l.abroad, l.japan, l.giving = false, l.japanese, false
	for i := 0; i < n; i++ {
		if l.masks[i] == 0 {
			continue
		}
		l.edges, l.costs = l.edges[:0], l.costs[:0]
		l.afterGive = l.masks[i]&(1<<kVerb) != 0 && l.giveEnds(i)
		l.afterTitle = l.masks[i]&(1<<kTitle) != 0 && l.titleEnds(i)
		l.giving = l.afterGive || l.giving && !strings.ContainsRune("。;!?\n", l.s[i])
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
			if l.marks[l.base+x]&markStart == 0 {
				continue
			}
			if j < len(l.s) && j-x == 1 && l.s[x] == '和' && strings.ContainsRune("、，。与及", l.s[j]) {
				return c + 100 // 朴京和、: it joins nothing
			}
			return c + tooLong
		}
	} else if k == kName && l.marks[l.base+i]&(markStart|markProper) == markStart && j-i > 1 && l.marks[l.base+i+1]&markStart == 0 {
		c += 200 // another word begins there
	}
	return c
}

// tooLong is what a name costs that goes on behind the name that the tokens have at its place.
const tooLong = 400

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
			l.unitAt(i, s)
			l.termAt(i, s)
		} else {
			none.class = 'x'
			l.add(i, i+n, kWord, 400, none)
			if v, ok := l.lex.trie.Get(s[:n]); ok && l.lex.entry[v].is(kTitle) { // CEO
				l.add(i, i+n, kTitle, 600, item{entry: int32(v)})
			}
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
		if s[0] == '将' && i > 0 && strings.ContainsRune("上中少大准", l.s[i-1]) { // 上将|兼任
			cost += 500
		}
		if !w.bare && w.kinds&^(1<<kProfession|1<<kStop|1<<kFunc) != 0 && n < 32 {
			covered |= 1 << n
		}
		for k := kSep; k < kinds; k++ {
			if w.kinds&(1<<k) == 0 {
				continue
			}
			c := cost
			if n == 3 && k == kTitle && i > 0 && text.IsHan(l.s[i-1]) && s[0] == '党' && s[1] == '主' { // 人民革命|党主席
				c += 300
			}
			if k == kStatus && i > 0 && (s[0] == '原' || n == 2) && strings.ContainsRune("对向将把给与和由被是了叫让请", l.s[i-1]) { // 对|原吉林市粮食局局长
				c -= 350
			}
			l.add(i, i+n, k, c, it)
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
		if (class == 'z' || (class == 'n' || class == 's') && v&0xFFFF > 950) && n > 1 && l.nam.allForeign(s[:n]) && (n == len(s) || !isJoint(s[n])) { // 普京 is in the table as a word
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
			l.japan = l.japan || s[0] == '日' && s[1] == '本'
		}
		c := placeCost(info, n)
		if n == 1 && s[0] != '新' && info.Level == gazetteer.Country && l.stateTitleAt(s[1:]) { // 以|总理
			c = 500
		}
		if s[0] == '长' && i > 0 && info.Form == gazetteer.Short && (headed.has(l.s[i-1]) || l.titleEnds(i+1)) { // 市长|葛红 rather than 市|长葛|红
			c += 500
		}
		if n == 2 && s[1] == '和' && i > 1 && info.Form == gazetteer.Short && l.nam.at(l.s[i-1]).surname == 0 && l.nam.at(l.s[i-2]).surname > 0 && l.titleEnds(i-2) { // 副镇长李国|平和|大塘村
			c += 600
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
	l.townshipAt(i, s)
	l.stationAt(i, s)
	l.worksAt(i, s)
	l.ordinalAt(i, s)
	l.unitAt(i, s)
	l.termAt(i, s)
	l.bureauAt(i, s)
	l.abbreviationAt(i, s)
	l.nameEdges(i, s)
}

// stateTitleAt tells that a title of a state begins at s.
func (l *lattice) stateTitleAt(s []rune) bool {
	if len(s) > 0 && s[0] == '副' {
		s = s[1:]
	}
	for n := 2; n <= 3 && n <= len(s); n++ {
		if stateTitle(string(s[:n])) {
			return true
		}
	}
	return false
}

// giveEnds tells that a verb that takes a person as its object ends at position i: 任命.
func (l *lattice) giveEnds(i int) bool {
	if i > 0 && l.s[i-1] == '聘' {
		return true
	}
	for n := 2; n <= 4 && n <= i; n++ {
		if v, ok := l.lex.trie.Get(l.s[i-n : i]); ok && l.lex.entry[v].give {
			return true
		}
	}
	return false
}

// titleEnds tells that a title of two characters or more ends at position i.
func (l *lattice) titleEnds(i int) bool {
	for n := 2; n <= 4 && n <= i; n++ {
		if v, ok := l.lex.trie.Get(l.s[i-n : i]); ok && l.lex.entry[v].is(kTitle) {
			return true
		}
	}
	return false
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

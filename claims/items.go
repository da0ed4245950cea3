package claims

import (
	"github.com/xinwen-go/xinwen/numbers"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// kind tells what an item is.
type kind uint8

const (
	word kind = iota
	figure
	when
	mark
)

// item is a piece of the text as claims are read: a word, a figure, a time or a punctuation mark.
type item struct {
	i, j int32 // runes
	cls  class
	ref  int32 // index of the quantity or time
	mark rune
	kind kind
	pos  segment.POS
}

func (it *item) has(c class) bool { return it.cls&c != 0 }

// span is a range of runes or of items.
type span struct{ i, j int32 }

func (s span) empty() bool { return s.j <= s.i }

// spans turns byte spans, in order of their starts, into rune ranges in one walk over the text.
type cursor struct {
	t *text.Text
	k int
}

// rune returns the index of the rune at byte off. Offsets should rise from call to call; one that falls back is looked up.
func (c *cursor) rune(off int) int {
	if off < c.t.Offset(c.k) {
		c.k = c.t.Rune(off)
	}
	for c.k < c.t.Len() && c.t.Offset(c.k) < off {
		c.k++
	}
	return c.k
}

// load makes the items of the document. Times go before the figures inside them, figures and times before words; a word cut
// by one keeps its tag.
func (x *run) load() {
	d := x.doc
	x.quants, x.times, x.items = x.quants[:0], x.times[:0], x.items[:0]
	c := cursor{t: d.Text}
	for i := range d.Quantities {
		s := d.Quantities[i].Span
		i := c.rune(s.Start)
		x.quants = append(x.quants, span{int32(i), int32(c.rune(s.End))})
	}
	c.k = 0
	for i := range d.Times {
		s := d.Times[i].Span
		i := c.rune(s.Start)
		x.times = append(x.times, span{int32(i), int32(c.rune(s.End))})
	}
	c.k = 0
	defer x.object()
	x.q, x.t = 0, 0
	pos := 0  // runes before it are in items
	book := 0 // items left for a title to end in: 《2021年协议》
	for k := range d.Tokens {
		tok := &d.Tokens[k]
		i := max(c.rune(tok.Start), pos)
		j := c.rune(tok.End)
		for i < j {
			if it, ok := x.special(i); ok {
				if it.kind == figure && tok.POS == segment.NR && int(it.i) > c.rune(tok.Start) && int(it.j) <= j {
					it.kind, it.pos = word, segment.NR // 何一成
				}
				if book > 0 && it.kind != word {
					it.kind, it.pos, it.ref = word, segment.N, -1
				}
				x.items = append(x.items, it)
				i = int(it.j)
				continue
			}
			limit := x.nextSpecial(i)
			it := x.word(i, min(j, limit), j, limit, k, tok.POS)
			switch {
			case it.kind == mark && it.mark == '《':
				book = maxTitle
			case it.kind == mark && (it.mark == '》' || it.mark == '\n'):
				book = 0
			case book > 0:
				book--
			}
			if x.suffix(&it) {
				i = int(it.j)
				continue
			}
			x.items = append(x.items, it)
			i = int(it.j)
		}
		pos = max(pos, i)
	}
}

// maxTitle is how many items a title in 《》 may hold.
const maxTitle = 30

// special returns the time or the figure that starts at rune i.
func (x *run) special(i int) (item, bool) {
	for x.t < len(x.times) && int(x.times[x.t].i) < i {
		x.t++
	}
	for x.q < len(x.quants) && int(x.quants[x.q].i) < i {
		x.q++
	}
	if x.t < len(x.times) && int(x.times[x.t].i) == i && !x.times[x.t].empty() {
		s := x.times[x.t]
		if x.q >= len(x.quants) || x.quants[x.q].i != s.i || x.quants[x.q].j <= s.j {
			if int(s.j) < len(x.fold) && x.fold[s.j-1] == '年' && x.fold[s.j] == '度' {
				s.j++ // 本学年 + 度
			}
			return item{i: s.i, j: s.j, kind: when, ref: int32(x.t), pos: segment.T}, true
		}
	}
	if x.q < len(x.quants) && int(x.quants[x.q].i) == i && !x.quants[x.q].empty() {
		s := x.quants[x.q]
		it := item{i: s.i, j: s.j, kind: figure, ref: int32(x.q), pos: segment.M}
		if x.nominal(x.q) {
			it.kind = word
			if e, ok := x.lex.get(x.fold[s.i:s.j]); ok && e.cls == cOwner {
				it.cls, it.pos = e.cls, e.pos // 两市
			}
		}
		return it, true
	}
	return item{}, false
}

// nextSpecial returns the rune after i at which the next time or figure starts.
func (x *run) nextSpecial(i int) int {
	n := x.doc.Text.Len()
	for k := x.t; k < len(x.times) && k < x.t+4; k++ {
		if int(x.times[k].i) > i {
			n = int(x.times[k].i)
			break
		}
	}
	for k := x.q; k < len(x.quants) && k < x.q+4; k++ {
		if int(x.quants[k].i) > i {
			return min(n, int(x.quants[k].i))
		}
	}
	return n
}

// word returns the item that starts at rune i, inside the token [.., end) of index k: the longest word of the lexicon where
// one fits the bounds of tokens, else the token up to stop.
func (x *run) word(i, stop, end, limit, k int, pos segment.POS) item {
	f := x.fold
	it := item{i: int32(i), j: int32(stop), pos: pos, ref: -1}
	if pos == segment.W || !isWordRune(f[i]) {
		it.j = int32(i + 1)
		if it.j < int32(stop) && f[i] != f[i+1] {
			it.j = int32(stop) // a mark of several runes
		}
		it.kind, it.mark = mark, f[i]
		return it
	}
	if pos == segment.NR && stop-i >= 3 && f[i+1] == '占' && f[i+2] == '比' {
		it.j, it.pos = int32(i+1), segment.N // 老年人 + 口占比
		return it
	}
	n, e := x.lex.longest(f[i:min(i+maxWord, limit)])
	if stop-i > 2 && f[i] == '其' && f[i+1] == '中' {
		it.j, it.cls, it.pos = int32(i+2), cLink|cWithin, segment.C // 其中 + 县道桥
		return it
	}
	if stop-i == 2 && f[i] == '中' && f[i+1] == '共' && pos == segment.J && stop < len(f) && x.happened(i) {
		it.j, it.pos = int32(i+1), segment.F // 火警中 + 共
		return it
	}
	if j := stop - 1; j > i && f[j] == '市' && stop+1 < len(f) && f[stop] == '占' && (f[stop+1] == '率' || f[stop+1] == '比' || x.q < len(x.quants) && int(x.quants[x.q].i) == stop+1) {
		it.j, it.pos = int32(j), segment.N // 品牌 + 市占率
		return it
	}
	if n == 2 && i+n < stop && pos == segment.NS && i+n+3 <= limit {
		if m, r := x.lex.longest(f[i+n : min(i+n+maxWord, limit)]); m >= 3 && i+n+m > stop && r.cls&cInd != 0 && x.bounded(i+n+m, k, limit) {
			it.j, it.cls, it.pos = int32(i+n), e.cls, e.pos // 合计 + 市占率
			return it
		}
	}
	switch {
	case pos == segment.NR && i+n != stop:
		// A name, unless it is made of known words: 占比达.
		if rest, ok := x.lex.get(f[min(i+n, stop):stop]); ok && n > 1 && e.cls&cInd != 0 && rest.cls&(cLevel|cTo|cChange) != 0 {
			it.j, it.cls, it.pos = int32(i+n), e.cls, e.pos
		}
		return it
	case n == 0:
	case i+n == stop:
		it.cls, it.pos = e.cls, e.pos
	case i+n < stop:
		// The token goes on after the word: both halves must be known, and one-character words are no evidence.
		if rest, ok := x.lex.get(f[i+n : stop]); ok && n+stop-i >= 4 && (n > 1 || rest.cls&(cChange|cLevel) != 0) {
			it.j, it.cls, it.pos = int32(i+n), e.cls, e.pos
		} else if e, ok := x.lex.get(f[i:stop]); ok {
			it.cls, it.pos = e.cls, e.pos
		}
	case n == 2 && e.pos == segment.B && e.cls == 0 && f[i] == '在' && i+n < limit && isWordRune(f[i+n]):
		it.j, it.cls, it.pos = int32(i+n), e.cls, e.pos // 在研 + 管线
	case n >= 2 && x.bounded(i+n, k, limit):
		it.j, it.cls, it.pos = int32(i+n), e.cls, e.pos
	default:
		if e, ok := x.lex.get(f[i:stop]); ok {
			it.cls, it.pos = e.cls, e.pos
		}
	}
	if it.has(cYoY|cQoQ) && it.has(cChange) && i > 0 && x.counted(f[i-1]) {
		it.j, it.cls, it.pos = int32(i+1), 0, segment.Q // 一个月减8斤
		return it
	}
	if it.cls == 0 && int(it.j) == stop && stop-i >= 2 && stop == limit && (f[stop-1] == '占' || stop-i >= 3 && (f[stop-1] == '长' || f[stop-1] == '高' || f[stop-1] == '宽') && x.measured(stop)) {
		it.j, it.pos = int32(stop-1), segment.N // 美国米占, 古桥长
		return it
	}
	if it.cls == 0 && int(it.j) == stop && stop-i >= 2 && f[stop-1] == '达' && pos != segment.NS && (stop == limit || stop < len(f) && f[stop] != '的' && x.amount(stop)) {
		it.j, it.pos = int32(stop-1), segment.N // 产值达
		it.cls |= x.tail(i, stop-1)
		return it
	}
	if it.cls == 0 && int(it.j) == stop && stop-i >= 2 && f[stop-1] == '估' && stop == limit && pos != segment.V && pos != segment.VN {
		it.j, it.pos = int32(stop-1), segment.N // 量估
		return it
	}
	if it.cls == 0 && pos == segment.N && stop-i >= 3 {
		for k := i + 1; k+2 <= stop; k++ {
			if e, ok := x.lex.get(f[k:stop]); ok && e.cls&cSplit != 0 {
				if k == i+1 && x.tells(f[i]) {
					it.cls = e.cls // 外销量
					return it
				}
				it.j = int32(k) // 车销量
				return it
			}
		}
	}
	if it.cls == 0 && int(it.j) == stop && stop-i >= 3 && (pos == segment.N || pos == segment.NR || pos == segment.NZ || pos == segment.V) {
		if e, ok := x.lex.get(f[stop-2 : stop]); ok && e.cls&cChange != 0 && e.cls&cInd == 0 && e.pos == segment.V && x.result(stop, limit) {
			it.j, it.pos = int32(stop-2), segment.N // 量减少
			it.cls |= x.tail(i, stop-2)
			return it
		}
	}
	if f[i] == '该' && int(it.j) == i+1 {
		it.cls, it.pos = 0, segment.R
		return it
	}
	if it.cls == 0 && (pos == segment.D || f[i] == '本' && f[i+1] != '赛' && f[i+1] != '期' && pos != segment.NR) && int(it.j) == stop && stop-i == 2 && (f[i] == '这' || f[i] == '那' || f[i] == '该' || f[i] == '本') && counter(f[i+1]) {
		it.pos = segment.R // 这场
		return it
	}
	if it.cls == 0 && int(it.j) == stop && stop-i >= 2 && stop+1 < limit && pos != segment.NS && pos != segment.NR {
		if n, e := x.lex.longest(f[stop-1 : min(stop-1+maxWord, limit)]); n >= 2 && e.cls&cChange != 0 && e.cls&(cTo|cYoY|cQoQ) != 0 && x.bounded(stop-1+n, k, limit) {
			it.j, it.pos = int32(stop-1), segment.N // 租金季 + 跌, 比降 + 到
			if e, ok := x.lex.get(f[i : stop-1]); ok {
				it.cls, it.pos = e.cls, e.pos
			}
			return it
		}
	}
	switch {
	case it.has(cSay) && int(it.j) < len(f) && f[it.j] == '日' && (int(it.j)+1 == len(f) || !isWordRune(f[it.j+1])):
		it.cls, it.pos = 0, segment.N // 酷热天气警告日
	case it.has(cGive) && it.has(cAdv): // 将
		if pos == segment.P {
			it.cls, it.pos = cGive, pos
		} else {
			it.cls &^= cGive
		}
	case it.has(cAtMost|cAtLeast) && it.j-it.i == 2 && f[it.j-1] == '限' && x.afterNoun(i):
		it.cls, it.pos = cInd, segment.N // 减免上限
	case it.has(cForecast) && it.j-it.i == 1 && (int(it.j) == limit || x.modal(f[it.j])):
		// 新隧道料可分流
	case it.has(cGuess) && int(it.j) < len(f) && f[it.j] == ',' && (f[it.j-1] == '算' || f[it.j-1] == '计' || f[it.j-1] == '估'):
		// 业界估算，
	case it.has(cForecast|cTarget) && !it.has(cLevel) && pos != segment.V && pos != segment.D && x.afterNoun(i):
		it.cls, it.pos = 0, segment.N // 增长预期
	case it.has(cChange) && pos == segment.VN:
		it.pos = pos
	case it.cls == 0 && f[i] == '每':
		it.cls, it.pos = cAdv|cPer, segment.D
	}
	if it.has(cPivot|cLight) && (pos == segment.N || pos == segment.VN) && !x.opens(i) {
		it.cls, it.pos = 0, pos // 财政帮扶资金
	}
	if it.cls == 0 && (pos == segment.N || pos == segment.NZ || pos == segment.NR) && it.j-it.i >= 3 && it.j-it.i <= 6 && x.division(it.i, it.j) {
		it.pos = segment.NS
	}
	if it.cls == 0 && (pos == segment.N || pos == segment.NZ) && it.j-it.i >= 3 && x.office(it.i, it.j) {
		it.cls = cOrg
	}
	if it.cls == 0 && (pos == segment.N || pos == segment.VN || pos == segment.J) {
		it.cls |= x.tail(int(it.i), int(it.j))
	}
	return it
}

// tells reports whether a character before a word for a measure only tells more of it: 外销量, 年产量.
func (x *run) tells(r rune) bool {
	switch r {
	case '外', '内', '总', '年', '月', '日', '净', '旧':
		return true
	}
	return false
}

// measured reports whether the figure that starts at rune p is of a length or the like.
func (x *run) measured(p int) bool {
	for q := x.q; q < len(x.quants) && q < x.q+2; q++ {
		if int(x.quants[q].i) == p {
			return x.doc.Quantities[q].Kind == numbers.KindMeasure
		}
	}
	return false
}

// modal reports whether a character may follow 料 or 估 as words for a forecast.
func (x *run) modal(r rune) bool {
	switch r {
	case '可', '将', '会', '达', '增', '减', '升', '跌', '降', '为', '有', '再', '约', '逾':
		return true
	}
	return false
}

// opens reports whether rune i is the first of a clause.
func (x *run) opens(i int) bool {
	return len(x.items) == 0 || x.items[len(x.items)-1].kind == mark && x.breaks(len(x.items)-1)
}

// counted reports whether a character before 年 or 月 makes a length of it.
func (x *run) counted(r rune) bool {
	switch r {
	case '个', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '几', '半', '多':
		return true
	}
	return '0' <= r && r <= '9'
}

// result reports whether the figure of a change stands at rune p, or 了, 到 or 至 before one.
func (x *run) result(p, limit int) bool {
	return p == limit || p < len(x.fold) && (x.fold[p] == '了' || x.fold[p] == '到' || x.fold[p] == '至' || x.amount(p))
}

// counter reports whether a character counts things: 这场.
func counter(r rune) bool {
	switch r {
	case '次', '轮', '案', '期', '校', '院', '厂', '店', '队', '片', '赛', '场', '个', '家', '项', '批', '座', '条', '起', '位', '名', '款', '支', '届', '处', '笔':
		return true
	}
	return false
}

// happened reports whether the word before rune i names something that happened: 火警.
func (x *run) happened(i int) bool {
	if len(x.items) == 0 || int(x.items[len(x.items)-1].j) != i {
		return false
	}
	switch x.fold[i-1] {
	case '警', '祸', '灾', '故', '震', '火', '案', '动', '风':
		return true
	}
	return false
}

// amount reports whether what starts at rune p may stand before a figure: 达约5亿.
func (x *run) amount(p int) bool {
	switch x.fold[p] {
	case '约', '近', '超', '逾', '到', '至', '每', '人':
		return true
	}
	return false
}

// afterNoun reports whether the word before rune i is a noun.
func (x *run) afterNoun(i int) bool {
	if len(x.items) == 0 {
		return false
	}
	it := &x.items[len(x.items)-1]
	return int(it.j) == i && it.kind == word && (it.pos == segment.N || it.pos == segment.VN || it.has(cChange)) && !it.has(cAdv|cOwner|cFolk) && string(x.fold[it.i:it.j]) != "企业"
}

// maxWord is the longest word of the lexicon, in runes.
const maxWord = 12

// bounded reports whether rune p ends a token after token k, or what is left of the token there is a word of the lexicon.
func (x *run) bounded(p, k, limit int) bool {
	off := x.doc.Text.Offset(p)
	for k++; k < len(x.doc.Tokens); k++ {
		tok := x.doc.Tokens[k]
		if tok.End == off || tok.Start >= off {
			return tok.End == off || tok.Start == off
		}
		if tok.End > off {
			j := min(p+maxWord, limit, x.doc.Text.Rune(tok.End))
			if p >= j {
				return true
			}
			_, ok := x.lex.get(x.fold[p:j])
			return ok
		}
	}
	return false
}

// tail gives a noun the class of an indicator by its last character.
func (x *run) tail(i, j int) class {
	if j-i < 2 && !x.afterNoun(i) {
		return 0
	}
	if j-i >= 2 {
		switch string(x.fold[j-2 : j]) {
		case "质量", "力量", "能量", "多数", "评价", "条款", "黄金", "基金", "年金", "积金", "公款", "免费", "白金", "合金", "五金":
			return 0
		}
	}
	switch x.fold[j-1] {
	case '率', '额', '量', '值', '价', '费', '款', '数', '税', '金', '幅':
		return cInd
	}
	if j-i >= 3 {
		if e, ok := x.lex.get(x.fold[j-2 : j]); ok && e.cls&cInd != 0 && e.pos == segment.N {
			return cInd | e.cls&cIndex // 年收入, 总里程
		}
	}
	return 0
}

func isWordRune(r rune) bool {
	switch {
	case text.IsHan(r), 'a' <= r && r <= 'z', '0' <= r && r <= '9', r > 0xFF && r < 0x2000, r == '%', r == '℃', r >= 0xAC00 && r <= 0xD7A3:
		return true
	}
	return false
}

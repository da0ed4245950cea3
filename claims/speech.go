package claims

import (
	"cmp"
	"slices"

	"github.com/xinwen-go/xinwen/segment"
)

// voice is a stretch of runes [i, j) and who speaks it.
type voice struct {
	i, j    int32
	speaker *Part
	person  bool
}

// maxNested is how many voices that started later may have ended before the one that is looked for.
const maxNested = 16

// speaker returns who speaks at rune i.
func (x *run) speaker(i int) *Part {
	if v := x.voiceAt(int32(i)); v != nil {
		return v.speaker
	}
	return nil
}

// voiceAt returns the voice at rune i, or nil: of those that cover it the one that started last.
func (x *run) voiceAt(i int32) *voice {
	k, _ := slices.BinarySearchFunc(x.voices, i+1, func(v voice, i int32) int { return cmp.Compare(v.i, i) })
	for end := max(0, k-maxNested); k > end; k-- {
		if v := &x.voices[k-1]; i < v.j {
			return v
		}
	}
	return nil
}

// speech finds who speaks where.
func (x *run) speech() {
	x.voices, x.quotes = x.voices[:0], x.quotes[:0]
	n := len(x.items)
	for lo := 0; lo < n; {
		hi := lo
		end := x.paragraphEnd(int(x.items[lo].i))
		for hi < n && int(x.items[hi].i) < end {
			hi++
		}
		x.paragraph(lo, hi)
		lo = max(hi, lo+1)
	}
	slices.SortStableFunc(x.voices, func(a, b voice) int { return cmp.Compare(a.i, b.i) })
}

func (x *run) paragraphEnd(i int) int {
	for i < len(x.fold) && x.fold[i] != '\n' {
		i++
	}
	return i
}

// paragraph finds the voices among the items [lo, hi).
func (x *run) paragraph(lo, hi int) {
	open := -1       // voice that lasts until something ends it
	clause := lo     // start of the clause at hand
	quote := -1      // item of the opening quote
	var quoted []int // unclaimed quotes: pairs of items, of the paragraph
	closeAt := func(k int) {
		if open >= 0 {
			x.voices[open].j = min(x.voices[open].j, x.items[k].i)
			open = -1
		}
	}
	x.stop = -1
	sentence := 0 // sentences read
	last := int32(0)
	if hi > lo {
		last = x.items[hi-1].j
	}
	if c := x.answer(lo, hi); c > 0 {
		if p, _ := x.voiceOf(lo, c); p != nil {
			open = len(x.voices)
			x.voices = append(x.voices, voice{x.items[c].j, last, p, true}) // 田富强：
		}
	}
	held := lo      // clause around a bracket
	var actor *Part // who was named last as speaking in the sentence
	for k := lo; k < hi; k++ {
		it := &x.items[k]
		if it.kind == mark {
			switch it.mark {
			case '“':
				if quote < 0 {
					quote = k
				}
			case '”':
				if quote >= 0 {
					quoted = append(quoted, quote, k)
					x.quotes = append(x.quotes, span{x.items[quote].i, it.j})
					quote = -1
				}
				clause = k + 1
			case '(':
				held, clause = clause, k+1
			case ')':
				clause = held // 张三今日(20日)表示
			default:
				if x.breaks(k) {
					clause = k + 1
				}
				if it.mark == '。' || it.mark == '!' || it.mark == '?' {
					actor = nil
					sentence++
				}
			}
			continue
		}
		if quote < 0 && k == clause && string(x.fold[it.i:it.j]) == "记者" {
			closeAt(k) // 记者走访看到
		}
		if open >= 0 && quote < 0 && it.has(cSee) && clause < k {
			if _, person := x.voiceOf(clause, k); person {
				closeAt(clause) // 记者张三走访发现
			}
		}
		reckons := k == clause+1 && x.reckons(k)
		if !it.has(cSay|cGuess) && !reckons || quote >= 0 || it.has(cTo) && k+1 < hi && x.items[k+1].kind == figure {
			continue
		}
		if !it.has(cSay) && !reckons && (it.has(cTarget) || !it.has(cForecast) || k == clause || x.items[k-1].has(cInd) || x.items[k-1].kind != word || x.items[k-1].has(cAdv)) &&
			(k+1 >= hi || x.items[k+1].kind != mark || x.items[k+1].mark != ',' && x.items[k+1].mark != ':') {
			continue
		}
		if x.byline(clause, k) || !it.has(cSay) && !reckons && k > clause && !x.guesses(&x.items[k-1]) {
			continue
		}
		p, person := x.voiceOf(clause, k)
		if p == nil && actor != nil && x.resumes(clause, k) {
			p, person = inherit(actor), true // 张三表示感谢，并介绍说
		}
		if p == nil {
			continue
		}
		if actor = nil; person {
			actor = p
		}
		n := k + 1
		for n < hi && x.items[n].kind == word && (x.rune1(n, '了') || x.rune1(n, '道')) {
			n++
		}
		if n < hi && x.rune1(n, '的') {
			continue
		}
		comma := n < hi && x.items[n].kind == mark && (x.items[n].mark == ',' || x.items[n].mark == ':')
		q := n
		if comma {
			q++
		}
		// Quotes before: “…”,张三说
		if c := x.before(clause, lo); c >= 0 && len(quoted) > 0 && quoted[len(quoted)-1] == c {
			o := quoted[len(quoted)-2]
			x.voices = append(x.voices, voice{x.items[o].i, x.items[c].j, p, person})
		}
		switch {
		case q < hi && x.items[q].kind == mark && x.items[q].mark == '“':
			closeAt(k)
			end := x.quoteEnd(q, hi)
			j := last
			if end < hi {
				j = x.items[end].j
			}
			x.voices = append(x.voices, voice{x.items[q].i, j, p, person})
		case comma:
			closeAt(k)
			j := x.sentenceEnd(k, hi)
			if person && x.speaks(it) && (sentence == 0 || sentence == 1 && x.leadsOff(p, lo)) {
				j = last // 刘志强说，…。…。: the paragraph is his speech
			}
			open = len(x.voices)
			x.voices = append(x.voices, voice{x.items[n].j, j, p, person})
		case n < hi && x.items[n].kind == mark:
		default:
			if n > k+1 || x.mute(n, hi) {
				continue
			}
			closeAt(k)
			open = len(x.voices)
			x.voices = append(x.voices, voice{it.j, x.sentenceEnd(k, hi), p, person})
		}
	}
}

// speaks reports whether a word of saying may begin a speech of several sentences: 说, but not 表示.
func (x *run) speaks(it *item) bool {
	switch string(x.fold[it.i:it.j]) {
	case "说", "讲", "指出", "强调", "说道":
		return true
	}
	return false
}

// leadsOff reports whether a name stands at the head of the paragraph that begins with item lo.
func (x *run) leadsOff(p *Part, lo int) bool {
	i := int32(x.doc.Text.Rune(p.Start)) - x.items[lo].i
	return i >= 0 && i < 16
}

// reckons reports whether item k says what the person right before it expects: 他料, 她预计.
func (x *run) reckons(k int) bool {
	switch it := &x.items[k]; x.fold[it.i] {
	case '料', '估', '预', '推':
		if !it.has(cForecast) {
			return false
		}
	default:
		return false
	}
	who := &x.items[k-1]
	return who.pos == segment.NR || who.pos == segment.R && who.j-who.i == 1 && (x.fold[who.i] == '他' || x.fold[who.i] == '她')
}

// manner returns the item before the words that end with item b and tell how somebody speaks: 无奈地, 笑着, 擦着汗, 一边炒茶一边.
func (x *run) manner(lo, b int) int {
	if b-2 < lo || x.items[b].kind != word {
		return b
	}
	verb := func(k int) bool { return k > lo && x.items[k].kind == word && x.items[k].pos == segment.V }
	durative := func(k int) bool { return x.rune1(k, '着') || x.rune1(k, '著') }
	switch {
	case x.rune1(b, '地') && x.items[b-1].kind == word:
		return b - 2
	case durative(b) && verb(b-1):
		return b - 2
	case durative(b-1) && verb(b-2):
		return b - 3
	case x.items[b].j-x.items[b].i <= 2 && x.fold[x.items[b].j-1] == '边':
		for k := b - 1; k > max(lo, b-6); k-- {
			if it := &x.items[k]; it.kind == word && it.j-it.i == x.items[b].j-x.items[b].i && x.fold[it.j-1] == '边' {
				return k - 1
			}
		}
	}
	return b
}

// guesses reports whether a noun before 预计 may be who expects something, not what it is expected of: 全县预计, 工程预计.
func (x *run) guesses(it *item) bool {
	if it.j-it.i >= 2 && string(x.fold[it.j-2:it.j]) == "部门" {
		return true
	}
	return !x.every(it) && !it.has(cThing) && !(it.pos == segment.NS && !it.has(cOrg)) && string(x.fold[it.i:it.j]) != "工程"
}

// answer returns the colon after a name at the head of a paragraph, as interviews have it, or 0.
func (x *run) answer(lo, hi int) int {
	for k := lo; k < min(hi, lo+5); k++ {
		it := &x.items[k]
		if it.kind != mark {
			if it.kind != word || it.has(cSay) {
				return 0
			}
			continue
		}
		if it.mark != ':' || k == lo || x.items[k-1].pos != segment.NR || it.i-x.items[lo].i > 12 {
			return 0
		}
		return k
	}
	return 0
}

// resumes reports whether nothing but links and adverbs stands between item lo and the word of saying at item k.
func (x *run) resumes(lo, k int) bool {
	if k-lo > maxPhrase/2 {
		return false
	}
	for ; lo < k; lo++ {
		it := &x.items[lo]
		if it.kind != word || !it.has(cLink|cAdv|cJoin|cSay) && it.pos != segment.D && it.pos != segment.C {
			return false
		}
	}
	return true
}

// mute reports whether what follows a word of saying is a feeling, not a statement: 表示感谢.
func (x *run) mute(n, hi int) bool {
	for k := n; k < min(hi, n+8); k++ {
		it := &x.items[k]
		if it.kind == figure {
			return false
		}
		if it.kind == mark {
			break
		}
		switch string(x.fold[it.i:it.j]) {
		case "感谢", "谢意", "支持", "欢迎", "祝贺", "反对", "同意", "愿意", "满意", "关切", "肯定", "敬意", "慰问", "遗憾", "哀悼", "情况":
			return true
		}
	}
	return false
}

func (x *run) rune1(k int, r rune) bool {
	it := &x.items[k]
	return it.j-it.i == 1 && x.fold[it.i] == r
}

// before returns the closing quote that ends right before item k, past a comma, or -1.
func (x *run) before(k, lo int) int {
	for k--; k >= lo && k >= 0; k-- {
		it := &x.items[k]
		if it.kind != mark {
			return -1
		}
		if it.mark == '”' {
			return k
		}
		if it.mark != ',' {
			return -1
		}
	}
	return -1
}

// quoteEnd returns the item that closes the quote opened by item q, or hi.
func (x *run) quoteEnd(q, hi int) int {
	for k := q + 1; k < hi; k++ {
		if x.items[k].kind == mark && x.items[k].mark == '”' {
			return k
		}
	}
	return hi
}

// sentenceEnd returns the rune at which the sentence of item k ends. It is asked for rising items of one paragraph.
func (x *run) sentenceEnd(k, hi int) int32 {
	if k <= x.stop {
		return x.items[x.stop].j
	}
	for x.stop = k; x.stop < hi-1; x.stop++ {
		if it := &x.items[x.stop]; it.kind == mark && (it.mark == '。' || it.mark == '!' || it.mark == '?') {
			break
		}
	}
	return x.items[x.stop].j
}

// voiceOf finds who says what follows the word of saying at item k, in the clause that starts at item lo; person tells that
// it is a person.
func (x *run) voiceOf(lo, k int) (p *Part, person bool) {
	t := x.doc.Text
	var from, end int
	b := k - 1
	if lo <= b {
		if p := x.mention(t.Offset(int(x.items[max(lo, k-8)].i)), t.Offset(int(x.items[k].i))); p != nil && p.End <= t.Offset(int(x.items[k].i)) {
			return p, true
		}
	}
	if b > lo && x.items[b].kind == word && x.items[b].pos == segment.V && x.items[b].cls == 0 && (x.rune1(k, '称') || x.rune1(k, '说')) {
		b-- // 投诉称
	}
	b = x.manner(lo, b)
again:
	for b >= lo && k-b < maxPhrase {
		it := &x.items[b]
		if it.pos == segment.D && it.cls == 0 && it.j-it.i >= 2 && b > lo && x.items[b-1].kind == word && x.items[b-1].pos == segment.N && x.title(b-1) {
			break // 秘书高远, the name read as an adverb
		}
		if it.kind == word && (it.has(cAdv) || it.pos == segment.D || it.pos == segment.AD || it.pos == segment.VD || it.pos == segment.T) || it.kind == when {
			b-- // 质询时
			continue
		}
		if it.kind == mark && it.mark == ')' {
			for end := max(lo, b-maxBracket); b > end && !(x.items[b].kind == mark && x.items[b].mark == '('); b-- {
			}
			b--
			continue
		}
		if it.kind == word && (x.rune1(b, '时') || x.rune1(b, '后')) && b-1 > lo && x.items[b-1].kind == word && (x.items[b-1].pos == segment.V || x.items[b-1].pos == segment.VN) {
			b -= 2 // 质询时说
			continue
		}
		if it.kind == word && (it.pos == segment.F || it.has(cOther)) {
			for b > lo && !x.items[b].has(cOther) {
				b--
			}
			b--
			continue
		}
		break
	}
	end = b
	for from = b; from >= lo && end-from < 12; from-- {
		it := &x.items[from]
		if it.kind != word || it.has(cPrep|cLink|cAdv|cSay) || it.pos == segment.P {
			break
		}
		switch it.pos {
		case segment.NR:
			return x.person(from), true
		case segment.D:
			if from < end {
				goto done
			}
		case segment.V, segment.C, segment.U, segment.W:
			if it.pos == segment.U && x.rune1(from, '的') || it.pos == segment.V && from < end && x.bureau(from+1) {
				continue
			}
			goto done
		case segment.R:
			if it.j-it.i == 1 && (x.fold[it.i] == '他' || x.fold[it.i] == '她') {
				return x.pronoun(from), true
			}
			from--
			goto done
		}
	}
done:
	from++
	if from > end || end < lo {
		return nil, false
	}
	if from-1 > lo && x.items[from-1].kind == word && (x.items[from-1].has(cGive|cOther) || x.items[from-1].pos == segment.P) && !x.rune1(from-1, '据') {
		b = from - 2 // 向路透社表示
		goto again
	}
	for from < end && x.rune1(from, '的') {
		from++
	}
	if it := &x.items[end]; from < end && x.makes(&x.items[end-1]) && it.cls&^cOrg == 0 && !x.title(end) {
		switch it.pos {
		case segment.NT, segment.NZ, segment.NR, segment.N:
			from = end // 连接器厂联铎
		}
	}
	if p := x.items[end].pos; p == segment.F || p == segment.S && !x.items[end].has(cOwner) {
		return nil, false // 会上
	}
	// A mention of a person the stages before have found.
	s := t.Span(int(x.items[from].i), int(x.items[end].j))
	if len(t.Slice(s)) < 6 {
		return nil, false
	}
	if p := x.mention(s.Start, s.End); p != nil {
		return p, true
	}
	if x.items[end].pos == segment.D {
		return x.person(end), true
	}
	return &Part{s, t.Slice(s), Explicit}, x.title(end)
}

// bureau reports whether item k ends the name of an office: 统计处.
func (x *run) bureau(k int) bool {
	it := &x.items[k]
	if it.j-it.i != 1 {
		return false
	}
	switch x.fold[it.i] {
	case '处', '局', '部', '院', '所', '署', '司', '厅', '会', '委', '办':
		return true
	}
	return false
}

// title reports whether a word is one for a person: 负责人.
func (x *run) title(k int) bool {
	it := &x.items[k]
	switch x.fold[it.j-1] {
	case '人', '长', '家', '员', '任', '记', '士', '授', '师', '者', '席', '理', '裁', '监':
		return true
	}
	return false
}

// byline reports whether the word of saying at item k ends the line of who wrote the report: 本报北京1月1日电记者张三报道.
func (x *run) byline(lo, k int) bool {
	it := &x.items[k]
	if s := string(x.fold[it.i:it.j]); s != "报道" && s != "报导" {
		return false
	}
	for b := k - 1; b >= lo && k-b <= 6; b-- {
		if it := &x.items[b]; it.kind == word && it.j-it.i >= 2 && string(x.fold[it.j-2:it.j]) == "记者" {
			return true
		}
	}
	return false
}

package claims

import "github.com/xinwen-go/xinwen/segment"

// holding is a noun phrase of the text that figures after it may be of.
type holding struct {
	phrase
	sort         sort  // of its last word
	sent, clause int32 // of the document
	lead         bool  // nothing but times and adverbs stands before it in its clause
	part         part
	reports      bool // its clause says that it gives account of itself: 财报, 业绩, 公布
	before       shape
	after        shape
}

// part tells how a noun phrase was cut out of the clause.
type part uint8

const (
	whole   part = iota
	head         // of a longer phrase
	tail         // a name at the end of one
	counted      // with the figure before it: 20至29岁选民
	done         // with a verb inside: 客货车相撞事故
)

// shape tells what an item beside a noun phrase is.
type shape uint8

const (
	edge shape = iota // of the clause
	timeShape
	figureShape
	markShape
	sayShape
	deShape
	linkShape
	prepShape
	changeShape
	levelShape
	shareShape
	advShape
	indShape
	verbShape
	nounShape
	otherShape
)

// shape returns the shape of item k of the clause at hand.
func (x *run) shape(k int32) shape {
	if k < x.lo || k >= x.hi {
		return edge
	}
	switch it := &x.work[k]; {
	case it.kind == when:
		return timeShape
	case it.kind == figure:
		return figureShape
	case it.kind == mark:
		return markShape
	case it.has(cSay | cSee | cGuess):
		return sayShape
	case x.de(k):
		return deShape
	case it.has(cLink | cWithin):
		return linkShape
	case it.has(cPrep) || it.pos == segment.P:
		return prepShape
	case it.has(cChange):
		return changeShape
	case it.has(cLevel | cTo):
		return levelShape
	case it.has(cShare):
		return shareShape
	case it.has(cAdv) || it.pos == segment.D:
		return advShape
	case it.has(cInd | cIndex):
		return indShape
	case x.verb(k):
		return verbShape
	case x.noun(k):
		return nounShape
	default:
		return otherShape + shape(it.pos)
	}
}

// sort tells what a word is, by its classes or, where it has none that matter here, its part of speech.
type sort uint8

func sortOf(it *item) sort {
	s := sort(0)
	for i, c := range [...]class{cOwner, cOrg, cThing, cFolk, cInd, cIndex} {
		if it.has(c) {
			s |= 1 << i
		}
	}
	if s == 0 {
		return 0x80 | sort(it.pos)
	}
	return s
}

// ownerKind tells what kind of owner the runes [i, j), which end with the given word, are by that and their first and last characters.
func (x *run) ownerKind(i, j int32, last *item) uint8 {
	k := uint8(0)
	switch x.fold[i] {
	case '该', '此', '这', '那':
		k = 1
	case '全', '我', '本', '两', '双':
		k = 2
	}
	if last.pos == segment.NR && last.kind == word {
		return k | 5<<2
	}
	switch x.fold[j-1] {
	case '省', '市', '县', '区', '镇', '乡', '村', '州', '国', '港', '台', '地':
		return k | 1<<2
	case '司', '团', '行', '企', '业', '商', '厂', '店':
		return k | 2<<2
	case '局', '部', '厅', '委', '署', '处', '府', '院', '会', '办':
		return k | 3<<2
	case '者', '民', '客', '生', '员', '工', '人', '众', '户', '农', '家':
		return k | 4<<2
	}
	if last.pos == segment.NS {
		return k | 1<<2
	}
	return 0x80 | uint8(sortOf(last))
}

// maxNouns is how many noun phrases of a clause are looked at.
const maxNouns = 8

// collect lists the noun phrases of the clause at hand that figures may be of: each whole, its head where that names somebody
// (衢州市 | 规模以上工业企业), and a name at its end (连锁餐饮集团 | 飨宴楼).
func (x *run) collect() {
	x.here.clause++
	if x.cl.anchor >= 0 {
		return
	}
	x.reporting = x.reports()
	lead := true
	last := span{} // the noun phrase before
	for k, n := x.lo, 0; k < x.hi && n < maxNouns; n++ {
		for k < x.hi && !x.noun(k) {
			if it := &x.work[k]; it.kind != when && !it.has(cLink|cAdv) && it.pos != segment.D && it.pos != segment.T {
				lead = false
			}
			k++
		}
		if k == x.hi {
			return
		}
		e := max(k+1, x.nounRight(k, x.hi, false))
		if m := x.whose(k, e-1); m > k && m < e {
			x.hold(trimJoin(x, span{k, m}), lead, head)
		}
		x.hold(span{k, e}, lead, whole)
		if m := x.tailName(k, e); m > k {
			x.hold(span{m, e}, false, tail)
		}
		if k > x.lo && x.work[k-1].kind == figure {
			x.hold(span{k - 1, e}, lead, counted)
		}
		if last.j > x.lo && last.j == k-1 && x.verb(k-1) && x.happening(e-1) {
			for last.j-last.i > 1 && (x.work[last.i].pos == segment.M || x.work[last.i].pos == segment.Q) {
				last.i++ // 一起
			}
			x.hold(span{last.i, e}, false, done)
		}
		last = span{k, e}
		k, lead = e, false
	}
}

// hold lists the noun phrase s.
func (x *run) hold(s span, lead bool, p part) {
	if s.empty() || !x.nameable(s) {
		return
	}
	h := holding{phrase: x.phrase(s), sort: sortOf(&x.work[s.j-1]), sent: x.here.sent, clause: x.here.clause, lead: lead, part: p,
		reports: x.reporting, before: x.shape(s.i - 1), after: x.shape(s.j)}
	x.holdings = append(x.holdings, h)
}

// tailName returns the item at which a name at the end of the noun phrase [k, e) begins, or -1: 连锁餐饮集团飨宴楼.
func (x *run) tailName(k, e int32) int32 {
	for m := e - 1; m > k && m >= e-3; m-- {
		if i := x.work[m].i; x.fold[i-1] == '“' || x.fold[i-1] == '《' {
			return m
		}
	}
	for m := e - 1; m > k && m >= e-3; m-- {
		switch x.work[m].pos {
		case segment.NZ, segment.NR, segment.NT, segment.NX, segment.J, segment.N:
		default:
			continue
		}
		p := &x.work[m-1]
		if x.work[m].has(cOwner|cInd|cFolk) || p.kind != word || p.pos != segment.N && p.pos != segment.J && p.pos != segment.NT || x.runes(m, e) < 2 || x.runes(m, e) > 5 {
			continue
		}
		switch x.fold[p.j-1] {
		case '团', '司', '厂', '商', '企', '店', '房', '盘', '头', '牌', '行', '台', '社', '校', '民', '户', '长', '员', '家', '业':
			return m
		}
	}
	return -1
}

// happening reports whether item k names something that happens or is done, of which a verb before it may tell what.
func (x *run) happening(k int32) bool {
	switch x.fold[x.work[k].j-1] {
	case '故', '案', '划', '程', '动', '会', '赛', '展', '灾', '目', '件', '作':
		return true
	}
	return false
}

// reports reports whether somebody publishes figures or results in the clause at hand.
func (x *run) reports() bool {
	for k := x.lo; k < x.hi; k++ {
		it := &x.work[k]
		if it.kind != word || it.j-it.i < 2 {
			continue
		}
		switch x.fold[it.j-1] {
		case '报', '绩', '会', '布', '告', '露':
		default:
			continue
		}
		switch string(x.fold[it.j-2 : it.j]) {
		case "财报", "季报", "年报", "中报", "业绩", "快报", "说会", "公布", "公告", "发布", "披露", "宣布", "预告":
			return true
		}
	}
	return false
}

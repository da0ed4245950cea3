package claims

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// person returns the person whose name is item k.
func (x *run) person(k int) *Part {
	t := x.doc.Text
	s := t.Span(int(x.items[k].i), int(x.items[k].j))
	if p := x.mention(s.Start, s.End); p != nil {
		return p
	}
	if it := &x.items[k]; k+1 < len(x.items) && x.items[k+1].i == it.j && addressed(x.fold[x.items[k+1].i:x.items[k+1].j]) {
		s = t.Span(int(it.i), int(x.items[k+1].j)) // 王女士
	}
	return &Part{s, t.Slice(s), Explicit}
}

// mention is one mention of a person: the bytes [i, j), and which of the document's people and of their mentions it is.
type mention struct {
	i, j        int
	person, nth int
}

// apposed returns the name at the end of a subject that says first what kind of firm it is of: 代工厂纬鼎.
func (x *run) apposed(s span) span {
	for m := s.j - 3; m < s.j-1; m++ {
		if m < s.i || x.runes(m+1, s.j) < 2 || x.runes(m+1, s.j) > 6 || x.work[m].kind != word || x.work[m].j-x.work[m].i < 2 && m == s.i {
			continue
		}
		it := &x.work[m]
		switch x.fold[it.j-1] {
		case '厂', '商', '头', '企':
		default:
			if !x.is2(m, '品', '牌') && !x.is2(m, '平', '台') {
				continue
			}
		}
		ok := true
		for k := m + 1; k < s.j; k++ {
			switch x.work[k].pos {
			case segment.N, segment.NZ, segment.NR, segment.NT, segment.J, segment.NX:
				ok = ok && (x.work[k].cls == 0 || x.work[k].pos == segment.NT) && x.work[k].kind == word
			default:
				ok = false
			}
		}
		if ok {
			return span{m + 1, s.j}
		}
	}
	return s
}

// who leaves of a subject that says first what somebody is the name at its end: 打者陈冠廷, 客户王先生, 椒农胡兰香家; but 被告孙某.
func (x *run) who(s span) span {
	m := s.j - 1
	if m > s.i && (x.address(m) || x.is(m, '家')) {
		m--
	}
	if m <= s.i || x.work[m].pos != segment.NR || x.work[m].kind != word || x.work[m].cls != 0 || x.runes(m, s.j) < 2 || x.fold[x.work[m].j-1] == '某' {
		return s
	}
	if it := &x.work[m-1]; it.kind != word || it.pos != segment.N || it.j-it.i < 2 || it.has(cInd|cOwner|cOrg|cThing) {
		return s
	}
	return span{m, s.j}
}

// persons lists the mentions of the document.
func (x *run) persons() {
	x.mentions = x.mentions[:0]
	for k := range x.doc.People {
		for n, m := range x.doc.People[k].Mentions {
			x.mentions = append(x.mentions, mention{m.Start, m.End, k, n})
		}
	}
	slices.SortFunc(x.mentions, func(a, b mention) int { return cmp.Compare(a.i, b.i) })
}

// mention returns the person mentioned last among those whose mention touches the bytes [i, j).
func (x *run) mention(i, j int) *Part {
	k, _ := slices.BinarySearchFunc(x.mentions, j, func(m mention, j int) int { return cmp.Compare(m.i, j) })
	if k--; k >= 0 && x.mentions[k].j > i {
		m := x.mentions[k]
		return x.naming(&x.doc.People[m.person], m.nth)
	}
	return nil
}

// naming returns the name of a person as mention m gives it, or as the nearest mention before that gives it in full.
func (x *run) naming(p *entities.Person, m int) *Part {
	t := x.doc.Text
	for k := m; k >= 0; k-- {
		n := p.Mentions[k]
		s := t.Slice(n.Span)
		if i := strings.Index(s, p.Name); i >= 0 {
			how := Explicit
			if k < m {
				how = Inherited
			}
			return &Part{text.Span{Start: n.Start + i, End: n.Start + i + len(p.Name)}, p.Name, how}
		}
	}
	n := p.Mentions[m]
	return &Part{n.Span, t.Slice(n.Span), Explicit}
}

// pronoun returns whom the pronoun of item k stands for: the person the stages before resolved it to, else the one named
// last before it in its paragraph or the one before.
func (x *run) pronoun(k int) *Part {
	t := x.doc.Text
	s := t.Span(int(x.items[k].i), int(x.items[k].j))
	if p := x.mention(s.Start, s.End); p != nil {
		return p
	}
	for b := k - 1; b >= 0 && k-b < 400; b-- {
		if it := &x.items[b]; it.kind == word && it.pos == segment.NR && it.cls == 0 && it.j-it.i >= 2 {
			p := x.person(b)
			p.How = Inherited
			return p
		}
	}
	return &Part{s, t.Slice(s), Explicit}
}

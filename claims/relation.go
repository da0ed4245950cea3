package claims

import (
	"strconv"

	"github.com/xinwen-go/xinwen/numbers"
)

// relation tells how the figure relates to its measure.
func (x *run) relation(l *left, d *numbers.Quantity, share bool, q int32) Relation {
	up := l.dir == cUp
	switch {
	case (l.times || l.flags&cTimes != 0) && d.Kind != numbers.KindPercent && d.Kind != numbers.KindFraction:
		return MultiplyBy
	case d.Kind == numbers.KindMultiple && (x.turns(q) || l.whole && l.dir == 0):
		return MultiplyBy
	case d.Kind == numbers.KindOrdinal && l.pred&cRank != 0:
		return Rank
	case l.dir == cMove, l.dir != 0 && !l.to && d.Kind == numbers.KindCount && !l.measure.empty() && x.work[l.measure.j-1].has(cSelf):
		return Is // 加息十次
	case l.dir != 0 && (l.to || l.flags&cTo != 0 && l.pred&cLevel == 0):
		if up {
			return IncreaseTo
		}
		return DecreaseTo
	case l.dir != 0:
		if up {
			return IncreaseBy
		}
		return DecreaseBy
	case d.Kind == numbers.KindOrdinal:
		return Rank
	case share, l.whole && (d.Kind == numbers.KindPercent || d.Kind == numbers.KindFraction):
		if l.flags&cBelow != 0 {
			return Below
		}
		return ShareOf
	case !l.measure.empty() && x.work[l.measure.j-1].has(cPart) && (d.Kind == numbers.KindPercent || d.Kind == numbers.KindFraction):
		return ShareOf
	}
	switch d.Approx {
	case numbers.Above:
		if l.flags&cMustNot != 0 {
			return AtMost // 不得超过
		}
		return Exceeds
	case numbers.AtLeast:
		return AtLeast
	case numbers.AtMost:
		return AtMost
	case numbers.Range:
		return Between
	case numbers.Below:
		switch s := x.quants[x.work[q].ref]; x.fold[s.i] {
		case '近', '将', '接':
			return Is
		}
		return Below
	}
	bound := l.gap
	if l.verb >= 0 {
		bound = l.flags
	}
	switch {
	case bound&cAtLeast != 0:
		return AtLeast
	case (bound&cAtMost != 0 || bound&cCap != 0 && l.verb >= 0) && d.Kind != numbers.KindTemperature:
		return AtMost
	case bound&cAbove != 0:
		return Exceeds
	case bound&cBelow != 0:
		return Below
	}
	return Is
}

// turns reports whether the figure holds its own 翻: 翻了一番.
func (x *run) turns(q int32) bool {
	it := &x.work[q]
	return x.fold[it.i] == '翻' || x.fold[it.j-1] == '番'
}

// modality is how the figures of the clause are meant. What somebody will do is a plan, what will be is a forecast.
func (x *run) modality(w *walk, l *left) Modality {
	if l.flags&cTarget != 0 && l.flags&cWeak == 0 && w.modal == "" {
		w.modal, w.carry = Target, true // 目标为85座，较去年多一成
		return Target
	}
	if w.will && l.verb >= 0 && l.dir == 0 && l.pred == 0 {
		w.modal = Target
	}
	if w.modal != "" {
		return w.modal
	}
	return x.st.modality
}

// yearBefore reports whether time a is the year before time b, or before the time that governs the sentence.
func (x *run) yearBefore(a, b int) bool {
	if b == None {
		b = x.st.time
	}
	if b == None {
		return false
	}
	p, q := &x.doc.Times[a], &x.doc.Times[b]
	if p.Grain != q.Grain || len(p.From) < 10 || len(q.From) < 10 || p.From[4:] != q.From[4:] {
		return false
	}
	m, err := strconv.Atoi(p.From[:4])
	n, err2 := strconv.Atoi(q.From[:4])
	return err == nil && err2 == nil && m+1 == n
}

// perUnit returns the aspect that the words of the measure tell: 人均收入, 平均工资.
func (x *run) perUnit(p phrase) class {
	if p.j-p.i < 3 {
		return 0
	}
	for k := p.i; k+2 < min(p.j, p.i+maxWord); k++ {
		if x.fold[k] == '每' {
			return cPer // 每股收益
		}
		if x.fold[k+1] != '均' || x.fold[k+2] == '指' { // 工业平均指数
			continue
		}
		switch x.fold[k] {
		case '人', '户', '亩', '平', '日', '年', '月':
			return cMean
		}
	}
	return 0
}

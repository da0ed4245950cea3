package claims

// pair makes the claims of figures that 分别 hands to subjects or measures in order.
func (x *run) pair(w *walk, l *left) {
	n := len(x.group)
	measures := false
	x.parts = x.parts[:0]
	measure, subject := x.phrase(l.measure), x.phrase(l.subject)
	switch {
	case x.list(l.subject, n):
	case x.list(l.measure, n):
		measures = true
		// 城镇和农村居民人均可支配收入: the parts share the indicator of the last.
		last := x.parts[n-1]
		if k := x.headOf(last); k > last.i && !x.work[x.parts[0].j-1].has(cInd) {
			measures = false
			x.parts[n-1].j = k
			measure = x.phrase(span{k, last.j})
		}
	case l.measure.empty() && l.subject.empty() && len(x.st.list) == n:
		x.parts = append(x.parts, x.st.list...)
		measures = x.st.measures
		if measure = x.st.measure; !measures && !measure.ok {
			return
		}
		x.emitPairs(w, l, phrase{}, measure, measures, Inherited)
		return
	default:
		if l.measure.empty() && l.subject.empty() {
			x.pairClaims(w, l)
			return
		}
		if l.measure.empty() {
			return
		}
		if l.subject.empty() && len(x.st.list) == n && !x.st.measures {
			x.parts = append(x.parts[:0], x.st.list...) // 甲、乙两镇分别有茶园5亩和6亩，产量分别为7吨和8吨
			x.emitPairs(w, l, phrase{}, measure, false, Explicit)
			return
		}
		// What the figures belong to is not named one by one: all are of the whole.
		x.parts = x.parts[:0]
		for range x.group {
			x.parts = append(x.parts, l.measure)
		}
		measures = true
	}
	if measures && l.dir != 0 && x.st.fresh && x.st.measured && !x.work[x.parts[0].j-1].has(cInd) && !x.work[x.parts[n-1].j-1].has(cInd) {
		measure, measures = x.st.measure, false // 汽油、柴油价格上调，分别提高260元和255元
	}
	how := Explicit
	if !measure.ok {
		if measure, how = x.st.measure, Inherited; !measure.ok {
			return
		}
	}
	for i := range x.parts {
		s := x.parts[i]
		x.parts[i] = span{x.work[s.i].i, x.work[s.j-1].j}
	}
	x.st.list = append(x.st.list[:0], x.parts...)
	x.st.measures = measures
	x.emitPairs(w, l, subject, measure, measures, how)
}

// pairClaims hands the figures of the group to the measures of the sentence's last claims in order: 接待游客386万人次，旅游收入
// 28.5亿元，分别增长22.6%和25.1%.
func (x *run) pairClaims(w *walk, l *left) {
	n := len(x.group)
	if len(x.out)-x.st.first < n {
		return
	}
	from := x.out[len(x.out)-n:]
	for i := 1; i < n; i++ {
		if from[i].Measure.Span == from[i-1].Measure.Span && (from[i].Subject == nil || from[i-1].Subject == nil || from[i].Subject.Span == from[i-1].Subject.Span) {
			return
		}
	}
	keep := x.st
	for _, q := range x.group {
		id := int(x.work[q].ref)
		c := Claim{Span: x.clauseSpan(), Quantity: id, From: None, Change: None, Time: None, Modality: x.modality(w, l),
			Relation: x.relation(l, &x.doc.Quantities[id], l.pred&cShare != 0, q)}
		x.finish(w, &c, l, phrase{}, keep.measure, Inherited, None)
		p := x.out[len(x.out)-n]
		c.Measure = inherit(p.Measure)
		c.Subject = inherit(p.Subject)
		x.out = append(x.out, c)
		w.n++
	}
}

func inherit(p *Part) *Part {
	if p == nil {
		return nil
	}
	return &Part{p.Span, p.Text, Inherited}
}

// emitPairs writes one claim for each figure of the group and each part (in runes).
func (x *run) emitPairs(w *walk, l *left, subject, measure phrase, measures bool, how How) {
	for i, q := range x.group {
		id := int(x.work[q].ref)
		s, m := subject, measure
		p := phrase{i: x.parts[i].i, j: x.parts[i].j, ok: true}
		if measures {
			m = p
		} else {
			s = p
		}
		c := Claim{Span: x.clauseSpan(), Quantity: id, From: None, Change: None, Time: None, Modality: x.modality(w, l),
			Relation: x.relation(l, &x.doc.Quantities[id], l.pred&cShare != 0, q)}
		x.finish(w, &c, l, s, m, how, None)
		if how == Inherited && !measures {
			c.Subject.How = Inherited
		}
		if !measures {
			x.certain = append(x.certain, int32(len(x.out)))
		}
		x.out = append(x.out, c)
		x.remember(len(x.out) - 1)
		w.n++
	}
	if !measures {
		x.st.measure = measure
	}
}

// list cuts the items of s at 、 and 和 into run.parts and reports whether there are n. A count of the members at the end
// (两市) is left out.
func (x *run) list(s span, n int) bool {
	x.parts = x.parts[:0]
	if s.empty() {
		return false
	}
	i := s.i
	for k := s.i; k < s.j; k++ {
		if x.joins(k) {
			if k > i {
				x.parts = append(x.parts, span{i, k})
			}
			i = k + 1
		}
	}
	if i < s.j {
		x.parts = append(x.parts, span{i, s.j})
	}
	if len(x.parts) != n {
		return false
	}
	last := &x.parts[n-1]
	for k := last.i + 1; k < last.j; k++ {
		switch x.fold[x.work[k].i] {
		case '两', '三', '四', '五', '六', '七', '八', '九', '十', '2', '3', '4', '5', '6', '7', '8', '9', '等':
			last.j = k
		}
	}
	return true
}

// headOf returns the item at which the indicator that ends s starts, or -1.
func (x *run) headOf(s span) int32 {
	k := s.j - 1
	if !x.work[k].has(cInd) {
		return -1
	}
	for k > s.i && x.work[k-1].has(cInd|cPer) {
		k--
	}
	return k
}

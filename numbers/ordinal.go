package numbers

// ordinal reads 第三届, 排名第五.
func (s *finder) ordinal(i int) int {
	f := s.f
	n, end, ok := s.numeral(i + 1)
	if ok && n.comma { // 第5,100人…: a clause ends at the comma
		n, end, ok = scan(f, i+1, s.m|noPoint)
	}
	if !ok {
		return max(end, i+1)
	}
	var it item
	it.setNumeral(n, i+1, end)
	it.n.han = true // no decimals, no tail: what follows is a classifier
	s.from = end
	if n.point || n.few || n.more || !n.value.Valid() && n.places || n.bare && n.unit > 1 || n.zeros {
		return end
	}
	it.u = ordinalUnit
	stop := end
	if u, length := s.units.longest(f, end); u != nil && !u.block && (u.kind == KindCount && !u.noun || u.kind == KindDuration) && !isLetter(f[end]) {
		it.uStart, it.uEnd = end, end+length
		stop = it.uEnd
	} else if oneOf(runeAt(f, end), "版集季卷讲回弹级号楼册档") && !isLetter(runeAt(f, end)) {
		it.uStart, it.uEnd = end, end+1
		stop = it.uEnd
	}
	rank := s.beforeAny(i, 5, rankCues())
	switch {
	case stop > end && (f[end] == '天' || f[end] == '年') && stop == end+1 && !rank: // 第二天 is a time
	case stop == end && !rank && !s.alone(i, end):
		return end
	}
	var q Quantity
	s.fill(&q, &it)
	q.Kind = KindOrdinal
	q.Span = s.t.Span(i, stop)
	q.Unit = Unit{Dimension: "ordinal"}
	if stop > end {
		q.Unit.Text = s.t.SliceRunes(end, stop)
		q.Unit.Code = q.Unit.Text
	}
	q.Role = RoleName
	if stop == end || f[end] == '名' || f[end] == '位' && !isHan(runeAt(f, stop)) || rank && f[end] == '位' {
		q.Role = RoleValue
	}
	s.add(&q)
	s.from = stop
	return stop
}

// doubling reads 翻一番, 翻了两番, 翻番.
func (s *finder) doubling(i int) int {
	f := s.f
	k := i + 1
	if runeAt(f, k) == '了' {
		k++
	}
	var it item
	one := NewNumber(1, 0)
	it.setNumeral(numeral{value: one, lo: one, hi: one, han: true}, k, k)
	if runeAt(f, k) != '番' {
		n, end, ok := s.numeral(k)
		if !ok || runeAt(f, end) != '番' {
			return i + 1
		}
		it.setNumeral(n, k, end)
		k = end
	} else if k > i+1 {
		return i + 1
	}
	k++
	it.u, it.uStart, it.uEnd, it.end = doubleUnit, k-1, k, k
	if runeAt(f, k) == '半' {
		it.add(NewNumber(5, -1))
		it.end++
	}
	it.start = i
	s.halfAndMore(&it)
	var q Quantity
	s.fill(&q, &it)
	end := it.end
	if m, stop := s.suffix(end); m != nil {
		q.bound(m.approx)
		end = stop
	}
	q.Span = s.t.Span(i, end)
	q.Unit.Text = s.t.SliceRunes(it.uStart, it.uEnd)
	s.add(&q)
	s.from = end
	return end
}

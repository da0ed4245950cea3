package numbers

// money reads the parts of an amount after its first unit: 12元5角, 九块九毛九, 玖圆整, 亿元人民币.
func (s *finder) money(it *item) {
	f := s.f
	main := it.u.code
	it.code = main
	part := it.u.factor // of the last unit read, to the main one
	if f[it.uStart] == '分' && it.uEnd-it.uStart == 1 && !s.beforeAny(it.start, 10, centCues()) && !formal(f[it.numStart]) {
		it.u = scoreUnit
		return
	}
	if main == "?" && (f[it.uEnd-1] == '元' && oneOf(runeAt(f, it.uEnd), "代旦宵宝首素") || f[it.uStart] == '块' && it.uEnd-it.uStart == 1 && s.piece(it)) {
		it.u = scoreUnit
		return
	}
	it.scale(part)
	for it.exact() && main == "?" {
		k := it.end
		if runeAt(f, k) == '零' || runeAt(f, k) == '又' {
			k++
		}
		n, end, ok := s.numeral(k)
		if !ok || !n.value.Valid() || n.more || n.few || n.point || n.scaled {
			break
		}
		u, length := s.units.longest(f, end)
		if u != nil && u.kind == KindMoney && u.code == "?" && u.factor.Cmp(part) < 0 {
			it.add(n.value.Mul(u.factor))
			part = u.factor
			it.end = end + length
			it.compound = true
			continue
		}
		// 九块九, 九毛九: a last digit of the next smaller unit
		colloquial := f[it.uStart] == '块' || it.compound || f[it.uStart] == '毛' || f[it.uStart] == '角'
		if (u == nil || u.kind == KindMoney && u.code != "?") && colloquial && n.digits <= 1 && end-k == 1 && part.Cmp(NewNumber(1, -2)) > 0 && f[it.end-1] != '钱' {
			it.add(n.value.Mul(part.shift(-1)))
			it.end = end
			it.compound = true
		}
		break
	}
	if main == "?" {
		for _, w := range [...]string{"人民币", "新台币", "台币", "港币", "美元", "美金", "欧元", "日币", "rmb"} {
			if u, n := s.units.longest(f, it.end); u != nil && hasAt(f, it.end, w) && n == len([]rune(w)) {
				it.code = u.code
				it.uEnd = it.end + n
				it.end = it.uEnd
				break
			}
		}
	}
	if oneOf(runeAt(f, it.end), "整正") && !isHan(runeAt(f, it.end+1)) {
		it.end++
	} else if runeAt(f, it.end) == '钱' {
		it.end++
	}
}

// piece reports whether 块 counts pieces (三块石头) and not money.
func (s *finder) piece(it *item) bool {
	next := runeAt(s.f, it.uEnd)
	if it.single() && s.f[it.numStart] == '一' && next != '钱' && !classOf(s.cls, next).digit() { // 一块纸片, 在一块玩
		return isHan(next) || next != 0 && !s.moneyCue(it.start)
	}
	if classOf(s.cls, next).digit() || next == '钱' || next == 0 {
		return false
	}
	if _, _, ok := moneyNouns().Longest(s.f[it.uEnd:]); ok {
		return false
	}
	return isHan(next) && !oneOf(next, "的左多以一每上不就买到至和来去给做用投在是也都才还让请把被从对为了呢吗吧啊") && !s.moneyCue(it.start)
}

// compound reads the further parts of a measure and puts the whole in the smallest of its units: 1小时43分钟 is 103 min,
// 1米6 is 1.6 m.
func (s *finder) compound(it *item) {
	f := s.f
	for it.exact() && !it.n.point {
		k := it.end
		if r := runeAt(f, k); (r == '零' || r == '又') && classOf(s.cls, runeAt(f, k+1)).digit() {
			k++
		}
		n, end, ok := s.numeral(k)
		if !ok || !n.value.Valid() || n.more || n.few || n.scaled {
			return
		}
		u, length := s.units.longest(f, end)
		if it.u.dim == "seconds" && runeAt(f, end) == '分' && length == 1 {
			u = minuteUnit
		}
		if length == 1 && oneOf(f[end], "月日") { // a date, whatever comes before it
			return
		}
		if u == nil || u.block || u.kind != it.u.kind || u.dim != it.u.dim && !(it.u.dim == "age" && u.code == "mo") || u.dim == "" || !u.factor.Valid() || u.factor.Cmp(it.u.factor) >= 0 {
			s.tail(it, n, k, end, u)
			return
		}
		it.scale(it.u.factor.Quo(u.factor))
		it.add(n.value)
		it.u, it.uStart, it.uEnd = u, end, end+length
		it.end, it.compound = it.uEnd, true
		it.n.point = n.point
	}
}

// tail takes a last figure without unit as decimals of the unit before it: 1米78, 9秒58, 十二度五.
func (s *finder) tail(it *item, n numeral, k, end int, u *unit) {
	if k != it.end || u != nil && !u.block || n.comma || n.zeros && !n.ascii || it.uEnd-it.uStart != 1 {
		return
	}
	next := runeAt(s.f, end)
	switch s.f[it.uStart] {
	case '米':
		if end-k > 2 || isHan(next) && !oneOf(next, "的左以多高长宽深") {
			return
		}
	case '秒':
		if !n.ascii || end-k > 3 {
			return
		}
	case '度':
		if end-k > 1 || isHan(next) && !oneOf(next, "的左以") {
			return
		}
	default:
		return
	}
	if n.ascii && n.point || n.unit > 0 {
		return
	}
	it.add(n.value.shift(-(end - k)))
	it.end, it.compound = end, true
}

package numbers

import "github.com/xinwen-go/xinwen/internal/trie"

// readUnit reads the unit after the numeral of it, with the parts of a compound (12元5角), 半, 多 and what it is counted
// per (元/吨). Where there is none the item keeps its end.
func (s *finder) readUnit(it *item) {
	f, k := s.f, it.numEnd
	if runeAt(f, k) == '来' && it.exact() && it.n.unit > 0 && it.n.han && !it.n.scaled { // 十来个
		if u, _ := s.units.longest(f, k+1); u != nil && !u.block {
			it.about = true
			k++
		}
	}
	if runeAt(f, k) == ' ' && (it.n.ascii || it.n.scaled) && k > 0 && runeAt(f, k+1) != ' ' {
		k++
	}
	u, n := s.lookUp(it, k)
	if u == nil {
		if k == it.numEnd && it.n.ascii && runeAt(f, k) == '/' && isHan(runeAt(f, k+1)) { // 检测值为130000/克
			s.perUnit(it)
		}
		return
	}
	it.u, it.uStart, it.uEnd = u, k, k+n
	it.end = it.uEnd
	switch u.kind {
	case KindPercent:
		s.percent(it)
	case KindMoney:
		s.money(it)
	case KindMeasure, KindTemperature, KindDuration:
		s.compound(it)
	}
	s.halfAndMore(it)
	s.perUnit(it)
}

// lookUp finds the unit at rune k and refuses what cannot be one there.
func (s *finder) lookUp(it *item, k int) (*unit, int) {
	f := s.f
	if runeAt(f, k) == '个' && oneOf(runeAt(f, k+1), "多半余") && it.value.Valid() { // 3个多月, 两个半小时
		if u, n := s.afterGe(k + 2); u != nil && u.strong {
			if f[k+1] == '半' {
				it.add(NewNumber(5, -1))
			} else {
				s.moreAfter(it)
			}
			return u, n + 2
		}
	}
	u, n := s.units.longest(f, k)
	if u == nil || u.block {
		return nil, 0
	}
	if isLetter(f[k]) {
		return s.latin(it, u, k, n)
	}
	if u.weak && it.single() && !it.few && !s.upper && !s.alone(it.start, k+n) && !s.scored(it, k) && !formal(f[it.numStart]) && !(oneOf(f[k], "分日") && (hasAt(f, k+1, "以上") || hasAt(f, k+1, "以下"))) {
		return s.shorter(it, k, n)
	}
	switch f[k] {
	case '日', '月':
		if n == 1 && !s.lasting(it, k) {
			return nil, 0
		}
	case '两':
		if n == 1 && oneOf(runeAt(f, k+1), "个位名人家次天年种国岸地方月周者条项") {
			return nil, 0
		}
	case '分':
		if runeAt(f, k+1) == '之' && classOf(s.cls, runeAt(f, k+2)).numeral() {
			return nil, 0
		}
		if n == 1 && classOf(s.cls, runeAt(f, k+1)).digit() {
			if _, end, ok := s.numeral(k + 1); ok && runeAt(f, end) == '秒' {
				return minuteUnit, 1
			}
		}
	case '角', '毛':
		if n == 1 && (it.n.point || it.single()) && !s.composite(k+1) && !formal(f[it.numStart]) && !s.alone(it.start, k+1) && !s.beforeAny(it.start, 10, centCues()) {
			return nil, 0
		}
	case '度', '°':
		if n == 1 {
			return s.degree(it, k), 1
		}
	case '级':
		if n == 1 && !s.graded(it, k) {
			return nil, 0
		}
	case '点':
		if n == 1 {
			return s.points(it, k)
		}
	case '成':
		if n == 1 && !it.few && (it.hi.Cmp(NewNumber(10, 0)) > 0 || oneOf(runeAt(f, k+1), "功为立员本果就都交长年分熟效份语品型套千绩因材形不婚家像")) {
			return nil, 0
		}
	case '折':
		if n == 1 && (it.hi.Cmp(NewNumber(100, 0)) >= 0 || oneOf(runeAt(f, k+1), "合算扣射戏页叠断旧磨腾")) {
			return nil, 0
		}
	case '期', '号':
		if n == 1 && oneOf(runeAt(f, k+1), "货权限待末望") {
			return nil, 0
		}
	}
	return u, n
}

// lasting reports whether 日 or 月 at k counts a length of time: 15日内, 拘留15日, 数月.
func (s *finder) lasting(it *item, k int) bool {
	f := s.f
	if f[k] == '月' {
		return it.few && it.numEnd-it.numStart == 1
	}
	if it.n.zeros || it.n.places || it.n.point {
		return false
	}
	return it.few || s.before(it.start, 4, "拘留", "为期", "历时", "共计", "连续", "长达", "逾期") || oneOf(runeAt(f, it.start-1), "近逾满") ||
		oneOf(runeAt(f, k+1), "内游") && !hasAt(f, k+1, "内蒙") || hasAt(f, k+1, "以下") || hasAt(f, k+1, "以内") || hasAt(f, k+1, "之内") || hasAt(f, k+1, "以上") || hasAt(f, k+1, "自由行") || hasAt(f, k+1, "上诉期") || hasAt(f, k+1, "行政拘留")
}

// formal reports whether r is a digit as cheques write it.
func formal(r rune) bool { return oneOf(r, "壹贰叁肆伍陆柒捌玖") }

// scored reports whether 分 at k counts points: 评分超过七分.
func (s *finder) scored(it *item, k int) bool {
	return s.f[k] == '分' && s.before(it.start, 6, "评分", "得分", "得了", "拿下", "扣", "打分", "积分")
}

// shorter looks for a unit that is not weak among the shorter words at k.
func (s *finder) shorter(it *item, k, longest int) (*unit, int) {
	var found *unit
	length := 0
	s.units.words.Prefixes(s.f[k:], func(n int, v uint32) bool {
		if u := &s.units.list[v]; n < longest && !u.weak && !u.block {
			found, length = u, n
		}
		return n < longest
	})
	return found, length
}

// afterGe finds the unit that the word at k makes with 个 before it: 月 in 3个多月.
func (s *finder) afterGe(k int) (*unit, int) {
	words := s.units.words
	node, ok := words.Next(trie.Root, '个')
	if !ok {
		return nil, 0
	}
	var best *unit
	length := 0
	for i := k; i < len(s.f); i++ {
		if node, ok = words.Next(node, s.f[i]); !ok {
			break
		}
		if v, ends := words.Value(node); ends {
			best, length = &s.units.list[v], i+1-k
		}
	}
	if best == nil || best.block {
		return nil, 0
	}
	return best, length
}

// latin checks a unit of Latin letters: it must be a word of its own, and a single letter must look like a unit.
func (s *finder) latin(it *item, u *unit, k, n int) (*unit, int) {
	f := s.f
	if next := runeAt(f, k+n); isLetter(next) || isDigit(next) || next == '-' {
		return nil, 0
	}
	if !u.letter {
		return u, n
	}
	if !it.n.ascii && !s.alone(it.start, k+1) {
		return nil, 0
	}
	original := s.t.SliceRunes(k, k+1)
	upper := original[0] >= 'A' && original[0] <= 'Z'
	next := runeAt(f, k+1)
	switch f[k] {
	case 'g':
		if upper || it.numEnd-it.numStart == 1 && oneOf(next, "网手信时基用套技通频移标商建牌") {
			return nil, 0
		}
	case 'm', 'h', 's':
		if upper && f[k] != 'm' || upper && !s.alone(it.start, k+1) || isHan(next) && !oneOf(next, "长宽高深厚左以的多处外内") {
			return nil, 0
		}
	case 't':
		if isHan(next) && !oneOf(next, "重以左的多") {
			return nil, 0
		}
	}
	return u, n
}

// degree tells what 度 is: a temperature, electricity or an angle.
func (s *finder) degree(it *item, k int) *unit {
	f := s.f
	if oneOf(runeAt(f, k+1), "假过母数身蜜") {
		return nil
	}
	if oneOf(runeAt(f, k+1), "电") || s.beforeAny(it.start, 12, powerCues()) {
		return kWhUnit
	}
	if s.before(it.start, 1, "经", "纬") || oneOf(runeAt(f, k+1), "角") || s.beforeAny(it.start, 3, angleCues()) {
		return s.degrees()
	}
	if s.before(it.start, 1, "下", "上", "负", "-") || s.before(it.start, 2, "摄氏", "华氏") || it.compound ||
		s.nearbyAny(it.start, warmCues()) {
		return celsiusUnit
	}
	if s.before(it.start, 4, "酒") || s.anyBetween(k+1, min(len(f), k+7), spiritCues()) { // 53度白酒
		return nil
	}
	if s.alone(it.start, k+1) || runeAt(f, k+1) == '半' && s.alone(it.start, k+2) {
		return celsiusUnit
	}
	if it.single() || oneOf(runeAt(f, k+1), "蒙冠入夺出获当被成访担参") {
		return nil
	}
	return s.degrees()
}

func (s *finder) degrees() *unit {
	u, _ := s.units.longest([]rune{'°'}, 0)
	return u
}

// graded reports whether 级 at k grades a wind or an earthquake and is not part of a name (5A级, 三级医院).
func (s *finder) graded(it *item, k int) bool {
	f := s.f
	if oneOf(runeAt(f, k+1), "风地大阵强台浪") || hasAt(f, k+1, "以上地震") || hasAt(f, k+1, "左右地震") || hasAt(f, k+1, "以上大风") {
		return true
	}
	return s.beforeAny(it.start, 8, gradeCues())
}

// points tells what 点 is: index points, points of a list, or nothing (a clock time).
func (s *finder) points(it *item, k int) (*unit, int) {
	f := s.f
	if it.n.point || it.lo.Cmp(NewNumber(24, 0)) > 0 && !oneOf(runeAt(f, k+1), "钟整半多") ||
		s.beforeAny(it.start, 4, indexCues()) {
		return pointUnit, 1
	}
	if it.n.han && !(!it.few && !it.value.Valid() && runeAt(f, k+1) == ',') && oneOf(runeAt(f, k+1), "建意要希看体想原共问思认启感理内措不说主理:,经") && it.hi.Cmp(NewNumber(20, 0)) < 0 {
		return scoreUnit, 1
	}
	return nil, 0
}

// percent reads what may follow 成 and 折: 四成半, 一成五, 八五折.
func (s *finder) percent(it *item) {
	f := s.f
	switch f[it.uStart] {
	case '%':
	case '‰':
		it.scale(NewNumber(1, -1))
	case '成':
		it.scale(NewNumber(10, 0))
		if c := classOf(s.cls, runeAt(f, it.end)); it.exact() && c.digit() && c.value() > 0 {
			if next := runeAt(f, it.end+1); !classOf(s.cls, next).numeral() && !isDigit(next) && next != '.' && !s.startsUnit(it.end+1) {
				it.add(NewNumber(int64(c.value()), 0))
				it.end++
			} else if d := classOf(s.cls, next); d.kind() == clHan && c.kind() == clHan && !classOf(s.cls, runeAt(f, it.end+2)).numeral() && !s.startsUnit(it.end+2) { // 打击率四成一二
				it.add(NewNumber(int64(10*c.value()+d.value()), -1))
				it.end += 2
			}
		} else if runeAt(f, it.end) == '半' && it.exact() {
			it.add(NewNumber(5, 0))
			it.end++
		}
	case '折':
		if it.n.point || it.hi.Cmp(NewNumber(10, 0)) <= 0 {
			it.scale(NewNumber(10, 0))
		}
	}
}

// startsUnit reports whether a unit stands at k, so that a digit before it counts something of its own.
func (s *finder) startsUnit(k int) bool {
	u, _ := s.units.longest(s.f, k)
	return u != nil && !u.block
}

// composite reports whether a further part of an amount stands at k: 毛九, 角5分.
func (s *finder) composite(k int) bool {
	return classOf(s.cls, runeAt(s.f, k)).digit() || runeAt(s.f, k) == '钱'
}

// halfAndMore reads 半 and 多 after a unit: 3年半, 两年多, 1.5倍多.
func (s *finder) halfAndMore(it *item) {
	u := it.u
	if !u.strong && u.dim != "count" || it.compound && u.kind != KindMoney || u.noun {
		return
	}
	switch runeAt(s.f, it.end) {
	case '半':
		if !u.strong || !it.value.Valid() || it.n.point || u.kind == KindPercent || oneOf(runeAt(s.f, it.end+1), "导岛夜决价天径数空路途场工") {
			return
		}
		it.add(NewNumber(5, -1).Mul(NewNumber(1, it.n.unit*btoi(it.n.scaled))))
		it.end++
	case '多', '余':
		if !u.strong || it.more || !it.value.Valid() || !moreFollows(s.f, it.end) || s.wordOfMore(it.end) {
			return
		}
		s.moreAfter(it)
		it.end++
	}
}

// wordOfMore reports whether 多 at k begins the clause's next word: 20元多吗, 5亿元多逾一成.
func (s *finder) wordOfMore(k int) bool {
	return oneOf(runeAt(s.f, k+1), "次年家个名种项人逾超约近") && s.f[k] == '多' && !oneOf(runeAt(s.f, k+1), "年人") || hasAt(s.f, k, "多年") || hasAt(s.f, k, "多人")
}

// moreAfter opens the item upwards by one of its unit: 两年多 lies between 2 and 3.
func (s *finder) moreAfter(it *item) {
	step := NewNumber(1, 0)
	switch last := it.lo.lastDigit(); {
	case it.n.scaled:
		step = NewNumber(1, it.n.unit)
	case it.uEnd > it.uStart && s.f[it.uStart] == '成': // 三成多 lies between 30 % and 40 %
		step = NewNumber(1, last)
	case last < 0:
		step = NewNumber(1, last)
	}
	it.hi = it.hi.Add(step)
	it.more, it.loOpen, it.hiOpen = true, true, true
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// perUnit reads /吨 and 每吨 after a unit.
func (s *finder) perUnit(it *item) {
	f, k := s.f, it.end
	if it.u != nil && (it.u.kind == KindPercent || it.u.kind == KindTemperature || it.u.noun) {
		return
	}
	if r := runeAt(f, k); r != '/' && r != '每' {
		return
	}
	p := k + 1
	if n, end, ok := s.numeral(p); ok && n.ascii && f[k] == '/' { // 元/500克
		p = end
	}
	u, n := s.units.longest(f, p)
	if u == nil || u.block {
		u, n = s.afterGe(p)
	}
	if u == nil || u.kind == KindMoney || u.kind == KindPercent || isLetter(f[p]) && (isLetter(runeAt(f, p+n)) || isDigit(runeAt(f, p+n))) {
		for _, w := range [...]string{"月", "日", "人", "股", "千瓦时"} {
			if hasAt(f, p, w) {
				it.perStart, it.perEnd = k+1, p+len([]rune(w))
				it.end = it.perEnd
				return
			}
		}
		return
	}
	it.perStart, it.perEnd = k+1, p+n
	it.end = it.perEnd
	if runeAt(f, it.end) == '·' && s.startsUnit(it.end+1) { // 元/吨·日
		_, n = s.units.longest(f, it.end+1)
		it.perEnd += 1 + n
		it.end = it.perEnd
	}
}

package numbers

// surnames are those of the common family names that are no words which a figure follows.
const surnames = "王李张刘陈杨黄赵吴徐孙朱胡郭何林罗郑梁谢宋唐韩冯邓曹彭曾肖田董袁潘蒋蔡杜苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦夏邹孟熊秦邱尹薛阎雷侯龙陶黎贺郝龚邵严覃戴莫汤"

// personal reports whether a single digit with 元 or 成 after a family name is a given name: 张三元, 何一成.
func (s *finder) personal(it, last *item, start, end int) bool {
	f := s.f
	if it != last || !it.single() || start != it.start || end != it.numEnd+1 || !oneOf(f[it.uStart], "元成") || !oneOf(runeAt(f, start-1), surnames) {
		return false
	}
	return !oneOf(runeAt(f, end), "以左多的") && !isDigit(runeAt(f, start-2))
}

// unwritten reads figures that leave something out: 过半 for more than a half, 米九 for a height of 1.9 m.
func (s *finder) unwritten(i int) int {
	f := s.f
	var it item
	var q Quantity
	switch {
	case hasAt(f, i, "过半") && i >= s.from && !oneOf(runeAt(f, i-1), "已不超通经度再走路难") && !s.before(i, 4, "时间", "假期", "长假", "赛程", "行程", "任期", "赛季", "路程", "年", "月", "日", "学期") &&
		!oneOf(runeAt(f, i+2), "个小年月天百夜里空岛价路响程场山身壁边坡生辈世"):
		half := NewFraction(1, 2)
		end := i + 2
		if runeAt(f, end) == '数' {
			end++
		}
		it.setNumeral(numeral{value: half, lo: half, hi: half, han: true}, i, end)
		it.setFraction(s)
		s.fill(&q, &it)
		q.bound(Above)
		q.Span = s.t.Span(i, end)
		s.add(&q)
		s.from = end
		return end
	case f[i] == '米' && s.before(i, 2, "高") && classOf(s.cls, runeAt(f, i+1)).digit():
		n, end, ok := s.numeral(i + 1)
		if !ok || !n.value.Valid() || n.point || n.unit > 0 || end-i > 3 || isHan(runeAt(f, end)) && !oneOf(runeAt(f, end), "的左以多") {
			return i + 1
		}
		u, _ := s.units.longest(f, i)
		it.setNumeral(n, i+1, end)
		it.value = NewNumber(1, 0).Add(n.value.shift(-(end - i - 1)))
		it.lo, it.hi = it.value, it.value
		it.u, it.uStart, it.uEnd = u, i, i+1
		s.fill(&q, &it)
		if m, stop := s.suffix(end); m != nil {
			q.bound(m.approx)
			end = stop
		}
		q.Span, q.Unit.Text = s.t.Span(i, end), s.t.SliceRunes(i, i+1)
		s.add(&q)
		s.from = end
		return end
	}
	return i + 1
}

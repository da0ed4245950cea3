package numbers

// accept decides whether what was read is a quantity at all, and settles the kind of a figure without unit.
func (s *finder) accept(it, last *item, q *Quantity, start, end int) bool {
	if !s.clean(it, last, start, end) {
		return false
	}
	if last.u == nil && q.Kind != KindMoney {
		return s.bare(it, last, q, start, end)
	}
	if q.Kind == KindMoney && last.u == nil { // a sign alone: US$5
		return true
	}
	if s.personal(it, last, start, end) {
		return false
	}
	switch last.u.kind {
	case KindPercent:
		if it.n.han && it.lo.Sign() == 0 && runeAt(s.f, last.uStart) == '成' { // 拆零成一板
			return false
		}
	case KindDuration:
		return s.duration(it, last, q, start, end)
	case KindCount:
		return s.count(it, last, q, start, end)
	case KindMoney, KindMeasure:
		if it.n.bare && start == it.start && !it.more && it.numEnd-it.numStart == 1 && s.f[it.numStart] != '十' { // 万元户, 千瓦, 亿元大奖
			return false
		}
		if last.u.letter && it.n.zeros {
			return false
		}
	case KindMultiple:
		return !it.n.bare || it.n.tail > 1 || s.f[it.numStart] == '十'
	}
	return true
}

// clean refuses figures that are part of a code, a telephone number, an address or a numbered heading.
func (s *finder) clean(it, last *item, start, end int) bool {
	f := s.f
	prev, next := runeAt(f, start-1), runeAt(f, end)
	if start == it.start && it.n.ascii {
		switch {
		case prev == '-' || prev == '–' || prev == '_' || prev == '#' || prev == '@' || prev == '/' || prev == '=' && !s.alone(start, end) || prev == '.' && isDigit(runeAt(f, start-2)):
			return false
		case isLetter(prev) && (last.u == nil || last.u.kind != KindMoney && last.u.kind != KindPercent):
			return false
		case it.n.zeros && (last.u == nil || it.n.digits > 2 || last.u.kind == KindCount):
			return false
		}
		if prev == ' ' && isLetter(runeAt(f, start-2)) && it.lo.Cmp(NewNumber(100, 0)) < 0 && (last.u == nil || last.u.kind == KindCount && last.uStart == last.numEnd) { // iPad 2发售
			return false
		}
		if it.n.letter && s.upperK(it) && it == last && !s.moneyCue(start) {
			return false
		}
	}
	if last.u == nil && (isLetter(next) || next == '_' || next == '@' || next == '#') {
		return false
	}
	if start == it.start && it.n.han && isDigit(prev) || prev == '兆' || it.n.ascii && !it.n.comma && !it.n.point && it.n.digits == 11 && f[it.numStart] == '1' && last.u == nil { // 399三盒, a mobile number
		return false
	}
	if prev == '每' || prev == '隔' && runeAt(f, start-2) == '每' { // 每100公里, 每两年 are what others are counted per
		return false
	}
	if (oneOf(prev, "周拜") || prev == '期' && runeAt(f, start-2) == '星') && it.single() && start == it.start { // 星期三次日
		return false
	}
	// 2.3本项目: the number of a section, at the beginning of a line or straight after a unit
	if it.n.ascii && it.n.point && last.u != nil && last.u.kind == KindCount && oneOf(f[last.uStart], "本章节条款部项种类") && (start == 0 || prev == '\n' || start == s.from && s.from > 0 && isHan(prev)) && start == it.start {
		return false
	}
	return true
}

// upperK reports whether the scale of letter is a capital that names something else: 4K, 8K, 5W.
func (s *finder) upperK(it *item) bool {
	c := s.t.SliceRunes(it.numEnd-1, it.numEnd)
	return c == "W" || c == "K" && it.n.lo.Cmp(NewNumber(10000, 0)) < 0
}

// bare decides on a figure without unit.
func (s *finder) bare(it, last *item, q *Quantity, start, end int) bool {
	f := s.f
	prev, next := runeAt(f, start-1), runeAt(f, end)
	modified := start < it.start || end > last.end
	q.Kind = KindNumber
	q.Unit.Dimension = ""
	noun := isHan(next) && !hasAt(f, end, "小于") && !hasAt(f, end, "低于") && !hasAt(f, end, "不超过") && !oneOf(next, "的和与及或是为较以左上下比而至到了后前起，也则多属") && !hasAt(f, end, "之间")
	if it.n.scaled || last.n.scaled {
		switch {
		case it.n.bare && !it.more && (!modified && (it.n.tail <= 4 || it.numEnd-it.numStart == 1) || noun && it.numEnd-it.numStart == 1 && runeAt(f, it.start-1) == '约'):
			return false
		case noun && runeAt(f, end) == '级' || noun && oneOf(next, "号强级版分"):
			return false
		case noun && !s.paid(start, end):
			if it.n.bare && !modified && !it.more && last == it {
				return false
			}
			q.Kind, q.Unit.Dimension = KindCount, "count"
		case s.moneyCue(start) || s.moneyNoun(end) || s.moneyGoesOn(start):
			s.setMoney(q, "?")
		}
		return true
	}
	if it.few || !it.value.Valid() && last == it {
		if it.n.unit >= 1 && it.n.han && noun && it.few {
			q.Kind, q.Unit.Dimension = KindCount, "count"
			return it.n.unit >= 2 || !it.n.more
		}
		return s.alone(start, end) && (it.n.unit > 0 || it.n.ascii)
	}
	if it.more {
		if noun && it.hi.Cmp(NewNumber(10, 0)) > 0 {
			q.Kind, q.Unit.Dimension = KindCount, "count"
		}
		return it.lo.Cmp(NewNumber(10, 0)) >= 0
	}
	if s.alone(start, end) {
		if it.n.zeros && !it.n.point {
			return false
		}
		return !it.n.bare || it.n.tail >= 2 && end-start > 1 || f[it.numStart] == '十' || it.n.tail > 4
	}
	if it.n.han && it.n.unit >= 1 && !noun && s.lo100(it) && s.moneyCue(start) { // 工资二百八到三百五
		s.setMoney(q, "?")
		return true
	}
	if it.n.han {
		if noun || it.n.bare && !modified || isHan(prev) && !modified && !s.cue(start) {
			return false
		}
		if it.n.places {
			return it.n.point
		}
		return it.n.unit > 0 && (modified || s.cue(start)) || it.n.point && (modified || s.cue(start))
	}
	return s.bareDigits(it, q, start, end, modified, noun)
}

// paid reports whether a figure without unit before a noun or verb is money nevertheless: 投资5亿建设.
func (s *finder) paid(start, end int) bool {
	u, _ := s.units.longest(s.f, end)
	return s.beforeAny(start, 5, moneyCues()) && (u == nil || !u.thing) || s.moneyNoun(end)
}

// moneyGoesOn reports whether a figure without unit goes on from an amount of money that had none either: 下达15亿，配套3.5亿.
func (s *finder) moneyGoesOn(start int) bool {
	if len(s.out) == 0 {
		return false
	}
	last := &s.out[len(s.out)-1]
	end := s.t.Rune(last.End)
	if last.Kind != KindMoney || last.Unit.Text != "" || start-end > 16 || s.beforeAny(start, 6, countCues()) {
		return false
	}
	for _, r := range s.f[end:start] {
		if oneOf(r, "。!?;\n") {
			return false
		}
	}
	return true
}

// moneyNoun reports whether a sort of money stands at rune k: 货款, 国有资产.
func (s *finder) moneyNoun(k int) bool {
	for _, w := range [...]string{"国有", "专项", "流动", "启动", "个人", "公司", "扶贫"} {
		if hasAt(s.f, k, w) {
			k += 2
			break
		}
	}
	if k >= len(s.f) {
		return false
	}
	_, _, ok := moneyNouns().Longest(s.f[k:])
	return ok
}

// lo100 reports whether the item is at least 100.
func (s *finder) lo100(it *item) bool { return it.lo.Cmp(NewNumber(100, 0)) >= 0 }

// bareDigits decides on ASCII digits without scale and unit.
func (s *finder) bareDigits(it *item, q *Quantity, start, end int, modified, noun bool) bool {
	f := s.f
	prev, next := runeAt(f, start-1), runeAt(f, end)
	switch {
	case it.n.point && noun && (s.cue(start) || s.before(start, 2, "规模")) && !oneOf(next, "时版代级号寸吋本"): // 防御率1.98高居
		return true
	case noun && oneOf(prev, "从由") && oneOf(next, "跌升涨降增减缩扩提调回到至"): // 从480跌到95
		return true
	case noun:
		u, _ := s.units.longest(f, end)
		if u == nil || !u.thing || !it.lo.IsInt() {
			return false
		}
		q.Kind, q.Unit.Dimension = KindCount, "count"
		return true
	case oneOf(prev, "至到") && oneOf(next, "至到"): // a chain that is no range
		return false
	case modified && oneOf(runeAt(f, start), "<>≤≥"): // BMI≥35
		return true
	case prev == '(' && next == ')', next == '.' && (start == 0 || prev == '\n'), next == ')' && prev != '(':
		return false
	case next == ':' || prev == ':' && isDigit(runeAt(f, start-2)) || next == '/' || next == '*' || next == '-' || next == '×' || next == '_' || next == '=' || next == '+' || prev == '+':
		return false
	case !it.n.comma && !it.n.point && it.n.digits == 4 && it.lo.Cmp(NewNumber(1800, 0)) >= 0 && it.lo.Cmp(NewNumber(2100, 0)) <= 0:
		return false
	case !it.n.comma && !it.n.point && it.n.digits >= 7:
		return false
	case s.beforeAny(start, 8, codeCues()):
		return false
	case modified:
		return true
	case start == 0 || prev == '\n':
		return false
	case it.n.point || it.n.comma:
		return isHan(prev) && (it.n.comma || s.cue(start) || !isHan(next) && s.beforeAny(start, 12, rateCues())) ||
			prev == ' ' && s.cue(start)
	}
	return s.cue(start)
}

// duration decides on a duration: dates, grades, and 一天 as a turn of phrase are none.
func (s *finder) duration(it, last *item, q *Quantity, start, end int) bool {
	f := s.f
	modified := start < it.start || end > last.end || it.more || it.few
	word := f[last.uStart]
	next := runeAt(f, end)
	if last.u.code == "a" && word == '年' && last.uEnd-last.uStart == 1 {
		switch {
		case oneOf(next, "级代度"):
			return false
		case !modified && it.exact() && it == last && it.n.ascii && it.n.digits == 4 && s.longStanding(it, start, end):
			return true
		case !modified && it.exact() && it == last && (it.n.ascii || it.n.places) && (it.n.digits == 4 || it.n.digits == 2 && it.n.zeros):
			return false
		case !modified && it != last && last.n.digits == 4: // 2016至2017年
			return false
		case it.n.places:
			return false
		}
	}
	if it.n.zeros || it.few && start < it.start && f[start] == '近' { // 近几年
		return false
	}
	if it.n.bare && !it.more && it.n.unit >= 2 && start == it.start { // 百年, 千年, 万年
		return false
	}
	if s.f[it.numStart] == '一' && it.single() && !modified && last == it && oneOf(runeAt(f, start-1), "上下每同另首") { // 上一交易日
		return false
	}
	if s.f[it.numStart] == '一' && it.single() && !modified && last.uEnd-last.uStart == 1 && last == it {
		prev := runeAt(f, start-1)
		return oneOf(word, "周天年") && (oneOf(prev, "期时了过达近满足隔长仅") || oneOf(next, "内后前多半之")) && !oneOf(next, "度比")
	}
	if it.n.han && it.numEnd-it.numStart <= 2 && oneOf(runeAt(f, start-1), "这那近前后最头哪该") && start == it.start {
		return false // 这两年, 前几天 are vague times
	}
	return it.numEnd-it.numStart != 3 || modified || word != '年' || !it.n.ascii || !s.yearOfRepublic(it, end)
}

// longStanding reports whether four digits before 年 are a length of time and no year: 树龄达1800年, 2200年, 1500年历史.
func (s *finder) longStanding(it *item, start, end int) bool {
	if it.lo.Cmp(NewNumber(2100, 0)) > 0 {
		return true
	}
	return hasAt(s.f, end, "历史") || hasAt(s.f, end, "的历史") || hasAt(s.f, end, "之久") || s.before(start, 3, "距今", "已有", "历经", "长达", "寿命", "树龄") || runeAt(s.f, start-1) == '达' && it.lo.lastDigit() >= 1
}

// yearOfRepublic reports whether a number of three digits before 年 is a year as Taiwan counts them: 112年.
func (s *finder) yearOfRepublic(it *item, end int) bool {
	return it.lo.Cmp(NewNumber(130, 0)) <= 0 && !oneOf(runeAt(s.f, end), "来历以的") && s.yuan() == "TWD"
}

// count decides on a counted thing: 一名 is an article, 三面 may be part of a word.
func (s *finder) count(it, last *item, q *Quantity, start, end int) bool {
	f := s.f
	modified := start < it.start || end > last.end || it.more || it.few
	prev, next := runeAt(f, start-1), runeAt(f, end)
	u := last.u
	if it == last && it.single() && !modified {
		switch f[it.numStart] {
		case '一', '壹', '零', '〇':
			return false
		}
	}
	if it == last && it.n.ascii && it.lo.Equal(NewNumber(0, 0)) && it.n.zeros {
		return false
	}
	if it.n.bare && !it.more && start == it.start && it.n.tail <= 4 && f[it.numStart] != '十' { // 百家, 千人
		return false
	}
	if it.n.places && !it.n.point || it.n.ascii && !it.n.comma && !it.n.point && it.n.digits >= 9 {
		return false
	}
	if it.single() && !modified && oneOf(prev, "这那哪该") || it.few && it.single() && oneOf(prev, "这那哪第") {
		return false
	}
	switch f[last.uStart] {
	case '局', '处', '院', '队', '连', '团', '所', '分':
		if last.uEnd-last.uStart == 1 && it.n.han && oneOf(prev, "铁建冶核电航化煤交工勘第地") {
			return false
		}
	case '段':
		if it.n.han && oneOf(prev, "路街道线") {
			return false
		}
	case '组', '社':
		if oneOf(prev, "村社屯庄镇寨坪湾队") {
			return false
		}
	case '室', '栋', '幢':
		if it.n.ascii && (it.n.digits >= 3 && f[last.uStart] == '室' || oneOf(prev, "号楼栋幢元区")) {
			return false
		}
	case '股':
		if oneOf(next, "份票市东权价民") {
			return false
		}
	}
	if u.noun && it.single() && oneOf(next, "人民府") && f[last.uStart] != '国' {
		return false
	}
	return true
}

// nameWords follow a duration that is part of a name: 7天逆回购, 10年期国债.
var nameWords = [...]string{"逆回购", "期", "国债", "定期", "回购", "拆借", "移动平均", "均线", "免签", "过境免签", "无理由", "制", "保修", "质保", "抗战", "内战", "战争", "计划", "规划", "行动", "连锁", "酒店",
	"理财", "定存", "lpr", "shibor", "攻坚", "执政", "生存率", "级", "线", "目标", "奋斗目标", "强制"}

// event reports whether a length or weight names a contest: 女子500米冠军.
func (s *finder) event(start, end int) bool {
	for _, w := range [...]string{"冠军", "亚军", "季军", "自由", "蝶泳", "蛙泳", "仰泳", "混合", "栏", "接力", "级", "板", "跳台", "跳板", "步枪", "手枪", "障碍", "决赛", "预赛", "个人", "团体", "短跑", "长跑", "赛跑", "比赛", "项目", "单人", "双人"} {
		if hasAt(s.f, end, w) {
			return true
		}
	}
	return s.before(start, 3, "男子", "女子")
}

// festive reports whether the words from rune k on make an anniversary part of a name: 100周年座谈会.
func (s *finder) festive(k int) bool {
	for _, w := range [...]string{"纪念", "大会", "座谈", "庆", "校庆", "院庆", "阅兵", "活动", "晚会", "系列", "招待会", "的纪念", "的座谈", "展"} {
		if hasAt(s.f, k, w) {
			return true
		}
	}
	return false
}

// role tells whether the figure is part of a name.
func (s *finder) role(it, last *item, q *Quantity, start, end int) Role {
	f := s.f
	if q.Kind == KindDuration && it == last && it.exact() && end == it.end {
		for _, w := range nameWords {
			if hasAt(f, end, w) && !hasAt(f, end, "期间") && !hasAt(f, end, "行动不") {
				return RoleName
			}
		}
	}
	if last.u != nil && last.u.noun && it == last && !it.few && (it.single() || hasAt(f, end, "集团") || hasAt(f, end, "峰会")) {
		return RoleName
	}
	if end == it.end && it == last && it.uEnd > it.uStart {
		if it.single() && f[it.numStart] == '二' && q.Kind == KindCount && !oneOf(f[it.uStart], "个人名位") { // 二套房, 二轮 are the second; two is 两
			return RoleName
		}
		switch f[it.uStart] {
		case '届': // 十四届全国人大, 第四、五届
			if it.n.han && (it.numEnd-it.numStart > 1 || oneOf(runeAt(f, end), "全中省市") || runeAt(f, start-1) == '、') {
				return RoleName
			}
		case '次': // 二次开发, 五次会议
			if it.n.han && (hasAt(f, end, "会议") || hasAt(f, end, "全会")) {
				return RoleName
			}
		case '段': // 围棋九段
			if it.single() && isHan(runeAt(f, start-1)) && !oneOf(runeAt(f, start-1), "共分成的了有为这那") {
				return RoleName
			}
		case '期': // 三期临床
			if it.n.han {
				return RoleName
			}
		case '米', '公': // 女子500米冠军, 48公斤级
			if s.event(start, end) {
				return RoleName
			}
		case '周':
			if f[it.uEnd-1] == '年' && s.festive(end) {
				return RoleName
			}
		}
	}
	if runeAt(f, start-1) == '《' {
		return RoleName
	}
	if runeAt(f, start-1) == '前' && last.u != nil && last.u.kind == KindCount && start == it.start { // 前10名
		return RoleName
	}
	if runeAt(f, end) == '级' && q.Kind == KindMeasure && end == last.end { // 500吨级
		return RoleName
	}
	if oneOf(runeAt(f, start-1), "“‘") && q.Kind != KindMoney {
		for k := end; k < len(f) && k < end+8; k++ {
			if f[k] == '”' || f[k] == '’' {
				if k > end {
					return RoleName
				}
				break
			}
			if !isHan(f[k]) {
				break
			}
		}
	}
	return RoleValue
}

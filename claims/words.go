package claims

import "github.com/xinwen-go/xinwen/segment"

// What single words are, where that is a matter of the word and not of its class: 购入 changes hands, 面积 tells the size of a
// thing, 疾控中心 has no figures of its own.

// branch reports whether a word that may end the name of a firm is one for a branch of business by itself.
func (x *run) branch(it *item) bool {
	switch string(x.fold[it.i:it.j]) {
	case "科技", "保险", "证券", "基金", "实业", "股份", "控股":
		return true
	}
	return false
}

// maker reports whether item k names those that make or sell something.
func (x *run) maker(k int32) bool {
	switch it := &x.work[k]; x.fold[it.j-1] {
	case '厂', '商', '企', '牌':
		return it.kind == word && it.pos == segment.N
	}
	return false
}

// numbersOf reports whether item k tells how many of those named before it there are: 人数, 缺口.
func (x *run) numbersOf(k int32) bool {
	switch string(x.fold[x.work[k].i:x.work[k].j]) {
	case "人数", "总人数", "总数", "数量", "缺口", "缺额", "名额", "数", "人次", "规模", "总量", "流量", "客流量":
		return true
	}
	return false
}

// carries reports whether item k is a verb of which people are the object though they stand before it: 吞吐.
func (x *run) carries(k int32) bool {
	switch string(x.fold[x.work[k].i:x.work[k].j]) {
	case "吞吐", "运输", "发送", "接待", "输送", "到达", "周转", "承载":
		return true
	}
	return false
}

// facility reports whether a word ends a name that a place begins: 水库, 大桥.
func (x *run) facility(it *item) bool {
	switch x.fold[it.j-1] {
	case '轨', '运', '库', '桥', '道', '路', '站', '场', '港', '校', '院', '馆', '厂', '矿', '园', '岛', '湖', '坝', '学', '铁', '速', '线', '区', '田', '堂', '店', '塔', '楼':
		return true
	}
	return false
}

// located reports whether item k is a verb whose object tells where something is: 位于.
func (x *run) located(k int32) bool {
	return x.is2(k, '位', '于') || x.is2(k, '地', '处') || x.is2(k, '坐', '落') || x.is2(k, '来', '自')
}

// whole reports whether a word starts with 总 as the mark of a whole (总人数), not of a sum (总额).
func (x *run) whole(it *item) bool {
	if it.kind != word || x.fold[it.i] != '总' {
		return false
	}
	if it.j-it.i == 1 {
		return true
	}
	switch x.fold[it.i+1] {
	case '额', '量', '值', '数', '和', '体', '计', '产':
		return false
	}
	return it.has(cInd)
}

// every reports whether a word names all of a place, whose parts a noun after it may tell: 全省, 我国.
func (x *run) every(it *item) bool {
	switch x.fold[it.i] {
	case '全', '我', '各', '本':
		return it.j-it.i == 2
	}
	return false
}

// people reports whether the last word of s names people.
func (x *run) people(s span) bool {
	if s.empty() {
		return false
	}
	it := &x.work[s.j-1]
	if it.has(cFolk) {
		return true
	}
	if it.pos != segment.N || it.has(cInd|cOwner) || it.j-it.i < 2 {
		return false
	}
	switch x.fold[it.j-1] {
	case '者', '民', '客', '生', '员', '工', '人', '众', '户', '农':
		return true
	}
	return false
}

// agency reports whether s names one that acts for the state: what it measures is not its own.
func (x *run) agency(s span) bool {
	if s.empty() {
		return false
	}
	if x.is2(s.i, '警', '方') {
		return true // 警方商业罪案调查科
	}
	it := &x.work[s.j-1]
	f := x.fold[:it.j]
	switch f[it.j-1] {
	case '局', '部', '署', '厅', '委', '处':
		return it.has(cOrg) || it.pos == segment.NT || it.pos == segment.J
	}
	if it.j-it.i < 2 {
		return false
	}
	switch string(f[it.j-2:]) {
	case "中心":
		n := max(it.i, it.j-4)
		return x.fold[n] == '防' || x.fold[n] == '控' || x.fold[n+1] == '控' // 卫生防护中心, 疾控中心
	case "文台", "气象", "双方", "警方", "政府", "海关", "公安", "部门", "市府", "县府", "消防", "官方", "当局", "政院", "委会", "员会":
		return true
	}
	return false
}

// dateline reports whether s begins with the source of a report: 新华网长春, 本报讯.
func (x *run) dateline(s span) bool {
	it := &x.work[s.i]
	if last := x.fold[x.work[s.j-1].j-1]; last == '讯' && (x.runes(s.j-1, s.j) == 1 || x.work[s.j-1].j-x.work[s.j-1].i == 3) || last == '电' && x.work[s.j-1].j-x.work[s.j-1].i == 1 && s.j-s.i > 1 && x.work[s.j-2].pos == segment.NS {
		return true
	}
	if it.j-it.i < 2 {
		return false
	}
	switch x.fold[it.i] {
	case '新', '人', '中', '央', '光', '本', '路', '法', '美':
	default:
		return false
	}
	n := min(it.j-it.i, 3)
	switch string(x.fold[it.i : it.i+n]) {
	case "新华社", "新华网", "人民网", "中新社", "中新网", "央视网", "中广网", "光明网", "中国网", "央广网", "中央社", "本报", "本网", "本刊", "路透社", "法新社", "美联社":
		return x.runes(s.i, s.j) > n // but 新华社 itself
	}
	return false
}

// exchange reports whether item k ends the name of an exchange.
func (x *run) exchange(k int32) bool {
	it := &x.work[k]
	return it.j-it.i >= 3 && (string(x.fold[it.j-3:it.j]) == "交易所" || string(x.fold[it.j-3:it.j]) == "期交所")
}

// orders reports whether item k is a verb whose object does what follows, on the word of the subject: 判决.
func (x *run) orders(k int32) bool {
	return x.is2(k, '判', '决') || x.is2(k, '判', '令') || x.is2(k, '责', '令') || x.is2(k, '裁', '定') || x.is2(k, '准', '许') || x.is2(k, '允', '许') || x.is2(k, '判', '处') || x.is2(k, '下', '令') || x.is2(k, '命', '令') || x.is2(k, '勒', '令') || x.is2(k, '着', '令')
}

// address reports whether item k is a form of address after a name: 先生.
func (x *run) address(k int32) bool { return addressed(x.fold[x.work[k].i:x.work[k].j]) }

func addressed(s []rune) bool {
	switch string(s) {
	case "先生", "女士", "小姐", "同学", "师傅", "老师", "太太", "夫人", "大爷", "大妈", "阿姨", "大叔", "奶奶", "爷爷", "伯伯", "婆婆", "叔叔", "婶婶", "大伯":
		return true
	}
	return false
}

// numberedLine returns the end of the number of a line that starts with item k, before item end, or 0: 4号线.
func (x *run) numberedLine(k, end int32) int32 {
	for e := k; e < end && e < k+2; e++ {
		if it := &x.work[e]; it.j-x.work[k].i >= 3 && x.fold[it.j-1] == '线' && x.fold[it.j-2] == '号' {
			return e + 1
		}
	}
	return 0
}

// buys reports whether item k is a verb whose object changes hands, so that a price or a size after it is the object's.
func (x *run) buys(k int32) bool {
	switch string(x.fold[x.work[k].i:x.work[k].j]) {
	case "购入", "买入", "购得", "收购", "买下", "购买", "购置", "买", "卖出", "售出", "出售", "沽出", "租用", "承租",
		"检获", "搜出", "查获", "查缉", "查扣", "缴获", "起获", "截获", "破获", "扣押", "没收", "偷走", "盗走", "抢走", "窃取":
		return true
	}
	return false
}

// former reports whether item k names a time that was: 高峰时期.
func (x *run) former(k int32) bool {
	it := &x.work[k]
	switch x.fold[it.j-1] {
	case '期', '前', '时', '年', '初':
		return it.kind == word && !it.has(cInd)
	}
	return false
}

// rateNoun reports whether item k is a rate, of which a percentage is the level: 4%的利率.
func (x *run) rateNoun(k int32) bool {
	it := &x.work[k]
	if !it.has(cInd) {
		return false
	}
	switch x.fold[it.j-1] {
	case '率', '税', '例', '比', '速', '度':
		return true
	case '息':
		return it.j-it.i < 2 || x.fold[it.j-2] != '股'
	}
	return x.is2(k, '份', '额')
}

// tariff reports whether item k is what somebody pays: 门票.
func (x *run) tariff(k int32) bool {
	switch it := &x.work[k]; x.fold[it.j-1] {
	case '票', '费', '价':
		return it.kind == word && it.has(cInd)
	}
	return false
}

// priced reports whether the measure at hand is a price.
func (x *run) priced() bool {
	m := &x.st.measure
	if !m.ok || !x.st.fresh {
		return false
	}
	last := x.fold[m.j-1]
	if m.j-m.i > 4 && string(x.fold[m.j-4:m.j]) == "价格指数" {
		return true
	}
	return last == '价' || last == '票' || last == '费' || last == '格' && m.j-m.i > 1 && x.fold[m.j-2] == '价'
}

// expected reports whether item k names what a figure is held against: 预期.
func (x *run) expected(k int32) bool {
	it := &x.work[k]
	if it.j-it.i < 2 {
		return false
	}
	switch string(x.fold[it.j-2 : it.j]) {
	case "预期", "预测", "预估", "目标", "水平", "均值", "测值", "估值", "戒线", "红线", "枯线", "计划", "要求", "建议", "规定", "上限", "底线", "标准":
		return true
	}
	return false
}

// penalty reports whether item k is a sum that somebody pays or gets, of which 最高 is the bound.
func (x *run) penalty(k int32) bool {
	switch string(x.fold[x.work[k].i:x.work[k].j]) {
	case "罚款", "罚金", "补贴", "补助", "奖励", "奖金", "罚":
		return true
	}
	return false
}

// region reports whether item k, a locative, stands for a place: 下游.
func (x *run) region(k int32) bool {
	switch string(x.fold[x.work[k].i:x.work[k].j]) {
	case "上游", "下游", "周边", "沿线", "境内", "市内", "省内", "海外", "沿岸", "两岸":
		return true
	}
	return false
}

// abbreviates reports whether the noun phrase [o, k] starts with one character for a place: 华 of 在华门店.
func (x *run) abbreviates(o, k int32) bool {
	if x.work[o].j-x.work[o].i == 1 {
		return k > o
	}
	switch x.fold[x.work[o].i] {
	case '华', '台', '港', '沪', '京', '美', '日', '韩':
		return x.work[o].j-x.work[o].i == 3 && x.work[o].pos == segment.N
	}
	return false
}

// outdoes reports whether the words from item k on tell that what was named is ahead of the others: 最多, 居首.
func (x *run) outdoes(k int32) bool {
	if k >= x.hi || x.work[k].kind != word {
		return false
	}
	switch string(x.fold[x.work[k].i:x.work[k].j]) {
	case "最多", "最高", "最大", "最少", "最低", "居多", "居首", "为主", "为最", "领先", "称冠", "居冠", "最为":
		return true
	}
	return x.is(k, '最') || x.is(k, '居') || x.is(k, '为') && k+1 < x.hi && x.fold[x.work[k+1].i] == '最'
}

// rumour reports whether item k says that others say it: 外传.
func (x *run) rumour(k int32) bool {
	switch it := &x.work[k]; x.fold[it.j-1] {
	case '传', '言', '闻':
		return it.j-it.i == 2
	}
	return false
}

// saves reports whether item k is a verb for what somebody is spared: 减负, 节省.
func (x *run) saves(k int32) bool {
	switch x.fold[x.work[k].i] {
	case '省', '节', '减':
		return true
	}
	return false
}

// holds reports whether item k is a verb whose object is what is done: 开展.
func (x *run) holds(k int32) bool {
	return x.is2(k, '开', '展') || x.is2(k, '进', '行') || x.is2(k, '实', '施') || x.is2(k, '举', '办') || x.is2(k, '举', '行')
}

// sector reports whether item k and the 产业 after it name one of the three sectors of an economy: 第三产业.
func (x *run) sector(k int32) bool {
	it := &x.work[k]
	return it.kind == word && it.pos == segment.M && x.fold[it.i] == '第' && x.is2(k+1, '产', '业')
}

// dwellers reports whether item k and the one after it name those who live in towns or in the country: 城乡居民.
func (x *run) dwellers(k int32) bool {
	switch it := &x.work[k]; string(x.fold[it.i:it.j]) {
	case "城乡", "城镇", "农村":
		return k+1 < x.hi && x.is2(k+1, '居', '民')
	}
	return false
}

// mishap reports whether item k is what happens on a road or a line, of which it is told how often: 事故.
func (x *run) mishap(k int32) bool {
	return x.is2(k, '事', '故') || x.is2(k, '意', '外') || x.is2(k, '车', '祸') || x.is2(k, '故', '障')
}

package claims

import "github.com/xinwen-go/xinwen/segment"

// Words that the segmenter cut or tagged otherwise than claims need them.

// object reads 将 before a noun as the preposition: 将最低工资上调.
func (x *run) object() {
	x.firms()
	x.brands()
	for k := 0; k+1 < len(x.items); k++ {
		it, n := &x.items[k], &x.items[k+1]
		if n.j-n.i == 1 && n.kind == word && x.fold[n.i] == '要' && it.j-it.i == 1 && it.j == n.i {
			switch x.fold[it.i] {
			case '却', '都', '也', '就':
				n.cls = cAdv // 却要照看240人
			}
		}
		if it.pos == segment.VN && it.cls == 0 && string(x.fold[it.i:it.j]) == "消防" && n.kind == word && (n.pos == segment.V || n.pos == segment.D || n.has(cPivot|cAdv)) {
			it.pos, it.cls = segment.N, cOrg // 消防出动
		}
		if it.pos == segment.R && n.kind == word && n.pos == segment.V && n.cls == 0 && n.i == it.j && n.j-n.i == 2 && it.j-it.i == 2 && counter(x.fold[it.j-1]) {
			n.pos = segment.VN // 本次排查
		}
		if k > 0 && it.kind == word && it.pos == segment.V && it.cls == 0 && it.j-it.i == 2 && n.kind == word && string(x.fold[n.i:n.j]) == "计划" && x.items[k-1].kind == word && x.items[k-1].pos == segment.N && k+2 < len(x.items) && x.items[k+2].kind == word && x.items[k+2].pos == segment.V {
			it.pos, n.cls, n.pos = segment.VN, 0, segment.N // 营养改善计划惠及
		}
		if k > 0 && it.has(cTarget) && n.kind == figure && string(x.fold[it.i:it.j]) == "规划" && x.items[k-1].has(cThing) && x.items[k-1].j == it.i {
			it.cls, it.pos = 0, segment.V // 新案规划128户: how many it will have is how many it has
		}
		if it.pos == segment.NX && n.kind == word && n.pos == segment.V && n.cls == 0 && n.i == it.j && k+2 < len(x.items) && x.items[k+2].pos == segment.N && x.items[k+2].i == n.j {
			n.pos = segment.VN // 3D打印设备
		}
		if k+2 < len(x.items) && it.j-it.i == 1 && x.fold[it.i] == '每' && n.kind == word && n.j-n.i == 1 && x.items[k+2].kind == word && x.items[k+2].j-x.items[k+2].i == 1 && x.measureWord(&item{i: n.i, j: n.j + 1}) {
			for m := k; m < k+3; m++ {
				x.items[m].cls, x.items[m].pos = cAdv|cPer, segment.D // 每英 + 斗
			}
			continue
		}
		if it.j-it.i == 1 && x.fold[it.i] == '每' && n.kind == word && n.j-n.i <= 3 && (x.measureWord(n) || n.j-n.i == 1 && n.pos == segment.Q) {
			it.cls, it.pos, n.cls, n.pos = cAdv|cPer, segment.D, cAdv|cPer, segment.D // 每公升
			continue
		}
		if k+2 < len(x.items) && it.j-it.i == 1 && x.fold[it.i] == '每' && n.pos == segment.M && n.kind == word && n.j-n.i <= 3 && x.items[k+2].kind == word && x.measureWord(&x.items[k+2]) {
			for m := k; m < k+3; m++ {
				x.items[m].cls, x.items[m].pos = cAdv|cPer, segment.D // 每百台斤
			}
			continue
		}
		if it.j-it.i == 1 && x.fold[it.i] == '各' && n.kind == word && n.pos == segment.N && !n.has(cAdv|cInd) {
			it.cls, it.pos = 0, segment.R // 各中小学
			continue
		}
		if it.has(cTarget) && it.j-it.i == 2 && n.kind == word && n.pos == segment.N && (x.fold[it.i] == '争' || x.fold[it.i] == '要') && x.fold[it.j-1] != '求' {
			it.cls, it.pos = 0, segment.V // 争取资金
			continue
		}
		if it.has(cGive) && it.j-it.i == 1 && x.fold[it.i] == '将' && (n.kind == figure || n.kind == word && (n.has(cLevel|cChange|cAdv) && !n.has(cPer) || n.pos == segment.D && n.cls == 0)) {
			it.cls, it.pos = cAdv|cForecast, segment.D // 将首度突破
			continue
		}
		if !it.has(cForecast) || it.j-it.i != 1 || x.fold[it.i] != '将' || n.kind != word || n.has(cAdv|cChange|cLight|cPivot) {
			continue
		}
		switch n.pos {
		case segment.N, segment.NS, segment.NT, segment.NR, segment.NZ, segment.J:
			it.cls, it.pos = cGive, segment.P
		}
	}
}

// measureWord reports whether a word is a unit that prices are given for.
func (x *run) measureWord(it *item) bool {
	switch string(x.fold[it.i:it.j]) {
	case "吨", "公吨", "斤", "公斤", "千克", "台斤", "克", "两", "磅", "盎司", "桶", "升", "公升", "加仑", "立方米", "度", "平方米", "平方呎", "呎", "坪", "亩", "公顷", "股", "手", "剂", "支", "针", "户", "尾", "头", "只", "件", "箱", "盒", "瓶", "条", "张", "晚", "吨煤", "节", "辆", "台", "部", "枚", "匹", "尺", "包", "袋", "筐", "棵", "株", "千瓦时", "公里", "百台斤", "百斤", "平方英尺", "平方尺", "蒲式耳", "英斗", "单", "打", "票", "餐":
		return true
	}
	return false
}

// suffix joins a character that makes a rate or an amount of the noun before it to that noun (出生 + 数), and reports whether
// it did.
func (x *run) suffix(it *item) bool {
	if n := len(x.items); n > 0 && it.kind == word && it.j-it.i == 2 && x.fold[it.i] == '商' && x.fold[it.i+1] == '行' && x.items[n-1].j == it.i && x.items[n-1].kind == word && x.fold[it.i-1] == '农' {
		p := &x.items[n-1]
		p.j, p.pos, p.cls = it.j, segment.NT, cOrg // 长宁农 + 商行
		return true
	}
	if it.j-it.i != 1 || it.kind != word || len(x.items) == 0 {
		return false
	}
	p := &x.items[len(x.items)-1]
	switch x.fold[it.i] {
	case '用':
		if p.j == it.i && p.kind == word && p.ref < 0 && p.has(cInd) && x.fold[p.j-1] == '费' && it.pos == segment.P {
			p.j = it.j // 治疗费 + 用
			return true
		}
		return false
	case '生':
		if p.j == it.i && p.kind == word && p.ref < 0 && p.cls == 0 && p.j-p.i == 2 && it.pos == segment.V && (p.pos == segment.B || p.pos == segment.N) {
			p.j, p.cls, p.pos = it.j, cFolk, segment.N // 跨境 + 生
			return true
		}
		return false
	case '厂':
		if p.j == it.i && p.kind == word && p.ref < 0 && p.cls == 0 && p.j-p.i == 2 && p.pos == segment.N {
			p.j = it.j // 通讯 + 厂
			return true
		}
		return false
	case '比':
		if p.j == it.i && p.kind == word && p.ref < 0 && p.j-p.i >= 2 && (p.pos == segment.N || p.pos == segment.J || p.pos == segment.V || p.pos == segment.VN) && p.cls&^cInd == 0 && x.levels(it.j) {
			p.j, p.cls, p.pos = it.j, cInd, segment.N // 收入比由2.39降为2.34
			return true
		}
		return false
	case '某':
		if p.j == it.i && p.kind == word && p.j-p.i == 1 && p.ref < 0 && p.cls == 0 {
			p.j, p.pos = it.j, segment.NR // 李 + 某
			return true
		}
		return false
	case '率', '数', '量', '额', '值', '费', '价', '款':
		if p.j == it.i && p.kind == word && (p.has(cTarget) || string(x.fold[p.i:p.j]) == "通过") && p.j-p.i == 2 && p.ref < 0 && x.fold[it.i] == '量' {
			p.j, p.cls, p.pos = it.j, cInd, segment.N // 计划 + 量
			return true
		}
	case '港':
		if p.j == it.i && p.kind == word && p.pos == segment.NS && p.j-p.i == 2 && p.ref < 0 && (int(it.j) == len(x.fold) || x.fold[it.j] != '澳' && x.fold[it.j] != '台') {
			p.j = it.j // 基隆 + 港
			return true
		}
		return false
	case '省', '市', '县', '区', '镇', '乡', '州':
		if p.j == it.i && p.kind == word && p.pos == segment.NS && p.j-p.i >= 2 && p.ref < 0 {
			p.j = it.j // 北岭 + 市
			return true
		}
		if p.j == it.i && p.kind == word && p.pos == segment.NX && p.j-p.i == 1 && p.ref < 0 {
			p.j, p.pos = it.j, segment.NS // A + 市
			return true
		}
		if last := x.fold[p.j-1]; p.j == it.i && p.kind == word && p.ref >= 0 && (last == '市' || last == '县') {
			p.j = it.j // 9市 + 州
			return true
		}
		return false
	case '业':
		if p.j == it.i && p.kind == word && p.j-p.i == 2 && p.ref < 0 && p.cls == 0 && (p.pos == segment.N || p.pos == segment.V || p.pos == segment.VN) {
			p.j, p.pos = it.j, segment.N // 供应 + 业
			return true
		}
		return false
	default:
		return false
	}
	if p.j != it.i || p.kind != word || p.j-p.i < 2 || p.ref >= 0 || p.cls&^(cInd|cThing|cFolk|cNot) != 0 {
		return false
	}
	switch p.pos {
	case segment.N, segment.VN, segment.V, segment.J, segment.AN, segment.B, segment.A, segment.AD:
		p.j, p.pos, p.cls = it.j, segment.N, cInd
		return true
	}
	return false
}

// levels reports whether what starts at rune p tells how high something is: 为, 由, a digit.
func (x *run) levels(p int32) bool {
	if int(p) >= len(x.fold) {
		return false
	}
	switch r := x.fold[p]; r {
	case '为', '由', '从', '达', '降', '升', '是', '约':
		return true
	default:
		return '0' <= r && r <= '9'
	}
}

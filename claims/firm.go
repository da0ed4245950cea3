package claims

import (
	"github.com/xinwen-go/xinwen/segment"
)

// firms joins a name and the word for a trade after it to the name of a firm: 康达 + 医药.
func (x *run) firms() {
	n := 0
	for k := range x.items {
		it := x.items[k]
		if n > 0 && it.kind == word && (it.j-it.i >= 2 || x.fold[it.i] == '时') && it.j-it.i <= 3 && it.ref < 0 && !it.has(cChange|cLevel) {
			p := &x.items[n-1]
			if p.kind == word && p.j == it.i && p.j-p.i >= 2 && p.j-p.i <= 4 && p.ref < 0 &&
				(p.cls == 0 && (p.pos == segment.NZ || p.pos == segment.NR || p.pos == segment.J && p.j-p.i == 2) || p.j-p.i == 2 && (n == 1 || x.items[n-2].kind == mark) && k+1 < len(x.items) && x.corporate(p, k+1)) && x.trade(&it) {
				p.j, p.pos, p.cls = it.j, segment.NT, cOrg
				continue
			}
			if p.kind == word && p.j == it.i && it.j-it.i == 1 && x.fold[it.i] == '时' && p.pos == segment.V && p.cls == 0 && p.j-p.i == 2 {
				p.j, p.pos = it.j, segment.T // 发生 + 时
				continue
			}
			if p.kind == word && p.j == it.i && x.tract(p, &it) {
				p.j, p.pos, p.cls = it.j, segment.NS, cOwner // 二线 + 城市, 苹果 + 主产区
				continue
			}
			if p.kind == word && p.j == it.i && (p.has(cOwner) || p.pos == segment.NS) && x.carrier(p, &it) {
				p.j, p.pos, p.cls = it.j, segment.NT, cOrg // 中国 + 移动
				continue
			}
			if p.kind == word && p.j == it.i && p.j-p.i == 1 && x.fold[p.i] == '不' && (it.j-it.i == 2 && x.fold[it.i] == '合' && x.fold[it.i+1] == '格' || it.j-it.i == 2 && x.fold[it.i] == '达' && x.fold[it.i+1] == '标') {
				p.j, p.pos, p.cls = it.j, segment.B, 0 // 不 + 合格
				continue
			}
			if p.kind == word && p.j == it.i && p.j-p.i == 1 && x.fold[p.i] == '不' && it.has(cInd) && (x.fold[it.i] == '满' || x.fold[it.i] == '合') {
				p.j, p.pos, p.cls = it.j, it.pos, it.cls // 不 + 满意度, 不 + 合格率
				continue
			}
		}
		x.items[n] = it
		n++
	}
	x.items = x.items[:n]
}

// corporate reports whether what follows from item k on says that p and the word for a trade after it name a firm: its chief, what
// it announces, what only a firm earns.
func (x *run) corporate(p *item, k int) bool {
	n := &x.items[k]
	if p.cls == 0 && p.pos != segment.NS && x.telling(&x.items[k-1]) {
		return true
	}
	if p.pos == segment.NS {
		return n.kind == word && (n.has(cSay|cGuess) || n.has(cTarget) && n.has(cAdv)) || x.earns(k) // 德顺物流宣布, 海陵水泥营收
	}
	return x.chief(n) || p.cls == 0 && (p.pos == segment.N || p.pos == segment.V || p.pos == segment.VN) && x.earns(k)
}

// telling reports whether a word for a trade hardly stands but in the names of firms.
func (x *run) telling(it *item) bool {
	switch string(x.fold[it.i:it.j]) {
	case "生技", "药业", "乳业", "酒业", "置业", "影业", "铝业", "铜业", "纸业", "光电", "重工", "航太", "精密", "高科":
		return true
	}
	return false
}

// brands reads as names the words after one for who makes or sells something that are no verbs there: 模组厂 + 创辉, 品牌 + 极 + 驰.
func (x *run) brands() {
	n := 0
	for k := 0; k < len(x.items); k++ {
		it := x.items[k]
		if e := x.brand(k); e > k {
			it.j, it.pos, it.cls = x.items[e-1].j, segment.NT, 0
			k = e - 1
		}
		x.items[n] = it
		n++
	}
	x.items = x.items[:n]
}

// brand returns the end of the name of two characters that starts with item k, or k.
func (x *run) brand(k int) int {
	if k == 0 || !x.makes(&x.items[k-1]) || k > 1 && (x.items[k-2].pos == segment.R || x.items[k-2].pos == segment.Q) {
		return k // but 这家工厂成立
	}
	e := k
	for i := x.items[k].i; e < len(x.items) && x.items[e].kind == word && x.items[e].ref < 0 && x.items[e].j <= i+2; e++ {
		if it := &x.items[e]; it.j-it.i == 2 && (it.cls != 0 || it.pos != segment.V) || it.has(cAdv) {
			return k
		}
	}
	if e == k || e == len(x.items) || x.items[e-1].j != x.items[k].i+2 {
		return k
	}
	if n := &x.items[e]; n.kind == when || n.kind == word && (n.has(cSay|cGuess|cOwner) || n.has(cForecast|cTarget) && n.has(cAdv)) {
		return e
	}
	return k
}

// makes reports whether a word is one for those that make or sell something, after which their name may stand.
func (x *run) makes(it *item) bool {
	if it.kind != word || it.j-it.i < 2 || it.pos != segment.N && it.pos != segment.J {
		return false
	}
	switch x.fold[it.j-1] {
	case '厂', '商', '企':
		return string(x.fold[it.i:it.j]) != "工厂"
	}
	switch string(x.fold[it.j-2 : it.j]) {
	case "品牌", "平台", "龙头", "业者":
		return true
	}
	return false
}

// earns reports whether the words from item k on, past a time, measure what only a firm has: 新光 + 钢铁 + 营收.
func (x *run) earns(k int) bool {
	if k < len(x.items) && (x.items[k].kind == when || x.items[k].pos == segment.B) {
		k++ // 中期
	}
	if k >= len(x.items) || x.items[k].kind != word {
		return false
	}
	switch string(x.fold[x.items[k].i:x.items[k].j]) {
	case "营收", "净利", "净利润", "获利", "订单", "股价", "毛利率", "营业收入", "归母", "每股", "纯利", "盈余", "税后盈余", "每股盈余", "每股收益", "每股纯益", "eps", "市值", "合并", "税后净利", "盈利":
		return true
	}
	return false
}

// tract reports whether a noun for a part of the country makes one of the word before it, which tells what part: 二线 + 城市.
func (x *run) tract(p, it *item) bool {
	if it.has(cInd) || it.pos != segment.N || p.ref >= 0 || p.j-p.i < 2 || p.cls&^cThing != 0 {
		return false
	}
	switch string(x.fold[it.j-2 : it.j]) {
	case "城市", "地区", "产区", "心区", "街区", "片区", "商圈", "行业":
	default:
		return false
	}
	switch p.pos {
	case segment.N, segment.NZ, segment.NS, segment.B, segment.F, segment.M:
		return true
	}
	return false
}

// carrier reports whether a word makes the name of a team or a firm of the name of a country before it, and is no word for a
// trade that the country could have: 中国移动, but 中国汽车.
func (x *run) carrier(p, it *item) bool {
	switch string(x.fold[it.i:it.j]) {
	case "女排", "男排", "男篮", "女篮", "男足", "女足", "国足", "国乒", "男乒", "女乒":
		return true // 中国女排
	}
	if s := string(x.fold[p.i:p.j]); s != "中国" && s != "台湾" {
		return false
	}
	switch string(x.fold[it.i:it.j]) {
	case "移动", "联通", "石化", "海油", "铁建", "中铁", "中车", "人寿", "平安", "太保", "人保", "神华", "重汽", "电建", "能建", "交建", "铁塔", "国航", "大哥大", "高铁":
		return int(it.j) >= len(x.fold) || x.fold[it.j] != '支' && x.fold[it.j] != '互'
	}
	return false
}

// trade reports whether a word for a trade may end the name of a firm.
func (x *run) trade(it *item) bool {
	switch string(x.fold[it.i:it.j]) {
	case "科技", "电子", "精密", "医药", "药业", "制药", "生物", "生技", "能源", "电力", "电气", "电机", "电器", "重工", "机械", "汽车", "置业", "地产", "乳业", "食品",
		"物流", "航空", "光电", "半导体", "材料", "化工", "化学", "钢铁", "矿业", "建设", "建业", "营造", "通讯", "通信", "网络", "传媒", "影业", "国际", "资本", "环保", "农业", "牧业",
		"酒业", "服饰", "家居", "超市", "百货", "餐饮", "健康", "软件", "信息", "智能", "机器人", "船舶", "航太", "航运", "海运", "高科", "新材", "动力", "电商", "游戏", "文化", "旅游", "电讯", "人寿", "期货", "水泥", "纸业", "铝业", "铜业", "电信":
		return true
	}
	return false
}

// chief reports whether a word is an office of a firm.
func (x *run) chief(it *item) bool {
	switch string(x.fold[it.i:it.j]) {
	case "总经理", "董事长", "总裁", "执行长", "财务长", "发言人", "副总经理", "首席执行官", "行政总裁", "主席", "创始人", "创办人", "负责人", "副总裁", "董事", "财务总监", "总监":
		return true
	}
	return false
}

// office reports whether the runes [i, j) end as names of offices, firms and schools do.
func (x *run) office(i, j int32) bool {
	switch x.fold[j-1] {
	case '局', '厅', '署':
		return true
	case '银', '控', '司', '行', '团', '院', '会', '队', '校', '学':
		switch string(x.fold[j-2 : j]) {
		case "公司", "银行", "商行", "商银", "金控", "支行", "分行", "集团", "医院", "学院", "法院", "协会", "商会", "学会", "员会", "大学", "中学", "小学", "学校":
			return true
		}
	}
	return false
}

// division reports whether the runes [i, j) end as names of divisions do: 北岭市, but not 大城市.
func (x *run) division(i, j int32) bool {
	switch x.fold[j-1] {
	case '市', '县', '镇', '乡', '村', '州':
		switch string(x.fold[j-2 : j]) {
		case "城市", "农村", "乡村", "超市", "股市", "楼市", "车市", "门市", "夜市", "集市", "上市", "城镇", "乡镇", "古镇", "山村", "债市", "汇市", "后市", "早市", "村镇", "小镇", "重镇", "家乡", "老乡", "都市", "本市", "房市", "菜市", "花市", "牛市", "熊市":
			return false
		}
		return true
	}
	return false
}

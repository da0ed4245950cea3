package numbers

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/xinwen-go/xinwen/internal/trie"
	"github.com/xinwen-go/xinwen/text"
)

// The regions whose currency a bare 元 may mean.
const (
	regionUnknown = iota
	regionCN
	regionTW
	regionHK
	regionMO
	regions
)

var regionCurrency = [regions]string{"", "CNY", "TWD", "HKD", "MOP"}

// yuanCandidates are the currencies that a bare 元 may mean in a text in traditional characters.
var yuanCandidates = []string{"CNY", "TWD", "HKD"}

// regionCues are words that tell where a text is at home: places, bodies, currencies, turns of phrase.
var regionCues = [regions]string{
	regionCN: `
大陆 中国 全国 总书记 中共中央 党中央 国务院 人民银行 央行 发改委 财政部 商务部 国资委 证监会 银监会 银保监会 中纪委 省委 市委 区委 县委 镇党委 党委 党组 党支部 人民政府 人大常委会 政协 纪委
自治区 自治州 脱贫 扶贫 乡村振兴 一带一路 人民币 沪深 上证 深证 沪指 深成指 创业板 科创板 新三板 港澳台 新华社 新华网 人民网 人民日报 中新社 中新网 央视 改革开放 十八大 十九大 二十大
北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 沈阳 大连 长春 哈尔滨 南京
苏州 无锡 杭州 宁波 温州 合肥 福州 厦门 泉州 南昌 济南 青岛 烟台 郑州 洛阳 武汉 长沙 广州 深圳 东莞 佛山 珠海 中山市 南宁 桂林 海口 三亚 成都 绵阳 贵阳 昆明 西安 兰州 天水 西宁 银川 乌鲁木齐 呼和浩特 太原 石家庄 唐山
承德 张家口 秦皇岛 沧州 廊坊 衡水 邢台 邯郸 晋城 晋中 运城 忻州 临汾 吕梁 包头 鄂尔多斯 赤峰 通辽 呼伦贝尔 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 四平 辽源 松原 延边 齐齐哈尔 牡丹江 佳木斯 大庆 伊春
徐州 常州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 绍兴 湖州 嘉兴 金华 衢州 舟山 台州 丽水 义乌 芜湖 蚌埠 淮南 马鞍山 安庆 滁州 阜阳 宿州 六安 亳州 宣城 莆田 三明 漳州 南平 龙岩 宁德 景德镇 萍乡 九江 新余 赣州 宜春 上饶 抚州
淄博 枣庄 东营 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 开封 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底
汕头 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 潮州 揭阳 云浮 柳州 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 三沙 儋州 自贡 攀枝花 泸州 德阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山 六盘水 遵义 安顺 毕节 铜仁
曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 红河 文山 西双版纳 德宏 迪庆 拉萨 日喀则 昌都 林芝 那曲 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 商洛 嘉峪关 金昌 白银 武威 张掖 酒泉 庆阳 定西 陇南 临夏 敦煌 莫高窟 海西 玉树 石嘴山 吴忠 固原 克拉玛依 吐鲁番 哈密 喀什 和田 伊犁 阿克苏 石河子
国庆黄金周 春运 内地 地级市 县级市 街道办 居委会 村委会 党委书记 省长 中共 央企 国企 高考 医保局 市场监管 住建部 工信部 教育部 公安部 生态环境部 国家统计局 海关总署`,
	regionTW: `
台湾 台北 新北 高雄 台中 台南 桃园 基隆 新竹 苗栗 彰化 南投 云林 嘉义 屏东 宜兰 花莲 台东 澎湖 金门 马祖 全台 来台 在台 台股 台币 台积电 台塑 鸿海 联发科 行政院 立法院 监察院 司法院 考试院
总统府 国民党 民进党 亲民党 时代力量 民众党 民国 金管会 经济部 卫福部 内政部 劳动部 交通部 立委 健保 劳保 捷运 悠游卡 中央社 联合报 中国时报 自由时报 县市长 里长 大专院校 勾选 陆客 陆资 柜买 证交所 主计总处 国军 国小 国中 学测 大乐透 威力彩 今彩 健保署 警政署 消防署 环保署 气象署 国安局 共军 台铁 高铁左营 超商 里民 联电 两岸关系条例 国发会 陆委会 海基会`,
	regionHK: `
香港 港岛 九龙 新界 港股 恒生 恒指 港元 港币 立法会 特首 行政长官 特区政府 港府 金管局 港铁 港交所 廉政公署 公屋 居屋 强积金 中环 尖沙咀 旺角 铜锣湾 沙田 屯门 元朗 荃湾 深水埗 观塘 将军澳 港人 政务司 财政司 区议会 民建联 八达通 全港 本港`,
	regionMO: `
澳门 氹仔 路环 澳门元 葡币 博彩 澳博 金沙中国 澳门特区`,
}

// regionTable holds the cues and the runes that they begin with.
type regionTable struct {
	words  *trie.Trie
	starts runeSet
}

var regionWords = sync.OnceValue(func() *regionTable {
	var words []string
	var values []uint32
	table := &regionTable{words: &trie.Trie{}}
	seen := map[string]bool{}
	for region, list := range regionCues {
		for w := range strings.FieldsSeq(list) {
			if !seen[w] {
				seen[w] = true
				words, values = append(words, w), append(values, uint32(region))
				if r, ok := firstRune(w); ok {
					table.starts.addRune(r)
				}
			}
		}
	}
	if t, err := trie.Build(words, values); err == nil { // the table is a constant that the tests build
		table.words = t
	}
	return table
})

//go:embed region_places.txt
var regionPlaceNames string

//go:generate go run ../internal/gen/regionplaces

// regionPlaces holds the full names of the divisions of the mainland. They are read where the cues do not decide.
var regionPlaces = sync.OnceValue(func() *regionTable {
	table := &regionTable{words: &trie.Trie{}}
	words := strings.Fields(regionPlaceNames)
	for _, w := range words {
		if r, ok := firstRune(w); ok {
			table.starts.addRune(r)
		}
	}
	if t, err := trie.Build(words, make([]uint32, len(words))); err == nil { // the table is a constant that the tests build
		table.words = t
	}
	return table
})

// home tells where a text is at home. It is read from the whole text the first time it is asked for.
type home struct {
	t     *text.Text
	ctx   Context
	known bool
	code  string
}

// yuan returns the ISO code that a bare 元 of the text means, or no code where nothing decides.
func (h *home) yuan() string {
	if !h.known {
		h.known, h.code = true, yuan(h.t, h.ctx)
	}
	return h.code
}

func yuan(t *text.Text, c Context) string {
	for r, name := range [...]string{"", "CN", "TW", "HK", "MO"} {
		if name != "" && c.Region == name {
			return regionCurrency[r]
		}
	}
	var count [regions]int
	f, cues := t.Folded(), regionWords()
	for i := 0; i < len(f); {
		if !cues.starts.has(f[i]) {
			i++
			continue
		}
		if n, region, ok := cues.words.Longest(f[i:]); ok {
			count[region]++
			i += n
			continue
		}
		i++
	}
	if best, tie := mostCues(&count); best == regionCN && !tie {
		return regionCurrency[best] // whatever the script
	}
	script := t.Script()
	if script != text.Hant { // a text in simplified characters is of the mainland unless it is all about another place
		count[regionCN] = count[regionCN]*2 + 1
	}
	best, tie := mostCues(&count)
	if script == text.Hant && (tie || best == regionUnknown) {
		count[regionCN] += countPlaces(f)
		best, tie = mostCues(&count)
	}
	if tie {
		if script != text.Hant {
			return "CNY"
		}
		return ""
	}
	return regionCurrency[best]
}

// mostCues returns the region with the most cues, and whether another has as many.
func mostCues(count *[regions]int) (best int, tie bool) {
	best = regionUnknown
	for r := 1; r < regions; r++ {
		switch {
		case count[r] > count[best]:
			best, tie = r, false
		case count[r] == count[best] && count[r] > 0:
			tie = true
		}
	}
	return best, tie
}

// countPlaces counts the cities and counties of the mainland that a text names in full.
func countPlaces(f []rune) int {
	n, places := 0, regionPlaces()
	for i := 0; i < len(f); {
		if !places.starts.has(f[i]) {
			i++
			continue
		}
		if length, _, ok := places.words.Longest(f[i:]); ok {
			n++
			i += length
			continue
		}
		i++
	}
	return n
}

// currencyCountries tell whose currency a shared name (卢比, 比索) means.
var currencyCountries = map[string]string{
	"INR": "印度", "PKR": "巴基斯坦", "LKR": "斯里兰卡", "NPR": "尼泊尔", "MXN": "墨西哥", "PHP": "菲律宾", "ARS": "阿根廷", "CLP": "智利", "COP": "哥伦比亚", "CUP": "古巴",
	"SEK": "瑞典", "NOK": "挪威", "DKK": "丹麦", "CZK": "捷克", "ISK": "冰岛", "KWD": "科威特", "IQD": "伊拉克", "JOD": "约旦", "BHD": "巴林", "RSD": "塞尔维亚", "LYD": "利比亚",
	"TND": "突尼斯", "DZD": "阿尔及利亚", "CHF": "瑞士", "XAF": "中非", "XOF": "西非", "FRF": "法国", "SAR": "沙特", "IRR": "伊朗", "QAR": "卡塔尔", "OMR": "阿曼", "YER": "也门",
	"KES": "肯尼亚", "TZS": "坦桑尼亚", "UGX": "乌干达", "SOS": "索马里",
}

// currencyOf returns the one candidate whose country the text names, or no code.
func currencyOf(f []rune, candidates []string) string {
	found := ""
	for _, code := range candidates {
		country := currencyCountries[code]
		for i := range f {
			if hasAt(f, i, country) && !(code == "INR" && hasAt(f, i, "印度尼")) {
				if found != "" {
					return ""
				}
				found = code
				break
			}
		}
	}
	return found
}

package numbers

import (
	"strings"
	"sync"

	"github.com/xinwen-go/xinwen/internal/trie"
)

// wordSet returns a function that builds the trie of the words of a list once.
func wordSet(list string) func() *trie.Trie {
	return sync.OnceValue(func() *trie.Trie {
		words := strings.Fields(list)
		t, err := trie.Build(words, make([]uint32, len(words)))
		if err != nil { // the lists are constants that the tests build
			return &trie.Trie{}
		}
		return t
	})
}

// moneyCues tell that a figure without unit is an amount of money.
var moneyCues = wordSet(`
成交额 金额 营收 收入 投资 资金 花了 花费 借了 借款 赔 罚款 罚金 罚没 贷款 存款 捐 月薪 年薪 薪水 工资 售价 价格 房价 单价 总价
票房 净利 利润 产值 市值 销售额 资产 负债 欠 注资 融资 身家 身价 支付 支出 奖金 补贴 补助 预算 造价 转账 骗 损失 消费 交易额
贸易额 出口额 进口额 额度 税 定价 报价 标价 起价 彩礼 租金 房租 首付 估值 营业额 费用 成本 人民币 存入 取出 赚 挣 亏 要价 翁罚
独得 均分 男罚 女罚 者罚 过路费 学费 手续费 运费 医药费 赎金 求偿 悬赏 财富 收购价 进账 赔付 赔款 罚了 可罚 处罚 加码 卖了 买了 涨到 薪酬 押金 定金 订金 保证金
`)

// countCues tell that a figure without unit is no amount of money.
var countCues = wordSet(`人口 人数 人次 用户 户 粉丝 播放 阅读 点击 下载 浏览 转发 产量 产能 销量 面积 客流 游客 次 量 股本`)

// centCues tell that a bare 分 is a hundredth of 元 and no point of a score.
var centCues = wordSet(`价 钱 电费 水费 油费 补贴 补助 利息 月息 每度 每斤 每股 每吨 每公斤 每千瓦时 每立方 每升 成本 工资 只值 涨价 降价`)

// moneyNouns follow a figure without unit that is an amount of money: 200万货款.
var moneyNouns = wordSet(`
货款 工资 学费 欠款 存款 贷款 借款 罚款 罚金 税款 善款 捐款 尾款 房款 车款 巨款 赃款 公款 账款 款项 资金 资产 财产 家产 现金 债务 销售额 营业额 代理费 加盟费 手续费 服务费 中介费 转会费 违约金
赔偿 补偿 补贴 奖金 悬赏 利润 年薪 月薪 薪水 保证金 彩礼 嫁妆 定金 订金 押金 租金 房租 本金 利息 注册资本 投资 医药费 医疗费 赎金 遗产 存单 外债 国债
`)

// warmCues tell that a bare 度 is a temperature.
var warmCues = wordSet(`温 热 冷 ℃ 摄氏 零下 降雪 寒潮 最高 最低 烧`)

// gradeCues tell that a bare 级 grades a wind or an earthquake.
var gradeCues = wordSet(`震级 里氏 地震 余震 风力 台风 阵风 大风 风速 浪高 烈度 强震`)

// indexCues tell that a bare 点 is an index point.
var indexCues = wordSet(`涨 跌 报 指数 上升 下降 回落 升 关口 重返 失守 站上 突破 收于 收盘`)

// rateCues stand before a decimal that is a figure without unit.
var rateCues = wordSet(`指数 汇率 中间价 收盘 收报 报 点 比 率 系数 数值 值 为 得分 评分`)

// codeCues stand before digits that are a code.
var codeCues = wordSet(`电话 热线 手机 拨打 致电 传真 qq 微信 邮编 尾号 卡号 编号 代码 号码 文号 许可证 车牌 账号 身份证 图 表 版本 证号 门牌 网址`)

// rankCues stand before an ordinal that tells a rank: 排名第三.
var rankCues = wordSet(`排名 位居 位列 名列 居 列 跃居 升至 排在 排 夺得 获得 获 退居 降至 跌至 并列 全国 世界 全球 全省 全市 亚洲 国内`)

// spiritCues tell that a bare 度 is the strength of a spirit, which names it.
var spiritCues = wordSet(`酒 茅台 飞天 五粮液 汾酒 老窖 窖`)

// angleCues stand before a bare 度 that is an angle, powerCues before one that is electricity.
var (
	angleCues = wordSet(`北纬 东经 西经 南纬 旋转 视角 夹角 倾角 转身`)
	powerCues = wordSet(`用电 发电 节电 耗电 电耗 电量 电价 度电`)
)

// beforeAny reports whether a word of the set stands in the n runes before i, within the clause.
func (s *finder) beforeAny(i, n int, set *trie.Trie) bool {
	low := max(0, i-n)
	for k := i - 1; k >= low; k-- {
		if clauseEnd(s.f, k) {
			low = k + 1
			break
		}
	}
	return s.anyBetween(low, i, set)
}

// nearbyAny reports whether a word of the set stands in the sentence around i, within 40 runes.
func (s *finder) nearbyAny(i int, set *trie.Trie) bool {
	low, high := max(0, i-40), min(len(s.f), i+40)
	for k := i; k > low; k-- {
		if oneOf(s.f[k-1], "。!?\n") {
			low = k
			break
		}
	}
	for k := i; k < high; k++ {
		if oneOf(s.f[k], "。!?\n") {
			high = k
			break
		}
	}
	return s.anyBetween(low, high, set)
}

// anyBetween reports whether a word of the set lies in the runes [low, high).
func (s *finder) anyBetween(low, high int, set *trie.Trie) bool {
	for k := low; k < high; k++ {
		if !set.Begins(s.f[k]) {
			continue
		}
		found := false
		set.Prefixes(s.f[k:high], func(int, uint32) bool {
			found = true
			return false
		})
		if found {
			return true
		}
	}
	return false
}

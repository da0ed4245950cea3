package claims

import (
	"fmt"
	"strings"
	"sync"

	"github.com/xinwen-go/xinwen/internal/trie"
	"github.com/xinwen-go/xinwen/segment"
)

// class is a set of the parts that a word can play around a figure.
type class uint64

const (
	cUp       class = 1 << iota // 增长: the figure is a rise
	cDown                       // 下降: the figure is a fall
	cMove                       // 调整: a change of unknown direction
	cTo                         // 至, 到: the figure is what a change led to
	cLevel                      // 达, 为: the figure is the level itself
	cRise                       // 涨幅: a noun for the size of a rise
	cFall                       // 跌幅
	cAdv                        // may stand between a figure and what it belongs to
	cTotal                      // 共计
	cCumul                      // 累计
	cMean                       // 年均
	cPer                        // 每年, 人均
	cYoY                        // 同比
	cQoQ                        // 环比
	cForecast                   // 预计
	cTarget                     // 力争
	cDenied                     // 并非
	cDist                       // 分别
	cSay                        // 表示
	cFrom                       // 由, 从
	cBase                       // 较, 比
	cLocal                      // 于: a time after it governs its own clause only
	cGive                       // 对, 为, 向: a phrase whose receiver may be counted
	cOther                      // 在, 以: a phrase whose figures claim nothing
	cAgent                      // 由, 被: what follows does it
	cShare                      // 占
	cLink                       // 但, 而, 其中
	cWithin                     // 其中
	cLight                      // 实现: a verb that adds nothing to an indicator
	cPivot                      // 帮助: its object does what follows
	cInd                        // 收入: measures something
	cSplit                      // 销量: what stands before it is whose it is
	cPart                       // 占比: an indicator whose figures are shares
	cOwner                      // 全省, 公司: whose a figure is
	cOrg                        // 集团, 县政府: ends the name of an organisation
	cRank                       // 位居
	cAbove                      // 超过, apart from the figure
	cBelow                      // 低于
	cAtMost                     // 最多
	cAtLeast                    // 至少
	cNear                       // 接近
	cPast                       // 已: not a plan
	cNot                        // a verb that tells nothing of what is counted
	cLast                       // 持续, 历时: a length of time is what it tells
	cJoin                       // 和, 与
	cTimes                      // 翻: N times as much
	cStop                       // 等, 以及: ends what is counted
	cIndex                      // 沪指: rises and falls itself
	cSelf                       // 降息: says itself what falls
	cThing                      // 水库: whose a figure is, at the head of a phrase
	cFolk                       // 农民: the same, as its first word
	cMustNot                    // 不得: turns 超过 round
	cTime                       // 工期: measured in time
	cQuote                      // 报收: gives a price, of what must be named
	cWeak                       // 会: tells of this figure alone
	cExist                      // 有: what stands before it is where
	cSee                        // 显示: what is seen follows
	cCap                        // 最高: a bound of what is done, not of what is
	cBased                      // 贵: a change only beside 比
	cGuess                      // 预计: says who says it where a comma follows
	cMacro                      // 失业率: of a place, or of nobody named
	cRun                        // 连升: a length of time tells how long
)

const (
	cChange = cUp | cDown | cMove
	cAspect = cTotal | cCumul | cMean | cPer
	cBound  = cAbove | cBelow | cAtMost | cAtLeast | cNear
	cPrep   = cFrom | cBase | cLocal | cGive | cOther | cAgent
)

// words lists the words of each group: the classes they have and, where the segmenter's tag shall not count, their tag.
var words = []struct {
	cls class
	pos segment.POS
	lst string
}{
	{cUp | cForecast, segment.V, `估增 料增 预增 预盈`}, {cDown | cForecast, segment.V, `预减 预降`}, {cUp, segment.V, `冲高 蹿升 窜升 跳涨 跳升 疯涨 猛涨 领涨 齐涨 续扬 补涨 累涨 累升 倍增 增温 回温 转强 放大 提振 涨升 扬升 收扬 急弹 扬 弹 超征 超收 增持 进步 回暖 走升 走强 飙增 陡增 狂涨 急升 大升 小升 微升 微扬 弹升 劲升 续升 上修 调增 扩增 激升 骤升 骤增 陡升 暴升 攀高 抬高 拔高 提速 升温 扩容 加大 加重 上行 小增 小涨 略增 略升 略涨 稳增 稳升 翻升  扩阔 飙涨 延后 推高 调涨 大涨 回涨 走扬 追高 涨了 增长 增加 上升 提高 上涨 上调 提升 扩大 攀升 回升 增 涨 升 上扬 走高 飙升 激增 大增 劲增 猛增 暴增 加快 高出 拉高 反弹
		升高 上浮 净增 净增加 微增 微涨 大涨 暴涨 成长 劲扬 续增 增多 升值 递增 跃升 扩张 增高 增大 抬升 狂飙 收涨 高开 拉升 调升 调高  多出 增值  `},
	{cDown, segment.V, `跌去 减去 泻 急泻 插水 崩跌 惨跌 重跌 狂泻 齐跌 领跌 续挫 累跌 累降 趋缓 转弱 流失 蒸发 压低 衰减 减损 短征 退步 走弱 走跌 陡降 狂跌 急跌 小跌 小降 略降 略减 略跌 续跌 挫 挫跌 回软 回吐 激减 骤跌 大挫 腰斩 删减 调减 滑坡 下坠 减缓 放慢 走贬 走软 锐降 缩 压缩 下行 消退 跌落 倒退 收缩 减幅达 收敛 下降 减少 降低 下跌 下调 下滑 回落 缩小 萎缩 跌 降 减 削减 缩减 收窄 走低 骤降 锐减 大跌 暴跌 重挫 下挫 衰退 滑落 大减
		放缓 下浮 大降 微降 微跌 压减 调降 下修 递减 贬值 缩水 减弱 收缩 收跌 低开 跳水 骤减 调低   减慢  减持 缩短`},
	{cUp | cRun, segment.V, `连升 连涨 连增 连扬 续涨`}, {cDown | cRun, segment.V, `连跌 连降 连减 连挫`},
	{cUp | cBased, segment.V, `超支 多收 多赚 赚多 贵 增产 增收`}, {cDown | cBased, segment.V, `少收 短收 短少 少赚 便宜 减产 减收 少亏`}, {cUp | cBased | cLast, segment.V, `延长`},
	{cSay | cForecast, segment.V, `预测 预言`},
	{cAdv | cDenied, segment.D, `并无 不存在 绝无`}, {cSay | cDenied, segment.V, `不认为 否认`}, {cAdv | cAbove, segment.D, `已过`},
	{cUp, segment.V, `偏多 偏高`}, {cDown, segment.V, `偏少 偏低`},
	{cMove | cTo, segment.V, `恢复到 恢复至`},
	{cUp | cSelf, segment.V, `加价 调薪 加薪 加息 涨价 提价 升息`}, {cDown | cSelf, segment.V, `减薪 减价 降息 降准 降价 裁员`},
	{cUp | cTo, segment.V, `爬到 爬升到 攀升到 拉高到 推高到 扬至 追加到 追加至 冲到 冲至 延长为 延长至 延长到 扩充到 扩充至 扩至 增达 攀至 冲上 升抵 推升至 上修至 调升至 调高至 调高到 加至 拉高至 扩增至 扩大为 涨破 升破 飙至 爬升至 反弹至 弹升至 增至 升至 涨至 增到 升到 涨到 升为 增为 升达 提至 提到 攀升至 增长至 提升至 上升至 提高至 增加至 上调至 扩大至 回升至 上涨至 增加到 提高到 上升到 增长到 提升到 扩大到 上调到 跃升至 飙升至 飙到 飙破至 推高至`},
	{cDown | cTo, segment.V, `掉到 掉至 滑到 滑至 拉低至 拉低到 压到 压至 挫至 泻至 下探 压减至 压减到 压降至 压降到 缩水到 缩水至 跌穿 跌抵 缩小为 缩减为 下修至 调降至 调低至 调低到 压低至 锐减至 骤降至 滑落至 放缓至 放缓到 收窄到 退至 跌回 腰斩至 降至 跌至 减至 缩至 降到 跌到 减到 降为 减为 跌为 下降至 下跌至 下滑至 回落至 减少至 降低至 下调至 收窄至 缩小至 缩减至 下降到 下降为 减少到 减少为 降低到 降低为 下调到 回落到 下滑到 缩短至 缩短到 缩短为 压缩至 压缩到`},
	{cMove | cTo, segment.V, `调整为 调整至 变为 改为 调至 变成`},
	{cUp | cYoY, segment.V, `年增 年增长 年成长 年升 年涨`}, {cDown | cYoY, segment.V, `年减 年衰退 年跌 年降`},
	{cUp | cQoQ, segment.V, `月增 季增 月成长 季成长 月升 季升 周增 周升 周涨 月涨 季涨`}, {cDown | cQoQ, segment.V, `月减 季减 月跌 季跌 周减 周跌 月降 季降 月衰退 季衰退`},
	{cRise, segment.N, `年增幅 月增幅 年涨幅 月涨幅 周涨幅 季增率 成长幅度 累计涨幅 累计升幅 升值幅度 提升幅度 提高幅度 增加幅度 增幅 涨幅 升幅 年增率 月增率 增长幅度 上涨幅度 上升幅度 涨势 升势`},
	{cFall, segment.N, `衰退幅度 年减率 月减率 年减幅 降低幅度 减少幅度 年跌幅 月跌幅 周跌幅 累计跌幅 贬值幅度 年降幅 降幅 跌势 跌幅 减幅 下降幅度 下跌幅度`},
	{cTo, segment.P, `至 到`},
	{cLevel | cTo, segment.V, `为`},
	{cLevel | cQuote, segment.V, `报 收报 报收 收于 收在 报于 收盘报 收盘于`},
	{cLevel | cExist, segment.V, `有 共有 现有 仅有 只有 还有 尚有 设有 约有 已有 计有`},
	{cWeak, segment.D, `会 要 须 应 需 需要 可能 有可能 应当 必须 不得 不能 不可 不应 不准 不许 恐 恐怕`},
	{cLevel, segment.V, `重返 触及 企稳 登上 累达 总达 录 高踞 计达 徘徊在 停留在 定为 设为 订为 确定为 核定为 飙破 冲破 直达 剩 剩余 收 维持 守住 守稳 站稳 迈上 跨上 迈过 跨过 越过 来到 控制在 定在 设在 限制在 锁定在 介乎 介于 达 达到 是 有 约为 高达 多达 仅为 仅有 只有 均为 已有 现有 维持在 保持在 稳定在 处于 报 收报 收于 收在 报收 收盘报 录得 相当于 等于 约合 折合 则为 约有
		合 计有 设有 已达 均达 可达 达致 达至 突破 站上 破 计 计为 还有 尚有 仍有 即 突破了`},
	{cLevel | cForecast, segment.V, `挑战 料达 料为 估为 估达 预计达 预计为`},
	{cLevel | cTotal, segment.V, `共有 共达 共计 总计 合计 共为 合共`},
	{cAdv | cTotal, segment.D, `共 总共 一共 `},
	{cAdv | cCumul, segment.D, `累计 累积 已累计 累计已`},
	{cLevel | cCumul, segment.V, `累计达 累计达到 累计为`},
	{cAdv | cMean, segment.D, `平均 年均 月均 日均 平均每年 `},
	{cAdv | cPer, segment.D, `每年 每月 每天 每日 每周 每人 每户 每亩 每吨 每股 每小时 每次 每平方米 每公斤 每度 每家 每个 每名 每位 每件 每套 每辆 每头 每斤 `},
	{cPer | cMean, segment.B, `场均 人均 户均 亩均 村均 班均 校均`},
	{cAdv | cYoY, segment.D, `同比 按年 周同比 同比去年 按可比价格 按不变价格 按可比价格计算 按不变价格计算`},
	{cAdv | cQoQ, segment.D, `环比 旬环比 周环比 月环比 季环比 按月 按季 按周`},
	{cAdv | cForecast, segment.D, `初估 粗估 估 应可 应会 应能 预计 预期 有望 料 料将 将 或将 估计 可望 预估 将会 可能 恐 恐将 估算 预料 预计将 预将 预计可 有可能 会 或达 上看 上望 下望 `},
	{cAdv | cTarget, segment.D, `力争 力拼 目标 计划 拟 确保 争取 规划 要 应 须 应当 必须 努力 预定 打算 拟将 计划将 目标是 力求 将力争`},
	{cAdv | cMustNot | cTarget, segment.D, `不得 不能 不可 不应 不准 不许 不可以 不得不`},
	{cAdv | cMustNot, segment.D, `不会 没 没有 未 并未`},
	{cAdv | cDenied, segment.D, `并非 不是 没有 未 并未 并不是 非 并没有 尚未 没 从未 未能 未有 未曾`},
	{cAdv | cPer, segment.D, `各`},
	{cLevel | cAbove, segment.V, `突破 破 冲破 突破了 飙破`}, {cAdv, segment.D, `一审 二审 终审 当庭`},
	{cAdv | cDist, segment.D, `分别 依次 各自`},
	{cAdv | cPast, segment.D, `最终 最后 结果 已 已经 曾 曾经 业已`},
	{cAdv, segment.D, `转为 一路 可比 收盘 开盘 早盘 午盘 尾盘 终场 收市 开市 毕竟 为止 按可比口径 可比口径 可 能 能够 可以 扣除价格因素 剔除价格因素 扣除价格因素后 扣除物价因素 约 大约 将近 近 又 再 也 仅 只 就 才 都 还 却 则 更 竟 先后 高 了 过 着 大概 差不多 左右 整整 一度 连续 一直 始终 正 现 现已 目前 依然 仍 仍然 继续 再次 首次 均已 成功 一举 其实
		实际 大幅 小幅 略 略微 稍微 明显 显著 快速 持续 稳步 逐年 平稳 进一步 平缓 急剧 迅速 大致 基本 全部 主要 尤其 特别 整体 总体 额外 普遍 居然 恐怕 竟然 甚至 至多 直接 间接 成为 陆续 相继 逐步 逐渐 随后 然后 名义 实 单日 单周 盘中 涨跌 只剩 仅剩 剩下
		期内 虽然 逆势 双双 平 稍 轻微 净 集中 共同 联合 合力 一次性 当场 随即 立即 依法 另 另外 此外 同时 至今 迄今 期间 届时 现在 如今 当时 大力 积极 全力 实实在在`},
	{cGuess, segment.V, `初估 粗估 估算 公告 预估 预报 反映 查明 拍板 统计 推估 质疑 批评 反驳 预计 估计 预期 预料 推算`}, {cGuess | cTarget, segment.V, `期望 希望 要求 建议 提出 提议 倡议 主张 规定`},
	{cSee, segment.V, `显示 看到 获悉 了解到 了解 表明 悉 得知 数据显示 传出 结果显示 发现 统计显示 调查显示`}, {0, segment.V, `处以 并处 整并 归并 新建 改建 扩建 续建`},
	{cAdv | cCap, segment.D, `最高`}, {cAdv | cAtMost, segment.D, `最长`}, {cAdv | cAtLeast, segment.D, `最短`},
	{cSay, segment.V, `说明 叹道 笑道 澄清 并称 并指 并说 说 表示 称 宣布 预测 介绍 指出 透露 强调 认为 告诉 坦言 回应 补充 提到 写道 宣称 声称 披露 通报 解释 直言 说道 报道 报导 指 讲 证实 承认 警告 介绍说 谈到 盘算 感慨 直呼 笑言 笑称 分析 表明 声明 感叹 回忆
		重申 明言 喊话 告诉记者 告诉本报记者 预测说 表示说 补充说 强调说 分析称 回应称 介绍称 宣布说 提醒 通告 公布 坦承 指称 预言 估计说 估算说 解释说 回忆说 透露说 指出说 认为说 算了一笔账 呼吁 报告说 报告称 公告称 报道称 报道说 通报称 公告显示 爆料`},
	{cFrom, segment.P, `从 自`}, {cFrom | cAgent, segment.P, `由`}, {cAgent, segment.P, `被`},
	{cBase, segment.P, `较 比 相比 同 比起 相较 相较于 较之 对比`},
	{cLocal, segment.P, `于`},
	{cGive, segment.P, `对 为 向 给 把 将 让 使 对于`},
	{cOther, segment.P, `来自 前往 成为 作为 进入 位于 属于 抵达 到达 遍布 分布在 毗邻 在 以 按 按照 通过 随着 经 经过 用 因 因为 由于 根据 依据 凭 凭借 沿 朝 往 距 距离 除 除了 当 据 针对 关于 以及在 作为 面对 面向 利用 依托 借助 至于 基于`},
	{cShare, segment.V, `占 占到 占了 占据 约占 仅占 已占 均占 共占 只占 占全部`},
	{cLink, segment.C, `但 而 并 并且 而且 不过 但是 然而 且 因此 所以 如果 若 即使 尽管 例如 比如 如 即 又以 另据 与此同时 从而 因而 以便 其次 首先    于是 可是 并在 并于 以致`},
	{cLink | cWithin, segment.C, `其中 当中 包括 其中包括 含 其中有 内含`},
	{cJoin, segment.C, `和 与 及 以及 暨 或 或者 跟`},
	{cStop, segment.U, `等 等等`},
	{cNot, segment.N, `董事会 股东会 股东大会 监事会`},
	{cLight, segment.V, `发生 编列 实现 完成 达成 取得 录得 创造 创下 拥有 有 产生 形成 保有 保持 出现 呈现 获得 获 赢得 收获 占有 贡献`},
	{cPivot, segment.V, `帮助 引导 组织 带动 推动 支持 促进 吸引 动员 协助 助力 吸纳 安排 选派 派出 资助 救助 造成 导致 致 致使 使 让 令 邀请 鼓励 指导 促使 促成 发动 扶持 选送 输送 选拔 号召 保障 确保 助 引领 招募 抽调 调集 出动 调动 派遣 增派 惠及 覆盖 涉及`},
	{cRank, segment.V, `暂居 暂列 现居 现列 暂排 居 位居 名列 位列 排名 排 列 跻身 排在 排行 列居 排列 名次 稳居 高居 跃居 升至 排到 位于 列`},
	{cAdv | cAbove, segment.D, `超过 超 逾 优于 好于 快于 高于 大于 多于 超出 远超 已超 已超过 均超过 均超`},
	{cAdv | cBelow, segment.D, `不足 不到 失守 逊于 慢于 低于 不及 少于 小于 未达 未满 不满 跌破`},
	{cAdv | cAtMost, segment.D, `最多 至多 不超过 不高于 不多于 上限为 上限`},
	{cAdv | cAtLeast, segment.D, `至少 最少 不少于 不低于 起码 不下于 不下 不小于 下限为`},
	{cAdv | cNear, segment.D, `接近 逼近 直逼`},
	{cLast, segment.V, `持续 历时 为期 长达 耗时 用时 延续 判处 判刑 获刑 监禁 停职 耗费 停留 历经 需时 任职 `},
	{cTimes, segment.V, `翻 翻了 翻了近 再翻 翻一番`},
	{cNot, segment.V, `距今         来 去      能否 应该 想 希望 愿意 进行 年满 年仅 截至 截止 进一步 以 满 距 欢迎 感谢 看 觉得 知道 统计 据悉 开始  担任 出任 出生 成立于 令 使得 止 不等`},
	{cOwner, segment.N, `全省 全市 全国 全县 全区 全球 全台 全港 全岛 全镇 全乡 全村 全州 全校 全网 全联盟 全军 全院 全厂 全行业  全系统 全世界 全澳 全团 全线 全场 我国 我省 我市 我县 我区 本市 本省 本县 本区 本港 本公司 本行 各地 两地 双方 公司 集团  当地
		中国 内地 大陆 台湾 香港 该公司 该基金会 该协会 该商会 该学会 该公会 该会 该社 该店 该馆 该署 该处 该团 该队 该案 该岛 该车 该片 该局 该省 该市 该县 该区 该行 该厂 该校 该院 该国 该镇 该村 该股 该所 该项目 该基金 该集团 该企业 该机构 欧盟 美国 我校 我院 央行 三地 三市 两市 两省 两县 两区 两国 两镇 两村 两校 三省 三县 三国 四地 四省 各省 各县 各区 各国 两岸 全系 项目 工程 本次活动`},
	{cOwner, segment.S, `村里 县里 镇里 镇上 市里 省里 乡里 区里 校内 省内 市内 区内 县内`}, {cOwner, segment.N, `村集体 学校 古镇 行业 西线 东线 南线 北线 中线 球队 全队 外资 投信 自营商 三大法人 北向资金 南向资金 险资 城区 老城区 旧城区 新城区 主城区 中心城区 市区 郊区 农村地区 局地 局部 局部地区`},
	{cThing, segment.N, `国民年金 强积金 公积金 住房公积金 全社会 一产 二产 三产 三次产业 国道 省道 县道 高速公路 快速路 航道 口岸 新案 建案 新盘`},
	{0, segment.V, `归属于`}, {0, segment.N, `目标任务 计划任务`}, {0, segment.B, `自结 小微 中小微 时任 现任 前任 专精特新 在园 重点监测 归母 扣非 规上 限上 在研 在建 在营 在册 在岗 在校 在读 在职 在手 在运 在售 在管 在用 在途`},
	{cOwner, segment.R, `后者 前者 本届 我们 他们 她们 它 他 她 其 我 自己 它们`},
	{cOrg, segment.N, `球团 俱乐部 卫生院 医联体 市府 县府 区公所 乡公所 镇公所 工行 农行 中行 建行 交行 招行 总局 总署 商银 金控 电网 交易所 研究所 研究院 事务所 设计院 出版社 电视台 卫健委 发改委 公司 集团 银行 大学 学院 医院 市委 县委 区委 省委 党委 镇政府 乡政府 市政府 县政府 区政府 省政府 政府 委员会 管委会 部门 局 厅 中心 协会 学会 联合会 慈善会 慈善总会 红十字会 基金会 股份 有限公司 分公司 支行 分行 总部 法院 检察院 公安局 派出所 教育局
		财政局 统计局 商务局 商务厅 农业农村局 农业农村厅 开发区 高新区 新区 工业园 园区  基金  工厂 车间 机场 港口  海关 景区 村委会 社区 街道 支队 大队 总队 分局 证券 保险 科技 控股 实业`},
	{cThing, segment.N, `现场 大厦 马拉松 锦标赛 邀请赛 公开赛 运动会 博览会 风景区 风景名胜区 轻轨 捷运 高铁 铁路 城际铁路 学校 小学 中学 工厂 酒店 商场 超市 小区 水库 大桥 隧道 车站 基地 合作社 电站 农场 牧场 图书馆 博物馆 体育馆 剧院 影院 展会 展馆 论坛 大会 大赛 球队 全队 事故 火灾 地震 台风 暴雨 洪水 列车 航班 客车 轮船 飞机 船舶 汽车 手机 产品 商品 校区 餐厅 商铺 店铺 门店 网点 平台 网站 频道 航线 线路 公路 高速 地铁 楼盘 房屋 住宅 宿舍 展区 场馆 厂房 仓库 码头 油田 煤矿 矿山 电厂 水电站 核电站 海域 流域 湖泊 岛屿 该岛 山区 灾区 库区 产业园 示范区 试验区 保护区 自贸区 经开区 工业区 活动 项目 工程 培训班 疫苗 药品 药物 企业 机构 单位 部门 行业 产业 店铺 楼市 股市 车市 剧集 影片 电影 节目 球馆 园 馆 校`},
	{cFolk, segment.N, `侨外生 境外生 陆生 死者 伤者 学童 农民 农户 居民 村民 市民 学生 教师 老人 儿童 妇女 患者 游客 旅客   男性 女性 职工 员工 茶农 果农 菜农 渔民 牧民 工人 队员 球员 被告人 被告 原告 客户 用户 股东 家长 考生 受访者 商户 个体户 贫困户 长者 老年人 残疾人 年轻人 脱贫户 成员 股民 法官 医生 护士 干警 民警 司机 骑手 快递员 网民 旅客 乘客 业者 展商 商家 厂商 摊商 市长 县长 总统 总理 首相 特首 国人 民众 网民 选民 球迷 病人 病患 产妇 新生 毕业生 研究生 被保险人 投保人 参保人`},
	{cInd | cMacro, segment.N, `外汇存底 国内生产总值 生产总值 gdp 失业率 城镇调查失业率 通胀率 通货膨胀率 居民消费价格 居民消费价格指数 cpi ppi pmi 物价 经济增长率 经济成长率 人口自然增长率 汇率 外汇储备 房租 油价 房价 楼价 菜价 粮价 猪价`},
	{cInd | cTime, segment.N, `天数 优良天数 现年 车龄 船龄 机龄 平均车龄 房龄 屋龄 楼龄 租期 账期 孕期 交期 交货期 宽限期 还款期 贷款期限 年资 享年 终年 党龄 军龄 高龄 树龄 工期 有效期 期限 时间 时长 刑期 徒刑 有期徒刑 寿命 预期寿命 年龄 平均年龄 周期 间隔 里程时间 车程 航程 保质期 任期 学制 工龄 工时 龄期 年限 保修期 试用期 假期 产假 婚龄 司龄 教龄 工作时间 睡眠时间 运行时间 等待时间 全程 单程`},
	{cInd, segment.N, `总销 总销金额 准时率 准点率 纯利 溢利 纯益 税后纯益 楼高 信贷 开支 开销 占床率 占用率 占座率 固定资本形成总额 资本形成总额 结余 盈余 节余 课时 学时 能力 装机 门票 团费`}, {0, segment.N, `年度计划 年级`}, {cNot, segment.V, `届满`}, {0, segment.N, `体育场地 访港旅客 访澳旅客 来台旅客`}, {0, segment.B, `普惠 普惠小微`}, {0, segment.V, `销往 运往 发往 倾向 倾向于 课征 加征 征收 地处 达产 投产 完工 竣工 建成`}, {0, segment.N, `村集体经济 不可移动文物 可再生能源 乘用车 商用车`}, {0, segment.V, `疏运 载客 载运 承运 抢运 持平 减收 收案 耕种收`}, {cInd, segment.N, `客流 用气成本 用电成本 用能成本 用工成本 用水量 用气量 用电量 可用水量`}, {cInd, segment.N, `强度 投入强度 密度 集中度 知晓度 参与度 之比 净买入 净卖出 净投放 净回笼 股息 中期股息 末期股息 股利 现金股利 红利 分红 末期息 中期息 超征幅度 收益 每股收益 基本每股收益 出生人口 死亡人口 出生人数 直接投资 外商直接投资 实际利用外资 利用外资 实际使用外资 使用外资 研发投入 研发经费投入 标准 最低标准 税后利润 权益 股东户数 户均 数字 负荷 最大负荷 人口 总人口 户籍人口 常住人口 面积 总面积 成交额 流域面积 覆盖面积 含量 总长度 期限 时间 收盘价 成交价 降幅值 毛利 低温 水位 人口数 限额 额度 经费 资金总额 总额度
		生产总值 地区生产总值 国内生产总值 gdp 增加值 工业增加值 总产值 产值 收入 总收入 可支配收入 纯收入 净收入 营业收入 主营业务收入 财政收入 公共预算收入 税收 税收收入 支出 财政支出 消费支出
		固定资产投资 零售总额 社会消费品零售总额 进出口 进出口总值 进出口总额 进出口额 出口额 进口额 出口 进口 贸易额 贸易总额 顺差 逆差 贸易顺差 贸易逆差 总额 总量 总数 总值 余额 增速 增长率 通胀率 通货膨胀率 失业率 利率 汇率 存款准备金率
		物价 居民消费价格 居民消费价格指数 cpi ppi pmi 指数 点数 气温 温度 最高气温 最低气温 降水量 降雨量 雨量 储备 外汇储备 存款 贷款 存款余额 贷款余额 m2 赤字 赤字率 债务 负债 资产 总资产 净资产 市值 总市值 注册资本 资本 寿命 预期寿命 年龄 平均年龄 工期 有效期
		覆盖率 合格率 完成率 就业率 入住率 投票率 支持率 得票率 出生率 死亡率 治愈率 渗透率 森林覆盖率 入学率 升学率 空置率 负债率 资产负债率 准备金率 税率 费率 破案率 普及率 化率 城镇化率 满意度 满意率 客流量 游客量 货运量 吞吐量 发电量 用电量 耗电量 装机容量 装机量 库存 库存量 成交量 交易量 交易额 销售额 零售额 保费收入 票房 收视率
		公共预算 预算 奖金 工资 薪酬 月薪 年薪 租金 房租 补贴 罚金 罚款 押金 保证金 赔偿金 养老金 抚恤金 保障金 定金 货款 贷款额 债券 增量 存量 流量 人次 点击量 播放量 阅读量 排放量 碳排放 里程 总里程 营业里程 通车里程 长度 宽度 高度 深度 海拔 速度 时速 距离 跨度 容量 载重 重量 体重 身高 震级 震源深度 风力 风速 浓度 压力 功率 建筑面积 占地面积 种植面积 播种面积 耕地面积 过火面积 受灾面积 净流入 净流出 流入 流出 亏损 净亏损 亏损额 盈利 欠款 缺口 差额 差距 规模 储量 蕴藏量 库容 人数 户数 次数 家数 数量 数目 死亡人数 受伤人数 伤亡人数 失踪人数 病例 确诊病例 死亡病例 费用 成本 单价 均价 批发价 零售价 指导价 挂牌价 起拍价 成交价 收盘价 开盘价 订单 订单额 合同额 合同金额 合同总额 协议金额 造价 总造价 融资额 募资额 投资额 经济损失 直接经济损失 损失 客运量 旅客 贡献率 拉动 增加额 税负 门槛 起征点 免税额 上限 下限 比例 税额 佣金 增值税 关税 存栏 出栏 份额 毛利 换手率 周转率 命中率 胜率 杠杆率 拨备率 不良率 不良贷款率 回报率 收益率 市盈率 净息差 息差 票价 油价 房价 股价 菜价 粮价 金价 铜价 煤价 电价 气价 水价 运价 肉价 猪价 汇价 报价 身价 售价 房产税 温差 湿度 水位 流速 蓄水量 库水位 能耗 单产 总产 总产量 亩产 总投资额 预算额 军费 防务开支 国防预算 国防开支 财力 载客量 本地生产总值 订阅量 下载量 注册量 登记量 保有量 占有量 饮酒量 摄入量 人均收入 营业额 年产值 年产量 年产能 产能 年销售额 年收入 年销量 得分 比分 票数 得票数 得票 成绩 刑期 徒刑 有期徒刑 市占率 良率 报酬率 殖利率 每股盈余 eps roe 毛利率 净利率 营益率 税后净利 税前净利 本期净利 外资净买超 买超 卖超 成交值`},
	{cInd | cSplit, segment.N, `受损面积 油耗 百公里油耗 续航 续航里程 起售价 预算 气温 零售价 起售价 收购价 批发价 产地价 产地收购价 田头价 地头价 塘头价 塘口价 拍卖价 出厂价 出栏价 到岸价 离岸价 进货价 团购价 出口量 进口量 开园价 捕获量 数量 目标价 进度 销量 产量 价格 金额 总投资       营收 净利润 利润 利润总额  股价 均价 售价   单价 营业收入 净利 营业利润 总产值 总长 全长 全程 罚没款 库容 总库容 埋深 水深 派息 股利 应占溢利 应占盈利 应占利润  市值 总市值 总资产 净资产 注册资本 产能   身高 体重 年龄 平均年龄 海拔 票房  销售额 工期 造价 总造价             `},
	{cInd | cPart, segment.N, `比例 比率 持股比例`}, {cInd, segment.N, `负债比率 流动比率 速动比率 资本比率 震度 最大震度`}, {cInd | cSplit | cPart, segment.N, `占比 比重 市占 市占率 占有率 市场份额 市场占有率`},
	{cIndex, segment.N, `大市 楼价 现货黄金 现货白银 黄金 白银 原油 比特币 沪指 深成指 上证指数 上证综指 深证成指 创业板指 创业板指数 恒指 恒生指数 道指 道琼斯指数 纳指 纳斯达克指数 标普500指数 标普指数 日经指数 加权指数 大盘 指数 股指 国企指数 新台币 人民币 美元 欧元 日元 油价 金价 房价 期货 主力合约`},
}

// entry is a word of the lexicon.
type entry struct {
	cls class
	pos segment.POS
}

type lexicon struct {
	trie    *trie.Trie
	entries []entry
}

var builtin = sync.OnceValues(func() (*lexicon, error) {
	lex := &lexicon{}
	index := map[string]int{}
	var keys []string
	var values []uint32
	for _, g := range words {
		for _, w := range strings.Fields(g.lst) {
			if i, ok := index[w]; ok {
				lex.entries[i].cls |= g.cls
				continue
			}
			index[w] = len(lex.entries)
			keys, values = append(keys, w), append(values, uint32(len(lex.entries)))
			lex.entries = append(lex.entries, entry{g.cls, g.pos})
		}
	}
	var err error
	if lex.trie, err = trie.Build(keys, values); err != nil {
		return nil, fmt.Errorf("claims: %w", err)
	}
	return lex, nil
})

// longest returns the length and the entry of the longest word at the start of s.
func (l *lexicon) longest(s []rune) (int, entry) {
	n, v, ok := l.trie.Longest(s)
	if !ok {
		return 0, entry{}
	}
	return n, l.entries[v]
}

// get returns the entry of exactly s.
func (l *lexicon) get(s []rune) (entry, bool) {
	v, ok := l.trie.Get(s)
	if !ok {
		return entry{}, false
	}
	return l.entries[v], true
}

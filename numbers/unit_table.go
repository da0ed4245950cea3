package numbers

// The tables of units, one unit a line: its dimension, its code, its factor to the base of the dimension, and the words
// that write it. A factor with * is to the SI unit and is given out with the quantity, for the code is no UCUM code. A word
// with ~ needs more than a single Han digit before it: 三里屯, 五角大楼, 三分 are no measures.
//
// UCUM codes are those of the Unified Code for Units of Measure, in its case-sensitive form.

const measureTable = `
length km 1000 公里 千米 km ㎞
length m 1 米 公尺 m
length dm 0.1 分米 dm
length cm 0.01 厘米 公分 cm ㎝
length mm 0.001 毫米 公厘 公釐 mm ㎜
length um 0.000001 微米 μm µm um
length nm 0.000000001 纳米 奈米 nm
length pm 0.000000000001 皮米 pm
length [mi_i] 1609.344 英里 哩
length [nmi_i] 1852 海里 浬
length [ft_i] 0.3048 英尺 呎
length [in_i] 0.0254 英寸 吋
length [yd_i] 0.9144 码~
length [ly] 9460730472580800 光年
length AU 149597870700 天文单位
length li 500* 里~ 华里 里地
length zhang 10/3* 丈
length chi 1/3* 尺 市尺
length cun 1/30* 寸 市寸
area m2 1 平方米 平方公尺 平米 平方~ ㎡ m2 m² 平~
area km2 1000000 平方公里 平方千米 km2 km² ㎢
area cm2 0.0001 平方厘米 平方公分 cm2 cm²
area mm2 0.000001 平方毫米 mm2 mm²
area dm2 0.01 平方分米
area har 10000 公顷 ha
area [sft_i] 0.09290304 平方英尺 平方呎 方呎
area [smi_us] 2589988.110336 平方英里
area [acr_us] 4046.8564224 英亩
area mu 2000/3* 亩 市亩
area qing 200000/3* 市顷
area ping 400/121* 坪
volume m3 1 立方米 立方公尺 立方~ m3 m³ ㎥
volume km3 1000000000 立方公里 立方千米
volume cm3 0.000001 立方厘米 立方公分 cm3 cm³
volume dm3 0.001 立方分米
volume L 0.001 升~ 公升 l
volume mL 0.000001 毫升 ml cc
volume uL 0.000000001 微升
volume hL 0.1 百升 公石
volume kL 1 千升 公秉
volume [gal_us] 0.003785411784 加仑
mass t 1000 吨 公吨 t
mass kt 1000000 千吨
mass kg 1 公斤 千克 kg ㎏
mass g 0.001 克~ 公克 g
mass mg 0.000001 毫克 毫公克 mg
mass ug 0.000000001 微克 微公克 μg µg ug
mass [lb_av] 0.45359237 磅
mass [oz_av] 0.028349523125 盎司 安士
mass [oz_tr] 0.0311034768 金衡盎司
mass [car_m] 0.0002 克拉
mass jin 0.5* 斤 市斤
mass liang 0.05* 两~ 市两
mass dan 50* 市担 担~
mass gongdan 100* 公担
mass taijin 0.6* 台斤
energy kW.h 3600000 千瓦时 千瓦小时 kwh 度电
energy MW.h 3600000000 兆瓦时 mwh
energy GW.h 3600000000000 吉瓦时 gwh
energy TW.h 3600000000000000 太瓦时 twh
energy J 1 焦耳 焦~
energy kJ 1000 千焦 千焦耳 kj
energy MJ 1000000 兆焦
energy GJ 1000000000 吉焦
energy cal 4.184 卡路里
energy kcal 4184 千卡 大卡 kcal
energy cal 4.184 卡~
energy tce 29307600000* 吨标准煤 吨标煤 吨煤当量
power W 1 瓦~ 瓦特
power kW 1000 千瓦 瓩 kw
power MW 1000000 兆瓦 mw
power GW 1000000000 吉瓦 gw
power [HP] 745.69987158227022 马力
power kV.A 1000 千伏安 kva
power MV.A 1000000 兆伏安 mva
power GW 1000000000 gwp
power MW 1000000 mwp
power kW 1000 kwp
voltage V 1 伏~ 伏特
voltage kV 1000 千伏 kv
voltage mV 0.001 毫伏
current A 1 安培
current mA 0.001 毫安
charge A.h 3600 安时
charge mA.h 3.6 毫安时 mah
resistance Ohm 1 欧姆
force N 1 牛顿
force kN 1000 千牛
torque N.m 1 牛·米 牛米
pressure Pa 1 帕~ 帕斯卡
pressure kPa 1000 千帕 kpa
pressure hPa 100 百帕 hpa
pressure MPa 1000000 兆帕 mpa
pressure atm 101325 标准大气压 大气压
pressure mm[Hg] 133.322 毫米汞柱 mmhg
frequency Hz 1 赫兹 赫~ hz
frequency kHz 1000 千赫 千赫兹 khz
frequency MHz 1000000 兆赫 兆赫兹 mhz
frequency GHz 1000000000 吉赫 吉赫兹 ghz
data bit 1 比特
data By 8 字节
data kBy 8000 千字节 kb
data MBy 8000000 兆字节 mb
data GBy 8000000000 吉字节 gb
data TBy 8000000000000 太字节 tb
data PBy 8000000000000000 拍字节 pb
data-rate Mbit/s 1 兆比特每秒 mbps
data-rate Gbit/s 1000 吉比特每秒 gbps
data-rate kbit/s 0.001 千比特每秒 kbps
velocity km/h 1 公里/小时 千米/小时 公里每小时 千米每小时 公里/时 千米/时 km/h 迈~
velocity m/s 3.6 米/秒 米每秒 m/s
velocity km/s 3600 公里/秒 千米/秒 公里每秒 千米每秒 km/s
velocity m/min 0.06 米/分钟 米/分
velocity [mi_i]/h 1.609344 英里/小时 英里每小时 mph
velocity [ft_i]/s 1.09728 英尺每秒
concentration ug/m3 1 微克/立方米 微克每立方米 μg/m3 µg/m3 ug/m3 μg/m³ µg/m³ ug/m³
concentration mg/m3 1000 毫克/立方米 毫克每立方米 mg/m3 mg/m³
concentration mg/L 1000000 毫克/升 毫克每升 mg/l
concentration mmol/L 1 毫摩尔/升 mmol/l
concentration mg/dL 1 毫克/分升
concentration g/L 1 克/升 克每升
concentration [ppm] 1 ppm
concentration [ppb] 0.001 ppb
flow m3/s 1 立方米/秒 立方米每秒 m3/s m³/s
flow m3/h 1 立方米/小时 立方米/时
flow m3/d 1 立方米/日 立方米/天
flow t/d 1 吨/日 吨/天
flow t/h 1 吨/小时 蒸吨
rotation r/min 1 转/分 转/分钟 转每分钟 rpm
amount mol 1 摩尔 摩~ mol
amount mmol 0.001 毫摩尔
sound dB 1 分贝 db
light lm 1 流明
light lx 1 勒克斯
light cd 1 坎德拉
radiation Sv 1 希沃特
radiation mSv 0.001 毫希沃特 毫西弗
radiation uSv 0.000001 微希沃特 微西弗
radiation Bq 1 贝可 贝克勒尔
radiation nGy/h 1 纳戈瑞/小时
angle deg 1 度 °
angle ' 1/60 角分
energy-density W.h/kg 1 瓦时/千克 瓦时/公斤 wh/kg
energy W.h 3600 瓦时 wh
acidity [pH] 1 ph值
grade ji - 级
`

// Durations compound within years and months, and within weeks to seconds.
const durationTable = `
months a 12 年 周年 年时间 载~
months mo 1 个月 个月时间 月~
seconds wk 604800 周 星期 个星期 个礼拜 礼拜 周时间
seconds d 86400 天 日~ 天时间 昼夜 个工作日 个交易日 工作日 交易日 个自然日 自然日 个昼夜
seconds h 3600 小时 个小时 钟头 个钟头 个钟 小时时间 h
seconds min 60 分钟 分钟时间 min
seconds s 1 秒 秒钟 s
seconds ms 0.001 毫秒 ms
seconds us 0.000001 微秒
seconds ns 0.000000001 纳秒
age a 12 岁 周岁
quarter jidu 7889400* 个季度
century shiji 3155760000* 个世纪
era jiazi 1893456000* 个甲子
hour ke 900* 刻钟
`

// Money: the ISO 4217 code, the factor to its main unit, the words. ? is the unit that 元 leaves open; codes joined by |
// are those of a name that several countries share, and the country that the text names decides.
const moneyTable = `
CNY 1 人民币 元人民币 块人民币 圆人民币 人民币元 rmb cny 元rmb 块rmb
? 1 元 圆 块 元钱 块钱 圆钱
? 0.1 角 毛 角钱 毛钱
? 0.01 分钱 分~
TWD 1 新台币 元新台币 台币 元台币 新台币元 台元 nt ntd twd 块台币
HKD 0.01 港仙
HKD 1 港元 港币 元港币 港币元 港圆 港纸 hkd
MOP 1 澳门元 澳门币 元澳门币 葡币 mop
USD 1 美元 美金 元美元 元美金 美圆 usd 块美金
USD 0.01 美分
EUR 1 欧元 元欧元 eur
EUR 0.01 欧分
JPY 1 日元 日圆 日币 元日币 元日元 jpy
GBP 1 英镑 镑~ gbp
GBP 0.01 便士
KRW 1 韩元 韩圆 韩币 元韩币 krw
KPW 1 朝鲜元 朝元
AUD 1 澳元 澳大利亚元 澳洲元 澳币 澳大利亚币 元澳币 aud
CAD 1 加元 加拿大元 加币 元加币 cad
NZD 1 新西兰元 纽元 纽币 新西兰币 nzd
SGD 1 新加坡元 新元 新币 坡币 新加坡币 sgd
CHF 1 瑞士法郎 瑞郎 chf
SEK 1 瑞典克朗 sek
NOK 1 挪威克朗 nok
DKK 1 丹麦克朗 dkk
ISK 1 冰岛克朗 isk
CZK 1 捷克克朗 czk
HUF 1 匈牙利福林 福林 huf
PLN 1 波兰兹罗提 兹罗提 pln
RON 1 罗马尼亚列伊 列伊 ron
BGN 1 保加利亚列弗 列弗 bgn
RSD 1 塞尔维亚第纳尔 rsd
RUB 1 卢布 俄罗斯卢布 元卢布 rub
RUB 0.01 戈比
BYN 1 白俄罗斯卢布 byn
UAH 1 格里夫纳 乌克兰格里夫纳 格里夫尼亚 uah
KZT 1 坚戈 哈萨克斯坦坚戈 kzt
UZS 1 乌兹别克斯坦苏姆 苏姆 uzs
KGS 1 吉尔吉斯斯坦索姆 索姆 kgs
TJS 1 索莫尼 tjs
TMT 1 马纳特 土库曼斯坦马纳特 tmt
AZN 1 阿塞拜疆马纳特 azn
AMD 1 亚美尼亚德拉姆 德拉姆
GEL 1 格鲁吉亚拉里 拉里
MNT 1 图格里克 蒙古图格里克 mnt
INR 1 印度卢比 inr
PKR 1 巴基斯坦卢比 pkr
LKR 1 斯里兰卡卢比 lkr
NPR 1 尼泊尔卢比 npr
MUR 1 毛里求斯卢比
SCR 1 塞舌尔卢比
MVR 1 拉菲亚 卢菲亚
BDT 1 塔卡 孟加拉塔卡 bdt
BTN 1 努扎姆
IDR 1 印尼盾 印度尼西亚盾 印尼卢比 印度尼西亚卢比 idr
VND 1 越南盾 越盾 vnd
KHR 1 瑞尔 柬埔寨瑞尔 khr
LAK 1 基普 老挝基普 lak
THB 1 泰铢 铢 thb
MMK 1 缅元 缅甸元 缅币 mmk
MYR 1 令吉 林吉特 马来西亚令吉 马来西亚林吉特 马币 马来西亚元 myr
PHP 1 菲律宾比索 php
BND 1 文莱元 文莱币
TRY 1 里拉 土耳其里拉 try
ILS 1 谢克尔 以色列谢克尔 新谢克尔 ils
SAR 1 沙特里亚尔 沙特里亚 sar
QAR 1 卡塔尔里亚尔 qar
IRR 1 伊朗里亚尔 irr
OMR 1 阿曼里亚尔 omr
YER 1 也门里亚尔
AED 1 迪拉姆 阿联酋迪拉姆 aed
MAD 1 摩洛哥迪拉姆
KWD 1 科威特第纳尔 kwd
BHD 1 巴林第纳尔 bhd
IQD 1 伊拉克第纳尔 iqd
JOD 1 约旦第纳尔 约旦第纳 jod
LYD 1 利比亚第纳尔
TND 1 突尼斯第纳尔
DZD 1 阿尔及利亚第纳尔
SYP 1 叙利亚镑
LBP 1 黎巴嫩镑
EGP 1 埃及镑 egp
SDG 1 苏丹镑
SSP 1 南苏丹镑
AFN 1 阿富汗尼
ZAR 1 兰特 南非兰特 zar
NGN 1 奈拉 尼日利亚奈拉 ngn
KES 1 肯尼亚先令 kes
TZS 1 坦桑尼亚先令
UGX 1 乌干达先令
SOS 1 索马里先令
ETB 1 比尔 埃塞俄比亚比尔 etb
GHS 1 塞地 加纳塞地 ghs
ZMW 1 克瓦查 赞比亚克瓦查
MWK 1 马拉维克瓦查
AOA 1 宽扎 安哥拉宽扎
MZN 1 梅蒂卡尔
BWP 1 普拉 博茨瓦纳普拉
NAD 1 纳米比亚元
ZWL 1 津巴布韦元 津元
LRD 1 利比里亚元
GMD 1 达拉西
SLE 1 利昂
MGA 1 阿里亚里
CDF 1 刚果法郎
RWF 1 卢旺达法郎
BIF 1 布隆迪法郎
DJF 1 吉布提法郎
GNF 1 几内亚法郎
KMF 1 科摩罗法郎
XAF 1 中非法郎 非洲法郎
XOF 1 西非法郎
XPF 1 太平洋法郎
MXN 1 墨西哥比索 墨西哥元 mxn
ARS 1 阿根廷比索 ars
CLP 1 智利比索 clp
COP 1 哥伦比亚比索 cop
UYU 1 乌拉圭比索
CUP 1 古巴比索
DOP 1 多米尼加比索
BRL 1 雷亚尔 巴西雷亚尔 巴西里亚尔 brl
PEN 1 秘鲁索尔 新索尔 索尔 pen
BOB 1 玻利维亚诺
PYG 1 瓜拉尼
VES 1 玻利瓦尔 委内瑞拉玻利瓦尔
CRC 1 科朗
GTQ 1 格查尔
HNL 1 伦皮拉
NIO 1 科多巴
PAB 1 巴波亚
JMD 1 牙买加元
TTD 1 特立尼达和多巴哥元
BBD 1 巴巴多斯元
BSD 1 巴哈马元
BZD 1 伯利兹元
GYD 1 圭亚那元
SRD 1 苏里南元
HTG 1 古德
FJD 1 斐济元
PGK 1 基那
SBD 1 所罗门群岛元
TOP 1 潘加
WST 1 塔拉
VUV 1 瓦图
ALL 1 列克
MKD 1 代纳尔
BAM 1 可兑换马克
MDL 1 摩尔多瓦列伊
INR|PKR|LKR|NPR 1 卢比
MXN|PHP|ARS|CLP|COP|CUP 1 比索
SEK|NOK|DKK|CZK|ISK 1 克朗
KWD|IQD|JOD|BHD|RSD|LYD|TND|DZD 1 第纳尔
CHF|XAF|XOF|FRF 1 法郎
SAR|IRR|QAR|OMR|YER 1 里亚尔
KES|TZS|UGX|SOS 1 先令
XDR 1 特别提款权
DEM 1 德国马克 西德马克
FRF 1 法国法郎
ITL 1 意大利里拉
`

// moneySigns are the signs and codes that stand before an amount, longest first where one ends another.
const moneySigns = `
USD us$ usd $
HKD hk$ hkd 港币
TWD nt$ ntd twd 新台币 台币
CNY rmb cny cn¥ rmb¥ 人民币
MOP mop$ mop 澳门币
AUD a$ au$ aud 澳币
CAD c$ ca$ cad 加币
SGD s$ sgd 新币
NZD nz$ nzd
EUR € eur
GBP £ gbp
JPY jp¥ jpy 日币
KRW ₩ krw 韩币
INR ₹ inr
THB ฿ thb
MYR rm myr
BRL r$ brl
CHF chf
? ¥
`

// Classifiers that count things, people and events; any numeral may stand before them. Each is its own code.
const classifierTable = `
个 部分 名 位 人 家 次 项 种 场 件 条 起 所 座 台 辆 架 艘 支 只 张 份 部 届 批 套 类 组 间 户 篇 本 册 幅 首 枚 棵 株 头 匹 颗 粒 片
瓶 杯 盒 箱 袋 包 桶 碗 盘 双 对 副 根 道 层 栋 幢 段 堂 期 轮 局 球 票 席 处 宗 桩 例 笔 单 款 集 章 页 句 遍 趟 回 番 阵 站
人次 艘次 列次 辆次 人份 架次 车次 班次 场次 户次 例次 票次 批次 频次 航次 梯次 期次 剂次 趟次 轮次 局次 次次 家次 台次 只次 羽次 头次 篇次 人天 人年
床位 张床 口人 座位 席位 车道 车位 岗位 机位 泊位 学时 课时 标箱 标准箱 标准件 teu 件套 台套 家庭 名次 个球 粒进球
金 银 铜 金牌 银牌 铜牌 奖牌 连胜 连败 连冠 颗星 站台 字 胜 场球 尾 羽 串 枝 筒 罐 坛 缸 壶 盆 筐 车 船 班 剂 针 挺 发 幕 出 折
注 股 像素 档 格 圈 拨 伙 帮 群 队 排 列 行 节 门 把 盏 尊 具 扇 堵 顶 床 领 身 件次 口 幅地块 宗地块 宗地 朵 束 捆 沓 摞 叠 卷 滴 堆 顿 条次
`

// Classifiers that are other words or name parts after a single Han digit (三面, 四方, 五手).
const weakClassifierTable = `
手 点 分 负 平 板 篮板 助攻 抢断 盖帽 犯规 牌 星 样 式 步 拳 脚 眼 声 响 下 记 刀 枪 炮 方 面 味 贴 付 服 孔 版 稿 网 晚 夜 餐 桌 围 帧 代
辈 房 厅 卫 室 卧 跨 墩 缕 丝 团 厢 挂 乘 骑 号人 单位 兵 员 成员 窝 胎 茬 畦 垄 蔸 丛 楼层 打 洞 棒 垒 杆 轴 扎 垛 环 峰 课 联 栏 宿 令 人马
死 伤 亡 男 女
`

// Nouns that a number may count without a classifier, in headlines above all (12村民受伤). They stay outside the quantity.
const countedTable = `
死亡 受伤 重伤 轻伤 失踪 遇难 村民 居民 学生 员工 职工 农户 农民 党员 代表 官兵 民警 医生 护士 教师 志愿者 用户 观众 游客 旅客 市民 群众 订单 项目
门店 选民 选票 球员 选手 师生 作品 奖项 提案 议案 病例 航班 机组 小区 贫困户 贫困村 贫困人口 军人 士兵 警察 乘客 船员 矿工 工人 老人 儿童 孩子 女生 男生 男子 女子 嫌疑人 嫌犯
`

// Nouns that follow a number directly, without a classifier. After a single Han digit the two are a name (两岸, 六国,
// 三省) and claim nothing.
const collectiveTable = `
国 省 市 县 区 州 镇 乡 村 社区 省份 省市 省区 省区市 省市区 城市 国家 地区 市县 县市 区县 县区 乡镇 村镇 部门 部委 地 岸 军 院 校 市区 方
高校 企业 公司 银行 机构 港 岛
`

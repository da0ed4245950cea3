package main

import (
	"math/rand/v2"
	"strings"
	"sync"
)

// Names of other peoples in Han characters, of which the dictionary has few, in two parts each: written from general
// knowledge of what is common.
var otherNames = [][2]string{
	{ // Japanese
		`佐藤 铃木 高桥 田中 渡边 伊藤 山本 中村 小林 加藤 吉田 山田 佐佐木 山口 松本 井上 木村 斋藤 清水 山崎 池田 桥本 阿部 石川 山下 中岛 石井 小川 前田 冈田 长谷川 藤田 后藤 近藤 村上 远藤 青木 坂本 坂口 福田 太田 西村 三浦 藤井
冈本 金子 藤原 中野 原田 松田 竹内 小野 中山 河野 岸田 石破 高市 安倍 小泉 菅原 大谷 羽生 川口 早川 樱井 森田 内田 宫崎 宫本 酒井 横山 今井 上野 野田 谷口 平野 大野 丸山 增田 小岛 大江 三木 星野 黑田 岩崎 武田 松井`,
		`健太郎 一郎 太郎 次郎 翔太 大辅 直树 诚一 隆一郎 真由 真由美 由纪 美咲 惠子 和子 幸子 洋子 裕子 智子 文雄 晋三 纯一郎 俊介 拓也 健一 浩二 正人 雄一 翔平 结弦 早苗 良平 达也 和也 康夫 义伟 太一 信介 龙一 秀树 美穗 明子 雅子 纪子
优子 爱子 光男 国男 正雄 茂 隆 诚 勇 修 进 聪 彻 慎二 俊之 英树 博之 隆史 哲也 宏 雅彦 千夏 彩香 奈奈`,
	},
	{ // Tibetan
		`扎西 次仁 丹增 索南 洛桑 尼玛 达瓦 格桑 巴桑 平措 白玛 仁增 边巴 桑杰 强巴 普布 拉巴 旦增 多吉 贡嘎 嘎玛 土登 阿旺 江白 次旦 才让 央金 德吉 卓玛 拉姆 尕藏 万玛 旺姆`,
		`卓玛 顿珠 旺堆 才让 央金 拉姆 央吉 多吉 贡布 嘉措 班觉 罗布 曲珍 曲扎 平措 旺姆 次仁 扎西 群培 加布 旺杰 欧珠 措姆 吉美 达杰 南加 仁青 桑布 巴珍 普赤 玉珍 东周 项欠 当周`,
	},
	{ // Mongolian
		`乌兰 娜仁 萨仁 斯琴 乌云 苏和 那仁 哈斯 宝音 阿古拉 其木 巴雅 德力 朝鲁 敖登 格日 额尔 图门 孟和 呼和 青格 布仁 阿拉坦 通拉`,
		`其其格 巴特尔 托娅 高娃 图雅 格日勒 巴图 毕力格 巴雅尔 朝克图 其木格 满都拉 乌拉 达来 塔娜 苏荣 德力格尔 吉日嘎拉`,
	},
	{ // Uygur and Kazakh
		`买买提 阿不都 艾力 吐尔逊 阿卜杜 古丽 帕提 热孜 玉素 艾尼 库尔班 木拉提 叶尔 努尔 哈力 迪丽 阿依 赛力克`,
		`热合曼 江 古丽 买买提 克里木 娜尔 曼 拉提 甫 瓦尔 夏提 兰别克 别克 汗 努尔 扎提`,
	},
}

var otherParts = sync.OnceValue(func() (out [][2][]string) {
	for _, p := range otherNames {
		out = append(out, [2][]string{strings.Fields(p[0]), strings.Fields(p[1])})
	}
	return out
})

// other invents a name of one of them, Japanese as often as the rest together.
func other(rng *rand.Rand) []rune {
	kinds := otherParts()
	k := kinds[max(rng.IntN(2*(len(kinds)-1))-len(kinds)+2, 0)]
	return []rune(k[0][rng.IntN(len(k[0]))] + k[1][rng.IntN(len(k[1]))])
}

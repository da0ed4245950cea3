package extract

import (
	"slices"
	"strings"
	"sync"

	"github.com/xinwen-go/xinwen/text"
)

// names reads the names in [i, j), separated by blanks, commas, 、 or &, and returns where they end. Behind a label that is
// marked by a colon or a slash the first may be any pen name; the others, and all behind a bare label, look like Chinese names.
func (r *creditReader) names(i, j int, marked bool) (end int, names []string) {
	f := r.f
	end = i
	pen := false // the first is a pen name, and the others may be
	for k := i; k < j; {
		if n, _ := creditLabelAt(f[k:j]); n > 1 && len(names) == 0 {
			break
		}
		a := k
		listed := k > i && !isGap(f[k-1]) // behind 、 rather than a blank
		if isASCIILetter(f[k]) || isDigit(f[k]) && marked && len(names) == 0 {
			for k < j && (isASCIILetter(f[k]) || isDigit(f[k]) || f[k] == '_' || f[k] == '.' || f[k] == '-' || f[k] == ' ' && k+1 < j && isASCIILetter(f[k+1]) && !isDigit(f[k-1])) {
				k++
			}
			if k < j && f[k] == '@' || !marked || len(names) > 0 && !listed || k-a < 2 || k-a > 24 || !slices.ContainsFunc(f[a:k], isASCIILetter) || strings.HasPrefix(string(f[a:k]), "http") || strings.HasPrefix(string(f[a:k]), "www") {
				break
			}
			names = append(names, strings.TrimSpace(r.slice(a, k)))
		} else {
			for k < j && (text.IsHan(f[k]) || f[k] == '·') {
				if n, _ := creditLabelAt(f[k:j]); n > 1 && k > a || n == 1 && k > a && opensRole(f[k+1:j]) {
					break
				}
				k++
			}
			if k == a {
				break
			}
			if k < j && len(names) == 0 && marked && !looksLikeName(f[a:k]) {
				if n, kind := creditLabelAt(f[k:j]); n > 1 && kind == creditAuthor { // 文丨本刊特约评论员 某某
					for k += n; k < j && (isGap(f[k]) || isMark(f[k])); {
						k++
					}
					continue
				}
			}
			first := len(names) == 0
			e, more := r.name(a, k, j, marked && (first || listed && (pen || transcribes(f[a:k]))), &names)
			if first && len(names) == 1 {
				pen = !looksLikeName([]rune(foldString(names[0])))
			}
			if e > a {
				end = e
			}
			if !more {
				return end, names
			}
			k = max(k, e)
		}
		end = k
		for k < j && (isGap(f[k]) || strings.ContainsRune("、,;&", f[k]) || isSlash(f[k]) && len(names) > 0) {
			k++
		}
		if k < j {
			if n, _ := creditLabelAt(f[k:j]); n > 1 {
				break
			}
		}
	}
	return end, names
}

// opensRole reports whether what stands behind 文 makes a label of it: 方知远文/图, 方知远文/卓玛摄, but not the end of a name, as in
// 陈大文/台北报导.
func opensRole(f []rune) bool {
	if len(f) < 2 || !isSlash(f[0]) {
		return false
	}
	return f[1] == '图' || f[1] == '摄' || f[1] == '影'
}

// roleEnds are words that follow the names in a credit and are none.
var roleEnds = []string{"摄影报道", "综合报道", "综合报导", "采访报导", "采访报道", "专题报导", "即时报导", "连线报导", "报道", "报导", "摄影", "整理", "编译", "综合", "整合", "采写", "特稿", "专电", "发自", "文图", "图文", "供图", "翻译", "摄", "电", "讯", "文", "图", "发"}

// photo are the roles of who made the pictures.
var photo = map[string]bool{"摄影": true, "摄": true, "供图": true, "图": true}

// touching adds the names that stand in [a, b) without anything between them, where the place allows that.
func (r *creditReader) touching(a, b int, names *[]string) bool {
	if !r.joined {
		return false
	}
	lengths := touching(r.f[a:b])
	for _, n := range lengths {
		*names = append(*names, r.slice(a, a+n))
		a += n
	}
	return lengths != nil
}

// name reads the Han run [a, k) of a list of names: a name, two that touch nothing, or a name with place and role behind it. any
// allows pen names. more reports whether another name may follow.
func (r *creditReader) name(a, k, j int, any bool, names *[]string) (end int, more bool) {
	f := r.f
	run := string(f[a:k])
	n := k - a
	if n == 1 && k+1 < j && f[k] == ' ' && text.IsHan(f[k+1]) && isSurname(f[a:a+1]) && (k+2 == j || !text.IsHan(f[k+2])) { // 李 明
		*names = append(*names, r.slice(a, k)+r.slice(k+1, k+2))
		return k + 2, true
	}
	role := 0
	for _, w := range roleEnds {
		if c := len([]rune(w)); n > c && strings.HasSuffix(run, w) || n == c && run == w {
			if n-c == 1 { // 张文, 李图
				continue
			}
			if c == 1 && n == 3 && isSurname(f[a:k]) && (w == "文" || w == "图" || w == "发" || w == "电" || w == "讯") {
				continue // a given name may end so
			}
			role = c
			break
		}
	}
	body := n - role
	if role > 0 && photo[run[len(run)-3*role:]] { // who took the pictures did not write
		*names = nil
		return k, false
	}
	dated := k < j && isDigit(f[k]) && telegram(f[k:j]) // 林书维台北3日电
	if role > 0 && body <= 6 && len(*names) > 0 || body == 0 {
		if p := placeEnd(f[a : a+body]); p == body || body == 0 || !looksLikeName(f[a:a+body]) {
			return k, false
		}
	}
	if dated || role > 0 && body > 4 {
		p := placeEnd(f[a : a+body])
		if p == 0 && body >= 5 && touching(f[a:a+body]) == nil {
			p = body - nameLength(f[a:a+body])
		}
		body -= p
		if dated {
			for k < j && (isDigit(f[k]) || strings.ContainsRune("月日年电报道导综合", f[k])) {
				k++
			}
		}
		if looksLikeName(f[a : a+body]) {
			*names = append(*names, r.slice(a, a+body))
			return k, false
		}
		if r.touching(a, a+body, names) {
			return k, false
		}
		return a, false
	}
	if looksLikeName(f[a : a+body]) {
		*names = append(*names, r.slice(a, a+body))
		return k, role == 0
	}
	if r.touching(a, a+body, names) {
		return k, role == 0
	}
	if any && body >= 2 && body <= 8 && !noPerson.in(string(f[a:a+body])) && !isOutletName(string(f[a:a+body])) || slices.Contains(f[a:a+body], '·') && body >= 4 && body <= 15 {
		*names = append(*names, r.slice(a, a+body))
		return k, role == 0
	}
	return a, false
}

// transcription are characters that names of other languages are written with; almost no other word consists of them alone.
const transcription = "阿艾安奥巴白拜贝比别宾伯博布才次措达大丹德迪帝丁东多顿尔尕嘎噶格戈古哈海汗赫胡吉加嘉江杰金卡凯坎康克科可肯库拉赖兰朗勒雷莉里力丽利林龙卢鲁伦罗洛玛马买麦曼梅美蒙米密姆木穆那纳娜尼妮努诺欧帕佩皮普其奇齐乔切琼然热仁日瑞若萨赛桑色森沙尚史斯苏索塔泰坦特提图吐土托娃瓦旺威维韦文乌西希夏谢辛旭雅亚扬耶伊依英永尤于扎泽扎珍卓孜子"

// transcribes reports whether folded runes may be a name of another language: 阿依古丽.
func transcribes(f []rune) bool {
	for _, c := range f {
		if !strings.ContainsRune(transcription, c) {
			return false
		}
	}
	return len(f) >= 3
}

// noPerson are words that no name of a person holds, pen names neither.
var noPerson = phraseSet(`邮箱 信箱 电话 热线 地址 广告 合作 投稿 联系 微信 微博 二维码 转载 版权 来源 未知 佚名 匿名 本站 本网 本报 本刊 网站 网络 综合 整理 编译 原创 图片 视频 下载 登录 注册 评论 点击 浏览 阅读 分享 收藏 打印 复制 链接 关注 相关 更多 全文 标题 正文
 首页 频道 栏目 专题 今日 昨日 明日 今天 昨天 明天 一周 本周 上周 下周 未来 本月 上半年 下半年 天气 大雾 暴雨 记者 编辑 责编 作者 通讯员 报道 报导 日期 时间 发布 日报 晚报 时报 公司 集团 银行 大学 政府 委员会 办公室`)

// telegram reports whether f begins with the date of a telegram: 3日电, 1月3日综合报导.
func telegram(f []rune) bool {
	k := 0
	for k < len(f) && k < 6 && (isDigit(f[k]) || f[k] == '月' || f[k] == '日') {
		k++
	}
	return k < len(f) && k > 1 && f[k-1] == '日' && strings.ContainsRune("电综报", f[k])
}

// looksLikeName reports whether folded runes are a Chinese name: a surname and one or two more, two with a double surname.
func looksLikeName(f []rune) bool {
	switch len(f) {
	case 2, 3:
		return isSurname(f) && !notNames()[string(f)]
	case 4:
		return isDoubleSurname(f)
	}
	return false
}

func nameLength(f []rune) int {
	if isDoubleSurname(f) {
		return 4
	}
	return 3
}

func isSurname(f []rune) bool { return surnameSet()[f[0]] || isDoubleSurname(f) }

func isDoubleSurname(f []rune) bool {
	return len(f) > 2 && slices.Contains(doubleSurnames, string(f[:2]))
}

// notNames begin with a character that is a surname too, and are none.
var notNames = wordSet(`方面 时间 来源 连线 金融 高清 马上 平台 安全 向前 常务 任务 应用 万元 雷人 阅读 于是 路透社 单位 相关 经济 明日报 成都 温州 常州 广州 杭州 郑州 徐州 台北 台中 台南 高雄 花莲 云林 上海
 南京 武汉 金门 连江 柳州 江苏 安徽 山东 云南 华盛顿 巴黎 莫斯科 习近平 综合 程序 文章 车市 房产 曾经 和记者 何时 何以 苗栗 嘉义 屏东 宜兰 全文 关注 时报 左右 向记者 明确 申请 沙龙 童话 尚未
 计划 简介 甘肃 景点 印度 贵州 贵阳 海南 海口 石家庄 广东 广西 宁夏 宁波 东京 项目 包括 支持 路透 和讯 牛市 古代 宣布 符合
 左图 左上 左下 左一 左二 左三 左四 左五 左起 中图 后图 余下 相反 时代 高级 高层 高端 通知 通报 通告 公告 公布 公司 方案 方式 强调 强烈 平均 平时 全国 全省 全市 全新 别人 别的 干部 段落 家庭 满意 广告 温馨 游客 党员 党委
 单日 利好 利空 须知 应急 索引 越南 古巴 富豪 文化 文字 农业 农村 金额 钱包 白酒 黄金 石油 水果 水利 马路 车辆 车祸 房价 房屋 房源 常见 常识 明星 明年 成立 成功 成果 戏曲 米兰 和平 和谐 安徽省 宁夏区 乐视 花絮 龙头 经济通`)

// surnames are the Chinese surnames of one character, folded.
const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾暨居衡步耿满弘匡文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯查荆红游竺权逯盖益桓公肖闫付代覃佟鹿佘谌揭岳帅亓仝冼官信牟赏墨哈谯笪苟苑邸尧涂展丛税粟漆练隋肇竹麦敬厚妥"

var surnameSet = sync.OnceValue(func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range surnames {
		m[r] = true
	}
	return m
})

// doubleSurnames are those of two.
var doubleSurnames = []string{"欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "令狐", "百里", "呼延", "东郭", "南门", "拓跋", "第五", "范姜", "张简", "张廖"}

// places are names that end a dateline, folded, which nothing separates from the reporter's name.
var places = sync.OnceValue(func() []string {
	return strings.Fields(`台北 新北 基隆 桃园 新竹 苗栗 台中 彰化 南投 云林 嘉义 台南 高雄 屏东 宜兰 花莲 台东 澎湖 金门 马祖 台湾 北京 上海 天津 重庆 广州 深圳 香港 澳门 南京 杭州 武汉 成都 西安 沈阳 大连 长春 哈尔滨 济南 青岛 郑州 长沙
 南昌 福州 厦门 合肥 昆明 贵阳 南宁 海口 三亚 太原 石家庄 呼和浩特 兰州 西宁 银川 乌鲁木齐 拉萨 宁波 苏州 无锡 东京 首尔 汉城 平壤 曼谷 新加坡 吉隆坡 雅加达 马尼拉 河内 金边 仰光 新德里 伊斯兰堡 喀布尔 德黑兰 巴格达 耶路撒冷 开罗
 莫斯科 柏林 巴黎 伦敦 罗马 马德里 布鲁塞尔 日内瓦 维也纳 华沙 基辅 雅典 华盛顿 纽约 洛杉矶 旧金山 芝加哥 休士顿 多伦多 温哥华 渥太华 墨西哥城 悉尼 雪梨 堪培拉 墨尔本 联合国 综合外电 专 综合`)
})

// placeEnd returns the length of the place that ends folded runes, 0 for none; of 台湾新竹 both count.
func placeEnd(f []rune) int {
	n := 0
	for again := true; again; {
		again = false
		s := string(f[:len(f)-n])
		for _, p := range places() {
			if strings.HasSuffix(s, p) {
				n += len([]rune(p))
				again = true
				break
			}
		}
	}
	return n
}

// outletEnds are what names of outlets end in, folded.
var outletEnds = []string{"网", "报", "社", "台", "网络版", "海外版", "在线", "频道", "电视", "新闻", "资讯", "周刊", "杂志", "观察", "传媒", "客户端", "论坛", "财经", "新媒体", "发布", "广播", "导报", "电台", "中文站", "中文网", "网站", "融媒", "日刊", "快讯", "通讯", "新闻云", ".com", "醒报", "时报", "online", "中心"}

// isOutletName reports whether folded text looks like the name of an outlet.
func isOutletName(s string) bool {
	n := len([]rune(s))
	if n < 2 || n > 16 || strings.ContainsAny(s, ",;:。") {
		return false
	}
	for _, e := range outletEnds {
		if strings.HasSuffix(s, e) && len(s) > len(e) {
			return true
		}
	}
	return false
}

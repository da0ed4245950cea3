package tagger

import (
	"strings"
	"sync"
)

// Surnames, the commoner ones first, simplified; read only through Surname and Surnames.
const commonSurnames = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚肖闫"

const rareSurnames = "汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲阳靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党司费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂藏缪畅娄仇巩刁卓练褚栾戚窦岑鞠晋原苟芮储靖茅佟楚农屠宗虞边桑冷敖佘扈慕仲权荆闻郁匡国衣甄宓仝竺胥揭冼浦班丛修智阚苑奚池迟晁麻糜臧计平居牧邝於丘代付萨乌哈达巴扎德水云郎昌凤花酆廉乐皮卞元湛禹狄贝明伏危昝裘应宣贲杭诸钮嵇滑荣荀羊惠封羿汲邴松井富巫弓隗山蓬郗仰秋伊暴钭厉戎祖束幸韶郜蓟薄印宿怀邰鄂索咸籍蔺阴苍莘贡劳逄堵宰郦雍却璩濮寿燕冀郏别充茹习宦鱼容慎戈庾暨衡步满弘寇广禄阙殴殳沃利蔚夔隆厍勾融訾乜丰巢蒯相逯盖桓汝钦归帅缑亢况郈琴佴伯赏墨谯笪言侴战仉颉禤漆撒矫官伞初展栗粟区蚁凃占辜粘于成全师"

const compounds = "鲜于 相里 司空 百里 东郭 南门 钟离 闾丘 欧阳 司马 上官 诸葛 皇甫 尉迟 司徒 东方 夏侯 令狐 慕容 宇文 长孙 公孙 端木 独孤 南宫 轩辕 呼延 澹台 闻人 申屠 太史 赫连"

// Surname ranks a character as a surname: 2 common, 1 rare, 0 none.
func Surname(r rune) uint8 { return surnames()[r] }

// Surnames lists the surnames, roughly the commoner first.
func Surnames() []string {
	var out []string
	seen := map[rune]bool{}
	for _, r := range commonSurnames + rareSurnames {
		if !seen[r] {
			seen[r] = true
			out = append(out, string(r))
		}
	}
	return append(out, strings.Fields(compounds)...)
}

var surnames = sync.OnceValue(func() map[rune]uint8 {
	m := map[rune]uint8{}
	for _, r := range rareSurnames {
		m[r] = 1
	}
	for _, r := range commonSurnames {
		m[r] = 2
	}
	return m
})

var compoundSet = sync.OnceValue(func() map[[2]rune]bool { return pairs(compounds) })

// pairs is the set of the words of two characters in a list.
func pairs(list string) map[[2]rune]bool {
	m := map[[2]rune]bool{}
	for _, s := range strings.Fields(list) {
		r := []rune(s)
		m[[2]rune{r[0], r[1]}] = true
	}
	return m
}

func compoundSurname(a, b rune) bool { return compoundSet()[[2]rune{a, b}] }

// courtesies stand behind a surname and are words of their own (李/nr 先生/n).
const courtesies = "先生 女士 小姐 太太 夫人 师傅 老师 同志 阿婆 婆婆 阿伯 伯伯 叔叔 阿姨 阿嬷 大爷 大妈 大叔 大哥 大姐 奶奶 爷爷 医生 医师 教授 老板 老汉 师奶"

var courtesySet = sync.OnceValue(func() map[[2]rune]bool { return pairs(courtesies) })

// courtesy returns the length of the surname where a name is a surname and a courtesy.
func courtesy(name []Unit) int {
	n := len(name) - 2
	switch {
	case n == 1 && Surname(name[0].Sym) > 0, n == 2 && compoundSurname(name[0].Sym, name[1].Sym):
		if courtesySet()[[2]rune{name[n].Sym, name[n+1].Sym}] {
			return n
		}
	}
	return 0
}

// notGiven are characters that stand alone after a surname without being a given name.
const notGiven = "的了是在和与及或将把被对向从由于为以等说称则也都又还就才不没有很更最所其之该此这那各每某上下中前后里外内年月日时分第个名位次家们着过到至已曾会能可要并而但如若因同跟比给让使用一二三四五六七八九十百千万亿两几多半"

// joinNames joins surname and given name where the lexicon left them apart: a lone surname before one or two lone
// characters that could be a given name, or before a word of two characters that the lexicon has for a name. It is the rule
// of the dictionary mode; the model finds names better.
func (w *Words) joinNames(s *Scratch, f []rune) {
	words := s.Words
	out := words[:0]
	single := func(k int) bool {
		return k < len(words) && words[k].End-words[k].Start == 1 && words[k].From == FromLexicon && words[k].Start == words[k-1].End
	}
	given := func(k int) bool {
		return single(k) && !strings.ContainsRune(notGiven, f[words[k].Start])
	}
	for k := 0; k < len(words); k++ {
		u := words[k]
		if u.From == FromLexicon && u.End-u.Start == 1 && Surname(f[u.Start]) > 0 && k+1 < len(words) && words[k+1].Start == u.End {
			next := words[k+1]
			switch {
			case given(k+1) && given(k+2):
				out = append(out, Word{u.Start, words[k+2].End, w.tags.nr, FromRule})
				k += 2
				continue
			case given(k + 1), next.From == FromLexicon && next.End-next.Start == 2 && next.Tag == w.tags.nr:
				out = append(out, Word{u.Start, next.End, w.tags.nr, FromRule})
				k++
				continue
			}
		}
		out = append(out, u)
	}
	s.Words = out
}

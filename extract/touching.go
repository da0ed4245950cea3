package extract

import "strings"

// commonSurnames are those of nine people in ten, folded, the most common first.
const commonSurnames = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂窦郁缪畅巩卓褚栾戚娄甄郎池丛边岑农苟迟保商臧佘卞虞刁冷应匡栗仇练楚揭师官佟封燕桑巫敖原植邝仲荆储宗楼干苑寇盖南屠鞠荣井乐银奚明麻雍花闻冼木郜廉衣蔺冀占帅满"

// touching finds names that touch each other: 张三李四 are two of two characters, 方知远段明瑞 two of three. It returns how many
// runes each of at least two has, nil where the runes are no such names. Each name begins with a surname, all behind the first
// with a common one; of several ways to cut, that with the more common surnames and with names of three characters is taken.
func touching(f []rune) []int {
	const longest, never = 15, 1e9
	if len(f) < 4 || len(f) > longest {
		return nil
	}
	cost := make([]float64, len(f)+1) // of the names from i on
	next := make([]int, len(f)+1)
	for i := len(f) - 1; i >= 0; i-- {
		cost[i] = never
		for n := 2; n <= 4 && i+n <= len(f); n++ {
			if c := nameCost(f[i:i+n], i == 0) + cost[i+n]; c < cost[i] {
				cost[i], next[i] = c, n
			}
		}
	}
	if cost[0] >= never || next[0] == len(f) {
		return nil
	}
	var lengths []int
	for i := 0; i < len(f); i += next[i] {
		lengths = append(lengths, next[i])
	}
	return lengths
}

// nameCost says how little folded runes look like one name among several.
func nameCost(f []rune, first bool) float64 {
	const never = 1e9
	if !looksLikeName(f) {
		return never
	}
	cost := 1.0
	if len(f) == 2 {
		cost = 1.6
	}
	if isDoubleSurname(f) {
		return cost
	}
	rank := strings.IndexRune(commonSurnames, f[0]) / len("王")
	switch {
	case rank < 0 && !first:
		return never
	case rank < 0 || rank > 150:
		return cost + 1
	case rank > 60:
		return cost + 0.5
	case rank > 20:
		return cost + 0.2
	}
	return cost
}

// commonName reports whether a folded text is one name with a common surname.
func commonName(s string) bool {
	f := []rune(s)
	return len(f) >= 2 && len(f) <= 4 && nameCost(f, false) < 3
}

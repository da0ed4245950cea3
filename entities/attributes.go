package entities

import (
	"strings"
)

// attributes reads what stands in brackets after names and in the phrases of curricula: (女, 回族), 1965年3月生, 河北唐山人.
func (p *parser) attributes() {
	for k := range p.items {
		if p.items[k].kind != kName {
			continue
		}
		it := p.items[k]
		b := p.d.byName[strings.ReplaceAll(string(p.d.s[it.i:it.j]), " ", "")]
		if b == nil {
			continue
		}
		n := k + 1
		for p.kind(n) == kCourtesy {
			if w := p.word(n); w.short {
				b.set("military_rank", p.d.t.SliceRunes(p.items[n].i, p.items[n].j))
			}
			n++
		}
		if w := p.word(k - 1); w != nil && w.short && (p.kind(k-1) == kCourtesy || p.kind(k-1) == kProfession) {
			b.set("military_rank", p.d.t.SliceRunes(p.items[k-1].i, p.items[k-1].j))
		}
		from := n
		if from >= len(p.items) {
			continue
		}
		end := p.afterBrackets(n, 24)
		if end > n {
			p.phrases(b, p.items[n].j, p.items[end-1].i)
			continue
		}
		if p.is(n, "简历", "同志简历", "个人简历") && p.is(n+1, ":") {
			n++
		}
		if p.kind(n) == kComma || p.is(n, ":") || p.d.life && p.items[n].class == 'm' { // 张三,男,汉族,1965年3月生
			last := n
			for last == n || last < len(p.items) && p.kind(last) != kStart && p.kind(last) != kName {
				last++
			}
			from := p.items[n].j
			if p.items[n].class == 'm' {
				from = p.items[n].i
			}
			p.phrases(b, from, p.items[last-1].j)
		}
	}
}

func (b *bearer) set(key, value string) {
	if b.attrs == nil {
		b.attrs = map[string]string{}
	}
	if b.attrs[key] == "" {
		b.attrs[key] = value
	}
}

// phrases reads the phrases between commas in the runes [i, j).
func (p *parser) phrases(b *bearer, i, j int) {
	s := p.d.s
	for start := i; start < j; {
		end := start
		for end < j && s[end] != ',' && s[end] != '、' && s[end] != ';' && s[end] != '。' {
			end++
		}
		p.phrase(b, start, end)
		start = end + 1
	}
}

func (p *parser) phrase(b *bearer, i, j int) {
	s := p.d.s[i:j]
	n := len(s)
	switch {
	case n == 1 && (s[0] == '男' || s[0] == '女'):
		b.set("gender", string(s))
	case n >= 2 && n <= 6 && s[n-1] == '族' && ethnic[string(s[:n-1])]:
		b.set("ethnicity", string(s))
	case p.bornAt(b, i, j):
	case n > 6 && equal(s[n-2:], "出生") && digits(s) >= 4:
		b.set("birth", p.d.surface(i, j-2))
	case n > 5 && s[n-1] == '生' && digits(s) >= 4:
		b.set("birth", p.d.surface(i, j-1))
	case n >= 3 && n <= 12 && s[n-1] == '人' && p.placeCovers(s[:n-1]):
		b.set("native_place", p.d.surface(i, j-1))
	case n > 2 && n <= 12 && (equal(s[:2], "籍贯") || equal(s[:2], "祖籍")):
		b.set("native_place", p.d.surface(i+2, j))
	case n > 7 && equal(s[n-7:], "加入中国共产党"), n > 2 && n < 14 && equal(s[n-2:], "入党") && digits(s) >= 4:
		b.set("party", "中共党员")
	case equal(s, "中共党员") || equal(s, "民革党员") || equal(s, "民盟盟员") || equal(s, "民建会员") || equal(s, "民进会员") || equal(s, "农工党党员") || equal(s, "致公党党员") || equal(s, "九三学社社员") || equal(s, "台盟盟员") || equal(s, "无党派") || equal(s, "无党派人士"):
		b.set("party", p.d.surface(i, j))
	case n >= 3 && n <= 4 && s[n-1] == '级' && (s[0] == '正' || s[0] == '副'):
		b.set("rank", p.d.surface(i, j))
	}
}

// bornAt reads 1931年4月生于湖北省黄冈县: the date and the place of a birth.
func (p *parser) bornAt(b *bearer, i, j int) bool {
	s := p.d.s
	for k := i; k+2 < j && k-i < 16; k++ {
		if s[k] != '生' || s[k+1] != '于' && s[k+1] != '在' {
			continue
		}
		date, place := k, k+2
		if k > i && s[k-1] == '出' {
			date--
		}
		if digits(s[i:date]) >= 4 {
			b.set("birth", p.d.surface(i, date))
		}
		end := place
		for end < j {
			n, _, ok := p.d.lat.gaz.Longest(s[end:j])
			if !ok || n < 2 {
				break
			}
			end += n
		}
		if end > place {
			b.set("native_place", p.d.surface(place, end))
		}
		return true
	}
	return false
}

func digits(s []rune) int {
	n := 0
	for _, r := range s {
		if isDigit(r) {
			n++
		}
	}
	return n
}

// placeCovers tells that s is a name of a place, or several: 河北唐山.
func (p *parser) placeCovers(s []rune) bool {
	for len(s) > 0 {
		n, _, ok := p.d.lat.gaz.Longest(s)
		if !ok || n < 2 {
			return false
		}
		s = s[n:]
	}
	return true
}

// ethnic are the nationalities of China, without 族.
var ethnic = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺`) {
		m[w] = true
	}
	return m
}()

package entities

import (
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// numberedUnits are units that a number names, with the titles of those who lead them: 一营营长, 第38军军长, 三组组长.
var numberedUnits = []struct{ unit, heads string }{
	{"集团军", "军长 政委 政治委员 参谋长"}, {"大队", "大队长 教导员 政委 队长"}, {"中队", "中队长 指导员 队长"}, {"支队", "支队长 政委 参谋长"}, {"车间", "主任"},
	{"军", "军长 政委 政治委员 参谋长 政治部"}, {"师", "师长 政委 政治委员 参谋长 政治部"}, {"旅", "旅长 政委 政治委员 参谋长"}, {"团", "团长 政委 政治委员 参谋长 政治处"},
	{"营", "营长 教导员"}, {"连", "连长 指导员"}, {"部", "主任 经理 部长 总监"}, {"庭", "庭长"}, {"排", "排长"}, {"组", "组长"}, {"队", "队长"}, {"分厂", "厂长"}, {"分场", "场长"}, {"公司", "总经理 经理"},
}

// armyUnit tells that a body is a unit of the army that moves, which belongs to no territory: 四川陆军预备役高炮师.
func armyUnit(core string) bool {
	for _, end := range []string{"师", "旅", "团", "营", "连", "集团军", "舰队"} {
		if strings.HasSuffix(core, end) && !strings.HasSuffix(core, "代表团") && !strings.HasSuffix(core, "兵团") && !strings.HasSuffix(core, "宣讲团") && len(core) > 2*len(end) {
			return strings.ContainsAny(core, "军兵炮甲防空导雷特战预备陆海独步某")
		}
	}
	return false
}

// unitAt adds a unit that a number names where the title of its head follows.
func (l *lattice) unitAt(i int, s []rune) {
	n := 0
	if s[0] == '第' {
		n++
	}
	from := n
	for n < len(s) && n-from < 5 && (isDigit(s[n]) || numerals.has(s[n]) || s[n] == '〇' || s[n] == '零') {
		n++
	}
	if n == from || n >= len(s) {
		return
	}
	for _, u := range numberedUnits {
		end := n + prefix(s[n:], u.unit)
		if end == n {
			continue
		}
		rest := s[end:]
		for _, skip := range []string{"原", "前任", "前", "现任", "首任", "新任", "时任", "副", "代"} {
			if x := prefix(rest, skip); x < len(rest) {
				rest = rest[x:]
			}
		}
		if len(rest) > 0 && (numerals.has(rest[0]) || isDigit(rest[0])) && strings.Contains("军师旅团营", u.unit) { // 三五九旅|七一八团
			l.add(i, i+end, kOrgan, 800, item{entry: -1, class: 'n'})
		}
		if n-from > 1 && (len(rest) == 0 || !text.IsHan(rest[0]) && rest[0] != '、') && strings.Contains("师旅团", u.unit) { // 视导九九旅。
			l.add(i, i+end, kOrgan, 900, item{entry: -1, class: 'n'})
		}
		for w := range strings.FieldsSeq(u.heads) {
			if prefix(rest, w) > 0 {
				l.add(i, i+end, kOrgan, 700, item{entry: -1, class: 'n'})
				return
			}
		}
	}
}

package entities

import "strings"

// leavingWords tell, behind a person with an office, that the office is left or suspended: 局长张三被停职.
var leavingWords = []struct {
	word   string
	status Status
}{
	{"停职", Suspended}, {"辞职", Dismissed}, {"请辞", Dismissed}, {"辞任", Dismissed}, {"离职", Dismissed}, {"去职", Dismissed}, {"免职", Dismissed}, {"撤职", Dismissed},
	{"革职", Dismissed}, {"解职", Dismissed}, {"罢免", Dismissed}, {"辞呈", Dismissed}, {"卸任", Dismissed}, {"解聘", Dismissed},
}

// openWords leave it open whether the office is left, or speak of somebody else’s.
const openWords = `不 未 拒 否 若 如 可能 要求 呼吁 促 批准 接受 同意 对 就 迫使 逼 指 称 说 表示 回应 谈 期间 前任 将 拟`

// leavingAfter is the status that what follows a name, whose office stands before it, gives the office; empty where it says
// nothing of it. It reads to the end of the clause, and one further where nobody else is named.
func (p *parser) leavingAfter(k int) Status {
	const reach = 30                       // runes
	if k >= len(p.items) || p.is(k, "的") { // 收到张三的辞职报告
		return ""
	}
	from := p.items[k].i
	to, commas := from, 0
scan:
	for ; k < len(p.items) && p.items[k].i-from < reach; k++ {
		switch p.kind(k) {
		case kStart, kTitle, kName:
			break scan
		case kComma:
			if commas++; commas > 1 {
				break scan
			}
		}
		to = p.items[k].j
	}
	for _, l := range leavingWords {
		for x := from; x < to; x++ {
			if prefix(p.d.s[x:to], l.word) == 0 {
				continue
			}
			for o := range strings.FieldsSeq(openWords) {
				if p.d.has(from, x, o) {
					return ""
				}
			}
			return l.status
		}
	}
	return ""
}

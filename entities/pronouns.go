package entities

import "slices"

// pronouns finds 他 and 她 where they surely refer to one of the people: in a sentence whose only name, before the pronoun,
// is theirs, or in a sentence without names after one with theirs alone.
func (d *document) pronouns(hits []nameHit, count int) []nameHit {
	var out []nameHit
	current, age := -1, 0
	alone := d.life && count == 1 // the life of one person
	next, nextName := 0, 0
	d.t.Sentences(func(i, j int) bool {
		if d.s[i] == '\n' && j-i > 1 {
			age++
		}
		from := next
		for next < len(hits) && hits[next].i < j {
			next++
		}
		here := hits[from:next]
		for nextName < len(d.names) && d.names[nextName][0] < i {
			nextName++
		}
		stranger := j // where the first other name stands
		for x := nextName; x < len(d.names) && d.names[x][0] < j; x++ {
			if n := d.names[x]; n[1]-n[0] > 2 && !slices.ContainsFunc(here, func(h nameHit) bool { return h.i <= n[0] && n[1] <= h.j }) {
				stranger = n[0]
				break
			}
		}
		only := -1
		if len(here) > 0 {
			only = here[0].who
			for _, h := range here {
				if h.who != only {
					only = -1
					break
				}
			}
		}
		quoted := 0
		addressed := false // a pronoun of the sentence is another than its subject
		for k := i; k < j; k++ {
			switch d.s[k] {
			case '“':
				quoted++
			case '”':
				quoted = max(0, quoted-1)
			case '他', '她':
				if quoted > 0 || !d.pronounAlone(k) {
					continue
				}
				switch {
				case stranger < k && !alone || addressed:
				case only >= 0 && here[0].i < k && d.objectAt(k) && d.oneClause(here[len(here)-1].j, k):
					addressed = true
					if current >= 0 && current != only && age <= 2 {
						out = append(out, nameHit{k, k + 1, current})
					}
				case only >= 0 && here[0].i < k:
					out = append(out, nameHit{k, k + 1, only})
				case len(here) > 0 && here[0].i > k && current >= 0 && age == 0: // 他指着路说,这多亏了某某
					out = append(out, nameHit{k, k + 1, current})
				case len(here) == 0 && current >= 0 && (age <= 2 || alone):
					out = append(out, nameHit{k, k + 1, current})
				}
			}
		}
		switch {
		case stranger < j && !alone || len(here) > 0 && only < 0 || addressed:
			current = -1
		case only >= 0:
			current, age = only, 0
		default:
			age++
		}
		return true
	})
	return out
}

// objectAt tells that the pronoun at rune k is the object of a verb or preposition: 告诉他, 对她说.
func (d *document) objectAt(k int) bool { return d.endsWith(k, objectWords) }

var objectWords = []string{"告诉", "对", "向", "给", "陪", "陪同", "陪着", "和", "与", "同", "跟", "找", "找到", "问", "询问", "带", "带着", "替", "见到", "看到", "遇到", "送", "送给", "请", "邀请", "把", "将", "劝", "帮", "帮助", "采访", "感谢", "祝贺", "介绍", "通知", "嘱咐", "安慰", "看望", "慰问", "称赞", "批评", "提醒", "支持", "鼓励", "任命", "提名", "接替", "代替", "会见", "欢迎", "叫", "让", "为"}

// oneClause tells that no comma stands between runes i and j.
func (d *document) oneClause(i, j int) bool { return i <= j && !slices.Contains(d.s[i:j], ',') }

// pronounAlone tells that the pronoun at rune k is a word of its own: not 他们, 他人, 其他, 吉他.
func (d *document) pronounAlone(k int) bool {
	if k+1 < len(d.s) && (d.s[k+1] == '们' || d.s[k+1] == '人' || d.s[k+1] == '国' || d.s[k+1] == '乡') {
		return false
	}
	return k == 0 || d.s[k-1] != '其' && d.s[k-1] != '吉' && d.s[k-1] != '利' && d.s[k-1] != '排'
}

package entities

import "strings"

// cue is what a word announces about the sentence it stands in.
type cue uint8

const (
	cueOffice  cue = 1 << iota // a title
	cueLife                    // a curriculum vitae
	cueDeath                   // an obituary or a fatal event
	cuePronoun                 // 他, 她
)

const (
	lifeWords  = `年生, 月生, 年出生 月出生 参加工作 历任 简历 ,男, ,女, 生于 出生于 年毕业 先后任 先后担任 加入中国共产党 参加革命 终年 入伍`
	deathWords = `逝世 去世 辞世 病逝 遇难 殉职 因公牺牲 壮烈牺牲 英勇牺牲 不幸牺牲 遇害 诞辰 罹难 享年 追悼会 遗体告别 遗体送别 遗体 病故 讣告 治丧 不幸去世 与世长辞 溘然长逝 遇刺身亡`
)

// cuesIn tells what the words of a stretch announce, and remembers where words of death stand.
func (d *document) cuesIn(i, j int) cue {
	l := d.lat.lex
	var found cue
	for x := i; x < j; x++ {
		if !l.begins(d.s[x]) {
			continue
		}
		l.trie.Prefixes(d.s[x:j], func(n int, v uint32) bool {
			c := l.entry[v].cue
			if c&cueDeath != 0 && (x+n >= len(d.s) || !strings.ContainsRune("者人同", d.s[x+n])) {
				d.deaths = append(d.deaths, x)
			}
			found |= c
			return true
		})
	}
	return found
}

// endOffices makes the unmarked offices of people whose death the text tells former ones: those named last before the word.
func (d *document) endOffices() {
	const reach = 60 // runes between a name and the word
	next := 0
	for _, at := range d.deaths {
		for next < len(d.names) && d.names[next][0] < at {
			next++
		}
		to := at
		for x := next - 1; x >= 0; x-- {
			n := d.names[x]
			if to-n[1] > reach || x < next-1 && to-n[1] > 2 || d.parted(n[1], to) {
				break
			}
			if b := d.byName[string(d.s[n[0]:n[1]])]; b != nil {
				b.die()
				d.life = d.life || len(b.holdings) > 0
			}
			to = n[0]
		}
	}
}

func (b *bearer) die() {
	for x := range b.holdings {
		if h := &b.holdings[x]; h.status != Dismissed {
			h.status = Former
		}
	}
}

// parted tells that between a name and a word of death stands the end of a sentence or a verb by which the person speaks of
// the death of others.
func (d *document) parted(i, j int) bool {
	for x := i; x < j; x++ {
		if d.s[x] == '。' || d.s[x] == '\n' || d.s[x] == ';' {
			return true
		}
	}
	return d.has(i, j, "表示", "说", "指出", "强调", "慰问", "哀悼", "悼念", "要求", "出席", "主持", "宣布", "对", "向", "就", "得知", "获悉", "看望", "赶赴", "证实", "敬献", "搜救", "名")
}

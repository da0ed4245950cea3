package annotated

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/text"
)

// delexical verbs take the name of an action as their object: 进行调查, 予以处理.
var delexical = strings.Fields("进行 接受 予以 给予 加以 开展 展开 作出 做出 受到 遭到 遭受 得到")

// always are words that the standard tags one way, whatever stands beside them.
var always = map[string]string{"我国": "r", "最后": "f", "隔壁": "s", "受": "v", "到": "v", "独居": "vn", "一早": "d"}

// attributive words are b before a noun and d before a verb: 主要原因, 主要看.
var attributive = strings.Fields("全部 主要 初步 长期 共同 非法 终身 免费")

// tagContexts brings to the standard the tags that the neighbours of a word decide and that the writers of the text gave
// in two ways: a unit after a numeral, a final 了, the 比 of a score, a verb of action after 进行.
func tagContexts(sentences []Sentence) {
	actions := map[string]bool{} // folded words that are a vn somewhere
	for _, s := range sentences {
		for _, w := range s.Words {
			if w.Tag == "vn" {
				actions[text.FoldString(w.Text)] = true
			}
		}
	}
	for _, s := range sentences {
		for i := range s.Words {
			w := &s.Words[i]
			var before, last, next Word // two words before, one before, one after
			if i > 0 {
				last = s.Words[i-1]
			}
			if i > 1 {
				before = s.Words[i-2]
			}
			if i+1 < len(s.Words) {
				next = s.Words[i+1]
			}
			switch word := text.FoldString(w.Text); {
			case w.Tag == "nr": // surnames are spelled like anything
			case always[word] != "":
				w.Tag = always[word]
			case slices.Contains(attributive, word) && slices.Contains([]string{"n", "vn", "an", "nz", "nt"}, next.Tag):
				w.Tag = "b"
			case slices.Contains(attributive, word) && slices.Contains([]string{"v", "p", "d"}, next.Tag):
				w.Tag = "d"
			case word == "全" && (next.Tag == "n" || next.Tag == "v"):
				if w.Tag = "a"; next.Tag == "v" {
					w.Tag = "d"
				}
			case word == "各" && next.Tag == "v":
				w.Tag = "d"
			case word == "难" && next.Tag == "v":
				w.Tag = "ad"
			case word == "坏" && last.Tag == "v":
				w.Tag = "a"
			case word == "小时" || word == "分钟" || word == "美元" || word == "欧元" || word == "日元" || word == "港元":
				if w.Tag = "n"; last.Tag == "m" {
					w.Tag = "q"
				}
			case word == "比" && last.Tag == "m" && next.Tag == "m":
				w.Tag = "p"
			case word == "姓" && last.Tag == "nr" && next.Tag == "n":
				w.Tag = "n"
			case word == "了" && next.Tag == "w" && strings.Contains("，。！？；”」", next.Text):
				w.Tag = "y"
			case word == "所" && next.Tag == "n" && (last.Tag == "m" || last.Text == "这" || last.Text == "這" || last.Text == "某" || last.Text == "每"):
				w.Tag = "q"
			case (word == "没有" || word == "没") && (next.Tag == "v" || next.Tag == "p"):
				w.Tag = "d"
			case (word == "没有" || word == "没") && slices.Contains([]string{"n", "nr", "ns", "nt", "vn", "an", "m"}, next.Tag):
				w.Tag = "v"
			case word == "给" && last.Tag == "v" && slices.Contains([]string{"n", "nr", "ns", "nt", "r"}, next.Tag):
				w.Tag = "p"
			case word == "平均" && next.Tag == "n":
				w.Tag = "b"
			case word == "平均" && (next.Tag == "v" || next.Tag == "m" || next.Tag == "r"):
				w.Tag = "d"
			case w.Tag == "v" && utf8.RuneCountInString(word) == 2 && actions[word]:
				governor := last
				if last.Text == "了" || last.Text == "过" || last.Text == "過" {
					governor = before
				}
				if governor.Tag == "v" && slices.Contains(delexical, text.FoldString(governor.Text)) {
					w.Tag = "vn"
				}
			}
		}
	}
}

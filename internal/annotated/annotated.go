package annotated

import (
	"embed"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"unicode/utf8"
)

//go:embed *.txt
var files embed.FS

// Tags are the parts of speech that the text may use.
var Tags = strings.Fields("n nr ns nt nz nx t s f v vn vd a ad an b z d m q r p c u y e o h k i l j w x")

// Word is one annotated word.
type Word struct{ Text, Tag string }

// Sentence is one line of the training text.
type Sentence struct {
	File    string
	Line    int
	Subject string // the heading above it
	Words   []Word
}

// Text is the sentence as it was written, without spaces.
func (s Sentence) Text() string {
	var b strings.Builder
	for _, w := range s.Words {
		b.WriteString(w.Text)
	}
	return b.String()
}

// HeldOut reports whether the sentence is kept out of training: one in ten, chosen by a hash of its text.
func (s Sentence) HeldOut() bool {
	h := fnv.New32a()
	h.Write([]byte(s.Text()))
	return h.Sum32()%10 == 0
}

// Sentences returns all sentences, in order of file name and line. Where lines break the format the error joins one error
// for each, and the other sentences are returned all the same.
func Sentences() ([]Sentence, error) {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	var out []Sentence
	var errs []error
	for _, e := range entries {
		b, err := files.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		subject := ""
		for n, line := range strings.Split(string(b), "\n") {
			line = strings.TrimSpace(strings.TrimPrefix(line, "\uFEFF"))
			if line == "" {
				continue
			}
			if rest, ok := strings.CutPrefix(line, "#"); ok {
				subject = strings.TrimSpace(rest)
				continue
			}
			words, err := parse(line)
			if err != nil {
				errs = append(errs, fmt.Errorf("%s:%d: %w", e.Name(), n+1, err))
				continue
			}
			out = append(out, Sentence{e.Name(), n + 1, subject, settle(words)})
		}
	}
	unify(out)
	tagContexts(out)
	return out, errors.Join(errs...)
}

func parse(line string) ([]Word, error) {
	if !utf8.ValidString(line) {
		return nil, errors.New("not UTF-8")
	}
	fields := strings.Fields(line)
	words := make([]Word, len(fields))
	for i, f := range fields {
		k := strings.LastIndexByte(f, '/')
		if k <= 0 {
			return nil, fmt.Errorf("word %d (%q) has no tag", i+1, f)
		}
		words[i] = Word{f[:k], f[k+1:]}
		if !slices.Contains(Tags, words[i].Tag) {
			return nil, fmt.Errorf("word %d (%q): no such tag", i+1, f)
		}
		if k := strings.IndexByte(words[i].Text, '/'); k >= 0 && (k == 0 || words[i].Text[k-1] < '0' || words[i].Text[k-1] > '9') && words[i].Text != "/" {
			return nil, fmt.Errorf("word %d (%q): two tags", i+1, f)
		}
	}
	return words, nil
}

const hanNumerals = "零〇一二三四五六七八九十两兩几幾百千万萬亿億"

// courtesies stay apart from the name before them.
var courtesies = strings.Fields("先生 女士 小姐 太太 夫人 伯伯 叔叔 阿姨 师傅 師傅 老师 老師 同志 阿婆 婆婆 阿伯 阿嬷 阿嬤 大爷 大爺 大妈 大媽 大叔 奶奶 爷爷 爺爺 医生 醫生 医师 醫師 教授 老板 老闆 老汉 老先生 二奶奶 老爷子 老太太 老太 老伯 大伯 大叔 大娘 大嫂 大哥 大姐 师奶 師奶")

// Behind a surname a mask makes one name with it (王某), and so does a form of address of one character (陆太, 贝工), where its
// tag is that of a noun or title; the forms for kin do so behind a given name too (富贵叔).
const (
	masks     = "某 某某 某甲 某乙 某丙 某丁"
	addresses = "太 工 总 總 老 氏 董 导 導 队 隊 局 处 處 翁"
	kin       = "叔 伯 哥 姐 婶 嬸 嫂 婆 公 爷 爺 姨 妈 媽"
)

// partOfName reports whether w belongs to the name before it.
func partOfName(name, w Word) bool {
	in := func(list string) bool { return slices.Contains(strings.Fields(list), w.Text) }
	switch n := utf8.RuneCountInString(name.Text); {
	case name.Tag != "nr" || n > 2:
		return false
	case n == 1 && w.Tag == "r" && in(masks):
		return true
	case n == 1 && strings.Contains(" n b a k nr ", " "+w.Tag+" ") && in(addresses):
		return true
	}
	return w.Tag == "n" && in(kin)
}

// settle brings to the standard what the writers of the text did in two ways, where a rule can tell: 第/h 2/m is one
// ordinal; a numeral and its 成 (a tenth) are two words; 08/m :/w 42/m is one time of day; a decade is one word; a courtesy
// stays apart from the name; a surname with its mask or short form of address is one name.
func settle(words []Word) []Word {
	out := make([]Word, 0, len(words))
	for _, w := range words {
		if n := len(out); n > 0 && w.Tag == "m" && out[n-1].Text == "第" {
			out[n-1] = Word{"第" + w.Text, "m"}
			continue
		}
		if n := len(out); n > 1 && (out[n-1].Text == ":" || out[n-1].Text == "：") && isNumber(out[n-2].Text) && isNumber(w.Text) && len(w.Text) == 2 {
			out[n-2] = Word{out[n-2].Text + out[n-1].Text + w.Text, "t"}
			out = out[:n-1]
			continue
		}
		if n := len(out); n > 0 && w.Tag == "m" && out[n-1].Tag == "m" && n > 1 && out[n-2].Tag == "m" && strings.Contains("多余餘几幾", out[n-1].Text) && strings.Contains("万亿萬億", firstRune(w.Text)) {
			out[n-2].Text += out[n-1].Text + w.Text
			out = out[:n-1]
			continue
		}
		if n := len(out); n > 0 && out[n-1].Tag == "m" && clock(out, w) {
			out[n-1] = Word{out[n-1].Text + w.Text, "t"}
			continue
		}
		if n := len(out); n > 0 && w.Text == "年代" && out[n-1].Tag == "m" {
			out[n-1] = Word{out[n-1].Text + w.Text, "t"}
			continue
		}
		if n := len(out); n > 0 && oneWord(out[n-1], w) != "" {
			out[n-1] = Word{out[n-1].Text + w.Text, oneWord(out[n-1], w)}
			continue
		}
		if n := len(out); n > 0 && partOfName(out[n-1], w) {
			out[n-1].Text += w.Text
			continue
		}
		if w.Tag == "nr" {
			cut := false
			for _, c := range courtesies {
				if head, ok := strings.CutSuffix(w.Text, c); ok && utf8.RuneCountInString(head) == 1 && head != "老" && head != "小" && head != "阿" && head != "大" {
					out = append(out, Word{head, "nr"}, Word{c, "n"})
					cut = true
					break
				}
			}
			if cut {
				continue
			}
		}
		if head, ok := strings.CutSuffix(w.Text, "成"); ok && w.Tag == "m" && head != "" && strings.Trim(head, hanNumerals+"0123456789") == "" {
			out = append(out, Word{head, "m"}, Word{"成", "q"})
			continue
		}
		out = append(out, w)
	}
	return out
}

// oneWord returns the tag of two words that the standard has as one, or nothing: 一个, 这次, 每月, 队员们, 9月份.
func oneWord(a, b Word) string {
	switch {
	case a.Tag == "n" && b.Tag == "k" && (b.Text == "们" || b.Text == "們"):
		return "n"
	case a.Text == "一" && b.Tag == "q" && (b.Text == "个" || b.Text == "個"):
		return "m"
	case a.Tag == "t" && b.Text == "份" && strings.HasSuffix(a.Text, "月"):
		return "t"
	case a.Tag == "r" && strings.Contains("这這那", a.Text) && b.Tag == "q" && strings.Contains("个個次种種天", b.Text),
		a.Text == "每" && (b.Tag == "q" || b.Tag == "n") && strings.Contains("天周週月年", b.Text):
		return "r"
	}
	return ""
}

// clock reports whether w makes a time with the numeral before it: an hour, or a quarter of the year.
func clock(before []Word, w Word) bool {
	numeral := before[len(before)-1].Text
	switch w.Text {
	case "时", "時":
		return isHour(numeral)
	case "点", "點", "点钟", "點鐘":
		return isHour(numeral) && (w.Text != "点" && w.Text != "點" || len(before) > 1 && before[len(before)-2].Tag == "t")
	case "季度":
		return utf8.RuneCountInString(numeral) == 1 && strings.Contains("一二三四1234", numeral)
	}
	return false
}

func isHour(s string) bool {
	return s != "" && strings.Trim(s, "一二三四五六七八九十两兩零") == "" && s != "一" || isNumber(s) && len(s) <= 2
}

func firstRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

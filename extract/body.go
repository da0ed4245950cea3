package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/xinwen-go/xinwen/text"
)

// block is one paragraph of a page: a run of text between two block elements or line breaks.
type block struct {
	text   string
	chars  int // runes of text
	linked int // of them inside links
	parent *html.Node
	index  int
}

// skipped elements never hold article text.
var skipped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Nav: true, atom.Footer: true, atom.Aside: true,
	atom.Select: true, atom.Textarea: true, atom.Button: true, atom.Iframe: true, atom.Object: true, atom.Svg: true, atom.Figcaption: true,
}

// inline elements do not end a paragraph.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Span: true, atom.Strong: true, atom.B: true, atom.Em: true, atom.I: true, atom.U: true, atom.Font: true, atom.Sub: true, atom.Sup: true,
	atom.Small: true, atom.Big: true, atom.Label: true, atom.Img: true, atom.S: true, atom.Del: true, atom.Ins: true, atom.Mark: true, atom.Code: true, atom.Abbr: true,
	atom.Q: true, atom.Cite: true, atom.Time: true, atom.Wbr: true, atom.Ruby: true, atom.Data: true, atom.Bdi: true, atom.Bdo: true,
}

// blocksOf splits a page into paragraphs, in order.
func blocksOf(root *html.Node) []*block {
	s := splitter{}
	s.walk(root, false)
	s.end(root)
	return s.blocks
}

type splitter struct {
	blocks []*block
	buf    strings.Builder
	linked int
	parent *html.Node
}

func (s *splitter) walk(n *html.Node, inLink bool) {
	switch n.Type {
	case html.TextNode:
		before := s.buf.Len()
		for _, f := range strings.Fields(n.Data) {
			if s.buf.Len() > before || before > 0 && startsBlank(n.Data) {
				s.buf.WriteByte(' ')
			}
			s.buf.WriteString(f)
			if s.parent == nil {
				s.parent = container(n)
			}
		}
		if inLink {
			s.linked += utf8.RuneCountInString(strings.TrimSpace(n.Data))
		}
		return
	case html.ElementNode:
		if skipped[n.DataAtom] || hidden(n) {
			return
		}
		isBlock := !inline[n.DataAtom]
		if isBlock {
			s.end(n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			s.walk(c, inLink || n.DataAtom == atom.A)
		}
		if isBlock {
			s.end(n)
		}
		return
	case html.DocumentNode:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			s.walk(c, inLink)
		}
	}
}

func startsBlank(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == ' ' || r == '\u3000' || r == '\u00A0' || r == '\t'
}

// container is the nearest block element around n.
func container(n *html.Node) *html.Node {
	for n = n.Parent; n != nil && n.Type == html.ElementNode && inline[n.DataAtom]; {
		n = n.Parent
	}
	return n
}

func (s *splitter) end(*html.Node) {
	if t := strings.TrimSpace(s.buf.String()); t != "" {
		s.blocks = append(s.blocks, &block{text: t, chars: utf8.RuneCountInString(t), linked: s.linked, parent: s.parent, index: len(s.blocks)})
	}
	s.buf.Reset()
	s.linked, s.parent = 0, nil
}

// hidden reports whether an element is not shown.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "style" {
			v := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(v, "display:none") {
				return true
			}
		}
	}
	return false
}

// articleBlocks picks the blocks of the article. Each paragraph gives points for its unlinked characters and punctuation to
// the elements around it; the element with the most points, weighted against the links it holds, is the article.
func articleBlocks(blocks []*block) []*block {
	points := map[*html.Node]float64{}
	for _, b := range blocks {
		p := b.points()
		if p <= 0 {
			continue
		}
		share := 1.0
		for n, depth := b.parent, 0; n != nil && n.Type == html.ElementNode && depth < 4; n, depth = n.Parent, depth+1 {
			points[n] += p * share
			share *= 0.75
		}
	}
	var best *html.Node
	for _, b := range blocks { // in order of the page, so that ties are decided the same way each time
		for n, depth := b.parent, 0; n != nil && depth < 4; n, depth = n.Parent, depth+1 {
			if points[n] > 0 && (best == nil || points[n] > points[best]) {
				best = n
			}
		}
	}
	if best == nil {
		return nil
	}
	var out []*block
	for _, b := range blocks {
		if inside(b.parent, best) && !b.boilerplate() {
			out = append(out, b)
		}
	}
	return out
}

// points are what a paragraph says for its surroundings being the article.
func (b *block) points() float64 {
	own := b.chars - b.linked
	if own < 10 || b.linked*2 > b.chars {
		return 0
	}
	marks := 0
	for _, r := range b.text {
		switch r {
		case '，', '。', '、', '；', '：', '！', '？', '“', '「':
			marks++
		}
	}
	return float64(own)*min(1, float64(marks+1)/4) + 10*float64(marks)
}

func (b *block) boilerplate() bool {
	if b.linked*10 > b.chars*7 {
		return true
	}
	f := text.FoldString(b.text)
	if b.chars < 60 {
		for _, w := range []string{"分享到", "上一篇", "下一篇", "字号", "打印", "相关新闻", "相关阅读", "延伸阅读", "推荐阅读", "扫一扫", "版权所有", "关闭窗口", "返回顶部", "热点新闻", "当前位置"} {
			if strings.Contains(f, w) {
				return true
			}
		}
	}
	return false
}

func inside(n, ancestor *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == ancestor {
			return true
		}
	}
	return false
}

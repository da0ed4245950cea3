package extract

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// marry finds the texts under pictures that the element they share shows to be such: a line that is all the text of a paragraph with a
// picture, and two lines of which the second says who took it.
func (s *scan) marry() {
	for _, p := range s.pictures {
		if p.inside || p.line >= len(s.lines) {
			continue
		}
		l := s.lines[p.line]
		if l.pictured && l.block.DataAtom == atom.P && blockAround(p.node) == l.block && (p.line+1 == len(s.lines) || s.lines[p.line+1].block != l.block) {
			l.alone = true
		}
	}
	for i, l := range s.lines[:max(0, len(s.lines)-1)] {
		if next := s.lines[i+1]; l.pictured && next.block == l.block && l.chars <= longestCaption && next.chars <= longestCaption && creditsPicture(next.folded) {
			l.caption, next.caption = true, true
		}
	}
}

// spare takes the lines of an element that names itself a tool of the page, but holds most of its text, for what they are.
func (s *scan) spare() {
	const least = 150 // points
	var inside map[*html.Node]float64
	rest := 0.0
	for _, l := range s.lines {
		if l.tools != nil && !l.junk {
			if inside == nil {
				inside = map[*html.Node]float64{}
			}
			inside[l.tools] += l.weigh()
		} else {
			rest += l.points
		}
	}
	for _, l := range s.lines {
		if l.tools == nil {
			continue
		}
		if w := inside[l.tools]; l.junk || w < max(least, rest) {
			l.junk, l.points = true, 0
		}
	}
}

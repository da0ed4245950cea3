package extract

import (
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// headlines reads what newspapers set around the title: the lead-in (引题) in the line above it and the subtitle (副题) in the lines
// between it and the line of time or authors, which few pages name. Both are short, unlinked and no sentences.
func (s *scan) headlines(a *Article, r region) {
	_, at := s.headStart(a.Title, r)
	if at < 0 || a.Origins.Title.From != FromHeading {
		return
	}
	title := s.lines[at]
	if at > 0 {
		l := s.lines[at-1]
		switch {
		case headline(l) && (l.block.Parent == title.block.Parent || l.block == title.block):
			a.LeadIn, a.Origins.LeadIn = l.text, Origin{FromPlace, 0.7}
		case l.heading && title.heading && l.block.Parent == title.block.Parent && l.chars >= 4 && plainLine(l):
			a.LeadIn, a.Origins.LeadIn = l.text, Origin{FromPlace, 0.7}
		case headline(l) && l.centred && title.centred && (l.chars >= 8 || l.block.Parent.Parent == title.block.Parent.Parent):
			a.LeadIn, a.Origins.LeadIn = l.text, Origin{FromPlace, 0.5}
		}
	}
	for i := at + 1; i < len(s.lines) && i <= at+3; i++ {
		l := s.lines[i]
		if isInfo(l) || dated(l) || l.chars <= 4 && looksLikeName([]rune(squash(l.folded))) || a.namesAuthor(l) { // what stands before them is surely no part of the text
			for _, l := range s.lines[at+1 : i] {
				a.Subtitles = append(a.Subtitles, l.text)
				a.Origins.Subtitles = Origin{FromPlace, 0.7}
			}
			return
		}
		if !headline(l) || i >= r.first {
			return
		}
	}
}

// namesAuthor reports whether a short line holds the name of an author.
func (a *Article) namesAuthor(l *line) bool {
	return l.chars <= 30 && slices.ContainsFunc(a.Authors, func(name string) bool { return strings.Contains(l.text, name) })
}

// headline reports whether a line may be one beside the title.
func headline(l *line) bool {
	return l.chars >= 6 && l.chars <= 50 && plainLine(l)
}

// plainLine reports whether a line is text in Chinese, neither linked nor a sentence nor furniture.
func plainLine(l *line) bool {
	if l.ends > 0 || l.linked > 0 || l.junk || l.item || l.caption || strings.ContainsAny(l.folded, ">»›") || isInfo(l) || dated(l) {
		return false
	}
	for _, c := range l.folded {
		if text.IsHan(c) {
			return true
		}
	}
	return false
}

// dated reports whether a line holds a date.
func dated(l *line) bool {
	_, _, _, ok := findMoment([]rune(l.folded))
	return ok
}

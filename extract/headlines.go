package extract

// headlines reads what newspapers set around the title: the lead-in (引题) in the line above it and the subtitle (副题) in the lines
// between it and the line of time, which no page names. Both are short, unlinked and no sentences.
func (s *scan) headlines(a *Article, r region) {
	_, at := s.headStart(a.Title, r)
	if at < 0 || a.Origins.Title.From != FromHeading {
		return
	}
	if at > 0 {
		if l := s.lines[at-1]; headline(l) && (l.block.Parent == s.lines[at].block.Parent || l.block == s.lines[at].block) {
			a.LeadIn = l.text
		}
	}
	for i := at + 1; i < len(s.lines) && i <= at+3; i++ {
		l := s.lines[i]
		if isInfo(l) || dated(l) { // only what stands before the line of time is surely no part of the text
			for _, l := range s.lines[at+1 : i] {
				a.Subtitles = append(a.Subtitles, l.text)
			}
			return
		}
		if !headline(l) || i >= r.first {
			return
		}
	}
}

// headline reports whether a line may be one beside the title.
func headline(l *line) bool {
	return l.chars >= 6 && l.chars <= 50 && l.ends == 0 && l.linked == 0 && !l.junk && !l.item && !l.caption && !isInfo(l) && !dated(l)
}

// dated reports whether a line holds a date.
func dated(l *line) bool {
	_, _, _, ok := findMoment([]rune(l.folded))
	return ok
}

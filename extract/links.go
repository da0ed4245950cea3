package extract

import "strings"

// Link is one entry of a list page.
type Link struct {
	Title string
	URL   string
	Date  Moment // that stands beside it or that its address names; zero where there is none
}

// Links reads the entries of a list page, for those who follow them: links whose text is as long as a headline, in the order of
// the page and each address once. It fails as Extract does, but for ErrNoText.
func (x *Extractor) Links(page []byte, p Page) ([]Link, error) {
	root, _, _, err := x.open(page, p)
	if err != nil {
		return nil, err
	}
	const shortest = 8 // runes of a headline
	s := scanPage(root, false, true)
	var out []Link
	at := map[string]int{}
	for _, l := range s.links {
		if l.line < 0 || l.line >= len(s.lines) {
			continue
		}
		address := resolve(p.URL, s.base, l.href)
		title := clean(l.text)
		if address == "" || len([]rune(title)) < shortest || boilerplate.in(foldString(title)) {
			continue
		}
		if k, ok := at[address]; ok {
			if len(title) > len(out[k].Title) {
				out[k].Title = title
			}
			continue
		}
		e := Link{Title: title, URL: address}
		if m, _, _, ok := findMoment([]rune(s.lines[l.line].folded)); ok {
			e.Date = m
		} else if l.line+1 < len(s.lines) && s.lines[l.line+1].linked == 0 && s.lines[l.line+1].chars <= 20 {
			e.Date, _, _, _ = findMoment([]rune(s.lines[l.line+1].folded))
		}
		if e.Date.Time.IsZero() {
			e.Date = urlDate(address)
		}
		at[address] = len(out)
		out = append(out, e)
	}
	return out, nil
}

// originalTitle is what 原标题 introduces in one of the lines, without brackets around it.
func originalTitle(lines []*line) string {
	for _, l := range lines {
		i := strings.Index(l.folded, "原标题:")
		if i < 0 || l.chars > 120 {
			continue
		}
		n := len([]rune(l.folded[:i])) + len([]rune("原标题:"))
		t := []rune(l.text)[n:]
		return strings.Trim(string(t), " 　()（）[]【】")
	}
	return ""
}

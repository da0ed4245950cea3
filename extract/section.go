package extract

import "strings"

// section is the channel that the line of links above an article leads to: 财经 in 首页 > 新闻 > 财经 > 正文.
func (s *scan) section(r region, title string) string {
	const longestLine, longest = 80, 10
	for i := min(r.first, len(s.lines)) - 1; i >= 0; i-- {
		l := s.lines[i]
		if l.chars > longestLine || l.linked == 0 {
			continue
		}
		steps := breadcrumbs(l)
		if len(steps) < 2 {
			continue
		}
		for k := len(steps) - 1; k > 0; k-- {
			step := strings.TrimRight(strings.TrimSuffix(steps[k], " 正文"), " -|")
			f := foldString(step)
			if n := len([]rune(f)); n >= 2 && n <= longest && !pageSteps[f] && !sameTitle(step, title) {
				return step
			}
		}
	}
	return ""
}

// pageSteps are what the last step of breadcrumbs may be called.
var pageSteps = map[string]bool{"正文": true, "内容": true, "文章": true, "浏览": true, "阅读": true, "详细": true, "详情": true, "新闻正文": true, "正文页": true, "正文内容": true, "文章正文": true, "文章内容": true, "新闻详情": true, "内容页": true, "查看": true, "首页": true, "全文": true, "本页": true, "当前页": true, "内文": true}

// breadcrumbs are the steps of a line of links that lead from the front page on, nil for another line.
func breadcrumbs(l *line) (steps []string) {
	src, f := []rune(l.text), []rune(l.folded)
	from := 0
	for i, c := range append(f, '>') {
		switch c {
		case ':': // 您的位置:
			from, steps = i+1, nil
		case '>', '»', '›', '→':
			if step := strings.TrimSpace(string(src[from:i])); step != "" {
				steps = append(steps, step)
			}
			from = i + 1
		}
	}
	return steps
}

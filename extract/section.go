package extract

import "strings"

// address fills in the canonical address: what the page declares, or else what the caller said.
func (s *scan) address(a *Article, p Page) {
	for _, c := range []struct {
		href   string
		origin Origin
	}{{s.canonical, Origin{FromLink, 0.95}}, {s.meta["og:url"], Origin{FromMeta, 0.85}}} {
		if u := resolve(p.URL, s.base, c.href); strings.HasPrefix(u, "http") && strings.Count(strings.TrimRight(u, "/"), "/") > 2 { // not the front page
			a.URL, a.Origins.URL = u, c.origin
			return
		}
	}
	if p.URL != "" {
		a.URL, a.Origins.URL = p.URL, Origin{FromGiven, 1}
	}
}

// topics fills in section, keywords and original title; around are the lines of the region that are no body.
func (s *scan) topics(a *Article, r region, around []*line) {
	for _, c := range []struct {
		value  string
		origin Origin
	}{{s.meta["article:section"], Origin{FromMeta, 0.9}}, {s.section(r, a.Title), Origin{FromPlace, 0.6}}, {s.filed(r), Origin{FromLabel, 0.8}}, {s.jsonLD.str("articleSection"), Origin{FromData, 0.8}}} {
		if c.value != "" {
			a.Section, a.Origins.Section = c.value, c.origin
			break
		}
	}
	for _, key := range []string{"keywords", "news_keywords", "article:tag"} {
		a.Keywords = strings.FieldsFunc(s.meta[key], func(r rune) bool { return strings.ContainsRune(",，;；、| \u3000", r) })
		if len(a.Keywords) > 0 {
			a.Origins.Keywords = Origin{FromMeta, 0.8}
			break
		}
	}
	if a.OriginalTitle = originalTitle(around); a.OriginalTitle != "" {
		a.Origins.OriginalTitle = Origin{FromLabel, 0.95}
	}
}

// filed is what a line near the article names its section, 分类: 观察.
func (s *scan) filed(r region) string {
	const longest = 10
	for _, l := range s.lines[max(0, r.first-headReach):min(len(s.lines), r.last+tailReach)] {
		for _, label := range []string{"分类:", "栏目:", "所属栏目:", "频道:"} {
			if !strings.HasPrefix(l.folded, label) {
				continue
			}
			n := len([]rune(label))
			value, _, _ := strings.Cut(strings.TrimSpace(string([]rune(l.text)[n:])), " ")
			for _, end := range []string{"标签", "　", "|", "标籤"} {
				value, _, _ = strings.Cut(value, end)
			}
			if k := len([]rune(value)); k >= 2 && k <= longest {
				return value
			}
		}
	}
	return ""
}

// section is the channel that the line of links above an article leads to: 财经 in 首页 > 新闻 > 财经 > 正文.
func (s *scan) section(r region, title string) string {
	const longestLine, longest = 80, 10
	for i := min(r.first, len(s.lines)) - 1; i >= 0; i-- {
		l := s.lines[i]
		if l.chars > longestLine || l.linked == 0 {
			continue
		}
		steps := breadcrumbs(l, ">»›→")
		if len(steps) < 2 && (strings.Contains(l.folded, "位置:") || strings.HasPrefix(l.folded, "首页")) {
			steps = breadcrumbs(l, "/-—_|")
		}
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
var pageSteps = map[string]bool{"正文": true, "内容": true, "文章": true, "浏览": true, "阅读": true, "详细": true, "详情": true, "新闻正文": true, "正文页": true, "正文内容": true, "文章正文": true, "文章内容": true, "新闻详情": true, "内容页": true, "查看": true, "查看内容": true, "首页": true, "全文": true, "本页": true, "当前页": true, "内文": true}

// breadcrumbs are the steps of a line of links that lead from the front page on, with one of seps between them, nil for another
// line.
func breadcrumbs(l *line, seps string) (steps []string) {
	src, f := []rune(l.text), []rune(l.folded)
	from := 0
	for i := range len(f) + 1 {
		switch {
		case i < len(f) && f[i] == ':': // 您的位置:
			from, steps = i+1, nil
		case i == len(f) || strings.ContainsRune(seps, f[i]):
			if step := strings.TrimSpace(string(src[from:i])); step != "" {
				steps = append(steps, step)
			}
			from = i + 1
		}
	}
	return steps
}

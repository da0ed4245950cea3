package numbers

import (
	"github.com/xinwen-go/xinwen/internal/trie"
	"github.com/xinwen-go/xinwen/text"
)

// readTimes appends the time expressions of a text to dst, in order and without overlaps.
func readTimes(dst []Time, t *text.Text, h *home) []Time {
	s := timeReader{f: t.Folded(), v: timeVocabulary(), home: h}
	if p := h.ctx.Published; !p.IsZero() {
		s.hasRef = true
		s.refAnchor = Reference
		s.ref = moment{year: p.Year(), month: int(p.Month()), day: p.Day(), hour: p.Hour(), minute: p.Minute(), second: p.Second(), prec: bySecond}
	}
	for i := 0; i < len(s.f); {
		r := s.f[i]
		if !s.v.starts.has(r) {
			i++
			continue
		}
		switch r {
		case '。', '!', '?':
			s.sentence++
			i++
			continue
		case '\n':
			s.sentence++
			s.paragraph++
			i++
			continue
		}
		e, ok := s.expression(i)
		if !ok {
			i = max(s.skip(i), e.j)
			continue
		}
		dst = append(dst, e.time(t))
		s.remember(e)
		s.dateLine(&e)
		i = e.j
	}
	return dst
}

// timeReader reads the times of one text from left to right.
type timeReader struct {
	f         []rune
	v         *vocabulary
	ref       moment // the time of publication
	hasRef    bool
	refAnchor Anchor // Reference, or InText where the date line of the text is all there is

	home                *home
	republic            bool // a year of the Republic of China has been read
	sentence, paragraph int  // counted up while reading
	lastYear, lastMonth remembered
	lastDay, lastPeriod remembered
	lastHoliday         remembered // all of its days
}

// remembered is a time of the text that later ones may be anchored on.
type remembered struct {
	interval
	anchor              Anchor
	sentence, paragraph int
	end                 int // the rune after it
	set                 bool
	frame               bool // it opens a clause and so frames what follows: 2019年,公司…,10月…
	yearSaid            bool // its own words say its year
	planned             bool // it is a day of this or a coming week: 本周六
	compared            bool // it is what something is compared with: 较2019年
}

// ranged reports whether the time has two ends.
func (r *remembered) ranged() bool { return r.from != r.to }

// near reports whether the time stands in this paragraph or the one before.
func (s *timeReader) near(r *remembered) bool { return r.set && s.paragraph-r.paragraph <= 1 }

// framing returns the time if it frames what follows in the same sentence.
func (s *timeReader) framing(r *remembered) bool {
	return r.set && r.sentence == s.sentence && r.frame && !r.compared
}

// listed reports whether the time, with a year, stands just before rune i, joined to it in a list.
func (s *timeReader) listed(r *remembered, i int) bool {
	return r.set && r.yearSaid && r.end+1 == i && oneOf(s.f[r.end], "、和及与或,")
}

func (s *timeReader) remember(e expr) {
	if e.kind == TimeRecurring || e.kind == TimeDuration || e.point.same || e.from.noDay || e.from.noMonth {
		return
	}
	prev := runeAt(s.f, e.i-1)
	r := remembered{
		interval: e.interval, anchor: e.anchor, sentence: s.sentence, paragraph: s.paragraph, end: e.j, set: true,
		frame:    e.i == 0 || oneOf(prev, ",。;:!?\n ()、”“在") || !isHan(prev) && !isLetter(prev),
		yearSaid: e.point.yearBase != 0,
		planned:  e.point.weekday != 0 && e.point.weekBase == baseRef && e.point.week >= 0,
		compared: oneOf(prev, "较比与同跟") || prev == '于' && oneOf(runeAt(s.f, e.i-2), "高低优少多早晚快慢大小强弱"),
	}
	if r.openFrom {
		r.from = r.to
	}
	if h := e.point.holiday; h != nil && h.length > 0 && r.from.known() {
		s.lastHoliday = r
		s.lastHoliday.interval = h.days(r.from.year, e.point.joint)
	}
	if !r.from.noYear {
		if !r.compared {
			s.lastPeriod = r
		}
		if r.from.prec >= byYear {
			s.lastYear = r
		}
	}
	if r.from.prec >= byMonth && e.point.finest() >= levelMonth && e.point.firstN == 0 {
		s.lastMonth = r
	}
	if r.from.prec >= byDay && !r.compared {
		s.lastDay = r
	}
}

// dateLine takes the date of a news agency's line (北京2021年4月28日电) for the time of publication where none is given.
func (s *timeReader) dateLine(e *expr) {
	if s.hasRef || e.kind != TimeDate || e.anchor != Absolute || e.from.prec != byDay || e.openFrom || e.openTo {
		return
	}
	for _, w := range [...]string{"电", "讯", "专电", "消息", "报道"} {
		if hasAt(s.f, s.space(e.j), w) {
			s.hasRef, s.ref, s.refAnchor = true, e.from, InText
			return
		}
	}
}

// skip returns where to look next when no expression begins at i: past the whole of a number, so that no part of it is taken
// for a date.
func (s *timeReader) skip(i int) int {
	if !isNumeral(s.f[i]) {
		return i + 1
	}
	if !isDigit(s.f[i]) {
		for i++; i < len(s.f) && isNumeral(s.f[i]) && !isDigit(s.f[i]); i++ {
		}
		return i
	}
	for i++; i < len(s.f); i++ {
		r := s.f[i]
		if !isDigit(r) && !(oneOf(r, ".:/-") && isDigit(runeAt(s.f, i+1))) && !(r == ',' && isThousands(s.f, i+1)) {
			break
		}
	}
	return i
}

// isThousands reports whether a group of three digits stands at rune k: a comma before it separates thousands, and no clauses.
func isThousands(f []rune, k int) bool {
	return isDigit(runeAt(f, k)) && isDigit(runeAt(f, k+1)) && isDigit(runeAt(f, k+2)) && !isDigit(runeAt(f, k+3))
}

// word returns the longest word of the vocabulary at rune i whose surroundings allow it.
func (s *timeReader) word(i int) (w word, end int, ok bool) {
	n := trie.Root
	for k := i; k < len(s.f); k++ {
		next, more := s.v.trie.Next(n, s.f[k])
		if !more {
			break
		}
		n = next
		if v, ends := s.v.trie.Value(n); ends {
			found := s.v.words[v]
			if oneOf(runeAt(s.f, i-1), found.notBefore) || oneOf(runeAt(s.f, k+1), found.notAfter) {
				continue
			}
			w, end, ok = found, k+1, true
		}
	}
	return w, end, ok
}

// hasWord returns the end of a word of the given kind at rune i.
func (s *timeReader) hasWord(i int, kind wordKind) (w word, end int, ok bool) {
	w, end, ok = s.word(i)
	return w, end, ok && w.kind == kind
}

// expr is one time expression: a point or a range with the words around it, resolved.
type expr struct {
	interval
	i, j   int // runes
	point  point
	kind   TimeKind
	grain  string
	anchor Anchor
	ranged bool // it has two ends
	silent bool // no notation says it (每周三)
}

func (e *expr) time(t *text.Text) Time {
	out := Time{Span: t.Span(e.i, e.j), Kind: e.kind, Grain: e.grain, Anchor: e.anchor}
	if e.kind != TimeRecurring {
		out.From, out.To = e.bounds()
	}
	if !e.silent {
		out.EDTF = e.edtf()
	}
	return out
}

// expression reads the time expression that begins at rune i.
func (s *timeReader) expression(i int) (expr, bool) {
	w, end, ok := s.word(i)
	if !ok {
		// Without a word, only figures begin a time, and the few runes that lead to one: 闰四月, 第三季度, 晚8点.
		r := s.f[i]
		switch {
		case isNumeral(r):
			n := readDateNumber(s.f, i)
			next := runeAt(s.f, n.end)
			if n.digits != 8 && !s.v.units.has(next) || next == '.' && n.digits != 4 && n.digits != 8 {
				return expr{}, false
			}
		case runeAt(s.f, i+1) == '(', r == '半', r == '元', r == '闰', r == 'q':
		case (r == '今' || r == '明') && runeAt(s.f, i+1) == '起': // 今起
		case !isNumeral(runeAt(s.f, i+1)) || !oneOf(r, "第前头首晚早晨"):
			return expr{}, false
		}
	} else {
		switch w.kind {
		case wordUntil:
			return s.until(i, s.space(end))
		case wordSince:
			return s.since(i, s.space(end), w.n == 1)
		case wordPair, wordDays:
			if s.hasRef {
				return s.suffixed(s.pair(i, end, w), false)
			}
			return expr{}, false
		case wordTerm:
			if e, ok := s.term(i, end, w); ok {
				return s.suffixed(e, false)
			}
			return expr{}, false
		case wordMatch:
			if e, ok := s.match(i, end, w); ok {
				return s.suffixed(e, false)
			}
			return expr{}, false
		case wordWhole:
			return s.wholeHoliday(i, end)
		case wordEnter:
			return s.entered(i, end, w)
		case wordWindow:
			if e, ok := s.window(i, end, w.n); ok {
				return e, true
			}
		}
	}
	if e, ok := s.ago(i); ok {
		return e, true
	}
	e, ok := s.span(i)
	if !ok {
		return e, false
	}
	return s.suffixed(e, false)
}

// pair is the years or days that a word such as 今明两年 names together.
func (s *timeReader) pair(i, end int, w word) expr {
	e := expr{i: i, j: end, kind: TimePeriod, anchor: s.refAnchor, ranged: true}
	e.point.decade = -1
	if w.kind == wordPair {
		e.grain, e.interval = "year", years(s.ref.year+w.n, s.ref.year+w.m)
		return e
	}
	today := dayNumber(s.ref.year, s.ref.month, s.ref.day)
	e.grain, e.interval = "day", interval{from: onDay(today + w.n), to: onDay(today + w.m)}
	return e
}

// until reads what follows 截至: everything up to the end of a time.
func (s *timeReader) until(i, k int) (expr, bool) {
	for _, w := range [...]string{"北京时间", "当地时间", "美东时间", "美国东部时间", "格林尼治时间"} {
		if hasAt(s.f, k, w) {
			k += runeLen(w)
			break
		}
	}
	e, ok := s.span(k)
	if !ok || e.openFrom || e.openTo || e.kind == TimeRecurring {
		return e, false
	}
	e.i = i
	e.openFrom, e.kind = true, TimePeriod
	switch {
	case hasAt(s.f, e.j, "为止"):
		e.j += 2
	case hasAt(s.f, e.j, "止"):
		e.j++
		s.endedPeriod(&e)
	}
	return e, true
}

// endedPeriod reads the length of a business period that ends with the day of e: 截至2025年12月31日止年度, 止六个月.
func (s *timeReader) endedPeriod(e *expr) {
	if e.to.prec != byDay || !e.to.known() {
		return
	}
	n, end := 12, 0
	for _, w := range [...]string{"财政年度", "年度", "全年"} {
		if hasAt(s.f, e.j, w) {
			end = e.j + len([]rune(w))
			break
		}
	}
	if l, ok := s.length(e.j); ok && l.unit == byMonth && l.above == 0 && !l.half && l.n <= 24 {
		n, end = l.n, l.end
	}
	if end == 0 {
		return
	}
	day := dayNumber(e.to.year, e.to.month, e.to.day)
	y, m, d := dateOf(day + 1)
	y, m = addMonths(y, m, -n)
	e.openFrom, e.j = false, end
	e.from = moment{year: y, month: m, day: min(d, monthDays(y, m)), prec: byDay}
}

// since reads what follows 自 or 从: with 以来, 起, 至今 after the time it is one open stretch, otherwise 自 stays outside.
func (s *timeReader) since(i, k int, from bool) (expr, bool) {
	e, ok := s.span(k)
	if !ok {
		j := e.j
		if e, ok = s.ago(k); !ok {
			return expr{j: j}, false
		}
		return e, true
	}
	if e.kind == TimeRecurring {
		return e, true
	}
	e, ok = s.suffixed(e, true)
	if ok && !e.openFrom && !e.openTo && !e.ranged {
		if end := s.sinceEvent(e.j); end > 0 {
			e.j = end
			e.open()
		}
	}
	if ok && e.openTo {
		e.i = i
	} else if e.ranged && hasAt(s.f, e.j, "止") {
		e.j++
	}
	return e, ok
}

// sinceEvent returns the end of 以来 after an event of few words that stands between a time and it (自2016年结对以来), 0 where
// none does.
func (s *timeReader) sinceEvent(k int) int {
	const reach = 14
	for i := k; i < k+reach && i < len(s.f); i++ {
		switch {
		case hasAt(s.f, i, "以来"):
			return i + 2
		case !isHan(s.f[i]) || isNumeral(s.f[i]) && !oneOf(s.f[i], "一两"), hasAt(s.f, i, "开始"), hasAt(s.f, i, "至今"):
			return 0
		}
	}
	return 0
}

// suffixed reads the words after a time that open it, soften it or are part of it.
func (s *timeReader) suffixed(e expr, since bool) (expr, bool) {
	f := s.f
	if e.kind == TimeRecurring {
		return e, true
	}
	if e.point.plan > 0 && !e.ranged {
		if !planned(f, e.j) {
			return e, false
		}
		switch f[e.j] {
		case '末':
			e.from, e.j = e.to, e.j+1
		case '初':
			e.to, e.j = e.from, e.j+1
			if runeAt(f, e.j) == '期' {
				e.j++
			}
		}
	}
	if p := &e.point; !e.ranged && p.finest() == levelDay && (p.weekBase == 0 || p.weekday != 0) && (hasAt(f, e.j, "当天") || hasAt(f, e.j, "当日")) && !s.partAt(e.j+2) {
		e.j += 2 // 10月3日当天
	}
	switch r := runeAt(f, e.j); {
	case hasAt(f, e.j, "期间"), hasAt(f, e.j, "时期"), e.point.holiday != nil && s.travel(e.j):
		if e.j += 2; f[e.j-1] != '间' && f[e.j-1] != '期' {
			e.j += 2
		}
		if h := e.point.holiday; h != nil && h.length > 0 && e.from == e.to && e.from.known() && e.from.prec == byDay {
			e.interval = h.days(e.from.year, e.point.joint)
		}
		e.kind = TimePeriod
	case e.ranged && r == '间' && runeAt(f, e.j-1) == '年' && !oneOf(runeAt(f, e.j+1), "隔接谍"):
		e.j++
	case r == '内' && e.point.finest() == levelYear && !oneOf(runeAt(f, e.j+1), "容部外地"):
		e.j++
	}
	switch r, next := runeAt(f, e.j), runeAt(f, e.j+1); {
	case hasAt(f, e.j, "以来"):
		e.j += 2
		e.open()
	case hasAt(f, e.j, "至今"), hasAt(f, e.j, "迄今"):
		e.j += 2
		e.open()
	case hasAt(f, e.j, "起至今"), hasAt(f, e.j, "到现在"), hasAt(f, e.j, "至目前"), hasAt(f, e.j, "到目前"):
		e.j += 3
		e.open()
	case r == '起' && !oneOf(next, "来点义诉床草飞步伏码重源初跑火落吊立价"):
		e.j++
		e.open()
	case since && hasAt(f, e.j, "开始"):
		e.j += 2
		e.open()
	case hasAt(f, e.j, "前后"), hasAt(f, e.j, "左右"):
		e.j += 2
		if e.from == e.to {
			e.from.approx, e.to.approx = true, true
		}
	case e.ranged:
	case hasAt(f, e.j, "之前"), hasAt(f, e.j, "以前"):
		e.j += 2
		e.openFrom, e.kind = true, TimePeriod
	case hasAt(f, e.j, "之后"), hasAt(f, e.j, "以后"):
		e.j += 2
		e.open()
	case r == '前' && !isNumeral(next) && !oneOf(next, "总主首书市省县部局副任国队夫妻男女往来去沿景期线锋卫列台途程提所身些方面端夕述半锦不置董几两一排掌门外中美英法德日苏南北院校议会员工成世"):
		e.j++
		e.openFrom, e.kind = true, TimePeriod
	case r == '后' && !isNumeral(next) && !oneOf(next, "者续来人面台半期果天年卫悔备勤援代世裔市场盾防方院端边几两腰患遗"):
		e.j++
		e.open()
	}
	return e, true
}

// open makes the time a stretch from its first moment on.
func (e *expr) open() {
	e.openTo, e.kind = true, TimePeriod
	e.from.approx = false
}

// space skips one space, as some newspapers set between figures and characters.
func (s *timeReader) space(k int) int {
	if runeAt(s.f, k) == ' ' {
		return k + 1
	}
	return k
}

// span reads a point or a range of two points.
func (s *timeReader) span(i int) (expr, bool) {
	if e, ok := s.school(i); ok {
		return e, true
	}
	p, ok := s.point(i, i, nil)
	if !ok {
		return expr{}, false
	}
	e := expr{i: i, j: p.j, point: p}
	if c, ok := s.connector(&p); ok {
		if q, ok := s.point(c, i, &p); ok && q.coarsest() <= p.finest() && q.every == 0 {
			if s.resolveRange(&e, &p, &q) {
				e.j, e.ranged = q.j, true
				return e, true
			}
		}
	}
	if p.shared > 0 || !s.resolvePoint(&e, &p) {
		return expr{j: p.j}, false // no part of it is a time either: 2月30日, 同年8月 without a year before
	}
	return e, true
}

// connector returns where the second point of a range begins.
func (s *timeReader) connector(p *point) (int, bool) {
	if p.shared > 0 {
		return p.shared, true
	}
	return connectorAt(s.f, p.j)
}

// connectorAt skips a word or sign that joins the ends of a range.
func connectorAt(f []rune, k int) (int, bool) {
	if runeAt(f, k) == ' ' {
		k++
	}
	switch runeAt(f, k) {
	case '至', '到', '~':
		k++
	case '起':
		if k++; runeAt(f, k) != '至' && runeAt(f, k) != '到' {
			return 0, false
		}
		k++
	case '-', '—', '–':
		k++
		if r := runeAt(f, k); r == '-' || r == '—' {
			k++
		}
	default:
		return 0, false
	}
	if runeAt(f, k) == ' ' {
		k++
	}
	return k, true
}

package numbers

// level orders the parts of a time from coarse to fine.
type level uint8

const (
	levelNone level = iota
	levelCentury
	levelYear
	levelSub // half, quarter, season, end of the year
	levelMonth
	levelThird
	levelDay
	levelClock
)

// point is one point in time as its words say it, not yet resolved. A field is set where its base is, or where it is not
// zero.
type point struct {
	i, j   int // runes
	shared int // where the other end of a range begins that shares this one's unit (4月28至30日); 0 elsewhere

	every precision // recurring: of every year, month, week or day

	centuryBase base
	century     int // number of the century, or offset
	decade      int // years into the century, -1 where not said
	decadeTo    int // the last of decades that are said together; otherwise the same as decade, where there is one
	bc          bool

	yearBase base
	year     int

	plan        int // five-year plan
	phase       int // of the century, decade or year (phaseEnd …)
	half        int
	quarterBase base
	quarter     int
	seasonBase  base
	season      int
	seasonShift int
	firstN      int // the first n months or days of the year or month, the last n where negative
	firstUnit   precision

	monthBase base
	month     int
	monthTo   int // last month of two that are said together (八九月), 0 elsewhere
	lunar     bool
	leap      bool
	third     int

	weekBase base
	week     int
	weekday  int // 8: the weekend
	nth      int // the nth week, weekday or day of a year or month, from the end where negative
	nthUnit  precision

	dayBase base
	day     int
	holiday *holiday
	joint   *holiday // one that is kept together with it: 国庆中秋假期
	long    bool     // all days of the holiday

	part                 int
	clock                precision
	hour, minute, second int

	same bool // 同期: the same stretch as one named before
}

// finest is the finest level that the point says.
func (p *point) finest() level {
	switch {
	case p.clock != 0:
		return levelClock
	case p.dayBase != 0 || p.holiday != nil || p.weekBase != 0 || p.weekday != 0 || p.part != 0 || p.nth != 0 || p.firstUnit == byDay:
		return levelDay
	case p.third != 0:
		return levelThird
	case p.monthBase != 0 || p.firstN != 0 && p.firstUnit == byMonth:
		return levelMonth
	case p.half != 0 || p.quarterBase != 0 || p.seasonBase != 0 || p.firstN != 0 || p.phase != 0 && p.centuryBase == 0:
		return levelSub
	case p.yearBase != 0 || p.plan != 0:
		return levelYear
	case p.centuryBase != 0 || p.decade >= 0:
		return levelCentury
	}
	return levelNone
}

// decades reports whether neighbouring decades are said together.
func (p *point) decades() bool { return p.decade >= 0 && p.decadeTo > p.decade }

// coarsest is the coarsest level that the point says.
func (p *point) coarsest() level {
	switch {
	case p.centuryBase != 0 || p.decade >= 0:
		return levelCentury
	case p.yearBase != 0 || p.plan != 0 || p.dayBase > baseSaid || p.monthBase > baseSaid || p.weekBase > baseSaid || p.quarterBase > baseSaid:
		return levelYear // words such as 今天 need no year
	case p.half != 0 || p.quarterBase != 0 || p.seasonBase != 0 || p.phase != 0 || p.firstN != 0:
		return levelSub
	case p.monthBase != 0:
		return levelMonth
	case p.third != 0:
		return levelThird
	case p.dayBase != 0 || p.holiday != nil || p.weekBase != 0 || p.weekday != 0 || p.nth != 0:
		return levelDay
	case p.part != 0 || p.clock != 0:
		return levelClock
	}
	return levelNone
}

// planned reports whether the name of a five-year plan is used for its years: “十四五”期间, not “十四五”规划.
func planned(f []rune, k int) bool {
	for _, w := range [...]string{"期间", "时期", "以来", "末", "初", "前", "中期", "后期", "以后"} {
		if hasAt(f, k, w) {
			return true
		}
	}
	return false
}

// point reads one point in time at rune i. prev is the first rune of the whole expression, whose surroundings decide whether
// a bare figure is a date; a is the first end where the point is the second of a range.
func (s *timeReader) point(i, prev int, a *point) (point, bool) {
	p := point{i: i, j: i, decade: -1}
	if s.numericDate(&p, prev, a) {
		if p.dayBase != 0 && p.clock == 0 {
			s.clock(&p, prev, a)
		}
		return p, true
	}
	s.everyPart(&p)
	s.glossed(&p)
	s.yearPart(&p, prev)
	if p.shared == 0 && p.centuryBase == 0 && p.decade < 0 && p.plan == 0 {
		s.subYearPart(&p)
	}
	if p.shared == 0 && p.centuryBase == 0 && p.decade < 0 && p.plan == 0 && p.half == 0 && p.quarterBase == 0 && p.seasonBase == 0 && p.phase == 0 && p.firstN == 0 {
		if p.dayBase == 0 && p.monthBase == 0 {
			s.monthPart(&p)
		}
		if p.shared == 0 && p.third == 0 && p.dayBase == 0 {
			s.dayPart(&p, prev, a)
		}
		if p.shared == 0 && p.third == 0 {
			s.clock(&p, prev, a)
		}
	}
	if p.j == i || p.finest() == levelNone {
		return p, false
	}
	if p.every == byDay && p.clock == 0 && (p.part == 0 || p.j-p.i == 2) { // 每天, 每晚
		return p, false
	}
	if p.part != 0 && p.clock == 0 && p.coarsest() == levelClock && p.every == 0 && a == nil {
		return p, false // 下午 alone is no date
	}
	return p, true
}

// glossed reads a word that the newspapers of Taiwan and Hong Kong split to put the figure into it: 去(2025)年, 本(6)月, 昨(14)日.
func (s *timeReader) glossed(p *point) {
	f, k := s.f, p.j
	if runeAt(f, k+1) != '(' {
		return
	}
	n := arabicDateNumber(f, k+2)
	if n.digits == 0 || n.digits > 4 || runeAt(f, n.end) != ')' {
		return
	}
	offset := 0
	switch f[k] {
	case '今', '本', '同':
	case '昨', '去', '上':
		offset = -1
	case '明', '下', '次':
		offset = 1
	case '前':
		offset = -2
	default:
		return
	}
	switch r := runeAt(f, n.end+1); {
	case r == '年' && n.digits == 4:
		p.yearBase, p.year = baseSaid, n.value
	case r == '年' && n.digits == 3:
		p.yearBase, p.year = baseSaid, n.value+1911
	case r == '月' && n.value >= 1 && n.value <= 12:
		p.monthBase, p.month = baseSaid, n.value
		if s.hasRef && offset > -2 {
			p.monthBase, p.month = baseRef, offset
		}
	case oneOf(r, "日天晚早") && n.value >= 1 && n.value <= 31:
		p.dayBase, p.day = baseSaid, n.value
		if s.hasRef {
			p.dayBase, p.day = baseRef, offset
		}
		if r == '晚' {
			p.part = partNight
		}
	default:
		return
	}
	p.j = n.end + 2
}

// glue skips what may stand between two parts of a time: a space, 的.
func (s *timeReader) glue(p *point) int {
	if p.j == p.i {
		return p.j
	}
	switch runeAt(s.f, p.j) {
	case ' ', '的':
		return p.j + 1
	}
	return p.j
}

func (s *timeReader) everyPart(p *point) {
	if w, end, ok := s.hasWord(p.j, wordEach); ok {
		p.every, p.part, p.j = precision(w.n), w.m, end
	}
}

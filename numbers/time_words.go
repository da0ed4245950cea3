package numbers

import (
	"slices"
	"strings"
	"sync"

	"github.com/xinwen-go/xinwen/internal/trie"
)

// wordKind says what a word of the vocabulary does in a time expression.
type wordKind uint8

const (
	wordYear     wordKind = iota + 1 // 去年: n years from base
	wordEra                          // 民国, 公元前: n is the year before its first
	wordHalf                         // 上半年: n
	wordQuarter                      // 首季: n; 上季度: n from base
	wordSeason                       // 春季: the EDTF number n
	wordYearEnd                      // 年底, 年初: a phase n of the year
	wordMonth                        // 上月: n months from base
	wordLunarMon                     // 正月, 腊月: n
	wordThird                        // 上旬, 月底: a phase n of the month
	wordWeek                         // 上周: n weeks from base
	wordWeekday                      // 上周五: weekday m (8 for the weekend) of the week n from base
	wordDay                          // 昨天: n days from base; m is a part of the day (昨晚)
	wordPart                         // 上午: part n
	wordHoliday                      // 中秋: holiday n
	wordWeak                         // 国庆, 五一: a holiday n where something beside it says so
	wordPlan                         // 十四五: five-year plan n
	wordCentury                      // 上世纪: n centuries from base
	wordPair                         // 今明两年: the years n to m from base
	wordDays                         // 今明两天: the days n to m from base
	wordEach                         // 每年: grain n
	wordUntil                        // 截至
	wordSince                        // 自, 从
	wordWindow                       // 过去, 未来: n is -1 or 1, before a length of time
	wordLunar                        // 农历
	wordSame                         // 同期
	wordOrdinal                      // 第
	wordTerm                         // 本学期: n terms from base; m is 1 for a year of school
	wordMatch                        // 本赛季: n seasons of sport from base
	wordWhole                        // 整个假期
	wordEnter                        // 入夏, before 以来 and 后: the EDTF number n
)

// base says what an offset of a word counts from.
type base uint8

const (
	baseNone  base = iota
	baseSaid       // nothing: the value itself is said
	baseRef        // the time of publication
	baseText       // the last date of the text
	baseEvery      // every one of them: 每周三
)

// word is one word of the vocabulary of time expressions. It does not count where the rune before it is one of notBefore
// or the rune after it one of notAfter (网上|月 is no 上月).
type word struct {
	kind      wordKind
	base      base
	n, m      int
	notBefore string
	notAfter  string
}

// Phases of a year or a month.
const (
	phaseFirst    = 1 + iota // 上旬
	phaseSecond              // 中旬
	phaseThird               // 下旬
	phaseBegin               // 年初, 月初
	phaseMiddle              // 年中
	phaseEnd                 // 年底, 月底
	phaseWhole               // 全年, 年内
	phaseEarly               // 上半月
	phaseLate                // 下半月
	phaseFirstTwo            // 上中旬
	phaseLastTwo             // 中下旬
)

// Parts of the day. They add no clock time; they tell how the hour after them is meant.
const (
	partMorning = 1 + iota // 上午, 早上
	partNoon               // 中午
	partAfter              // 下午, 傍晚
	partNight              // 晚上, 夜间
	partSmall              // 凌晨
	partNone               // 白天, 全天
)

// vocabulary is the words of time expressions and the runes that a time expression can begin with.
type vocabulary struct {
	trie   *trie.Trie
	words  []word
	starts runeSet
	units  runeSet // what may follow the figure that a time begins with
}

// runeSet is a set of runes of the basic plane.
type runeSet [1 << 10]uint64

func (s *runeSet) has(r rune) bool {
	return uint32(r) < 1<<16 && s[r>>6]>>(r&63)&1 != 0
}

func (s *runeSet) addRune(r rune) { s[r>>6] |= 1 << (r & 63) }

func (s *runeSet) add(runes string) {
	for _, r := range runes {
		s.addRune(r)
	}
}

type wordList struct {
	names string // separated by spaces
	word  word
}

// afterCount are the runes that make 年底, 年内 count years (三年内).
const afterCount = "半多几数整近余个零一二三四五六七八九十百千两0123456789"

// afterYear are the runes that make a word of their own with 年 (年轻, 年纪), which leaves 今 or 上 alone.
const (
	afterYear     = "轻龄"
	afterLastYear = "级龄薪货会味轻纪画糕"
)

// timeWords are the words written out; week words are made by weekWords and holidays come from their own table.
var timeWords = []wordList{
	{"今年 今年度 现年度", word{wordYear, baseRef, 0, 0, "", afterYear + "级"}},
	{"本年 本年度", word{wordYear, baseRef, 0, 0, "日基资版标文成样书脚剧课根", afterLastYear}},
	{"去年 去年度 昨年", word{wordYear, baseRef, -1, 0, "过失死离", afterYear}},
	{"上年 上年度 上一年 上一年度", word{wordYear, baseRef, -1, 0, "以史马晚身岸世早网线路手地加", afterLastYear + "节"}},
	{"前年", word{wordYear, baseRef, -2, 0, "以之提当目年月日天", afterYear}},
	{"大前年", word{wordYear, baseRef, -3, 0, "", afterYear}},
	{"明年 来年 来年度 下一年 下一年度 下年度 明年度", word{wordYear, baseRef, 1, 0, "光清写注标声指证", afterYear + "月级"}},
	{"后年", word{wordYear, baseRef, 2, 0, "今以之然此最前成产工营用业战", afterYear + "代均"}},
	{"大后年", word{wordYear, baseRef, 3, 0, "", afterYear}},
	{"同年 当年 当年度 该年 同一年 这一年", word{wordYear, baseText, 0, 0, "不相共合隔想", afterYear}},
	{"是年", word{wordYear, baseText, 0, 0, "不相共合隔想别其尤于的只", afterYear + "底初末中内终前后"}},
	{"次年 翌年", word{wordYear, baseText, 1, 0, "每一两三多首再本", afterYear}},
	{"前一年 此前一年", word{wordYear, baseText, -1, 0, "提之目以年月日天", afterYear}},
	{"转年 第二年 后一年", word{wordYear, baseText, 1, 0, "最此今以之", afterYear}},

	{"公元 西元 公历", word{wordEra, baseSaid, 0, 0, "", ""}},
	{"公元前 西元前 纪元前", word{wordEra, baseSaid, 1, 0, "", ""}},
	{"民国", word{wordEra, baseSaid, 1911, 0, "", ""}},
	{"明治", word{wordEra, baseSaid, 1867, 0, "", ""}}, {"大正", word{wordEra, baseSaid, 1911, 0, "", ""}},
	{"昭和", word{wordEra, baseSaid, 1925, 0, "", ""}}, {"平成", word{wordEra, baseSaid, 1988, 0, "", ""}},
	{"令和", word{wordEra, baseSaid, 2018, 0, "", ""}},
	{"贞观", word{wordEra, baseSaid, 626, 0, "", ""}}, {"开元", word{wordEra, baseSaid, 712, 0, "", ""}},
	{"天宝", word{wordEra, baseSaid, 741, 0, "", ""}}, {"洪武", word{wordEra, baseSaid, 1367, 0, "", ""}},
	{"永乐", word{wordEra, baseSaid, 1402, 0, "", ""}}, {"成化", word{wordEra, baseSaid, 1464, 0, "", ""}},
	{"嘉靖", word{wordEra, baseSaid, 1521, 0, "", ""}}, {"万历", word{wordEra, baseSaid, 1572, 0, "", ""}},
	{"崇祯", word{wordEra, baseSaid, 1627, 0, "", ""}}, {"顺治", word{wordEra, baseSaid, 1643, 0, "", ""}},
	{"康熙", word{wordEra, baseSaid, 1661, 0, "", ""}}, {"雍正", word{wordEra, baseSaid, 1722, 0, "", ""}},
	{"干隆", word{wordEra, baseSaid, 1735, 0, "", ""}}, {"嘉庆", word{wordEra, baseSaid, 1795, 0, "", ""}},
	{"道光", word{wordEra, baseSaid, 1820, 0, "", ""}}, {"咸丰", word{wordEra, baseSaid, 1850, 0, "", ""}},
	{"同治", word{wordEra, baseSaid, 1861, 0, "", ""}}, {"光绪", word{wordEra, baseSaid, 1874, 0, "", ""}},
	{"宣统", word{wordEra, baseSaid, 1908, 0, "", ""}},

	{"上半年 前半年", word{wordHalf, baseNone, 1, 0, "", ""}},
	{"下半年 后半年", word{wordHalf, baseNone, 2, 0, "", ""}},
	{"首季 首季度 头季度", word{wordQuarter, baseNone, 1, 0, "", "节"}},
	{"末季", word{wordQuarter, baseNone, 4, 0, "", "节"}},
	{"上季 上季度 上一季度 上个季度 上一个季度", word{wordQuarter, baseRef, -1, 0, "网线", "节军赛"}},
	{"本季 今季 本季度 这个季度 这一季度 当季度", word{wordQuarter, baseRef, 0, 0, "日", "节军赛"}},
	{"下季 下季度 下一季度 下个季度 下一个季度", word{wordQuarter, baseRef, 1, 0, "", "节军赛"}},
	{"下下个季度", word{wordQuarter, baseRef, 2, 0, "", ""}},
	{"上上个季度", word{wordQuarter, baseRef, -2, 0, "", ""}},
	{"春季 春天", word{wordSeason, baseNone, 21, 0, "", ""}}, {"夏季 夏天", word{wordSeason, baseNone, 22, 0, "", ""}},
	{"秋季 秋天", word{wordSeason, baseNone, 23, 0, "", ""}}, {"冬季 冬天", word{wordSeason, baseNone, 24, 0, "", ""}},
	{"今春", word{wordSeason, baseRef, 21, 0, "", ""}}, {"今夏", word{wordSeason, baseRef, 22, 0, "", ""}},
	{"今秋", word{wordSeason, baseRef, 23, 0, "", ""}}, {"今冬", word{wordSeason, baseRef, 24, 0, "", ""}},
	{"去春", word{wordSeason, baseRef, 21, -1, "", ""}}, {"去夏", word{wordSeason, baseRef, 22, -1, "", ""}},
	{"去秋", word{wordSeason, baseRef, 23, -1, "", ""}}, {"去冬", word{wordSeason, baseRef, 24, -1, "", ""}},
	{"明春", word{wordSeason, baseRef, 21, 1, "", ""}},
	{"岁末 年终 年尾", word{wordYearEnd, baseNone, phaseEnd, 2, afterCount, "奖考结总"}},
	{"岁初 年头 伊始", word{wordYearEnd, baseNone, phaseBegin, 2, afterCount, ""}},
	{"年底 年末", word{wordYearEnd, baseNone, phaseEnd, 0, afterCount, "薪端"}},
	{"年初", word{wordYearEnd, baseNone, phaseBegin, 0, afterCount, "级中衷一二三四五六七八九十"}},
	{"年中", word{wordYearEnd, baseNone, phaseMiddle, 0, afterCount + "一", "国"}},
	{"全年", word{wordYearEnd, baseNone, phaseWhole, 0, "健安", "龄级"}},
	{"年内", word{wordYearEnd, baseNone, phaseWhole, 1, afterCount, ""}},

	{"本月 本月份 这个月 这月 本月内", word{wordMonth, baseRef, 0, 0, "日基", "球饼"}},
	{"上月 上月份 上个月 上一月 上一个月 上个月份", word{wordMonth, baseRef, -1, 0, "以网晚早线马", "球饼"}},
	{"上上月 上上个月", word{wordMonth, baseRef, -2, 0, "", "球饼"}},
	{"下月 下月份 下个月 下一月 下一个月 下个月份", word{wordMonth, baseRef, 1, 0, "以当地导况件动励助", "球饼"}},
	{"下下月 下下个月", word{wordMonth, baseRef, 2, 0, "", "球饼"}},
	{"同月 当月 该月 同一月", word{wordMonth, baseText, 0, 0, "不相", "球饼"}},
	{"次月 翌月", word{wordMonth, baseText, 1, 0, "每一两三多首再本", ""}},
	{"前一个月 前一月", word{wordMonth, baseText, -1, 0, "提之目以年月日天", ""}},
	{"正月", word{wordLunarMon, baseNone, 1, 0, "", ""}},
	{"冬月", word{wordLunarMon, baseNone, 11, 0, "", ""}},
	{"腊月", word{wordLunarMon, baseNone, 12, 0, "", ""}},
	{"上旬", word{wordThird, baseNone, phaseFirst, 0, "", ""}},
	{"中旬", word{wordThird, baseNone, phaseSecond, 0, "", ""}},
	{"下旬", word{wordThird, baseNone, phaseThird, 0, "", ""}},
	{"上中旬 中上旬", word{wordThird, baseNone, phaseFirstTwo, 0, "", ""}},
	{"中下旬", word{wordThird, baseNone, phaseLastTwo, 0, "", ""}},
	{"月初", word{wordThird, baseNone, phaseBegin, 0, "个", "一二三四五六七八九十"}},
	{"月底 月末", word{wordThird, baseNone, phaseEnd, 0, "个", ""}},
	{"上半月", word{wordThird, baseNone, phaseEarly, 0, "", ""}},
	{"下半月", word{wordThird, baseNone, phaseLate, 0, "", ""}},

	{"今天 今日 本日 今儿", word{wordDay, baseRef, 0, 0, "如", "头美俄说中资"}},
	{"昨天 昨日", word{wordDay, baseRef, -1, 0, "", "重"}},
	{"明天 明日", word{wordDay, baseRef, 1, 0, "光文黎清", "之黄系"}},
	{"前天 前日", word{wordDay, baseRef, -2, 0, "之以提当目日年月天战", ""}},
	{"后天 后日", word{wordDay, baseRef, 2, 0, "今以之然此最先天午明", "性免培养形的努"}},
	{"大前天", word{wordDay, baseRef, -3, 0, "", ""}}, {"大后天", word{wordDay, baseRef, 3, 0, "", ""}},
	{"大大后天", word{wordDay, baseRef, 4, 0, "", ""}},
	{"今晨 今早", word{wordDay, baseRef, 0, partMorning, "", ""}}, {"今晚 今夜", word{wordDay, baseRef, 0, partNight, "", "报"}},
	{"昨晨", word{wordDay, baseRef, -1, partMorning, "", ""}}, {"昨晚 昨夜", word{wordDay, baseRef, -1, partNight, "", ""}},
	{"明晨 明早", word{wordDay, baseRef, 1, partMorning, "", ""}}, {"明晚", word{wordDay, baseRef, 1, partNight, "", ""}},
	{"昨", word{wordDay, baseRef, -1, 0, "古如当至", "非是儿年"}},
	{"前晚", word{wordDay, baseRef, -2, partNight, "目以之提", ""}},
	{"当天 当日 同日 同一天 该日 是日", word{wordDay, baseText, 0, 0, "不应上正", "而本内"}},
	{"当晚 当夜 同晚", word{wordDay, baseText, 0, partNight, "", ""}},
	{"次日 翌日 隔天 第二天 后一天 转天", word{wordDay, baseText, 1, 0, "每一首两三多再本上最", "本"}},
	{"次晨 翌晨", word{wordDay, baseText, 1, partMorning, "", ""}},
	{"前一天 前一日 前日晚", word{wordDay, baseText, -1, 0, "提之目以年月日", ""}},

	{"上午 早上 早晨 清晨 早间 晨间 拂晓 黎明", word{wordPart, baseNone, partMorning, 0, "", ""}},
	{"中午 正午 午间", word{wordPart, baseNone, partNoon, 0, "", ""}},
	{"下午 午后 傍晚 黄昏", word{wordPart, baseNone, partAfter, 0, "", ""}},
	{"晚上 晚间 夜间 夜里 夜晚 深夜 当晚间 入夜 半夜 午夜 子夜", word{wordPart, baseNone, partNight, 0, "", ""}},
	{"凌晨 后半夜", word{wordPart, baseNone, partSmall, 0, "", ""}},
	{"白天 全天 日间", word{wordPart, baseNone, partNone, 0, "", ""}},

	{"本世纪", word{wordCentury, baseRef, 0, 0, "", ""}},
	{"上世纪 上个世纪", word{wordCentury, baseRef, -1, 0, "", ""}},
	{"下世纪 下个世纪", word{wordCentury, baseRef, 1, 0, "", ""}},

	{"今明两年", word{wordPair, baseRef, 0, 1, "", ""}}, {"去今两年", word{wordPair, baseRef, -1, 0, "", ""}},
	{"今明两天 今明两日 今天明天两天", word{wordDays, baseRef, 0, 1, "", ""}}, {"明后两天 明后天 明后两日", word{wordDays, baseRef, 1, 2, "", ""}},
	{"昨今两天 昨今两日", word{wordDays, baseRef, -1, 0, "", ""}}, {"今明后三天", word{wordDays, baseRef, 0, 2, "", ""}},

	{"每年 每年度", word{wordEach, baseEvery, int(byYear), 0, "", ""}},
	{"每月 每个月", word{wordEach, baseEvery, int(byMonth), 0, "", ""}},
	{"每天 每日", word{wordEach, baseEvery, int(byDay), 0, "", ""}},
	{"每晚", word{wordEach, baseEvery, int(byDay), partNight, "", ""}},
	{"每个工作日 每工作日 工作日", word{wordEach, baseEvery, int(byWeek), 0, "个二三四五六七八九十0123456789", ""}},
	{"每早 每晨", word{wordEach, baseEvery, int(byDay), partMorning, "", ""}},

	{"截至 截止 截止到 截至到 截止至", word{wordUntil, baseNone, 0, 0, "", ""}},
	{"自 自从", word{wordSince, baseNone, 0, 0, "来出各亲独擅源", ""}},
	{"从", word{wordSince, baseNone, 1, 0, "服顺听遵跟随盲", ""}},
	{"过去 过去的 最近 最近的 近 往前 此前 前", word{wordWindow, baseRef, -1, 0, "越不路经已晃附", ""}},
	{"未来 未来的 今后 今后的 接下来 接下来的 将来", word{wordWindow, baseRef, 1, 0, "", ""}},
	{"农历 阴历 旧历 夏历", word{wordLunar, baseNone, 0, 0, "", ""}},
	{"同期", word{wordSame, baseText, 0, 0, "史往历", "声录群"}},
	{"本学期 这学期 这个学期 这一学期", word{wordTerm, baseRef, 0, 0, "", ""}}, {"上个学期 上一学期", word{wordTerm, baseRef, -1, 0, "", ""}}, {"下个学期 下一学期", word{wordTerm, baseRef, 1, 0, "", ""}},
	{"本学年 这学年 这个学年 这一学年", word{wordTerm, baseRef, 0, 1, "", ""}}, {"上学年 上个学年 上一学年", word{wordTerm, baseRef, -1, 1, "以", ""}}, {"下学年 下个学年 下一学年", word{wordTerm, baseRef, 1, 1, "", ""}},
	{"本赛季 这赛季 这个赛季 这一赛季 全赛季 整个赛季", word{wordMatch, baseRef, 0, 0, "", ""}}, {"全季", word{wordMatch, baseRef, 0, 0, "健安", "节酒度性常"}},
	{"上赛季 上个赛季 上一赛季", word{wordMatch, baseRef, -1, 0, "以", ""}}, {"下赛季 下个赛季 下一赛季", word{wordMatch, baseRef, 1, 0, "", ""}},
	{"整个假期 全假期 整个长假 整个黄金周", word{wordWhole, baseText, 0, 0, "", ""}},
	{"入春 开春", word{wordEnter, baseRef, 21, 0, "", ""}}, {"入夏", word{wordEnter, baseRef, 22, 0, "", ""}}, {"入秋", word{wordEnter, baseRef, 23, 0, "", ""}}, {"入冬", word{wordEnter, baseRef, 24, 0, "", ""}},
	{"第", word{wordOrdinal, baseNone, 0, 0, "", ""}},
}

// weekWords makes the words of weeks and weekdays: 上周, 上周五, 本周末, 星期五, 每周三.
func weekWords(yield func(name string, w word)) {
	type prefix struct {
		names []string
		base  base
		n     int
	}
	const notBefore, notAfterOne = "网线以晚早马日导况件动励助", "次期度共些直起般个更篇集位名家场部款定批轮围切篇万千百年种条"
	for _, p := range []prefix{
		{[]string{"上", "上个", "上一", "上一个"}, baseRef, -1}, {[]string{"上上", "上上个"}, baseRef, -2}, {[]string{"上上上"}, baseRef, -3},
		{[]string{"本", "这", "这个", "这一", "今", "今个"}, baseRef, 0},
		{[]string{"下", "下个", "下一", "下一个"}, baseRef, 1}, {[]string{"下下", "下下个"}, baseRef, 2}, {[]string{"下下下"}, baseRef, 3},
		{[]string{"当"}, baseText, 0}, {[]string{""}, baseNone, 0}, {[]string{"每", "每个", "每逢", "逢"}, baseEvery, 0},
	} {
		for _, name := range p.names {
			for _, week := range []string{"周", "星期", "礼拜"} {
				before := notBefore
				if name == "" {
					before = "一二三四五六七八九十两几每半数多整首单双色0123456789"
				}
				if name != "" && p.base != baseEvery {
					yield(name+week, word{wordWeek, p.base, p.n, 0, before, "边围年期刊转岁遭密报身长"})
					yield(name+week+"末", word{wordWeekday, p.base, p.n, 8, before, "端"})
				}
				if p.base == baseEvery {
					yield(name+week+"末", word{wordWeekday, p.base, p.n, 8, "", ""})
				}
				for d, day := range []string{"一", "二", "三", "四", "五", "六", "日", "天"} {
					if day == "天" && week == "周" {
						continue
					}
					after := ""
					switch day {
					case "一":
						after = notAfterOne
					case "日":
						after = "均报泰"
					default:
						after = "十百千个次"
						if p.base == baseEvery {
							after += "天" // 每周六天
						}
					}
					yield(name+week+day, word{wordWeekday, p.base, p.n, min(d+1, 7), before, after})
				}
			}
		}
	}
}

// planWords makes 六五 … 十五五, the five-year plans.
func planWords(yield func(name string, w word)) {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	for n := 6; n <= 29; n++ {
		name := digits[n%10] + "五"
		switch n / 10 {
		case 1:
			name = "十" + name
		case 2:
			name = "二十" + name
		}
		w := word{wordPlan, baseSaid, n, 0, "", ""}
		if n > 10 {
			yield(name, w)
		}
		yield("“"+name+"”", w)
	}
}

var timeVocabulary = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{}
	index := map[string]word{}
	add := func(name string, w word) {
		if _, ok := index[name]; !ok {
			index[name] = w
		}
	}
	for _, l := range timeWords {
		for _, name := range strings.Fields(l.names) {
			add(name, l.word)
		}
	}
	for day, name := range []string{"昨", "今", "明"} {
		for _, p := range []struct {
			names string
			part  int
		}{{"上午 清晨", partMorning}, {"中午 午", partNoon}, {"下午 午后 傍晚", partAfter}, {"深夜 晚间", partNight}, {"凌晨", partSmall}, {"早", partMorning}, {"晚", partNight}} {
			for _, part := range strings.Fields(p.names) {
				add(name+part, word{wordDay, baseRef, day - 1, p.part, "古如当至", ""})
			}
		}
	}
	weekWords(add)
	planWords(add)
	for i := range holidays {
		for _, name := range strings.Fields(holidays[i].names) {
			add(name, word{wordHoliday, baseNone, i, 0, "", ""})
		}
	}
	for i := range weakHolidays {
		for _, name := range strings.Fields(weakHolidays[i].names) {
			add(name, word{wordWeak, baseNone, i, 0, "", ""})
		}
	}
	names := make([]string, 0, len(index))
	for name := range index {
		names = append(names, name)
	}
	slices.Sort(names)
	values := make([]uint32, len(names))
	for i, name := range names {
		v.words = append(v.words, index[name])
		values[i] = uint32(i)
		r, _ := firstRune(name)
		v.starts.add(string(r))
	}
	var err error
	if v.trie, err = trie.Build(names, values); err != nil {
		panic(err) // the words are our own: a test builds them
	}
	v.units.add("年月日号时点:-/.、和与及至到~—世季个周天小分多余几半刻星礼钟学财赛 ")
	v.starts.add("0123456789〇零一二三四五六七八九十两廿卅半闰元q。!?\n")
	return v
})

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

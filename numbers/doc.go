// Package numbers reads the quantities and times of Chinese news text, in simplified or traditional characters, exactly:
// figure, bounds, unit, what it is counted per, and place. It needs no dictionary and no model.
//
//	r, err := numbers.New()
//	t := text.New("全年营收1.7亿元，同比增长5.3%，创20多年来新高。")
//	res := r.Read(t, numbers.Context{Published: time.Now()})
//
// # Quantities
//
// A [Quantity] is a numeral with its unit and the words that touch it: 不超过5000个, 每桶68.5美元, 50万元以上100万元以下.
// Value is the figure as said, scaled (1.7亿 is 170000000); Lo and Hi are its bounds, each open or closed: 超过20 is above
// 20 and 20 is not included, 20多 lies between 20 and 30, 几十 between 20 and 100. About (约) moves no bound. Figures are
// a [Number], never a float.
//
// Numerals are read in all their writings: 0-9 in both widths with thousands separators, 一二三, 壹贰叁, 二〇〇八, 廿, 半, mixed
// (1万2千), colloquial (三万五), series (五六百), fractions and percentages (三分之二, 百分之五). One of more than [MaxDigits] digits is
// no number.
//
// Units are ISO 4217 codes for money, UCUM codes for measures, pinyin with the factor to the SI unit for Chinese units (亩
// is mu), and the classifier itself for counts. A bare 元 is the currency of the place where the text is at home, as its
// script, places, bodies and [Context] tell; where nothing decides, the unit has candidates and no code.
//
// Per is what a figure is counted per, as written: 桶 of 每桶68.5美元, 10股 of 每10股派2.5元, 亩 of 亩均; 小时 where 时速 says so.
//
// A figure that is part of a name and claims nothing (7天逆回购, 第17次会议, 两岸) has [RoleName]; words that only look like
// figures (万一, 一带一路, 九江, C919, 13800000000, 3比2) yield nothing.
//
// # Times
//
// A [Time] is resolved against the time of publication or another date of the text and written in EDTF (ISO 8601-2). From
// and To are its first and last day, or minute, at the grain that is written, both included; one is empty where the time
// is open (2017年以来, 截至6月底).
//
//   - What is not known is not guessed: without a time of publication 4月28日 is XXXX-04-28, 今年以来 is XXXX/.., the anchor
//     is [NoAnchor], and From and To are empty.
//   - A month, quarter, weekday or day without a year is the latest one not after publication, the next one where the
//     sentence looks ahead (将于, 预计, 底前) or the day is near; a frame in the sentence (2021年,…4月) decides before either.
//   - 月初 is days 1 to 5, 上旬 days 1 to 10, 月底 the last day; 年初 is January and 年底 December; a season is that of
//     ISO 8601-2; 世纪初 is its first twenty years and 年代末 its last three.
//   - 上午 and its like add no clock time (今天上午 is the day); they tell how the hour after them is meant, so that 下午3时 is
//     T15 and 半夜1点 of a day is in the night after it.
//   - Of 20多年来 only the end is known: it has To and no EDTF. A bare length of time is a [Quantity] and no Time.
//   - 学年 run from September to August, those of Taiwan (114學年度) from August to July; a 财年 begins in a month that is not
//     said and is written 2025~. 2023-24赛季 and (1920—2003) are the years from the one to the other.
//   - 本学期 runs about from September to January or from February to July (2025-09~/2026-01~); of 本赛季 only the year is known
//     (2025~); 入夏以来 is from the season on. 三年内 is a time where the text looks ahead.
//   - Years of the Republic of China are read with 民国, in a text that has used it, and in one that is at home in Taiwan. Dates
//     of the Chinese calendar are converted for 1900 to 2100. A recurring time (每周三) has no bounds.
//   - 昨日(1月11日) is the day in parentheses. A date that something is compared with (较5月末) anchors nothing.
//
// # Cost
//
// Reading is linear in the length of the text, whatever it holds, and allocates only what it returns. AppendNumerals is a
// cheaper pass for segmenters.
package numbers

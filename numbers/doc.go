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
// A figure that is part of a name and claims nothing (7天逆回购, 第17次会议, 两岸) has [RoleName]; words that only look like
// figures (万一, 一带一路, 九江, C919, 13800000000, 3比2) yield nothing.
//
// # Times
//
// A [Time] is resolved against the time of publication or another date of the text and written in EDTF (ISO 8601-2).
//
// # Cost
//
// Reading is linear in the length of the text, whatever it holds, and allocates only what it returns. AppendNumerals is a
// cheaper pass for segmenters.
package numbers

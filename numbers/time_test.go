package numbers

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/xinwen-go/xinwen/text"
)

func read(s, published string) []Time {
	var c Context
	if published != "" {
		layout := "2006-01-02T15:04:05"
		c.Published, _ = time.Parse(layout[:len(published)], published)
	}
	t := text.New(s)
	return readTimes(nil, t, &home{t: t, ctx: c})
}

type timeWant struct {
	text string
	want []string // surface, EDTF, anchor
}

func checkTimes(t *testing.T, published string, cases []timeWant) {
	t.Helper()
	for _, c := range cases {
		tx := text.New(c.text)
		var got []string
		for _, m := range read(c.text, published) {
			got = append(got, tx.Slice(m.Span)+" "+m.EDTF+" "+string(m.Anchor))
		}
		assert.Equal(t, c.want, got, "%s (%s)", c.text, published)
	}
}

func TestTimesWithoutReference(t *testing.T) {
	checkTimes(t, "", []timeWant{
		{"4月28日上午，甲县召开会议。2017年以来，两地合作。", []string{"4月28日上午 XXXX-04-28 none", "2017年以来 2017/.. absolute"}},
		{"公元前221年，距今已逾2200年。", []string{"公元前221年 -0220 absolute"}},
		{"“十四五”期间，该县每年投入不足1亿元，5年合计4.65亿元。", []string{"“十四五”期间 2021/2025 absolute"}},
		{"今年以来，昨天，上月，上半年，截至6月底", []string{"今年以来 XXXX/.. none", "昨天 XXXX-XX-XX none", "上月 XXXX-XX none", "上半年 XXXX-01/XXXX-06 none", "截至6月底 ../XXXX-06-30 none"}},
		{"北京2021年4月28日电 记者昨天获悉，今年以来进展顺利。", []string{"2021年4月28日 2021-04-28 absolute", "昨天 2021-04-27 text", "今年以来 2021/.. text"}},
		{"2021年4月28日，甲公司公告。当日股价上涨，次日下跌，29日停牌。", []string{"2021年4月28日 2021-04-28 absolute", "当日 2021-04-28 text", "次日 2021-04-29 text", "29日 2021-04-29 text"}},
		{"4月28日，次日，同年8月", []string{"4月28日 XXXX-04-28 none", "次日 XXXX-04-29 none"}},
		{"2021年上半年营收6亿元，较去年同期增长。", []string{"2021年上半年 2021-01/2021-06 absolute", "去年同期 2020-01/2020-06 text"}},
		{"三年前，过去五年，当日，30多年来", nil},
		{"下午3时30分，每年3月，每周三", []string{"下午3时30分 XXXX-XX-XXT15:30 none", "每年3月 XXXX-03 none", "每周三  none"}},
	})
}

func TestTimesCompared(t *testing.T) {
	checkTimes(t, "2026-07-07", []timeWant{
		{"截至6月底，余额为3万亿元，较5月末增加。", []string{"截至6月底 ../2026-06-30 reference", "5月末 2026-05-31 text"}},
		{"1月末余额较12月末增加，比上年同期多。", []string{"1月末 2026-01-31 reference", "12月末 2025-12-31 text", "上年同期 2025-01-31 text"}},
		{"2021年一季度，营收6亿元，较去年同期增长，比2019年同期也增长。", []string{"2021年一季度 2021-01/2021-03 absolute", "去年同期 2020-01/2020-03 text", "2019年同期 2019-01/2019-03 text"}},
	})
}

func TestTimesByReference(t *testing.T) {
	checkTimes(t, "2026-06-15", []timeWant{
		{"前5个月进出口增长6%；5月增长8%，一季度增长5%，比上年四季度快。", []string{"前5个月 2026-01/2026-05 reference", "5月 2026-05 reference", "一季度 2026-01/2026-03 reference", "上年四季度 2025-10/2025-12 reference"}},
		{"前三季度，第三季度，下半年，12月", []string{"前三季度 2025-01/2025-09 reference", "第三季度 2025-07/2025-09 reference", "下半年 2025-07/2025-12 reference", "12月 2025-12 reference"}},
		{"大会将于9月5日至8日举行，10月中旬结束。预计四季度投产。", []string{"9月5日至8日 2026-09-05/2026-09-08 reference", "10月中旬 2026-10-11/2026-10-20 reference", "四季度 2026-10/2026-12 reference"}},
		{"1—5月。2018—2022年。28日至30日。5、6月份。4月28、29日", []string{"1—5月 2026-01/2026-05 reference", "2018—2022年 2018/2022 absolute", "28日至30日 2026-05-28/2026-05-30 reference", "5、6月份 2026-05/2026-06 reference", "4月28、29日 2026-04-28/2026-04-29 reference"}},
		{"自2020年1月1日起施行，截至2025年底，2030年前，2008年后，2010年前后", []string{"自2020年1月1日起 2020-01-01/.. absolute", "截至2025年底 ../2025-12 absolute", "2030年前 ../2030 absolute", "2008年后 2008/.. absolute", "2010年前后 2010~ absolute"}},
		{"昨天上午9时许。上周五。本周末。下周三。周一", []string{"昨天上午9时许 2026-06-14T09 reference", "上周五 2026-06-12 reference", "本周末 2026-06-20/2026-06-21 reference", "下周三 2026-06-24 reference", "周一 2026-06-15 reference"}},
		{"昨（14）日，今（15）日下午，去（2025）年，本（6）月20日", []string{"昨（14）日 2026-06-14 reference", "今（15）日下午 2026-06-15 reference", "去（2025）年 2025 absolute", "本（6）月20日 2026-06-20 reference"}},
		{"三年前到任，20年来，20多年来，半年前，过去一年，未来三天", []string{"三年前 2023 reference", "20年来 2006-06-15/2026-06-15 reference", "20多年来  reference", "半年前 2025-12 reference", "过去一年 2025-06-15/2026-06-15 reference", "未来三天 2026-06-15/2026-06-18 reference"}},
		{"20多年前，十天后将公布。十年后他回来了。", []string{"20多年前 [1996..2006] reference", "十天后 2026-06-25 reference"}},
		{"民國112年底，人口較10年前減少。100年7月1日起，今（115）年第二季", []string{"民國112年底 2023-12 absolute", "10年前 2013-12 text", "100年7月1日起 2011-07-01/.. absolute", "今（115）年第二季 2026-04/2026-06 absolute"}},
		{"2021年4月28日下午3时30分至5时。14日20时至15日8时。晚8点", []string{"2021年4月28日下午3时30分至5时 2021-04-28T15:30/2021-04-28T17:00 absolute", "14日20时至15日8时 2026-06-14T20:00/2026-06-15T08:00 reference", "晚8点 2026-06-15T20 text"}},
		{"2021-04-28T09:30:05+08:00，2021/4/28 09:30，2021.4.28，20210428，1999.08-2002.02", []string{"2021-04-28T09:30:05+08:00 2021-04-28T09:30:05 absolute", "2021/4/28 09:30 2021-04-28T09:30 absolute", "2021.4.28 2021-04-28 absolute", "20210428 2021-04-28 absolute", "1999.08-2002.02 1999-08/2002-02 absolute"}},
		{"2019年3月5日被查，同年8月获刑，次年3月改判。", []string{"2019年3月5日 2019-03-05 absolute", "同年8月 2019-08 text", "次年3月 2020-03 text"}},
		{"公司2021年一季度和二季度营收，截至2025年12月31日止年度。截至6月30日止六个月", []string{"2021年一季度 2021-01/2021-03 absolute", "二季度 2021-04/2021-06 text", "截至2025年12月31日止年度 2025-01-01/2025-12-31 absolute", "截至6月30日止六个月 2026-01-01/2026-06-30 reference"}},
		{"去年，该县启动改造，3月动工，10月完工。他去年获奖，4月28日离任。", []string{"去年 2025 reference", "3月 2025-03 text", "10月 2025-10 text", "去年 2025 reference", "4月28日 2026-04-28 reference"}},
		{"7时发布预警，昨开会，今起降温，截至今天下午5时", []string{"7时 2026-06-15T07 reference", "昨 2026-06-14 reference", "今起 2026-06-15/.. reference", "截至今天下午5时 ../2026-06-15T17 reference"}},
		{"于15日前完成。3日前见过，每周六天，《光明日报》，药品1日3次", []string{"15日前 ../2026-06-15 reference", "3日前 2026-06-12 reference"}},
		{"18世纪，上世纪80年代，90年代末，21世纪以来，公元前3世纪", []string{"18世纪 17XX absolute", "上世纪80年代 198X reference", "90年代末 1997/1999 absolute", "21世纪以来 20XX/.. absolute", "公元前3世纪 -0299/-0200 absolute"}},
		{"光绪二十四年，民国三十八年，昭和五十年，令和元年，公元618年", []string{"光绪二十四年 1898 absolute", "民国三十八年 1949 absolute", "昭和五十年 1975 absolute", "令和元年 2019 absolute", "公元618年 0618 absolute"}},
		{"月底。本月初。上月中旬。6月底前。年底。去年底。明年初", []string{"月底 2026-06-30 reference", "本月初 2026-06-01/2026-06-05 reference", "上月中旬 2026-05-11/2026-05-20 reference", "6月底前 ../2026-06-30 reference", "年底 2026-12 reference", "去年底 2025-12 reference", "明年初 2027-01 reference"}},
		{"21年4月，九八年，08年，二〇二一年四月二十八日，２０２１年４月", []string{"21年4月 2021-04 absolute", "九八年 1998 absolute", "08年 2008 absolute", "二〇二一年四月二十八日 2021-04-28 absolute", "２０２１年４月 2021-04 absolute"}},
		{"首三季营收，首十个月，前三月收入，去年八月首周，去年八九月份", []string{"首三季 2025-01/2025-09 reference", "首十个月 2025-01/2025-10 reference", "前三月 2026-01/2026-03 reference", "去年八月首周 2025-08-04/2025-08-10 reference", "去年八九月份 2025-08/2025-09 reference"}},
		{"114學年度，2025-2026学年，2023-24赛季，2025财年，甲某（1920—2003）", []string{"114學年度 2025-08/2026-07 absolute", "2025-2026学年 2025-09/2026-08 absolute", "2023-24赛季 2023/2024 absolute", "2025财年 2025~ absolute", "1920—2003 1920/2003 absolute"}},
		{"自2016年结对以来，从2019年试点以来，自2016年起开始", []string{"自2016年结对以来 2016/.. absolute", "从2019年试点以来 2019/.. absolute", "自2016年起 2016/.. absolute"}},
		{"昨日（6月13日），今天（6月14日）下午，周三（10日），尤其是年底", []string{"昨日 2026-06-13 reference", "6月13日 2026-06-13 reference", "今天 2026-06-14 reference", "6月14日 2026-06-14 reference", "周三 2026-06-10 text", "10日 2026-06-10 text", "年底 2026-12 text"}},
		{"5月份，失业率与上月持平。2024年营收比上年增长。2007年结为友城，十年间贸易增长。", []string{"5月份 2026-05 reference", "上月 2026-04 text", "2024年 2024 absolute", "上年 2023 text", "2007年 2007 absolute", "十年间 2007/2017 text"}},
		{"每个工作日上午9时，3个工作日内", []string{"每个工作日上午9时  none"}},
		{"行政院說，自90年起，較99年（64%）提高，100年認證，自90年母嬰親善醫療院所認證以來", []string{"自90年起 2001/.. absolute", "99年 2010 absolute", "100年 2011 absolute", "自90年母嬰親善醫療院所認證以來 2001/.. absolute"}},
		{"将于7月15日发布上半年数据，自98年起，2005年首月，21年第一周", []string{"7月15日 2026-07-15 reference", "上半年 2026-01/2026-06 reference", "自98年起 1998/.. absolute", "2005年首月 2005-01 absolute", "21年第一周 2021-01-04/2021-01-10 absolute"}},
		{"五月第一周，10月的第二个周日，今年第二天，2026年第2周", []string{"五月第一周 2026-05-04/2026-05-10 reference", "10月的第二个周日 2025-10-12 reference", "今年第二天 2026-01-02 reference", "2026年第2周 2026-01-05/2026-01-11 absolute"}},
	})
}

func TestTimesOfHolidays(t *testing.T) {
	checkTimes(t, "2026-06-15", []timeWant{
		{"今年春节。去年中秋节。2023年除夕。端午节。国庆假期。“五一”假期", []string{"今年春节 2026-02-17 reference", "去年中秋节 2025-10-06 reference", "2023年除夕 2023-01-21 absolute", "端午节 2026-06-19 reference", "国庆假期 2025-10-01/2025-10-07 reference", "“五一”假期 2026-05-01/2026-05-05 reference"}},
		{"农历2015年十月初一，2020年闰四月，正月初八，2012年农历正月十五", []string{"农历2015年十月初一 2015-11-12 absolute", "2020年闰四月 2020-05-23/2020-06-20 absolute", "正月初八 2026-02-24 reference", "2012年农历正月十五 2012-02-06 absolute"}},
		{"2024年清明节，2024年冬至，明年母亲节，2019年感恩节", []string{"2024年清明节 2024-04-04 absolute", "2024年冬至 2024-12-21 absolute", "明年母亲节 2027-05-09 reference", "2019年感恩节 2019-11-28 absolute"}},
		{"李国庆表示，刘立春说，五一路上大雪纷飞，雨水多", nil},
	})
}

func TestTimesRefused(t *testing.T) {
	checkTimes(t, "2026-06-15", []timeWant{
		{"20年，三年级二班，2017年级，1500年历史，近2000年，2200年，近20年的努力", nil},
		{"7天逆回购，3:2获胜，25:21，版本4.28，1.5亿元，2021.5，第28日均线，10日内", nil},
		{"010-62345678，13812345678，GB/T 2021-04，ISO 9001-2015，1号线，3号楼，2/3", nil},
		{"一周一次，每周一期，上周期，周边，每年投入，每天，21世纪网，《今日头条》", nil},
		{"网上月饼，以上年龄，提前一年，最后一天，不同年龄，日本月球，以前年度", nil},
		{"零点五，上涨30点，三点建议，行政拘留15日，提起10日上诉期限", nil},
		{"2月30日，2021年13月，25时，第三季节目开播", []string{"2021年 2021 absolute"}},
	})
}

func TestTimesOfPublicationClock(t *testing.T) {
	checkTimes(t, "2026-06-15T10:30:00", []timeWant{
		{"两小时前，半小时前", []string{"两小时前 2026-06-15T08 reference", "半小时前 2026-06-15T10:00 reference"}},
	})
}

func TestTimesInWinter(t *testing.T) {
	checkTimes(t, "2026-01-05", []timeWant{
		{"12月。12月31日。1月10日。四季度。上月。去年冬天", []string{"12月 2025-12 reference", "12月31日 2025-12-31 reference", "1月10日 2026-01-10 reference", "四季度 2025-10/2025-12 reference", "上月 2025-12 reference", "去年冬天 2025-24 reference"}},
	})
}

func TestTimeBounds(t *testing.T) {
	for _, c := range []struct{ text, from, to, grain string }{
		{"2025年", "2025-01-01", "2025-12-31", "year"},
		{"公元前221年", "-0220-01-01", "-0220-12-31", "year"},
		{"2024年2月", "2024-02-01", "2024-02-29", "month"},
		{"2025年下半年", "2025-07-01", "2025-12-31", "half"},
		{"2025年冬季", "2025-12-01", "2026-02-28", "season"},
		{"2021年4月28日9时", "2021-04-28T09:00", "2021-04-28T09:59", "hour"},
		{"2021年4月28日24时", "2021-04-29T00:00", "2021-04-29T00:00", "hour"},
		{"2021年4月28日09:30:05", "2021-04-28T09:30:05", "2021-04-28T09:30:05", "second"},
		{"19世纪", "1800-01-01", "1899-12-31", "century"},
		{"截至2021年4月", "", "2021-04-30", "month"},
		{"2021年4月以来", "2021-04-01", "", "month"},
	} {
		got := read(c.text, "")
		if assert.Len(t, got, 1, c.text) {
			assert.Equal(t, []string{c.from, c.to, c.grain}, []string{got[0].From, got[0].To, got[0].Grain}, c.text)
		}
	}
}

package numbers

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/text"
)

// show writes a quantity in one line: surface, kind, bounds, unit, per, role.
func show(t *text.Text, q Quantity) string {
	lo, hi := q.Lo.String(), q.Hi.String()
	b := fmt.Sprintf("%s %s ", t.Slice(q.Span), q.Kind)
	switch {
	case q.Value.Valid() && lo == hi:
		b += q.Value.String()
	default:
		open := func(o bool, a, b string) string {
			if o {
				return a
			}
			return b
		}
		b += open(q.LoOpen, "(", "[") + lo + "," + hi + open(q.HiOpen, ")", "]")
	}
	if q.Approx != Exact {
		b += " " + string(q.Approx)
	}
	b += " " + q.Unit.Code
	if q.Per != "" {
		b += "/" + q.Per
	}
	if q.Role == RoleName {
		b += " name"
	}
	return b
}

func readAll(t testing.TB, in string, c Context, opts ...Option) []string {
	r, err := New(opts...)
	require.NoError(t, err)
	doc := text.New(in)
	var out []string
	for _, q := range r.Read(doc, c).Quantities {
		out = append(out, show(doc, q))
	}
	return out
}

func TestQuantities(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// bounds
		{"年产量超过20万吨。", "超过20万吨 measure (200000,] above t"},
		{"工期不足20个月。", "不足20个月 duration [,20) below mo"},
		{"名额不超过300名。", "不超过300名 count [,300] at_most 名"},
		{"每亩不低于八百元。", "每亩不低于八百元 money [800,] at_least CNY/亩"},
		{"净利润达3000多万元。", "3000多万元 money (30000000,40000000) above CNY"},
		{"来了200余人。", "200余人 count (200,300) above 人"},
		{"面积1.2万余亩。", "1.2万余亩 measure (12000,13000) above mu"},
		{"捐款10万多元。", "10万多元 money (100000,110000) above CNY"},
		{"用了两年多。", "两年多 duration (2,3) above a"},
		{"用了3个多月。", "3个多月 duration (3,4) above mo"},
		{"大约15%左右。", "大约15%左右 percent 15 about %"},
		{"占三成强。", "三成强 percent (30,] above %"},
		{"至少九千块钱以上", "至少九千块钱以上 money [9000,] at_least CNY"},
		{"收视率超过了百分之零点九", "超过了百分之零点九 percent (0.9,] above %"},
		{"票数大于等于一百万", "大于等于一百万 number [1000000,] at_least "},
		{"30万元以上不足50万元", "30万元以上不足50万元 money [300000,500000) range CNY"},
		{"年龄最多不得超过五岁，人数不得少于三人", "最多不得超过五岁 duration [,5] at_most a|不得少于三人 count [3,] at_least 人"},
		{"全年下线6000万块锂电池，押金5000块押了半年，3万块给他", "6000万块 count 60000000 块|5000块 money 5000 CNY|半年 duration 0.5 a|3万块 money 30000 CNY"},
		{"省里下达资金15亿，县里配套3.5亿，惠及人口2亿", "15亿 money 1500000000 CNY|3.5亿 money 350000000 CNY|2亿 number 200000000 "},
		{"负债从1500亿降到950亿左右。货轮载重2万", "1500亿 money 150000000000 CNY|950亿左右 money 95000000000 about CNY|2万 number 20000 "},
		{"电价每度1.2角，订单380亿美元多逾一成", "每度1.2角 money 0.12 CNY/度|380亿美元 money 38000000000 USD|逾一成 percent (10,] above %"},
		{"老将独得25分，每度电涨5分", "25分 count 25 分|5分 money 0.05 CNY/度电"},
		{"年产6000万块石膏板，花了3万块", "6000万块 count 60000000 块|3万块 money 30000 CNY"},
		{"大于10小于20", "大于10小于20 number (10,20) range "},
		{"参加者20人不到。", "20人不到 count [,20) below 人"},
		// ranges
		{"气温在-5℃至3℃之间", "-5℃至3℃ temperature [-5,3] range Cel"},
		{"增长10%—15%。", "10%—15% percent [10,15] range %"},
		{"百分之三到百分之五", "百分之三到百分之五 percent [3,5] range %"},
		{"需要五到二十万元", "五到二十万元 money [50000,200000] range CNY"},
		{"上调0.2和0.4个百分点", "0.2 percent_point 0.2 pp|0.4个百分点 percent_point 0.4 pp"},
		{"三、四个小时", "三、四个小时 duration [3,4] range h"},
		{"身高1米78，体重140斤", "1米78 measure 1.78 m|140斤 measure 140 jin"},
		{"全程1小时43分钟", "1小时43分钟 duration 103 min"},
		{"成绩是2分35秒8", "2分35秒8 duration 155.8 s"},
		{"长约3公里500米", "约3公里500米 measure 3500 about m"},
		// money
		{"卖了12元5角", "12元5角 money 12.5 CNY"},
		{"罚款五百欧元", "五百欧元 money 500 EUR"},
		{"售价US$1,299.99起", "US$1,299.99 money 1299.99 USD"},
		{"估值为1.2兆日圓", "1.2兆日圓 money 1200000000000 JPY"},
		{"两个亿", "两个亿 number 200000000 "},
		{"人民币500万元", "人民币500万元 money 5000000 CNY"},
		{"融资€3.5 billion。", "€3.5 billion money 3500000000 EUR"},
		{"500萬港幣", "500萬港幣 money 5000000 HKD"},
		{"銅價每噸跌至9000美元", "9000美元 money 9000 USD/噸"},
		{"单价3.5万元/平方米", "3.5万元/平方米 money 35000 CNY/平方米"},
		{"印度拨款7600亿卢比", "7600亿卢比 money 760000000000 INR"},
		{"罚款500克朗", "500克朗 money 500 "},
		// percent, multiple, fraction
		{"五分之三强的居民", "五分之三 fraction 3/5 "},
		{"产值翻两番", "翻两番 multiple 2 番"},
		{"占全国的1/3以上", "1/3以上 fraction [1/3,] at_least "},
		{"一又二分之一", "一又二分之一 fraction 3/2 "},
		{"死亡率为5‰", "5‰ percent 0.5 %"},
		{"打八五折", "八五折 percent 85 %"},
		{"下调25个基点", "25个基点 percent_point 25 bp"},
		// measures
		{"时速350公里/小时", "350公里/小时 measure 350 km/h"},
		{"浓度为35微克/立方米", "35微克/立方米 measure 35 ug/m3"},
		{"发电3.5亿千瓦时", "3.5亿千瓦时 measure 350000000 kW.h"},
		{"装机500万千瓦", "500万千瓦 measure 5000000 kW"},
		{"发生6.2级地震", "6.2级 measure 6.2 ji"},
		{"一座5A级景区", ""},
		{"用电100度", "100度 measure 100 kW.h"},
		// counts and ordinals
		{"事故造成3死5伤", "3死 count 3 死|5伤 count 5 伤"},
		{"排名第三", "第三 ordinal 3 "},
		{"第17次会议", "第17次 ordinal 17 次 name"},
		{"排名第5，100人参加", "第5 ordinal 5 |100人 count 100 人"},
		{"指数收报3250.12点", "3250.12点 number 3250.12 点"},
		// not quantities
		{"万一有事，一些人一定一起来。他十分满意，千方百计，三心二意，五花八门。", ""},
		{"百姓说，千万别忘了四川、九江、十堰、三亚、万宁、百色的七里河和八一路。", ""},
		{"一带一路上，张三和李四坐C919去找第一夫人，用5G手机拨打911和010-64035547。", ""},
		{"联系电话13501234567，版本v2.0.1，邮箱a1@b2.cn", ""},
		{"两会关注三农，四个不摘。", ""},
		{"92号汽油，3号线，双11，iPhone15，PM2.5，H7N9。", ""},
		{"中国队3-2取胜，另一场78:96告负。", ""},
		{"八百一千三百九十九三盒", ""},
		{"两地干部群众一道努力，这是一部历史，也是一段岁月，进入新一阶段，下一步两岸", ""},
		{"为期三个月，每天8小时", "三个月 duration 3 mo|每天8小时 duration 8 h/天"},
		{"6、7个小时，三、五年", "6、7个小时 duration [6,7] range h|三、五年 duration [3,5] range a"},
		{"加权指数收2万4193.57点，卖超243.1亿元", "2万4193.57点 number 24193.57 点|243.1亿元 money 24310000000 CNY"},
		{"数名学生，人数名列第一", "数名 count [2,9] few 名|第一 ordinal 1 "},
		{"上涨1.5元至198元", "1.5元 money 1.5 CNY|198元 money 198 CNY"},
		{"党的十九届四中全会、中央一号文件、3单元502室、亿元大奖、千元机", ""},
		{"7天逆回购", "7天 duration 7 d name"},
		// words that begin or end like a modifier or a unit
		{"卖超18.6亿元，合计买超129亿元，出超5亿美元", "18.6亿元 money 1860000000 CNY|129亿元 money 12900000000 CNY|5亿美元 money 500000000 USD"},
		{"收入超100亿元，净流入超百亿元，支出超5亿元，贸易入超3亿元", "超100亿元 money (10000000000,] above CNY|超百亿元 money (10000000000,] above CNY|超5亿元 money (500000000,] above CNY|3亿元 money 300000000 CNY"},
		{"损失约460万元，节约460万元", "约460万元 money 4600000 about CNY|460万元 money 4600000 CNY"},
		{"油价提高0.04元至2.58元，银价上涨11美分至4.15美元", "0.04元 money 0.04 CNY|2.58元 money 2.58 CNY|11美分 money 0.11 USD|4.15美元 money 4.15 USD"},
		{"身负重任，背负超过35亿欧元债务，-5元", "超过35亿欧元 money (3500000000,] above EUR|-5元 money -5 CNY"},
		{"裝機12.6萬瓩，每股派8港仙", "12.6萬瓩 measure 126000 kW|8港仙 money 0.08 HKD/股"},
		{"台北101跨年，双向六车道，两套房子", "六车道 count 6 车道|两套 count 2 套"},
		{"医师何一成说，张三元当选，围棋九段，拆零成一板，这里又有一块纸片", "九段 count 9 段 name"},
		{"歌曲《一分钱》，上一交易日", "一分钱 money 0.01 CNY name"},
		// figures written in parts
		{"盈餘1億2,600萬歐元，共1萬2,345人，總額3兆4512億日圓", "1億2,600萬歐元 money 126000000 EUR|1萬2,345人 count 12345 人|3兆4512億日圓 money 3451200000000 JPY"},
		{"打击率.312，网址www.77.cn", ".312 number 0.312 "},
		{"身高米九左右，身高1米9", "米九左右 measure 1.9 about m|1米9 measure 1.9 m"},
		{"28岁零3个月", "28岁零3个月 duration 339 mo"},
		{"酸碱值须在5~9之间，指数＞24属于超重，（指数≥35）", "5~9 number [5,9] range |＞24 number (24,] above |≥35 number [35,] at_least "},
		{"三成多，两成余", "三成多 percent (30,40) above %|两成余 percent (20,30) above %"},
		{"过半受访者支持，半数以上，过半数，假期过半，不过半年", "过半 fraction (1/2,] above |半数以上 fraction [1/2,] at_least |过半数 fraction (1/2,] above |半年 duration 0.5 a"},
		{"评分为一到八分，十分以上，十分满意", "一到八分 count [1,8] range 分|十分以上 count [10,] at_least 分"},
		// lengths of time
		{"一株古树达1800年，距今2200年", "1800年 duration 1800 a|2200年 duration 2200 a"},
		{"行政拘留15日，60日内完成，停电数秒，数月后，人数月均增长", "15日 duration 15 d|60日 duration 60 d|数秒 duration [2,9] few s|数月 duration [2,9] few mo"},
		{"处五日以上十日以下拘留，53度白酒，角度超过45度，二套房首付", "五日以上十日以下 duration [5,10] range d|超过45度 measure (45,] above deg|二套 count 2 套 name"},
		{"記者15日内蒙古報道，新增5万注册用户，少数月份，指数日线，爬过半山腰，内存（1024-2048）", "5万 count 50000 "},
		// what is counted per
		{"每10股派2.5元，每千人拥有床位3.5张，时速达120公里", "2.5元 money 2.5 CNY/10股|3.5张 count 3.5 张/千人|120公里 measure 120 km/小时"},
		{"检测值为130000/克，每100公里耗电15度", "130000/克 number 130000 /克|15度 measure 15 kW.h/100公里"},
		{"少付200万货款，侵吞500多万国有资产，300万用户投资", "200万 money 2000000 CNY|500多万 money (5000000,6000000) above CNY|300万 count 3000000 "},
	} {
		assert.Equal(t, c.want, strings.Join(readAll(t, c.in, Context{}), "|"), c.in)
	}
}

func TestYuan(t *testing.T) {
	for _, c := range []struct{ in, region, code string }{
		{"这本书卖50元。", "", "CNY"},
		{"這本書賣50元。", "", ""},
		{"這本書賣50元。", "HK", "HKD"},
		{"行政院今天宣布，每人發放6000元。", "", "TWD"},
		{"民國112年，每股配息5元。", "", "TWD"},
		{"港股今日收市，每股報12元。", "", "HKD"},
		{"天津市委書記說，投入50元。", "", "CNY"},
		{"台股收盘下跌，外资卖超台积电5亿元。", "", "TWD"},
		{"秦安縣的村民說，門票50元。", "", "CNY"},
		{"國慶黃金周，敦煌市莫高窟門票50元。", "", "CNY"},
	} {
		r, err := New()
		require.NoError(t, err)
		res := r.Read(text.New(c.in), Context{Region: c.region})
		q := res.Quantities[len(res.Quantities)-1]
		assert.Equal(t, KindMoney, q.Kind, c.in)
		assert.Equal(t, c.code, q.Unit.Code, c.in)
		if c.code == "" {
			assert.Equal(t, []string{"CNY", "TWD", "HKD"}, q.Unit.Candidates)
		}
	}
}

func TestWithTrillion(t *testing.T) {
	assert.Equal(t, []string{"3兆人 count 3000000000000 人"}, readAll(t, "3兆人", Context{}, WithTrillion()))
	assert.Empty(t, readAll(t, "约3兆人", Context{}))
	assert.Equal(t, []string{"5兆瓦 measure 5 MW"}, readAll(t, "5兆瓦", Context{}))
}

func TestAppendNumerals(t *testing.T) {
	doc := text.New("营收1.7亿元，增长5.3%，占三分之二，超百分之三十；万一有20多人，第一名十几岁，统一的三个H7N9。")
	var got []string
	for _, s := range AppendNumerals(nil, doc) {
		got = append(got, doc.Slice(s))
	}
	assert.Equal(t, []string{"1.7亿", "5.3%", "三分之二", "百分之三十", "20多", "第一", "十几"}, got)
}

// check asserts what holds of any result.
func check(t testing.TB, doc *text.Text, res Result) {
	s := doc.String()
	last := 0
	for _, q := range res.Quantities {
		require.True(t, last <= q.Start && q.Start < q.End && q.End <= len(s), "%v after %d", q.Span, last)
		last = q.End
		for _, off := range []int{q.Start, q.End} {
			require.Equal(t, off, doc.Offset(doc.Rune(off)), "inside a rune")
		}
		if q.Lo.Valid() && q.Hi.Valid() {
			require.LessOrEqual(t, q.Lo.Cmp(q.Hi), 0, "%s", doc.Slice(q.Span))
		}
		if q.Value.Valid() && q.Lo.Valid() {
			require.LessOrEqual(t, q.Lo.Cmp(q.Value), 0, "%s", doc.Slice(q.Span))
		}
		if q.Value.Valid() && q.Hi.Valid() {
			require.LessOrEqual(t, q.Value.Cmp(q.Hi), 0, "%s", doc.Slice(q.Span))
		}
		require.True(t, q.Value.Valid() || q.Lo.Valid() || q.Hi.Valid(), "%s says nothing", doc.Slice(q.Span))
		require.Contains(t, []Role{RoleValue, RoleName}, q.Role)
		require.NotEmpty(t, q.Kind)
		require.NotEmpty(t, q.Approx)
	}
}

func FuzzQuantities(f *testing.F) {
	for _, s := range []string{"", "1.7亿元同比增长5.3%", "50万元以上100万元以下", "三分之二", "九块九毛九", "零下12.5℃", "第17次", "翻了两番", "$8000~9000", "1小时43分", "十几万亿亿亿", "1e999999", "１２，３４５．６７",
		"三到五成半以上左右", "百分之百分之百", "一又二分之一又三", "每每每桶5元/吨/吨", "－－5℃", "几十几百", "\xff5元", "两两个半小时多", "1,234,567,890.123456789万亿", "数十余万多", "半个半小时半"} {
		f.Add(s)
	}
	r, err := New(WithTrillion())
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			s = strings.ToValidUTF8(s, "?")
		}
		doc := text.New(s)
		check(t, doc, r.Read(doc, Context{Published: time.Date(2026, 6, 15, 0, 0, 0, 0, time.UTC)}))
		for _, sp := range AppendNumerals(nil, doc) {
			require.True(t, sp.Start < sp.End && sp.End <= len(s))
		}
	})
}

// TestHostile reads texts made to be slow or to overflow.
func TestHostile(t *testing.T) {
	n := 1 << 14
	r, err := New()
	require.NoError(t, err)
	for _, piece := range []string{"零", "亿", "亿亿亿亿", "1e999999", "一分之", "分之", "9", "9,999", "1.", "3至", "50万元以上", "九块", "1小时", "每", "第", "几", "数十", "约", "0.1和", "1:2:", "1-2-", "三点", "1/2", "百", "十一", "半", "两", "¥", "10%—", "元/吨", "不超过", "多余", "kw", "5卢比", "5度", "5元", "第5、", "数名", "5级"} {
		doc := text.New(strings.Repeat(piece, n/len(piece)))
		check(t, doc, r.Read(doc, Context{}))
	}
	// over the cap it is no number, whatever its unit
	assert.Empty(t, readAll(t, "共"+strings.Repeat("9", MaxDigits+1)+"元", Context{}))
	assert.Len(t, readAll(t, "共"+strings.Repeat("9", MaxDigits)+"元", Context{}), 1)
}

// TestLinear reads hostile texts of two lengths: sixteen times the text may take sixteen times as long, with room for noise.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("times long texts")
	}
	r, err := New()
	require.NoError(t, err)
	read := func(piece string, n int) time.Duration {
		doc := text.New(strings.Repeat(piece, n/len(piece)))
		best := time.Hour
		for range 3 {
			start := time.Now()
			r.Read(doc, Context{Published: time.Date(2026, 6, 15, 0, 0, 0, 0, time.UTC)})
			best = min(best, time.Since(start))
		}
		return best
	}
	const n = 1 << 13
	for _, piece := range []string{"零", "亿亿亿亿", "一分之", "9,999", "3至", "50万元以上", "0.1和", "1-2-", "10%—", "5卢比", "5度", "5元", "将3日", "去年同期", "2021年至", "昨日(", "自3年", "每10"} {
		var short, long time.Duration
		for range 4 { // a busy machine may be slow once, not always just then
			if short, long = read(piece, n), read(piece, 16*n); long <= 64*short || long <= 100*time.Millisecond {
				break
			}
		}
		if long > 64*short && long > 100*time.Millisecond {
			t.Errorf("%q: %d bytes take %v, %d bytes %v", piece, n, short, 16*n, long)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	r, err := New()
	require.NoError(b, err)
	cases := []struct{ name, in string }{
		{"news", strings.Repeat("全县前三季度完成工业投资9.6亿元，同比增长7.2%，贷款利率又降了0.3个百分点。大家冒雨赶到渡口，把一箱箱新摘的柑橘搬上货船，盼着赶在霜降以前运到城里。", 50)},
		{"plain", strings.Repeat("会议强调，要坚持稳中求进的工作总基调，全面贯彻新发展理念，加快构建新发展格局，着力推动高质量发展。", 80)},
	}
	if os.Getenv("XINWEN_CASES") != "" {
		var all strings.Builder
		for _, c := range caseLines[struct{ Body string }](b, "../extract/gold.jsonl") {
			all.WriteString(c.Body)
		}
		cases = append(cases, struct{ name, in string }{"articles", all.String()})
	}
	for _, c := range cases {
		doc := text.New(c.in)
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.in)))
			b.ReportAllocs()
			for b.Loop() {
				r.Read(doc, Context{})
			}
		})
		b.Run(c.name+"/quantities", func(b *testing.B) {
			b.SetBytes(int64(len(c.in)))
			b.ReportAllocs()
			for b.Loop() {
				appendQuantities(nil, doc, &home{t: doc}, nil, 0)
			}
		})
	}
}

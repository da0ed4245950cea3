package claims

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// TestClasses holds one sentence of each class of constructions that were once read wrongly against its claims: subject,
// measure, relation and figure, then whatever of time, speaker, basis, aspect and modality is not empty or a fact.
func TestClasses(t *testing.T) {
	s := newStages(t)
	for _, c := range []struct{ name, text, want string }{
		{"plan over a comma", "我们将力争到2031年，全县肉牛饲养量达到40万头，苹果种植面积稳定在25万亩以上。",
			"全县|肉牛饲养量|is|40万头|T=2031年|target; 全县|苹果种植面积|at_least|25万亩以上|T=2031年|target"},
		{"plan named first", "根据方案，到2031年，全县造林面积不低于3万亩。", "全县|造林面积|at_least|不低于3万亩|T=2031年|target"},
		{"a plan as a noun", "全省播种小麦4130万亩，完成计划的76%。", "全省|播种小麦|is|4130万亩; 全省|完成计划|share_of|76%"},
		{"time of a title", "双方签订了《2021年协作框架协议》，青禾县投入资金500万元。", "青禾县|投入资金|is|500万元"},
		{"per household after who", "带动312户农户户均增收4600元。", "|带动农户|is|312户; |增收|is|4600元|mean"},
		{"publisher of data", "国家统计局15日发布数据，上半年国内生产总值66万亿元，同比增长5.3%。",
			"|国内生产总值|is|66万亿元|T=上半年; |国内生产总值|increase_by|5.3%|T=上半年|yoy"},
		{"breakdown", "上半年国内生产总值66万亿元。分季度看，一季度增长5.4%，二季度增长5.2%；分产业看，第一产业增加值3万亿元。",
			"|国内生产总值|is|66万亿元|T=上半年; |国内生产总值|increase_by|5.4%|T=一季度; |国内生产总值|increase_by|5.2%|T=二季度; 第一产业|增加值|is|3万亿元|T=上半年"},
		{"of which, in a new sentence", "2024年上半年，全省进出口3.4万亿元。其中，出口2.03万亿元。",
			"全省|进出口|is|3.4万亿元|T=2024年上半年; 全省|出口|is|2.03万亿元|T=2024年上半年"},
		{"a place clause before its noun", "位于高新区的生物医药产业园占地1200亩，入驻企业86家。", "生物医药产业园|占地|is|1200亩; 生物医药产业园|入驻企业|is|86家"},
		{"the ends of a line", "北京至上海高铁全长1318公里，设计时速350公里。", "北京至上海高铁|全长|is|1318公里; 北京至上海高铁|设计时速|is|350公里"},
		{"more of the same verb", "全县已建成高标准农田32万亩，再建5万亩。", "全县|建成高标准农田|is|32万亩; 全县|建成高标准农田|is|5万亩"},
		{"place that expects", "全县预计收购小麦18万吨。", "全县|收购小麦|is|18万吨|forecast"},
		{"a place with its people", "全村2600人，留守老人占四成，人均耕地不足一亩。", "留守老人|占|share_of|四成; 全村|人均耕地|below|不足一亩|mean"},
		{"place of those hit", "地震已造成甘肃113人遇难、536人受伤。", "甘肃|遇难|is|113人; 甘肃|受伤|is|536人"},
		{"counted places", "洪水发生后，38个县区51.3万人受灾，因灾死亡2人。", "38个县区|受灾|is|51.3万人; 38个县区|死亡|is|2人"},
		{"base of a comparison", "2018年全球经济增速为2.9%，低于此前3.1%的预期。", "全球|经济增速|is|2.9%|T=2018年"},
		{"base of another time", "该国房租水平较上一年同期上涨3.7%，低于去年8月4.4%的增速。", "该国|房租水平|increase_by|3.7%|yoy"},
		{"time of a base", "国庆假期期间，接待游客恢复到2019年同期的六成。", "|接待游客|is|六成|T=国庆假期期间"},
		{"times as much", "公司去年售出汽车24.8万辆，为上年的2.2倍。", "公司|售出汽车|is|24.8万辆|T=去年; 公司|售出汽车|multiply_by|2.2倍|T=去年"},
		{"time of speaking", "副省长李明远18日在兰州说，灾害已造成51.3万人受灾。", "灾害|造成受灾|is|51.3万人|S=李明远"},
		{"date of speaking in brackets", "周建国今日（20日）表示，已预留84亿港元。", "|预留|is|84亿港元|S=周建国"},
		{"answer of an interview", "周建国：四年多来，晋安区援助资金2.3亿元。", "晋安区|援助资金|is|2.3亿元|T=四年多来|S=周建国"},
		{"goes on to say", "周建国对此表示感谢，并介绍说，榆中县面积3301平方公里。", "榆中县|面积|is|3301平方公里|S=周建国"},
		{"rise of output", "原煤产量1872万吨，同比增产51万吨。", "原煤|产量|is|1872万吨; 原煤|产量|increase_by|51万吨|yoy"},
		{"bounded ones counted", "新开工项目9个，其中10亿元以上项目2个。", "|开工项目|is|9个; |10亿元以上项目|is|2个"},
		{"place in an order among many", "农村居民人均可支配收入居全省183个县第12位。", "农村居民|人均可支配收入|rank|第12位|mean"},
		{"places in two orders", "全市经济总量居全省第一、全国第三。", "全市|经济总量|rank|第一; 全市|经济总量|rank|第三"},
		{"term of a name", "央行开展7天期逆回购操作1735亿元。", "央行|开展7天期逆回购操作|is|1735亿元"},
		{"rate of a name", "百万吨死亡率为零。", ""},
		{"per unit of output", "单位GDP能耗下降3.2%，本地生产总值增长2%。", "|单位GDP能耗|decrease_by|3.2%; |本地生产总值|increase_by|2%"},
		{"sum that somebody's has", "总投资18.6亿元的青江水利枢纽二期工程通过竣工验收。", "青江水利枢纽二期工程|总投资|is|18.6亿元"},
		{"those that have", "目前全省有进出口实绩的企业超过11万家。", "全省|有进出口实绩的企业|exceeds|超过11万家"},
		{"receiver of an award", "对龙头企业最高奖励100万元。", "|奖励|at_most|100万元"},
		{"first figure, noun and verb", "230名选手参加比赛。", "选手|参加比赛|is|230名"},
		{"time between owner and measure", "日本去年11月核心消费价格同比上涨3%。", "日本|核心消费价格|increase_by|3%|T=去年11月|yoy"},
		{"mean of what", "试验田平均亩产1082.5公斤。", "试验田|平均亩产|is|1082.5公斤|mean"},
		{"time in what is said of a share", "18%的居民倾向在国庆前出游，19%的居民倾向在城里过年。", "居民|倾向在国庆前出游|share_of|18%; 居民|倾向在城里过年|share_of|19%"},
		{"dateline", "新华网长春1月10日电，事故造成2名游客死亡。", "事故|造成游客死亡|is|2名|T=1月10日"},
		{"number of a class that rises", "8只股票涨幅超过10%。", "|8只股票|increase_by|超过10%"},
		{"plan done", "全县固定资产投资完成24亿元，完成年度计划77.6%，同比增长12.1%。",
			"全县|固定资产投资|is|24亿元; 全县|完成年度计划|is|77.6%; 全县|固定资产投资|increase_by|12.1%|yoy"},
		{"number in the name of an index", "标准普尔500种股票指数上涨6.21点。", "|标准普尔500种股票指数|increase_by|6.21点"},
		{"times of a change", "央行连续加息十次。", "央行|加息|is|十次"},
		{"likened to another", "该国产能利用率为71.9%，与德国74.2%的利用率接近。", "该国|产能利用率|is|71.9%"},
		{"share with a place before", "河南段94%的断面水质在三类以上。", "断面水质|在三类以上|share_of|94%"},
		{"list of places and how many", "陇南、天水等9市州38个县区51.3万人受灾。", "陇南、天水等9市州38个县区|受灾|is|51.3万人"},
		{"batch, noun and verb", "首批100万剂疫苗已于昨日抵港。", "疫苗|抵港|is|100万剂"},
		{"output without a base", "由于干旱，粮食减产三成。", "粮食|减产|decrease_by|三成"},
		{"several with an amount each", "2023年全市有3家企业营业收入超过100亿元。", "3家企业|营业收入|exceeds|超过100亿元|T=2023年"},
		{"reporter after a speaker", "副县长李明远指出，全县修建公路300公里。记者走访看到，当地新建学校3所。",
			"全县|修建公路|is|300公里|S=李明远; 当地|新建学校|is|3所"},
		{"share with a range", "38%的受访者年龄在31至40岁。", "受访者|年龄在31至40岁|share_of|38%"},
		{"results that are only passed on", "2010年江口集团实现销售收入超过260亿元，而洪山集团仅为97亿元。",
			"江口集团|销售收入|exceeds|超过260亿元|T=2010年; 洪山集团|销售收入|is|97亿元|T=2010年"},
		{"what was expected", "第三季本地生产总值按年增长1.8%，低于市场预期的2.0%。", "|本地生产总值|increase_by|1.8%|T=第三季|yoy"},
		{"level that is expected", "财政赤字料达3000亿元。", "|财政赤字|is|3000亿元|forecast"},
		{"people of a place", "该工程惠及江北县的30多万名群众。", "该工程|群众|exceeds|30多万名"},
		{"index named after a mean", "道琼斯工业平均指数涨0.5%。", "|道琼斯工业平均指数|increase_by|0.5%"},
		{"place in force", "去年全县粮食产量24万吨，农村居民人均收入1.8万元，茶农人均收入2.1万元。",
			"全县|粮食产量|is|24万吨|T=去年; 全县|农村居民人均收入|is|1.8万元|T=去年|mean; 茶农|人均收入|is|2.1万元|T=去年|mean"},
		{"topic apart from what is counted", "新北市去年登革熱確診12例。", "新北市|登革熱確診|is|12例|T=去年"},
		{"sections of an indicator", "采矿业增加值增长4.3%，制造业增长6.9%。", "采矿业|增加值|increase_by|4.3%; 制造业|增加值|increase_by|6.9%"},
		{"basis of its own measure", "销量同比增长5%，价格下降2%。", "|销量|increase_by|5%|yoy; |价格|decrease_by|2%"},
		{"figure in what tells more", "全市拥有3家年产值过亿元的企业。", "全市|拥有企业|is|3家"},
		{"second object of a verb", "共投入救援力量3200人、各类车辆460台。", "|投入救援力量|is|3200人|total; |投入各类车辆|is|460台"},
		{"shares of a crowd", "受访农户中，七成增收，两成持平。", "受访农户|增收|share_of|七成; 受访农户|持平|share_of|两成"},
		{"place as the whole clause", "在江北新区，高新企业超过600家。", "江北新区|高新企业|exceeds|超过600家"},
		{"topic after a relative clause", "位于城东的体育中心上月启用，座位3万个。", "体育中心|座位|is|3万个|T=上月"},
		{"office that speaks and acts", "外交部指出，去年核发护照218万本。", "外交部|核发护照|is|218万本|T=去年|S=外交部"},
		{"told to do what follows", "法院判决被告赔偿损失12万元。", "被告|赔偿损失|is|12万元"},
		{"refuted", "网传全市裁员2000人不实。", "全市|裁员|is|2000人|denied"},
		{"time that is held against", "指数为50，高于9月的49.8；产量上升3%。", "|指数|is|50; |产量|increase_by|3%"},
		{"byline", "本报武汉12月31日电记者罗盘报道：全市粮食产量5万吨。", "全市|粮食产量|is|5万吨"},
		{"share ahead of the others", "受访企业以制造业234家最多。", "受访企业|制造业|is|234家"},
		{"what was seized", "警方检获毒品4.5公斤，市值300万港元。", "警方|检获毒品|is|4.5公斤; 毒品|市值|is|300万港元"},
		{"of what kind", "全市新增个案12宗，其中5宗为输入个案。", "全市|新增个案|is|12宗; 全市|输入个案|is|5宗"},
		{"record", "他以9秒98的成绩夺冠。", "他|成绩|is|9秒98"},
		{"largest change", "全国房价上涨2.1%，其中深圳涨幅最大，达5.6%。", "全国|房价|increase_by|2.1%; 深圳|房价|increase_by|5.6%"},
		{"ahead by a number", "全省口岸入境旅客268万人次，其中罗湖口岸最多，为62万人次。", "全省|口岸入境旅客|is|268万人次; 罗湖口岸|口岸入境旅客|is|62万人次"},
		{"run of rises", "香港楼价连升五个月，累积升幅达4.6%。", "|楼价|increase_by|4.6%|cumulative"},
		{"tariff", "本届书展门票成人30元、小童10元。", "成人|门票|is|30元; 小童|门票|is|10元"},
		{"firm with a name of two words", "中国移动去年5G用户数达6.2亿户。", "中国移动|5G用户数|is|6.2亿户|T=去年"},
		{"what an office records", "天文台录得最高气温34.8度。", "|最高气温|is|34.8度"},
		{"both sides own nothing", "双方签约项目18个，总投资126亿元。", "双方|签约项目|is|18个; |总投资|is|126亿元"},
		{"told to pay", "法院判处被告人有期徒刑6年，并处罚金20万元。", "被告人|有期徒刑|is|6年; 被告人|并处罚金|is|20万元"},
		{"greatest of a kind", "本次普查清点古树12.6万株，树龄最大的一株达1800年。", "本次普查|清点古树|is|12.6万株; 本次普查|树龄|is|1800年"},
		{"change of direction", "食用油价格由上月下降1.1%转为上涨0.6%。", "食用油|价格|increase_by|0.6%"},
		{"share of what was once", "旅客人数去年为43.8万人次，不到高峰时期的一成。", "|旅客人数|is|43.8万人次|T=去年; |旅客人数|below|一成|T=去年"},
		{"peers", "全国平均气温12度，沿海15度，山区8度。", "全国|平均气温|is|12度|mean; 沿海|平均气温|is|15度|mean; 山区|平均气温|is|8度|mean"},
		{"rumoured", "受影響學生不超過30名，並非網傳的200名。", "|受影響學生|at_most|不超過30名; |受影響學生|is|200名|denied"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := s.document(c.text, time.Date(2024, 11, 20, 0, 0, 0, 0, time.UTC))
			var got []string
			for _, m := range s.claims.Append(nil, d) {
				line := fmt.Sprintf("%s|%s|%s|%s", textOf(m.Subject), textOf(m.Measure), m.Relation, d.Text.Slice(d.Quantities[m.Quantity].Span))
				if m.Time != None {
					line += "|T=" + d.Text.Slice(d.Times[m.Time].Span)
				}
				if m.Speaker != nil {
					line += "|S=" + m.Speaker.Text
				}
				for _, p := range []string{string(m.Basis), string(m.Aspect), strings.TrimPrefix(string(m.Modality), string(Fact))} {
					if p != "" {
						line += "|" + p
					}
				}
				got = append(got, line)
			}
			assert.Equal(t, c.want, strings.Join(got, "; "))
		})
	}
}

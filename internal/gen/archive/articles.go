package main

// article is one of the invented articles of the miniature archive. People and outlets do not exist; places do.
type article struct {
	outlet  string // key of outlets
	path    string
	title   string
	date    string // 2024-03-05 09:12
	author  string
	editor  string
	paras   []string
	coding  string // of the response: "", gzip, br, chunked
	textual bool   // in the JSON Lines as text; otherwise as html
}

var articles = []article{
	{outlet: "longyuan", path: "/2023/06/bridge.html", title: "清水县牛头河大桥建成通车", date: "2023-06-20 10:05", author: "骆知微", editor: "秦雨桐", coding: "gzip", textual: true, paras: []string{
		"本报讯（记者 骆知微）6月19日，总投资1.26亿元的清水县牛头河大桥建成通车。清水县委副书记、县长喻承平，副县长柏文澜出席通车仪式。",
		"大桥全长486米，桥面宽24.5米，2021年4月开工建设。通车后，永清镇到白沙镇的车程由40分钟缩短至15分钟，惠及沿线6个乡镇8.3万名群众。",
		"喻承平说，今年全县还将投入3400万元，改造农村公路72公里。",
	}},
	{outlet: "longyuan", path: "/2024/02/appoint.html", title: "清水县召开领导干部会议", date: "2024-02-28 18:40", author: "骆知微", editor: "秦雨桐", textual: true, paras: []string{
		"2月28日，清水县召开领导干部会议，宣布市委关于清水县主要领导职务调整的决定：喻承平任清水县委书记；柏文澜任清水县委副书记，提名为县长候选人；免去鄢立诚的清水县委书记职务。",
		"天水市委常委、组织部部长岑书瑶出席会议并讲话。她说，这次调整是市委从大局出发作出的决定。",
		"喻承平在表态发言中表示，将团结带领全县干部群众，力争今年地区生产总值增长6.5%以上。",
	}},
	{outlet: "haihe", path: "/news/20240516/1.shtml", title: "河北区与清水县举行东西部协作座谈会", date: "2024-05-16 09:30", author: "闻人杰", editor: "苗一川", coding: "chunked", paras: []string{
		"5月15日下午，天津市河北区与清水县举行东西部协作座谈会，总结一年来的协作成果，共商下一步工作。",
		"河北区委书记蓝若溪，区委副书记、区长尉迟明，副区长祝怀远；清水县委书记喻承平，县委副书记、县长柏文澜，县政协主席温如海参加座谈会。",
		"蓝若溪说，两地结成协作关系已有7年多。2018年以来，河北区累计选派干部人才68名，投入帮扶资金1.42亿元，实施产业项目51个，带动3900余名群众就近就业。她表示，要把消费帮扶作为重点，力争今年实现消费帮扶8000万元。",
		"喻承平代表县委、县政府向河北区的支持表示感谢。他说，全县去年农村居民人均可支配收入达到1.38万元，增长7.9%。",
		"尉迟明主持会议。",
	}},
	{outlet: "zhujiang", path: "/jj/2024-04/23/c_1.htm", title: "佛山一季度外贸增长8.4%", date: "2024-04-23 11:20", author: "冼嘉禾", editor: "麦子健", coding: "gzip", textual: true, paras: []string{
		"佛山市统计局4月22日公布，一季度全市进出口总额1326.8亿元，同比增长8.4%，增速比上年同期提高2.1个百分点。其中出口1041.5亿元，增长9.7%；进口285.3亿元，增长3.8%。",
		"民营企业进出口占全市进出口总额的72.6%。家电出口312亿元，增长15.2%。",
		"佛山市副市长冼明远说，二季度将组织200家以上企业出海参展，预计全年外贸增长6%左右。",
	}},
	{outlet: "songliao", path: "/2024/0418/economy.html", title: "松原春耕备耕进度快于往年", date: "2024-04-18 07:55", author: "佟春生", editor: "白雪融", textual: true, paras: []string{
		"截至4月17日，松原市已备齐种子7.6万吨，占需求量的98%；化肥到位52万吨，同比增加3.5万吨。",
		"松原市农业农村局局长佟守田介绍，今年全市粮食作物播种面积稳定在1900万亩以上，其中玉米1350万亩、水稻210万亩。",
		"全市投入农机13.2万台（套），较去年增加4200台。佟守田说，4月25日前后玉米将开始大面积播种。",
	}},
	{outlet: "songliao", path: "/2024/0327/renmian.html", title: "松原市人大常委会任免名单", date: "2024-03-27 16:10", editor: "白雪融", coding: "br", paras: []string{
		"松原市人民代表大会常务委员会任免名单",
		"（2024年3月27日松原市第七届人民代表大会常务委员会第十八次会议通过）",
		"任命佟守田为松原市农业农村局局长；",
		"任命阿拉坦（蒙古族）为松原市民族宗教事务局局长；",
		"免去欧阳景和的松原市农业农村局局长职务；",
		"决定接受鲁北辰辞去松原市人民政府副市长职务的请求。",
	}},
	{outlet: "gangwan", path: "/local/2024/05/08/housing.html", title: "公屋輪候時間縮短至5.6年", date: "2024-05-08 14:02", author: "區樂怡", editor: "", coding: "gzip", textual: true, paras: []string{
		"【本報訊】房屋局局長方展鴻今日在立法會表示，截至今年3月底，公屋一般申請者的平均輪候時間為5.6年，較上一季縮短0.1年。",
		"方展鴻說，未來五年將有15.8萬個公營房屋單位落成，首年預算開支為420億元。",
		"立法會議員伍詠詩認為，當局應把輪候時間的目標訂在4.5年以內。",
	}},
	{outlet: "nanguo", path: "/life/20240611/a.html", title: "高雄輕軌全線旅運量突破三千萬人次", date: "2024-06-11 19:15", author: "簡以恩", editor: "", textual: true, paras: []string{
		"高雄市捷運局局長卓世恩11日表示，輕軌成圓通車至今累計旅運量突破3000萬人次，平日平均約3.6萬人次，假日5.8萬人次。",
		"市府今年編列2億4000萬元，改善36處路口號誌。副市長巫瑞庭說，年底前事故件數可望較去年減少三成。",
		"交通部民國112年核定的延伸線計畫，總經費約98億元。",
	}},
	{outlet: "zhujiang", path: "/sh/2024-06/17/c_2.htm", title: "强降雨致韶关1.2万人转移", date: "2024-06-17 21:48", author: "冼嘉禾", editor: "麦子健", paras: []string{
		"6月16日20时至17日20时，韶关市平均降雨量118.6毫米，最大为曲江区的267毫米，北江韶关站水位涨至54.2米，超警戒水位1.2米。",
		"韶关市应急管理局副局长罗永川通报，截至17日18时，全市转移群众12063人，倒塌房屋27间，农作物受灾面积3.4万亩，直接经济损失2.1亿元，无人员伤亡。",
		"广东省水利厅将应急响应由Ⅳ级提升至Ⅲ级。",
	}},
	{outlet: "dianxi", path: "/lvyou/20240502.html", title: "大理“五一”前两日接待游客61.5万人次", date: "2024-05-03 08:26", author: "段云舒", editor: "木晓岚", coding: "br", textual: true, paras: []string{
		"记者5月2日从大理州文化和旅游局获悉，“五一”假期前两日，全州共接待游客61.5万人次，同比增长12.7%，实现旅游收入7.3亿元。",
		"古城客栈平均入住率达93%，每间夜均价286元，比去年同期下降4%。",
		"大理州文化和旅游局副局长段云卿提醒，3日至4日洱海环湖公路将实行单向通行。",
	}},
	{outlet: "haihe", path: "/news/20240829/7.shtml", title: "津港重工上半年净利润增两成", date: "2024-08-29 17:33", author: "闻人杰", editor: "苗一川", textual: true, paras: []string{
		"津港重工股份有限公司8月29日发布半年报：上半年营业收入46.8亿元，同比增长11.5%；净利润3.92亿元，同比增长20.6%，毛利率由18.1%升至19.4%。",
		"公司董事长晏海山说，在手订单超过130亿元，预计全年交付船舶24艘。研发投入2.7亿元，占营业收入的5.8%。",
	}},
	{outlet: "longyuan", path: "/2024/09/court.html", title: "麦积区法院一审宣判一起虚假诉讼案", date: "2024-09-12 15:27", author: "骆知微", editor: "秦雨桐", coding: "chunked", textual: true, paras: []string{
		"9月12日，天水市麦积区人民法院对一起虚假诉讼案作出一审判决，被告人高某犯虚假诉讼罪，判处有期徒刑1年6个月，并处罚金3万元。",
		"法院查明，2022年8月至11月，高某虚构借款58万元，起诉亲属6人。",
		"麦积区人民法院院长石砚秋说，今年以来全院审结虚假诉讼案4件，挽回损失230余万元。",
	}},
	{outlet: "dianxi", path: "/jiaoyu/20240901.html", title: "弥渡县新学期新增学位2400个", date: "2024-09-01 09:00", author: "段云舒", editor: "木晓岚", textual: true, paras: []string{
		"9月1日，弥渡县城北小学等3所学校投入使用，新增学位2400个，总投资1.05亿元。",
		"弥渡县委副书记、县长木长青，县教育体育局局长字晓芸到校看望师生。木长青说，全县大班额比例已由2020年的23%降至3%以下。",
		"县财政今年安排教育支出6.2亿元，占一般公共预算支出的21.4%。",
	}},
}

// copies of the third article: by another outlet as it is, and by a content farm.
var copied = article{outlet: "longyuan", path: "/2024/05/meeting.html", title: "清水县与天津市河北区举行东西部协作座谈会", date: "2024-05-17 08:10", author: "", editor: "秦雨桐", textual: true}

// farmed is the third article in traditional characters, before the farm's annotation of single characters.
var farmed = article{outlet: "farm", path: "/read/83012.html", title: "河北區與清水縣舉行東西部協作座談會", date: "2024-06-02 03:14", coding: "gzip", paras: []string{
	"5月15日下午,天津市河北區與清水縣舉行東西部協作座談會,總結一年來的協作成果,共商下一步工作。",
	"河北區委書記藍若溪,區委副書記、區長尉遲明,副區長祝懷遠；清水縣委書記喻承平,縣委副書記、縣長柏文瀾,縣政協主席溫如海參加座談會。",
	"藍若溪說,兩地結成協作關系已有7年多。2018年以來,河北區累計選派干部人才68名,投入幫扶資金1.42億元,實施產業項目51個,帶動3900余名群眾就近就業。她表示,要把消費幫扶作為重點,力爭今年實現消費幫扶8000萬元。",
	"喻承平代表縣委、縣政府向河北區的支持表示感謝。他說,全縣去年農村居民人均可支配收入達到1.38萬元,增長7.9%。",
	"尉遲明主持會議。",
}}

// annotation is what the farm appends to characters.
var annotation = []struct{ char, reading string }{
	{"區", "qū"}, {"縣", "xiàn"}, {"會", "huì"}, {"書", "shū"}, {"協", "xié"}, {"結", "jié"}, {"來", "lái"}, {"說", "shuō"},
	{"實", "shí"}, {"產", "chǎn"}, {"業", "yè"}, {"個", "gè"}, {"帶", "dài"}, {"動", "dòng"}, {"萬", "wàn"}, {"長", "cháng"},
}

// english is a page that is not Chinese.
const english = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Harbour ferry returns to service</title></head><body>
<article><h1>Harbour ferry returns to service</h1>
<p>The harbour ferry resumed its service on Monday after two weeks of repairs. The operator said that the crossing would again run every twenty minutes.</p>
<p>About 9,000 passengers use the line on a working day. Fares stay at 3.20 dollars until the end of the year.</p></article></body></html>`

package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// Places that are not where the offices are: in names, as native places, as goals of journeys.
func TestContextOfPlaces(t *testing.T) {
	e := extractor(t)
	for in, want := range map[string]string{
		"8月3日,酒泉市肃州区代表团来访,与院长应延平座谈。记者李安溪报道。省政府副秘书长鲁志坚参加。":               "应延平: /院长/current/; 鲁志坚: 甘肃省政府/副秘书长/current/620000",
		"退役少将应海峰,湖南浏阳人,1970年入伍。甘谷县人武部政委罗启明到家中慰问。省军区司令员葛长林少将致电。":         "罗启明: 甘谷县人武部/政委/current/620523; 葛长林: 甘肃省军区/司令员/current/620000",
		"市长应海峰9日率市政府代表团访问法国里昂市,副市长罗启明、市政府秘书长葛长林陪同。":                     "应海峰: /市长/current/; 罗启明: /副市长/current/; 葛长林: 市政府/秘书长/current/",
		"天水市代表团赴绵阳市考察。天水市委书记应海峰率队,副市长罗启明参加。":                            "应海峰: 天水市委/书记/current/620500; 罗启明: 天水市政府/副市长/current/620500",
		"3月18日,应晓波到张掖市民乐县调研。全镇去年新建高标准农田1.2万亩。省政府副秘书长鲁志强参加。":             "鲁志强: 甘肃省政府/副秘书长/current/620000",
		"市委书记应海峰率团赴天津市考察。副市长罗启明陪同。天水市的企业很多。":                            "应海峰: 天水市委/书记/current/620500; 罗启明: 天水市政府/副市长/current/620500",
		"市委书记应海峰赴天水市清水县调研。副市长罗启明陪同。":                                    "应海峰: 天水市委/书记/current/620500; 罗启明: 天水市政府/副市长/current/620500",
		"葛长林毕业于兰州大学,1960年生于陕西蓝田。会宁县召开大会,县委书记应海峰讲话,市委副书记罗启明到会。白银市各县区收看。": "应海峰: 会宁县委/书记/current/620422; 罗启明: 白银市委/副书记/current/620400",
	} {
		assert.Equal(t, want, told(e.People(text.New(in), nil, entities.Context{})), in)
	}
}

// The lines below a heading have its status.
func TestHeadings(t *testing.T) {
	e := extractor(t)
	for in, want := range map[string]string{
		"省政府决定,任命:\n应建平为省发展和改革委员会主任;\n罗秀英(女)为省民政厅厅长。\n免去:\n张文学的省发展和改革委员会主任职务;\n李春生的省教育厅副厅长、省教育考试院院长职务,退休。\n会议由副省长葛长林主持。": "应建平: 省发改委/主任/appointed/; 罗秀英: 省民政厅/厅长/appointed/; 张文学: 省发改委/主任/dismissed/; 李春生: 省教育厅/副厅长/dismissed/, 省教育考试院/院长/dismissed/; 葛长林: /副省长/current/",
		"会议免去应建平的天水市财政局局长职务;罗秀英的天水市民政局副局长职务。":       "应建平: 天水市财政局/局长/dismissed/620500; 罗秀英: 天水市民政局/副局长/dismissed/620500",
		"决定接受应国栋辞去清水县监察委员会副主任职务的请求。":                "应国栋: 清水县监委/副主任/dismissed/620521",
		"会议要求:\n应建平为组长、罗秀英为副组长,各单位配合。\n清水县县长葛长林出席。": "应建平: /组长/current/; 罗秀英: /副组长/current/; 葛长林: 清水县政府/县长/current/620521",
	} {
		assert.Equal(t, want, told(e.People(text.New(in), nil, entities.Context{})), in)
	}
}

// Names that are easily cut wrongly, with and without tokens.
func TestNames(t *testing.T) {
	e := extractor(t)
	seg, err := segment.New()
	require.NoError(t, err)
	for in, want := range map[string]string{
		"陇南市长孙启明、清水县长孙某,院长孙立":               "孙启明: 陇南市政府/市长/current/621200; 孙某: 清水县政府/县长/current/620521; 孙立: /院长/current/",
		"韩国外交部长官朴京和、驻华大使应夏成。外长朴京和与副外长李某会见。": "朴京和: 韩国外交部/长官/current/, /外长/current/; 应夏成: 韩国驻华大使馆/大使/current/; 李某: /副外长/current/",
		"清水县教育局长长孙立平":                       "长孙立平: 清水县教育局/局长/current/620521",
	} {
		tx := text.New(in)
		assert.Equal(t, want, told(e.People(tx, nil, entities.Context{})), in)
		assert.Equal(t, want, told(e.People(tx, seg.Append(nil, tx), entities.Context{})), in)
	}
}

// A pronoun that is an object is not the subject of its clause.
func TestObjectPronouns(t *testing.T) {
	e := extractor(t)
	for in, want := range map[string][]string{
		"应海峰是清水县副县长。罗启明院长告诉他,床位够了。他点头。": {"应海峰", "他"},
		"清水县县长应海峰对他说,雨停了。他笑了。":          {"应海峰"},
		"清水县县长应海峰违纪,有关部门找他谈话。":          {"应海峰", "他"},
	} {
		p := e.People(text.New(in), nil, entities.Context{})
		require.NotEmpty(t, p, in)
		var got []string
		for _, m := range p[0].Mentions {
			got = append(got, in[m.Start:m.End])
		}
		assert.Equal(t, want, got, in)
	}
}

// Organisations whose names are easily cut or left without what was elided.
func TestOrganisationsOfPosts(t *testing.T) {
	e := extractor(t)
	for in, want := range map[string]string{
		// numerals in names of villages and townships
		"静宁县界石铺镇七里村党支部书记、村委会主任应宝成":                "应宝成: 七里村党支部/书记/current/620826, 七里村村委会/主任/current/620826",
		"五里铺村村委会主任应强、十里堡乡乡长罗明、三里店街道办事处主任葛平,三名村干部": "应强: 五里铺村村委会/主任/current/; 罗明: 十里堡乡政府/乡长/current/; 葛平: 三里店街道办事处/主任/current/",
		"清水县红堡镇猪背岭村驻村第一书记兼工作队队长应海峰,车坝村老支书罗明":      "应海峰: 猪背岭村/第一书记/current/620521, 猪背岭村驻村工作队/队长/current/620521; 罗明: 车坝村/老支书/current/620521",
		// departments of several fields
		"敦煌市文体广电和旅游局局长应强,市住房城乡建设和交通局副局长罗明": "应强: 敦煌市文体广电和旅游局/局长/current/620982; 罗明: 敦煌市住房城乡建设和交通局/副局长/current/620982",
		"湖南省高管局局长应强,甘肃省中西医结合学会会长罗明":        "应强: 湖南省高管局/局长/current/430000; 罗明: 甘肃省中西医结合学会/会长/current/",
		// army
		"兰州军区原副政委、中将应永发,武警某部支队长、上校罗勇": "应永发: 兰州军区/副政委/former/; 罗勇: 武警某部/支队长/current/",
		// companies
		"东岭煤业集团有限责任公司党委书记、董事长应建军介绍。\n总经理、党委副书记罗强说。工会主席葛红、纪委书记鲁平、安全总监芦志远参加。": "应建军: 东岭煤业集团有限责任公司党委/书记/current/, 东岭煤业集团有限责任公司/董事长/current/; 罗强: 东岭煤业集团有限责任公司/总经理/current/, 东岭煤业集团有限责任公司党委/副书记/current/; 葛红: 东岭煤业集团有限责任公司工会/主席/current/; 鲁平: 东岭煤业集团有限责任公司纪委/书记/current/; 芦志远: 东岭煤业集团有限责任公司/安全总监/current/",
		"民乐县人民医院院长应延平说。医院党委书记罗某,副院长兼护理部主任葛兰陪同。":                             "应延平: 民乐县人民医院/院长/current/; 罗某: 民乐县人民医院党委/书记/current/; 葛兰: 民乐县人民医院/副院长/current/, 民乐县人民医院护理部/主任/current/",
		"鴻海精密總裁應海銘、聯電執行長羅志強,知道创宇总裁葛冀龙":                                      "應海銘: 鸿海精密/总裁/current/; 羅志強: 联电/执行长/current/; 葛冀龙: 知道创宇/总裁/current/",
		"市属国企海运集团董事长应海,省外游中心总经理罗明,中汽协秘书长葛华":                                 "应海: 海运集团/董事长/current/; 罗明: 省外游中心/总经理/current/; 葛华: 中汽协/秘书长/current/",
		// what stands inside a name is restored too
		"甘肃榆中县消息,团县委书记应丽、民盟省委主委罗光": "应丽: 团榆中县委/书记/current/620123; 罗光: 民盟甘肃省委/主委/current/620000",
		// Taiwan
		"行政院長應貞榮,花蓮縣長羅榛蔚說。農業處處長葛淑惠到場。":            "應貞榮: 台湾行政院/院长/current/710000; 羅榛蔚: 花莲县政府/县长/current/710000; 葛淑惠: 花莲县政府农业处/处长/current/710000",
		"台東縣議會議長應慶鈴、副議長羅宏宗以及綠島鄉長葛生發,連國健局局長芦淑媞都來了": "應慶鈴: 台东县议会/议长/current/710000; 羅宏宗: 台东县议会/副议长/current/710000; 葛生發: 绿岛乡政府/乡长/current/710000; 芦淑媞: 台湾国健局/局长/current/710000",
		// hospitals, foreign companies, bodies before the name with the title behind it
		"復健科主任應筱萍、林務局森林育樂組組長羅尚達,榮新診所副院長葛一成": "應筱萍: 复健科/主任/current/; 羅尚達: 林务局森林育乐组/组长/current/; 葛一成: 荣新诊所/副院长/current/",
		"格兰仕副总裁应骥烈说,董事会收到独立董事罗青的辞职报告":       "应骥烈: 格兰仕/副总裁/current/; 罗青: 格兰仕/独立董事/current/",
		"清水县公安局葛明局长、国民健康局罗淑媞局长到会":           "葛明: 清水县公安局/局长/current/620521; 罗淑媞: 清水县国民健康局/局长/current/620521",
		// lists of people with what describes them
		"组织部公示:应日娜,女,壮族,海城区委常委、宣传部部长;罗绍光,男,瑶族,北海市海洋局总规划师": "应日娜: 海城区委/常委/current/450502, 海城区委宣传部/部长/current/450502; 罗绍光: 北海市海洋局/总规划师/current/450500",
		"清远市阳山县林业局副局长应国栋,市卫健委主任罗志强":                       "应国栋: 阳山县林业局/副局长/current/441823; 罗志强: 清远市卫健委/主任/current/441800",
		"原觀光處處長應子健調任縣府秘書長,工務處長羅柏融說,女舰长葛舒窈":                "應子健: 观光处/处长/former/, 县政府/秘书长/appointed/; 羅柏融: 工务处/处长/current/; 葛舒窈: /舰长/current/",
		// no people
		"市長施政滿意度創新低,会计罗大爷说":               "",
		"高三(3)班班主任王老师发了笔。主持人说:谢谢司长,感谢部长。": "",
	} {
		assert.Equal(t, want, told(e.People(text.New(in), nil, entities.Context{})), in)
	}
}

func TestAttributes(t *testing.T) {
	e := extractor(t)
	for in, want := range map[string]map[string]string{
		"省水利厅厅长应占彪受审。应占彪简历:男,汉族,1959年7月出生,甘肃通渭人。":                    {"gender": "男", "ethnicity": "汉族", "birth": "1959年7月", "native_place": "甘肃通渭"},
		"应正清同志1931年4月生于湖北省黄冈县,1949年加入中国共产党,曾任黄冈县县长,2018年3月逝世,享年87岁。": {"birth": "1931年4月", "native_place": "湖北省黄冈县", "party": "中共党员"},
		"空军某师师长、大校应磊率队": {"military_rank": "大校"},
	} {
		p := e.People(text.New(in), nil, entities.Context{})
		if assert.Len(t, p, 1, in) {
			assert.Equal(t, want, p[0].Attributes, in)
		}
	}
}

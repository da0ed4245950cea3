package entities_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// told writes people as "name: org/position/status/code, …; name: …".
func told(people []entities.Person) string {
	var out []string
	for _, p := range people {
		var posts []string
		for _, q := range p.Posts {
			code := ""
			if q.Place != nil {
				code = q.Place.Code
			}
			posts = append(posts, strings.Join([]string{q.Org, q.Position, string(q.Status), code}, "/"))
		}
		out = append(out, p.Name+": "+strings.Join(posts, ", "))
	}
	return strings.Join(out, "; ")
}

func extractor(t testing.TB) *entities.Extractor {
	e, err := entities.New()
	require.NoError(t, err)
	return e
}

func TestPeople(t *testing.T) {
	e := extractor(t)
	for in, want := range map[string]string{
		// lists, shared titles, elided places
		"岷县县长祁国梁、副县长马成祥,县公安局局长段正红": "祁国梁: 岷县政府/县长/current/621126; 马成祥: 岷县政府/副县长/current/621126; 段正红: 岷县公安局/局长/current/621126",
		"天水市副市长沈静波、廖志远和柳成荫参加":      "沈静波: 天水市政府/副市长/current/620500; 廖志远: 天水市政府/副市长/current/620500; 柳成荫: 天水市政府/副市长/current/620500",
		"济南市公安局长陆明远,市委宣传部长边学礼":     "陆明远: 济南市公安局/局长/current/370100; 边学礼: 济南市委宣传部/部长/current/370100",
		"莒县县委常委、组织部部长佟艳萍":          "佟艳萍: 莒县委/常委/current/371122, 莒县委组织部/部长/current/371122",
		"省农业农村厅党组书记、厅长汪玉成":         "汪玉成: 省农业农村厅党组/书记/current/, 省农业农村厅/厅长/current/",
		"甘肃省第十三届人大常委会副主任钱伟民":       "钱伟民: 甘肃省人大常委会/副主任/current/620000",
		"泰山区委书记苗守义、区长安凤仪、岱岳区区长池明辉": "苗守义: 泰山区委/书记/current/370902; 安凤仪: 泰山区政府/区长/current/370902; 池明辉: 岱岳区政府/区长/current/370911",
		"新疆维吾尔自治区副主席吾买尔江·卡德尔":      "吾买尔江·卡德尔: 新疆维吾尔自治区政府/副主席/current/650000",
		"清华大学副校长荀家麒,华为公司董事长应海涛":    "荀家麒: 清华大学/副校长/current/; 应海涛: 华为公司/董事长/current/",
		"武警辽宁省总队司令员谷长江少将、政委芦志高":    "谷长江: 武警辽宁省总队/司令员/current/210000; 芦志高: 武警辽宁省总队/政委/current/210000",
		"外交部长邀请马来西亚外长哈桑·阿卜杜拉访华":    "哈桑·阿卜杜拉: 马来西亚外交部/外长/current/",
		"俄罗斯总统奥列格·涅米宁、国防部长谢尔盖·诺索夫": "奥列格·涅米宁: 俄罗斯/总统/current/; 谢尔盖·诺索夫: 俄罗斯国防部/部长/current/",
		"中国驻芬兰大使卫长江":               "卫长江: 中国驻芬兰大使馆/大使/current/",
		"金門縣副縣長翁志堅,縣議員許原彬":         "翁志堅: 金门县政府/副县长/current/710000; 許原彬: 金门县议会/议员/current/710000",
		"律政司司長駱志恒與入境處處長鄧明德":        "駱志恒: 香港律政司/司长/current/810000; 鄧明德: 香港入境处/处长/current/810000",
		"院长为羿长风,党委书记由曹春雷担任":        "羿长风: /院长/current/; 曹春雷: 党委/书记/current/",
		"董事长车鸿运、总经理芮国栋":            "车鸿运: /董事长/current/; 芮国栋: /总经理/current/",
		"国务委员兼公安部部长蓝志坚":            "蓝志坚: 国务院/国务委员/current/, 公安部/部长/current/",
		// titles behind names
		"天水市柳成荫市长指出":         "柳成荫: 天水市政府/市长/current/620500",
		"陆明远同志任天水市委书记":       "陆明远: 天水市委/书记/appointed/620500",
		"王局长说":               "王: /局长/current/",
		"欧阳部长和陈书记交换了意见":      "欧阳: /部长/current/; 陈: /书记/current/",
		"记者见到了天水市常务副市长邱振国先生": "邱振国: 天水市政府/常务副市长/current/620500",
		// status
		"天水市原副市长邬大鹏":                         "邬大鹏: 天水市政府/副市长/former/620500",
		"前省长鞠长海、时任天水市委书记缪水根":                 "鞠长海: 甘肃省政府/省长/former/620000; 缪水根: 天水市委/书记/former/620500",
		"任命鲜于敏为教育部副部长,免去常维远的教育部副部长职务":        "鲜于敏: 教育部/副部长/appointed/; 常维远: 教育部/副部长/dismissed/",
		"桑海涛当选天水市市长,明玉兰不再担任天水市副市长":           "桑海涛: 天水市政府/市长/appointed/620500; 明玉兰: 天水市政府/副市长/dismissed/620500",
		"孙贺东,现任天水市副市长,拟任天水市委常委":              "孙贺东: 天水市政府/副市长/current/620500, 天水市委/常委/proposed/620500",
		"卞卫东被停职的局长职务尚未恢复":                    "",
		"蔺相成不再担任天水市市长,由侯孝先接任":                "蔺相成: 天水市政府/市长/dismissed/620500; 侯孝先: 天水市政府/市长/appointed/620500",
		"局长甲说明,副处长贾文斌和科长谭晓光分别接任天水市财政局局长和副局长": "贾文斌: /副处长/former/, 天水市财政局/局长/appointed/620500; 谭晓光: /科长/former/, 天水市财政局/副局长/appointed/620500",
		"天水市代市长逯克宗":                          "逯克宗: 天水市政府/市长/acting/620500",
		// traps
		"位于合肥市长江路的省长办公室、局长信箱": "",
		"总统府前,市长热线接到电话":       "",
		"北京市长城饭店的主任医师于洋":      "",
		"警方称,李小明系该校教师":        "",
	} {
		assert.Equal(t, want, told(e.People(text.New(in), nil, entities.Context{})), in)
	}
}

func TestLife(t *testing.T) {
	e := extractor(t)
	s := "娄伯安,男,回族,1961年3月生,河北唐山人,中共党员。历任清水县副县长、县委副书记,天水市水利局局长,2009年任陇南市副市长。现任甘肃省水利厅厅长。他著有诗集。"
	people := e.People(text.New(s), nil, entities.Context{})
	require.Len(t, people, 1)
	assert.Equal(t, "娄伯安: 清水县政府/副县长/former/620521, 清水县委/副书记/former/620521, 天水市水利局/局长/former/620500, 陇南市政府/副市长/former/621200, 甘肃省水利厅/厅长/current/620000", told(people))
	assert.Equal(t, map[string]string{"gender": "男", "ethnicity": "回族", "birth": "1961年3月", "native_place": "河北唐山", "party": "中共党员"}, people[0].Attributes)
	assert.Equal(t, entities.Pronoun, people[0].Mentions[1].Kind)
}

func TestDates(t *testing.T) {
	e := extractor(t)
	in := func(year int) string {
		p := e.People(text.New("洪泽县县长祁国梁"), nil, entities.Context{Date: time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC)})
		require.Len(t, p, 1)
		return p[0].Posts[0].Place.Code
	}
	assert.Equal(t, "320829", in(1998))
	assert.Equal(t, "320829", in(2010))
}

func TestAbstention(t *testing.T) {
	e := extractor(t)
	p := e.People(text.New("和平区副区长段承义"), nil, entities.Context{})
	require.Len(t, p, 1)
	place := p[0].Posts[0].Place
	assert.Empty(t, place.Code)
	assert.ElementsMatch(t, []string{"120101", "210102"}, place.Candidates)
	assert.Empty(t, p[0].Posts[0].Rank)
	for hint, code := range map[string]string{"天津日报": "120101", "沈阳网": "210102"} {
		p := e.People(text.New("和平区副区长段承义"), nil, entities.Context{Outlet: hint})
		assert.Equal(t, code, p[0].Posts[0].Place.Code)
		assert.Equal(t, entities.ByHint, p[0].Posts[0].Place.How)
	}
	p = e.People(text.New("沈阳市召开会议。和平区副区长段承义出席。"), nil, entities.Context{Outlet: "天津日报"})
	assert.Equal(t, "210102", p[0].Posts[0].Place.Code) // the text goes before the hint
}

// Townships are those of the date: a name of one county only is enough, one of several is not, and 顺河|镇党委 is no body of
// 顺河区.
func TestTownshipsAtDate(t *testing.T) {
	e := extractor(t)
	place := func(in string, year int) *entities.Place {
		p := e.People(text.New(in), nil, entities.Context{Date: time.Date(year, 3, 1, 0, 0, 0, 0, time.UTC)})
		require.Len(t, p, 1, in)
		return p[0].Posts[0].Place
	}
	assert.Equal(t, "120117", place("俵口乡党委书记王建国介绍情况。", 2016).Code)
	assert.Equal(t, "110228", place("巨各庄镇党委书记王建国介绍情况。", 2012).Code)
	assert.Equal(t, "110118", place("巨各庄镇党委书记王建国介绍情况。", 2022).Code)
	several := place("顺河镇党委书记王建国介绍情况。", 2018)
	assert.Empty(t, several.Code)
	assert.Greater(t, len(several.Candidates), 1)
}

func TestRanks(t *testing.T) {
	e := extractor(t)
	for in, want := range map[string]string{
		"中共中央政治局委员陆明远":    "国家级副职",
		"教育部部长陆明远":        "省部级正职",
		"甘肃省副省长陆明远":       "省部级副职",
		"广州市市长陆明远":        "省部级副职",
		"广州市副市长陆明远":       "厅局级正职",
		"天水市市长陆明远":        "厅局级正职",
		"天津市河西区副区长陆明远":    "厅局级副职",
		"清水县人民法院院长陆明远":    "县处级副职",
		"清水县教育局局长陆明远":     "乡科级正职",
		"甘肃省教育厅副厅长陆明远":    "厅局级副职",
		"清水县公安局局长陆明远":     "", // the heads of the police often rank higher
		"天津市河西区委副书记陆明远":   "",
		"清华大学校长陆明远":       "",
		"清水县红堡镇副镇长陆明远":    "乡科级副职",
		"西藏自治区党委副书记陆明远":   "省部级副职",
		"清水县委副书记、县长陆明远":   "县处级正职",
		"清水县政协副主席陆明远":     "县处级副职",
		"杭州市西湖区区长陆明远":     "厅局级副职",
		"杭州市财政局局长陆明远":     "厅局级副职",
		"最高人民检察院检察长陆明远":   "国家级副职",
		"华中工业集团总经理陆明远":    "",
		"浙江省人大常委会副主任陆明远":  "省部级副职",
		"浙江省委常委、组织部部长陆明远": "省部级副职",
	} {
		p := e.People(text.New(in), nil, entities.Context{})
		if assert.Len(t, p, 1, in) {
			assert.Equal(t, want, p[0].Posts[0].Rank, in)
			assert.Equal(t, want == "", p[0].Posts[0].RankWhy == "", in)
		}
	}
}

func TestMentions(t *testing.T) {
	e := extractor(t)
	s := "天水市副市长邱振国到清水县调研。邱振国副市长指出,果园要管好。他说,冬天快到了。其他人没有说话。陪同的郭四清认为他说得对。邱副市长随后离开。"
	p := e.People(text.New(s), nil, entities.Context{})
	require.Len(t, p, 1)
	var got []string
	for _, m := range p[0].Mentions {
		got = append(got, s[m.Start:m.End]+" "+string(m.Kind))
	}
	assert.Equal(t, []string{"邱振国 full", "邱振国副市长 full", "他 pronoun", "邱副市长 surname_title"}, got)
}

// Tokens are evidence, not a precondition: the seed of every test gives the same people with and without them.
func TestTokens(t *testing.T) {
	e := extractor(t)
	seg, err := segment.New()
	require.NoError(t, err)
	tx := text.New(news)
	assert.Equal(t, told(e.People(tx, nil, entities.Context{})), told(e.People(tx, seg.Append(nil, tx), entities.Context{})))
}

func TestConcurrent(t *testing.T) {
	e := extractor(t)
	want := told(e.People(text.New(news), nil, entities.Context{}))
	done := make(chan string)
	for range 8 {
		go func() { done <- told(e.People(text.New(news), nil, entities.Context{})) }()
	}
	for range 8 {
		assert.Equal(t, want, <-done)
	}
}

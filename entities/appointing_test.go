package entities_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/text"
)

// tellAll checks what is told of the people of each text, whose date is 2008.
func tellAll(t *testing.T, cases map[string]string) {
	t.Helper()
	e := extractor(t)
	c := entities.Context{Date: time.Date(2008, 5, 1, 0, 0, 0, 0, time.UTC)}
	for in, want := range cases {
		assert.Equal(t, want, told(e.People(text.New(in), nil, c)), in)
	}
}

// The name of who is appointed ends before 为, 出任 and the like.
func TestAppointingFrames(t *testing.T) {
	tellAll(t, map[string]string{
		"公司董事会昨日任命原财务总监李明为代理首席执行官。":     "李明: /财务总监/former/, /首席执行官/acting/",
		"董事会聘请原副总裁陈晓光为公司总经理。":           "陈晓光: /副总裁/former/, 公司/总经理/appointed/",
		"大会推选赵永福为会长,钱文彬为秘书长。":           "赵永福: /会长/appointed/; 钱文彬: /秘书长/appointed/",
		"村民推举李大有出任村主任。":                 "李大有: /村主任/appointed/",
		"该行聘张凯为首席经济学家,聘周海涛为行长。":         "张凯: /首席经济学家/appointed/; 周海涛: /行长/appointed/",
		"会议决定任命副县长高志为县长。":               "高志: /副县长/former/, /县长/appointed/",
		"总统任命原外交部长马克维奇为总理。":             "马克维奇: 外交部/部长/former/, /总理/appointed/",
		"会议免去罗秀英的副市长职务和任期届满的欧阳景和的院长职务。": "罗秀英: /副市长/dismissed/; 欧阳景和: /院长/dismissed/",
	})
}

// 双方, 两国 and 两市 are the parties named before, in their order; where these are not told nobody's office has a body.
func TestParties(t *testing.T) {
	tellAll(t, map[string]string{
		"法國總統杜瓦爾14日抵達柏林,與德國總理施密特會談,雙方外長貝爾納和韋伯在座。": "杜瓦爾: 法国/总统/current/; 施密特: 德国/总理/current/; 貝爾納: 法国外交部/外长/current/; 韋伯: 德国外交部/外长/current/",
		"埃及总统哈米德和约旦国王侯赛因会谈后,两国国防部长萨利姆和纳赛尔举行会晤。":   "哈米德: 埃及/总统/current/; 侯赛因: 约旦/国王/current/; 萨利姆: 埃及国防部/部长/current/; 纳赛尔: 约旦国防部/部长/current/",
		"广州市和佛山市签署协议,两市市长林树森、黄龙云出席。":              "林树森: 广州市政府/市长/current/440100; 黄龙云: 佛山市政府/市长/current/440600",
		"会谈后,两国外长施泰因和范光明签署了合作文件。":                 "施泰因: /外长/current/; 范光明: /外长/current/",
	})
}

// Procurators and courts by their short names belong to the place or the court named before.
func TestCourtsInShort(t *testing.T) {
	tellAll(t, map[string]string{
		"平舆县公安局干警到场。县检察长张立新、法院院长李国富出席会议。": "张立新: 平舆县检察院/检察长/current/411723; 李国富: 平舆县法院/院长/current/411723",
		"平舆县法院院长李国富、检察长张立新。":              "李国富: 平舆县法院/院长/current/411723; 张立新: 平舆县检察院/检察长/current/411723",
		"广东省高级人民法院昨日宣判。高院审判委员会专职委员陈华杰介绍。": "陈华杰: 广东省高级法院审判委员会/专职委员/current/440000",
		"南通市中级人民法院开庭审理此案。中院副院长周海到庭。":      "周海: 南通市中级法院/副院长/current/320600",
		"最高法副院长江必清出席,最高检副检察长邱学军讲话。":       "江必清: 最高人民法院/副院长/current/; 邱学军: 最高人民检察院/副检察长/current/",
	})
}

// Those who serve the head of a state are no heads of state.
func TestAides(t *testing.T) {
	tellAll(t, map[string]string{
		"日本首相特使森田喜朗抵达北京。":                   "森田喜朗: 日本/首相特使/current/",
		"韩国总统特使李海成访华。":                      "李海成: 韩国/总统特使/current/",
		"美国总统国家安全顾问哈德利会见了他。":                "哈德利: 美国/总统国家安全顾问/current/",
		"中国国家主席特使张志军出席。":                    "张志军: 中国/国家主席特使/current/",
		"白宫发言人卡尼、俄总统新闻秘书季马科娃说。":             "卡尼: 白宫/发言人/current/; 季马科娃: 俄罗斯/总统新闻秘书/current/",
		"日本经济产业大臣世耕弘成、外务大臣河野太一、防相岩屋毅。":      "世耕弘成: 日本经济产业省/大臣/current/; 河野太一: 日本外务省/外务大臣/current/; 岩屋毅: 日本防卫省/防相/current/",
		"日本财务大臣麻生次郎、厚生劳动大臣加藤信、文部科学大臣林芳正出席。": "麻生次郎: 日本财务省/财务大臣/current/; 加藤信: 日本厚生劳动省/大臣/current/; 林芳正: 日本文部科学省/大臣/current/",
	})
}

// A name goes on to the conjunction, a minority name to its last syllable, a village does not begin within a name.
func TestNamesBeforeWords(t *testing.T) {
	tellAll(t, map[string]string{
		"镇长吴丽娟和黄坛村党支部书记、村委会主任季仁富到场。": "吴丽娟: /镇长/current/; 季仁富: 黄坛村党支部/书记/current/, 黄坛村村委会/主任/current/",
		"副镇长李国平和大塘村支书黄仁贵一起看望了老人。":    "李国平: /副镇长/current/; 黄仁贵: 大塘村/支书/current/",
		"副州长才让当知参加会议。":               "才让当知: /副州长/current/",
		"县委书记旦正才让参加。":                "旦正才让: 县委/书记/current/",
		"副主席努尔白克力参加会议。":              "努尔白克力: /副主席/current/",
		"局长段方则强调,要抓安全。":              "段方: /局长/current/",
		"副局长肖克和先后赶到现场。":              "肖克和: /副局长/current/",
		"局长李少南向记者介绍情况。":              "李少南: /局长/current/",
		"村委会主任老韩、厂长老张和副乡长小李来了。":      "老韩: 村委会/主任/current/; 老张: /厂长/current/; 小李: /副乡长/current/",
		"中国足协正、副主席王强、李伟出席会议。":        "王强: 中国足协/主席/current/; 李伟: 中国足协/副主席/current/",
	})
}

// Bodies told in short go on with the place, state or institution of the passage.
func TestBodiesToldBefore(t *testing.T) {
	tellAll(t, map[string]string{
		"榆中县三角城乡召开大会。乡党委书记李平、乡长赵军参加。":                 "李平: 三角城乡党委/书记/current/620123; 赵军: 三角城乡政府/乡长/current/620123",
		"菲律宾总统发言人阿贝拉说,总统将访问日本。外交部长卡耶塔、国防部长洛伦扎陪同访问。":   "阿贝拉: 菲律宾/总统发言人/current/; 卡耶塔: 菲律宾外交部/部长/current/; 洛伦扎: 菲律宾国防部/部长/current/",
		"空军某师师长孙毅峰说,飞行员已适应新机型。师政治委员何文超在塔台指挥。":         "孙毅峰: 空军某师/师长/current/; 何文超: 空军某师/政治委员/current/",
		"南山市第二医院院长石应康说,医院已派出医疗队。急诊科主任胡卫建、护理部主任成翼娟随队。": "石应康: 南山市第二医院/院长/current/; 胡卫建: 南山市第二医院急诊科/主任/current/; 成翼娟: 南山市第二医院护理部/主任/current/",
		"联合国秘书长安东尼奥任命塞拉诺为苏丹问题特使。":                     "安东尼奥: 联合国/秘书长/current/; 塞拉诺: /苏丹问题特使/appointed/",
		"国足领队朱和元、工程界立法會議員盧偉民出席。":                      "朱和元: 国足/领队/current/; 盧偉民: 香港立法会/议员/current/810000",
	})
}

// A head without a body is that of the nearest institution before it.
func TestInstitutionJustNamed(t *testing.T) {
	tellAll(t, map[string]string{
		"考察團參觀了津貼中學,之後到訪觀塘官立中學,獲校長黃廣威接待。": "黃廣威: 观塘官立中学/校长/current/",
		"记者来到红星机械厂,由厂长李茂林陪同参观。":           "李茂林: 红星机械厂/厂长/current/",
		"记者在长城电子有限公司见到了董事长陈锡康。":           "陈锡康: 长城电子有限公司/董事长/current/",
		"刘云一行前往云南大学,在校长何天淳陪同下参观了图书馆。":     "何天淳: 云南大学/校长/current/",
	})
}

// Offices of townships lie in the county named nearest, in none where two are named side by side.
func TestTownshipOffices(t *testing.T) {
	tellAll(t, map[string]string{
		"榆中县召开大会。派出所所长王勇参加。":          "王勇: 派出所/所长/current/620123",
		"榆中县和定远县联合开会。派出所所长王勇介绍。":      "王勇: 派出所/所长/current/",
		"8月3日,天水市秦州区召开会议。东关街道办主任李进说。": "李进: 东关街道办/主任/current/620502",
	})
}

package entities

import (
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
	"github.com/xinwen-go/xinwen/text"
)

// regionBodies are bodies that exist in one territory only. The name of the territory belongs to the names of those that
// are public bodies; parties and associations are named without it.
type regionBodies struct {
	region         string
	bodies, others []string
}

var regions = []regionBodies{
	{"香港", []string{"渔农自然护理署", "环境运输及工务局", "卫生福利及食物局", "工商及科技局", "房屋及规划地政局", "经济发展及劳工局", "规划环境地政局", "政务司", "律政司", "财政司", "保安局", "警务处", "廉政公署", "廉署", "卫生防护中心", "入境事务处", "入境处", "惩教署", "食物及卫生局", "医务卫生局", "医院管理局", "医管局", "民政事务局", "民政事务总署", "劳工及福利局", "运输及房屋局", "运输及物流局",
		"商务及经济发展局", "政制及内地事务局", "创新及科技局", "公务员事务局", "财经事务及库务局", "金融管理局", "金管局", "渔护署", "食环署", "食物环境卫生署", "康文署", "地政总署", "屋宇署", "私隐专员公署", "申诉专员公署", "警察公共关系科", "终审法院", "教育统筹局", "立法会", "商业罪案调查科", "行政会议", "区议会", "网络安全及科技罪案调查科", "有组织罪案及三合会调查科"},
		[]string{"民建联", "工联会", "新民党", "经民联", "公民党", "社民连", "街工", "港交所", "热血公民", "职工盟", "民协", "新民党", "港同盟", "街工"}},
	{"澳门", []string{"民政总署", "劳工事务局", "经济财政司", "社会文化司", "运输工务司", "保安司", "行政法务司", "司法警察局", "治安警察局", "市政署"}, nil},
	{"台湾", []string{"行政院", "立法院", "监察院", "司法院", "考试院", "陆委会", "海委会", "侨委会", "农委会", "金管会", "通传会", "原能会", "公平会", "工程会", "国安会", "中研院", "卫福部", "卫生福利部", "促转会", "中选会", "退辅会", "原民会", "客委会", "警政署", "疾管署", "国健局", "国健署", "健保局", "健保署", "海巡署", "海基会", "国科会", "国发会", "数发部", "主计总处"},
		[]string{"民进党", "国民党", "亲民党", "民众党", "时代力量", "台联党"}},
}

// regionalBody names the territory of a body that exists in one only, or that the text speaks of.
func (d *document) regionalBody(org *organisation, core string) bool {
	if nationalBody(core) {
		return false
	}
	for _, w := range []string{"立法会", "行政会", "廉政公署", "检察院", "审计署", "海关", "终审法院", "中级法院", "初级法院"} {
		if strings.HasPrefix(core, w) && d.regionTold() == "澳门" {
			d.regional(org, "澳门", true)
			return true
		}
	}
	if d.regionTold() == "澳门" && !d.isInstitution(core) {
		for _, end := range []string{"局", "民政总署", "审计署", "海关", "民政总署管理委员会"} {
			if strings.HasSuffix(core, end) {
				d.regional(org, "澳门", true)
				return true
			}
		}
	}
	for _, r := range regions {
		for _, w := range r.bodies {
			if strings.HasPrefix(core, w) {
				d.regional(org, r.region, true)
				d.region = r.region
				return true
			}
		}
		for _, w := range r.others {
			if strings.HasPrefix(core, w) {
				d.regional(org, r.region, false)
				d.region = r.region
				return true
			}
		}
	}
	switch d.regionTold() {
	case "香港":
		for _, end := range []string{"处", "署", "海关", "警队", "高等法院", "区域法院", "裁判法院", "天文台", "环境局", "发展局", "教育局", "房屋局", "税务局", "科"} {
			if strings.HasSuffix(core, end) && !strings.Contains(core, "办事处") && !d.isInstitution(core) {
				d.regional(org, "香港", true)
				return true
			}
		}
	case "台湾":
		for _, w := range []string{"总统府", "国安会", "国防部", "外交部", "内政部", "财政部", "法务部", "经济部", "交通部", "教育部", "文化部", "劳动部", "农业部", "环境部", "央行", "国安局", "移民署", "调查局", "气象署", "环保署", "农委会"} {
			if strings.HasPrefix(core, w) {
				d.regional(org, "台湾", true)
				return true
			}
		}
	}
	return false
}

// regionTold is the region outside the mainland that the text speaks of, empty where none stands out: that of a body named
// before, or in traditional script the one most places of the text lie in.
func (d *document) regionTold() string {
	if d.region != "" {
		return d.region
	}
	if d.regionDone {
		return ""
	}
	d.regionDone = true
	if d.script() != text.Hant {
		return ""
	}
	var count [4]int
	for _, m := range d.textPlaces() {
		if m.div == nil || m.aside || m.div.Foreign() {
			continue
		}
		switch p := m.div.Up(gazetteer.Province); {
		case p == nil:
		case strings.HasPrefix(p.Code, "71"):
			count[1]++
		case strings.HasPrefix(p.Code, "81"):
			count[2]++
		case strings.HasPrefix(p.Code, "82"):
			count[3]++
		default:
			count[0]++
		}
	}
	if count == [4]int{} { // no places: the bodies may tell
		for x, r := range regions {
			if d.has(0, min(len(d.s), 2000), r.bodies...) {
				count[[]int{2, 3, 1}[x]]++
			}
		}
	}
	for i, name := range []string{"", "台湾", "香港", "澳门"} {
		if i > 0 && count[i] > count[0] && count[i] >= count[1] && count[i] >= count[2] && count[i] >= count[3] {
			d.region = name
		}
	}
	return d.region
}

// regional makes a region the territory of an organisation, and its name, where prefix asks for it, part of the name.
func (d *document) regional(org *organisation, region string, prefix bool) {
	id, ok := d.lat.gaz.Lookup(region)
	if !ok {
		return
	}
	if cs := d.candidates(id, func(c *gazetteer.Division) bool { return c.Level == gazetteer.Province }); len(cs) > 0 {
		org.div, org.how, org.at = cs[0], Unique, region
	}
	if prefix {
		org.name = region + org.name
	}
	org.by = "body of one territory: " + region
}

// japaneseMinistries are the ministries of Japan, now and before 2001, without 省.
var japaneseMinistries = strings.Fields("经济产业 厚生劳动 文部科学 国土交通 农林水产 总务 法务 外务 财务 防卫 环境 通商产业 通产 大藏 厚生 文部 邮政 运输 建设 自治 劳动")

// japaneseMinistry names a ministry of Japan that no place stands before.
func (d *document) japaneseMinistry(org *organisation, core string) bool {
	name, ok := strings.CutSuffix(core, "省")
	if !ok || !d.lat.japanese || !slices.Contains(japaneseMinistries, name) {
		return false
	}
	d.japan(org, core)
	return true
}

// japan makes a body of Japan of an organisation; the empty one is the state itself.
func (d *document) japan(org *organisation, core string) {
	const state = "日本"
	if id, ok := d.lat.gaz.Lookup(state); ok {
		if cs := d.candidates(id, nil); len(cs) > 0 {
			org.div, org.how, org.at = cs[0], ByText, state
		}
	}
	org.name, org.by = state+core, "body of Japan"
}

// japaneseHead is the ministry of Japan that a whole title names: 环境大臣; empty where it names none or Japan is not told of.
func (d *document) japaneseHead(head string) string {
	if name, ok := strings.CutSuffix(head, "大臣"); ok && d.lat.japanese && slices.Contains(japaneseMinistries, name) {
		return name + "省"
	}
	return ""
}

// chiefExecutive names the government of the region whose head a text calls 行政长官 or 特首: the one named last before, in the
// sentence, or the one the text speaks of.
func (d *document) chiefExecutive(org *organisation, h *holding) {
	region := ""
	i, j := h.sentence[0], h.sentence[1]
	hk, macau := d.has(i, j, "香港"), d.has(i, j, "澳门")
	switch {
	case hk && macau && d.lastBefore(h.office.i, "澳门", "香港"), macau && !hk:
		region = "澳门"
	case hk:
		region = "香港"
	default:
		if region = d.regionTold(); region != "香港" && region != "澳门" {
			return
		}
	}
	d.regional(org, region, false)
	org.name = region + "特别行政区政府"
}

// lastBefore tells that before rune i the text names a later than b.
func (d *document) lastBefore(i int, a, b string) bool {
	const reach = 2000
	x, y := -1, -1
	ra, rb := []rune(a), []rune(b)
	for k := max(0, i-reach); k < i; k++ {
		if k+len(ra) <= i && equal(d.s[k:k+len(ra)], a) {
			x = k
		}
		if k+len(rb) <= i && equal(d.s[k:k+len(rb)], b) {
			y = k
		}
	}
	return x > y
}

package entities

import (
	"strings"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
)

// centralBodies are organisations of the centre by the words that name them, where the words alone are not the short form.
var centralBodies = map[string]string{
	"政治局": "中共中央政治局", "中央政治局": "中共中央政治局", "中共中央政治局": "中共中央政治局", "书记处": "中共中央书记处", "中央书记处": "中共中央书记处", "中央": "中共中央", "党中央": "中共中央", "中共中央": "中共中央", "中央委员会": "中共中央委员会", "中共中央委员会": "中共中央委员会",
	"中纪委": "中央纪委", "中央纪委": "中央纪委", "中央纪律检查委员会": "中央纪委", "中共中央纪律检查委员会": "中央纪委", "中共中央纪委": "中央纪委", "国家监委": "国家监委", "国家监察委员会": "国家监委",
	"军委": "中央军委", "中央军委": "中央军委", "中共中央军委": "中央军委", "国家军委": "国家中央军委", "中央军事委员会": "中央军委", "全国人大": "全国人大", "全国人民代表大会": "全国人大", "全国人大常委会": "全国人大常委会",
	"全国人民代表大会常务委员会": "全国人大常委会", "人大常委会": "", "全国政协": "全国政协", "中国人民政治协商会议全国委员会": "全国政协", "政协全国委员会": "全国政协", "国务院": "国务院", "最高人民法院": "最高人民法院", "最高人民检察院": "最高人民检察院", "最高检": "最高人民检察院", "最高法": "最高人民法院",
	"中顾委": "中央顾问委员会", "中组部": "中央组织部", "中宣部": "中央宣传部",
}

// presidents are heads of state whom the press calls 主席 without saying of what.
const presidents = "习近平 胡锦涛 江泽民 杨尚昆 李先念"

// central fills in the organisations that GUIDE calls central. It reports whether it did.
func (d *document) central(b *bearer, org *organisation, x orgText, head string) bool {
	raw := string(x.hans)
	org.noPlace = true
	switch {
	case raw == "国务院" && b.foreign && d.lastPlaced != nil && d.lastPlaced.div.Foreign():
		org.noPlace = false
		return false
	case raw == "" && head == "总书记":
		org.name = "中共中央"
	case raw == "" && head == "国务委员":
		org.name = "国务院"
	case raw == "国家" && head == "主席":
		org.name = "中华人民共和国"
	case raw == "中国" && (head == "主席" || head == "国家主席"), raw == "中华人民共和国" && head == "主席":
		org.name = "中华人民共和国"
	case raw == "" && head == "主席" && strings.Contains(presidents, strings.TrimSpace(b.folded)) && len(b.folded) >= 6:
		org.name = "中华人民共和国"
	case head == "委员长" && (raw == "" || raw == "全国人大" || raw == "人大" || raw == "全国人民代表大会"):
		org.name = "全国人大常委会"
	case raw == "" && head == "总理" && !b.foreign && !d.foreignNear(b):
		org.name = "国务院"
	case raw == "中国" && head == "总理":
		org.name = "国务院"
	case raw == "书记处" && d.lastBearer == b && d.lastPlaced != nil && d.lastPlaced.div != nil:
		org.noPlace = false
		return false
	case centralBodies[raw] != "":
		org.name = centralBodies[raw]
	case strings.HasPrefix(raw, "中共中央政治局"), strings.HasPrefix(raw, "全国人大"), strings.HasPrefix(raw, "全国政协"), strings.HasPrefix(raw, "全国人民代表大会"), strings.HasPrefix(raw, "中国人民政治协商会议全国委员会"):
		org.name = fuse(raw, head)
		org.name = strings.Replace(org.name, "中国人民政治协商会议全国委员会", "全国政协", 1)
		org.name = shorten(org.name)
	default:
		org.noPlace = false
		return false
	}
	org.core = org.name
	return true
}

// foreignNear tells that the sentence of a person's first mention names a foreign state before it.
func (d *document) foreignNear(b *bearer) bool {
	ms := d.textPlaces()
	for x := d.placeFrom(b.first - 20); x < len(ms) && ms[x].i <= b.first; x++ {
		if m := &ms[x]; m.div != nil && m.div.Foreign() {
			return true
		}
	}
	return false
}

// regionalBodies exist in one territory only.
var regionalBodies = map[string][]string{
	"香港": {"政务司", "律政司", "财政司", "保安局", "警务处", "廉政公署", "廉署", "卫生防护中心", "入境事务处", "入境处", "惩教署", "食物及卫生局", "医务卫生局", "医院管理局", "医管局", "民政事务局", "民政事务总署", "劳工及福利局", "运输及房屋局", "运输及物流局",
		"商务及经济发展局", "政制及内地事务局", "创新及科技局", "公务员事务局", "财经事务及库务局", "金融管理局", "金管局", "渔护署", "食环署", "食物环境卫生署", "康文署", "地政总署", "屋宇署", "私隐专员公署", "申诉专员公署", "警察公共关系科", "终审法院", "教育统筹局", "港交所", "立法会", "商业罪案调查科", "行政会议", "区议会"},
	"澳门": {"经济财政司", "社会文化司", "运输工务司", "保安司", "行政法务司", "司法警察局", "治安警察局", "市政署"},
	"台湾": {"行政院", "立法院", "监察院", "司法院", "考试院", "陆委会", "卫福部", "卫生福利部", "促转会", "中选会", "退辅会", "原民会", "客委会", "警政署", "疾管署", "海巡署", "海基会"},
}

// regionalOptional belong to one territory by nature but are named without it.
var regionalOptional = map[string][]string{
	"香港": {"民建联", "工联会", "新民党", "经民联", "公民党", "社民连", "街工", "时代力量"},
	"台湾": {"民进党", "国民党", "亲民党", "民众党", "时代力量"},
}

// withoutPlace names a body that no place stands before.
func (d *document) withoutPlace(b *bearer, org *organisation, h *holding, last *organisation, head, core string) {
	org.core = core
	org.name = shorten(core)
	org.dept = department(core)
	if strings.Contains(core, "驻") && embassy(head) != "" && !strings.HasSuffix(core, "馆") {
		org.name, org.noPlace = core+embassy(head), true
		return
	}
	if defunct(core) {
		org.noPlace = true
		return
	}
	if last != nil && last.name != "" && partyDepartment(core) && (strings.HasSuffix(last.name, "委") || strings.HasSuffix(last.name, "党委")) {
		org.name, org.core, org.dept = last.name+core, last.core+core, core
		org.div, org.cands, org.how, org.at = last.div, last.cands, ByText, last.at
		return
	}
	if last != nil && last.name != "" && (core == "管委会" || core == "管理委员会") && withoutParty(last.name) != last.name {
		org.name = withoutParty(last.name) + "管委会"
		org.div, org.cands, org.how, org.at = last.div, last.cands, ByText, last.at
		return
	}
	if o := d.lastPlaced; core == "书记处" && o != nil && b == d.lastBearer {
		org.name = o.at + "委" + core
		org.div, org.how, org.at = o.div, ByText, o.at
		return
	}
	if d.innerPlace(org, core) {
		return
	}
	if last != nil && b == d.lastBearer && strings.HasSuffix(core, "委员会") { // 全国政协常委、民族和宗教委员会副主任
		for _, w := range []string{"人大", "政协"} {
			if at := strings.Index(last.name, w); at >= 0 {
				org.name = last.name[:at+len(w)] + core
				org.div, org.cands, org.how, org.at, org.noPlace = last.div, last.cands, ByText, last.at, last.noPlace
				return
			}
		}
	}
	if last != nil && b == d.lastBearer && (strings.HasSuffix(core, "司") || core == "办公厅" || core == "政治部") {
		if parent := ministryOf(last.name); parent != "" {
			org.name, org.noPlace = parent+core, true
			return
		}
	}
	if last != nil && last.name != "" && innerBody(core) {
		org.name = withoutInner(last.name) + core
		org.div, org.cands, org.how, org.at, org.noPlace = last.div, last.cands, ByText, last.at, last.noPlace
		return
	}
	if r := []rune(core); len(r) > 2 && innerBody(string(r[1:])) {
		if from, to := d.institutionBefore(h.office.i, r[0]); to > from {
			org.name, org.noPlace = d.surface(from, to)+string(r[1:]), true
			return
		}
	}
	for region, bodies := range regionalBodies {
		for _, w := range bodies {
			if strings.HasPrefix(core, w) {
				d.regional(org, region, true)
				return
			}
		}
	}
	for region, bodies := range regionalOptional {
		for _, w := range bodies {
			if strings.HasPrefix(core, w) {
				d.regional(org, region, false)
				return
			}
		}
	}
	if d.isInstitution(core) {
		org.noPlace = true
		return
	}
	// A ministry beside the head of a foreign state, or of Taiwan, is that state's.
	if o := d.lastPlaced; o != nil && (strings.HasSuffix(core, "部") || core == "国务院") {
		if o.div.Foreign() && b.foreign {
			org.div, org.how, org.at = o.div, ByText, o.at
			org.name = o.at + org.name
			return
		}
		if strings.HasPrefix(o.div.Code, "71") {
			d.regional(org, "台湾", true)
			return
		}
	}
	if last != nil && b == d.lastBearer && strings.HasPrefix(last.core, "公安") && policeUnit(core) {
		org.name = last.name + core
		org.div, org.cands, org.how, org.at, org.dept = last.div, last.cands, ByText, last.at, core
		return
	}
	for _, w := range []string{"全国", "国家", "中国", "中央", "国务院", "中华"} {
		if strings.HasPrefix(core, w) {
			org.noPlace = true
			return
		}
	}
	if territorialBody(core) || last != nil && b == d.lastBearer && last.div != nil && bureau(core) {
		if o := d.lastPlaced; o != nil && !o.div.Foreign() && o.div.Level <= gazetteer.County {
			org.div, org.how, org.at = o.div, ByText, o.at
			org.name = shorten(o.at + core)
			return
		}
		if r, ok := d.bodyPlace(h); ok {
			org.div, org.cands, org.how, org.at = r.div, r.cands, r.how, r.name
			org.name = shorten(r.name + core)
			return
		}
	}
	org.noPlace = true
}

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
}

// territorialBody tells that a body without place belongs to a territory that the text names elsewhere: 公安局, 教育局.
func territorialBody(core string) bool {
	for _, w := range []string{"党组", "党委", "工会", "机关党委"} {
		core = strings.TrimSuffix(core, w)
	}
	for _, w := range []string{"公安局", "公安分局", "教育局", "财政局", "民政局", "司法局", "卫生局", "文化局", "规划局", "建设局", "交通局", "水利局", "农业局", "林业局", "环保局", "审计局", "统计局", "城管局", "旅游局", "商务局", "税务局", "检察院", "法院",
		"人民法院", "人民检察院", "人大", "武装部", "人武部", "公安", "人大常委会", "政协", "宣传部", "组织部", "统战部", "政法委", "纪委", "监委", "发改委", "发改局", "住建局", "应急管理局", "卫健委", "卫健局", "交警支队", "交警大队", "消防大队", "消防支队", "政府办公室", "信访局", "体育局", "人社局", "总工会", "妇联", "团委"} {
		if core == w {
			return true
		}
	}
	return false
}

// bodyPlace is the territory of a body named without one: that of the nearest place of the sentence that has such bodies.
func (d *document) bodyPlace(h *holding) (restored, bool) {
	ms := d.textPlaces()
	var best *mentionedPlace
	for x := d.placeFrom(h.sentence[0]); x < len(ms) && ms[x].i < h.office.i; x++ {
		m := &ms[x]
		if m.div == nil || m.div.Foreign() || m.div.Level > gazetteer.County || m.div.Kind == gazetteer.Nation {
			continue
		}
		best = m
	}
	if best == nil {
		return restored{}, false
	}
	return restored{div: best.div, name: d.nameOf(best.div, best), how: ByText}, true
}

// bare resolves a title without organisation from what went before: 副主任 after 指挥部主任, 院长 of the institute.
func (d *document) bare(b *bearer, org *organisation, h *holding, last *organisation, head string) {
	if l, _ := levelAt([]rune(head)); l != nil && (levelTitle(head) || head == "市长助理" || head == "省长助理" || head == "县长助理" || head == "区长助理") {
		if r, ok := d.restore(l, h.office.i, h.sentence); ok {
			org.name, org.core = r.name+"政府", "政府"
			org.div, org.cands, org.how, org.at = r.div, r.cands, r.how, r.name
		}
		return
	}
	if head == "行政长官" || head == "特首" {
		for _, region := range []string{"香港", "澳门"} {
			if d.has(h.sentence[0], h.sentence[1], region) && (region == "澳门" && d.lastBefore(h.office.i, "澳门", "香港") || region == "香港" && !d.lastBefore(h.office.i, "澳门", "香港")) {
				d.regional(org, region, false)
				org.name = region + "特别行政区政府"
			}
		}
		return
	}
	if head == "领导" {
		return
	}
	if m := ministries[head]; m != "" && last != nil && last.div != nil && last.div.Foreign() {
		org.div, org.how, org.at = last.div, ByText, last.at
		org.name = last.at + m
		return
	}
	if head == "参谋总长" && d.has(max(0, h.office.i-1000), min(len(d.s), h.office.j+1000), "台湾") {
		d.regional(org, "台湾", false)
		return
	}
	if head == "立法委员" || head == "立委" {
		d.regional(org, "台湾", false)
		org.name = "台湾立法院"
		return
	}
	if last != nil && last.name != "" && d.carriesOver(b, h, last, head) {
		name := last.name
		switch {
		case strings.HasSuffix(head, "书记"), strings.HasSuffix(head, "委员"), head == "常委", head == "成员", head == "秘书长", head == "秘书":
		default: // 某厅党组书记、厅长
			name = withoutParty(name)
		}
		org.name, org.dept, org.div, org.cands, org.how, org.at, org.noPlace, org.core = name, last.dept, last.div, last.cands, ByText, last.at, last.noPlace, last.core
		return
	}
	if u := unit(head); u != "" {
		if h.trailing || len([]rune(u)) != 1 {
			return
		}
		if from, to := d.institutionBefore(h.office.i, []rune(u)[0]); to > from {
			o := *h
			o.office.org = [][2]int{{from, to}}
			whole := d.resolve(b, &o, nil)
			whole.position = org.position
			*org = whole
		}
		return
	}
	switch head {
	case "总统", "总理", "首相", "国王", "女王", "天皇":
		d.country(org, h)
	}
}

func levelTitle(head string) bool {
	for _, w := range levelTitleList {
		if w == head {
			return true
		}
	}
	return false
}

// carriesOver tells that a bare title belongs to the organisation of the office before it: always in the list of one
// person's offices, and for the next person where the titles are of one kind.
func (d *document) carriesOver(b *bearer, h *holding, last *organisation, head string) bool {
	switch head {
	case "总书记", "国务委员", "总统", "首相", "国王", "行政长官", "特首":
		return false
	}
	if h.trailing {
		return false
	}
	if h.verb && b == d.lastBearer && !h.moved && h.appendedBefore(b) {
		return false
	}
	if b == d.lastBearer {
		if u := unit(head); u != "" && !h.verb { // 局长 after a body that has no such head
			return strings.HasSuffix(withoutParty(last.name), u) || u == "校" || u == "会"
		}
		return true
	}
	return sameHead(last.position, head)
}

// withoutParty is the name of a body without the party body in it.
func withoutParty(name string) string {
	for _, w := range []string{"党组", "党委", "党工委"} {
		if rest, ok := strings.CutSuffix(name, w); ok && rest != "" {
			return rest
		}
	}
	return name
}

// titleGroups are the titles that one body has side by side.
var titleGroups = []string{"书记 常委 委员", "组长 成员 组员 联络员", "董事长 总裁 总经理 经理 首席执行官 董事 监事 监事长 监事会主席 总工程师 总会计师 总经济师 总设计师 首席财务官 首席运营官 首席技术官 创始人 联合创始人 总监 董事局主席", "会长 理事长 秘书长 理事 监事长 干事长 主席",
	"司令员 司令 政委 政治委员 参谋长 总司令 教导员 指导员", "主任 委员 主任委员 秘书长", "主席 秘书长 委员 发言人", "校长 教务长 教务主任 总务主任", "院长 审判员 法官", "检察长 检察官 检察员", "所长 教导员 指导员", "队长 支队长 大队长 中队长 总队长 教导员 指导员 政委 政治委员", "总编辑 社长 主编 总编", "台长 总编辑", "总指挥 指挥长"}

// sameHead tells that two titles are of one kind, so that the later may belong to the body of the earlier.
func sameHead(position, head string) bool {
	if head == "秘书" || strings.HasSuffix(position, head) {
		return true
	}
	for _, g := range titleGroups {
		a, b := false, false
		for w := range strings.FieldsSeq(g) {
			a = a || strings.HasSuffix(position, w)
			b = b || w == head
		}
		if a && b {
			return true
		}
	}
	return false
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

// country gives the office to the state named nearest before it, in the sentence or before it.
func (d *document) country(org *organisation, h *holding) {
	ms := d.textPlaces()
	const reach = 200
	to := d.placeFrom(h.office.i)
	for x := to - 1; x >= max(0, to-reach); x-- {
		m := &ms[x]
		if m.div == nil || m.div.Kind != gazetteer.Nation || m.div.Name == "中国" {
			continue
		}
		org.name, org.div, org.how, org.at = d.surface(m.i, m.j), m.div, ByText, d.surface(m.i, m.j)
		return
	}
}

// ministryOf is the ministry that a name begins with: 地质部 of 地质部政治部.
func ministryOf(name string) string {
	for _, u := range []string{"部", "委员会", "委"} {
		if at := strings.Index(name, u); at > 0 && at+len(u) < len(name) && !strings.HasPrefix(name[at:], "部队") {
			return name[:at+len(u)]
		}
	}
	return ""
}

// innerBody tells that a body lies inside another: 党组 of a bureau, 办公室 of a committee.
func innerBody(core string) bool {
	for _, w := range []string{"党组", "党委", "党支部", "党总支", "机关党委", "纪委", "团委", "工会", "董事会", "监事会", "董事局", "办公室", "办公厅", "政治部", "研究室", "秘书处", "理事会", "审判委员会", "检察委员会", "执行局", "立案庭"} {
		if core == w {
			return true
		}
	}
	return false
}

// withoutInner is the name of a body without the inner body it ends with: 中国科学院 of 中国科学院党组.
func withoutInner(name string) string {
	for _, w := range []string{"党组", "党委", "董事会", "监事会", "理事会"} {
		if rest, ok := strings.CutSuffix(name, w); ok && rest != "" && institution([]rune(rest)) {
			return rest
		}
	}
	return name
}

// innerPlace reads a body whose place stands behind its first words: 武警广东省总队, 民盟河南省委, 政协福建省委员会.
func (d *document) innerPlace(org *organisation, core string) bool {
	r := []rune(core)
	for x := 2; x < len(r)-1 && x < 12; x++ {
		n, id, ok := d.lat.gaz.Longest(r[x:])
		if !ok || x+n >= len(r) {
			continue
		}
		if info := d.lat.gaz.Info(id); n < 2 || info.Common || info.Level > gazetteer.County || n < 3 && info.Form != gazetteer.Full && info.Level != gazetteer.Province {
			continue
		}
		prefix := false
		d.lat.lex.trie.Prefixes(r[:x], func(k int, v uint32) bool {
			w := &d.lat.lex.entry[v]
			prefix = prefix || k == x && (w.is(kOrgan) || w.is(kOrgWord))
			return true
		})
		if !prefix || d.isInstitution(core) {
			continue
		}
		cs := d.candidates(id, nil)
		div, how := d.byEvidence(cs)
		org.div, org.how, org.at = div, how, string(r[x:x+n])
		if div == nil {
			org.cands = cs
		}
		return true
	}
	return false
}

// policeUnit tells that a body lies inside a police department.
func policeUnit(core string) bool {
	for _, w := range []string{"交通管理局", "交管局", "分局", "支队", "总队", "大队", "派出所", "政治部", "指挥中心", "看守所", "警务督察"} {
		if strings.Contains(core, w) {
			return true
		}
	}
	return false
}

// defunct tells that a body is one of the past, which has no code and whose offices are over.
func defunct(core string) bool {
	for _, w := range []string{"民主联军", "国民革命军", "八路军", "新四军", "中国工农红军", "红军", "志愿军", "野战军", "国民政府", "伪", "苏维埃", "晋察冀", "晋冀鲁豫", "陕甘宁边区"} {
		if strings.Contains(core, w) {
			return true
		}
	}
	return false
}

// institutionBefore is the nearest name of an organisation before rune i that ends in a unit: 中国空间技术研究院 for 院. It
// looks at the sentence and a few before it, and returns its runes.
func (d *document) institutionBefore(i int, unit rune) (from, to int) {
	const reach = 400 // runes looked at
	d.lookups++
	if d.lookups > 64 {
		return 0, 0
	}
	from = max(0, i-reach)
	best := [2]int{}
	for from > 0 && d.s[from-1] != '\n' && !isSentenceEnd(d.s[from-1]) && from > i-2*reach {
		from--
	}
	p := &d.par
	p.items = d.lat.read(d.t, from, i)
	for k := len(p.items) - 1; k >= 0; k-- {
		it := p.items[k]
		if it.kind != kOrgan || it.j-it.i < 2 || d.s[it.j-1] != unit && (unit != '校' || !school(d.s[it.i:it.j])) {
			continue
		}
		start := p.orgStart(k, 0)
		if start < k {
			return p.items[start].i, it.j
		}
		if best[1] == 0 && it.j-it.i > 2 {
			best = [2]int{it.i, it.j}
		}
	}
	return best[0], best[1]
}

// school tells that an organ has a 校长.
func school(s []rune) bool {
	w := string(s)
	for _, end := range []string{"大学", "学院", "中学", "小学", "一中", "二中", "三中", "高中", "学校", "师范"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

func isSentenceEnd(r rune) bool { return r == '。' || r == '!' || r == '?' }

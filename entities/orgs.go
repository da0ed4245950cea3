package entities

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
)

// organisation is what an office belongs to.
type organisation struct {
	name     string
	dept     string
	position string
	div      *gazetteer.Division
	cands    []*gazetteer.Division
	how      How
	at       string // the place's name in the text
	noPlace  bool   // institution or central body
	by       string // the rule that named it
	chain    int    // the list of offices it was told in
	core     string // the part of the name after the place, for later elisions
}

// orgText is the organisation of an office as written: folded runes, and the same runes simplified but not lower-cased.
type orgText struct {
	s    []rune
	hans []rune
	pos  int // rune of the text where it begins
}

func (d *document) orgText(o *office) orgText {
	var x orgText
	x.pos = o.i
	for n, span := range o.org {
		if n == 0 {
			x.pos = span[0]
		}
		for i := span[0]; i < span[1]; i++ {
			if d.s[i] != ' ' {
				x.s = append(x.s, d.s[i])
				x.hans = append(x.hans, []rune(d.surface(i, i+1))...)
			}
		}
	}
	return x
}

func (x *orgText) drop(n int) { x.s, x.hans = x.s[n:], x.hans[n:] }

func (x *orgText) dropPrefix(words ...string) bool {
	for _, w := range words {
		if n := prefix(x.s, w); n > 0 {
			x.drop(n)
			return true
		}
	}
	return false
}

// resolve tells the organisation and the position of a holding.
func (d *document) resolve(b *bearer, h *holding, last *organisation) organisation {
	o := &h.office
	org := organisation{position: d.surface(o.pos, o.j)}
	head := string(d.s[o.head:o.j])
	if h.bracket[1] > 0 {
		org.name, org.by = d.surface(h.bracket[0], h.bracket[1]), "in brackets behind the name"
		return org
	}
	x := d.orgText(o)
	if n := d.shared(o); n > 0 {
		state, ok := d.party(h)
		if !ok {
			org.by = "parties that the text does not tell"
			org.noPlace = true
			return org
		}
		x.drop(n)
		x.s, x.hans = append([]rune(state), x.s...), append([]rune(state), x.hans...)
	}
	if len(x.s) > 3 && equal(x.s[:4], "中共中央") {
	} else if x.dropPrefix("中国共产党", "中共", "党的") && len(x.s) >= 2 && equal(x.s[:2], "中央") {
		x.s, x.hans = append([]rune("中共"), x.s...), append([]rune("中共"), x.hans...)
	}
	if string(x.s) == "书记处" && last != nil && b == d.lastBearer && massOrganisation(withoutParty(last.name)) {
		org.within(last, withoutParty(last.name)+"书记处", "part of the organisation before")
		return org
	}
	if string(x.s) == "驻村" || string(x.s) == "驻村工作队" {
		if from, to := d.localBefore(o.i, '村'); to > from {
			org.name, org.by = d.surface(from, to)+strings.TrimSuffix(string(x.hans), "驻村"), "village named before"
			org.core = org.name
			d.county(&org, from)
			return org
		}
	}
	if d.central(b, &org, x, head) {
		org.by = "central office"
		return org
	}
	if s := string(x.s); (head == "特使" || head == "特别代表" || head == "协调员") && strings.HasSuffix(s, "问题") { // 苏丹问题特使
		org.position, org.noPlace = string(x.hans)+org.position, true
		return org
	}
	if n := len(x.s); n > 2 && x.s[n-1] == '系' && x.s[n-2] == '系' { // 电机系系主任
		x.s, x.hans = x.s[:n-1], x.hans[:n-1]
	}
	d.dropParty(&x)
	d.shortEmbassy(&x)
	d.dropChina(&x)
	x.dropOwned()
	div, cands, how, name, rest := d.chainOfPlaces(x, head, o)
	elided := false
	if name == "" {
		if n := slices.Index(rest.s, ')') + 1; n > 0 && len(rest.s) > 1 && rest.s[1] == '(' { // 县(区)党委: of no one territory
			name = string(rest.hans[:n])
			rest.drop(n)
		} else if l, n := levelAt(rest.s); l != nil && !d.wholeOrgan(rest.s, n) && (l.word != "地" || n < len(rest.s) && d.organAt(rest.s[n:]) > 0) && d.bodyFollows(rest.s[n:]) {
			word := string(rest.hans[:n])
			rest.drop(n)
			elided = true
			if r, ok := d.restore(l, b, x.pos, h.sentence); ok {
				org.by = "territory restored from the text"
				div, cands, how, name = r.div, r.cands, r.how, r.name
				if l.word == "地" {
					name = strings.TrimSuffix(name, "区") // 喀什地委
				}
			} else if from, to := d.localBefore(x.pos, []rune(l.word)[0]); (l.word == "乡" || l.word == "镇") && to > from { // in no table
				name, org.by = d.surface(from, to), "township or village named before"
			} else if s := string(rest.s); l.word == "区" && (s == "议会" || s == "" && head == "议员") && d.wholeCouncil(b, &org, h) {
				return org
			} else {
				name = word // left as it stands: 省委
			}
		}
	}
	d.body(b, &org, h, last, head, div, name, rest, elided)
	if org.by == "" && org.name != "" {
		org.by = "named in full"
	}
	if org.name == "" || org.noPlace {
		return org
	}
	if org.div == nil && org.cands == nil {
		org.div, org.cands, org.how, org.at = div, cands, how, name
	}
	if org.div != nil && org.div.Level == gazetteer.Township && org.how != Explicit && mainland(org.div) {
		if c := d.otherCounty(org.div, x.pos); c != nil {
			org.div, org.how = c, ByText
		}
	}
	if org.div == nil && (townshipBody(org.name) || localOffice(org.name)) { // which township of that name, the county tells
		d.county(&org, x.pos)
	}
	return org
}

// wholeCouncil gives a member of a district council to the one that the text named before.
func (d *document) wholeCouncil(b *bearer, org *organisation, h *holding) bool {
	const body = "区议会"
	from, to := d.institutionLike(h.office.i, func(s []rune) bool { return strings.HasSuffix(string(s), body) })
	if to-from <= utf8.RuneCountInString(body) {
		return false
	}
	d.asNamed(b, org, h, from, to, namedBefore)
	return true
}

// dropParty drops the party that stands before an assembly: 工联会立法会议员 is a member of the assembly.
func (d *document) dropParty(x *orgText) {
	for _, party := range parties {
		x.dropPrefix(party + "籍") // 民进党籍立委
	}
	for _, role := range []string{"反对党", "执政党", "在野党"} { // 反对党保守党党魁
		if name, ok := strings.CutPrefix(string(x.s), role); ok && slices.Contains(parties, name) {
			x.dropPrefix(role)
		}
	}
	x.dropPrefix("泛民主派", "民主派", "泛民", "建制派", "本土派") // of no organisation
	for n := 2; n < len(x.s)-2; n++ {
		for _, w := range []string{"立法会", "立法院", "区议会", "县议会", "市议会", "国会", "参议院", "众议院"} {
			if equal(x.s[n:], w) {
				for _, party := range parties {
					if equal(x.s[:n], party) {
						x.drop(n)
						return
					}
				}
				if x.s[n-1] == '界' { // 工程界立法会议员: the constituency
					x.drop(n)
					return
				}
			}
		}
	}
}

// shortEmbassy gives an embassy its short name: 中华人民共和国驻新加坡共和国 → 中国驻新加坡.
func (d *document) shortEmbassy(x *orgText) {
	const state = "中华人民共和国驻"
	n := utf8.RuneCountInString(state)
	if len(x.s) <= n || !equal(x.s[:n], state) {
		return
	}
	rest := x.hans[n:]
	if k, id, ok := d.lat.gaz.Longest(x.s[n:]); ok && k == len(rest) {
		if cs := d.candidates(id, nil); len(cs) > 0 && cs[0].Foreign() {
			rest = []rune(cs[0].Name)
		}
	}
	name := append([]rune("中国驻"), rest...)
	x.hans, x.s = name, name
}

// dropChina drops 中国 before the name of a place in it: 中国广东省东莞市委.
func (d *document) dropChina(x *orgText) {
	if len(x.s) < 5 || !equal(x.s[:2], "中国") {
		return
	}
	if n, id, ok := d.lat.gaz.Longest(x.s[2:]); ok && n > 1 {
		if info := d.lat.gaz.Info(id); info.Level == gazetteer.Province || info.Form == gazetteer.Full && info.Level <= gazetteer.County && x.s[1+n] != '国' {
			if cs := d.candidates(id, nil); len(cs) > 0 && !cs[0].Foreign() && info.Level != gazetteer.Country {
				x.drop(2)
			}
		}
	}
}

var parties = []string{"职工盟", "港同盟", "民协", "前线", "公民力量", "专业会议", "民建联", "工联会", "新民党", "经民联", "自由党", "公民党", "社民连", "街工", "人民力量", "民主党", "热血公民", "国民党", "民进党", "亲民党", "时代力量", "民众党", "台联", "台联党", "新党", "共和党", "保守党", "工党"}

// dropOwned drops what stands before the name of an institution and does not belong to it: 市属国企 before 海运集团, 驻村 behind
// that of a village.
func (x *orgText) dropOwned() {
	if n := len(x.s); n > 3 && equal(x.s[n-2:], "驻村") {
		x.s, x.hans = x.s[:n-2], x.hans[:n-2]
	}
	if len(x.s) < 5 || x.s[1] != '属' || !strings.ContainsRune("省市县区州部", x.s[0]) {
		return
	}
	x.drop(2)
	x.dropPrefix("国有企业", "国企", "重点国企", "重点企业", "企业")
}

// bodyFollows tells that what stands behind a word for a level makes a body of it: 省|农业厅, but not 省|外游中心.
func (d *document) bodyFollows(s []rune) bool {
	if len(s) == 0 || d.organAt(s) > 0 || strings.ContainsRune("第某直驻老一二三四五六七八九十", s[0]) {
		return true
	}
	if strings.ContainsRune("外内属域里际情容城值", s[0]) {
		return false
	}
	if k, _, ok := d.lat.gaz.Longest(s); ok && k > 1 || len(s) < 9 && strings.ContainsRune("局委厅办", s[len(s)-1]) {
		return true
	}
	for n := 2; n <= 4 && n <= len(s); n++ {
		if _, ok := d.lat.lex.words.Get(s[:n]); ok {
			return true
		}
	}
	return false
}

// wholeOrgan tells that a known organ longer than n runes begins at s: 市场监管局 is not 市 + 场监管局.
func (d *document) wholeOrgan(s []rune, n int) bool {
	whole := false
	lex := d.lat.lex
	lex.trie.Prefixes(s, func(k int, v uint32) bool {
		w := &lex.entry[v]
		if k > n && (w.is(kOrgan) || w.is(kOrgWord)) && !levelOrgan(s[:k]) {
			whole = true
		}
		return !whole
	})
	return whole
}

// organAt is the length of the longest known organ or word of organs at the start of s.
func (d *document) organAt(s []rune) int {
	best := 0
	lex := d.lat.lex
	lex.trie.Prefixes(s, func(k int, v uint32) bool {
		if w := &lex.entry[v]; w.is(kOrgan) || w.is(kOrgWord) {
			best = k
		}
		return true
	})
	return best
}

// unit is the unit of a title that names one: 局 of 局长, 大队 of 大队长.
func unit(head string) string {
	u, ok := strings.CutSuffix(head, "长")
	if ok && slices.Contains(unitList, head) {
		return u
	}
	return ""
}

var unitList = strings.Fields(unitTitles)

// body builds the organisation's name from its place and the rest of the words.
func (d *document) body(b *bearer, org *organisation, h *holding, last *organisation, head string, div *gazetteer.Division, name string, rest orgText, elided bool) {
	core := string(rest.hans)
	foreign := div != nil && div.Foreign()
	switch {
	case core == "" && name == "":
		d.bare(b, org, h, last, head)
		return
	case core == "" && (head == "领导" || head == "市领导"):
		return // 市领导张三: whose it is remains open
	case core == "":
		core = d.placeOnly(org, head, name, div, foreign)
		if core == "-" { // the territory itself
			org.name, org.core = name, ""
			org.noPlace = businessTitle(head)
			return
		}
	case foreign && core == "国家" && head == "主席":
		org.name, org.core = name, ""
		return
	case head == "大臣" && d.lat.japanese && slices.Contains(japaneseMinistries, core):
		core += "省"
	default:
		core = fuse(core, head)
	}
	if rest, ok := strings.CutPrefix(core, "府"); ok && name != "" && (rest == "" || d.organAt([]rune(rest)) > 0) { // 县府, 市府新闻局
		core = "政府" + rest
	}
	if partyDepartment(core) && !foreign && name != "" {
		if div != nil && div.Kind == gazetteer.AutonomousRegion {
			core = "党委" + core
		} else {
			core = "委" + core
		}
	}
	if r := []rune(core); len(r) > 0 && (head == "村长" && r[len(r)-1] != '村' || head == "里长" && r[len(r)-1] != '里') { // 富源村长
		core += strings.TrimSuffix(head, "长")
	}
	if r := []rune(core); len(r) > 2 && levelTitle(head) && !foreign && (name == "" && (r[len(r)-1] == '乡' || r[len(r)-1] == '镇') || name != "" && r[len(r)-1] == '区' && strings.HasSuffix(name, "县")) {
		core += "政府" // of a township or district that is in no table
	}
	if name == "" && (head == "立委" || head == "立法委员") && slices.Contains(parties, core) { // of the party in the assembly
		d.bare(b, org, h, last, head)
		return
	}
	if name == "" {
		d.withoutPlace(b, org, h, last, head, core)
		return
	}
	if region := strings.TrimSuffix(strings.TrimSuffix(name, "特区"), "特别行政区"); region != name && core != "政府" && (region == "香港" || region == "澳门") {
		name = region
		core = strings.TrimPrefix(core, "政府")
	}
	org.core = core
	org.name = shorten(join(name, core))
	if v := villageOf(core); v != "" { // the lowest place is the village
		org.name = shorten(core[strings.Index(core, v):])
	} else if townshipBody(core) {
		org.name = shorten(core)
	}
	if foreign && strings.HasPrefix(core, "驻") && !strings.HasSuffix(core, "馆") {
		org.name += embassy(head)
	}
	org.dept = department(core)
	if d.isInstitution(core) || armyUnit(core) || businessTitle(head) || strings.HasPrefix(core, "军区") && !strings.HasSuffix(name, "省") && (div == nil || div.Kind != gazetteer.AutonomousRegion) || strings.HasPrefix(core, "战区") {
		org.noPlace = true
	}
}

// businessTitle tells that a title belongs to a company, whose place is not a territory.
func businessTitle(head string) bool {
	switch head {
	case "董事长", "总裁", "总经理", "经理", "首席执行官", "首席财务官", "首席运营官", "首席技术官", "首席经济学家", "首席分析师", "创始人", "联合创始人", "总监", "董事", "执行董事", "独立董事", "董事总经理", "合伙人", "管理合伙人", "总裁助理", "总经理助理", "首席科学家", "首席信息官", "行政总裁", "ceo", "cfo", "cto", "coo", "执行长", "财务长", "营运长", "技术长", "董事会秘书", "董秘", "财务负责人", "证券事务代表", "总法律顾问":
		return true
	}
	return false
}

// embassy is the house of an envoy, which the title holds in short.
func embassy(head string) string {
	switch head {
	case "大使", "特命全权大使", "公使", "参赞", "政务参赞", "商务参赞", "经济商务参赞", "经商参赞", "经济参赞", "文化参赞", "科技参赞", "教育参赞", "新闻参赞", "领事参赞", "公使衔商务参赞", "公使衔经济参赞", "武官", "公使衔参赞", "临时代办", "代办":
		return "大使馆"
	case "总领事":
		return "总领事馆"
	case "领事":
		return "领事馆"
	}
	return ""
}

func join(place, core string) string {
	// 县县委 is 县委.
	if strings.HasSuffix(place, "县") && strings.HasPrefix(core, "县委") {
		return place + strings.TrimPrefix(core, "县")
	}
	return place + core
}

// placeOnly is the body of a title that follows a place at once: 县长 → 政府, 书记 → 委.
func (d *document) placeOnly(org *organisation, head, name string, div *gazetteer.Division, foreign bool) string {
	if foreign {
		if div.Kind != gazetteer.Nation && slices.Contains(levelTitleList, head) {
			return "政府"
		}
		if m := d.japaneseHead(head); m != "" && div.Name == "日本" {
			return m
		}
		if head == "外相" && div.Name != "日本" {
			return "外交部"
		}
		if m := ministries[head]; m != "" {
			return m
		}
		return "-"
	}
	switch {
	case slices.Contains(levelTitleList, head), head == "市长助理", head == "县长助理", head == "区长助理", head == "省长助理", head == "专员", head == "州长助理":
		return "政府"
	case head == "行政长官", head == "特首":
		if strings.HasSuffix(name, "区") {
			return "政府"
		}
		return "特别行政区政府"
	case head == "书记", head == "常委":
		if div != nil && div.Kind == gazetteer.AutonomousRegion {
			return "党委"
		}
		return "委"
	case head == "主席" && div != nil && div.Kind == gazetteer.AutonomousRegion:
		return "政府"
	case head == "议员":
		return "议会"
	case head == "议长":
		return "议会"
	case head == "检察长":
		return "检察院"
	case ministries[head] != "":
		return ministries[head]
	}
	if u := unit(head); utf8.RuneCountInString(u) > 1 { // 松山分局长
		return u
	}
	return "-"
}

// ministries are the bodies of titles that hold a ministry's name in short.
var ministries = map[string]string{"外长": "外交部", "外相": "外务省", "防长": "国防部", "财长": "财政部", "国务卿": "国务院", "防卫相": "防卫省", "防卫大臣": "防卫省", "外交大臣": "外交部", "国防大臣": "国防部", "财政大臣": "财政部", "内政大臣": "内政部", "外务大臣": "外务省", "财务大臣": "财务省", "财务相": "财务省", "防相": "防卫省", "经济产业相": "经济产业省", "经产相": "经济产业省", "厚生劳动相": "厚生劳动省", "厚劳相": "厚生劳动省", "文部科学相": "文部科学省", "文科相": "文部科学省", "国土交通相": "国土交通省", "国交相": "国土交通省", "农林水产相": "农林水产省", "农水相": "农林水产省", "总务相": "总务省", "法务相": "法务省", "环境相": "环境省",
	"总检察长": "检察院", "参议员": "参议院", "众议员": "众议院", "参议长": "参议院", "众议长": "众议院"}

// fuse completes a body whose last word the title has swallowed: 公安 + 局长 → 公安局.
func fuse(core, head string) string {
	if head == "大臣" && !strings.HasSuffix(core, "部") && !strings.HasSuffix(core, "省") && !strings.HasSuffix(core, "厅") && !strings.HasSuffix(core, "府") { // 能源大臣
		return core + "部"
	}
	u := unit(head)
	if u == "" || strings.HasSuffix(core, u) {
		return core
	}
	switch u {
	case "大队":
		if strings.HasSuffix(core, "大") { // 刑大
			return core
		}
		return core + u
	case "队":
		if strings.HasSuffix(core, "排") || strings.HasSuffix(core, "足") || strings.HasSuffix(core, "篮") {
			return core
		}
	case "局", "厅", "部", "处", "科", "院", "所", "站", "署", "司", "庭", "台", "馆", "社", "组", "支队", "总队", "中队", "分局", "股", "室", "课", "军", "师", "旅", "团", "营", "连":
	default:
		return core
	}
	for _, end := range []string{"委", "局", "厅", "部", "院", "会", "府", "司", "处", "科", "室", "办", "集团", "大学", "署", "社", "银行", "组", "队", "中心", "军区", "中学", "小学", "厂", "诊所"} {
		if strings.HasSuffix(core, end) {
			return core
		}
	}
	return core + u
}

func partyDepartment(core string) bool {
	for _, w := range []string{"宣传部", "组织部", "统战部", "政法委", "社会工作部"} {
		if strings.HasPrefix(core, w) && !strings.HasPrefix(core, "组织部队") {
			return true
		}
	}
	return false
}

// department is the part of a body's name after the body itself: 统战部 of 委统战部.
func department(core string) string {
	if strings.HasPrefix(core, "政协") && strings.HasSuffix(core, "委员会") {
		return ""
	}
	for _, base := range []string{"党委", "委", "人民政府", "政府", "人大常委会", "人大", "政协", "纪委监委", "纪委", "监委", "人民法院", "法院", "人民检察院", "检察院", "公安局"} {
		if rest, ok := strings.CutPrefix(core, base); ok && len(rest) >= 6 && !strings.HasPrefix(rest, "员会") && !strings.HasPrefix(rest, "常委会") && !strings.HasPrefix(rest, "党组") {
			return rest
		}
	}
	return ""
}

var shortener = strings.NewReplacer("最高人民法院", "最高人民法院", "最高人民检察院", "最高人民检察院", "人民代表大会常务委员会", "人大常委会", "人民代表大会", "人大", "中国人民政治协商会议", "政协",
	"人民政府", "政府", "中级人民法院", "中级法院", "高级人民法院", "高级法院", "人民法院", "法院", "人民检察院", "检察院", "纪律检查委员会", "纪委", "监察委员会", "监委", "常务委员会", "常委会",
	"管理委员会", "管委会", "发展和改革委员会", "发改委", "发展改革委员会", "发改委", "发展改革委", "发改委", "政协委员会", "政协", "全国政协委员会", "全国政协", "军事委员会", "军委", "香港特区政府", "香港特别行政区政府", "澳门特区政府", "澳门特别行政区政府")

// shorten turns a name into news short form.
func shorten(name string) string {
	name = shortener.Replace(name)
	if rest, ok := strings.CutPrefix(name, "政协"); ok && strings.HasSuffix(rest, "委员会") && len(rest) > len("委员会") {
		return strings.TrimSuffix(rest, "委员会") + "政协"
	}
	return name
}

func (d *document) isInstitution(core string) bool {
	for _, w := range []string{"党委", "党组", "纪委", "团委", "工会", "党支部", "党总支", "董事会", "监事会", "董事局", "理事会"} {
		if at := strings.Index(core, w); at > 0 {
			core = core[:at]
		}
	}
	for _, w := range []string{"医院", "大学", "公司", "集团", "银行", "学院"} {
		if strings.Contains(core, w) {
			return true
		}
	}
	for _, end := range []string{"渔会", "农会", "协会", "商会", "研究会", "促进会", "联谊会"} {
		if strings.HasSuffix(core, end) {
			return true
		}
	}
	return institution([]rune(core))
}

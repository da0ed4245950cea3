package entities

import (
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
)

// within makes an organisation one of the territory of another, which the text told before.
func (o *organisation) within(last *organisation, name, by string) {
	o.name, o.by = name, by
	o.div, o.cands, o.how, o.at, o.noPlace = last.div, last.cands, ByText, last.at, last.noPlace
}

// withoutPlace names a body that no place stands before.
func (d *document) withoutPlace(b *bearer, org *organisation, h *holding, last *organisation, head, core string) {
	org.core = core
	org.name = shorten(core)
	org.dept = department(core)
	org.by = "named in full"
	switch {
	case strings.Contains(core, "驻") && embassy(head) != "" && !strings.HasSuffix(core, "馆"):
		if o := d.lastPlaced; o != nil && o.div.Foreign() && strings.HasPrefix(core, "驻") { // 俄总统会见时,驻华大使在座
			org.within(o, o.at+core+embassy(head), "state named before")
			return
		}
		org.name, org.noPlace = core+embassy(head), true
		return
	case defunct(core):
		org.noPlace = true
		return
	case d.innerLevel(b, org, h, core):
		return
	case (core == "行署" || core == "行政公署") && d.prefecture(b, org, h, core):
		return
	case d.courtNamed(b, org, h, core), d.sectionOfCourt(b, org, h, core), d.generic(org, h, core), d.japaneseMinistry(org, core):
		return
	case d.localBody(org, h, core):
		return
	case last != nil && last.name != "" && d.insideLast(b, org, last, core), d.innerPlace(org, core):
		return
	}
	if r := []rune(core); len(r) > 2 && innerBody(string(r[1:])) { // 院党委
		if from, to := d.institutionBefore(h.office.i, r[0]); to > from {
			org.name, org.noPlace, org.by = d.surface(from, to)+string(r[1:]), true, namedBefore
			return
		}
	}
	if d.regionalBody(org, core) {
		return
	}
	if innerBody(core) && d.goOn(org, h, core) {
		return
	}
	if o := d.lastTaiwan; o != nil && !strings.HasSuffix(core, "分局") && (strings.HasSuffix(core, "处") || strings.HasSuffix(core, "局")) && len([]rune(core)) > 1 && len([]rune(core)) < 7 && !d.isInstitution(core) { // 农业处 of a county
		org.within(o, o.at+"政府"+core, "body of the county or city named before")
		return
	}
	if d.isInstitution(core) {
		org.noPlace = true
		return
	}
	// A ministry beside the head of a foreign state, or of Taiwan, is that state's.
	if o := d.lastPlaced; o != nil && (strings.HasSuffix(core, "部") || core == "国务院" || core == "众议院" || core == "参议院" || core == "国会" || strings.HasSuffix(core, "议会") || core == "央行" || core == "白宫") {
		if o.div.Foreign() && b.foreign {
			org.within(o, stateOf(o)+org.name, "body of the state named before")
			return
		}
		if strings.HasPrefix(o.div.Code, "71") {
			d.regional(org, "台湾", true)
			return
		}
	}
	if d.lastPlaced == nil && b.foreign && strings.HasSuffix(core, "部") {
		if m := d.onlyState(h); m != nil {
			org.div, org.how, org.at = m.div, ByText, m.div.Name
			org.name, org.by = m.div.Name+org.name, "body of the state named before"
			return
		}
	}
	if nationalBody(core) {
		org.noPlace = true
		return
	}
	if unit := []rune(core); len(unit) == 1 && strings.ContainsRune("师旅团营连", unit[0]) { // 师政委 after 空军某师师长
		if from, to := d.institutionBefore(h.office.i, unit[0]); to > from {
			d.asNamed(b, org, h, from, to, namedBefore)
			return
		}
	}
	if o := d.lastInstitution; o != nil && (strings.HasSuffix(core, "科") || core == "护理部" || core == "医务部" || core == "门诊部") { // of the hospital
		if hospital, _, ok := strings.Cut(o.name, "医院"); ok && d.goOn(org, h, "") {
			org.name = hospital + "医院" + core
			org.core = org.name
			return
		}
	}
	inList := last != nil && last.chain == h.chain && !last.noPlace && b == d.lastBearer && governmentBody(core)
	if territorialBody(core) || d.lastPlaced != nil && (inList || core == "办事处" && d.lastPlaced.div.Level == gazetteer.Township || bureau(core) || strings.HasSuffix(core, "公安厅")) {
		if o := d.lastPlaced; o != nil && !o.div.Foreign() && (o.div.Level <= gazetteer.County || b == d.lastBearer || core == "办事处" || core == "街道办事处" || core == "武装部") {
			at := o.at
			if region := strings.TrimSuffix(strings.TrimSuffix(at, "特区"), "特别行政区"); region == "香港" || region == "澳门" {
				at = region
			}
			org.within(o, shorten(at+core), "territory of the office before")
			return
		}
		if r, ok := d.bodyPlace(h); ok {
			org.div, org.cands, org.how, org.at = r.div, r.cands, r.how, r.name
			org.name, org.by = shorten(r.name+core), "territory named before in the sentence"
			return
		}
	}
	if localOffice(core) && !d.countiesCompete(h) && d.county(org, h.office.i) {
		org.by = "county named nearest"
		return
	}
	org.noPlace = true
}

// prefecture names the commissioner's office of the prefecture that the text tells: 行署 → 喀什地区行署.
func (d *document) prefecture(b *bearer, org *organisation, h *holding, core string) bool {
	l, _ := levelAt([]rune("地区"))
	r, ok := d.restore(l, b, h.office.i, h.sentence)
	if !ok {
		return false
	}
	org.name, org.by = r.name+core, "territory restored from the text"
	org.div, org.cands, org.how, org.at = r.div, r.cands, r.how, r.name
	return true
}

// insideLast names a body that lies inside, or beside, the organisation of the office before: 组织部 after 县委, 党组 after
// 教育局, 民族和宗教委员会 after 全国政协.
func (d *document) insideLast(b *bearer, org, last *organisation, core string) bool {
	const by = "part of the organisation before"
	own := b == d.lastBearer
	switch {
	case partyDepartment(core) && strings.HasSuffix(last.name, "委"):
		org.within(last, last.name+core, by)
		org.core, org.dept = last.core+core, core
	case partyDepartment(core) && strings.HasSuffix(withoutParty(last.name), "大学"):
		org.within(last, withoutParty(last.name)+"党委"+core, by)
	case (core == "管委会" || core == "管理委员会") && withoutParty(last.name) != last.name:
		org.within(last, withoutParty(last.name)+"管委会", by)
	case (core == "行署" || core == "行政公署") && strings.HasSuffix(last.name, "地委"):
		org.within(last, strings.TrimSuffix(last.name, "委")+"区"+core, by)
	case own && core == "书记处" && d.lastPlaced != nil:
		org.within(d.lastPlaced, d.lastPlaced.at+"委"+core, by)
	case own && strings.HasSuffix(core, "委员会") && assembly(last.name) != "":
		org.within(last, assembly(last.name)+core, by)
	case own && (strings.HasSuffix(core, "司") || core == "办公厅" || core == "政治部") && ministryOf(last.name) != "":
		org.name, org.noPlace, org.by = ministryOf(last.name)+core, true, by
	case villageBody(core) && villageOf(last.name) != "":
		org.within(last, villageOf(last.name)+core, by)
	case core == "工作队" && villageOf(last.name) != "":
		org.within(last, villageOf(last.name)+"驻村"+core, by)
	case (own || last.noPlace && (businessPosition(last.position) || companyHead(last.position)) && utf8.RuneCountInString(core) > 2 && !strings.HasSuffix(core, "中心") && strings.HasSuffix(org.position, "经理")) && d.isInstitution(withoutInner(last.name)) && sectionOf(core):
		org.within(last, withoutInner(last.name)+core, by)
	case innerBody(core) && innerBody(last.name):
		org.name, org.noPlace = core, true
	case strings.HasSuffix(core, "学院") && len([]rune(core)) <= 5 && strings.HasSuffix(withoutParty(last.name), "大学"):
		org.within(last, withoutParty(last.name)+core, by)
	case strings.HasSuffix(core, "庭") && courtOf(last.name) != "":
		org.within(last, courtOf(last.name)+core, by)
	case core == "党委" && strings.HasSuffix(last.name, "政府"): // 镇长、党委书记
		org.within(last, strings.TrimSuffix(last.name, "政府")+core, by)
	case innerBody(core):
		org.within(last, withoutInner(last.name)+core, by)
	case own && strings.HasPrefix(last.core, "公安") && policeUnit(core):
		org.within(last, withoutInner(last.name)+core, by)
		org.dept = core
	default:
		return false
	}
	return true
}

// stateOf is the name of the state that an organisation's foreign place lies in.
func stateOf(o *organisation) string {
	d := o.div
	for d.Parent != nil {
		d = d.Parent
	}
	return d.Name
}

// courtOf is the court that a name begins with.
func courtOf(name string) string {
	if at := strings.Index(name, "法院"); at >= 0 {
		return name[:at+len("法院")]
	}
	return ""
}

// assembly is the congress or conference that a name begins with: 全国政协, 省人大 of 省人大常委会.
func assembly(name string) string {
	for _, w := range []string{"人大", "政协"} {
		if at := strings.Index(name, w); at >= 0 {
			return name[:at+len(w)]
		}
	}
	return ""
}

// territorialBody tells that a body without place belongs to a territory that the text names elsewhere: 公安局, 教育局.
func territorialBody(core string) bool {
	for _, w := range []string{"党组", "党委", "工会", "机关党委"} {
		core = strings.TrimSuffix(core, w)
	}
	for _, w := range []string{"公安局", "公安分局", "教育局", "财政局", "民政局", "司法局", "卫生局", "文化局", "规划局", "建设局", "交通局", "水利局", "农业局", "林业局", "环保局", "审计局", "统计局", "城管局", "旅游局", "商务局", "税务局", "检察院", "法院",
		"人民法院", "人民检察院", "政府", "人民政府", "常委会", "人大", "武装部", "人武部", "公安", "人大常委会", "政协", "宣传部", "组织部", "统战部", "政法委", "纪委", "监委", "发改委", "发改局", "住建局", "应急管理局", "卫健委", "卫健局", "交警支队", "交警大队", "消防大队", "消防支队", "政府办公室", "信访局", "体育局", "人社局", "总工会", "妇联", "团委"} {
		if core == w {
			return true
		}
	}
	return false
}

// governmentBody tells that a body has the form of a department of a government: 工交办, 经委, 招商委员会.
func governmentBody(core string) bool {
	if utf8.RuneCountInString(core) > 9 {
		return false
	}
	for _, end := range []string{"局", "委", "办", "厅", "办公室", "委员会"} {
		if strings.HasSuffix(core, end) {
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
		if m.div == nil || m.aside || m.div.Foreign() || m.div.Level > gazetteer.County || m.div.Kind == gazetteer.Nation {
			continue
		}
		best = m
	}
	if best == nil { // then the passage, to the left
		const reach = 300
		for x := d.placeFrom(h.sentence[0]) - 1; x >= 0 && h.office.i-ms[x].i < reach; x-- {
			if m := &ms[x]; m.div != nil && !m.aside && !(m.visited && d.travels(m)) && mainland(m.div) && m.div.Level >= gazetteer.Prefecture && m.div.Level <= gazetteer.County {
				best = m
				break
			}
		}
	}
	if best == nil {
		return restored{}, false
	}
	return restored{div: best.div, name: d.nameOf(best.div, best), how: ByText}, true
}

// bare resolves a title without organisation from what went before: 副主任 after 指挥部主任, 院长 of the institute.
func (d *document) bare(b *bearer, org *organisation, h *holding, last *organisation, head string) {
	if d.localHead(org, h, head) {
		return
	}
	if l, _ := levelAt([]rune(head)); l != nil && (levelTitle(head) || head == "市长助理" || head == "省长助理" || head == "县长助理" || head == "区长助理") {
		if r, ok := d.restore(l, b, h.office.i, h.sentence); ok {
			org.name, org.core, org.by = r.name+"政府", "政府", "territory restored from the text"
			org.div, org.cands, org.how, org.at = r.div, r.cands, r.how, r.name
		} else if from, to := d.localBefore(h.office.i, []rune(l.word)[0]); (l.word == "乡" || l.word == "镇") && to > from {
			org.name, org.core, org.by = d.surface(from, to)+"政府", "政府", "township or village named before"
			d.county(org, from)
		}
		return
	}
	if head == "行政长官" || head == "特首" {
		d.chiefExecutive(org, h)
		return
	}
	if head == "领导" {
		return
	}
	if d.japaneseMinistry(org, d.japaneseHead(head)) {
		return
	}
	if d.lat.japanese && (head == "官房长官" || head == "内阁官房长官") {
		d.japan(org, "")
		return
	}
	if m := ministries[head]; m != "" && d.lastPlaced != nil && d.lastPlaced.div.Foreign() {
		org.within(d.lastPlaced, stateOf(d.lastPlaced)+m, "body of the state named before")
		return
	}
	if m := ministries[head]; m != "" && (strings.HasSuffix(head, "大臣") || strings.HasSuffix(head, "相") || b.foreign) {
		if d.country(org, h); org.name != "" {
			org.name += m
		}
		return
	}
	if (head == "外长" || head == "防长" || head == "财长") && !b.foreign && !d.abroad() && d.regionTold() == "" {
		org.name, org.noPlace, org.by = ministries[head], true, "ministry that the title names"
		return
	}
	if head == "参谋总长" && d.has(max(0, h.office.i-1000), min(len(d.s), h.office.j+1000), "台湾") {
		d.regional(org, "台湾", false)
		return
	}
	if head == "立法议员" {
		if region := d.regionTold(); region != "" {
			d.regional(org, region, false)
			org.name = region + "立法会"
			return
		}
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
		default: // 某厅党组书记、厅长; 审判委员会委员、审判员
			name = withoutParty(name)
			for _, w := range []string{"审判委员会", "检察委员会"} {
				name = strings.TrimSuffix(name, w)
			}
		}
		org.within(last, name, "organisation of the office before")
		if org.core = last.core; name == last.name {
			org.dept = last.dept
		}
		return
	}
	if companyHead(head) && (d.goOn(org, h, "") || !h.trailing && d.companyBefore(b, org, h)) {
		return
	}
	if head == "检察长" {
		d.procuratorate(b, org, h)
		return
	}
	if u := unitOfBare(head); u != "" {
		if h.trailing || len([]rune(u)) != 1 {
			return
		}
		if from, to := d.institutionBefore(h.office.i, []rune(u)[0]); to > from {
			d.asNamed(b, org, h, from, to, namedBefore)
		}
		return
	}
	switch head {
	case "议员":
		if from, to := d.institutionLike(h.office.i, func(s []rune) bool {
			n := string(s)
			return strings.HasSuffix(n, "立法会") || strings.HasSuffix(n, "议会")
		}); to > from {
			d.asNamed(b, org, h, from, to, "assembly named before")
		}
	case "总统", "总理", "国务总理", "首相", "国王", "女王", "天皇", "副总统", "副总理", "副首相":
		if strings.HasSuffix(head, "总统") && d.regionTold() == "台湾" {
			d.regional(org, "台湾", true)
			return
		}
		d.country(org, h)
	}
}

// asNamed gives an office to the organisation that the runes [from, to) name.
func (d *document) asNamed(b *bearer, org *organisation, h *holding, from, to int, by string) {
	o := *h
	o.office.org, o.sentence = [][2]int{{from, to}}, d.sentenceAround(from, to)
	whole := d.resolve(b, &o, nil)
	whole.position, whole.by = org.position, by
	*org = whole
}

// companyBefore gives an officer of a company to the one that the sentence named before.
func (d *document) companyBefore(b *bearer, org *organisation, h *holding) bool {
	from, to := d.institutionLike(h.office.i, func(s []rune) bool {
		n := string(s)
		return strings.HasSuffix(n, "公司") || strings.HasSuffix(n, "集团") || strings.HasSuffix(n, "银行") || strings.HasSuffix(n, "厂")
	})
	if to == from || from < h.sentence[0] {
		return false
	}
	d.asNamed(b, org, h, from, to, namedBefore)
	return true
}

// procuratorate gives a procurator to the procuratorate named before, or to that of the court named before, or of the place.
func (d *document) procuratorate(b *bearer, org *organisation, h *holding) {
	const body = "检察院"
	if from, to := d.institutionLike(h.office.i, func(s []rune) bool { return strings.HasSuffix(string(s), body) }); to > from {
		d.asNamed(b, org, h, from, to, namedBefore)
		return
	}
	if o := d.lastPlaced; o != nil && !o.div.Foreign() {
		org.within(o, o.at+body, "territory of the office before")
		return
	}
	if r, ok := d.bodyPlace(h); ok {
		org.div, org.cands, org.how, org.at = r.div, r.cands, r.how, r.name
		org.name, org.by = r.name+body, "territory named before in the sentence"
	}
}

// courtNamed completes the short name of a court or procuratorate, 高院 or 中院, by the full one that the text named before.
func (d *document) courtNamed(b *bearer, org *organisation, h *holding, core string) bool {
	for short, full := range shortCourts {
		rest, ok := strings.CutPrefix(core, short)
		if !ok {
			continue
		}
		from, to := d.institutionLike(h.office.i, func(s []rune) bool { return strings.HasSuffix(string(s), full) })
		if to == from {
			return false
		}
		d.asNamed(b, org, h, from, to, namedBefore)
		if !strings.Contains(org.name, "最高") {
			org.name += rest
			return true
		}
		return false
	}
	return false
}

// sectionOfCourt gives a section of a court or procuratorate, 刑一庭 or 公诉处, to the one that the text named last.
func (d *document) sectionOfCourt(b *bearer, org *organisation, h *holding, core string) bool {
	body := ""
	switch {
	case strings.HasSuffix(core, "庭") && len([]rune(core)) < 7 && !strings.Contains(core, "院"):
		body = "法院"
	case prosecutors(core):
		body = "检察院"
	default:
		return false
	}
	from, to := d.institutionLike(h.office.i, func(s []rune) bool { return strings.HasSuffix(string(s), body) })
	if to == from {
		return false
	}
	d.asNamed(b, org, h, from, to, namedBefore)
	org.name += core
	return true
}

// prosecutors tells that a body is a section of a procuratorate: 公诉处, 第二检察部.
func prosecutors(core string) bool {
	if r := []rune(core); len(r) > 6 || !strings.ContainsRune("处科部局室", r[len(r)-1]) {
		return false
	}
	for _, w := range []string{"公诉", "反贪", "反渎", "侦监", "侦查监督", "批捕", "控申", "监所", "民行", "未检", "案管"} {
		if strings.HasPrefix(core, w) {
			return true
		}
	}
	return strings.HasPrefix(core, "第") && strings.HasSuffix(core, "检察部")
}

var shortCourts = map[string]string{"高院": "高级人民法院", "中院": "中级人民法院", "高级法院": "高级人民法院", "中级法院": "中级人民法院"}

// unitOfBare is the unit of a title without organisation: 院 of 院长 and 院长助理, 校 of 教导主任.
func unitOfBare(head string) string {
	switch head {
	case "教导主任", "教务主任", "政教主任", "德育主任", "总务主任", "教务长":
		return "校"
	}
	return unit(strings.TrimSuffix(head, "助理"))
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
	if h.verb && !h.appended && b == d.lastBearer && !h.moved && h.appendedBefore(b) {
		return false
	}
	if b == d.lastBearer {
		if u := unit(head); u != "" && !h.verb { // 局长 after a body that has no such head
			return strings.HasSuffix(withoutParty(last.name), u) || u == "校" || u == "会"
		}
		return true
	}
	if u := unit(head); u != "" {
		base := withoutParty(last.name)
		if strings.HasSuffix(base, u) || u == "校" && school([]rune(base)) {
			return true
		}
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
var titleGroups = []string{"书记 常委 委员", "局长 常任秘书长 政治助理", "舰长 艇长 政委 副舰长", "秘书长 常委", "部长 发言人 新闻发言人", "司长 发言人 新闻发言人", "局长 发言人 新闻发言人", "政战主任 军长 师长 旅长 团长 营长 连长 排长 政委 政治委员 参谋长 教导员 指导员", "组长 成员 组员 联络员", "董事长 董事长助理 总经理助理 总裁助理 总裁 总经理 经理 首席执行官 董事 监事 监事长 监事会主席 总工程师 总会计师 总经济师 总设计师 首席财务官 首席运营官 首席技术官 CEO CFO CTO COO 创始人 联合创始人 总监 董事局主席", "会长 理事长 秘书长 理事 监事长 干事长 主席",
	"司令员 司令 政委 政治委员 参谋长 总司令 教导员 指导员", "主任 委员 主任委员 秘书长", "主席 秘书长 委员 发言人", "校长 教务长 教务主任 总务主任", "院长 审判员 法官", "检察长 检察官 检察员", "所长 教导员 指导员", "队长 支队长 大队长 中队长 总队长 教导员 指导员 政委 政治委员", "总编辑 社长 主编 总编", "台长 总编辑", "总指挥 指挥长"}

// sameHead tells that two titles are of one kind, so that the later may belong to the body of the earlier.
func sameHead(position, head string) bool {
	if head == "秘书" || strings.HasSuffix(position, strings.TrimPrefix(strings.TrimPrefix(head, "副"), "助理")) {
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

// onlyState is the one foreign state that the text names before an office as no goal of a journey; nil where there are several.
func (d *document) onlyState(h *holding) *mentionedPlace {
	const reach = 300 // runes
	var only *mentionedPlace
	ms := d.textPlaces()
	for x := d.placeFrom(h.office.i - reach); x < len(ms) && ms[x].i < h.office.i; x++ {
		m := &ms[x]
		if m.div == nil || m.aside || m.visited || m.div.Kind != gazetteer.Nation || m.div.Name == "中国" {
			continue
		}
		if only != nil && only.div != m.div {
			return nil
		}
		only = m
	}
	return only
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
		org.by = "state named before"
		return
	}
}

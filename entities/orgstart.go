package entities

import (
	"strings"
	"sync"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
)

// orgStart is the first item of the organisation that ends before item m; m where there is none.
func (p *parser) orgStart(m, floor int) int {
	a := m
	for a > floor {
		switch n := a - 1; p.kind(n) {
		case kStatus:
			if n > floor && orgable(p.kind(n-1)) && !verbal(p.runes(n)) {
				a = n
				continue
			}
		case kWord, kPlace, kLevel, kOrgan, kOrgWord, kUnknown, kMod:
			if p.kind(n) == kMod && p.kind(a) != kOrgan && p.kind(a) != kOrgWord && p.kind(a) != kWord {
				return p.trim(a, m)
			}
			if p.kind(n) == kWord && p.outside(n) {
				break
			}
			a = n
			continue
		case kStop:
			if a < m && n > floor && (p.kind(n-1) == kOrgan || p.kind(n-1) == kPlace) && p.closedOrg(a, m) { // 消防局灾害抢救科
				a = n
				continue
			}
		case kSep, kSepTitle:
			if n > floor && a < m && p.links(n) {
				a = n
				continue
			}
		case kClose:
			if open := p.openOf(n, floor); open > floor && a < m && orgable(p.kind(open-1)) {
				a = open
				continue
			}
		case kName:
			if a < m && p.nameInside(n, a, m, floor) {
				a = n
				continue
			}
		case kTitle, kProfession:
			if a < m && p.insideOrgan(n) {
				a = n
				continue
			}
		case kSpace:
			if a < m && n > floor && p.kind(n-1) == kOrgan && institution(p.runes(n-1)) {
				a = n
				continue
			}
		case kFunc:
			if a < m && n > floor && p.items[n].class == 'm' && p.d.s[p.items[n].j-1] == '届' && (p.kind(n-1) == kLevel || p.kind(n-1) == kPlace) { // 市五届人大常委会
				a = n
				continue
			}
			if p.wholeName(n, m, floor) {
				a = n
				continue
			}
			if a < m && (p.is(n, "某") || p.innerVerb(n, a, m, floor) || p.opensName(n, a, m, floor)) {
				a = n
				continue
			}
			if p.items[n].class == 'm' && a < m && n-1 >= floor && p.ordinal(n) || p.numbered(n, a, m, floor) {
				a = n
				continue
			}
		}
		break
	}
	return p.trim(a, m)
}

// outside tells that item n, a noun by the tables, is a preposition or has the organisation behind it as its object: 向行政院,
// 审理前总统, 考察某公司.
func (p *parser) outside(n int) bool {
	s := p.runes(n)
	if len(s) == 1 {
		return strings.ContainsRune("向以对由据被把让使令给跟同", s[0])
	}
	if p.kind(n+1) == kOrgan && len(p.runes(n+1)) == 1 { // 考察站, 访问团
		return false
	}
	return p.is(n, "考察", "访问", "会见", "会晤", "调研", "视察", "参观", "走访", "慰问", "开庭", "审理", "采访", "拜访", "拜会", "看望", "接见", "陪同", "出席", "参加", "座谈", "祝贺", "感谢", "邀请", "率领", "提名", "宣判", "悼念", "哀悼", "约谈", "问责", "通报", "点名")
}

// nameInside tells that the name n is part of the name of an organisation of which the items [a, m) are the rest: 国海证券,
// 东屯渡派出所, 美国宇航局约翰逊航天中心. A person is not followed by a body at once, unless by that of the next person (甲县委书记乙).
func (p *parser) nameInside(n, a, m, floor int) bool {
	if p.kind(a) == kOrgan && institution(p.runes(a)) && (p.items[n].sur > 0 || n > floor && p.kind(n-1) == kPlace) {
		return true
	}
	if k := p.kind(a); k != kOrgan && k != kOrgWord && k != kWord || !p.closedName(a, m) {
		return false
	}
	if s := p.runes(a); levelOrgan(s) || prefixWord(s) || centralBodies[string(s)] != "" {
		return false
	}
	it := p.items[n]
	if it.sur == 0 && it.j-it.i > 5 || it.j-it.i > 4 && it.sur > 0 || p.d.lat.isKnown(p.d.s[it.i:it.j]) {
		return false
	}
	if n <= floor {
		return n == 0
	}
	switch p.kind(n - 1) {
	case kTitle, kProfession, kMod, kCourtesy, kName, kStop:
		return false
	case kVerb:
		w := p.word(n - 1)
		return w != nil && !w.give
	case kSepName:
		return p.kind(a) == kOrgan || p.kind(a) == kOrgWord || !levelOrgan(p.runes(m-1))
	}
	return true
}

// closedName tells that the items [a, m) end in an organ or in a word that organs begin with, and hold no start of another.
func (p *parser) closedName(a, m int) bool {
	if k := p.kind(m - 1); k != kOrgan && k != kOrgWord {
		return false
	}
	for x := a; x < m; x++ {
		if k := p.kind(x); k == kLevel || k == kPlace {
			return false
		}
	}
	return true
}

// opensName tells that item n, a verb, time word or numeral elsewhere, begins the name of an institution of which the items
// [a, m) are the rest: 远航能源集团, 未来营销咨询公司, 催化国家重点实验室. It must follow the beginning of a phrase, and not be a verb that
// has an institution as its object.
func (p *parser) opensName(n, a, m, floor int) bool {
	it := p.items[n]
	if it.j-it.i < 2 || strings.IndexByte("vabtfzi", it.class) < 0 || p.word(n) != nil || !p.closedOrg(a, m) || !p.institutionEnd(m) || m-a < 2 && len(p.runes(a)) < 4 && !p.is(a, "车间") ||
		strings.ContainsRune("年月日时前后间", p.d.s[it.j-1]) || strings.Contains(sentenceVerbs, " "+string(p.runes(n))+" ") {
		return false
	}
	if n == floor {
		return n == 0 || p.kind(n-1) == kSepTitle || p.kind(n-1) == kSepName
	}
	switch p.kind(n - 1) {
	case kStart, kComma, kSep, kSepName, kSepTitle, kOpen, kClose, kVerb:
		return true
	case kFunc:
		return p.is(n-1, "的", "在", "由", "据", "对", "向", "与", "为", "是", "于", "从", "以及")
	}
	return false
}

// institutionEnd tells that the organ before item m ends the name of an institution.
func (p *parser) institutionEnd(m int) bool {
	s := p.runes(m - 1)
	return p.kind(m-1) == kOrgan && (institution(s) || s[len(s)-1] == '心' || s[len(s)-1] == '会' && len(s) > 1 && !levelOrgan(s))
}

// innerVerb tells that a word of action or quality stands inside a name: 浙江省反走私办公室, 甘肃省中西医结合学会, 湖南省高管局,
// or begins the name of a company: 联讯证券.
func (p *parser) innerVerb(n, a, m, floor int) bool {
	it := p.items[n]
	if strings.IndexByte("vadtfbzim", it.class) < 0 || p.d.s[p.items[a].i] == '某' || strings.Contains(sentenceVerbs, " "+string(p.runes(n))+" ") {
		return false
	}
	if n > floor && p.is(n-1, "某") && p.kind(a) == kOrgan { // 某合成旅
		return true
	}
	if it.class == 'm' && (isDigit(p.d.s[it.i]) || n == floor || !nationalWord(p.runes(n-1)) && p.kind(n-1) != kPlace || p.d.s[it.i] == '第') { // 中国|一重
		return false
	}
	if it.j-it.i == 1 {
		switch p.kind(n - 1) {
		case kPlace:
			return n-1 >= floor && (p.kind(a) == kOrgan || p.closedOrg(a, m) && p.items[m-1].j-it.i <= 5)
		case kStart, kComma, kClose, kSep, kSepName:
			return it.class != 'd' && p.kind(a) != kPlace && p.kind(a) != kLevel && a+1 < m && p.closedOrg(a+1, m)
		}
		if k := p.kind(n - 1); k != kWord && k != kUnknown || p.items[n-1].j-p.items[n-1].i > 1 {
			return false
		}
	}
	if !p.closedName(a, m) {
		return false
	}
	for x := n - 1; x >= floor && n-x <= 5; x-- {
		switch k := p.kind(x); {
		case k == kPlace, k == kOrgan && p.closedOrg(a, m) && p.items[x].j-p.items[x].i > 1, k != kFunc && (institution(p.runes(x)) || nationalWord(p.runes(x))):
			return true
		case k == kStart, k == kComma, k == kSep, k == kSepName, k == kSepTitle, k == kClose, k == kVerb: // 油|尖|警区, 现任善|洲|林场
			return it.j-it.i == 1 && p.items[a].i-p.items[x].j <= 3 && p.closedOrg(a, m) && m-1 == a || x < n-1 && association(p.runes(m-1))
		case k == kFunc && p.items[x].class == 'v' && p.items[x].j-p.items[x].i > 1 && !strings.Contains(sentenceVerbs, " "+string(p.runes(x))+" "):
		case k == kFunc && it.j-it.i == 1 && p.items[x].j-p.items[x].i == 1 && p.items[a].i-p.items[x].i <= 3 && !strings.Contains(sentenceVerbs, " "+string(p.runes(x))+" "): // 沈阳市防|爆|器械厂
		case k == kWord && p.outside(x):
			return false
		case k != kWord && k != kOrgWord && k != kUnknown:
			return false
		}
	}
	return it.j-it.i == 1 && p.items[a].i-p.items[floor].i <= 3 && p.closedOrg(a, m) && m-1 == a && (floor == 0 || p.separated(floor-1)) ||
		n > floor && association(p.runes(m-1)) && (floor == 0 || p.separated(floor-1))
}

// association tells that an organ is one of those whose names say what their members do: 废物处理业|协会.
func association(s []rune) bool {
	w := string(s)
	return strings.HasSuffix(w, "协会") || strings.HasSuffix(w, "商会") || strings.HasSuffix(w, "公会") || strings.HasSuffix(w, "联会") || strings.HasSuffix(w, "总会")
}

// sentenceVerbs are verbs that stand between a place and an organisation rather than in its name.
const sentenceVerbs = " 开庭 审理 宣判 判处 参加 出席 召开 举行 举办 任命 选举 会见 会晤 访问 考察 视察 调研 主持 率领 陪同 表示 指出 强调 要求 介绍 认为 宣布 决定 批准 同意 通知 通报 公布 发布 报道 前往 抵达 来到 到达 离开 赴 来 去 到 让 请 派 随 见 有 问 叫 找 经 称 说 是 任 免 选 调 听 看 给 使 被 据 作 原 应 受 当 由 向 把 将 会 能 要 想 可 已 曾 就 也 都 又 再 还 不 没 邀请 接见 接受 担任 成立 组织 走访 慰问 采访 收购 入股 控股 投资 走进 深入 入驻 加盟 加入 进入 联系 联合 设立 设在 建立 隶属 下辖 参观 拜访 拜会 签约 授予 请教 求助 状告 指控 举报 投诉 检查 督导 督察 巡视 慰劳 看望 探望 祝贺 致电 致信 致函 约谈 约见 查处 查封 接管 托管 重组 合并 并购 改组 改制 转让 出售 购买 投奔 就读 毕业 任职 供职 就职 服务 担任 掌管 领导 管理 主管 分管 负责 联络 帮助 支援 驰援 增援 对口 协助 配合 委托 授权 聘请 邀 约 会同 协同 率 率队 带队 赴任 抵 赶到 赶赴 奔赴 走到 位于 坐落 据悉 获悉 透露 显示 表明 证实 强调 呼吁 敦促 促 督促 责成 责令 勒令 督办 提醒 警告 建议 希望 相信 发现 关注 关心 称赞 赞扬 表扬 点名 通过 依托 根据 按照 依据 随着 围绕 针对 面对 面向 经过 包括 涉及 关于 属于 来自 出自 前身 现任 时任 曾任 历任 告诉 告知 询问 问及 回应 回复 答复 反驳 感谢 祝贺 欢迎 支持 反对 批评 指责 起诉 逮捕 调查 处分 通过 获 连 及 "

// ordinal tells that a numeral belongs to a name: 第一, 二十一 before 研究所.
func (p *parser) ordinal(n int) bool {
	s := p.runes(n)
	return (s[0] == '第' || isDigit(s[0])) && p.d.s[p.items[n].j] != '届' && orgable(p.kind(n-1)) && (p.kind(n+1) == kOrgan || p.kind(n+1) == kOrgWord)
}

// numbered tells that a numeral without 第 stands in a name that a place or level word begins: 市五运会, 县一中.
func (p *parser) numbered(n, a, m, floor int) bool {
	if a >= m || n-1 < floor || p.kind(n-1) != kPlace && p.kind(n-1) != kLevel && (p.kind(n-1) != kOrgWord || p.kind(a) != kOrgan) || !orgable(p.kind(a)) {
		return false
	}
	for _, r := range p.runes(n) {
		if !strings.ContainsRune("一二三四五六七八九十", r) {
			return false
		}
	}
	return true
}

func orgable(k kind) bool {
	switch k {
	case kWord, kPlace, kLevel, kOrgan, kOrgWord, kUnknown:
		return true
	}
	return false
}

// closedOrg tells that the items [a, m) are the rest of an organisation's name and hold no other start of one.
func (p *parser) closedOrg(a, m int) bool {
	if p.kind(m-1) != kOrgan {
		return false
	}
	for x := a; x < m; x++ {
		if k := p.kind(x); k == kPlace || k == kLevel {
			return false
		}
	}
	return true
}

// links tells that a conjunction joins two words inside a name: 民政和卫生局.
func (p *parser) links(n int) bool {
	if p.is(n, "和", "与") && p.departmentJoint(n) || p.is(n, "和", "与", "及") && p.committeeJoint(n) {
		return true
	}
	if p.is(n, "暨") && p.kind(n-1) == kWord && p.kind(n+1) == kOrgan { // 地球物理暨气象局
		return true
	}
	return p.is(n, "和", "与", "及", "暨") && p.kind(n-1) == kOrgWord && (p.kind(n+1) == kOrgWord || p.kind(n+1) == kOrgan)
}

// committeeJoint tells that the conjunction at n joins the fields of a committee of an assembly or a department of a bureau:
// 立法院外交及国防委员会, 旅游局传播及对外关系厅.
func (p *parser) committeeJoint(n int) bool {
	if s := p.runes(n + 1); p.kind(n-1) != kWord && p.kind(n-1) != kOrgWord || (len(s) < 3 || !equal(s[len(s)-3:], "委员会")) && p.kind(n+2) != kOrgan && (p.kind(n+3) != kOrgan || p.kind(n+2) != kWord && p.kind(n+2) != kOrgWord) {
		return false
	}
	for x := n - 2; x >= 0 && n-x <= 4; x-- {
		switch p.kind(x) {
		case kOrgan:
			return true
		case kWord, kOrgWord, kUnknown:
		default:
			return false
		}
	}
	return false
}

// departmentJoint tells that 和 at n joins the fields of a department that a place or level word begins: 市文体广电和旅游局. With
// no word but the place before it the place itself would be joined.
func (p *parser) departmentJoint(n int) bool {
	if k := p.kind(n + 1); k != kOrgan && k != kOrgWord && k != kWord {
		return false
	}
	end := n + 1
	for end+1 < len(p.items) && p.kind(end) != kOrgan && end < n+3 && (p.kind(end) == kOrgWord || p.kind(end) == kWord) {
		end++
	}
	if s := p.runes(end); p.kind(end) != kOrgan || len(s) < 2 && end == n+1 || !strings.ContainsRune("局委厅部处办署会", s[len(s)-1]) || levelOrgan(s) {
		return false
	}
	for x := n - 1; x >= 0 && n-x <= 4; x-- {
		switch p.kind(x) {
		case kPlace, kLevel:
			return x < n-1
		case kWord, kOrgWord, kUnknown:
		case kSep:
			if !p.is(x, "、") {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// openOf is the item of the opening bracket that item n closes, if all between may be part of a name; -1 otherwise.
func (p *parser) openOf(n, floor int) int {
	for x := n - 1; x >= floor && n-x < 6; x-- {
		switch k := p.kind(x); {
		case k == kOpen:
			return x
		case !orgable(k):
			return -1
		}
	}
	return -1
}

// trim drops from the items [a, m) what stands before the organisation: everything before its first place or level word,
// unless that is itself the beginning of a name (中国人民银行上海分行).
func (p *parser) trim(a, m int) int {
	for a < m && (p.kind(a) == kSep || p.kind(a) == kSepTitle || p.kind(a) == kClose || p.kind(a) == kMod) {
		a++
	}
	start := a
	for x := a; x < m; x++ {
		switch p.kind(x) {
		case kPlace:
			if p.items[x].j-p.items[x].i == 1 && x > a {
				continue // one character is seldom a place in the middle
			}
			if x > a && p.weakPlace(x) && institution(p.runes(m-1)) && (p.kind(x-1) == kWord || p.kind(x-1) == kOrgWord) { // 豫园旅游|商城|集团
				continue
			}
			if x > a && p.weakPlace(x) && p.kind(x-1) == kOrgan && len(p.runes(x-1)) > 1 && !levelOrgan(p.runes(x-1)) && !institution(p.runes(x-1)) { // 外交部|亚东|太平洋司
				continue
			}
			return p.withPrefix(start, x)
		case kLevel:
			return p.withPrefix(start, x)
		case kOrgan:
			if x == a && levelOrgan(p.runes(x)) {
				return x
			}
			if levelOrgan(p.runes(x)) {
				return p.withPrefix(start, x)
			}
		}
	}
	for start < m && (p.kind(start) == kUnknown && p.kind(start+1) != kOrgan && start+1 == m) {
		start++
	}
	return start
}

// companyWord tells that a word ends the name of a company, which may go on with the place of a branch.
func companyWord(s []rune) bool {
	switch string(s) {
	case "证券", "保险", "基金", "期货", "信托", "人寿", "汽车", "科技", "电子", "药业", "地产", "电信", "移动", "联通", "石油", "石化", "电网", "航空", "重工", "投顾", "资本", "投资", "金融", "国际", "控股", "通信", "软件", "传媒":
		return true
	}
	return false
}

// weakPlace tells that the place at item x is the short name of a county or township, which may be another word.
func (p *parser) weakPlace(x int) bool {
	info := p.d.lat.gaz.Info(p.items[x].name)
	return info.Form == gazetteer.Short && info.Level >= gazetteer.County
}

// withPrefix is where the organisation with the place or level word x begins, given that [start, x) stands before it.
func (p *parser) withPrefix(start, x int) int {
	if start == x {
		return x
	}
	for y := start; y < x; y++ {
		switch p.kind(y) {
		case kPlace:
			return y
		case kOrgan:
			if p.kind(x) == kPlace && (institution(p.runes(y)) || p.is(y, "局", "公司") && p.is(start, "中铁", "中交", "中建", "中冶", "中水", "铁道部")) { // 中铁|二十局|青海|指挥部
				return start
			}
			if y == x-1 && centralBodies[string(p.runes(y))] != "" && p.kind(x) == kPlace { // 中共中央台湾工作办公室
				return y
			}
		}
	}
	if p.kind(x-1) == kOrgan && !levelOrgan(p.runes(x-1)) && p.kind(x) == kPlace && institutionOrBody(p.runes(x-1)) {
		return start
	}
	if s := p.runes(x + 1); p.kind(x) == kPlace && p.kind(x+1) == kOrgan && len(s) > 1 && (s[0] == '分' || s[0] == '支') && (p.kind(x-1) == kOrgWord || p.kind(x-1) == kOrgan) { // 建行|深圳市|分行
		return start
	}
	if companyWord(p.runes(x-1)) && p.kind(x) == kPlace { // 花旗环球证券|台湾区研究部
		return start
	}
	y := x
	if p.is(x-1, "团") && p.kind(x) == kPlace && p.kind(x+1) == kOrgan && p.d.s[p.items[x+1].i] == '委' { // 团上海市委
		y--
	}
	for y-1 >= start {
		w := p.word(y - 1)
		if w == nil || !prefixWord(p.runes(y-1)) {
			break
		}
		y--
	}
	return y
}

// nationalWord tells that a word begins the names of national bodies: 中国, 全国.
func nationalWord(s []rune) bool {
	switch string(s) {
	case "中国", "中央", "全国", "国家", "中华", "国际", "世界", "亚洲", "海峡":
		return true
	}
	return false
}

var prefixes = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(partyPrefixes) {
		m[w] = true
	}
	return m
})

func prefixWord(s []rune) bool { return prefixes()[string(s)] }

// levelOrgan tells that an organ's name begins with the word for a level: 市委, 县政府.
func levelOrgan(s []rune) bool {
	if len(s) < 2 {
		return false
	}
	switch s[0] {
	case '省', '市', '县', '区', '州', '旗', '盟', '镇', '乡':
		return true
	case '苏':
		return s[1] == '木'
	case '地':
		return len(s) == 2 && s[1] == '委'
	}
	return false
}

// institution tells that an organ is a school, company or other institution without a territory of its own.
func institution(s []rune) bool {
	w := string(s)
	for _, end := range institutionEnds {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// institutionOrBody tells that a name may go on after it with the place of a branch.
func institutionOrBody(s []rune) bool {
	w := string(s)
	return institution(s) || strings.HasSuffix(w, "科院") || strings.HasSuffix(w, "总局") || strings.HasSuffix(w, "海关") || strings.HasSuffix(w, "总会") || strings.HasSuffix(w, "兵团") ||
		strings.HasSuffix(w, "协会") || strings.HasSuffix(w, "军区") || strings.HasSuffix(w, "部队") || strings.HasSuffix(w, "党") || strings.HasSuffix(w, "军") && len(s) > 2
}

var institutionEnds = []string{"舰", "发射中心", "研究中心", "实验中心", "交易中心", "购物中心", "会展中心", "文化中心", "艺术中心", "交大", "科大", "师大", "农大", "工大", "理工大", "大学", "学院", "学校", "中学", "小学", "高中", "初中", "国小", "国中", "一中", "二中", "三中", "四中", "幼儿园", "公司", "集团", "银行", "分行", "支行", "农商行", "信用社", "联社", "医院", "卫生院", "研究院", "研究所", "研究总院", "设计院", "规划院", "科学院", "农科院", "社科院", "出版社", "杂志社",
	"报社", "日报", "晚报", "电视台", "电台", "广播电视台", "报业", "厂", "电厂", "矿", "煤矿", "油田", "剧院", "歌剧院", "交响乐团", "歌舞团", "艺术团", "博物馆", "美术馆", "图书馆", "纪念馆", "文化馆", "体育馆", "俱乐部", "事务所", "基金会", "寺", "寺院", "机场", "合作社", "农场", "林场", "牧场", "茶场", "实验室", "通讯社",
	"商会", "教会", "工程局", "铁路局", "分社", "编辑部", "卫生服务中心", "急救中心", "血站", "诊所", "门诊部", "车间", "项目部", "事业部", "酒店", "宾馆", "饭店", "超市", "商场", "动物园", "植物园", "公园", "工厂", "总厂", "分厂", "联盟", "科技园", "学会", "同乡会", "国家队", "代表队", "车站", "火车站", "变电站", "收费站", "网站"}

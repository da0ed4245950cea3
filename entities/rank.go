package entities

import (
	"strings"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
)

// ladder is the administrative ranks from the highest, half a step each.
var ladder = []string{"国家级正职", "国家级副职", "省部级正职", "省部级副职", "厅局级正职", "厅局级副职", "县处级正职", "县处级副职", "乡科级正职", "乡科级副职"}

// steps are the places on the ladder of the grades of territories.
var steps = map[gazetteer.Grade]int{gazetteer.Provincial: 2, gazetteer.SubProvincial: 3, gazetteer.Prefectural: 4, gazetteer.SubPrefectural: 5,
	gazetteer.CountyGrade: 6, gazetteer.SubCounty: 7, gazetteer.TownshipGrade: 8}

// nationalRanks are the ranks of offices of the centre: organisation, position, step.
var nationalRanks = map[[2]string]int{
	{"中共中央", "总书记"}: 0, {"中华人民共和国", "主席"}: 0, {"国务院", "总理"}: 0, {"全国人大常委会", "委员长"}: 0, {"全国政协", "主席"}: 0, {"中共中央政治局", "常委"}: 0, {"中央军委", "主席"}: 0,
	{"中共中央政治局", "委员"}: 1, {"中共中央书记处", "书记"}: 1, {"国务院", "副总理"}: 1, {"国务院", "国务委员"}: 1, {"全国人大常委会", "副委员长"}: 1, {"全国政协", "副主席"}: 1,
	{"中央军委", "副主席"}: 1, {"最高人民法院", "院长"}: 1, {"最高人民检察院", "检察长"}: 1,
}

// ministryNames are the parts of the State Council whose head is of ministerial rank.
const ministryNames = `外交部 国防部 国家发改委 教育部 科技部 科学技术部 工业和信息化部 工信部 国家民委 公安部 国家安全部 民政部 司法部 财政部 人力资源和社会保障部 人社部 自然资源部 国土资源部 生态环境部 环境保护部 环保部 住房和城乡建设部 住建部 建设部 交通运输部 交通部 铁道部 水利部 农业农村部 农业部 商务部 文化和旅游部 文化部 国家卫生健康委员会 国家卫健委 国家卫计委 卫生部 退役军人事务部 应急管理部 审计署 中国人民银行 海关总署 国家税务总局 国务院国资委`

var ministerial = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(ministryNames) {
		m[w] = true
	}
	return m
}()

// rank fills in the administrative ranks of one person's posts where the rule is certain.
func rank(posts []Post, orgs []organisation) {
	chief := map[*gazetteer.Division]bool{}
	for i := range posts {
		if o := &orgs[i]; o.div != nil && isChief(o.core, posts[i].Position, o.div) && strings.HasSuffix(posts[i].Position, "长") && posts[i].Status == Current {
			chief[o.div] = true
		}
	}
	for i := range posts {
		posts[i].Rank, posts[i].RankWhy = rankOf(&posts[i], &orgs[i], chief)
	}
}

func rankOf(p *Post, o *organisation, chief map[*gazetteer.Division]bool) (rank, why string) {
	if n, ok := nationalRanks[[2]string{p.Org, p.Position}]; ok {
		return ladder[n], "中央职务:" + p.Org + p.Position
	}
	if ministerial[p.Org] {
		switch p.Position {
		case "部长", "主任", "行长", "审计长", "署长", "局长":
			return ladder[2], "国务院部门正职"
		case "副部长", "副主任", "副行长", "副审计长", "副署长", "副局长":
			return ladder[3], "国务院部门副职"
		}
		return "", ""
	}
	if o.div == nil || o.div.Foreign() || o.noPlace {
		return "", ""
	}
	base, ok := steps[o.div.Grade]
	if !ok {
		return "", ""
	}
	grade := o.div.Name + "为" + gradeName(o.div.Grade) + ":"
	deputy := strings.HasPrefix(p.Position, "副") || strings.HasPrefix(p.Position, "常务副")
	switch {
	case isChief(o.core, p.Position, o.div):
		return ladder[base], grade + "正职"
	case isDeputy(o.core, p.Position):
		if p.Position == "副书记" {
			if chief[o.div] {
				return ladder[base], grade + "副书记兼政府正职"
			}
			if o.div.Grade == gazetteer.Prefectural && o.div.Kind == gazetteer.District {
				return "", "" // of a municipality's districts both halves of the rank occur
			}
		}
		return at(base + 1), grade + "副职"
	case o.core == "法院" || o.core == "检察院" || o.core == "人民法院" || o.core == "人民检察院":
		if p.Position == "院长" || p.Position == "检察长" {
			return at(base + 1), grade + "法检两长低半级"
		}
	case bureau(o.core) && base >= 2:
		switch p.Position {
		case "局长", "厅长", "主任":
			return at(base + 2), grade + "部门正职"
		}
		if deputy {
			switch p.Position {
			case "副局长", "副厅长", "副主任":
				return at(base + 3), grade + "部门副职"
			}
		}
	}
	return "", ""
}

func at(step int) string {
	if step >= len(ladder) {
		return ""
	}
	return ladder[step]
}

func gradeName(g gazetteer.Grade) string {
	switch g {
	case gazetteer.Provincial:
		return "正部级"
	case gazetteer.SubProvincial:
		return "副部级"
	case gazetteer.Prefectural:
		return "正厅级"
	case gazetteer.SubPrefectural:
		return "副厅级"
	case gazetteer.CountyGrade:
		return "正处级"
	case gazetteer.SubCounty:
		return "副处级"
	}
	return "正科级"
}

// isChief tells that a post heads the party committee, government, congress or conference of a territory.
func isChief(core, position string, div *gazetteer.Division) bool {
	switch core {
	case "委", "党委", "党工委", "工委":
		return position == "书记"
	case "政府", "人民政府":
		return levelTitle(position) || position == "主席" && div.Kind == gazetteer.AutonomousRegion
	case "人大常委会", "人民代表大会常务委员会":
		return position == "主任"
	case "政协":
		return position == "主席"
	}
	return false
}

// isDeputy tells that a post is a deputy one of those bodies, or its holder sits on the standing committee.
func isDeputy(core, position string) bool {
	switch core {
	case "委", "党委":
		return position == "副书记" || position == "常委"
	case "政府", "人民政府":
		p := strings.TrimPrefix(position, "常务")
		p, ok := strings.CutPrefix(p, "副")
		return ok && (levelTitle(p) || p == "主席")
	case "人大常委会", "人民代表大会常务委员会":
		return position == "副主任"
	case "政协":
		return position == "副主席"
	case "纪委", "纪律检查委员会", "纪委监委":
		return position == "书记"
	}
	return false
}

// bureau tells that a body is an ordinary department of a territory's government; the police are not, for their heads
// often rank higher.
func bureau(core string) bool {
	if strings.Contains(core, "公安") || strings.Contains(core, "分局") {
		return false
	}
	for _, end := range []string{"局", "厅", "发改委", "国资委", "卫健委", "教委", "科委", "建委", "农委", "经信委", "民委"} {
		if strings.HasSuffix(core, end) && len([]rune(core)) <= 12 && !strings.Contains(core, "省") {
			return true
		}
	}
	return false
}

// policeRank tells that a title is a rank of the police of Hong Kong, which behind a name with another title is no office of its own.
func policeRank(title string) bool {
	switch title {
	case "警司", "高级警司", "总警司", "督察", "高级督察", "总督察":
		return true
	}
	return false
}

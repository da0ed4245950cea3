package entities

import (
	"strings"
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
	case raw == "国家" && head == "主席" && d.lastPlaced != nil && d.lastPlaced.div.Foreign(): // 越南…总书记某某、国家主席某某
		org.within(d.lastPlaced, stateOf(d.lastPlaced), "state named before")
		org.noPlace = false
	case raw == "中国国家" && head == "主席":
		org.name = "中华人民共和国"
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
	case strings.HasPrefix(raw, "政协全国委员会"):
		org.name = "全国政协" + strings.TrimPrefix(raw, "政协全国委员会")
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

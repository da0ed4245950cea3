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

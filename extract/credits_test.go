package extract_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/xinwen-go/xinwen/extract"
	"github.com/xinwen-go/xinwen/text"
)

func TestReadCredits(t *testing.T) {
	const prose = "十一月七日，青江水利枢纽二期工程通过竣工验收，受益群众三十万人。"
	for _, c := range []struct {
		text             string
		authors, editors []string
		outlet           string
	}{
		{prose + "\n(天水在線編輯:康翠霞)", nil, []string{"康翠霞"}, "天水在線"},
		{"記者魏宜君╱花蓮報導\n" + prose, []string{"魏宜君"}, nil, ""},
		{"記者段明瑞、文靜姝／台北報導\n" + prose, []string{"段明瑞", "文靜姝"}, nil, ""},
		{"〔記者段明瑞／嘉義報導〕" + prose, []string{"段明瑞"}, nil, ""},
		{"【段明瑞╱台北報導】" + prose, []string{"段明瑞"}, nil, ""},
		{"社會中心／綜合報導\n" + prose, nil, nil, ""},
		{"(中央社記者林書維台北3日電)" + prose, []string{"林書維"}, nil, "中央社"},
		{"（中央社記者歐陽文台北1月3日電）" + prose, []string{"歐陽文"}, nil, "中央社"},
		{prose + "\n（渭南观察 记者 沈小禾 通讯员 邓凯　责任编辑：吕思齐）", []string{"沈小禾", "邓凯"}, []string{"吕思齐"}, "渭南观察"},
		{"本报杭州7月18日电（记者 方知远）" + prose, []string{"方知远"}, nil, ""},
		{"新华社杭州7月18日电（记者方知远、沈小禾）" + prose, []string{"方知远", "沈小禾"}, nil, ""},
		{prose + "\n記者：周穎琳", []string{"周穎琳"}, nil, ""},
		{"来源：西川日报　作者：段明瑞　编辑：卓玛\n" + prose, []string{"段明瑞"}, []string{"卓玛"}, "西川日报"},
		{prose + "\n责任编辑：卓玛　校对：孟凡", nil, []string{"卓玛", "孟凡"}, ""},
		{prose + "\n[责任编辑：robot]", nil, []string{"robot"}, ""},
		{prose + "\n(責任編輯：卓瑪、孟凡)", nil, []string{"卓瑪", "孟凡"}, ""},
		{prose + "\n(卓玛 编辑)", nil, []string{"卓玛"}, ""},
		{"来源：人民网-《青江日报》2023-11-08 09:26\n" + prose, nil, nil, "人民网-《青江日报》"},
		{"来源：Cult of Text 作者：dave\n" + prose, []string{"dave"}, nil, "Cult of Text"},
		{"文/方知远\n" + prose, []string{"方知远"}, nil, ""},
		{"半月读记者 方知远\n" + prose, []string{"方知远"}, nil, ""},
		{"作者：方 远\n" + prose, []string{"方远"}, nil, ""},
		{"青江日报讯 记者方知远报道：" + prose, []string{"方知远"}, nil, ""},
		{"□青报记者 方知远\n" + prose, []string{"方知远"}, nil, "青报"},
		{prose + "\n" + prose + "（方知远）", []string{"方知远"}, nil, ""},
		{prose + "\n" + prose + "（方知远、段明瑞）\n(责任编辑：卓玛)", []string{"方知远", "段明瑞"}, []string{"卓玛"}, ""},
		{prose + "\n方知遠 段明瑞 台中", []string{"方知遠", "段明瑞"}, nil, ""},
		{"作者：方知远、阿依古丽\n" + prose, []string{"方知远", "阿依古丽"}, nil, ""},
		{"作者：山间一叶、江上客\n" + prose, []string{"山间一叶", "江上客"}, nil, ""},
		// No credits.
		{prose + "\n" + prose + "（左图）", nil, nil, ""},
		{prose + "\n" + prose + "（完）", nil, nil, ""},
		{prose + "\n方知远 段明瑞 到场", nil, nil, ""},
		{"作者：方知远、未来一周、大雾\n" + prose, []string{"方知远"}, nil, ""},
		{"作者：投稿邮箱\n" + prose, nil, nil, ""},
		{"责任编辑：bianji@example.com\n" + prose, nil, nil, ""},
		{"要闻|原创|个股|基金\n" + prose, nil, nil, ""},
		{"记者：高兴吗？\n答：高兴。", nil, nil, ""},
		{"（记者：未来一周，大雾还会来吗？）\n答：会。", nil, nil, ""},
		{"记者：周末还开放吗\n答：开放。", nil, nil, ""},
		{"昨日 记者在现场看到，大坝已经合龙，有媒体报道：受益群众三十万人。", nil, nil, ""},
		{prose, nil, nil, ""},
		{"记者获悉，工程通过验收。\n" + prose, nil, nil, ""},
		{"记者 7日从水利部门了解到，工程通过验收。", nil, nil, ""},
		{"（记者手记）" + prose, nil, nil, ""},
		{"他当过记者、编辑和作家。", nil, nil, ""},
		{"昨天，本报记者方知远在现场看到，大坝已经合龙。", nil, nil, ""},
		{"水资源的来源：一是降水，二是融雪。", nil, nil, ""},
		{"新华社记者方知远摄\n" + prose, nil, nil, ""},
		{"作者：\n" + prose, nil, nil, ""},
		{"来源：本站\n" + prose, nil, nil, ""},
		{"", nil, nil, ""},
	} {
		got := extract.ReadCredits(text.New(c.text))
		assert.Equal(t, c.authors, got.Authors, "authors of %s", c.text)
		assert.Equal(t, c.editors, got.Editors, "editors of %s", c.text)
		assert.Equal(t, c.outlet, got.Outlet, "outlet of %s", c.text)
	}
}

func TestReadCreditsTime(t *testing.T) {
	for text_, want := range map[string]string{
		"2023-11-08 09:26　来源：西川日报\n大桥合龙。":     "2023-11-08T09:26:00+08:00",
		"大桥合龙\n2023年11月8日\n两岸群众奔走相告。":         "2023-11-08",
		"2023年11月8日，大桥合龙，两岸群众奔走相告。":           "",
		"大桥合龙。\n（记者 方知远）2023年11月8日，两岸群众奔走相告。": "",
	} {
		assert.Equal(t, want, extract.ReadCredits(text.New(text_)).Published.String(), text_)
	}
}

func TestReadCreditsInTheMiddle(t *testing.T) {
	line := "大坝已经合龙，两岸群众奔走相告。\n"
	body := ""
	for range 10 {
		body += line
	}
	c := extract.ReadCredits(text.New(body + "编辑：卓玛\n" + body))
	assert.Empty(t, c.Editors, "a line in the middle of a text is no credit")
}

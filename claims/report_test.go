package claims

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// TestReports holds which figures take the time of a sentence before, and which words of somebody go on over a full stop.
func TestReports(t *testing.T) {
	s := newStages(t)
	for _, c := range []struct {
		text   string
		want   []string // figure, time, speaker
		missed bool     // by the model of times
	}{
		// What goes on with the report has its time, until another is named.
		{"上半年，全县工业增加值增长7.2%。固定资产投资下降2.1%。7月，用电量增长9%。", []string{"7.2% 上半年 ", "2.1% 上半年 ", "9% 7月 "}, false},
		{"国庆假期，全市接待游客30万人次，其中10月3日接待12万人次。酒店入住率92%。", []string{"30万人次 国庆假期 ", "12万人次 10月3日 ", "92% 国庆假期 "}, false},
		// A day is of what was done on it.
		{"昨日，马拉松开跑。医疗队处理伤者80人。参赛费收入900万元。", []string{"80人 昨日 ", "900万元  "}, true},
		// Standing facts and plans have none, nor what was done in answer.
		{"去年，车站发送旅客210万人次。车站占地300亩。到发货物9万吨。", []string{"210万人次 去年 ", "300亩  ", "9万吨 去年 "}, true},
		{"去年，全镇种茶2万亩。全镇有茶农860户。", []string{"2万亩 去年 ", "860户  "}, true},
		{"近一周，医院接诊6000人次。医院为此增派护士58名。", []string{"6000人次 近一周 ", "58名  "}, true},
		{"上半年，公司营收5亿元。公司拟投资2亿元。", []string{"5亿元 上半年 ", "2亿元  "}, false},
		// A quotation has its own times.
		{"上半年，公司营收5亿元。“去年订单减少两成。”厂长周文斌说。净利润3000万元。", []string{"5亿元 上半年 ", "两成 去年 周文斌", "3000万元 上半年 "}, false},
		// A statement ends with its sentence, a speech with the paragraph.
		{"火灾造成3人受伤。局长林志荣表示，全县出动消防员40名。直接损失500万元。", []string{"3人  ", "40名  林志荣", "500万元  "}, false},
		{"林志荣说，去年全县新增企业300家。新建道路40公里。他表示，今年将投入2亿元。", []string{"300家 去年 林志荣", "40公里 去年 林志荣", "2亿元 今年 林志荣"}, false},
		{"果农康大勇无奈地说，今年减产三成。他料明年产量增加一成。", []string{"三成 今年 康大勇", "一成 明年 康大勇"}, false},
	} {
		published, _ := time.Parse(time.DateOnly, "2025-10-20")
		d := s.document(c.text, published)
		var got []string
		for _, r := range rows(d, s.claims.Append(nil, d)) {
			got = append(got, r.Figure+" "+r.Time+" "+r.Speaker)
		}
		if c.missed {
			assert.NotEqual(t, c.want, got, "%s is read rightly now", c.text)
			continue
		}
		assert.Equal(t, c.want, got, c.text)
	}
}

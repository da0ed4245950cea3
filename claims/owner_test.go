package claims

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// misowned are the sentences of TestOwners that are not read rightly.
var misowned = map[string]bool{
	"o-006": true, // 沂河上游普降大雨，最大雨量186毫米
	"o-012": true, // 打者陳冠廷本季表現突出，打击率三成二
	"o-013": true, // 椒农胡兰香家今年收成好，净赚5万多元
	"o-018": true, // 國道事故共126件。高公局預估，今天交通量為285萬輛次
	"o-028": true, // 警方召开记者会，公布上半年诈骗案共19850宗
	"o-031": true, // 电网学者魏子谦提醒，装置容量仅16亿瓦
}

// TestOwners holds whose a figure is and what is measured, a sentence for each way in which an owner is named or not.
func TestOwners(t *testing.T) {
	s := newStages(t)
	for _, a := range readAnnotated(t, "owners.jsonl") {
		published, err := time.Parse(time.DateOnly, a.Published)
		require.NoError(t, err)
		d := s.document(a.Text, published)
		var got, want []string
		for _, r := range rows(d, s.claims.Append(nil, d)) {
			got = append(got, r.Subject+"|"+r.Measure)
		}
		for _, r := range a.Claims {
			want = append(want, r.Subject+"|"+r.Measure)
		}
		if misowned[a.ID] {
			assert.NotEqual(t, want, got, "%s is read rightly now", a.Text)
			continue
		}
		assert.Equal(t, want, got, a.Text)
	}
}

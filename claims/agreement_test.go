package claims

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// agreement compares two annotations of the same sentences as claims are compared with an annotation: how far they find the
// same figures with the same measure, and for those how far the rest is the same. Each passage of a must be in b.
func agreement(t *testing.T, a, b []annotated) score {
	texts := map[string]*annotated{}
	for i := range b {
		texts[b[i].ID] = &b[i]
	}
	var sum score
	for i := range a {
		other := texts[a[i].ID]
		require.NotNil(t, other, "%s is not in the second annotation", a[i].ID)
		require.Equal(t, a[i].Text, other.Text, a[i].ID)
		sum.compare(&a[i], other.Claims, func(string, ...any) {})
	}
	return sum
}

// TestAgreement holds two annotations of the same sentences against each other: those set aside, and those worked with.
func TestAgreement(t *testing.T) {
	for _, set := range []string{"heldout", "devset"} {
		got := agreement(t, readAnnotated(t, set+".jsonl"), readAnnotated(t, set+"_second.jsonl"))
		t.Logf("%s, two annotators: %v", set, got)
		assert.GreaterOrEqual(t, got.f(), 0.9, set)
		assert.GreaterOrEqual(t, got.share(got.subject), 0.85, set)
	}
}

// TestAgreementScore holds the comparison itself to what can be counted by hand.
func TestAgreementScore(t *testing.T) {
	a := []annotated{{ID: "1", Text: "全市粮食产量5万吨，猪肉产量1万吨，5万吨。", Claims: []row{
		{Figure: "5万吨", Occurrence: 1, Subject: "全市", Measure: "粮食产量", Relation: "is", Speaker: "统计局", SpeakerOptional: true},
		{Figure: "1万吨", Subject: "全市", Measure: "猪肉产量", Relation: "is", Time: "去年"},
	}}}
	assert.Equal(t, 1.0, agreement(t, a, a).f())
	b := []annotated{{ID: "1", Text: a[0].Text, Claims: []row{
		{Figure: "5万吨", Occurrence: 1, Measure: "粮食产量", Relation: "is"},                // another subject; a source may be left out
		{Figure: "5万吨", Occurrence: 2, Subject: "全市", Measure: "粮食产量", Relation: "is"}, // another figure
		{Figure: "1万吨", Subject: "全市", Measure: "产量", Relation: "at_least", Time: "去年"},
	}}}
	got := agreement(t, a, b)
	assert.Equal(t, score{gold: 2, made: 3, right: 2, subject: 1, relation: 1, time: 2, speaker: 2, basis: 2, aspect: 2, modality: 2, from: 2, change: 2}, got)
	swapped := agreement(t, b, a)
	assert.Equal(t, got.right, swapped.right)
	assert.Equal(t, got.subject, swapped.subject)
	assert.Equal(t, got.speaker, swapped.speaker)
}

package export_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/export"
)

var textBound = regexp.MustCompile(`^T\d+\t(\w+) (\d+) (\d+)(?:;\d+ \d+)*\t(.+)$`)

// Every line of a standoff file is of one of its kinds, its offsets give its text, and what it refers to is there.
func TestBrat(t *testing.T) {
	for _, d := range documents() {
		if d.Err != nil {
			continue
		}
		var b bytes.Buffer
		require.NoError(t, export.Brat(&b, d.Record))
		runes := []rune(d.Record.Text)
		ids := map[string]bool{}
		for line := range strings.Lines(b.String()) {
			line = strings.TrimSuffix(line, "\n")
			id, rest, ok := strings.Cut(line, "\t")
			require.True(t, ok, line)
			require.False(t, ids[id] && id != "*", "%s comes twice", id)
			ids[id] = true
			switch line[0] {
			case 'T':
				f := textBound.FindStringSubmatch(line)
				require.NotNil(t, f, line)
				start, _ := strconv.Atoi(f[2])
				end, _ := strconv.Atoi(f[3])
				assert.True(t, strings.HasPrefix(f[4], string(runes[start:end])), line)
			case 'A', '#', 'R', 'E', '*':
				for _, ref := range regexp.MustCompile(`\bT\d+\b`).FindAllString(rest, -1) {
					assert.True(t, ids[ref], "%s is not there", ref)
				}
			default:
				t.Errorf("a line of no kind: %s", line)
			}
		}
	}
}

func TestLabelStudioAndDisplacy(t *testing.T) {
	p, err := xinwen.New()
	require.NoError(t, err)
	// The first character is one code point, two units of UTF-16 and four bytes.
	fresh, err := p.Process(t.Context(), &xinwen.Input{Text: "𠮷林报讯：" + documents()[2].Record.Text})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, export.LabelStudio(&b, fresh))
	var tasks []struct {
		Data        struct{ Text string }
		Predictions []struct {
			Result []struct {
				ID, Type string
				FromID   string `json:"from_id"`
				ToID     string `json:"to_id"`
				Value    struct {
					Start, End int
					Text       string
					Labels     []string
				}
			}
		}
	}
	require.NoError(t, json.Unmarshal(b.Bytes(), &tasks))
	units := utf16.Encode([]rune(tasks[0].Data.Text))
	ids := map[string]bool{}
	relations := 0
	for _, r := range tasks[0].Predictions[0].Result {
		if r.Type == "relation" {
			assert.True(t, ids[r.FromID] && ids[r.ToID])
			relations++
			continue
		}
		ids[r.ID] = true
		assert.Equal(t, r.Value.Text, string(utf16.Decode(units[r.Value.Start:r.Value.End])))
		assert.Len(t, r.Value.Labels, 1)
	}
	assert.NotEmpty(t, ids)
	assert.Positive(t, relations)

	b.Reset()
	require.NoError(t, export.Displacy(&b, fresh))
	var page struct {
		Text string
		Ents []struct {
			Start, End int
			Label      string
		}
	}
	require.NoError(t, json.Unmarshal(b.Bytes(), &page))
	last := 0
	labels := map[string]int{}
	for _, e := range page.Ents {
		assert.GreaterOrEqual(t, e.Start, last)
		assert.Greater(t, e.End, e.Start)
		last = e.End
		labels[e.Label]++
	}
	assert.LessOrEqual(t, last, len([]rune(page.Text)))
	for _, l := range []string{"Person", "Post", "Quantity", "Time"} {
		assert.Positive(t, labels[l], l)
	}
}

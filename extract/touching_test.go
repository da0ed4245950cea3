package extract

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTouching(t *testing.T) {
	for names, want := range map[string][]int{
		"张三李四":      {2, 2},
		"方知远段明瑞":    {3, 3},
		"王小明林大同":    {3, 3},
		"欧阳文静刘海":    {4, 2},
		"沈小禾邓凯":     {3, 2},
		"邓凯沈小禾":     {2, 3},
		"方知远段明瑞沈小禾": {3, 3, 3},
		"方知远":       nil,
		"山间一叶":      nil,
		"高山流水":      nil,
		"特约评论员":     nil,
		"安徽省水利厅":    nil,
		"":          nil,
	} {
		assert.Equal(t, want, touching([]rune(names)), names)
	}
}

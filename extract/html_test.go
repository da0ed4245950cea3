package extract_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/extract"
)

func ExampleArticle_HTML() {
	a := extract.Article{Title: "大桥合龙", Outlet: "西川日报", Body: "11月7日，青江大桥合龙，两岸群众奔走相告。\n大桥全长2公里，总投资18亿元。", Editors: []string{"卓玛"}}
	x, err := extract.New()
	if err != nil {
		log.Fatal(err)
	}
	again, err := x.Extract([]byte(a.HTML()), extract.Page{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(again.Title, again.Outlet, again.Editors)
	fmt.Println(again.Body == a.Body)
	// Output:
	// 大桥合龙 西川日报 [卓玛]
	// true
}

// TestHTMLReadsBack: an article that is written as a page is read from it as it was.
func TestHTMLReadsBack(t *testing.T) {
	pages := [][]byte{[]byte(examplePage)}
	if dir := os.Getenv("XINWEN_CASES"); dir != "" {
		files, err := filepath.Glob(filepath.Join(dir, "extract", "pages", "*.html"))
		require.NoError(t, err)
		for _, f := range files {
			b, err := os.ReadFile(f)
			require.NoError(t, err)
			pages = append(pages, b)
		}
	}
	x, err := extract.New()
	require.NoError(t, err)
	same := 0
	for _, b := range pages {
		a, err := x.Extract(b, extract.Page{})
		require.NoError(t, err)
		c, err := x.Extract([]byte(a.HTML()), extract.Page{})
		require.NoError(t, err)
		assert.Equal(t, a.Body, c.Body)
		assert.Equal(t, a.Title, c.Title)
		assert.Equal(t, a.Outlet, c.Outlet)
		assert.Equal(t, a.Editors, c.Editors)
		assert.Equal(t, a.Published, c.Published)
		if assert.ObjectsAreEqual(a.Authors, c.Authors) {
			same++
		}
	}
	assert.GreaterOrEqual(t, same*100, len(pages)*99, "authors") // a line of pen names cannot be told from a sentence
}

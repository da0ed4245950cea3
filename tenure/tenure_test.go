package tenure_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/tenure"
)

func ExampleTable() {
	p, err := xinwen.New(xinwen.Only(xinwen.People))
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := tenure.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	for date, text := range map[string]string{
		"2020-03-01": "清水县副县长周明远到永清镇调研。",
		"2021-04-28": "清水縣委書記周明遠主持會議。",
		"2023-01-10": "清水县委原书记周明远接受审查。",
	} {
		rec, err := p.Process(context.Background(), &xinwen.Input{Text: text, Published: date})
		if err != nil {
			fmt.Println(err)
			return
		}
		table.Add(rec)
	}
	for row := range table.Rows() {
		fmt.Println(row.Person, row.Org, row.Position, row.Code, row.First, row.Last, row.Articles, row.Changes)
	}
	// Output:
	// 周明远 清水县政府 副县长 620521 2020-03-01 2020-03-01 1 [{2020-03-01 current}]
	// 周明远 清水县委 书记 620521 2021-04-28 2023-01-10 2 [{2021-04-28 current} {2023-01-10 former}]
}

func record(date, name string, posts ...entities.Post) *xinwen.Record {
	return &xinwen.Record{Published: date, People: []entities.Person{{NameHans: name, Posts: posts}}}
}

func office(org, position, code string) entities.Post {
	return entities.Post{Org: org, Position: position, Status: entities.Current, Place: &entities.Place{Code: code}}
}

func TestNamesakes(t *testing.T) {
	table, err := tenure.New()
	require.NoError(t, err)
	table.Add(record("2020-01-01", "王伟", office("清水县政府", "县长", "620521")))
	table.Add(record("2020-02-01", "王伟", office("和平区政府", "区长", "120101")))
	table.Add(record("2020-03-01", "王伟", office("秦安县委", "书记", "620522"))) // the next county: the same career
	table.Add(record("2020-04-01", "王伟", office("和平区委", "书记", "120101")))
	var keys []string
	for row := range table.Rows() {
		keys = append(keys, row.Person+" "+row.Org)
	}
	assert.Equal(t, []string{"王伟 清水县政府", "王伟 秦安县委", "王伟#2 和平区政府", "王伟#2 和平区委"}, keys)
}

// Offices of the centre, and of one company, have no code and yet make one career.
func TestCareersWithoutCode(t *testing.T) {
	table, err := tenure.New()
	require.NoError(t, err)
	table.Add(record("2020-01-01", "应伟", office("中央军委", "主席", "")))
	table.Add(record("2020-02-01", "应伟", office("中共中央", "总书记", "")))
	table.Add(record("2020-03-01", "罗明", office("东岭集团党委", "书记", "")))
	table.Add(record("2020-04-01", "罗明", office("东岭集团", "董事长", "")))
	table.Add(record("2020-05-01", "罗明", office("西川药业", "总经理", "")))
	var keys []string
	for row := range table.Rows() {
		keys = append(keys, row.Person+" "+row.Org)
	}
	assert.Equal(t, []string{"应伟 中央军委", "应伟 中共中央", "罗明 东岭集团党委", "罗明 东岭集团", "罗明#2 西川药业"}, keys)
}

// What is kept of one person is bounded however many bodies the records name.
func TestManyPosts(t *testing.T) {
	table, err := tenure.New()
	require.NoError(t, err)
	for i := range 1000 {
		table.Add(record("2020-01-01", "应伟", office(fmt.Sprintf("清水县第%d局", i), "局长", "620521")))
	}
	assert.Len(t, slices.Collect(table.Rows()), 256)
	assert.Equal(t, 1000-256, table.DroppedPosts())
}

func TestBoundsAndPartialNames(t *testing.T) {
	_, err := tenure.New(tenure.WithMaxPersons(0))
	require.Error(t, err)
	table, err := tenure.New(tenure.WithMaxPersons(1))
	require.NoError(t, err)
	table.Add(record("2020-01-01", "王伟", office("清水县政府", "县长", "620521")))
	table.Add(record("2020-01-02", "李强", office("清水县委", "书记", "620521")))
	table.Add(record("", "王伟", office("清水县政府", "县长", "620521")))
	partial := record("2020-01-01", "王", office("清水县政府", "主任", "620521"))
	partial.People[0].Partial = true
	table.Add(partial)
	rows := slices.Collect(table.Rows())
	require.Len(t, rows, 1)
	assert.Equal(t, 2, rows[0].Articles)
	assert.Equal(t, "2020-01-01", rows[0].First)
	assert.Equal(t, 1, table.Dropped())
}

func TestOrderOfRecordsDoesNotMatter(t *testing.T) {
	records := []*xinwen.Record{
		record("2020-01-01", "王伟", office("清水县政府", "县长", "620521")),
		record("2021-01-01", "王伟", entities.Post{Org: "清水县政府", Position: "县长", Status: entities.Dismissed}),
		record("2019-01-01", "王伟", entities.Post{Org: "清水县政府", Position: "县长", Status: entities.Appointed}),
	}
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}} {
		table, err := tenure.New()
		require.NoError(t, err)
		for _, i := range order {
			table.Add(records[i])
		}
		rows := slices.Collect(table.Rows())
		require.Len(t, rows, 1)
		assert.Equal(t, []tenure.Change{{"2019-01-01", entities.Appointed}, {"2020-01-01", entities.Current}, {"2021-01-01", entities.Dismissed}}, rows[0].Changes)
		assert.Equal(t, "620521", rows[0].Code)
		assert.Equal(t, "2019-01-01", rows[0].First)
	}
}

func BenchmarkAdd(b *testing.B) {
	table, err := tenure.New()
	require.NoError(b, err)
	records := make([]*xinwen.Record, 1000)
	for i := range records {
		records[i] = record("2020-01-01", fmt.Sprint("王", i), office("清水县政府", "县长", "620521"))
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		table.Add(records[i%len(records)])
	}
}

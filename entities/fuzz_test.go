package entities_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/text"
)

// Whatever the text, spans lie inside it on rune bounds, mentions are in order and do not start at the same place, every
// person has a post, and the same text gives the same people.
func FuzzPeople(f *testing.F) {
	for _, s := range []string{news, "副副副副市长", "市委书记、、兼、和", "免去的职务", "习近平总书记", "王某某(女", "任任任命为为", "第届届委员", "张三长长长", "县(区)(", "·总统·", "原前代", "他他她他", "分别分别", "党的十八", "\xff市长\xfe李明", "市长李 明、王 强", "大校长", "打召村。村支书王强,驻村第一书记", "第一、二届,16军军长", "此前任市长、现年61岁的李明", "多名前副主席王强", "公司(600999)董事长李明", "总统约翰·保罗二世、方济各一行"} {
		f.Add(s)
	}
	e, err := entities.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tx := text.New(s)
		c := entities.Context{Date: time.Date(1998, 5, 1, 0, 0, 0, 0, time.UTC), Outlet: "天津日报"}
		people := e.People(tx, nil, c)
		check := func(sp text.Span) {
			if sp.Start < 0 || sp.End > len(s) || sp.End <= sp.Start {
				t.Fatalf("span %v outside a text of %d bytes", sp, len(s))
			}
			if !utf8.ValidString(s) {
				return
			}
			if !utf8.RuneStart(s[sp.Start]) || sp.End < len(s) && !utf8.RuneStart(s[sp.End]) {
				t.Fatalf("span %v cuts a rune", sp)
			}
		}
		for _, p := range people {
			if len(p.Posts) == 0 || p.Name == "" {
				t.Fatalf("%q without post or name", p.Name)
			}
			last := -1
			for _, m := range p.Mentions {
				check(m.Span)
				if m.Start <= last {
					t.Fatalf("mentions of %q out of order", p.Name)
				}
				last = m.Start
			}
			for _, q := range p.Posts {
				check(q.Span)
				if q.Position == "" || q.Status == "" {
					t.Fatalf("%q: empty position or status", p.Name)
				}
				if q.Place != nil && q.Place.Code != "" && len(q.Place.Candidates) > 0 {
					t.Fatalf("%q: code and candidates", p.Name)
				}
			}
		}
		if again := e.People(tx, nil, c); len(again) != len(people) {
			t.Fatalf("%d people, then %d", len(people), len(again))
		}
		for _, p := range e.Places(tx, nil, c) {
			check(p.Span)
		}
		for _, o := range e.Organisations(tx, nil, c) {
			check(o.Span)
		}
		e.Trace(tx, nil, c)
	})
}

// Lists without end, titles without names and stuttering are read in linear time.
func TestLinear(t *testing.T) {
	e, err := entities.New()
	if err != nil {
		t.Fatal(err)
	}
	var names strings.Builder
	given := []rune("明建国华志强文军伟平海波春燕丽娟红梅")
	for i := range 10000 {
		names.WriteRune([]rune("王李张刘陈杨赵黄周吴")[i%10])
		names.WriteRune(given[i/10%len(given)])
		names.WriteRune(given[i/100%len(given)])
		names.WriteRune('、')
	}
	for what, s := range map[string]string{
		"names":    "出席会议的有副市长" + names.String(),
		"titles":   strings.Repeat("市委书记、副市长、公安局局长、", 10000),
		"deputy":   strings.Repeat("副", 100000),
		"chiefs":   strings.Repeat("行政长官李明,", 10000),
		"villages": strings.Repeat("打召村村支书李明,乡长王强,驻村第一书记何文,", 5000),
		"firms":    strings.Repeat("公司董事长李明、学校校长王强、院长何文,", 2000),
		"terms":    strings.Repeat("第七、八、九届", 20000) + "政协委员李明",
		"deaths":   "副市长" + names.String() + strings.Repeat("逝世", 1000),
	} {
		start := time.Now()
		e.People(text.New(s), nil, entities.Context{})
		took := time.Since(start)
		t.Logf("%s: %d bytes in %v", what, len(s), took)
		if took > 20*time.Second { // well under a second on a machine that has nothing else to do
			t.Errorf("%s: %d bytes took %v", what, len(s), took)
		}
	}
}

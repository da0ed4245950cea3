package tenure

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/entities"
)

// DefaultMaxPersons is how many persons a table holds unless told otherwise; each takes about half a kilobyte.
const DefaultMaxPersons = 1_000_000

// maxPosts and maxChanges bound what is kept of one person and of one post; real careers stay far below.
const maxPosts, maxChanges = 256, 256

// Row is what the articles say of one post of one person.
type Row struct {
	Person   string // key: the name in simplified characters, with #2, #3 … for namesakes, in the order they were met
	Name     string // the name in simplified characters
	Org      string
	Position string
	Code     string // GB/T 2260, where it was decided in any article
	First    string // first and last day (2021-04-28) an article with a date has the post; empty where none has a date
	Last     string
	Articles int
	Changes  []Change // how the status went, in order of date; at least one
}

// Change is a status and the day it was first seen.
type Change struct {
	Date   string // empty where the article has no date
	Status entities.Status
}

// Table gathers rows. It is not safe for concurrent use: records come from one stream.
type Table struct {
	maxPersons int
	persons    map[string][]*person // by name in simplified characters
	count      int
	dropped    int
	// posts of persons who had too many
	droppedPosts int
}

// person is one bearer of a name.
type person struct {
	key   string
	posts []*post
}

type post struct {
	org, position, code string
	body                string // of org, as body has it
	central             bool
	first, last         string
	articles            int
	changes             []Change
}

// Option sets up a Table.
type Option func(*Table) error

// WithMaxPersons bounds how many persons are held. Once there are as many, persons not met before are counted in Dropped
// and left out, so that a run never ends for want of memory.
func WithMaxPersons(n int) Option {
	return func(t *Table) error {
		if n < 1 {
			return fmt.Errorf("tenure: at most %d persons: at least one is needed", n)
		}
		t.maxPersons = n
		return nil
	}
}

// New returns an empty table.
func New(opts ...Option) (*Table, error) {
	t := &Table{maxPersons: DefaultMaxPersons, persons: map[string][]*person{}}
	for _, o := range opts {
		if err := o(t); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// Add takes in the people of one record. Persons of whom only a surname is known are left out: they are nobody's key.
func (t *Table) Add(r *xinwen.Record) {
	date := r.Published
	if len(date) > len("2006-01-02") {
		date = date[:len("2006-01-02")]
	}
	for i := range r.People {
		p := &r.People[i]
		if p.Partial || len(p.Posts) == 0 {
			continue
		}
		bearer := t.find(p)
		if bearer == nil {
			t.dropped++
			continue
		}
		for j := range p.Posts {
			if !bearer.see(&p.Posts[j], date) {
				t.droppedPosts++
			}
		}
	}
}

// Dropped is how many persons of records were left out because the table was full.
func (t *Table) Dropped() int { return t.dropped }

// DroppedPosts is how many posts were left out because their person had too many others: text that names the same body in ever
// new ways, as a broken archive does.
func (t *Table) DroppedPosts() int { return t.droppedPosts }

// find returns the bearer of a name whose career fits best, a new one where none fits, or nil where the table is full.
func (t *Table) find(p *entities.Person) *person {
	bearers := t.persons[p.NameHans]
	var best *person
	most := 0
	for _, b := range bearers {
		if fit := b.fit(p.Posts); fit > most {
			best, most = b, fit
		}
	}
	if best != nil {
		return best
	}
	if t.count >= t.maxPersons {
		return nil
	}
	t.count++
	best = &person{key: p.NameHans}
	if n := len(bearers); n > 0 {
		best.key += "#" + strconv.Itoa(n+1)
	}
	t.persons[p.NameHans] = append(bearers, best)
	return best
}

// fit tells how well posts go on a career: the same office is sure, the same organisation nearly so, then the same county
// and prefecture, or the centre. Officials move within a prefecture, and at the centre, as a rule; the same province alone is no
// sign, since common names abound in one.
func (b *person) fit(posts []entities.Post) int {
	best := 0
	for i := range posts {
		o := &posts[i]
		code, whole, high := codeOf(o), body(o.Org), central(o.Org)
		for _, have := range b.posts {
			score := 0
			switch {
			case have.org == o.Org && have.position == o.Position && o.Org != "":
				score = 4
			case have.body == whole && o.Org != "":
				score = 3
			case have.central && high:
				score = 1
			case code == "" || have.code == "":
			case have.code == code:
				score = 2
			case have.code[:4] == code[:4] && code[2:4] != "00":
				score = 1
			}
			best = max(best, score)
		}
	}
	return best
}

// body is an organisation without the party body or board in it: the chairman of a company and the secretary of its party
// committee lead the same one.
func body(org string) string {
	for _, w := range []string{"党委", "党组", "纪委", "董事会", "监事会", "理事会", "工会"} {
		if s, ok := strings.CutSuffix(org, w); ok && s != "" {
			return s
		}
	}
	return org
}

// central tells that an organisation is one of the centre.
func central(org string) bool {
	for _, w := range []string{"中共中央", "中央", "中华人民共和国", "国务院", "国家", "全国人大", "全国政协", "最高人民"} {
		if strings.HasPrefix(org, w) {
			return true
		}
	}
	return false
}

func codeOf(o *entities.Post) string {
	if o.Place == nil || len(o.Place.Code) != 6 {
		return ""
	}
	return o.Place.Code
}

// see takes in one mention of a post; it reports false where the person has too many.
func (b *person) see(o *entities.Post, date string) bool {
	var at *post
	for _, have := range b.posts {
		if have.org == o.Org && have.position == o.Position {
			at = have
			break
		}
	}
	if at == nil && len(b.posts) == maxPosts {
		return false
	}
	if at == nil {
		at = &post{org: o.Org, body: body(o.Org), central: central(o.Org), position: o.Position, first: date, last: date}
		b.posts = append(b.posts, at)
	}
	if at.code == "" {
		at.code = codeOf(o)
	}
	if date != "" {
		if at.first == "" || date < at.first {
			at.first = date
		}
		at.last = max(at.last, date)
	}
	at.articles++
	at.change(date, o.Status)
	return true
}

// change keeps the changes in order of date, and no status twice in a row.
func (p *post) change(date string, status entities.Status) {
	if len(p.changes) == maxChanges {
		return
	}
	i := len(p.changes)
	for i > 0 && p.changes[i-1].Date > date {
		i--
	}
	p.changes = slices.Insert(p.changes, i, Change{date, status})
	p.changes = slices.CompactFunc(p.changes, func(a, b Change) bool { return a.Status == b.Status })
}

// Rows yields the table, ordered by name, person and first day.
func (t *Table) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		names := make([]string, 0, len(t.persons))
		for name := range t.persons {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			for _, b := range t.persons[name] {
				posts := slices.Clone(b.posts)
				slices.SortStableFunc(posts, func(x, y *post) int { return cmp.Compare(x.first, y.first) })
				for _, p := range posts {
					row := Row{b.key, name, p.org, p.position, p.code, p.first, p.last, p.articles, slices.Clone(p.changes)}
					if !yield(row) {
						return
					}
				}
			}
		}
	}
}

package entities

import (
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/text"
)

// Not every place that a text names tells where its offices are: a person's name may hold one (高延平), people come from
// somewhere and go somewhere.

// notInNames drops the places that lie inside the names of the people found: 延平 of 高延平.
func (d *document) notInNames() {
	if len(d.people) == 0 || len(d.places) == 0 {
		return
	}
	names := indexNames(d.people)
	kept := d.places[:0]
	end := 0 // of the last name, which stands before or around the places to come
	i := 0
	for _, m := range d.places {
		for ; i <= m.i; i++ {
			if i < end {
				continue
			}
			if n, _ := names.longest(d.s[i:], d.people); n > 1 {
				if end = i + n; end > m.i && n <= m.j-m.i {
					end = i
				}
			}
		}
		if m.i < end && m.j <= end {
			continue
		}
		kept = append(kept, m)
	}
	d.places = kept
}

// afterSurname tells that a short name of a place at rune i is rather the given name of the surname before it, where no words
// were read: 记者李延平.
func (d *document) afterSurname(i int) bool {
	if i == 0 || d.lat.nam.at(d.s[i-1]).surname == 0 || !strings.ContainsRune(aloneSurnames, d.s[i-1]) || i > 1 && d.joins(i-1) {
		return false
	}
	v, ok := d.lat.lex.words.Get(d.s[i-1 : i])
	return !ok || !strings.ContainsRune("pcduv", rune(byte(v>>16)))
}

// setAside marks the places that are where people come from (陕西蓝田人) or where they go (访问韩国釜山).
func (d *document) setAside() {
	ms := d.places
	for x := 0; x < len(ms); {
		y := x // of the names that stand together
		for y+1 < len(ms) && ms[y+1].i == ms[y].j {
			y++
		}
		native := d.endsOrigin(ms[y].j) || d.endsWith(ms[x].i, originWords)
		visited := d.endsWith(ms[x].i, journeyWords)
		for ; x <= y; x++ {
			ms[x].native, ms[x].visited = native, visited
		}
	}
}

var (
	originWords  = []string{"生于", "生在", "籍贯", "祖籍", "原籍", "老家", "毕业于", "就读于"}
	journeyWords = []string{"访问", "出访", "访问了", "访", "赴", "飞抵", "抵达", "前往", "抵", "出使", "往访", "到访", "走访"}
)

// endsWith tells that before rune i stands one of the words.
func (d *document) endsWith(i int, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		n := len(w) / len("人")
		return i >= n && equal(d.s[i-n:i], w)
	})
}

// endsOrigin tells that 人 and the end of a phrase stand at rune j: 陕西蓝田人,.
func (d *document) endsOrigin(j int) bool {
	return j < len(d.s) && d.s[j] == '人' && (j+1 == len(d.s) || !text.IsHan(d.s[j+1]))
}

package entities

import (
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
	"github.com/xinwen-go/xinwen/text"
)

// Not every place that a text names tells where its offices are: a person's name may hold one (张延平), people come from
// somewhere and go somewhere.

// notInNames drops the places that lie inside the names of the people found: 延平 of 张延平.
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

// doubt sets aside the short names of counties that are common words too (新建, 和平) and those of other provinces than the rest
// of the text, unless they stand beside another place or the text has the full name.
func (d *document) doubt() {
	g := d.lat.gaz
	full := map[*gazetteer.Division]bool{}
	strong := map[*gazetteer.Division]bool{} // provinces of the names beyond doubt
	weak := func(x int) bool {
		m := &d.places[x]
		info := g.Info(m.id)
		return m.j-m.i <= 2 && info.Form == gazetteer.Short && info.Level >= gazetteer.County &&
			(x == 0 || d.places[x-1].j != m.i) && (x+1 == len(d.places) || m.j != d.places[x+1].i)
	}
	doubtful := false
	for x := range d.places {
		m := &d.places[x]
		if weak(x) {
			doubtful = true
			continue
		}
		cs := d.candidates(m.id, nil)
		for _, c := range cs {
			if len(cs) == 1 {
				strong[c.Up(gazetteer.Province)] = true
			}
			full[c] = true
		}
	}
	if !doubtful {
		return
	}
	for x := range d.places {
		if !weak(x) {
			continue
		}
		m := &d.places[x]
		named, near := false, len(strong) == 0
		for _, c := range d.candidates(m.id, nil) {
			named = named || full[c]
			near = near || strong[c.Up(gazetteer.Province)]
		}
		if !named && (!near || d.ordinaryWord(m)) {
			m.aside = true
		}
	}
}

// ordinaryWord tells that the name of a place is an ordinary word too, or the tokens take it for one.
func (d *document) ordinaryWord(m *mentionedPlace) bool {
	if d.lat.gaz.Info(m.id).Common {
		return true
	}
	if v, ok := d.lat.lex.words.Get(d.s[m.i:m.j]); ok && strings.ContainsRune("vadmqtpcfbi", rune(byte(v>>16))) {
		return true
	}
	marks := d.lat.marks
	return marks != nil && m.j < len(marks) && marks[m.i]&markStart != 0 && marks[m.j]&markStart != 0 && marks[m.i]&markProper == 0
}

// afterSurname tells that a short name of a place at rune i is rather the given name of the surname before it, where no words
// were read: 记者李延平.
func (d *document) afterSurname(i int) bool {
	if i == 0 || d.lat.nam.at(d.s[i-1]).surname == 0 || !aloneSurnames.has(d.s[i-1]) || i > 1 && d.joins(i-1) {
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
			ms[x].aside, ms[x].visited = native, visited
		}
		if j := ms[y].j; j < len(d.s) && strings.ContainsRune("村山岭峰", d.s[j]) && d.lat.gaz.Info(ms[y].id).Form == gazetteer.Short && d.lat.gaz.Info(ms[y].id).Level >= gazetteer.County { // 古城村 tells nothing of 古城区
			ms[y].aside = true
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

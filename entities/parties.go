package entities

import (
	"strings"

	"github.com/xinwen-go/xinwen/internal/gazetteer"
)

// shared is the length of the words by which an office's organisation calls the parties named before: 双方外长, 两国国防部长, 两市市长;
// 0 where it does not.
func (d *document) shared(o *office) int {
	if len(o.org) == 0 {
		return 0
	}
	i := o.org[0][0]
	if i > 0 && strings.ContainsRune("两三四", d.s[i-1]) && strings.ContainsRune("市县省州区", d.s[i]) { // 两|市市长
		return 1
	}
	s := d.s[i:o.org[0][1]]
	switch {
	case len(s) < 2:
	case s[0] == '双' && s[1] == '方', strings.ContainsRune("两三四", s[0]) && strings.ContainsRune("国地方市县省州区", s[1]):
		return 2
	}
	return 0
}

// party is the territory of the one of several holders of an office that a holding is of: 双方外长甲和乙 after 法国…德国 gives
// France to the first. It must be told of as many parties as holders, in the sentence or the few before it.
func (d *document) party(h *holding) (string, bool) {
	const reach = 200
	if h.of < 2 {
		return "", false
	}
	kind := d.s[h.office.org[0][0]+d.shared(&h.office)-1]
	ms := d.textPlaces()
	var found []*mentionedPlace // the nearest first
	to := d.placeFrom(h.office.i)
	for x := to - 1; x >= 0 && h.office.i-ms[x].i < reach && len(found) < h.of; x-- {
		m := &ms[x]
		if m.div == nil || m.aside || !partyOf(kind, m.div) {
			continue
		}
		again := false
		for _, f := range found {
			again = again || f.div == m.div
		}
		if !again {
			found = append(found, m)
		}
	}
	if len(found) != h.of {
		return "", false
	}
	return found[h.of-1-h.nth].div.Name, true
}

// partyOf tells that a division is one of those that a word for parties calls so: states for 国 and 方.
func partyOf(kind rune, div *gazetteer.Division) bool {
	if kind == '国' || kind == '方' {
		return div.Kind == gazetteer.Nation
	}
	return !div.Foreign() && (kind == '地' || strings.HasSuffix(div.Name, string(kind)))
}

package entities_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/entities"
	"github.com/xinwen-go/xinwen/internal/cases"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

// goldPost, goldPerson and goldCase are the shapes of the annotated passages.
type goldPost struct {
	Surface    string `json:"surface"`
	Start, End int
	Org        string `json:"org"`
	Position   string `json:"position"`
	AdminCode  string `json:"admin_code"`
	Status     string `json:"status"`
	Optional   bool   `json:"optional"`
	Alt        struct {
		Org       []string `json:"org"`
		Position  []string `json:"position"`
		AdminCode []string `json:"admin_code"`
		Status    []string `json:"status"`
	} `json:"alt"`
}

type goldPerson struct {
	Name     string     `json:"name"`
	Mentions []string   `json:"mentions"`
	Spans    [][2]int   `json:"spans"`
	Posts    []goldPost `json:"posts"`
	Optional bool       `json:"optional"`
	Alt      struct {
		Name  []string `json:"name"`
		Spans [][2]int `json:"spans"`
	} `json:"alt"`
}

type goldCase struct {
	ID     string       `json:"id"`
	Text   string       `json:"text"`
	People []goldPerson `json:"people"`
	Meta   struct{ Kind, Level, Script, Date string }
}

// found is a person as the cases write them: spans in code points.
type found struct {
	entities.Person
	spans [][2]int
}

func readCases(t testing.TB, file string) []goldCase {
	return cases.Lines[goldCase](t, cases.Path(t, "officials", file))
}

func date(s string) time.Time {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}

func analyse(e *entities.Extractor, seg *segment.Segmenter, c goldCase) []found {
	t := text.New(c.Text)
	var tokens []segment.Token
	if seg != nil {
		tokens = seg.Append(nil, t)
	}
	var out []found
	for _, p := range e.People(t, tokens, entities.Context{Date: date(c.Meta.Date)}) {
		f := found{Person: p}
		for _, m := range p.Mentions {
			start := utf8.RuneCountInString(c.Text[:m.Start])
			f.spans = append(f.spans, [2]int{start, start + utf8.RuneCountInString(c.Text[m.Start:m.End])})
		}
		out = append(out, f)
	}
	return out
}

// counts are right, wrong and missed.
type counts struct{ tp, fp, fn int }

func (c counts) f() float64 {
	if c.tp == 0 {
		return 0
	}
	return 200 * float64(c.tp) / float64(2*c.tp+c.fp+c.fn)
}

func (c counts) String() string {
	return fmt.Sprintf("F %.1f (right %d, wrong %d, missed %d)", c.f(), c.tp, c.fp, c.fn)
}

type share struct{ right, all int }

func (s share) p() float64 {
	if s.all == 0 {
		return 100
	}
	return 100 * float64(s.right) / float64(s.all)
}

func (s share) String() string { return fmt.Sprintf("%.1f %% (%d of %d)", s.p(), s.right, s.all) }

type score struct {
	names, mentions, lenient, strict counts
	code, abstain, status            share
	log                              []string
}

func (s *score) notef(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf(format, args...))
}

var equals = strings.NewReplacer("中国共产党", "", "中共", "", "人民政府", "政府", "人民法院", "法院", "人民检察院", "检察院", "人民代表大会", "人大", "人民政治协商会议", "政协", "共青团", "团",
	"常务委员会", "常委会", "纪律检查委员会", "纪委", "监察委员会", "监委", "军事委员会", "军委", "发展和改革委员会", "发改委", "管理委员会", "管委会")

var (
	conference = regexp.MustCompile(`^政协(.+)委员会$`)
	county     = regexp.MustCompile(`(县县|省省|市市|区区)委`)
	hongkong   = regexp.MustCompile(`^香港特别行政区(政府)?(.+[局处署司厅科])$`)
)

// normal is the form in which the guide compares organisations.
func normal(s string) string {
	s = text.Simplify(s)
	s = equals.Replace(s)
	if m := conference.FindStringSubmatch(s); m != nil {
		s = m[1] + "政协"
	}
	s = strings.ReplaceAll(s, "委员会", "委")
	s = county.ReplaceAllStringFunc(s, func(m string) string { return m[3:] })
	if m := hongkong.FindStringSubmatch(s); m != nil {
		s = "香港" + m[2]
	}
	return s
}

func oneOf(got, want string, alt []string, norm func(string) string) bool {
	return norm(got) == norm(want) || slices.ContainsFunc(alt, func(a string) bool { return norm(got) == norm(a) })
}

// orgEqual compares organisations; the whole title may take in the board: 董事会 + 主席 and 董事会主席.
func orgEqual(p entities.Post, g goldPost) bool {
	if oneOf(p.Org, g.Org, g.Alt.Org, normal) {
		return true
	}
	switch g.Position { // bare 市长, 省长 without place: both are right
	case "市长", "副市长", "省长", "副省长", "市长助理", "县长", "副县长", "区长", "副区长":
		return (g.Org == "市政府" || g.Org == "省政府" || g.Org == "县政府" || g.Org == "区政府") && p.Org == "" || g.Org == "" && (p.Org == "市政府" || p.Org == "省政府" || p.Org == "县政府" || p.Org == "区政府")
	}
	return false
}

func same(s string) string { return text.Simplify(s) }

func (s *score) add(c goldCase, got []found) {
	matched := make([]bool, len(got))
	for _, g := range c.People {
		x := slices.IndexFunc(got, func(f found) bool { return f.Name == g.Name || slices.Contains(g.Alt.Name, f.Name) })
		if x < 0 {
			if !g.Optional {
				s.names.fn++
				s.mentions.fn += len(g.Spans)
				for _, p := range g.Posts {
					if !p.Optional {
						s.lenient.fn++
						s.strict.fn++
						if p.AdminCode != "" {
							s.code.all++
						}
						s.notef("%s: missed %s %s/%s", c.ID, g.Name, p.Org, p.Position)
					}
				}
			}
			continue
		}
		matched[x] = true
		if !g.Optional {
			s.names.tp++
		}
		s.addMentions(c, g, got[x])
		s.addPosts(c, g, got[x])
	}
	for x, f := range got {
		if !matched[x] {
			s.names.fp++
			s.mentions.fp += len(f.spans)
			s.lenient.fp += len(f.Posts)
			s.strict.fp += len(f.Posts)
			s.notef("%s: false person %s %s/%s", c.ID, f.Name, f.Posts[0].Org, f.Posts[0].Position)
		}
	}
}

func (s *score) addMentions(c goldCase, g goldPerson, f found) {
	if g.Spans == nil { // the short cases tell the strings only
		return
	}
	for _, m := range f.spans {
		switch {
		case slices.Contains(g.Spans, m):
			if !g.Optional {
				s.mentions.tp++
			}
		case !slices.Contains(g.Alt.Spans, m) && !g.Optional:
			s.mentions.fp++
			s.notef("%s: false mention %s [%s]", c.ID, g.Name, string([]rune(c.Text)[m[0]:m[1]]))
		}
	}
	for _, m := range g.Spans {
		if !slices.Contains(f.spans, m) && !g.Optional {
			s.mentions.fn++
			s.notef("%s: missed mention %s [%s]", c.ID, g.Name, string([]rune(c.Text)[m[0]:m[1]]))
		}
	}
}

func (s *score) addPosts(c goldCase, g goldPerson, f found) {
	used := make([]bool, len(f.Posts))
	pair := make([]int, len(g.Posts))
	for i := range pair {
		pair[i] = -1
	}
	for _, needOrg := range []bool{true, false} { // posts of the same position are paired by organisation first
		for i, gp := range g.Posts {
			for x, p := range f.Posts {
				if pair[i] < 0 && !used[x] && oneOf(p.Position, gp.Position, gp.Alt.Position, same) && (!needOrg || orgEqual(p, gp)) {
					pair[i], used[x] = x, true
				}
			}
		}
	}
	for i, gp := range g.Posts {
		optional := gp.Optional || g.Optional
		if pair[i] < 0 {
			if !optional {
				s.lenient.fn++
				s.strict.fn++
				if gp.AdminCode != "" {
					s.code.all++
				}
				s.notef("%s: %s missed post %s/%s", c.ID, g.Name, gp.Org, gp.Position)
			}
			continue
		}
		if optional {
			continue
		}
		p := f.Posts[pair[i]]
		s.lenient.tp++
		if orgEqual(p, gp) {
			s.strict.tp++
		} else {
			s.strict.fp++
			s.strict.fn++
			s.notef("%s: %s org %q for %q (%s)", c.ID, g.Name, p.Org, gp.Org, gp.Position)
		}
		s.addCode(c, g, gp, p)
		s.status.all++
		if oneOf(string(p.Status), gp.Status, gp.Alt.Status, same) {
			s.status.right++
		} else {
			s.notef("%s: %s status %s for %s (%s%s)", c.ID, g.Name, p.Status, gp.Status, gp.Org, gp.Position)
		}
	}
	for x, p := range f.Posts {
		if !used[x] {
			if g.Optional {
				continue
			}
			s.lenient.fp++
			s.strict.fp++
			s.notef("%s: %s false post %s/%s [%s]", c.ID, g.Name, p.Org, p.Position, c.Text[p.Start:p.End])
		}
	}
}

func (s *score) addCode(c goldCase, g goldPerson, gp goldPost, p entities.Post) {
	code := ""
	if p.Place != nil {
		code = p.Place.Code
	}
	right := code == gp.AdminCode || slices.Contains(gp.Alt.AdminCode, code)
	if gp.AdminCode != "" {
		s.code.all++
		if right {
			s.code.right++
		}
	} else {
		s.abstain.all++
		if right {
			s.abstain.right++
		}
	}
	if !right {
		s.notef("%s: %s code %q for %q (%s%s)", c.ID, g.Name, code, gp.AdminCode, gp.Org, gp.Position)
	}
}

func (s *score) report(t *testing.T, title string) {
	t.Logf("%s: names %v", title, s.names)
	t.Logf("%s: name + position %v", title, s.lenient)
	t.Logf("%s: name + org + position %v", title, s.strict)
	t.Logf("%s: mentions %v", title, s.mentions)
	t.Logf("%s: codes %v, abstention %v, status %v", title, s.code, s.abstain, s.status)
}

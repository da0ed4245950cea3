package gazetteer_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/internal/cases"
	"github.com/xinwen-go/xinwen/internal/gazetteer"
	"github.com/xinwen-go/xinwen/text"
)

func in(year int) time.Time {
	if year == 0 {
		return time.Time{}
	}
	return time.Date(year, 7, 1, 0, 0, 0, 0, time.UTC)
}

func Example() {
	g := gazetteer.Load()
	folded := []rune(text.FoldString("河北區委書記到清水調研"))
	at := time.Date(2021, 4, 28, 0, 0, 0, 0, time.UTC)
	for i := 0; i < len(folded); {
		length, n, ok := g.Longest(folded[i:])
		if !ok || g.Info(n).Form == gazetteer.Abbrev { // one character (委 is Venezuela too) is no place by itself
			i++
			continue
		}
		for _, c := range g.Candidates(n, at) {
			fmt.Println(string(folded[i:i+length]), c.Division.Territory().Code, c.Division.Path())
		}
		i += length
	}
	// Output:
	// 河北区 120105 [天津市 河北区]
	// 清水 620521 [甘肃省 天水市 清水县]
	// 清水 710000 [台湾省 台中市 清水区]
}

func ExampleGazetteer_ByCode() {
	g := gazetteer.Load()
	d := g.ByCode("320829", time.Date(1998, 1, 1, 0, 0, 0, 0, time.UTC))
	fmt.Println(d.PathAt(1998), d.To, d.Latest(0).Code, d.Latest(0))
	// Output: [江苏省 淮阴市 洪泽县] 2016 320813 江苏省淮安市洪泽区
}

// candidates renders what a name can mean: the code of the territory and the name, those not in force in brackets.
func candidates(g *gazetteer.Gazetteer, name string, year int) string {
	n, ok := g.Lookup(name)
	if !ok {
		return "-"
	}
	var out []string
	for _, c := range g.Candidates(n, in(year)) {
		code := ""
		if t := c.Division.Territory(); t != nil {
			code = t.Code
		}
		s := code + c.Division.Name
		if c.State != gazetteer.InForce {
			s = "(" + s + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestCandidates(t *testing.T) {
	g := gazetteer.Load()
	for _, tt := range []struct {
		name string
		year int
		want string
	}{
		{"清水县", 2021, "620521清水县"},
		{"河北区", 2021, "120105河北区"},
		{"河北", 2021, "130000河北省 120105河北区"},
		{"吉林", 2021, "220000吉林省 220200吉林市"},
		{"吉林市", 2021, "220200吉林市"},
		{"朝阳", 2021, "211300朝阳市 110105朝阳区 220104朝阳区 211321朝阳县"},
		{"城关区", 2021, "540102城关区 620102城关区"},
		{"海南区", 2021, "150303海南区"},
		{"海南州", 2021, "632500海南藏族自治州 (442200海南黎族苗族自治州)"},
		// Before and after a change.
		{"洪泽县", 1998, "320829洪泽县"},
		{"洪泽县", 2021, "(320829洪泽县)"},
		{"洪泽", 1998, "320829洪泽县"},
		{"洪泽", 2021, "320813洪泽区"},
		{"富阳市", 2010, "330183富阳市"},
		{"富阳区", 2010, "(330111富阳区)"},
		{"襄樊市", 2005, "420600襄樊市"},
		{"襄樊市", 2015, "(420600襄樊市)"},
		{"崇文区", 2005, "110103崇文区"},
		{"文水县", 2001, "142322文水县"},
		{"文水县", 2021, "141121文水县"},
		{"重庆市", 1990, "510200重庆市"},
		{"重庆市", 2000, "500000重庆市"},
		{"万州区", 2000, "500101万州区"},
		{"沭阳县", 1993, "320823沭阳县"},
		{"沭阳县", 2000, "321322沭阳县"},
		{"丛台区", 1999, "130403丛台区"},
		{"大同县", 2017, "140227大同县"},
		{"大同县", 2019, "(140227大同县)"},
		{"昌平", 1998, "110221昌平县"},
		{"香港特别行政区", 1998, "810000香港特别行政区"},
		{"辛集市", 2016, "130181辛集市"},
		// Names without the level, of one character, and usual other forms.
		{"津", 2021, "120000天津市"},
		{"甘", 2021, "620000甘肃省"},
		{"沪", 2021, "310000上海市"},
		{"穗", 2021, "440100广州市"},
		{"内蒙古", 2021, "150000内蒙古自治区"},
		{"伊犁州", 2021, "654000伊犁哈萨克自治州"},
		{"恩施州", 2021, "422800恩施土家族苗族自治州"},
		{"察布查尔县", 2021, "654022察布查尔锡伯自治县"},
		{"察布查尔", 2021, "654022察布查尔锡伯自治县"},
		{"积石山县", 2021, "622927积石山保安族东乡族撒拉族自治县"},
		{"东乡县", 2021, "622926东乡族自治县 (361029东乡县)"}, // the other became a district in 2016
		{"莫旗", 2021, "150722莫力达瓦达斡尔族自治旗"},
		{"准格尔旗", 2021, "150622准格尔旗"},
		{"浦东", 2021, "310115浦东新区"},
		// Zones and new areas have the code of what holds them.
		{"雄安新区", 2021, "130000雄安新区"},
		{"苏州工业园区", 2021, "320500苏州工业园区"},
		{"兰州新区", 2021, "620100兰州新区"},
		{"石家庄高新区", 2021, "130100石家庄高新技术产业开发区"},
		// Hong Kong, Macau, Taiwan, foreign.
		{"香港", 2021, "810000香港特别行政区"},
		{"香港特区", 2021, "810000香港特别行政区"},
		{"沙田区", 2021, "810000沙田区"},
		{"澳门", 2021, "820000澳门特别行政区"},
		{"台湾", 2021, "710000台湾省"},
		{"新北市", 2021, "710000新北市"},
		{"中正区", 2021, "710000中正区 710000中正区"},
		{"法国", 2021, "法国"},
		{"纽西兰", 2021, "新西兰"},
		{"东京", 2021, "东京"},
		{"中华人民共和国", 2021, "中国"},
		{"桃花源里", 2021, "-"},
	} {
		require.Equal(t, tt.want, candidates(g, tt.name, tt.year), "%s in %d", tt.name, tt.year)
	}
	for name, least := range map[string]int{"市中区": 4, "鼓楼区": 4, "城区": 1, "永丰镇": 5, "和平区": 2, "新华区": 3, "西湖区": 2} {
		n, ok := g.Lookup(name)
		require.True(t, ok, name)
		now := 0
		for _, c := range g.Candidates(n, time.Time{}) {
			if c.State == gazetteer.InForce {
				now++
			}
		}
		require.GreaterOrEqual(t, now, least, name)
	}
}

func TestPaths(t *testing.T) {
	g := gazetteer.Load()
	for code, want := range map[string]string{
		"120105": "天津市 河北区", "620521": "甘肃省 天水市 清水县", "500101": "重庆市 万州区", "429004": "湖北省 仙桃市", "659001": "新疆维吾尔自治区 石河子市",
		"469001": "海南省 五指山市", "310115": "上海市 浦东新区", "654022": "新疆维吾尔自治区 伊犁哈萨克自治州 察布查尔锡伯自治县", "110000": "北京市",
		"620521100": "甘肃省 天水市 清水县 永清镇", "120105001": "天津市 河北区 光复道街道", "441900003": "广东省 东莞市 东城街道",
	} {
		d := g.ByCode(code, time.Time{})
		require.NotNil(t, d, code)
		require.Equal(t, want, strings.Join(d.Path(), " "), code)
		require.Equal(t, code[:6], d.Territory().Code)
	}
	require.Nil(t, g.ByCode("999999", time.Time{}))
	require.Nil(t, g.ByCode("", time.Time{}))

	// A code used twice: before 2007 and after.
	require.Equal(t, "定安县", g.ByCode("469025", in(2005)).Name)
	require.Equal(t, "白沙黎族自治县", g.ByCode("469025", in(2010)).Name)

	tianjin, hebei := g.ByCode("120000", time.Time{}), g.ByCode("120105", time.Time{})
	require.True(t, gazetteer.Contains(tianjin, hebei))
	require.False(t, gazetteer.Contains(hebei, tianjin))
	require.True(t, gazetteer.Contains(g.ByCode("320800", in(1998)), g.ByCode("320829", in(1998))), "淮阴市, later 淮安市")
	require.Len(t, g.Children(tianjin, in(2021)), 16)
	require.Len(t, g.Children(tianjin, in(2005)), 18)
	require.Equal(t, "天水市", g.ByCode("620521", time.Time{}).Up(gazetteer.Prefecture).Name)
	require.Nil(t, hebei.Up(gazetteer.Prefecture), "a district of a municipality has no prefecture above it")
}

func TestSuccessors(t *testing.T) {
	g := gazetteer.Load()
	for _, tt := range []struct {
		code string
		year int
		want string
	}{
		{"320829", 2000, "320813洪泽区"}, {"330183", 2000, "330111富阳区"}, {"110103", 2000, "110101东城区"}, {"131126", 2000, "131126故城县"}, {"120107", 2000, "120116滨海新区"},
		{"142322", 2000, "141121文水县"}, {"510200", 1990, "500000重庆市"}, {"371202", 2010, "370116莱芜区"}, {"510124", 2000, "510117郫都区"},
		{"350403", 2010, "350404三元区"}, {"152300", 1998, "150500通辽市"}, {"540422", 2020, "540481米林市"},
	} {
		d := g.ByCode(tt.code, in(tt.year))
		require.NotNil(t, d, tt.code)
		l := d.Latest(0)
		require.Equal(t, tt.want, l.Code+l.Name, "%s %s", tt.code, d.Name)
	}
}

func TestGrades(t *testing.T) {
	g := gazetteer.Load()
	for code, want := range map[string]gazetteer.Grade{
		"120000": gazetteer.Provincial, "120105": gazetteer.Prefectural, "310115": gazetteer.SubProvincial, "120116": gazetteer.SubProvincial, "440100": gazetteer.SubProvincial,
		"440104": gazetteer.SubPrefectural, "620500": gazetteer.Prefectural, "620521": gazetteer.CountyGrade, "620521100": gazetteer.TownshipGrade, "500235": gazetteer.Prefectural,
		"654000": gazetteer.SubProvincial, "810000": gazetteer.NoGrade, "330182": gazetteer.CountyGrade, "120105001": gazetteer.CountyGrade,
	} {
		require.Equal(t, want, g.ByCode(code, time.Time{}).Grade, code)
	}
}

// TestInvariants walks all divisions: parents and successors fit, every name is found again.
func TestInvariants(t *testing.T) {
	g := gazetteer.Load()
	coded, now, towns := 0, 0, 0
	for d := range g.All {
		require.NotEmpty(t, d.Name)
		require.NotZero(t, d.Level, d.Name)
		require.NotZero(t, d.Kind, d.Name)
		require.GreaterOrEqual(t, utf8.RuneCountInString(d.Short), 2, d.Name)
		require.True(t, strings.HasPrefix(d.Name, d.Short), d.Name)
		require.True(t, d.To == 0 || d.From <= d.To, "%s %s %d-%d", d.Code, d.Name, d.From, d.To)
		path := d.Path()
		require.NotEmpty(t, path)
		require.Equal(t, d.Name, path[len(path)-1])
		require.LessOrEqual(t, len(path), 5, path)
		for _, s := range d.Successors {
			require.NotSame(t, d, s)
			require.Equal(t, d.Level == gazetteer.Township, s.Level == gazetteer.Township, "%s %s → %s %s", d.Code, d.Name, s.Code, s.Name)
			require.True(t, s.To == 0 || s.To >= d.To, "%s %s-%d → %s %s-%d", d.Code, d.Name, d.To, s.Code, s.Name, s.To)
		}
		switch {
		case len(d.Code) == 9:
			towns++
			if d.To == 0 {
				require.Zero(t, d.Parent.To, "%s %s in %s", d.Code, d.Name, d.Parent.Name)
			}
		case d.Code != "":
			require.Len(t, d.Code, 6)
			coded++
			if d.To == 0 {
				now++
			}
		}
		if d.Level > gazetteer.Province && !d.Foreign() {
			require.NotNil(t, d.Parent, "%s %s", d.Code, d.Name)
			require.NotNil(t, d.Territory(), "%s %s", d.Code, d.Name)
		}
		if d.Code != "" {
			require.Equal(t, d.Code, g.ByCode(d.Code, time.Time{}).Code)
		}
		for _, s := range []string{d.Name, d.Short} {
			folded := []rune(text.FoldString(s))
			found := false
			g.Prefixes(append(folded, '的'), func(length int, n gazetteer.NameID) bool {
				g.Each(n, func(e *gazetteer.Division, _ gazetteer.Form) bool {
					found = found || e == d && length == len(folded)
					return true
				})
				return true
			})
			require.True(t, found, "%s %s", d.Code, s)
		}
	}
	t.Logf("%d coded divisions, %d of them in force, %d townships", coded, now, towns)
	require.Greater(t, now, 3200)
	require.Greater(t, towns, 41000)
}

// TestOutOfRange: no name and no date may break a lookup.
func TestOutOfRange(t *testing.T) {
	g := gazetteer.Load()
	for _, n := range []gazetteer.NameID{-1, 1 << 30} {
		require.Empty(t, g.Candidates(n, time.Time{}))
		require.Zero(t, g.Info(n))
	}
	_, ok := g.Lookup("")
	require.False(t, ok)
	g.Prefixes(nil, func(int, gazetteer.NameID) bool { t.Fatal("a name in nothing"); return false })
	n, _ := g.Lookup("清水县")
	for _, y := range []int{-4000, 1, 1900, 3000} {
		require.NotEmpty(t, g.Candidates(n, time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)))
	}
}

func FuzzPrefixes(f *testing.F) {
	g := gazetteer.Load()
	f.Add("天津市河北区委书记", 2021)
	f.Add("吉林省吉林市朝阳区", 1985)
	f.Fuzz(func(t *testing.T, s string, year int) {
		folded := []rune(text.FoldString(s))
		for i := range folded {
			last := 0
			g.Prefixes(folded[i:], func(length int, n gazetteer.NameID) bool {
				if length <= last || i+length > len(folded) {
					t.Fatalf("length %d after %d", length, last)
				}
				last = length
				if cs := g.Candidates(n, time.Date(year%5000, 1, 1, 0, 0, 0, 0, time.UTC)); len(cs) == 0 {
					t.Fatalf("no candidate for %q", string(folded[i:i+length]))
				}
				return true
			})
		}
	})
}

// TestCases measures how many of the codes that people gave the posts of real news are among what the gazetteer knows at
// the date of the text.
func TestCases(t *testing.T) {
	type passage struct {
		People []struct {
			Posts []struct {
				Place string
				Code  string `json:"admin_code"`
			}
		}
		Meta struct{ Date string }
	}
	g := gazetteer.Load()
	known, named, total := 0, 0, 0
	for _, c := range cases.Lines[passage](t, cases.Path(t, "officials", "dev.jsonl")) {
		at, _ := time.Parse(time.DateOnly, c.Meta.Date)
		for _, p := range c.People {
			for _, post := range p.Posts {
				if post.Code == "" {
					continue
				}
				total++
				d := g.ByCode(post.Code, at)
				if d == nil {
					t.Logf("unknown: %s %s", post.Code, post.Place)
					continue
				}
				known++
				if year := at.Year(); strings.HasPrefix(post.Place, strings.Join(d.PathAt(year), "")) || strings.Join(d.Path(), "") == post.Place {
					named++
				} else {
					t.Logf("%s %s is %s", post.Code, post.Place, d)
				}
			}
		}
	}
	t.Logf("codes known: %d of %d; with the same path at the date: %d", known, total, named)
	require.Equal(t, total, known)
	require.GreaterOrEqual(t, float64(named), 0.95*float64(total))
}

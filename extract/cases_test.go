package extract_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/xinwen-go/xinwen/extract"
	"github.com/xinwen-go/xinwen/text"
)

// goldPage is one line of cases/extract/gold.jsonl.
type goldPage struct {
	ID, URL, Site, Tier                       string
	Title, Author, Source, Date, Editor, Body string
}

func goldPages(t *testing.T) (string, []goldPage) {
	dir := os.Getenv("XINWEN_CASES")
	if dir == "" {
		t.Skip("XINWEN_CASES names no folder of cases")
	}
	dir = filepath.Join(dir, "extract")
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	require.NoError(t, err)
	defer f.Close()
	var pages []goldPage
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var g goldPage
		require.NoError(t, json.Unmarshal(sc.Bytes(), &g))
		pages = append(pages, g)
	}
	require.NoError(t, sc.Err())
	return dir, pages
}

// shingles are the runs of four words of a text, where a Han character is a word and so is a run of other letters.
func shingles(s string) map[string]int {
	var words []string
	var run []rune
	flush := func() {
		if len(run) > 0 {
			words = append(words, string(run))
			run = run[:0]
		}
	}
	for _, r := range norm.NFKC.String(s) {
		switch {
		case text.IsHan(r):
			flush()
			words = append(words, string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			run = append(run, unicode.ToLower(r))
		default:
			flush()
		}
	}
	flush()
	out := map[string]int{}
	if len(words) < 4 {
		if len(words) > 0 {
			out[strings.Join(words, " ")]++
		}
		return out
	}
	for i := 0; i+4 <= len(words); i++ {
		out[strings.Join(words[i:i+4], " ")]++
	}
	return out
}

func f1(got, want string) float64 {
	g, w := shingles(got), shingles(want)
	hit, ng, nw := 0, 0, 0
	for k, n := range g {
		ng += n
		hit += min(n, w[k])
	}
	for _, n := range w {
		nw += n
	}
	if ng+nw == 0 {
		return 1
	}
	return 2 * float64(hit) / float64(ng+nw)
}

func squash(s string) string { return strings.Join(strings.Fields(norm.NFKC.String(s)), "") }

// share counts how often something was right.
type share struct{ right, all int }

func (s *share) add(ok bool) {
	s.all++
	if ok {
		s.right++
	}
}

func (s share) value() float64 { return float64(s.right) / float64(max(s.all, 1)) }

// TestCases scores the gold pages: mean F1 of the body over 4-shingles, and the share of each field that is right.
func TestCases(t *testing.T) {
	dir, pages := goldPages(t)
	x, err := extract.New()
	require.NoError(t, err)
	var sum float64
	var high, low, title, day, minute, outlet, editor, author, falseAuthor share
	for _, g := range pages {
		page, err := os.ReadFile(filepath.Join(dir, "pages", g.ID+".html"))
		require.NoError(t, err)
		a, err := x.Extract(page, extract.Page{URL: g.URL})
		if err != nil {
			a = &extract.Article{}
		}
		f := f1(a.Body, g.Body)
		sum += f
		high.add(f >= .95)
		low.add(f < .5)
		if g.Title != "" {
			title.add(squash(a.Title) == squash(g.Title))
			if testing.Verbose() && squash(a.Title) != squash(g.Title) {
				t.Logf("%s title %q, want %q", g.ID, a.Title, g.Title)
			}
		}
		if testing.Verbose() && f < .9 {
			t.Logf("%s F1 %.2f, error %v", g.ID, f, err)
		}
		if g.Date != "" {
			got := a.Published.Time.Format("2006-01-02 15:04")
			day.add(got[:10] == g.Date[:10])
			if len(g.Date) > 10 {
				minute.add(got == g.Date[:min(len(g.Date), 16)])
			}
		}
		if g.Tier == "C" {
			continue
		}
		if g.Source != "" {
			outlet.add(squash(a.Outlet) == squash(g.Source))
		}
		if g.Editor != "" {
			editor.add(squash(strings.Join(a.Editors, " ")) == squash(g.Editor))
		}
		if g.Author != "" {
			author.add(squash(strings.Join(a.Authors, " ")) == squash(g.Author))
		} else {
			falseAuthor.add(len(a.Authors) > 0)
		}
	}
	mean := sum / float64(len(pages))
	t.Logf("%d pages: body F1 %.3f, ≥ .95 on %.3f, < .5 on %.3f", len(pages), mean, high.value(), low.value())
	t.Logf("title %.3f, day %.3f, minute %.3f, outlet %.3f, editor %.3f, author %.3f (false fill %.3f)",
		title.value(), day.value(), minute.value(), outlet.value(), editor.value(), author.value(), falseAuthor.value())
	// Floors a little below what was measured, so that a change for the worse is seen.
	assert.Greater(t, mean, 0.92)
	assert.Greater(t, title.value(), 0.94)
}

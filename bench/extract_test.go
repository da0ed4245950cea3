package bench

import (
	"bufio"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-domdistiller"
	"github.com/markusmobius/go-trafilatura"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/xinwen-go/xinwen/extract"
	"github.com/xinwen-go/xinwen/text"
)

// result is what every extractor gives.
type result struct {
	title, body string
	published   time.Time
}

type extractor struct {
	name string
	// page is UTF-8 already for the peers, so that charsets do not count against them.
	run func(page []byte, address string) (result, error)
}

func extractors(tb testing.TB) []extractor {
	ours, err := extract.New()
	require.NoError(tb, err)
	parse := func(address string) *url.URL {
		u, err := url.Parse(address)
		if err != nil {
			u = &url.URL{Scheme: "http", Host: "example.com"}
		}
		return u
	}
	return []extractor{
		{"xinwen", func(page []byte, address string) (result, error) {
			a, err := ours.Extract(page, extract.Page{URL: address})
			if err != nil {
				return result{}, err
			}
			return result{a.Title, a.Body, a.Published.Time}, nil
		}},
		{"readability", func(page []byte, address string) (result, error) {
			a, err := readability.FromReader(strings.NewReader(utf8Page(page)), parse(address))
			if err != nil || a.Node == nil {
				return result{}, err
			}
			var body strings.Builder
			if err := a.RenderText(&body); err != nil {
				return result{}, err
			}
			at, _ := a.PublishedTime()
			return result{a.Title(), body.String(), at}, nil
		}},
		{"trafilatura", func(page []byte, address string) (result, error) {
			a, err := trafilatura.Extract(strings.NewReader(utf8Page(page)), trafilatura.Options{OriginalURL: parse(address), ExcludeComments: true})
			if err != nil {
				return result{}, err
			}
			return result{a.Metadata.Title, a.ContentText, a.Metadata.Date}, nil
		}},
		{"domdistiller", func(page []byte, address string) (result, error) {
			a, err := distiller.ApplyForReader(strings.NewReader(utf8Page(page)), &distiller.Options{OriginalURL: parse(address)})
			if err != nil {
				return result{}, err
			}
			return result{a.Title, a.Text, time.Time{}}, nil
		}},
		{"bare parse", func(page []byte, _ string) (result, error) {
			_, err := html.Parse(strings.NewReader(utf8Page(page)))
			return result{}, err
		}},
	}
}

func utf8Page(page []byte) string {
	s, _ := extract.Decode(page, "")
	return s
}

type goldPage struct {
	ID, URL           string
	Title, Date, Body string
	page              []byte
}

func goldPages(tb testing.TB) []goldPage {
	dir := os.Getenv("XINWEN_CASES")
	if dir == "" {
		tb.Skip("XINWEN_CASES names no folder of cases")
	}
	f, err := os.Open(filepath.Join(dir, "extract", "gold.jsonl"))
	require.NoError(tb, err)
	defer f.Close()
	var pages []goldPage
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var g goldPage
		require.NoError(tb, json.Unmarshal(sc.Bytes(), &g))
		g.page, err = os.ReadFile(filepath.Join(dir, "extract", "pages", g.ID+".html"))
		require.NoError(tb, err)
		pages = append(pages, g)
	}
	require.NoError(tb, sc.Err())
	return pages
}

// TestExtractQuality prints body F1 over 4-shingles of characters, the share of bodies at .95 and above, exact titles, and
// the minute of publication.
func TestExtractQuality(t *testing.T) {
	pages := goldPages(t)
	for _, x := range extractors(t) {
		if x.name == "bare parse" {
			continue
		}
		var sum float64
		good, titles, titled, minutes, timed := 0, 0, 0, 0, 0
		for _, g := range pages {
			r, err := x.run(g.page, g.URL)
			if err != nil {
				r = result{}
			}
			f := f1(r.body, g.Body)
			sum += f
			if f >= .95 {
				good++
			}
			if g.Title != "" {
				titled++
				if squash(r.title) == squash(g.Title) {
					titles++
				}
			}
			if len(g.Date) > 10 {
				timed++
				if r.published.Format("2006-01-02 15:04") == g.Date[:16] {
					minutes++
				}
			}
		}
		n := float64(len(pages))
		t.Logf("%-14s body F1 %.3f, ≥ .95 on %.3f; title %.3f; minute %.3f", x.name, sum/n, float64(good)/n,
			float64(titles)/float64(titled), float64(minutes)/float64(timed))
	}
}

func BenchmarkExtract(b *testing.B) {
	pages := goldPages(b)
	size := 0
	for _, g := range pages {
		size += len(g.page)
	}
	for _, x := range extractors(b) {
		b.Run(x.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			n := 0
			for b.Loop() {
				for _, g := range pages {
					_, _ = x.run(g.page, g.URL) // a page without an article is an error, not a failure
				}
				n += len(pages)
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}

func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text.FoldString(s))
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

// shingles counts the runs of four letters or digits.
func shingles(s string) map[string]int {
	var letters []rune
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters = append(letters, r)
		}
	}
	out := map[string]int{}
	for i := 0; i+4 <= len(letters); i++ {
		out[string(letters[i:i+4])]++
	}
	return out
}

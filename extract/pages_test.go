package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"github.com/xinwen-go/xinwen/extract"
)

// ownPage is a page of testdata/pages: one that we wrote in the manner of a kind of site, with invented content. Lines of
// "field: value" stand above a line of hyphens, the page below it; ⟦ and ⟧ stand around what is body, and are taken out of the
// page. A field that is not given is empty on the page, but for those that are only checked where they are given.
type ownPage struct {
	name   string
	fields map[string]string
	page   []byte
	body   string // elements taken out, but for the breaks of paragraphs
}

func ownPages(t *testing.T) []ownPage {
	files, err := filepath.Glob(filepath.Join("testdata", "pages", "*.html"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var pages []ownPage
	for _, name := range files {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		head, page, ok := strings.Cut(string(b), "\n---\n")
		require.True(t, ok, name)
		p := ownPage{name: strings.TrimSuffix(filepath.Base(name), ".html"), fields: map[string]string{}}
		for l := range strings.SplitSeq(head, "\n") {
			key, value, ok := strings.Cut(l, ":")
			require.True(t, ok, "%s: %s", name, l)
			p.fields[key] = strings.TrimSpace(value)
		}
		for i, part := range strings.Split(page, "⟦") {
			if i > 0 {
				inside, _, ok := strings.Cut(part, "⟧")
				require.True(t, ok, name)
				p.body += inside + "\n"
			}
		}
		p.body = plainText(p.body)
		p.page = []byte(strings.NewReplacer("⟦", "", "⟧", "").Replace(page))
		if c := p.fields["charset"]; c != "" {
			e, err := htmlindex.Get(c)
			require.NoError(t, err)
			p.page, err = encoding.HTMLEscapeUnsupported(e.NewEncoder()).Bytes(p.page)
			require.NoError(t, err)
		}
		pages = append(pages, p)
	}
	return pages
}

// plainText takes elements and the escapes of script data out of a text.
func plainText(s string) string {
	s = strings.NewReplacer(`\u003C`, "<", `\u003E`, ">", `\u002F`, "/", "&nbsp;", " ").Replace(s)
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '<' {
			end := strings.IndexByte(s[i:], '>')
			if end < 0 {
				break
			}
			if name := s[i+1 : i+end]; strings.HasPrefix(name, "br") || strings.HasPrefix(name, "/p") || strings.HasPrefix(name, "/div") || strings.HasPrefix(name, "/h") {
				out.WriteByte('\n')
			}
			i += end
			continue
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

// TestOwnPages compares what is read from our pages with what they say.
func TestOwnPages(t *testing.T) {
	x, err := extract.New()
	require.NoError(t, err)
	var all score
	for _, p := range ownPages(t) {
		t.Run(p.name, func(t *testing.T) {
			page := extract.Page{URL: p.fields["url"]}
			if f := p.fields["fetched"]; f != "" {
				page.Fetched, err = time.Parse(time.RFC3339, f)
				require.NoError(t, err)
			}
			a, err := x.Extract(p.page, page)
			if err != nil {
				a = &extract.Article{}
			}
			all.add(goldPage{Title: p.fields["title"], Author: p.fields["authors"], Source: p.fields["outlet"], Date: p.fields["published"], Editor: p.fields["editors"], Body: p.body}, a)
			assert.Equal(t, strings.Join(strings.Fields(p.body), " "), strings.Join(strings.Fields(a.Body), " "), "body")
			day := func(m extract.Moment) string {
				if m.Minute {
					return m.Time.Format("2006-01-02 15:04")
				}
				return m.String()
			}
			for key, got := range map[string]string{
				"title": a.Title, "authors": names(strings.Join(a.Authors, " ")), "editors": names(strings.Join(a.Editors, " ")), "outlet": a.Outlet, "published": day(a.Published),
				"updated": day(a.Updated), "section": a.Section, "lead": a.LeadIn, "sub": strings.Join(a.Subtitles, " "), "original": a.OriginalTitle, "next": a.NextPage, "canonical": a.URL,
			} {
				if want, given := p.fields[key]; given || key == "authors" || key == "editors" || key == "outlet" || key == "original" || key == "next" || key == "lead" || key == "sub" {
					if key == "authors" || key == "editors" {
						want = names(strings.ReplaceAll(want, "|", " "))
					}
					if key == "title" {
						want, got = squash(want), squash(got)
					}
					assert.Equal(t, want, got, key)
				}
			}
		})
	}
	all.log(t, "our own pages")
}

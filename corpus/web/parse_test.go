package web

import (
	"bytes"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseAddress(t *testing.T) {
	base, err := parseAddress("http://news.example.com/2023/index.html?a=1#x", nil)
	require.NoError(t, err)
	for in, want := range map[string]string{
		"HTTP://News.Example.COM:80":            "http://news.example.com/",
		"https://example.com:443/a/../b":        "https://example.com/b",
		"http://example.com:8080/":              "http://example.com:8080/",
		"http://example.com./a#part":            "http://example.com/a",
		"1.html":                                "http://news.example.com/2023/1.html",
		"//other.example.com/1?":                "http://other.example.com/1",
		"/新闻/1.html?词=桥 梁":                      "http://news.example.com/%E6%96%B0%E9%97%BB/1.html?%E8%AF%8D=%E6%A1%A5%20%E6%A2%81",
		"/%e6%96%b0":                            "http://news.example.com/%E6%96%B0",
		"/a%2fb?x=%2f":                          "http://news.example.com/a%2Fb?x=%2F",
		"http://新闻.example.com/":                "http://xn--efvy88h.example.com/",
		"http://[2001:DB8::1]:80/":              "http://[2001:db8::1]/",
		" http://example.com/a b ":              "http://example.com/a%20b",
		"?page=2":                               "http://news.example.com/2023/index.html?page=2",
		"http://example.com":                    "http://example.com/",
		"http://example.com/" + "%zz/../index.": "",
		"javascript:alert(1)":                   "", "mailto:a@example.com": "", "file:///etc/passwd": "", "http://": "", "http:///a": "", "http://user:secret@example.com/": "",
		"http://example.com:0/": "", "http://example.com:99999/": "", "http://a b/": "", "http://exa%6dple.com:x/": "", "http://\x00/": "",
		"http://example.com/" + strings.Repeat("a", maxAddress): "",
	} {
		u, err := parseAddress(in, base)
		if want == "" {
			assert.Error(t, err, in)
		} else if assert.NoError(t, err, in) {
			assert.Equal(t, want, u.String(), in)
		}
	}
	_, err = parseAddress("example.com/1.html", nil)
	assert.ErrorIs(t, err, ErrScheme)
	assert.ErrorContains(t, err, "https://")
}

func FuzzAddress(f *testing.F) {
	f.Add("http://Example.com:80/a/../%e6?词=1#x", "http://a.test/")
	f.Add("//[::1]:8080/a%zz", "https://b.test/x/")
	f.Add("http://新闻.example.com/", "")
	f.Fuzz(func(t *testing.T, s, from string) {
		base, err := parseAddress(from, nil)
		if err != nil {
			base = nil
		}
		u, err := parseAddress(s, base)
		if err != nil {
			return
		}
		require.Contains(t, []string{"http", "https"}, u.Scheme)
		require.Nil(t, u.User)
		require.NotEmpty(t, u.Hostname())
		again, err := parseAddress(u.String(), nil)
		if err != nil { // escapes have made it too long
			require.Greater(t, len(u.String()), maxAddress)
			return
		}
		require.Equal(t, u.String(), again.String())
	})
}

func TestGuard(t *testing.T) {
	for _, a := range []string{
		"0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.1",
		"203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "168.63.129.16", "100.100.100.200",
		"::", "::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "fec0::1", "2001::1", "2001:db8::1", "3fff::1", "100::1", "5f00::1",
		"::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::1", "2002:c0a8:101::1",
	} {
		assert.ErrorIs(t, guard{}.check(netip.MustParseAddr(a)), ErrAddress, a)
		assert.NoError(t, guard{allowed: prefixes("0.0.0.0/0", "::/0")}.check(netip.MustParseAddr(a)), a)
	}
	assert.ErrorIs(t, guard{}.check(netip.Addr{}), ErrAddress)
	for _, a := range []string{"8.8.8.8", "1.1.1.1", "114.114.114.114", "172.32.0.1", "100.128.0.1", "2400:3200::1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"} {
		assert.NoError(t, guard{}.check(netip.MustParseAddr(a)), a)
	}
	assert.ErrorIs(t, guard{}.control(t.Context(), "tcp", "nonsense", nil), ErrAddress)
	g := guard{allowed: prefixes("10.1.0.0/16")}
	assert.NoError(t, g.check(netip.MustParseAddr("::ffff:10.1.2.3")))
	assert.Error(t, g.check(netip.MustParseAddr("10.2.0.1")))
}

func TestRobotsRules(t *testing.T) {
	for _, c := range []struct {
		file, path string
		want       bool
	}{
		{"", "/a", true},
		{"User-agent: *\nDisallow: /", "/a", false},
		{"User-agent: *\nDisallow:", "/a", true},
		{"User-agent: other\nDisallow: /", "/a", true},
		{"User-agent: XinWen/2.0\nDisallow: /a", "/a", false},
		{"User-agent: xinwenbot\nDisallow: /a", "/a", true},
		{"User-agent: *\nDisallow: /\n\nUser-agent: xinwen\nDisallow: /b", "/a", true},
		{"User-agent: xinwen\nDisallow: /b\n\nUser-agent: *\nDisallow: /\n\nUser-agent: xinwen\nDisallow: /a", "/a", false}, // groups are joined
		{"User-agent: other\nUser-agent: xinwen\nDisallow: /a", "/a", false},
		{"User-agent: xinwen\nAllow: /x\nUser-agent: other\nDisallow: /a", "/a", true},
		{"Disallow: /a\nUser-agent: *\nDisallow: /b", "/a", true}, // a rule of no group
		{"User-agent: *\nDisallow: /a/b\nAllow: /a/b", "/a/b", true},
		{"User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false},
		{"User-agent: *\nDisallow: /a/*/c", "/a/b/c/d", false},
		{"User-agent: *\nDisallow: /a/*/c", "/x/a/b/c", true}, // from the beginning
		{"User-agent: *\nDisallow: /*.php$", "/a.php", false},
		{"User-agent: *\nDisallow: /*.php$", "/a.php?x", true},
		{"User-agent: *\nDisallow: /a$b", "/a$b", false},
		{"User-agent: *\nDisallow: /*?", "/a?x=1", false},
		{"User-agent: *\nDisallow: *a", "/b/a", false},
		{"User-agent: *\nDisallow: /$", "/", false},
		{"User-agent: *\nDisallow: /$", "/a", true},
		{"User-agent: *\nDisallow: /新闻", "/%e6%96%b0%E9%97%BB/1", false},
		{"User-agent: *\nDisallow: /%7Ea", "/~a", false},
		{"User-agent: *\nDisallow: /a%2Fb", "/a/b", true},
		{"\uFEFFUser-agent: *\r\nDisallow: /a # all of it\r\nnonsense\r\nCrawl-delay: soon\r\n", "/a", false},
		{"user-AGENT : *\rDISALLOW : /a", "/a", false},
		{"User-agent: *\nSitemap: http://a.test/map.xml\nDisallow: /a", "/a", false},
		{"<html><body>Disallow: /</body></html>", "/a", true},
	} {
		assert.Equal(t, c.want, parseRobots([]byte(c.file), Product).allows(c.path), "%q %s", c.file, c.path)
	}
	for file, want := range map[string]time.Duration{
		"User-agent: *\nCrawl-delay: 2.5": 2500 * time.Millisecond, "User-agent: *\nCrawl-delay: -1": 0, "User-agent: *\nCrawl-delay: NaN": 0, "User-agent: *\nCrawl-delay: 1\n\nUser-agent: xinwen\nDisallow: /a": 0,
		"User-agent: *\nCrawl-delay: 1e99": (1<<31 - 1) * time.Second,
	} {
		assert.Equal(t, want, parseRobots([]byte(file), Product).delay, file)
	}
}

func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a*b$\nAllow: /*\nCrawl-delay: 3\n"), "/axb")
	f.Add([]byte("\uFEFFUser-agent: xinwen\rDisallow: /%e4%ZZ"), "/%E4%zz")
	f.Fuzz(func(t *testing.T, file []byte, path string) {
		r := parseRobots(file, Product)
		require.GreaterOrEqual(t, r.delay, time.Duration(0))
		r.allows(path)
		require.Equal(t, normalPath(path), normalPath(normalPath(path)))
		require.True(t, matches("*", path))
		require.True(t, matches(strings.ReplaceAll(strings.ReplaceAll(path, "*", ""), "$", ""), strings.ReplaceAll(strings.ReplaceAll(path, "*", ""), "$", "")))
	})
}

// FuzzMatches holds the matching of patterns against the plain definition.
func FuzzMatches(f *testing.F) {
	f.Add("/a*b*c$", "/axbxbxc")
	f.Add("*a*$", "ba")
	f.Fuzz(func(t *testing.T, pattern, path string) {
		if len(pattern) > 12 || len(path) > 12 {
			return
		}
		p, whole := strings.CutSuffix(pattern, "$")
		if !whole {
			p += "*"
		}
		require.Equal(t, matchSlowly(p, path), matches(pattern, path), "%q %q", pattern, path)
	})
}

func matchSlowly(pattern, path string) bool {
	switch {
	case pattern == "":
		return path == ""
	case pattern[0] == '*':
		return matchSlowly(pattern[1:], path) || path != "" && matchSlowly(pattern, path[1:])
	}
	return path != "" && path[0] == pattern[0] && matchSlowly(pattern[1:], path[1:])
}

// TestHostileRobots: rules that are made to be slow are not.
func TestHostileRobots(t *testing.T) {
	file := []byte("User-agent: *\n" + strings.Repeat("Disallow: /"+strings.Repeat("*a", 100)+"b\n", 2400))
	begun := time.Now()
	assert.True(t, parseRobots(file, Product).allows("/"+strings.Repeat("a", maxAddress)))
	assert.Less(t, time.Since(begun), 10*time.Second)
}

func FuzzEntries(f *testing.F) {
	f.Add([]byte(`<rss><channel><item><link>http://a.test/1</link><guid>http://a.test/1</guid></item></channel></rss>`))
	f.Add([]byte(`<feed xml:base="http://a.test/"><entry><link href="1"/></entry><entry><link href="2">`))
	f.Add([]byte(`<sitemapindex><sitemap><loc>http://a.test/1.xml</loc></sitemap></sitemapindex>`))
	f.Add([]byte("http://a.test/1\nhttp://a.test/2\n"))
	f.Add([]byte(`<!DOCTYPE rss [<!ENTITY a "&a;&a;">]><rss><item><link>http://a.test/&a;</link></item></rss>`))
	f.Fuzz(func(t *testing.T, b []byte) {
		e, ok := readEntries(b, "", "http://a.test/")
		require.LessOrEqual(t, len(e.pages)+len(e.sitemaps), maxEntries)
		require.True(t, ok || len(e.pages)+len(e.sitemaps) == 0)
		for _, a := range append(e.pages, e.sitemaps...) {
			require.True(t, strings.HasPrefix(a, "http://") || strings.HasPrefix(a, "https://"), a)
		}
	})
}

func FuzzPageLinks(f *testing.F) {
	f.Add([]byte(`<base href="/x/"><a href="1">a</a><frame src="2"><a rel=nofollow href="3">`))
	f.Add([]byte(`<meta name=robots content="noindex, nofollow"><a href="1">`))
	f.Fuzz(func(t *testing.T, b []byte) {
		seen := map[string]bool{}
		for _, a := range pageLinks(b, "", "http://a.test/") {
			require.True(t, strings.HasPrefix(a, "http"), a)
			require.False(t, seen[a])
			seen[a] = true
		}
		require.LessOrEqual(t, len(seen), maxLinks)
	})
}

func TestPageLinks(t *testing.T) {
	got := pageLinks([]byte(`<base href="/sub/"><a href="1#x">甲</a><a href=1>乙</a><frame src="menu.html"><a rel="external nofollow" href="no">不</a><area href="/map"><a name=x>`), "", "http://a.test/")
	assert.Equal(t, []string{"http://a.test/sub/1", "http://a.test/sub/menu.html", "http://a.test/map"}, got)
	assert.Empty(t, pageLinks([]byte(`<meta content="noindex,NOFOLLOW" name="Robots"><a href="1">甲</a>`), "", "http://a.test/"))
}

func TestReadRetryAfter(t *testing.T) {
	now := time.Date(2023, 11, 8, 9, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"120": 2 * time.Minute, " 0 ": 0, "Wed, 08 Nov 2023 09:00:30 GMT": 30 * time.Second, "Wed, 08 Nov 2023 08:00:30 GMT": 0, "Wednesday, 08-Nov-23 09:01:00 GMT": time.Minute,
		"99999999999999999999999": 365 * 24 * time.Hour,
	} {
		got, ok := retryAfter(value, now)
		assert.True(t, ok, value)
		assert.Equal(t, want, got, value)
	}
	for _, value := range []string{"", "soon", "-1", "1.5", "１２"} {
		_, ok := retryAfter(value, now)
		assert.False(t, ok, value)
	}
}

func FuzzRetryAfter(f *testing.F) {
	f.Add("120")
	f.Add("Wed, 08 Nov 2023 09:00:30 GMT")
	f.Fuzz(func(t *testing.T, value string) {
		d, ok := retryAfter(value, time.Date(2023, 11, 8, 9, 0, 0, 0, time.UTC))
		require.GreaterOrEqual(t, d, time.Duration(0))
		require.True(t, ok || d == 0)
	})
}

func TestBackoff(t *testing.T) {
	for n := 1; n < 100; n++ {
		d := backoff(time.Second, n)
		least := min(time.Second<<min(n-1, 16), maxBackoff) / 2
		assert.GreaterOrEqual(t, d, least)
		assert.LessOrEqual(t, d, 2*least)
	}
	assert.Zero(t, backoff(0, 3))
}

// FuzzState: whatever a journal holds, it is refused and left as it is, or taken up; and what is added then is read back.
func FuzzState(f *testing.F) {
	f.Add([]byte(stateHead + `{"found":"http://a.test/1","kind":"entry"}` + "\n" + `{"done":"http://a.test/1","etag":"x"}` + "\n" + `{"done":"http://a.t`))
	f.Add([]byte(stateHead + `{"done":"http://a.test/1","etag":"x"}` + "\n" + `{"end":true}` + "\n"))
	f.Add([]byte(stateHead[:9]))
	f.Add([]byte("something else"))
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "state")
		require.NoError(t, os.WriteFile(path, b, 0o644))
		s, before, err := openState(path)
		if err != nil {
			now, rerr := os.ReadFile(path)
			require.NoError(t, rerr)
			require.True(t, bytes.Equal(b, now))
			return
		}
		require.NoError(t, s.add(stateLine{Found: "http://new.test/1"}, stateLine{Found: "http://new.test/2"}, stateLine{Done: "http://new.test/2", validator: validator{ETag: "y"}}))
		require.NoError(t, s.close())
		s, after, err := openState(path)
		require.NoError(t, err)
		defer s.close()
		require.True(t, after.done["http://new.test/2"])
		require.Equal(t, "y", after.validators["http://new.test/2"].ETag)
		for a := range before.done {
			require.True(t, after.done[a])
		}
		for a, v := range before.validators {
			if a != "http://new.test/2" {
				require.Equal(t, v, after.validators[a])
			}
		}
		found := map[string]bool{}
		for _, l := range after.found {
			found[l.Found] = true
		}
		require.False(t, found["http://new.test/2"])
		require.True(t, found["http://new.test/1"] || before.done["http://new.test/1"])
	})
}

package extract

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// Rule tells where the pages of one host hold an article, in CSS selectors. A field that is empty, or that finds nothing on a
// page, leaves it to the extractor.
type Rule struct {
	Host      string // a host, or a domain with all its hosts
	Body      string // the element around the text
	Drop      string // elements to leave out, wherever they stand
	Title     string
	Outlet    string
	Authors   string
	Editors   string
	Published string
}

// ReadRules reads rules from a TOML file: a table for each host, its name in quotes, with the fields of [Rule] in lower case.
//
//	["news.example.com"]
//	body = "#content"
//	drop = ".ad, .share"
//
// The rules come in the order of the file. An error names the line.
func ReadRules(r io.Reader) ([]Rule, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("extract: rules: %w", err)
	}
	src := string(b)
	var tables map[string]map[string]string
	md, err := toml.Decode(src, &tables)
	if err != nil {
		return nil, fmt.Errorf("extract: rules: %w", err) // it names the line
	}
	var rules []Rule
	for _, key := range md.Keys() {
		if len(key) == 1 {
			if md.Type(key[0]) != "Hash" {
				return nil, fmt.Errorf("extract: rules: line %d: %q stands under no host", lineOf(src, key), key[0])
			}
			rules = append(rules, Rule{Host: key[0]})
		}
	}
	for i := range rules {
		rule := &rules[i]
		for _, key := range md.Keys() {
			if key[0] != rule.Host {
				continue
			}
			if err := rule.set(key[1:], tables[key[0]]); err != nil {
				return nil, fmt.Errorf("extract: rules: line %d: %w", lineOf(src, key), err)
			}
		}
	}
	return rules, nil
}

// set fills the field that key names, none where key is empty, and reports whether the rule may be followed as it is by then.
func (r *Rule) set(key toml.Key, values map[string]string) error {
	if len(key) > 0 {
		to, ok := map[string]*string{"body": &r.Body, "drop": &r.Drop, "title": &r.Title, "outlet": &r.Outlet, "authors": &r.Authors, "editors": &r.Editors, "published": &r.Published}[key[0]]
		if !ok {
			return fmt.Errorf("rule for %q: unknown key %q", r.Host, key[0])
		}
		*to = values[key[0]]
	}
	if _, err := r.compile(); err != nil {
		return fmt.Errorf("rule for %q: %w", r.Host, err)
	}
	return nil
}

// lineOf is the number of the line of a TOML file that completes a key: the decoder does not tell where its keys stand.
func lineOf(src string, key toml.Key) int {
	n, last := 0, key[len(key)-1]
	for end := 0; end < len(src); {
		start := end
		if i := strings.IndexByte(src[start:], '\n'); i >= 0 {
			end = start + i + 1
		} else {
			end = len(src)
		}
		n++
		if !strings.Contains(src[start:end], last) {
			continue
		}
		var v map[string]any
		if md, err := toml.Decode(src[:end], &v); err == nil && md.IsDefined(key...) {
			return n
		}
	}
	return n
}

// WithRules makes the extractor follow rules on the pages of their hosts. The pages are told by [Page.URL].
func WithRules(rules ...Rule) Option {
	return func(x *Extractor) error {
		if x.rules == nil {
			x.rules = map[string]*compiledRule{}
		}
		for _, r := range rules {
			c, err := r.compile()
			if err != nil {
				return fmt.Errorf("rule for %q: %w", r.Host, err)
			}
			x.rules[strings.ToLower(r.Host)] = c
		}
		return nil
	}
}

// WithSite makes the extractor leave out what the pages of a host, or of all hosts of a domain, have in common.
func WithSite(host string, s *Site) Option {
	return func(x *Extractor) error {
		if host == "" || s == nil {
			return errors.New("a site needs a host and what was learnt of it")
		}
		if x.sites == nil {
			x.sites = map[string]*Site{}
		}
		x.sites[strings.ToLower(host)] = s
		return nil
	}
}

type compiledRule struct {
	body, drop, title, outlet, authors, editors, published goquery.Matcher
}

func (r Rule) compile() (*compiledRule, error) {
	if r.Host == "" {
		return nil, errors.New("no host")
	}
	c := &compiledRule{}
	for _, f := range []struct {
		selector string
		to       *goquery.Matcher
	}{{r.Body, &c.body}, {r.Drop, &c.drop}, {r.Title, &c.title}, {r.Outlet, &c.outlet}, {r.Authors, &c.authors}, {r.Editors, &c.editors}, {r.Published, &c.published}} {
		if f.selector == "" {
			continue
		}
		m, err := cascadia.Compile(f.selector)
		if err != nil {
			return nil, fmt.Errorf("selector %q: %w", f.selector, err)
		}
		*f.to = m
	}
	return c, nil
}

// region is the part of the page that the rule names, if it is there.
func (c *compiledRule) region(root *html.Node, lines []*line) (r region, ok bool) {
	if c.body == nil {
		return r, false
	}
	for _, n := range c.body.MatchAll(root) {
		inside := map[*html.Node]bool{n: true}
		for _, l := range lines {
			if within(l.block, n, inside) {
				if len(r.lines) == 0 {
					r.first, r.node = l.index, n
				}
				r.last = l.index
				r.lines = append(r.lines, l)
			}
		}
		if len(r.lines) > 0 {
			return r, true
		}
	}
	return r, false
}

// prune takes out of the page what the rule drops.
func (c *compiledRule) prune(root *html.Node) {
	if c.drop == nil {
		return
	}
	for _, n := range c.drop.MatchAll(root) {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// fields fills what the rule says where to find; it goes before all other places.
func (c *compiledRule) fields(root *html.Node, a *Article) {
	origin := Origin{FromRule, 1}
	text := func(m goquery.Matcher) string {
		if m == nil {
			return ""
		}
		return clean(cutTo(goquery.NewDocumentFromNode(root).FindMatcher(goquery.SingleMatcher(m)).Text(), longestTitle))
	}
	if t := text(c.title); t != "" {
		a.Title, a.Origins.Title = t, origin
	}
	read := func(s string) creditReader {
		src := []rune(s)
		return creditReader{f: []rune(foldString(s)), slice: func(i, j int) string { return string(src[i:j]) }}
	}
	if t := text(c.outlet); t != "" {
		r := read(t)
		if _, name := r.outlet(valueStart(r.f), len(r.f)); name != "" {
			a.takeOutlet(name, origin)
		}
	}
	for _, f := range []struct {
		matcher goquery.Matcher
		editors bool
	}{{c.authors, false}, {c.editors, true}} {
		r := read(text(f.matcher))
		if _, names := r.names(valueStart(r.f), len(r.f), true); f.editors {
			a.take(Credits{Editors: names}, origin)
		} else {
			a.take(Credits{Authors: names}, origin)
		}
	}
	if m, ok := parseMoment(text(c.published)); ok {
		a.Published, a.Origins.Published = m, origin
	}
}

// valueStart is where the value begins in folded runes that may open with its label.
func valueStart(f []rune) int {
	if len(f) == 0 {
		return 0
	}
	k, _ := creditLabelAt(f)
	for k < len(f) && (isGap(f[k]) || isMark(f[k])) {
		k++
	}
	return k
}

package extract

import (
	"strings"
	"sync"

	"golang.org/x/net/html"
)

// meaning is what the names of an element, its class and id, say of its content.
type meaning struct {
	junk    bool // links to other pages, comments, copyright
	tools   bool // advertisements, sharing, navigation: words that are parts of names of other things too
	caption bool
	hint    hintKind
}

// namedJunk are words that name what is no part of an article, in English and in the abbreviated pinyin of older systems.
var namedJunk = wordSet(`related relate relatednews relevant relatelink recommend recommended recommendation tuijian tj_news xgxw xgyd xgwz xiangguan xglb
 comment comments commentlist cmt pinglun discuss disqus reply replies guestbook feedback
 copyright copyrights disclaimer statement shengming banquan footer foot bottomnav siteinfo icp
 hotnews hotlist rank ranking ranklist paihang toplist popular mostread mostviewed guess guesslike youlike`)

// namedTools are such words too, but an element with most of the text of a page is the article all the same: the names of some
// articles hold them.
var namedTools = wordSet(`share sharebox sharebar bdshare bdsharebuttonbox jiathis addthis fenxiang social snsshare shareto
 breadcrumb breadcrumbs crumb crumbs crumbnav weizhi daohang navbar navigation topnav menu submenu sidebar sidenav
 ad ads advert advertisement adbox guanggao sponsor promo promotion banner login register toolbar qrcode erweima survey vote
 tags taglist keywordlist pager pagination pagebar pagenav prevnext prenext subscribe newsletter cookie cookies modal popup wb_share`)

var namedCaption = wordSet(`caption figcaption wp-caption-text pictext picdesc pic_desc imgdesc img_desc photodesc photocaption imagecaption imgcaption tushuo zhushi piccaption picinfo imginfo photoinfo`)

// namedHints are words that name a field of the article.
var namedHints = sync.OnceValue(func() map[string]hintKind {
	m := map[string]hintKind{}
	for kind, words := range map[hintKind]string{
		hintOutlet: "source fromsite where laiyuan from provider publisher newssource news_source ly sourcename source_baidu media_name media-name medianame origin jgname js_name webdig_source articlesource article-source source-name",
		hintAuthor: "auth author zuozhe writer reporter byline journalist author_baidu webdig_author authorname author-name articleauthor",
		hintEditor: "editor bianji zrbj liability editor_name editor_baidu webdig_editor edit a-edit",
		hintTime:   "pubtime pubtime_baidu publishtime publish_time pub_time pubdate publishdate ptime date time fbsj posttime post-date entry-date timestamp",
		hintTitle:  "title headline biaoti newstitle news_title news-title arttitle articletitle article-title article_title artititle main_title main-title h1title activity-name entry-title post-title art_title contenttitle bt",
	} {
		for w := range strings.FieldsSeq(words) {
			m[w] = kind
		}
	}
	return m
})

// wordSet is a set of words that is built when it is first asked.
func wordSet(s string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		m := map[string]bool{}
		for w := range strings.FieldsSeq(s) {
			m[w] = true
		}
		return m
	})
}

// elementNames reads class, id and itemprop of an element.
func elementNames(n *html.Node) (m meaning) {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" && a.Key != "itemprop" && a.Key != "bosszone" {
			continue
		}
		v := strings.ToLower(a.Val)
		for v != "" {
			i := strings.IndexByte(v, ' ')
			w := v
			if i >= 0 {
				w, v = v[:i], v[i+1:]
			} else {
				v = ""
			}
			m.word(w)
		}
	}
	return m
}

func (m *meaning) word(w string) {
	if w == "" || len(w) > 40 {
		return
	}
	if h := namedHints()[w]; h != hintNone && m.hint == hintNone {
		m.hint = h
	}
	m.junk = m.junk || namedJunk()[w]
	m.tools = m.tools || namedTools()[w]
	m.caption = m.caption || namedCaption()[w]
	// The parts of a compound name: related-news, p_editor.
	for part := range strings.FieldsFuncSeq(w, func(r rune) bool { return r == '-' || r == '_' || r == ':' }) {
		if len(part) == len(w) {
			return
		}
		m.junk = m.junk || namedJunk()[part]
		m.tools = m.tools || namedTools()[part]
		m.caption = m.caption || part == "caption"
		if h := namedHints()[part]; h != hintNone && h != hintTitle && m.hint == hintNone {
			m.hint = h
		}
	}
}

package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// meaning is what the names of an element, its class and id, say of its content.
type meaning struct {
	junk    bool // links to other pages, comments, sharing, copyright
	caption bool
	hint    hintKind
}

// namedJunk are words that name what is no part of an article, in English and in the abbreviated pinyin of older systems.
var namedJunk = wordSet(`related relate relatednews relevant relatelink recommend recommended recommendation tuijian tj_news xgxw xgyd xgwz xiangguan xglb
 comment comments commentlist cmt pinglun discuss disqus reply replies guestbook feedback
 share sharebox sharebar bdshare bdsharebuttonbox jiathis addthis fenxiang social snsshare shareto
 copyright copyrights disclaimer statement shengming banquan footer foot bottomnav siteinfo icp
 breadcrumb breadcrumbs crumb crumbs crumbnav weizhi daohang navbar navigation topnav menu submenu sidebar sidenav
 hotnews hotlist rank ranking ranklist paihang toplist popular mostread mostviewed guess guesslike youlike
 ad ads advert advertisement adbox guanggao sponsor promo promotion banner login register toolbar qrcode erweima survey vote
 tags taglist keywordlist pager pagination pagebar pagenav prevnext prenext subscribe newsletter cookie cookies modal popup wb_share`)

var namedCaption = wordSet(`caption figcaption wp-caption-text pictext picdesc pic_desc imgdesc img_desc photodesc photocaption imagecaption imgcaption tushuo zhushi piccaption picinfo imginfo photoinfo`)

// namedHints are words that name a field of the article.
var namedHints = map[string]hintKind{
	"source": hintOutlet, "fromsite": hintOutlet, "where": hintOutlet, "laiyuan": hintOutlet, "newssource": hintOutlet, "news_source": hintOutlet, "ly": hintOutlet,
	"sourcename": hintOutlet, "source_baidu": hintOutlet, "media_name": hintOutlet, "medianame": hintOutlet, "origin": hintOutlet, "jgname": hintOutlet, "js_name": hintOutlet,
	"webdig_source": hintOutlet, "articlesource": hintOutlet, "article-source": hintOutlet, "source-name": hintOutlet,
	"auth": hintAuthor, "author": hintAuthor, "zuozhe": hintAuthor, "writer": hintAuthor, "reporter": hintAuthor, "byline": hintAuthor, "journalist": hintAuthor,
	"author_baidu": hintAuthor, "webdig_author": hintAuthor, "authorname": hintAuthor, "author-name": hintAuthor, "articleauthor": hintAuthor,
	"editor": hintEditor, "bianji": hintEditor, "zrbj": hintEditor, "liability": hintEditor, "editor_name": hintEditor, "editor_baidu": hintEditor, "webdig_editor": hintEditor,
	"edit": hintEditor, "a-edit": hintEditor,
	"pubtime": hintTime, "pubtime_baidu": hintTime, "publishtime": hintTime, "publish_time": hintTime, "pub_time": hintTime, "pubdate": hintTime, "publishdate": hintTime,
	"ptime": hintTime, "date": hintTime, "time": hintTime, "fbsj": hintTime, "posttime": hintTime, "post-date": hintTime, "entry-date": hintTime, "timestamp": hintTime,
	"title": hintTitle, "headline": hintTitle, "biaoti": hintTitle, "newstitle": hintTitle, "news_title": hintTitle, "news-title": hintTitle, "arttitle": hintTitle,
	"articletitle": hintTitle, "article-title": hintTitle, "article_title": hintTitle, "artititle": hintTitle, "main_title": hintTitle, "main-title": hintTitle,
	"h1title": hintTitle, "activity-name": hintTitle, "entry-title": hintTitle, "post-title": hintTitle, "art_title": hintTitle, "contenttitle": hintTitle, "bt": hintTitle,
}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
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
	if h := namedHints[w]; h != hintNone && m.hint == hintNone {
		m.hint = h
	}
	if namedJunk[w] {
		m.junk = true
	}
	if namedCaption[w] {
		m.caption = true
	}
	// The parts of a compound name: related-news, p_editor.
	for part := range strings.FieldsFuncSeq(w, func(r rune) bool { return r == '-' || r == '_' || r == ':' }) {
		if len(part) == len(w) {
			return
		}
		if namedJunk[part] {
			m.junk = true
		}
		if part == "caption" {
			m.caption = true
		}
		if h := namedHints[part]; h != hintNone && h != hintTitle && m.hint == hintNone {
			m.hint = h
		}
	}
}

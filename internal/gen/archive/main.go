// Command archive makes the miniature archive in testdata/archive: the same invented articles as a WARC file and as JSON Lines, with
// what archives have besides: copies, a damaged copy, a page that is not Chinese, pages that are no articles, and a broken record.
//
//	go run ./internal/gen/archive -dir testdata/archive
package main

//go:generate go run . -dir ../../../testdata/archive

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/xinwen-go/xinwen/corpus/warc"
)

// outlet is a site with its way of writing pages.
type outlet struct {
	name, host, charset, lang string
	page                      string // with %s for title, date, author, editor, body
}

const (
	modern = `<!DOCTYPE html><html lang="{lang}"><head><meta charset="{charset}"><title>{title}_{outlet}</title><meta name="author" content="{author}"></head>
<body><nav><a href="/">首页</a> <a href="/yw/">要闻</a></nav><article><h1>{title}</h1><div class="meta"><time>{date}</time> 来源：{outlet}</div>
{body}
<p class="editor">责任编辑：{editor}</p></article><footer>版权所有 {outlet}</footer></body></html>`
	tables = `<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{title}</title></head>
<body><table width="960"><tr><td><a href="/">首页</a> | <a href="/jj/">经济</a> | <a href="/sh/">社会</a></td></tr>
<tr><td align="center"><h2>{title}</h2>{date}　来源：{outlet}　作者：{author}</td></tr>
<tr><td><div id="zoom">{body}</div><p align="right">（编辑：{editor}）</p></td></tr></table></body></html>`
	overseas = `<!DOCTYPE html><html lang="{lang}"><head><meta charset="{charset}"><meta property="og:title" content="{title}"><meta property="article:published_time" content="{iso}"><title>{title} | {outlet}</title></head>
<body><header><a href="/">主頁</a></header><main><h1>{title}</h1><p class="byline">{date} 記者 {author}</p><div class="story">
{body}
</div></main></body></html>`
)

var outlets = map[string]outlet{
	"longyuan": {"陇原晨报", "www.longyuan-chenbao.example", "utf-8", "zh-CN", modern},
	"haihe":    {"海河新报", "news.haihe-xinbao.example", "gb2312", "zh-CN", tables},
	"zhujiang": {"珠江晚报", "www.zhujiang-wanbao.example", "gbk", "zh-CN", tables},
	"songliao": {"松辽日报", "www.songliao-ribao.example", "utf-8", "zh-CN", modern},
	"dianxi":   {"滇西时报", "dianxi-shibao.example", "utf-8", "zh-CN", modern},
	"gangwan":  {"港灣早報", "www.gangwan-zaobao.example.hk", "utf-8", "zh-HK", overseas},
	"nanguo":   {"南國新聞", "www.nanguo-xinwen.example.tw", "utf-8", "zh-TW", overseas},
	"farm":     {"每日資訊", "read.meiri-zixun.example", "utf-8", "zh-TW", overseas},
}

func (a *article) url() string { return "http://" + outlets[a.outlet].host + a.path }

// html is the page of an article as its outlet writes it.
func (a *article) html() []byte {
	o := outlets[a.outlet]
	day, clock, _ := strings.Cut(a.date, " ")
	s := strings.NewReplacer("{lang}", o.lang, "{charset}", o.charset, "{title}", a.title, "{outlet}", o.name, "{author}", a.author,
		"{editor}", a.editor, "{date}", a.date, "{iso}", day+"T"+clock+":00+08:00", "{body}", "<p>"+strings.Join(a.paras, "</p>\n<p>")+"</p>").Replace(o.page)
	if o.charset == "utf-8" {
		return []byte(s)
	}
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(s))
	if err != nil {
		log.Fatalf("%s: %v", a.title, err)
	}
	return b
}

// farm annotates a text as content farms do: on the GBK bytes, without regard to where characters begin.
func farm(s string) string {
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(s))
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range annotation {
		char, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(a.char))
		if err != nil {
			log.Fatal(err)
		}
		reading, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte("(" + a.reading + ")"))
		if err != nil {
			log.Fatal(err)
		}
		b = bytes.ReplaceAll(b, char, append(bytes.Clone(char), reading...))
	}
	out, err := simplifiedchinese.GBK.NewDecoder().Bytes(b)
	if err != nil {
		log.Fatal(err)
	}
	return string(out)
}

func all() []article {
	c := copied
	c.paras = articles[2].paras
	f := farmed
	f.title = farm(f.title)
	f.paras = nil
	for _, p := range farmed.paras {
		f.paras = append(f.paras, farm(p))
	}
	list := append([]article{}, articles[:8]...)
	list = append(list, c)
	list = append(list, articles[8:]...)
	return append(list, f)
}

func writeWARC() ([]byte, error) {
	var b bytes.Buffer
	n := 0
	when := time.Date(2024, 10, 1, 2, 0, 0, 0, time.UTC)
	w := warc.NewWriter(&b,
		warc.WithClock(func() time.Time { return when.Add(time.Duration(n) * 7 * time.Second) }),
		warc.WithIDs(func() string { n++; return fmt.Sprintf("urn:uuid:5f0c2c1e-6a5b-4c55-9d3e-%012x", n) }))
	if _, err := w.WriteInfo("news.warc.gz", warc.Header{{Name: "software", Value: "xinwen"}, {Name: "format", Value: "WARC File Format 1.1"}, {Name: "description", Value: "invented articles"}}); err != nil {
		return nil, err
	}
	response := func(url, head string, body []byte) error {
		ref, err := w.Write(&warc.Draft{Type: warc.TypeResponse, URL: url, Head: []byte("HTTP/1.1 " + head + "\r\n\r\n"), Payload: body})
		if err != nil {
			return err
		}
		host, path, _ := strings.Cut(strings.TrimPrefix(url, "http://"), "/")
		_, err = w.Write(&warc.Draft{Type: warc.TypeRequest, URL: url, ConcurrentTo: []string{ref.ID}, Head: []byte("GET /" + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")})
		return err
	}
	var broken warc.Ref
	for i, a := range all() {
		head, body := encode(a.coding, a.html())
		if err := response(a.url(), "200 OK\r\nContent-Type: text/html"+head, body); err != nil {
			return nil, err
		}
		var err error
		switch i {
		case 1:
			err = response("http://www.longyuan-chenbao.example/robots.txt", "200 OK\r\nContent-Type: text/plain", []byte("User-agent: *\nAllow: /\n"))
		case 3:
			err = response("http://www.longyuan-chenbao.example/gone.html", "404 Not Found\r\nContent-Type: text/html", []byte("<h1>没有这一页</h1>"))
		case 4:
			err = response("http://news.haihe-xinbao.example/logo.png", "200 OK\r\nContent-Type: image/png", []byte("\x89PNG\r\n\x1a\n"))
		case 5:
			err = response("http://ferry-times.example/harbour.html", "200 OK\r\nContent-Type: text/html; charset=utf-8", []byte(english))
		case 6:
			broken, err = w.Write(&warc.Draft{Type: warc.TypeResponse, URL: "http://www.songliao-ribao.example/2024/0419/broken.html",
				Head: []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"), Payload: articles[4].html()})
		case 7:
			err = response("http://dianxi-shibao.example/", "302 Found\r\nLocation: /index.html\r\nContent-Type: text/html", nil)
		}
		if err != nil {
			return nil, err
		}
	}
	out := b.Bytes()
	out[broken.Offset+broken.Length-30] ^= 0xFF // as a bad disk leaves it
	return out, nil
}

// encode applies the coding of a response and returns the header lines that tell it.
func encode(coding string, b []byte) (head string, body []byte) {
	var out bytes.Buffer
	switch coding {
	case "gzip":
		z := gzip.NewWriter(&out)
		z.Write(b)
		z.Close()
		return "\r\nContent-Encoding: gzip", out.Bytes()
	case "br":
		z := brotli.NewWriter(&out)
		z.Write(b)
		z.Close()
		return "\r\nContent-Encoding: br", out.Bytes()
	case "chunked":
		for len(b) > 0 {
			n := min(len(b), 700)
			fmt.Fprintf(&out, "%x\r\n%s\r\n", n, b[:n])
			b = b[n:]
		}
		out.WriteString("0\r\n\r\n")
		return "\r\nTransfer-Encoding: chunked", out.Bytes()
	}
	return fmt.Sprintf("\r\nContent-Length: %d", len(b)), b
}

func writeLines() ([]byte, error) {
	type line struct {
		ID         string `json:"id"`
		URL        string `json:"url"`
		Title      string `json:"title,omitempty"`
		Published  string `json:"published,omitempty"`
		Text       string `json:"text,omitempty"`
		HTMLBase64 string `json:"html_base64,omitempty"`
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i, a := range all() {
		l := line{ID: fmt.Sprintf("a%02d", i+1), URL: a.url()}
		if a.textual || a.outlet == "farm" {
			day, _, _ := strings.Cut(a.date, " ")
			l.Title, l.Published, l.Text = a.title, day, strings.Join(a.paras, "\n")
		} else {
			l.HTMLBase64 = base64.StdEncoding.EncodeToString(a.html())
		}
		if err := enc.Encode(l); err != nil {
			return nil, err
		}
		switch i {
		case 5:
			err := enc.Encode(line{ID: "ferry", URL: "http://ferry-times.example/harbour.html", HTMLBase64: base64.StdEncoding.EncodeToString([]byte(english))})
			if err != nil {
				return nil, err
			}
		case 6:
			b.WriteString(`{"id": "broken", "text": "截至4月17日，松原市已备齐` + "\n")
		}
	}
	return b.Bytes(), nil
}

func main() {
	log.SetFlags(0)
	dir := flag.String("dir", "testdata/archive", "directory to write to")
	flag.Parse()
	for name, make := range map[string]func() ([]byte, error){"news.warc.gz": writeWARC, "news.jsonl": writeLines} {
		b, err := make()
		if err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*dir, name), b, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// Command bulk writes an archive of any size out of our own annotated text, for tests of endurance: JSON Lines, or a WARC file
// of pages. Articles are sentences of one subject in a random order, with other figures and other given names each time; one in
// fifty is a copy of an earlier one, one in two hundred is not Chinese. The same flags give the same bytes.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"log"
	"math/rand/v2"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/xinwen-go/xinwen/corpus/warc"
	"github.com/xinwen-go/xinwen/internal/annotated"
)

func main() {
	size := flag.Int64("bytes", 1<<20, "about how many bytes to write")
	format := flag.String("format", "jsonl", "jsonl or warc (not compressed)")
	seed := flag.Uint64("seed", 1, "of the random numbers")
	flag.Parse()
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	if err := write(out, *size, *format, *seed); err != nil {
		log.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func write(out *bufio.Writer, size int64, format string, seed uint64) error {
	g, err := newGenerator(seed)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	id := 0
	w := warc.NewWriter(out, warc.WithoutCompression(), warc.WithIDs(func() string { id++; return fmt.Sprintf("urn:bulk:%d", id) }))
	written := int64(0)
	for n := 1; written < size; n++ {
		a := g.next()
		address := fmt.Sprintf("http://news.bulk.example.cn/%s/%d.html", a.day.Format(time.DateOnly), n)
		switch format {
		case "jsonl":
			doc := map[string]string{"id": fmt.Sprint("bulk-", n), "title": a.title, "text": strings.Join(a.text, "\n"), "published": a.day.Format(time.DateOnly), "url": address}
			if err := enc.Encode(doc); err != nil {
				return err
			}
			written += int64(len(doc["text"]) + 200)
		case "warc":
			page := page(a)
			head := fmt.Sprintf("HTTP/1.1 200 %s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n", http.StatusText(200), len(page))
			if _, err := w.Write(&warc.Draft{Type: warc.TypeResponse, URL: address, Date: a.day, Head: []byte(head), Payload: []byte(page)}); err != nil {
				return err
			}
			written += int64(len(page) + 700)
		default:
			return fmt.Errorf("unknown format %q: it is jsonl or warc", format)
		}
	}
	return nil
}

type article struct {
	title string
	text  []string
	day   time.Time
}

func page(a article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%s_青江在线</title></head><body>\n<div class=\"nav\">", html.EscapeString(a.title))
	for i := range 30 {
		fmt.Fprintf(&b, "<a href=\"/channel/%d/\">频道%d</a> ", i, i)
	}
	fmt.Fprintf(&b, "</div><div class=\"main\"><h1>%s</h1><div class=\"info\">%s　来源：青江日报</div><div class=\"content\">\n", html.EscapeString(a.title), a.day.Format("2006-01-02 15:04"))
	for _, p := range a.text {
		fmt.Fprintf(&b, "<p>　　%s</p>\n", html.EscapeString(p))
	}
	b.WriteString("</div><div class=\"editor\">责任编辑：卓玛</div></div><ul class=\"related\">")
	for i := range 20 {
		fmt.Fprintf(&b, "<li><a href=\"/%d.html\">相关新闻标题第%d条</a></li>", i, i)
	}
	b.WriteString("</ul><div class=\"foot\">版权所有 青江在线 未经许可不得转载</div></body></html>\n")
	return b.String()
}

// generator makes articles.
type generator struct {
	r        *rand.Rand
	subjects [][]annotated.Sentence
	given    []rune
	day      time.Time
	earlier  []article
}

func newGenerator(seed uint64) (*generator, error) {
	sentences, err := annotated.Sentences()
	if err != nil {
		return nil, err
	}
	g := &generator{r: rand.New(rand.NewPCG(seed, seed)), day: time.Date(2005, 1, 1, 8, 0, 0, 0, time.UTC)}
	for i, s := range sentences {
		if i == 0 || s.File != sentences[i-1].File {
			g.subjects = append(g.subjects, nil)
		}
		last := &g.subjects[len(g.subjects)-1]
		*last = append(*last, s)
		for _, w := range s.Words {
			if r := []rune(w.Text); w.Tag == "nr" && len(r) == 3 {
				g.given = append(g.given, r[1:]...)
			}
		}
	}
	return g, nil
}

func (g *generator) next() article {
	g.day = g.day.Add(time.Duration(g.r.IntN(30)) * time.Minute)
	if n := g.r.IntN(200); n == 0 {
		return article{"Notice", []string{"This page is not available in Chinese. Please come back later, or write to the editors."}, g.day}
	} else if n < 5 && len(g.earlier) > 0 {
		a := g.earlier[g.r.IntN(len(g.earlier))]
		a.title, a.day = g.title(), g.day
		a.text = append(a.text[:len(a.text):len(a.text)], "（青江在线 责任编辑：卓玛）")
		return a
	}
	a := article{title: g.title(), day: g.day}
	subject := g.subjects[g.r.IntN(len(g.subjects))]
	for range 3 + g.r.IntN(6) {
		var b strings.Builder
		for range 1 + g.r.IntN(3) {
			g.sentence(&b, subject[g.r.IntN(len(subject))])
		}
		a.text = append(a.text, b.String())
	}
	if len(g.earlier) < 1000 {
		g.earlier = append(g.earlier, a)
	} else {
		g.earlier[g.r.IntN(len(g.earlier))] = a
	}
	return a
}

func (g *generator) title() string {
	return fmt.Sprintf("青江市第%d次重点工作推进会召开", 1+g.r.IntN(100000))
}

// sentence writes a sentence with other figures and other given names.
func (g *generator) sentence(b *strings.Builder, s annotated.Sentence) {
	for _, w := range s.Words {
		r := []rune(w.Text)
		if w.Tag == "nr" && len(r) == 3 {
			r[1], r[2] = g.given[g.r.IntN(len(g.given))], g.given[g.r.IntN(len(g.given))]
		}
		for i, c := range r {
			if '1' <= c && c <= '9' && w.Tag == "m" {
				r[i] = rune('1' + g.r.IntN(9))
			}
		}
		b.WriteString(string(r))
	}
}

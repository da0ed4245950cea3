package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// command runs xinwen in process.
func command(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(context.Background(), args, streams{strings.NewReader(stdin), &out, &errs, false})
	return code, out.String(), errs.String()
}

func lines(t *testing.T, s string) (objects []map[string]any) {
	t.Helper()
	for line := range strings.Lines(s) {
		var o map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &o), line)
		objects = append(objects, o)
	}
	return objects
}

func TestHelpAndVersion(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"analyze", "--help"}} {
		code, out, _ := command(t, "", args...)
		assert.Equal(t, exitClean, code)
		assert.Contains(t, out, "analyze")
	}
	code, out, _ := command(t, "", "version")
	assert.Equal(t, exitClean, code)
	assert.True(t, strings.HasPrefix(out, "xinwen "))
}

func TestUsageErrors(t *testing.T) {
	for _, args := range [][]string{
		{}, {"analyse"}, {"analyze", "--in", "pdf", "-"}, {"analyze", "--only", "figures", "-"}, {"analyze", "--no-such-flag"}, {"analyze", "--max-bytes", "0"}, {"analyze", "--published", "someday", "-"},
	} {
		code, out, errs := command(t, "", args...)
		assert.Equal(t, exitUsage, code, args)
		assert.Empty(t, out, args)
		assert.Contains(t, errs, "xinwen:", args)
	}
}

func TestJSONLines(t *testing.T) {
	page := base64.StdEncoding.EncodeToString([]byte("<html><body><h1>题目</h1><p>县政府上半年投入1.7亿元用于修建农村公路，惠及沿线各乡镇群众，工程计划于明年完工。</p></body></html>"))
	in := strings.Join([]string{
		`{"id":"a","text":"增长5.3%。"}`,
		`not JSON`,
		``,
		`{"id":"b"}`,
		`{"id":3,"html_base64":"` + page + `","published":"2021-04-28"}`,
		`{"id":"c","text":""}`,
		`{"id":"d","text":"好","html":"<p>好</p>"}`,
		`{"id":"e","text":"增长5.3%。","published":"someday"}`,
		`[1,2]`,
		`{"id":"f","text":["x"]}`,
		`{"text":"无名"}`,
	}, "\n")
	code, out, errs := command(t, in, "analyze", "--in", "jsonl", "--out", "jsonl")
	assert.Equal(t, exitFailed, code)
	got := lines(t, out)
	var ids []any
	for _, o := range got {
		ids = append(ids, o["id"])
	}
	assert.Equal(t, []any{"a", "-#2", "b", "3", "c", "d", "e", "-#9", "f", "-#11"}, ids)
	for i, o := range got {
		failed := i != 0 && i != 3 && i != 9
		if failed {
			e := o["error"].(map[string]any)
			assert.NotEmpty(t, e["stage"])
			assert.NotEmpty(t, e["message"])
			assert.Contains(t, errs, o["id"])
		} else {
			assert.NotContains(t, o, "error")
			assert.Contains(t, o, "quantities")
			assert.NotContains(t, o, "tokens")
		}
	}
	for _, s := range []string{"needs exactly one", "the line is a JSON array", "text is a JSON array", "not a JSON object"} {
		assert.Contains(t, errs, s)
	}
	assert.NotContains(t, errs, "Go ")
	assert.NotContains(t, errs, "xinwen: xinwen")
}

func TestOnly(t *testing.T) {
	_, out, _ := command(t, `{"text":"增长5.3%。"}`, "analyze", "--in", "jsonl", "--out", "jsonl", "--only", "tokens, quantities")
	o := lines(t, out)[0]
	for _, key := range []string{"text", "script", "title", "tokens", "quantities"} {
		assert.Contains(t, o, key)
	}
	for _, key := range []string{"repairs", "people", "times", "claims"} {
		assert.NotContains(t, o, key)
	}
}

func TestFilesAndDirectories(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
		return path
	}
	write("b/second.txt", "增长5.3%。")
	write("a.jsonl", "{\"text\":\"一\"}\n{\"text\":\"二\"}\n")
	write("b/picture.png", "\x89PNG")
	write("c.html", "")
	empty := write("empty.txt", "")
	binary := write("x.txt", "\x7FELF\x00\x01\x02\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	odd := write("b/odd.doc", "x")
	code, out, errs := command(t, "", "analyze", "--out", "jsonl", dir, filepath.Join(dir, "missing.txt"), odd)
	assert.Equal(t, exitFailed, code)
	var ids []string
	for _, o := range lines(t, out) {
		ids = append(ids, strings.TrimPrefix(o["id"].(string), dir+string(filepath.Separator)))
	}
	assert.Equal(t, []string{"a.jsonl#1", "a.jsonl#2", "b/second.txt", "c.html", "empty.txt", "x.txt", "missing.txt", "b/odd.doc"}, ids)
	for _, name := range []string{empty, binary, "missing.txt: read: no such file", "say which with --in"} {
		assert.Contains(t, errs, name)
	}
}

func TestHugeLine(t *testing.T) {
	if testing.Short() {
		t.Skip("100 MB")
	}
	in := io.MultiReader(strings.NewReader("{\"id\":\"a\",\"text\":\"增长5%\"}\n"), io.LimitReader(endless{}, 100<<20), strings.NewReader("\n{\"id\":\"b\",\"text\":\"增长6%\"}\n"))
	var out, errs bytes.Buffer
	code := run(context.Background(), []string{"analyze", "--in", "jsonl", "--out", "jsonl", "--max-bytes", "1000000"}, streams{in, &out, &errs, false})
	assert.Equal(t, exitFailed, code)
	got := lines(t, out.String())
	require.Len(t, got, 3)
	assert.Equal(t, "-#2", got[1]["id"])
	assert.Equal(t, "b", got[2]["id"])
	assert.Contains(t, errs.String(), "larger than the limit")

	out.Reset()
	code = run(context.Background(), []string{"analyze", "--in", "text", "--out", "jsonl"}, streams{io.LimitReader(endless{}, 100<<20), &out, &errs, false})
	assert.Equal(t, exitFailed, code)
	assert.Contains(t, lines(t, out.String())[0]["error"].(map[string]any)["message"], "larger than the limit")
}

type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'x'
	}
	return len(b), nil
}

func TestFormatsOfStdin(t *testing.T) {
	_, out, _ := command(t, "{\"id\":\"j\",\"text\":\"增长5%\"}", "analyze", "--out", "jsonl", "-")
	assert.Equal(t, "j", lines(t, out)[0]["id"])
	_, out, _ = command(t, "增长5%", "analyze", "--out", "jsonl")
	assert.Contains(t, lines(t, out)[0]["id"], "sha256:")
	_, out, _ = command(t, "增长5%", "analyze", "--out", "json")
	assert.Contains(t, out, "\n  \"id\"")
}

func TestSummary(t *testing.T) {
	code, out, _ := command(t, "河北区委书记邵国栋说，全区投入帮扶资金1.06亿元。", "analyze", "--published", "2021-04-28")
	assert.Equal(t, exitClean, code)
	for _, s := range []string{"People", "邵国栋", "120105", "106,000,000 CNY", "Claims"} {
		assert.Contains(t, out, s)
	}
	assert.NotContains(t, out, "\x1b")
	_, out, _ = command(t, "增长5%", "analyze", "--color", "always")
	assert.Contains(t, out, "\x1b[")
}

func TestArchives(t *testing.T) {
	for path, want := range map[string]int{"../../testdata/archive/news.jsonl": 17, "../../testdata/archive/news.warc.gz": 17} {
		code, out, errs := command(t, "", "analyze", "--out", "jsonl", "--only", "quantities", path)
		assert.Equal(t, exitFailed, code)
		got := lines(t, out)
		require.Len(t, got, want)
		assert.Equal(t, 1, strings.Count(out, `"error"`))
		assert.Equal(t, 1, strings.Count(errs, "\n"), errs)
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		_, piped, _ := command(t, string(b), "analyze", "--out", "jsonl", "--only", "quantities")
		assert.Equal(t, strings.ReplaceAll(out, `"`+path+"#", `"-#`), piped)
	}
}

func TestKeys(t *testing.T) {
	code, out, errs := command(t, "编号,正文,日期\n7,增长5.3%。,2024/3/5\n", "analyze", "--in", "csv", "--text-key", "正文", "--id-key", "编号", "--published-key", "日期", "--out", "jsonl")
	assert.Equal(t, exitClean, code, errs)
	o := lines(t, out)[0]
	assert.Equal(t, []any{"7", "增长5.3%。", "2024-03-05"}, []any{o["id"], o["text"], o["published"]})
	_, out, _ = command(t, `{"a":{"b":"<html><p>县政府上半年投入1.7亿元用于修建农村公路。"},"u":"http://a.example/","t":"题目"}`, "analyze", "--html-key", "a.b", "--url-key", "u", "--title-key", "t", "--out", "jsonl")
	o = lines(t, out)[0]
	assert.Equal(t, []any{"http://a.example/", "题目"}, []any{o["id"], o["title"]})
	assert.Contains(t, o["text"], "1.7亿元")
	code, _, errs = command(t, "a,b\n1,2\n", "repair", "--in", "csv")
	assert.Equal(t, exitFailed, code)
	assert.Contains(t, errs, "--text-key")
}

// A pipe that is closed early, as by head, is no failure.
func TestClosedPipe(t *testing.T) {
	var errs bytes.Buffer
	code := run(context.Background(), []string{"analyze"}, streams{strings.NewReader("增长5%"), closedPipe{}, &errs, false})
	assert.Equal(t, exitClean, code)
}

// Help is no failure either when the pipe that it is read through closes.
func TestHelpClosedPipe(t *testing.T) {
	var errs bytes.Buffer
	code := run(context.Background(), []string{"analyze", "--help"}, streams{strings.NewReader(""), closedPipe{}, &errs, false})
	assert.Equal(t, exitClean, code)
	assert.Empty(t, errs.String())
}

type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, syscall.EPIPE }

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errs bytes.Buffer
	code := run(ctx, []string{"analyze"}, streams{strings.NewReader("增长5%"), &out, &errs, false})
	assert.Equal(t, exitInterrupted, code)
}

func TestRepairFilter(t *testing.T) {
	code, out, errs := command(t, "河北區(qū)委書記劉志強(qiáng)\n", "repair", "--report")
	assert.Equal(t, exitClean, code)
	assert.Equal(t, "河北區委書記劉志強\n", out)
	assert.Equal(t, "3-7\t3-3\tpinyin\tcertain\t\"(qū)\"\t\"\"\n13-20\t9-9\tpinyin\tcertain\t\"(qiáng)\"\t\"\"\n", errs)
	code, _, errs = command(t, "<html><p>好</p>", "repair")
	assert.Equal(t, exitFailed, code)
	assert.Contains(t, errs, "this is a page")
}

func TestSegmentFilter(t *testing.T) {
	_, out, _ := command(t, "全县投入1.7亿元。\n\n增长5.3%。\n", "segment", "--pos")
	assert.Contains(t, out, "1.7亿/m 元/q 。/w\n\n增长/v 5.3%/m 。/w\n")
	_, out, _ = command(t, "全县投入1.7亿元。", "segment", "--jsonl")
	assert.NotEmpty(t, lines(t, out)[0]["tokens"])
	words := filepath.Join(t.TempDir(), "words.txt")
	require.NoError(t, os.WriteFile(words, []byte("投入1.7\n"), 0o644))
	code, _, errs := command(t, "好", "segment", "--words", words+".missing")
	assert.Equal(t, exitUsage, code)
	assert.NotEmpty(t, errs)
}

func TestClaimsFilter(t *testing.T) {
	const article = "清水县去年投入资金1.06亿元，同比增长5.3%。"
	code, out, _ := command(t, article, "claims", "--format", "csv", "--published", "2021-04-28")
	assert.Equal(t, exitClean, code)
	rows := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, rows, 3)
	assert.Contains(t, rows[0], "id,subject,measure,relation,figure")
	assert.Contains(t, rows[1], "106000000,106000000,CNY")
	assert.Contains(t, rows[2], "increase_by,5.3%,5.3,5.3,%,,,yoy")
	_, out, _ = command(t, article, "claims", "--format", "jsonl")
	assert.Equal(t, "1.06亿元", lines(t, out)[0]["figure"])
	_, out, _ = command(t, article, "claims")
	assert.Contains(t, out, "投入资金 = 1.06亿元")
}

func TestExtractFilter(t *testing.T) {
	page, err := os.ReadFile("../../testdata/notice.html")
	require.NoError(t, err)
	code, out, errs := command(t, string(page), "extract")
	assert.Equal(t, exitClean, code, errs)
	assert.True(t, strings.HasPrefix(out, "本报讯（记者 段明瑞）11月7日"), out)
	_, out, _ = command(t, string(page), "extract", "--format", "markdown")
	assert.True(t, strings.HasPrefix(out, "# 青江水利枢纽二期工程通过验收\n"), out)
	_, out, _ = command(t, string(page), "extract", "--format", "json")
	o := lines(t, out)[0]
	assert.Equal(t, "西川日报", o["outlet"])
	assert.Equal(t, "2023-11-08T09:26:00+08:00", o["published"])
	assert.Equal(t, []any{"卓玛", "孟凡"}, o["editors"])
	code, _, errs = command(t, "", "extract", "../../testdata/meeting.txt")
	assert.Equal(t, exitFailed, code)
	assert.Contains(t, errs, "not a page")
	rules := filepath.Join(t.TempDir(), "rules.toml")
	require.NoError(t, os.WriteFile(rules, []byte("[[rule]\n"), 0o644))
	code, _, errs = command(t, string(page), "extract", "--rules", rules)
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, errs, "rules.toml")
}

func TestExtractOrigins(t *testing.T) {
	page, err := os.ReadFile("../../testdata/notice.html")
	require.NoError(t, err)
	_, out, _ := command(t, string(page), "extract", "--format", "json", "--paths", "--url", "http://news.example.com/1.html")
	o := lines(t, out)[0]
	for _, field := range []string{"charset", "title", "authors", "editors", "outlet", "published", "body", "url"} {
		origin, ok := o["origins"].(map[string]any)[field].(map[string]any)
		require.True(t, ok, field)
		assert.NotEmpty(t, origin["from"], field)
		assert.Positive(t, origin["confidence"], field)
	}
	body := []rune(o["body"].(string))
	paragraphs := o["paragraphs"].([]any)
	require.Len(t, paragraphs, 4)
	p := paragraphs[1].(map[string]any)
	assert.NotEmpty(t, p["path"])
	assert.NotContains(t, string(body[int(p["start"].(float64)):int(p["end"].(float64))]), "\n")
	assert.Equal(t, '\n', body[int(p["start"].(float64))-1])
}

func TestExtractPages(t *testing.T) {
	dir := t.TempDir()
	const head = `<html><head><meta charset="utf-8"><title>大桥合龙_青江在线</title></head><body><h1>大桥合龙</h1><p>3小时前</p>`
	const banner = `<p>本栏目由青江电信冠名播出，欢迎拨打热线，更多精彩内容请到本地服务网点领取，数量有限。</p>`
	var names []string
	for i, story := range []string{"第一座桥昨日合龙，两岸群众奔走相告，受益群众三十万人。", "第二座桥也已动工，总投资十八亿元，计划两年建成通车。", "第三座桥还在勘察，专家们对桥址有三种不同的看法。"} {
		names = append(names, filepath.Join(dir, string(rune('a'+i))+".html"))
		require.NoError(t, os.WriteFile(names[i], []byte(head+"<div><p>"+story+"</p>"+banner+"</div></body></html>"), 0o644))
	}
	code, out, errs := command(t, "", append([]string{"extract", "--stitch", "--format", "json", "--fetched", "2023-11-08T12:00:00+08:00"}, names...)...)
	assert.Equal(t, exitClean, code, errs)
	o := lines(t, out)
	require.Len(t, o, 1)
	assert.Equal(t, "2023-11-08", o[0]["published"])
	assert.Contains(t, o[0]["body"], "第三座桥")
	_, out, errs = command(t, "", append([]string{"extract", "--learn", "--url", "http://news.example.com/1.html"}, names...)...)
	assert.Empty(t, errs)
	assert.NotContains(t, out, "冠名播出")
	assert.Contains(t, out, "第二座桥")
	code, _, errs = command(t, head, "extract", "--learn")
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, errs, "files rather than standard input")
	code, _, errs = command(t, "", "extract", "--learn", names[0])
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, errs, "--url")
	code, _, errs = command(t, head, "extract", "--fetched", "gestern")
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, errs, "--fetched")
}

func TestExtractLinks(t *testing.T) {
	const list = `<ul><li><a href="/a/1.html">青江水利枢纽二期工程通过验收</a> 2023-11-08</li><li><a href="/2.html">全省气温骤降十度注意防寒</a></li></ul>`
	_, out, errs := command(t, list, "extract", "--links", "--url", "http://news.example.com/")
	assert.Empty(t, errs)
	o := lines(t, out)
	require.Len(t, o, 2)
	assert.Equal(t, map[string]any{"title": "青江水利枢纽二期工程通过验收", "url": "http://news.example.com/a/1.html", "date": "2023-11-08"}, o[0])
	assert.Empty(t, o[1]["date"])
}

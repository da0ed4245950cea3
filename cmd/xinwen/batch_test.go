package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// With this in its environment, the test program is the command itself.
const commandVariable = "XINWEN_TEST_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(commandVariable) != "" {
		main()
	}
	os.Exit(m.Run())
}

const someDocuments = `{"id":"a","text":"河北区委书记邵国栋说，全区投入帮扶资金1.06亿元，惠及12个乡镇的群众。会议由区长主持。","published":"2021-04-28"}
{"id":"b","text":"全区投入帮扶資金1.06億元，惠及12個鄉鎮的群眾。會議由區長主持。河北區委書記邵國棟說。","published":"2022-04-28"}
oops
{"id":"c","text":"Nothing of this is Chinese."}
{"id":"d","text":"清水县去年投入资金2.5亿元，同比增长5.3%。","published":"2023-01-02"}
`

func TestBatchFormats(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	require.NoError(t, os.WriteFile(in, []byte(someDocuments), 0o666))
	for _, name := range []string{"o.jsonl", "o.jsonl.gz", "o.jsonl.zst", "o.csv", "o.parquet", "o.sqlite"} {
		out := filepath.Join(dir, name)
		code, stdout, stderr := command(t, "", "batch", in, "-o", out, "--errors", out+".errors")
		assert.Equal(t, exitFailed, code, name)
		assert.Empty(t, stdout)
		assert.Contains(t, stderr, "in.jsonl#3", name)
		assert.Contains(t, stderr, "5 documents in, 4 out (1 not Chinese and left as they are), 1 failed")
		assert.Contains(t, stderr, "characters/s")
		assert.NoDirExists(t, out+".work")
		b, err := os.ReadFile(out + ".errors")
		require.NoError(t, err)
		assert.Contains(t, lines(t, string(b))[0]["id"], "in.jsonl#3")

		code, _, stderr = command(t, "", "batch", in, "-o", out)
		assert.Equal(t, exitUsage, code)
		assert.Contains(t, stderr, "is there already")
		code, _, stderr = command(t, "", "batch", in, "-o", out, "--resume")
		assert.Equal(t, exitClean, code)
		assert.Contains(t, stderr, "nothing to resume")
	}
	b, err := os.ReadFile(filepath.Join(dir, "o.csv", "articles.csv"))
	require.NoError(t, err)
	assert.Equal(t, 5, bytes.Count(b, []byte("\r\n")))
}

func TestBatchOptions(t *testing.T) {
	code, out, stderr := command(t, someDocuments, "batch", "-o", "-", "--since", "2022", "--only", "quantities")
	assert.Equal(t, exitFailed, code)
	got := lines(t, out)
	require.Len(t, got, 3)
	assert.Equal(t, "b", got[0]["id"])
	assert.Contains(t, got[0], "duplicate_of")
	assert.NotContains(t, got[0], "people")
	assert.NotNil(t, got[1]["error"])
	assert.Contains(t, stderr, "dropped: 1 before the time asked for, 1 without a date")
	_, out, _ = command(t, someDocuments, "batch", "-o", "-", "--limit", "1")
	assert.Len(t, lines(t, out), 1)
	dir := t.TempDir()
	t.Chdir(dir)
	for _, args := range [][]string{
		{"-o", "x"}, {"-o", "-", "--format", "csv"}, {"-o", "-", "--resume"}, {"-o", "x.jsonl", "--since", "spring"}, {"-o", "x.jsonl", "--only", "figures"}, {},
	} {
		code, _, errs := command(t, someDocuments, append([]string{"batch"}, args...)...)
		assert.Equal(t, exitUsage, code, args)
		assert.Contains(t, errs, "xinwen:", args)
	}
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, left, "wrong usage leaves files behind")
}

func TestBatchClosedPipe(t *testing.T) {
	var errs bytes.Buffer
	code := run(context.Background(), []string{"batch", "-o", "-"}, streams{strings.NewReader(someDocuments), closedPipe{}, &errs, false})
	assert.Equal(t, exitClean, code, errs.String())
}

// An interrupt ends a run with what is written whole, and the exit status says so.
func TestBatchInterrupt(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "batch", "--in", "jsonl", "-o", "-", "--only", "quantities")
	cmd.Env = append(os.Environ(), commandVariable+"=1")
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	defer in.Close()
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	fmt.Fprintln(in, `{"id":"a","text":"增长5.3%。"}`)
	fmt.Fprintln(in, `{"id":"b","text":"增长5.4%。"}`)
	r := bufio.NewReader(out)
	line, err := r.ReadString('\n')
	require.NoError(t, err)
	assert.Equal(t, "a", lines(t, line)[0]["id"])
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	rest, err := io.ReadAll(r)
	require.NoError(t, err)
	lines(t, string(rest))
	var exit *exec.ExitError
	require.True(t, errors.As(cmd.Wait(), &exit))
	assert.Equal(t, exitInterrupted, exit.ExitCode())
}

// What is damaged or hostile costs the document it is in, and nothing more.
func TestBatchDamagedInputs(t *testing.T) {
	dir := t.TempDir()
	var many strings.Builder
	for i := range 1000 {
		if i%100 == 50 {
			many.WriteString("{\"id\":\"broken\n")
			continue
		}
		fmt.Fprintf(&many, "{\"id\":\"n%d\",\"text\":\"第%d号项目投入资金%d万元。\"}\n", i, i, i*7)
	}
	var packed bytes.Buffer
	gz := gzip.NewWriter(&packed)
	io.WriteString(gz, many.String())
	gz.Close()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a-broken.jsonl"), []byte(many.String()), 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b-cut.jsonl.gz"), packed.Bytes()[:packed.Len()/2], 0o666))
	bomb, err := os.Create(filepath.Join(dir, "c-bomb.zip"))
	require.NoError(t, err)
	z := zip.NewWriter(bomb)
	for _, name := range []string{"bomb.txt", "good.txt"} {
		w, err := z.Create(name)
		require.NoError(t, err)
		if name == "good.txt" {
			io.WriteString(w, "全区投入资金3.5亿元。")
			continue
		}
		_, err = io.CopyN(w, endless{}, 200<<20)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	require.NoError(t, bomb.Close())
	require.NoError(t, os.WriteFile(filepath.Join(dir, "d-good.txt"), []byte("全县投入资金7.5亿元。"), 0o666))

	out := filepath.Join(t.TempDir(), "o.jsonl")
	code, _, stderr := command(t, "", "batch", dir, "-o", out, "--only", "quantities", "--duplicates", "0")
	assert.Equal(t, exitFailed, code)
	b, err := os.ReadFile(out)
	require.NoError(t, err)
	good, failed := 0, map[string]int{}
	for _, o := range lines(t, string(b)) {
		if o["error"] == nil {
			good++
		} else {
			name, _, _ := strings.Cut(filepath.Base(o["id"].(string)), "#")
			failed[name]++
		}
	}
	assert.Equal(t, 10, failed["a-broken.jsonl"], stderr)
	assert.Contains(t, stderr, "b-cut.jsonl.gz")
	assert.Contains(t, stderr, "c-bomb.zip")
	assert.Contains(t, string(b), "3.5亿元")
	assert.Contains(t, string(b), "7.5亿元")
	assert.Greater(t, good, 990+100, "the lines before the cut are there")
}

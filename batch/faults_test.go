package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
	"github.com/xinwen-go/xinwen/export"
)

// With this in its environment, the test program is a run that the tests may kill: the folder and the name of the output.
const runVariable = "XINWEN_BATCH_TEST_RUN"

const killDocuments = 200

func TestMain(m *testing.M) {
	if out := os.Getenv(runVariable); out != "" {
		partDocuments = 20
		c := config(filepath.Dir(out), filepath.Base(out), killDocuments)
		c.Resume = true
		if _, err := Run(context.Background(), c); err != nil && !errors.Is(err, ErrComplete) {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// A run that is killed at any time, and again while it resumes, ends with the bytes of one that was not.
func TestKill(t *testing.T) {
	trials := 10
	if testing.Short() {
		trials = 2
	}
	parts(t, 20)
	wholes := map[string]Config{}
	kills := 0
	var took time.Duration
	for trial := range trials {
		name := outputs[trial%len(outputs)]
		whole, ok := wholes[name]
		if !ok {
			start := time.Now()
			whole = config(t.TempDir(), name, killDocuments)
			_, err := Run(context.Background(), whole)
			require.NoError(t, err)
			wholes[name], took = whole, time.Since(start)
		}
		c := config(t.TempDir(), name, killDocuments)
		r := rand.New(rand.NewPCG(uint64(trial), 1))
		for try := 0; ; try++ {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), runVariable+"="+c.Out)
			var errs bytes.Buffer
			cmd.Stderr = &errs
			require.NoError(t, cmd.Start())
			if try <= trial%2 {
				// Loading takes half a second; the rest of the time is the run and its end.
				time.AfterFunc(time.Duration(r.Int64N(int64(500*time.Millisecond+took))), func() { cmd.Process.Kill() })
			}
			err := cmd.Wait()
			if cmd.ProcessState.Sys().(syscall.WaitStatus).Signaled() {
				kills++
				continue
			}
			require.NoError(t, err, errs.String())
			break
		}
		same(t, tree(t, whole.Out), tree(t, c.Out))
		same(t, tree(t, whole.Errors), tree(t, c.Errors))
		assert.NoDirExists(t, c.Out+".work")
	}
	t.Logf("%d runs were killed %d times", trials, kills)
	assert.Positive(t, kills)
}

// The end of a run is stopped at each of its steps, which a kill seldom meets.
func TestStoppedAtTheEnd(t *testing.T) {
	parts(t, 20)
	for _, name := range []string{"o.jsonl", "o.csv"} {
		whole := config(t.TempDir(), name, 50)
		_, err := Run(context.Background(), whole)
		require.NoError(t, err)
		for step := range 4 {
			c := config(t.TempDir(), name, 50)
			require.NoError(t, c.check())
			l, err := openWork(&c)
			require.NoError(t, err)
			w, err := newWorker(&c)
			require.NoError(t, err)
			_, err = analyze(context.Background(), &c, l, w)
			require.NoError(t, err)
			require.NoError(t, l.close())
			made := filepath.Join(l.dir, logNames[records])
			if name == "o.csv" {
				made = filepath.Join(l.dir, "output")
			}
			switch step {
			case 1: // while the tables are written
				os.Mkdir(filepath.Join(l.dir, "output"), 0o777)
			case 2, 3: // when the output is in its place; while the folder is removed
				if name == "o.csv" {
					_, err := writeTables(context.Background(), &c, l, made)
					require.NoError(t, err)
				}
				require.NoError(t, os.Rename(made, c.Out))
				if step == 3 {
					require.NoError(t, copyFile(c.Errors, filepath.Join(l.dir, logNames[failures])))
					require.NoError(t, os.Remove(filepath.Join(l.dir, manifestName)))
				}
			}
			c.Resume = true
			if _, err = Run(context.Background(), c); step == 3 {
				assert.ErrorIs(t, err, ErrComplete)
			} else {
				require.NoError(t, err)
			}
			same(t, tree(t, whole.Out), tree(t, c.Out))
			same(t, tree(t, whole.Errors), tree(t, c.Errors))
			assert.NoDirExists(t, c.Out+".work")
		}
	}
}

// A manifest whose last line is cut off counts up to the line before.
func TestTornManifest(t *testing.T) {
	parts(t, 10)
	whole := config(t.TempDir(), "o.jsonl", 50)
	_, err := Run(context.Background(), whole)
	require.NoError(t, err)
	for _, cut := range []int{1, 30, 400, 100000} {
		c := config(t.TempDir(), "o.jsonl", 50)
		ctx, docs := cancelAfter(50, 45)
		c.Documents = docs
		_, err := Run(ctx, c)
		require.ErrorIs(t, err, context.Canceled)
		path := filepath.Join(c.Out+".work", manifestName)
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(path, b[:max(0, len(b)-cut)], 0o666))
		c.Documents, c.Resume = archive(50), true
		_, err = Run(context.Background(), c)
		require.NoError(t, err)
		same(t, tree(t, whole.Out), tree(t, c.Out))
	}
}

var realDisk = disk

// failingFile has no room left.
type failingFile struct {
	file
	room *atomic.Int64
}

func (f failingFile) Write(b []byte) (int, error) {
	if n := f.room.Add(-int64(len(b))); n < 0 {
		k, _ := f.file.Write(b[:max(0, len(b)+int(n))]) // what fits is written
		return k, syscall.ENOSPC
	}
	return f.file.Write(b)
}

// failingDisk has room for so many bytes in all.
func failingDisk(room int64) func(string) (file, error) {
	left := new(atomic.Int64)
	left.Store(room)
	return func(path string) (file, error) {
		f, err := realDisk(path)
		return failingFile{f, left}, err
	}
}

// A disk that is full ends the run with an error that says so; when there is room again the run goes on.
func TestFullDisk(t *testing.T) {
	parts(t, 10)
	whole := config(t.TempDir(), "o.jsonl.zst", 60)
	_, err := Run(context.Background(), whole)
	require.NoError(t, err)
	for _, room := range []int64{10, 500, 5000, 9000} {
		c := config(t.TempDir(), "o.jsonl.zst", 60)
		disk = failingDisk(room)
		_, err := Run(context.Background(), c)
		disk = realDisk
		require.ErrorIs(t, err, syscall.ENOSPC)
		c.Resume = true
		_, err = Run(context.Background(), c)
		require.NoError(t, err)
		same(t, tree(t, whole.Out), tree(t, c.Out))
		same(t, tree(t, whole.Errors), tree(t, c.Errors))
	}
}

// outcomes gives what became of each document.
func outcomes(t testing.TB, path string) map[string]export.Document {
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	out := map[string]export.Document{}
	for line := range bytes.Lines(b) {
		var d export.Document
		require.NoError(t, json.Unmarshal(line, &d))
		out[d.Record.ID] = d
	}
	return out
}

// A document that panics, or that does not end, is an error and nothing more.
func TestPanicAndTimeout(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	wait := func(r *xinwen.Record) {
		switch r.ID {
		case "a20":
			panic("injected")
		case "a30", "a31", "a32":
			<-release
		}
	}
	hook.Store(&wait)
	defer hook.Store(nil)
	c := config(t.TempDir(), "o.jsonl", 60)
	c.Timeout = 5 * time.Second
	sum, err := Run(context.Background(), c)
	require.NoError(t, err)
	got := outcomes(t, c.Out)
	require.Len(t, got, 60)
	assert.Equal(t, "filter", got["a20"].Err.Stage)
	assert.Contains(t, got["a20"].Err.Message(), "injected")
	for _, id := range []string{"a30", "a32"} {
		require.NotNil(t, got[id].Err, id)
		assert.Equal(t, "timeout", got[id].Err.Stage)
		assert.Contains(t, got[id].Err.Message(), "5s")
	}
	assert.Nil(t, got["a33"].Err)
	assert.EqualValues(t, 60, sum.Out+sum.Failed)
}

// Documents that never end do not pile up: a run in which too many of them do is ended.
func TestTooManyStuck(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	var under atomic.Int64
	wait := func(*xinwen.Record) {
		under.Add(1)
		<-release
	}
	hook.Store(&wait)
	defer hook.Store(nil)
	c := config(t.TempDir(), "o.jsonl", 60)
	c.Timeout = 10 * time.Millisecond
	_, err := Run(context.Background(), c)
	require.ErrorIs(t, err, ErrStuck)
	assert.LessOrEqual(t, under.Load(), int64(c.Workers+stuck))
}

// A reader that fails in the middle and ends there, and one line in a hundred that is broken: all else is there.
func TestReaderFails(t *testing.T) {
	c := config(t.TempDir(), "o.jsonl", 0)
	docs := func(yield func(*xinwen.Input, error) bool) {
		for i := range 300 {
			in, err := &xinwen.Input{ID: fmt.Sprint("a", i), Text: article(i)}, error(nil)
			if i%100 == 50 {
				in, err = nil, &xinwen.Error{ID: fmt.Sprint("x.jsonl#", i), Stage: "read", Err: errors.New("not a JSON object")}
			}
			if !yield(in, err) {
				return
			}
		}
		yield(&xinwen.Input{ID: "x.jsonl#301"}, fmt.Errorf("read x.jsonl: %w", io.ErrUnexpectedEOF))
	}
	c.Documents = func(skip int64) iter.Seq2[*xinwen.Input, error] { return after(skip, docs) }
	var told []string
	c.Failed = func(e *xinwen.Error) { told = append(told, e.ID) }
	sum, err := Run(context.Background(), c)
	require.NoError(t, err)
	assert.Equal(t, []string{"x.jsonl#50", "x.jsonl#150", "x.jsonl#250", "x.jsonl#301"}, told)
	assert.EqualValues(t, 297, sum.Out)
	got := outcomes(t, c.Out)
	assert.Len(t, got, 301)
	b, err := os.ReadFile(c.Errors)
	require.NoError(t, err)
	assert.Equal(t, 4, strings.Count(string(b), "\n"))
}

// A pipe that is closed is an error that the caller can tell.
func TestClosedPipe(t *testing.T) {
	c := config(t.TempDir(), "o.jsonl", 100)
	c.Out, c.Stdout = Stdout, closedPipe{}
	_, err := Run(context.Background(), c)
	assert.ErrorIs(t, err, syscall.EPIPE)
	var out bytes.Buffer
	c.Stdout = &out
	_, err = Run(context.Background(), c)
	require.NoError(t, err)
	assert.Equal(t, 100, strings.Count(out.String(), "\n"))
}

type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, syscall.EPIPE }

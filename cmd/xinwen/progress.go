package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"github.com/xinwen-go/xinwen/batch"
)

// progress shows how far a run is: a bar on a terminal, else a line every few seconds.
type progress struct {
	out      io.Writer
	size     int64         // bytes of the inputs; 0 where unknown
	consumed *atomic.Int64 // bytes of them that are read
	limit    int64         // documents to read; 0 is all
	told     time.Time     // when the last line was written

	bars *mpb.Progress // nil where out is no terminal
	bar  *mpb.Bar
	line atomic.Pointer[string] // what stands behind the bar

	writing bool // tables are written
	begin   step // of what is going on
}

// step is how far something is at a time.
type step struct {
	at         time.Time
	docs, done int64
}

// every is the time between two lines.
const every = 5 * time.Second

func newProgress(out io.Writer, size int64, consumed *atomic.Int64, limit int64) *progress {
	p := &progress{out: out, size: size, consumed: consumed, limit: limit, told: time.Now()}
	if f, ok := out.(*os.File); ok && isTerminal(f) {
		p.bars = mpb.New(mpb.WithOutput(f), mpb.WithRefreshRate(200*time.Millisecond))
	}
	return p
}

// show is called now and then.
func (p *progress) show(now batch.Progress) {
	here := step{time.Now(), now.In, p.consumed.Load()}
	total, verb := p.size, "analysed"
	if p.limit > 0 {
		here.done, total = now.In, p.limit
	}
	if now.Writing {
		here.docs, here.done, total, verb = now.Written, now.Written, now.Out+now.Failed, "written"
	}
	fresh := p.begin.at.IsZero() || now.Writing != p.writing
	if fresh {
		p.begin, p.writing = here, now.Writing
	}
	line := fmt.Sprintf("%d documents %s%s", here.docs, verb, p.begin.pace(here, total))
	p.line.Store(&line)
	if fresh && p.bars != nil {
		p.end()
		p.bar = p.bars.AddBar(total, mpb.BarRemoveOnComplete(), mpb.PrependDecorators(decor.Percentage(decor.WC{W: 5})),
			mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { return " " + *p.line.Load() })))
	}
	switch {
	case p.bars != nil:
		p.bar.SetCurrent(here.done)
	case here.at.Sub(p.told) >= every:
		p.told = here.at
		if total > 0 {
			line += fmt.Sprintf(" (%d %%)", min(100, 100*here.done/total))
		}
		fmt.Fprintln(p.out, "xinwen:", line)
	}
}

// pace tells the rate, and the time that is left where the total is known.
func (s step) pace(now step, total int64) string {
	seconds := now.at.Sub(s.at).Seconds()
	if seconds < 0.5 {
		return ""
	}
	text := fmt.Sprintf(", %.0f/s", float64(now.docs-s.docs)/seconds)
	if done := now.done - s.done; done > 0 && now.done < total {
		left := time.Duration(seconds * float64(total-now.done) / float64(done) * float64(time.Second))
		text += fmt.Sprintf(", %v left", left.Round(time.Second))
	}
	return text
}

// tell writes a line, above the bar where there is one.
func (p *progress) tell(line string) {
	if p.bars != nil {
		p.bars.Write([]byte(line + "\n"))
		return
	}
	fmt.Fprintln(p.out, line)
}

// end removes the bar.
func (p *progress) end() {
	if p.bar != nil {
		p.bar.Abort(true)
		p.bar.Wait()
	}
}

// close ends the showing.
func (p *progress) close() {
	p.end()
	if p.bars != nil {
		p.bars.Wait()
	}
}

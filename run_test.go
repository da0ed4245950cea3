package xinwen_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen"
)

// docs yields n small documents; the ones for which bad says so cannot be read.
func docs(n int, bad func(i int) bool) iter.Seq2[*xinwen.Input, error] {
	return func(yield func(*xinwen.Input, error) bool) {
		for i := range n {
			in := &xinwen.Input{ID: fmt.Sprint(i), Text: fmt.Sprintf("第%d篇：增长5.3%%。", i)}
			var err error
			if bad != nil && bad(i) {
				err = errors.New("line is not JSON")
			}
			if !yield(in, err) {
				return
			}
		}
	}
}

func pipeline(t testing.TB, opts ...xinwen.Option) *xinwen.Pipeline {
	p, err := xinwen.New(opts...)
	require.NoError(t, err)
	return p
}

func TestRunKeepsOrderAndGoesOn(t *testing.T) {
	p := pipeline(t, xinwen.Only(xinwen.Quantities), xinwen.WithWorkers(4))
	n := 0
	for rec, err := range p.Run(context.Background(), docs(200, func(i int) bool { return i%7 == 3 })) {
		require.Equal(t, fmt.Sprint(n), rec.ID)
		if n%7 == 3 {
			var e *xinwen.Error
			require.ErrorAs(t, err, &e)
			assert.Equal(t, "read", e.Stage)
			assert.Equal(t, rec.ID, e.ID)
		} else {
			require.NoError(t, err)
			require.NotEmpty(t, rec.Quantities)
		}
		n++
	}
	assert.Equal(t, 200, n)
}

// A bubble of synctest fails if a goroutine is left in it.
func TestRunLeaksNothing(t *testing.T) {
	p := pipeline(t, xinwen.Only(xinwen.Quantities), xinwen.WithWorkers(3))
	synctest.Test(t, func(t *testing.T) {
		for range p.Run(context.Background(), docs(1000, nil)) {
			break
		}
	})
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		n := 0
		for _, err := range p.Run(ctx, docs(1_000_000, nil)) {
			require.NoError(t, err)
			if n++; n == 10 {
				cancel()
			}
		}
		assert.Less(t, n, 300) // what is under way: two groups a worker, not the million
	})
}

func TestProcessErrors(t *testing.T) {
	p := pipeline(t, xinwen.WithMaxBytes(1000))
	for name, c := range map[string]struct {
		in    xinwen.Input
		cause error
		stage string
	}{
		"empty":     {xinwen.Input{}, xinwen.ErrEmpty, "input"},
		"blank":     {xinwen.Input{Text: " \n\t"}, xinwen.ErrEmpty, "input"},
		"too large": {xinwen.Input{Text: strings.Repeat("大", 400)}, xinwen.ErrTooLarge, "input"},
		"binary":    {xinwen.Input{Plain: []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x02\x03\x04")}, xinwen.ErrBinary, "input"},
		"pdf":       {xinwen.Input{Plain: []byte("%PDF-1.7 …")}, xinwen.ErrBinary, "input"},
		"published": {xinwen.Input{Text: "好", Published: "last Tuesday"}, nil, "input"},
	} {
		t.Run(name, func(t *testing.T) {
			c.in.ID = "doc-7"
			rec, err := p.Process(context.Background(), &c.in)
			var e *xinwen.Error
			require.ErrorAs(t, err, &e)
			assert.Equal(t, "doc-7", e.ID)
			assert.Equal(t, "doc-7", rec.ID)
			assert.Equal(t, c.stage, e.Stage)
			if c.cause != nil {
				assert.ErrorIs(t, err, c.cause)
			}
		})
	}
}

// What a page tells from the moment of its capture is resolved against it.
func TestCaptured(t *testing.T) {
	p, err := xinwen.New(xinwen.Only())
	require.NoError(t, err)
	page := []byte(`<html><body><h1>青江水利枢纽通过验收</h1><p>来源：西川日报　2天前</p><p>青江水利枢纽二期工程通过竣工验收，灌溉面积扩大，下游各县的农田用水有了保障，工程计划明年全部投入使用。</p></body></html>`)
	rec, err := p.Process(t.Context(), &xinwen.Input{HTML: page, Captured: time.Date(2024, 5, 20, 4, 0, 0, 0, time.UTC)})
	require.NoError(t, err)
	assert.Equal(t, "2024-05-18", rec.Published)
	rec, err = p.Process(t.Context(), &xinwen.Input{HTML: page})
	require.NoError(t, err)
	assert.Empty(t, rec.Published)
}

func TestOptions(t *testing.T) {
	for name, o := range map[string]xinwen.Option{
		"part": xinwen.Only("figures"), "workers": xinwen.WithWorkers(0), "size": xinwen.WithMaxBytes(0),
	} {
		_, err := xinwen.New(o)
		assert.Error(t, err, name)
	}
	rec, err := pipeline(t, xinwen.Only(xinwen.Tokens)).Process(context.Background(), &xinwen.Input{Text: "河北區(qū)委書記"})
	require.NoError(t, err)
	assert.NotNil(t, rec.Tokens)
	assert.Nil(t, rec.People)
	assert.Nil(t, rec.Repairs)
	rec, err = pipeline(t, xinwen.WithoutRepair()).Process(context.Background(), &xinwen.Input{Text: "河北區(qū)委書記"})
	require.NoError(t, err)
	assert.Equal(t, "河北區(qū)委書記", rec.Text)
}

func TestIDFallsBack(t *testing.T) {
	p := pipeline(t, xinwen.Only(xinwen.Quantities))
	for want, in := range map[string]xinwen.Input{
		"a":                   {ID: "a", URL: "http://example.com/", Source: "f#1", Text: "好"},
		"http://example.com/": {URL: "http://example.com/", Source: "f#1", Text: "好"},
		"f#1":                 {Source: "f#1", Text: "好"},
		"sha256:":             {Text: "好"},
	} {
		rec, err := p.Process(context.Background(), &in)
		require.NoError(t, err)
		if strings.HasPrefix(want, "sha256:") {
			assert.Len(t, rec.ID, len("sha256:")+32)
			continue
		}
		assert.Equal(t, want, rec.ID)
	}
}

func TestInvalidUTF8Survives(t *testing.T) {
	rec, err := pipeline(t).Process(context.Background(), &xinwen.Input{Text: "河北区委书记刘\xff志强说，增长5.3%。\xe6"})
	require.NoError(t, err)
	b, err := rec.MarshalJSON()
	require.NoError(t, err)
	assert.Contains(t, string(b), "5.3%")
}

package text

import (
	"errors"
	"fmt"
	"sort"
	"unicode/utf8"
)

// Span is a half-open range of bytes, [Start, End). Unless a function says otherwise it indexes [Text.String].
type Span struct{ Start, End int }

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Run is one place where text differs from raw: the bytes Raw of the raw string became the bytes Text of the text.
// Either may be empty. What lies between two runs is the same in both.
type Run struct{ Raw, Text Span }

// Text is one document in its three forms: raw (as ingested), text (repaired, in its own script) and folded (for
// analysis). It is immutable and safe for concurrent use; the slices it returns must not be written to.
//
// Folded has exactly one rune for each rune of text (an invalid byte counts as one rune, U+FFFD), so rune indexes are
// common to both; offsets in bytes are those of text.
type Text struct {
	raw, str string
	folded   []rune
	offsets  []int32 // byte offset of each rune of str, and len(str) at the end
	runs     []Run   // ordered, disjoint
}

// MaxLen is the longest text, in bytes, that New accepts.
const MaxLen = 1<<31 - 1

// ErrTooLong is returned for a text longer than MaxLen.
var ErrTooLong = errors.New("text: longer than 2 GiB")

// New returns the Text of a string that needed no repair. It cuts a string longer than MaxLen; callers that may meet
// one should check first.
func New(s string) *Text {
	if len(s) > MaxLen {
		s = s[:MaxLen]
	}
	t := &Text{raw: s, str: s}
	t.fold()
	return t
}

// NewAligned returns the Text of a raw string and what repair made of it. The runs must be ordered and disjoint, lie
// inside both strings, and account for every difference between them; otherwise it returns an error.
func NewAligned(raw, str string, runs []Run) (*Text, error) {
	if len(raw) > MaxLen || len(str) > MaxLen {
		return nil, ErrTooLong
	}
	var r, s int
	for i, run := range append(runs[:len(runs):len(runs)], Run{Span{len(raw), len(raw)}, Span{len(str), len(str)}}) {
		if run.Raw.Start < r || run.Text.Start < s || run.Raw.Len() < 0 || run.Text.Len() < 0 ||
			run.Raw.End > len(raw) || run.Text.End > len(str) {
			return nil, fmt.Errorf("text: run %d (raw %v, text %v) is out of order or out of range", i, run.Raw, run.Text)
		}
		if raw[r:run.Raw.Start] != str[s:run.Text.Start] {
			return nil, fmt.Errorf("text: raw and text differ before run %d (raw %v, text %v)", i, run.Raw, run.Text)
		}
		r, s = run.Raw.End, run.Text.End
	}
	t := &Text{raw: raw, str: str, runs: runs}
	t.fold()
	return t, nil
}

func (t *Text) fold() {
	n := utf8.RuneCountInString(t.str)
	t.folded = make([]rune, 0, n)
	t.offsets = make([]int32, 0, n+1)
	for i, r := range t.str {
		t.offsets = append(t.offsets, int32(i))
		t.folded = append(t.folded, Fold(r))
	}
	t.offsets = append(t.offsets, int32(len(t.str)))
}

// String returns the text form, which every public span indexes.
func (t *Text) String() string { return t.str }

// Raw returns the document as it was ingested.
func (t *Text) Raw() string { return t.raw }

// Folded returns the folded runes: rune i is the folded form of rune i of the text. The slice is shared: do not write to it.
func (t *Text) Folded() []rune { return t.folded }

// Len is the number of runes of the text.
func (t *Text) Len() int { return len(t.folded) }

// Runs returns the places where text and raw differ, in order. The slice is shared: do not write to it.
func (t *Text) Runs() []Run { return t.runs }

// Offset returns the byte offset of rune i. i may be Len, which gives the length of the text.
func (t *Text) Offset(i int) int { return int(t.offsets[i]) }

// Rune returns the index of the rune that starts at, or contains, byte offset off. The length of the text gives Len.
func (t *Text) Rune(off int) int {
	return sort.Search(len(t.offsets), func(i int) bool { return int(t.offsets[i]) > off }) - 1
}

// Span returns the byte span of the runes [i, j).
func (t *Text) Span(i, j int) Span { return Span{int(t.offsets[i]), int(t.offsets[j])} }

// Slice returns the surface string of a span.
func (t *Text) Slice(s Span) string { return t.str[s.Start:s.End] }

// SliceRunes returns the surface string of the runes [i, j).
func (t *Text) SliceRunes(i, j int) string { return t.str[t.offsets[i]:t.offsets[j]] }

// RawSpan returns the bytes of raw that a span of the text came from. A span that touches the inside of a run takes in the
// whole of the run's raw bytes; a run that removed bytes at the very edge of the span is left outside.
func (t *Text) RawSpan(s Span) Span {
	return Span{t.toRaw(s.Start, false), max(t.toRaw(s.End, true), t.toRaw(s.Start, false))}
}

// toRaw maps a byte offset of text to raw; end tells that it closes a span.
func (t *Text) toRaw(off int, end bool) int {
	// k is the first run that ends after off (for a start) or that ends at or after it (for an end).
	k := sort.Search(len(t.runs), func(i int) bool {
		if end {
			return t.runs[i].Text.End >= off
		}
		return t.runs[i].Text.End > off
	})
	if k < len(t.runs) {
		if run := t.runs[k]; run.Text.Start < off || (!end && run.Text.Start == off && !run.Text.Empty()) {
			if end {
				return run.Raw.End
			}
			return run.Raw.Start
		}
	}
	if k == 0 {
		return off
	}
	prev := t.runs[k-1]
	return prev.Raw.End + off - prev.Text.End
}

// TextSpan returns the bytes of the text that a span of raw became. A span that touches the inside of a run takes in the
// whole of what the run became.
func (t *Text) TextSpan(raw Span) Span {
	start := t.fromRaw(raw.Start, false)
	return Span{start, max(t.fromRaw(raw.End, true), start)}
}

func (t *Text) fromRaw(off int, end bool) int {
	k := sort.Search(len(t.runs), func(i int) bool {
		if end {
			return t.runs[i].Raw.End >= off
		}
		return t.runs[i].Raw.End > off
	})
	if k < len(t.runs) {
		if run := t.runs[k]; run.Raw.Start < off || (!end && run.Raw.Start == off && !run.Raw.Empty()) {
			if end {
				return run.Text.End
			}
			return run.Text.Start
		}
	}
	if k == 0 {
		return off
	}
	prev := t.runs[k-1]
	return prev.Text.End + off - prev.Raw.End
}

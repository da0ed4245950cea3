package repair

import "github.com/xinwen-go/xinwen/text"

// rewriter writes a changed copy of a string and notes the edits. The zero value with src set is ready.
type rewriter struct {
	src   string
	out   []byte
	done  int // bytes of src that out stands for
	edits []Edit
}

// keep copies src up to end.
func (w *rewriter) keep(end int) {
	w.out = append(w.out, w.src[w.done:end]...)
	w.done = end
}

// replace writes repl in place of src[start:end], after what stands before it.
func (w *rewriter) replace(start, end int, repl string, kind Kind, certain bool) {
	w.keep(start)
	at := len(w.out)
	w.out = append(w.out, repl...)
	w.done = end
	w.edits = append(w.edits, Edit{
		Run:     text.Run{Raw: text.Span{Start: start, End: end}, Text: text.Span{Start: at, End: len(w.out)}},
		Kind:    kind,
		Certain: certain,
	})
}

// finish returns the copy and its edits; src itself where nothing changed.
func (w *rewriter) finish() (string, []Edit) {
	if len(w.edits) == 0 {
		return w.src, nil
	}
	w.keep(len(w.src))
	return string(w.out), w.edits
}

// compose joins the edits of two passes, raw to mid and mid to out, into edits from raw to out. Edits that meet in mid
// become one of the kind of the later pass.
func compose(first, second []Edit) []Edit {
	switch {
	case len(first) == 0:
		return second
	case len(second) == 0:
		return first
	}
	out := make([]Edit, 0, len(first)+len(second))
	var toRaw, toOut int // raw minus mid and out minus mid behind the edits passed
	i, j := 0, 0
	for i < len(first) || j < len(second) {
		switch {
		case j == len(second) || i < len(first) && first[i].Text.End <= second[j].Raw.Start:
			e := first[i]
			toRaw = e.Raw.End - e.Text.End
			e.Text.Start += toOut
			e.Text.End += toOut
			out = append(out, e)
			i++
		case i == len(first) || second[j].Raw.End <= first[i].Text.Start:
			e := second[j]
			toOut = e.Text.End - e.Raw.End
			e.Raw.Start += toRaw
			e.Raw.End += toRaw
			out = append(out, e)
			j++
		default:
			e := Edit{Kind: second[j].Kind, Certain: true}
			start := min(first[i].Text.Start, second[j].Raw.Start)
			e.Raw.Start, e.Text.Start = start+toRaw, start+toOut
			end := start
			for {
				switch {
				case i < len(first) && (first[i].Text.Start < end || first[i].Text.Start == start && end == start):
					end = max(end, first[i].Text.End)
					e.Certain = e.Certain && first[i].Certain
					toRaw = first[i].Raw.End - first[i].Text.End
					i++
					continue
				case j < len(second) && (second[j].Raw.Start < end || second[j].Raw.Start == start && end == start):
					end = max(end, second[j].Raw.End)
					e.Certain = e.Certain && second[j].Certain
					toOut = second[j].Text.End - second[j].Raw.End
					j++
					continue
				}
				break
			}
			e.Raw.End, e.Text.End = end+toRaw, end+toOut
			out = append(out, e)
		}
	}
	return out
}

package lexicon

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
)

const magic = "xwl2"

// Encode writes a lexicon. Words must be distinct and not empty; they may come in any order. Equal words give equal bytes.
func Encode(tags []string, entries []Entry) ([]byte, error) {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b Entry) int { return slices.Compare([]rune(a.Word), []rune(b.Word)) })
	// Columns compress better than rows: shared prefix and suffix lengths, costs, tags, runes.
	var shared, lengths, runes, costs, pos, more []byte
	var prev []rune
	states := 0
	for i, e := range entries {
		word := []rune(e.Word)
		if len(word) == 0 || len(word) > 0xFF || (i > 0 && e.Word == entries[i-1].Word) {
			return nil, fmt.Errorf("lexicon: word %d (%q) is empty, too long or given twice", i, e.Word)
		}
		if int(e.Tag) >= len(tags) || int(e.More) > len(tags) {
			return nil, fmt.Errorf("lexicon: word %q: no tag %d", e.Word, max(e.Tag, e.More))
		}
		n := 0
		for n < len(prev) && n < len(word) && prev[n] == word[n] {
			n++
		}
		shared, lengths = append(shared, byte(n)), append(lengths, byte(len(word)-n))
		states += len(word) - n
		for k, r := range word[n:] {
			if k == 0 && n < len(prev) { // it follows, in order, the rune whose place it takes
				r -= prev[n]
			}
			runes = binary.AppendUvarint(runes, uint64(r))
		}
		costs, pos, more = append(costs, e.Cost), append(pos, e.Tag), append(more, e.More)
		prev = word
	}
	var out bytes.Buffer
	out.WriteString(magic)
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	head := binary.AppendUvarint(nil, uint64(len(entries)))
	head = binary.AppendUvarint(head, uint64(states))
	head = binary.AppendUvarint(head, uint64(len(tags)))
	for _, t := range tags {
		head = append(append(head, byte(len(t))), t...)
	}
	for _, column := range [][]byte{head, shared, lengths, costs, pos, more, runes} {
		if _, err := w.Write(column); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

var errBroken = errors.New("lexicon: truncated or not a lexicon")

// Decode reads what Encode wrote.
func Decode(b []byte) (*Lexicon, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, errBroken
	}
	b, err := io.ReadAll(flate.NewReader(bytes.NewReader(b[len(magic):])))
	if err != nil {
		return nil, errBroken
	}
	uvarint := func() int {
		v, n := binary.Uvarint(b)
		if n <= 0 || v > 1<<28 {
			err, b = errBroken, nil
			return 0
		}
		b = b[n:]
		return int(v)
	}
	n, states, numTags := uvarint(), uvarint(), uvarint()
	var tags []string
	for range numTags {
		if len(b) == 0 || int(b[0]) >= len(b) {
			return nil, errBroken
		}
		tags = append(tags, string(b[1:1+int(b[0])]))
		b = b[1+int(b[0]):]
	}
	if err != nil || len(b) < 5*n || states > len(b) {
		return nil, errBroken
	}
	shared, lengths, costs, pos, more := b[:n], b[n:2*n], b[2*n:3*n], b[3*n:4*n], b[4*n:5*n]
	b = b[5*n:]
	l, err := sized(tags, states)
	if err != nil {
		return nil, err
	}
	var word [256]rune
	var path [257]Node // path[k] is the state after k runes of word; path[0] is the root
	length := 0
	for i := range n {
		p, add := int(shared[i]), int(lengths[i])
		if p > length || add == 0 || p+add > 0xFF {
			return nil, errBroken
		}
		for k := p; k < p+add; k++ {
			r := rune(uvarint())
			if k == p && p < length {
				r += word[p]
			}
			word[k] = r
			if path[k+1], err = l.add(path[k], r); err != nil {
				return nil, err
			}
		}
		length = p + add
		if err := l.set(path[length], costs[i], pos[i], more[i]); err != nil {
			return nil, errBroken
		}
	}
	if err != nil || len(b) != 0 {
		return nil, errBroken
	}
	return l, nil
}

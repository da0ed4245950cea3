package main

import (
	"bytes"
	"compress/flate"
	"encoding/binary"

	"github.com/xinwen-go/xinwen/internal/trie"
)

// pack writes the form that package gazetteer decodes.
func (t *table) pack(names []*name) ([]byte, error) {
	var b []byte
	num := func(v int) { b = binary.AppendUvarint(b, uint64(v)) }
	str := func(s string) { num(len(s)); b = append(b, s...) }
	num(len(t.divisions))
	for _, u := range t.divisions {
		str(u.code)
		str(u.name)
		num(len(u.short))
		num(int(u.level))
		num(int(u.kind))
		num(int(u.grade))
		if u.parent == nil {
			num(0)
		} else {
			num(u.parent.id + 1)
		}
		num(u.from)
		num(u.to)
		num(len(u.successors))
		for _, s := range u.successors {
			num(s.id)
		}
	}
	num(len(names))
	words, values := make([]string, len(names)), make([]uint32, len(names))
	for i, n := range names {
		words[i], values[i] = n.text, uint32(i)
		if n.common {
			num(1)
		} else {
			num(0)
		}
		num(len(n.meanings))
		for _, m := range n.meanings {
			num(m.unit.id)
			num(int(m.form))
		}
	}
	tr, err := trie.Build(words, values)
	if err != nil {
		return nil, err
	}
	cells, err := tr.MarshalBinary()
	if err != nil {
		return nil, err
	}
	b = append(b, cells...)
	var w bytes.Buffer
	z, err := flate.NewWriter(&w, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(b); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return w.Bytes(), nil
}

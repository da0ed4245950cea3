package tagger

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"slices"
)

// Weights are the trained weights of features: of the labels of characters, and of the tags of words.
type Weights struct {
	Classes *Classes
	Char    []CharWeight // by rising key, keys distinct
	Moves   [NumLabels][NumLabels]int16
	Word    []WordWeight // by rising key, then tag
	Sure    []SureWord   // by rising hash, hashes distinct
	Name    []NameWeight // by rising key, keys distinct
}

// CharWeight is what a feature says for each label.
type CharWeight struct {
	Key    uint32
	Labels [NumLabels]int8
	Heat   uint8 // how often it was seen in training, as a binary logarithm, at most MaxHeat
}

// MaxHeat is the heat of the features that are seen most.
const MaxHeat = 8

// WordWeight is what a feature says for one tag.
type WordWeight struct {
	Key    uint32
	Tag    uint8
	Weight int8
}

// NameWeight is what a feature of a candidate says for a person name.
type NameWeight struct {
	Key    uint32
	Weight int8
}

// SureWord is a word that has one part of speech only, by its [WordHash].
type SureWord struct {
	Hash uint32
	Tag  uint8
}

const weightsMagic = "xww4"

// MarshalBinary encodes the weights: in columns, keys by their distance, then compressed.
func (w *Weights) MarshalBinary() ([]byte, error) {
	var head, keys []byte
	runes := make([]rune, 0, len(w.Classes.byRune))
	for r := range w.Classes.byRune {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	head = binary.AppendUvarint(head, uint64(len(runes)))
	last := rune(0)
	for _, r := range runes {
		c := w.Classes.byRune[r]
		head = append(binary.AppendUvarint(head, uint64(r-last)), c.Name, c.Shape, c.Head, c.Tail, byte(c.Odds.Surname), byte(c.Odds.First), byte(c.Odds.Second), byte(c.Odds.Single))
		last = r
	}
	for _, row := range w.Moves {
		for _, v := range row {
			head = binary.AppendVarint(head, int64(v))
		}
	}
	head = binary.AppendUvarint(head, uint64(len(w.Sure)))
	before := uint32(0)
	for _, c := range w.Sure {
		head = append(binary.AppendUvarint(head, uint64(c.Hash-before)), c.Tag)
		before = c.Hash
	}
	head = binary.AppendUvarint(head, uint64(len(w.Char)))
	head = binary.AppendUvarint(head, uint64(len(w.Word)))
	head = binary.AppendUvarint(head, uint64(len(w.Name)))
	columns := [NumLabels + 4][]byte{}
	prev := uint32(0)
	for _, c := range w.Char {
		keys = binary.AppendUvarint(keys, uint64(c.Key-prev))
		prev = c.Key
		for l, v := range c.Labels {
			columns[l] = append(columns[l], byte(v))
		}
		columns[NumLabels] = append(columns[NumLabels], c.Heat)
	}
	prev = 0
	for _, c := range w.Word {
		keys = binary.AppendUvarint(keys, uint64(c.Key-prev))
		prev = c.Key
		columns[NumLabels+1] = append(columns[NumLabels+1], c.Tag)
		columns[NumLabels+2] = append(columns[NumLabels+2], byte(c.Weight))
	}
	prev = 0
	for _, c := range w.Name {
		keys = binary.AppendUvarint(keys, uint64(c.Key-prev))
		prev = c.Key
		columns[NumLabels+3] = append(columns[NumLabels+3], byte(c.Weight))
	}
	var out bytes.Buffer
	out.WriteString(weightsMagic)
	z, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	for _, c := range append(append([][]byte{head}, columns[:]...), keys) {
		if _, err := z.Write(c); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

var errWeights = errors.New("tagger: truncated or not weights")

// UnmarshalBinary decodes what MarshalBinary wrote.
func (w *Weights) UnmarshalBinary(b []byte) error {
	if len(b) < len(weightsMagic) || string(b[:len(weightsMagic)]) != weightsMagic {
		return errWeights
	}
	b, err := io.ReadAll(flate.NewReader(bytes.NewReader(b[len(weightsMagic):])))
	if err != nil {
		return errWeights
	}
	uvarint := func() uint64 {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			err, b = errWeights, nil
			return 0
		}
		b = b[n:]
		return v
	}
	classes := map[rune]Class{}
	r := rune(0)
	for range uvarint() {
		r += rune(uvarint())
		if len(b) < 8 || err != nil {
			return errWeights
		}
		classes[r] = Class{b[0], b[1], b[2], b[3], Odds{int8(b[4]), int8(b[5]), int8(b[6]), int8(b[7])}}
		b = b[8:]
	}
	w.Classes = NewClasses(classes)
	for i := range w.Moves {
		for j := range w.Moves[i] {
			v, n := binary.Varint(b)
			if n <= 0 {
				return errWeights
			}
			w.Moves[i][j] = int16(v)
			b = b[n:]
		}
	}
	w.Sure = nil
	hash := uint32(0)
	for range uvarint() {
		hash += uint32(uvarint())
		if len(b) == 0 {
			return errWeights
		}
		w.Sure = append(w.Sure, SureWord{hash, b[0]})
		b = b[1:]
	}
	nc, nw, nn := int(uvarint()), int(uvarint()), int(uvarint())
	if err != nil || min(nc, nw, nn) < 0 || max(nc, nw, nn) > len(b) || nc*(NumLabels+1)+nw*2+nn > len(b) {
		return errWeights
	}
	w.Char, w.Word, w.Name = make([]CharWeight, nc), make([]WordWeight, nw), make([]NameWeight, nn)
	for l := range NumLabels {
		for i := range w.Char {
			w.Char[i].Labels[l] = int8(b[l*nc+i])
		}
	}
	b = b[NumLabels*nc:]
	for i := range w.Char {
		if w.Char[i].Heat = b[i]; b[i] > MaxHeat {
			return errWeights
		}
	}
	b = b[nc:]
	for i := range w.Word {
		w.Word[i].Tag, w.Word[i].Weight = b[i], int8(b[nw+i])
	}
	b = b[2*nw:]
	for i := range w.Name {
		w.Name[i].Weight = int8(b[i])
	}
	b = b[nn:]
	k := uint32(0)
	for i := range w.Char {
		k += uint32(uvarint())
		w.Char[i].Key = k
	}
	k = 0
	for i := range w.Word {
		k += uint32(uvarint())
		w.Word[i].Key = k
	}
	k = 0
	for i := range w.Name {
		k += uint32(uvarint())
		w.Name[i].Key = k
	}
	if err != nil || len(b) != 0 {
		return errWeights
	}
	return nil
}

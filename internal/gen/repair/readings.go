package main

import (
	"encoding/binary"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/xinwen-go/xinwen/text"
)

const pinyinVersion = "github.com/mozillazg/go-pinyin v" + pinyin.Version

// The script marks of a character, in the two high bits of its byte.
const (
	both     = 0 // of either script
	hansOnly = 1 // a simplified form that traditional text does not use
	hantOnly = 2 // the traditional form that a simplified character converts to
	variant  = 3 // any other traditional form
)

// buildReadings writes, after the list of syllables, one byte for each two-byte GBK code in order (lead 81..FE, trail
// 40..FE without 7F): the number of readings in the low six bits, the script mark in the high two; then, for all codes in
// order, the indexes of the readings, two bytes each. All numbers are little endian.
func buildReadings(stTable string) ([]byte, error) {
	st := map[rune]string{}
	for line := range strings.Lines(stTable) {
		if k, v, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && utf8.RuneCountInString(k) == 1 {
			r, _ := utf8.DecodeRuneInString(k)
			st[r] = v
		}
	}
	type char struct {
		readings []string
		mark     byte
	}
	var chars []char
	index := map[string]int{}
	dec := simplifiedchinese.GBK.NewDecoder()
	for lead := 0x81; lead <= 0xFE; lead++ {
		for trail := 0x40; trail <= 0xFE; trail++ {
			if trail == 0x7F {
				continue
			}
			s, err := dec.Bytes([]byte{byte(lead), byte(trail)})
			if err != nil {
				return nil, err
			}
			r, n := utf8.DecodeRune(s)
			var c char
			if n == len(s) && text.IsHan(r) {
				if all := pinyin.PinyinDict[int(r)]; all != "" {
					c.readings = strings.Split(all, ",")
				}
				c.mark = markOf(r, st)
			}
			for _, p := range c.readings {
				index[p] = 0
			}
			chars = append(chars, c)
		}
	}
	var syllables []string
	for p := range index {
		syllables = append(syllables, p)
	}
	sort.Strings(syllables)
	out := binary.LittleEndian.AppendUint16(nil, uint16(len(syllables)))
	for i, p := range syllables {
		index[p] = i
		out = append(out, byte(len(p)))
		out = append(out, p...)
	}
	for _, c := range chars {
		if len(c.readings) > 63 {
			return nil, fmt.Errorf("a character with %d readings", len(c.readings))
		}
		out = append(out, byte(len(c.readings))|c.mark<<6)
	}
	for _, c := range chars {
		for _, p := range c.readings {
			out = binary.LittleEndian.AppendUint16(out, uint16(index[p]))
		}
	}
	return out, nil
}

func markOf(r rune, st map[rune]string) byte {
	if to, ok := st[r]; ok {
		if !strings.ContainsRune(to, r) {
			return hansOnly
		}
		return both
	}
	f := text.Fold(r)
	switch {
	case f == r:
		return both
	case strings.ContainsRune(st[f], r):
		return hantOnly
	}
	return variant
}

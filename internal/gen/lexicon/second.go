package main

import (
	"bufio"
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/internal/gen/source"
	"github.com/xinwen-go/xinwen/segment"
	"github.com/xinwen-go/xinwen/text"
)

const (
	second        = "segment"
	secondVersion = "0.1.3"
	secondSum     = "b0edebcf57bc1a3e9ff04b3b7cdaeca20cfa47f00505fa38cdf737c3da4aa475"
)

// bits are the parts of speech of the second source, in the order in which we believe one of several.
var bits = []struct {
	bit uint32
	pos segment.POS
}{
	{0x80, segment.NR}, {0x40, segment.NS}, {0x20, segment.NT}, {0x8, segment.NZ}, {0x10, segment.NX}, {0x1000000, segment.I},
	{0x800000, segment.L}, {0x4000, segment.T}, {0x8000, segment.S}, {0x2000000, segment.F}, {0x20000000, segment.B},
	{0x10000, segment.R}, {0x40000, segment.P}, {0x10000000, segment.C}, {0x2000, segment.U}, {0x200, segment.Y},
	{0x20000, segment.Q}, {0x4000000, segment.E}, {0x80000, segment.O}, {0x100, segment.Z}, {0x8000000, segment.D},
	{0x40000000, segment.A}, {0x1000, segment.V}, {0x100000, segment.N}, {0x400000, segment.M}, {0x200000, segment.M},
}

// secondFreq is how common the words are taken to be that only the second source has: its own counts say little.
const secondFreq = 5

// readSecond notes what the second source says of the words, and adds those of its idioms that are missing: its other words
// are often compounds that our standard takes apart.
func readSecond(words map[string]word) error {
	for _, file := range []string{"dict.txt", "dict2.txt", "dict3.txt"} {
		b, err := source.NPM(second, secondVersion, secondSum, "dicts/"+file)
		if err != nil {
			return err
		}
		lines := bufio.NewScanner(bytes.NewReader(b))
		for n := 1; lines.Scan(); n++ {
			fields := strings.Split(strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\uFEFF")), "|")
			if len(fields) < 3 {
				continue
			}
			set, err := strconv.ParseUint(fields[1], 0, 32)
			if err != nil {
				return fmt.Errorf("%s:%d: %w", file, n, err)
			}
			s := text.FoldString(fields[0])
			pos := segment.X
			for _, b := range bits {
				if uint32(set)&b.bit != 0 {
					pos = b.pos
					break
				}
			}
			w, known := words[s]
			if !known {
				if pos != segment.I || utf8.RuneCountInString(s) < 4 {
					continue
				}
				w = word{freq: secondFreq, pos: pos, has: true}
			}
			w.more = uint8(pos) + 1
			words[s] = w
		}
		if err := lines.Err(); err != nil {
			return err
		}
	}
	return nil
}

package segment

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/internal/lexicon"
	"github.com/xinwen-go/xinwen/text"
)

// Word is a word of the caller.
type Word struct {
	Text   string // at most 64 characters, in either script; no white space
	POS    POS
	Weight float64 // where two words of the caller overlap the heavier one wins, or else the first; 0 stands for 1
}

// MaxWeight is the greatest weight of a word. Weights that differ by less than a tenth count as equal.
const MaxWeight = 1e6

const maxWordRunes = 64

// ReadWords reads a list of words, one a line: the word, and if wanted its weight and its part of speech, separated by
// white space (云计算 5 n). The part of speech is n where none is given. Empty lines and lines that start with # are
// skipped, as is a byte order mark. An error names the line.
func ReadWords(r io.Reader) ([]Word, error) {
	var words []Word
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 4096), 1<<16)
	seen := map[string]int{}
	n := 0
	for lines.Scan() {
		n++
		line := lines.Text()
		if n == 1 {
			line = strings.TrimPrefix(line, "\uFEFF")
		}
		if !utf8.ValidString(line) {
			return nil, fmt.Errorf("segment: words, line %d: not UTF-8 (%q)", n, line)
		}
		if strings.HasPrefix(line, "\t") && strings.TrimSpace(line) != "" {
			return nil, fmt.Errorf("segment: words, line %d: empty word before a tab", n)
		}
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		w, err := parseWord(fields)
		if err == nil {
			err = w.check()
		}
		if err != nil {
			return nil, fmt.Errorf("segment: words, line %d: %w", n, err)
		}
		key := text.FoldString(w.Text)
		if first := seen[key]; first > 0 {
			return nil, fmt.Errorf("segment: words, line %d: %q is on line %d already", n, w.Text, first)
		}
		seen[key] = n
		words = append(words, w)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("segment: words, line %d: %w", n+1, err)
	}
	return words, nil
}

func parseWord(fields []string) (Word, error) {
	w := Word{Text: fields[0], POS: N}
	for _, field := range fields[1:] {
		if p, ok := ParsePOS(field); ok {
			w.POS = p
			continue
		}
		f, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return w, fmt.Errorf("%q is neither a weight nor a part of speech", field)
		}
		if f == 0 {
			return w, fmt.Errorf("%q has weight 0", w.Text)
		}
		w.Weight = f
	}
	if len(fields) > 3 {
		return w, fmt.Errorf("%d fields, want word, weight and part of speech", len(fields))
	}
	return w, nil
}

func (w Word) check() error {
	switch n := utf8.RuneCountInString(w.Text); {
	case n == 0:
		return fmt.Errorf("empty word")
	case !utf8.ValidString(w.Text):
		return fmt.Errorf("%q is not UTF-8", w.Text)
	case n > maxWordRunes:
		return fmt.Errorf("%q has %d characters, at most %d are allowed", w.Text, n, maxWordRunes)
	case strings.ContainsFunc(w.Text, unicode.IsSpace):
		return fmt.Errorf("%q contains white space", w.Text)
	case strings.ContainsFunc(w.Text, unicode.IsControl):
		return fmt.Errorf("%q contains a control character", w.Text)
	case !(w.Weight >= 0 && w.Weight <= MaxWeight):
		return fmt.Errorf("%q: weight %g is out of range (at most %g)", w.Text, w.Weight, float64(MaxWeight))
	case int(w.POS) >= NumPOS:
		return fmt.Errorf("%q: no part of speech %d", w.Text, w.POS)
	}
	return nil
}

// userLexicon builds the lexicon of the caller's words, or nil where there are none.
func userLexicon(tags []string, words []Word) (*lexicon.Lexicon, error) {
	if len(words) == 0 {
		return nil, nil
	}
	entries := make([]lexicon.Entry, len(words))
	seen := make(map[string]int, len(words))
	for i, w := range words {
		if err := w.check(); err != nil {
			return nil, fmt.Errorf("segment: word %d: %w", i, err)
		}
		key := text.FoldString(w.Text)
		if first, ok := seen[key]; ok {
			return nil, fmt.Errorf("segment: word %d: %q is word %d already", i, w.Text, first)
		}
		seen[key] = i
		entries[i] = lexicon.Entry{Word: key, Cost: weightStep(w.Weight), Tag: uint8(w.POS)}
	}
	lex, err := lexicon.New(tags, entries)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	return lex, nil
}

// weightStep is a weight on a scale of logarithms, from 1 up.
func weightStep(w float64) uint8 {
	if w == 0 {
		w = 1
	}
	return uint8(1 + math.Round(8*math.Log2(1+w))) // at most 160
}

package whose

import (
	"unicode/utf8"

	"github.com/xinwen-go/xinwen/text"
)

// Enough is the overlap at which two phrases count as the same.
const Enough = 0.6

// Overlap returns the F measure of the characters that two phrases share, in order: 1 where both are empty.
func Overlap(a, b string) float64 {
	if a == "" || b == "" {
		if a == b {
			return 1
		}
		return 0
	}
	y := []rune(text.FoldString(b))
	row := make([]int, len(y)+1)
	for _, r := range text.FoldString(a) {
		diagonal := 0
		for j := range y {
			up := row[j+1]
			if r == y[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = up
		}
	}
	return 2 * float64(row[len(y)]) / float64(utf8.RuneCountInString(a)+utf8.RuneCountInString(b))
}

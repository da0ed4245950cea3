package xinwen_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/xinwen-go/xinwen"

// floors is the import table of the project: what each package may import of ours. A package that is not listed here is
// not allowed, so that a new one is placed on purpose. A star stands for all floors below, before those of its own floor.
var floors = map[string]string{
	"text":                "",
	"internal/trie":       "",
	"internal/cases":      "",
	"internal/gazetteer":  "internal/trie text",
	"internal/annotated":  "text",
	"internal/whose":      "text",
	"internal/lexicon":    "internal/trie text",
	"internal/tagger":     "internal/trie internal/lexicon text numbers",
	"numbers":             "text internal/trie",
	"repair":              "text",
	"extract":             "text internal/trie",
	"segment":             "text numbers internal/trie internal/lexicon internal/tagger",
	"entities":            "text segment numbers internal/trie internal/lexicon internal/tagger internal/gazetteer",
	"claims":              "text numbers segment entities internal/whose internal/trie internal/lexicon internal/tagger internal/gazetteer",
	"internal/stream":     "",
	"dedupe":              "text",
	"":                    "internal/stream internal/whose text numbers repair extract segment entities claims internal/trie internal/lexicon internal/tagger internal/gazetteer",
	"internal/bomb":       "",
	"corpus/warc":         "internal/bomb",
	"corpus":              "*",
	"corpus/web":          "*",
	"tenure":              "*",
	"batch":               "* tenure export",
	"export":              "* tenure",
	"view":                "*",
	"cmd/xinwen":          "*",
	"examples/quickstart": "*",
	"examples/officials":  "*",
	"examples/figures":    "*",
	"examples/archive":    "*",
	"examples/scrape":     "*",
}

// leaf stands on an upper floor by its subject, and imports nothing that others there may not import.
const leaf = "corpus/warc"

// upper are the packages that nothing below the top floor may import, but for the leaf.
var upper = []string{"corpus", "tenure", "view", "export", "batch", "cmd/", "examples/"}

func TestImportTable(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Deps " "}}`, "./...").Output()
	require.NoError(t, err)
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		pkg := ours(fields[0])
		if strings.HasPrefix(pkg, "internal/gen/") {
			continue // generators and trainers run by hand; nothing imports them
		}
		allowed, listed := floors[pkg]
		require.True(t, listed, "package %q is not in the import table", pkg)
		for _, dep := range fields[1:] {
			if !strings.HasPrefix(dep, module) {
				continue
			}
			d := ours(dep)
			require.False(t, strings.HasPrefix(d, "internal/gen"), "%s imports a generator, %s", pkg, d)
			if !strings.HasPrefix(allowed, "*") {
				require.Contains(t, strings.Fields(allowed), d, "%s imports %s, which is not below it", pkg, d)
			} else if !strings.HasPrefix(pkg, "cmd/") && !strings.HasPrefix(pkg, "examples/") {
				for _, u := range upper {
					if d == leaf || slices.Contains(strings.Fields(allowed), u) {
						continue
					}
					require.False(t, strings.HasPrefix(d, u), "%s imports %s, which is not below it", pkg, d)
				}
			}
		}
	}
}

func ours(path string) string { return strings.TrimPrefix(strings.TrimPrefix(path, module), "/") }

package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
)

// villages are the names of the villages and communities of a list: by township, and the townships that have one of a name
// by prefecture.
type villages struct {
	of map[string][]string
	in map[placed][]string
}

type placed struct{ prefecture, name string }

func readVillages(pkg int) (*villages, error) {
	b, err := npm(pkg, "dist/villages.csv")
	if err != nil {
		return nil, err
	}
	lines, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("villages of %s: %w", packages[pkg].id, err)
	}
	v := &villages{map[string][]string{}, map[placed][]string{}}
	for _, l := range lines[1:] {
		name, town := villageName(l[1]), l[2]
		key := placed{town[:4], name}
		v.of[town] = append(v.of[town], name)
		v.in[key] = append(v.in[key], town)
	}
	return v, nil
}

// villageName is a name without the words for what it is, which change more often than the name.
func villageName(s string) string {
	for _, end := range []string{"村民委员会", "居民委员会", "村委会", "居委会", "社区", "村"} {
		s = strings.TrimSuffix(s, end)
	}
	return s
}

// heir is the code of the township that has most of the villages of one in the next list, at least seven of ten; empty where
// none is sure, or was is nil: the package with the first list has no villages.
func heir(code string, was, is *villages) string {
	if was == nil {
		return ""
	}
	seen, count := map[string]bool{}, map[string]int{}
	best := ""
	for _, name := range was.of[code] {
		if seen[name] {
			continue
		}
		seen[name] = true
		had := map[string]bool{}
		for _, town := range is.in[placed{code[:4], name}] {
			if had[town] {
				continue
			}
			had[town] = true
			if count[town]++; count[town] > count[best] {
				best = town
			}
		}
	}
	if n := len(seen); n < 3 || count[best]*10 < n*7 {
		return ""
	}
	return best
}

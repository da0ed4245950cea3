package extract

import (
	"encoding/json"
	"strings"
)

// linkedData is the JSON-LD of a page, its objects in order. Blocks that are no JSON are left out.
type linkedData []any

// add parses a block.
func (d *linkedData) add(block string) {
	var v any
	if json.Unmarshal([]byte(block), &v) == nil {
		*d = append(*d, v)
	}
}

// str is the first string of a key, "" for none.
func (d linkedData) str(key string) string {
	for _, v := range d {
		if s, ok := findKey(v, key, 0).(string); ok {
			return s
		}
	}
	return ""
}

// names are the names of the people or organisations of a key, in order. It leaves out those of another type where kind is not "".
func (d linkedData) names(key, kind string) (names []string) {
	var add func(v any)
	add = func(v any) {
		switch v := v.(type) {
		case string:
			names = append(names, strings.TrimSpace(v))
		case []any:
			for _, e := range v {
				add(e)
			}
		case map[string]any:
			if t, _ := v["@type"].(string); kind == "" || t == kind {
				add(v["name"])
			}
		}
	}
	for _, v := range d {
		if add(findKey(v, key, 0)); len(names) > 0 {
			return names
		}
	}
	return nil
}

// findKey finds the value of a key in an object, a list of objects, or the objects that stand for the page; nil for none.
func findKey(v any, key string, depth int) any {
	const deepest = 8
	if depth > deepest {
		return nil
	}
	switch v := v.(type) {
	case map[string]any:
		if e, ok := v[key]; ok {
			return e
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if e := findKey(v[k], key, depth+1); e != nil {
				return e
			}
		}
	case []any:
		for _, e := range v {
			if found := findKey(e, key, depth+1); found != nil {
				return found
			}
		}
	}
	return nil
}

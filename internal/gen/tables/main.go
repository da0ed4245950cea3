// Command tables writes docs/tables.md, the dictionary of the tables that a run writes, from the row types of package export and
// their comments. It is run in the folder of that package.
package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"log"
	"os"
	"reflect"
	"slices"
	"strings"

	"github.com/xinwen-go/xinwen/export"
)

//go:embed intro.md
var intro string

func main() {
	file, err := parser.ParseFile(token.NewFileSet(), "rows.go", nil, parser.ParseComments)
	if err != nil {
		log.Fatal(err)
	}
	var b bytes.Buffer
	b.WriteString(intro)
	tables := reflect.TypeFor[export.Rows]()
	for i, name := range export.Tables {
		row := tables.Field(i).Type.Elem().Name()
		comment, fields := find(file, row)
		if fields == nil {
			log.Fatalf("rows.go has no type %s", row)
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n| column | type | content |\n| --- | --- | --- |\n", name, sentence(comment, row))
		for _, f := range fields.List {
			tag := reflect.StructTag(strings.Trim(f.Tag.Value, "`")).Get("parquet")
			column, options, _ := strings.Cut(tag, ",")
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", column, typeOf(f.Type, slices.Contains(strings.Split(options, ","), "optional")), oneLine(f.Doc.Text()))
		}
		if key := export.Key(name); key != "" {
			fmt.Fprintf(&b, "\nKeys in SQLite: %s.\n", key)
		}
	}
	if err := os.WriteFile("../docs/tables.md", b.Bytes(), 0o666); err != nil {
		log.Fatal(err)
	}
}

// find returns the comment and the fields of a type.
func find(file *ast.File, name string) (comment string, fields *ast.FieldList) {
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok {
			for _, s := range g.Specs {
				if t, ok := s.(*ast.TypeSpec); ok && t.Name.Name == name {
					if st, ok := t.Type.(*ast.StructType); ok {
						return g.Doc.Text(), st.Fields
					}
				}
			}
		}
	}
	return "", nil
}

// sentence is a type's comment without its name: "Post is one office" becomes "One office".
func sentence(comment, name string) string {
	s := strings.TrimPrefix(oneLine(comment), name+" is ")
	return strings.ToUpper(s[:1]) + s[1:]
}

func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "|", `\|`)), " ")
}

// typeOf names the type of a column.
func typeOf(t ast.Expr, optional bool) string {
	null := ""
	if optional {
		null = ", may be null"
	}
	switch t := t.(type) {
	case *ast.StarExpr:
		return typeOf(t.X, optional)
	case *ast.ArrayType:
		if id, ok := t.Elt.(*ast.Ident); ok && id.Name == "Change" {
			return "list of (`date` day, may be null; `status` text)"
		}
		return "list of text"
	case *ast.Ident:
		names := map[string]string{"int64": "integer", "float64": "double", "bool": "yes or no", "string": "text", "Date": "day"}
		if n := names[t.Name]; n != "" {
			return n + null
		}
	}
	log.Fatalf("a column of type %v", t)
	return ""
}

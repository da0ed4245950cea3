// Quickstart: a string in, people and figures out.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/xinwen-go/xinwen"
)

const article = `河北区委书记邵国栋说，2017年以来，全区累计投入帮扶资金1.06亿元，同比增长5.3%，帮助159名群众稳定就业。`

func main() {
	p, err := xinwen.New()
	if err != nil {
		log.Fatal(err)
	}
	rec, err := p.Process(context.Background(), &xinwen.Input{ID: "1", Text: article, Published: "2021-04-29"})
	if err != nil {
		log.Fatal(err)
	}
	for _, person := range rec.People {
		for _, post := range person.Posts {
			fmt.Println(person.Name, post.Org, post.Position, post.Place.Code, post.Rank)
		}
	}
	for _, q := range rec.Quantities {
		fmt.Println(rec.Slice(q.Span), q.Value, q.Unit.Code)
	}
	for _, c := range rec.Claims {
		subject := "?"
		if c.Subject != nil {
			subject = c.Subject.Text
		}
		fmt.Println(subject, c.Measure.Text, c.Relation, rec.Slice(rec.Quantities[c.Quantity].Span))
	}
}

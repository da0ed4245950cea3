package entities

import (
	"strings"
)

// Trace is the account of one post: what rules and what evidence made it.
type Trace struct {
	Person string
	Post   Post
	Steps  []Step
}

// Step is one decision on the way to a post.
type Step struct {
	Field  string // office, org, place, status or rank
	Rule   string
	Detail string // what the rule found
}

// Steps is the account of a post: by which rules and evidence its fields were found. A post that was not made by an
// [Extractor], as one read back from JSON, has none to tell.
func (p *Post) Steps() []Step {
	if p.rule == "" {
		return nil
	}
	out := []Step{{"office", string(p.rule), p.Position}}
	if p.Org != "" {
		out = append(out, Step{"org", p.orgRule, p.Org})
	} else {
		out = append(out, Step{"org", "not told by the text", ""})
	}
	switch {
	case p.Place == nil:
		out = append(out, Step{"place", "an organisation without territory, or one that the text does not tell", ""})
	case p.Place.Code == "" && len(p.Place.Candidates) > 0:
		out = append(out, Step{"place", "undecided", strings.Join(p.Place.Candidates, " ")})
	default:
		out = append(out, Step{"place", string(p.Place.How), strings.TrimSpace(p.Place.Code + " " + strings.Join(p.Place.Path, ""))})
	}
	out = append(out, Step{"status", "", string(p.Status)})
	if p.Rank != "" {
		out = append(out, Step{"rank", p.RankWhy, p.Rank})
	}
	return out
}

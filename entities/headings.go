package entities

import "strings"

// heading is a line above a list of appointments, 任命: or 免去:, whose status the lines below it have.
type heading struct {
	status Status
	used   bool // the line before is the heading or one of the list
}

var headings = []struct {
	status Status
	words  []string
}{
	{Dismissed, []string{"免去", "免职", "免去职务", "决定免去", "批准免去", "撤销", "撤销职务", "罢免", "辞职", "辞去", "免", "免职名单", "辞职请求", "辞职的请求"}},
	{Proposed, []string{"拟任", "拟任命", "提名", "拟提拔"}},
	{Appointed, []string{"任命", "任职", "决定任命", "批准任命", "任命名单", "任", "聘任", "任命下列人员", "选举"}},
}

// headingAt tells what the stretch [i, j) announces as a heading of a list. Any other line that ends with a colon announces nothing.
func (d *document) headingAt(i, j int) (status Status, isHeading bool) {
	const longestHeading = 40
	for j > i && (d.s[j-1] == '\n' || d.s[j-1] == ' ' || d.s[j-1] == '\r') {
		j--
	}
	if j-i > longestHeading || j == i {
		return "", false
	}
	if d.s[j-1] != ':' {
		return "", false
	}
	line := string(d.s[i : j-1])
	for _, h := range headings {
		for _, w := range h.words {
			if strings.HasSuffix(line, w) {
				return h.status, true
			}
		}
	}
	return "", true
}

// fromHeading is the status that a heading above gives what the line at hand says, empty where none does.
func (p *parser) fromHeading(want ...Status) Status {
	for _, s := range want {
		if p.d.heading.status == s {
			p.d.heading.used = true
			return s
		}
	}
	return ""
}

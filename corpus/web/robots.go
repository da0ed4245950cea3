package web

import (
	"bytes"
	"fmt"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// maxRobots is how many bytes of a robots.txt are read; RFC 9309 asks for 500 KiB at least.
const maxRobots = 512 << 10

// robots are the rules of one robots.txt (RFC 9309) for this crawler.
type robots struct {
	rules  []rule
	delay  time.Duration // Crawl-delay, which is no part of the RFC
	refuse error         // where nothing may be asked for: why
	read   time.Time
}

// rule is one Allow or Disallow line. In its pattern * stands for any bytes and a $ at the end for the end of the address.
type rule struct {
	pattern string
	allow   bool
}

// parseRobots reads the rules of the groups that name the product token of a user agent, and those for * where none does. Lines
// that say nothing here, and broken ones, are passed over.
func parseRobots(b []byte, token string) *robots {
	b = bytes.TrimPrefix(b[:min(len(b), maxRobots)], []byte("\xEF\xBB\xBF"))
	var named, others robots
	found := false // a group names the token
	var into []*robots
	head := false // the line before named a user agent too
	for line := range strings.FieldsFuncSeq(string(b), func(r rune) bool { return r == '\n' || r == '\r' }) {
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key == "user-agent" {
			if !head {
				into = nil
			}
			head = true
			switch {
			case value == "*":
				into = append(into, &others)
			case strings.EqualFold(productToken(value), token):
				into = append(into, &named)
				found = true
			}
			continue
		}
		switch key {
		case "allow", "disallow":
			head = false
			if value == "" {
				continue
			}
			for _, g := range into {
				g.rules = append(g.rules, rule{normalPath(value), key == "allow"})
			}
		case "crawl-delay":
			head = false
			s, err := strconv.ParseFloat(value, 64)
			if err != nil || !(s >= 0) {
				continue
			}
			for _, g := range into {
				g.delay = time.Duration(min(s, math.MaxInt32) * float64(time.Second))
			}
		}
	}
	r := &others
	if found {
		r = &named
	}
	// The longest pattern decides, and Allow where two are as long.
	slices.SortStableFunc(r.rules, func(a, b rule) int {
		if len(a.pattern) != len(b.pattern) {
			return len(b.pattern) - len(a.pattern)
		}
		switch {
		case a.allow == b.allow:
			return 0
		case a.allow:
			return -1
		}
		return 1
	})
	return r
}

// productToken is the part of a user agent that robots.txt files name.
func productToken(agent string) string {
	for i := range len(agent) {
		if c := agent[i] | 0x20; (c < 'a' || c > 'z') && agent[i] != '-' && agent[i] != '_' {
			return agent[:i]
		}
	}
	return agent
}

// allows reports whether the path and query of an address may be asked for.
func (r *robots) allows(path string) bool {
	path = normalPath(path)
	for _, x := range r.rules {
		if matches(x.pattern, path) {
			return x.allow
		}
	}
	return true
}

// normalPath brings the percent-encoding of a path or pattern into one form: letters, digits and -._~ plain, all else beyond ASCII
// encoded, with capital hexadecimal digits.
func normalPath(s string) string {
	var out []byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '%' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				if d := byte(n); d|0x20 >= 'a' && d|0x20 <= 'z' || d >= '0' && d <= '9' || strings.IndexByte("-._~", d) >= 0 {
					out = append(out, d)
				} else {
					out = append(out, '%', hexDigits[d>>4], hexDigits[d&15])
				}
				i += 2
				continue
			}
		}
		if c <= ' ' || c >= 0x7F {
			out = append(out, '%', hexDigits[c>>4], hexDigits[c&15])
		} else {
			out = append(out, c)
		}
	}
	return string(out)
}

// matches reports whether a path begins as a pattern says. Taking the first place for each piece between two * is enough, so that
// it takes no longer than a few passes over the path.
func matches(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	piece, pattern, more := strings.Cut(pattern, "*")
	path, ok := strings.CutPrefix(path, piece)
	if !ok {
		return false
	}
	for more {
		piece, pattern, more = strings.Cut(pattern, "*")
		if !more && whole {
			return strings.HasSuffix(path, piece)
		}
		i := strings.Index(path, piece)
		if i < 0 {
			return false
		}
		path = path[i+len(piece):]
	}
	return !whole || path == ""
}

const robotsRedirects = 5 // RFC 9309, 2.3.1.2

// askRobots reads the robots.txt of a host. One that is not there allows all (RFC 9309, 2.3.1.3); while it cannot be read for
// another reason, nothing is asked for (2.3.1.4).
func (c *crawl) askRobots(t *task) {
	u, err := parseAddress(t.scheme+"://"+t.name+"/robots.txt", nil)
	w := want{limit: func(string) int { return maxRobots }, cut: true}
	var res *response
	for n := 0; err == nil; n++ {
		res, err = c.get(u, validator{}, w)
		if err != nil || n == robotsRedirects || !isRedirect(res) {
			break
		}
		u, err = parseAddress(res.header.Get("Location"), u)
	}
	var wait time.Duration
	passes := err != nil && passingError(err)
	switch {
	case err != nil:
	case passing(res.status) || res.status >= 500:
		wait, _ = retryAfter(res.header.Get("Retry-After"), time.Now())
		err, passes = statusError(res.status), passing(res.status)
	case res.status == http.StatusOK && res.err != nil:
		err, passes = res.err, passingError(res.err)
	case res.status == http.StatusOK:
		r := parseRobots(res.body, Product)
		if r.delay > c.f.maxWait {
			r.refuse = fmt.Errorf("%w: Crawl-delay of %v", ErrWait, r.delay)
		}
		c.frontier.know(t, r, 0)
		return
	default:
		c.frontier.know(t, &robots{}, 0)
		return
	}
	if tries := c.frontier.triesOf(t); passes && c.mayRetry(err, tries) && wait <= c.f.maxWait {
		c.frontier.know(t, nil, max(wait, c.backoff(tries+1)))
		return
	}
	c.frontier.know(t, &robots{refuse: fmt.Errorf("robots.txt cannot be read: %w", err)}, 0)
}

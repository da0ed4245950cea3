package entities

// afterBrackets skips one bracketed group of at most limit items after item k; it returns the item after it, or k.
func (p *parser) afterBrackets(k, limit int) int {
	if p.kind(k) != kOpen || p.d.s[p.items[k].i] != '(' {
		return k
	}
	for x := k + 1; x < len(p.items) && x-k <= limit; x++ {
		switch p.items[x].kind {
		case kClose:
			return x + 1
		case kStart:
			if p.d.s[p.items[x].i] == '。' {
				return k
			}
		}
	}
	return k
}

// nameRun is a list of names that share an office: items of the names, and the item after the last.
type nameRun struct {
	names []int
	next  int
	list  bool // joined by 、
}

// namesFrom reads the names from item k on. plural tells that the office may have several holders.
func (p *parser) namesFrom(k int, plural bool) nameRun {
	r := nameRun{next: k}
	for {
		for p.isSpace(k) {
			k++
		}
		if p.kind(k) != kName {
			return r
		}
		r.names = append(r.names, k)
		k = p.skipCourtesy(k + 1)
		k = p.afterBrackets(k, 24)
		r.next = k
		if p.kind(k) != kSepName && p.kind(k) != kSep && p.kind(k) != kSepTitle {
			if p.isSpace(k) && p.kind(k+1) == kName {
				r.list = true
				k++
				continue
			}
			return r
		}
		dot := p.d.s[p.items[k].i] == '、'
		if !dot && !plural && !r.list || p.is(k, "与", "兼", "兼任") && !r.list {
			return r
		}
		if p.kind(k+1) != kName || p.nameTakesTitle(k+1) || p.kind(k+2) == kOrgan || p.kind(k+2) == kOrgWord {
			return r
		}
		r.list = r.list || dot
		k++
	}
}

// nameTakesTitle tells that the name at k has its own title behind it (张三、李四市长).
func (p *parser) nameTakesTitle(k int) bool {
	o := p.officeStarting(k + 1)
	return o != nil && !o.profession && len(o.org) == 0 && p.kind(o.last+1) != kName
}

func (p *parser) officeStarting(k int) *office {
	if k < 0 || k >= len(p.at) || p.at[k] < 0 {
		return nil
	}
	return &p.offices[p.at[k]]
}

func (p *parser) skipCourtesy(k int) int {
	for p.kind(k) == kCourtesy {
		k++
	}
	return k
}

func (p *parser) isSpace(k int) bool {
	return k >= 0 && k < len(p.items) && p.items[k].kind == kSpace
}

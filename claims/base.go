package claims

// more tells the direction of 高, 低 and the like after 比.
func (x *run) more(it *item) class {
	if it.kind != word || it.j-it.i != 1 {
		return 0
	}
	switch x.fold[it.i] {
	case '高', '多', '快':
		return cUp
	case '低', '少', '慢':
		return cDown
	}
	return 0
}

// size reports whether a word names what a length or a weight is of: 长, 重.
func (x *run) size(it *item) bool {
	if it.kind != word || it.j-it.i != 1 {
		return false
	}
	switch x.fold[it.i] {
	case '长', '宽', '高', '深', '重', '厚':
		return true
	}
	return false
}

// baseLeft returns the 较 or 比 of whose phrase item k is the last, or -1.
func (x *run) baseLeft(k, lo int32) int32 {
	for b := k; b >= lo && k-b < 8; b-- {
		it := &x.work[b]
		switch {
		case it.kind == figure, it.kind == mark:
			return -1
		case it.kind == word && it.has(cBase):
			if b < k {
				return b
			}
			return -1
		}
	}
	return -1
}

// basis tells what the runes [i, j) after 较 or 比 make the basis of a change.
func (x *run) basis(i, j int32) class {
	s := x.fold[i:j]
	n := len(s)
	if n < 2 {
		return 0
	}
	switch s[n-1] {
	case '末', '底', '初':
		return 0
	}
	if s[1] == '一' && n > 2 && s[2] == '年' {
		return cYoY // 上一年同期
	}
	switch string(s[:2]) {
	case "去年", "上年":
		if n == 2 || s[2] == '同' || s[2] == '全' || s[2] == '度' {
			return cYoY // but 上年12月份
		}
		return 0
	case "上月", "上季", "上周", "前日", "昨日", "前月", "前季", "上个", "前一", "上一":
		return cQoQ
	}
	if n >= 4 && string(s[n-2:]) == "同期" && s[0] != '常' && s[0] >= 0x4E00 {
		return cYoY
	}
	return 0
}

package claims

// What a firm or a treasury tells of its own money it tells figure by figure, and over full stops: 营收, 毛利率; 支出, 赤字.

// ledger is a sort of accounts.
type ledger uint8

const (
	noLedger ledger = iota
	firmLedger
	budgetLedger
)

// ledgerOf tells of what sort of accounts the measure of l is.
func (x *run) ledgerOf(l *left) ledger {
	if l.measure.empty() {
		return noLedger
	}
	it := &x.work[l.measure.j-1]
	switch string(x.fold[it.i:it.j]) {
	case "营收", "合并营收", "营业额", "营业收入", "净利", "净利润", "税后净利", "纯利", "纯益", "税后纯益", "税后盈余", "每股盈余", "eps", "毛利", "毛利率", "净利率", "营益率", "溢利", "获利":
		return firmLedger
	case "收入", "总收入", "支出", "总支出", "开支", "总开支", "赤字", "盈余", "结余":
		return budgetLedger
	}
	return noLedger
}

// keep notes whose accounts a figure is of, and returns whose it is where the text has named him only before: 政府开支1126亿元，
// 收入428亿元，录得赤字698亿元.
func (x *run) keep(c *Claim, l *left, subject phrase, how How) phrase {
	if p := x.again(c); p != nil && how == Explicit && l.verb < 0 && !l.index && !x.st.subject.ok {
		c.Subject = inherit(p) // 国道交通量308万辆次。高公局预估，今天交通量为285万辆次
		return subject
	}
	kept := x.ledgerOf(l)
	if how != Explicit || kept == noLedger || subject.folk {
		return subject
	}
	switch {
	case c.Subject != nil && subject.ok:
		if kept == firmLedger && (subject.agency || subject.i == x.st.subject.i && !x.firmly(l, subject)) {
			return subject
		}
		x.st.keeper, x.st.ledger = subject, kept
		if kept == firmLedger && subject.i == x.st.subject.i {
			x.st.subject.strong, x.st.keeper.strong = true, true // 瑞讯公布6月营收15亿元。第二季营收44亿元
		}
	case c.Subject == nil && x.st.ledger == kept && !x.st.within:
		c.Subject = x.part(x.st.keeper, Inherited)
		return x.st.keeper
	case c.Subject == nil && kept == firmLedger && !x.st.subject.ok && c.Modality == Fact: // but 大行料纯利增一成
		if p := x.reporter(x.quants[c.Quantity].i); p.ok {
			c.Subject = x.part(p, Inherited)
			x.st.subject, x.st.keeper, x.st.ledger = p, p, kept // 瑞讯公布6月营收15亿元
			return p
		}
	}
	return subject
}

// again returns whose the measure of c was where it was named a little before, if nobody's figures are told now.
func (x *run) again(c *Claim) *Part {
	if c.Subject != nil || c.Measure == nil {
		return nil
	}
	for k := len(x.out) - 1; k >= max(x.st.start, len(x.out)-8); k-- {
		if p := x.out[k].Measure; p != nil && p.Text == c.Measure.Text {
			return x.out[k].Subject
		}
	}
	return nil
}

// reporter returns who gives an account at rune i, if he may be a firm by a short name.
func (x *run) reporter(i int32) phrase {
	v := x.voiceAt(i)
	if v == nil || v.person || v.speaker == nil {
		return phrase{}
	}
	p := phrase{i: int32(x.doc.Text.Rune(v.speaker.Start)), j: int32(x.doc.Text.Rune(v.speaker.End)), strong: true, ok: true}
	if p.j-p.i < 2 || p.j-p.i > 4 {
		return phrase{}
	}
	switch x.fold[p.j-1] {
	case '局', '署', '部', '厅', '处', '会', '院', '所', '社', '网', '府', '方', '司', '者', '业', '界', '人', '员', '长', '理', '席', '师':
		return phrase{} // 国税局, 业者, 总经理
	}
	return p
}

// firmly reports whether whose the measure of l is may be a firm: no trade, no goods.
func (x *run) firmly(l *left, subject phrase) bool {
	return x.fold[subject.j-1] != '业' && (l.subject.empty() || !x.work[l.subject.j-1].has(cThing|cFolk|cInd))
}

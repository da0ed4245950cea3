package repair

// Detect tells how a text is damaged, without changing it. Families other than those of content farms are listed where
// [Repairer.Repair] would change something.
func (r *Repairer) Detect(raw string) Report {
	var report Report
	has := scan(raw)
	if has == 0 {
		return report
	}
	s := raw
	add := func(f Family) {
		if !report.Has(f) {
			report.Families = append(report.Families, f)
		}
	}
	try := func(when found, unless skips, family Family, f func(string) (string, []Edit)) {
		if has&when == 0 || r.skip&unless != 0 {
			return
		}
		next, edits := f(s)
		if len(edits) > 0 {
			add(family)
			s = next
			has |= scan(s)
		}
	}
	try(foundLatin|foundUTF8|foundBig5, skipMojibake, Charset, recode)
	try(foundEntity, skipEntity, Entities, decodeEntities)
	try(foundInvisible, skipInvisible, Invisibles, removeInvisible)
	if has&foundFarm != 0 && r.skip&skipFarm == 0 {
		t := shared()
		p := t.survey(s)
		report.Evidence = p.ev
		next, edits := t.undo(s, p)
		for _, e := range edits {
			switch {
			case e.Kind == GBK && !p.damaged && !p.ignoring:
				add(Cuts)
			case e.Kind == GBK || !p.toneless:
				add(Annotation)
				if p.cut {
					add(Cuts)
				}
			default:
				add(Toneless)
			}
		}
		if len(edits) > 0 {
			report.Decoder, report.Normalised = p.decoder(s), p.normalised
		}
		s = next
		if p.farm() && r.skip&skipComma == 0 {
			has |= foundCommas
		}
	}
	try(foundCommas, skipComma, Commas, dropCommas)
	try(foundCompat, skipCompat, Compats, unify)
	return report
}

package repair

import (
	"strings"
	"testing"
)

const cleanHant = "行政院長昨日在院會上表示，各部會應儘速提出計畫，並於下月底前完成檢討。對於外界關切的「基本工資」調整，勞動部長（林）說，目前尚無定論；審議會預定八月召開，屆時將一併討論。2026年度預算共計1.7億元，較上年度增加5.3%。\n"

const cleanHans = "区委副书记、区长在会上指出，要坚持问题导向，加快补齐短板，确保全年目标任务顺利完成。今年以来，全区累计投入资金1.06亿元，引导7家企业投资兴业，帮助159名群众稳定就业。“下一步怎么办？”他说，要狠抓落实。\n"

func benchmarkRepair(b *testing.B, s string) {
	r, err := New()
	if err != nil {
		b.Fatal(err)
	}
	r.Repair(s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		r.Repair(s)
	}
}

func BenchmarkCleanHant(b *testing.B) { benchmarkRepair(b, strings.Repeat(cleanHant, 200)) }

func BenchmarkCleanHans(b *testing.B) { benchmarkRepair(b, strings.Repeat(cleanHans, 200)) }

func damagedText(cuts float64, f func(string) string) string {
	farm := newFarm(7)
	farm.cuts = cuts
	clean := farm.toTraditional(strings.Repeat(cleanHans, 20))
	farm.choose(clean, 40)
	var out strings.Builder
	for line := range strings.Lines(clean) {
		d, _, _ := farm.damage(strings.TrimSuffix(line, "\n"))
		out.WriteString(d + "\n")
	}
	return f(out.String())
}

func BenchmarkAnnotated(b *testing.B) {
	benchmarkRepair(b, damagedText(0, func(s string) string { return s }))
}

func BenchmarkAnnotatedCut(b *testing.B) {
	benchmarkRepair(b, damagedText(0.6, func(s string) string { return s }))
}

func BenchmarkNormalised(b *testing.B) { benchmarkRepair(b, damagedText(0.6, normalise)) }

func BenchmarkAnchors(b *testing.B) { benchmarkRepair(b, strings.Repeat("?！", 1<<14)) }

func BenchmarkAnchorsMixed(b *testing.B) {
	benchmarkRepair(b, strings.Repeat("堅(jiān)?jī)?！（?qū)h", 1<<12))
}
func BenchmarkAnchorsCJK(b *testing.B) {
	benchmarkRepair(b, strings.Repeat("?！奔砥艺侣劜扛", 1<<12))
}
func BenchmarkSeed(b *testing.B) { benchmarkRepair(b, readCase(b, "../seed/article.txt")) }

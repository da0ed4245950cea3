package claims

import (
	"strings"
	"testing"
	"time"
)

const article = `周明远说，青禾县与白石区结对已有12年。2019年以来，两地先后互访35次，白石区累计投入帮扶资金2.4亿元，引导18家企业落户，帮助2300名群众就业。
今年上半年，全县实现地区生产总值86.5亿元，同比增长6.2%，其中第二产业增加值31.2亿元，增长7.8%。城镇和农村居民人均可支配收入分别为1.8万元和9200元，分别增长5.1%和6.7%。
“我们村去年种了420亩黄芪，每亩增收1500元。”村支书罗大山说，预计今年面积将扩大到600亩。
失業率由5.3%回落至5.0%，三分之二的受訪者（約1200人）表示滿意，新能源車銷量增長兩倍，占比提高到四成半。
`

func benchmark(b *testing.B, str string) {
	s := newStages(b)
	d := s.document(str, time.Date(2024, 11, 20, 0, 0, 0, 0, time.UTC))
	var dst []Claim
	b.SetBytes(int64(len(str)))
	b.ReportAllocs()
	for b.Loop() {
		dst = s.claims.Append(dst[:0], d)
	}
}

func BenchmarkArticle(b *testing.B) { benchmark(b, article) }

func BenchmarkLongDocument(b *testing.B) { benchmark(b, strings.Repeat(article, 200)) }

func BenchmarkNoFigures(b *testing.B) {
	benchmark(b, strings.Repeat("会议指出，要坚持以人民为中心的发展思想，统筹发展和安全，推动经济持续健康发展。1个", 1)+strings.Repeat("要深入贯彻新发展理念，加快构建新发展格局，着力推动高质量发展。", 200))
}

// BenchmarkLongSentence must take no longer a byte than the article.
func BenchmarkLongSentence(b *testing.B) {
	benchmark(b, "全县"+strings.Repeat("投入资金3000万元和500名干部群众", 3000)+"。")
}

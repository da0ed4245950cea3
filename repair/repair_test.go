package repair

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func TestRepair(t *testing.T) {
	for name, c := range map[string]struct{ raw, want string }{
		"one annotation":            {"陳家堅(jiān)持每天跑步", "陳家堅持每天跑步"},
		"neutral tone":              {"他們(men)來得這(zhè)么早,我們(men)也出發(fā)了", "他們來得這么早,我們也出發了"},
		"letter as second byte":     {"13個(gè)農(nóng)村e(cuò)郵服務(wù)站", "13個農村e郵服務站"},
		"replacement character":     {"我們決定要\uFFFD(jiǎng)\uFFFD(chuàng)造良好環(huán)境", "我們決定要創造良好環境"},
		"and turned into ?":         {"我們決定要?(jiǎng)?(chuàng)造良好環(huán)境", "我們決定要創造良好環境"},
		"cut, nothing else":         {"一行人到現場進行視察?？h政府副縣長陪同", "一行人到現場進行視察。縣政府副縣長陪同"},
		"truncated in the middle":   {"這座山村的鄉(xiāng)親修好了堅(jiān)固的石橋，趕上了廟會的節(ji", "這座山村的鄉親修好了堅固的石橋，趕上了廟會的節(ji"},
		"toneless, doubled":         {"老均(jun)(jun)速行駛，效(xiao)果好", "老均速行駛，效果好"},
		"toneless, with a space":    {"均(jun)(jun) 速行駛，效(xiao)果好", "均速行駛，效果好"},
		"commas on a damaged page":  {"堅(jiān)持發(fā)展,。聯(lián)系群眾,,服務(wù)社會(huì),。", "堅持發展。聯系群眾,服務社會。"},
		"zero width":                {"零\u200b宽\u200c字\ufeff符\u2060号", "零宽字符号"},
		"bidi":                      {"反\u202e转\u202c的文\u200e字", "反转的文字"},
		"stray controls":            {"控\x00制\x08字\x1f符\x7f", "控制字符"},
		"line separators":           {"一行\u2028二行\v三行", "一行\n二行\n三行"},
		"windows-1252 quotes":       {"他说：\u0093好\u0094", "他说：“好”"},
		"emoji stay joined":         {"一家\U0001F468\u200D\U0001F469\u200D\U0001F467人", "一家\U0001F468\u200D\U0001F469\u200D\U0001F467人"},
		"compatibility ideographs":  {"\uF90A額與\uF914曲", "金額與樂曲"},
		"radicals of a PDF file":    {"⻓江两岸⼈民", "长江两岸人民"},
		"radicals by themselves":    {"部首：⼀、⼁、⻓", "部首：⼀、⼁、⻓"},
		"entities":                  {"a&nbsp;b&#x4e2d;&#22269;&amp;nbsp;&lt;br&gt;", "a\u00A0b中国\u00A0<br>"},
		"entity without semicolon":  {"&nbsp&nbsp&nbsp;新华社", "\u00A0\u00A0\u00A0新华社"},
		"no entities":               {"R&D; x&y AT&T &unknown; &#0; &#xD800; a=1&copy=2", "R&D; x&y AT&T &unknown; &#0; &#xD800; a=1&copy=2"},
		"lost before":               {"总计锟斤拷锟斤拷元", "总计\uFFFD\uFFFD\uFFFD\uFFFD元"},
		"about lost characters":     {"网页上出现“锟斤拷”这样的乱码", "网页上出现“锟斤拷”这样的乱码"},
		"lesson":                    {"老师教我们读：重(chóng)庆、银行(háng)、长(cháng)江、音乐(yuè)。", "老师教我们读：重(chóng)庆、银行(háng)、长(cháng)江、音乐(yuè)。"},
		"lesson, traditional":       {"我(wǒ)們(men)學(xué)習(xí)漢(hàn)語(yǔ)拼(pīn)音(yīn)。", "我(wǒ)們(men)學(xué)習(xí)漢(hàn)語(yǔ)拼(pīn)音(yīn)。"},
		"one character of a word":   {"「長」在「長(zhǎng)大」裡讀作第三聲。", "「長」在「長(zhǎng)大」裡讀作第三聲。"},
		"other reading":             {"這裡的「樂(yuè)」指音樂。", "這裡的「樂(yuè)」指音樂。"},
		"gloss of a rare character": {"村名叫「龘(dá)村」，村民自己也寫不出。", "村名叫「龘(dá)村」，村民自己也寫不出。"},
		"Latin in brackets":         {"國內生產總值(GDP)、世貿組織(wto)、北京(beijing)、他(ta)說", "國內生產總值(GDP)、世貿組織(wto)、北京(beijing)、他(ta)說"},
		"questions":                 {"什么?！真的?!是嗎？！不會吧???怎么辦??", "什么?！真的?!是嗎？！不會吧???怎么辦??"},
		"commas elsewhere":          {"好的,,我知道了,。", "好的,,我知道了,。"},
		"surnames":                  {"王(wang)、李(li)、张(zhang)是人口最多的三个姓，其次是刘、陈、杨。", "王(wang)、李(li)、张(zhang)是人口最多的三个姓，其次是刘、陈、杨。"},
		"surnames, traditional":     {"張(zhāng)、王(wáng)、陳(chén)、劉(liú)、李(lǐ)、楊(yáng)都是大姓。", "張(zhāng)、王(wáng)、陳(chén)、劉(liú)、李(lǐ)、楊(yáng)都是大姓。"},
		"gloss, simplified":         {"李镕(róng)是本校教师。", "李镕(róng)是本校教师。"},
		"Arabic":                    {"他写道：\u200fالعربية\u200f。", "他写道：\u200fالعربية\u200f。"},
		"French":                    {"café à la crème, très élégant à Orléans", "café à la crème, très élégant à Orléans"},
		"Japanese":                  {"東京オリンピックの開会式が行われた。", "東京オリンピックの開会式が行われた。"},
		"bopomofo":                  {"注音符號ㄅㄆㄇㄈ是小學教的", "注音符號ㄅㄆㄇㄈ是小學教的"},
		"invalid UTF-8":             {"a\xff\xfe中\xe4\xb8", "a\xff\xfe中\xe4\xb8"},
		"empty":                     {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, edits := newRepairer(t).Repair(c.raw)
			assert.Equal(t, c.want, got)
			requireAligned(t, c.raw, got, edits)
			if c.raw == c.want {
				assert.Nil(t, edits)
			}
			again, _ := newRepairer(t).Repair(got)
			assert.Equal(t, got, again, "repaired text needs no repair")
		})
	}
}

const (
	hansNews = "今天上午，县委书记在会议上表示，要加快推进乡村振兴工作。"
	hantNews = "今天上午，縣委書記在會議上表示，要加快推進鄉村振興工作。"
)

func TestMojibake(t *testing.T) {
	must := func(s string, err error) string {
		require.NoError(t, err)
		return s
	}
	gbkHans := must(simplifiedchinese.GBK.NewEncoder().String(hansNews))
	big5Hant := must(traditionalchinese.Big5.NewEncoder().String(hantNews))
	f := &farm{tables: shared(), decoder: QuestionMark}
	asGBK := func(s string) string { out, _ := f.decode([]byte(s)); return out }
	for name, c := range map[string]struct{ raw, want string }{
		"UTF-8 as Latin-1":      {must(charmap.ISO8859_1.NewDecoder().String(hansNews)), hansNews},
		"UTF-8 as windows-1252": {"ä¸\u00adå›½çš„ç»æµŽ", "中国的\uFFFD济"},
		"UTF-8 as GBK":          {asGBK("我的电脑坏了"), "我的电脑坏了"},
		"GBK as Latin-1":        {must(charmap.ISO8859_1.NewDecoder().String(gbkHans)), hansNews},
		"Big5 as Latin-1":       {must(charmap.ISO8859_1.NewDecoder().String(big5Hant)), hantNews},
		"Big5 as GBK":           {asGBK(big5Hant), hantNews},
		"GBK as Big5":           {must(traditionalchinese.Big5.NewDecoder().String(gbkHans)), hansNews},
		"in the middle":         {"标题：" + asGBK("我的电脑坏了") + "，怎么办 (2020)", "标题：我的电脑坏了，怎么办 (2020)"},
	} {
		t.Run(name, func(t *testing.T) {
			got, edits := newRepairer(t).Repair(c.raw)
			assert.Equal(t, c.want, got)
			requireAligned(t, c.raw, got, edits)
			for _, e := range edits {
				assert.Equal(t, Mojibake, e.Kind)
			}
		})
	}
}

// What the decoder swallowed for good is marked, not guessed.
func TestLostForGood(t *testing.T) {
	f := newFarm(1)
	clean := "政府要創造良好環境，在會上強調監測數據時間達標２，共獎勵企業"
	f.table = []code{f.gbk.encode('獎'), f.gbk.encode('強'), f.gbk.encode('環'), f.gbk.encode('監')}
	damaged, broken, _ := f.damage(clean)
	require.True(t, broken)
	got, _ := newRepairer(t).Repair(damaged)
	assert.Equal(t, clean, got)

	raw := "政府要?jiǎng)?chuàng)造良好的市場環(huán)境,到現(xiàn)場視察？視?013年,專(zhuān)項(xiàng)工作"
	got, edits := newRepairer(t).Repair(raw)
	requireAligned(t, raw, got, edits)
	for _, e := range edits {
		if strings.ContainsRune(got[e.Text.Start:e.Text.End], '\uFFFD') {
			assert.False(t, e.Certain)
		}
	}
}

func TestOptions(t *testing.T) {
	_, err := New(Without("nonsense"))
	assert.ErrorContains(t, err, "repair:")
	_, err = New(nil)
	assert.Error(t, err)
	for kind, raw := range map[Kind]string{
		Pinyin: "堅(jiān)持發(fā)展", Comma: "堅持發展,。", Entity: "&nbsp;", Invisible: "零\u200b宽", Compat: "\uF90A額",
		Mojibake: "å›½",
	} {
		got, edits := newRepairer(t, Without(kind)).Repair(raw)
		assert.Equal(t, raw, got)
		assert.Empty(t, edits)
	}
}

func TestDetect(t *testing.T) {
	r := newRepairer(t)
	for raw, want := range map[string][]Family{
		"脫貧攻堅(jiān)全面勝利、鄉(xiāng)村振興":   {Annotation},
		"堅(jiān)持發(fā)展,。聯(lián)系群眾,,": {Annotation, Commas},
		"均(jun)(jun)速行驶":               {Toneless},
		"&nbsp;零\u200b宽\uF90A":         {Entities, Invisibles, Compats},
		"ä¸\u00adå›½":                  {Charset},
		"重庆(Chóngqìng)、银行(háng)":       nil,
		"一切正常，没有问题。":                   nil,
		"一行人到現場進行視察?？h政府副縣長陪同":         {Cuts},
	} {
		report := r.Detect(raw)
		assert.Equal(t, want, report.Families, raw)
		got, _ := r.Repair(raw)
		assert.Equal(t, len(want) > 0, got != raw, raw)
	}
	report := r.Detect("要\uFFFD(jiǎng)\uFFFD(chuàng)造良好環(huán)境")
	assert.Equal(t, Replacing, report.Decoder)
}

func TestCleanDoesNotAllocate(t *testing.T) {
	r := newRepairer(t)
	for _, s := range []string{cleanHans, cleanHant} {
		got, edits := r.Repair(s)
		require.Equal(t, s, got)
		require.Nil(t, edits)
		assert.Zero(t, testing.AllocsPerRun(10, func() { r.Repair(s) }))
	}
}

// Texts of nothing but anchors take time in proportion to their length.
func TestAnchorsAreLinear(t *testing.T) {
	r := newRepairer(t)
	for _, unit := range []string{"?！", "堅(jiān)?jī)?！（?qū)h", "(jiān)", "?", "\uFFFD(", "(jun)", "&amp;", "，,", "?！奔砥艺侣劜扛"} {
		small, large := strings.Repeat(unit, 1<<18/len(unit)), strings.Repeat(unit, 1<<20/len(unit))
		took := func(s string) time.Duration {
			start := time.Now()
			r.Repair(s)
			return time.Since(start)
		}
		a, b := took(small), took(large)
		t.Logf("%q: 256 KB %v, 1 MB %v", unit, a, b)
		assert.Less(t, b, 12*a+time.Second)
	}
}

func TestConcurrent(t *testing.T) {
	r := newRepairer(t)
	raw := "這是一部?jī)傻財(cái)y手共奔小康的歷史,兩地打響了脫貧攻堅(jiān)戰(zhàn)。"
	want, _ := r.Repair(raw)
	done := make(chan string)
	for range 8 {
		go func() {
			got, _ := r.Repair(raw)
			done <- got
		}()
	}
	for range 8 {
		assert.Equal(t, want, <-done)
	}
}

package extract

import (
	"strings"
	"sync"
)

type creditKind uint8

const (
	creditNone creditKind = iota // a label of something else, which ends a value
	creditAuthor
	creditEditor
	creditOutlet
)

type creditLabel struct {
	word []rune
	kind creditKind
}

// creditLabels are the words that open a credit, folded, by their first rune and the longest first.
var creditLabels = sync.OnceValue(func() map[rune][]creditLabel {
	m := map[rune][]creditLabel{}
	for _, g := range []struct {
		kind  creditKind
		words string
	}{
		{creditEditor, "责任编辑 执行编辑 网络编辑 值班编辑 见习编辑 实习编辑 本文编辑 新媒体编辑 网页编辑 本期编辑 栏目编辑 版面编辑 本版编辑 图片编辑 视觉编辑 视频编辑 美术编辑 美编 值班主任 值班编委 选稿 责任校对 责任主编 网络责编 文字编辑 编辑 责编 校对 编审 审核 核稿 主编 终审 审校"},
		{creditOutlet, "来源于 本文来自微信公众号 来自微信公众号 转自微信公众号 来源公众号 本文来自 本文转自 转载于 首发于 发布单位 发稿单位 发布部门 发稿部门 供稿单位 文章来源 信息来源 稿件来源 新闻来源 内容来源 本文来源 来源网站 来源 稿源 转自 转载自 出处 来自 原创"},
		{creditAuthor, "实习记者 见习记者 特约记者 首席记者 特派记者 驻地记者 全媒体记者 融媒体记者 文字记者 本报记者 本网记者 本刊记者 记者 特约通讯员 通讯员 特约评论员 特约撰稿人 实习生 原作者 本文作者 作者 撰文 撰稿人 撰稿 采写 执笔 文"},
		{creditNone, "发布时间 发表时间 更新时间 发布日期 发稿时间 时间 日期 字号 字体 浏览 点击 阅读 评论 关键词 关键字 标签 栏目 分享 打印 摄影 图片 手机看 我要评论 我有话说 收藏 转发 纠错 人气 编译 翻译 制图 排版 设计 美工 运营 出品 制作 后期 剪辑 供稿 审签 配图 题图 插画 视频 监制 策划 统筹 摘自 发布者 电话 邮箱 推荐"},
	} {
		for w := range strings.FieldsSeq(g.words) {
			r := []rune(w)
			m[r[0]] = append(m[r[0]], creditLabel{r, g.kind})
		}
	}
	return m
})

// creditLabelAt returns the length and kind of the label at the start of f; 0 where there is none.
func creditLabelAt(f []rune) (n int, kind creditKind) {
	for _, l := range creditLabels()[f[0]] {
		if len(l.word) <= n || len(l.word) > len(f) {
			continue
		}
		match := true
		for k, c := range l.word {
			if f[k] != c {
				match = false
				break
			}
		}
		if match {
			n, kind = len(l.word), l.kind
		}
	}
	return n, kind
}

// isGap reports whether c is white space or a soft break.
func isGap(c rune) bool {
	return c == ' ' || c == '\t' || c == '\r' || c == softBreak || c == '\u00A0' || c == '\u3000'
}

// isMark reports whether c stands between a label and its value.
func isMark(c rune) bool {
	return c == ':' || c == '︰' || isSlash(c) || c == '|' || c == '︱' || c == '丨' || c == '｜'
}

func isSlash(c rune) bool { return c == '/' || c == '╱' || c == '∕' || c == '／' }

func isASCIILetter(c rune) bool { return c >= 'a' && c <= 'z' }

func opensBracket(c rune) bool {
	return c == '(' || c == '【' || c == '[' || c == '〔' || c == '﹝' || c == '〈'
}

func closesBracket(c rune) bool {
	return c == ')' || c == '】' || c == ']' || c == '〕' || c == '﹞' || c == '〉'
}

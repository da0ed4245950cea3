package extract

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// phrases is a set of folded phrases that is searched in one pass over a text. It is built when it is first asked.
type phrases struct {
	byFirst func() map[rune][]string
}

func phraseSet(s string) phrases {
	return phrases{sync.OnceValue(func() map[rune][]string {
		p := map[rune][]string{}
		for w := range strings.FieldsSeq(s) {
			first, _ := utf8.DecodeRuneInString(w)
			p[first] = append(p[first], w)
		}
		return p
	})}
}

// in reports whether a folded text holds one of the phrases.
func (p phrases) in(f string) bool {
	byFirst := p.byFirst()
	for i, r := range f {
		for _, w := range byFirst[r] {
			if strings.HasPrefix(f[i:], w) {
				return true
			}
		}
	}
	return false
}

// opens reports whether a folded text begins with one of the phrases, perhaps behind a bracket or bullet.
func (p phrases) opens(f string) bool {
	f = strings.TrimLeft(f, " []【】()<>·•|*-=▲■◆●★→“\"#:")
	first, _ := utf8.DecodeRuneInString(f)
	for _, w := range p.byFirst()[first] {
		if strings.HasPrefix(f, w) {
			return true
		}
	}
	return false
}

// boilerplate are phrases that no paragraph of an article holds, however long it is.
var boilerplate = phraseSet(`版权所有 免责声明 版权声明 版权与免责 版权归原 特别声明: 郑重声明: 严正声明 声明:凡 声明:本 转载请注明 未经授权 未经书面授权 未经书面许可 未经本网 不得转载 谢绝转载 禁止转载 请勿转载 转载自其
 本网注明 本站注明 注明为其他媒体 凡注明 凡本网 本网转载 本站转载 并不代表本 不代表本网 不代表本站 与本网联系 与本站联系 与我们联系 请联系我们 不构成投资建议 不构成任何投资 不构成实质性投资 据此操作 仅供投资者参考 仅供读者参考
 请读者仅作参考 icp备 icp证 京公网安备 公网安备 网上传播视听 增值电信业务 经营许可证编号 违法和不良信息 版权均属 违者必究 侵权必究 追究其法律责任 allrightsreserved copyright© rights·reserved copyright
 document.write function( 文明上网 请您对该文章评分`)

// furniture are phrases of the short lines around an article.
var furniture = phraseSet(`举报电话 新闻热线: 投稿邮箱 客服热线: 广告服务 联系我们 关于我们 网站地图 网站简介 友情链接 隐私政策 隐私权政策 用户协议 法律声明 技术支持: 最佳浏览 扫一扫 扫描二维码 长按二维码 识别二维码 关注微信公众 微信公众号:
 点击蓝字 点击上方 蓝字关注 设为星标 官方微信 官方微博 下载客户端 下载app 打开app 展开全文 展开剩余 查看全文 手机看新闻 用手机 分享到 分享至 转发到 转播到 推荐给好友 我要评论 发表评论 网友评论 查看评论 条评论 人参与 网友跟帖 请登录 登录后 注册账号 登入会员 加入会员 加入好友 粉丝团 按赞 字级: 列印 转寄
 上一篇 下一篇 上一页 返回首页 返回顶部 回到顶部 加入收藏 关闭窗口 打印本页 打印本文 字号: 字号[ 字号【 【字号 [字号 字体大小 当前位置 您的位置 您现在的位置 您所在的位置 所在位置: 稿件处理 爆料平台 短信爆料 javascript 正在加载 自动播放 换一换 点击加载 版权归 声明:`)

// sentence reports whether a line reads like one of a text, which may speak of what pages hold too.
func sentence(l *line) bool { return strings.HasSuffix(l.folded, "。") && l.marks >= 2 }

// isBoilerplate reports whether a line is no part of any article.
func isBoilerplate(l *line) bool {
	return l.chars <= 120 && strings.HasPrefix(strings.TrimLeft(l.folded, "([【 "), "原标题") || l.chars <= 400 && boilerplate.in(l.folded) || l.chars <= 60 && !sentence(l) && furniture.in(l.folded)
}

// linkOpeners head lists of links under an article, or inserts of newspapers, which are part of it.
var linkOpeners = phraseSet(`相关链接 相关新闻 相关阅读 相关报道 链接 延伸阅读 推荐阅读 新闻背景 新闻链接 新闻回顾 相关 延伸 推荐`)

// tailOpeners open the lines that stand under an article; what follows them is no longer the article.
var tailOpeners = phraseSet(`相关报道 相关新闻 相关阅读 相关文章 相关链接 相关专题 相关推荐 相关搜索 相关内容 相关资讯 相关视频 相关稿件 延伸阅读 推荐阅读 推荐新闻 推荐微博 推荐文章 为你推荐 为您推荐 猜你喜欢 您可能感兴趣 你可能喜欢 大家都在看
 更多报道 精彩推荐 精彩视频推荐 编辑推荐 更多新闻 更多相关 更多精彩 更多关于 热点新闻 热点推荐 热门新闻 热门推荐 热门文章 热门搜索 今日热点 新闻排行 点击排行 最新新闻 最新文章 频道推荐 实时热点 热点专题 关键词: 关键字: 标签: 标签 tags tag:
 声明: 免责声明 版权声明 特别声明 特别提示: 郑重声明 腾讯声明 新浪声明 凤凰声明 责任编辑 责编: 责编, 编辑: 编辑, 本文编辑 值班编辑 执行编辑 网友评论 网友跟帖 最新评论 热门评论 精彩评论 全部评论 发表评论 我要评论 评论( 评论列表 用户评论 留言
 分享到 分享至 分享: 分享这篇 上一篇 下一篇 上一则 下一则 返回 扫一扫 扫描 打印本 打印 关闭 收藏 推荐 投稿 更多 延伸 相关 举报 本新闻 新闻来源: 稿源: 本文来源 来源: 文章来源 版权所有 copyright ©️ © 关注我们 欢迎关注 长按 更多内容
 未经授权 看过本文 看了本文 看完这篇 读完这篇 阅读原文 阅读全文 点击查看 喜欢本文 觉得不错 请您对 您对 图片新闻 新闻图片 专题推荐 专题: 已有 顶一下 踩一下 微信扫 人气关键字 人气点阅 你可能 您可能 看更多 更多新闻 加入 延伸閱讀`)

// headNoise are words of the lines between title and body.
var headNoise = phraseSet(`来源 字号 字体 打印 评论 分享 发布时间 发表时间 更新时间 更新: 发布日期 发布者 作者 编辑 记者 点击 浏览 阅读 人参与 转发 收藏 关键字 关键词 栏目 纠错 手机看 时间: 日期: 推荐 关闭 微博 微信 大中小 我要 正文 首页 位置 频道 责编 访问 赞好 字级 列印 转寄 点赞 讚 推文`)

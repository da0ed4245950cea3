package main

// transliteration are the characters by which names of other languages are written, after the practice of the press. The
// dictionary has few such names; what it lacks counts as seen this often.
const (
	transliteration = `阿埃艾爱安昂奥巴白班邦包保鲍贝本比彼边别宾波伯博卜布采查昌茨达大代戴丹道德登邓狄迪蒂丁东杜顿多厄恩尔法凡方菲费芬丰冯弗福富盖甘冈戈哥格葛根贡古瓜圭哈海汉豪赫黑亨洪胡华怀霍基吉季加贾简江杰
捷津京久喀卡开凯坎康考柯科可克肯孔库夸奎昆拉莱赖兰劳朗勒雷黎里理丽利莉列林琳龙隆娄卢鲁路吕伦罗洛马玛迈麦曼芒毛茅梅门蒙孟米密敏明缪莫默姆木穆那纳娜乃南内嫩尼年聂涅宁牛农努诺欧帕派潘庞佩彭蓬皮平珀朴普漆齐奇恰钱强乔切钦
琴青琼丘曲让热仁荣儒瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申沈圣施石史什舒朔斯丝司松苏索塔泰坦汤唐陶特滕藤提田廷通图土托瓦万旺威韦维卫魏温文翁沃乌吴武希锡夏香肖谢辛欣兴休修许雅亚扬耶叶伊宜因英尤雨约赞泽曾扎詹章哲珍芝知治朱兹佐优素娅妮黛蕾薇芙茜莲茱蒂娃琪珊雯露婕缇绮蔻蓓谬雪川蒲亭裴巴卜拜登耶伦撒切冠`
	transliterated = 6
)

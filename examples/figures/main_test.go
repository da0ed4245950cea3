package main

import (
	"fmt"
	"os"
)

func Example() {
	if err := write(os.Stdout, samples...); err != nil {
		fmt.Println(err)
	}
	// Output:
	// subject,measure,relation,value,unit,figure,time,speaker
	// 浙江,外贸进出口,increase_by,6.4,%,6.4%,XXXX-01/XXXX-06,
	// 全省,货物贸易进出口总值,is,2710000000000,CNY,2.71万亿元,2025-01/2025-06,
	// 全省,货物贸易进出口总值,increase_by,6.4,%,6.4%,2025-01/2025-06,
	// 全省,出口,is,2030000000000,CNY,2.03万亿元,XXXX-07-18,
	// 全省,出口,increase_by,8.1,%,8.1%,XXXX-07-18,
	// 全省,进口,is,680000000000,CNY,6800亿元,XXXX-07-18,
	// 全省,进口,decrease_by,1.2,%,1.2%,XXXX-07-18,
	// ,进出口,increase_by,3.5,%,3.5%,XXXX-04/XXXX-06,钱以宁
	// 民营企业,占进出口总值,share_of,80,%,八成左右,XXXX-04/XXXX-06,钱以宁
	// 全省,居民消费价格指数,increase_by,0.3,%,0.3%,XXXX-06,钱以宁
	// 全省,涨幅,increase_by,0.2,pp,0.2个百分点,XXXX-06,钱以宁
	// ,外贸,exceeds,5400000000000,CNY,突破5.4万亿元,XXXX,蒋宗义
	// ,共建“一带一路”国家的出口占比,increase_to,48,%,48%,XXXX,蒋宗义
	// 全省,有进出口实绩的企业,exceeds,110000,家,超过11万家,,蒋宗义
	// 和平區與皋蘭縣,結成協作關系,exceeds,6,a,6年多,,邵國棟
	// 和平區,選派干部人才,is,73,名,73名,2018/..,邵國棟
	// 和平區,投入幫扶資金,is,138000000,CNY,1.38億元,2018/..,邵國棟
	// 和平區,實施產業項目,is,46,個,46個,2018/..,邵國棟
	// 和平區,帶動群眾就近就業,exceeds,4200,名,4200余名,2018/..,邵國棟
	// 和平區,實現消費幫扶,is,90000000,CNY,9000萬元,XXXX,邵國棟
	// 全縣,農村居民人均可支配收入,is,14600,CNY,1.46萬元,XXXX,祁連勝
	// 全縣,農村居民人均可支配收入,increase_by,8.2,%,8.2%,XXXX,祁連勝
}

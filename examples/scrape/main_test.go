package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/corpus/web"
)

func Example() {
	if err := scrapeOwn(os.Stdout, io.Discard); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 2023-03-02  清水县去年投入帮扶资金过亿元  方知远 清水县农业农村局局长         投入帮扶资金 1.06亿元、投入帮扶资金 5.3%
	// 2023-09-01  青江县新建学校秋季开学     苏青禾 副县长                学校同时开学 4所、新增学位 3600个
	// 2023-11-08  青江大桥昨日合龙        段明瑞 清水县委书记、孟凡 清水县政府县长  总投资 18.6亿元、进城时间 40分钟、同时在桥上作业 1200名
}

func TestFailuresAreTold(t *testing.T) {
	home, stop, err := serve()
	require.NoError(t, err)
	defer stop()
	var out, errs bytes.Buffer
	seeds := []web.Seed{{URL: home + "/feed.xml"}}
	require.NoError(t, scrape(context.Background(), &out, &errs, seeds, web.AllowPrivate(), web.WithDelay(0)))
	assert.Equal(t, 2, strings.Count(out.String(), "\n"))
	assert.Equal(t, 2, strings.Count(errs.String(), "\n"))
	assert.Contains(t, errs.String(), "/draft/1.html: robots.txt does not allow it")
	assert.Contains(t, errs.String(), "/yw/2023/gone.html: the server answered 404 Not Found")
	out.Reset()
	require.NoError(t, scrape(context.Background(), &out, &errs, seeds))
	assert.Empty(t, out.String(), "this machine is no public address")
}

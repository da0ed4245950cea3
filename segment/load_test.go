//go:build linux

package segment_test

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/text"
)

// What loading may take: processor time, which other programs disturb least, and memory on top of the empty program.
const (
	maxLoad     = 400 * time.Millisecond
	maxResident = 60 << 20
)

const loadChild = "XINWEN_LOAD_CHILD"

// TestLoad measures in a program of its own what the first segmenter costs, a first text included.
func TestLoad(t *testing.T) {
	if os.Getenv(loadChild) != "" {
		before, start := resident(t), used(t)
		s := build(t)
		load := used(t) - start
		s.Append(nil, text.New("清水县副县长李建勇说，今年投入1.06亿元。"))
		fmt.Printf("load %d %d\n", load.Microseconds(), resident(t)-before)
		return
	}
	if testing.Short() {
		t.Skip("the race detector, which runs short tests, costs time and memory of its own")
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestLoad$")
	cmd.Env = append(os.Environ(), loadChild+"=1")
	out, err := cmd.Output()
	require.NoError(t, err)
	var micro, bytes int64
	_, err = fmt.Sscanf(string(out), "load %d %d", &micro, &bytes)
	require.NoError(t, err, "%s", out)
	load := time.Duration(micro) * time.Microsecond
	t.Logf("load %v, at most %.1f MB resident over the empty program", load, float64(bytes)/(1<<20))
	require.LessOrEqual(t, load, maxLoad)
	require.LessOrEqual(t, bytes, int64(maxResident))
}

// used is the processor time the program has used.
func used(t *testing.T) time.Duration {
	var u syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// resident is the most memory that the program has had resident, in bytes.
func resident(t *testing.T) int64 {
	b, err := os.ReadFile("/proc/self/status")
	require.NoError(t, err)
	for line := range strings.Lines(string(b)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			require.NoError(t, err)
			return n << 10
		}
	}
	t.Skip("no VmHWM in /proc/self/status")
	return 0
}

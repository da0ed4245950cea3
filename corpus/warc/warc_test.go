package warc_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/xinwen-go/xinwen/corpus/warc"
)

// fixed are a clock and ids that make the same file each time.
func fixed() []warc.WriterOption {
	n := 0
	return []warc.WriterOption{
		warc.WithClock(func() time.Time { return time.Date(2024, 3, 1, 8, 0, n, 0, time.UTC) }),
		warc.WithIDs(func() string { n++; return fmt.Sprintf("urn:uuid:00000000-0000-4000-8000-%012d", n) }),
	}
}

const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"

func page(i int) []byte {
	return fmt.Appendf(nil, "<html><body><p>%d：%s</p></body></html>", i, strings.Repeat("清水河上的新桥今天通车。", 20+i))
}

// write makes a file of n responses behind a warcinfo record.
func write(t testing.TB, n int, opts ...warc.WriterOption) ([]byte, []warc.Ref) {
	t.Helper()
	var b bytes.Buffer
	w := warc.NewWriter(&b, append(fixed(), opts...)...)
	info, err := w.WriteInfo("test.warc.gz", warc.Header{{"software", "xinwen"}, {"format", "WARC File Format 1.1"}})
	require.NoError(t, err)
	refs := []warc.Ref{info}
	for i := range n {
		ref, err := w.Write(&warc.Draft{Type: warc.TypeResponse, URL: fmt.Sprintf("http://news.example/%d.html", i), Head: []byte(head), Payload: page(i)})
		require.NoError(t, err)
		refs = append(refs, ref)
	}
	return b.Bytes(), refs
}

type seen struct {
	offset int64
	typ    string
	block  string
}

// read lists the records that are whole, and the errors of the iteration.
func read(t testing.TB, b []byte) (records []seen, errs []*warc.Error) {
	t.Helper()
	for rec, err := range warc.Records(bytes.NewReader(b)) {
		if err != nil {
			var e *warc.Error
			require.ErrorAs(t, err, &e)
			errs = append(errs, e)
			continue
		}
		block, err := io.ReadAll(rec.Block)
		if err != nil {
			var e *warc.Error
			require.ErrorAs(t, err, &e)
			require.Equal(t, rec.Offset, e.Offset)
			continue
		}
		require.Len(t, block, int(rec.Length))
		records = append(records, seen{rec.Offset, rec.Type(), string(block)})
	}
	return records, errs
}

func compress(t testing.TB, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write(b)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.Bytes()
}

func TestRoundTrip(t *testing.T) {
	perRecord, refs := write(t, 5)
	plain, plainRefs := write(t, 5, warc.WithoutCompression())
	z, err := zstd.NewWriter(nil)
	require.NoError(t, err)
	var frames []byte
	for i, r := range plainRefs {
		end := len(plain)
		if i+1 < len(plainRefs) {
			end = int(plainRefs[i+1].Offset)
		}
		frames = z.EncodeAll(plain[r.Offset:end], frames)
	}
	half := len(plain) / 2
	for name, c := range map[string]struct {
		file []byte
		refs []warc.Ref
	}{
		"gzip per record":       {perRecord, refs},
		"plain":                 {plain, plainRefs},
		"gzip of the whole":     {compress(t, plain), plainRefs},
		"gzip in two pieces":    {append(compress(t, plain[:half]), compress(t, plain[half:])...), plainRefs},
		"zstd of the whole":     {z.EncodeAll(plain, nil), plainRefs},
		"zstd frame per record": {frames, plainRefs},
		"padded":                {append(bytes.Clone(perRecord), make([]byte, 1000)...), refs},
	} {
		t.Run(name, func(t *testing.T) {
			records, errs := read(t, c.file)
			require.Empty(t, errs)
			require.Len(t, records, 6)
			for i, r := range records {
				assert.Equal(t, c.refs[i].Offset, r.offset)
				if i > 0 {
					assert.Equal(t, head+string(page(i-1)), r.block)
				}
			}
			assert.Equal(t, warc.TypeInfo, records[0].typ)
		})
	}
}

// An offset in a file with a member for each record is a place where a reader can begin.
func TestBeginAtOffset(t *testing.T) {
	b, refs := write(t, 5)
	for i, ref := range refs {
		records, errs := read(t, b[ref.Offset:])
		require.Empty(t, errs)
		require.Len(t, records, len(refs)-i)
		assert.EqualValues(t, 0, records[0].offset)
	}
	assert.EqualValues(t, len(b), refs[5].Offset+refs[5].Length)
}

func TestHeader(t *testing.T) {
	const file = "WARC/1.0\r\nwarc-type: RESPONSE\r\nWARC-Target-URI: <http://news.example/a>\r\nWARC-Record-ID: <urn:uuid:1>\r\n" +
		"WARC-Date: 2024-03-01T08:00:00.123456Z\r\nX-Note: one\r\n two\r\nX-Note: three\r\nContent-Length: 2\r\n\r\nok\r\n\r\n\r\n"
	n := 0
	for rec, err := range warc.Records(strings.NewReader(file)) {
		require.NoError(t, err)
		n++
		assert.Equal(t, "1.0", rec.Version)
		assert.Equal(t, warc.TypeResponse, rec.Type())
		assert.Equal(t, "http://news.example/a", rec.URL())
		assert.Equal(t, "urn:uuid:1", rec.ID())
		assert.Equal(t, 2024, rec.Date().Year())
		assert.Equal(t, "one two", rec.Header.Get("x-note"))
		assert.Equal(t, warc.Field{"X-Note", "three"}, rec.Header[5])
	}
	assert.Equal(t, 1, n)
}

// A file that is cut anywhere gives the records before the cut and then one error, unless it is cut between two records.
func TestTruncated(t *testing.T) {
	for _, opts := range [][]warc.WriterOption{nil, {warc.WithoutCompression()}} {
		b, refs := write(t, 3, opts...)
		for n := range b {
			records, errs := read(t, b[:n])
			whole, clean := 0, n == 0
			for _, r := range refs {
				if int(r.Offset+r.Length) <= n {
					whole++
				}
				// A plain record is whole without the line ends behind it.
				clean = clean || n == int(r.Offset+r.Length) || opts != nil && n >= int(r.Offset+r.Length)-4 && n < int(r.Offset+r.Length)
				if opts != nil && n >= int(r.Offset+r.Length)-4 && n < int(r.Offset+r.Length) {
					whole++
				}
			}
			if opts == nil && len(records) > whole { // the checksum is missing, the record is there
				require.Len(t, records, whole+1)
				require.Len(t, errs, 1)
				continue
			}
			require.Len(t, records, whole, "cut at %d", n)
			if clean {
				require.Empty(t, errs, "cut at %d", n)
				continue
			}
			require.Len(t, errs, 1, "cut at %d", n)
			if n > 6 {
				require.True(t, errors.Is(errs[0], io.ErrUnexpectedEOF) || errors.Is(errs[0], warc.ErrFormat), "cut at %d: %v", n, errs[0])
			}
		}
	}
}

// A damaged gzip member costs its own record.
func TestDamagedMember(t *testing.T) {
	b, refs := write(t, 6)
	for k := int(refs[3].Offset); k < int(refs[4].Offset); k++ {
		damaged := bytes.Clone(b)
		damaged[k] ^= 0x55
		records, errs := read(t, damaged)
		if k-int(refs[3].Offset) >= 3 && k-int(refs[3].Offset) < 10 {
			continue // flags, time, extra flags and system of the member: most changes do no harm, some are the next case
		}
		var got []int64
		for _, r := range records {
			got = append(got, r.offset)
		}
		var want []int64
		for i, r := range refs {
			if i != 3 {
				want = append(want, r.Offset)
			}
		}
		require.Equal(t, want, got, "byte %d", k)
		require.Len(t, errs, 1, "byte %d", k)
		require.Equal(t, refs[3].Offset, errs[0].Offset)
	}
}

func TestDamage(t *testing.T) {
	plain, refs := write(t, 4, warc.WithoutCompression())
	gz, gzRefs := write(t, 4)
	at := func(b []byte, refs []warc.Ref, i int) []byte {
		return b[refs[i].Offset : refs[i].Offset+refs[i].Length]
	}
	join := func(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
	rubbish := []byte("rubbish\r\nWARC/1.1 is a format\r\n\x00\x1f\x8b\x08\x01WARC/1.0")
	for name, c := range map[string]struct {
		file    []byte
		records int
		errs    []string
	}{
		"rubbish between plain records":  {join(at(plain, refs, 1), rubbish, []byte("\r\n"), at(plain, refs, 2)), 2, []string{"passed over"}},
		"rubbish before":                 {join(rubbish, []byte("\n"), at(plain, refs, 2)), 1, []string{"rubbish"}},
		"rubbish after":                  {join(at(plain, refs, 2), rubbish), 1, []string{"rubbish"}},
		"rubbish between members":        {join(at(gz, gzRefs, 1), rubbish, at(gz, gzRefs, 2)), 2, []string{fmt.Sprint(len(rubbish), " bytes passed over")}},
		"rubbish after the last member":  {join(at(gz, gzRefs, 1), rubbish), 1, []string{"damaged gzip"}},
		"no length":                      {join(bytes.Replace(at(plain, refs, 1), []byte("Content-Length"), []byte("Content-Langth"), 1), at(plain, refs, 2)), 1, []string{"Content-Length"}},
		"a negative length":              {join([]byte("WARC/1.0\r\nContent-Length: -5\r\n\r\n"), at(plain, refs, 2)), 1, []string{"-5"}},
		"a huge length":                  {join([]byte("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n"), at(plain, refs, 2)), 1, []string{"9999"}},
		"too short a length":             {join([]byte("WARC/1.0\r\nContent-Length: 5\r\n\r\nabcdefgh\r\n\r\n"), at(plain, refs, 2)), 2, []string{"fgh"}},
		"a line without a name":          {join([]byte("WARC/1.0\r\nhello\r\n\r\n"), at(plain, refs, 2)), 1, []string{"without a name"}},
		"a header that is cut":           {join(at(plain, refs, 1)[:60], []byte("\r\n"), at(plain, refs, 2)), 1, []string{"cut short"}},
		"a member that is short":         {join(compress(t, []byte("WARC/1.0\r\nContent-Length: 50\r\n\r\nabc")), at(gz, gzRefs, 2)), 1, []string{"cut short"}},
		"a header without end":           {join([]byte("WARC/1.0\r\n"), bytes.Repeat([]byte("A: b\r\n"), 1<<18), at(plain, refs, 2)), 1, []string{"longer than"}},
		"an ARC file":                    {[]byte("filedesc://x.arc 0.0.0.0 20240101000000 text/plain 10\n1 0 X\n"), 0, []string{"ARC file"}},
		"an HTML page":                   {page(1), 0, []string{"not a WARC record"}},
		"a gzip file of something else":  {compress(t, page(1)), 0, []string{"not a WARC record"}},
		"nothing":                        {nil, 0, nil},
		"a zstd dictionary that is huge": {[]byte("\x5D\x2A\x4D\x18\xFF\xFF\xFF\x7Fxx"), 0, []string{"dictionary"}},
		"a zstd dictionary that is none": {[]byte("\x5D\x2A\x4D\x18\x02\x00\x00\x00xx\x28\xB5\x2F\xFD"), 0, []string{"zstd"}},
		"zstd that is damaged":           {[]byte("\x28\xB5\x2F\xFDxxxxxxxxxxxxxxxxxxxxxxxxxx"), 0, []string{""}},
	} {
		t.Run(name, func(t *testing.T) {
			records, errs := read(t, c.file)
			assert.Len(t, records, c.records)
			require.Len(t, errs, len(c.errs), "%v", errs)
			for i, s := range c.errs {
				assert.Contains(t, errs[i].Error(), s)
			}
		})
	}
}

// An error of the file itself ends the iteration.
func TestFailingFile(t *testing.T) {
	broken := errors.New("the disk is gone")
	for _, opts := range [][]warc.WriterOption{nil, {warc.WithoutCompression()}} {
		b, _ := write(t, 3, opts...)
		var records int
		var last error
		for _, err := range warc.Records(io.MultiReader(bytes.NewReader(b[:len(b)*3/4]), &failing{broken})) {
			if last = err; err == nil {
				records++
			}
		}
		assert.GreaterOrEqual(t, records, 2)
		assert.ErrorIs(t, last, broken)
	}
}

type failing struct{ err error }

func (f *failing) Read([]byte) (int, error) { return 0, f.err }

func TestZstdDictionary(t *testing.T) {
	plain, refs := write(t, 40, warc.WithoutCompression())
	var samples [][]byte
	for i, r := range refs {
		samples = append(samples, plain[r.Offset:][:r.Length:r.Length])
		_ = i
	}
	dict, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: samples, History: samples[1], Offsets: [3]int{1, 4, 8}})
	require.NoError(t, err)
	z, err := zstd.NewWriter(nil, zstd.WithEncoderDict(dict))
	require.NoError(t, err)
	plainZ, err := zstd.NewWriter(nil)
	require.NoError(t, err)
	for _, d := range [][]byte{dict, plainZ.EncodeAll(dict, nil)} {
		n := len(d)
		file := append([]byte{0x5D, 0x2A, 0x4D, 0x18, byte(n), byte(n >> 8), byte(n >> 16), 0}, d...)
		for _, s := range samples {
			file = z.EncodeAll(s, file)
		}
		records, errs := read(t, file)
		require.Empty(t, errs)
		require.Len(t, records, len(refs))
	}
}

// A record of any size is streamed: here one of 1 GB, compressed, of which the first and the last bytes are looked at.
func TestLargeRecord(t *testing.T) {
	const size = 1 << 30
	if testing.Short() {
		t.Skip("1 GB")
	}
	pr, pw := io.Pipe()
	defer pr.Close()
	go func() {
		z, _ := gzip.NewWriterLevel(pw, gzip.BestSpeed)
		fmt.Fprintf(z, "WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: %d\r\n\r\n", size)
		chunk := bytes.Repeat([]byte("0123456789abcdef"), 4096)
		for range size / len(chunk) {
			z.Write(chunk)
		}
		z.Write([]byte("\r\n\r\n"))
		z.Close()
		small, _ := write(t, 1)
		pw.Write(small)
		pw.Close()
	}()
	n := 0
	for rec, err := range warc.Records(pr) {
		require.NoError(t, err)
		if n++; n == 1 {
			var tail [16]byte
			_, err := io.CopyN(io.Discard, rec.Block, size-16)
			require.NoError(t, err)
			_, err = io.ReadFull(rec.Block, tail[:])
			require.NoError(t, err)
			assert.Equal(t, "0123456789abcdef", string(tail[:]))
		}
	}
	assert.Equal(t, 3, n)
}

func TestBlockOutlivesIteration(t *testing.T) {
	b, _ := write(t, 3)
	var old io.Reader
	for rec, err := range warc.Records(bytes.NewReader(b)) {
		require.NoError(t, err)
		if old != nil {
			_, err := old.Read(make([]byte, 1))
			require.ErrorContains(t, err, "iteration went on")
		}
		old = rec.Block
	}
}

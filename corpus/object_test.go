package corpus

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzMembers: what is taken, encoding/json takes too, to the same effect.
func FuzzMembers(f *testing.F) {
	for _, s := range []string{
		`{}`, ` { "a" : "一\n\u4e8c\ud83d\ude00\ud83d\u0041\ud83d" , "b":[1,{"c":"]"}], "d": -1.5e3 ,"e":null,"a":true} `,
		`{"a":"\x"}`, `{"a":1,}`, `{"a" 1}`, `{"a":"` + "\xff" + `"}`, `{"\u0061":1}`, `{"a":01}`, `{"a":"\u12"}`, `{"a":{"b":[}}`, `{"a":tru}`, `[]`, `{"a":"b"}x`, `{,}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		got, ok := members(b)
		if !ok {
			return
		}
		var want map[string]json.RawMessage
		require.NoError(t, json.Unmarshal(b, &want))
		require.Equal(t, len(want), len(got))
		for name, v := range got {
			require.Equal(t, string(want[name]), string(v))
			if v[0] == '"' {
				var s string
				require.NoError(t, json.Unmarshal(v, &s))
				u, ok := unquote(v)
				require.True(t, ok)
				require.Equal(t, s, u)
			}
		}
	})
}

// The records that are written are taken without the help of encoding/json.
func TestMembersTakesRecords(t *testing.T) {
	for _, s := range []string{
		`{}`, `{"id":7,"text":"一\n\"二\"\u4e09"}`, ` {"a": [1, 2, {"b": null}], "text" : "" } `,
	} {
		object, ok := members([]byte(s))
		require.True(t, ok, s)
		require.NotNil(t, object)
	}
}

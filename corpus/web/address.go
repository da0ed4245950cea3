package web

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// maxAddress bounds the length of an address in bytes; servers refuse longer ones.
const maxAddress = 4 << 10

// parseAddress reads an address, relative to base where that is not nil, and brings it into one form, by which it is told whether
// it was asked for before: scheme and host in lower case, the host in ASCII, no default port, no fragment, a path of / at least,
// what lies beyond ASCII percent-encoded.
func parseAddress(s string, base *url.URL) (*url.URL, error) {
	if len(s) > maxAddress {
		return nil, fmt.Errorf("the address has %d bytes, the limit is %d", len(s), maxAddress)
	}
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		var ue *url.Error
		if errors.As(err, &ue) {
			err = ue.Err
		}
		return nil, fmt.Errorf("not an address: %w", err)
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	switch u.Scheme {
	case "http", "https":
	case "":
		return nil, fmt.Errorf("%w: write https:// or http:// before the address", ErrScheme)
	default:
		return nil, fmt.Errorf("%w, not %s", ErrScheme, u.Scheme)
	}
	if u.User != nil {
		return nil, errors.New("the address holds a user name, which is not sent")
	}
	host := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	if strings.ContainsFunc(host, func(r rune) bool { return r >= 0x80 }) {
		if host, err = idna.Lookup.ToASCII(host); err != nil {
			return nil, fmt.Errorf("the host has no valid name: %w", err)
		}
	}
	if host == "" || len(host) > 253 || strings.ContainsAny(host, " %<>\"\\^`{|}") {
		return nil, errors.New("the address has no valid host")
	}
	port := u.Port()
	if port != "" {
		if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
			return nil, fmt.Errorf("%s is no port", port)
		}
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port != "" && port != defaultPort(u.Scheme) {
		host += ":" + port
	}
	u.Host = host
	u.Fragment, u.RawFragment, u.ForceQuery = "", "", false
	if u.Path == "" {
		u.Path, u.RawPath = "/", ""
	}
	u.RawPath, u.RawQuery = escape(u.RawPath), escape(u.RawQuery)
	return u, nil
}

func defaultPort(scheme string) string {
	if scheme == "https" {
		return "443"
	}
	return "80"
}

// escape percent-encodes what may not stand in a query or path, and writes the hexadecimal digits of what is encoded already in
// capitals.
func escape(s string) string {
	plain := func(c byte) bool { return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '#' }
	var b []byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case !plain(c):
			b = append(b, '%', hexDigits[c>>4], hexDigits[c&15])
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			b = append(b, strings.ToUpper(s[i:i+3])...)
			i += 2
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

const hexDigits = "0123456789ABCDEF"

func isHex(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }

// siteOf names the site of an address: its host without www.
func siteOf(u *url.URL) string { return strings.TrimPrefix(u.Hostname(), "www.") }

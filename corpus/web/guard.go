package web

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"syscall"
	"time"
)

// Resolver finds the addresses of a host.
type Resolver func(ctx context.Context, host string) ([]netip.Addr, error)

// guard says to which network addresses a connection may be made.
type guard struct {
	allowed []netip.Prefix // that are not public, and reachable all the same
}

// special are the blocks of the IANA registries of special-purpose addresses (IPv4 and IPv6) that are not globally reachable, with
// multicast and what is reserved. Those that carry an IPv4 address inside are looked into instead, see inner. IPv6 outside
// 2000::/3 is not handed out at all.
var special = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
	"192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
	"203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
	"2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20",
)

// metadata are addresses of cloud services for the machine itself that lie in public blocks.
var metadata = prefixes("168.63.129.16/32")

var (
	globalUnicast = netip.MustParsePrefix("2000::/3")
	nat64         = netip.MustParsePrefix("64:ff9b::/96")
	sixToFour     = netip.MustParsePrefix("2002::/16")
)

func prefixes(s ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(s))
	for i, p := range s {
		out[i] = netip.MustParsePrefix(p)
	}
	return out
}

// inner is the address that packets to a really go to: the IPv4 address inside a mapped, NAT64 or 6to4 one.
func inner(a netip.Addr) netip.Addr {
	a = a.Unmap().WithZone("")
	b := a.As16()
	switch {
	case nat64.Contains(a):
		return netip.AddrFrom4([4]byte(b[12:16]))
	case sixToFour.Contains(a):
		return netip.AddrFrom4([4]byte(b[2:6]))
	}
	return a
}

// check refuses what is not a public address and was not allowed.
func (g guard) check(a netip.Addr) error {
	a = inner(a)
	if contains(g.allowed, a) {
		return nil
	}
	if !a.IsValid() || a.Is6() && !globalUnicast.Contains(a) || contains(special, a) || contains(metadata, a) {
		return fmt.Errorf("%w: %s", ErrAddress, a)
	}
	return nil
}

func contains(list []netip.Prefix, a netip.Addr) bool {
	for _, p := range list {
		if p.Contains(a) {
			return true
		}
	}
	return false
}

// control looks at the address that a socket is about to be connected to. By then the name is resolved, so that one that
// resolves differently each time gains nothing.
func (g guard) control(_ context.Context, _, address string, _ syscall.RawConn) error {
	a, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: %s", ErrAddress, address)
	}
	return g.check(a.Addr())
}

// dialer returns the function that makes connections; they are closed when life ends.
func (g guard) dialer(life context.Context, resolve Resolver, timeout time.Duration) func(ctx context.Context, network, address string) (net.Conn, error) {
	d := &net.Dialer{Timeout: timeout, KeepAlive: 30 * time.Second, ControlContext: g.control}
	dial := d.DialContext
	if resolve != nil {
		dial = func(ctx context.Context, network, address string) (net.Conn, error) {
			host, port, err := net.SplitHostPort(address)
			if err != nil {
				return nil, err
			}
			if _, err := netip.ParseAddr(host); err == nil {
				return d.DialContext(ctx, network, address)
			}
			addrs, err := resolve(ctx, host)
			if err != nil {
				return nil, err
			}
			err = &net.DNSError{Err: "no address", Name: host, IsNotFound: true}
			for _, a := range addrs {
				var conn net.Conn
				if conn, err = d.DialContext(ctx, network, net.JoinHostPort(a.String(), port)); err == nil {
					return conn, nil
				}
			}
			return nil, err
		}
	}
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(life, cancel)()
		conn, err := dial(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return &boundConn{conn, context.AfterFunc(life, func() { conn.Close() })}, nil
	}
}

// boundConn is a connection that is closed when the crawl ends, whoever holds it.
type boundConn struct {
	net.Conn
	free func() bool
}

func (c *boundConn) Close() error {
	c.free()
	return c.Conn.Close()
}

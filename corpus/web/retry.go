package web

import (
	"context"
	"crypto/tls"
	"errors"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// maxBackoff bounds the wait before a request is tried again on our own account.
const maxBackoff = time.Minute

// backoff is how long to wait before try n of a request, never longer than a host may ask for.
func (c *crawl) backoff(n int) time.Duration { return min(backoff(c.f.backoff, n), c.f.maxWait) }

// backoff is how long to wait before try n (from 1): twice as long each time, half of it by chance, so that many that failed
// together do not come back together.
func backoff(base time.Duration, n int) time.Duration {
	d := min(base<<min(n-1, 16), maxBackoff)
	if d <= 0 {
		return 0
	}
	return d/2 + rand.N(d/2+1)
}

// mayRetry reports whether a request that has failed so often may be made again. After a time-out that is once: it has cost
// enough.
func (c *crawl) mayRetry(err error, tries int) bool {
	return tries < c.f.retries && (tries == 0 || !errors.Is(err, context.DeadlineExceeded))
}

// retryAfter reads a Retry-After header, of seconds or of a date (RFC 9110, 10.2.3). It reports false where there is none.
func retryAfter(value string, now time.Time) (time.Duration, bool) {
	value = strings.TrimSpace(value)
	if value == "" {
		return 0, false
	}
	if strings.Trim(value, "0123456789") == "" {
		const longest = 365 * 24 * 3600
		s, err := strconv.ParseInt(value, 10, 64)
		if err != nil || s > longest {
			s = longest
		}
		return time.Duration(s) * time.Second, true
	}
	t, err := http.ParseTime(value)
	if err != nil {
		return 0, false
	}
	return max(0, t.Sub(now)), true
}

// passing reports whether a status may be another one soon.
func passing(status int) bool {
	switch status {
	case http.StatusTooManyRequests, http.StatusRequestTimeout, http.StatusInternalServerError, http.StatusBadGateway,
		http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return status > 505 && status < 600 // those of content delivery networks
}

// passingError reports whether a request that got no response, or half of one, may get one soon.
func passingError(err error) bool {
	var dns *net.DNSError
	var cert *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	switch {
	case errors.Is(err, ErrAddress), errors.Is(err, ErrTooLarge), errors.Is(err, ErrNotPage), errors.Is(err, context.Canceled),
		errors.As(err, &cert), errors.As(err, &record):
		return false
	case errors.As(err, &dns):
		return !dns.IsNotFound
	}
	return true
}

package extract

import "time"

// String is the moment as a date, or as an RFC 3339 time where the minute is known; empty where there is none.
func (m Moment) String() string {
	switch {
	case m.Time.IsZero():
		return ""
	case m.Minute:
		return m.Time.Format(time.RFC3339)
	}
	return m.Time.Format(time.DateOnly)
}

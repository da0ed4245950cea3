package numbers

import (
	"time"

	"github.com/xinwen-go/xinwen/text"
)

// Kind is what a quantity counts or measures.
type Kind string

// The kinds of quantities.
const (
	KindNumber       Kind = "number"
	KindCount        Kind = "count"
	KindMoney        Kind = "money"
	KindMeasure      Kind = "measure"
	KindPercent      Kind = "percent"
	KindPercentPoint Kind = "percent_point"
	KindFraction     Kind = "fraction"
	KindMultiple     Kind = "multiple"
	KindOrdinal      Kind = "ordinal"
	KindTemperature  Kind = "temperature"
	KindDuration     Kind = "duration"
)

// Approx tells how exactly a figure is meant.
type Approx string

// The ways a figure may be meant.
const (
	Exact   Approx = "exact"
	About   Approx = "about"
	Above   Approx = "above"
	Below   Approx = "below"
	AtLeast Approx = "at_least"
	AtMost  Approx = "at_most"
	Range   Approx = "range"
	Few     Approx = "few"
)

// Role tells whether a figure claims something.
type Role string

// A figure either states a value or is part of a name (7天逆回购).
const (
	RoleValue Role = "value"
	RoleName  Role = "name"
)

// Unit is the unit of a quantity.
type Unit struct {
	Text       string   // as written
	Code       string   // ISO 4217 for money, UCUM or pinyin for measures, the classifier for counts, %, pp, bp
	Dimension  string   // what it measures: money, length, count …
	SI         Number   // factor to the SI unit, for Chinese units; zero Number otherwise
	Candidates []string // ISO 4217 codes where 元 is undecided; Code is then empty
}

// Quantity is one figure of a text with its bounds, unit and place.
type Quantity struct {
	text.Span
	Kind           Kind
	Value          Number // as said, scaled; zero Number (not Valid) for ranges and 数百
	Lo, Hi         Number // bounds; a zero Number is an open side
	LoOpen, HiOpen bool   // the bound itself is excluded
	Approx         Approx
	Unit           Unit
	Per            string // the unit it is counted per (每桶 → 桶), or empty
	Role           Role
}

// TimeKind is the kind of a time expression.
type TimeKind string

// The kinds of time expressions.
const (
	TimeDate      TimeKind = "date"
	TimeTime      TimeKind = "time"
	TimePeriod    TimeKind = "period"
	TimeDuration  TimeKind = "duration"
	TimeRecurring TimeKind = "recurring"
)

// Anchor tells what a time was resolved against.
type Anchor string

// What a time may be resolved against: nothing, the time of publication, another date of the text. A time that could not
// be resolved has no anchor.
const (
	Absolute  Anchor = "absolute"
	Reference Anchor = "reference"
	InText    Anchor = "text"
	NoAnchor  Anchor = "none"
)

// Time is one time expression of a text.
type Time struct {
	text.Span
	Kind     TimeKind
	Grain    string // second, minute, hour, day, week, month, quarter, half, year, decade, century …
	From, To string // inclusive, ISO 8601 at the written grain's first and last day or time; empty where open or unknown
	EDTF     string // ISO 8601-2; unresolved parts are X
	Anchor   Anchor
}

// Context is what is known of a document outside its text.
type Context struct {
	Published time.Time // reference time of 去年, 4月28日; the zero Time where unknown
	Region    string    // CN, TW, HK or MO where the outlet or address decides it, for a bare 元; empty where unknown
}

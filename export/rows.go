package export

import (
	"time"
)

// Date is a day: the number of days since 1970-01-01.
type Date int32

// String is the day as 2021-04-28.
func (d Date) String() string { return time.Unix(int64(d)*86400, 0).UTC().Format(time.DateOnly) }

// MarshalText is String.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// Article is one document of the run. Documents that failed have no row here but one in errors.
type Article struct {
	// Number of the document among those of the output, from 1. It is the key that all tables share.
	Article int64 `parquet:"article" sql:"INTEGER PRIMARY KEY"`
	// Id of the document, as in the record.
	ID string `parquet:"id" sql:"TEXT NOT NULL"`
	// Address.
	URL string `parquet:"url,optional"`
	// Charset the bytes were read in; null for text that came as a string.
	Charset string `parquet:"charset,optional,dict"`
	// zh-Hans, zh-Hant or other.
	Script string `parquet:"script,dict"`
	// Headline.
	Title string `parquet:"title,optional"`
	// Who wrote it.
	Authors []string `parquet:"authors,list"`
	// Who edited it.
	Editors []string `parquet:"editors,list"`
	// Newspaper, agency or site that it is from.
	Outlet string `parquet:"outlet,optional,dict"`
	// Time of publication as it is known: a date or an RFC 3339 time.
	Published string `parquet:"published,optional"`
	// The day of published, in its own time zone; null where less than a day is known.
	PublishedDate *Date `parquet:"published_date,optional,date"`
	// Id of the first article of the run that has the same text, but for headline, credits, script and damage; null for that article itself.
	DuplicateOf string `parquet:"duplicate_of,optional"`
	// Why the document was not analysed: not_chinese; null where it was.
	Skipped string `parquet:"skipped,optional,dict"`
	// Length of text in code points.
	Characters int64 `parquet:"characters"`
	// The text after repair, in its own script.
	Text string `parquet:"text"`
}

// Person is one person to whom an article gives at least one post.
type Person struct {
	// Article that the row is from.
	Article int64 `parquet:"article" sql:"INTEGER NOT NULL REFERENCES articles"`
	// Place of the person in the article's list, from 0.
	Person int64 `parquet:"person"`
	// Fullest form of the name in the text.
	Name string `parquet:"name"`
	// The same in simplified characters.
	NameHans string `parquet:"name_hans"`
	// Only a surname is known.
	Partial bool `parquet:"partial"`
	// 男 or 女, as the text has it.
	Gender string `parquet:"gender,optional,dict"`
	// Ethnic group.
	Ethnicity string `parquet:"ethnicity,optional,dict"`
	// Date of birth as the text has it.
	Birth string `parquet:"birth,optional"`
	// Where the family comes from.
	NativePlace string `parquet:"native_place,optional"`
	// Military rank.
	MilitaryRank string `parquet:"military_rank,optional,dict"`
	// Party.
	Party string `parquet:"party,optional,dict"`
}

// Mention is one place where an article refers to a person.
type Mention struct {
	// Article that the row is from.
	Article int64 `parquet:"article" sql:"INTEGER NOT NULL REFERENCES articles"`
	// Person of the article that is meant.
	Person int64 `parquet:"person"`
	// Place of the mention in the person's list, from 0.
	Mention int64 `parquet:"mention"`
	// First code point in the article's text.
	SpanStart int64 `parquet:"span_start"`
	// Code point after the last.
	SpanEnd int64 `parquet:"span_end"`
	// The words of the span.
	Text string `parquet:"text"`
	// full, short, surname_title or pronoun.
	Kind string `parquet:"kind,dict"`
}

// Post is one office that an article gives to a person.
type Post struct {
	// Article that the row is from.
	Article int64 `parquet:"article" sql:"INTEGER NOT NULL REFERENCES articles"`
	// Person of the article that holds it.
	Person int64 `parquet:"person"`
	// Place of the post in the person's list, from 0.
	Post int64 `parquet:"post"`
	// First code point in the article's text.
	SpanStart int64 `parquet:"span_start"`
	// Code point after the last.
	SpanEnd int64 `parquet:"span_end"`
	// The words of the span, which name the office.
	Text string `parquet:"text"`
	// Organisation in simplified short form, with its department.
	Org string `parquet:"org,dict"`
	// The department alone.
	Dept string `parquet:"dept,optional,dict"`
	// Position in the organisation.
	Position string `parquet:"position,dict"`
	// GB/T 2260 code of the organisation's territory; null where there is none or it is undecidable.
	PlaceCode string `parquet:"place_code,optional,dict"`
	// Name of the territory in short form.
	PlaceName string `parquet:"place_name,optional,dict"`
	// Full names from the province down.
	PlacePath []string `parquet:"place_path,list"`
	// Codes that are possible, where place_code is null.
	PlaceCandidates []string `parquet:"place_candidates,list"`
	// How the place was decided: explicit, context, unique, hint.
	PlaceHow string `parquet:"place_how,optional,dict"`
	// current, former, acting, appointed, dismissed, proposed, suspended.
	Status string `parquet:"status,dict"`
	// Administrative rank where the rule is certain.
	Rank string `parquet:"rank,optional,dict"`
	// The rule that gives the rank.
	RankWhy string `parquet:"rank_why,optional,dict"`
}

// Quantity is one figure of an article. Decimals stand as exact strings (plain, without exponent, or a fraction such as 2/3),
// and as the nearest double beside them.
type Quantity struct {
	// Article that the row is from.
	Article int64 `parquet:"article" sql:"INTEGER NOT NULL REFERENCES articles"`
	// Place of the quantity in the article's list, from 0.
	Quantity int64 `parquet:"quantity"`
	// First code point in the article's text.
	SpanStart int64 `parquet:"span_start"`
	// Code point after the last.
	SpanEnd int64 `parquet:"span_end"`
	// The words of the span.
	Text string `parquet:"text"`
	// number, count, money, measure, percent, percent_point, fraction, multiple, ordinal, temperature, duration.
	Kind string `parquet:"kind,dict"`
	// The figure as said, scaled, exact; null for ranges and 数百.
	Value string `parquet:"value,optional"`
	// The same as a double.
	ValueNum *float64 `parquet:"value_num,optional"`
	// Lower bound, exact; null where open.
	Lo string `parquet:"lo,optional"`
	// The same as a double.
	LoNum *float64 `parquet:"lo_num,optional"`
	// Upper bound, exact; null where open.
	Hi string `parquet:"hi,optional"`
	// The same as a double.
	HiNum *float64 `parquet:"hi_num,optional"`
	// The lower bound itself is excluded.
	LoOpen bool `parquet:"lo_open"`
	// The upper bound itself is excluded.
	HiOpen bool `parquet:"hi_open"`
	// exact, about, above, below, at_least, at_most, range, few.
	Approx string `parquet:"approx,dict"`
	// Unit as written.
	UnitText string `parquet:"unit_text,optional,dict"`
	// Unit: ISO 4217, UCUM, pinyin of a Chinese unit, or the classifier.
	UnitCode string `parquet:"unit_code,optional,dict"`
	// What the unit measures.
	UnitDimension string `parquet:"unit_dimension,optional,dict"`
	// Factor of a Chinese unit to the SI unit, exact.
	UnitSI string `parquet:"unit_si,optional,dict"`
	// Currencies that are possible, where unit_code is null.
	UnitCandidates []string `parquet:"unit_candidates,list"`
	// Unit that it is counted per.
	Per string `parquet:"per,optional,dict"`
	// value, or name where the figure is part of a name.
	Role string `parquet:"role,dict"`
}

// Time is one time expression of an article.
type Time struct {
	// Article that the row is from.
	Article int64 `parquet:"article" sql:"INTEGER NOT NULL REFERENCES articles"`
	// Place of the time in the article's list, from 0.
	Time int64 `parquet:"time"`
	// First code point in the article's text.
	SpanStart int64 `parquet:"span_start"`
	// Code point after the last.
	SpanEnd int64 `parquet:"span_end"`
	// The words of the span.
	Text string `parquet:"text"`
	// date, time, period, duration, recurring.
	Kind string `parquet:"kind,dict"`
	// second … century: the unit that is written.
	Grain string `parquet:"grain,dict"`
	// First day or time, inclusive, ISO 8601; null where open or unknown.
	FromISO string `parquet:"from_iso,optional"`
	// Last day or time, inclusive, ISO 8601; null where open or unknown.
	ToISO string `parquet:"to_iso,optional"`
	// The day of from_iso; null outside the years 1 to 9999.
	FromDate *Date `parquet:"from_date,optional,date"`
	// The day of to_iso; null outside the years 1 to 9999.
	ToDate *Date `parquet:"to_date,optional,date"`
	// ISO 8601-2, with X for what is unresolved.
	EDTF string `parquet:"edtf,optional"`
	// absolute, reference, text, or none.
	Anchor string `parquet:"anchor,dict"`
}

// Claim is one asserted figure of an article.
type Claim struct {
	// Article that the row is from.
	Article int64 `parquet:"article" sql:"INTEGER NOT NULL REFERENCES articles"`
	// Place of the claim in the article's list, from 0.
	Claim int64 `parquet:"claim"`
	// First code point of the clause in the article's text.
	SpanStart int64 `parquet:"span_start"`
	// Code point after the last.
	SpanEnd int64 `parquet:"span_end"`
	// The clause.
	Text string `parquet:"text"`
	// What the claim is about; null where the text does not tell.
	Subject string `parquet:"subject,optional"`
	// Where the subject starts.
	SubjectStart *int64 `parquet:"subject_start,optional"`
	// Where it ends.
	SubjectEnd *int64 `parquet:"subject_end,optional"`
	// explicit, or inherited from an earlier clause.
	SubjectHow string `parquet:"subject_how,optional,dict"`
	// What is counted or measured.
	Measure string `parquet:"measure,optional"`
	// Where the measure starts.
	MeasureStart *int64 `parquet:"measure_start,optional"`
	// Where it ends.
	MeasureEnd *int64 `parquet:"measure_end,optional"`
	// explicit, or inherited from an earlier clause.
	MeasureHow string `parquet:"measure_how,optional,dict"`
	// is, exceeds, at_least, at_most, below, between, increase_by, increase_to, decrease_by, decrease_to, multiply_by, share_of, rank.
	Relation string `parquet:"relation,dict"`
	// Quantity of the article that is claimed.
	Quantity int64 `parquet:"quantity"`
	// Quantity that the change started from.
	FromQuantity *int64 `parquet:"from_quantity,optional"`
	// Quantity by which it changed.
	ChangeQuantity *int64 `parquet:"change_quantity,optional"`
	// yoy or qoq.
	Basis string `parquet:"basis,optional,dict"`
	// total, cumulative, mean, per_unit.
	Aspect string `parquet:"aspect,optional,dict"`
	// Time of the article that it holds for.
	Time *int64 `parquet:"time,optional"`
	// Who says it.
	Speaker string `parquet:"speaker,optional"`
	// Where the speaker's name starts.
	SpeakerStart *int64 `parquet:"speaker_start,optional"`
	// Where it ends.
	SpeakerEnd *int64 `parquet:"speaker_end,optional"`
	// explicit, or inherited from an earlier clause.
	SpeakerHow string `parquet:"speaker_how,optional,dict"`
	// fact, forecast, target, denied.
	Modality string `parquet:"modality,dict"`
}

// Repair is one place of an article where damage was undone.
type Repair struct {
	// Article that the row is from.
	Article int64 `parquet:"article" sql:"INTEGER NOT NULL REFERENCES articles"`
	// Place of the repair in the article's list, from 0.
	Repair int64 `parquet:"repair"`
	// First code point in the article's text.
	SpanStart int64 `parquet:"span_start"`
	// Code point after the last; span_start where something was removed.
	SpanEnd int64 `parquet:"span_end"`
	// First code point in the text as it came.
	RawStart int64 `parquet:"raw_start"`
	// Code point after the last, there.
	RawEnd int64 `parquet:"raw_end"`
	// What stood there.
	Raw string `parquet:"raw"`
	// pinyin, gbk, entity, mojibake, …
	Kind string `parquet:"kind,dict"`
	// Nothing else can have stood there.
	Certain bool `parquet:"certain"`
}

// Failure is one document that could not be read or handled.
type Failure struct {
	// Number of the document among those of the output.
	Article int64 `parquet:"article" sql:"INTEGER PRIMARY KEY"`
	// Id of the document, or the place where it should have been: path#line.
	ID string `parquet:"id"`
	// Stage that failed: read, input, extract, repair, numbers, segment, entities, claims, timeout.
	Stage string `parquet:"stage,dict"`
	// What was wrong.
	Message string `parquet:"message"`
}

// Tenure is what all articles of the run together say of one post of one person; copies of an article count once.
type Tenure struct {
	// Key of the person: the name in simplified characters, with #2, #3 … for namesakes.
	Person string `parquet:"person"`
	// Name in simplified characters.
	Name string `parquet:"name"`
	// Organisation, with its department.
	Org string `parquet:"org,dict"`
	// Position in the organisation.
	Position string `parquet:"position,dict"`
	// GB/T 2260 code, where any article decides it.
	PlaceCode string `parquet:"place_code,optional,dict"`
	// Day of the first article that has the post; null where none is dated.
	FirstDate *Date `parquet:"first_date,optional,date"`
	// Day of the last article that has the post.
	LastDate *Date `parquet:"last_date,optional,date"`
	// How many articles have it.
	Articles int64 `parquet:"articles"`
	// How the status went, in order of date.
	Changes []Change `parquet:"changes,list"`
}

// Change is a status and the day it was first seen.
type Change struct {
	// Day; null where the article is not dated.
	Date *Date `parquet:"date,optional,date" json:"date"`
	// Status of the post from then on.
	Status string `parquet:"status" json:"status"`
}

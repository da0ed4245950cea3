// Package bench measures peers and us side by side, in one run, so that only ratios need to be believed. It is a module of
// its own, so that no peer becomes a dependency of the library; one peer needs cgo.
//
//	XINWEN_CASES=<folder of cases> go test -v -run Quality .
//	XINWEN_CASES=<folder of cases> go test -run '^$' -bench .
//
// Of the segmenters in Go, jiebago is left out: it has no licence.
//
// Without cases the quality tests skip, and the benchmarks use the sample articles of the repository.
package bench

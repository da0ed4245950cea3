// Package annotated reads the training text of this folder: news-like sentences written for this project, cut into words
// and tagged by the standard of GUIDE.md, dedicated to the public domain (CC0 1.0). Only the trainer and tests use it.
package annotated

// Package tenure gathers who held which post when, from the records of many articles: a row for each person and post with
// the first and last day it was seen, the number of articles, and the changes of status. Namesakes are kept apart by place and
// career. Memory is bounded: see [WithMaxPersons].
package tenure

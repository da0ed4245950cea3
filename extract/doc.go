// Package extract reads the article out of a Chinese news page: its body as paragraphs, its title without the name of the
// site, authors, editors, outlet and time. It decides the charset itself (see [Decode]) and reads the credits that stand in
// the text of an article (see [ReadCredits]).
package extract

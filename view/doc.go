// Package view shows records to people.
package view

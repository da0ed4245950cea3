package numbers

// Number is an exact number: an arbitrary decimal or a fraction. The zero Number is not a number and stands for "none".
type Number struct{ s string }

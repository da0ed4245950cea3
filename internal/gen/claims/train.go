package main

import (
	"math"
	"math/rand/v2"

	"github.com/xinwen-go/xinwen/internal/whose"
)

// The model is a softmax over the options of a figure, trained by stochastic gradient descent with a rate for each weight
// (AdaGrad); the weights of the later epochs are averaged.
const (
	epochs = 14
	rate   = 0.03
	decay  = 3e-3
)

// example is a figure with its options.
type example struct {
	features [][]uint32 // of each option: indices of weights
	right    []bool
}

func train(examples []*example) []float64 {
	w := make([]float64, 1<<whose.Bits)
	squares := make([]float64, len(w))
	sum := make([]float64, len(w))
	rng := rand.New(rand.NewPCG(1, 2))
	order := make([]*example, len(examples))
	copy(order, examples)
	var p, q []float64
	for e := range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, x := range order {
			p, q = odds(w, x, p[:0], q[:0])
			for k, features := range x.features {
				d := p[k] - q[k]
				if math.Abs(d) < 1e-4 {
					continue
				}
				for _, f := range features {
					g := d + decay*w[f]
					squares[f] += g * g
					w[f] -= rate * g / math.Sqrt(0.1+squares[f])
				}
			}
		}
		if e >= epochs/2 {
			for f := range w {
				sum[f] += w[f] / (epochs - epochs/2)
			}
		}
	}
	return sum
}

// odds appends the probability of each option, and what it should be: that of the right ones shared as the model does.
func odds(w []float64, x *example, p, q []float64) (_, _ []float64) {
	top := math.Inf(-1)
	for _, features := range x.features {
		s := score(w, features)
		p = append(p, s)
		top = max(top, s)
	}
	all, right := 0.0, 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		all += p[k]
		if x.right[k] {
			right += p[k]
		}
	}
	for k := range p {
		should := 0.0
		if x.right[k] {
			should = p[k] / right
		}
		q = append(q, should)
		p[k] /= all
	}
	return p, q
}

func score(w []float64, features []uint32) float64 {
	s := 0.0
	for _, f := range features {
		s += w[f]
	}
	return s
}

func best(w []float64, options [][]uint32) int {
	at, top := 0, math.Inf(-1)
	for k, features := range options {
		if s := score(w, features); s > top {
			at, top = k, s
		}
	}
	return at
}

// quantised returns the weights as bytes.
func quantised(w []float64) []byte {
	top := 0.0
	for _, v := range w {
		top = max(top, math.Abs(v))
	}
	b := make([]byte, len(w))
	for f, v := range w {
		b[f] = byte(int8(math.Round(v / top * 127)))
	}
	return b
}

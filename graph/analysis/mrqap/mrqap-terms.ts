import { type Digraph, degreesOf } from '../paths/adjacency.ts'
import { oncePer } from '../once-per.ts'

/**
 * A property of ordered pairs of nodes that needs no matrix: 1 for all, whether both are of the same class (−1: of none),
 * or a number of the first or of the second.
 */
export type Term =
  | { readonly kind: 'one' }
  | { readonly kind: 'same'; readonly classOf: Int32Array }
  | { readonly kind: 'sender' | 'receiver'; readonly value: Float64Array }

/** The property of the pair (order[i], order[j]) as one of (i, j). */
export function permuteTerm(term: Term, order: Uint32Array): Term {
  if (term.kind === 'one') return term
  if (term.kind === 'same') return { kind: 'same', classOf: Int32Array.from(order, node => term.classOf[node]!) }
  return { kind: term.kind, value: Float64Array.from(order, node => term.value[node]!) }
}

/** Σ of the products of two properties over the ordered pairs of different nodes. O(nodes). */
export function productOf(one: Term, other: Term, nodeCount: number): number {
  if (one.kind === 'same' && other.kind === 'same') return bothSame(one.classOf, other.classOf)
  if (one.kind === 'same') return productOf(other, one, nodeCount)
  if (one.kind === 'one') return sum(sums(other, nodeCount).rows)
  const { rows, columns } = sums(other, nodeCount)
  const along = one.kind === 'sender' ? rows : columns
  return one.value.reduce((total, value, node) => total + value * along[node]!, 0)
}

/** Σ of a property over the edges. O(edges) for classes, O(nodes) for the rest. */
export function productWithEdges(graph: Digraph, term: Term): number {
  if (term.kind === 'one') return graph.edgeCount
  if (term.kind === 'same') return edgesWithin(graph, term.classOf)
  const degree = degreesOf(term.kind === 'sender' ? graph.out : graph.in)
  return term.value.reduce((total, value, node) => total + value * degree[node]!, 0)
}

/** Σ of a property over the pairs that begin (rows) and that end (columns) in each node. */
function sums(term: Term, nodeCount: number): Sums {
  if (term.kind !== 'one') return sumsOf(term)
  const each = new Float64Array(nodeCount).fill(nodeCount - 1)
  return { rows: each, columns: each }
}

interface Sums {
  readonly rows: Float64Array
  readonly columns: Float64Array
}

const sumsOf = oncePer((term: Exclude<Term, { kind: 'one' }>): Sums => {
  if (term.kind === 'same') {
    const size = sizes(term.classOf)
    const others = Float64Array.from(term.classOf, own => (own < 0 ? 0 : size[own]! - 1))
    return { rows: others, columns: others }
  }
  const total = sum(term.value)
  const own = term.value.map(value => (term.value.length - 1) * value)
  const rest = term.value.map(value => total - value)
  return term.kind === 'sender' ? { rows: own, columns: rest } : { rows: rest, columns: own }
})

/** Ordered pairs that are of the same class in both classifications. */
function bothSame(one: Int32Array, other: Int32Array): number {
  const width = other.reduce((most, own) => Math.max(most, own), 0) + 1
  const joint = one.map((own, node) => (own < 0 || other[node]! < 0 ? -1 : own * width + other[node]!))
  return sizes(joint).reduce((total, size) => total + size * (size - 1), 0)
}

function edgesWithin({ nodeCount, out }: Digraph, classOf: Int32Array): number {
  let within = 0
  for (let node = 0; node < nodeCount; node++) {
    const own = classOf[node]!
    if (own < 0) continue
    for (let place = out.start[node]!; place < out.start[node + 1]!; place++)
      if (classOf[out.target[place]!] === own) within++
  }
  return within
}

function sizes(classOf: Int32Array): Uint32Array {
  const size = new Uint32Array(classOf.reduce((most, own) => Math.max(most, own), 0) + 1)
  for (const own of classOf) if (own >= 0) size[own]!++
  return size
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

import type { Adjacency, Digraph } from '../paths/adjacency.ts'
import { oncePer } from '../once-per.ts'
import type { Pairs } from './pairs.ts'
import { matrixAlong, type MatrixTerm, matrixTimes, matrixWithin, permuteMatrix, sumsOfMatrix } from './matrix-terms.ts'

/**
 * A property of ordered pairs of nodes, most without a full matrix: 1 for all, whether both are of the same class (−1: of none), a
 * number of the first or of the second, numbers of single pairs (0 for those that have no entry), or a number of every pair.
 */
export type Term =
  | { readonly kind: 'one' }
  | { readonly kind: 'same'; readonly classOf: Int32Array }
  | { readonly kind: 'sender'; readonly value: Float64Array }
  | { readonly kind: 'receiver'; readonly value: Float64Array }
  | { readonly kind: 'pairs'; readonly rows: Adjacency }
  | MatrixTerm

/** The property of the pair (order[i], order[j]) as one of (i, j). */
export function permuteTerm(term: Term, order: Uint32Array): Term {
  if (term.kind === 'one') return term
  if (term.kind === 'same') return { kind: 'same', classOf: inOrder(term.classOf, new Int32Array(order.length), order) }
  if (term.kind === 'pairs') return { kind: 'pairs', rows: permuteRows(term.rows, order) }
  if (term.kind === 'matrix') return permuteMatrix(term, order)
  return { kind: term.kind, value: inOrder(term.value, new Float64Array(order.length), order) }
}

/** Writes the values of the nodes in their new order into `ordered`. */
function inOrder<Values extends Int32Array | Float64Array>(
  values: Values,
  ordered: Values,
  order: Uint32Array,
): Values {
  for (let place = 0; place < order.length; place++) ordered[place] = values[order[place]!]!
  return ordered
}

/** Rows in their new order; within a row the targets are in none. */
function permuteRows({ start, target, weight }: Adjacency, order: Uint32Array): Adjacency {
  const placeOf = new Uint32Array(order.length)
  for (const [place, node] of order.entries()) placeOf[node] = place
  const rows: Adjacency = {
    start: new Uint32Array(start.length),
    target: new Uint32Array(target.length),
    weight: new Float64Array(weight.length),
  }
  let next = 0
  for (const [place, node] of order.entries()) {
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      rows.target[next] = placeOf[target[at]!]!
      rows.weight[next++] = weight[at]!
    }
    rows.start[place + 1] = next
  }
  return rows
}

/** Σ of the products of two properties over `pairs`. O(nodes), and O(entries) where one has some, O(nodes²) with a matrix. */
export function productOf(one: Term, other: Term, pairs: Pairs): number {
  if (ranks[one.kind] > ranks[other.kind]) return productOf(other, one, pairs)
  if (one.kind === 'one') return totalOf(sumsOf(pairs)(other).rows)
  if (one.kind === 'sender') return dot(one.value, sumsOf(pairs)(other).rows)
  if (one.kind === 'receiver') return dot(one.value, sumsOf(pairs)(other).columns)
  if (other.kind === 'matrix') return productWithMatrix(one, other, pairs)
  if (one.kind === 'same')
    return other.kind === 'same'
      ? bothSame(one.classOf, other.classOf, pairs)
      : withinClass((other as RowsTerm).rows, one.classOf, pairs)
  return alongRows((one as RowsTerm).rows, (other as RowsTerm).rows, pairs)
}

function productWithMatrix(one: Term, matrix: MatrixTerm, pairs: Pairs): number {
  if (one.kind === 'matrix') return matrixTimes(one, matrix, pairs)
  return one.kind === 'same'
    ? matrixWithin(matrix, one.classOf, pairs)
    : matrixAlong(matrix, (one as RowsTerm).rows, pairs)
}

type RowsTerm = Extract<Term, { kind: 'pairs' }>

/** The simpler of two says how their product is found. */
const ranks: Readonly<Record<Term['kind'], number>> = { one: 0, sender: 1, receiver: 2, same: 3, pairs: 4, matrix: 5 }

/** Σ of a property over the edges. O(edges) for classes, O(edges + entries) for pairs, O(nodes) for the rest. */
export function productWithEdges(graph: Digraph, term: Term): number {
  if (term.kind === 'one') return graph.edgeCount
  if (term.kind === 'same') return edgesWithin(graph, term.classOf)
  if (term.kind === 'pairs') return alongRows(edgesOnce(graph), term.rows, graph)
  if (term.kind === 'matrix') return matrixAlong(term, edgesOnce(graph), graph)
  const { start } = term.kind === 'sender' ? graph.out : graph.in
  let total = 0
  for (let node = 0; node < graph.nodeCount; node++) total += term.value[node]! * (start[node + 1]! - start[node]!)
  return total
}

/** The edges with 1 each, whatever they weigh. */
const edgesOnce = oncePer(({ out }: Digraph): Adjacency => ({
  ...out,
  weight: new Float64Array(out.target.length).fill(1),
}))

/** Σ of a property over the pairs that begin (rows) and that end (columns) in each node. */
interface Sums {
  readonly rows: Float64Array
  readonly columns: Float64Array
}

const totalOf = oncePer(sum)

const sumsOf = oncePer((pairs: Pairs) => oncePer((term: Term): Sums => countSums(term, pairs)))

// Loops without a function per node: a thousand permutations ask for the sums of each term.
function countSums(term: Term, pairs: Pairs): Sums {
  const { nodeCount } = pairs
  const isRead = new Uint8Array(nodeCount)
  let read = 0
  for (let node = 0; node < nodeCount; node++) read += isRead[node] = pairs.unread?.[node] === 1 ? 0 : 1
  if (term.kind === 'pairs') return sumsOfRows(term.rows, nodeCount, isRead)
  if (term.kind === 'same') return sumsOfClasses(term.classOf, isRead)
  if (term.kind === 'matrix') return sumsOfMatrix(term, pairs)
  const [rows, columns] = [new Float64Array(nodeCount), new Float64Array(nodeCount)]
  if (term.kind === 'one')
    for (let node = 0; node < nodeCount; node++) {
      rows[node] = isRead[node]! * (nodeCount - 1)
      columns[node] = read - isRead[node]!
    }
  else if (term.kind === 'sender') {
    const total = sumOfRead(term.value, isRead)
    for (let node = 0; node < nodeCount; node++) {
      rows[node] = isRead[node]! * ((nodeCount - 1) * term.value[node]!)
      columns[node] = total - isRead[node]! * term.value[node]!
    }
  } else {
    const total = sum(term.value)
    for (let node = 0; node < nodeCount; node++) {
      rows[node] = isRead[node]! * (total - term.value[node]!)
      columns[node] = (read - isRead[node]!) * term.value[node]!
    }
  }
  return { rows, columns }
}

function sumsOfClasses(classOf: Int32Array, isRead: Uint8Array): Sums {
  const [rows, columns] = [new Float64Array(classOf.length), new Float64Array(classOf.length)]
  const size = new Uint32Array(greatest(classOf) + 1)
  const readSize = new Uint32Array(size.length)
  for (let node = 0; node < classOf.length; node++) {
    const own = classOf[node]!
    if (own < 0) continue
    size[own]!++
    readSize[own]! += isRead[node]!
  }
  for (let node = 0; node < classOf.length; node++) {
    const own = classOf[node]!
    if (own < 0) continue
    rows[node] = isRead[node]! * (size[own]! - 1)
    columns[node] = readSize[own]! - isRead[node]!
  }
  return { rows, columns }
}

function sumOfRead(values: Float64Array, isRead: Uint8Array): number {
  let total = 0
  for (let node = 0; node < values.length; node++) total += isRead[node]! * values[node]!
  return total
}

function sumsOfRows({ start, target, weight }: Adjacency, nodeCount: number, isRead: Uint8Array): Sums {
  const [rows, columns] = [new Float64Array(nodeCount), new Float64Array(nodeCount)]
  for (let node = 0; node < nodeCount; node++) {
    if (isRead[node] === 0) continue
    for (let place = start[node]!; place < start[node + 1]!; place++) {
      rows[node]! += weight[place]!
      columns[target[place]!]! += weight[place]!
    }
  }
  return { rows, columns }
}

/** Ordered pairs that are of the same class in both classifications: each read node with the others of its classes. */
function bothSame(one: Int32Array, other: Int32Array, { unread }: Pairs): number {
  const width = greatest(other) + 1
  const size = new Uint32Array((greatest(one) + 1) * width)
  const readSize = unread === undefined ? size : new Uint32Array(size.length)
  for (let node = 0; node < one.length; node++) {
    if (one[node]! < 0 || other[node]! < 0) continue
    const joint = one[node]! * width + other[node]!
    size[joint]!++
    if (unread !== undefined && unread[node] !== 1) readSize[joint]!++
  }
  let total = 0
  for (let joint = 0; joint < size.length; joint++) total += readSize[joint]! * (size[joint]! - 1)
  return total
}

/** 1 where both classes are one, else 0: a factor, not a question, as nothing foretells the class of the other end. */
function areSame(one: number, other: number): number {
  const difference = one ^ other
  return 1 + ((difference | -difference) >> 31)
}

/** Edges whose ends are of one class. */
function edgesWithin({ nodeCount, unread, out: { start, target } }: Digraph, classOf: Int32Array): number {
  let within = 0
  for (let node = 0; node < nodeCount; node++) {
    const own = classOf[node]!
    if (own < 0 || unread?.[node] === 1) continue
    for (let place = start[node]!, end = start[node + 1]!; place < end; place++)
      within += areSame(classOf[target[place]!]!, own)
  }
  return within
}

/** Σ of the entries whose ends are of one class. */
function withinClass({ start, target, weight }: Adjacency, classOf: Int32Array, { nodeCount, unread }: Pairs): number {
  let within = 0
  for (let node = 0; node < nodeCount; node++) {
    const own = classOf[node]!
    if (own < 0 || unread?.[node] === 1) continue
    for (let place = start[node]!, end = start[node + 1]!; place < end; place++)
      within += weight[place]! * areSame(classOf[target[place]!]!, own)
  }
  return within
}

/** Σ of the products of the entries that both have. A row is laid out, then read by the other's. */
function alongRows(one: Adjacency, other: Adjacency, { nodeCount, unread }: Pairs): number {
  const row = new Float64Array(nodeCount)
  let total = 0
  for (let node = 0; node < nodeCount; node++) {
    if (unread?.[node] === 1) continue
    const [from, to] = [one.start[node]!, one.start[node + 1]!]
    for (let place = from; place < to; place++) row[one.target[place]!] = one.weight[place]!
    for (let place = other.start[node]!; place < other.start[node + 1]!; place++)
      total += row[other.target[place]!]! * other.weight[place]!
    for (let place = from; place < to; place++) row[one.target[place]!] = 0
  }
  return total
}

/** At least 0. */
function greatest(classOf: Int32Array): number {
  let most = 0
  for (let node = 0; node < classOf.length; node++) most = Math.max(most, classOf[node]!)
  return most
}

function sum(values: Float64Array): number {
  let total = 0
  for (let node = 0; node < values.length; node++) total += values[node]!
  return total
}

function dot(one: Float64Array, other: Float64Array): number {
  let total = 0
  for (let node = 0; node < one.length; node++) total += one[node]! * other[node]!
  return total
}

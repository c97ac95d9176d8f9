import { type Adjacency, type Digraph, degreesOf } from '../paths/adjacency.ts'
import { oncePer } from '../once-per.ts'

/**
 * A property of ordered pairs of nodes without a full matrix: 1 for all, whether both are of the same class (−1: of none), a
 * number of the first or of the second, or numbers of single pairs (0 for those that have no entry).
 */
export type Term =
  | { readonly kind: 'one' }
  | { readonly kind: 'same'; readonly classOf: Int32Array }
  | { readonly kind: 'sender'; readonly value: Float64Array }
  | { readonly kind: 'receiver'; readonly value: Float64Array }
  | { readonly kind: 'pairs'; readonly rows: Adjacency }

/** The ordered pairs of different nodes that count: those whose first node was read, when some were not. */
export interface Pairs {
  readonly nodeCount: number
  readonly unread?: Uint8Array
}

/** The property of the pair (order[i], order[j]) as one of (i, j). */
export function permuteTerm(term: Term, order: Uint32Array): Term {
  if (term.kind === 'one') return term
  if (term.kind === 'same') return { kind: 'same', classOf: Int32Array.from(order, node => term.classOf[node]!) }
  if (term.kind === 'pairs') return { kind: 'pairs', rows: permuteRows(term.rows, order) }
  return { kind: term.kind, value: Float64Array.from(order, node => term.value[node]!) }
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

/** Σ of the products of two properties over `pairs`. O(nodes), and O(entries) where one has some. */
export function productOf(one: Term, other: Term, pairs: Pairs): number {
  if (ranks[one.kind] > ranks[other.kind]) return productOf(other, one, pairs)
  if (one.kind === 'one') return sum(sumsOf(pairs)(other).rows)
  if (one.kind === 'sender') return dot(one.value, sumsOf(pairs)(other).rows)
  if (one.kind === 'receiver') return dot(one.value, sumsOf(pairs)(other).columns)
  if (one.kind === 'same')
    return other.kind === 'same'
      ? bothSame(one.classOf, other.classOf, pairs)
      : withinClass((other as RowsTerm).rows, one.classOf, pairs)
  return alongRows(one.rows, (other as RowsTerm).rows, pairs)
}

type RowsTerm = Extract<Term, { kind: 'pairs' }>

/** The simpler of two says how their product is found. */
const ranks: Readonly<Record<Term['kind'], number>> = { one: 0, sender: 1, receiver: 2, same: 3, pairs: 4 }

/** Σ of a property over the edges. O(edges) for classes, O(edges + entries) for pairs, O(nodes) for the rest. */
export function productWithEdges(graph: Digraph, term: Term): number {
  if (term.kind === 'one') return graph.edgeCount
  if (term.kind === 'same') return withinClass(edgesOnce(graph), term.classOf, graph)
  if (term.kind === 'pairs') return alongRows(edgesOnce(graph), term.rows, graph)
  const degree = degreesOf(term.kind === 'sender' ? graph.out : graph.in)
  return term.value.reduce((total, value, node) => total + value * degree[node]!, 0)
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

const sumsOf = oncePer((pairs: Pairs) => oncePer((term: Term): Sums => countSums(term, pairs)))

function countSums(term: Term, pairs: Pairs): Sums {
  const { nodeCount } = pairs
  const isRead = (node: number): number => (pairs.unread?.[node] === 1 ? 0 : 1)
  const nodes = Uint32Array.from({ length: nodeCount }, (_, node) => node)
  const of = (rows: (node: number) => number, columns: (node: number) => number): Sums => ({
    rows: Float64Array.from(nodes, node => isRead(node) * rows(node)),
    columns: Float64Array.from(nodes, columns),
  })
  const read = nodes.reduce((count, node) => count + isRead(node), 0)
  switch (term.kind) {
    case 'one':
      return of(
        () => nodeCount - 1,
        node => read - isRead(node),
      )
    case 'same': {
      const size = sizes(term.classOf, () => 1)
      const readSize = sizes(term.classOf, isRead)
      const ofClass = (count: Uint32Array, node: number): number => count[term.classOf[node]!] ?? 0
      return of(
        node => Math.max(0, ofClass(size, node) - 1),
        node => (term.classOf[node]! < 0 ? 0 : ofClass(readSize, node) - isRead(node)),
      )
    }
    case 'sender': {
      const total = term.value.reduce((all, value, node) => all + isRead(node) * value, 0)
      return of(
        node => (nodeCount - 1) * term.value[node]!,
        node => total - isRead(node) * term.value[node]!,
      )
    }
    case 'receiver': {
      const total = sum(term.value)
      return of(
        node => total - term.value[node]!,
        node => (read - isRead(node)) * term.value[node]!,
      )
    }
    case 'pairs':
      return sumsOfRows(term.rows, nodeCount, isRead)
  }
}

function sumsOfRows({ start, target, weight }: Adjacency, nodeCount: number, isRead: (node: number) => number): Sums {
  const [rows, columns] = [new Float64Array(nodeCount), new Float64Array(nodeCount)]
  for (let node = 0; node < nodeCount; node++) {
    if (isRead(node) === 0) continue
    for (let place = start[node]!; place < start[node + 1]!; place++) {
      rows[node]! += weight[place]!
      columns[target[place]!]! += weight[place]!
    }
  }
  return { rows, columns }
}

/** Ordered pairs that are of the same class in both classifications. */
function bothSame(one: Int32Array, other: Int32Array, { unread }: Pairs): number {
  const width = other.reduce((most, own) => Math.max(most, own), 0) + 1
  const joint = one.map((own, node) => (own < 0 || other[node]! < 0 ? -1 : own * width + other[node]!))
  const size = sizes(joint, () => 1)
  return joint.reduce((total, own, node) => total + (own < 0 || unread?.[node] === 1 ? 0 : size[own]! - 1), 0)
}

/** Σ of the entries whose ends are of one class. */
function withinClass({ start, target, weight }: Adjacency, classOf: Int32Array, { nodeCount, unread }: Pairs): number {
  let within = 0
  for (let node = 0; node < nodeCount; node++) {
    const own = classOf[node]!
    if (own < 0 || unread?.[node] === 1) continue
    for (let place = start[node]!; place < start[node + 1]!; place++)
      if (classOf[target[place]!] === own) within += weight[place]!
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

function sizes(classOf: Int32Array, weightOf: (node: number) => number): Uint32Array {
  const size = new Uint32Array(classOf.reduce((most, own) => Math.max(most, own), 0) + 1)
  for (const [node, own] of classOf.entries()) if (own >= 0) size[own]! += weightOf(node)
  return size
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
const dot = (one: Float64Array, other: Float64Array): number =>
  one.reduce((total, value, node) => total + value * other[node]!, 0)

import type { Adjacency } from '../paths/adjacency.ts'
import type { Pairs } from './mrqap-terms.ts'

/** A number of every ordered pair, written out; as if nodes were `order[0]`, `order[1]` … where there is an order. */
export interface MatrixTerm {
  readonly kind: 'matrix'
  /** Row by row; the diagonal is 0. */
  readonly values: Float32Array
  readonly order?: Uint32Array
}

/** Permuted, no cell is moved: the order says where each is looked for. */
export const permuteMatrix = ({ kind, values, order: before }: MatrixTerm, order: Uint32Array): MatrixTerm => ({
  kind,
  values,
  order: before === undefined ? order : order.map(place => before[place]!),
})

const orderOf = ({ order }: MatrixTerm, size: number): Uint32Array =>
  order ?? Uint32Array.from({ length: size }, (_, node) => node)

/** Σ by row, of rows that were read, and by column over the same. O(nodes²). */
export function sumsOfMatrix(
  term: MatrixTerm,
  { nodeCount, unread }: Pairs,
): { readonly rows: Float64Array; readonly columns: Float64Array } {
  const [rows, columns] = [new Float64Array(nodeCount), new Float64Array(nodeCount)]
  const [{ values }, order] = [term, orderOf(term, nodeCount)]
  for (let row = 0; row < nodeCount; row++) {
    if (unread?.[row] === 1) continue
    const base = order[row]! * nodeCount
    for (let column = 0; column < nodeCount; column++) {
      const value = values[base + order[column]!]!
      rows[row]! += value
      columns[column]! += value
    }
  }
  return { rows, columns }
}

/** Σ of the cells whose ends are of one class. O(Σ of the squares of classes). */
export function matrixWithin(term: MatrixTerm, classOf: Int32Array, { nodeCount, unread }: Pairs): number {
  const [{ values }, order] = [term, orderOf(term, nodeCount)]
  const members = Map.groupBy(classOf.keys(), node => classOf[node]!)
  members.delete(-1)
  let within = 0
  for (const own of members.values()) {
    const places = Uint32Array.from(own, node => order[node]!)
    for (const row of own) {
      if (unread?.[row] === 1) continue
      const base = order[row]! * nodeCount
      for (let at = 0; at < places.length; at++) within += values[base + places[at]!]!
    }
  }
  return within
}

/** Σ of the cells times the entries of some pairs. O(entries). */
export function matrixAlong(
  term: MatrixTerm,
  { start, target, weight }: Adjacency,
  { nodeCount, unread }: Pairs,
): number {
  const [{ values }, order] = [term, orderOf(term, nodeCount)]
  let total = 0
  for (let row = 0; row < nodeCount; row++) {
    if (unread?.[row] === 1) continue
    const base = order[row]! * nodeCount
    for (let place = start[row]!; place < start[row + 1]!; place++)
      total += values[base + order[target[place]!]!]! * weight[place]!
  }
  return total
}

/** Σ of the products of two. O(nodes²). */
export function matrixTimes(one: MatrixTerm, other: MatrixTerm, { nodeCount, unread }: Pairs): number {
  const [first, second] = [orderOf(one, nodeCount), orderOf(other, nodeCount)]
  let total = 0
  for (let row = 0; row < nodeCount; row++) {
    if (unread?.[row] === 1) continue
    const [own, others] = [first[row]! * nodeCount, second[row]! * nodeCount]
    for (let column = 0; column < nodeCount; column++)
      total += one.values[own + first[column]!]! * other.values[others + second[column]!]!
  }
  return total
}

import type { Adjacency } from '../paths/adjacency.ts'
import { cardWords } from '../card-words.ts'
import { type GraphMeasure, single } from '../measure.ts'
import { oncePer } from '../once-per.ts'

const componentsOf = oncePer((ties: Adjacency) => weakComponents(ties))

const shared = {
  kind: 'graph',
  type: 'integer',
  range: [0, Infinity],
  group: 'none',
  nulls: ['rewire'],
  weighted: false,
  parameters: {},
  source: 'Wasserman & Faust 1994, Social Network Analysis, ch. 4',
} as const

export const components: GraphMeasure = {
  ...shared,
  name: 'components',
  ...cardWords(words => words.graph.components),
  unit: 'components',
  compute: ({ ties }) => single(componentsOf(ties).count),
}

export const largestComponent: GraphMeasure = {
  ...shared,
  name: 'largest_component',
  ...cardWords(words => words.graph.largest_component),
  unit: 'sites',
  compute: ({ ties }) => single(componentsOf(ties).largest),
}

export interface Components {
  /** Component of each node, 0 … count − 1 in the order of their first node. */
  readonly of: Uint32Array
  readonly count: number
  /** Nodes of the largest one. */
  readonly largest: number
}

/** The parts of an undirected graph that no tie connects. O(nodes + ties). */
export function weakComponents({ start, target }: Adjacency): Components {
  const nodeCount = start.length - 1
  const of = new Uint32Array(nodeCount)
  const seen = new Uint8Array(nodeCount)
  const reached = new Uint32Array(nodeCount)
  let count = 0
  let largest = 0
  for (let root = 0; root < nodeCount; root++) {
    if (seen[root] === 1) continue
    let size = 1
    reached[0] = root
    seen[root] = 1
    for (let at = 0; at < size; at++) {
      const node = reached[at]!
      of[node] = count
      for (let place = start[node]!; place < start[node + 1]!; place++) {
        const other = target[place]!
        if (seen[other] === 1) continue
        seen[other] = 1
        reached[size++] = other
      }
    }
    largest = Math.max(largest, size)
    count++
  }
  return { of, count, largest }
}

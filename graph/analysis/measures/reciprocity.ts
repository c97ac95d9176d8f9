import { type Adjacency, degreeOf, type Digraph } from '../paths/adjacency.ts'
import { observedPart } from '../paths/observed.ts'
import { cardWords } from '../card-words.ts'
import { type GraphMeasure, type NodeMeasure, single } from '../measure.ts'
import { oncePer } from '../once-per.ts'

const mutualOf = oncePer((graph: Digraph) => mutualDegrees(graph))

const shared = {
  name: 'reciprocity',
  type: 'number',
  range: [0, 1],
  unit: 'share',
  weighted: false,
  parameters: {},
  needsDirection: true,
} as const

export const nodeReciprocity: NodeMeasure = {
  ...shared,
  kind: 'node',
  ...cardWords(words => words.site.reciprocity),
  source: 'Newman, Forrest & Balthrop 2002, Physical Review E 66',
  compute: ({ graph }) => {
    const { graph: seen, placeOf } = observedPart(graph)
    return Float64Array.from(placeOf, place =>
      place < 0 ? NaN : (2 * mutualOf(seen)[place]!) / (degreeOf(seen.in, place) + degreeOf(seen.out, place)),
    )
  },
}

export const reciprocity: GraphMeasure = {
  ...shared,
  kind: 'graph',
  group: 'none',
  nulls: ['rewire'],
  ...cardWords(words => words.graph.reciprocity),
  source: 'Newman, Forrest & Balthrop 2002, Physical Review E 66',
  compute: ({ graph: whole }) => {
    const { graph } = observedPart(whole)
    let both = 0
    for (const mutual of mutualOf(graph)) both += mutual
    return single(both / graph.edgeCount)
  },
}

/** For each node, the number of others that it links to and that link to it. O(nodes + links). */
export function mutualDegrees({ nodeCount, out, in: incoming }: Digraph): Uint32Array {
  const mutual = new Uint32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) mutual[node] = mutualCount(out, incoming, node)
  return mutual
}

/** How many others `node` links to that link to it. O(its links). */
export function mutualCount(out: Adjacency, incoming: Adjacency, node: number): number {
  let mutual = 0
  let left = out.start[node]!
  let right = incoming.start[node]!
  while (left < out.start[node + 1]! && right < incoming.start[node + 1]!) {
    const difference = out.target[left]! - incoming.target[right]!
    if (difference === 0) mutual++
    if (difference <= 0) left++
    if (difference >= 0) right++
  }
  return mutual
}

import { degreeOf, degreesOf, type Digraph } from '../paths/adjacency.ts'
import { cardWords } from '../card-words.ts'
import type { GraphMeasure } from '../measure.ts'

export const richClub: GraphMeasure = {
  kind: 'graph',
  name: 'rich_club',
  type: 'number',
  range: [0, 1],
  group: 'none',
  nulls: ['rewire'],
  ...cardWords(words => words.graph.rich_club),
  unit: 'share',
  weighted: false,
  parameters: {},
  source: 'Colizza, Flammini, Serrano & Vespignani 2006, Nature Physics 2',
  compute: ({ graph }) => richClubOf(graph),
}

/** The k are those that half, a quarter, a tenth, a twentieth and a hundredth of the sites exceed. */
const shares = [0.5, 0.25, 0.1, 0.05, 0.01]

/** Density among nodes of degree above k, for some k; a k that leaves fewer than two nodes is left out. O(nodes + edges + greatest degree). */
export function richClubOf(graph: Digraph): { of: string; value: number }[] {
  const { nodeCount, out } = graph
  const degree = degreesOfBoth(graph)
  const nodesOf = new Float64Array(greatest(degree) + 2)
  /** Of the lower degree of both ends: an edge is inside the club until k reaches it. */
  const edgesOf = new Float64Array(nodesOf.length)
  for (let node = 0; node < nodeCount; node++) {
    const own = degree[node]!
    nodesOf[own]!++
    for (let place = out.start[node]!, end = out.start[node + 1]!; place < end; place++) {
      const other = degree[out.target[place]!]!
      edgesOf[own < other ? own : other]!++
    }
  }
  const [members, edges] = [fromAbove(nodesOf), fromAbove(edgesOf)]
  const ks = new Set(shares.map(share => degreeAt(members, Math.ceil((1 - share) * nodeCount) - 1, nodeCount)))
  return [...ks]
    .filter(k => members[k + 1]! >= 2)
    .map(k => ({ of: `degree:${k}`, value: edges[k + 1]! / (members[k + 1]! * (members[k + 1]! - 1)) }))
}

/** At least 0. */
function greatest(degree: Uint32Array): number {
  let most = 0
  for (const own of degree) if (own > most) most = own
  return most
}

function degreesOfBoth({ in: incoming, out, undirected }: Digraph): Uint32Array {
  const degree = degreesOf(incoming)
  if (!undirected) for (let node = 0; node < degree.length; node++) degree[node]! += degreeOf(out, node)
  return degree
}

/** At each degree: how many have it or a higher one. */
function fromAbove(counts: Float64Array): Float64Array {
  for (let degree = counts.length - 2; degree >= 0; degree--) counts[degree]! += counts[degree + 1]!
  return counts
}

/** The degree at `place` of all, ascending; 0 where there is none. */
function degreeAt(members: Float64Array, place: number, nodeCount: number): number {
  if (place < 0) return 0
  let degree = 0
  while (degree + 1 < members.length && nodeCount - members[degree + 1]! <= place) degree++
  return degree
}

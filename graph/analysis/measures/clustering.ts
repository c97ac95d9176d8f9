import { type Adjacency, degreeOf, ignoreDirection } from '../paths/adjacency.ts'
import { observedPart, whereObserved } from '../paths/observed.ts'
import type { GraphView } from '../scene.ts'
import { cardWords } from '../card-words.ts'
import { type GraphMeasure, type NodeMeasure, single } from '../measure.ts'
import { oncePer } from '../once-per.ts'

const trianglesOf = oncePer((ties: Adjacency) => triangles(ties))

/** Among sites whose own links are known: of others no pair can be told to be untied. */
const observedTies = ({ graph, ties }: GraphView): Adjacency =>
  graph.unread === undefined ? ties : ignoreDirection(observedPart(graph).graph)

const shared = { type: 'number', range: [0, 1], unit: 'share', weighted: false, parameters: {} } as const

export const clustering: NodeMeasure = {
  ...shared,
  kind: 'node',
  name: 'clustering',
  ...cardWords(words => words.site.clustering),
  source: 'Watts & Strogatz 1998, Nature 393',
  compute: ({ graph, ties }) =>
    whereObserved(
      graph,
      Float64Array.from(trianglesOf(ties), (count, node) => count / pairsAround(ties, node)),
    ),
}

export const transitivity: GraphMeasure = {
  ...shared,
  kind: 'graph',
  name: 'transitivity',
  group: 'none',
  nulls: ['rewire'],
  ...cardWords(words => words.graph.transitivity),
  source: 'Wasserman & Faust 1994, Social Network Analysis, ch. 6',
  compute: view => {
    const ties = observedTies(view)
    const counts = trianglesOf(ties)
    let [closed, pairs] = [0, 0]
    for (let node = 0; node < counts.length; node++) {
      closed += counts[node]!
      pairs += pairsAround(ties, node)
    }
    return single(closed / pairs)
  },
}

const pairsAround = (ties: Adjacency, node: number): number => (degreeOf(ties, node) * (degreeOf(ties, node) - 1)) / 2

/** Triangles of which each node is a corner. O(ties^1.5): each is found once, from its corner of lowest degree. Latapy 2008. */
export function triangles(ties: Adjacency): Float64Array {
  const nodeCount = ties.start.length - 1
  const counts = new Float64Array(nodeCount)
  const markedBy = new Int32Array(nodeCount).fill(-1)
  const { start, target } = towardsHigherDegree(ties)
  for (let a = 0; a < nodeCount; a++) {
    for (let place = start[a]!; place < start[a + 1]!; place++) markedBy[target[place]!] = a
    for (let first = start[a]!; first < start[a + 1]!; first++) {
      const b = target[first]!
      for (let second = start[b]!; second < start[b + 1]!; second++) {
        const c = target[second]!
        if (markedBy[c] !== a) continue
        counts[a]!++
        counts[b]!++
        counts[c]!++
      }
    }
  }
  return counts
}

/** Each tie once, from the end of lower degree (of equals, the lower number) to the other. */
function towardsHigherDegree(ties: Adjacency): { start: Uint32Array; target: Uint32Array } {
  const nodeCount = ties.start.length - 1
  const start = new Uint32Array(nodeCount + 1)
  const target = new Uint32Array(ties.target.length / 2)
  let end = 0
  for (let node = 0; node < nodeCount; node++) {
    const degree = degreeOf(ties, node)
    for (let place = ties.start[node]!; place < ties.start[node + 1]!; place++) {
      const other = ties.target[place]!
      const difference = degreeOf(ties, other) - degree
      if (difference > 0 || (difference === 0 && other > node)) target[end++] = other
    }
    start[node + 1] = end
  }
  return { start, target }
}

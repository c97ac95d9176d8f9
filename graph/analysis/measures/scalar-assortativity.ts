import { cardWords } from '../card-words.ts'
import { type GraphMeasure, single } from '../measure.ts'
import type { Digraph } from '../paths/adjacency.ts'
import type { Attribute } from '../attribute.ts'

const shared = {
  kind: 'graph',
  group: 'attribute',
  type: 'number',
  weighted: false,
  ofNumbers: true,
  unit: '',
  parameters: {},
  source: 'Newman 2003, Physical Review E 67',
} as const

export const scalarAssortativity: GraphMeasure = {
  ...shared,
  name: 'assortativity_number',
  range: [-1, 1],
  nulls: ['permute', 'rewire'],
  ...cardWords(words => words.graph.assortativity_number),
  compute: ({ graph }, attribute) => single(correlation(sumEnds(graph, attribute))),
}

export const scalarError: GraphMeasure = {
  ...shared,
  name: 'assortativity_number_error',
  range: [0, Infinity],
  nulls: [],
  ...cardWords(words => words.graph.assortativity_number_error),
  compute: ({ graph }, attribute) => single(jackknifeError(graph, attribute)),
}

/** Sums over edges of the amounts at their ends, each less its mean over the nodes so that digits are kept. */
interface Ends {
  edges: number
  x: number
  y: number
  xx: number
  yy: number
  xy: number
}

/** r of the amounts at both ends, in [−1, 1]; NaN where the ends do not vary. Newman 2003, equation 26. O(edges). */
export function sumEnds(graph: Digraph, attribute: Attribute): Ends {
  const sums: Ends = { edges: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 }
  eachEdge(graph, attribute, (x, y) => addEdge(sums, x, y, 1))
  return sums
}

export function correlation({ edges, x, y, xx, yy, xy }: Ends): number {
  const [spreadX, spreadY] = [xx - (x * x) / edges, yy - (y * y) / edges]
  // What is left of equal numbers is rounding.
  if (spreadX <= 1e-12 * xx || spreadY <= 1e-12 * yy) return NaN
  return (xy - (x * y) / edges) / Math.sqrt(spreadX * spreadY)
}

/** √Σ (rᵢ − r)², rᵢ without edge i; of undirected graphs without the tie, in both directions. Newman 2003, equation 27. O(edges). */
export function jackknifeError(graph: Digraph, attribute: Attribute): number {
  const sums = sumEnds(graph, attribute)
  const r = correlation(sums)
  let squares = 0
  eachEdge(graph, attribute, (x, y) => {
    const rest = { ...sums }
    addEdge(rest, x, y, -1)
    if (graph.undirected) addEdge(rest, y, x, -1)
    squares += (correlation(rest) - r) ** 2
  })
  return Math.sqrt(graph.undirected ? squares / 2 : squares)
}

function addEdge(sums: Ends, x: number, y: number, times: 1 | -1): void {
  sums.edges += times
  sums.x += times * x
  sums.y += times * y
  sums.xx += times * x * x
  sums.yy += times * y * y
  sums.xy += times * x * y
}

function eachEdge(
  { nodeCount, out }: Digraph,
  { classOf, numbers = new Float64Array() }: Attribute,
  tell: (x: number, y: number) => void,
): void {
  const mean = numbers.reduce((sum, own) => sum + own, 0) / numbers.length
  for (let node = 0; node < nodeCount; node++) {
    const own = classOf[node]!
    if (own < 0) continue
    for (let place = out.start[node]!; place < out.start[node + 1]!; place++) {
      const other = classOf[out.target[place]!]!
      if (other >= 0) tell(numbers[own]! - mean, numbers[other]! - mean)
    }
  }
}

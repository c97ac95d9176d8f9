import type { Digraph } from '../paths/adjacency.ts'
import { type Attribute, mostValues } from '../attribute.ts'
import { cardWords } from '../card-words.ts'
import { type Cell, type GraphMeasure, single } from '../measure.ts'
import { oncePer } from '../once-per.ts'
import { type SmallerClass, smallerClass } from '../smaller-class.ts'

const shared = {
  kind: 'graph',
  group: 'attribute',
  weighted: false,
  parameters: {},
} as const

export const mixing: GraphMeasure = {
  ...shared,
  name: 'mixing',
  type: 'integer',
  range: [0, Infinity],
  nulls: ['permute', 'rewire'],
  ofCommunities: true,
  ...cardWords(words => words.graph.mixing),
  unit: 'edges',
  source: 'Newman 2003, Physical Review E 67',
  compute: ({ graph }, attribute) => {
    if (attribute.values.length > mostValues) return []
    if (graph.undirected) return mixingOnce(mixingBy(graph)(attribute), attribute)
    const counts = mixingBy(graph)(attribute)
    const names = namesOfPairs(attribute.values)
    return counts.flatMap((own, row) => own.map((value, column) => ({ of: names[row]![column]!, value })))
  },
}

/** 'FR>US', by row and column: the same in every run of a null model. */
const namesOfPairs = oncePer((values: readonly string[]) => values.map(from => values.map(to => `${from}>${to}`)))

/** A tie within a value stands twice in the matrix of both directions, one between two values once on each side. */
const mixingOnce = (counts: readonly (readonly number[])[], { values }: Attribute): Cell[] =>
  values.flatMap((from, row) =>
    values.slice(row).map((to, at) => ({
      of: `${from}>${to}`,
      value: at === 0 ? counts[row]![row]! / 2 : counts[row]![row + at]!,
    })),
  )

export const assortativity: GraphMeasure = {
  ...shared,
  name: 'assortativity',
  type: 'number',
  range: [-1, 1],
  nulls: ['permute', 'rewire'],
  ofCommunities: true,
  ...cardWords(words => words.graph.assortativity),
  unit: '',
  source: 'Newman 2003, Physical Review E 67',
  compute: ({ graph }, attribute) => single(assortativityOf(mixingBy(graph)(attribute))),
}

export const eiIndex: GraphMeasure = {
  ...shared,
  name: 'ei_index',
  type: 'number',
  range: [-1, 1],
  nulls: ['permute', 'rewire'],
  ofCommunities: true,
  ...cardWords(words => words.graph.ei_index),
  unit: '',
  source: 'Krackhardt & Stern 1988, Social Psychology Quarterly 51',
  compute: ({ graph }, attribute) => {
    const counts = mixingBy(graph)(attribute)
    return [
      { of: '', value: eiIndexOf(counts) },
      ...attribute.values.map((of, at) => ({ of, value: eiOfValue(counts, at) })),
    ]
  },
}

/** The mixing matrix, counted once for all measures that read it. */
export const mixingBy = oncePer((graph: Digraph) => oncePer((attribute: Attribute) => mixingMatrix(graph, attribute)))

/** Edges from each value (row) to each value (column), among nodes that have the attribute. O(edges). */
export function mixingMatrix(graph: Digraph, attribute: Attribute): number[][] {
  const { values, classOf } = attribute
  const smaller = smallerClass(attribute)
  if (smaller !== null) return mixingOfTwo(graph, classOf, smaller)
  const { nodeCount, out } = graph
  // A column more for the nodes without a value, so that the inner loop asks no question.
  const width = values.length + 1
  const counts = new Float64Array(values.length * width)
  for (let node = 0; node < nodeCount; node++) {
    const own = classOf[node]!
    if (own < 0) continue
    const row = own * width + 1
    const end = out.start[node + 1]!
    for (let place = out.start[node]!; place < end; place++) counts[row + classOf[out.target[place]!]!]!++
  }
  return values.map((_, row) => Array.from(counts.subarray(row * width + 1, (row + 1) * width)))
}

/** Two values, and every node has one: the edges that begin and end in the rarer one, and those among its nodes, say the rest. */
function mixingOfTwo(
  { edgeCount, out, in: incoming }: Digraph,
  classOf: Int32Array,
  { value, nodes }: SmallerClass,
): number[][] {
  let [among, begun, ended] = [0, 0, 0]
  for (const node of nodes) {
    const end = out.start[node + 1]!
    begun += end - out.start[node]!
    ended += incoming.start[node + 1]! - incoming.start[node]!
    for (let place = out.start[node]!; place < end; place++) among += 1 - (classOf[out.target[place]!]! ^ value)
  }
  const others = edgeCount - begun - ended + among
  return value === 1
    ? [
        [others, ended - among],
        [begun - among, among],
      ]
    : [
        [among, begun - among],
        [ended - among, others],
      ]
}

type Counts = readonly (readonly number[])[]

// Loops: these are asked of every null graph, for every attribute.
function sum(numbers: readonly number[]): number {
  let total = 0
  for (let at = 0; at < numbers.length; at++) total += numbers[at]!
  return total
}

function sumOfAll(counts: Counts): number {
  let total = 0
  for (let row = 0; row < counts.length; row++) total += sum(counts[row]!)
  return total
}

function sumOfColumn(counts: Counts, column: number): number {
  let total = 0
  for (let row = 0; row < counts.length; row++) total += counts[row]![column]!
  return total
}

function inside(counts: Counts): number {
  let total = 0
  for (let row = 0; row < counts.length; row++) total += counts[row]![row]!
  return total
}

/** (Σ e_ii − Σ a_i b_i) / (1 − Σ a_i b_i), in [−1, 1]; NaN where undefined. Newman 2003. */
export function assortativityOf(counts: Counts): number {
  const total = sumOfAll(counts)
  let byChance = 0
  for (let row = 0; row < counts.length; row++) byChance += sum(counts[row]!) * sumOfColumn(counts, row)
  const expected = byChance / total ** 2
  return (inside(counts) / total - expected) / (1 - expected)
}

/** (external − internal) / (external + internal), in [−1, 1]; NaN without edges. Krackhardt & Stern 1988. */
export function eiIndexOf(counts: Counts): number {
  const total = sumOfAll(counts)
  return (total - 2 * inside(counts)) / total
}

/** The same of the edges to and from one value. */
function eiOfValue(counts: Counts, at: number): number {
  const internal = counts[at]![at]!
  const touching = sum(counts[at]!) + sumOfColumn(counts, at) - internal
  return (touching - 2 * internal) / touching
}

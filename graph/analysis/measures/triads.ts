import { type Adjacency, type Digraph, ignoreDirection } from '../paths/adjacency.ts'
import { observedPart } from '../paths/observed.ts'
import { cardWords } from '../card-words.ts'
import { type GraphMeasure, single } from '../measure.ts'
import { oncePer } from '../once-per.ts'

/** Mutual, asymmetric and null pairs, then Up, Down, Transitive or Cyclic. Holland & Leinhardt 1970. */
export const triadTypes = [
  '003',
  '012',
  '102',
  '021D',
  '021U',
  '021C',
  '111D',
  '111U',
  '030T',
  '030C',
  '201',
  '120D',
  '120U',
  '120C',
  '210',
  '300',
] as const

const censusOf = oncePer((graph: Digraph) => triadCensus(graph))

export const triadMeasures: readonly GraphMeasure[] = triadTypes.map((type, at) => ({
  kind: 'graph',
  name: `triad_${type}`,
  type: 'integer',
  range: [0, Infinity],
  group: 'none',
  nulls: ['rewire'],
  ...cardWords(
    words => words.triad,
    () => ({ type }),
  ),
  unit: 'triads',
  weighted: false,
  parameters: {},
  source: 'Holland & Leinhardt 1970, American Journal of Sociology 76; Batagelj & Mrvar 2001, Social Networks 23',
  compute: ({ graph }) => single(censusOf(observedPart(graph).graph)[at]!),
}))

/** Place in `triadTypes`, from 1, of code(v, u) + 4 · code(v, w) + 16 · code(u, w); a pair's code is 1 for →, 2 for ←. */
const typeOfCode = Uint8Array.of(
  1,
  2,
  2,
  3,
  2,
  4,
  6,
  8,
  2,
  6,
  5,
  7,
  3,
  8,
  7,
  11,
  2,
  6,
  4,
  8,
  5,
  9,
  9,
  13,
  6,
  10,
  9,
  14,
  7,
  14,
  12,
  15,
  2,
  5,
  6,
  7,
  6,
  9,
  10,
  14,
  4,
  9,
  9,
  12,
  8,
  13,
  14,
  15,
  3,
  7,
  8,
  11,
  7,
  12,
  14,
  15,
  8,
  14,
  13,
  15,
  11,
  15,
  15,
  16,
)

/**
 * Number of triads of each of the 16 types, in the order of `triadTypes`. O(Σ over ties of the two ends' degrees): triads
 * with one tie are counted together, empty ones by subtraction. Batagelj & Mrvar 2001.
 */
export function triadCensus(graph: Digraph): Float64Array {
  const { nodeCount } = graph
  const ties = ignoreDirection(graph)
  const { start, target } = ties
  const census = new Float64Array(16)
  const codeOfV = new Uint8Array(nodeCount)
  const codeOfU = new Uint8Array(nodeCount)
  for (let v = 0; v < nodeCount; v++) {
    writeCodes(graph, v, codeOfV)
    for (let place = start[v]!; place < start[v + 1]!; place++) {
      const u = target[place]!
      if (u < v) continue
      writeCodes(graph, u, codeOfU)
      addTriadsOf(ties, v, u, codeOfV, codeOfU, census)
      clearCodes(ties, u, codeOfU)
    }
    clearCodes(ties, v, codeOfV)
  }
  const all = (nodeCount * (nodeCount - 1) * (nodeCount - 2)) / 6
  census[0] = all - census.reduce((sum, count) => sum + count, 0)
  return census
}

/** Adds the triads of the tied v < u: those with a third node tied to either, from their first tie only, and those without. */
function addTriadsOf(
  { start, target }: Adjacency,
  v: number,
  u: number,
  codeOfV: Uint8Array,
  codeOfU: Uint8Array,
  census: Float64Array,
): void {
  const code = codeOfV[u]!
  let tied = start[v + 1]! - start[v]! - 1
  for (let place = start[v + 1]! - 1; target[place]! > u; place--) {
    const w = target[place]!
    census[typeOfCode[code + 4 * codeOfV[w]! + 16 * codeOfU[w]!]! - 1]!++
  }
  for (let place = start[u]!; place < start[u + 1]!; place++) {
    const w = target[place]!
    if (w === v || codeOfV[w] !== 0) continue
    tied++
    if (w > v) census[typeOfCode[code + 16 * codeOfU[w]!]! - 1]!++
  }
  census[code === 3 ? 2 : 1]! += start.length - 1 - tied - 2
}

/** Writes the code of the pair (node, other) for every other that it is tied to. */
function writeCodes({ out, in: incoming }: Digraph, node: number, code: Uint8Array): void {
  for (let place = out.start[node]!; place < out.start[node + 1]!; place++) code[out.target[place]!]! |= 1
  for (let place = incoming.start[node]!; place < incoming.start[node + 1]!; place++)
    code[incoming.target[place]!]! |= 2
}

function clearCodes({ start, target }: Adjacency, node: number, code: Uint8Array): void {
  for (let place = start[node]!; place < start[node + 1]!; place++) code[target[place]!] = 0
}

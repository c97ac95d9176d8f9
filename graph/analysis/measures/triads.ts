import { degreeOf, type Digraph } from '../paths/adjacency.ts'
import { observedPart } from '../paths/observed.ts'
import { cardWords } from '../card-words.ts'
import { type GraphMeasure, single } from '../measure.ts'
import { oncePer } from '../once-per.ts'
import { mutualCount } from './reciprocity.ts'

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
  needsDirection: true,
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

/** Per type, in the order of `triadTypes`: how many of its three pairs are asymmetric, and how many mutual. */
const asymmetricIn = [0, 1, 0, 2, 2, 2, 1, 1, 3, 3, 0, 2, 2, 2, 1, 0]
const mutualIn = [0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 2, 1, 1, 1, 2, 3]

/** Places in `triadTypes` of the triads with two ties, by the codes of both, seen from the node in the middle. */
const pathType = [
  [3, 5, 7],
  [5, 4, 6],
  [7, 6, 10],
] as const

/**
 * Number of triads of each of the 16 types, in the order of `triadTypes`. Those with three ties are triangles, which are few and
 * found one by one; those with two are pairs of ties of a node, less the pairs that a triangle closes; those with one are a tie and
 * any third node, less all of these; empty ones are the rest. O(ties^1.5). After Batagelj & Mrvar 2001, who ask every tie for
 * its neighbours; triangles as Latapy 2008 finds them.
 */
export function triadCensus(graph: Digraph): Float64Array {
  const { nodeCount } = graph
  const census = new Float64Array(16)
  let [asymmetric, mutual] = [0, 0]
  for (let node = 0; node < nodeCount; node++) {
    const both = mutualCount(graph.out, graph.in, node)
    const given = degreeOf(graph.out, node) - both
    addPaths(given, degreeOf(graph.in, node) - both, both, census)
    asymmetric += given
    mutual += both / 2
  }
  addTriangles(graph, census)
  census[1] = asymmetric * (nodeCount - 2) - held(asymmetricIn, census)
  census[2] = mutual * (nodeCount - 2) - held(mutualIn, census)
  let others = 0
  for (const count of census) others += count
  census[0] = (nodeCount * (nodeCount - 1) * (nodeCount - 2)) / 6 - others
  return census
}

/** Pairs of one kind in all triads, by how many each type has. */
function held(per: readonly number[], census: Float64Array): number {
  let sum = 0
  for (let type = 0; type < per.length; type++) sum += per[type]! * census[type]!
  return sum
}

/** Of a node: ties that it gives only, receives only, and that are mutual. */
function addPaths(given: number, received: number, mutual: number, census: Float64Array): void {
  census[3]! += (given * (given - 1)) / 2
  census[4]! += (received * (received - 1)) / 2
  census[5]! += given * received
  census[7]! += mutual * given
  census[6]! += mutual * received
  census[10]! += (mutual * (mutual - 1)) / 2
}

/** Each tie once, from the end of lower degree to the other, with its code: 1 for →, 2 for ←, 3 for both. */
interface Coded {
  readonly start: Uint32Array
  readonly target: Uint32Array
  readonly code: Uint8Array
}

const opposite = [0, 2, 1, 3] as const

/** Adds the triangles to their types, and takes their three pairs of ties from the types with two. */
function addTriangles(graph: Digraph, census: Float64Array): void {
  const { nodeCount } = graph
  const { start, target, code } = codedTies(graph)
  const codeOfA = new Uint8Array(nodeCount)
  for (let a = 0; a < nodeCount; a++) {
    const end = start[a + 1]!
    for (let place = start[a]!; place < end; place++) codeOfA[target[place]!] = code[place]!
    for (let first = start[a]!; first < end; first++) {
      const b = target[first]!
      const ab = code[first]!
      for (let second = start[b]!, last = start[b + 1]!; second < last; second++) {
        const ac = codeOfA[target[second]!]!
        if (ac === 0) continue
        const bc = code[second]!
        census[typeOfCode[ab + 4 * ac + 16 * bc]! - 1]!++
        census[pathType[ab - 1]![ac - 1]!]!--
        census[pathType[opposite[ab]! - 1]![bc - 1]!]!--
        census[pathType[opposite[ac]! - 1]![opposite[bc]! - 1]!]!--
      }
    }
    for (let place = start[a]!; place < end; place++) codeOfA[target[place]!] = 0
  }
}

function codedTies(graph: Digraph): Coded {
  const { nodeCount, edgeCount, out, in: incoming } = graph
  const degree = new Uint32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) degree[node] = degreeOf(out, node) + degreeOf(incoming, node)
  const start = new Uint32Array(nodeCount + 1)
  const target = new Uint32Array(edgeCount)
  const code = new Uint8Array(edgeCount)
  let count = 0
  for (let node = 0; node < nodeCount; node++) {
    let [left, right] = [out.start[node]!, incoming.start[node]!]
    const [leftEnd, rightEnd] = [out.start[node + 1]!, incoming.start[node + 1]!]
    while (left < leftEnd || right < rightEnd) {
      const to = left < leftEnd ? out.target[left]! : nodeCount
      const from = right < rightEnd ? incoming.target[right]! : nodeCount
      const other = to < from ? to : from
      const own = (to === other ? 1 : 0) + (from === other ? 2 : 0)
      if (to === other) left++
      if (from === other) right++
      if (degree[other]! < degree[node]! || (degree[other] === degree[node] && other < node)) continue
      target[count] = other
      code[count++] = own
    }
    start[node + 1] = count
  }
  return { start, target, code }
}

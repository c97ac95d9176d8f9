import { createRandom, type Random } from '../random.ts'
import type { Digraph } from '../paths/adjacency.ts'
import type { Attribute } from '../attribute.ts'

/** An interval in which a value lies if other sites of the same kind had been taken. */
export interface Interval {
  readonly measure: string
  readonly group: string
  readonly low: number
  readonly high: number
  readonly level: number
  readonly draws: number
}

const level = 0.95

/** Bootstrap samples of the sites for an interval. */
export const intervalDraws = 1000

export interface IntervalTask {
  readonly graph: Digraph
  readonly draws: number
  readonly seed: string
}

export const createIntervalRunner =
  ({ graph, draws, seed }: IntervalTask) =>
  (attribute: Attribute): Interval | null =>
    eiInterval(graph, attribute, draws, createRandom(seed).stream(attribute.name))

/**
 * Interval of the E-I index by attribute, from `draws` bootstrap samples of the sites: each is a draw with replacement, and
 * an edge counts as often as both its ends were drawn. Null without edges among sites with the attribute. Snijders &
 * Borgatti 1999, whose ties between copies of one site are left out.
 */
export function eiInterval(graph: Digraph, attribute: Attribute, draws: number, random: Random): Interval | null {
  const nodes = Uint32Array.from([...attribute.classOf.keys()].filter(node => attribute.classOf[node]! >= 0))
  const values = Array.from({ length: draws }, (_, draw) =>
    resampledIndex(graph, attribute.classOf, timesDrawn(nodes, graph.nodeCount, random.stream(draw))),
  )
  const defined = Float64Array.from(values.filter(Number.isFinite)).sort()
  if (defined.length === 0) return null
  const at = (share: number) => defined[Math.round(share * (defined.length - 1))]!
  return {
    measure: 'ei_index',
    group: attribute.name,
    low: at((1 - level) / 2),
    high: at((1 + level) / 2),
    level,
    draws,
  }
}

function timesDrawn(nodes: Uint32Array, nodeCount: number, random: Random): Uint32Array {
  const times = new Uint32Array(nodeCount)
  for (let drawn = 0; drawn < nodes.length; drawn++) times[nodes[random.int(nodes.length)]!]!++
  return times
}

/** (external − internal) / (external + internal) of a sample; NaN without edges in it. */
function resampledIndex({ out }: Digraph, classOf: Int32Array, times: Uint32Array): number {
  let total = 0
  let inside = 0
  for (let node = 0; node < classOf.length; node++) {
    const own = classOf[node]!
    const drawn = times[node]!
    if (own < 0 || drawn === 0) continue
    const end = out.start[node + 1]!
    for (let place = out.start[node]!; place < end; place++) {
      const other = out.target[place]!
      if (classOf[other]! < 0) continue
      const count = drawn * times[other]!
      total += count
      if (classOf[other] === own) inside += count
    }
  }
  return (total - 2 * inside) / total
}

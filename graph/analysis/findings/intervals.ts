import { createRandom, type Random } from '../random.ts'
import { type Digraph, rowOf } from '../paths/adjacency.ts'
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

/** A job's attributes are known of the same sites. */
export const createIntervalRunner =
  ({ graph, draws, seed }: IntervalTask) =>
  (attributes: readonly Attribute[]): (Interval | null)[] =>
    eiIntervalsOf(graph, attributes, draws, createRandom(seed).stream('sites'))

/**
 * Interval of the E-I index by each of the attributes, from `draws` bootstrap samples of the sites that have them, the same for all:
 * each is a draw with replacement, and an edge counts as often as both its ends were drawn. Null without edges among sites with the
 * attribute. Snijders & Borgatti 1999, whose ties between copies of one site are left out.
 */
export function eiIntervalsOf(
  graph: Digraph,
  attributes: readonly Attribute[],
  draws: number,
  random: Random,
): (Interval | null)[] {
  const among = edgesAmong(graph, attributes[0]!.classOf)
  const sides = attributes.map(({ classOf }) => fewerEdges(among, classOf))
  const values = attributes.map(() => new Float64Array(draws))
  const times = new Uint32Array(graph.nodeCount)
  const counts = new Uint32Array(among.source.length)
  for (let draw = 0; draw < draws; draw++) {
    drawSites(among.nodes, random.stream(draw), times)
    const total = countEdges(among, times, counts)
    for (const [at, { edges, areInside }] of sides.entries()) {
      const difference = total - 2 * sumOf(counts, edges)
      values[at]![draw] = (areInside ? difference : -difference) / total
    }
  }
  return attributes.map(({ name }, at) => intervalOf(name, values[at]!, draws))
}

/** The sites with a value, and the edges among them. */
interface Among {
  readonly nodes: Uint32Array
  readonly source: Uint32Array
  readonly target: Uint32Array
}

function edgesAmong({ out }: Digraph, classOf: Int32Array): Among {
  const isKnown = (node: number) => classOf[node]! >= 0
  const nodes = Uint32Array.from([...classOf.keys()].filter(isKnown))
  const [source, target]: [number[], number[]] = [[], []]
  for (const node of nodes)
    for (const other of rowOf(out, node).filter(isKnown)) {
      source.push(node)
      target.push(other)
    }
  return { nodes, source: Uint32Array.from(source), target: Uint32Array.from(target) }
}

/** The edges inside the values, or those between them, whichever are fewer: the others are the rest. */
function fewerEdges(
  { source, target }: Among,
  classOf: Int32Array,
): { readonly edges: Uint32Array; readonly areInside: boolean } {
  const isInside = (edge: number) => classOf[source[edge]!] === classOf[target[edge]!]
  const inside = source.map((_, edge) => edge).filter(isInside)
  if (2 * inside.length <= source.length) return { edges: inside, areInside: true }
  return { edges: source.map((_, edge) => edge).filter(edge => !isInside(edge)), areInside: false }
}

function drawSites(nodes: Uint32Array, random: Random, times: Uint32Array): void {
  times.fill(0)
  for (let drawn = 0; drawn < nodes.length; drawn++) times[nodes[random.int(nodes.length)]!]!++
}

/** Writes how often each edge counts; returns the sum. */
function countEdges({ source, target }: Among, times: Uint32Array, counts: Uint32Array): number {
  let total = 0
  for (let edge = 0; edge < counts.length; edge++) {
    const count = times[source[edge]!]! * times[target[edge]!]!
    counts[edge] = count
    total += count
  }
  return total
}

function sumOf(counts: Uint32Array, edges: Uint32Array): number {
  let sum = 0
  for (let at = 0; at < edges.length; at++) sum += counts[edges[at]!]!
  return sum
}

function intervalOf(group: string, values: Float64Array, draws: number): Interval | null {
  const defined = values.filter(Number.isFinite).sort()
  if (defined.length === 0) return null
  const at = (share: number) => defined[Math.round(share * (defined.length - 1))]!
  return { measure: 'ei_index', group, low: at((1 - level) / 2), high: at((1 + level) / 2), level, draws }
}

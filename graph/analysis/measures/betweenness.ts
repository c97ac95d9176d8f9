import { whereObserved } from '../paths/observed.ts'
import { cardWords } from '../card-words.ts'
import type { NodeMeasure } from '../measure.ts'
import type { PathSums } from '../paths/shortest-paths.ts'

const shared = {
  kind: 'node',
  type: 'number',
  unit: 'share',
  weighted: false,
  parameters: { sources: { default: 256, description: 'least sample of sources, when nodes × edges exceed 2e9' } },
} as const

export const betweenness: NodeMeasure = {
  ...shared,
  name: 'betweenness',
  range: [0, 1],
  ...cardWords(words => words.site.betweenness),
  source: 'Freeman 1977, Sociometry 40; Brandes 2001, Journal of Mathematical Sociology 25',
  compute: ({ graph, paths }) => whereObserved(graph, betweennessOf(paths)),
}

export const betweennessError: NodeMeasure = {
  ...shared,
  name: 'betweenness_error',
  unranked: true,
  range: [0, Infinity],
  ...cardWords(words => words.site.betweenness_error),
  source: 'Brandes & Pich 2007, International Journal of Bifurcation and Chaos 17',
  compute: ({ graph, paths }) => whereObserved(graph, betweennessErrorOf(paths)),
}

/** The ends of an interval are columns of their own, empty where betweenness is exact. */
const end = (name: 'betweenness_low' | 'betweenness_high', at: 0 | 1): NodeMeasure => ({
  ...shared,
  name,
  unranked: true,
  range: [0, 1],
  ...cardWords(words => words.site[name]),
  source:
    'Brandes & Pich 2007, International Journal of Bifurcation and Chaos 17; Hanley & Lippman-Hand 1983, JAMA 249',
  compute: ({ graph, paths }) => whereObserved(graph, betweennessIntervalOf(paths)[at]),
})

export const betweennessLow = end('betweenness_low', 0)
export const betweennessHigh = end('betweenness_high', 1)

const pairsOf = (nodeCount: number): number => Math.max(1, (nodeCount - 1) * (nodeCount - 2))

/** Directed, divided by (n − 1)(n − 2); from a sample, scaled up to all sources. A sample may exceed 1. */
export function betweennessOf({ through, sourceCount }: PathSums): Float64Array {
  const scale = through.length / sourceCount / pairsOf(through.length)
  return through.map(sum => Math.min(1, sum * scale))
}

/** Standard error of that mean over sources drawn without replacement. */
export function betweennessErrorOf({ through, throughSquared, sourceCount }: PathSums): Float64Array {
  const nodeCount = through.length
  if (sourceCount >= nodeCount) return new Float64Array(nodeCount)
  const drawnFrom = 1 - sourceCount / nodeCount
  return through.map((sum, node) => {
    const variance = Math.max(0, throughSquared[node]! - (sum * sum) / sourceCount) / (sourceCount - 1)
    return (nodeCount / pairsOf(nodeCount)) * Math.sqrt((variance / sourceCount) * drawnFrom)
  })
}

/**
 * 95 % interval of betweenness from a sample; NaN where all sources were walked from. A source that was not drawn may lean on a site more than
 * all that were, so that 1.96 standard errors hold too seldom: the upper end is raised as if up to 3 / k of the sources (the rule of three, Hanley &
 * Lippman-Hand 1983) gave as much as the one that gave most. METHOD.md says how often it holds.
 */
export function betweennessIntervalOf(paths: PathSums): readonly [low: Float64Array, high: Float64Array] {
  const { mostThrough, sourceCount } = paths
  const nodeCount = mostThrough.length
  if (sourceCount >= nodeCount) return [new Float64Array(nodeCount).fill(NaN), new Float64Array(nodeCount).fill(NaN)]
  const values = betweennessOf(paths)
  const errors = betweennessErrorOf(paths)
  const unseen = ((nodeCount / pairsOf(nodeCount)) * 3 * (1 - sourceCount / nodeCount)) / sourceCount
  return [
    values.map((value, node) => Math.max(0, value - 1.96 * errors[node]!)),
    values.map((value, node) => Math.min(1, value + 1.96 * errors[node]! + unseen * mostThrough[node]!)),
  ]
}
